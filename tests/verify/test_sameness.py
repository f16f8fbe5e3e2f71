"""Two PDFs compared apart from their marks: whatever else differs is found."""

from __future__ import annotations

import pikepdf
import pytest

from example import example_pdf
from report_builder.verify.sameness import compare
from verify.tampering import attached, changed, described, reworded


def test_a_file_is_the_same_as_itself() -> None:
    """And how much was compared is told."""
    found = compare(example_pdf(), example_pdf())
    assert ((), 10) == (found.differences, found.pages)
    assert found.signs > 1000
    assert found.passages > 100


def test_a_mark_is_no_difference() -> None:
    """Its artifacts are left out, whatever they say."""
    plain = changed(example_pdf(), _without_marks)
    assert () == compare(example_pdf(), plain).differences


def _without_marks(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        out, depth, gone = [], 0, 0
        for instruction in pikepdf.parse_content_stream(page):
            op = str(instruction.operator)
            if op in ("BDC", "BMC"):
                depth += 1
                if not gone and "Watermark" in str(instruction.operands[-1].get("/Subtype", "")):
                    gone = depth
            if not gone:
                out.append(instruction)
            if op == "EMC":
                gone = 0 if gone == depth else gone
                depth -= 1
        assert len(out) < len(pikepdf.parse_content_stream(page))
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(out))


def _moved(pdf: pikepdf.Pdf) -> None:
    content = pdf.pages[2].Contents.read_bytes()
    at = content.index(b" Tm", 2000)
    pdf.pages[2].Contents = pdf.make_stream(content[: at - 1] + b"9" + content[at:])


def _longer(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page()


def _link_elsewhere(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Annots[0].Rect = pikepdf.Array([0, 0, 10, 10])


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (lambda: reworded(example_pdf(), 3, "333", "334"), "page 3"),
        (lambda: changed(example_pdf(), _moved), "page 3"),
        (lambda: changed(example_pdf(), _longer), "10 pages and 11"),
        (lambda: changed(example_pdf(), _link_elsewhere), "page 2: links stand elsewhere"),
        (lambda: described(example_pdf(), "333", "334"), "it reads"),
        (lambda: attached(example_pdf(), "facts.json", lambda data: data + b" "), "facts.json"),
        (lambda: example_pdf()[:2000], "cannot be read"),
    ],
    ids=["a number", "a place", "a page", "a link", "a description", "a file", "damage"],
)
def test_every_other_difference_is_found(other: object, said: str) -> None:
    """A number, a place, a page, a link, a description, a file inside."""
    assert callable(other)
    found = compare(example_pdf(), other())
    assert any(said in difference for difference in found.differences), found.differences

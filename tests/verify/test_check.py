"""A finished report agrees with the ledger inside it, and any change of a number is found out."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pikepdf
import pytest

from example import example_pdf
from report_builder.build import build, load
from report_builder.cache import Cache
from report_builder.problems import Problem
from report_builder.verify.check import verify
from report_builder.verify.reading import Unreadable, read
from verify.tampering import attached, changed, described, reworded


def found(data: bytes, sha256: str = "") -> tuple[Problem, ...]:
    return verify(data, "report.pdf", sha256).problems


def page_with(words: str, tag: str) -> int:
    """The first page on which words stand alone in a passage of that tag."""
    return next(p.page for p in read(example_pdf()).passages if p.text == words and p.tag == tag)


def test_the_example_is_clean() -> None:
    """The example agrees with its ledger in every number."""
    verified = verify(example_pdf(), "report.pdf")

    assert () == verified.problems
    assert verified.tally is not None
    assert verified.tally.facts > 100


def test_another_report_is_clean(project: Path) -> None:
    """A report whose chart stands as a table too, with empty cells in it, agrees with its ledger."""
    stops = project / "report" / "sections" / "stops.md"
    text = stops.read_text("utf-8")
    assert "draw: " in text
    stops.write_text(text.replace("draw: ", "table: true\ndraw: "), "utf-8")

    pdf = build(load(project, Cache()), Cache()).files[0].data

    assert [] == [p.message for p in found(pdf)]


def test_saved_again_is_still_clean() -> None:
    """A file that another program has saved again agrees with itself, but is not the one published."""
    again = changed(example_pdf(), lambda pdf: None)

    assert () == found(again)
    assert ["R015"] == [p.code for p in found(again, sha256=hashlib.sha256(example_pdf()).hexdigest())]


@pytest.mark.parametrize("prefix", ["", "sha256:", "SHA-256: "])
def test_checksum(prefix: str) -> None:
    """The published checksum is taken as people write it."""
    digest = hashlib.sha256(example_pdf()).hexdigest()

    assert () == found(example_pdf(), sha256=prefix + digest.upper())


def test_cover_number() -> None:
    """554 on the cover with two digits the other way round is explained by nothing, and missed."""
    problems = found(reworded(example_pdf(), 1, "554", "545"))

    assert {"R010", "R011"} == {p.code for p in problems}
    assert 'page 1: no figure of the ledger explains "545"' in [p.message for p in problems]


def test_number_in_a_sentence() -> None:
    """554 in a sentence, changed to the next year's 549, is explained by nothing, and missed."""
    problems = found(reworded(example_pdf(), 2, "554", "549"))

    assert ['page 2: no figure of the ledger explains "549"'] == [p.message for p in problems if p.code == "R010"]
    assert "R011" in {p.code for p in problems}


def test_a_number_of_another_fact() -> None:
    """A sentence that gives one force's figure for another's is missed, though some figure explains it."""
    page = page_with("97", "TD")

    problems = found(reworded(example_pdf(), page, "97", "67"))

    assert ["R011"] == [p.code for p in problems]
    assert (f"page {page} has “67,” where the ledger has “97,”",) == problems[0].notes


def test_a_cell_with_the_number_of_another() -> None:
    """A row of the table that shows another force's figure is missed as a row."""
    page = page_with("144", "TD")

    problems = found(reworded(example_pdf(), page, "144", "44"))

    assert ["R011"] == [p.code for p in problems]
    assert "Gwent | 44 | 26 | 144" in problems[0].message


def test_per_cent() -> None:
    """86 printed for 89 per cent is found."""
    page = next(p.page for p in read(example_pdf()).passages if "rose by 89 per cent" in p.text and p.tag == "P")

    problems = found(reworded(example_pdf(), page, "89", "86"))

    assert any('"86 per cent"' in p.message for p in problems)


def test_unit() -> None:
    """A count with a percent sign is no longer that count (91 crimes as 91%)."""
    page = page_with("48%", "P")

    assert "R010" in {p.code for p in found(reworded(example_pdf(), page, "48%", "84%"))}


def test_chart_label() -> None:
    """The label of a mark is checked against the chart's own marks."""
    page = next(p.page for p in read(example_pdf()).passages if p.tag == "Figure" and "7,062" in p.text)
    problems = found(reworded(example_pdf(), page, "5,954", "5,945"))

    assert [f'page {page}: no figure of the ledger explains "5,945"'] == [p.message for p in problems]


def test_footer() -> None:
    """A number put where the footer stands is read too."""
    problems = found(reworded(example_pdf(), 2, "Page 2 of", "Page 777 of"))

    assert any('page 2: no figure of the ledger explains "777"' == p.message for p in problems)


def test_description() -> None:
    """A changed description is found, with both numbers."""
    problems = found(described(example_pdf(), "554", "549"))

    assert {"R012", "R010"} == {p.code for p in problems}
    assert 'it says "549" where the ledger has "554"' in next(p for p in problems if p.code == "R012").notes


@pytest.mark.parametrize(("old", "new"), [(b"48%,48", b"84%,84"), (b"48%,48", b"48%,47"), (b"Kik", b"Kok")])
def test_chart_data(old: bytes, new: bytes) -> None:
    """A changed figure or name in the attached data of a chart is found."""
    name = next(n for n, data in read(example_pdf()).files.items() if old in data and n.endswith(".csv"))

    problems = found(attached(example_pdf(), name, lambda data: data.replace(old, new)))

    assert ["R013"] == [p.code for p in problems]


def test_chart_data_taken_out() -> None:
    """Data that are no longer inside are missed."""
    assert ["R013"] == [p.code for p in found(attached(example_pdf(), "chart-1.csv", None))]


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"value": 554', b'"value": 549'), (b'"figure": "554"', b'"figure": "549"'), (b'"277/137"', b'"2"')],
)
def test_ledger_changed_alone(old: bytes, new: bytes) -> None:
    """A ledger in which one number was changed contradicts itself or the pages."""
    problems = found(attached(example_pdf(), "facts.json", lambda data: data.replace(old, new, 1)))

    assert "R016" in [p.code for p in problems]


def test_another_ledger() -> None:
    """A ledger from elsewhere that is not the one inside is told."""
    inside = read(example_pdf()).files["facts.json"]

    assert () == verify(example_pdf(), "report.pdf", other=inside).problems
    assert ["R015"] == [p.code for p in verify(example_pdf(), "report.pdf", other=inside + b" ").problems]


def test_page_taken_out() -> None:
    """A page that was taken out is missed."""

    def take_out(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[1]

    assert {"R011", "R014"} & {p.code for p in found(changed(example_pdf(), take_out))}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", '"report.pdf" cannot be read: it is damaged, or no PDF'),
        (b"%PDF-1.7\n%%EOF", '"report.pdf" cannot be read: it is damaged, or no PDF'),
    ],
)
def test_no_pdf(data: bytes, message: str) -> None:
    """What is no PDF is told in plain words."""
    assert [message] == [p.message for p in found(data)]


def test_locked() -> None:
    """A file with a password is told to be locked."""

    def locked(data: bytes) -> bytes:
        import io

        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
        return out.getvalue()

    assert ['"report.pdf" cannot be read: it is locked with a password'] == [
        p.message for p in found(locked(example_pdf()))
    ]


def test_without_ledger() -> None:
    """A file without a ledger cannot be checked."""
    assert ["R014"] == [p.code for p in found(attached(example_pdf(), "facts.json", None))]


def test_damage_is_told() -> None:
    """Damaged files are read or told to be unreadable; nothing else comes of them."""
    chance = random.Random(1)
    data = example_pdf()
    for _ in range(25):
        broken = bytearray(data[: chance.randrange(len(data) // 2, len(data))])
        for _ in range(40):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            read(bytes(broken))
        except Unreadable:
            continue

"""Several languages back to back in one PDF: each whole, with its language, contents and place in the outline."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from report_builder.brand.theme import Theme
from report_builder.document.blocks import Attachment, Document
from report_builder.pdf.write import Half, PlacedThing, Written, bind, write

from .briefing import briefing, drawings
from .reading import faults, read, validated


def ledger(code: str) -> Attachment:
    """A file that one half carries."""
    return Attachment(f"facts.{code}.json", "application/json", b"{}", "ledger", "Supplement")


def half(code: str, theme: Theme, document: Document | None = None) -> Half:
    """The briefing as if it were in a language; its charts carry no data, which would be named alike."""
    made = document or briefing()
    sections = tuple(
        replace(s, blocks=tuple(replace(b, data=None) if hasattr(b, "data") else b for b in s.blocks))
        for s in made.sections
    )
    spoken = replace(made, language=code, title=f"{made.title} ({code})", sections=sections)

    def attach(placed: Iterable[PlacedThing], pages: range) -> tuple[Attachment, ...]:
        assert {thing.page for thing in placed} <= set(pages)
        return (ledger(code),)

    return Half(spoken, drawings(theme), attach, code.upper(), f"found in {code}")


@pytest.fixture(scope="module")
def bound(theme: Theme) -> Written:
    return bind([half("en-GB", theme), half("cy", theme)], theme)


def test_it_conforms(bound: Written, tmp_path: Path) -> None:
    """veraPDF finds nothing against PDF/UA-1 and PDF/A-3a, and every mark and link has its owner."""
    path = tmp_path / "bound.pdf"
    path.write_bytes(bound.data)
    assert [] == faults(read(bound.data))
    assert [] == validated([path])


def test_each_half_is_whole_and_says_its_language(bound: Written, theme: Theme) -> None:
    """As many pages as alone, counted through; the outline has one entry for each, and what is in it below."""
    alone = write(half("cy", theme).document, drawings(theme), theme)
    assert bound.pages == 2 * alone.pages
    with pikepdf.open(io.BytesIO(bound.data)) as pdf:
        document = pdf.Root.StructTreeRoot.K
        assert [("/Part", "en-GB"), ("/Part", "cy")] == [(str(part.S), str(part.Lang)) for part in document.K]
        with pdf.open_outline() as outline:
            assert ["EN-GB", "CY"] == [entry.title for entry in outline.root]
            one, other = ([child.title for child in entry.children] for entry in outline.root)
        assert one == other
        assert one
        assert {"facts.cy.json", "facts.en-GB.json"} <= set(pdf.attachments)
        said = bytes(pdf.Root.Metadata.read_bytes()).decode()
        title = briefing().title
        for code, words in (("x-default", f"{title} (en-GB) · {title} (cy)"), ("cy", f"{title} (cy)")):
            assert f'<rdf:li xml:lang="{code}">{words}</rdf:li>' in said
        assert "<rdf:li>en-GB</rdf:li><rdf:li>cy</rdf:li>" in said


def test_contents_and_links_stay_in_their_half(bound: Written) -> None:
    """But for the line on each cover that leads to the other."""
    middle = bound.pages // 2
    crossing = []
    with pikepdf.open(io.BytesIO(bound.data)) as pdf:
        number = {str(page.objgen): n for n, page in enumerate(pdf.pages)}
        for n, page in enumerate(pdf.pages):
            for note in page.obj.get("/Annots", ()):
                if "/Dest" in note:
                    target = number[str(note.Dest[0].objgen)]
                    if (target < middle) != (n < middle):
                        crossing.append((n, target, str(note.Contents)))
    assert [(0, middle, "found in cy"), (middle, 0, "found in en-GB")] == crossing


def test_the_same_bytes_whenever_it_is_made(bound: Written, theme: Theme) -> None:
    """And one document bound alone is that document written."""
    again = bind([half("en-GB", theme), half("cy", theme)], theme)
    assert again.data == bound.data
    one = half("cy", theme)
    assert bind([one], theme).data == write(one.document, one.drawings, theme, one.attach).data

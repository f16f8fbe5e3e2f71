"""The finished file as a whole: its bytes, its pages, where things are printed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import fields, replace

from report_builder.brand.fonts import Face, Faces
from report_builder.brand.theme import Theme
from report_builder.document.blocks import Attachment, Document, Paragraph, Run, SectionBlock
from report_builder.pdf.write import PlacedThing, write

from .briefing import briefing, drawings, runs, with_blocks
from .hard import bare
from .reading import read

SCRIPT = """
import hashlib
from pdf.brand import theme
from pdf.briefing import briefing, drawings
from report_builder.pdf.write import write
print(hashlib.sha256(write(briefing(), drawings(theme()), theme()).data).hexdigest())
"""


def test_the_same_document_has_the_same_bytes_in_one_process(theme: Theme) -> None:
    """Two calls give one file."""
    first = write(briefing(), drawings(theme), theme)
    assert first.data == write(briefing(), drawings(theme), theme).data
    assert first.pages == 8


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("4711", "Pacific/Auckland")])
def test_the_same_document_has_the_same_bytes_in_any_process(theme: Theme, seed: str, zone: str) -> None:
    """Neither the hash seed, nor the time zone, nor what ran before changes a byte."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
    environment.pop("SOURCE_DATE_EPOCH", None)
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=Path(__file__).parents[1],
    )
    write(bare(), {}, theme)
    here = hashlib.sha256(write(briefing(), drawings(theme), theme).data).hexdigest()
    assert here == run.stdout.strip()


def test_the_order_of_words_does_not_change_the_fonts(theme: Theme) -> None:
    """Editions that use the same characters embed the same subsets, which are cut out once."""

    def embedded(*words: str) -> list[bytes]:
        document = with_blocks(*(Paragraph(runs(one)) for one in words))
        with pikepdf.open(BytesIO(write(document, {}, theme).data)) as pdf:
            found = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/FontFile2" in o]
            return sorted(o.FontFile2.read_bytes() for o in found)

    first = embedded("Zebras and bees", "xylophones")
    assert first
    assert first == embedded("xylophones", "Zebras and bees")


def test_writing_leaves_reportlab_as_it_was(theme: Theme) -> None:
    """No setting of the whole process is changed."""
    from reportlab import rl_config

    before = (rl_config.invariant, rl_config.useA85, rl_config.pageCompression)
    write(bare(), {}, theme)
    assert before == (rl_config.invariant, rl_config.useA85, rl_config.pageCompression)


def test_facts_are_found_on_the_pages_they_are_printed_on(theme: Theme) -> None:
    """Words, cards, the cover's number and charts all say where they print a fact."""
    placed = write(briefing(), drawings(theme), theme).placed
    assert {1, 4, 7} == {p.page for p in placed if p.id == "offences"}
    assert PlacedThing("fact", "uk", 2) in placed
    assert PlacedThing("fact", "wales.2023/24", 4) in placed
    assert PlacedThing("anchor", "method", 8) in placed


def test_the_file_says_what_it_is(theme: Theme) -> None:
    """Title, language, outline, page labels and the report's own date."""
    pdf = read(write(briefing(), drawings(theme), theme).data).pdf
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo["/CreationDate"]) == "D:20241101000000Z"
    assert str(pdf.docinfo["/Title"]) == "Online grooming offences in Wales have more than doubled"
    assert [pikepdf.Page(page).label for page in pdf.pages][:2] == ["1", "2"]
    with pdf.open_outline() as outline:
        titles = [(entry.title, [child.title for child in entry.children]) for entry in outline.root]
    assert titles[-1] == ("How the figures were made", ["Who returned figures, and who did not"])


def test_the_data_of_a_chart_is_attached_to_the_chart(theme: Theme) -> None:
    """Every attachment is in the list of embedded files; a chart's data is associated with its Figure."""
    reading = read(write(briefing(), drawings(theme), theme).data)
    assert {"facts.json", "figure-1.csv"} == set(reading.pdf.attachments)
    assert reading.pdf.attachments["facts.json"].get_file().read_bytes() == b'{"offences": 554}\n'
    assert [str(file.AFRelationship) for file in reading.pdf.Root.AF] == ["/Source", "/Data"]


def test_two_attachments_of_one_name_are_reported(theme: Theme) -> None:
    """A file inside a PDF is found by its name, so a second one would hide the first."""
    one = Attachment("a.csv", "text/csv", b"1", "One")
    document = replace(bare(), attachments=(one, replace(one, data=b"2")))
    assert [p.code for p in write(document, {}, theme).problems] == ["L011"]


def test_a_draft_mark_moves_nothing(theme: Theme) -> None:
    """Every word stands where it stood when the mark is gone."""

    def places(document: Document) -> list[tuple[int, float, float, str]]:
        pages = read(write(document, drawings(theme), theme).data).pages
        return [(n, p.left, p.baseline, p.words) for n, page in enumerate(pages) for p in page.placed]

    plain = briefing()
    marked = replace(plain, furniture=replace(plain.furniture, mark="DRAFT"))
    assert places(plain) == [place for place in places(marked) if place[3] != "DRAFT"]
    assert plain.cover is not None
    assert len([place for place in places(marked) if place[3] == "DRAFT"]) == 8


def test_a_missing_glyph_is_named_with_its_font(theme: Theme) -> None:
    """The character never becomes an empty box in silence."""
    section = SectionBlock("prose", (Paragraph((Run("No ☃."),)),))
    document = replace(bare(), sections=(section,))
    problems = write(document, {}, theme).problems
    assert [(p.code, p.message) for p in problems] == [("L006", 'the font Source Sans Pro has no "☃" (U+2603)')]


def test_a_chart_without_a_drawing_is_a_problem(theme: Theme) -> None:
    """It is left out and reported, not a crash."""
    assert {"L009"} == {p.code for p in write(briefing(), {}, theme).problems}


def test_a_font_copied_elsewhere_is_the_same_font(theme: Theme, tmp_path: Path) -> None:
    """A project whose fonts lie at another path gets the same bytes in a process that has built another."""
    expected = write(briefing(), drawings(theme), theme).data
    assert expected == write(briefing(), drawings(theme), _with_fonts_in(theme, tmp_path)).data


def _with_fonts_in(theme: Theme, folder: Path) -> Theme:
    def moved(face: Face) -> Face:
        path = folder / face.path.name
        path.write_bytes(face.path.read_bytes())
        return replace(face, path=path)

    def every(faces: Faces) -> Faces:
        return Faces(*(moved(getattr(faces, f.name)) for f in fields(faces)))

    return replace(theme, text=every(theme.text), display=every(theme.display))


def test_two_faces_of_one_postscript_name_are_two_fonts(theme: Theme) -> None:
    """A face registered before under the same PostScript name lends no subset: names are made from content."""
    expected = write(briefing(), drawings(theme), theme).data
    other = replace(theme.text.regular, name="another-content")
    write(bare(), {}, replace(theme, text=replace(theme.text, regular=other)))
    assert expected == write(briefing(), drawings(theme), theme).data

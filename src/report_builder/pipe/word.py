"""What is written for Word and for e-mail: the report, the news release, and what stays in the office."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document
from report_builder.document.printed import figures
from report_builder.drawing import Drawing
from report_builder.output import File
from report_builder.problems import Problem, Where, problem
from report_builder.project.load import RELEASE
from report_builder.versions import adding

if TYPE_CHECKING:
    from report_builder.docx.setting import Picture
    from report_builder.docx.write import Shown
    from report_builder.pipe.writers import Work

Outcome = tuple[tuple[File, ...], tuple[Problem, ...]]

_DPI = 300.0  # as sharp as print
_LARGEST = 25_000_000  # bytes of a Word file that select committees take


def report_in_word(work: Work, numbered: bool = False) -> Outcome:
    """The whole report as a Word file; with its paragraphs numbered, as parliamentary committees ask for."""
    if missing := _missing():
        return (), missing
    from report_builder.docx.write import MEDIA_TYPE, write  # python-docx takes 60 ms, and most builds write none

    name = f"{work.name}-numbered.docx" if numbered else f"{work.name}.docx"
    data = write(work.document, _shown(work.document, work), work.theme, numbered)
    file = File(name, data, MEDIA_TYPE)
    return (file,), _too_large(file)


def release_files(work: Work) -> Outcome:
    """The news release as a Word file, and as plain text for an e-mail."""
    if work.release is None:
        hint = "write it; `report-builder new` makes a folder with one in it"
        return (), (problem("N008", "there is no news release", Where(RELEASE), help=hint),)
    if missing := _missing():
        return (), missing
    from report_builder.docx.text import plain_text
    from report_builder.docx.write import MEDIA_TYPE, write

    release = work.release.document
    numbered = work.view.release is not None and work.view.release.head.numbered
    data = write(release, _shown(release, work), work.theme, numbered)
    text = File(f"{work.name}-release.txt", plain_text(release), "text/plain; charset=utf-8")
    file = File(f"{work.name}-release.docx", data, MEDIA_TYPE)
    return (file, text), _too_large(file)


def lines_file(work: Work) -> Outcome:
    """The lines to take, for the office."""
    if missing := _missing():
        return (), missing
    from report_builder.docx.write import MEDIA_TYPE, write
    from report_builder.sections.lines import compose_lines

    lines = compose_lines(work.view, work.composed, work.release)
    return (File(f"{work.name}-lines-to-take.docx", write(lines, _shown(lines, work), work.theme), MEDIA_TYPE),), ()


def review_files(work: Work) -> Outcome:
    """The report, and the release where there is one, with what is to be known of each figure in the margin."""
    if missing := _missing():
        return (), missing
    from report_builder.docx.write import MEDIA_TYPE, write
    from report_builder.sections.review import remarks_of

    files = []
    say = work.view.language.say
    for composed, name in ((work.composed, "review"), (work.release, "release-review")):
        if composed is not None:
            document = composed.document
            furniture = replace(document.furniture, mark=say("internal"))
            copy = replace(document, title=f"{say('review')}: {document.title}", furniture=furniture)
            remark = remarks_of(work.view, composed, work.sources)
            data = write(copy, _shown(copy, work), work.theme, remark=remark)
            files.append(File(f"{work.name}-{name}.docx", data, MEDIA_TYPE))
    return tuple(files), ()


def document_in_word(document: Document, work: Work) -> bytes:
    """A document beside the report, as the quotes sheet is, as a Word file."""
    from report_builder.docx.write import write

    return write(document, _shown(document, work), work.theme)


def _missing() -> tuple[Problem, ...]:
    """What is wrong where the libraries of the extra are not installed."""
    absent = [name for name in ("docx", "resvg_py", "fontTools") if importlib.util.find_spec(name) is None]
    if not absent:
        return ()
    return (problem("N007", f"Word files need {', '.join(absent)}", None, help=adding("press")),)


def _too_large(file: File) -> tuple[Problem, ...]:
    size = len(file.data)
    if size < _LARGEST:
        return ()
    hint = "show fewer pictures, or make them smaller on the page"
    message = f'"{file.name}" has {size / 1_000_000:.0f} MB, and select committees take less than 25'
    return (problem("K030", message, None, help=hint),)


def _shown(document: Document, work: Work) -> Shown:
    from report_builder.docx.write import Shown

    logo = work.theme.logo
    charts = {chart: _picture(work.drawings[chart], work) for chart in _charts(document)}
    return Shown(charts, _picture(logo.drawing, work, 36.0) if logo is not None else None)


def _charts(document: Document) -> Iterator[Chart]:
    hero = document.cover.hero if document.cover else None
    if hero is not None and hero.trend is not None:
        yield hero.trend
    yield from (block.chart for block in figures(document))


def _picture(drawing: Drawing, work: Work, height_pt: float = 0.0) -> Picture:
    """A drawing as PNG, in its own size or at a height."""
    import resvg_py

    from report_builder.docx.setting import Picture
    from report_builder.svg.drawing import About, svg_of

    scale = height_pt / drawing.height_pt if height_pt else 1.0
    width, height = drawing.width_pt * scale, drawing.height_pt * scale
    svg = svg_of(drawing, work.theme, About("picture", "", "", work.document.language))
    png = resvg_py.svg_to_bytes(svg_string=svg, dpi=_DPI * scale, skip_system_fonts=True)
    return Picture(bytes(png), width, height)

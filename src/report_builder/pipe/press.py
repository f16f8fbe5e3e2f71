"""The press pack of an edition: what other rooms write for it, handed to the room that packs."""

from __future__ import annotations

import importlib.util
from datetime import datetime

from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document
from report_builder.drawing import Drawing
from report_builder.facts.ledger import NAME as LEDGER
from report_builder.facts.ledger import Ledger, read
from report_builder.output import File
from report_builder.pipe.copies import Wanted, copy_for, locked, refuse_released
from report_builder.pipe.draw import draw_to_size
from report_builder.pipe.word import document_in_word, release_files
from report_builder.pipe.writers import WRITERS, Work
from report_builder.press.pack import REPORT, Pack, Sources, over_size, pack
from report_builder.press.parts import Packing
from report_builder.press.photos import photos
from report_builder.problems import Problem, ReportError, problem
from report_builder.sections.consent import check_use
from report_builder.sections.social import compose_social
from report_builder.versions import TOOL, adding

_NEEDED = {"docx": "python-docx", "resvg_py": "resvg-py", "fontTools": "fonttools", "xlsxwriter": "XlsxWriter"}


def pack_of(work: Work, packing: Packing, now: datetime | None = None) -> tuple[Pack, tuple[Problem, ...]]:
    """The press pack of a finished edition, sent at `now` (None: at no known time), and what is wrong with it.

    ReportError where a library is missing.
    """
    absent = [package for module, package in _NEEDED.items() if importlib.util.find_spec(module) is None]
    if absent:
        raise ReportError([problem("K003", f"a press pack needs {', '.join(absent)}", None, help=adding("press"))])
    ready: list[tuple[str, File]] = [(REPORT, work.pdf)]
    problems = check_use(work.composed.shown, "press", work.view.report)
    if "web" not in packing.without:
        pages, found = WRITERS["html"](work)
        ready += [("pack web", file) for file in pages]
        problems += found
    if work.release is not None:
        files, found = release_files(work)
        ready += zip(("pack release", "pack text"), files, strict=False)
        problems += found
    named = File(f"{work.name}-{LEDGER}", work.ledger.data, work.ledger.media_type)
    ready.append(("pack ledger", named))
    ledger = read(work.ledger.data)
    assert isinstance(ledger, Ledger), ledger
    social, tool = compose_social(work.view).texts, f"report_builder {TOOL}"
    shown, found = photos(work.view, (work.composed, *([work.release] if work.release else ())), now)
    problems += found if "pictures" not in packing.without else ()
    sources = Sources(work.view, work.composed, work.release, ledger, social, work.theme, tuple(ready), shown, tool)

    def to_size(chart: Chart, width_pt: float, height_pt: float) -> Drawing:
        return draw_to_size(chart, work.theme, width_pt, height_pt, work.cache)

    def word(document: Document) -> bytes:
        return document_in_word(document, work)

    made = pack(sources, work.name, to_size, word, packing.without)
    heavy = over_size(made, packing.most) if packing.most is not None else None
    return made, (*problems, *([heavy] if heavy else []))


def packs_for(made: Pack, work: Work, wanted: Wanted) -> tuple[Pack, ...]:
    """A pack, and the same for each recipient with a PDF of their own; those PDFs locked where a password is wanted.

    ReportError where the report is released.
    """
    refuse_released(work, wanted)

    def kept(file: File) -> File:
        return locked(file, wanted.password) if wanted.password else file

    copies = [copy_for(person, work) for person in wanted.recipients]
    out = [made.with_report(kept(work.pdf)) if wanted.password else made]
    for copy in copies:
        whose = copy.file.name.removeprefix(work.name).removesuffix(".pdf")
        out.append(made.with_report(kept(copy.file), whose, copy.line))
    return tuple(out)

"""Where a figure or claim stands: file and section as the words are now, pages as the last build laid them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import shorten

from msgspec import Struct

from report_builder.facts.ledger import NAME, Ledger, Place, read
from report_builder.output import read_whole
from report_builder.problems import ReportError, Where
from report_builder.problems.locate import SourceFile, locate
from report_builder.sections.compose import Composed
from report_builder.sections.ledger import ledger_of
from report_builder.sections.view import View

_LONGEST = 60  # signs of a caveat or note that prints a fact
_MOST = 6  # different words that one section prints of a fact, shown one by one


class Told(Struct, frozen=True):
    """One edition as it is now, its files, and the ledger of the last build if there is one."""

    view: View
    composed: Composed
    files: Mapping[str, SourceFile]
    built: Ledger | None = None


def last_build(directory: Path) -> Ledger | None:
    """The ledger in the project's build folder; None where there is none that can be read."""
    path = directory / "build" / NAME
    if not path.is_file():
        return None
    try:
        found = read(read_whole(path))
    except ReportError:
        return None
    return found if isinstance(found, Ledger) else None


def printed(fact_id: str, told: Told) -> Iterator[str]:
    """A line for each section that prints the fact, with its pages where a build has put it on one."""
    entry = ledger_of(told.view, told.composed).by_id().get(fact_id)
    if entry is None or not entry.printed:
        yield "printed nowhere"
        return
    before = told.built.by_id().get(fact_id) if told.built is not None else None
    pages = {(p.file, p.section): p.pages for p in (before.printed if before else ())}
    yield "printed"
    for (file, section), places in _by_section(entry.printed).items():
        words = list(dict.fromkeys(shorten(w, _LONGEST, placeholder=" …") for p in places for w in p.words))
        said = ", ".join(f"“{w}”" for w in words[:_MOST]) + (" …" if len(words) > _MOST else "")
        drawn = " (also drawn in a chart)" if any(p.chart for p in places) else ""
        if words or drawn or len(entry.printed) == 1:
            on, under = _on(pages.get((file, section), ())), _under(file, section, told)
            yield f"  {on}{under}{f': {said}' if said else ''}{drawn}"
    if told.built is None:
        yield "  (pages are known after a build)"
    elif before is None or before.figure != entry.figure:
        was = f"{before.figure or 'no figure'} was printed" if before else "it was not there"
        yield f"  (pages are of the last build, in which {was}; build again)"


def _by_section(places: tuple[Place, ...]) -> dict[tuple[str, str], list[Place]]:
    out: dict[tuple[str, str], list[Place]] = {}
    for place in places:
        out.setdefault((place.file, place.section), []).append(place)
    return out


def _under(file: str, section: str, told: Told) -> str:
    cover = told.composed.document.cover
    if section:
        return f"“{section}” ({file})"
    if cover is not None and cover.where is not None and cover.where.file == file:
        return f"cover ({file})"
    return file or "a footnote"


def _on(pages: tuple[int, ...]) -> str:
    if not pages:
        return ""
    return f"page{'' if len(pages) == 1 else 's'} {', '.join(map(str, pages))}, "


def line_of(where: Where, told: Told) -> str:
    """`file:line:column`, or the file alone."""
    location = locate(where, told.files)
    return f"{where.file}:{location.line}:{location.column}" if location and location.line else where.file

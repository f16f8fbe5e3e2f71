"""Fills pages with items: where each page ends, what stands on it, and how full it is.

A chart or table that does not fit waits for the head of the next page, while whole texts and tables of its section that
follow it fill the page in hand. None passes another, a heading, or the end of its section; those with footnotes stay in
place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from report_builder.pdf.flowables import Box, Item, Slice
from report_builder.pdf.styles import Styles
from report_builder.problems import Problem, problem

_HALF = 0.5


class Placed(Struct):
    """An item on its page; `top` is measured down from the top of the text area, in points."""

    item: Item
    top: float


class Page(Struct):
    """What stands on a page; `used` is the height its items take, `notes` the footnotes at its foot."""

    placed: list[Placed] = field(default_factory=list)
    repeated: list[tuple[float, float, Box]] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    used: float = 0.0
    gap: float = 0.0
    ends_section: bool = False


class _Filling(Struct):
    """The page in hand and what limits it."""

    height: float
    styles: Styles
    notes: Mapping[int, Box]
    pages: list[Page] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def foot(self, more: Sequence[int] = ()) -> float:
        """The height of the footnotes of this page, with `more` of them, and of the space above them."""
        new = [n for n in dict.fromkeys(more) if n not in self.seen and n in self.notes]
        notes = [*self.page.notes, *new]
        return sum(self.notes[n].height for n in notes) + (note_gap(self.styles) if notes else 0.0)

    def foot_of(self, page: Page) -> float:
        return sum(self.notes[n].height for n in page.notes) + (note_gap(self.styles) if page.notes else 0.0)

    def fits(self, chunk: Sequence[Item]) -> bool:
        used, gap, first = self.page.used, self.page.gap, not self.page.placed
        for n, item in enumerate(chunk):
            if n == 0 and first and item.head is not None:
                used += item.head.height
            used += (0.0 if first and n == 0 else max(gap, item.before)) + item.box.height
            gap = item.after
        return used + self.foot([m for i in chunk for m in i.notes]) <= self.height + 0.01

    def put(self, item: Item) -> None:
        page = self.page
        if page.placed:
            page.used += max(page.gap, item.before)
        elif item.head is not None:
            page.repeated.append((item.x, page.used, item.head))
            page.used += item.head.height
        page.placed.append(Placed(item, page.used))
        page.used += item.box.height
        page.gap = item.after
        for note in item.notes:
            if note in self.notes and note not in self.seen:
                self.seen.add(note)
                page.notes.append(note)

    def turn(self, *, ends_section: bool) -> None:
        self.page.ends_section = ends_section
        self.pages.append(Page())


def note_gap(styles: Styles) -> float:
    """Between the text and the footnotes below it; a short rule stands in it."""
    return styles.theme.scale.baseline


def fill(
    sections: Sequence[tuple[Sequence[Item], bool]],
    height: float,
    styles: Styles,
    notes: Mapping[int, Box],
    first: int = 1,
) -> tuple[list[Page], list[Problem]]:
    """Pages of `height` points. Each section comes with whether it starts a page of its own.

    `first` is the number of the first of them, as problems count pages.
    """
    filling = _Filling(height, styles, notes, [Page()])
    for column, new_page in sections:
        if new_page and filling.page.placed:
            filling.turn(ends_section=True)
        _flow(_chunks(column), filling)
    filling.page.ends_section = True
    if not filling.page.placed and len(filling.pages) > 1:
        filling.pages.pop()
    return filling.pages, [*filling.problems, *_half_empty(filling, first)]


def _chunks(column: Sequence[Item]) -> list[list[Item]]:
    """Items that no page may divide, together."""
    out: list[list[Item]] = []
    for item in column:
        if item.keep and out:
            out[-1].append(item)
        else:
            out.append([item])
    return out


def _flow(chunks: list[list[Item]], filling: _Filling) -> None:
    """Places the chunks of a section, those that float behind whole texts that fit where they do not."""
    waiting: list[list[Item]] = []
    for n, chunk in enumerate(chunks):
        if _floats(chunk, filling) and (waiting or not filling.fits(chunk)):
            waiting.append(chunk)
            continue
        if waiting and (chunk[0].entry is not None or not filling.fits(_whole_from(chunks[n:]))):
            for late in waiting:
                _place(late, filling)
            waiting = []
        _place(chunk, filling)
    for late in waiting:
        _place(late, filling)


def _floats(chunk: list[Item], filling: _Filling) -> bool:
    return chunk[0].floats and not any(item.notes for item in chunk) and _alone(chunk, filling)


def _whole_from(chunks: list[list[Item]]) -> list[Item]:
    """The first chunk, with those that go on with the same text or the rows of the same table."""
    out = list(chunks[0])
    for chunk in chunks[1:]:
        if not _goes_on(out[-1], chunk[0]):
            break
        out += chunk
    return out


def _goes_on(last: Item, first: Item) -> bool:
    if isinstance(last.box, Slice) and isinstance(first.box, Slice):
        return first.box.text is last.box.text
    return last.head is not None and first.head is last.head


def _place(chunk: list[Item], filling: _Filling) -> None:
    if filling.fits(chunk):
        for item in chunk:
            filling.put(item)
        return
    if filling.page.placed and _alone(chunk, filling):
        filling.turn(ends_section=False)
        for item in chunk:
            filling.put(item)
        return
    for item in chunk:  # taller than a page even alone: divided between its lines
        if not filling.fits([item]) and filling.page.placed:
            filling.turn(ends_section=False)
        if not filling.fits([item]):
            filling.problems.append(
                problem(
                    "L008",
                    f"something here is {item.box.height:.0f} points high, and a page holds {filling.height:.0f}",
                    item.where,
                    help="shorten it, or divide it in two",
                )
            )
        filling.put(item)


def _alone(chunk: list[Item], filling: _Filling) -> bool:
    """Whether the chunk fits a page of its own."""
    trial = _Filling(filling.height, filling.styles, filling.notes, [Page()], seen=set(filling.seen))
    return trial.fits(chunk)


def _half_empty(filling: _Filling, first: int) -> list[Problem]:
    out = []
    for number, (page, following) in enumerate(zip(filling.pages, filling.pages[1:], strict=False), first):
        full = (page.used + filling.foot_of(page)) / filling.height
        if full < _HALF and not page.ends_section and following.placed:
            out.append(
                problem(
                    "L001",
                    f"page {number} is only {round(full * 100)}% full",
                    following.placed[0].item.where,
                    "what comes next is kept whole and did not fit below",
                    help="move a paragraph before it, or make it smaller",
                )
            )
    return out


def runs(page: Page) -> list[tuple[Placed, Box]]:
    """The boxes of a page, each with the item it starts at; lines of one text that follow one another are one box."""
    out: list[tuple[Placed, Box]] = []
    for placed in page.placed:
        box = placed.item.box
        last = out[-1][1] if out else None
        if isinstance(box, Slice) and isinstance(last, Slice) and last.text is box.text and last.last == box.first:
            out[-1] = (out[-1][0], Slice(box.text, last.first, box.last))
        else:
            out.append((placed, box))
    return out

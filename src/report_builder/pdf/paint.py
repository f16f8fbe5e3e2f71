"""Draws pages that are laid out, back to front: grounds, repeated heads, content, footnotes, furniture."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from report_builder.pdf.canvas import TaggedCanvas
from report_builder.pdf.flowables import Box, Item, Panel
from report_builder.pdf.pages import Page, Placed, note_gap, runs
from report_builder.pdf.setting import note_anchor
from report_builder.pdf.styles import Styles


def paint(canvas: TaggedCanvas, page: Page, styles: Styles, notes: Mapping[int, Box]) -> None:
    """Draws one page of text; the canvas is left on it."""
    geometry = styles.theme.page
    left, top = geometry.left, geometry.height - geometry.top
    _panels(canvas, [(placed, placed.item.ground) for placed in page.placed], left, top)
    _panels(canvas, [(placed, placed.item.panel) for placed in page.placed], left, top)
    for x, down, box in page.repeated:
        box.paint(canvas, left + x, top - down, True)
    for placed, box in runs(page):
        item = placed.item
        canvas.where = item.where
        canvas.file = item.where.file if item.where else canvas.file
        height = top - placed.top
        _marks(canvas, item, height)
        for dx, beside in item.beside:
            beside.paint(canvas, left + dx, height)
        box.paint(canvas, left + item.x, height)
        for fact in item.facts:
            canvas.prints(fact)
    _notes(canvas, page, styles, notes)


def _marks(canvas: TaggedCanvas, item: Item, height: float) -> None:
    if item.anchor:
        canvas.anchor(item.anchor, height)
        if item.entry is not None:
            canvas.outline(item.entry[0], item.anchor, item.entry[1])


def _panels(canvas: TaggedCanvas, items: list[tuple[Placed, Panel | None]], left: float, top: float) -> None:
    """One ground behind each run of items that share a panel."""
    for _, run in groupby(items, lambda pair: id(pair[1])):
        (first, panel), *others = run
        if panel is None:
            continue
        last = others[-1][0] if others else first
        upper = top - first.top + panel.pad
        lower = top - last.top - last.item.box.height - panel.pad
        if panel.ground:
            canvas.rectangle(left + panel.x, lower, panel.width, upper - lower, panel.ground)
        if panel.bar:
            canvas.rectangle(left + panel.x, lower, panel.bar_width, upper - lower, panel.bar)


def _notes(canvas: TaggedCanvas, page: Page, styles: Styles, notes: Mapping[int, Box]) -> None:
    """The footnotes of the page, the last of them on the bottom margin, under a short rule."""
    if not page.notes:
        return
    geometry = styles.theme.page
    y = geometry.bottom + sum(notes[n].height for n in page.notes)
    rule = y + note_gap(styles) / 2
    canvas.rectangle(geometry.left + styles.hang, rule, styles.hang / 2, styles.rule_light, styles.theme.colours.muted)
    canvas.file = ""
    for number in page.notes:
        canvas.anchor(note_anchor(number), y)
        notes[number].paint(canvas, geometry.left, y)
        y -= notes[number].height

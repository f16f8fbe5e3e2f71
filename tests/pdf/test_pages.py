"""What stands on which page: charts and tables that wait for the next one, and what may not pass them."""

from __future__ import annotations

import pytest

from report_builder.brand.theme import Theme
from report_builder.pdf.flowables import Item, Slice, Space, Text, items
from report_builder.pdf.lines import Line
from report_builder.pdf.pages import fill
from report_builder.pdf.styles import Styles

HEIGHT = 100.0


def words(lines: int) -> list[Item]:
    """A text of lines 10 points high."""
    return items(Text([Line([], 0.0) for _ in range(lines)], 10.0, 0.0))


def chart(height: float, *notes: int) -> list[Item]:
    return [Item(Space(5.0), floats=True, notes=notes), Item(Space(height - 5.0), keep=True)]


def table(rows: int) -> list[Item]:
    """A table too long to be kept whole: three rows stay with its title, each other row may begin a page."""
    head = Space(5.0)
    return [Item(Space(10.0), head=head if n else None, keep=0 < n < 3) for n in range(rows)]


def heading() -> list[Item]:
    return [Item(Space(10.0), entry=("Heading", 1))]


def pages(theme: Theme, *blocks: list[Item]) -> list[str]:
    """Each page as a string: "t" a line of text, "c" a part of a chart, "r" a row of a table, "h" a heading."""
    filled, _ = fill([([i for b in blocks for i in b], False)], HEIGHT, Styles(theme), {}, False)
    return ["".join(letter(placed.item) for placed in page.placed) for page in filled]


def letter(item: Item) -> str:
    if isinstance(item.box, Slice):
        return "t"
    row = item.head is not None or item.box.height == 10.0
    return "h" if item.entry else "r" if row else "c"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((words(4), chart(50), words(3)), ["ttttcc", "ttt"]),
        ((words(6), chart(50), words(3)), ["ttttttttt", "cc"]),
        ((words(6), chart(50), words(6)), ["tttttt", "cctttt", "tt"]),
        ((words(6), chart(50), chart(30), words(3)), ["ttttttttt", "cccc"]),
        ((words(6), chart(50), heading(), words(3)), ["tttttt", "cchttt"]),
        ((words(6), chart(50, 1), words(3)), ["tttttt", "ccttt"]),
        ((words(6), heading(), chart(50), words(3)), ["tttttthttt", "cc"]),
        ((words(6), chart(50), table(4)), ["ttttttrrrr", "cc"]),
        ((words(6), chart(50), table(7)), ["tttttt", "ccrrrrr", "rr"]),
    ],
    ids=[
        "fits",
        "waits",
        "text-is-not-divided",
        "none-passes-another",
        "heading",
        "footnote",
        "after-heading",
        "whole-table",
        "table-is-not-divided",
    ],
)
def test_a_chart_waits_for_the_next_page(theme: Theme, blocks: tuple[list[Item], ...], expected: list[str]) -> None:
    """Whole texts of the section fill the page before it; nothing else passes it."""
    assert expected == pages(theme, *blocks)


def test_a_chart_stays_in_its_section(theme: Theme) -> None:
    """What comes after the section stands after the chart."""
    sections = [([*words(6), *chart(50)], False), (words(3), False)]
    filled, _ = fill(sections, HEIGHT, Styles(theme), {}, False)
    assert ["tttttt", "ccttt"] == ["".join(letter(p.item) for p in page.placed) for page in filled]

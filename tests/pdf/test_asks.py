"""Asks on the page."""

from __future__ import annotations

from report_builder.brand.theme import Theme
from report_builder.document.blocks import Ask, Asks
from report_builder.pdf.write import write

from .briefing import drawings, runs, with_blocks
from .reading import read, set_words


def test_an_addressee_of_several_lines_keeps_clear_of_the_next(theme: Theme) -> None:
    """The rule after an ask stands under the addressee beside it, however short the ask."""
    asked = [
        Asks(f"{name} County Council and Library Authority", "", (Ask(n, runs("Open."), (), "", ()),), brief=True)
        for n, name in enumerate(("First", "Second"), 1)
    ]
    document = with_blocks(*asked)
    placed = set_words(read(write(document, drawings(theme), theme).data), 0)
    named = [p for p in placed if p.left < theme.page.left + 1]
    second = next(n for n, p in enumerate(named) if "Second" in p.words)
    last, first = named[second - 1], named[second]
    assert last.baseline - first.baseline > 2 * last.size

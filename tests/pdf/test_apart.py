"""A story that stands apart: tagged as one, its warning a note, on a ground that breaks over pages."""

from __future__ import annotations

import io
import re

import pikepdf

from report_builder.brand.theme import Theme
from report_builder.document.blocks import Paragraph, Run
from report_builder.pdf.write import write

from .briefing import drawings, with_blocks
from .hard import STORY, stories
from .reading import read, tree


def test_a_story_is_an_article_and_its_warning_a_note(theme: Theme) -> None:
    """Each note under an id of its own, as PDF/UA-1 (7.9) asks; the warning stands before the name and the story."""
    lines = [line.strip() for line in tree(read(write(stories(), drawings(theme), theme).data)).splitlines()]
    starts = [n for n, line in enumerate(lines) if line == "Art"]
    assert ["Note ID=warning-1", "Note ID=warning-2"] == [lines[n + 3] for n in starts]
    assert all(["H2", '"A way home"'] == lines[n + 1 : n + 3] and "Content warning: " in lines[n + 5] for n in starts)


def test_its_ground_is_on_every_page_that_it_is_on(theme: Theme) -> None:
    """As wide as the column and a little more on both sides, so that its words stand where those of the page do."""
    grounds = []
    with pikepdf.open(io.BytesIO(write(stories(), drawings(theme), theme).data)) as pdf:
        for page in pdf.pages:
            rgb = " ".join(f"{int(theme.colours.tint[i : i + 2], 16) / 255:.3f}" for i in (1, 3, 5))
            code = page.Contents.read_bytes().decode("latin-1")
            grounds.append([float(w) for w in re.findall(rf"(?m)^{rgb} rg \S+ \S+ (\S+) \S+ re f$", code)])
    broken = [widths for widths in grounds if any(width > theme.page.column for width in widths)]
    assert [1, 1, 2, 1, 1] == list(map(len, broken))  # the second begins where the first ends
    assert 31 > broken[0][0] - theme.page.column > 10


def test_help_stays_with_the_story(theme: Theme) -> None:
    """No page begins with the line that says whom to ask, however long the story is."""
    line, ask = Paragraph((Run("A short line."),)), STORY.blocks[-1]
    for count in range(60, 100, 2):
        reading = read(write(with_blocks(*[line] * count, ask), drawings(theme), theme).data)
        firsts = [next(iter(page.words.values()), "") for page in reading.pages]
        assert [] == [words for words in firsts if words.startswith("If you need help")]

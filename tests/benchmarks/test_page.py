"""A measured table put into a page, and the page's other words left as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from goals import Measured, table
from page import PAGE, write


def test_a_table_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    """Between its marks."""
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- x: measured -->\n\nold\n\n<!-- x: end -->\nb\n", encoding="utf-8")
    write("x", "new\n", page)
    write("x", "newer\n", page)
    assert "a\n<!-- x: measured -->\n\nnewer\n\n<!-- x: end -->\nb\n" == page.read_text(encoding="utf-8")


def test_a_page_without_marks_is_not_touched(tmp_path: Path) -> None:
    """It is said which are missing."""
    page = tmp_path / "page.md"
    page.write_text("a\n", encoding="utf-8")
    with pytest.raises(SystemExit, match='write "<!-- x: measured -->"'):
        write("x", "new", page)
    assert "a\n" == page.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["example", "editions"])
def test_the_guide_has_a_place_for_each_benchmark(name: str, tmp_path: Path) -> None:
    """A run of ten minutes is not lost for want of one."""
    page = tmp_path / "page.md"
    page.write_text(PAGE.read_text(encoding="utf-8"), encoding="utf-8")
    write(name, "measured anew", page)
    assert "\nmeasured anew\n" in page.read_text(encoding="utf-8")


def test_a_goal_is_reached_or_not() -> None:
    """Beside the figure; no time by the clock where there is none."""
    assert (
        "| memory | **0.70** |  | 0.8 | reached | 0.5 | not reached |" == table([Measured("memory", 0.7, 0.8, 0.5)])[-1]
    )

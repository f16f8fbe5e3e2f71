"""Tests of charts in sentences and rows."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from report_builder.charts.chart import Chart, Panel, Point, State
from report_builder.charts.describe import alt_text, table_of
from report_builder.words import ENGLISH

from .story import FORCES, YEARS, first_and_last, force, forces, girls, one, platforms, point, uk

TITLE, SUBTITLE = "Offences have doubled", "Offences recorded in the UK"


def test_every_value_of_a_small_chart_is_told() -> None:
    """Five bars are all named with their values."""
    expected = (
        "Bar chart: Offences recorded in the UK. "
        "It shows Snapchat 48%, WhatsApp 12%, Facebook and Messenger 10%, Instagram 6% and Kik 5%."
    )
    assert expected == alt_text(platforms(), TITLE, SUBTITLE, ENGLISH)


def test_years_are_told_as_years() -> None:
    """A figure stands in its year."""
    assert "7,062 in 2023/24" in alt_text(uk("lines"), TITLE, SUBTITLE, ENGLISH)


def test_panels_are_told_by_their_ends_and_highs_with_gaps_and_doubts() -> None:
    """Four forces: what each goes from and to, its high in between, and whatever is missing, partial or in doubt."""
    expected = (
        "Column chart: Offences recorded in the UK. "
        "It has 4 panels on one scale: Dyfed-Powys, Gwent, North Wales and South Wales. "
        "It runs from 2017/18 to 2023/24. "
        "Dyfed-Powys goes from 19 in 2017/18 to 67 in 2023/24. "
        "Gwent goes from 44 in 2017/18 to 67 in 2023/24, its high 144 in 2019/20. "
        "North Wales goes from 53 in 2017/18 to 97 in 2023/24, its high 114 in 2020/21. "
        "South Wales goes from 158 in 2017/18 to 333 in 2023/24. "
        "There is no figure for Gwent 2020/21 and South Wales 2022/23. "
        "The figure is partial for Dyfed-Powys 2017/18 (six months). "
        "The figure is in doubt for Gwent 2023/24."
    )
    assert expected == alt_text(forces("columns"), TITLE, SUBTITLE, ENGLISH)


def test_lines_of_one_panel_are_told_by_their_names() -> None:
    """Series are named where there is no panel to name."""
    chart = Chart("lines", (Panel("", tuple(force(name) for name in FORCES)),))
    assert "South Wales goes from 158 in 2017/18 to 333 in 2023/24." in alt_text(chart, TITLE, SUBTITLE, ENGLISH)


def test_pairs_of_dots_are_told_row_by_row() -> None:
    """Each category goes from one period to the other."""
    text = alt_text(first_and_last(), TITLE, SUBTITLE, ENGLISH)
    assert "North Wales goes from 53 in 2017/18 to 97 in 2023/24." in text
    assert "The figure is partial for Dyfed-Powys 2017/18 (six months)." in text


def test_many_bars_are_told_by_their_extremes_and_the_one_marked_out() -> None:
    """Forty-three values would be a table read aloud."""
    bars = [point(f"Force {i}", 500 - i, highlight=i == 20) for i in range(43)]
    text = alt_text(one("bars", *bars), TITLE, "", ENGLISH)
    assert "The highest is Force 0 with 500, the lowest Force 42 with 458. Marked out is Force 20 with 480." in text


@pytest.mark.parametrize("chart", [platforms(), uk("lines"), uk("columns"), girls(), forces("lines"), first_and_last()])
@pytest.mark.parametrize("title, subtitle", [(TITLE, SUBTITLE), ("", ""), ("", SUBTITLE), (TITLE, "")])
def test_the_text_is_never_the_title(chart: Chart, title: str, subtitle: str) -> None:
    """It says more than what stands over the chart, in sentences that end."""
    text = alt_text(chart, title, subtitle, ENGLISH)
    assert text not in (title, subtitle)
    assert text.endswith(".")
    assert "  " not in text


def test_a_chart_of_gaps_says_so() -> None:
    """Nobody is left to take a gap for a zero."""
    text = alt_text(one("columns", point("2020/21", None)), TITLE, "", ENGLISH)
    assert "Column chart: Offences have doubled. It shows no figures. There is no figure for 2020/21." == text


def test_many_gaps_are_counted() -> None:
    """A list of thirty years is no description."""
    points = [point(str(1980 + i), None if i % 3 else 5) for i in range(40)]
    assert "There is no figure for 26 of its 40 points." in alt_text(one("columns", *points), TITLE, "", ENGLISH)


def test_a_withheld_figure_is_not_told() -> None:
    """Its value stays out of sentences and table even where the point carries one."""
    chart = one("bars", Point("Gwent", 4, "", State.SUPPRESSED), point("South Wales", 158))
    assert "The figure is withheld for Gwent." in alt_text(chart, TITLE, "", ENGLISH)
    assert ["Gwent", "", "", "withheld"] == table_of(chart, ENGLISH)[1]


def test_the_table_has_a_row_for_every_point() -> None:
    """Panel, label, figure as printed, plain figure, and what its state means."""
    rows = table_of(forces("columns"), ENGLISH)
    assert ["Group", "Item", "Figure as printed", "Figure", "Note"] == rows[0]
    assert ["Dyfed-Powys", "2017/18", "19", "19", "six months only"] == rows[1]
    assert ["Gwent", "2020/21", "", "", "no figure published"] == rows[1 + 7 + 3]
    assert 1 + len(FORCES) * len(YEARS) == len(rows)


def test_the_table_names_series_only_where_there_are_several() -> None:
    """A chart of one series has three columns and a note."""
    assert [4, 5] == [len(table_of(chart, ENGLISH)[0]) for chart in (uk("columns"), first_and_last())]
    assert ["2023/24", "7,062", "7062", ""] == table_of(uk("columns"), ENGLISH)[-1]


def test_words_of_another_language_are_all_that_changes() -> None:
    """With sentences of nothing but a dot no English is left."""
    blank = replace(ENGLISH, sentences=dict.fromkeys(ENGLISH.sentences, "·"), listed=lambda items: "+".join(items))
    for chart in (platforms(), forces("columns"), first_and_last()):
        assert set(alt_text(chart, TITLE, SUBTITLE, blank)) <= set("· ")
        assert {"·"} == set(table_of(chart, blank)[0])


def test_names_may_hold_braces() -> None:
    """What people call things never is a template."""
    text = alt_text(one("bars", point("{x}", 5)), "{title}", "", ENGLISH)
    assert "{x} 5" in text
    assert "{title}" in text

"""A chart draws the facts that its author names, marks what is doubtful, and refuses what would mislead."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from facts.made import ACCEPTED, parts, sound, story, table
from report_builder.campaign.place import Place
from report_builder.charts.chart import Chart, State
from report_builder.facts.family import Facts
from report_builder.sections.charts import safe_cell
from report_builder.sections.compose import compose
from sections.made import composed, figure, section, told, view, words
from sections.made import table as table_of

ACCEPT = {"accept": [{"problem": "part-year-base", **ACCEPTED}]}


def fence(**keys: str) -> str:
    """A section of one chart."""
    typed = {"draw": "columns", "fact": "offences", "title": "A title", **keys}
    body = "\n".join(f"{key}: {value}" for key, value in typed.items() if value)
    return f"# A\n\n```chart\n{body}\n```\n"


def chart(**keys: str) -> Chart:
    """A chart of the example's facts with which nothing is wrong."""
    made = composed(fence(**keys))
    assert [] == told(made)
    return figure(made).chart


def labels(made: Chart) -> list[list[str]]:
    """The labels of each panel's first series."""
    return [[p.label for p in panel.series[0].points] for panel in made.panels]


def test_a_year_along_the_axis() -> None:
    """Every year has its place; gaps have no value, a part year and a doubt are marked, the rest is full."""
    made = chart(across="year", fact="offences[gwent]", highlight="latest")
    points = made.panels[0].series[0].points
    assert ["44", "26", "144", "", "26", "58", "67"] == [p.text for p in points]
    assert points[3].value is None
    wanted = [State.FULL] * 3 + [State.MISSING] + [State.FULL] * 2 + [State.DOUBTFUL]
    assert wanted == [p.state for p in points]
    assert [False] * 6 + [True] == [p.highlight for p in points]
    assert {State.MISSING, State.DOUBTFUL} == {state for state, _ in made.legend}


def test_small_multiples() -> None:
    """One panel for each force, without Wales among them, every year in each."""
    made = chart(across="year", one_panel_for_each="place")
    assert ["Dyfed-Powys", "Gwent", "North Wales", "South Wales"] == [panel.title for panel in made.panels]
    assert {7} == {len(panel.series[0].points) for panel in made.panels}
    first = made.panels[0].series[0].points[0]
    assert (State.PARTIAL, "part year") == (first.state, first.mark)


def test_panels_may_be_chosen() -> None:
    """By id or name."""
    made = chart(across="year", one_panel_for_each="place", only="[gwent, South Wales]")
    assert ["Gwent", "South Wales"] == [panel.title for panel in made.panels]


def test_the_report_s_own_place_by_default() -> None:
    """Without more words a chart is of the report's place, which is partial where a part of it is."""
    points = chart(across="year").panels[0].series[0].points
    assert ["274", "310", "379", "", "326", "", "554"] == [p.text for p in points]
    assert [State.PARTIAL, State.FULL] == [points[i].state for i in (0, 6)]


def test_the_edition_s_own_place_is_highlighted_as_here() -> None:
    """One section file serves every edition: `highlight: here` marks each one's own place, in charts and in tables."""
    facts = replace(story(), here="gwent")
    drawn = figure(composed(fence(draw="bars", down="place", highlight="here"), facts=facts)).chart
    assert ["Gwent"] == [p.label for p in drawn.points() if p.highlight]
    listed = table_of(composed("# A\n\n```table\nfact: offences\ndown: place\nhighlight: here\n```\n", facts=facts))
    assert ["Gwent"] == [words(row[0].runs) for row in listed.body if row[0].emphasis]


def test_bars_stand_in_order_of_size() -> None:
    """The largest first, unless the author wants them as listed; those without a figure last."""
    made = chart(draw="bars", fact="platform", down="platform", highlight="kik")
    assert [["Snapchat", "WhatsApp", "Facebook and Messenger", "Instagram", "Kik"]] == labels(made)
    listed = chart(draw="bars", fact="offences[2020/21]", down="place", order="as listed")
    assert [["Dyfed-Powys", "Gwent", "North Wales", "South Wales"]] == labels(listed)
    by_name = chart(draw="bars", fact="platform", down="platform", order="by name")
    assert [["Facebook and Messenger", "Instagram", "Kik", "Snapchat", "WhatsApp"]] == labels(by_name)
    gap_last = chart(draw="bars", fact="offences[2020/21]", down="place")
    assert [["South Wales", "North Wales", "Dyfed-Powys", "Gwent"]] == labels(gap_last)


def test_two_periods() -> None:
    """Dots are an earlier and a later year of each row, in one order, the later one marked."""
    made = chart(draw="dots", down="place")
    early, late = made.panels[0].series
    assert ["2017/18", "2023/24"] == [early.name, late.name]
    assert [False, True] == [early.highlight, late.highlight]
    assert ["Dyfed-Powys", "Gwent", "North Wales", "South Wales"] == [p.label for p in late.points]
    chosen = chart(draw="dots", down="place", **{"from": "2018/19", "to": "2019/20"})
    assert ["2018/19", "2019/20"] == [series.name for series in chosen.panels[0].series]


def test_lines_for_several_rows() -> None:
    """A line for each place, one of them marked."""
    made = chart(draw="lines", across="year", down="place", highlight="gwent")
    assert [("Dyfed-Powys", False), ("Gwent", True)] == [(s.name, s.highlight) for s in made.panels[0].series][:2]


def test_words_around_it() -> None:
    """Measure, place, period and base in the subtitle, the sources, the shortfalls, and the data attached."""
    made = figure(composed(fence(across="year")))
    assert "Offences of Sexual Communication with a Child, Wales, 2017/18 to 2023/24" == made.subtitle
    assert "Cambrian News, 31 October 2024; WalesOnline, 1 November 2024" == made.source
    assert "Dyfed-Powys’s 2017/18 figure covers six of 12 months." in made.caveats
    assert made.data is not None
    assert b"2017/18" in made.data.data
    share = figure(composed(fence(draw="bars", fact="platform", down="platform")))
    assert share.subtitle.endswith("of the 1,824 offences where the means of communication was known")


@pytest.mark.parametrize(
    ("rows", "place"),
    [({"make_up": "All"}, "All, "), ({"listed": "some"}, "")],
    ids=["all-that-make-it-up", "some-of-them"],
)
@pytest.mark.parametrize(("fact", "measure"), [("n", "Things, "), ("[n, m]", "")], ids=["one-measure", "two"])
def test_small_words_of_many_places_are_not_about_one(
    rows: dict[str, str], place: str, fact: str, measure: str
) -> None:
    """In the edition of one place too, small words name what all make up; of several measures they name none."""
    made = table("Place,2020,2021,2022\nAx,1,2,3\nBy,4,5,6\n", rows={"column": "Place", "are": "place", **rows})
    entry = {"kind": "sum", "label": "things", "data": "t", "each": ["place", "year"]}
    own = replace(
        view(facts=sound({"n": entry, "m": entry}, made, here="Ax")), place=Place("ax", "Ax", "in Ax", "of Ax")
    )
    tabled = compose(replace(own, sections=(section(f"# A\n\n```table\nfact: {fact}\ndown: place\n```\n"),)))
    assert f"{measure}{place}2022" == table_of(tabled).subtitle
    if measure:
        drawn = compose(replace(own, sections=(section(fence(draw="bars", fact=fact, down="place")),)))
        assert f"{measure}{place}2022" == figure(drawn).subtitle


@pytest.mark.parametrize(
    ("reason", "said"), [("no figure published", "No figure published"), ("withheld to protect people", "No figure")]
)
def test_a_gap_is_not_said_to_be_unpublished_where_its_reason_is_another(reason: str, said: str) -> None:
    """The key says no more than all the gaps have in common."""
    made = table("Place,2020,2021,2022\nAx,1,n/a,3\nBy,4,5,6\n", codes={"n/a": reason})
    facts = sound({"n": {"kind": "sum", "data": "t", "each": ["place", "year"]}}, made, here="Ax")
    drawn = figure(composed(fence(fact="n[ax]", across="year"), facts=facts)).chart
    assert ((State.MISSING, said),) == drawn.legend


def test_a_claim_in_a_title() -> None:
    """A title is checked as all text is, and its caveat stands in the caption."""
    facts = story(ACCEPT)
    made = figure(composed(fence(across="year", title="It [more than doubled](claim:growth)"), facts=facts))
    assert "It more than doubled" == words(made.title)
    assert made.caveats[0].endswith("(1.95 times).")
    failing = composed(fence(across="year", title="It [doubled](claim:growth[gwent])"), facts=facts)
    assert ["C012"] == told(failing)


@pytest.mark.parametrize("key", ["subtitle", "alt"])
def test_a_claim_in_the_small_words(key: str) -> None:
    """Wherever the claim stands, its caveat stands in the caption."""
    made = figure(composed(fence(across="year", **{key: "It [more than doubled](claim:growth)"}), facts=story(ACCEPT)))
    assert made.caveats[0].endswith("(1.95 times).")


def test_alt_text() -> None:
    """The tool writes it unless the author does; it is never the title again."""
    assert "Gwent" in figure(composed(fence(across="year", one_panel_for_each="place"))).alt
    own = figure(composed(fence(across="year", alt="Columns that rise to {offences}.")))
    assert "Columns that rise to 554." == own.alt
    assert ["G025"] == told(composed(fence(across="year", alt="A title")))


def test_the_data_as_a_table() -> None:
    """On request the chart's figures stand under it."""
    made = composed(fence(across="year", table="true"))
    assert ["Heading", "FigureBlock", "TableBlock"] == [type(b).__name__ for b in made.document.sections[0].blocks]


@pytest.mark.parametrize(
    ("keys", "code", "part"),
    [
        ({"fact": "ofences"}, "F001", 'did you mean "offences"?'),
        ({"fact": "offences[gwnt]", "across": "year"}, "F001", 'did you mean "gwent"?'),
        ({"across": "sex"}, "G020", "it is by place, year"),
        ({"across": "year", "only": "[gwnt]"}, "F001", 'did you mean "gwent"?'),
        ({"across": "year", "highlight": "gwnt"}, "F001", 'did you mean "gwent"?'),
        ({"draw": "dots", "fact": "platform", "down": "platform"}, "G020", "it is by platform"),
        ({"draw": "dots", "down": "place", "from": "2001/02"}, "F001", "name a year"),
        ({"fact": "platform"}, "F001", "platform[snapchat]"),
        ({"fact": "[offences_uk, growth_uk]"}, "G021", "draw a chart for each unit"),
        ({"across": "year", "title": "a b c d e f g h i j k"}, "G026", "10 or fewer"),
    ],
)
def test_mistakes(keys: dict[str, str], code: str, part: str) -> None:
    """A chart never loses a row, a panel or itself in silence."""
    made = composed(fence(**keys))
    assert [code] == told(made)
    assert part in made.problems[0].help


def shares(text: str, **more: Any) -> Facts:
    """A family of shares."""
    return sound({"f": {"kind": "value", "data": "t", "each": ["kind"]}}, parts(f"Kind,Share\n{text}", **more))


ROWS = {"column": "Kind", "are": "kind"}


@pytest.mark.parametrize(
    ("facts", "keys", "code"),
    [
        (shares("Ax,60\nBy,40\n"), {}, None),
        (shares("Ax,33\nBy,33\nCo,33\n"), {}, None),
        (shares("Ax,60\nBy,35\n"), {}, "G023"),
        (shares("Ax,60\nBy,n/a\n"), {}, "G023"),
        (shares("Ax,60\nBy,40\n", rows={**ROWS, "parts": "overlapping"}), {}, "G022"),
        (shares("Ax,60\nBy,40\n", rows={**ROWS, "listed": "some"}), {}, "G022"),
        (shares("Ax,60\nBy,40\n"), {"only": "[ax]"}, "G022"),
    ],
)
def test_parts_of_a_whole(facts: Facts, keys: dict[str, str], code: str | None) -> None:
    """Only separate, complete parts that add up, rounding allowed for, are drawn as parts of one bar."""
    made = composed(fence(draw="shares", fact="f", down="kind", **keys), facts=facts)
    assert ([code] if code else []) == told(made)


def test_counts_as_parts() -> None:
    """Counts along a dimension that makes up a whole may be parts; years, gaps and facts of their own are not."""
    made = table("Place,2020,2021,2022\nAx,1,2,3\nBy,4,n/a,6\n")
    facts = sound({"n": {"kind": "sum", "data": "t", "each": ["place", "year"]}}, made, here="All")
    by_place = fence(draw="shares", fact="n[2022]", down="place")
    assert [] == told(composed(by_place, facts=facts))
    assert ["G024"] == told(composed(by_place.replace("2022", "2021"), facts=facts))
    assert ["G022"] == told(composed(fence(draw="shares", fact="n[ax]", across="year"), facts=facts))
    assert ["G022"] == told(composed(fence(draw="shares", fact="[offences, offences_uk]")))


def test_a_sum_with_parts_missing_is_partial() -> None:
    """An accepted sum over a gap is hatched, and the key says what of."""
    accepted = {"accept": [{"problem": "missing-parts", **ACCEPTED}]}
    made = table("Place,2020,2021,2022\nAx,1,2,3\nBy,4,n/a,6\n")
    facts = sound({"n": {"kind": "sum", "data": "t", "each": ["place", "year"], **accepted}}, made, here="All")
    drawn = figure(composed(fence(fact="n", across="year"), facts=facts)).chart
    point = drawn.panels[0].series[0].points[1]
    assert (State.PARTIAL, "some missing", "at least 2") == (point.state, point.mark, point.text)
    assert "should have given figures" in dict(drawn.legend)[State.PARTIAL]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+x", "'+x"),
        ("@a", "'@a"),
        ("-5", "-5"),
        ("−5.2", "−5.2"),
        ("1,824", "1,824"),
        (" =x", "' =x"),
        ("", ""),
    ],
)
def test_attached_cells_are_no_formulas(text: str, safe: str) -> None:
    """What a spreadsheet would run is neutralised; numbers stay numbers."""
    assert safe == safe_cell(text)


def test_dots_mark_one_place() -> None:
    """The place that is highlighted has the strong colour alone; with none, the later year of all has it."""
    of_places = {"draw": "dots", "across": "", "down": "place"}
    marked = chart(**of_places, highlight="gwent").panels[0].series
    assert [False, False] == [s.highlight for s in marked]
    assert ["Gwent"] == [p.label for p in marked[1].points if p.highlight]
    assert [False, True] == [s.highlight for s in chart(**of_places).panels[0].series]

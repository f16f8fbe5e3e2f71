"""An edition is a view: its place, its phrases, its sections; the same bytes alone and among others."""

from __future__ import annotations

import re
from pathlib import Path

from calling import Call
from report_builder.build import Checked, Edition, build_edition, check, check_edition, editions_of, load, prepare
from report_builder.document.printed import texts

from .made import EDITIONS, change, with_editions

STOPS = "report/sections/stops.md"
PLACE_OF = "\nplace_of: {label: among the towns, kind: rank, of: bare, item: here, among: place}\n"


def words_of(project: Path, area: str) -> str:
    """Everything an edition says."""
    prepared = prepare(load(project))
    checked = check_edition(prepared, Edition(area, "en-GB", area))
    assert checked.composed is not None
    return "\n".join(t.words for t in texts(checked.composed.document))


def test_editions_come_area_by_area(project: Path) -> None:
    """Named by the pattern; a project without the file is one edition, named as it always was."""
    assert ["bus-stops"] == [e.name for e in editions_of(load(project))]
    with_editions(project)
    assert ["bus-stops-exampleshire-en-GB", "bus-stops-northtown-en-GB", "bus-stops-southtown-en-GB"] == [
        e.name for e in editions_of(load(project))
    ]


def test_places_stand_in_the_words_that_are_given(project: Path) -> None:
    """In text, in the title, and where an author's own column is called for."""
    with_editions(project)
    change(project, "report/report.yml", "title: Bus stops", "title: Bus stops {place:in}")
    change(project, STOPS, "```chart", "Ask {area.mayor} about the {bare} stops {place:in}, or {place:of}.\n\n```chart")
    said = words_of(project, "southtown")
    assert "Ask C. Mayor about the 38 stops in the Southtown area, or of the Southtown area." in said
    checked = check_edition(prepare(load(project)), Edition("northtown", "en-GB", "x"))
    assert checked.composed is not None
    assert "Bus stops in Northtown without a shelter" == checked.composed.document.title


COMPARED = """
place_of: {label: among the towns, kind: rank, of: bare, item: here, among: place}
middle_town: {label: the median town, kind: middle, of: bare, among: place}
beside_middle: {label: beside the median, kind: ratio, of: "bare[here]", against: middle_town}
part_of_larger: {label: part of the larger area, kind: share, of: "bare[here]", out_of: "bare[parent]"}
"""
SENTENCES = """\
{bare} stops {place:in} had none: {place_of:phrase} of {place_of.among}, {beside_middle:phrase}, and {part_of_larger} of
the {bare[parent]} {parent:in}. That is [above the median](claim:beside_middle "or phrase").
"""


def test_a_town_is_compared_with_the_larger_area_and_the_median(project: Path) -> None:
    """In the words that each place brings; a claim that fails at one falls back there. The whole has none of it."""
    with_editions(project)
    facts = project / "report/facts.yml"
    facts.write_text(facts.read_text(encoding="utf-8") + COMPARED, encoding="utf-8")
    change(project, STOPS, "kind: trend", "kind: trend\nneeds: part_of_larger")
    change(project, STOPS, "```chart", f"In all, {SENTENCES}\n\n```chart")
    north, south = (words_of(project, town) for town in ("northtown", "southtown"))
    assert (
        "the most of three, 7 per cent more than the median town, and 41 per cent of the 177 in Exampleshire" in north
    )
    assert "That is above the median." in north
    assert "That is 43 per cent fewer than the median town." in south
    assert "the median" not in words_of(project, "exampleshire")


def test_a_larger_area_that_is_none(project: Path) -> None:
    """A sentence about it stands in the edition of a place that is part of one only."""
    with_editions(project)
    change(project, STOPS, "```chart", "It is part of {parent}.\n\n```chart")
    prepared = prepare(load(project))
    whole, town = (check_edition(prepared, Edition(a, "en-GB", a)).problems for a in ("exampleshire", "northtown"))
    assert ["Exampleshire is part of no larger area"] == [p.message for p in whole if p.code == "E034"]
    assert not [p for p in town if p.code == "E034"]


def test_a_section_that_needs_what_a_place_has_not_is_left_out(project: Path) -> None:
    """A rank among the towns is of towns only; check says what it left out."""
    with_editions(project)
    facts = project / "report/facts.yml"
    facts.write_text(facts.read_text(encoding="utf-8") + PLACE_OF, encoding="utf-8")
    change(project, STOPS, "kind: trend", "kind: trend\nneeds: place_of")
    change(project, STOPS, "```chart", "It is {place_of:phrase}.\n\n```chart")
    prepared = prepare(load(project))
    whole, town = (check_edition(prepared, Edition(a, "en-GB", a)) for a in ("exampleshire", "northtown"))
    assert ['"stops" is left out: place_of has no figure for Exampleshire'] == [
        p.message for p in whole.problems if p.code == "P062"
    ]
    assert not [p for p in town.problems if p.code == "P062"]
    assert town.composed is not None
    assert "place_of[northtown]" in town.composed.printed


def test_areas_replace_leave_out_and_keep_sections(project: Path) -> None:
    """By the area's own entry, or by the section's `only_for:`."""
    mine = "    sections: {stops: northtown}\n    leave_out: [reasons]\n"
    with_editions(project, EDITIONS.replace("    mayor: B. Mayor\n", f"    mayor: B. Mayor\n{mine}"))
    (project / "report/sections/northtown.md").write_text("---\nkind: prose\n---\n# At home\n\nOnly here.\n", "utf-8")
    change(project, "report/sections/asks.md", "kind: asks", "kind: asks\nonly_for: [southtown, northtown]")
    prepared = prepare(load(project))
    kinds = {}
    for edition in editions_of(prepared.project):
        composed = check_edition(prepared, edition).composed
        assert composed is not None
        kinds[edition.area] = [s.kind for s in composed.document.sections]
    assert ["trend", "breakdown", "method", "contact"] == kinds["exampleshire"]
    assert ["prose", "asks", "method", "contact"] == kinds["northtown"]
    assert ["trend", "breakdown", "asks", "method", "contact"] == kinds["southtown"]


def test_an_edition_alone_has_the_bytes_of_the_full_run(project: Path) -> None:
    """Nothing that another edition did is left in it."""
    with_editions(project)
    change(project, "report/sections/cover.md", "claim:growth", 'claim:growth "or phrase"')
    prepared = prepare(load(project))
    together = {e: build_edition(prepared, e).files for e in editions_of(prepared.project)}
    for edition, files in together.items():
        alone = build_edition(prepare(load(project)), edition).files
        assert [f.data for f in files] == [f.data for f in alone]
    assert 3 == len({files[0].sha256 for files in together.values()})


def told(checked: Checked) -> list[tuple[str, tuple[str, ...]]]:
    """The code of each warning and error, and what is noted with it."""
    return [(p.code, p.notes) for p in checked.problems if p.severity != "note" and p.code != "W001"]


def test_check_says_in_which_editions_something_is_wrong(project: Path) -> None:
    """Errors of any kind, each once with its editions; what is wrong with the report's own is said of that alone."""
    with_editions(project, EDITIONS.replace("    mayor: B", "    sections: {stops: northtown}\n    mayor: B"))
    change(project, "report/sections/cover.md", "claim:growth", 'claim:growth "or phrase"')
    stops = (project / STOPS).read_text(encoding="utf-8")
    (project / "report/sections/northtown.md").write_text(f"{stops}\nThere is {{nothing}}.\n", encoding="utf-8")
    found = check(load(project))
    assert [("F001", ("in northtown, en-GB",))] == told(found)
    assert found.work is not None
    change(project, STOPS, "```chart", "There is {nothing}.\n\n```chart")
    assert [("F001", ()), ("F001", ("in northtown, en-GB",))] == sorted(told(check(load(project))))


def test_pages_of_all_editions_are_laid_out_where_that_is_asked_for(project: Path) -> None:
    """A name that is too wide for its page is found in its edition."""
    with_editions(project, EDITIONS.replace("B. Mayor", "M" * 90))
    change(project, "report/sections/cover.md", "claim:growth", 'claim:growth "or phrase"')
    change(project, STOPS, "```chart", "Ask {area.mayor}.\n\n```chart")
    assert [] == told(check(load(project)))
    ((code, notes),) = told(check(load(project), every_page=True))
    assert ("L002", "in northtown, en-GB") == (code, notes[-1])


def test_a_fact_that_no_edition_can_print_is_told(call: Call, project: Path) -> None:
    """F021, by `check`: no file but facts.yml names it. Of one that some edition prints it is not said."""
    with_editions(project)
    with (project / "report/facts.yml").open("a", encoding="utf-8") as facts:
        facts.write("\nforgotten:\n  label: without a shelter\n  kind: sum\n  data: stops\n  each: [year]\n")
        facts.write("\nelsewhere:\n  label: without a shelter\n  kind: sum\n  data: stops\n  each: [year]\n")
    text = "---\nkind: prose\nonly_for: [southtown]\n---\n# More\n\n{elsewhere} stops.\n"
    (project / "report/sections/more.md").write_text(text, encoding="utf-8")
    change(project, "report/report.yml", "sections:\n", "sections:\n  - more\n")
    said = call("check", project).err
    assert ["forgotten"] == re.findall(r'\[F021\]: "(\w+)"', said)

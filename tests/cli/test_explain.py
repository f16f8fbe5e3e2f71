"""`explain`: a fact's whole story, and a code's page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from calling import Call
from example import copy_of_example
from report_builder.problems import CODES


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example campaign."""
    copy_of_example(tmp_path / "example")
    return tmp_path / "example"


def test_a_fact_is_told_down_to_its_cells(call: Call, project: Path) -> None:
    """Inputs, cells, what is partial, what it carries."""
    outcome = call("explain", "growth", project)
    assert (0, "") == (outcome.exit_code, outcome.err)
    for words in (
        "stops.csv",
        "like for like",
        "part year",
        "accepted: part-year-base, by A. Head",
        "more than doubled",
    ):
        assert words in outcome.out


def test_a_member_may_be_named_as_in_the_text(call: Call, project: Path) -> None:
    """With its braces."""
    assert call("explain", "bare[northtown, 2025]", project) == call("explain", "{bare[northtown, 2025]}", project)


def test_an_unknown_fact_is_a_wrong_command_line(call: Call, project: Path) -> None:
    """With what may be meant."""
    outcome = call("explain", "grwth", project)
    assert 2 == outcome.exit_code
    assert 'there is no fact named "grwth"; did you mean "growth"?' in outcome.err


def test_a_fact_is_told_where_it_is_printed(call: Call, project: Path) -> None:
    """File and section as they are; pages of the last build, and what that printed where it was another figure."""
    before = call("explain", "bare", project).out
    assert "stops.md)" in before
    assert "(pages are known after a build)" in before
    call("build", project)
    after = call("explain", "bare", project).out
    (line,) = [x for x in after.splitlines() if "stops.md)" in x]
    assert re.match(r"  page \d, “", line)
    ledger = project / "build" / "facts.json"
    ledger.write_text(ledger.read_text("utf-8").replace('"figure": "', '"figure": "1'), "utf-8")
    assert "(pages are of the last build, in which 1" in call("explain", "bare", project).out


def test_a_fact_that_is_printed_nowhere_says_so(call: Call, project: Path) -> None:
    """A member of a family that no text, chart or table shows."""
    (project / "report" / "sections" / "stops.md").write_text("---\nkind: prose\n---\n# Stops\n\nNone.\n", "utf-8")
    assert "printed nowhere" in call("explain", "bare[northtown, 2024]", project).out


@pytest.mark.parametrize(
    "named", ["growth=more-than-doubled", 'growth "more than doubled"', "[more than doubled](claim:growth)"]
)
def test_a_claim_is_told(named: str, call: Call, project: Path) -> None:
    """Rule, values, margins, what it rests on and what holds instead; however it is named."""
    outcome = call("explain", named, project)
    assert (0, "") == (outcome.exit_code, outcome.err)
    for words in (
        "more-than-doubled: ",
        "holds where it is above 2 times",
        "at the printed value: ",
        "like for like: ",
    ):
        assert words in outcome.out


def test_the_words_of_a_claim_name_it(call: Call, example: Path) -> None:
    """Every place that makes it is listed, with both margins."""
    outcome = call("explain", "more than doubled", example)
    assert "growth[wales] = more-than-doubled: holds\n" in outcome.out
    assert "fails if 2023/24 were 548 or fewer (6 fewer) or 2017/18 were 277 or more (3 more)" in outcome.out
    assert "rests on part-year-base: accepted by Example head of policy" in outcome.out
    assert "cover.md:5:44" in outcome.out
    assert "summary.md:4:37" in outcome.out


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("growth=doubeld", 'did you mean "doubled"?'),
        ("grwth=doubled", 'did you mean "growth"?'),
        ('growth "went bananas"', 'does not know what "went bananas" would mean'),
    ],
)
def test_no_claim_is_a_wrong_command_line(named: str, said: str, call: Call, project: Path) -> None:
    """With what may be meant."""
    outcome = call("explain", named, project)
    assert 2 == outcome.exit_code
    assert said in outcome.err


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_its_page(call: Call, code: str) -> None:
    """Wherever one stands, in capitals or not."""
    outcome = call("explain", code.lower(), "/nowhere")
    assert 0 == outcome.exit_code
    assert outcome.out.startswith(f"{code}: ")


def test_a_figure_that_no_edition_prints_is_told_too(call: Call, project: Path) -> None:
    """The ledger of one edition of many does not know it."""
    area = "    name: {0}\n    in: in {0}\n    of: of {0}\n"
    areas = "".join(f"  {name.lower()}:\n{area.format(name)}" for name in ("Exampleshire", "Northtown"))
    (project / "report" / "editions.yml").write_text(f"areas:\n{areas}languages: [en-GB]\n", "utf-8")
    facts = project / "report" / "facts.yml"
    unused = "\nunused:\n  label: stops\n  kind: value\n  data: stops\n  each: [place, year]\n"
    facts.write_text(facts.read_text("utf-8").rstrip() + "\n" + unused, "utf-8")
    outcome = call("explain", "unused[southtown, 2023]", project)
    assert (0, "") == (outcome.exit_code, outcome.err)
    assert outcome.out.endswith("printed nowhere\n")


def test_a_code_that_is_none_is_told_without_a_project(call: Call, tmp_path: Path) -> None:
    """It is no fact's name."""
    outcome = call("explain", "C999", tmp_path)
    assert (2, True) == (outcome.exit_code, 'there is no code "C999"' in outcome.err)

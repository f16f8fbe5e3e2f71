"""A reference finds the fact that its author means, or says what was meant."""

from __future__ import annotations

from typing import Any

import pytest

from facts.made import OFFENCES, fact, sound, table, welsh
from report_builder.facts.family import Facts, Unfound


@pytest.fixture(scope="module")
def offences() -> Facts:
    """The Welsh offences by place and year."""
    return sound({"offences": OFFENCES}, welsh())


@pytest.mark.parametrize(
    ("reference", "id"),
    [
        ("offences", "offences[wales, 2023/24]"),
        ("offences[here]", "offences[wales, 2023/24]"),
        ("offences[latest]", "offences[wales, 2023/24]"),
        ("offences[first]", "offences[wales, 2017/18]"),
        ("offences[previous]", "offences[wales, 2022/23]"),
        ("offences[2019/20]", "offences[wales, 2019/20]"),
        ("offences[2019-20]", "offences[wales, 2019/20]"),
        ("offences[FY2019/20]", "offences[wales, 2019/20]"),
        ("offences[gwent]", "offences[gwent, 2023/24]"),
        ("offences[Gwent]", "offences[gwent, 2023/24]"),
        ("offences[South Wales]", "offences[south_wales, 2023/24]"),
        ("offences[dyfed-powys, first]", "offences[dyfed_powys, 2017/18]"),
        ("offences[2018/19, gwent]", "offences[gwent, 2018/19]"),
        (" offences [ gwent , 2018/19 ] ", "offences[gwent, 2018/19]"),
        ("offences[]", "offences[wales, 2023/24]"),
    ],
)
def test_found(offences: Facts, reference: str, id: str) -> None:
    """Here and latest by default; ids, names and years in their usual spellings, in any order."""
    found = fact(offences, reference)
    assert id == found.id
    assert found == offences.by_id(id)


@pytest.mark.parametrize(
    ("reference", "message", "help"),
    [
        ("ofences", 'there is no fact named "ofences"', 'did you mean "offences"?'),
        ("xyz", 'there is no fact named "xyz"', "`report-builder facts` lists them all"),
        ("offences[gwnt]", '"offences" has no member "gwnt"', 'did you mean "gwent"?'),
        ("offences[2030/31]", '"offences" has no member "2030/31"', None),
        ("offences[gwent, gwent]", '"offences" has no member "gwent"', None),
        ("offences[gwent", '"offences[gwent" is not the name of a fact', None),
        ("554", '"554" is not the name of a fact', None),
    ],
)
def test_not_found(offences: Facts, reference: str, message: str, help: str | None) -> None:
    """What is not there is said, with the nearest that is."""
    found = offences.reference(reference)
    assert isinstance(found, Unfound)
    assert message == found.message
    assert help is None or help == found.help


def test_given_members(offences: Facts) -> None:
    """A chart fixes what a reference leaves open, never what it says."""
    given = {"place": "gwent", "year": "2018/19"}
    assert "offences[gwent, 2018/19]" == _id(offences.reference("offences", given))
    assert "offences[south_wales, 2018/19]" == _id(offences.reference("offences[south_wales]", given))


def _id(found: object) -> str:
    return str(getattr(found, "id", found))


def entry(**more: Any) -> dict[str, Any]:
    """Values by place and year."""
    return {"f": {"kind": "value", "data": "t", "each": ["place", "year"], **more}}


def test_the_year_before_is_the_adjacent_one() -> None:
    """Where the data have no 2021 the year before 2022 is not 2020: nothing is skipped over."""
    text = "Place,2020,2022\nAx,1,3\n"
    facts = sound(entry(), table(text, years={"columns": ["2020", "2022"]}), here="ax")
    assert isinstance(facts.reference("f[previous]"), Unfound)
    assert 3 == fact(facts, "f[latest]").value


def test_own_defaults() -> None:
    """An entry's own place and period are what its bare name means."""
    text = "Place,2020,2021,2022\nAx,1,2,3\nBy,4,5,6\n"
    facts = sound(entry(place="By", period="2021"), table(text), here="ax")
    assert "f[by, 2021]" == fact(facts, "f").id
    assert "f[ax, 2021]" == fact(facts, "f[here]").id


def test_a_place_that_is_not_there() -> None:
    """Where the report's place is no member, the reference has to say which; a single place is meant."""
    text = "Place,2020,2021,2022\nAx,1,2,3\nBy,4,5,6\n"
    two = sound(entry(), table(text))
    found = two.reference("f")
    assert isinstance(found, Unfound)
    assert '"f" has many members by place; say which' == found.message
    other = {"kind": "sum", "data": "o", "each": ["place"], "period": "2020"}
    both = sound({**entry(), "o": other}, table(text), table("Place,2020,2021,2022\nCo,1,2,3\n", "o"), here="co")
    away = both.reference("f")
    assert isinstance(away, Unfound)
    assert '"f" has no member for Co; say which place is meant' == away.message
    one = sound(entry(), table("Place,2020,2021,2022\nAx,1,2,3\n"))
    assert 3 == fact(one, "f").value


def test_open_family(offences: Facts) -> None:
    """What a chart's reference fixes is told by dimension."""
    found = offences.open_family("offences[gwent]")
    assert not isinstance(found, Unfound)
    assert ("offences", {"place": "gwent"}) == (found[0].name, found[1])
    assert isinstance(offences.open_family("offences[nowhere]"), Unfound)
    assert isinstance(offences.open_family("nothing"), Unfound)


def test_single_facts_have_no_members() -> None:
    """A single fact with brackets is told to go without."""
    facts = sound({"f": {"kind": "sum", "data": "t"}}, table("Place,2020,2021,2022\nAx,1,2,3\n"))
    found = facts.reference("f[ax]")
    assert isinstance(found, Unfound)
    assert '"f" is a single fact; write it without brackets' == found.help

"""A table has a cell for every heading, marks what is partial, and says what does not add up."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from facts.made import ACCEPTED, sound, story
from facts.made import table as dataset
from report_builder.sections.compose import compose
from sections.made import composed, lines, section, table, told, view, words


def fence(**keys: str) -> str:
    """A section of one table."""
    typed = {"fact": "offences", "down": "place", **keys}
    body = "\n".join(f"{key}: {value}" for key, value in typed.items() if value)
    return f"# A\n\n```table\n{body}\n```\n"


def shown(**keys: str) -> list[str]:
    """The table as lines: its title, its rows, its notes."""
    made = composed(fence(**keys))
    assert [] == told(made)
    return [line.strip() for line in lines([table(made)])]


def test_the_forces() -> None:
    """Each figure as published, marks for the part year and the doubt, the published total, and its mismatch."""
    wanted = [
        "table 1: Offences of Sexual Communication with a Child",
        "Place | 2017/18 | 2018/19 | 2019/20 | 2020/21 | 2021/22 | 2022/23 | 2023/24",
        "Dyfed-Powys | 19* | 41 | 39 | 34 | 36 | 30 | 67",
        "Gwent | 44 | 26 | 144 | n/a | 26 | 58 | 67†",
        "North Wales | 53 | 103 | 105 | 114 | 98 | 101 | 97",
        "South Wales | 158 | 140 | 91 | 127 | 166 | n/a | 333",
        "Wales | 274 | 310 | 379 | n/a | 326 | n/a | 554",
    ]
    got = shown(across="year", total="published")
    assert wanted == got[:7]
    assert got[7] == "* Dyfed-Powys’s 2017/18 figure covers six of 12 months."
    assert got[8].startswith("† Gwent’s 2023/24 figure is in doubt:")
    assert got[9] == "n/a: no figure published."
    assert got[10].startswith(
        "The four figures for 2023/24 add up to 564; the published total for Wales is 554, 10 fewer."
    )


def test_our_own_total() -> None:
    """Where the author wants the sum, the sum stands, and the difference is still said."""
    got = shown(across="year", total="computed")
    assert "Wales | 274 | 310 | 379 | n/a | 326 | n/a | 564" == got[6]
    assert "add up to 564" in got[-1]


def test_every_row_is_as_long_as_the_head() -> None:
    """Whatever is missing, a figure stands under its own heading."""
    made = table(composed(fence(across="year", total="published")))
    assert {8} == {len(row) for row in (*made.head, *made.body)}
    assert ["row", *["data"] * 7] == [cell.role for cell in made.body[0]]
    assert [True] * 8 == [cell.emphasis for cell in made.body[-1]]


def test_one_place() -> None:
    """A place named in brackets fixes it; years may run down."""
    got = shown(fact="offences[gwent]", down="year", title="Gwent")
    assert ["table 1: Gwent", "Year | Offences recorded", "2017/18 | 44"] == got[:3]


def test_several_facts() -> None:
    """Facts side by side, in one order."""
    base: dict[str, Any] = {"data": "t", "each": ["place", "year"]}
    entries = {"n": {"kind": "sum", "label": "things", **base}, "m": {"kind": "max", "label": "most", **base}}
    facts = sound(entries, dataset("Place,2020,2021,2022\nAx,1,2,3\nBy,4,5,60\nCo,7,8,n/a\n"), here="All")
    made = composed(fence(fact="[n, m]", order="largest first", highlight="ax"), facts=facts)
    rows = [line.strip() for line in lines([table(made)])]
    assert ["Place | Things | Most", "By | 60 | 60", "Ax | 3 | 3", "Co | n/a | n/a"] == rows[1:5]
    assert [False, True, False] == [row[0].emphasis for row in table(made).body]


def test_chosen_rows() -> None:
    """Only those named, by id or name."""
    got = shown(across="year", only="[gwent, South Wales]")
    assert ["Gwent", "South Wales"] == [line.partition(" |")[0] for line in got[2:4]]


def test_rows_by_name() -> None:
    """In the alphabet, whatever the order of the data; accents do not count."""
    facts = sound(
        {"n": {"kind": "sum", "data": "t", "each": ["place", "year"]}},
        dataset("Place,2020,2021,2022\nZed,1,2,3\nÉze,4,5,60\nAx,7,8,9\n"),
        here="All",
    )
    block = table(composed(fence(fact="n", across="year", order="by name"), facts=facts))
    assert ["Ax", "Éze", "Zed"] == [words(row[0].runs) for row in block.body]


def test_two_reasons_for_gaps() -> None:
    """Where gaps have different reasons each has its mark."""
    codes = {"n/a": "no return", "x": "refused"}
    made = dataset("Place,2020,2021,2022\nAx,n/a,2,3\nBy,4,x,6\n", codes=codes)
    facts = sound({"n": {"kind": "value", "data": "t", "each": ["place", "year"]}}, made, here="Ax")
    got = [line.strip() for line in lines([table(composed(fence(fact="n", across="year"), facts=facts))])]
    assert ["Ax | n/a* | 2 | 3", "By | 4 | n/a† | 6", "* n/a: no return.", "† n/a: refused."] == got[2:6]


def test_a_claim_in_the_title() -> None:
    """Its caveat stands first under the table."""
    facts = story({"accept": [{"problem": "part-year-base", **ACCEPTED}]})
    made = table(composed(fence(across="year", title="It [more than doubled](claim:growth)"), facts=facts))
    assert words(made.notes[0]).endswith("(1.95 times).")


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ({"fact": "ofences"}, "F001"),
        ({"fact": "offences[gwnt]"}, "F001"),
        ({"down": "sex"}, "G020"),
        ({"across": "sex"}, "G020"),
        ({"only": "[gwnt]"}, "F001"),
        ({"highlight": "gwnt"}, "F001"),
        ({"fact": "[offences, growth]", "across": "year"}, "G027"),
        ({"fact": "[offences, offences_uk]", "down": "place", "only": "[gwent]"}, None),
        ({"fact": "[offences, platform]"}, "F001"),
    ],
)
def test_mistakes(keys: dict[str, str], code: str | None) -> None:
    """A row or column that is not there is one problem for each cell that would be empty, and never a shifted cell."""
    assert ({code} if code else set()) == set(told(composed(fence(**keys))))


def test_figures_are_kept_for_the_next_edition() -> None:
    """A table prints the same from kept figures; our own total is not kept in the place of the published one."""
    first = view(section(fence(across="year", total="computed")))
    second = replace(first, sections=view(section(fence(across="year", total="published"))).sections)
    compose(first)
    assert table(compose(second)) == table(composed(fence(across="year", total="published")))

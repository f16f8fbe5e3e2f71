"""Caveats beside figures of a part of the year, and bases at the first mention of percentages."""

from __future__ import annotations

import pytest

from sections.made import blocks, composed, lines, told

PART = "Dyfed-Powys’s figure for 2017/18 covers six of 12 months."
FIRST = "{offences[dyfed_powys, 2017/18]}"


def printed(text: str) -> list[str]:
    """The lines under the heading."""
    found = composed(f"# A\n\n{text}\n")
    assert [] == told(found)
    return lines(blocks(found))[1:]


def test_a_part_year_has_its_caveat_at_once() -> None:
    """19 offences in six months are not 19 in a year, and the reader is told there and then."""
    assert ["In Dyfed-Powys it was 19 then.", PART] == [
        line.split(": ", 1)[-1] for line in printed(f"In Dyfed-Powys it was {FIRST} then.")
    ]


def test_it_is_said_once_in_a_section() -> None:
    """A second mention leans on the first."""
    assert 1 == "\n".join(printed(f"In Dyfed-Powys: {FIRST}.\n\nAgain in Dyfed-Powys: {FIRST}.")).count(PART)


def test_it_is_not_said_twice_in_a_paragraph() -> None:
    """The caveat of the comparison says it already."""
    text = "There were {offences} in Wales, against {offences[first]}: [doubled](claim:growth). {growth.caveat}"
    assert 1 == "\n".join(printed(text)).count(PART)


def test_it_stands_in_a_list_and_on_a_card() -> None:
    """Wherever the figure is printed."""
    assert any(PART in line for line in printed(f"- Dyfed-Powys: {FIRST}"))
    card = "\n".join(printed("```figures\n- offences[dyfed_powys, 2017/18]\n```"))
    assert "2017/18 covers only six of 12 months" in card


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Snapchat was recorded in {platform[snapchat]}.", ["W021"]),
        ("Of {known} offences, Snapchat was recorded in {platform[snapchat]}.", []),
        ("Snapchat was recorded in {platform[snapchat]} of {platform[snapchat].base}.", []),
        ("Girls were {girls} of victims.", ["W021"]),
        ("Girls were {girls} {girls.base}.", []),
        ("Of {known}, {platform[snapchat]}.\n\nThen {platform[whatsapp]}.", []),
        ("```figures\n- platform[snapchat]\n```\n\nIt is {platform[snapchat]}.", []),
        ("Once {platform[snapchat]}.\n\nTwice {platform[snapchat]}.", ["W021"]),
    ],
)
def test_a_percentage_shows_its_base_at_first_mention(text: str, codes: list[str]) -> None:
    """In words or with the number of the base; a card or chart shows it by itself."""
    assert codes == told(composed(f"# A\n\n{text}\n"))

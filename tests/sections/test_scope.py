"""Figures of different places in one sentence, on the figures of the example."""

from __future__ import annotations

import pytest

from .made import composed


def _codes(text: str) -> list[str]:
    return [p.code for p in composed(f"# A heading\n\n{text}\n").problems if p.code == "T041"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were {offences} offences and Snapchat was in {platform[snapchat]}.", ["T041"]),
        ("In Wales there were {offences} offences; across the UK Snapchat was in {platform[snapchat]}.", []),
        ("There were {offences} offences. Snapchat was in {platform[snapchat]}.", []),
        ("Gwent recorded {offences[gwent]} and North Wales {offences[north_wales]}.", []),
        ("Gwent recorded {offences[gwent]}, against {offences[north_wales]} elsewhere.", ["T041"]),
    ],
)
def test_every_place_of_a_sentence_is_named(text: str, expected: list[str]) -> None:
    """Wales counts beside a UK percentage need both names in the sentence."""
    assert expected == _codes(text)


def test_the_heading_above_names_a_place() -> None:
    """A place that the heading names need not be named again."""
    text = "# Gwent and its neighbours\n\nThere were {offences[gwent]}, and {offences[north_wales]} in North Wales.\n"
    assert [] == [p.code for p in composed(text).problems if p.code == "T041"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Police in Wales recorded {offences[south_wales]} offences.", ["T060"]),
        ("Police in Wales recorded {offences} offences.", []),
        ("South Wales Police, the largest in Wales, recorded {offences[south_wales]} offences.", []),
        ("Next to North Wales it recorded {offences[gwent]} offences.", []),
        ("It recorded {offences[south_wales]} offences.", []),
        ("In {offences[gwent].period} no force in Wales was like another.", []),
    ],
)
def test_a_part_is_not_taken_for_the_whole(text: str, codes: list[str]) -> None:
    """A sentence that names Wales only may not print the figure of one force. South Wales is another name."""
    assert codes == [p.code for p in composed(f"# A heading\n\n{text}\n").problems]

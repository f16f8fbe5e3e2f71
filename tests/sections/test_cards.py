"""A card says the number, what it counts, its base, place, period and caveat."""

from __future__ import annotations

from typing import Any

import pytest

from facts.made import ACCEPTED, sound, story, table
from sections.made import blocks, composed, lines, told

ACCEPT = {"accept": [{"problem": "part-year-base", **ACCEPTED}]}


def card(reference: str, **more: Any) -> str:
    """One card as a line: number, label, base, place and period, caveat."""
    made = composed(f"# A\n\n```figures\n- {reference}\n```\n", **more)
    assert [] == told(made)
    return lines(blocks(made))[1].removeprefix("card: ")


@pytest.mark.parametrize(
    ("reference", "wanted"),
    [
        ("offences", "554 | offences recorded |  | Wales, 2023/24 | "),
        (
            "platform[snapchat]",
            "48% | of offences where the platform was known (Snapchat) | "
            "of the 1,824 offences where the means of communication was known | UK, 2023/24 | ",
        ),
        (
            "share_known",
            "26% | offences where the means of communication was known, of all | of the 7,062 offences of Sexual "
            "Communication with a Child, or the comparable offence | UK, 2023/24 | ",
        ),
        (
            "girls",
            "81% | of victims were girls | where the victim’s gender was known (base not published) | UK, 2023/24 | ",
        ),
        ("growth_uk", "89% | change in offences across the UK |  | UK, 2017/18 to 2023/24 | "),
        ("rank_south_wales", "first | South Wales among the forces in Wales |  | South Wales, 2023/24 | "),
    ],
)
def test_cards(reference: str, wanted: str) -> None:
    """A percentage has its base, or says that nobody published it; a count has none."""
    assert wanted == card(reference)


def test_a_gap() -> None:
    """A card without a figure says so, and why."""
    assert card("offences[gwent, 2020/21]").startswith("No figure | ")
    assert card("offences[gwent, 2020/21]").endswith("| Gwent: no figure published")


def test_caveats() -> None:
    """A comparison with a part year says so in a line; a wording that is not proved says it in full."""
    said = card("growth", facts=story(ACCEPT))
    assert said.endswith("| 2017/18 includes only six of 12 months from Dyfed-Powys; like for like, 1.95 times")
    assert "11.5 to 29.5 per cent" in card("meta")
    assert card("meta").startswith("More than a quarter | ")


def test_label_and_form() -> None:
    """An author's own label may hold claims, whose caveat is the card's as well, and the number may take a form."""
    text = (
        "# A\n\n```figures\n- fact: {0}\n  form: {1}\n  label: |\n    Offences [more than doubled](claim:growth)\n```\n"
    )
    made = composed(text.replace("{0}", "offences").replace("{1}", "words"), facts=story(ACCEPT))
    line = lines(blocks(made))[1]
    assert line.startswith("card: 554 | Offences more than doubled | ")
    assert line.endswith("(1.95 times).")
    twice = composed(text.replace("{0}", "growth").replace("{1}", "change"), facts=story(ACCEPT))
    line = lines(blocks(twice))[1]
    assert line.startswith("card: rose by 102 per cent | ")
    assert line.endswith("| 2017/18 includes only six of 12 months from Dyfed-Powys; like for like, 1.95 times")


@pytest.mark.parametrize(
    ("entry", "code"),
    [("fact: offences\n  form: wrods", "T032"), ("fact: offences\n  form: percent", "T033"), ("fact: ofences", "F001")],
)
def test_mistakes(entry: str, code: str) -> None:
    """A form or a fact that is not there is one problem, never an accident."""
    assert [code] == told(composed(f"# A\n\n```figures\n- {entry}\n```\n"))


def test_in_the_front_matter() -> None:
    """Headline figures are cards, after the words."""
    made = composed("---\nkind: headline-figures\nfigures: [offences, girls]\n---\n# A\n\nWords.\n")
    assert ["# A", "lead: Words.", "card: 554", "card: 81%"] == [x.partition(" |")[0] for x in lines(blocks(made))]


def test_a_rate_is_of_whom_its_label_says() -> None:
    """The people that a rate is of are in its label, and are not named a second time."""
    made = table("Place,2020,2021,2022\nAx,1,2,3\nBy,4,5,6\n")
    count = {"kind": "sum", "data": "t", "each": ["place", "year"]}
    rate = {"kind": "rate", "label": "ones per 1,000 people", "of": "n", "population": "people", "per": 1000}
    facts = sound({"n": count, "people": {**count, "label": "people"}, "r": rate}, made, here="All")
    assert card("r[ax, 2021]", facts=facts).endswith(" | ones per 1,000 people |  | Ax, 2021 | ")

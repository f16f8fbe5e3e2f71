"""A number typed by hand is noted, at its place; dates, plain numbers and facts are not."""

from __future__ import annotations

import pytest

from sections.made import composed, section, told


@pytest.mark.parametrize(
    "text",
    [
        "Published on 31 October 2024, in October 2024 or in 2024.",
        "From 2017/18 to 2023–24.",
        "There were {offences}.",
        'Since [3 April](plain "the day it began") and [15A](plain "of the Act").',
        "The Online Safety Act 2023 and code 71/17.",
        "Six of them.",
        "See [the page](https://example.org/2024/554).",
    ],
)
def test_allowed(text: str) -> None:
    """Dates and years, facts, marked and listed numbers, words, and the addresses of links."""
    assert [] == told(composed(f"# A\n\n{text}\n", plain_numbers=["Online Safety Act 2023", "code 71/17"]))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("There were 554 offences.", ["554"]),
        ("It cost £1,250.50.", ["£1,250.50"]),
        ("Up 89% since 2017, 3 in all.", ["89", "3"]),
        ("**554** and *12* and [7 more](https://example.org)", ["554", "12", "7"]),
        ("In the year 3024.", ["3024"]),
        ("code 71/178", ["71", "178"]),
    ],
)
def test_noted(text: str, numbers: list[str]) -> None:
    """Each number once, with what to do; a listed number allows no longer one."""
    made = composed(f"# A\n\n{text}\n", plain_numbers=["code 71/17"])
    assert [f'"{n}" is typed, not a fact' for n in numbers] == [p.message for p in made.problems]
    assert {"T040"} == set(told(made))


@pytest.mark.parametrize(
    "text",
    [
        "# A 7",
        "# A\n\n- One\n- 7 more\n",
        "# A\n\nSo[^a].\n\n[^a]: All 7.\n",
        "# A\n\n```chart\ndraw: bars\nfact: platform\ndown: platform\ntitle: The 7 platforms\n```\n",
        "# A\n\n```chart\ndraw: bars\nfact: platform\ndown: platform\ntitle: All\nsubtitle: These 7\n```\n",
        "# A\n\n```chart\ndraw: bars\nfact: platform\ndown: platform\ntitle: All\nalt: Bars, 7 of them\n```\n",
        "# A\n\n```table\nfact: platform\ndown: platform\ntitle: The 7 platforms\n```\n",
        "# A\n\n```figures\n- fact: offences\n  label: 7 things\n```\n",
    ],
)
def test_everywhere(text: str) -> None:
    """In headings, lists, footnotes, and in the words of charts, tables and cards."""
    assert ["T040"] == told(composed(text))


def test_on_the_cover_and_in_asks() -> None:
    """The headline, the standfirst and the asks are prose as well."""
    assert ["T040", "T040"] == told(composed("# All 7\n\nOf 9.\n", "cover"))
    asked = {"a": {"to": "Ofcom", "ask": "Act within 7 days.", "why": "There are 9."}}
    assert ["T040", "T040"] == told(composed("# A\n", "asks", asked=asked))


def test_place() -> None:
    """The problem points at the number itself."""
    text = "---\nkind: prose\n---\n# A\n\nThere were 554 offences.\n"
    (found,) = composed(text).problems
    assert found.where is not None
    assert found.where.start is not None
    assert "554" == text[found.where.start : found.where.start + found.where.length]
    assert section(text).file == found.where.file

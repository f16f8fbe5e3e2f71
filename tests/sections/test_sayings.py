"""A claim that cannot be printed is told with its value, its margins and what would hold."""

from __future__ import annotations

from typing import Any

import pytest

from facts.made import ACCEPTED, parts, sound, story, table, welsh_text
from report_builder.document.blocks import Paragraph
from report_builder.problems import Problem
from sections.made import blocks, composed, lines, told

ACCEPT = {"accept": [{"problem": "part-year-base", **ACCEPTED}]}
WHOLE = {"place": "gwent", "year": "2023/24", "is": "in doubt"}


def problem(claim: str, **more: Any) -> Problem:
    """The only problem of one claim."""
    made = composed(f"# A\n\nThey {claim}.\n", **more)
    assert 1 == len(made.problems), made.problems
    return made.problems[0]


def test_gwent_did_not_double() -> None:
    """The diagnostic of the contract: the value, the rule, and what would hold."""
    found = problem("[more than doubled](claim:growth[gwent])", facts=story())
    assert ("C012", '"more than doubled" is not supported by growth[gwent]') == (found.code, found.message)
    assert "1.52 times (67 against 44), Gwent, 2017/18 to 2023/24" == found.notes[0]
    assert '"more than doubled" needs above 2 times' == found.notes[1]
    assert '"rose by 52 per cent", or {growth[gwent]:phrase}' == found.help


def test_wales_doubled_raw_only() -> None:
    """Unaccepted, it is told what holds, both margins, like for like, and how to accept it."""
    found = problem("[more than doubled](claim:growth)", facts=story())
    assert "C016" == found.code
    wanted = (
        "2.02 times (554 against 274), Wales, 2017/18 to 2023/24",
        "fails if 2023/24 were 548 or fewer (6 fewer) or 2017/18 were 277 or more (3 more)",
        "like for like 1.95 times (497 against 255), counting Gwent, North Wales and South Wales",
    )
    assert wanted == found.notes
    assert found.help.startswith('"rose by 102 per cent", or {growth:phrase}, or accept it on record')
    assert "with problem part-year-base" in found.help


def test_one_force_with_a_part_year() -> None:
    """Where nobody has full figures, that is the note."""
    found = problem("[more than trebled](claim:growth[dyfed_powys])", facts=story())
    assert "C016" == found.code
    assert "nobody has full figures for both periods, so it cannot be shown like for like" == found.notes[-1]


@pytest.mark.parametrize(("half_year", "total", "codes"), [("21", "276", []), ("22", "277", ["C012"])])
def test_three_offences(half_year: str, total: str, codes: list[str]) -> None:
    """The claim stands at 276 and falls at 277, wherever it is printed."""
    facts = story({}, WHOLE, text=welsh_text(dyfed_powys_2017=half_year), base=total)
    text = """\
    # They [more than doubled](claim:growth)

    ```chart
    draw: columns
    fact: offences
    across: year
    title: They [more than doubled](claim:growth)
    alt: Columns that [more than doubled](claim:growth) over time.
    ```
    """
    assert codes * 3 == told(composed(text, facts=facts))


@pytest.mark.parametrize(
    ("printed", "words", "code"),
    [(50, "half or more", "C013"), (49, "half or more", "C012"), (45, "almost half", "C013")],
)
def test_only_at_the_printed_value(printed: int, words: str, code: str) -> None:
    """A rounded share may lie on the other side of what the words say."""
    facts = sound({"f": {"kind": "value", "data": "t", "where": {"kind": "Ax"}}}, parts(f"Kind,Share\nAx,{printed}\n"))
    found = problem(f"[{words}](claim:f)", facts=facts)
    assert code == found.code
    assert "or {f:phrase}" in found.help


def test_of_another_kind() -> None:
    """A count has not doubled by itself, and a fall-back phrase does not hide that."""
    for claim in ("[more than doubled](claim:offences)", '[more than doubled](claim:offences "or phrase")'):
        found = problem(claim, facts=story())
        assert ("C015", '"more than doubled" is about a growth, and offences[wales, 2023/24] is not one') == (
            found.code,
            found.message,
        )


def test_of_nothing() -> None:
    """Nothing is said of a gap."""
    gap = table("Place,2020,2021,2022\nAx,n/a,2,3\n", rows={"column": "Place", "are": "place"})
    entries: dict[str, Any] = {
        "n": {"kind": "value", "data": "t", "each": ["place", "year"]},
        "f": {"kind": "ratio", "of": "n", "from": "first", "to": "latest"},
    }
    found = problem("[rose](claim:f)", facts=sound(entries, gap, here="Ax"))
    assert ("C014", ("Ax: no return",)) == (found.code, found.notes)


def test_drafts_mark_what_fails() -> None:
    """The words stand, with the reason why they do not hold."""
    made = composed("# A\n\nThey [doubled](claim:growth[gwent]).\n", facts=story(), draft=True)
    (paragraph,) = blocks(made, Paragraph)
    assert isinstance(paragraph, Paragraph)
    flags = [run.flag for run in paragraph.runs if run.text == "doubled"]
    assert ["not supported: 1.52 times (67 against 44), Gwent, 2017/18 to 2023/24"] == flags


def test_or_phrase() -> None:
    """An author may insist where it holds and fall back where it does not, place by place."""
    text = '# A\n\nThey [more than doubled](claim:growth[{0}] "or phrase").\n'
    wanted = {
        "south_wales": "They more than doubled.",
        "gwent": "They rose by 52 per cent.",
        "dyfed_powys": "They went from 19 to 67.",
    }
    for place, words in wanted.items():
        made = composed(text.replace("{0}", place), facts=story())
        assert [] == told(made)
        assert f"lead: {words}" == lines(blocks(made))[1]
    accepted = composed(text.replace("[{0}]", ""), facts=story(ACCEPT))
    assert "lead: They more than doubled." == lines(blocks(accepted))[1]
    refused = composed(text.replace("[{0}]", ""), facts=story())
    assert "lead: They rose by 102 per cent." == lines(blocks(refused))[1]


def test_claims_are_kept() -> None:
    """What was claimed is kept as printed, with its verdict and what it stands in place of."""
    made = composed('# A\n\nThey [more than doubled](claim:growth[gwent] "or phrase").\n', facts=story())
    (claimed,) = made.claimed
    assert ("rose by 52 per cent", "more than doubled") == (claimed.words, claimed.in_place_of)

"""Acceptances lapse with their figure, and published wordings need one where our data do not prove them."""

from __future__ import annotations

from typing import Any

import pytest

from facts.made import ACCEPTED, FILE, parts, sound, story
from report_builder.problems import Where
from report_builder.sections.acceptances import check_acceptances
from sections.made import the_example

OVERLAPPING = {"column": "Kind", "are": "kind", "parts": "overlapping"}


def test_the_example_has_none() -> None:
    """Everything the example accepts still is as it was."""
    assert () == check_acceptances(the_example(), FILE)


@pytest.mark.parametrize(("figure", "codes"), [("2.02×", []), ("", []), ("1.98×", ["F014"])])
def test_an_acceptance_lapses_with_its_figure(figure: str, codes: list[str]) -> None:
    """Whoever accepted 1.98 times did not accept 2.02."""
    facts = story({"accept": [{"problem": "part-year-base", "figure": figure, **ACCEPTED}]})
    assert codes == [p.code for p in check_acceptances(facts, FILE)]


def meta(words: str, *shares: int, **more: Any) -> list[str]:
    """The problems of a published wording over some overlapping shares."""
    text = "Kind,Share\n" + "".join(f"K{i},{n}\n" for i, n in enumerate(shares))
    entries: dict[str, Any] = {
        "p": {"kind": "value", "data": "t", "each": ["kind"]},
        "f": {"kind": "published", "wording": words, "source": "s", "test": {"add": "p"}, **more},
    }
    problems = check_acceptances(sound(entries, parts(text, rows=OVERLAPPING)), FILE)
    assert all(p.where == Where(FILE, key=("f", "wording")) for p in problems)
    return [p.code for p in problems]


def test_wordings() -> None:
    """12, 10 and 6 do not prove "more than a quarter"; 27 alone does; accepted on record it may stand."""
    assert ["F015"] == meta("more than a quarter", 12, 10, 6)
    assert [] == meta("more than a quarter", 27, 6)
    assert ["F015"] == meta("more than a quarter", 2, 3)
    assert [] == meta("more than a quarter", 12, 10, 6, accept=[{"problem": "overlapping-parts", **ACCEPTED}])
    assert [] == meta("a five-year-old boy", 12, 10, 6)

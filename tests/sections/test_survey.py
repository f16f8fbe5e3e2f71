"""A survey's figures in a report: base and interval beside them; no rise within the margin of error."""

from __future__ import annotations

from facts.test_estimates import survey
from report_builder.facts.family import Facts
from report_builder.sections.compose import Composed
from sections.made import blocks, composed, figure, lines, told

WITHIN = ("48.0,45.0,51.0,1012", "52.0,49.0,55.0,987")
CHART = "```chart\ndraw: lines\nfact: s\nacross: year\ntitle: What adults say\n```\n"


def made(text: str, facts: Facts | None = None, kind: str = "prose") -> Composed:
    return composed(f"# A\n\n{text}\n", kind, facts=facts or survey(*WITHIN))


def test_a_claim_within_the_margin_is_refused() -> None:
    """It names the interval."""
    found = made("It [rose](claim:points[ax]).")
    assert ["C020"] == told(found)
    assert any("95 per cent interval −0.2 to 8.2" in note for note in found.problems[0].notes)


def test_phrase_and_change_give_both_figures() -> None:
    """Where no direction can be shown, none is said."""
    for form in ("phrase", "change"):
        assert ["It went from 48.0% to 52.0%."] == [
            line.split(": ", 1)[-1] for line in lines(blocks(made(f"It {{points[ax]:{form}}}.")))[1:]
        ]


def test_typed_words_before_the_difference() -> None:
    """ "Rose by" before a difference within the margin is warned of."""
    assert "W020" in told(made("It rose by {points[ax]}."))


def test_a_clear_rise_is_one() -> None:
    """Beyond the margin everything is as for other figures."""
    clear = survey("48.0,45.0,51.0,1012", "58.0,55.0,61.0,987")
    found = made("It [rose](claim:points[ax]) by {points[ax]}.", clear)
    assert [] == told(found)


def test_card_caption_and_method_say_base_and_interval() -> None:
    """How many answered, unweighted, and the 95 per cent interval."""
    card = "\n".join(lines(blocks(made("```figures\n- s[ax, 2022]\n```"))))
    assert "987 answers, unweighted, 95 per cent interval 49.0 to 55.0" in card
    chart = figure(made(CHART))
    assert "987 to 1,012 answers each, unweighted" in chart.subtitle
    assert "987 to 1,012 answers each, unweighted" in chart.alt
    method = "\n".join(lines(blocks(made("Adults asked: {s[ax, 2022]}.", kind="method"))))
    assert "estimates from a survey" in method
    assert "52.0 per cent, 987 answers, unweighted, 95 per cent interval 49.0 to 55.0" in method

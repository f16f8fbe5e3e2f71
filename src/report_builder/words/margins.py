"""A verdict in plain words: what was computed, and how near the claim is to being false."""

from __future__ import annotations

from fractions import Fraction

from report_builder.facts.claims import Margin, Verdict
from report_builder.facts.family import Facts
from report_builder.words.forms import default_decimals, figure
from report_builder.words.language import Language


def computed(verdict: Verdict, language: Language, facts: Facts) -> str:
    """The computed value with the figures behind it: "1.52 times (67 against 44), Gwent, 2017/18 to 2023/24"."""
    fact = verdict.fact
    said = figure(fact, language, "prose")
    if fact.kind in ("ratio", "change", "share") and len(fact.inputs) == 2:
        a, b = (facts.by_id(i) for i in fact.inputs)
        if a.value is not None and b.value is not None:
            to, from_ = (language.number(x.value or Fraction(0), default_decimals(x)) for x in (a, b))
            said = language.say("sides", value=said, to=to, from_=from_)
    when = language.say("years to", start=fact.from_period, end=fact.period) if fact.from_period else fact.period
    return ", ".join(x for x in (said, fact.place_name, when) if x)


def margins(verdict: Verdict, language: Language) -> str:
    """Both margins to false: "fails if 2023/24 were 548 or fewer (6 fewer) or 2017/18 were 277 or more (3 more)".

    In English, as all that is said to the author.
    """
    said = [_margin(m, language) for m in verdict.margins]
    if not said:
        return ""
    word = "fails" if verdict.at_value else "would hold"
    return f"{word} if {' or '.join(said)}" if verdict.at_value else ""


def _margin(m: Margin, language: Language) -> str:
    decimals = 0 if m.bound.denominator == 1 else 2
    bound, gap = language.number(m.bound, decimals), language.number(abs(m.gap), decimals)
    beyond, by = ("or more", "more") if m.more else ("or fewer", "fewer")
    if m.unit in ("percent", "points", "times"):
        beyond, by = ("or more", "more") if m.more else ("or less", "less")
    unit = {"percent": " per cent", "points": " points", "times": " times"}.get(m.unit, "")
    return f"{m.subject} were {bound}{unit} {beyond} ({gap} {by})"

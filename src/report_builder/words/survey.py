"""What must be said of a survey's estimate: how many answered, and the interval that its sample leaves."""

from __future__ import annotations

from collections.abc import Sequence

from report_builder.facts.fact import Fact
from report_builder.words.figures import default_decimals
from report_builder.words.language import Language


def survey_interval(fact: Fact, language: Language) -> str:
    """ "95 per cent interval 45.1 to 50.3"; "" for what is no estimate."""
    interval = fact.interval
    if not fact.estimate or interval is None or interval.low is None or interval.high is None:
        return ""
    decimals = max(default_decimals(fact), 1 if fact.unit in ("percent", "points", "percent change") else 0)
    low, high = (language.number(end, decimals) for end in (interval.low, interval.high))
    return language.say("survey interval", low=low, high=high)


def survey_base(facts: Sequence[Fact], language: Language) -> str:
    """ "1,012 answers, unweighted", or the fewest and the most of several; "" where the data do not say."""
    asked = sorted({f.asked for f in facts if f.asked is not None})
    if not asked:
        return ""
    least, most = (language.number(n, 0) for n in (asked[0], asked[-1]))
    one = len(asked) == 1
    return language.say("survey base", n=least) if one else language.say("survey bases", least=least, most=most)

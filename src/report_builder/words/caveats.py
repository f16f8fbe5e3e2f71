"""The caveats of a fact, written by the tool from what is known of its shortfalls; none is ever typed."""

from __future__ import annotations

from fractions import Fraction

from report_builder.facts.claims import blocking
from report_builder.facts.fact import Fact, LikeForLike, Shortfall
from report_builder.facts.family import Facts
from report_builder.tables.dataset import Standing
from report_builder.words.forms import with_unit
from report_builder.words.language import Language
from report_builder.words.years import year_in_words


def caveat(fact: Fact, language: Language, facts: Facts, source: str = "") -> str:
    """What must stand beside the fact, in whole sentences; "" where nothing must. `source` names the publisher."""
    return " ".join(caveat_sentences(fact, language, facts, source))


def caveat_sentences(fact: Fact, language: Language, facts: Facts, source: str = "") -> tuple[str, ...]:
    """The same, sentence by sentence, so that none need be printed twice."""
    said: list[str] = []
    for shortfall in fact.shortfalls:
        if sentence := shortfall_sentence(shortfall, language, facts):
            said.append(sentence)
    if fact.like_for_like is not None:
        said.append(_like_for_like(fact, fact.like_for_like, language, facts))
    if "overlapping-parts" in blocking(fact):
        said.append(overlap_sentence(fact, language, source))
    return tuple(s for s in dict.fromkeys(said) if s)


def shortfall_sentence(s: Shortfall, language: Language, facts: Facts) -> str:
    """One shortfall as a sentence; "" for one that needs none beside the figure (a doubt is said where it is shown)."""
    period = year_in_words(s.period, facts, language)
    if s.standing is Standing.PART_PERIOD:
        name = "part year" if s.covers else "part year, covers unknown"
        return language.say(name, name=s.name, period=period, covers=s.covers)
    if s.standing is Standing.MISSING:
        return language.say("no figure for", name=s.name, period=period, reason=language.reason(s.reason))
    if s.standing is Standing.OTHER_DEFINITION:
        return language.say("other definition", name=s.name, period=period)
    return ""


def overlap_sentence(fact: Fact, language: Language, source: str) -> str:
    """Why overlapping shares prove nothing about their union, with the bounds it must lie in; "" without bounds."""
    interval = fact.interval
    if interval is None or interval.low is None or interval.high is None:
        return ""
    low, high = _plain(interval.low, language), _percent(interval.high, language)
    return language.say("overlapping", low=low, high=high, source=source)


def _plain(value: Fraction, language: Language) -> str:
    return language.number(value, 0 if value.denominator == 1 else 1)


def _percent(value: Fraction, language: Language) -> str:
    return language.units["percent", "prose"].format(n=_plain(value, language))


def _times(ratio: Fraction, language: Language) -> str:
    return language.measured(language.number(ratio, 2), ratio, "times", "prose")


def _like_for_like(fact: Fact, like: LikeForLike, language: Language, facts: Facts) -> str:
    if like.to is None or like.from_ is None or like.ratio is None:
        return (
            language.say("like for like, one", period=year_in_words(fact.from_period, facts, language))
            if len(fact.shortfalls) == 1
            else language.say("like for like, none")
        )
    of = facts.by_id(fact.inputs[0])
    return language.say(
        "like for like" if len(like.who) > 1 else "like for like, alone",
        who=language.listed(like.who),
        start=with_unit(like.from_, of, language, "compact"),
        end=with_unit(like.to, of, language, "compact"),
        ratio=_times(like.ratio, language),
    )


def short_caveat(fact: Fact, language: Language) -> str:
    """The caveat in one line, for a card, a cover or a caption; "" where there is none."""
    parts: list[str] = []
    for s in fact.shortfalls:
        if s.standing is Standing.PART_PERIOD:
            own = "short part year, own" if s.who == fact.place else "short part year"
            parts.append(language.say(own, period=s.period, covers=s.covers, name=s.name))
    if fact.like_for_like is not None and fact.like_for_like.ratio is not None:
        ratio = _times(fact.like_for_like.ratio, language)
        parts.append(language.say("short like for like", ratio=ratio))
    return "; ".join(parts)

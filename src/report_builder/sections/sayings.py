"""What is said of a claim that cannot be printed: the computed value, the margins, and wording that would hold."""

from __future__ import annotations

import difflib

from report_builder.facts.claims import Verdict, blocking
from report_builder.facts.fact import Fact
from report_builder.facts.meanings import MEANINGS
from report_builder.sections.composition import Composition
from report_builder.text.spans import ClaimSpan
from report_builder.words import in_english
from report_builder.words.among_years import records
from report_builder.words.margins import computed, margins
from report_builder.words.phrases import holding
from report_builder.words.survey import survey_interval


def unknown_wording(span: ClaimSpan, words: str, meaning: str, fact: Fact, c: Composition) -> None:
    """Notes that the words of a claim have no known meaning."""
    known = [*c.view.language.meanings] if not meaning else [*MEANINGS]
    close = difflib.get_close_matches(meaning or words.lower(), known, 2, 0.75)
    hint = f"did you mean {' or '.join(f'“{w}”' for w in close)}? " if close else ""
    if meaning:
        c.report("C011", f'there is no meaning "{meaning}"', span.where, help=f"{hint}`explain C011` lists them")
    else:
        carried = (*holding(fact, c.view.language, c.view.facts), *records(fact, c.view.language, c.view.facts))
        hold = [f"“{w}”" for w in carried][:3]
        hint += f"it carries {', '.join(hold)}; " if hold else ""
        hint += "`explain C010` says how to name the meaning of other words"
        c.report("C010", f'the tool does not know what "{words}" would mean', span.where, help=hint)


def failed_claim(span: ClaimSpan, words: str, verdict: Verdict, c: Composition) -> str:
    """Notes a claim that may not be printed, and gives the reason in one line for the mark in a draft."""
    language, facts, fact = c.view.language, c.view.facts, verdict.fact
    english = in_english(language)
    said, years = holding(fact, language, facts), records(fact, language, facts)
    carried = (*years, *said) if verdict.meaning.record else (*said, *years)
    would_hold = [f'"{w}"' for w in carried if w != words][:3]
    index = f"[{', '.join(span.index)}]" if span.index else ""
    hint = (
        ", ".join([*would_hold, f"or {{{span.name}{index}:phrase}}"])
        if would_hold
        else f"or {{{span.name}{index}:phrase}}"
    )
    if fact.value is None and not fact.wording and not fact.bounded:
        c.report(
            "C014",
            f'"{words}" cannot be said of {fact.id}: there is no figure',
            span.where,
            fact.reason,
            help="say so in words",
        )
        return language.say("flag no figure")
    if not verdict.applies:
        kind = verdict.meaning.quantity
        c.report(
            "C015",
            f'"{words}" is about a {kind}, and {fact.id} is not one',
            span.where,
            computed(verdict, english, facts),
            help=hint,
        )
        return language.say("flag not about it")
    value, printed = computed(verdict, english, facts), computed(verdict, language, facts)
    if not verdict.at_value:
        rule = f'"{words}" needs {verdict.meaning.rule}'
        notes = [n for n in (value, rule, verdict.reason) if n]
        c.report("C012", f'"{words}" is not supported by {fact.id}', span.where, *notes, help=hint)
        return language.say("flag fails", value=printed)
    if not verdict.throughout and fact.estimate:
        message = f'"{words}" holds for the estimate {fact.id}, but not over its margin of error'
        within = survey_interval(fact, english)
        c.report("C020", message, span.where, value, within, help=f"{hint}, or give the figures and say no more")
        return language.say("flag estimate", value=printed)
    if not verdict.throughout:
        c.report(
            "C013",
            f'"{words}" holds for {fact.id} as printed, but not for all that rounding leaves',
            span.where,
            value,
            margins(verdict, english),
            help=hint,
        )
        return language.say("flag rounding", value=printed)
    if verdict.by_chance and not fact.accepts("chance"):
        message = f'"{words}" may be chance: the counts behind {fact.id} differ by no more than counts of their size do'
        c.report("C017", message, span.where, value, help="say that the figure was similar, or give both numbers")
        return language.say("flag chance", value=printed)
    return _only_raw(span, words, verdict, value, hint, c)


def _only_raw(span: ClaimSpan, words: str, verdict: Verdict, value: str, hint: str, c: Composition) -> str:
    fact, language = verdict.fact, c.view.language
    english = in_english(language)
    like = fact.like_for_like
    notes = [value, margins(verdict, english)]
    if like is not None and like.ratio is not None and like.to is not None and like.from_ is not None:
        ratio = english.units["times", "prose"].format(n=english.number(like.ratio, 2))
        sides = f"{english.number(like.to, 0)} against {english.number(like.from_, 0)}"
        notes.append(f"like for like {ratio} ({sides}), counting {english.listed(like.who)}")
    elif like is not None:
        notes.append("nobody has full figures for both periods, so it cannot be shown like for like")
    needed = ", ".join(d for d in blocking(fact) if not fact.accepts(d))
    c.report(
        "C016",
        f'"{words}" holds for {fact.id} only as the figures stand, not like for like',
        span.where,
        *notes,
        help=f"{hint}, or accept it on record: `accept:` with problem {needed}, in report/facts.yml",
    )
    return language.say("flag raw")

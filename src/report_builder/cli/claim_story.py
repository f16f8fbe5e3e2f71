"""The whole story of a claim as text: what its words mean, whether they hold, how near they are to being false."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from report_builder.cli.story import overturned
from report_builder.cli.whereabouts import Told, line_of
from report_builder.facts.claims import Verdict, blocking, check
from report_builder.facts.fact import Fact
from report_builder.facts.meanings import MEANINGS, find_meaning
from report_builder.sections.composition import Claimed
from report_builder.words.among_years import records
from report_builder.words.margins import computed, margins
from report_builder.words.phrases import holding
from report_builder.words.reading import meaning_of

_IN_TEXT = re.compile(r"\[(?P<words>[^\]]+)\]\(claim:(?P<rest>.+)\)")
_NAMED = re.compile(r"(?:claim:)?(?P<fact>[^=\"“]+?)\s*(?:=(?P<meaning>[\w-]+)|[\"“](?P<words>[^\"”]+)[\"”])")


class NoClaim(ValueError):
    """Something that is written like a claim and is none; the message says why."""


def claims_named(what: str, told: Told) -> list[Claimed | Verdict]:
    """The claims that someone means: as in the text, as `fact=meaning`, as `fact "words"`, or by their words alone.

    An empty list where it is not written like a claim. NoClaim where fact or meaning are unknown.
    """
    made = [c for c in told.composed.claimed if what.casefold() in (c.words.casefold(), c.in_place_of.casefold())]
    if made:
        return [*made]
    if found := _IN_TEXT.fullmatch(what):
        reference, _, meaning = found["rest"].partition("=")
        return [_verdict(reference.split(" ")[0] if "[" not in reference else reference, meaning, found["words"], told)]
    if found := _NAMED.fullmatch(what):
        return [_verdict(found["fact"], found["meaning"] or "", found["words"] or "", told)]
    return []


def _verdict(reference: str, name: str, words: str, told: Told) -> Verdict:
    fact = told.view.facts.reference(reference.strip(" {}"))
    if not isinstance(fact, Fact):
        raise NoClaim(f"{fact.message}; {fact.help}")
    known = name or meaning_of(words, told.view.language)
    meaning = find_meaning(known)
    if meaning is None:
        close = difflib.get_close_matches(known or words, [*MEANINGS, *told.view.language.meanings], 1)
        hint = f'; did you mean "{close[0]}"?' if close else ""
        raise NoClaim(f'the tool does not know what "{name or words}" would mean{hint}')
    return check(fact, meaning, told.view.facts)


def claim_story(claims: list[Claimed | Verdict], told: Told) -> str:
    """Each claim once, with every place where it is made."""
    verdicts: dict[tuple[str, str], Verdict] = {}
    for one in claims:
        verdict = one.verdict if isinstance(one, Claimed) else one
        verdicts[verdict.fact.id, verdict.meaning.name] = verdict
    return "\n\n".join("\n".join(_story(v, told)) for v in verdicts.values())


def _story(v: Verdict, told: Told) -> Iterator[str]:
    language, facts = told.view.language, told.view.facts
    yield f"{v.fact.id} = {v.meaning.name}: {'holds' if v.holds else 'does not hold'}"
    yield f"  holds where it is {v.meaning.rule}" + (f" ({v.meaning.source})" if v.meaning.source else "")
    yield f"  {computed(v, language, facts)}"
    if not v.applies:
        yield f"  it is said of a {v.meaning.quantity}, and {v.fact.id} is not one"
        return
    yield from (f"  {line}" for line in _holds(v))
    if near := margins(v, language):
        yield f"  {near}"
    yield from overturned(v, "  ")
    if said := (*holding(v.fact, language, facts), *records(v.fact, language, facts)):
        yield f"  wording that holds: {'; '.join(said)}"
    made = [c for c in told.composed.claimed if (c.verdict.fact.id, c.verdict.meaning) == (v.fact.id, v.meaning)]
    yield "claimed" if made else "claimed nowhere in the report"
    for c in made:
        instead = f", in the place of “{c.in_place_of}”" if c.in_place_of else ""
        yield f"  “{c.words}”{instead}  {line_of(c.where, told)}"
    yield f"for the figure behind it:  report-builder explain {v.fact.id}"


def _holds(v: Verdict) -> Iterator[str]:
    yield f"at the printed value: {_yes(v.at_value)}{f' ({v.reason})' if v.reason else ''}"
    if v.fact.interval is not None and not v.fact.interval.exact:
        yield f"over all that rounding leaves: {_yes(v.throughout)}"
    if v.like_for_like is not None:
        yield f"like for like: {_yes(v.like_for_like)}"
    if v.by_chance:
        yield "a change of this size may be chance"
    for doubt in blocking(v.fact):
        a = v.fact.accepts(doubt)
        yield f"rests on {doubt}: " + (f"accepted by {a.by} on {a.date}: {a.because}" if a else "not accepted")


def _yes(value: bool) -> str:
    return "yes" if value else "no"

"""The lint of prose: words that say something about figures, time or causes, and that nothing keeps true.

Silence is worth more than a find: what is usually harmless is not looked for, and whatever is marked plain is left be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from report_builder.facts.claims import Verdict, check, quantity_of
from report_builder.facts.fact import Fact
from report_builder.facts.meanings import MEANINGS
from report_builder.problems import Where
from report_builder.sections.bare_numbers import report_bare_numbers
from report_builder.sections.composition import Composition
from report_builder.sections.prose import CLAIMED, Prose, prose_of, whole_words
from report_builder.text.spans import FactRef, Span
from report_builder.text.walk import FACT_MARK
from report_builder.words.language import Watched

QUOTES_FILE = "report/quotes.yml"
_NO_NOUN = ("percent", "percent change", "points", "times", "rank", "GBP", "EUR", "USD", "")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def lint(spans: Sequence[Span], c: Composition) -> None:
    """Notes all that is doubtful in one heading, paragraph or list item. What is so in every edition is found once."""
    typed = tuple(spans)
    known = c.view.linted.get(typed)
    if known is None:
        before = len(c.problems)
        report_bare_numbers(typed, c)
        prose = prose_of(typed, c.view.language.code)
        _number_words(prose, c)
        _comparatives(prose, c)
        _relative_time(prose, c)
        _assertions(prose, c)
        _causes(prose, c)
        c.view.linted[typed] = prose, tuple(c.problems[before:])
    else:
        prose, found = known
        c.problems += found
    _units(prose, c)


def _number_words(prose: Prose, c: Composition) -> None:
    for match, where in prose.found(_typed(c.view.language.watched, c.view.facts.units)):
        at = Where(where.file, where.start, min(where.length, len(match["n"])))
        hint = 'name the fact, as {offences:words}, or mark it: [{0}](plain "why it is no figure")'
        c.report("W001", f'"{match[0]}" is typed, not a fact', at, help=hint.replace("{0}", match[0]))


@lru_cache(maxsize=16)
def _typed(watched: Watched, units: frozenset[str]) -> re.Pattern[str]:
    """Number words, `n`, before the name of something counted."""
    nouns = {unit.lower() for unit in units if unit not in _NO_NOUN and not unit.startswith("per ")}
    counted = sorted({said for noun in nouns for said in watched.counted(noun)}, key=lambda said: (-len(said), said))
    words = "|".join(map(re.escape, counted)) or "(?!)"
    return whole_words(rf"(?P<n>{'|'.join(watched.numbers) or '(?!)'}) (?:{words})")


def _comparatives(prose: Prose, c: Composition) -> None:
    for match, where in prose.found(whole_words(*c.view.language.watched.comparatives)):
        hint = f'mark it: [{match[0]}](claim:…), with the fact it is about; or [{match[0]}](plain "why it is no claim")'
        c.report("W002", f'"{match[0]}" is a comparison that nothing checks', where, help=hint)


def _relative_time(prose: Prose, c: Composition) -> None:
    for match, where in prose.found(whole_words(*c.view.language.watched.relative)):
        published = c.view.language.date(c.view.report.publish)
        hint = (
            f'write the year or the date; the report is published on {published}. Or [{match[0]}](plain "why it lasts")'
        )
        c.report("W003", f'"{match[0]}" goes stale', where, help=hint)


def _units(prose: Prose, c: Composition) -> None:
    """Facts whose unit the words around them contradict."""
    watched, text = c.view.language.watched, prose.flat.text
    for position in (m.start() for m in re.finditer(FACT_MARK, text)):
        ref = prose.fact_at(position)
        fact = _fact(ref, c) if ref is not None and not ref.part else None
        if ref is None or fact is None:
            continue
        before, after = text[:position], text[position + 1 :]
        _unit_after(fact, ref, after, c)
        rises, falls = (re.search(rf"(?<!\w)(?:{p}) $", before, re.IGNORECASE) for p in (watched.rises, watched.falls))
        if rises or falls:
            _by(fact, ref, (rises or falls)[0].strip(), bool(rises), c)  # type: ignore[index]  # one of them is there


def _unit_after(fact: Fact, ref: FactRef, after: str, c: Composition) -> None:
    watched = c.view.language.watched
    percent = re.match(rf" ?(?:{watched.percent})(?!\w)", after, re.IGNORECASE)
    points = re.match(rf" (?:{watched.points})(?!\w)", after, re.IGNORECASE)
    if percent and fact.unit == "points":
        c.report("W004", f'"{fact.id}" is in percentage points, not per cent', ref.where, help="write {…:points}")
    elif points and fact.unit.startswith("percent"):
        c.report("W004", f'"{fact.id}" is in per cent, not percentage points', ref.where, help="leave the unit out")
    elif (percent or points) and ref.form not in ("number", "words") and fact.unit in ("percent", "points"):
        c.report("W004", f'"{fact.id}" prints its unit itself', ref.where, help="leave out the unit after it")


def _by(fact: Fact, ref: FactRef, words: str, up: bool, c: Composition) -> None:
    """ "rose by" before a fact: it must be an amount of change, in that direction."""
    found = quantity_of(fact)
    if not words.endswith((" by", " of", " o", " gan")) or found is None or ref.form in ("change", "phrase"):
        return
    if found[0] == "fraction":
        hint = "for a rise, make a fact of `kind: difference` (percentage points) or `kind: change` (per cent)"
        c.report(
            "W004", f'"{fact.id}" is a share, and nothing is said to have gone "{words}" a share', ref.where, help=hint
        )
    elif fact.kind in ("change", "difference") and fact.value and (fact.value > 0) != up:
        way = "a rise" if fact.value > 0 else "a fall"
        c.report("W008", f'"{words}" stands before {fact.id}, which is {way}', ref.where, help="write {…:change}")
    elif fact.kind in ("change", "difference") and fact.value:
        verdict = check(fact, MEANINGS["rose" if up else "fell"], c.view.facts)
        if verdict.applies and not verdict.holds:
            c.report(
                "W020", f'"{words}" stands before {fact.id}: {_why_not(verdict)}', ref.where, help="write {…:change}"
            )


def _why_not(verdict: Verdict) -> str:
    """Why a rise or fall at the printed value may not be said."""
    if not verdict.throughout:
        return "within the margin of error" if verdict.fact.estimate else "rounding leaves open whether it is one"
    return "it may be chance" if verdict.by_chance else "it is one only as the figures stand, not like for like"


def _assertions(prose: Prose, c: Composition) -> None:
    if prose.sourced:
        return
    for match, where in prose.found(whole_words(*c.view.language.watched.assertions)):
        c.report("W005", f'"{match[0]}" is said without a source', where, help="add a footnote or a link, or say less")


def _causes(prose: Prose, c: Composition) -> None:
    """Causal words in a sentence that holds a figure or a claim."""
    if prose.sourced:
        return
    for match, where in prose.found(whole_words(*c.view.language.watched.causes)):
        sentence = prose.sentence(match.start())
        if FACT_MARK in sentence or CLAIMED in sentence:
            hint = "say what came after what, or give the source of the explanation"
            c.report("W006", f'"{match[0]}" gives a cause, and counts over time show none', where, help=hint)


def _fact(ref: FactRef, c: Composition) -> Fact | None:
    found = c.view.facts.find(ref.name, ref.index)
    return found if isinstance(found, Fact) else None


def lint_quotes(c: Composition) -> None:
    """Warns of quotes whose dated words were said in another year than the report is published in.

    Quotes themselves are never looked through. The year is the one in the source's citation, else in the source's id,
    else the one for which the speaker's role is given; where there is none, nothing is said.
    """
    for id_, quote in c.view.quotes.quotes.items():
        speaker = c.view.quotes.speakers.get(quote.speaker)
        places = (c.citation(quote.source), quote.source, speaker.role_as_of if speaker else "")
        year = next((found[0] for text in places if (found := _YEAR.search(text))), "")
        if not quote.dated_words or not year or int(year) == c.view.report.publish.year:
            continue
        for i, words in enumerate(quote.dated_words):
            where = Where(QUOTES_FILE, key=("quotes", id_, "dated_words", i))
            message = (
                f'"{words}" in "{id_}" was said in {year}, but the report is published in {c.view.report.publish.year}'
            )
            c.report("W007", message, where, help="trim the quote, or say when it was said")

"""The report against an earlier release of the same campaign: figures, records, and the direction of headlines."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from report_builder.document.blocks import Document, FigureBlock, Heading, Runs
from report_builder.document.printed import text_of
from report_builder.facts.fact import Fact
from report_builder.facts.ledger import Entry, Ledger
from report_builder.facts.memory import Memory, level_of
from report_builder.problems import Problem, Where, problem
from report_builder.sections.compose import Composed
from report_builder.sections.view import View
from report_builder.words.forms import figure, with_unit
from report_builder.words.records import record_words

FACTS, REPORT = "report/facts.yml", "report/report.yml"


def check_previous(previous: Ledger, view: View, composed: Composed) -> tuple[Problem, ...]:
    """Figures that contradict the earlier release, records it disproves, rises that it shows to be falls."""
    memory = Memory(previous, view.facts)
    found = [*_dates(previous, view), *_contradictions(memory, view)]
    records = list(_records(memory, view, composed))
    found += records
    disproved = {p.where for p in records}
    found += [p for p in _directions(memory, view, composed) if p.where not in disproved]
    return tuple(dict.fromkeys(found))


def _dates(previous: Ledger, view: View) -> Iterator[Problem]:
    if previous.report.date >= view.report.publish:
        yield problem(
            "R005",
            f"the previous release is of {previous.report.date}, and this report of {view.report.publish}",
            Where(REPORT, key=("previous_release",)),
            help="name the ledger of an earlier release, or mend `publish:`",
        )


def _contradictions(memory: Memory, view: View) -> Iterator[Problem]:
    for id_, follows in memory.roots().items():
        fact, entry = view.facts.by_id(id_), memory.said(view.facts.by_id(id_))
        if entry is None:
            continue
        now = figure(fact, view.language, "compact") if fact.value is not None else view.language.say("no figure")
        yield problem(
            "R001",
            f'"{id_}" is {now}, and the release of {memory.ledger.report.date} printed {entry.figure}',
            Where(FACTS, key=(fact.name,), on_key=True),
            *([f"{', '.join(follows)} follow from it"] if follows else []),
            help="find out which is right; if the source revised it, note its cell in data/datasets.yml: `is: revised`",
        )


# records ------------------------------------------------------------------------------------------------------------


def _records(memory: Memory, view: View, composed: Composed) -> Iterator[Problem]:
    for claim in composed.claimed:
        fact, low = claim.verdict.fact, claim.verdict.meaning.lowest
        by_year = fact.standings is not None and fact.standings.among == "year"
        if by_year or "record" in claim.verdict.meaning.name or "highest" in claim.verdict.meaning.name:
            yield from _disproved(claim.words, low, (level_of(fact, view.facts),), claim.where, memory, view)
    for runs, where, named in _headlines(composed.document, view):
        found = record_words(text_of(runs), view.report.language)
        if found is not None:
            facts = tuple(dict.fromkeys(level_of(view.facts.by_id(i), view.facts).id for i in named))
            levels = tuple(view.facts.by_id(i) for i in facts)
            yield from _disproved(found[0], found[1], levels, where, memory, view)


def _headlines(document: Document, view: View) -> Iterator[tuple[Runs, Where | None, tuple[str, ...]]]:
    """Every headline with its place and the facts it is about: those in it, else the cover's, else the next printed."""
    cover = document.cover
    if cover is not None:
        hero = (cover.hero.fact,) if cover.hero and cover.hero.fact else ()
        yield cover.headline, cover.where, (*(r.fact for r in cover.headline if r.fact), *hero)
        for runs in cover.standfirst:
            yield runs, cover.where, (*(r.fact for r in runs if r.fact), *hero)
    for section in document.sections:
        for n, block in enumerate(section.blocks):
            if isinstance(block, Heading | FigureBlock):
                runs = block.runs if isinstance(block, Heading) else block.title
                own = tuple(r.fact for r in runs if r.fact)
                drawn = (
                    tuple(p.fact for p in block.chart.points() if p.highlight) if isinstance(block, FigureBlock) else ()
                )
                yield runs, block.where, own or drawn or _next(section.blocks[n + 1 :])


def _next(blocks: tuple[object, ...]) -> tuple[str, ...]:
    """The first facts printed after a heading, before the next one."""
    for block in blocks:
        if isinstance(block, Heading):
            return ()
        if found := tuple(r.fact for r in getattr(block, "runs", ()) if r.fact):
            return found[:1]
    return ()


def _disproved(
    words: str, low: bool, facts: tuple[Fact, ...], where: Where | None, memory: Memory, view: View
) -> Iterator[Problem]:
    for fact in facts:
        beyond = [e for e in memory.earlier(fact) if e.value is not None and _beyond(e.value, fact, low)]
        if beyond:
            most = max(beyond, key=lambda e: -(e.value or 0) if low else (e.value or 0))
            yield problem(
                "R002",
                f'"{words}" is not so: {_both(fact, most, view)}',
                where,
                f"the release of {memory.ledger.report.date} printed {most.figure} for {most.period}",
                _gap(fact, most, view),
                help="say what the figure carries, and name the earlier figure beside it",
            )
            return


def _beyond(value: Fraction, fact: Fact, low: bool) -> bool:
    own = fact.value or Fraction(0)
    return value < own if low else value > own


def _both(fact: Fact, entry: Entry, view: View) -> str:
    now = figure(fact, view.language, "compact")
    return f"{fact.label} were {entry.figure} in {entry.period} and {now} in {fact.period}"


def _gap(fact: Fact, entry: Entry, view: View) -> str:
    by = (fact.value or Fraction(0)) - (entry.value or Fraction(0))
    number = with_unit(abs(by), fact, view.language, "compact")
    word = "more" if by > 0 else "fewer" if fact.unit not in ("percent", "points", "times") else "less"
    if not entry.value or fact.unit in ("percent", "points", "times"):
        return f"that is {number} {word}"
    percent = view.language.number(by / entry.value * 100, 1)
    return f"that is {number} {word}, {percent} per cent"


# direction ----------------------------------------------------------------------------------------------------------


def _directions(memory: Memory, view: View, composed: Composed) -> Iterator[Problem]:
    """A growth claim or phrase whose figure went the other way since the last one this campaign printed."""
    seen: set[str] = set()
    for words, fact, rising, where in _growths(view, composed):
        level = level_of(fact, view.facts)
        between = [e for e in memory.earlier(level) if fact.from_period < e.period]
        if not between or level.id in seen:
            continue
        last = between[-1]
        if last.value is not None and _beyond(last.value, level, low=not rising):
            seen.add(level.id)
            yield problem(
                "R003",
                f'"{words}" since {fact.from_period}, but {_both(level, last, view)}',
                where,
                f"the release of {memory.ledger.report.date} printed {last.figure}",
                _gap(level, last, view),
                help="print the change since the last release beside it",
            )


def _growths(view: View, composed: Composed) -> Iterator[tuple[str, Fact, bool, Where | None]]:
    for claim in composed.claimed:
        if claim.verdict.meaning.quantity == "growth" and (rising := _rising(claim.verdict.fact)) is not None:
            yield claim.words, claim.verdict.fact, rising, claim.where
    for runs, where, _ in _headlines(composed.document, view):
        for run in runs:
            if run.fact and (rising := _rising(view.facts.by_id(run.fact))) is not None:
                yield run.text, view.facts.by_id(run.fact), rising, where


def _rising(fact: Fact) -> bool | None:
    """Whether a comparison went up; None for what is no comparison or no change."""
    if fact.value is None or fact.kind not in ("ratio", "change", "difference"):
        return None
    by = fact.value - 1 if fact.kind == "ratio" else fact.value
    return by > 0 if by else None

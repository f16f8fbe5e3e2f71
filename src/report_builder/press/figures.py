"""The figures of an edition as tables: every figure it prints with all that makes it checkable, then each table."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from report_builder.document.blocks import TableBlock, TableCell
from report_builder.document.printed import text_of
from report_builder.facts.fact import Fact
from report_builder.facts.ledger import Entry, Ledger
from report_builder.press.sheet import Cell, Number, Sheet
from report_builder.sections.compose import Composed
from report_builder.sections.view import View
from report_builder.tables.dataset import Standing
from report_builder.words.caveats import caveat_sentences
from report_builder.words.figures import default_decimals
from report_builder.words.language import Language

HEADINGS = ("figure", "number", "unit", "what", "category", "place", "from", "period", "base", "caveat", "source", "id")
_SIGNS = {"percent": ("", "%"), "percent change": ("", "%"), "GBP": ("£", ""), "EUR": ("€", ""), "USD": ("$", "")}


def figures_sheet(view: View, ledger: Ledger) -> Sheet:
    """Every figure that the report prints, a row each, in the order of facts.yml."""
    words = view.language
    printed = [entry for entry in ledger.facts if entry.printed]
    rows = tuple(_row(entry, view.facts.by_id(entry.id), view) for entry in printed)
    return Sheet(
        words.say("sheet figures"),
        words.say("sheet figures title", title=view.report.title),
        tuple(words.say(f"heading {name}") for name in HEADINGS),
        rows,
        (words.say("sheet figures about"),),
    )


def _row(entry: Entry, fact: Fact, view: View) -> tuple[Cell, ...]:
    words = view.language
    return (
        entry.wording or entry.figure or words.reason(entry.reason),
        number_of(fact, words),
        _unit(fact, words),
        fact.label,
        _category(fact, view),
        fact.place_name or view.place.name,
        fact.from_period,
        fact.period,
        _base(fact, view),
        " ".join(dict.fromkeys(beside(fact, view))),
        _source(fact, view),
        fact.id,
    )


def beside(fact: Fact, view: View) -> Iterator[str]:
    """What has to be said beside a figure, sentence by sentence."""
    yield from caveat_sentences(fact, view.language, view.facts, _source(fact, view))
    yield from filter(None, _doubts(fact, view))


def _source(fact: Fact, view: View) -> str:
    return view.language.listed(tuple(view.sources.get(s, s) for s in fact.sources))


def _doubts(fact: Fact, view: View) -> Iterator[str]:
    """What is noted at the cells that the figure was read from."""
    for shortfall in fact.shortfalls:
        if shortfall.standing is Standing.IN_DOUBT:
            said = view.language.say("method doubt", name=shortfall.name, period=shortfall.period, note=shortfall.note)
            yield said.strip()


def number_of(fact: Fact, language: Language) -> Cell:
    """The fact's number as a cell; its mark where it is withheld, "" where there is none."""
    if fact.suppressed:
        return language.say("withheld cell")
    if fact.value is None:
        return ""
    before, after = _SIGNS.get(fact.unit, ("", ""))
    return Number(fact.value, default_decimals(fact), after, before)


def _unit(fact: Fact, language: Language) -> str:
    named = f"unit {fact.unit}"
    return language.sentences.get(named, fact.unit)


def _category(fact: Fact, view: View) -> str:
    """The members other than place and year that the fact is of, as printed."""
    axes = view.facts.families[fact.name].axes
    named = (
        next((m.name for m in axis.members if m.id == fact.member(axis.name)), "")
        for axis in axes
        if axis.name not in ("place", "year")
    )
    return ", ".join(name for name in named if name)


def _base(fact: Fact, view: View) -> str:
    words = view.language
    if not fact.base_fact:
        return fact.base or ""
    of = view.facts.by_id(fact.base_fact)
    size = words.number(of.value, default_decimals(of)) if of.value is not None else ""
    return words.say("base known", n=size, base=fact.base) if size else fact.base


def table_sheets(view: View, composed: Composed) -> Iterator[Sheet]:
    """Each table of the report as a sheet: its figures as numbers, its marks and notes as words."""
    for section in composed.document.sections:
        for block in section.blocks:
            if isinstance(block, TableBlock):
                yield _table(block, view)


def _table(block: TableBlock, view: View) -> Sheet:
    words = view.language
    head = tuple(text_of(cell.runs) for cell in block.head[-1])
    source = (f"{words.say('source')}: {block.source}",) if block.source else ()
    notes = (block.subtitle, *map(text_of, block.notes), *source)
    return Sheet(
        words.say("sheet table", n=block.number),
        text_of(block.title),
        head,
        tuple(tuple(_cell(cell, view) for cell in row) for row in block.body),
        tuple(note for note in notes if note),
    )


def _cell(cell: TableCell, view: View) -> Cell:
    """A cell with one fact as its number; every other as it is printed."""
    facts = {run.fact for run in cell.runs if run.fact}
    if cell.role != "data" or len(facts) != 1:
        return text_of(cell.runs)
    fact = view.facts.by_id(facts.pop())
    found = number_of(fact, view.language)
    return found if isinstance(found, Number) and isinstance(found.value, Fraction) else text_of(cell.runs)

"""The printed figures place by place: for a local newsroom a sheet to read, for the workbook a table of each family."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from report_builder.document.blocks import (
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Runs,
    SectionBlock,
    TableBlock,
)
from report_builder.facts.family import Axis, Family
from report_builder.facts.ledger import Entry, Ledger
from report_builder.press.figures import beside, number_of
from report_builder.press.sheet import Cell, Sheet
from report_builder.press.sheets_of_words import alone
from report_builder.sections.view import View
from report_builder.tables.dataset import Member
from report_builder.words.language import Language

ByPlace = Mapping[str, tuple[Entry, ...]]  # the ids of places, in the order of the data, to the figures printed of them
_UNBROKEN = ":\u00a0"  # no line ends between a year and its figure


def families_by_place(view: View, ledger: Ledger) -> tuple[tuple[Family, ByPlace], ...]:
    """The families of which the report prints figures of two places or more, a whole not counted.

    Only what is printed is here: it is signed, withheld where it has to be, and the side that is published.
    """
    printed = {entry.id: entry for entry in ledger.facts if entry.printed}
    out = []
    for family in view.facts.families.values():
        places = _axis(family, "place")
        if places is None or {axis.name for axis in family.axes} - {"place", "year"}:
            continue
        of = {m.id: tuple(_printed(family, m, printed)) for m in places.members}
        if sum(bool(of[m.id]) for m in places.parts()) > 1:
            out.append((family, of))
    return tuple(out)


def _axis(family: Family, name: str) -> Axis | None:
    return next((axis for axis in family.axes if axis.name == name), None)


def _printed(family: Family, place: Member, printed: Mapping[str, Entry]) -> Iterator[Entry]:
    for fact in family.facts.values():
        if fact.member("place") == place.id and fact.id in printed:
            yield printed[fact.id]


def places_sheet(view: View, document: Document, ledger: Ledger) -> Document | None:
    """A heading for each place and under it its figures, with what has to be said beside them; None without places."""
    families = families_by_place(view, ledger)
    if not families:
        return None
    names = {m.id: m.name for family, _ in families for m in _members(family)}
    title = view.language.say("places sheet")
    blocks: list[Block] = [
        Heading(1, (Run(title),), "places"),
        Paragraph((Run(view.language.say("places about")),), "lead"),
    ]
    for id_, name in names.items():
        entries = [(family, of.get(id_, ())) for family, of in families]
        blocks += _place(id_, name, [(family, own) for family, own in entries if own], view)
    sources = dict.fromkeys(s for _, of in families for own in of.values() for entry in own for s in entry.sources)
    cited = view.language.listed(tuple(view.sources.get(s, s) for s in sources))
    blocks.append(Paragraph((Run(f"{view.language.say('source')}: {cited}"),), "note"))
    return alone(document, title, SectionBlock("places", tuple(blocks)))


def _members(family: Family) -> tuple[Member, ...]:
    axis = _axis(family, "place")
    return axis.members if axis is not None else ()


def _place(id_: str, name: str, figures: list[tuple[Family, tuple[Entry, ...]]], view: View) -> Iterator[Block]:
    if not figures:
        return
    yield Heading(2, (Run(name),), f"place-{id_}")
    items = tuple((Paragraph(tuple(_line(entries, view))),) for _, entries in figures)
    yield ListBlock(False, items)
    facts = [view.facts.by_id(entry.id) for _, entries in figures for entry in entries]
    said = dict.fromkeys(sentence for fact in facts for sentence in beside(fact, view))
    said |= {view.language.say("withheld cells"): None} if any(fact.suppressed for fact in facts) else {}
    if said:
        yield Paragraph((Run(" ".join(said)),), "note")


def _line(entries: tuple[Entry, ...], view: View) -> Iterator[Run]:
    """ "Offences recorded. 2022/23: 58; 2023/24: 67"."""
    label = entries[0].label
    yield Run(f"{label[:1].upper()}{label[1:]}. ")
    for n, entry in enumerate(entries):
        when = f"{entry.from_}–{entry.period}" if entry.from_ else entry.period
        yield Run(f"{'; ' if n else ''}{when}{_UNBROKEN if when else ''}")
        yield Run(_said(entry, view.language), bold=True, fact=entry.id)


def _said(entry: Entry, language: Language) -> str:
    """The figure as printed; why there is none, the sentences below say."""
    return entry.wording or entry.figure or language.say("withheld cell" if entry.suppressed else "no figure")


def place_tables(view: View, document: Document, ledger: Ledger) -> Iterator[Sheet]:
    """Each family as a table, a row a place and a column a year, unless a table of the report shows all of it."""
    shown = [_facts_of(b) for s in document.sections for b in s.blocks if isinstance(b, TableBlock)]
    for family, of in families_by_place(view, ledger):
        entries = [entry for own in of.values() for entry in own]
        if not any({entry.id for entry in entries} <= facts for facts in shown):
            yield _table(family, of, entries[0], view)


def _facts_of(block: TableBlock) -> set[str]:
    runs: list[Runs] = [cell.runs for row in block.body for cell in row]
    return {run.fact for each in runs for run in each if run.fact}


def _table(family: Family, of: ByPlace, first: Entry, view: View) -> Sheet:
    words, years = view.language, _axis(family, "year")
    periods = [
        m.name for m in (years.members if years else ()) if any(e.period == m.name for own in of.values() for e in own)
    ]
    names = {m.id: m.name for m in _members(family)}
    rows = tuple((names[id_], *_cells(own, periods, view)) for id_, own in of.items() if own)
    title = f"{first.label[:1].upper()}{first.label[1:]}"
    head = (words.say("heading place"), *(periods or [first.period or words.say("heading number")]))
    return Sheet(words.say("sheet places", label=title), title, head, rows)


def _cells(own: tuple[Entry, ...], periods: list[str], view: View) -> Iterator[Cell]:
    by_period = {entry.period: entry for entry in own}
    for entry in [by_period.get(p) for p in periods] if periods else own[:1]:
        found = number_of(view.facts.by_id(entry.id), view.language) if entry is not None else ""
        yield found if found != "" or entry is None else _said(entry, view.language)

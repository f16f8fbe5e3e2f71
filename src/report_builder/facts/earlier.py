"""What readers know from elsewhere: figures others printed, and the ledgers of earlier releases."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from msgspec import Struct, field

from report_builder.facts.fact import Fact, PublishedSide
from report_builder.facts.forms import Counts
from report_builder.facts.linear import Form, Row, Variable, count_of, quotient, row, rows
from report_builder.facts.numbers_as_printed import parse_printed
from report_builder.problems import Problem, Where, problem


class Elsewhere(Struct):
    """The rows that follow from what is public, the facts in which an earlier release says otherwise, and problems."""

    counts: Counts
    rows: list[Row] = field(default_factory=list)
    revised: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def published(self) -> None:
        """The sides of facts that someone else printed, and the same figures in datasets that are not protected."""
        for fact in self.counts.facts:
            side = fact.published
            if side is not None and (fact.computed is None or fact.inputs):
                step = _step(fact, side, self.counts)
                counted = step == 1 and not fact.inputs
                half = Fraction(0) if counted else step / 2
                self._true(said(fact, side.value - half, side.value + half, self.counts))
        self._same_figure()

    def _same_figure(self) -> None:
        """Equal figures of one unit, place and period are taken for one and the same number, wherever they are from."""
        groups: dict[tuple[object, ...], list[tuple[str, Form]]] = {}
        for fact in self.counts.facts:
            form = self.counts.form(fact) if fact.kind in ("value", "sum", "published") else None
            if form is not None and fact.value is not None and fact.value >= 2 and fact.unit:
                at = (fact.unit, fact.place or self.counts.facts.here, fact.period, fact.from_period, fact.value)
                family = self.counts.facts.families[fact.name]
                groups.setdefault(at, []).append((family.dataset, form))
        for group in groups.values():
            first = next((entry for entry in group if entry[1].terms), None)
            for dataset, form in group if first is not None else ():
                if first is not None and dataset != first[0]:
                    self._true(rows(row(first[1] - form, 0, 0)))

    def ledger(self, name: str, data: bytes, where: Where) -> None:
        """Everything that an earlier release's ledger says of our counts."""
        try:
            entries = json.loads(data, parse_float=Fraction)["facts"]
            said_there = [(str(e["id"]), e) for e in entries if isinstance(e, dict)]
        except (ValueError, LookupError, TypeError, RecursionError):
            hint = "give the facts.json that the tool wrote or attached to the report"
            self.problems.append(problem("V003", f'"{name}" is not a ledger of facts', where, help=hint))
            return
        cells = self._cells()
        for id_, entry in said_there:
            self._fact(id_, entry)
            for cell in entry.get("cells", ()):
                self._cell(cell, cells)

    def _fact(self, id_: str, entry: Mapping[str, Any]) -> None:
        try:
            fact = self.counts.facts.by_id(id_)
        except KeyError:
            return
        own = entry.get("computed") if entry.get("computed") is not None else entry.get("value")
        value = _number(own)
        bounds = entry.get("interval")
        low, high = (_number(x) for x in bounds) if isinstance(bounds, list) and len(bounds) == 2 else (value, value)
        found = said(fact, low, high, self.counts) if low is not None or high is not None else ()
        if not self._true(found):
            self.revised.append(id_)

    def _cell(self, entry: Mapping[str, Any], cells: Mapping[tuple[object, ...], Variable]) -> None:
        variable = cells.get((entry.get("file"), entry.get("sheet") or "", entry.get("row"), entry.get("column")))
        if variable is not None and self.counts.cell(variable).text.strip() == str(entry.get("text", "")).strip():
            value = self.counts.truth(variable)
            self._true(rows(row(count_of(variable), value, value)))

    def _cells(self) -> dict[tuple[object, ...], Variable]:
        return {
            (dataset.file, dataset.sheet, cell.row, cell.column): (dataset.id, *key)
            for dataset, _ in self.counts.protected()
            for key, cell in dataset.cells.items()
            if cell.row and cell.text.strip()
        }

    def _true(self, found: tuple[Row, ...]) -> bool:
        """Notes the rows that agree with our figures; False where any does not."""
        agreed = [r for r in found if r.holds(self.counts.truth)]
        self.rows += agreed
        return len(agreed) == len(found)


def said(fact: Fact, low: Fraction | None, high: Fraction | None, counts: Counts) -> tuple[Row, ...]:
    """What "the fact lies between `low` and `high`" says of the counts behind it."""
    form = counts.form(fact)
    if form is not None:
        return rows(row(form, low, high))
    if len(fact.inputs) != 2:
        return ()
    top, bottom = (counts.form(counts.facts.by_id(i)) for i in fact.inputs)
    if top is None or bottom is None or not (top.terms or bottom.terms):
        return ()
    scales: dict[str, tuple[Fraction, Fraction]] = {  # kind -> what one and nil of a / b are printed as
        "share": (Fraction(100), Fraction(0)),
        "change": (Fraction(100), Fraction(-100)),
        "ratio": (Fraction(1), Fraction(0)),
        "rate": (Fraction(fact.per or 1), Fraction(0)),
    }
    if fact.kind not in scales:
        return ()
    one, nil = scales[fact.kind]
    return quotient(top, bottom, *(None if x is None else (x - nil) / one for x in (low, high)))


def _step(fact: Fact, side: PublishedSide, counts: Counts) -> Fraction:
    """The step that a published figure was rounded to, from how it was typed."""
    for typed in counts.facts.families[fact.name].spec.published:
        printed = parse_printed(typed.value)
        if printed is not None and printed[0] == side.value:
            return printed[1]
    return Fraction(1)


def _number(value: object) -> Fraction | None:
    """A number of a ledger: whole, decimal or "n/d"."""
    try:
        return Fraction(value) if isinstance(value, int | str | Fraction) and not isinstance(value, bool) else None
    except (ValueError, ZeroDivisionError):
        return None

"""Cells of figures: each read by the rule of its measure, with its marks and the columns beside it, and added up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from report_builder.tables.clean import Complaint, Rule, clean
from report_builder.tables.complaints import Complaints
from report_builder.tables.dataset import Cell
from report_builder.tables.figures import Figures
from report_builder.tables.grid import Spot, Spread, letter
from report_builder.tables.marks import Marks
from report_builder.tables.reshape import Observation

ERRORS_IN_INTERVAL = Fraction(196, 100)  # standard errors either side of an estimate in its 95 per cent interval
_EXACT, _WHOLE = Figures(Fraction(0), whole=False), Figures(Fraction(0), whole=True)
_BOTH = re.compile(r"[(\[]?\s*(?P<low>[-−]?[0-9.,]+)\s*%?\s*(?:to|,|;|–|-)\s*(?P<high>[-−]?[0-9.,]+)\s*%?\s*[)\]]?")


class FigureCells(Struct, frozen=True):
    """Makes cells of observations; what is wrong with them is gathered in `wrong`."""

    faults: Mapping[Spot, str]
    spread: Spread
    marks: Marks
    rules: Mapping[str, Rule]
    wrong: Complaints

    def cell(self, o: Observation, marks: tuple[str, ...]) -> Cell:
        """The cell of an observation. `marks` are those of its row and year."""
        rule = self.rules[o.at.measure]
        bare, own = (o.text, ()) if o.text.strip() in rule.codes else self.marks.of_figure(o.text.strip())
        fault = self.faults.get((o.row, o.at.column))
        cell, complaint = clean(bare, o.row, letter(o.at.column), rule, fault)
        if own:
            cell = replace(cell, text=o.text)
        if complaint and complaint.code == "D021" and self.spread.under(o.row, o.at.column):
            help = "unmerge the cells and fill in each"
            complaint = Complaint("D027", "the figure is hidden under merged cells", help)
        if o.beside and complaint is None:
            cell, complaint = self._estimate(cell, o, rule)
        self.wrong.add(complaint, cell)
        return self._marked(cell, tuple(dict.fromkeys((*own, *marks, *o.at.marks))))

    def _marked(self, cell: Cell, marks: tuple[str, ...]) -> Cell:
        if not marks:
            return cell
        standing = self.marks.standing(marks) if cell.value is not None else None
        return replace(cell, note=self.marks.notes(marks), standing=standing or cell.standing)

    def _estimate(self, cell: Cell, o: Observation, rule: Rule) -> tuple[Cell, Complaint | None]:
        """The cell with the base and the interval that stand beside it."""
        first, last, error, base = o.beside
        if o.at.beside[3]:
            asked, complaint = clean(base, o.row, "", Rule("", _WHOLE, rule.codes))
            if complaint:
                return cell, _unfit(base, "base")
            cell = replace(cell, base=asked.value)
        if cell.value is None or not any(o.at.beside[:3]) or (error or first).strip() in rule.codes:
            return cell, None
        if o.at.beside[2]:
            around = _number(error, rule)
            if around is None or around < 0:
                return cell, _unfit(error, "standard_error")
            low, high = cell.value - ERRORS_IN_INTERVAL * around, cell.value + ERRORS_IN_INTERVAL * around
        else:
            bounds = _interval(first, "" if o.at.beside[0] == o.at.beside[1] else last, rule)
            if bounds is None or not bounds[0] <= cell.value <= bounds[1]:
                return cell, _unfit(first if first == last else f"{first} to {last}", "interval")
            low, high = bounds
        return replace(cell, low=low if rule.negative else max(low, Fraction(0)), high=high), None


def _interval(first: str, last: str, rule: Rule) -> tuple[Fraction, Fraction] | None:
    """Lower and upper bound from two cells or, where there is no `last`, from one that holds both."""
    if not last and (match := _BOTH.fullmatch(first.strip())):
        first, last = match["low"], match["high"]
    low, high = _number(first, rule), _number(last, rule)
    return (low, high) if low is not None and high is not None else None


def added(first: Cell, second: Cell, count: int) -> Cell:
    """The sum of two cells of one place and year; missing where either is, for what is missing is not nil."""
    missing = next((cell for cell in (first, second) if cell.value is None), None)
    return replace(
        first,
        value=_sum(first.value, second.value),
        low=_sum(first.low, second.low),
        high=_sum(first.high, second.high),
        standing=missing.standing if missing else first.standing,
        reason=missing.reason if missing else "",
        text=f"{count} rows",
        note="; ".join(dict.fromkeys(filter(None, (first.note, second.note)))),
    )


def _sum(a: Fraction | None, b: Fraction | None) -> Fraction | None:
    return None if a is None or b is None else a + b


def _number(text: str, rule: Rule) -> Fraction | None:
    cell, complaint = clean(text, 0, "", Rule(rule.unit, _EXACT, {}, negative=True, factor=rule.factor))
    return None if complaint else cell.value


def _unfit(text: str, what: str) -> Complaint:
    shown = text.strip() or "blank"
    message = f'"{shown}" is no {what.replace("_", " ")} that fits the figure beside it'
    return Complaint("D050", message, f"correct the cell, or the heading under `{what}:`")

"""Whether a row that is declared a total is the sum of the rows beside it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Cell, Dimension, Member, Standing


def differing_totals(
    cells: Mapping[tuple[str, ...], Cell], dimensions: tuple[Dimension, ...], file: str
) -> list[Problem]:
    """A warning for each total that its parts cannot add up to, whatever rounding and bounds leave open.

    Only the total of everything is tested: the one total of a dimension, or the one named as what all rows make up,
    where parts are separate and all are listed. Parts with no figure are taken to be anything from zero up.
    """
    problems: list[Problem] = []
    for position, dimension in enumerate(dimensions, start=1):
        total = _whole(dimension)
        if total is None or dimension.overlapping or not dimension.complete:
            continue
        parts = [member.id for member in dimension.members if not member.total]
        for key, cell in cells.items():
            if key[position] != total.id or cell.value is None or cell.standing is Standing.IN_DOUBT:
                continue
            found = [cells.get((*key[:position], part, *key[position + 1 :])) for part in parts]
            if difference := _difference(cell, found):
                where = Where(file, row=cell.row, column=cell.column)
                named = ", ".join(part for i, part in enumerate(key) if part and i != position)
                message = f'"{total.name}"{f" ({named})" if named else ""} is {cell.text.strip()}, {difference}'
                problems.append(problem("D043", message, where, help="ask the publisher, or mark the cell `in doubt`"))
    return problems


def _whole(dimension: Dimension) -> Member | None:
    totals = [member for member in dimension.members if member.total]
    named = [member for member in totals if dimension.make_up in (member.name, member.id)]
    return named[0] if named else totals[0] if len(totals) == 1 else None


def _difference(total: Cell, parts: list[Cell | None]) -> str:
    """What is wrong, in words; "" where the total can be right."""
    if not parts or any(part is not None and part.low is not None and part.low < 0 for part in parts):
        return ""
    least = sum((part.low for part in parts if part is not None and part.low is not None), Fraction(0))
    known = all(part is not None and part.high is not None for part in parts)
    most = sum((part.high for part in parts if part is not None and part.high is not None), Fraction(0))
    added = sum((part.value for part in parts if part is not None and part.value is not None), Fraction(0))
    if total.high is not None and total.high < least:
        shown = f"{float(added):,.12g}" if known else f"at least {float(least):,.12g}"
        return f"but its rows add up to {shown}"
    if known and total.low is not None and total.low > most:
        return f"but its rows add up to {float(added):,.12g}"
    return ""

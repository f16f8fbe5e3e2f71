"""Totals: whether a declared one is the sum of its parts, and whether one that is not declared gives itself away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Cell, Dimension, Member, Standing
from report_builder.tables.gaps import Part, suspects

Cells = Mapping[tuple[str, ...], Cell]
FEWEST_PARTS = 3  # that add up to a row in every column before it is taken for their total
FEWEST_SUMS = 2


class _Sums:
    """The cells of one dimension, by member."""

    def __init__(self, cells: Cells, position: int) -> None:
        self._cells, self._position = cells, position
        self.of: dict[str, list[tuple[tuple[str, ...], Cell]]] = {}
        for key, cell in cells.items():
            self.of.setdefault(key[position], []).append((key, cell))

    def of_member(self, member: Member) -> Fraction:
        """All of the member's figures added up."""
        return sum((cell.value for _, cell in self.of.get(member.id, ()) if cell.value), Fraction(0))

    def cell(self, key: tuple[str, ...], member: str) -> Cell | None:
        """The member's cell where all else is as in `key`."""
        return self._cells.get((*key[: self._position], member, *key[self._position + 1 :]))


def differing_totals(cells: Cells, dimensions: tuple[Dimension, ...], file: str) -> list[Problem]:
    """A warning for each total that its parts cannot add up to, whatever rounding and bounds leave open.

    Tested are the total of everything (the one total of a dimension, or the one named as what all rows make up) and
    those that rows say they are within, where parts are separate and all are listed. Parts with no figure are taken to
    be anything from zero up.
    """
    problems: list[Problem] = []
    for position, dimension in enumerate(dimensions, start=1):
        sums = _Sums(cells, position)
        for total, parts in () if dimension.overlapping or not dimension.complete else _wholes(dimension):
            for key, cell in sums.of.get(total.id, ()):
                if cell.value is None or cell.standing is Standing.IN_DOUBT:
                    continue
                if difference := _difference(cell, [sums.cell(key, part) for part in parts]):
                    where = Where(file, row=cell.row, column=cell.column)
                    named = ", ".join(part for i, part in enumerate(key) if part and i != position)
                    message = f'"{total.name}"{f" ({named})" if named else ""} is {cell.text.strip()}, {difference}'
                    help = "ask the publisher, or mark the cell `in doubt`"
                    found = _suspects(cell, [sums.cell(key, part) for part in parts])
                    problems.append(problem("D043", message, where, *found, help=help))
    return problems


def unsaid_totals(cells: Cells, dimensions: tuple[Dimension, ...], untold: Sequence[bool], file: str) -> list[Problem]:
    """An error for each row that is the sum of all others in every column, where nothing was said of totals.

    It takes several columns and parts to tell, so that no table of a few small numbers is accused.
    """
    problems: list[Problem] = []
    for position, (dimension, told) in enumerate(zip(dimensions, untold, strict=False), start=1):
        if not told or dimension.overlapping or len(dimension.members) <= FEWEST_PARTS:
            continue
        sums = _Sums(cells, position)
        member = max(dimension.members, key=sums.of_member)
        if found := _first_of_sums(sums, member.id, [other.id for other in dimension.members if other != member]):
            message = f'"{member.name}" is the sum of all others, and would be added to its own parts'
            help = f'add `totals: ["{member.name}"]`; if it is no total, `totals: []`'
            problems.append(problem("D042", message, Where(file, row=found.row, column=found.column), help=help))
    return problems


def _first_of_sums(sums: _Sums, member: str, others: Sequence[str]) -> Cell | None:
    """The first cell of a member that is the sum of the others wherever it has a figure; None where it is not one."""
    first, agreed = None, 0
    for key, cell in sums.of.get(member, ()):
        if not cell.value:
            continue
        parts = [part.value for other in others if (part := sums.cell(key, other)) and part.value]
        if len(parts) < FEWEST_PARTS or sum(parts, Fraction(0)) != cell.value:
            return None
        first, agreed = first or cell, agreed + 1
    return first if agreed >= FEWEST_SUMS else None


def _wholes(dimension: Dimension) -> list[tuple[Member, list[str]]]:
    """Each total whose parts are known, with their ids."""
    parts = [member for member in dimension.members if not member.total]
    by_whole: dict[str, list[str]] = {}
    for part in parts:
        by_whole.setdefault(part.part_of, []).append(part.id)
    totals = [member for member in dimension.members if member.total]
    named = [member for member in totals if dimension.make_up in (member.name, member.id)]
    whole = named[:1] or [total for total in totals if len(totals) == 1]
    return [(total, _ids(parts)) for total in whole] + [
        (total, by_whole[total.id]) for total in totals if total not in whole and total.id in by_whole
    ]


def _ids(members: Iterable[Member]) -> list[str]:
    return [member.id for member in members]


def _suspects(total: Cell, parts: Sequence[Cell | None]) -> tuple[str, ...]:
    """The cells that could explain why a total is not the sum of its parts; none where one of them has no figure."""
    known = [part for part in parts if part is not None and part.value is not None]
    if len(known) < len(parts) or total.value is None:
        return ()
    read = [Part(f"{p.column}{p.row}", p.value, p.standing is Standing.IN_DOUBT) for p in known if p.value is not None]
    gap = sum((p.value for p in read), Fraction(0)) - total.value
    return (*suspects(read, gap), *suspects([Part(f"the total in {total.column}{total.row}", total.value)], -gap))


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

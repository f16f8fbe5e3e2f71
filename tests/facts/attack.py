"""An attacker who knows nothing of our code: only the table's form, and the figures that were printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product

import numpy as np
from msgspec import Struct, field
from scipy.optimize import Bounds, LinearConstraint, milp

from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts

Names = tuple[str, str]


class Attack(Struct, dict=True):
    """Relations over the cells of a table of `rows` by `columns`, in whole numbers."""

    rows: Sequence[str]
    columns: Sequence[str]
    relations: list[tuple[dict[Names, float], float, float]] = field(default_factory=list)

    def cells(self, row: str, column: str) -> list[Names]:
        """The cells that a fact of `n[row, column]` adds up; "all" stands for every one."""
        rows = self.rows if row == "all" else [row]
        columns = self.columns if column == "all" else [column]
        return list(product(rows, columns))

    def knows(self, cells: Iterable[Names], low: float, high: float) -> None:
        """Learns that the sum of some cells lies between two numbers."""
        self.relations.append((dict.fromkeys(cells, 1.0), low, high))

    def reads(self, facts: Facts, family: str, floor: int, half: float = 0) -> None:
        """Learns everything that the printed facts of a family say, marks included."""
        for fact in facts.families[family].facts.values():
            cells = self.cells(*(m for _, m in fact.key))
            if fact.value is not None:
                self.knows(cells, float(fact.value) - half, float(fact.value) + half)
            elif fact.interval is not None:
                self.knows(cells, _number(fact.interval.low), _number(fact.interval.high))
            else:
                self.knows(cells, floor, np.inf)

    def reads_share(self, part: Iterable[Names], whole: Iterable[Names], percent: Fraction, half: float) -> None:
        """Learns a percentage that was rounded by up to `half`."""
        for sign, bound in ((1, float(percent) + half), (-1, float(percent) - half)):
            terms: dict[Names, float] = {}
            for cell in part:
                terms[cell] = terms.get(cell, 0) + sign * 100
            for cell in whole:
                terms[cell] = terms.get(cell, 0) - sign * bound
            self.relations.append((terms, -np.inf, 0))

    def range_of(self, row: str, column: str) -> tuple[int, int]:
        """The least and the most that a sum of cells can be."""
        order = {cell: i for i, cell in enumerate(product(self.rows, self.columns))}
        matrix = np.zeros((len(self.relations), len(order)))
        for i, (terms, _, _) in enumerate(self.relations):
            for cell, factor in terms.items():
                matrix[i, order[cell]] = factor
        limits = LinearConstraint(matrix, [r[1] for r in self.relations], [r[2] for r in self.relations])
        goal = np.zeros(len(order))
        for cell in self.cells(row, column):
            goal[order[cell]] = 1
        ends = []
        for sign in (1, -1):
            found = milp(sign * goal, integrality=np.ones(len(order)), bounds=Bounds(0, 100_000), constraints=limits)
            assert found.x is not None, found.message
            ends.append(round(sign * found.fun))
        return ends[0], ends[1]


def _number(value: Fraction | None) -> float:
    return np.inf if value is None else float(value)


def withheld(facts: Facts, family: str) -> list[Fact]:
    """The facts of a family that are withheld."""
    return [f for f in facts.families[family].facts.values() if f.suppressed]


def text_of(counts: Mapping[Names, int], rows: Sequence[str], columns: Sequence[str]) -> str:
    """A table as CSV, a row a cell."""
    lines = [f"{r},{c},{counts[r, c]}" for r in rows for c in columns]
    return "\n".join(["Row,Column,Count", *lines, ""])

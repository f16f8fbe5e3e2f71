"""Linear forms over counts that are not known, and what is said of them: the arithmetic of disclosure control."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor, lcm

from msgspec import Struct, field

Variable = tuple[str, ...]  # (dataset id, measure id, member ids in the order of its dimensions)
Truth = Callable[[Variable], Fraction | None]


class Form(Struct, frozen=True):
    """A sum of counts, each times a factor, and a constant."""

    terms: Mapping[Variable, Fraction] = field(default_factory=dict)
    constant: Fraction = Fraction(0)

    def __add__(self, other: Form) -> Form:
        terms = dict(self.terms)
        for variable, factor in other.terms.items():
            terms[variable] = terms.get(variable, Fraction(0)) + factor
        return Form({v: f for v, f in terms.items() if f}, self.constant + other.constant)

    def __sub__(self, other: Form) -> Form:
        return self + other.scaled(Fraction(-1))

    def scaled(self, factor: Fraction) -> Form:
        """Every count and the constant times `factor`."""
        return Form({v: f * factor for v, f in self.terms.items() if factor}, self.constant * factor)

    def value(self, truth: Truth) -> Fraction | None:
        """What it comes to; None where a count in it is not known."""
        total = self.constant
        for variable, factor in self.terms.items():
            count = truth(variable)
            if count is None:
                return None
            total += count * factor
        return total


def count_of(*variables: Variable) -> Form:
    """The sum of some counts."""
    return Form(dict.fromkeys(variables, Fraction(1)))


class Row(Struct, frozen=True):
    """`low` <= the sum of `terms` <= `high`, all in whole numbers; None is without bound."""

    terms: tuple[tuple[Variable, int], ...]
    low: int | None
    high: int | None

    def holds(self, truth: Truth) -> bool:
        """Whether it is so; a count that is not known leaves it open, and so does not contradict it."""
        counts = [(truth(variable), factor) for variable, factor in self.terms]
        if any(count is None for count, _ in counts):
            return True
        total = sum((count * factor for count, factor in counts if count is not None), Fraction(0))
        return (self.low is None or self.low <= total) and (self.high is None or total <= self.high)


def row(form: Form, low: Fraction | int | None, high: Fraction | int | None) -> Row | None:
    """What `low` <= form <= `high` says of whole numbers; None where it says nothing of any count.

    Factors are made whole, and the bounds are drawn in to the whole numbers between them.
    """
    if not form.terms:
        return None
    scale = lcm(*(factor.denominator for factor in form.terms.values()))
    least = None if low is None else ceil((Fraction(low) - form.constant) * scale)
    most = None if high is None else floor((Fraction(high) - form.constant) * scale)
    return Row(tuple((v, int(f * scale)) for v, f in form.terms.items()), least, most)


def rows(*found: Row | None) -> tuple[Row, ...]:
    """Those that say something."""
    return tuple(r for r in found if r is not None)


def quotient(top: Form, bottom: Form, low: Fraction | None, high: Fraction | None) -> tuple[Row, ...]:
    """What `low` <= top / bottom <= `high` says, the divisor being a count and so not below nil."""
    return rows(
        row(top - bottom.scaled(low), 0, None) if low is not None else None,
        row(top - bottom.scaled(high), None, 0) if high is not None else None,
    )

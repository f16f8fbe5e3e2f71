"""The figure in the middle of those of all places or categories: that of the median force."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from report_builder.facts.fact import Fact, Key
from report_builder.facts.interval import Interval
from report_builder.facts.ranked import named
from report_builder.facts.spec import Middle


def middle(name: str, key: Key, spec: Middle, field: Sequence[Fact]) -> Fact:
    """The median of the figures in `field`, each counting alike; missing where any of them has no figure.

    Rounding leaves it between the median of all that the figures may be at least and that of all at most.
    """
    absent = [f for f in field if f.value is None]
    chosen = () if absent else in_the_middle(field)
    first = field[0]
    return Fact(
        name=name,
        key=key,
        label=spec.label,
        kind="middle",
        unit=spec.unit or first.unit,
        value=_median([f.value for f in field]) if chosen else None,
        interval=_possible(field) if chosen else None,
        reason="; ".join(f"{named(f, spec.among)}: {f.reason}" for f in absent),
        period=first.period,
        base=spec.base,
        base_size=spec.base_size,
        short=spec.short,
        note=spec.note,
        decimals=first.decimals if spec.decimals is None else spec.decimals,
        per=first.per,
        step=first.step,
        inputs=tuple(f.id for f in field),
        cells=tuple(cell for f in chosen for cell in f.cells),
        shortfalls=tuple(dict.fromkeys(s for f in field for s in f.shortfalls)),
        sources=tuple(dict.fromkeys(s for f in field for s in f.sources)),
        accepted=spec.accept,
        doubts=("missing-parts",) if absent else (),
        at_least=any(f.at_least for f in field),
        at_most=any(f.at_most for f in field),
        estimate=any(f.estimate for f in field),
    )


def in_the_middle(field: Sequence[Fact]) -> tuple[Fact, ...]:
    """Those whose figures make the median: one, or two of an even number."""
    return tuple(sorted(field, key=lambda f: f.value or Fraction(0))[_middle_of(len(field))])


def _possible(field: Sequence[Fact]) -> Interval:
    ends = [f.interval or Interval(f.value, f.value) for f in field]
    return Interval(_median([e.low for e in ends], unknown_first=True), _median([e.high for e in ends]))


def _median(values: Sequence[Fraction | None], unknown_first: bool = False) -> Fraction | None:
    """The median of some ends, those without one beyond every other; None where it is made of such."""
    ordered = sorted(values, key=lambda v: ((v is None) is not unknown_first, v or Fraction(0)))
    middle = ordered[_middle_of(len(values))]
    known = [v for v in middle if v is not None]
    return sum(known, Fraction(0)) / len(known) if len(known) == len(middle) else None


def _middle_of(n: int) -> slice:
    return slice((n - 1) // 2, n // 2 + 1)

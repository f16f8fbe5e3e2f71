"""Facts with the withheld figures taken out, and with them everything that would give them away."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct, field
from msgspec.structs import replace

from report_builder.facts.derived import comparison, rate, share
from report_builder.facts.fact import CellRef, Fact, LikeForLike
from report_builder.facts.family import Facts, Family
from report_builder.facts.forms import Counts, own_value
from report_builder.facts.interval import Interval
from report_builder.facts.middle import middle
from report_builder.facts.orders import OF_ORDER
from report_builder.facts.ranked import field_of, rank
from report_builder.facts.spec import Comparison, Middle, Rank, Rate, Share
from report_builder.facts.statements import LIKE, is_small
from report_builder.tables.dataset import Dataset
from report_builder.tables.protection import Protection

WITHHELD = "withheld to protect people"
MARK = "[c]"  # for confidential, in the place of a cell's text (Government Statistical Service, "Symbols in tables")


class Withholding(Struct):
    """One pass over all facts. `hidden` are ids, those of ranks and of sums like for like among them."""

    counts: Counts
    hidden: frozenset[str]
    done: dict[str, Fact] = field(default_factory=dict)
    open_cells: set[tuple[str, int, str]] = field(default_factory=set)

    def facts(self) -> Facts:
        """The facts as they may be printed, attached and listed, over datasets that hold nothing else."""
        facts = self.counts.facts
        self.open_cells = {
            (c.dataset, c.row, c.column) for f in facts for c in f.cells[:1] if self._printed_as_it_stands(f)
        }
        families = {
            name: replace(family, facts={key: self._clean(self.fact(f)) for key, f in family.facts.items()})
            for name, family in facts.families.items()
        }
        datasets = {id_: self._dataset(d) for id_, d in facts.datasets.items()}
        return replace(facts, families=families, datasets=datasets)

    def fact(self, fact: Fact) -> Fact:
        """One fact as it may be printed."""
        if fact.id not in self.done:
            self.done[fact.id] = self._fact(fact)
        return self.done[fact.id]

    def _fact(self, fact: Fact) -> Fact:
        family = self.counts.facts.families[fact.name]
        protection = self.counts.protection(family)
        if protection is not None:
            return self._counted(fact, protection)
        inputs = [self.fact(self.counts.facts.by_id(i)) for i in fact.inputs]
        if isinstance(family.spec, Rank | Middle):
            return self._in_order(fact, family.spec, inputs)
        if fact.id in self.hidden or any(i.suppressed for i in inputs):
            return withheld(fact)
        if not inputs or all(i is self.counts.facts.by_id(i.id) for i in inputs):
            return self._like_for_like(fact)
        return self._again(fact, family, inputs)

    def _counted(self, fact: Fact, protection: Protection) -> Fact:
        if fact.id in self.hidden:
            bound = Interval(Fraction(protection.lowest), Fraction(protection.highest))
            return withheld(fact, bound if protection.says_bound and is_small(fact, self.counts) else None)
        if own_value(fact) is None and fact.value is None:
            return replace(fact, interval=None)  # its bounds would be the sum of the others
        if protection.round_to < 2 or fact.kind == "count":
            return fact
        n = len(fact.cells) if fact.kind == "mean" else 1
        step = Fraction(protection.round_to, n)
        value, computed = (self._round(x, n, protection) for x in (fact.value, fact.computed))
        if fact.published is not None and fact.published.printed:
            return replace(fact, computed=computed)
        if value is None:
            return fact
        about = Interval(value - step / 2, value + step / 2)
        return replace(fact, value=value, computed=computed, step=step, interval=about)

    def _round(self, value: Fraction | None, n: int, protection: Protection) -> Fraction | None:
        whole = None if value is None else value * n
        if whole is None or whole.denominator != 1:
            return value
        return Fraction(protection.rounded(int(whole)), n)

    def _in_order(self, fact: Fact, spec: Rank | Middle, inputs: Sequence[Fact]) -> Fact:
        if fact.id in self.hidden or fact.value is None:
            return withheld(fact) if any(i.suppressed for i in inputs) else fact
        if any(i.suppressed for i in inputs):
            return replace(fact, standings=replace(fact.standings, order=()) if fact.standings else None)
        if all(i is self.counts.facts.by_id(i.id) for i in inputs):
            return fact
        if isinstance(spec, Middle):
            made = middle(fact.name, fact.key, spec, inputs)
        else:
            made = rank(fact.name, fact.key, spec, inputs[0], field_of(spec, inputs))
        return replace(fact, value=made.value, interval=made.interval, step=made.step, standings=made.standings)

    def _again(self, fact: Fact, family: Family, inputs: Sequence[Fact]) -> Fact:
        """A fact computed again from figures that are rounded now."""
        spec, (a, b) = family.spec, inputs[:2]
        match spec:
            case Comparison():
                made = comparison(fact.name, fact.key, spec, a, b, self._like_for_like(fact).like_for_like)
            case Share():
                made = share(fact.name, fact.key, spec, a, b)
            case Rate():
                made = rate(fact.name, fact.key, spec, a, b)
            case _:
                return withheld(fact)
        computed = None if fact.computed is None else made.value
        printed = fact.published is not None and fact.published.printed
        value, interval = (fact.value, fact.interval) if printed else (made.value, made.interval)
        return replace(
            fact, value=value, interval=interval, computed=computed, step=made.step, like_for_like=made.like_for_like
        )

    def _like_for_like(self, fact: Fact) -> Fact:
        like = fact.like_for_like
        if like is None or like.to is None or like.from_ is None:
            return fact
        if fact.id + LIKE in self.hidden:
            return replace(fact, like_for_like=LikeForLike(like.who, like.left_out, None, None))
        sides = [self.counts.protection(self.counts.facts.families[i.partition("[")[0]]) for i in fact.inputs]
        protection = next((p for p in sides if p is not None), None)
        if protection is None or protection.round_to < 2:
            return fact
        to, from_ = (self._round(x, 1, protection) for x in (like.to, like.from_))
        return replace(fact, like_for_like=replace(like, to=to, from_=from_))

    def _printed_as_it_stands(self, fact: Fact) -> bool:
        protection = self.counts.protection(self.counts.facts.families[fact.name])
        shown = protection is not None and protection.round_to < 2 and fact.id not in self.hidden
        return shown and len(fact.cells) == 1 and fact.kind in ("value", "sum") and own_value(fact) is not None

    def _clean(self, fact: Fact) -> Fact:
        cells = tuple(self._cell(c) for c in fact.cells)
        return fact if cells == fact.cells else replace(fact, cells=cells)

    def _cell(self, ref: CellRef) -> CellRef:
        dataset = self.counts.facts.datasets.get(ref.dataset)
        if dataset is None or dataset.protection is None or (ref.dataset, ref.row, ref.column) in self.open_cells:
            return ref
        return replace(ref, text=MARK)

    def _dataset(self, dataset: Dataset) -> Dataset:
        if dataset.protection is None:
            return dataset
        cells = {
            key: cell
            if (dataset.id, cell.row, cell.column) in self.open_cells
            else replace(cell, value=None, low=None, high=None, text="", reason=cell.reason or WITHHELD)
            for key, cell in dataset.cells.items()
        }
        return replace(dataset, cells=cells)


def withheld(fact: Fact, bound: Interval | None = None) -> Fact:
    """The fact without its figure and all that it could be told from; `bound` is what its mark says."""
    return replace(
        fact,
        value=None,
        interval=bound,
        suppressed=True,
        reason=WITHHELD,
        wording="",
        step=Fraction(0),
        computed=None,
        published=None,
        doubts=(),
        like_for_like=None,
        standings=None,
        at_least=False,
    )


def all_withheld(facts: Facts) -> Facts:
    """The facts with every figure of a protected dataset withheld: what is left where none can be shown to be safe."""
    counts = Counts(facts)
    closed = {d.id for d, _ in counts.protected()}
    read = {f.id for f in facts if facts.families[f.name].dataset in closed}
    hidden = read | {f.id for f in facts if f.kind in OF_ORDER or f.base_fact in read}
    return Withholding(counts, frozenset(hidden)).facts()

"""A fact: a number with everything that makes it checkable."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property

from msgspec import Struct

from report_builder.campaign.acceptance import Acceptance
from report_builder.facts.interval import Interval
from report_builder.tables.dataset import Standing

Key = tuple[tuple[str, str], ...]  # (dimension, member id), in the family's order


class CellRef(Struct, frozen=True):
    """The cell a number was read from, as a person finds it in the file."""

    dataset: str
    file: str
    sheet: str
    row: int
    column: str
    text: str


class Shortfall(Struct, frozen=True):
    """Someone whose figure is missing, partial or in doubt: who and which period, as ids and as printed."""

    who: str
    name: str
    period: str
    standing: Standing
    reason: str = ""
    covers: str = ""
    note: str = ""
    source: str = ""


class PublishedSide(Struct, frozen=True):
    """What someone printed for this fact; `printed` says whether the report prints it rather than our computation."""

    value: Fraction
    source: str
    printed: bool
    because: str = ""


class LikeForLike(Struct, frozen=True):
    """The same comparison over those complete in both periods. `who` names them; None values where nobody is."""

    who: tuple[str, ...]
    left_out: tuple[Shortfall, ...]
    to: Fraction | None
    from_: Fraction | None

    @property
    def ratio(self) -> Fraction | None:
        return self.to / self.from_ if self.to is not None and self.from_ else None


class Standings(Struct, frozen=True):
    """The order a rank was taken from: (member id, name, value), first first; `tied` shares the item's place."""

    order: tuple[tuple[str, str, Fraction], ...]
    tied: tuple[str, ...]
    among: str
    lowest_first: bool = False


class Fact(Struct, frozen=True, dict=True):
    """One number. `value` is None where there is none, and `reason` then says why.

    `interval` is what rounding and bounds leave. Percentages are 0 to 100, ratios plain, ranks from 1. `inputs` are
    the ids of the facts it was computed from, the numerator (or `to` side) first. `computed` is our own where the
    printed one is someone else's.
    """

    name: str
    key: Key
    label: str
    kind: str
    unit: str
    value: Fraction | None
    interval: Interval | None
    reason: str = ""
    place: str = ""
    place_name: str = ""
    period: str = ""
    from_period: str = ""
    base: str = ""
    base_size: str = ""
    base_fact: str = ""
    wording: str = ""
    short: str = ""
    note: str = ""
    decimals: int | None = None
    per: int = 0
    step: Fraction = Fraction(0)
    computed: Fraction | None = None
    published: PublishedSide | None = None
    inputs: tuple[str, ...] = ()
    cells: tuple[CellRef, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    sources: tuple[str, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    doubts: tuple[str, ...] = ()  # kinds of problem that need an acceptance before a claim may stand on them
    like_for_like: LikeForLike | None = None
    standings: Standings | None = None
    at_least: bool = False
    things: bool = False  # a full count of things that stand there; no part of it is chance
    at_most: bool = False
    estimate: bool = False  # of a survey: `interval` is the 95 per cent interval that its sample leaves
    asked: Fraction | None = None  # how many answered, unweighted, where the data say so
    suppressed: bool = False  # withheld to protect people: there is no value, and `interval` is what the mark says

    @cached_property
    def id(self) -> str:
        """ "offences[gwent, 2017/18]": the name and the members that fix it."""
        return fact_id(self.name, self.key)

    @property
    def bounded(self) -> bool:
        """Whether there is no figure but a bound for it, as of a count printed "<5".

        Of one cell only: the bounds of a sum would tell what else it adds up.
        """
        told = self.interval is not None and self.interval.high is not None
        return self.value is None and told and len(self.cells) == 1 and not self.inputs and not self.suppressed

    def member(self, dimension: str) -> str:
        """The member of a dimension this fact is of, or ""."""
        return dict(self.key).get(dimension, "")

    def accepts(self, problem: str) -> Acceptance | None:
        """The acceptance of a kind of problem, where there is one."""
        return next((a for a in self.accepted if a.problem == problem), None)


def fact_id(name: str, key: Key) -> str:
    """The id of a member of a family."""
    return f"{name}[{', '.join(member for _, member in key)}]" if key else name

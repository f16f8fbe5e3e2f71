"""A dataset: described columns of typed cells, each a value or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from msgspec import Struct

from report_builder.tables.periods import Period
from report_builder.tables.protection import Protection


class Standing(StrEnum):
    """How far a cell's figure stands for what its heading says."""

    COMPLETE = "complete"
    PART_PERIOD = "part year"
    IN_DOUBT = "in doubt"
    OTHER_DEFINITION = "other definition"
    REVISED = "revised"
    MISSING = "missing"


class Cell(Struct, frozen=True):
    """One typed cell. `low` and `high` bound the truth (rounding, "<5"); both None with a `value` of None when missing.

    A cell such as "<5" has no `value` but has bounds (0 and 4), and "between 0 and 4" as its `reason`; where one of the
    two is None, nothing is known on that side. `text` is what the file holds, `row` (from 1) and `column` (letter)
    where; a combination that has no row in the file has row 0. `reason` says why there is no value, `covers` what part
    of the period a figure is for, `note` and `source` come from `cells:` or `marks:` in
    datasets.yml. Of a survey's estimate `low` and `high` are the 95 per cent interval, and `base` is how many were
    asked, unweighted. Where rows are added up, `text` says how many, and `row` is the first.
    """

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    standing: Standing
    text: str
    row: int
    column: str
    reason: str = ""
    covers: str = ""
    note: str = ""
    source: str = ""
    base: Fraction | None = None


class Member(Struct, frozen=True):
    """One row name or year of a dimension: its id (made by a stated rule), its name as printed.

    `part_of` is the id of the larger one that it belongs to, as a council's region; "" where the file does not say.
    """

    id: str
    name: str
    total: bool = False  # a row that sums others: never added to them
    period: Period | None = None  # for members of "year"
    part_of: str = ""


class Dimension(Struct, frozen=True):
    """`name` is what rows are ("place", "platform", "year"). `make_up` names what all members add up to.

    `overlapping` parts may count the same thing twice and are never summed; `complete` is False where only some
    members are listed.
    """

    name: str
    members: tuple[Member, ...]
    make_up: str = ""
    overlapping: bool = False
    complete: bool = True


class Measure(Struct, frozen=True):
    """One thing counted: `id` ("" in a dataset of one measure), its unit and the step it was rounded to (0: exact).

    An `estimate` of a survey has an interval around it that chance leaves open, beyond what rounding does.
    """

    id: str
    unit: str
    step: Fraction = Fraction(0)
    what: str = ""
    estimate: bool = False


class Dataset(Struct, frozen=True, dict=True):
    """`cells` is keyed by measure id, then member ids in the order of `dimensions`; `digest` is of all that made it.

    Years are the last dimension, "year", with members in order of time; other members stand in the order of the file.
    Every combination of members has a cell, missing where the file has no row for it.
    """

    id: str
    file: str
    sheet: str
    what: str
    publisher: str
    source: str
    licence: str
    retrieved: str
    notes: str
    place: str
    run: str  # what a year runs over, as typed: "1 April to 31 March"
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    cells: Mapping[tuple[str, ...], Cell]
    codes: Mapping[str, str]
    digest: str = ""
    year: Period | None = None  # what every figure is for, where the dataset is about one period
    protection: Protection | None = None  # how its small counts are kept from the page

    @cached_property
    def complete(self) -> bool:
        """Whether no figure of it is missing, partial, revised or in doubt."""
        return all(cell.standing is Standing.COMPLETE for cell in self.cells.values())

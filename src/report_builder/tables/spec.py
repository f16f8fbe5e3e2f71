"""The models of `data/datasets.yml`: the sources that may be cited, then one entry for each dataset.

Every text is kept as typed; those with a grammar of their own are checked here and read again where they are used.
An entry that is left empty counts as not given.

Headings are given as they stand in the file, without their footnote marks where these are declared. One that is made
of several rows is written from top to bottom, "2019 > Female", or by its last part alone where that is the only one.
YEAR in it stands for any year, NAME for the name of what the column is about: "Book issues YEAR", "NAME > Count".
"""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from report_builder.tables.described_text import (
    DataPath,
    DatasetId,
    DateText,
    FiguresText,
    Pair,
    Reason,
    Remark,
    RowsText,
    RunText,
    Several,
    YearColumns,
    complain,
    form_of,
)
from report_builder.tables.protection import Protection
from report_builder.tables.row_numbers import parse_rows

MAY_BE_NEGATIVE = ("points", "percent change")


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_not_given(cls, value: object) -> object:
        return {key: entry for key, entry in value.items() if entry is not None} if isinstance(value, dict) else value


class SourceSpec(_Entry):
    """Something that can be cited: a page, a release, a reply."""

    text: str
    url: str = ""
    retrieved: DateText = ""
    notes: str = ""


class NamesSpec(_Entry):
    """A dimension: what its names are, and how they relate to the whole."""

    are: str = ""  # the dimension's name, "place"; otherwise the id of the column's own
    make_up: str = ""
    parts: Literal["separate", "overlapping"] = "separate"
    listed: Literal["all", "some"] = "all"
    totals: tuple[str, ...] | None = None  # "Total ..." is every name that begins so; an empty list, that none is one
    only: tuple[str, ...] = ()
    names: dict[str, str] = {}
    ids: dict[str, str] = {}


class RowsSpec(NamesSpec):
    """What the rows are: which column names them."""

    column: str
    or_column: str = ""  # names the row where `column` is blank, as for regions above their councils
    blanks: Literal["", "as above"] = ""  # as in a saved pivot table, which names a group once
    within: str = ""  # the column that says which larger one each belongs to, as a council's region


class ColumnsSpec(NamesSpec):
    """What the columns of figures are, where they are not years or separate measures: ages, outcomes, places."""

    are: str
    headings: tuple[str, ...] = ()  # those that count; otherwise all that are left


class YearsSpec(_Entry):
    """The years: headings of columns ("2017/18 to 2023/24", a list, or heading: year), or a column that holds them."""

    columns: YearColumns | None = None
    column: str = ""
    run: RunText = ""

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.columns) == bool(self.column):
            raise complain(
                "years stand either in headings or in a column: give `columns:` or `column:`, one of the two"
            )
        return self


class Beside(_Entry):
    """The columns beside that of a survey's estimate: its 95 per cent interval or standard error, and its base."""

    interval: Pair = ()  # of the lower and of the upper bound, or of one column that holds both, "45.1 to 50.3"
    standard_error: str = ""
    base: str = ""  # how many were asked, unweighted

    @property
    def beside(self) -> tuple[str, str, str, str]:
        """The headings of lower bound, upper bound, standard error and base, "" for each that there is none of."""
        first, last = (self.interval[0], self.interval[-1]) if self.interval else ("", "")
        return first, last, self.standard_error, self.base

    @model_validator(mode="after")
    def _one_interval(self) -> Self:
        if self.interval and self.standard_error:
            raise complain("give either `interval:` or `standard_error:`, from which an interval is worked out")
        return self


class MeasureSpec(Beside):
    """One of several columns of figures."""

    column: str
    unit: str = ""
    figures: FiguresText = ""
    what: str = ""


class CellSpec(_Entry):
    """A remark on one cell or several; every key that is not declared here selects: place, year, platform, ..."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Several] = Field(init=False)

    standing: Remark | None = Field(None, alias="is")
    measure: str = ""
    covers: str = ""
    note: str = ""
    source: str = ""

    @property
    def selectors(self) -> Mapping[str, tuple[str, ...]]:
        """Dimension name to the members chosen."""
        return self.__pydantic_extra__

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.selectors:
            raise complain("this entry does not say which cell it is about; add its place or year")
        if self.standing is None and not self.note:
            raise complain("this entry says nothing about its cell; add `is:` or `note:`")
        return self


Rows = Annotated[
    Annotated[RowsSpec, Tag("kind:map")] | Annotated[tuple[RowsSpec, ...], Tag("kind:many")],
    Discriminator(
        form_of,
        custom_error_type="datasets",
        custom_error_message="rows needs `column:` and `are:` on lines of their own",
    ),
]


class DatasetSpec(Beside):
    """One file, or one sheet of a workbook, and all that must be known of it before a number in it can be used."""

    file: DataPath
    sheet: str = ""
    encoding: Literal["", "utf-8", "utf-16", "windows-1252", "mac-roman"] = ""
    separator: Literal["comma", "semicolon", "tab"] | None = None
    header_row: RowsText = "1"  # several where headings are: "3 to 4"
    first_row: int | None = Field(None, ge=1)
    last_row: int | None = Field(None, ge=1)
    skip_rows: RowsText = ""
    hidden_rows: Literal["", "read", "left out"] = ""
    what: str
    publisher: str = ""
    source: str = ""
    licence: str = ""
    retrieved: DateText = ""
    notes: str = ""
    place: str = ""
    year: str = ""
    figures: FiguresText = ""
    unit: str = ""
    below_zero: Literal["allowed", "never"] | None = None
    value: str = ""
    count: Literal["", "rows"] = ""  # each row is one, as in a list of incidents
    measures: dict[DatasetId, MeasureSpec] = {}
    rows: Rows = ()
    columns: ColumnsSpec | None = None
    years: YearsSpec | None = None
    where: dict[str, Several] = {}
    codes: dict[str, Reason] = {}
    marks: dict[str, Reason] = {}
    no_row: str = ""  # why a combination has no row; "nil" where that means zero
    same_row: Literal["", "added"] = ""  # rows with the same names and year are added up
    cells: tuple[CellSpec, ...] = ()
    protect: Protection | None = None

    @property
    def dimensions(self) -> tuple[RowsSpec, ...]:
        """`rows` as a tuple, one for each column that names rows."""
        return (self.rows,) if isinstance(self.rows, RowsSpec) else self.rows

    @property
    def header_rows(self) -> tuple[int, ...]:
        """The rows that headings are made of, from top to bottom."""
        return tuple(row for run in parse_rows(self.header_row) for row in run)

    @property
    def skipped(self) -> tuple[range, ...]:
        """The rows below the headings that are not read."""
        return parse_rows(self.skip_rows)

    @property
    def adds_up(self) -> bool:
        """Whether rows with the same names and year are one figure, their sum."""
        return bool(self.same_row or self.count)

    def path(self, spec_file: str) -> str:
        """The data file's place in the project: beside the file that describes it."""
        return str(PurePosixPath(spec_file).parent / self.file)

    def allows_negative(self, unit: str) -> bool:
        """Whether a figure in `unit` may be below zero: as said, else only for what is a difference by its nature."""
        return self.below_zero == "allowed" or (self.below_zero is None and unit in MAY_BE_NEGATIVE)

    def beside_of(self, measure: str) -> tuple[str, str, str, str]:
        """The headings of the columns beside a measure's own."""
        return self.measures[measure].beside if measure else self.beside

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        ways = [key for key in ("measures", "value", "count") if getattr(self, key)]
        if len(ways) > 1:
            raise complain(f"`{ways[0]}:` and `{ways[1]}:` both say what the figures are: give one of the two")
        self._years_in_headings()
        if any(self.beside) and self.measures:
            raise complain("the columns beside an estimate go with it: move them under `measures:`")
        if self.adds_up and any(text for id in self.measures or ("",) for text in self.beside_of(id)):
            raise complain("estimates of a survey cannot be added up: leave out `same_row:` or their intervals")
        for key in ("figures", "unit") if not self.count else ("unit",):
            told = [getattr(self, key), *(getattr(measure, key) for measure in self.measures.values())]
            if not told[0] and not (len(told) > 1 and all(told[1:])):
                example = '"whole numbers, exact"' if key == "figures" else "offences"
                raise complain(f"`{key}:` is missing; write for example {key}: {example}")
        if self.first_row is not None and self.first_row <= self.header_rows[-1]:
            raise complain("`first_row:` must come after `header_row:`")
        if self.skipped and self.skipped[0].start <= self.header_rows[-1]:
            raise complain("`skip_rows:` are rows below the headings")
        return self

    def _years_in_headings(self) -> None:
        columns = self.years.columns if self.years else None
        told = [measure.column for measure in self.measures.values()] or [self.value] * bool(self.value)
        if columns and self.count:
            raise complain("years in headings stand over figures, and `count: rows` has none")
        if columns and told and (isinstance(columns, dict) or not all("YEAR" in text for text in told)):
            raise complain(
                "years in headings stand over the figures: leave out `value:` and `measures:`, or write YEAR in each "
                'of their headings, as in "Book issues YEAR"'
            )
        if self.columns and told and not all("NAME" in text for text in told):
            raise complain('`columns:` names what stands in the headings: write NAME there, as in "NAME > Count"')


class DatasetsFile(_Entry):
    """`data/datasets.yml` as a whole. Every top-level key but `sources` is the id of a dataset."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[DatasetId, DatasetSpec] = Field(init=False)

    sources: dict[str, SourceSpec] = {}

    @property
    def datasets(self) -> Mapping[str, DatasetSpec]:
        """The datasets by id, in the order of the file."""
        return self.__pydantic_extra__

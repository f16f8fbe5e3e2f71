"""The models of `data/datasets.yml`: the sources that may be cited, then one entry for each dataset.

Every text is kept as typed; `figures:`, `run:` and the periods are checked here and read again where they are used.
An entry that is left empty counts as not given.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from report_builder.tables.figures import GRAMMAR, Figures, parse_figures
from report_builder.tables.periods import parse_run
from report_builder.tables.protection import Protection

MAY_BE_NEGATIVE = ("points", "percentage points", "percent change")
UNIT_SPELLINGS = {"%": "percent", "per cent": "percent", "per cents": "percent", "percentage": "percent",
                  "percentage points": "points", "£": "GBP", "pounds": "GBP"}  # fmt: skip


def _complain(message: str) -> PydanticCustomError:
    return PydanticCustomError("datasets", "{message}", {"message": message})


def _figures(text: str) -> str:
    if text and parse_figures(text) is None:
        choices = ", ".join(f'"{phrase}"' for phrase in GRAMMAR)
        raise _complain(f'"{text}" does not say how exact the figures are; write one of {choices}')
    return text


def _run(text: str) -> str:
    if text and parse_run(text) is None:
        raise _complain(f'"{text}" is not one whole year; write it like "1 April to 31 March"')
    return text


def _iso_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise _complain(f'"{text}" is not a date; write it like 2026-11-23') from None


def _inside(path: str) -> str:
    pure = PurePosixPath(path.replace("\\", "/"))
    if not path or pure.is_absolute() or ".." in pure.parts or re.match(r"[A-Za-z]:", path):
        raise _complain(f'"{path}" is not a file beside datasets.yml; write its name only')
    return str(pure)


def _one_or_many(value: object) -> object:
    if isinstance(value, list | tuple):
        return tuple(value)
    return (value,) if isinstance(value, str | int | float) else value


def _form(value: object) -> str:
    if isinstance(value, list | tuple):
        return "kind:many"
    return "kind:map" if isinstance(value, Mapping | BaseModel) else "kind:one"


def _not_empty(value: dict[str, Any]) -> dict[str, Any]:
    return {key: entry for key, entry in value.items() if entry is not None}


Remark = Literal["part year", "in doubt", "other definition", "revised", "missing"]
Several = Annotated[tuple[str, ...], BeforeValidator(_one_or_many)]
DatasetId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Reason = Annotated[str, Field(min_length=1)]
DataPath = Annotated[str, AfterValidator(_inside)]
FiguresText = Annotated[str, AfterValidator(_figures)]
RunText = Annotated[str, AfterValidator(_run)]
DateText = Annotated[str, AfterValidator(_iso_date)]
YearColumns = Annotated[
    Annotated[str, Tag("kind:one")]
    | Annotated[tuple[str, ...], Tag("kind:many")]
    | Annotated[dict[str, str], Tag("kind:map")],
    Discriminator(_form),
]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True, populate_by_name=False)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_not_given(cls, value: object) -> object:
        return _not_empty(value) if isinstance(value, dict) else value


class SourceSpec(_Entry):
    """Something that can be cited: a page, a release, a reply."""

    text: str
    url: str = ""
    retrieved: DateText = ""
    notes: str = ""


class RowsSpec(_Entry):
    """What the rows are: which column names them, and how they relate to the whole."""

    column: str
    or_column: str = ""  # names the row where `column` is blank, as for regions above their councils
    are: str = ""  # the dimension's name, "place"; otherwise the id of the column's own
    make_up: str = ""
    parts: Literal["separate", "overlapping"] = "separate"
    listed: Literal["all", "some"] = "all"
    totals: tuple[str, ...] | None = None  # an empty list says that none of the rows is a total
    only: tuple[str, ...] = ()
    names: dict[str, str] = {}
    ids: dict[str, str] = {}


class YearsSpec(_Entry):
    """The years: headings of columns ("2017/18 to 2023/24", a list, or heading: year), or a column that holds them."""

    columns: YearColumns | None = None
    column: str = ""
    run: RunText = ""

    @model_validator(mode="after")
    def _one_way(self) -> YearsSpec:
        if bool(self.columns) == bool(self.column):
            raise _complain(
                "years stand either in headings or in a column: give `columns:` or `column:`, one of the two"
            )
        return self


class MeasureSpec(_Entry):
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
    def _says_something(self) -> CellSpec:
        if not self.selectors:
            raise _complain("this entry does not say which cell it is about; add its place or year")
        if self.standing is None and not self.note:
            raise _complain("this entry says nothing about its cell; add `is:` or `note:`")
        return self


Rows = Annotated[
    Annotated[RowsSpec, Tag("kind:map")] | Annotated[tuple[RowsSpec, ...], Tag("kind:many")],
    Discriminator(
        _form,
        custom_error_type="datasets",
        custom_error_message="rows needs `column:` and `are:` on lines of their own",
    ),
]


class DatasetSpec(_Entry):
    """One file, or one sheet of a workbook, and all that must be known of it before a number in it can be used."""

    file: DataPath
    sheet: str = ""
    separator: Literal["comma", "semicolon", "tab"] | None = None
    header_row: int = Field(1, ge=1)
    first_row: int | None = Field(None, ge=1)
    last_row: int | None = Field(None, ge=1)
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
    measures: dict[DatasetId, MeasureSpec] = {}
    rows: Rows = ()
    years: YearsSpec | None = None
    where: dict[str, Several] = {}
    codes: dict[str, Reason] = {}
    no_row: str = ""  # why a combination has no row; "nil" where that means zero
    cells: tuple[CellSpec, ...] = ()
    protect: Protection | None = None

    @property
    def dimensions(self) -> tuple[RowsSpec, ...]:
        """`rows` as a tuple, one for each column that names rows."""
        return (self.rows,) if isinstance(self.rows, RowsSpec) else self.rows

    def path(self, spec_file: str) -> str:
        """The data file's place in the project: beside the file that describes it."""
        return str(PurePosixPath(spec_file).parent / self.file)

    def allows_negative(self, unit: str) -> bool:
        """Whether a figure in `unit` may be below zero: as said, else only for what is a difference by its nature."""
        return self.below_zero == "allowed" or (self.below_zero is None and unit in MAY_BE_NEGATIVE)

    @model_validator(mode="after")
    def _fits_together(self) -> DatasetSpec:
        if self.measures and self.value:
            raise _complain("`value:` names one column of figures, `measures:` several: give one of the two")
        if self.years and self.years.columns and (self.measures or self.value):
            raise _complain("years in headings stand over the figures: leave out `value:` and `measures:`")
        for key in ("figures", "unit"):
            told = [getattr(self, key), *(getattr(measure, key) for measure in self.measures.values())]
            if not told[0] and not (len(told) > 1 and all(told[1:])):
                example = '"whole numbers, exact"' if key == "figures" else "offences"
                raise _complain(f"`{key}:` is missing; write for example {key}: {example}")
        if self.first_row is not None and self.first_row <= self.header_row:
            raise _complain("`first_row:` must come after `header_row:`")
        return self


class DatasetsFile(_Entry):
    """`data/datasets.yml` as a whole. Every top-level key but `sources` is the id of a dataset."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[DatasetId, DatasetSpec] = Field(init=False)

    sources: dict[str, SourceSpec] = {}

    @property
    def datasets(self) -> Mapping[str, DatasetSpec]:
        """The datasets by id, in the order of the file."""
        return self.__pydantic_extra__


def unit_of(text: str) -> str:
    """The unit in its one spelling: "%" and "per cent" are "percent", "£" is "GBP"."""
    stripped = " ".join(text.split())
    return UNIT_SPELLINGS.get(stripped.casefold(), stripped)


def figures_of(text: str) -> Figures:
    """What an entry that passed validation says of its figures."""
    figures = parse_figures(text)
    if figures is None:
        raise ValueError(f"figures were not validated: {text!r}")
    return figures

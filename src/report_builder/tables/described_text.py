"""The texts of datasets.yml that have a grammar of their own, each checked where it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, Discriminator, Field, Tag
from pydantic_core import PydanticCustomError

from report_builder.tables.figures import GRAMMAR, Figures, parse_figures
from report_builder.tables.periods import parse_run
from report_builder.tables.row_numbers import parse_rows


def complain(message: str) -> PydanticCustomError:
    """The error of a text that does not follow its grammar, in words for the person who typed it."""
    return PydanticCustomError("datasets", "{message}", {"message": message})


def _figures(text: str) -> str:
    if text and parse_figures(text) is None:
        choices = ", ".join(f'"{phrase}"' for phrase in GRAMMAR)
        raise complain(f'"{text}" does not say how exact the figures are; write one of {choices}')
    return text


def _run(text: str) -> str:
    if text and parse_run(text) is None:
        raise complain(f'"{text}" is not one whole year; write it like "1 April to 31 March"')
    return text


def _iso_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise complain(f'"{text}" is not a date; write it like 2026-11-23') from None


def _inside(path: str) -> str:
    pure = PurePosixPath(path.replace("\\", "/"))
    if not path or pure.is_absolute() or ".." in pure.parts or re.match(r"[A-Za-z]:", path):
        raise complain(f'"{path}" is not a file beside datasets.yml; write its name only')
    return str(pure)


def _rows(text: str) -> str:
    if text and not parse_rows(text):
        raise complain(f'"{text}" names no rows; write them in order, like "4", "3 to 4" or "4, 113 to 119"')
    return text


def _listed(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value


def _one_or_many(value: object) -> object:
    if isinstance(value, list | tuple):
        return tuple(value)
    return (value,) if isinstance(value, str | int | float) else value


def form_of(value: object) -> str:
    """Which of the forms that a key may take this value has, as the tag of a union."""
    if isinstance(value, list | tuple):
        return "kind:many"
    return "kind:map" if isinstance(value, Mapping | BaseModel) else "kind:one"


def figures_of(text: str) -> Figures:
    """What an entry that passed validation says of its figures."""
    figures = parse_figures(text)
    if figures is None:
        raise ValueError(f"figures were not validated: {text!r}")
    return figures


Remark = Literal["part year", "in doubt", "other definition", "revised", "missing"]
Several = Annotated[tuple[str, ...], BeforeValidator(_one_or_many, json_schema_input_type=str | tuple[str, ...])]
DatasetId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Reason = Annotated[str, Field(min_length=1)]
DataPath = Annotated[str, AfterValidator(_inside)]
FiguresText = Annotated[str, AfterValidator(_figures)]
RunText = Annotated[str, AfterValidator(_run)]
DateText = Annotated[str, AfterValidator(_iso_date)]
RowsText = Annotated[str, BeforeValidator(_listed), AfterValidator(_rows)]
Pair = Annotated[
    tuple[str, ...], BeforeValidator(_one_or_many, json_schema_input_type=str | tuple[str, ...]), Field(max_length=2)
]
YearColumns = Annotated[
    Annotated[str, Tag("kind:one")]
    | Annotated[tuple[str, ...], Tag("kind:many")]
    | Annotated[dict[str, str], Tag("kind:map")],
    Discriminator(form_of),
]

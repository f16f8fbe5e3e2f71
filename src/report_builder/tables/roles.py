"""What the columns of a table that nobody has described yet may be: names, years, figures, or neither. All a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from report_builder.tables.clean import parse_number, sign_of
from report_builder.tables.grid import Grid
from report_builder.tables.headings import Heading
from report_builder.tables.periods import parse_period
from report_builder.tables.shape import Shape, is_figure, year_of
from report_builder.tables.shorthand import stands_for_none

MOSTLY = 0.8
_CODES = re.compile(r"[A-Z]{1,3}[0-9]{3,9}|https?://.*|#[0-9a-f]{6}", re.IGNORECASE)
_KEY = re.compile(r".*\b(?:id|code|uri|url|objectid|ons|gss|thumbnail)\b.*|.*_?(?:id|code)", re.IGNORECASE)
_KIND = re.compile(r"(?:[^\W_]+[ _]){0,2}?(?:quarter|month|week|age|group|type|band|decile|code)", re.IGNORECASE)
_TIME = re.compile(r".*(?:year|period|date|month|quarter|time).*", re.IGNORECASE)
_INSIDE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?:[/-][0-9]{2,4})?(?![0-9])")


class Column(Struct, frozen=True):
    """A column of the table: its heading, what is in it below, and what it may be."""

    heading: Heading
    texts: tuple[str, ...]  # of the table's rows, one for each

    @property
    def name(self) -> str:
        return self.heading.text

    @property
    def said(self) -> list[str]:
        """The texts that are not blank."""
        return [text for text in self.texts if text]

    @property
    def kinds(self) -> int:
        """How many different texts there are."""
        return len(set(self.said))

    @property
    def is_key(self) -> bool:
        """Whether it holds codes of places, addresses or numbers of records, which are no use to a reader."""
        coded = sum(bool(_CODES.fullmatch(text)) for text in self.said)
        return bool(_KEY.fullmatch(self.heading.parts[-1])) or coded > len(self.said) * MOSTLY

    @property
    def is_years(self) -> bool:
        """Whether it says which year each row is for."""
        named = bool(_TIME.fullmatch(self.name)) and not self.is_kind
        return named and bool(self.said) and all(year_of(text)[0] for text in self.said)

    @property
    def is_kind(self) -> bool:
        """Whether it holds numbers that are names: of quarters, age groups, types."""
        return bool(_KIND.fullmatch(self.heading.parts[-1])) and self.kinds * 2 < len(self.texts)

    @property
    def has_figures(self) -> bool:
        """Whether most of what it holds are figures, shorthand for a missing one apart."""
        if self.is_key or self.is_years or self.is_kind:
            return False
        rest = [text for text in self.said if not stands_for_none(text)]
        return bool(rest) and sum(map(is_figure, rest)) >= len(rest) * MOSTLY

    @property
    def unit(self) -> str:
        """The unit that its signs or heading show; "" where nothing does."""
        signs = {sign_of(text) for text in self.said} - {""}
        shares = re.search(r"%|per ?cent|percentage|proportion", self.name, re.IGNORECASE)
        if len(signs) == 1:
            return {"percent": "percent"}.get(sign := signs.pop(), sign)
        return "percent" if shares else "GBP" if "£" in self.name else ""

    @property
    def decimals(self) -> int:
        """The most decimals that a figure in it has."""
        found = (re.search(r"\.([0-9]*[1-9])0*%?\s*$", text) for text in self.said)
        return max((len(match[1]) for match in found if match), default=0)

    @property
    def negative(self) -> bool:
        """Whether some figure in it is below zero."""
        return any((number := parse_number(text.rstrip("%"))) is not None and number < 0 for text in self.said)


def columns_of(grid: Grid, shape: Shape, headings: Sequence[Heading]) -> tuple[Column, ...]:
    """The columns that have a heading and something in them."""
    rows = [n for n in range(shape.first_row, shape.last_row + 1) if n not in shape.skipped]
    rows = [n for n in rows if any(cell.strip() for cell in grid.rows[n - 1])]
    spread = grid.spread(heading.column for heading in headings)
    found = (
        Column(heading, tuple(" ".join(spread.at(n, heading.column).split()) for n in rows))
        for heading in headings
        if heading.parts
    )
    return tuple(column for column in found if column.said)


def year_in(heading: str) -> tuple[str, str]:
    """A heading with YEAR for the year inside it, and that year; two empty texts where none or more than one is."""
    found = [match for match in _INSIDE.finditer(heading) if parse_period(match[0])]
    if len(found) != 1 or found[0][0] == heading:
        return "", ""
    return heading[: found[0].start()] + "YEAR" + heading[found[0].end() :], found[0][0]


class Completed(Struct, frozen=True):
    """A column with its blanks filled: from a second one that names those rows, or from the row above."""

    column: Column
    second: Column | None = None
    added: tuple[str, ...] = ()  # the names that the second gave
    as_above: bool = False


def completed(columns: Sequence[Column]) -> list[Completed]:
    """Each column with the blanks of its names filled, where something fills them."""
    out = []
    for column in columns:
        blank = [i for i, text in enumerate(column.texts) if not text]
        found = Completed(column)
        if blank and not column.has_figures and not column.is_key:
            second = next((c for c in columns if c is not column and _names(c, blank)), None)
            if second and len(blank) * 2 < len(column.texts):
                texts = tuple(t or other for t, other in zip(column.texts, second.texts, strict=True))
                found = Completed(replace(column, texts=texts), second, tuple(second.texts[i] for i in blank))
            elif column.texts[0] and column.kinds > 1 and len(blank) * 4 > len(column.texts):
                found = Completed(replace(column, texts=_as_above(column.texts)), as_above=True)
        out.append(found)
    return out


def _names(column: Column, blank: Sequence[int]) -> bool:
    """Whether a column names these rows, each by a name of its own."""
    texts = [column.texts[i] for i in blank]
    return not column.has_figures and not column.is_key and all(texts) and len(set(texts)) == len(texts)


def _as_above(texts: Sequence[str]) -> tuple[str, ...]:
    out: list[str] = []
    for text in texts:
        out.append(text or out[-1])
    return tuple(out)


def naming(columns: Sequence[Column], years: Column | None) -> list[Column]:
    """The fewest columns of names that tell all rows apart, most telling first; as many as help where none do."""
    left = [column for column in columns if not column.has_figures and not column.is_key and not column.is_years]
    left = left or [column for column in columns if column.is_key][:1]
    chosen: list[Column] = []
    keys: list[tuple[str, ...]] = [(text,) for text in years.texts] if years else [()] * len(columns[0].texts)
    while left and (len(set(keys)) < len(keys) or not chosen):
        best = max(left, key=partial(_told_apart, keys))
        with_best = [(*key, text) for key, text in zip(keys, best.texts, strict=True)]
        if chosen and len(set(with_best)) == len(set(keys)):
            break
        chosen.append(best)
        keys = with_best
        left.remove(best)
    return chosen


def _told_apart(keys: Sequence[tuple[str, ...]], column: Column) -> int:
    """How many rows differ once a column is added to what they are told apart by."""
    return len(set(zip(keys, column.texts, strict=True)))

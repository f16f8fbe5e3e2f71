"""The part of a proposed entry that says what the columns are: names, years and figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from report_builder.tables.draft import Draft
from report_builder.tables.exactness import describe_units
from report_builder.tables.grid import letter
from report_builder.tables.headings import JOINT, by_text, read_headings
from report_builder.tables.ids import make_id
from report_builder.tables.marks import Marks
from report_builder.tables.periods import parse_range
from report_builder.tables.roles import Column, columns_of, completed, naming, year_in
from report_builder.tables.shape import Shape, year_of

MOST_KINDS = 30  # of a column that rows are counted by
_PLACE = re.compile(
    r".*(?:force|council|authority|constituency|region|country|nation|area|local|place|ward|county|district).*"
    r"|town|towns|city|cities|town or city|village|villages",
    re.IGNORECASE,
)
_LARGER = re.compile(r".*(?:region|nation|country).*", re.IGNORECASE)
_ACROSS_TWO = re.compile(r"[0-9]{4}[/–-][0-9]{2,4}")
_APRIL = "1 April to 31 March"


class _Columns(Struct, frozen=True):
    """The columns of one sheet, and the draft that is written about them."""

    all: tuple[Column, ...]
    draft: Draft

    def called(self, column: Column) -> str:
        """How the entry names a column: by its heading or, where another has the same, by its letter."""
        alone = len(by_text([other.heading for other in self.all], column.name)) == 1
        return column.name if alone else f"column {letter(column.heading.column)}"


def describe_columns(draft: Draft, shape: Shape) -> None:
    """Adds to the draft what its columns are, and comments where that has to be decided."""
    headings = read_headings(draft.grid, shape.header_rows, Marks({}))
    columns = _Columns(columns_of(draft.grid, shape, headings), draft)
    figures = [column for column in columns.all if column.has_figures]
    if not figures:
        _counted(columns)
        return
    years = next((column for column in columns.all if column.is_years), None)
    _rows(columns, years)
    used = _years_alone(columns, figures) or _years_among_words(columns, figures)
    if not used:
        if years:
            draft.entry["years"] = {"column": columns.called(years)} | _run(years.said)
        _figures(columns, figures)
    describe_units(draft, {columns.called(column): column for column in used or figures})


def _counted(columns: _Columns) -> None:
    """Rows that hold names only are counted by the column that has the fewest kinds."""
    draft, names = columns.draft, [column for column in columns.all if not column.is_key] or list(columns.all)
    few = [column for column in names if 1 < column.kinds <= MOST_KINDS and all(column.texts)]
    column = min(few, key=lambda c: c.kinds) if few else max(names, key=lambda c: len(c.said))
    draft.guess("rows", "count", why="no column holds figures, so each row counts one")
    draft.ask("unit", what="what each row is, as in incidents")
    draft.entry["rows"] = {"column": columns.called(column), "are": _dimension(column)}


def _rows(columns: _Columns, years: Column | None) -> None:
    whole = completed(columns.all)
    chosen = naming([c.column for c in whole], years)
    rows: list[dict[str, Any]] = []
    for c in (c for column in chosen for c in whole if c.column is column):
        are = _dimension(c.column)
        if any(row["are"] == are for row in rows):
            are = make_id(c.column.heading.parts[-1]) or f"name_{len(rows) + 1}"
        row: dict[str, Any] = {"column": columns.called(c.column), "are": are}
        if c.second:
            row |= {"or_column": columns.called(c.second), "totals": list(c.added)}
        if c.as_above:
            row["blanks"] = "as above"
        rows.append(row)
    if len(rows) == 1 and (larger := _larger(columns.all, chosen[0])):
        rows[0]["within"] = columns.called(larger)
    if rows:
        columns.draft.entry["rows"] = rows[0] if len(rows) == 1 else rows
    texts = [column.texts for column in (*chosen, *([years] if years else []))]
    if texts and len(set(zip(*texts, strict=True))) < len(texts[0]):
        columns.draft.guess("added", "same_row", why="no columns tell all rows apart: is adding them up right?")


def _larger(columns: Sequence[Column], named: Column) -> Column | None:
    """A column of the larger places that rows lie in."""
    fits = (c for c in columns if c.heading != named.heading and _LARGER.fullmatch(c.name) and not c.is_key)
    return next((c for c in fits if 1 < c.kinds <= len(c.texts) // 2), None)


def _dimension(column: Column) -> str:
    return "place" if _PLACE.fullmatch(column.name) else make_id(column.heading.parts[-1]) or "name"


def _run(texts: Sequence[str]) -> dict[str, str]:
    return {"run": _APRIL} if any(_ACROSS_TWO.match(text) for text in texts) else {}


def _years_alone(columns: _Columns, figures: Sequence[Column]) -> list[Column]:
    """The columns whose heading, or a part of it, is a year; the draft then says what stands over and under it."""
    draft, years, patterns, used = columns.draft, dict[str, None](), dict[str, None](), list[Column]()
    for column in figures:
        parts = column.heading.parts
        text, mark = next(((part, mark) for part in parts for year, mark in [year_of(part)] if year), ("", ""))
        if not text:
            continue
        used.append(column)
        years[text.removesuffix(mark).strip()] = None
        rest = [part for part in parts if part != text][-1:]
        patterns[JOINT.join(["YEAR", *rest] if text == parts[0] else [*rest, "YEAR"])] = None
        if mark:
            draft.ask("marks", mark, what=f'what its note says, in "{column.name}"')
    if used:
        draft.entry["years"] = {"columns": _range(list(years))} | _run(list(years))
    if len(patterns) > 1:
        names = ", ".join(pattern.replace("YEAR", "").replace(JOINT, "") for pattern in patterns)
        draft.ask("columns", "are", what=f"in one word, what these are: {names}")
    elif used and [*patterns] != ["YEAR"]:
        draft.entry["value"] = next(iter(patterns))
    return used


def _years_among_words(columns: _Columns, figures: Sequence[Column]) -> list[Column]:
    """The columns with headings like "Book issues 2012", of several years; the draft then has YEAR in their place."""
    patterns: dict[str, list[str]] = {}
    for column in figures:
        pattern, year = year_in(column.name)
        patterns.setdefault(pattern, []).append(year)
    patterns.pop("", None)
    most = max(patterns.values(), key=len, default=[])
    if len(most) < 2:
        return []
    chosen = [pattern for pattern, years in patterns.items() if years == most]
    columns.draft.entry["years"] = {"columns": _range(most)} | _run(most)
    if len(chosen) == 1:
        columns.draft.entry["value"] = chosen[0]
    else:
        columns.draft.entry["measures"] = {id: {"column": text} for id, text in _ids(chosen).items()}
    if left := [column.name for column in figures if year_in(column.name)[0] not in chosen]:
        columns.draft.comments["years",] = f"left out: {', '.join(left)}"
    return [column for column in figures if year_in(column.name)[0] in chosen]


def _range(years: list[str]) -> str | list[str]:
    whole = f"{years[0]} to {years[-1]}"
    periods = [period for year in years for period in parse_range(year)]
    return whole if len(years) > 1 and list(parse_range(whole)) == periods else years


def _figures(columns: _Columns, figures: Sequence[Column]) -> None:
    """Columns without years: members of a dimension where they share a heading above, else measures, else the value."""
    called = [columns.called(column) for column in figures]
    tops = [column.heading.parts[0] for column in figures if len(column.heading.parts) > 1]
    shared = max(tops, key=tops.count, default="")
    if tops.count(shared) > 1:
        why = f'from the heading "{shared[:60]}": say in one word what they are'
        columns.draft.guess(make_id(shared)[:30].strip("_") or None, "columns", "are", why=why)
        columns.draft.entry["columns"]["headings"] = called
    elif len(called) == 1:
        columns.draft.entry["value"] = called[0]
    else:
        columns.draft.entry["measures"] = {id: {"column": text} for id, text in _ids(called).items()}


def _ids(headings: Sequence[str]) -> dict[str, str]:
    out: dict[str, str] = {}
    for heading in headings:
        bare = re.sub(r"[^a-z0-9_]", "", make_id(heading.replace("YEAR", " ")))[:40].strip("_")
        id = bare if bare[:1].isalpha() else f"figure_{bare}".rstrip("_")
        while id in out:
            id += "_2"
        out[id] = heading
    return out

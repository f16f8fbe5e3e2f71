"""What is added to a proposed entry for each thing that reading it complains of, one function for each code."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from report_builder.problems import Problem
from report_builder.tables.clean import BLANK, FORMULA
from report_builder.tables.draft import Draft
from report_builder.tables.grid import column_number
from report_builder.tables.headings import by_text, read_headings
from report_builder.tables.marks import Marks
from report_builder.tables.shorthand import SHORTHAND

MOST_SKIPPED = 40


def _spot(found: Problem) -> tuple[int, int]:
    """Row and column that a problem points at, 0 for each that it does not say."""
    if found.where is None:
        return 0, 0
    return found.where.row or 0, column_number(found.where.column)


def _cell(draft: Draft, found: Problem) -> str:
    """The text of the cell that a problem points at, or of the merged one over it."""
    row, column = _spot(found)
    return " ".join(draft.grid.spread([column]).at(row, column).split())


def _declare(draft: Draft, key: str, text: str, meaning: str) -> bool:
    """Lists a code or mark with what it usually means, or asks for it; whether it was not there yet."""
    if not text or text in draft.entry.get(key, {}):
        return False
    if meaning:
        draft.guess(meaning, key, text, why="a guess: check it")
    else:
        draft.ask(key, text, what="what it means (nil for zero)" if key == "codes" else "what its note says")
    return True


def _code(draft: Draft, found: Problem) -> bool:
    text = _cell(draft, found)
    return _declare(draft, "codes", text, SHORTHAND.get(text.casefold(), ""))


def _blank(draft: Draft, found: Problem) -> bool:
    return _declare(draft, "codes", BLANK, "")


def _error(draft: Draft, found: Problem) -> bool:
    text = draft.grid.faults.get(_spot(found), _cell(draft, found)) or FORMULA
    return _declare(draft, "codes", text, SHORTHAND.get(text, "an error in the file"))


def _mark(draft: Draft, found: Problem) -> bool:
    match = re.search(r'the mark "(.*)" beside', found.message)
    return _declare(draft, "marks", match[1] if match else "", "")


def _skip(draft: Draft, found: Problem) -> bool:
    row = _spot(found)[0]
    skipped = draft.entry.get("skip_rows", "")
    rows = {int(text) for text in re.findall(r"[0-9]+", skipped)}
    if not row or row in rows or len(rows) >= MOST_SKIPPED:
        return False
    why = "no name, no figure, or the name of another row: check them"
    draft.guess(", ".join(map(str, sorted(rows | {row}))), "skip_rows", why=why)
    return True


def _total(draft: Draft, found: Problem) -> bool:
    match = re.search(r'^(?:the (?:row|column) )?"(.*)" (?:looks like|is the sum)', found.message)
    kind = _dimension(draft, found)
    if kind is None or match is None or match[1] in kind.get("totals", ()):
        return False
    kind.setdefault("totals", []).append(match[1])
    return True


def _dimension(draft: Draft, found: Problem) -> dict[str, Any] | None:
    """The entry of the dimension that has its names in the column that a problem points at."""
    rows = draft.entry.get("rows", [])
    headings = read_headings(draft.grid, draft.spec().header_rows, Marks({}))
    for kind in rows if isinstance(rows, list) else [rows]:
        names = [kind["column"], kind.get("or_column", "")]
        if any(h.column == _spot(found)[1] for name in names for h in by_text(headings, name)):
            named: dict[str, Any] = kind
            return named
    in_headings: dict[str, Any] | None = draft.entry.get("columns")
    return in_headings


def _gone(draft: Draft, found: Problem) -> bool:
    """Takes out a total whose name has changed since, as by a mark that is no longer part of it."""
    key = found.where.key if found.where else ()
    if "totals" not in key:
        return False
    place: Any = draft.entry
    for step in key[1:-1]:
        place = place[step]
    del place[int(key[-1])]
    return True


def _inexact(draft: Draft, found: Problem) -> bool:
    kinds = [kind for kind in (draft.entry, *draft.entry.get("measures", {}).values()) if "figures" in kind]
    inexact = [kind for kind in kinds if kind["figures"] != "exact"]
    for kind in inexact:
        kind["figures"] = "exact"
    return bool(inexact)


def _negative(draft: Draft, found: Problem) -> bool:
    known = "below_zero" in draft.entry
    draft.entry["below_zero"] = "allowed"
    return not known


def _no_row(draft: Draft, found: Problem) -> bool:
    known = "no_row" in draft.entry
    if not known:
        draft.ask("no_row", what="what it means that some combinations have no row (nil for zero)")
    return not known


def _hidden(draft: Draft, found: Problem) -> bool:
    known = "hidden_rows" in draft.entry
    if not known:
        draft.ask("hidden_rows", what=f"read or left out; {found.message}")
    return not known


def _id(draft: Draft, found: Problem) -> bool:
    name, kind = _cell(draft, found), _dimension(draft, found)
    match = re.search(r'have one id, "(.*)"', found.message)
    if kind is None or match is None or name in kind.get("ids", {}):
        return False
    taken = kind.setdefault("ids", {})
    taken[name] = f"{match[1] or 'other'}_{len(taken) + 2}"
    return True


MENDINGS: dict[str, Callable[[Draft, Problem], bool]] = {
    "D007": _hidden,
    "D020": _code,
    "D021": _blank,
    "D022": _mark,
    "D023": _inexact,
    "D024": _negative,
    "D026": _error,
    "D027": _skip,
    "D028": _mark,
    "D030": _skip,
    "D031": _skip,
    "D042": _total,
    "D044": _gone,
    "D045": _id,
    "D046": _skip,
    "D047": _no_row,
}

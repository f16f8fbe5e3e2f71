"""Rows of a sheet as people write them: "4", "3 to 4", "4, 5 and 8", "43, 113 to 119"."""

from __future__ import annotations

import re

LAST_ROW = 1_048_576
_PART = re.compile(r"([0-9]{1,7})(?:\s*(?:to|-|–)\s*([0-9]{1,7}))?")


def parse_rows(text: str) -> tuple[range, ...]:
    """The rows named, in order, as runs; empty where the text names none, or a row twice."""
    runs: list[range] = []
    for part in re.split(r"\s*,\s*|\s+and\s+", text.strip().removeprefix("rows ").removeprefix("row ")):
        match = _PART.fullmatch(part.strip())
        if match is None:
            return ()
        first, last = int(match[1]), int(match[2] or match[1])
        if not (runs[-1].stop if runs else 1) <= first <= last <= LAST_ROW:
            return ()
        runs.append(range(first, last + 1))
    return tuple(runs)


def said(rows: tuple[int, ...]) -> str:
    """Rows in words: "row 4", "rows 3 to 5", "rows 4, 5, 8"."""
    if len(rows) == 1:
        return f"row {rows[0]}"
    if rows == tuple(range(rows[0], rows[-1] + 1)):
        return f"rows {rows[0]} to {rows[-1]}"
    return f"rows {', '.join(map(str, rows))}"

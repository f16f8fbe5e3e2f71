"""What publishers write where there is no figure, with what it usually means (the GSS's symbols among them)."""

from __future__ import annotations

from report_builder.tables.clean import is_error

SHORTHAND = {
    "n/a": "not available", "na": "not available", "not available": "not available", "not held": "not held",
    "no data": "no figure", "not known": "not known", "not recorded": "not recorded", "refused": "refused",
    "exempt": "refused", "none": "nil", "nil": "nil", "-": "", "–": "", "..": "not available", ".": "not applicable",
    ":": "not available", "*": "withheld to protect people", "x": "not available", "c": "withheld to protect people",
    "z": "not applicable", "[x]": "not available", "[c]": "withheld to protect people", "[z]": "not applicable",
    "[u]": "too unreliable to publish", "[w]": "none recorded", "[low]": "more than nil, and rounds to nil",
    "blank": "no figure given", "formula": "a formula that was never calculated",
}  # fmt: skip


def stands_for_none(text: str) -> bool:
    """Whether a text is what is usually written where there is no figure, or a spreadsheet's error."""
    return text.strip().casefold() in SHORTHAND or is_error(text)

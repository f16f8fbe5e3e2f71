"""Typewriter signs as a typesetter writes them: quotation marks, apostrophes, dashes, the ellipsis.

As in the Oxford style guide: curly marks, and an apostrophe before figures that lost their first ones ('90s).
"""

from __future__ import annotations

import re

SIGNS = re.compile(r"(?<!\.)\.\.\.(?!\.)|(?<!-)---?(?!-)")
WRITTEN = {"...": "…", "--": "–", "---": "—"}
_OPENS_AFTER = frozenset(" \t\n\r\u00a0([{<–—-/“‘")
_CLIPPED = re.compile(r"(?:tis|twas|twere|em|til|cause|round)\b", re.IGNORECASE)
_FAR = 400  # characters within which an opened single quotation is closed


def curly(text: str, straight: list[int]) -> dict[int, str]:
    """For each position of a straight quotation mark or apostrophe in `text`, the curly one that belongs there.

    `text` is all a reader sees of a paragraph, so that a mark is judged by its neighbours across emphasis and facts;
    `straight` is in rising order.
    """
    written: dict[int, str] = {}
    for at in straight:
        before = (written.get(at - 1) or text[at - 1]) if at else " "
        opens = before in _OPENS_AFTER and not (text[at + 1 : at + 2] or " ").isspace()
        if text[at] == '"':
            written[at] = "“" if opens else "”"
        else:
            written[at] = "‘" if opens and not _shortened(text, at) else "’"
    return written


def _shortened(text: str, at: int) -> bool:
    """Whether a mark that could open a quotation stands for what was left out: '90s, 'tis."""
    if (text[at + 1 : at + 2].isdigit() and text[at + 3 : at + 4] == "s") or _CLIPPED.match(text, at + 1):
        return True
    return re.compile(r"(?<=\S)['’](?!\w)").search(text, at + 2, at + _FAR) is None

"""What a screen reader meets in a finished PDF, a line for each element that holds words, for golden files."""

from __future__ import annotations

from typing import Any

import pikepdf

from pdf.reading import Reading

ROWS = {"TR": " | ", "LI": " ", "TOCI": " "}  # elements whose parts stand on one line, and what parts them
INLINE = frozenset(["/Span", "/Link", "/Reference", "/Em", "/Strong", "/Annot"])


def reading_order(reading: Reading) -> str:
    """Role and words of every element in the order of the tags; of a figure its alternative text."""
    lines: list[str] = []

    def row(element: Any, page: Any, between: str) -> str:
        page = element.get("/Pg", page)
        own = [words(element, page)]
        kids = (k for k in _kids(element) if not isinstance(k, int) and "/S" in k and not _inline(k))
        return between.join(" ".join(t.split()) for t in (*own, *(row(k, page, " ") for k in kids)) if t.strip())

    def words(element: Any, page: Any) -> str:
        page = element.get("/Pg", page)
        return "".join(_set(reading, kid, page) or (words(kid, page) if _inline(kid) else "") for kid in _kids(element))

    def walk(element: Any, page: Any) -> None:
        page = element.get("/Pg", page)
        role = str(element.S)[1:]
        if "/Alt" in element:
            lines.append(f"{role}: [{element.Alt}]")
            return
        if role in ROWS:
            lines.append(f"{role}: {row(element, page, ROWS[role])}")
            return
        if own := " ".join(words(element, page).split()):
            lines.append(f"{role}: {own}")
        for kid in _kids(element):
            if not _set(reading, kid, page) and "/S" in kid and not _inline(kid):
                walk(kid, page)

    walk(reading.root.K, None)
    return "\n".join(lines) + "\n"


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]


def _inline(kid: Any) -> bool:
    return not isinstance(kid, int) and "/S" in kid and str(kid.S) in INLINE and "/Alt" not in kid


def _set(reading: Reading, kid: Any, page: Any) -> str:
    """The words a kid sets on a page by itself, "" for an element."""
    if isinstance(kid, int):
        return reading.pages[reading.page_number(page)].words[kid]
    if kid.get("/Type") == "/MCR":
        return reading.pages[reading.page_number(kid.Pg)].words[int(kid.MCID)]
    return ""

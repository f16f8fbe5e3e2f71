"""A table to hand on as data: typed cells, so that numbers stay numbers in a spreadsheet."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Number(Struct, frozen=True):
    """A number, its decimals as printed, and the sign that stands after it ("%") or before it ("£")."""

    value: Fraction
    decimals: int = 0
    after: str = ""
    before: str = ""

    @property
    def plain(self) -> str:
        """The number without separators or signs, as other programs read it."""
        if self.decimals == 0 and self.value.denominator == 1:
            return str(self.value.numerator)
        return f"{float(self.value):.{max(self.decimals, 1)}f}"


Cell = Number | str


class Sheet(Struct, frozen=True):
    """One table: a short name, a title, what to know before reading it, headings and rows of as many cells each."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: tuple[str, ...] = ()


def inert(text: str) -> str:
    """The text as a spreadsheet shows it and never runs it: an apostrophe before what would start a formula.

    OWASP, "CSV Injection".
    """
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text

"""Marks of footnotes beside words, years and numbers: "Sussex*", "2017/183", "Oct-24 [Note 12, 14]", "67r".

Marks are declared under `marks:` in datasets.yml, each with what its note says; then names, years and numbers are read
without them. A mark of digits is only taken off a word ("autumn3"), or off a year that is none with it ("2017/183"),
never off a number, of which it would make another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from report_builder.tables.dataset import Standing
from report_builder.tables.periods import Period, parse_period

_SIGNS = r"[*†‡§#^~⁰¹²³⁴-⁹]+"
_LIKELY = re.compile(
    rf"(?P<first>{_SIGNS})(?=\w)|(?<=\w|[)\]%.])\s*(?P<last>{_SIGNS}"
    r"|\[(?:[A-Za-z]{1,3}|[0-9, ]{1,9}|(?:foot)?notes? [^\]]{1,30})\]|\((?:[a-zRP]|(?:foot)?notes? [^)]{1,30})\)"
    r"|(?<=[a-z]{3})[1-9][0-9]?)$",
    re.IGNORECASE,
)
_STANDINGS = {standing.value: standing for standing in Standing if standing is not Standing.MISSING}


def likely_mark(text: str) -> str:
    """What looks like the mark of a footnote at either end of a name, "" where nothing does."""
    match = _LIKELY.search(text)
    return (match["first"] or match["last"]) if match else ""


class Marks(Struct, frozen=True):
    """The declared marks, each with what it means."""

    meanings: Mapping[str, str]

    def of_name(self, text: str) -> tuple[str, tuple[str, ...]]:
        """The name without its marks, and the marks."""
        bare, found = text, list[str]()
        while mark := self._at_end(bare):
            bare = bare[: -len(mark)].rstrip()
            found.insert(0, mark)
        for mark in self.meanings:
            if bare.startswith(mark) and bare != mark and not mark.isalnum():
                bare = bare[len(mark) :].lstrip()
                found.append(mark)
        return bare, tuple(dict.fromkeys(found))

    def of_year(self, text: str, run: str) -> tuple[Period | None, tuple[str, ...]]:
        """The period that the text names, with its marks or, where that is none, without them."""
        period = parse_period(text, run)
        longest_first = sorted(self.meanings, key=len, reverse=True)
        for mark in longest_first if period is None else ():
            stripped = text.strip()
            if stripped.endswith(mark) and (found := self.of_year(stripped[: -len(mark)], run))[0]:
                return found[0], (*found[1], mark)
        return period, ()

    def of_figure(self, text: str) -> tuple[str, tuple[str, ...]]:
        """The text of a figure without its marks; as it is where nothing that ends like a number would be left."""
        bare, found = self.of_name(text) if self.meanings else (text, ())
        return (bare, found) if found and re.search(r"[0-9][%)]?$", bare) else (text, ())

    def notes(self, marks: tuple[str, ...]) -> str:
        """What the marks mean, in the order given, each said once."""
        said = dict.fromkeys(self.meanings[mark] for mark in marks)
        return "; ".join(text for text in said if text not in _STANDINGS)

    def standing(self, marks: tuple[str, ...]) -> Standing | None:
        """How figures with these marks stand, where one of them is declared to mean that: "r: revised"."""
        return next((_STANDINGS[m] for mark in marks if (m := self.meanings[mark]) in _STANDINGS), None)

    def _at_end(self, text: str) -> str:
        """The longest mark that the text ends with and that may be taken off a word or number."""
        fitting = [mark for mark in self.meanings if text.endswith(mark) and text != mark and self._may_go(text, mark)]
        return max(fitting, key=len, default="")

    def _may_go(self, text: str, mark: str) -> bool:
        before = text[: -len(mark)]
        if mark.isdigit():
            return before[-1:].isalpha()
        return not mark.isalpha() or before[-1:].isdigit() or before[-1:] in "%)"

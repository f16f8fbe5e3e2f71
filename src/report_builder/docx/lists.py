"""Real lists: each a numbering of its own, so that the next one begins again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report_builder.docx.xml import element

if TYPE_CHECKING:
    from docx.document import Document

_LEVELS = 4
_STEP = 360  # twentieths of a point
_BULLETS, _NUMBERS, _PARAGRAPHS = 90, 91, 92  # beyond those of python-docx's template


class Lists:
    """The lists of one file."""

    def __init__(self, word: Document) -> None:
        self._numbering = word.part.numbering_part.element
        first = next(iter(self._numbering.findall(element("num").tag)), None)
        for made in (
            _abstract(_BULLETS, "bullet", "•"),
            _abstract(_NUMBERS, "decimal", "%{}.", hanging=480),
            _abstract(_PARAGRAPHS, "decimal", "%{}.", hanging=560),
        ):
            # CT_Numbering: every abstractNum stands before the first num
            self._numbering.insert(self._numbering.index(first) if first is not None else 0, made)

    def bullets(self) -> int:
        """The id of a new list with bullets."""
        return self._new(_BULLETS, 0)

    def numbers(self, start: int = 1) -> int:
        """The id of a new list that counts from `start`."""
        return self._new(_NUMBERS, start)

    def paragraphs(self) -> int:
        """The id of a numbering for the paragraphs of a document."""
        return self._new(_PARAGRAPHS, 1)

    def _new(self, abstract: int, start: int) -> int:
        made = self._numbering.add_num(abstract)
        if start:
            made.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(made.numId)


def put_in_list(paragraph: Any, list_id: int, level: int = 0) -> None:
    """Makes a paragraph an item of a list."""
    numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbered.get_or_add_ilvl().val = min(level, _LEVELS - 1)
    numbered.get_or_add_numId().val = list_id


def _abstract(id_: int, form: str, text: str, hanging: int = _STEP) -> Any:
    levels = []
    for n in range(_LEVELS):
        indent = element("ind", left=str(hanging + n * _STEP), hanging=str(hanging))
        levels.append(
            element(
                "lvl",
                element("start", val="1"),
                element("numFmt", val=form),
                element("lvlText", val=text.format(n + 1)),
                element("lvlJc", val="left"),
                element("pPr", indent),
                ilvl=str(n),
            )
        )
    return element("abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=str(id_))

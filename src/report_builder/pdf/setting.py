"""Turns runs into pieces with owners, and pieces into texts of a measure: what every block builder sets words with."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import count

from msgspec import Struct, field
from msgspec.structs import replace

from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document, Run, Runs
from report_builder.drawing import Drawing
from report_builder.pdf.flowables import Text
from report_builder.pdf.fonts import Font, choose, font
from report_builder.pdf.lines import Broken, Piece, break_lines
from report_builder.pdf.structure import Element
from report_builder.pdf.styles import Styles, Type
from report_builder.problems import Problem, Where, problem

_SPACES = re.compile(r"[ \t\r\n]+")
_RAISED_SIZE, _RAISED_BY = 0.66, 0.34


class Setting(Struct, frozen=True):
    """What the builders of blocks are given: the document, styles, drawings, and where problems are collected.

    `characters` are those that each font is to draw.
    """

    document: Document
    styles: Styles
    drawings: Mapping[Chart, Drawing]
    anchors: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    warnings: Iterator[int] = field(default_factory=lambda: count(1))  # the next one's number
    half: str = ""  # before the identifiers of elements, where several documents are bound in one file
    others: tuple[Run, ...] = ()  # what leads to these
    characters: defaultdict[Font, set[str]] = field(default_factory=lambda: defaultdict(set))

    def tighter(self, step: int) -> Setting:
        """The same at another step of tightness, with a fresh list of problems."""
        return replace(self, styles=replace(self.styles, step=step), problems=[])

    def text(
        self,
        words: Runs | str,
        style: Type,
        owner: Element,
        measure: float,
        where: Where | None = None,
        *,
        right: bool = False,
    ) -> Text:
        """Words set in a style on a measure in points; owned by `owner` but for its links and other languages."""
        pieces = self.pieces(words, style, owner)
        broken = break_lines(pieces, measure, balanced=style.balanced)
        self.too_wide(broken, where)
        return Text(broken.lines, style.leading, baseline(style), measure if right else None)

    def too_wide(self, broken: Broken, where: Where | None) -> None:
        """Reports words that had to be broken."""
        for word in broken.too_wide:
            self.problems.append(
                problem(
                    "L002",
                    f'the word "{_short(word)}" is wider than the place it stands in and was broken',
                    where,
                    help="use a shorter word, or put a space or a hyphen where it may be divided",
                )
            )

    def pieces(self, words: Runs | str, style: Type, owner: Element) -> list[Piece]:
        """Pieces of the words, each with its face, colour and owner."""
        if isinstance(words, str):
            words = (Run(words),)
        out: list[Piece] = []
        link: Element | None = None
        link_url = ""
        for run in words:
            if run.url != link_url:
                link, link_url = self._link(run, owner), run.url
            out.append(self._piece(run, style, owner, link))
        return out

    def _link(self, run: Run, owner: Element) -> Element | None:
        if not run.url or (run.url.startswith("#") and run.url[1:] not in self.anchors):
            return None
        return owner.phrase("Link", href=run.url, hint=run.hint or run.text)

    def _piece(self, run: Run, style: Type, owner: Element, link: Element | None) -> Piece:
        colours = self.styles.theme.colours
        face = font(choose(style.faces, style.weight, run.bold, run.italic or style.italic))
        colour, text = style.colour, _SPACES.sub(" ", run.text)
        self.characters[face].update(text)
        if run.note:
            reference = owner.phrase("Reference")
            hint = f"{self.document.wording.note} {run.text}"
            link = reference.phrase("Link", href=f"#{note_anchor(run.note)}", hint=hint)
            size, rise = style.size * _RAISED_SIZE, style.size * _RAISED_BY
            return Piece(text, face, size, colours.accent_text, link, rise, link=link, note=run.note)
        inner = link or owner
        if run.language and run.language != self.document.language:
            inner = inner.phrase("Span", language=run.language)
        if link is not None:
            colour = colours.primary if style.colour in (colours.ink, colours.muted) else style.colour
        ground = self.styles.flag_ground if run.flag else ""
        return Piece(text, face, style.size, colour, inner, 0.0, ground, link, link is not None, fact=run.fact)


def note_anchor(number: int) -> str:
    """What references to a footnote lead to."""
    return f"note-{number}"


def baseline(style: Type) -> float:
    """Where the baseline stands below the top of a line, in points."""
    return style.leading / 2 + style.size * 0.3


def plain(words: Runs | str) -> str:
    """The words alone."""
    return words if isinstance(words, str) else _SPACES.sub(" ", "".join(r.text for r in words if not r.note)).strip()


def flags(*words: Runs) -> tuple[str, ...]:
    """The reasons for which a draft marks some of these words, each once."""
    return tuple(dict.fromkeys(run.flag for runs in words for run in runs if run.flag))


def _short(word: str) -> str:
    return word if len(word) < 40 else word[:37] + "…"

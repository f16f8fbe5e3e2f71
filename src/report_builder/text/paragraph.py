"""The words of one paragraph, heading or title as spans, each with its place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right

from markdown_it.token import Token
from msgspec import Struct, field

from report_builder.problems import Problem, Where, problem
from report_builder.text.inline import tokens_of
from report_builder.text.references import Claim, Fact, Language, Link, Plain
from report_builder.text.rules.state import InlineSlip
from report_builder.text.source import LINE_END, Passage, line_offsets
from report_builder.text.spans import (
    ClaimSpan,
    Emphasis,
    FactRef,
    LangSpan,
    LinkSpan,
    NoteMark,
    PlainSpan,
    Span,
    Words,
)
from report_builder.text.typography import SIGNS, WRITTEN, curly
from report_builder.text.walk import walk


class Prose(Struct, frozen=True):
    """`text` of a paragraph and, for each of its lines, where it starts in `text` and in the file.

    Lines are those of the paragraph: the marks of lists and headings, and indentation, are taken off.
    """

    passage: Passage
    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]

    def where(self, start: int, end: int) -> Where:
        """The place in the file of the characters from `start` to `end`."""
        first = self._offset(start)
        return Where(self.passage.file, first, max(self._offset(end - 1) + 1 - first, 0) if end > start else 0)

    def _offset(self, at: int) -> int:
        if len(self.starts) == 1 and self.passage.exact:
            return self.offsets[0] + at
        if not self.passage.exact:
            return self.passage.starts[0]
        line = bisect_right(self.starts, at) - 1
        return self.offsets[line] + at - self.starts[line]

    def mended(self, start: int, end: int, written: str) -> str:
        """The line that holds `start`, with other words from `start` to `end`."""
        begin = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", end)
        line = self.text[begin:start] + written + self.text[end : stop if stop >= 0 else len(self.text)]
        at = start - begin
        if len(line) > 160:
            low, high = max(0, at - 50), at + len(written) + 50
            line = ("… " if low else "") + line[low:high].strip() + (" …" if high < len(line) else "")
        return " ".join(line.split())


def parse_inline(passage: Passage) -> tuple[tuple[Span, ...], tuple[Problem, ...]]:
    """The spans of one line of words: a title, a caption, an ask. Line ends are spaces.

    Footnote marks are not looked up: only a body has footnotes.
    """
    typed = passage.text
    lead = len(typed) - len(typed.lstrip())
    words = passage.part(lead, max(lead, len(typed.rstrip())))
    text = LINE_END.sub("\n", words.text)
    starts = (0, *(found.end() for found in re.finditer("\n", text)))
    offsets = tuple(words.offset(at) for at in line_offsets(words.text))
    return spans_of_prose(Prose(words, text, starts, offsets))


def spans_of_prose(prose: Prose) -> tuple[tuple[Span, ...], tuple[Problem, ...]]:
    """The spans of a paragraph and what is wrong with it, in reading order."""
    tokens, slips = tokens_of(prose.text)
    problems = [_problem_of(slip, prose) for slip in slips]
    builder = _Builder(prose, problems)
    spans = builder.build(tokens)
    return spans, tuple(problems)


def _problem_of(slip: InlineSlip, prose: Prose) -> Problem:
    end = slip.at + slip.length
    written = f"write it like this:  {prose.mended(slip.at, end, slip.mended)}" if slip.mended is not None else ""
    advice = "\n".join(filter(None, (written, slip.help)))
    return problem(slip.code, slip.message, prose.where(slip.at, end), help=advice)


class _Piece(Struct):
    """Text that is still to be written out: its words, and the characters of the paragraph they stand for."""

    text: str
    at: int
    end: int
    literal: bool = False
    ends_line: bool = False


class _Frame(Struct):
    """A span that is open: the token that opened it, and what it holds so far."""

    token: Token | None
    at: int
    held: list[Span | _Piece] = field(default_factory=list)


class _Builder(Struct):
    prose: Prose
    problems: list[Problem]
    last: int = 0

    def build(self, tokens: list[Token]) -> tuple[Span, ...]:
        pieces = self._pieces(tokens)
        frames = [_Frame(None, 0)]
        for token in tokens:
            at, end = self._place(token)
            if token.nesting == 1:
                frames.append(_Frame(token, at))
            elif token.nesting == -1 and len(frames) > 1:
                frame = frames.pop()
                frames[-1].held += self._closed(frame, end)
            elif token.type == "fact":
                frames[-1].held.append(_fact(token.meta["fact"], self.prose.where(at, end)))
            elif token.type == "note":
                frames[-1].held.append(NoteMark(token.meta["label"], self.prose.where(at, end)))
            elif token.type == "address":
                frames[-1].held.append(self._address(token.content, at, end))
            else:
                frames[-1].held += pieces.get(id(token), ())
            self.last = end
        while len(frames) > 1:
            frame = frames.pop()
            frames[-1].held += frame.held
        return self._finished(frames[0].held)

    def _place(self, token: Token) -> tuple[int, int]:
        """Start and end of a token; nesting beyond the limit leaves tokens without a place of their own."""
        at = token.meta.get("at", self.last)
        return at, token.meta.get("end", at + len(token.content))

    def _pieces(self, tokens: list[Token]) -> dict[int, list[_Piece]]:
        """The text of each token cut into pieces, with typographic signs."""
        pieces: dict[int, list[_Piece]] = {}
        seen = ""
        marks: list[tuple[int, _Piece, int]] = []
        self.last = 0
        for token in tokens:
            at, end = self._place(token)
            self.last = end
            if token.type in ("fact", "address"):
                seen += "\ufffc"
            for piece in _cut(token, at, end):
                pieces.setdefault(id(token), []).append(piece)
                if not piece.literal and ('"' in piece.text or "'" in piece.text):
                    marks += [(len(seen) + i, piece, i) for i, c in enumerate(piece.text) if c in "\"'"]
                seen += piece.text
        written = curly(seen, [position for position, _, _ in marks])
        for position, piece, i in marks:
            piece.text = piece.text[:i] + written[position] + piece.text[i + 1 :]
        self.last = 0
        return pieces

    def _finished(self, held: list[Span | _Piece]) -> tuple[Span, ...]:
        """Pieces joined to Words where both the words and their places run on; a line end closes the Words."""
        spans: list[Span] = []
        open_piece: _Piece | None = None
        for item in [*held, None]:
            if isinstance(item, _Piece) and open_piece is not None and _runs_on(open_piece, item):
                open_piece = _Piece(open_piece.text + item.text, open_piece.at, item.end, ends_line=item.ends_line)
                continue
            if open_piece is not None and open_piece.text:
                spans.append(Words(open_piece.text, self.prose.where(open_piece.at, open_piece.end)))
            open_piece = item if isinstance(item, _Piece) else None
            if item is not None and not isinstance(item, _Piece):
                spans.append(item)
        return tuple(spans)

    def _closed(self, frame: _Frame, end: int) -> list[Span | _Piece]:
        """The span of a frame that ends at `end`; what it holds, where its target could not be read."""
        token = frame.token
        if token is None:
            return frame.held
        if token.type in ("em_open", "strong_open"):
            strong = token.type == "strong_open"  # its outer signs are empty tokens beside it
            where = self.prose.where(frame.at - strong, end + strong)
            return [Emphasis(self._finished(frame.held), strong, where)]
        where = self.prose.where(frame.at, end)
        words = self._finished(frame.held)
        span = _targeted(token.meta.get("target"), words, where)
        if span is None:
            return list(frame.held)
        if any(type(inner) is type(span) for inner in walk(words)):
            kind = {ClaimSpan: "a claim", LinkSpan: "a link"}.get(type(span), "a marked passage")
            advice = "end the one before the other begins"
            self.problems.append(problem("T009", f"{kind} stands inside another of its kind", where, help=advice))
        return [span]

    def _address(self, url: str, at: int, end: int) -> Span:
        words = Words(
            url.removeprefix("mailto:"), self.prose.where(end - 1 - len(url.removeprefix("mailto:")), end - 1)
        )
        return LinkSpan((words,), url, "", self.prose.where(at, end))


def _cut(token: Token, at: int, end: int) -> list[_Piece]:
    """A text token as pieces that match their source character for character, but for signs that are written out."""
    if token.type == "softbreak":
        return [_Piece(" ", at, end, ends_line=True)]
    if token.type == "literal":
        return [_Piece(token.content, at, end, literal=True)]
    if token.type != "text" or not token.content:
        return []
    text = token.content
    if "--" not in text and "..." not in text:
        return [_Piece(text, at, at + len(text))]
    pieces: list[_Piece] = []
    done = 0
    for found in SIGNS.finditer(text):
        pieces.append(_Piece(text[done : found.start()], at + done, at + found.start()))
        pieces.append(_Piece(WRITTEN[found[0]], at + found.start(), at + found.end()))
        done = found.end()
    pieces.append(_Piece(text[done:], at + done, at + len(text)))
    return [piece for piece in pieces if piece.text]


def _runs_on(before: _Piece, after: _Piece) -> bool:
    """Whether two pieces are one run of text whose every character stands for one of the source."""
    return (
        before.end == after.at
        and len(before.text) == before.end - before.at
        and len(after.text) == after.end - after.at
        and not before.ends_line
    )


def _fact(fact: Fact, where: Where) -> FactRef:
    return FactRef(fact.name, fact.index, fact.part, fact.form, where)


def _targeted(target: object, words: tuple[Span, ...], where: Where) -> Span | None:
    match target:
        case Claim(name, index, meaning, or_phrase):
            return ClaimSpan(words, name, index, meaning, or_phrase, where)
        case Plain(reason):
            return PlainSpan(words, reason, where)
        case Language(code):
            return LangSpan(words, code, where)
        case Link(url, title):
            return LinkSpan(words, url, title, where)
    return None

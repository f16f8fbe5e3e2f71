"""Markdown as a report needs it: headings, paragraphs, lists, emphasis, links, footnotes, fenced blocks; and facts and
claims. Whatever else Markdown knows is refused with what to do instead.

markdown-it-py finds the blocks, footnote definitions by mdit-py-plugins; `inline` and `paragraph` read the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def
from msgspec import Struct, field

from report_builder.problems import Problem, Where, problem
from report_builder.text.front_matter import split_front_matter
from report_builder.text.paragraph import Prose, parse_inline, spans_of_prose
from report_builder.text.source import LINE_END, Passage, line_offsets
from report_builder.text.spans import Body, Fence, HeadingText, ListText, ParagraphText, Span, TextBlock
from report_builder.text.walk import notes_in, spans_of

__all__ = ["FENCES", "MAX_HEADING", "parse_body", "parse_inline", "split_front_matter"]

FENCES = ("chart", "table", "figures", "quote", "ask", "asks", "picture", "warning")
MAX_HEADING = 3
_MAX_NESTING = 20
_BLOCK_RULES = ("table", "code", "fence", "blockquote", "hr", "list", "html_block", "heading", "lheading")
_REFUSED = {
    "blockquote_open": ("T014", "a block quote has no speaker", "write a ```quote block with a name from quotes.yml"),
    "table_open": (
        "T013",
        "a table typed by hand",
        "write a ```table block that names a fact: its numbers are computed",
    ),
    "html_block": ("T011", "HTML is not read", "take it out, or say it in Markdown"),
    "hr": ("T015", "a line across the page", "take it out: the layout sets sections apart; a heading starts a new one"),
    "code_block": (
        "T016",
        "spaces at the start of the line make this a block of program code",
        "start the line at the very left",
    ),
}


def parse_body(passage: Passage) -> tuple[Body, tuple[Problem, ...]]:
    """The blocks and footnotes of a section's words, and what is wrong with them, in the order of the file."""
    reader = _Reader(passage)
    body = reader.read()
    return body, tuple(sorted(reader.problems, key=lambda p: p.where.start or 0 if p.where else 0))


def _origins(passage: Passage, starts: list[int]) -> list[int]:
    """Where each line that starts at `starts` of the passage's text starts in the file."""
    if len(starts) == len(passage.starts):
        return list(passage.starts)
    return [passage.offset(at) for at in starts]


class _Reader(Struct):
    """One body on its way from tokens to blocks."""

    passage: Passage
    problems: list[Problem] = field(default_factory=list)
    notes: dict[str, tuple[TextBlock, ...]] = field(default_factory=dict)
    note_places: dict[str, Where] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)  # where each line starts in the file
    lines: list[str] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    at: int = 0

    def read(self) -> Body:
        text = LINE_END.sub("\n", self.passage.text).replace("\0", "\ufffd")
        self.starts = line_offsets(self.passage.text)
        self.origins = _origins(self.passage, self.starts)
        self.lines = text.split("\n")
        _MARKDOWN.block.parse(text, _MARKDOWN, {}, self.tokens)
        blocks = tuple(self.blocks(""))
        self.check_notes(blocks)
        return Body(blocks, self.notes)

    def report(self, code: str, message: str, where: Where, help: str) -> None:
        self.problems.append(problem(code, message, where, help=help))

    def line_where(self, line: int) -> Where:
        """The place of a line, without the spaces around it."""
        text = self.lines[line]
        lead = len(text) - len(text.lstrip())
        return self.passage.where(self.starts[line] + lead, len(text.strip()))

    def blocks(self, until: str) -> Iterator[TextBlock]:
        """The blocks from the token at hand to the one of type `until`, which is passed over."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                return
            block = self.block(token)
            if block is not None:
                yield block

    def block(self, token: Token) -> TextBlock | None:
        if token.level >= _MAX_NESTING - 2 and token.map:
            self.report(
                "T025", "lists nested this deep are not read", self.line_where(token.map[0]), "use fewer levels"
            )
        if token.type == "heading_open":
            return self.heading(token)
        if token.type == "paragraph_open":
            return self.paragraph()
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return self.list_text(token)
        if token.type == "fence":
            return self.fence(token)
        if token.type == "footnote_reference_open":
            self.footnote(token)
        elif token.type in _REFUSED:
            self.refuse(token)
        return None

    def refuse(self, token: Token) -> None:
        code, message, advice = _REFUSED[token.type]
        self.report(code, message, self.line_where(token.map[0] if token.map else 0), advice)
        if token.nesting == 1:
            closing = token.type.replace("_open", "_close")
            depth = 1
            while depth and self.at < len(self.tokens):
                kind = self.tokens[self.at].type
                depth += (kind == token.type) - (kind == closing)
                self.at += 1

    def prose(self, token: Token) -> Prose:
        """The words of an inline token with their places: each line of them is the end of a line of the file."""
        first = token.map[0] if token.map else 0
        starts: list[int] = []
        offsets: list[int] = []
        at = 0
        lines = token.content.split("\n")
        while lines[0].strip(" \t") not in self.lines[first] and first + 1 < len(self.lines):
            first += 1  # a first line of nothing but odd spaces is not in the content
        for number, line in enumerate(lines):
            typed = self.lines[min(first + number, len(self.lines) - 1)]
            words = line.strip(" \t")
            column = typed.rfind(words) if words else 0
            column -= len(line) - len(line.lstrip(" \t"))  # a tab may have become more spaces than it was
            starts.append(at)
            offsets.append(self.origins[min(first + number, len(self.origins) - 1)] + column)
            at += len(line) + 1
        return Prose(self.passage, token.content, tuple(starts), tuple(offsets))

    def words(self, prose: Prose) -> tuple[Span, ...]:
        spans, problems = spans_of_prose(prose)
        self.problems += problems
        return spans

    def inline(self) -> Token:
        """The inline token of a heading or paragraph; its closing token is passed over."""
        token = self.tokens[self.at]
        self.at += 2
        return token

    def heading(self, token: Token) -> HeadingText:
        inline = self.inline()
        level = int(token.tag[1:])
        line = token.map[0] if token.map else 0
        prose = self.prose(inline)
        where = prose.where(0, len(inline.content))
        title = " ".join(inline.content.split())
        if token.markup in ("=", "-"):
            message = "a heading that is underlined"
            advice = f"write it like this:  {'#' * level} {title}\nor, if no heading is meant, leave a line empty"
            self.report("T017", message, self.line_where(line), advice)
        elif level > MAX_HEADING:
            message = f"a heading of level {level}; a section has {MAX_HEADING} levels"
            self.report("T017", message, self.line_where(line), f"write it like this:  {'#' * MAX_HEADING} {title}")
        if not title:
            self.report(
                "T017", "a heading without words", self.line_where(line), "write the heading, or take the # out"
            )
        return HeadingText(min(level, MAX_HEADING), self.words(prose), where)

    def paragraph(self) -> TextBlock:
        inline = self.inline()
        content, line = inline.content, inline.map[0] if inline.map else 0
        prose = self.prose(inline)
        where = prose.where(0, len(content))
        tight = re.match(r"(#{1,6})(?=[^\s#])", content)
        if tight:
            title, _, _ = content[tight.end() :].partition("\n")
            advice = f"write it like this:  {tight[1]} {title}"
            self.report("T017", "no space after the # of a heading", self.line_where(line), advice)
        bullet = re.search(r"^[•·▪◦‣–—][ \t\u00a0]", content, re.MULTILINE)
        if bullet and (bullet[0][0] not in "–—" or len(re.findall(r"^[–—]\s", content, re.MULTILINE)) > 1):
            number = line + content.count("\n", 0, bullet.start())
            item = content[bullet.end() :].split("\n")[0]
            advice = f"write it like this:  - {item}"
            self.report("T020", f'"{bullet[0][0]}" does not start an item of a list', self.line_where(number), advice)
        defined = re.match(r"\[([^\]\^][^\]]*)\]:\s+(\S+)", content)
        if defined:
            advice = f"write the address beside the words:  [{defined[1]}]({defined[2]})"
            self.report("T026", "an address set apart from its words", self.line_where(line), advice)
        return ParagraphText(self.words(prose), where)

    def list_text(self, token: Token) -> ListText:
        ordered = token.type == "ordered_list_open"
        first, last = token.map or [0, 1]
        where = self.line_where(first)
        if ordered and token.attrGet("start") is not None:
            message = f"a numbered list that starts at {token.attrGet('start')}"
            self.report("T020", message, where, "start it at 1; a list is not carried on after other blocks")
        items: list[tuple[TextBlock, ...]] = []
        closing = token.type.replace("_open", "_close")
        while self.at < len(self.tokens):
            inner = self.tokens[self.at]
            self.at += 1
            if inner.type == closing:
                break
            if inner.type == "list_item_open":
                items.append(self.only_prose(tuple(self.blocks("list_item_close")), "a list"))
        end = self.starts[last] if last < len(self.starts) else len(self.passage.text)
        return ListText(ordered, tuple(items), self.span_where(first, end))

    def span_where(self, line: int, end: int) -> Where:
        """The place from the first word of a line to `end`, an offset in the passage."""
        text = self.lines[line]
        start = self.starts[line] + len(text) - len(text.lstrip())
        stop = start + len(self.passage.text[start:end].rstrip())
        return self.passage.where(start, max(stop - start, 0))

    def only_prose(self, blocks: tuple[TextBlock, ...], holder: str) -> tuple[TextBlock, ...]:
        """The paragraphs and lists among `blocks`; the rest cannot stand in `holder`."""
        for block in blocks:
            if not isinstance(block, ParagraphText | ListText):
                what = "a heading" if isinstance(block, HeadingText) else f"a ```{block.kind} block"
                advice = f"leave an empty line before it and start it at the very left, outside {holder}"
                self.report("T025", f"{what} cannot stand in {holder}", block.where, advice)
        return tuple(block for block in blocks if isinstance(block, ParagraphText | ListText))

    def footnote(self, token: Token) -> None:
        label = str(token.meta["label"])
        line = token.map[0] if token.map else 0
        where = self.line_where(line)
        blocks = self.only_prose(tuple(self.blocks("footnote_reference_close")), "a footnote")
        if label in self.notes:
            self.report("T023", f"the footnote [^{label}] is given twice", where, "give one of them another name")
        elif not blocks:
            self.report("T021", f"the footnote [^{label}] holds no words", where, "write the note after the colon")
        self.notes.setdefault(label, blocks)
        self.note_places.setdefault(label, where)

    def check_notes(self, blocks: tuple[TextBlock, ...]) -> None:
        used = set()
        for source in (blocks, *self.notes.values()):
            for mark in notes_in(spans_of(source)):
                used.add(mark.label)
                if mark.label not in self.notes:
                    near = get_close_matches(mark.label, self.notes, n=1)
                    advice = f"did you mean [^{near[0]}]?" if near else f"add a line  [^{mark.label}]: the note"
                    self.report("T021", f"there is no footnote [^{mark.label}]", mark.where, advice)
        for label, where in self.note_places.items():
            if label not in used:
                advice = f"write  [^{label}]  where it belongs, or take the note out"
                self.report("T022", f"nothing refers to the footnote [^{label}]", where, advice)

    def fence(self, token: Token) -> Fence | None:
        first, last = token.map or [0, 1]
        where = self.line_where(first)
        info = token.info.strip()
        typed = kind = info.split()[0] if info else ""
        if not self.is_closed(token, first, last):
            advice = f"write  {token.markup}  on a line of its own after the last line of the block"
            self.report("T018", "the block is never closed", where, advice)
            return None
        if kind not in FENCES:
            near = get_close_matches(typed.strip("{}.").lower(), FENCES, n=1, cutoff=0.5)
            advice = f"write it like this:  {token.markup}{near[0]}" if near else "the kinds are " + ", ".join(FENCES)
            message = f'"{typed}" is no kind of block' if typed else "a block without its kind"
            self.report("T019", message, where, advice)
            return None
        if info != typed:
            advice = f"write it like this:  {token.markup}{typed}\nand the rest on lines of their own"
            self.report(
                "T019", f'"{info[len(typed) :].strip()}" cannot stand beside the kind of a block', where, advice
            )
        end = self.starts[last] if last < len(self.starts) else len(self.passage.text)
        return Fence(kind, self.fence_body(token, first), self.span_where(first, end))

    def is_closed(self, token: Token, first: int, last: int) -> bool:
        final = self.lines[last - 1].strip()
        return last - first >= 2 and final.startswith(token.markup) and not final.strip(token.markup[0])

    def fence_body(self, token: Token, first: int) -> Passage:
        """What stands between the fences, without the indentation of a list they stand in."""
        starts: list[int] = []
        for number, line in enumerate(token.content.split("\n"), first + 1):
            typed = self.lines[min(number, len(self.lines) - 1)]
            column = len(typed) - len(line) if line and typed.endswith(line) else 0
            starts.append(self.origins[min(number, len(self.origins) - 1)] + column)
        return Passage(self.passage.file, token.content, tuple(starts), self.passage.exact)


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": True, "maxNesting": _MAX_NESTING})
    markdown.block.ruler.enable(list(_BLOCK_RULES))
    markdown.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": ["paragraph", "reference"]})
    return markdown


_MARKDOWN = _markdown()

"""The slips people make in YAML, one recogniser each: a line that cannot be read, and the line as it should be.

A recogniser looks at one line and proposes how it was meant. The reader tries the proposal and believes it only where
the file can then be read further than before, so a recogniser may be generous.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

ODD_SPACES = "\u00a0\u2007\u2009\u202f\u3000\ufeff"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000\ufeff"
_ODD = re.compile(
    rf"[ ]*[{_SPACES}][\s{_SPACES}]*"  # in the indentation
    rf"|\s*(?:-\s*)?[{_SPACES}]+"  # after a dash
    rf"|[^:#]*:[ ]*[{_SPACES}]+"  # after a colon
)
_SIGNS = "{[@%`&*!|>?,]}#"
_ENTRY = re.compile(
    r"""(?P<lead>[ ]*(?:-[ ]+)*)
        (?:(?P<key>"[^"]*"|'[^']*'|(?!-[ ])[^\s"'{\[#:][^:#]*?)[ ]*:(?:[ ]+|$))?
        (?P<value>.*?)
        (?P<comment>(?:(?<=\s)|^)\#\ .*|)$""",
    re.VERBOSE,
)
_LONGEST_SHOWN = 200
_QUOTES = {"“": "”", "„": "“", "‘": "’", "«": "»", "”": "”", "’": "’"}
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?$")


class Slip(Struct, frozen=True):
    """What is wrong at `column` (from 0) of `line` (from 0); `mended` holds each line to be written otherwise."""

    code: str
    message: str
    line: int
    column: int
    length: int
    mended: dict[int, str]
    notes: tuple[str, ...] = ()
    advice: str = ""  # in the place of the mended line, where that would show nothing

    @property
    def help(self) -> str:
        """The line as it should be."""
        line = self.mended[self.line].strip()
        if len(line) > _LONGEST_SHOWN:
            line = f"{line[: _LONGEST_SHOWN - 30]} … {line[-30:]}"
        return self.advice or f"write it like this:  {line}"


class Line(Struct, frozen=True):
    """Line `number` (from 0) of `lines`, taken apart: what leads it (indentation, dashes), its key, its value."""

    lines: Sequence[str]
    number: int
    lead: str
    key: str
    value: str
    column: int  # of the value
    comment: str

    @property
    def text(self) -> str:
        return self.lines[self.number]

    def with_value(self, value: str) -> dict[int, str]:
        """The line with another value; its key and its comment stay."""
        after = "   " + self.comment if self.comment else ""
        return {self.number: self.text[: self.column] + value + after}

    def slip(self, code: str, message: str, mended: dict[int, str], *notes: str, length: int = 0) -> Slip:
        """A slip in the value of this line."""
        return Slip(code, message, self.number, self.column, length or len(self.value) or 1, mended, notes)


def line_at(lines: Sequence[str], number: int) -> Line:
    """Line `number` (from 0) of `lines`, taken apart."""
    found = _ENTRY.match(lines[number])
    if found is None:  # a carriage return or another odd character in the middle
        return Line(lines, number, "", "", lines[number].strip(), 0, "")
    value = found["value"].rstrip()
    return Line(lines, number, found["lead"], found["key"] or "", value, found.start("value"), found["comment"])


def quoted(text: str) -> str:
    """`text` as a quoted YAML value, in the quotation marks that need no other change."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _indent_of(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def tabs(line: Line) -> Iterator[Slip]:
    """Indentation by tabs; every such line of the file is mended at once."""
    if "\t" not in _indent_of(line.text):
        return
    mended = {
        number: _indent_of(text).replace("\t", "  ") + text.lstrip()
        for number, text in enumerate(line.lines)
        if "\t" in _indent_of(text) and text.strip()
    }
    others = len(mended) - 1
    note = (f"{others} more {'line starts' if others == 1 else 'lines start'} with a tab",) if others > 0 else ()
    message = "the line is indented with a tab; YAML reads spaces only"
    advice = "write two spaces where each tab stands"
    yield Slip("P004", message, line.number, 0, len(_indent_of(line.text)), mended, note, advice)


def odd_spaces(line: Line) -> Iterator[Slip]:
    """Non-breaking spaces where the structure of the file needs plain ones; they look the same on the screen."""
    found = _ODD.match(line.text)
    if not found:
        return
    odd = re.search(rf"[{_SPACES}]+", line.text)
    column, length = (odd.start(), odd.end() - odd.start()) if odd else (0, 1)
    plain = re.sub(rf"[{_SPACES}]", " ", found[0]) + line.text[found.end() :]
    message = "a non-breaking space stands where a plain space belongs"
    note = "the two look alike; word processors and web pages put the other one in"
    yield Slip("P018", message, line.number, column, length, {line.number: plain}, (note,))


def curly_quotes(line: Line) -> Iterator[Slip]:
    """Typographic quotation marks around a value: YAML takes them for part of the text."""
    value = line.value
    if len(value) > 1 and value[0] in _QUOTES and value[-1] in (_QUOTES[value[0]], '"', "'"):
        message = f"{value[0]}…{value[-1]} are curly quotation marks; YAML needs straight ones around a value"
        yield line.slip("P009", message, line.with_value(quoted(value[1:-1])))


def open_quote(line: Line) -> Iterator[Slip]:
    """A quotation mark that is not closed on its line, or closed too early by another one inside the text."""
    value = line.value
    if value[:1] not in ("'", '"') or value == "'" or value == '"':
        return
    mark = value[0]
    inside = r"'(?:[^']|'')*'" if mark == "'" else r'"(?:[^"\\]|\\.)*"'
    closed = re.match(inside, value)
    if not closed:
        if mark == '"' and value.endswith('"'):  # a backslash hides the closing mark
            yield line.slip("P011", "a backslash has a meaning of its own here", line.with_value(quoted(value[1:-1])))
        yield line.slip("P010", f"the quotation mark {mark} is never closed", line.with_value(value + mark), length=1)
    elif closed.end() < len(value):
        whole = quoted(value[1:-1]) if value.endswith(mark) else quoted(value)
        message = f"the quotation marks {mark} end here, and more text follows"
        column = line.column + closed.end() - 1
        yield Slip("P011", message, line.number, column, 1, line.with_value(whole))
    elif mark == '"' and "\\" in value:
        message = "a backslash in straight double quotation marks has a meaning of its own"
        yield line.slip("P011", message, line.with_value(quoted(value[1:-1])))


def open_bracket(line: Line) -> Iterator[Slip]:
    """`each: [place, year`: a list in brackets, or a group in braces, that is never closed."""
    closing = {"[": "]", "{": "}"}.get(line.value[:1])
    if closing and closing not in line.value:
        message = f'the "{line.value[0]}" is never closed'
        yield line.slip("P010", message, line.with_value(line.value + closing), length=1)


def starting_sign(line: Line) -> Iterator[Slip]:
    """A value that starts with a sign YAML reads as its own: `{offences} in Wales`, `[x](claim:y)`, `@name`, `*`."""
    value = line.value
    if not value or value[0] not in _SIGNS or _BLOCK.match(value):
        return
    message = f'the text starts with "{value[0]}", which YAML reads as a sign of its own'
    yield line.slip("P005", message, line.with_value(quoted(value)))


def starting_sign_of_key(line: Line) -> Iterator[Slip]:
    """A key that starts with such a sign: `*: withheld`, `[x]: not available`."""
    found = re.match(r"([ ]*(?:- +)*)([*&!%@`\[{|>?,\]}][^:\"']*?)[ ]*:(?=[ ]|$)", line.text)
    if found:
        key = found[2]
        message = f'the key starts with "{key[0]}", which YAML reads as a sign of its own'
        mended = {line.number: f"{found[1]}{quoted(key)}:{line.text[found.end() :]}"}
        yield Slip("P005", message, line.number, found.start(2), len(key), mended)


def colon_in_text(line: Line) -> Iterator[Slip]:
    """A colon and a space inside a value: `title: Wales: what next`."""
    value = line.value
    if not line.key or value[:1] in ("'", '"') or _BLOCK.match(value):
        return
    found = re.search(r":(?=\s|$)", value)
    if found:
        message = "a colon followed by a space cannot stand in text without quotation marks"
        column = line.column + found.start()
        yield Slip("P006", message, line.number, column, 1, line.with_value(quoted(value)))


def no_space_after_colon(line: Line) -> Iterator[Slip]:
    """`title:Foo`."""
    found = re.match(r"([ ]*(?:- +)*)([^\W\d][\w-]*):(?!//)([^\s:].*)$", line.text)
    if found and found[2].lower() not in {"http", "https", "mailto", "tel"}:
        message = f'no space after the colon of "{found[2]}"'
        mended = {line.number: f"{found[1]}{found[2]}: {found[3]}"}
        yield Slip("P007", message, line.number, found.end(2), 1, mended)


def list_dash(line: Line) -> Iterator[Slip]:
    """A list item whose dash is no hyphen with a space: `-item`, `– item`, `• item`, `* item`."""
    found = re.match(r"([ ]*)(-(?=[^\s-])|[–—−‐‑•·▪◦*](?=\s)|[•·▪◦–—](?=\S))\s*(\S.*)$", line.text)
    if found:
        wrong = "no space after the dash of a list item" if found[2] == "-" else f'"{found[2]}" is no dash of a list'
        mended = {line.number: f"{found[1]}- {found[3]}"}
        yield Slip("P008", wrong, line.number, found.start(2), 1, mended)


def list_beside_key(line: Line) -> Iterator[Slip]:
    """`sections: - cover`: a list that starts on the line of its key."""
    found = re.match(r"([ ]*)([^\s:#]+):[ ]+-[ ]+(.*)$", line.text)
    if found:
        item = found[3].strip()
        item = quoted(item) if re.search(r"[,\[\]{}:]", item) else item
        note = "or put each item on a line of its own under the key, after a dash and a space"
        message = "a list cannot start on the line of its key"
        mended = {line.number: f"{found[1]}{found[2]}: [{item}]"}
        yield Slip("P012", message, line.number, line.column, len(line.value), mended, (note,))


def equals_sign(line: Line) -> Iterator[Slip]:
    """`title = Foo`."""
    found = re.match(r"([ ]*(?:- +)*)([^\W\d][\w-]*)\s*=\s*(.*)$", line.text)
    if found:
        mended = {line.number: f"{found[1]}{found[2]}: {found[3]}".rstrip()}
        column = line.text.index("=")
        yield Slip("P019", f'"{found[2]}" is followed by "=" instead of a colon', line.number, column, 1, mended)


def no_colon(line: Line) -> Iterator[Slip]:
    """`title Foo`: a key without its colon."""
    found = re.match(r"([ ]*(?:- +)*)([^\W\d][\w-]*)(?:[ ]+([^\s:].*))?$", line.text)
    if found and not re.search(r":(?=\s|$)", line.text):
        mended = {line.number: f"{found[1]}{found[2]}: {found[3] or ''}".rstrip()}
        message = f'no colon after "{found[2]}"'
        yield Slip("P019", message, line.number, found.start(2), len(found[2]), mended)


def indentation(line: Line) -> Iterator[Slip]:
    """A line that starts to the left or right of those it belongs with; the nearest places are tried first."""
    here = len(_indent_of(line.text))
    places: set[int] = set()
    bound = 10**9
    for number in range(line.number - 1, max(-1, line.number - 200), -1):
        text = line.lines[number]
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        indent = len(_indent_of(text))
        if indent < bound:
            bound = indent
            places.add(indent)
            if text.lstrip().startswith("- "):
                places.add(indent + 2)
    for place in sorted(places - {here}, key=lambda at: (abs(at - here), at)):
        side = "right" if here > place else "left"
        message = f"the line starts {_spaces(abs(here - place))} too far to the {side}"
        note = "lines that belong together start under one another"
        advice = f"start the line after {_spaces(place)}" if place else "start the line at the very left"
        mended = {line.number: " " * place + line.text.lstrip()}
        yield Slip("P012", message, line.number, 0, max(here, 1), mended, (note,), advice)


def words_under_bar(line: Line) -> Iterator[Slip]:
    """Words after `ask: |` that start no further to the right than their key."""
    head = line_at(line.lines, line.number - 1) if line.number else None
    if head is None or not head.key or not _BLOCK.match(head.value):
        return
    place = len(_indent_of(head.text)) + 2
    mended = {}
    for number in range(line.number, len(line.lines)):
        text = line.lines[number]
        if not text.strip() or len(_indent_of(text)) >= place or line_at(line.lines, number).key:
            break
        mended[number] = " " * place + text.strip()
    if mended:
        message = f'the words of "{head.key}" do not start to the right of it'
        advice = f"start each line of them after {_spaces(place)}"
        yield Slip("P012", message, line.number, 0, len(line.text), mended, (), advice)


def _spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"


Recogniser = Callable[[Line], Iterator[Slip]]

PRECISE: tuple[Recogniser, ...] = (
    tabs,
    odd_spaces,
    curly_quotes,
    open_quote,
    list_dash,
    starting_sign_of_key,
    open_bracket,
    starting_sign,
    colon_in_text,
    no_space_after_colon,
    list_beside_key,
    equals_sign,
)
VAGUE: tuple[Recogniser, ...] = (words_under_bar, indentation, no_colon)
"""Tried only where no precise one makes the file readable."""

CONTINUED: tuple[Recogniser, ...] = (odd_spaces, list_dash, no_space_after_colon)
"""Slips that YAML reads without complaint, as more text of the line above."""

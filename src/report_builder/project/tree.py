"""The tree of a YAML text, built in a loop from libyaml's events, with a mark for every value."""

from __future__ import annotations

import re
from typing import Any

import yaml
from msgspec import Struct, field
from yaml import CSafeLoader

from report_builder.problems import KeyPath, Problem, Where, problem
from report_builder.problems.locate import Mark
from report_builder.project.parsed import Data, Scalar, Sheet
from report_builder.project.slips import (
    CONTINUED,
    ODD_SPACES,
    Line,
    Slip,
    curly_quotes,
    line_at,
    quoted,
    starting_sign,
    starting_sign_of_key,
)

MAX_NODES = 50_000
MAX_DEPTH = 40
_TOO_DEEP = f"is nested more than {MAX_DEPTH} deep"
LONGEST_LINE = 2000  # characters of the longest line that is looked at for slips

_PLAIN_WORDS = {
    "mapping values are not allowed in this context": "a colon stands where no new key can start",
    "did not find expected key": "this line does not fit the ones above it",
    "could not find expected ':'": "a key without its colon",
    "found character that cannot start any token": "this sign cannot start a value",
    "did not find expected ',' or ']'": "a list in square brackets is not closed, or lacks a comma",
    "did not find expected ',' or '}'": "a group in braces is not closed, or lacks a comma",
    "found unexpected end of stream": "a quotation mark is never closed",
    "did not find expected '-' indicator": "this line does not belong to the list above it",
    "block sequence entries are not allowed in this context": "a list cannot start here",
    "did not find expected node content": "a value is missing here, or starts with a sign of YAML's own",
    "found unknown escape character": "a backslash in double quotation marks has a meaning of its own",
}


class _Stop(Exception):
    """Reading cannot go on."""

    def __init__(self, at: int, found: Problem | None = None) -> None:
        super().__init__()
        self.at = at
        self.found = found


class _Group(Struct):
    """A mapping or list that is being read."""

    value: dict[str, Data] | list[Data]
    path: KeyPath
    start: int
    flow: bool
    key: str | None = None
    key_span: tuple[int, int] = (0, 0)  # of the key whose value comes next
    own_key_span: tuple[int, int] = (0, 0)
    seen: dict[str, int] = field(default_factory=dict)  # where each key stands


class Reading(Struct):
    """One run over the events of a text.

    `silent_slips` were read without complaint but are most likely not what was meant. `stop` is the problem that ended
    the reading, `error_at` the character of the sheet it stands at. Marks are offsets in the file, scalars in the
    sheet.
    """

    sheet: Sheet
    data: Data = None
    marks: dict[KeyPath, Mark] = field(default_factory=dict)
    scalars: dict[KeyPath, Scalar] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    silent_slips: list[Slip] = field(default_factory=list)
    stop: Problem | None = None
    error_at: int | None = None
    failed: bool = False
    groups: list[_Group] = field(default_factory=list)
    documents: int = 0

    def report(self, code: str, message: str, start: int, end: int, *notes: str, help: str = "") -> None:
        self.problems.append(problem(code, message, self.place(start, end), *notes, help=help))

    def place(self, start: int, end: int) -> Where:
        at = self.sheet.offset(start)
        return Where(self.sheet.passage.file, at, max(0, self.sheet.offset(end) - at))

    def line(self, at: int) -> Line:
        """The line that holds character `at`, taken apart."""
        return line_at(self.sheet.lines, self.sheet.line_number(at))


def read(sheet: Sheet) -> Reading:
    """The text of a sheet read as far as it goes. Never raises; `failed` says that it does not go to the end."""
    reading = Reading(sheet)
    try:
        for count, event in enumerate(yaml.parse(sheet.text, CSafeLoader)):
            if count > 2 * MAX_NODES:
                raise _stopped(reading, event, f"holds more than {MAX_NODES:,} values")
            _take(reading, event)
    except _Stop as stop:
        reading.failed, reading.stop, reading.error_at = True, stop.found, stop.at
    except yaml.MarkedYAMLError as error:
        reading.failed, reading.error_at = True, _error_at(error, sheet)
        reading.stop = _in_plain_words(reading, error)
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        reading.failed = True
        reading.stop = problem("P003", "the text cannot be read as YAML", reading.place(0, 0), str(error))
    return reading


def _error_at(error: yaml.MarkedYAMLError, sheet: Sheet) -> int:
    quoted_scalar = error.context and "quoted scalar" in error.context
    mark = error.context_mark if quoted_scalar and error.context_mark else error.problem_mark or error.context_mark
    return min(mark.index, len(sheet.text)) if mark else 0


def _in_plain_words(reading: Reading, error: yaml.MarkedYAMLError) -> Problem:
    at = _error_at(error, reading.sheet)
    if "maximum nesting depth" in (error.problem or ""):  # libyaml from 0.2.6 on gives up before we have counted
        return _too_big(reading, _first_too_deep(reading, at), _TOO_DEEP)
    message = _PLAIN_WORDS.get(error.problem or "", error.problem or "the text cannot be read as YAML")
    note = "the reader stopped here; what is wrong may stand in this line or just above it"
    advice = "compare the line with its neighbours: the spaces at its start, its colon, its quotation marks"
    return problem("P003", message, reading.place(at, at + 1), note, help=advice)


def _first_too_deep(reading: Reading, at: int) -> int:
    """Where brackets before `at` first stand deeper than we read them; `at` where they do not."""
    depth = 1  # the mapping that every project file is
    for index, character in enumerate(reading.sheet.text[:at]):
        depth += (character in "[{") - (character in "]}")
        if depth > MAX_DEPTH:
            return index
    return at


def _stopped(reading: Reading, event: Any, what: str) -> _Stop:
    at = event.start_mark.index
    return _Stop(at, _too_big(reading, at, what))


def _too_big(reading: Reading, at: int, what: str) -> Problem:
    advice = "split the file, or move tables of data to a CSV or Excel file in data/"
    return problem("P002", f"the text {what}", reading.place(at, at + 1), help=advice)


def _take(reading: Reading, event: yaml.Event) -> None:
    """One event of libyaml put where it belongs in the tree."""
    if isinstance(event, yaml.ScalarEvent):
        _take_scalar(reading, event)
    elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
        _open(reading, event)
    elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
        _close(reading, event)
    elif isinstance(event, yaml.AliasEvent):
        _take_alias(reading, event)
    elif isinstance(event, yaml.DocumentStartEvent):
        _start_document(reading, event)


def _take_alias(reading: Reading, event: Any) -> None:
    """An alias is refused; what was typed stands in its place."""
    start, end = event.start_mark.index, event.end_mark.index
    _refuse(reading, start, end, f'"*{event.anchor}" refers to another value')
    group = reading.groups[-1] if reading.groups else None
    if group is not None and isinstance(group.value, dict) and group.key is None:
        group.key, group.key_span = f"*{event.anchor}", (start, end)
    else:
        _put(reading, f"*{event.anchor}", start, end)


def _start_document(reading: Reading, event: Any) -> None:
    reading.documents += 1
    if reading.documents > 1:
        start, end = event.start_mark.index, event.end_mark.index
        advice = "take the line out, or move what follows it to a file of its own"
        raise _Stop(start, problem("P015", "a second document starts here", reading.place(start, end), help=advice))


def _refuse(reading: Reading, start: int, end: int, message: str) -> None:
    """An anchor, alias or tag: a sign that most often was meant as text."""
    slip = next(starting_sign(reading.line(start)), None)
    advice = f"if it is meant as text, {slip.help}" if slip else "write the value out, without the sign"
    reading.report("P014", message, start, end, help=advice)


def _check_signs(reading: Reading, event: Any) -> None:
    start = event.start_mark.index
    if event.anchor is not None:
        _refuse(reading, start, start + 1 + len(event.anchor), f'"&{event.anchor}" gives the value a name')
    if event.tag is not None:
        _refuse(reading, start, start + 1, '"!" gives the value a type')


def _open(reading: Reading, event: Any) -> None:
    _check_signs(reading, event)
    at = event.start_mark.index
    if len(reading.groups) >= MAX_DEPTH:
        raise _stopped(reading, event, _TOO_DEEP)
    value: dict[str, Data] | list[Data] = {} if isinstance(event, yaml.MappingStartEvent) else []
    path, key_span = _path(reading, at)
    reading.groups.append(_Group(value, path, at, bool(event.flow_style), own_key_span=key_span))


def _path(reading: Reading, at: int) -> tuple[KeyPath, tuple[int, int]]:
    """The key path of the value that starts here, and the span of its key."""
    if not reading.groups:
        return (), (at, at)
    group = reading.groups[-1]
    if isinstance(group.value, list):
        return (*group.path, len(group.value)), (at, at)
    if group.key is None:
        reading.silent_slips += list(starting_sign_of_key(reading.line(at)))[:1]
        advice = "if the brackets are part of the name, put the whole key in quotation marks"
        raise _Stop(at, problem("P016", "a key that is no plain text", reading.place(at, at + 1), help=advice))
    return (*group.path, group.key), group.key_span


def _close(reading: Reading, event: Any) -> None:
    group = reading.groups.pop()
    end = event.end_mark.index if group.flow else _last_character(reading.sheet.text, group.start, event.end_mark.index)
    _check_braces(reading, group, end)
    _attach(reading, group.path, group.value, group.own_key_span, group.start, end)


def _last_character(text: str, start: int, end: int) -> int:
    """The end of a block group without the line ends, spaces and comments libyaml counts into it."""
    return start + len(text[start:end].rstrip())


def _check_braces(reading: Reading, group: _Group, end: int) -> None:
    """`title: {offences}`: YAML reads a group of one key without a value."""
    if group.flow and isinstance(group.value, dict) and group.value and all(v is None for v in group.value.values()):
        if ":" in reading.sheet.text[group.start : end]:
            return
        line = reading.line(group.start)
        if line.column == group.start - reading.sheet.starts[line.number]:
            reading.silent_slips += list(starting_sign(line))[:1]


def _take_scalar(reading: Reading, event: Any) -> None:
    start, end = event.start_mark.index, event.end_mark.index
    group = reading.groups[-1] if reading.groups else None
    if group is not None and isinstance(group.value, dict) and group.key is None:
        _take_key(reading, group, event)
        return
    _check_signs(reading, event)
    style = event.style or ""
    value: str | None = event.value
    if not style and event.value == "" and event.tag is None:
        value = None
        _check_comment(reading, end)
    elif not style:
        _check_plain(reading, start, end)
    if style in ("|", ">"):
        end = _last_character(reading.sheet.text, start, end)
    path, _ = _path(reading, start)
    if value is not None:
        reading.scalars[path] = Scalar(start, end, style, value)
    _put(reading, value, start, end)


def _take_key(reading: Reading, group: _Group, event: Any) -> None:
    start, end = event.start_mark.index, event.end_mark.index
    _check_signs(reading, event)
    key = event.value
    if not key:
        reading.report("P016", "a colon without a key before it", start, start + 1, help="write the key's name")
    if key.strip(ODD_SPACES) != key:
        message = "a non-breaking space stands beside the key, where a plain space belongs"
        reading.report(
            "P018", message, start, end, help="delete the spaces at the start of the line and type them again"
        )
    if isinstance(group.value, dict) and key in group.value:
        above = reading.sheet.line_number(start) - reading.sheet.line_number(group.seen[key])
        note = f"it was given a value before, {above} {'line' if above == 1 else 'lines'} above"
        advice = "keep one of the two; if they are different things, give one another name"
        reading.report("P013", f'the key "{key}" is given twice', start, end, *([note] if above else []), help=advice)
    group.seen[key] = start
    group.key, group.key_span = key, (start, end)


def _put(reading: Reading, value: Data, start: int, end: int) -> None:
    path, key_span = _path(reading, start)
    _attach(reading, path, value, key_span, start, end)


def _attach(reading: Reading, path: KeyPath, value: Data, key_span: tuple[int, int], start: int, end: int) -> None:
    offset = reading.sheet.offset
    reading.marks[path] = Mark(offset(key_span[0]), offset(key_span[1]), offset(start), offset(end))
    if not reading.groups:
        reading.data = value
        return
    group = reading.groups[-1]
    if isinstance(group.value, list):
        group.value.append(value)
    elif group.key is not None:
        group.value[group.key] = value
        group.key = None


def _check_comment(reading: Reading, at: int) -> None:
    """`primary: #ff0000`: everything from the # on is a comment to YAML, so the value is empty."""
    found = re.compile(r"[ \t]*(#[^\s#].*)").match(reading.sheet.text, at)
    if found and at and reading.sheet.text[at - 1] in ":-":
        line = reading.line(at)
        word = found[1].rstrip()
        message = f'"{word}" is read as a comment, so the value is empty'
        mended = {line.number: line.text[: found.start(1) - reading.sheet.starts[line.number]] + quoted(word)}
        column = found.start(1) - reading.sheet.starts[line.number]
        reading.silent_slips.append(Slip("P017", message, line.number, column, len(word), mended))


def _check_plain(reading: Reading, start: int, end: int) -> None:
    """Slips that YAML reads without complaint as part of a text without quotation marks."""
    text = reading.sheet.text
    if text[start] in "“„‘«”’":
        line = reading.line(start)
        for slip in curly_quotes(line):
            advice = f"{slip.help}\nor, to print the marks, in straight ones as well:  {quoted(line.value)}"
            where = reading.place(start, end)
            reading.problems.append(problem("P009", slip.message, where, help=advice))
    first, last = reading.sheet.line_number(start), reading.sheet.line_number(end)
    own_line = not text[max(reading.sheet.starts[first], start - LONGEST_LINE) : start].strip(" ")
    found = re.compile(r"[ \t]+(#[^\s#]\S*)").match(text, end)
    if found:
        message = f'the text ends before "{found[1]}": a # after a space starts a comment'
        advice = "put the whole text in quotation marks, or write a space after the # where a comment is meant"
        reading.report("P023", message, found.start(1), found.end(1), help=advice)
    if first != last or own_line or text[start] in "\u00a0\u202f\u2007":
        for number in range(first if own_line or first == last else first + 1, last + 1):
            if reading.sheet.lines[number].strip() and len(reading.sheet.lines[number]) <= LONGEST_LINE:
                line = line_at(reading.sheet.lines, number)
                reading.silent_slips += [slip for recogniser in CONTINUED for slip in recogniser(line)][:1]

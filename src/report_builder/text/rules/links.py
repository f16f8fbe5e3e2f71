"""`[words](target)` of every kind, footnote marks, pictures."""

from __future__ import annotations

import re

from report_builder.text.references import read_target
from report_builder.text.rules.state import State

_NOTE = re.compile(r"\[\^([^\s\[\]]+)\]")
_TARGET = re.compile(r"""\(((?:"[^"]*"|“[^”"]*[”"]|\([^()]*\)|[^()"“])*+)\)""")
_FAR_TARGET = re.compile(r"[ \t]*\n?[ \t]*(?=\((?:claim|plain|lang)\b)", re.IGNORECASE)
_OPEN_TARGET = re.compile(
    r"\(((?:claim|lang):[^\s()]*(?:\s*\"or phrase\")?|plain\s+\"[^\"\n]*\"|https?://[^\s()]*)", re.IGNORECASE
)


def note(state: State, silent: bool) -> bool:
    found = _NOTE.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "[" else None
    if not found:
        return False
    if not silent:
        state.add("note", state.pos, found.end(), label=found[1])
    state.pos = found.end()
    return True


def link(state: State, silent: bool) -> bool:
    src, at = state.src, state.pos
    if src[at] != "[":
        return False
    label_end = state.md.helpers.parseLinkLabel(state, at)
    if label_end < 0:
        return False
    found = _TARGET.match(src, label_end + 1, state.posMax)
    gap = _FAR_TARGET.match(src, label_end + 1, state.posMax) if not found else None
    if gap:
        found = _TARGET.match(src, gap.end(), state.posMax)
    if not found:
        return _open_link(state, silent, label_end)
    if not silent:
        read = read_target(found[1])
        start = found.start(1)
        if gap:
            message = "a space stands between the words and their target"
            state.slip("T006", message, label_end, found.end(), f"]({read.mended or found[1].strip()})")
        if read.code:
            state.slip(read.code, read.message, start, found.end(1), read.mended or None, read.help)
        if not src[at + 1 : label_end].strip():
            state.slip("T008", "no words stand between the square brackets", at, found.end(), help="write the words")
        _add_link(state, label_end, found.end(), read.target)
    state.pos = found.end()
    return True


def _open_link(state: State, silent: bool, label_end: int) -> bool:
    """`[words](claim:growth`: the target is never closed. Square brackets without a target are just printed."""
    found = _OPEN_TARGET.match(state.src, label_end + 1, state.posMax)
    if not found:
        return False
    if not silent:
        state.slip("T010", "the bracket is never closed", label_end + 1, found.end(), f"{found[0]})")
        _add_link(state, label_end, found.end(), read_target(found[1]).target)
    state.pos = found.end()
    return True


def _add_link(state: State, label_end: int, end: int, target: object) -> None:
    """The words of the label between two tokens that hold the target."""
    at, maximum = state.pos, state.posMax
    state.pos, state.posMax = at + 1, label_end
    state.add("link_open", at, at + 1, nesting=1, target=target)
    state.linkLevel += 1
    state.md.inline.tokenize(state)
    state.linkLevel -= 1
    state.add("link_close", label_end, end, nesting=-1)
    state.posMax = maximum


def picture(state: State, silent: bool) -> bool:
    at = state.pos
    if not state.src.startswith("![", at):
        return False
    label_end = state.md.helpers.parseLinkLabel(state, at + 1)
    found = _TARGET.match(state.src, label_end + 1, state.posMax) if label_end >= 0 else None
    if not found:
        return False
    if not silent:
        advice = "show it with a ```picture block, which has alt text, credit and consent; draw facts with ```chart"
        state.slip("T012", "a picture cannot stand in the text", at, found.end(), help=advice)
    state.pos = found.end()
    return True

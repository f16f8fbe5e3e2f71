"""Plain text, line ends, escapes, entities, the signs of emphasis, and program code, which is refused."""

from __future__ import annotations

import html
import re

from markdown_it.rules_inline.state_inline import Delimiter

from report_builder.text.rules.state import State

_RUN = re.compile(r"[^\\\r\n`*_\[\]!<{}&]+")
_LINE_END = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_TICKS = re.compile(r"`+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(`+)([^`]|[^`].*?[^`])\1(?!`)", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def text(state: State, silent: bool) -> bool:
    found = _RUN.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        at_line_end = state.src[found.end() : found.end() + 1] in ("", "\r", "\n")
        state.add("text", state.pos, found.end(), found[0].rstrip(" \t") if at_line_end else found[0])
    state.pos = found.end()
    return True


def newline(state: State, silent: bool) -> bool:
    found = _LINE_END.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.add("softbreak", state.pos, found.end())
    state.pos = found.end()
    return True


def escape(state: State, silent: bool) -> bool:
    if state.src[state.pos] != "\\":
        return False
    found = _ESCAPE.match(state.src, state.pos, state.posMax)
    end = found.end() if found else state.pos + 1
    if not silent:
        hard_break = state.src[end : end + 1] in ("\n", "\r")
        state.add("literal", state.pos, end, found[1] if found else "" if hard_break else "\\")
    state.pos = end
    return True


def code(state: State, silent: bool) -> bool:
    ticks = _TICKS.match(state.src, state.pos, state.posMax)
    if not ticks:
        return False
    found = _CODE.match(state.src, state.pos, state.posMax)
    end = (found or ticks).end()
    if not silent:
        words = found[2] if found else state.src[state.pos : end]
        state.add("literal", state.pos, end, words)
        if found:
            message = "backticks mark program code, which a report has none of"
            state.slip("T016", message, state.pos, end, f"*{words.strip()}*")
    state.pos = end
    return True


def emphasis(state: State, silent: bool) -> bool:
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    for number in range(scanned.length):
        state.add("text", state.pos + number, state.pos + number + 1, marker)
        token = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), scanned.length, token, -1, scanned.can_open, scanned.can_close))
    state.pos += scanned.length
    return True


def entity(state: State, silent: bool) -> bool:
    found = _ENTITY.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "&" else None
    if not found or html.unescape(found[0]) == found[0]:
        return False
    if not silent:
        state.add("literal", state.pos, found.end(), html.unescape(found[0]))
    state.pos = found.end()
    return True


def anything(state: State, silent: bool) -> bool:
    """A sign that no rule wanted is text."""
    if not silent:
        state.add("text", state.pos, state.pos + 1, state.src[state.pos])
    state.pos += 1
    return True

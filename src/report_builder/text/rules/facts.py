"""Facts in braces, and the ways people miss them: wrong separators, doubled or single braces, mail merge signs."""

from __future__ import annotations

import re

from report_builder.text.references import FACT, fact_of, mended_fact, mended_fact_start
from report_builder.text.rules.state import State

_BRACES = re.compile(r"\{++[^{}]*+\}+")


def fact(state: State, silent: bool) -> bool:
    src, at = state.src, state.pos
    if src[at] not in "{}":
        return False
    if src[at] == "}":
        return _stray_brace(state, silent)
    found = FACT.match(src, at, state.posMax)
    if found:
        if not silent:
            state.add("fact", at, found.end(), fact=fact_of(found))
        state.pos = found.end()
        return True
    closed = _BRACES.match(src, at, state.posMax)
    if closed:
        _slipped_fact(state, silent, closed.end())
    else:
        _open_fact(state, silent)
    return True


def _slipped_fact(state: State, silent: bool, end: int) -> None:
    """`{offences|words}`, `{{offences}}`: closed, but no fact."""
    at, typed = state.pos, state.src[state.pos : end]
    mended = mended_fact(typed)
    if not silent:
        message = f'"{" ".join(typed.split())}" is not the form of a fact'
        advice = "" if mended else "a fact is written {name}, {name[place, year]}, {name.part} or {name:form}"
        state.slip("T002", message, at, end, mended or None, advice or "")
        _add_fact(state, at, end, mended or typed)
    state.pos = end


def _open_fact(state: State, silent: bool) -> None:
    """`{offences in Wales`: never closed."""
    at = state.pos
    mended, end = mended_fact_start(state.src[: state.posMax], at)
    if not silent:
        advice = "" if mended else "write a backslash before a brace that is meant to be printed:  \\{"
        state.slip("T001", "the brace is never closed", at, at + 1 if not mended else end, mended or None, advice)
        _add_fact(state, at, end, mended or "{")
    state.pos = end


def _add_fact(state: State, at: int, end: int, written: str) -> None:
    found = FACT.fullmatch(written)
    if found:
        state.add("fact", at, end, fact=fact_of(found))
    else:
        state.add("literal", at, end, written)


def _stray_brace(state: State, silent: bool) -> bool:
    at = state.pos
    if not silent:
        word = re.search(r"[\w.:-]+(?:\[[^\[\]]*\])?[\w.:-]*\Z", state.src[max(0, at - 80) : at])
        start = at - len(word[0]) if word else at
        mended = "{" + word[0] + "}" if word and FACT.fullmatch("{" + word[0] + "}") else None
        advice = "" if mended else "write a backslash before a brace that is meant to be printed:  \\}"
        state.slip("T001", "the brace closes nothing", start if mended else at, at + 1, mended, advice)
        state.add("literal", at, at + 1, "}")
    state.pos = at + 1
    return True


def doubled_angle(state: State, silent: bool, found: re.Match[str]) -> None:
    """`<<offences>>`, as in a mail merge."""
    mended = mended_fact(found[0]) if found[0].endswith(">>") else ""
    end = found.end() if mended else state.pos + 2
    if not silent:
        advice = "" if mended else 'a fact is written {name}; for quotation marks write " at both ends'
        state.slip("T002", '"<<" has no meaning here', state.pos, end, mended or None, advice)
        _add_fact(state, state.pos, end, mended or "<<")
    state.pos = end

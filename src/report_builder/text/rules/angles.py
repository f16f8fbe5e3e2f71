"""What starts with <: an address, HTML, a mail merge."""

from __future__ import annotations

import re

from report_builder.text.rules.facts import doubled_angle
from report_builder.text.rules.state import State

_ANGLES = re.compile(r"<<+([^<>\n]*)(?:>>+)?")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_TAG = re.compile(r"<(?:!--.*?-->|/?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>)", re.DOTALL)
_INSTEAD = {
    "b": "**words**",
    "strong": "**words**",
    "i": "*words*",
    "em": "*words*",
    "a": "[words](https://example.org)",
    "br": "an empty line, which starts a new paragraph",
    "sup": "[^1], and below the text a line  [^1]: the note",
    "img": "a ```chart block",
    "table": "a ```table block",
}


def angle(state: State, silent: bool) -> bool:
    src, at = state.src, state.pos
    if src[at] != "<":
        return False
    doubled = _ANGLES.match(src, at, state.posMax)
    address = _ADDRESS.match(src, at, state.posMax)
    tag = _TAG.match(src, at, state.posMax)
    if doubled:
        doubled_angle(state, silent, doubled)
    elif address:
        if not silent:
            state.add("address", at, address.end(), address[1])
        state.pos = address.end()
    elif tag:
        if not silent and not tag[0].startswith("</"):
            what = "a comment of HTML" if tag[0].startswith("<!") else f'the HTML tag "{tag[0]}"'
            instead = _INSTEAD.get((tag[1] or "").lower())
            advice = f"write  {instead}" if instead else "take it out"
            state.slip("T011", f"{what} is not read", at, tag.end(), help=advice)
        state.pos = tag.end()
    else:
        return False
    return True

"""Markdown within a paragraph cut into tokens by markdown-it-py, with rules of our own that remember every offset.

Facts and targets come before emphasis, so that `{_x_}` stays one thing. Slips are noted, with the words as they should
be, and read as they were meant.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler
from markdown_it.rules_inline.balance_pairs import link_pairs
from markdown_it.rules_inline.emphasis import postProcess
from markdown_it.token import Token

from report_builder.text.rules.angles import angle
from report_builder.text.rules.facts import fact
from report_builder.text.rules.links import link, note, picture
from report_builder.text.rules.signs import anything, code, emphasis, entity, escape, newline, text
from report_builder.text.rules.state import InlineSlip, State

RULES = (
    ("text", text),
    ("newline", newline),
    ("escape", escape),
    ("fact", fact),
    ("code", code),
    ("emphasis", emphasis),
    ("note", note),
    ("link", link),
    ("picture", picture),
    ("angle", angle),
    ("entity", entity),
    ("anything", anything),
)


def tokens_of(words: str) -> tuple[list[Token], list[InlineSlip]]:
    """The tokens of one run of inline Markdown; each has `at` and `end` in its meta, offsets in `words`."""
    slips: list[InlineSlip] = []
    state = State(words, _MARKDOWN, {"slips": slips}, [])
    _MARKDOWN.inline.tokenize(state)
    link_pairs(state)
    postProcess(state)
    return state.tokens, slips


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"maxNesting": 60})
    markdown.inline.ruler = Ruler()
    for name, rule in RULES:
        markdown.inline.ruler.push(name, rule)  # type: ignore[arg-type]  # every state here is a State
    return markdown


_MARKDOWN = _markdown()

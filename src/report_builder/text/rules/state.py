"""The state that inline rules work on: markdown-it's, with a place for every token and a list of slips."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from msgspec import Struct


class InlineSlip(Struct, frozen=True):
    """What is wrong with `length` characters at `at`; `mended` takes their place in the line as it should be."""

    code: str
    message: str
    at: int
    length: int
    mended: str | None = None
    help: str = ""


class State(StateInline):
    """Inline state whose slips are collected in the environment."""

    def add(self, kind: str, at: int, end: int, content: str = "", nesting: int = 0, **meta: object) -> Token:
        """A token for the characters from `at` to `end`."""
        token = self.push(kind, "", nesting)  # type: ignore[arg-type]  # nesting is -1, 0 or 1
        token.content = content
        token.meta = {"at": at, "end": end, **meta}
        return token

    def slip(self, code: str, message: str, at: int, end: int, mended: str | None = None, help: str = "") -> None:
        self.env["slips"].append(InlineSlip(code, message, at, end - at, mended, help))

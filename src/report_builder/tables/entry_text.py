"""An entry of datasets.yml as text, with comments where a person has to decide."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

FILL_IN = "fill in"  # how the comment begins beside a key that a person must give a value
Value: TypeAlias = "str | list[str] | list[dict[str, Value]] | dict[str, Value] | None"
Path = tuple[str, ...]

_PLAIN = re.compile(r"[A-Za-z0-9£(][^\n\t\"#:{}\[\]|`]*")
_COLUMN = 34  # where comments begin


def as_yaml(id: str, entry: Mapping[str, Value], comments: Mapping[Path, str], above: Sequence[str] = ()) -> str:
    """The entry's text, with `above` it as comments, and a comment beside each key path that has one."""
    lines = [*(f"# {line}".rstrip() for line in above), f"{id}:", *_lines(entry, (), comments)]
    return "\n".join(lines) + "\n"


def _lines(entry: Mapping[str, Value], path: Path, comments: Mapping[Path, str]) -> Iterator[str]:
    indent = "  " * (len(path) + 1)
    for key, value in entry.items():
        here = (*path, key)
        typed = f"{indent}{_text(key)}:"
        if isinstance(value, str) and value:
            typed += f" {_text(value)}"
        elif value == []:
            typed += " []"
        comment = comments.get(here, "")
        yield f"{typed:<{_COLUMN}}  # {comment}" if comment else typed
        if isinstance(value, dict):
            yield from _lines(value, here, comments)
        elif isinstance(value, list):
            yield from _items(value, here, comments)


def _items(values: list[str] | list[dict[str, Value]], path: Path, comments: Mapping[Path, str]) -> Iterator[str]:
    indent = "  " * (len(path) + 1)
    for i, item in enumerate(values):
        if isinstance(item, dict):
            first, *rest = _lines(item, (*path, str(i)), comments)
            yield f"{indent}- {first.strip()}"
            yield from rest
        else:
            yield f"{indent}- {_text(str(item))}"


def _text(text: str) -> str:
    """The text as it may stand, in quotation marks where it could be taken for something else."""
    safe = _PLAIN.fullmatch(text) and text == text.strip()
    return text if safe else json.dumps(text, ensure_ascii=False)

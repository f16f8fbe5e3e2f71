"""Files of records that the tool writes itself, as YAML that people can read and `yaml` reads back as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_PLAIN_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*\Z")


class Row(dict[str, Any]):
    """A mapping that is written on one line."""


def as_yaml(records: Mapping[str, Any], head: str) -> bytes:
    """The records under a comment, what is empty left out.

    Every value is written as a JSON string, which YAML reads as itself; mappings within lists stand on one line.
    """
    return "\n".join((*(f"# {line}" for line in head.splitlines()), *_lines(records, ""), "")).encode()


def _lines(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in values.items():
        name = indent + (key if _PLAIN_KEY.match(key) else json.dumps(key, ensure_ascii=False))
        if isinstance(value, Row):
            yield f"{name}: {_row(value)}"
        elif isinstance(value, Mapping):
            if value:
                yield f"{name}:"
                yield from _lines(value, f"{indent}  ")
        elif isinstance(value, list | tuple):
            if value:
                yield f"{name}:"
                yield from (f"{indent}  - {_row(v) if isinstance(v, Mapping) else _text(v)}" for v in value)
        else:
            yield f"{name}: {_text(value)}"


def _row(value: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{key}: {_text(v)}" for key, v in value.items()) + "}"


def _text(value: object) -> str:
    return json.dumps(str(value), ensure_ascii=False)

"""A Drawing as JSON, for the cache on disk. Never pickle: a stranger's cache must not run anything."""

from __future__ import annotations

import json
from functools import lru_cache
from math import isfinite
from typing import Any

from report_builder.drawing import Drawing, Operation, Path, Shape, TextRun

_FORM = 1  # raise it when the form changes: what is of another form is drawn anew
_NUMBERS = {"m": 2, "l": 2, "c": 6, "h": 0}


def to_json(drawing: Drawing) -> bytes:
    """The drawing, the same bytes every time."""
    stored = [_FORM, drawing.width_pt, drawing.height_pt, [_stored(o) for o in drawing.operations]]
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


@lru_cache(maxsize=32)  # charts of the whole country come again in every edition
def from_json(data: bytes) -> Drawing | None:
    """The drawing that `to_json` stored; None for anything else, so that a damaged entry is only a miss."""
    try:
        form, width, height, operations = json.loads(data)
        if form != _FORM:
            return None
        return Drawing(_number(width), _number(height), tuple(_operation(*stored) for stored in operations))
    except (ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None


def _stored(operation: Operation) -> list[Any]:
    if isinstance(operation, TextRun):
        o = operation
        return ["t", o.x, o.y, o.text, o.face, o.size_pt, o.colour, o.angle]
    s = operation
    look = [s.fill, s.stroke, s.line_width, s.dash, s.dash_offset, s.cap, s.join, s.even_odd, s.opacity]
    return ["s", s.path, *look, s.clip]


def _operation(kind: str, *of: Any) -> Operation:
    if kind == "t":
        x, y, text, face, size, colour, angle = of
        return TextRun(_number(x), _number(y), _text(text), _text(face), _number(size), _colour(colour), _number(angle))
    if kind != "s":
        raise ValueError(kind)
    path, fill, stroke, width, dash, offset, cap, join, even_odd, opacity, clip = of
    return Shape(
        _path(path),
        None if fill is None else _colour(fill),
        None if stroke is None else _colour(stroke),
        _number(width),
        tuple(_number(d) for d in dash),
        _number(offset),
        (0, 1, 2)[int(_number(cap))],
        (0, 1, 2)[int(_number(join))],
        bool(even_odd),
        _number(opacity),
        None if clip is None else _path(clip),
    )


def _path(stored: list[list[Any]]) -> Path:
    if any(len(numbers) != _NUMBERS[kind] for kind, *numbers in stored):
        raise ValueError(stored)
    return tuple((kind, *map(_number, numbers)) for kind, *numbers in stored)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValueError(value)
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _colour(value: Any) -> str:
    if len(_text(value)) != 7 or value[0] != "#":
        raise ValueError(value)
    int(value[1:], 16)
    return _text(value)

"""Drawings as JSON, for the cache; and a chart as text, for its key."""

from __future__ import annotations

import json
from typing import Any

from report_builder.charts.chart import Chart
from report_builder.drawing import Drawing, Operation, Shape, TextRun


def chart_key(chart: Chart) -> str:
    """Everything a drawing of the chart depends on, as text."""
    return repr(chart)


def drawing_to_json(drawing: Drawing) -> bytes:
    """The drawing as UTF-8 JSON, the same bytes for the same drawing."""
    operations = [_operation(one) for one in drawing.operations]
    return json.dumps([drawing.width_pt, drawing.height_pt, operations], separators=(",", ":")).encode()


def drawing_from_json(data: bytes) -> Drawing | None:
    """The drawing of some JSON; None where it is not one."""
    try:
        width, height, operations = json.loads(data)
        return Drawing(float(width), float(height), tuple(_from(one) for one in operations))
    except (ValueError, TypeError, KeyError, IndexError):
        return None


def _operation(one: Operation) -> list[Any]:
    if isinstance(one, TextRun):
        return ["t", one.x, one.y, one.text, one.face, one.size_pt, one.colour, one.angle]
    return [
        "s", one.path, one.fill, one.stroke, one.line_width, one.dash, one.dash_offset, one.cap, one.join, one.even_odd,
        one.opacity, one.clip,
    ]  # fmt: skip


def _from(one: list[Any]) -> Operation:
    if one[0] == "t":
        return TextRun(*one[1:])
    _, path, fill, stroke, width, dash, offset, cap, join, even_odd, opacity, clip = one
    segments = tuple(tuple(s) for s in path)
    inside = tuple(tuple(s) for s in clip) if clip is not None else None
    return Shape(segments, fill, stroke, width, tuple(dash), offset, cap, join, even_odd, opacity, inside)

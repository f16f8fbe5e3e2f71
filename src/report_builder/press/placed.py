"""A drawing put into a larger one: moved, and larger or smaller."""

from __future__ import annotations

from msgspec.structs import replace

from report_builder.drawing import Drawing, Operation, Path, Segment, Shape


def placed(drawing: Drawing, x: float, y: float, scale: float = 1.0) -> tuple[Operation, ...]:
    """The drawing's operations with its bottom left corner at x, y, all lengths times `scale`."""
    return tuple(_moved(operation, x, y, scale) for operation in drawing.operations)


def _moved(operation: Operation, x: float, y: float, scale: float) -> Operation:
    if not isinstance(operation, Shape):
        at = (x + operation.x * scale, y + operation.y * scale)
        return replace(operation, x=at[0], y=at[1], size_pt=operation.size_pt * scale)
    return replace(
        operation,
        path=_path(operation.path, x, y, scale),
        clip=_path(operation.clip, x, y, scale) if operation.clip is not None else None,
        line_width=operation.line_width * scale,
        dash=tuple(length * scale for length in operation.dash),
        dash_offset=operation.dash_offset * scale,
    )


def _path(path: Path, x: float, y: float, scale: float) -> Path:
    return tuple(_segment(segment, x, y, scale) for segment in path)


def _segment(segment: Segment, x: float, y: float, scale: float) -> Segment:
    name, *numbers = segment
    return (name, *((y if at % 2 else x) + number * scale for at, number in enumerate(numbers)))

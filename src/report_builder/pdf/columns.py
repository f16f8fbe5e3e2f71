"""Shares the width of a table among its columns."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Need(Struct, frozen=True):
    """What a cell asks of the columns it spans: the width of its widest word and of all its words, in points.

    One of the `head` asks for the width of all its words last: headings are read once, and may take several lines.
    """

    column: int
    span: int
    least: float
    most: float
    head: bool = False


class Shared(Struct, frozen=True):
    """Widths in points, gaps left out; `short` names the columns that are narrower than their widest word."""

    widths: tuple[float, ...]
    short: tuple[int, ...] = ()


def share(needs: Sequence[Need], count: int, width: float, gap: float) -> Shared:
    """Widths of `count` columns that with `gap` between them fill at most `width` points.

    Every column gets its widest word; what is left goes to those that would still break lines, in proportion, those of
    the body before those of the head.
    """
    least, most = _asked(needs, count, gap)
    _, body = _asked([n for n in needs if not n.head], count, gap)
    room = width - gap * (count - 1)
    if sum(least) > room:
        return _cut(least, room)
    given = least
    for wanted in ([max(pair) for pair in zip(least, body, strict=True)], most):
        if sum(wanted) > room:
            wish = [high - low for low, high in zip(given, wanted, strict=True)]
            spare = (room - sum(given)) / sum(wish)
            return Shared(tuple(low + w * spare for low, w in zip(given, wish, strict=True)))
        given = wanted
    return Shared(tuple(given))


def _asked(needs: Sequence[Need], count: int, gap: float) -> tuple[list[float], list[float]]:
    """The least and the most that each column is asked for."""
    least, most = [0.0] * count, [0.0] * count
    for need in sorted(needs, key=lambda n: n.span):
        for column, (low, high) in _divided(need, least, most, gap):
            least[column], most[column] = max(least[column], low), max(most[column], high)
    return least, most


def _divided(need: Need, least: list[float], most: list[float], gap: float) -> list[tuple[int, tuple[float, float]]]:
    """What each column a cell spans has to grow to."""
    spanned = range(need.column, need.column + need.span)
    if need.span == 1:
        return [(need.column, (need.least, need.most))]
    gaps = gap * (need.span - 1)
    low = max(0.0, need.least - gaps - sum(least[c] for c in spanned)) / need.span
    high = max(0.0, need.most - gaps - sum(most[c] for c in spanned)) / need.span
    return [(c, (least[c] + low, most[c] + high)) for c in spanned]


def _cut(least: list[float], room: float) -> Shared:
    """Takes what is missing from the widest columns, down to one common width."""
    low, high = 0.0, max(least)
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(min(w, middle) for w in least) <= room else (low, middle)
    return Shared(tuple(min(w, low) for w in least), tuple(n for n, w in enumerate(least) if w > low))

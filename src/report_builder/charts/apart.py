"""Labels that want to stand at a place of their own, pushed apart until none overlaps."""

from __future__ import annotations

from collections.abc import Sequence


def pushed_apart(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """The middle of each label, in the order given, as near to `wanted` as lets all lie apart between low and high.

    Labels that touch move together, by the mean of what they want (pooled adjacent violators). Where they do not all
    fit, they start from `low` and run over `high`.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    pools: list[tuple[list[int], float, float]] = []  # members, size of all, lower edge
    for i in order:
        members, size, edge = [i], sizes[i], _held(wanted[i] - sizes[i] / 2, sizes[i], low, high)
        while pools and pools[-1][2] + pools[-1][1] > edge:
            before, before_size, _ = pools.pop()
            members, size = before + members, before_size + size
            edge = _held(_mean_edge(members, wanted, sizes), size, low, high)
        pools.append((members, size, edge))
    middles = [0.0] * len(wanted)
    for members, _, edge in pools:
        for i in members:
            middles[i] = edge + sizes[i] / 2
            edge += sizes[i]
    return middles


def _mean_edge(members: Sequence[int], wanted: Sequence[float], sizes: Sequence[float]) -> float:
    total, offset = 0.0, 0.0
    for i in members:
        total += wanted[i] - sizes[i] / 2 - offset
        offset += sizes[i]
    return total / len(members)


def _held(edge: float, size: float, low: float, high: float) -> float:
    return max(low, min(edge, high - size))

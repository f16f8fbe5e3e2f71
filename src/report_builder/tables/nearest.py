"""The name that was meant, when the one that was typed does not exist."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(typed: str, names: Iterable[str]) -> str:
    """The one of `names` most like `typed`, capitals aside; "" when none is close."""
    from difflib import get_close_matches  # only once something is wrong: keeps start-up light

    by_folded = {name.casefold(): name for name in names}
    found = get_close_matches(typed.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else ""


def did_you_mean(typed: str, names: Iterable[str]) -> str:
    """What to do: take the nearest of `names`, or one of those there are (the first twelve are listed)."""
    there = tuple(names)
    if meant := nearest(typed, there):
        return f'did you mean "{meant}"?'
    listed = ", ".join(f'"{name}"' for name in there[:12])
    more = f" and {len(there) - 12} more" if len(there) > 12 else ""
    return f"there are {listed}{more}" if there else ""

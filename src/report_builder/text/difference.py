"""Two wordings compared word by word, shown so that a person sees the change at once."""

from __future__ import annotations

import difflib

_AROUND = 3  # words shown on either side of a change
_MOST = 4  # changes shown
_LONG = 8  # words shown of either end of a long change


def changed_words(before: str, after: str, *, was: str = "approved", now: str = "now") -> tuple[str, ...]:
    """Two lines for each change, as they were and as they are, what differs in square brackets.

        approved: … earlier if there [were] somewhere dry to …
        now:      … earlier if there [was] somewhere dry to …

    Nothing where the words are the same; white space does not count.
    """
    old, new = before.split(), after.split()
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changes = [step for step in steps if step[0] != "equal"]
    width = max(len(was), len(now)) + 1
    shown = tuple(dict.fromkeys((_shown(old, a, b), _shown(new, c, d)) for _, a, b, c, d in changes))
    pairs = ((f"{was + ':':{width}} {one}", f"{now + ':':{width}} {other}") for one, other in shown[:_MOST])
    more = len(shown) - _MOST
    return (*(line for pair in pairs for line in pair), *([f"and {more} more"] if more > 0 else []))


def _shown(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(words), end + _AROUND)
    run = words[start:end]
    run = [*run[:_LONG], "…", *run[-_LONG:]] if len(run) > 2 * _LONG + 1 else run
    changed = f"[{' '.join(run)}]" if run else ""
    parts = (
        "…" if first else "",
        *words[first:start],
        changed,
        *words[end:last],
        "…" if last < len(words) else "",
    )
    return " ".join(part for part in parts if part)

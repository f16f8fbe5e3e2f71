"""Initial mutations of Welsh words: of the tool's own vocabulary, never of a name that someone typed.

The tables are those of D. Geraint Lewis, "Y Treigladur" (Gomer, 1993): soft after "bron i", spirant after "na" and "a".
"""

from __future__ import annotations

_UNCHANGED = ("ch", "dd", "ff", "ng", "ph", "th")
_SOFT = {"ll": "l", "rh": "r", "p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f"}
_SPIRANT = {"p": "ph", "t": "th", "c": "ch"}
_VOWELS = "aeiouwyâêîôûŵŷáéíóúàèìòùïëö"


def soft(words: str) -> str:
    """The words after one that softens: "traean" is "draean", "pedwar" is "bedwar"."""
    return _changed(words, _SOFT)


def radicals(words: str) -> tuple[str, ...]:
    """What softened words may have been: "draean" is "traean", "fwy" is "mwy" or "bwy", "ostwng" is "gostwng"."""
    if words.startswith(("ch", "ff", "ng", "ph", "th", "ll", "rh")):
        return ()
    found = [first + words[len(now) :] for first, now in _SOFT.items() if now and words.startswith(now)]
    return (*found, f"g{words}")


def spirant(words: str) -> str:
    """The words after "a", "â" or "na": "traean" is "thraean", "pedwar" is "phedwar"."""
    return _changed(words, _SPIRANT)


def after_na(words: str) -> str:
    """The words compared with: "na thraean", "nag un o bob pedwar"."""
    return f"nag {words}" if words[:1] in _VOWELS else f"na {spirant(words)}"


def _changed(words: str, table: dict[str, str]) -> str:
    if words.startswith(_UNCHANGED):
        return words
    first = next((letters for letters in table if words.startswith(letters)), "")
    return table[first] + words[len(first) :] if first else words

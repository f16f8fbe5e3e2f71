"""Ids, made from row names by one stated rule.

    Dyfed-Powys          dyfed_powys       capitals become small, anything between words becomes one "_"
    Ynys Môn             ynys_mon          accents are taken off
    King's Lynn          kings_lynn        apostrophes are left out
    Facebook & Messenger facebook_and_messenger
    18 - 25              18_25             digits stay

Two row names that come to the same id are an error; `ids:` in datasets.yml then gives one of them another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
_SIGNS = str.maketrans({"&": " and ", "%": " percent ", "'": "", "’": "", "‘": "", "ʼ": ""})


def make_id(name: str) -> str:
    """The id of a row name; "" for a name without a letter or digit."""
    folded = unicodedata.normalize("NFKD", name.translate(_SIGNS).casefold()).casefold().translate(_LETTERS)
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return "_".join(re.findall(r"[^\W_]+", bare))


def make_ids(names: Iterable[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Each name's id: the one `given` for it, else the one the rule makes."""
    given = given or {}
    return {name: given.get(name) or make_id(name) for name in names}


def collisions(ids: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more names with the same id, in the order in which they first appear."""
    groups: dict[str, list[str]] = {}
    for name, member in ids.items():
        groups.setdefault(member, []).append(name)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)

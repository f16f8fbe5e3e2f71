"""Which editions of a report are wanted."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from msgspec import Struct

from report_builder.pipe.edition import Edition


class Wanted(Struct, frozen=True):
    """Ids of areas and codes of languages, as typed; none of a kind means all of them."""

    areas: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


def chosen(editions: Sequence[Edition], wanted: Wanted) -> tuple[Edition, ...] | str:
    """The editions that are wanted, in their own order; a sentence where one of the words names none."""
    for words, known in (
        (wanted.areas, [e.area for e in editions]),
        (wanted.languages, [code for e in editions for code in _codes(e)]),
    ):
        for word in words:
            if word not in known:
                close = difflib.get_close_matches(word, known, 1)
                listed = ", ".join(dict.fromkeys(known))
                return f'there is no edition "{word}"; ' + (
                    f'did you mean "{close[0]}"?' if close else f"it has {listed}"
                )
    return tuple(
        e
        for e in editions
        if (not wanted.areas or e.area in wanted.areas)
        and (not wanted.languages or set(_codes(e)) & set(wanted.languages))
    )


def _codes(edition: Edition) -> list[str]:
    """Everything that the languages of an edition may be called."""
    return [code for part in edition.parts for code in (part.language, part.language.partition("-")[0])]

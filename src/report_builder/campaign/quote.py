"""`report/quotes.yml`: every quote word for word, its speaker, and where it was published or who approved it."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

from report_builder.campaign.model import Names, Typed


class Speaker(Typed):
    name: str
    role: str
    role_as_of: str = ""
    note: str = ""


class Quote(Typed):
    """`words` hold no facts, claims or markup; a blank line starts a paragraph, other line ends are spaces.

    `trimmed` words print instead: each of its pieces between ellipses stands in `words`.
    """

    speaker: str
    status: Literal["published", "waiting", "approved"]
    words: str
    source: str = ""
    language: str = ""
    trimmed: str = ""
    dated_words: Names = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The words to print, one string a paragraph, white space folded."""
        return paragraphs_of(self.trimmed or self.words)


class QuotesFile(Typed):
    speakers: dict[str, Speaker] = {}
    quotes: dict[str, Quote] = {}


def paragraphs_of(words: str) -> tuple[str, ...]:
    """The paragraphs of a quote: white space and line wraps do not count."""
    return tuple(" ".join(p.split()) for p in re.split(r"\n[ \t]*\n", words) if p.strip())


def words_hash(speaker: str, words: str) -> str:
    """The hash of exactly these words by this speaker, white space folded (SHA-256, hexadecimal)."""
    text = "\n\n".join((speaker, *paragraphs_of(words)))
    return hashlib.sha256(text.encode()).hexdigest()


def pieces_of_trim(trimmed: str) -> tuple[str, ...]:
    """What a trim keeps: the runs of words between its ellipses."""
    folded = " ".join(trimmed.split())
    return tuple(piece.strip() for piece in re.split(r"\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*", folded) if piece.strip())

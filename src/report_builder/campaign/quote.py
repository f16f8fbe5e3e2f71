"""`report/quotes.yml`: every quote word for word, its speaker, and where it was published or who approved it."""

import hashlib
import re
import unicodedata
from typing import Literal

from report_builder.campaign.model import Names, Typed


class Speaker(Typed):
    """`changed` says that the name is not the person's own, which is then said wherever it is printed; the person of a
    case study has to say whether it is."""

    name: str
    role: str
    changed: bool | None = None
    role_as_of: str = ""
    note: str = ""


class Quote(Typed):
    """`words` hold no facts, claims or markup; a blank line starts a paragraph, other line ends are spaces.

    `trimmed` words print instead: each of its pieces between ellipses stands in `words`. `translations` are by
    language.
    """

    speaker: str
    status: Literal["published", "waiting", "approved"]
    words: str
    source: str = ""
    language: str = ""
    trimmed: str = ""
    dated_words: Names = ()
    translations: dict[str, str] = {}

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
    """The hash of exactly these words by this speaker (SHA-256, hexadecimal).

    White space, paragraphs included, and the two ways in which Unicode writes an accented letter do not count.
    """
    text = unicodedata.normalize("NFC", "\n\n".join((speaker, " ".join(words.split()))))
    return hashlib.sha256(text.encode()).hexdigest()


_ELLIPSIS = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|…|\.\.\.)\s*")


def pieces_of_trim(trimmed: str) -> tuple[str, ...]:
    """What a trim keeps: the runs of words between its ellipses."""
    return tuple(piece for piece in _ELLIPSIS.split(" ".join(trimmed.split())) if piece)


def fault_of_trim(trimmed: str, words: str) -> str:
    """What is wrong with a trim of some words (to be followed by "of" and the quote's name), "" for nothing.

    Each of its pieces stands in the words, whole and in their order; whatever is left out, but for whole sentences at
    either end, is marked with an ellipsis.
    """
    whole, kept = " ".join(words.split()), pieces_of_trim(trimmed)
    if not kept:
        return "nothing is kept"
    position = 0
    for i, piece in enumerate(kept):
        found = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)").search(whole, position)
        if found is None:
            return f'"{piece}" is not in the words'
        unmarked = i == 0 and not _ELLIPSIS.match(trimmed.strip())
        if unmarked and found.start() and not re.search(r"[.!?]['’”\"]?\s$", whole[: found.start()]):
            return "no ellipsis marks what is left out at the start"
        position = found.end()
    unmarked = not re.search(rf"(?:{_ELLIPSIS.pattern})$", trimmed.strip())
    if unmarked and position < len(whole) and not re.search(r"[.!?]['’”\"]?$", kept[-1]):
        return "no ellipsis marks what is left out at the end"
    return ""

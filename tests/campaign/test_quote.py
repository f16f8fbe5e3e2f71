"""A quote is what someone said, word for word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.campaign.quote import Quote, QuotesFile, fault_of_trim, paragraphs_of, pieces_of_trim, words_hash

WORDS = """\
Policing will not stop in its fight. We
cannot do this alone, so we repeat our call.

A second thing, said later.
"""


@pytest.mark.parametrize(
    "same",
    [
        WORDS.strip(),
        WORDS.replace("\n", "\r\n"),
        WORDS.replace("We\ncannot", "We cannot"),
        WORDS.replace(" ", "  "),
        WORDS.replace("\n\n", "\n"),
        "   " + WORDS.replace("\n\n", "\n   \n") + "\n\n\n",
    ],
)
def test_white_space_does_not_count(same: str) -> None:
    """Line ends, wraps, blanks and paragraphs leave an approval as it is."""
    assert words_hash("riggs", WORDS) == words_hash("riggs", same)


@pytest.mark.parametrize(
    "other",
    [
        WORDS.replace("not stop", "stop"),
        WORDS.replace("alone,", "alone"),
        WORDS.replace("Policing", "policing"),
        WORDS.replace("cannot", "can not"),
        WORDS.replace("fight.", "fight!"),
    ],
)
def test_any_other_change_counts(other: str) -> None:
    """A word, a capital, a comma."""
    assert words_hash("riggs", WORDS) != words_hash("riggs", other)


def test_the_speaker_counts() -> None:
    """The same words by someone else are not approved."""
    assert words_hash("riggs", WORDS) != words_hash("wanless", WORDS)


def test_accents_may_be_written_in_two_ways() -> None:
    """An accented letter in one piece or in two is one letter to its reader."""
    assert words_hash("a", "Ynys M\u00f4n") == words_hash("a", "Ynys Mo\u0302n")


@given(st.text(max_size=60), st.sampled_from([" ", "\n", "\t", "\r\n"]))
def test_hash_law(words: str, space: str) -> None:
    """Whatever the words, one more blank at an end or beside another changes nothing."""
    assert words_hash("a", words) == words_hash("a", f"{space}{words}{space}".replace(" ", f" {space}"))


def test_paragraphs() -> None:
    """A blank line starts a paragraph; other line ends are spaces."""
    wanted = (
        "Policing will not stop in its fight. We cannot do this alone, so we repeat our call.",
        "A second thing, said later.",
    )
    assert wanted == paragraphs_of(WORDS)
    assert () == paragraphs_of(" \n \n")
    trimmed = Quote(speaker="a", status="waiting", words=WORDS, trimmed="Policing will not stop … A second thing")
    assert ("Policing will not stop … A second thing",) == trimmed.paragraphs


@pytest.mark.parametrize(
    ("trimmed", "pieces"),
    [
        ("a b … c", ("a b", "c")),
        ("a b... c", ("a b", "c")),
        ("a b […] c [...] d", ("a b", "c", "d")),
        ("… a\n b …", ("a b",)),
        ("…", ()),
    ],
)
def test_pieces(trimmed: str, pieces: tuple[str, ...]) -> None:
    """What stands between the ellipses, however they are typed."""
    assert pieces == pieces_of_trim(trimmed)


@pytest.mark.parametrize(
    "trimmed",
    [
        "Policing will not stop … we repeat our call.",
        "Policing will not stop […] A second thing, said later.",
        "We cannot do this alone, so we repeat our call.",
        "… cannot do this alone …",
        "Policing will not stop in its fight.",
        "A second thing, said later.",
        WORDS,
    ],
)
def test_sound_trims(trimmed: str) -> None:
    """Words left out at an ellipsis, or whole sentences at either end."""
    assert "" == fault_of_trim(trimmed, WORDS)


@pytest.mark.parametrize(
    ("trimmed", "fault"),
    [
        ("Policing will stop … we repeat our call.", '"Policing will stop" is not in the words'),
        ("A second thing … Policing will not stop", '"Policing will not stop" is not in the words'),
        ("Policing will not st…", '"Policing will not st" is not in the words'),
        ("… annot do this alone …", '"annot do this alone" is not in the words'),
        ("policing will not stop …", '"policing will not stop" is not in the words'),
        ("cannot do this alone …", "no ellipsis marks what is left out at the start"),
        ("Policing will not stop", "no ellipsis marks what is left out at the end"),
        ("…", "nothing is kept"),
    ],
)
def test_unsound_trims(trimmed: str, fault: str) -> None:
    """Changed, moved or halved words, and gaps that nothing marks."""
    assert fault == fault_of_trim(trimmed, WORDS)


def test_unknown_keys_and_statuses() -> None:
    """A misspelt key or status is refused."""
    quote = {"speaker": "a", "status": "published", "words": "Yes."}
    assert "a" == QuotesFile.model_validate({"quotes": {"q": quote}}).quotes["q"].speaker
    for wrong in ({"statuss": "waiting"}, {"status": "maybe"}):
        with pytest.raises(ValueError, match="status"):
            QuotesFile.model_validate({"quotes": {"q": {**quote, **wrong}}})

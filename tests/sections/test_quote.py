"""Quotes are printed word for word, and not before they may be."""

from __future__ import annotations

from typing import Any

import pytest

from report_builder.campaign.quote import words_hash
from report_builder.document.blocks import QuoteBlock
from report_builder.sections.compose import Composed
from sections.made import blocks, composed, told

SPEAKERS = {"riggs": {"name": "Becky Riggs", "role": "police lead"}}
WORDS = "Policing will not stop. We cannot do this alone, so we\nrepeat our call.\n\nThat is all.\n"


def quotes(**quote: Any) -> dict[str, Any]:
    """A file of one quote, which was published."""
    typed = {"speaker": "riggs", "status": "published", "source": "story_2024", "words": WORDS, **quote}
    return {"speakers": SPEAKERS, "quotes": {"q": typed}}


def record(words: str = WORDS, **more: str) -> dict[str, Any]:
    """The record of an approval of some words."""
    kept = {"by": "Becky Riggs", "author": "A Writer", "date": "2024-10-30", "kept": "an e-mail", "words": words}
    return {"q": {**kept, "hash": words_hash("riggs", words), **more}}


def section(fence: str = "quote: q", **more: Any) -> Composed:
    """A section of one quote."""
    return composed(f"# A\n\n```quote\n{fence}\n```\n", **{"quotes": quotes(), **more})


def quote(made: Composed) -> QuoteBlock:
    """The only quote printed."""
    (found,) = blocks(made, QuoteBlock)
    assert isinstance(found, QuoteBlock)
    return found


def test_word_for_word() -> None:
    """The words in their paragraphs, without marks of their own, with speaker, role and source."""
    made = section()
    assert [] == told(made)
    found = quote(made)
    assert (
        "Policing will not stop. We cannot do this alone, so we repeat our call.",
        "That is all.",
    ) == found.paragraphs
    assert ("Becky Riggs", "police lead", "South Wales Argus, news/24694219") == (
        found.speaker,
        found.role,
        found.source,
    )
    assert ("", True, "") == (found.status, found.large, found.language)


def test_paragraphs_are_picked_by_number() -> None:
    """From 1; one that is not there is refused."""
    assert ("That is all.",) == quote(section("quote: q\nparagraphs: 2")).paragraphs
    assert ["Q002"] == told(section("quote: q\nparagraphs: [1, 3]"))


def test_trims() -> None:
    """A trim prints in the place of the words."""
    made = section(quotes=quotes(trimmed="Policing will not stop … we repeat our call."))
    assert [] == told(made)
    assert ("Policing will not stop … we repeat our call.",) == quote(made).paragraphs


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"source": ""}, "Q004"),
        ({"status": "approved"}, "Q005"),
        ({"status": "waiting"}, "Q008"),
        ({"speaker": "nobody"}, "Q003"),
        ({"trimmed": "Policing will stop."}, "Q010"),
        ({"words": "We count {offences} of them."}, "Q011"),
        ({"words": "We say **no**."}, "Q011"),
        ({"words": "“We say no.”"}, "Q012"),
        ({"words": '"We say no."'}, "Q012"),
    ],
)
def test_what_keeps_a_quote_from_print(change: dict[str, str], code: str) -> None:
    """Each is told, whether the quote is printed or not."""
    assert [code] == told(section(quotes=quotes(**change)))
    assert [code] == told(composed("# A\n\nWords.\n", quotes=quotes(**change)))


@pytest.mark.parametrize("words", ["He said “no”.", "“No” is a word.", "'Tis what it is.", "They said “no”"])
def test_quotations_within_a_quote(words: str) -> None:
    """A quote may hold a quotation; only marks around all of it are the layout's."""
    assert [] == told(section(quotes=quotes(words=words)))


def test_waiting() -> None:
    """A waiting quote is marked in a draft and stops a release, at the gate."""
    found = quote(section(quotes=quotes(status="waiting")))
    assert "Awaiting the speaker’s approval" == found.status
    release = section(quotes=quotes(status="waiting"), stage="release")
    assert ["Q009"] == told(release)


def test_approved() -> None:
    """With the record of these words it prints, however they are wrapped."""
    approved = quotes(status="approved", words=WORDS.replace("so we\n", "so\nwe "))
    assert [] == told(section(quotes=approved, approvals=record()))


def test_altered() -> None:
    """One word more voids the approval, and both wordings are shown."""
    approved = quotes(status="approved", words=WORDS.replace("cannot", "can not"))
    (found,) = section(quotes=approved, approvals=record()).problems
    assert ("Q006", '"q" is no longer what Becky Riggs approved on 2024-10-30') == (found.code, found.message)
    assert "cannot" in found.notes[0]
    assert "can not" in found.notes[1]


@pytest.mark.parametrize("author", ["Becky Riggs", "becky  riggs"])
def test_ones_own_approval(author: str) -> None:
    """Whoever typed the words does not approve them."""
    assert ["Q007"] == told(section(quotes=quotes(status="approved"), approvals=record(author=author)))


def test_unknown() -> None:
    """A quote that is not there is told with those that are."""
    (found,) = section("quote: p").problems
    assert ("Q001", "quotes in report/quotes.yml: q") == (found.code, found.help)


def test_a_section_of_quotes() -> None:
    """It prints those named, or all that stand nowhere else."""
    two = quotes()
    two["quotes"]["r"] = {**two["quotes"]["q"], "words": "Another."}
    named = composed("---\nkind: quotes\nquotes: [r]\n---\n# A\n", quotes=two)
    assert ["Another."] == [b.paragraphs[0] for b in blocks(named, QuoteBlock) if isinstance(b, QuoteBlock)]
    rest = composed("---\nkind: quotes\n---\n# A\n\n```quote\nquote: q\n```\n", quotes=two)
    assert [True, False] == [b.large for b in blocks(rest, QuoteBlock) if isinstance(b, QuoteBlock)]

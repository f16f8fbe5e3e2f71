"""A picture is shown with its words, marked in a draft where those pictured have not agreed to be."""

from __future__ import annotations

from msgspec.structs import replace

from pictures import photograph
from report_builder.document.blocks import Block, Paragraph, PictureBlock
from report_builder.document.printed import printings, text_of, texts
from report_builder.sections.compose import Composed, compose
from report_builder.words import WELSH
from sections.made import blocks, section, told, view

CONSENT_OF = "consent:\n  who: a parent\n  given: {}\n  until: {}\n  uses: report\n  kept: a folder\n"
CONSENT = CONSENT_OF.format("2024-10-01", "2024-11-01")


def placed(more: str = CONSENT, alt: str = "A child at a desk", welsh: bool = False) -> Composed:
    """A section of one picture."""
    words = f"# A\n\n```picture\nfile: desk.jpg\nalt: {alt}\ncredit: A. Person\n{more}```\n"
    seen = replace(view(section(words)), photos={"desk.jpg": photograph(60, 40)})
    return compose(replace(seen, language=WELSH) if welsh else seen)


def picture(made: Composed) -> PictureBlock:
    """The only picture, with which nothing is wrong."""
    assert [] == told(made)
    (found,) = blocks(made, PictureBlock)
    assert isinstance(found, PictureBlock)
    return found


def marks(made: Composed) -> list[str]:
    """Why the picture, which is shown, is not to be released."""
    picture(made)
    return [run.flag for b in blocks(made, Paragraph) if isinstance(b, Paragraph) for run in b.runs if run.flag]


def test_credit_and_alt_text() -> None:
    """They are printed as typed; without a caption there is none."""
    found = picture(placed())
    assert ("A child at a desk", "Picture: A. Person", (), "") == (found.alt, found.credit, found.caption, found.model)


def test_the_child_pictured_is_a_model() -> None:
    """In the language of the report."""
    assert "The child pictured is a model." == picture(placed(f"{CONSENT}model: true\n")).model
    welsh = picture(placed(f"{CONSENT}model: true\n", welsh=True))
    assert ("Llun: A. Person", "Model yw’r plentyn yn y llun.") == (welsh.credit, welsh.model)


def test_the_caption_prints_figures() -> None:
    """With their caveat under the picture, and each of them is in the ledger."""
    made = placed(f"{CONSENT}caption: One of {{offences[2017/18]}} in a year\n")
    found = picture(made)
    assert "One of 274 in a year" == text_of(found.caption)
    kinds: list[type[Block]] = [type(b) for b in blocks(made)]
    assert PictureBlock in kinds
    assert "274" in [p.words for p in printings(made.document)]
    assert "One of 274 in a year" in [t.words for t in texts(made.document)]
    owed = [b for b in blocks(made, Paragraph) if isinstance(b, Paragraph) and b.role == "caveat"]
    assert ["Dyfed-Powys"] == [w for b in owed for w in ("Dyfed-Powys",) if w in text_of(b.runs)]


def test_who_agreed_is_not_printed() -> None:
    """The record is for the office."""
    made = placed()
    assert "A. Person" in repr(made.document.sections)
    assert "a parent" not in repr(made.document)


def test_consent_holds_on_the_day_of_publishing() -> None:
    """The first and the last day of it included; 1 November 2024 is that day here; else a draft says so."""
    until = {"2024-11-01": "2025-01-01", "2023-01-01": "2024-11-01"}
    assert [[], []] == [marks(placed(CONSENT_OF.format(*dates))) for dates in until.items()]
    early, late = ("2024-11-02", "2025-01-01"), ("2023-01-01", "2024-10-31")
    assert ["the consent is given on 2 November 2024, when the report is out"] == marks(
        placed(CONSENT_OF.format(*early))
    )
    assert ["the consent ends on 31 October 2024, before the report is out"] == marks(placed(CONSENT_OF.format(*late)))


def test_nobody_pictured_needs_no_consent() -> None:
    """Where that is said."""
    picture(placed("people: none\n"))
    assert ["nobody is on record as having agreed to this"] == marks(placed(""))
    assert ["I003"] == [p.code for p in placed(f"{CONSENT}people: none\n").problems]


def test_alt_text_says_something() -> None:
    """Not nothing, and not the caption once more."""
    assert ["I001"] == [p.code for p in placed(alt='" "').problems]
    assert ["I001"] == [p.code for p in placed(f"{CONSENT}caption: A desk\n", alt="A desk").problems]

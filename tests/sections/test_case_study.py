"""A case study warns first, names its person as they wish, and gives nobody away."""

from __future__ import annotations

import json

from msgspec.structs import replace

from pictures import photograph
from report_builder.document.blocks import Paragraph
from report_builder.document.printed import text_of
from report_builder.sections.compose import Composed, compose
from report_builder.sections.view import SectionText
from report_builder.words import WELSH
from sections.made import blocks, lines, section, told, view

CONSENT = {"given": "2024-10-01", "until": "2025-10-01", "uses": "report", "kept": "a folder"}
STORY = "## A way home\n\nShe walks.\n\n```warning\nIt tells of a *stranger*.\n```\n\nThe stranger walks too.\n"
PICTURE = "\n```picture\nfile: desk.jpg\nalt: A child at a desk\ncredit: A. Person\n{}```\n"


def case(words: str, consent: dict[str, str] | None, person: str = "mari") -> SectionText:
    """The section file."""
    agreed = f"consent: {json.dumps(consent)}\n" if consent else ""
    return section(f"---\nkind: case-study\nperson: {person!r}\n{agreed}---\n{words}")


def told_story(
    words: str = STORY, who: str = "her mother", changed: bool | None = True, welsh: bool = False, person: str = "mari"
) -> Composed:
    """The story of Mari alone."""
    speakers = {"mari": {"name": "Mari", "role": "aged 15", "changed": changed}}
    quotes = {"mari-1": {"speaker": "mari", "status": "published", "source": "p", "words": "I ran."}}
    consent = {"who": who, **CONSENT} if who else None
    seen = view(case(words, consent, person), quotes={"speakers": speakers, "quotes": quotes})
    seen = replace(seen, photos={"desk.jpg": photograph(60, 40)})
    return compose(replace(seen, language=WELSH) if welsh else seen)


def test_the_warning_comes_before_the_story() -> None:
    """Wherever it was typed; then the name, and that it is not her own."""
    made = told_story()
    assert [] == told(made)
    assert [
        "## A way home",
        "warning: Content warning: It tells of a stranger.",
        "person: Mari, aged 15. Names have been changed.",
        "body: She walks.",
        "body: The stranger walks too.",
    ] == lines(blocks(made))[:5]
    assert made.document.sections[0].apart


def test_a_person_under_their_own_name() -> None:
    """Of whom nothing is said to have been changed."""
    assert "person: Mari, aged 15" in lines(blocks(told_story(changed=False)))


def test_in_welsh() -> None:
    """Every word that the tool says."""
    said = lines(blocks(told_story(welsh=True)))
    assert {"person: Mari, aged 15. Newidiwyd yr enwau.", "warning: Rhybudd cynnwys: It tells of a stranger."} <= {
        *said
    }


def test_a_warning_in_another_section_stands_where_it_is_typed() -> None:
    """And its numbers are facts there as everywhere."""
    made = compose(view(section("# A\n\nWords.\n\n```warning\nOf {offences[2017/18]} offences.\n```\n")))
    said = [line for line in lines(blocks(made)) if not line.startswith("caveat")]
    assert ["# A", "lead: Words.", "warning: Content warning: Of 274 offences."] == said
    assert ["T040"] == told(compose(view(section("# A\n\nWords.\n\n```warning\nOf 12 cases.\n```\n"))))


def test_a_quote_of_the_person() -> None:
    """Is introduced by the name alone in their story; elsewhere it is said that the name was changed."""
    quoted = "\n\n```quote\nmari-1\n```\n"
    assert "quote: I ran. (Mari, )" in lines(blocks(told_story(STORY + quoted)))
    speakers = {
        "mari": {"name": "Mari", "role": "aged 15", "changed": True},
        "anon": {"name": "B", "role": "", "changed": True},
    }
    both = {id_: {"speaker": id_, "status": "published", "source": "p", "words": "I ran."} for id_ in speakers}
    seen = view(
        section("# A\n\n```quote\nmari\n```\n\n```quote\nanon\n```\n"), quotes={"speakers": speakers, "quotes": both}
    )
    said = lines(blocks(compose(seen)))
    assert {"quote: I ran. (Mari, aged 15 (name changed))", "quote: I ran. (B, name changed)"} <= {*said}


def test_a_draft_says_that_nobody_agreed() -> None:
    """Right under the title, before all else."""
    second = blocks(told_story(who=""))[1]
    assert isinstance(second, Paragraph)
    assert ("Not to be released", "nobody is on record as having agreed to this") == (
        text_of(second.runs),
        second.runs[0].flag,
    )


def test_whose_story_it_is() -> None:
    """Somebody known, who says whether the name is their own."""
    assert ["I022"] == told(told_story(person="")) == told(told_story(person="nobody"))
    assert ["I023"] == told(told_story(changed=None))


def test_a_picture_beside_a_changed_name() -> None:
    """Is looked at again, unless it is of a model or shows nobody."""
    consent = "consent: {who: a parent, given: 2024-10-01, until: 2025-01-01, uses: report, kept: a folder}\n"
    assert ["I024"] == told(told_story(STORY + PICTURE.format(consent)))
    assert [] == told(told_story(STORY + PICTURE.format(consent), changed=False))
    assert [] == told(told_story(STORY + PICTURE.format(f"{consent}model: true\n")))
    assert [] == told(told_story(STORY + PICTURE.format("people: none\n")))


def test_a_name_of_the_consent_is_not_printed() -> None:
    """In words, captions and descriptions; the message does not say it. Other words may be the same, and so may she."""
    assert ["I025"] == told(told_story(STORY.replace("She walks", "Sian walks"), "Sian Evans"))
    (one,) = told_story(
        STORY + PICTURE.format("people: none\ncaption: At Evans’s\n"), "Sian Evans, her mother"
    ).problems
    assert ("I025", False) == (one.code, "Evans" in one.message + one.help)
    assert [] == told(told_story(STORY.replace("She walks", "Mari walks"), "Mari’s mother"))
    assert [] == told(told_story(STORY, "The mother of the girl"))
    assert [] == told(told_story(STORY.replace("She walks", "Sian walks"), "Sian Evans", changed=False))


def test_two_pages_take_nothing_out_of_a_story() -> None:
    """Its quote would stand there without the warning, and without the consent being asked about."""
    quotes = {"m": {"speaker": "mari", "status": "published", "source": "p", "words": "I ran."}}
    speakers = {"mari": {"name": "Mari", "role": "", "changed": True}}
    story = case(STORY + "\n```quote\nm\n```\n", None)
    made = compose(view(story, quotes={"speakers": speakers, "quotes": quotes}, layout="two-page"))
    assert [] == [line for line in lines(blocks(made)) if line.startswith("quote")]


def test_help_comes_last() -> None:
    """Each support line of the report, in one line with a link that rings it."""
    seen = view(case(STORY, None))
    lines_ = [{"name": "A Line", "phone": "0800 1111", "note": "free"}, {"name": "B Line", "phone": "0900 1"}]
    report = type(seen.report).model_validate({**seen.report.model_dump(by_alias=True), "support": lines_})
    last = blocks(compose(replace(seen, report=report)))[-2:]
    said = [(text_of(b.runs), [r.url for r in b.runs if r.url]) for b in last if isinstance(b, Paragraph)]
    assert [("If you need help: A Line, 0800 1111 (free)", ["tel:08001111"]), ("B Line, 0900 1", ["tel:09001"])] == said

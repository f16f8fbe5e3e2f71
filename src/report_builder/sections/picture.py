"""A ```picture block: its words, and whether those pictured agreed to be."""

from __future__ import annotations

from report_builder.document.blocks import Block, Paragraph, PictureBlock, Run
from report_builder.sections.captions import own_words
from report_builder.sections.composition import Composition
from report_builder.sections.fences import PictureFence, Placed
from report_builder.sections.mentions import first_mentions
from report_builder.sections.parts import caveat_of


def picture_block(placed: Placed, fence: PictureFence, c: Composition) -> tuple[Block, ...]:
    """The picture with its caption and credit, then the caveats its words owe; nothing where it may not be shown."""
    photo = c.view.photos.get(fence.file)
    caption, alt = own_words(placed, "caption", c), own_words(placed, "alt", c)
    described = _is_described(alt.text, caption.text, placed, c)
    if not _may_be_shown(placed, fence, c) or not described or photo is None:
        return ()
    first_mentions(caption, placed.where, c)
    say = c.view.language.say
    owed = (caption.unpaid() | alt.unpaid()).values()
    return (
        PictureBlock(
            photo,
            alt.text.strip(),
            caption.final(),
            say("picture credit", credit=fence.credit.strip()),
            say("picture model") if fence.model else "",
            placed.where,
        ),
        *(Paragraph((Run(words, fact=fact.id),), "caveat") for fact in owed if (words := caveat_of(fact, c))),
    )


def _is_described(alt: str, caption: str, placed: Placed, c: Composition) -> bool:
    if alt.strip() and alt.strip() != caption.strip():
        return True
    found = "the alt text only repeats the caption" if alt.strip() else "the picture has no alt text"
    c.report("I001", found, placed.at("alt"), help="say in a sentence what the picture shows")
    return False


def _may_be_shown(placed: Placed, fence: PictureFence, c: Composition) -> bool:
    """Whether everybody pictured agrees to be shown on the day the report is published."""
    consent, publish = fence.consent, c.view.report.publish
    if consent is None:
        if fence.people == "none":
            return True
        hint = "add `consent:` with who:, given: and until:; where nobody is to be seen, write  people: none"
        c.report("I002", "nobody is said to have agreed to this picture", placed.where, help=hint)
        return False
    if fence.people == "none":
        hint = "take out one of the two"
        c.report("I003", "the picture shows nobody, and somebody agreed to it", placed.at("people"), help=hint)
        return False
    if consent.given <= publish <= consent.until:
        return True
    if publish > consent.until:
        message = f"the consent ends on {consent.until}, and the report is published on {publish}"
        key = "consent.until"
    else:
        message = f"the consent is given on {consent.given}, and the report is published on {publish}"
        key = "consent.given"
    c.report("I004", message, placed.at(key), help="ask again and write down the new dates, or take the picture out")
    return False

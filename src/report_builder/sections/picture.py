"""A ```picture block: its words, and the consent of those pictured."""

from __future__ import annotations

from report_builder.document.blocks import Block, Paragraph, PictureBlock
from report_builder.sections.captions import own_words
from report_builder.sections.composition import Composition, Shown
from report_builder.sections.consent import mark_shown
from report_builder.sections.fences import PictureFence, Placed
from report_builder.sections.mentions import first_mentions
from report_builder.sections.parts import caveats_beside


def picture_block(placed: Placed, fence: PictureFence, c: Composition) -> tuple[Block, ...]:
    """The picture with its caption and credit, then the caveats its words owe; nothing where it is not described."""
    photo = c.view.photos.get(fence.file)
    caption, alt = own_words(placed, "caption", c), own_words(placed, "alt", c)
    described = _is_described(alt.text, caption.text, placed, c)
    marks = _agreed(placed, fence, c)
    if not described or photo is None:
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
        *marks,
        *caveats_beside(owed, c),
    )


def _is_described(alt: str, caption: str, placed: Placed, c: Composition) -> bool:
    if alt.strip() and alt.strip() != caption.strip():
        return True
    found = "the alt text only repeats the caption" if alt.strip() else "the picture has no alt text"
    c.report("I001", found, placed.at("alt"), help="say in a sentence what the picture shows")
    return False


def _agreed(placed: Placed, fence: PictureFence, c: Composition) -> tuple[Paragraph, ...]:
    """Notes whose picture is shown; a draft says under it what is wrong with their consent."""
    if fence.people == "none":
        if fence.consent is not None:
            hint = "take out one of the two"
            c.report("I003", "the picture shows nobody, and somebody agreed to it", placed.at("people"), help=hint)
        return ()
    dates = (placed.at(f"consent.{key}") for key in ("given", "until", "uses"))
    return mark_shown(Shown("picture", fence.consent, placed.where, *dates), c)

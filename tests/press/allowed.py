"""Words of a pack whose numbers are no figures, and what is left when they are taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explained import strangers
from press.packed import Read
from report_builder.press.pictures import size
from report_builder.press.poster import PRINT, SQUARE, WIDE
from report_builder.sections.social import compose_social
from report_builder.verify.known import known
from report_builder.versions import TOOL

SHAPES = (WIDE, SQUARE, PRINT)


def allowed(pack: Read) -> Iterator[str]:
    """Words whose numbers are no figures, each made from what they count or name."""
    words, document = pack.work.view.language, pack.work.document
    yield from (f"{size(shape)}" for shape in SHAPES)
    yield from (words.say(f"social {key}", n=len(said)) for key, said in compose_social(pack.work.view).texts.items())
    yield from pack.files
    yield from (f"tel:{apart.words.replace(' ', '')}" for apart in pack.ledger.apart)
    yield from (quote.words for quote in pack.work.view.quotes.quotes.values())
    yield f"report_builder {TOOL}"
    for number in range(1, len(pack.ledger.charts) + len(document.notes) + 1):
        yield from (f"{words.say('figure')} {number}", f"{words.say('table')} {number}")


def said(texts: Iterable[str], pack: Read) -> list[str]:
    """Every number of some texts that is neither a figure nor part of words that may hold one."""
    return strangers(texts, known(pack.ledger), allowed(pack))

"""The fixed words that every layout sets, in the language of the report."""

from __future__ import annotations

from report_builder.document.blocks import Wording
from report_builder.words.language import Language


def wording_in(language: Language) -> Wording:
    """What layouts themselves have to say: quotation marks, "Figure", "Table", "Source" and their like."""
    return Wording(
        open_quote=language.say("open quote"),
        close_quote=language.say("close quote"),
        source=language.say("source"),
        figure=language.say("figure"),
        table=language.say("table"),
        continued=language.say("continued"),
        note=language.say("note"),
        skip=language.say("web skip"),
        behind=language.say("web behind"),
        item=language.say("data label"),
        printed=language.say("data text"),
        download=language.say("web download"),
        ledger=language.say("ledger"),
        notes=language.say("web notes"),
        back=language.say("web back"),
    )

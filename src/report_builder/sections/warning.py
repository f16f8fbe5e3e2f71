"""What readers are told before they read on."""

from __future__ import annotations

from report_builder.document.blocks import Paragraph, Run
from report_builder.sections.composition import Composition
from report_builder.sections.fences import Placed
from report_builder.sections.lint import lint
from report_builder.sections.mentions import first_mentions
from report_builder.sections.parts import caveats_beside
from report_builder.sections.resolve import say


def warning(placed: Placed, c: Composition) -> tuple[Paragraph, ...]:
    """The warning, called one, then the caveats that its words owe."""
    words = placed.texts["words"]
    lint(words, c)
    said = say(words, c)
    first_mentions(said, placed.where, c)
    label = Run(f"{c.view.language.say('content warning')}: ", bold=True)
    return Paragraph((label, *said.final()), "warning", placed.where), *caveats_beside(said.unpaid().values(), c)

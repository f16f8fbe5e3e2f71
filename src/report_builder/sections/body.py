"""A section's own words as blocks: headings, paragraphs, lists and fenced blocks in the order they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from report_builder.document.blocks import Block, Heading, ListBlock, Paragraph, Run, Runs
from report_builder.facts.fact import Fact
from report_builder.sections.ask import all_asks, ask_block
from report_builder.sections.cards import cards_block
from report_builder.sections.charts import figure_block
from report_builder.sections.composition import Composition
from report_builder.sections.fences import (
    AskFence,
    AsksFence,
    ChartFence,
    FiguresFence,
    Part,
    PictureFence,
    Placed,
    QuoteFence,
    TableFence,
    WarningFence,
)
from report_builder.sections.lint import lint
from report_builder.sections.mentions import first_mentions, unsaid_caveats
from report_builder.sections.picture import picture_block
from report_builder.sections.quote import quote_block
from report_builder.sections.resolve import Said, say
from report_builder.sections.scope import report_mixed_places
from report_builder.sections.tables import table_block
from report_builder.sections.warning import warning
from report_builder.text.spans import Fence, HeadingText, ListText, ParagraphText, TextBlock

Notes = Mapping[str, tuple[ParagraphText, ...]]


def blocks_of(parts: Sequence[Part], notes: Notes, c: Composition, lead: bool = False) -> tuple[Block, ...]:
    """The blocks of a section's parts. A caveat that a heading or paragraph owes stands right after it.

    `lead` sets the first paragraph after the first heading as a standfirst.
    """
    out: list[Block] = []
    owed: dict[str, Fact] = {}
    told: set[str] = set()
    leading, heading = lead, ""
    for part in parts:
        if isinstance(part, HeadingText):
            _settle(out, owed, "", told, c)
            said = say(part.words, c, notes=dict(notes), headline=True)
            lint(part.words, c)
            out.append(Heading(part.level, said.final(), c.anchor(), part.where))
            first_mentions(said, part.where, c)
            owed, heading = dict(said.owed), said.text
        elif isinstance(part, ParagraphText):
            said = say(part.words, c, notes=dict(notes))
            lint(part.words, c)
            owed = _unpaid(owed | said.owed, said)
            report_mixed_places(said.runs, heading, part.where, c)
            first_mentions(said, part.where, c)
            if said.text.strip():
                out.append(Paragraph(trimmed(said.final()), "lead" if leading else "body", part.where))
            leading = False
            _settle(out, owed, said.text, told, c)
            owed = {}
        elif isinstance(part, ListText):
            _settle(out, owed, "", told, c)
            owed = {}
            out.append(_list(part, notes, told, c))
        else:
            _settle(out, owed, "", told, c)
            owed = {}
            out.extend(_placed(part, c))
    _settle(out, owed, "", told, c)
    return tuple(out)


def _unpaid(owed: dict[str, Fact], said: Said) -> dict[str, Fact]:
    return {id_: fact for id_, fact in owed.items() if id_ not in said.paid}


def _settle(out: list[Block], owed: Mapping[str, Fact], said: str, told: set[str], c: Composition) -> None:
    """The caveats owed, as far as `said` does not hold them: a claim's each time, that a figure is of part of a year
    at its first mention in a section (`told`)."""
    for text, fact in unsaid_caveats(owed, said, told, c):
        out.append(Paragraph((Run(text, fact=fact.id),), "caveat"))


def trimmed(runs: Runs) -> Runs:
    """The runs without white space at either end (a caveat that has nothing to say leaves its space behind)."""
    kept = [r for r in runs if r.text]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _list(part: ListText, notes: Notes, told: set[str], c: Composition) -> ListBlock:
    return ListBlock(part.ordered, tuple(tuple(_item(item, notes, told, c)) for item in part.items), part.where)


def _item(item: Sequence[TextBlock], notes: Notes, told: set[str], c: Composition) -> list[Paragraph | ListBlock]:
    out: list[Paragraph | ListBlock] = []
    for block in item:
        if isinstance(block, ListText):
            out.append(_list(block, notes, told, c))
        elif isinstance(block, ParagraphText):
            said = say(block.words, c, notes=dict(notes), headline=True)
            lint(block.words, c)
            out.append(Paragraph(trimmed(said.final()), "body", block.where))
            first_mentions(said, block.where, c)
            for text, fact in unsaid_caveats(_unpaid(said.owed, said), said.text, told, c):
                out.append(Paragraph((Run(text, fact=fact.id),), "caveat"))
        elif isinstance(block, Fence | HeadingText):
            c.report("T035", "a list item holds only words and lists", block.where, help="put it after the list")
    return out


def _placed(part: Placed, c: Composition) -> tuple[Block, ...]:
    match part.fence:
        case ChartFence():
            return figure_block(part, part.fence, c)
        case TableFence():
            return table_block(part, part.fence, c)
        case FiguresFence():
            return cards_block(part, part.fence, c)
        case QuoteFence():
            return quote_block(part.fence, part.at("quote"), c)
        case AskFence():
            return ask_block(part.fence, part.at("ask"), c)
        case AsksFence():
            return all_asks(part.fence.asks, part.at("asks"), c, brief=True)
        case PictureFence():
            return picture_block(part, part.fence, c)
        case WarningFence():
            return warning(part, c)

"""Composes a document from a view: each section by its kind, in reading order."""

from __future__ import annotations

from typing import assert_never

from msgspec import Struct

from report_builder.document.blocks import (
    Attachment,
    Block,
    ContentsBlock,
    Cover,
    Document,
    Furniture,
    Heading,
    SectionBlock,
)
from report_builder.problems import Problem, Where
from report_builder.sections.ask import all_asks
from report_builder.sections.body import blocks_of
from report_builder.sections.cards import cards_for
from report_builder.sections.case_study import case_study
from report_builder.sections.composition import Claimed, Composition, Shown
from report_builder.sections.contact import contact
from report_builder.sections.correction import with_corrections
from report_builder.sections.cover import cover
from report_builder.sections.lint import lint_quotes
from report_builder.sections.marks import keywords_of, mark_of
from report_builder.sections.method import method
from report_builder.sections.model import (
    AsksSection,
    BreakdownSection,
    CaseStudySection,
    ComparisonSection,
    ContactSection,
    ContentsSection,
    CoverSection,
    HeadlineFiguresSection,
    MethodSection,
    ProseSection,
    QuotesSection,
    SourcesSection,
    SummarySection,
    TrendSection,
)
from report_builder.sections.needs import met
from report_builder.sections.quote import all_quotes, check_quotes
from report_builder.sections.sources import sources
from report_builder.sections.summary import summary
from report_builder.sections.titles import with_heading
from report_builder.sections.two_pages import two_pages
from report_builder.sections.view import SectionText, View
from report_builder.sections.wording import wording_in

CONTENTS_FROM_HEADINGS = 8


class Composed(Struct, frozen=True):
    """A document, what is wrong with it, where each fact is printed and claimed, and who is shown."""

    document: Document
    problems: tuple[Problem, ...]
    printed: dict[str, tuple[Where, ...]]
    claimed: tuple[Claimed, ...]
    shown: tuple[Shown, ...] = ()


def compose(view: View, attachments: tuple[Attachment, ...] = ()) -> Composed:
    """The document of one edition, in the layout that the report asks for."""
    c = Composition(view)
    check_quotes(c)
    lint_quotes(c)
    wanted = [s for s in view.sections if met(s, c)]
    front, sections = two_pages(wanted, c) if view.report.layout == "two-page" else _in_full(wanted, c)
    document = _document(front, sections, c, attachments)
    printed = {k: tuple(v) for k, v in c.printed.items()}
    return Composed(document, tuple(c.problems), printed, tuple(c.claimed), tuple(c.shown))


def _in_full(wanted: list[SectionText], c: Composition) -> tuple[Cover | None, tuple[SectionBlock, ...]]:
    """The cover and every section; method and sources are written last, when all that they speak of is known."""
    last = (MethodSection, SourcesSection)
    made = {s.name: _section(s, c) for s in wanted if not isinstance(s.options, last)}
    made |= {s.name: _section(s, c) for s in wanted if isinstance(s.options, MethodSection)}
    made |= {s.name: _section(s, c) for s in wanted if isinstance(s.options, SourcesSection)}
    blocks = [made[s.name] for s in wanted]
    front = next((b for b in blocks if isinstance(b, Cover)), None)
    written = tuple(b for b in blocks if isinstance(b, SectionBlock))
    return front, _with_contents(with_corrections(written, front is not None, c), c)


def _section(section: SectionText, c: Composition) -> Cover | SectionBlock:
    options = section.options
    match options:
        case CoverSection():
            return cover(section, options, c)
        case SummarySection():
            return summary(section, options, c)
        case ContentsSection():
            return SectionBlock("contents", (ContentsBlock(c.view.language.say("contents")),), new_page=True)
        case MethodSection():
            return method(section, c)
        case SourcesSection():
            return sources(section, c)
        case ContactSection():
            return contact(section, c)
        case HeadlineFiguresSection():
            own = blocks_of(section.parts, section.notes, c, lead=True)
            return _own(section, (*own, *cards_for(options.figures, section.at("figures"), c)), c)
        case QuotesSection():
            own = blocks_of(section.parts, section.notes, c, lead=True)
            return _own(section, (*own, *all_quotes(options.quotes, section, c)), c)
        case AsksSection():
            own = blocks_of(section.parts, section.notes, c, lead=True)
            return _own(
                section, (*own, *all_asks(options.asks, section.at("asks") if options.asks else section.where, c)), c
            )
        case CaseStudySection():
            return case_study(section, options, c)
        case TrendSection() | BreakdownSection() | ComparisonSection() | ProseSection():
            return _own(section, blocks_of(section.parts, section.notes, c, lead=True), c)
        case _:
            assert_never(options)


def _own(section: SectionText, blocks: tuple[Block, ...], c: Composition) -> SectionBlock:
    return SectionBlock(section.options.kind, with_heading(section, blocks, c), new_page=section.options.new_page)


def _with_contents(sections: tuple[SectionBlock, ...], c: Composition) -> tuple[SectionBlock, ...]:
    """Contents go after the summary from eight sections on, unless the author placed them."""
    headings = [b for s in sections for b in s.blocks if isinstance(b, Heading) and b.level == 1]
    if any(s.kind == "contents" for s in sections) or len(headings) < CONTENTS_FROM_HEADINGS:
        return sections
    at = next((i + 1 for i, s in enumerate(sections) if s.kind == "summary"), 0)
    block = SectionBlock("contents", (ContentsBlock(c.view.language.say("contents")),), new_page=True)
    return (*sections[:at], block, *sections[at:])


def _document(
    front: Cover | None, sections: tuple[SectionBlock, ...], c: Composition, attachments: tuple[Attachment, ...]
) -> Document:
    report, language = c.view.report, c.view.language
    return Document(
        title=report.title,
        language=report.language,
        author=report.publisher.name,
        subject=f"{language.say('kicker')}: {report.title}",
        keywords=keywords_of(c.view),
        date=report.publish.isoformat(),
        cover=front,
        sections=sections,
        notes=tuple(c.notes),
        furniture=Furniture(
            report.title,
            report.publisher.name,
            language.say("page of", page="{page}", pages="{pages}"),
            mark_of(c.view),
        ),
        wording=wording_in(language),
        attachments=attachments,
    )

"""Documents of their own that go into a pack: the quotes sheet, and the notes to editors."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from report_builder.campaign.quote import Quote, paragraphs_of
from report_builder.document.blocks import Block, Document, Heading, Paragraph, QuoteBlock, Run, SectionBlock
from report_builder.sections.view import View


def quotes_sheet(view: View, document: Document) -> Document | None:
    """Every quote with speaker, role and whole words, who approved it and when; None where there is none."""
    if not view.quotes.quotes:
        return None
    title = view.language.say("quotes sheet")
    blocks: list[Block] = [Heading(1, (Run(title),), "quotes")]
    for id_, quote in view.quotes.quotes.items():
        blocks += _quote(id_, quote, view)
    return _alone(document, title, SectionBlock("quotes", tuple(blocks)))


def notes_sheet(release: Document, kind: str) -> Document | None:
    """The notes to editors alone, as the release has them."""
    found = next((section for section in release.sections if section.kind == kind), None)
    if found is None or not found.blocks:
        return None
    first = next((b for b in found.blocks if isinstance(b, Heading)), None)
    title = "".join(run.text for run in first.runs) if first else release.title
    return _alone(release, title, found)


def _alone(document: Document, title: str, section: SectionBlock) -> Document:
    return replace(
        document,
        title=f"{title}: {document.title}",
        cover=None,
        sections=(section,),
        attachments=(),
        furniture=replace(document.furniture, header=title),
    )


def _quote(id_: str, quote: Quote, view: View) -> Iterator[Block]:
    words = view.language
    speaker = view.quotes.speakers.get(quote.speaker)
    name = speaker.name if speaker else quote.speaker
    yield Heading(2, (Run(name),), f"quote-{id_}")
    yield QuoteBlock(
        paragraphs=paragraphs_of(quote.words),
        speaker=name,
        role=speaker.role if speaker else "",
        language=quote.language if quote.language != words.code else "",
        large=False,
        source=view.sources.get(quote.source, quote.source),
    )
    if quote.trimmed:
        trimmed = " ".join(quote.trimmed.split())
        yield Paragraph((Run(words.say("quote trimmed", words=trimmed)),), "note")
    yield Paragraph((Run(_standing(id_, quote, view)),), "note")


def _standing(id_: str, quote: Quote, view: View) -> str:
    words, record = view.language, view.approvals.quotes.get(id_)
    if quote.status == "published":
        return words.say("quote published", source=view.sources.get(quote.source, quote.source))
    if record is None or quote.status == "waiting":
        return words.say("waiting")
    return words.say("quote approved", who=record.by, when=words.date(record.date))

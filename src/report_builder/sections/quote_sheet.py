"""Every quote of a project as the press office needs it: words, speaker, status, where printed, who approved it."""

from __future__ import annotations

from msgspec import Struct

from report_builder.campaign.approval import QuoteApproval
from report_builder.campaign.quote import Quote, paragraphs_of, pieces_of_trim, words_hash
from report_builder.document.blocks import Document, QuoteBlock
from report_builder.sections.quote import role_of, translation_approved
from report_builder.sections.view import View
from report_builder.text.difference import changed_words


class Translated(Struct, frozen=True):
    """A translation of a quote; `approval` is that of its speaker, None where there is none of these words."""

    language: str
    words: tuple[str, ...]
    approval: QuoteApproval | None


class SheetRow(Struct, frozen=True):
    """One quote. `words` are all of it, `trimmed` what prints in their place, `left_out` what the trim leaves out.

    `approval` is the record, `altered` what changed since it was made; `printed` names the section files.
    `changed`: the speaker's name is not their own.
    """

    id: str
    speaker: str
    role: str
    status: str
    language: str
    words: tuple[str, ...]
    trimmed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    source: str = ""
    approval: QuoteApproval | None = None
    altered: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    translations: tuple[Translated, ...] = ()
    changed: bool = False


def quote_sheet(view: View, *documents: Document) -> tuple[SheetRow, ...]:
    """A row for every quote, in the order of quotes.yml, printed in the documents or not."""
    printed: dict[str, dict[str, None]] = {}
    for section in (section for document in documents for section in document.sections):
        for block in section.blocks:
            if isinstance(block, QuoteBlock) and block.where is not None:
                printed.setdefault(block.quote, {})[block.where.file] = None
    return tuple(_row(id_, quote, tuple(printed.get(id_, ())), view) for id_, quote in view.quotes.quotes.items())


def _row(id_: str, quote: Quote, printed: tuple[str, ...], view: View) -> SheetRow:
    speaker = view.quotes.speakers.get(quote.speaker)
    record = view.approvals.quotes.get(id_)
    altered: tuple[str, ...] = ()
    if record is not None and record.hash != words_hash(quote.speaker, quote.words):
        altered = changed_words(record.words, quote.words) or ("the speaker is another",)
    return SheetRow(
        id=id_,
        speaker=speaker.name if speaker else quote.speaker,
        role=role_of(speaker, view.language),
        status=quote.status,
        language=quote.language or view.report.language,
        words=paragraphs_of(quote.words),
        trimmed=paragraphs_of(quote.trimmed),
        left_out=left_out(quote),
        source=view.sources.get(quote.source, quote.source),
        approval=record,
        altered=altered,
        printed=printed,
        translations=tuple(_translated(id_, quote, language, view) for language in quote.translations),
        changed=speaker is not None and speaker.changed is True,
    )


def left_out(quote: Quote) -> tuple[str, ...]:
    """The runs of words that a trim leaves out, in order; nothing without a trim, or where it is not one."""
    whole, out, at = " ".join(quote.words.split()), [], 0
    for piece in pieces_of_trim(quote.trimmed) if quote.trimmed else ():
        found = whole.find(piece, at)
        if found < 0:
            return ()
        out.append(whole[at:found])
        at = found + len(piece)
    return tuple(run.strip() for run in (*out, *([whole[at:]] if out else [])) if run.strip())


def _translated(id_: str, quote: Quote, language: str, view: View) -> Translated:
    words = quote.translations[language]
    record = view.approvals.translations.get(id_, {}).get(language)
    holds = translation_approved(id_, quote, language, view.approvals)
    return Translated(language, paragraphs_of(words), record if holds else None)

"""The quotes sheet of a pack: each quote as it may be printed, its trim beside the whole, and who approved what."""

from __future__ import annotations

from collections.abc import Iterator

from report_builder.campaign.approval import QuoteApproval
from report_builder.document.blocks import Block, Document, Heading, Paragraph, QuoteBlock, Run, SectionBlock
from report_builder.press.sheets_of_words import alone
from report_builder.sections.quote_sheet import SheetRow, Translated, quote_sheet
from report_builder.sections.view import View
from report_builder.words.language import Language


def quotes_sheet(view: View, document: Document) -> Document | None:
    """Every quote of the project, in the order of quotes.yml; None where there is none."""
    rows = quote_sheet(view)
    if not rows:
        return None
    title = view.language.say("quotes sheet")
    blocks = [block for row in rows for block in _quote(row, view.language)]
    return alone(document, title, SectionBlock("quotes", (Heading(1, (Run(title),), "quotes"), *blocks)))


def _quote(row: SheetRow, words: Language) -> Iterator[Block]:
    yield Heading(2, (Run(row.speaker),), f"quote-{row.id}")
    yield _said(row, row.words, row.language, words)
    yield _standing(row, words)
    if row.trimmed:
        yield Heading(3, (Run(words.say("quote trimmed")),), f"quote-{row.id}-trimmed")
        yield _said(row, row.trimmed, row.language, words)
        left_out = Run(" […] ".join(row.left_out), language=_other(row.language, words))
        yield Paragraph((Run(f"{words.say('quote left out')} "), left_out), "note")
    for translation in row.translations:
        yield from _translation(row, translation, words)


def _said(row: SheetRow, paragraphs: tuple[str, ...], language: str, words: Language) -> QuoteBlock:
    """The words between quotation marks, introduced as a newspaper prints them."""
    sentence = "said" if row.role else "said, alone"
    return QuoteBlock(
        paragraphs=paragraphs,
        speaker=row.speaker,
        role=row.role,
        language=_other(language, words),
        said=words.say(sentence, speaker=row.speaker, role=row.role),
    )


def _translation(row: SheetRow, translation: Translated, words: Language) -> Iterator[Block]:
    """The speaker's own words once they are approved; until then words outside quotation marks, and said to be so."""
    code = translation.language
    named = words.sentences.get(f"translation {code}") or words.say("translation other", code=code)
    yield Heading(3, (Run(named),), f"quote-{row.id}-{code}")
    record = translation.approval
    if record is not None:
        yield _said(row, translation.words, code, words)
        yield _note(_approved(row, record, words))
        return
    yield Paragraph((Run(f"{words.say('translation')}. {words.say('quote waiting')}"),), "caveat")
    for paragraph in translation.words:
        yield Paragraph((Run(paragraph, language=_other(code, words)),))


def _standing(row: SheetRow, words: Language) -> Paragraph:
    """Where the words were published, or whether their speaker approved them as they stand."""
    told = [words.say("quote published", source=row.source)] if row.status == "published" else []
    record = row.approval
    if record is not None and not row.altered and row.status != "waiting":
        told.append(_approved(row, record, words))
    return _note(" ".join(told)) if told else Paragraph((Run(words.say("quote waiting")),), "caveat")


def _approved(row: SheetRow, record: QuoteApproval, words: Language) -> str:
    """When, and by whom; but who approved the words of somebody whose name was changed is them, or leads to them."""
    if row.changed:
        return words.say("quote approved, unnamed", when=words.date(record.date))
    return words.say("quote approved", who=record.by, when=words.date(record.date))


def _note(words: str) -> Paragraph:
    return Paragraph((Run(words),), "note")


def _other(code: str, words: Language) -> str:
    """The code of a language where it is not that of the sheet, as marks of language are set."""
    return "" if code.partition("-")[0] == words.code.partition("-")[0] else code

"""Quotes as blocks: word for word, with speaker and role, and what keeps them from print."""

from __future__ import annotations

from collections.abc import Sequence

from report_builder.campaign.approval import ApprovalsFile
from report_builder.campaign.quote import Quote, Speaker, fault_of_trim, paragraphs_of, words_hash
from report_builder.document.blocks import Block, QuoteBlock
from report_builder.problems import Where
from report_builder.sections.composition import Composition
from report_builder.sections.fences import QuoteFence
from report_builder.sections.view import SectionText
from report_builder.text.difference import changed_words
from report_builder.words.language import Language

QUOTES_FILE = "report/quotes.yml"


def quote_block(fence: QuoteFence, where: Where, c: Composition) -> tuple[Block, ...]:
    """The quote of a ```quote block."""
    quote = c.view.quotes.quotes.get(fence.quote)
    if quote is None:
        known = ", ".join(c.view.quotes.quotes) or "none"
        c.report("Q001", f'there is no quote "{fence.quote}"', where, help=f"quotes in report/quotes.yml: {known}")
        return ()
    paragraphs = quote.paragraphs
    unknown = [n for n in fence.paragraphs if not 1 <= n <= len(paragraphs)]
    if unknown:
        c.report(
            "Q002",
            f'"{fence.quote}" has {len(paragraphs)} paragraphs, not {unknown[0]}',
            where,
            help="paragraphs count from 1",
        )
        return ()
    chosen = tuple(paragraphs[n - 1] for n in fence.paragraphs) or paragraphs
    return (_block(fence.quote, quote, chosen, fence, where, c),)


def all_quotes(ids: Sequence[str], section: SectionText, c: Composition) -> tuple[Block, ...]:
    """The quotes of a quotes section: those named, or all that stand nowhere else, one after the other."""
    named = [(q, section.at("quotes", i)) for i, q in enumerate(ids)]
    rest = [(q, section.where) for q in c.view.quotes.quotes if q not in c.placed_quotes]
    return tuple(b for q, at in named or rest for b in quote_block(QuoteFence(quote=q, large=False), at, c))


def _block(
    id_: str, quote: Quote, paragraphs: tuple[str, ...], fence: QuoteFence, where: Where, c: Composition
) -> QuoteBlock:
    language = c.view.language
    c.placed_quotes.add(id_)
    c.cite(quote.source)
    speaker = c.view.quotes.speakers.get(quote.speaker)
    own = paragraphs_of(quote.translations.get(language.code.partition("-")[0], ""))
    translation = _picked(own, fence, quote)
    translated = ""
    if translation_approved(id_, quote, language.code, c.view.approvals):
        paragraphs, translation, translated = translation, (), language.say("translation approved")
        quote = quote.model_copy(update={"language": language.code})
    return QuoteBlock(
        paragraphs=paragraphs,
        speaker=speaker.name if speaker else quote.speaker,
        role=role_of(speaker, language),
        language=quote.language if quote.language != language.code else "",
        large=fence.large,
        status=language.say("waiting") if quote.status == "waiting" else "",
        source=" · ".join(part for part in (c.citation(quote.source) if quote.source else "", translated) if part),
        translation=translation,
        translation_language=language.code if translation else "",
        translation_label=language.say("translation") if translation else "",
        quote=id_,
        where=where,
    )


def role_of(speaker: Speaker | None, words: Language) -> str:
    """The role of a speaker as it is printed, and that the name is not their own where it was changed."""
    role, changed = (speaker.role, speaker.changed) if speaker is not None else ("", None)
    if not changed:
        return role
    return f"{role} ({words.say('name changed')})" if role else words.say("name changed")


def _picked(translated: tuple[str, ...], fence: QuoteFence, quote: Quote) -> tuple[str, ...]:
    """The paragraphs of a translation that a block picks; all of them where they are not one for one."""
    if not fence.paragraphs or len(translated) != len(quote.paragraphs):
        return translated
    return tuple(translated[n - 1] for n in fence.paragraphs)


def check_quotes(c: Composition) -> None:
    """Notes what is wrong with any quote of the project, whether it is printed or not."""
    for id_, quote in c.view.quotes.quotes.items():
        at = Where(QUOTES_FILE, key=("quotes", id_), on_key=True)
        if quote.speaker not in c.view.quotes.speakers:
            known = ", ".join(c.view.quotes.speakers)
            by = Where(QUOTES_FILE, key=(*at.key, "speaker"))
            c.report(
                "Q003", f'"{id_}" is by "{quote.speaker}", who is not among the speakers', by, help=f"speakers: {known}"
            )
        _check_status(id_, quote, at, c)
        _check_translations(id_, quote, at, c)
        _check_trim(id_, quote, at, c)
        _check_markup(id_, quote, at, c)


def _check_status(id_: str, quote: Quote, at: Where, c: Composition) -> None:
    approval = c.view.approvals.quotes.get(id_)
    if quote.status == "published" and not quote.source:
        c.report(
            "Q004", f'"{id_}" is published, but no source is given', at, help="add `source:`, or set `status: waiting`"
        )
    if quote.status == "approved" and approval is None:
        c.report(
            "Q005",
            f'"{id_}" is marked approved, but there is no record of it',
            Where(at.file, key=(*at.key, "status")),
            help=f'report-builder approve quote {id_} --by "..." --author "..." --kept "where the e-mail is"',
        )
    if approval is not None and approval.hash != words_hash(quote.speaker, quote.words):
        c.report(
            "S001" if _release(c) else "Q006",
            f'"{id_}" is no longer what {approval.by} approved on {approval.date}',
            Where(at.file, key=(*at.key, "words")),
            *changed_words(approval.words, quote.words),
            help="restore the approved words, or ask for approval again and run `approve quote`",
        )
    if approval is not None and approval.own:
        c.report("Q007", f'"{id_}" was approved by the person who typed it', at, help="someone else has to approve")
    if quote.status == "waiting":
        code = "Q009" if _release(c) else "Q008"
        status = Where(at.file, key=(*at.key, "status"))
        c.report(code, f'"{id_}" is waiting for its speaker\'s approval', status, help="record it with `approve quote`")


def _release(c: Composition) -> bool:
    return c.view.report.stage != "draft"


def translation_approved(id_: str, quote: Quote, language: str, approvals: ApprovalsFile) -> bool:
    """Whether the words of a quote's translation are those that were approved by its speaker."""
    short = language.partition("-")[0]
    words = quote.translations.get(short, "")
    record = approvals.translations.get(id_, {}).get(short)
    return bool(words) and record is not None and not record.own and record.hash == words_hash(quote.speaker, words)


def _check_translations(id_: str, quote: Quote, at: Where, c: Composition) -> None:
    for language, words in quote.translations.items():
        record = c.view.approvals.translations.get(id_, {}).get(language)
        where = Where(at.file, key=(*at.key, "translations", language))
        if record is not None and record.hash != words_hash(quote.speaker, words):
            c.report(
                "S009",
                f'the translation of "{id_}" ({language}) is no longer what {record.by} approved on {record.date}',
                where,
                *changed_words(record.words, words),
                help=f"report-builder approve quote {id_} --language {language}",
            )
        if record is not None and record.own:
            message = f'the translation of "{id_}" ({language}) was approved by the person who wrote it'
            c.report("Q007", message, where, help="the speaker, or someone for them, has to approve it")


def _check_trim(id_: str, quote: Quote, at: Where, c: Composition) -> None:
    fault = fault_of_trim(quote.trimmed, quote.words) if quote.trimmed else ""
    if fault:
        c.report(
            "Q010",
            f'{fault} of "{id_}"',
            Where(at.file, key=(*at.key, "trimmed")),
            help="a trim leaves words out, marked with an ellipsis; it never changes or moves them",
        )


def _check_markup(id_: str, quote: Quote, at: Where, c: Composition) -> None:
    words = Where(at.file, key=(*at.key, "words"))
    if any(mark in quote.words for mark in ("{", "}", "](", "**")):
        c.report("Q011", f'"{id_}" holds markup', words, help="quotes are plain words: no facts, claims, links or bold")
    text = quote.words.strip()
    if len(text) > 1 and text[0] in '"“‘' and text[-1] in '"”’':
        c.report(
            "Q012", f'"{id_}" has quotation marks typed around it', words, help="leave them out; the layout draws them"
        )

"""Blocks to paragraphs, tables and pictures: one match over the closed union of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from docx.shared import Pt
from msgspec.structs import replace

from report_builder.document.blocks import (
    Ask,
    Asks,
    Block,
    ContactBlock,
    ContentsBlock,
    FigureBlock,
    Heading,
    ListBlock,
    Paragraph,
    PictureBlock,
    QuoteBlock,
    Run,
    SectionBlock,
    Support,
    SupportLines,
    TableBlock,
)
from report_builder.document.blocks import Cards as CardsBlock
from report_builder.docx.lists import put_in_list
from report_builder.docx.pictures import of_photo, picture
from report_builder.docx.setting import Setting
from report_builder.docx.styles import set_apart
from report_builder.docx.tables import cards, table

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

_STYLES = {
    "body": "Normal",
    "lead": "Lead",
    "caveat": "Caveat",
    "note": "Small Print",
    "embargo": "Embargo",
    "kicker": "Kicker",
    "ends": "Ends",
    "answer": "Answer",
    "warning": "Warning",
    "person": "Person",
    "help": "Normal",
}
_LONG = 420  # characters from which a quote is too long for large letters


def section(block: SectionBlock, setting: Setting) -> None:
    """Sets the blocks of a section, on a page of their own where they ask for it."""
    before = len(setting.word.paragraphs)
    for each in block.blocks:
        set_block(each, setting)
    added = setting.word.paragraphs[before:]
    if (block.new_page or block.whole_page) and added:
        added[0].paragraph_format.page_break_before = True
    _hold_answers(added)
    if block.apart:
        set_apart(added, setting.theme)
        setting.paragraph("", "Small Print")  # without it the next one would be drawn as the same


def _hold_answers(added: list[WordParagraph]) -> None:
    """Keeps what is said to a question on the page of the room for its answer."""
    follows = False
    for paragraph in reversed(added):
        name = paragraph.style.name or "" if paragraph.style else ""
        if follows:
            paragraph.paragraph_format.keep_with_next = True
        follows = name == "Answer" or (follows and not name.startswith("Heading"))


def set_block(block: Block, setting: Setting) -> None:
    """Sets one block."""
    match block:
        case Heading():
            made = setting.paragraph(block.runs, f"Heading {block.level}", block.where)
            setting.bookmark(made, block.anchor)
        case Paragraph():
            if block.role == "help":
                setting.word.paragraphs[-1].paragraph_format.keep_with_next = True
            setting.paragraph(block.runs, _STYLES[block.role], block.where)
        case ListBlock():
            _list(block, setting, 0)
        case CardsBlock():
            cards(block, setting)
        case FigureBlock():
            _figure(block, setting)
        case PictureBlock():
            _photo(block, setting)
        case TableBlock():
            table(block, setting)
        case QuoteBlock():
            _quote(block, setting)
        case Asks():
            _asks(block, setting)
        case SupportLines():
            setting.paragraph(block.title, "Label", block.where)
            for line in block.lines:
                _support(line, setting)
        case ContactBlock():
            if block.title:
                setting.paragraph(block.title, "Label", block.where)
            for n, runs in enumerate(block.lines, 1):
                made = setting.paragraph(runs, "List Item", block.where)
                made.paragraph_format.keep_with_next = n < len(block.lines)
        case ContentsBlock():
            _contents(block, setting)
        case _:
            assert_never(block)


def _list(block: ListBlock, setting: Setting, level: int) -> None:
    list_id = setting.lists.numbers() if block.ordered else setting.lists.bullets()
    for item in block.items:
        for n, inner in enumerate(item):
            if isinstance(inner, ListBlock):
                _list(inner, setting, level + 1)
                continue
            made = setting.paragraph(inner.runs, "Small Print" if inner.role == "note" else "List Item", inner.where)
            if n == 0:
                put_in_list(made, list_id, level)


def _figure(block: FigureBlock, setting: Setting) -> None:
    wording = setting.document.wording
    setting.paragraph((Run(f"{wording.figure} {block.number}. "), *block.title), "Caption", block.where)
    if block.subtitle:
        setting.paragraph(block.subtitle, "Small Print", block.where).paragraph_format.keep_with_next = True
    picture(setting.pictures[block.chart], block.alt, setting)
    for caveat in block.caveats:
        setting.paragraph(caveat, "Small Print", block.where)
    if block.source:
        setting.paragraph(f"{wording.source}: {block.source}", "Small Print", block.where)


def _photo(block: PictureBlock, setting: Setting) -> None:
    picture(of_photo(block.photo, setting), block.alt, setting, "Photograph")
    words = [runs for runs in (block.caption, (Run(block.model),), (Run(block.credit),)) if runs and runs[0].text]
    for n, runs in enumerate(words, 1):
        made = setting.paragraph(runs, "Small Print", block.where)
        made.paragraph_format.keep_with_next = n < len(words)
    _ends(setting)


def _ends(setting: Setting) -> None:
    """Sets what follows apart from the paragraph that was added last."""
    setting.word.paragraphs[-1].paragraph_format.space_after = Pt(setting.theme.scale.baseline)


def _quote(block: QuoteBlock, setting: Setting) -> None:
    wording = setting.document.wording
    large = block.large and not block.said and sum(map(len, block.paragraphs)) < _LONG
    if block.said:
        setting.paragraph(block.said, "Normal", block.where).paragraph_format.keep_with_next = True
    for n, words in enumerate(block.paragraphs):
        last = n == len(block.paragraphs) - 1
        quoted = f"{wording.open_quote}{words.strip()}{wording.close_quote if last else ''}"
        made = setting.paragraph(quoted, "Pull Quote" if large else "Quote", block.where, block.language)
        made.paragraph_format.keep_with_next = not last or not block.said
    if not block.said:
        role = (Run(f", {block.role}"),) if block.role else ()
        setting.paragraph((Run(block.speaker, bold=True), *role), "Speaker", block.where)
        if block.source:
            setting.paragraph(f"{wording.source}: {block.source}", "Speaker", block.where)
    if block.status:
        setting.paragraph((Run(block.status, flag=block.status),), "Speaker", block.where)
    if block.translation:
        setting.paragraph(block.translation_label, "Label", block.where)
        for words in block.translation:
            setting.paragraph(words, "Quote", block.where, block.translation_language)
    _ends(setting)


def _asks(block: Asks, setting: Setting) -> None:
    made = setting.paragraph(block.addressee, "Label" if block.brief else "Heading 2", block.where)
    made.paragraph_format.keep_with_next = True
    if block.power:
        setting.paragraph(block.power, "Small Print", block.where).paragraph_format.keep_with_next = True
    for ask in block.asks:
        _ask(ask, block, setting)


def _ask(ask: Ask, block: Asks, setting: Setting) -> None:
    text = ask.text if block.brief else tuple(_bold(run) for run in ask.text)
    put_in_list(setting.paragraph(text, "Ask", block.where), setting.lists.numbers(ask.number))
    if block.brief:
        return
    if ask.why:
        setting.paragraph(ask.why, "Ask Detail", block.where)
    if ask.evidence:
        label = (Run(f"{block.evidence_label}: ", bold=True),) if block.evidence_label else ()
        for line in ask.evidence:
            setting.paragraph((*label, *line), "Ask Detail", block.where)
            label = ()
    if ask.deadline:
        label = (Run(f"{block.deadline_label}: ", bold=True),) if block.deadline_label else ()
        setting.paragraph((*label, Run(ask.deadline)), "Ask Detail", block.where)


def _bold(run: Run) -> Run:
    return replace(run, bold=True)


def _support(line: Support, setting: Setting) -> None:
    ring = f"tel:{''.join(c for c in line.phone if c.isdigit() or c == '+')}"
    phone = Run(line.phone, url=ring, hint=f"{line.name}, {line.phone}")
    note = (Run(f" ({line.note})"),) if line.note else ()
    made = setting.paragraph((Run(line.name, bold=True), Run(": "), phone, *note), "List Item")
    made.paragraph_format.keep_with_next = True  # the contact after it stands alone on no page


def _contents(block: ContentsBlock, setting: Setting) -> None:
    """The headings of level 1 and 2 as links; page numbers would be wrong as soon as somebody edits the file."""
    setting.paragraph(block.title, "Label")
    for part in setting.document.sections:
        for heading in part.blocks:
            if isinstance(heading, Heading) and heading.level < 3:
                words = "".join(run.text for run in heading.runs)
                made = setting.paragraph((Run(words, url=f"#{heading.anchor}"),), "List Item")
                made.paragraph_format.left_indent = (heading.level - 1) * 228600

"""The news release as a document: embargo line, the author's words, ENDS, and the notes to editors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from report_builder.document.blocks import (
    Asks,
    Block,
    Document,
    Furniture,
    Heading,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Run,
    SectionBlock,
    Support,
    SupportLines,
)
from report_builder.document.printed import text_of
from report_builder.problems import Where
from report_builder.sections.body import blocks_of
from report_builder.sections.compose import Composed
from report_builder.sections.composition import Composition
from report_builder.sections.contact import contact_block
from report_builder.sections.correction import notice
from report_builder.sections.embargo import embargo_line
from report_builder.sections.fences import Part
from report_builder.sections.marks import keywords_of, mark_of
from report_builder.sections.method import method_items
from report_builder.sections.sources import source_list
from report_builder.sections.spokespeople import people_of
from report_builder.sections.view import ReleaseText, View
from report_builder.sections.wording import wording_in
from report_builder.text.spans import HeadingText, ParagraphText
from report_builder.text.walk import plain
from report_builder.words.readability import reading_age, words_of

STORY, EDITORS = "release", "notes-to-editors"
_CLOSE = 0.75  # how alike two headings are that may mean the same


def compose_release(view: View) -> Composed | None:
    """The release of one edition, what is wrong with it, and what it prints and claims; None where there is none."""
    release = view.release
    if release is None:
        return None
    c = Composition(view)
    story, for_editors = _divided(release.parts, c)
    _check_headline(release, story, c)
    blocks = tuple(_introduced(block, c) for block in blocks_of(story, release.notes, c, lead=True))
    report, say = view.report, view.language.say
    if not any(isinstance(b, Paragraph) for b in blocks):
        c.report("N004", "the release has no words", release.where, help="write a paragraph under the headline")
    kicker = " · ".join((say("news release"), report.publisher.name, view.language.date(report.publish)))
    head = (
        Paragraph((Run(embargo_line(report, view.language)),), "embargo"),
        Paragraph((Run(kicker),), "kicker"),
        *([Paragraph(said)] if (said := notice(view)) else []),
    )
    ends = Paragraph((Run(say("ends")),), "ends")
    editors = tuple(_for_editors(release, for_editors, blocks, c))
    headline = next((b.runs for b in blocks if isinstance(b, Heading)), (Run(report.title),))
    document = Document(
        title=text_of(headline),
        language=report.language,
        author=report.publisher.name,
        subject=f"{say('news release')}: {report.title}",
        keywords=keywords_of(view),
        date=report.publish.isoformat(),
        cover=None,
        sections=(SectionBlock(STORY, (*head, *blocks, ends)), SectionBlock(EDITORS, editors)),
        notes=tuple(c.notes),
        furniture=Furniture(
            f"{say('news release')}: {report.title}",
            report.publisher.name,
            say("page of", page="{page}", pages="{pages}"),
            mark_of(view),
        ),
        wording=wording_in(view.language),
    )
    printed = {k: tuple(v) for k, v in c.printed.items()}
    return Composed(document, tuple(c.problems), printed, tuple(c.claimed), tuple(c.shown))


def _introduced(block: Block, c: Composition) -> Block:
    """A quote with its speaker named before the words, as newspapers print it."""
    if not isinstance(block, QuoteBlock):
        return block
    sentence = "said" if block.role else "said, alone"
    return replace(block, said=c.view.language.say(sentence, speaker=block.speaker, role=block.role))


def length_of(release: Document) -> tuple[int, int | None]:
    """How many words the story has, headline to ENDS, and the age from which it can be read (None but in English)."""
    blocks = next(s.blocks for s in release.sections if s.kind == STORY)
    said = [words for block in blocks for words in _spoken(block)]
    english = release.language.split("-")[0] == "en"
    return sum(len(words_of(p)) for p in said), reading_age(said) if english else None


def _spoken(block: Block) -> Iterator[str]:
    """The paragraphs of a block that are read as prose."""
    if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role in ("body", "lead", "caveat")):
        yield text_of(block.runs)
    elif isinstance(block, ListBlock):
        yield from (words for item in block.items for inner in item for words in _spoken(inner))
    elif isinstance(block, QuoteBlock):
        yield from block.paragraphs
    elif isinstance(block, Asks):
        yield from (text_of(ask.text) for ask in block.asks)


def _divided(parts: Sequence[Part], c: Composition) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """What stands above ENDS, and what the author wrote under the heading of the notes to editors."""
    title = c.view.language.say("notes to editors")
    parts = tuple(p for p in parts if not _typed_ends(p, c))
    for i, part in enumerate(parts):
        if isinstance(part, HeadingText):
            words = plain(part.words).strip(" :")
            if words.casefold() == title.casefold():
                return parts[:i], parts[i + 1 :]
            if SequenceMatcher(None, _sorted(words), _sorted(title)).ratio() >= _CLOSE:
                c.report("N005", f'"{words}" stands above ENDS', part.where, help=f"write it like this:  ## {title}")
    return parts, ()


def _sorted(words: str) -> str:
    return " ".join(sorted(re.findall(r"\w+", words.casefold().replace("’s", "").replace("'s", ""))))


def _typed_ends(part: Part, c: Composition) -> bool:
    if not isinstance(part, ParagraphText):
        return False
    ends = c.view.language.say("ends")
    typed = plain(part.words).strip(" -–—*#.") == ends
    if typed:
        c.report("N006", f'"{ends}" is typed', part.where, help="take the line out; the tool writes it")
    return typed


def _check_headline(release: ReleaseText, story: Sequence[Part], c: Composition) -> None:
    headlines = [p for p in story if isinstance(p, HeadingText) and p.level == 1]
    if not headlines:
        hint = "begin its words with a line like: # What we found"
        c.report("N001", "the release has no headline", release.where, help=hint)
    for second in headlines[1:]:
        words = plain(second.words)
        c.report("N002", f'"{words}" is a second headline', second.where, help=f"write it with ##:  ## {words}")


def _for_editors(release: ReleaseText, own: Sequence[Part], story: Sequence[Block], c: Composition) -> Iterator[Block]:
    """The author's notes, then the tool's: what was counted and how, sources, spokespeople, help and contact."""
    say = c.view.language.say
    yield Heading(2, (Run(say("notes to editors")),), c.anchor())
    yield from blocks_of(own, release.notes, c)
    used = [c.view.facts.by_id(i) for i in c.printed]
    notes = [runs for _, items in method_items(used, c) for runs in items]
    notes += [(Run(sentence),) for sentence in dict.fromkeys(_of_quotes(story, c))]
    imprint = " ".join(c.view.report.publisher.imprint.split())
    notes += [(Run(imprint),)] if imprint else []
    if notes:
        yield ListBlock(True, tuple((Paragraph(runs),) for runs in notes))
    if sources := source_list(c):
        yield Heading(3, (Run(say("sources")),), c.anchor())
        yield sources
    if people := tuple(_people(release, c)):
        yield Heading(3, (Run(say("spokespeople")),), c.anchor())
        yield ListBlock(False, tuple((p,) for p in people))
    if support := c.view.report.support:
        yield SupportLines(say("support"), tuple(Support(s.name, s.phone, s.note) for s in support))
    yield contact_block(c)


def _of_quotes(story: Sequence[Block], c: Composition) -> Iterator[str]:
    for block in story:
        if isinstance(block, QuoteBlock) and block.source:
            yield c.view.language.say("note quote", who=block.speaker, source=block.source)


def _people(release: ReleaseText, c: Composition) -> Iterator[Paragraph]:
    for i, person in enumerate(people_of(c.view)):
        if not person.name:
            known = ", ".join(c.view.quotes.speakers) or "none yet"
            said = f'there is no speaker "{person.speaker}"' if person.speaker else "a spokesperson has no name"
            where = Where(release.file, key=("spokespeople", i))
            c.report("N003", said, where, help=f"give name: and role:, or one of the speakers: {known}")
            continue
        told = (person.role, person.about, c.view.language.listed(person.languages), person.available, person.note)
        more = "".join(f", {words}" for words in told if words)
        yield Paragraph((Run(person.name, bold=True), Run(more)) if more else (Run(person.name, bold=True),))

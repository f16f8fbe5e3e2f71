"""A case study: one person's story, told with their consent, under a name that need not be their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from report_builder.campaign.consent import Consent
from report_builder.campaign.quote import Speaker
from report_builder.document.blocks import Block, Paragraph, QuoteBlock, Run, SectionBlock
from report_builder.document.words import lines_of
from report_builder.problems import Where
from report_builder.sections.body import blocks_of
from report_builder.sections.composition import Composition, Shown
from report_builder.sections.consent import mark_shown
from report_builder.sections.fences import PictureFence, Placed, WarningFence
from report_builder.sections.model import CaseStudySection
from report_builder.sections.quote import QUOTES_FILE
from report_builder.sections.titles import with_heading
from report_builder.sections.view import SectionText
from report_builder.sections.warning import warning

_WORD = re.compile(r"[^\W\d_]{3,}")


def case_study(section: SectionText, options: CaseStudySection, c: Composition) -> SectionBlock:
    """The title, the warning wherever it was typed, whose story it is, the story, and whom to ask for help."""
    placed = [part for part in section.parts if isinstance(part, Placed)]
    warnings = [part for part in placed if isinstance(part.fence, WarningFence)]
    warned = tuple(paragraph for part in warnings for paragraph in warning(part, c))
    person = _person(section, options, c)
    story = blocks_of([part for part in section.parts if part not in warnings], section.notes, c)
    own = tuple(_by_name_alone(block, person) for block in with_heading(section, story, c))
    marks = mark_shown(
        Shown("story", options.consent, section.where, *(section.at("consent", k) for k in ("given", "until", "uses"))),
        c,
    )
    named = (_named(person, c),) if person is not None else ()
    if person is not None and person.changed:
        _check_pictures(placed, c)
        _check_names(own, person, options.consent, section, c)
    blocks = (*own[:1], *marks, *warned, *named, *own[1:], *_help(section.where, c))
    return SectionBlock("case-study", blocks, new_page=options.new_page, apart=True)


def _person(section: SectionText, options: CaseStudySection, c: Composition) -> Speaker | None:
    found = c.view.quotes.speakers.get(options.person)
    if found is None:
        known = ", ".join(c.view.quotes.speakers) or "none yet"
        said = f'there is no speaker "{options.person}"' if options.person else "nobody is named whose story it is"
        where = section.at("person") if options.person else section.where
        c.report("I022", said, where, help=f"write  person: …  with one of the speakers in {QUOTES_FILE}: {known}")
    elif found.changed is None:
        message = f'it is not said whether "{options.person}" appears under their own name'
        where = Where(QUOTES_FILE, key=("speakers", options.person), on_key=True)
        c.report("I023", message, where, help="add  changed: true  or  changed: false")
    return found


def _named(person: Speaker, c: Composition) -> Paragraph:
    """The name line, and that names have been changed where they were."""
    role = f", {person.role}" if person.role else ""
    changed = f". {c.view.language.say('names changed')}" if person.changed else ""
    return Paragraph((Run(person.name, bold=True), Run(role + changed)), "person")


def _by_name_alone(block: Block, person: Speaker | None) -> Block:
    """A quote of the person, who has been introduced above."""
    own = isinstance(block, QuoteBlock) and person is not None and block.speaker == person.name
    return replace(block, role="") if own and isinstance(block, QuoteBlock) else block


def _help(where: Where, c: Composition) -> Iterator[Paragraph]:
    """The support lines of the report, each with a link that rings it."""
    for n, line in enumerate(c.view.report.support):
        label = (Run(f"{c.view.language.say('support')}: ", bold=True),) if n == 0 else ()
        ring = Run(line.phone, url=f"tel:{line.phone.replace(' ', '')}", hint=f"{line.name}, {line.phone}")
        note = (Run(f" ({line.note})"),) if line.note else ()
        yield Paragraph((*label, Run(f"{line.name}, "), ring, *note), "help", where)


def _check_pictures(placed: list[Placed], c: Composition) -> None:
    """That nobody is known again by their picture whose name was changed."""
    for part in placed:
        if isinstance(part.fence, PictureFence) and part.fence.people != "none" and not part.fence.model:
            message = "the name was changed, and the picture is not said to be of a model"
            hint = "make sure that nobody can be recognised, or show a model and write  model: true"
            c.report("I024", message, part.at("file"), help=hint)


def _check_names(
    blocks: tuple[Block, ...], person: Speaker, consent: Consent | None, section: SectionText, c: Composition
) -> None:
    """That no name of the consent is printed. It is not quoted, for what is said here is written into results.json."""
    if consent is None:
        return
    texts = [set(_WORD.findall(" ".join(lines_of(block)))) for block in blocks]
    typed = set(_WORD.findall(consent.who))
    ordinary = {word for word in typed.union(*texts) if word.islower()}
    names = {w for w in typed if w[0].isupper() and w.lower() not in ordinary} - set(_WORD.findall(person.name))
    for block, text in zip(blocks, texts, strict=True):
        if names & text:
            where = getattr(block, "where", None) or section.where
            hint = "take the name out of the story; under `who:` a relation, as “her mother”, is enough"
            c.report("I025", "a name that stands in the consent is printed here", where, help=hint)

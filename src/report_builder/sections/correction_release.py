"""The corrective release: what was wrong, old and new figures, which version is superseded, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from report_builder.campaign.correction import Correction
from report_builder.document.blocks import Block, Document, Furniture, Heading, ListBlock, Paragraph, Run, SectionBlock
from report_builder.sections.composition import Composition
from report_builder.sections.contact import contact_block
from report_builder.sections.correction import changed_figures, note_of, replaces, told_of
from report_builder.sections.embargo import embargo_line
from report_builder.sections.marks import keywords_of, mark_of
from report_builder.sections.view import View
from report_builder.sections.wording import wording_in


def compose_correction(view: View) -> Document | None:
    """The corrective release of one edition; None where nothing was corrected."""
    if view.correction is None:
        return None
    report, say = view.report, view.language.say
    headline = say("correction headline", title=report.title)
    return Document(
        title=headline,
        language=report.language,
        author=report.publisher.name,
        subject=f"{say('corrections')}: {report.title}",
        keywords=keywords_of(view),
        date=view.correction.date.isoformat(),
        cover=None,
        sections=(SectionBlock("correction", tuple(_blocks(view, view.correction, headline))),),
        notes=(),
        furniture=Furniture(
            headline, report.publisher.name, say("page of", page="{page}", pages="{pages}"), mark_of(view)
        ),
        wording=wording_in(view.language),
    )


def _blocks(view: View, correction: Correction, headline: str) -> Iterator[Block]:
    say, c = view.language.say, Composition(view)
    yield Paragraph((Run(embargo_line(view.report, view.language)),), "embargo")
    yield Heading(1, (Run(headline),), c.anchor())
    yield Paragraph((Run(f"{view.report.publisher.name} · {view.language.date(correction.date)}"),), "note")
    yield Paragraph((Run(note_of(correction)),), "lead")
    changed = changed_figures(view)
    if changed:
        yield Paragraph((Run(say("corrected figures lead")),))
        yield ListBlock(False, tuple((Paragraph((Run(told_of(one, view)),)),) for one in changed))
    elif view.superseded is not None:
        yield Paragraph((Run(say("corrected no figures")),))
    request = say("correction request", version=correction.version)
    yield Paragraph((Run(f"{replaces(correction, view)} {request}"),))
    known = view.releases.of(correction.supersedes, f"{view.place.id}.{view.language.code}")
    if known is not None:
        told = say(
            "corrected superseded",
            version=known.version,
            date=view.language.date(known.date),
            file=known.file,
            checksum=known.sha256,
        )
        yield Paragraph((Run(told),), "note")
    yield Paragraph((Run(say("ends")),), "ends")
    yield contact_block(c)

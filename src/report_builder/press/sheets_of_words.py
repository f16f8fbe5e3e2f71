"""Documents of their own that go into a pack beside the report."""

from __future__ import annotations

from msgspec.structs import replace

from report_builder.document.blocks import Document, Heading, SectionBlock


def alone(document: Document, title: str, section: SectionBlock) -> Document:
    """One section as a document of its own, with the furniture of the one it goes with."""
    return replace(
        document,
        title=f"{title}: {document.title}",
        cover=None,
        sections=(section,),
        notes=(),
        attachments=(),
        furniture=replace(document.furniture, header=title),
    )


def notes_sheet(release: Document, kind: str) -> Document | None:
    """The notes to editors alone, as the release has them."""
    found = next((section for section in release.sections if section.kind == kind), None)
    if found is None or not found.blocks:
        return None
    first = next((b for b in found.blocks if isinstance(b, Heading)), None)
    title = "".join(run.text for run in first.runs) if first else release.title
    return replace(alone(release, title, found), notes=release.notes)

"""The sheet of a pack that says who can be interviewed, on what, in which languages and when."""

from __future__ import annotations

from collections.abc import Iterator

from report_builder.campaign.release import Spokesperson
from report_builder.document.blocks import Block, Document, Heading, Paragraph, Run, SectionBlock
from report_builder.press.sheets_of_words import alone
from report_builder.sections.composition import Composition
from report_builder.sections.contact import contact_block
from report_builder.sections.spokespeople import people_of
from report_builder.sections.view import View


def spokespeople_sheet(view: View, document: Document) -> Document | None:
    """Everyone whom the release names, and whom to ring for an interview; None where it names nobody."""
    people = people_of(view)
    if not people:
        return None
    title = view.language.say("spokespeople")
    blocks = [block for n, person in enumerate(people, 1) for block in _person(n, person, view)]
    heading = Heading(1, (Run(title),), "spokespeople")
    return alone(document, title, SectionBlock("spokespeople", (heading, *blocks, contact_block(Composition(view)))))


def _person(number: int, person: Spokesperson, view: View) -> Iterator[Block]:
    words = view.language
    yield Heading(2, (Run(person.name),), f"person-{number}")
    if person.role:
        yield Paragraph((Run(person.role),))
    for label, said in (
        ("speaks about", person.about),
        ("speaks in", words.listed(person.languages)),
        ("available", person.available),
    ):
        if said:
            yield Paragraph((Run(f"{words.say(label)} ", bold=True), Run(said)))
    if person.note:
        yield Paragraph((Run(person.note),), "note")

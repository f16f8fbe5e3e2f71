"""Who can be interviewed, as the release and the pack name them."""

from __future__ import annotations

from report_builder.campaign.release import Spokesperson
from report_builder.sections.quote import role_of
from report_builder.sections.view import View


def people_of(view: View) -> tuple[Spokesperson, ...]:
    """Those of the release, each with name and role; both "" for a speaker whom quotes.yml does not know."""
    return tuple(_named(person, view) for person in view.release.head.spokespeople) if view.release else ()


def _named(person: Spokesperson, view: View) -> Spokesperson:
    speaker = view.quotes.speakers.get(person.speaker)
    if speaker is None:
        return person
    return person.model_copy(
        update={"name": person.name or speaker.name, "role": person.role or role_of(speaker, view.language)}
    )

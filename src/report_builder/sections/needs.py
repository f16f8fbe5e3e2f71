"""Whether a section has the figures it needs; where not, it is left out and that is said."""

from __future__ import annotations

from report_builder.facts.family import Unfound
from report_builder.sections.composition import Composition
from report_builder.sections.view import SectionText


def met(section: SectionText, c: Composition) -> bool:
    """Whether every fact under `needs:` has a figure; a note says what was left out for want of which."""
    for i, reference in enumerate(section.options.needs):
        found = c.view.facts.reference(reference)
        if isinstance(found, Unfound):
            if found.away:
                said = f'"{section.name}" is left out: {reference} has no figure for {c.view.place.name}'
                c.report("P062", said, section.where)
                return False
            if not found.reported:
                c.report("F001", found.message, section.at("needs", i), help=found.help)
        elif found.value is None and not found.wording:
            c.report("P062", f'"{section.name}" is left out: {found.id} has no figure', section.where, found.reason)
            return False
    return True

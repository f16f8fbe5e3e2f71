"""What a corrected report says of itself: a dated notice on page 1, every figure that changed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from report_builder.campaign.correction import Correction
from report_builder.document.blocks import Heading, ListBlock, Paragraph, Run, Runs, SectionBlock
from report_builder.facts.fact import Fact
from report_builder.facts.ledger import Entry, Ledger, as_number
from report_builder.sections.composition import Composition
from report_builder.sections.view import View
from report_builder.words.forms import figure

_ON_COVER = 3  # changed figures that are told on the first page


class ChangedFigure(Struct, frozen=True):
    """A figure that a version printed and the next one gives otherwise; `now` is "" where it is no longer given.

    `before` is "" where the old figure is withheld by now: a correction must not print it again.
    """

    id: str
    label: str
    before: str
    now: str


def changed_figures(view: View) -> tuple[ChangedFigure, ...]:
    """The figures printed in the version that is corrected which are others now, in its order."""
    return tuple(_changed(view.superseded, view)) if view.superseded is not None else ()


def _changed(before: Ledger, view: View) -> Iterator[ChangedFigure]:
    facts = {fact.id: fact for fact in view.facts}
    for entry in before.facts:
        fact = facts.get(entry.id)
        if entry.printed and not _same(entry, fact):
            has = fact is not None and (fact.value is not None or fact.wording)
            now = figure(fact, view.language, "compact") if fact is not None and has else ""
            withheld = fact is not None and fact.suppressed
            old = "" if withheld else entry.figure or entry.wording or view.language.say("no figure")
            yield ChangedFigure(entry.id, _label(entry), old, "" if withheld else now)


def _same(entry: Entry, fact: Fact | None) -> bool:
    if fact is None:
        return False
    value = None if fact.value is None else as_number(fact.value)
    known = None if entry.value is None else as_number(entry.value)
    return (known, entry.wording, entry.unit) == (value, fact.wording, fact.unit)


def _label(entry: Entry) -> str:
    when = f"{entry.from_}–{entry.period}" if entry.from_ else entry.period
    return f"{entry.label} ({', '.join(part for part in (entry.place, when) if part)})"


def notice(view: View) -> Runs:
    """The notice of the first page; nothing where nothing was corrected."""
    correction = view.correction
    if correction is None:
        return ()
    say = view.language.say
    changed = changed_figures(view)
    told = (
        [told_of(one, view) for one in changed]
        if len(changed) <= _ON_COVER
        else [say("corrected figures below", title=say("corrections"))]
    )
    lead = say("corrected on", date=view.language.date(correction.date))
    rest = " ".join((note_of(correction), *told, replaces(correction, view)))
    return (Run(lead, bold=True), Run(f" {rest}"))


def note_of(correction: Correction) -> str:
    """What was wrong, as a sentence."""
    note = " ".join(correction.note.split())
    return note if note[-1:] in ".!?”" else f"{note}."


def replaces(correction: Correction, view: View) -> str:
    """Which version this is, and which it takes the place of."""
    return view.language.say("corrected version", version=correction.version, before=correction.supersedes)


def told_of(one: ChangedFigure, view: View) -> str:
    """One changed figure as a sentence, old and new."""
    label = one.label[:1].upper() + one.label[1:]
    if not one.before:
        return view.language.say("corrected figure, withheld", label=label)
    sentence = "corrected figure" if one.now else "corrected figure, gone"
    return view.language.say(sentence, label=label, before=one.before, now=one.now)


def corrections(c: Composition) -> SectionBlock | None:
    """The section that lists what was corrected; None where nothing was, or all of it stands on the first page."""
    changed = changed_figures(c.view)
    if c.view.correction is None or len(changed) <= _ON_COVER:
        return None
    items = tuple((Paragraph((Run(told_of(one, c.view)),)),) for one in changed)
    heading = Heading(1, (Run(c.view.language.say("corrections")),), c.anchor())
    return SectionBlock("corrections", (heading, Paragraph(notice(c.view)), ListBlock(False, items)))


def with_corrections(sections: tuple[SectionBlock, ...], covered: bool, c: Composition) -> tuple[SectionBlock, ...]:
    """The sections with the list of corrections before the method, and the notice first where there is no cover."""
    said = notice(c.view)
    if said and not covered and sections:
        head, *rest = sections[0].blocks
        first = replace(sections[0], blocks=(head, Paragraph(said, "caveat"), *rest))
        sections = (first, *sections[1:])
    listed = corrections(c)
    if listed is None:
        return sections
    at = next((i for i, s in enumerate(sections) if s.kind == "method"), len(sections))
    return (*sections[:at], listed, *sections[at:])


def sentences(view: View) -> tuple[str, ...]:
    """Every sentence with an old figure or a version in it, for the ledger: they are no figures of this report."""
    if view.correction is None:
        return ()
    note = note_of(view.correction)
    told = (told_of(one, view) for one in changed_figures(view))
    return (replaces(view.correction, view), note, *told)

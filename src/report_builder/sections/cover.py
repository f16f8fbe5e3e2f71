"""The cover: a checked headline, a standfirst, one number with its trend, date and imprint."""

from __future__ import annotations

from report_builder.charts.chart import Chart, Panel, Series
from report_builder.charts.describe import alt_text
from report_builder.document.blocks import Cover, Hero, Run, Runs
from report_builder.document.printed import text_of
from report_builder.facts.fact import Fact
from report_builder.problems import Where
from report_builder.sections.body import trimmed
from report_builder.sections.captions import period_of, place_of
from report_builder.sections.composition import Composition
from report_builder.sections.correction import notice
from report_builder.sections.lint import lint
from report_builder.sections.mentions import first_mentions, unsaid_caveats
from report_builder.sections.model import CoverSection
from report_builder.sections.parts import brief_caveat
from report_builder.sections.points import point
from report_builder.sections.resolve import fact_named, say
from report_builder.sections.view import SectionText, View
from report_builder.text.spans import HeadingText, ParagraphText
from report_builder.words.figures import headline_figure


def cover(section: SectionText, options: CoverSection, c: Composition) -> Cover:
    """The cover of a section file: its first heading is the headline, its paragraphs the standfirst."""
    headline: Runs = (Run(c.view.report.title),)
    standfirst: list[Runs] = []
    owed: dict[str, Fact] = {}
    for part in section.parts:
        if isinstance(part, HeadingText):
            said = say(part.words, c, headline=True)
            lint(part.words, c)
            first_mentions(said, part.where, c)
            headline, owed = said.final(), owed | said.unpaid()
        elif isinstance(part, ParagraphText):
            said = say(part.words, c)
            lint(part.words, c)
            owed = {k: f for k, f in (owed | said.owed).items() if k not in said.paid}
            first_mentions(said, part.where, c)
            if said.text.strip():
                standfirst.append(trimmed(said.final()))
        else:
            c.report(
                "P060", "a cover holds a headline and paragraphs only", part.where, help="move it to the next section"
            )
    above = " ".join(text_of(runs) for runs in standfirst)
    standfirst += [(Run(text, fact=f.id),) for text, f in unsaid_caveats(owed, above, set(), c)]
    if corrected := notice(c.view):
        standfirst.append(corrected)
    report, language = c.view.report, c.view.language
    return Cover(
        kicker=report.kicker or language.say("kicker"),
        headline=headline,
        standfirst=tuple(standfirst),
        hero=_hero(options, section.at("hero"), c) if options.hero else None,
        date=language.date(report.publish),
        publisher=report.publisher.name,
        lines=tuple(
            x for x in (report.publisher.imprint.strip(), report.publisher.legal.strip(), review_line(c.view)) if x
        ),
        where=section.where,
    )


def review_line(view: View) -> str:
    """Who has read the text in a language that the tool's own makers could not read over, or that is a translation."""
    language = view.language
    reviewed_by = view.report.reviewed_by
    if language.reviewed and language.code not in reviewed_by:
        return ""
    who = reviewed_by.get(language.code, "")
    return language.say("reviewed by", who=who) if who else language.say("not reviewed")


def _hero(options: CoverSection, where: Where, c: Composition) -> Hero | None:
    fact = fact_named(options.hero, where, c)
    if fact is None:
        return None
    if fact.value is None and not fact.wording:
        if c.view.one_of_many:  # most editions have it; this one does without
            c.report("P062", f"the cover has no number: {fact.id} has no figure", where, fact.reason)
            return None
        hint = "choose another figure for the cover, or leave `hero:` out"
        c.report("F020", f'"{fact.id}" has no figure', where, *([fact.reason] if fact.reason else []), help=hint)
        return None
    c.use(fact, where)
    label = ", ".join(p for p in (fact.label, place_of(fact, c), period_of((fact,), c)) if p)
    trend = _trend(fact, c)
    alt = alt_text(trend, label, "", c.view.language) if trend else ""
    return Hero(
        headline_figure(fact, c.view.language),
        label,
        brief_caveat(fact, c) or c.view.language.reason(fact.reason),
        trend,
        alt,
        fact=fact.id,
    )


def _trend(fact: Fact, c: Composition) -> Chart | None:
    """The fact's own years as small columns, its own year highlighted; None where they are fewer than three, or all
    but one are gaps."""
    years = c.view.facts.families[fact.name].axis("year")
    if years is None or len(years.members) < 3:
        return None
    points = []
    for year in years.members:
        given = {**dict(fact.key), "year": year.id}
        found = c.view.facts.find(fact.name, (), given)
        if isinstance(found, Fact):
            points.append(point(found, year.name, c, found.id == fact.id))
    if sum(p.drawn is not None for p in points) < 2:
        return None
    series = Series(fact.label, tuple(points))
    return Chart("columns", (Panel("", (series,)),), c.view.language.say("no figure"), compact=True, reverse=True)

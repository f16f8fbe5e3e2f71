"""An edition, one place and language of a report, and what it is composed from."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from report_builder.campaign.area import Area, EditionsFile
from report_builder.campaign.place import Place
from report_builder.campaign.quote import QuotesFile
from report_builder.campaign.report import Report
from report_builder.facts.family import Facts
from report_builder.pipe.prepare import Prepared, Spoken, kept_in
from report_builder.pipe.translate import asks_in, quotes_in, report_in, section_in
from report_builder.problems import Problem, Where, problem
from report_builder.project.editions import EDITIONS, file_name
from report_builder.project.load import REPORT
from report_builder.project.model import Project
from report_builder.sections.view import SectionText, View
from report_builder.tables.ids import make_id
from report_builder.words import LANGUAGES, language
from report_builder.words.language import Language
from report_builder.words.style import in_style, style_of


class Edition(Struct, frozen=True):
    """One place, by its id, and one language of a report; `name` is that of its files, without a suffix.

    Where the languages of a place are bound in one PDF, `halves` are the editions in each, the first language its own;
    a half knows that it is one, for what it attaches must have names of its own.
    """

    area: str
    language: str
    name: str
    halves: tuple[Edition, ...] = ()
    half: bool = False

    @property
    def parts(self) -> tuple[Edition, ...]:
        """The editions in one language that it is made of, or itself."""
        return self.halves or (self,)

    @property
    def languages(self) -> str:
        """The codes of its languages."""
        return " ".join(part.language for part in self.parts)

    def __str__(self) -> str:
        return f"{self.area}, {self.languages}"


def own_edition(project: Project) -> Edition:
    """The edition that report.yml itself names."""
    return Edition(make_id(project.report.place), project.report.language, project.report.slug)


def editions_of(project: Project) -> tuple[Edition, ...]:
    """Every edition of report/editions.yml, area by area; the report's own where there is no such file."""
    made = project.editions
    if made is None:
        return (own_edition(project),)
    slug = project.report.slug
    if made.bound:
        return tuple(_bound(made, area, slug) for area in made.areas)
    return tuple(
        Edition(area, code, file_name(made, area, code, slug)) for area in made.areas for code in made.languages
    )


def _bound(made: EditionsFile, area: str, slug: str) -> Edition:
    """The edition of an area in all languages; a half is named by its own, whatever the pattern."""
    whole = file_name(made, area, "-".join(made.languages), slug)
    names = {code: file_name(made, area, code, slug) for code in made.languages}
    halves = tuple(
        Edition(area, code, f"{whole}-{code}" if name == whole else name, half=True) for code, name in names.items()
    )
    return Edition(area, made.languages[0], whole, halves)


def view_of(prepared: Prepared, edition: Edition, draft: bool = False) -> tuple[View, tuple[Problem, ...]]:
    """The facts, words, quotes and asks of one edition: nothing is computed or filtered, only looked at from there."""
    project, overlay = prepared.project, prepared.project.overlays.get(edition.language)
    spoken = prepared.in_language(edition.language)
    words, problems = _words(edition.language)
    words = in_style(words, style_of(project.report.style))
    facts = replace(spoken.facts, here=edition.area)
    place = _place(project, edition.area, edition.language, words, project.report.place)
    sections, release = _sections(project, edition), project.release
    report, quotes, asks, sources = project.report, _quotes(project, edition), project.asks, project.citations
    if overlay is not None:
        report, quotes = report_in(report, overlay, words.code), quotes_in(quotes, overlay, report.language)
        asks, release = asks_in(asks, overlay), overlay.release
        sections = tuple(section_in(s, overlay) for s in sections)
        sources = {id_: overlay.data.get(" ".join(text.split()), text) for id_, text in sources.items()}
    if release is not None and project.release is not None:
        areas = project.release.head.only_for
        release = release if not areas or edition.area in areas else None
    view = View(
        _report(report, spoken, edition, place),
        facts,
        words,
        place,
        sections,
        quotes,
        project.approvals,
        asks,
        sources,
        draft,
        project.cited,
        release,
        project.social if overlay is None else overlay.social,
        project.editions is not None,
        kept_in(edition.language, prepared.entries),
        kept_in(edition.language, prepared.figures),
        prepared.linted.setdefault(edition.language, {}),
        correction=project.history.last,
        superseded=project.history.superseded.get(f"{edition.area}.{words.code}"),
        releases=project.history.releases,
        maps=project.maps,
        photos=project.photos,
        parent=_larger(project, edition, words, facts),
        half=edition.language if edition.half else "",
    )
    return view, (*problems, *spoken.problems)


def _quotes(project: Project, edition: Edition) -> QuotesFile:
    """The quotes; one that is translated for this edition was said in the report's own language, unless it says so."""
    own, short = project.report.language, edition.language.partition("-")[0]
    if own == edition.language:
        return project.quotes
    quotes = {
        id_: quote.model_copy(update={"language": own}) if short in quote.translations and not quote.language else quote
        for id_, quote in project.quotes.quotes.items()
    }
    return project.quotes.model_copy(update={"quotes": quotes})


def place_named(project: Project, edition: Edition) -> tuple[str, Where]:
    """An edition's place as it is typed, and where: by its id in editions.yml, else by its name in report.yml."""
    if project.editions is not None and edition.area in project.editions.areas:
        return edition.area, Where(EDITIONS, key=("areas", edition.area), on_key=True)
    return project.report.place, Where(REPORT, key=("place",))


def _words(code: str) -> tuple[Language, tuple[Problem, ...]]:
    words = language(code)
    if words is not None:
        return words, ()
    known = ", ".join(w.code for w in LANGUAGES)
    where = Where(REPORT, key=("language",))
    return LANGUAGES[0], (problem("P064", f'the tool does not write "{code}" yet', where, help=f"it writes {known}"),)


def _place(project: Project, id_: str, code: str, words: Language, name: str) -> Place:
    """A place as a language writes it; by `name` where neither the editions nor the report say how."""
    area = project.editions.areas.get(id_) if project.editions else None
    typed = area.phrases(code) if area else project.report.places.get(id_)
    name = typed.name if typed else name
    return Place(
        id_,
        name,
        (typed.in_ if typed else "") or words.say("in place", place=name),
        (typed.of if typed else "") or words.say("of place", place=name),
        tuple(form for form, said in (("in", typed and typed.in_), ("of", typed and typed.of)) if not said),
        area.columns(code) if area else {},
    )


def _larger(project: Project, edition: Edition, words: Language, facts: Facts) -> Place | None:
    """The larger area that the edition's own is part of, where it is part of one."""
    parent = facts.parents.get(edition.area)
    if parent is None:
        return None
    typed = parent in project.report.places or (project.editions is not None and parent in project.editions.areas)
    name = "" if typed else facts.places().get(parent, parent)
    return _place(project, parent, edition.language, words, name)


def _area(project: Project, edition: Edition) -> Area | None:
    return project.editions.areas.get(edition.area) if project.editions else None


def _report(report: Report, spoken: Spoken, edition: Edition, place: Place) -> Report:
    """The report as this edition has it: its place, language and title."""
    title = report.title
    for sign, words in (("{place}", place.name), ("{place:in}", place.inside), ("{place:of}", place.of)):
        title = title.replace(sign, words)
    changes = {"title": title, "language": edition.language, "places": report.places | spoken.places}
    if edition.area in spoken.places:
        changes["place"] = place.name
    return report.model_copy(update=changes)


def _sections(project: Project, edition: Edition) -> tuple[SectionText, ...]:
    """The sections of this edition: those for its area, and another file where the area has one of its own."""
    area = _area(project, edition)
    instead = (
        {name.removesuffix(".md"): other.removesuffix(".md") for name, other in area.sections.items()} if area else {}
    )
    out = {name.removesuffix(".md") for name in area.leave_out} if area else set()
    wanted = (s for s in project.sections if s.name not in out)
    placed = (project.others.get(instead.get(s.name, ""), s) for s in wanted)
    return tuple(s for s in placed if not s.options.only_for or edition.area in s.options.only_for)

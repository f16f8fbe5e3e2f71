"""Loads a project folder: every file read, parsed and validated, all that is wrong with any of them collected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from report_builder.brand.folder import Folder as BrandFolder
from report_builder.brand.theme import Theme
from report_builder.cache import Cache, key_of
from report_builder.campaign.approval import ApprovalsFile
from report_builder.campaign.area import EditionsFile
from report_builder.campaign.ask import AsksFile
from report_builder.campaign.quote import QuotesFile
from report_builder.campaign.report import Report
from report_builder.facts.ledger import Ledger
from report_builder.facts.ledger import read as read_ledger
from report_builder.facts.spec import AnySpec, FactsFile
from report_builder.problems import Problem, ReportError, Severity, Where, errors, problem
from report_builder.problems.locate import SourceFile
from report_builder.project.echoes import without_echoes
from report_builder.project.editions import EDITIONS, load_editions
from report_builder.project.history import load_history
from report_builder.project.loading import Loading
from report_builder.project.maps import load_maps
from report_builder.project.model import Project
from report_builder.project.overlay import load_overlays, with_translations
from report_builder.project.photos import load_photos
from report_builder.project.release_file import load_release
from report_builder.project.section_file import load_section
from report_builder.project.social_file import load_social
from report_builder.project.theme import theme as theme_of
from report_builder.project.unlisted import unknown_datasets, unknown_sources
from report_builder.project.yaml import parse
from report_builder.sections.view import AskText, ReleaseText, SectionText
from report_builder.tables.citations import unlisted_sources
from report_builder.tables.dataset import Dataset
from report_builder.tables.spec import DatasetsFile
from report_builder.tables.store import from_json, to_json
from report_builder.versions import installed

REPORT, FACTS, QUOTES, ASKS, APPROVALS = (
    f"report/{name}.yml" for name in ("report", "facts", "quotes", "asks", "approvals")
)
DATASETS = "data/datasets.yml"
RELEASE = "report/release.md"
SOCIAL = "report/social.yml"


def load(root: Path, cache: Cache | None = None) -> Project:
    """The project in `root`. ReportError with every problem found, where any of them keeps it from being used."""
    if not (root / REPORT).is_file():
        raise ReportError([_no_project(root)])
    loading = Loading(root, cache or Cache())
    report = loading.model(REPORT, Report)
    facts = loading.model(FACTS, FactsFile)
    quotes = loading.model(QUOTES, QuotesFile, optional=True) or QuotesFile()
    approvals = loading.model(APPROVALS, ApprovalsFile, optional=True) or ApprovalsFile()
    asks = _asks(loading)
    described = loading.model(DATASETS, DatasetsFile)
    datasets = _datasets(described, loading) if described else {}
    earlier = _earlier(datasets, loading)
    previous = _previous(report, loading)
    specs: dict[str, AnySpec] = facts.root if facts else {}
    editions = load_editions(report, loading)
    sections = _sections(report, loading)
    release, social = _release(loading), load_social(SOCIAL, loading)
    others = _other_sections(editions, loading)
    history = load_history(loading)
    if report is not None and history.last is not None:
        report = report.model_copy(update={"version": history.last.version})
    maps = load_maps((*sections, *others.values()), loading)
    overlays = load_overlays(editions, report, loading)
    quotes = with_translations(quotes, overlays)
    theme = _theme(report, loading)
    worded = (*sections, *others.values(), *(s for o in overlays.values() for s in o.sections.values()))
    releases = (release, *(o.release for o in overlays.values()))
    parts = [part for text in worded for part in text.parts]
    parts += [part for text in releases if text is not None for part in text.parts]
    photos = load_photos(parts, theme, loading)
    citations = {k: s.text for k, s in described.sources.items()} if described else {}
    if described and facts:
        loading.problems += unknown_datasets(specs, described, FACTS)
        loading.problems += unknown_sources(specs, quotes, citations, FACTS, QUOTES)
    problems = without_echoes((*loading.folder.problems, *loading.problems))
    files = {
        name: SourceFile(name, text, loading.parsed[name].marks if name in loading.parsed else {})
        for name, text in loading.folder.texts.items()
    }
    if report is None or facts is None or described is None or theme is None:
        raise LoadError(problems, files)
    return Project(
        root,
        report,
        specs,
        datasets,
        quotes,
        approvals,
        asks,
        sections,
        citations,
        theme,
        files,
        problems,
        frozenset(loading.unread),
        earlier,
        previous,
        described.sources,
        release,
        social,
        editions,
        others,
        loading.folder.digests,
        history,
        maps,
        overlays,
        photos,
    )


def _no_project(root: Path) -> Problem:
    if not root.exists():
        message = f'there is no folder "{root}"'
    elif not root.is_dir():
        message = f'"{root}" is a file, not a project folder'
    else:
        message = f'"{root}" holds no project: there is no {REPORT} in it'
    hint = "give the project's folder, or make one: report-builder new FOLDER"
    above = next((p for p in (root.resolve().parent, root.resolve().parent.parent) if (p / REPORT).is_file()), None)
    return problem("X001", message, None, help=f'the project is the folder "{above}"' if above else hint)


class LoadError(ReportError):
    """A project that cannot be used at all, with the texts its problems point into."""

    def __init__(self, problems: tuple[Problem, ...], files: dict[str, SourceFile]) -> None:
        super().__init__(problems)
        self.files = files


def _asks(loading: Loading) -> tuple[AskText, ...]:
    asks = loading.model(ASKS, AsksFile, optional=True)
    if asks is None:
        return ()
    read = loading.asks(ASKS, asks.root)
    return tuple(replace(ask, evidence=asks.root[ask.id].evidence) for ask in read)


def _datasets(described: DatasetsFile, loading: Loading) -> dict[str, Dataset]:
    out: dict[str, Dataset] = {}
    loading.problems += unlisted_sources(described, DATASETS)
    for id_, spec in described.datasets.items():
        data = loading.folder.data(spec.path(DATASETS), Where(DATASETS, key=(id_, "file")))
        if data is None:
            continue
        key = key_of("dataset", installed(), id_, spec.model_dump_json(), data)
        stored = loading.cache.get(key)
        made = from_json(stored) if stored else None
        if made is None:
            from report_builder.tables.load import dataset  # the reading of tables is a fiftieth of a warm build

            made, problems = dataset(id_, spec, data, DATASETS)
            loading.problems += problems
            loading.shown(spec.path(DATASETS), data, problems)
            if errors(problems):  # nothing is computed from figures in doubt: it would be a second complaint, or false
                continue
            if made is not None and not problems:
                loading.cache.put(key, to_json(made))
        if made is not None:
            out[id_] = replace(made, protection=spec.protect)
    return out


def _earlier(datasets: dict[str, Dataset], loading: Loading) -> dict[str, bytes]:
    """The ledgers of earlier releases that `protect:` names, by their place in the project."""
    out: dict[str, bytes] = {}
    for id_, made in datasets.items():
        for name in made.protection.earlier if made.protection else ():
            data = loading.folder.data(name, Where(DATASETS, key=(id_, "protect", "earlier")))
            if data is not None:
                out[name] = data
    return out


def _previous(report: Report | None, loading: Loading) -> Ledger | None:
    """The ledger of the release before this one; None with a problem noted where it cannot be read."""
    if report is None or not report.previous_release:
        return None
    where = Where(REPORT, key=("previous_release",))
    data = loading.folder.data(report.previous_release, where)
    found = read_ledger(data) if data is not None else None
    if isinstance(found, str):
        hint = "give the facts.json that the tool wrote beside the earlier report and attached inside its PDF"
        message = f'"{report.previous_release}" is no ledger of an earlier release: {found}'
        loading.problems.append(problem("R004", message, where, help=hint))
        return None
    return found


def _sections(report: Report | None, loading: Loading) -> tuple[SectionText, ...]:
    names = report.sections if report else _listed(loading)
    found = (_section(name, names[:i], Where(REPORT, key=("sections", i)), loading) for i, name in enumerate(names))
    return tuple(section for section in found if section is not None)


def _release(loading: Loading) -> ReleaseText | None:
    """The news release; None where there is none, or with problems noted where its front matter does not validate."""
    text = loading.folder.text(RELEASE, optional=True)
    if text is None:
        return None
    release, loading.parsed[RELEASE], problems = load_release(RELEASE, text)
    loading.problems += problems
    return release


def _other_sections(editions: EditionsFile | None, loading: Loading) -> dict[str, SectionText]:
    """The sections that only some areas have, by name."""
    out: dict[str, SectionText] = {}
    for id_, area in editions.areas.items() if editions else ():
        for key, name in area.sections.items():
            said_at = Where(EDITIONS, key=("areas", id_, "sections", key))
            section = None if name in out else _section(name, (), said_at, loading)
            if section is not None:
                out[section.name] = section
    return out


def _section(name: str, before: Sequence[str], said_at: Where, loading: Loading) -> SectionText | None:
    plain = name.removesuffix(".md")
    if not plain or set(plain) & set("/\\:"):
        hint = "write the file's name alone, as in cover"
        loading.problems.append(problem("P051", f'"{name}" is no file in report/sections', said_at, help=hint))
        return None
    if name in before:
        hint = "take one of the two out"
        loading.problems.append(problem("P065", f'"{name}" is listed twice', said_at, help=hint))
        return None
    file = f"report/sections/{plain}.md"
    text = loading.folder.text(file, said_at)
    if text is None:
        return None
    section, loading.parsed[file], problems = load_section(plain, file, text)
    loading.problems += problems
    return section


def _listed(loading: Loading) -> tuple[str, ...]:
    """The sections of a report.yml that does not validate, so that their problems are told with its own."""
    parsed = loading.parsed.get(REPORT)
    listed = parsed.data.get("sections") if parsed and isinstance(parsed.data, dict) else None
    return tuple(name for name in listed if isinstance(name, str)) if isinstance(listed, list) else ()


def _theme(report: Report | None, loading: Loading) -> Theme | None:
    if report is None:
        return None
    base = report.brand.strip("/")
    said_at = Where(REPORT, key=("brand",))
    path = loading.folder.inside(base, said_at)
    if path is None:
        return None
    file = f"{base}/_brand.yml"
    text = loading.folder.text(file, said_at)
    parsed = parse(text, file) if text is not None else None
    if parsed is not None:
        loading.problems += parsed.problems
        loading.parsed[file] = parsed
    prefix = len(base) + 1
    fonts = tuple(n[prefix:] for n in loading.folder.names(f"{base}/fonts"))
    folder = BrandFolder(file, lambda name: loading.folder.data(f"{base}/{name}", optional=True), fonts, path)
    made, problems = theme_of(parsed.data if parsed else None, text or "", folder, report.page, loading.cache)
    loading.problems += problems
    return made


def strict(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The same problems with every warning an error."""
    return tuple(replace(p, severity=Severity.ERROR) if p.severity is Severity.WARNING else p for p in problems)

"""A loaded project: every file read and validated, nothing computed yet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from report_builder.brand.theme import Theme
from report_builder.campaign.approval import ApprovalsFile
from report_builder.campaign.area import EditionsFile
from report_builder.campaign.quote import QuotesFile
from report_builder.campaign.report import Report
from report_builder.charts.area_map import AreaMap
from report_builder.document.blocks import Photo
from report_builder.facts.ledger import Ledger
from report_builder.facts.spec import AnySpec
from report_builder.problems import Problem
from report_builder.problems.locate import SourceFile
from report_builder.project.history import History
from report_builder.project.overlay import Overlay
from report_builder.sections.view import AskText, ReleaseText, SectionText, SocialTexts
from report_builder.tables.dataset import Dataset
from report_builder.tables.spec import SourceSpec


class Project(Struct, frozen=True):
    """`citations` maps a source's id to its words, `cited` to all that is told of it.

    `files` are the texts that problems can point into.
    `unread` are files that do not validate: what is missed because of them is no mistake of its own. `earlier` are the
    ledgers of earlier releases that protect counts, by their place in the project; `previous` is the release before.
    `others` are the sections that stand only in the editions of some areas.
    `digests` are the hashes of all files that were read; `overlays` the other languages. `maps` are those that charts
    name, `photos` the pictures that sections show, by their files.
    """

    root: Path
    report: Report
    specs: Mapping[str, AnySpec]
    datasets: Mapping[str, Dataset]
    quotes: QuotesFile
    approvals: ApprovalsFile
    asks: tuple[AskText, ...]
    sections: tuple[SectionText, ...]
    citations: Mapping[str, str]
    theme: Theme
    files: Mapping[str, SourceFile]
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()
    earlier: Mapping[str, bytes] = field(default_factory=dict)
    previous: Ledger | None = None
    cited: Mapping[str, SourceSpec] = field(default_factory=dict)
    release: ReleaseText | None = None
    social: SocialTexts = field(default_factory=dict)
    editions: EditionsFile | None = None
    others: Mapping[str, SectionText] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    history: History = History()
    maps: Mapping[str, AreaMap] = field(default_factory=dict)
    overlays: Mapping[str, Overlay] = field(default_factory=dict)
    photos: Mapping[str, Photo] = field(default_factory=dict)

"""What a section is composed from: one edition's view of the facts, words, quotes and asks."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct, field

from report_builder.campaign.approval import ApprovalsFile
from report_builder.campaign.correction import Correction, ReleasesFile
from report_builder.campaign.place import Place
from report_builder.campaign.quote import QuotesFile
from report_builder.campaign.release import ReleaseHead
from report_builder.campaign.report import Report
from report_builder.charts.area_map import AreaMap
from report_builder.document.blocks import Photo
from report_builder.facts.family import Facts
from report_builder.facts.ledger import Entry, Ledger
from report_builder.problems import Problem, Where
from report_builder.sections.fences import Part
from report_builder.sections.model import AnySection
from report_builder.sections.prose import Prose
from report_builder.tables.spec import SourceSpec
from report_builder.text.spans import ParagraphText, Span
from report_builder.words.language import Language

Figures = dict[tuple[str, Fraction | None], str]  # by the fact's id and its value
Linted = dict[tuple[Span, ...], tuple[Prose, tuple[Problem, ...]]]
SocialTexts = Mapping[str, tuple[tuple[Span, ...], Where]]


class SectionText(Struct, frozen=True):
    """A section file, loaded: its name in report.yml, its options, its parts in order and its footnotes by label."""

    name: str
    file: str
    options: AnySection
    parts: tuple[Part, ...]
    notes: Mapping[str, tuple[ParagraphText, ...]]
    where: Where

    def at(self, *key: str | int) -> Where:
        """The place of a value in the front matter."""
        return Where(self.file, key=key)


class ReleaseText(Struct, frozen=True):
    """The news release as its author typed it: its front matter, its parts in order and its footnotes by label."""

    file: str
    head: ReleaseHead
    parts: tuple[Part, ...]
    notes: Mapping[str, tuple[ParagraphText, ...]]
    where: Where


class AskText(Struct, frozen=True):
    """An ask whose words are parsed; `why` and `deadline` are empty where there is none yet."""

    id: str
    to: str
    power: str
    ask: tuple[Span, ...]
    why: tuple[Span, ...]
    deadline: str
    evidence: tuple[str, ...]
    where: Where


class View(Struct, frozen=True):
    """`sources` maps a source's id to its citation, `cited` to where it was found and when.

    `social` holds the subject line and posts, by name, and where each stands. `draft` marks claims that fail instead of
    leaving them out. `one_of_many`: there are editions of other places too. `entries` keeps what the ledger says of a
    fact whatever the edition, by its id, `figures` how it stands in tables and charts, `linted` what the lint finds in
    words whatever their figures. `correction` is the last one made of the report, `superseded` the ledger of the
    version it takes the place of; `releases` are those so far. `maps` and `photos` are by their files. `parent` is the
    larger area that the place is part of. `half` is the language's code where several are bound in one PDF, ""
    elsewhere.
    """

    report: Report
    facts: Facts
    language: Language
    place: Place
    sections: tuple[SectionText, ...]
    quotes: QuotesFile
    approvals: ApprovalsFile
    asks: tuple[AskText, ...]
    sources: Mapping[str, str]
    draft: bool = False
    cited: Mapping[str, SourceSpec] = field(default_factory=dict)
    release: ReleaseText | None = None
    social: SocialTexts = field(default_factory=dict)
    one_of_many: bool = False
    entries: dict[str, Entry] = field(default_factory=dict)
    figures: Figures = field(default_factory=dict)
    linted: Linted = field(default_factory=dict)
    correction: Correction | None = None
    superseded: Ledger | None = None
    releases: ReleasesFile = ReleasesFile()
    maps: Mapping[str, AreaMap] = field(default_factory=dict)
    photos: Mapping[str, Photo] = field(default_factory=dict)
    parent: Place | None = None
    half: str = ""

"""The folder of another language, read: `report/cy/` beside `report/`, the same names laid over the first."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from report_builder.campaign.area import EditionsFile
from report_builder.campaign.quote import QuotesFile
from report_builder.campaign.report import Report
from report_builder.campaign.translation import (
    AsksWords,
    DataWords,
    FactsWords,
    FactWords,
    QuotesWords,
    Record,
    ReportWords,
)
from report_builder.project.loading import Loading
from report_builder.project.release_file import load_release
from report_builder.project.section_file import load_section
from report_builder.project.social_file import load_social
from report_builder.sections.view import AskText, ReleaseText, SectionText, SocialTexts

RECORD = "translation.yml"


class Overlay(Struct, frozen=True):
    """Everything that a language says in its own words; `folder` is where it lies in the project.

    `data` maps words of the data, as they stand there, to this language. `record` says who read it, and what it was
    translated from.
    """

    language: str
    folder: str
    report: ReportWords
    facts: Mapping[str, FactWords]
    asks: Mapping[str, AskText]
    quotes: QuotesWords
    data: Mapping[str, str]
    sections: Mapping[str, SectionText]
    release: ReleaseText | None
    social: SocialTexts
    record: Record


def load_overlays(editions: EditionsFile | None, report: Report | None, loading: Loading) -> dict[str, Overlay]:
    """The overlay of each language but the report's own, by its code."""
    others = [code for code in editions.languages if report and code != report.language] if editions else []
    return {code: _overlay(code, _folder(code, loading), loading) for code in others}


def _folder(code: str, loading: Loading) -> str:
    """`report/cy-GB` where that is there, else `report/cy`."""
    whole = f"report/{code}"
    return whole if (loading.folder.root / whole).is_dir() else f"report/{code.partition('-')[0]}"


def _overlay(code: str, folder: str, loading: Loading) -> Overlay:
    facts = loading.model(f"{folder}/facts.yml", FactsWords, optional=True)
    data = loading.model(f"{folder}/datasets.yml", DataWords, optional=True)
    names = [n for n in loading.folder.names(f"{folder}/sections") if n.endswith(".md")]
    sections = {s.name: s for s in (_section(name, loading) for name in names) if s is not None}
    return Overlay(
        code,
        folder,
        loading.model(f"{folder}/report.yml", ReportWords, optional=True) or ReportWords(),
        facts.root if facts else {},
        _asks(f"{folder}/asks.yml", loading),
        loading.model(f"{folder}/quotes.yml", QuotesWords, optional=True) or QuotesWords(),
        {" ".join(key.split()): words for key, words in data.root.items()} if data else {},
        sections,
        _release(f"{folder}/release.md", loading),
        load_social(f"{folder}/social.yml", loading),
        loading.model(f"{folder}/{RECORD}", Record, optional=True) or Record(),
    )


def with_translations(quotes: QuotesFile, overlays: Mapping[str, Overlay]) -> QuotesFile:
    """The quotes with their translations of other languages beside them, so that each can be signed on its own."""
    out = dict(quotes.quotes)
    for overlay in overlays.values():
        short = overlay.language.partition("-")[0]
        for id_, said in overlay.quotes.quotes.items():
            if id_ in out:
                out[id_] = out[id_].model_copy(update={"translations": out[id_].translations | {short: said.words}})
    return quotes.model_copy(update={"quotes": out})


def _section(file: str, loading: Loading) -> SectionText | None:
    text = loading.folder.text(file)
    if text is None:
        return None
    name = file.rpartition("/")[2].removesuffix(".md")
    section, loading.parsed[file], problems = load_section(name, file, text)
    loading.problems += problems
    return section


def _release(file: str, loading: Loading) -> ReleaseText | None:
    text = loading.folder.text(file, optional=True)
    if text is None:
        return None
    release, loading.parsed[file], problems = load_release(file, text)
    loading.problems += problems
    return release


def _asks(file: str, loading: Loading) -> dict[str, AskText]:
    asks = loading.model(file, AsksWords, optional=True)
    return {ask.id: replace(ask, evidence=()) for ask in loading.asks(file, asks.root)} if asks else {}

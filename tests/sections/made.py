"""Views of sections typed in a test, and what is composed of them in plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import yaml

from facts.made import ROOT, example
from report_builder.campaign.approval import ApprovalsFile
from report_builder.campaign.place import Place
from report_builder.campaign.quote import QuotesFile
from report_builder.campaign.report import Report
from report_builder.document.blocks import (
    Asks,
    Block,
    Cards,
    FigureBlock,
    Heading,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Run,
    TableBlock,
)
from report_builder.facts.family import Facts
from report_builder.problems import Where
from report_builder.project.section_file import load_section
from report_builder.sections.compose import Composed, compose
from report_builder.sections.view import AskText, SectionText, View
from report_builder.text.markdown import parse_inline
from report_builder.text.source import whole
from report_builder.words import ENGLISH

REPORT: dict[str, Any] = {
    "title": "A report",
    "slug": "a-report",
    "place": "Wales",
    "publisher": {"name": "A campaign", "imprint": "An imprint."},
    "publish": "2024-11-01",
    "sections": ["s"],
    "contact": {"name": "The press office", "email": "press@example.org"},
}


@cache
def the_example() -> Facts:
    """The example's facts, with which nothing is wrong."""
    facts, problems = example()
    assert () == problems
    return facts


@cache
def citations() -> dict[str, str]:
    """The example's sources, as they are cited."""
    described = yaml.load((ROOT / "data/datasets.yml").read_text("utf-8"), yaml.BaseLoader)
    return {name: source["text"] for name, source in described["sources"].items()}


def section(text: str, kind: str = "prose", name: str = "s") -> SectionText:
    """A section file of some words (front matter written where they have none), which must parse."""
    body = textwrap.dedent(text)
    if not body.startswith("---"):
        body = f"---\nkind: {kind}\n---\n{body}"
    made, _, problems = load_section(name, f"report/sections/{name}.md", body)
    assert [] == problems
    assert made is not None
    return made


def asks(entries: Mapping[str, Mapping[str, Any]]) -> tuple[AskText, ...]:
    """Asks as they would stand in asks.yml."""
    out = []
    for name, entry in entries.items():
        spans = {key: parse_inline(whole("report/asks.yml", entry.get(key, "")))[0] for key in ("ask", "why")}
        at = Where("report/asks.yml", key=(name,))
        evidence = tuple(entry.get("evidence", ()))
        out.append(AskText(name, entry["to"], "", spans["ask"], spans["why"], entry.get("by", ""), evidence, at))
    return tuple(out)


def view(
    *sections: SectionText,
    facts: Facts | None = None,
    quotes: Mapping[str, Any] | None = None,
    approvals: Mapping[str, Any] | None = None,
    asked: Mapping[str, Mapping[str, Any]] | None = None,
    draft: bool = False,
    **report: Any,
) -> View:
    """A view of some sections over facts (the example's), in English."""
    return View(
        Report.model_validate({**REPORT, **report}),
        facts or the_example(),
        ENGLISH,
        Place("wales", "Wales", "in Wales", "of Wales"),
        sections,
        QuotesFile.model_validate(quotes or {}),
        ApprovalsFile.model_validate({"quotes": approvals or {}}),
        asks(asked or {}),
        citations(),
        draft,
    )


def composed(text: str, kind: str = "prose", **more: Any) -> Composed:
    """The document of one section."""
    return compose(view(section(text, kind), **more))


def blocks(made: Composed, kind: type[Block] | None = None) -> list[Block]:
    """The blocks of every section, or those of one type."""
    every = [block for part in made.document.sections for block in part.blocks]
    return [block for block in every if kind is None or isinstance(block, kind)]


def figure(made: Composed) -> FigureBlock:
    """The only chart."""
    (found,) = blocks(made, FigureBlock)
    assert isinstance(found, FigureBlock)
    return found


def table(made: Composed) -> TableBlock:
    """The only table."""
    (found,) = blocks(made, TableBlock)
    assert isinstance(found, TableBlock)
    return found


def words(runs: Iterable[Run]) -> str:
    """The words of runs."""
    return "".join(run.text for run in runs)


def told(made: Composed) -> list[str]:
    """The codes of the problems, in order."""
    return [p.code for p in made.problems]


def lines(made: Iterable[Block]) -> list[str]:
    """Blocks as lines of plain text: what they are and what they say."""
    return [line for block in made for line in _lines(block)]


def _lines(block: Block, indent: str = "") -> list[str]:
    match block:
        case Heading():
            return [f"{indent}{'#' * block.level} {words(block.runs)}"]
        case Paragraph():
            return [f"{indent}{block.role}: {words(block.runs)}"]
        case ListBlock():
            mark = "1." if block.ordered else "-"
            items = [
                (i, [x for part in item for x in _lines(part, indent + "  ")]) for i, item in enumerate(block.items)
            ]
            return [
                f"{indent}{mark}{line[len(indent) + 1 :]}" if n == 0 else line
                for _, item in items
                for n, line in enumerate(item)
            ]
        case Cards():
            return [
                f"{indent}card: {c.number} | {words(c.label)} | {c.base} | {c.period} | {c.caveat}" for c in block.cards
            ]
        case QuoteBlock():
            return [
                f"{indent}quote: {' / '.join(block.paragraphs)} ({block.speaker}, {block.role}) {block.status}".rstrip()
            ]
        case FigureBlock():
            return [f"{indent}figure {block.number}: {words(block.title)}", *(f"{indent}  {c}" for c in block.caveats)]
        case TableBlock():
            rows = [*block.head, *block.body]
            cells = [" | ".join(words(cell.runs) for cell in row) for row in rows]
            notes = [words(note) for note in block.notes]
            return [
                f"{indent}table {block.number}: {words(block.title)}",
                *(f"{indent}  {x}" for x in (*cells, *notes)),
            ]
        case Asks():
            return [
                line
                for ask in block.asks
                for line in (
                    f"{indent}ask {ask.number} of {block.addressee}: {words(ask.text)}",
                    *([f"{indent}  why: {words(ask.why)}"] if ask.why else []),
                    *(f"{indent}  evidence: {words(e)}" for e in ask.evidence),
                )
            ]
    return [f"{indent}{type(block).__name__}"]

"""What can be wrong with a document before it is laid out: its headings, its descriptions, its words."""

from __future__ import annotations

from collections.abc import Iterator

from report_builder.document.blocks import Document, FigureBlock, Heading, Runs
from report_builder.problems import Problem, problem


def check_document(document: Document) -> tuple[Problem, ...]:
    """Headings that skip a level (PDF/UA-1, 7.4.2), alt text that is missing or only repeats the title (7.3)."""
    return (*_headings(document), *_figures(document))


def _headings(document: Document) -> Iterator[Problem]:
    last = 0
    for section in document.sections:
        for block in section.blocks:
            if not isinstance(block, Heading):
                continue
            if block.level > last + 1:
                yield problem(
                    "A001",
                    f"a heading of level {block.level} follows one of level {last}",
                    block.where,
                    help=f"write it with {'#' * (last + 1)}",
                )
            if not _text(block.runs).strip():
                yield problem(
                    "A003", "a heading has no words", block.where, help="write what the section says, or take it out"
                )
            last = block.level


def _figures(document: Document) -> Iterator[Problem]:
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, FigureBlock) and (
                not block.alt.strip() or block.alt.strip() in (_text(block.title).strip(), block.subtitle.strip())
            ):
                yield problem(
                    "A002",
                    "a chart's alt text is missing or only repeats its title",
                    block.where,
                    help="say what the chart shows, or leave `alt: automatic`",
                )


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)

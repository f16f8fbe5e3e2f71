"""What facts and quotes name and data/datasets.yml does not list: datasets and sources."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from report_builder.campaign.quote import QuotesFile
from report_builder.facts.spec import AnySpec, FromData
from report_builder.problems import Problem, Where, problem
from report_builder.tables.spec import DatasetsFile


def unknown_datasets(specs: Mapping[str, AnySpec], described: DatasetsFile, facts_file: str) -> list[Problem]:
    """One problem for each fact that reads a dataset nobody describes."""
    out = []
    for name, spec in specs.items():
        if isinstance(spec, FromData) and spec.data not in described.datasets:
            close = difflib.get_close_matches(spec.data, described.datasets, 1)
            hint = (
                f'did you mean "{close[0]}"?'
                if close
                else f"datasets are {', '.join(described.datasets) or 'not described yet'}"
            )
            out.append(
                problem("F013", f'there is no dataset "{spec.data}"', Where(facts_file, key=(name, "data")), help=hint)
            )
    return out


def unknown_sources(
    specs: Mapping[str, AnySpec], quotes: QuotesFile, citations: Mapping[str, str], facts_file: str, quotes_file: str
) -> list[Problem]:
    """One problem for each source that a fact or a quote cites and nobody lists."""
    named = [
        (s, Where(facts_file, key=(n, "published", i, "source")))
        for n, spec in specs.items()
        for i, p in enumerate(spec.published)
        if (s := p.source)
    ]
    named += [
        (spec.source, Where(facts_file, key=(n, "source"))) for n, spec in specs.items() if spec.kind == "published"
    ]
    named += [(q.source, Where(quotes_file, key=("quotes", n, "source"))) for n, q in quotes.quotes.items() if q.source]
    return [
        problem("F016", f'there is no source "{s}"', where, help=_source_help(s, citations))
        for s, where in named
        if s not in citations
    ]


def _source_help(source: str, citations: Mapping[str, str]) -> str:
    close = difflib.get_close_matches(source, citations, 1)
    return f'did you mean "{close[0]}"?' if close else "list it under `sources:` in data/datasets.yml"

"""Whether every source that a dataset or a remark cites is listed."""

from __future__ import annotations

from report_builder.problems import KeyPath, Problem, Where, problem
from report_builder.tables.nearest import did_you_mean
from report_builder.tables.spec import DatasetsFile


def unlisted_sources(file: DatasetsFile, spec_file: str = "data/datasets.yml") -> tuple[Problem, ...]:
    """A problem for each source that a dataset or remark cites and `sources:` does not list."""
    cited: list[tuple[KeyPath, str]] = []
    for id, spec in file.datasets.items():
        cited.append(((id, "source"), spec.source))
        cited += [((id, "cells", i, "source"), remark.source) for i, remark in enumerate(spec.cells)]
    return tuple(
        problem(
            "D048",
            f'the source "{source}" is not listed under `sources:`',
            Where(spec_file, key=key),
            help=did_you_mean(source, file.sources) or "add it there with its `text:`",
        )
        for key, source in cited
        if source and source not in file.sources
    )

"""A data file and its description as a Dataset: read, laid out, reshaped, cleaned, checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from report_builder.problems import Problem, Where, problem
from report_builder.tables.assemble import Assembly
from report_builder.tables.dataset import Dataset
from report_builder.tables.layout import Key, lay_out
from report_builder.tables.marks import Marks
from report_builder.tables.nearest import did_you_mean
from report_builder.tables.package import PackageError
from report_builder.tables.read import read
from report_builder.tables.reshape import Observation, observations
from report_builder.tables.spec import DatasetsFile, DatasetSpec

FORMAT = "2"  # of what digests stand for: raised when the same file and description come to mean something else


def dataset(
    id: str, spec: DatasetSpec, data: bytes, spec_file: str = "data/datasets.yml"
) -> tuple[Dataset | None, tuple[Problem, ...]]:
    """The dataset that `spec` describes, and all that is wrong with it; None where no table can be made of the file.

    Cells that cannot be read are missing in it, and each has its error, so that later checks can go on.
    """
    file, at = spec.path(spec_file), Where(spec_file, key=(id,))
    sheet_where = replace(at, key=(id, "sheet" if spec.sheet else "file"))
    grid, problems = read(data, file, spec.sheet, spec.separator or "", sheet_where, spec.encoding)
    if grid is None:
        return None, problems
    layout, found = lay_out(id, spec, grid, spec_file)
    problems += found
    if layout is None:
        return None, problems
    try:
        kept = _kept(observations(grid, layout), spec)
    except PackageError as error:
        return None, (*problems, problem(error.code, str(error), Where(file)))
    if hidden := sorted({o.row for o in kept} & grid.hidden):
        if not spec.hidden_rows:
            problems += (_hidden(hidden, file),)
        elif spec.hidden_rows == "left out":
            kept = [o for o in kept if o.row not in grid.hidden]
    if not kept:
        message = f"no row of {file} is left below its headings"
        return None, (*problems, problem("D013", message, at, help="check `header_row:`, `where:` and `only:`"))
    assembly = Assembly(id, spec, spec_file, grid, layout)
    made = assembly.dataset(kept)
    return replace(made, digest=_digest(id, spec, data)), (*problems, *assembly.problems)


def unlisted_sources(file: DatasetsFile, spec_file: str = "data/datasets.yml") -> tuple[Problem, ...]:
    """A problem for each source that a dataset or remark cites and `sources:` does not list."""
    cited: list[tuple[Key, str]] = []
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


def _kept(found: Iterable[Observation], spec: DatasetSpec) -> list[Observation]:
    """The observations whose names are wanted; those that name nothing are kept, to be complained of."""
    kinds = (*spec.dimensions, *([spec.columns] if spec.columns else ()))
    only = [(i, set(kind.only)) for i, kind in enumerate(kinds) if kind.only]
    bare = Marks(spec.marks).of_name
    return [o for o in found if all(not o.names[i] or bare(o.names[i])[0] in names for i, names in only)]


def _hidden(rows: list[int], file: str) -> Problem:
    listed = ", ".join(map(str, rows[:8])) + (" and more" if len(rows) > 8 else "")
    message = f"{'row' if len(rows) == 1 else 'rows'} {listed} of the table are hidden in the spreadsheet"
    help = "say with `hidden_rows:` whether they are to be `read` or `left out`"
    return problem("D007", message, Where(file, row=rows[0]), help=help)


def _digest(id: str, spec: DatasetSpec, data: bytes) -> str:
    digest = hashlib.sha256(f"{FORMAT} {id} {spec.model_dump_json(by_alias=True)} ".encode())
    digest.update(data)
    return digest.hexdigest()

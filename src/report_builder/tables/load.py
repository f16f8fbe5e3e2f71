"""A data file and its description as a Dataset: read, laid out, reshaped, cleaned, checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from msgspec.structs import replace

from report_builder.problems import Problem, Where, problem
from report_builder.tables.assemble import Assembly
from report_builder.tables.dataset import Dataset
from report_builder.tables.grid import Grid
from report_builder.tables.layout import lay_out
from report_builder.tables.marks import Marks
from report_builder.tables.package import PackageError
from report_builder.tables.read import read
from report_builder.tables.reshape import Observation, observations
from report_builder.tables.spec import DatasetSpec

FORMAT = "2"  # of what digests stand for: raised when the same file and description come to mean something else


def dataset(
    id: str, spec: DatasetSpec, data: bytes, spec_file: str = "data/datasets.yml"
) -> tuple[Dataset | None, tuple[Problem, ...]]:
    """The dataset that `spec` describes, and all that is wrong with it; None where no table can be made of the file.

    Cells that cannot be read are missing in it, and each has its error, so that later checks can go on.
    """
    sheet_where = Where(spec_file, key=(id, "sheet" if spec.sheet else "file"))
    grid, problems = read(data, spec.path(spec_file), spec.sheet, spec.separator or "", sheet_where, spec.encoding)
    if grid is None:
        return None, problems
    made, found = dataset_of(id, spec, grid, spec_file)
    return (replace(made, digest=_digest(id, spec, data)) if made else None), problems + found


def dataset_of(
    id: str, spec: DatasetSpec, grid: Grid, spec_file: str = "data/datasets.yml"
) -> tuple[Dataset | None, tuple[Problem, ...]]:
    """The same of a sheet that has been read; without a digest, which is of the file."""
    file = spec.path(spec_file)
    layout, problems = lay_out(id, spec, grid, spec_file)
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
        at = Where(spec_file, key=(id,))
        return None, (*problems, problem("D013", message, at, help="check `header_row:`, `where:` and `only:`"))
    assembly = Assembly(id, spec, spec_file, grid, layout)
    made = assembly.dataset(kept)
    return made, (*problems, *assembly.problems)


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

"""A proposed entry of datasets.yml for a file that nobody has described yet.

What stands where is guessed from the sheet; then the entry is read as any other would be, and what the reading
complains of is added to it (codes, marks, totals, rows that hold no figures) until it complains no more. Meanings,
units and rights cannot be guessed: they are left blank, with a comment.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from report_builder.problems import Problem, Where, errors, problem
from report_builder.tables.columns_described import describe_columns
from report_builder.tables.draft import Draft
from report_builder.tables.entry_text import as_yaml
from report_builder.tables.grid import Grid
from report_builder.tables.ids import make_id
from report_builder.tables.load import dataset_of
from report_builder.tables.mending import MENDINGS
from report_builder.tables.package import PackageError
from report_builder.tables.read import WORKBOOKS, read
from report_builder.tables.shape import Shape, shape_of
from report_builder.tables.spec import DatasetSpec

MOST_ROUNDS = 12
MOST_NOTES = 12
LONGEST_NOTE = 160


def describe(data: bytes, file: str, sheet: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The text of an entry for each sheet that holds a table, or for the `sheet` named; and why there is none.

    `file` is the name to be written as `file:`. Hidden sheets are only described where they are named.
    """
    texts, found, described = list[str](), list[Problem](), 0
    for name in _sheets(data, file, sheet):
        grid, problems = read(data, file, name)
        found += errors(problems)
        shape = shape_of(grid) if grid else None
        if grid and shape and (shape.has_figures or sheet or not name):
            described += 1
            texts.append(_described(grid, shape, file, name, guessed=any(p.code == "D004" for p in problems)))
        elif grid and name:
            texts.append(f'# No table of figures can be told in the sheet "{name}".\n')
    if not described and not found:
        found.append(problem("D051", f'no table can be told in "{file}"', Where(file)))
    return "\n".join(texts), tuple(found)


def _sheets(data: bytes, file: str, sheet: str) -> Sequence[str]:
    """The sheets to describe; one without a name for a file that has none, or cannot be read."""
    suffix = PurePosixPath(file).suffix.casefold()
    if sheet or suffix not in WORKBOOKS:
        return [sheet]
    from report_builder.tables.workbook import sheets  # zip and XML only where needed: start-up

    try:
        found = sheets(data, suffix)
    except PackageError:
        return [""]
    return [tab.name for tab in found if not tab.hidden] or [tab.name for tab in found]


def _described(grid: Grid, shape: Shape, file: str, sheet: str, guessed: bool) -> str:
    name = PurePosixPath(file)
    draft = Draft(_id(sheet or name.stem), grid, {"file": name.name})
    if sheet:
        draft.entry["sheet"] = sheet
    if guessed:
        draft.guess("windows-1252", "encoding", why="the letters are a guess: check the accents")
    _place(draft, shape)
    if shape.title:
        draft.guess(shape.title, "what", why="check the words")
    else:
        draft.ask("what", what="what the figures are")
    draft.ask("publisher", what="who published them")
    draft.ask("licence", what="under which licence")
    draft.ask("retrieved", what="the day the file was fetched, like 2026-11-23")
    describe_columns(draft, shape)
    left = _mended(draft)
    above = [
        "Proposed from the file alone: check each line, and fill in what is left blank.",
        *(f"Still wrong: {found.message} ({found.code}); {found.help}" for found in left),
        *(f"Note in the file: {text[:LONGEST_NOTE]}" for text in shape.notes[:MOST_NOTES]),
    ]
    ordered = {key: draft.entry[key] for key in DatasetSpec.model_fields if key in draft.entry}
    return as_yaml(draft.id, ordered, draft.comments, above)


def _place(draft: Draft, shape: Shape) -> None:
    """Where headings and figures stand, as far as it is not where they usually do."""
    rows = shape.header_rows
    if rows != (1,):
        run = rows == tuple(range(rows[0], rows[-1] + 1)) and len(rows) > 1
        draft.entry["header_row"] = f"{rows[0]} to {rows[-1]}" if run else ", ".join(map(str, rows))
    if shape.skipped:
        draft.guess(", ".join(map(str, shape.skipped)), "skip_rows", why="a name and no figure")
    if shape.last_row < len(draft.grid.rows) and draft.grid.large is None:
        draft.entry["last_row"] = str(shape.last_row)


def _mended(draft: Draft) -> tuple[Problem, ...]:
    """Adds to the draft what reading it complains of; the errors that nothing could be done about come back."""
    left: tuple[Problem, ...] = ()
    for _ in range(MOST_ROUNDS):
        _, left = dataset_of(draft.id, draft.spec(), draft.grid)
        mended = [MENDINGS[found.code](draft, found) for found in left if found.code in MENDINGS]
        if not any(mended):
            break
    return errors(left)


def _id(name: str) -> str:
    made = make_id(name).encode("ascii", "ignore").decode()[:40].strip("_")
    return made if made[:1].isalpha() else f"data_{made}".strip("_")

"""The members of each dimension: the rows and years that a file has, with their ids and printed names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Dimension, Member
from report_builder.tables.grid import letter
from report_builder.tables.ids import collisions, make_id, make_ids
from report_builder.tables.layout import Key
from report_builder.tables.nearest import did_you_mean
from report_builder.tables.periods import Period
from report_builder.tables.spec import RowsSpec

YEAR = "year"
_TOTAL = re.compile(r"\W*(?:(?:grand |sub-?)?totals?\b.*|all|overall|sum|cyfanswm|all [a-z]+s)\W*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a dimension is described and where its names stand, to point at either."""

    spec_file: str
    key: Key
    file: str
    column: int

    def spec(self, *key: str | int) -> Where:
        return Where(self.spec_file, key=(*self.key, *key))


def row_dimension(
    rows: RowsSpec, first_rows: Mapping[str, int], place: Place
) -> tuple[Dimension, dict[str, str], list[Problem]]:
    """The dimension, each row name's member id, and the problems. `first_rows` has each name's first row, in order."""
    names = list(first_rows)
    ids = make_ids(names, rows.ids)
    problems = [*_not_there(rows, ids, place), *_alike(ids, first_rows, place)]
    if rows.totals is None:
        problems += _like_totals(rows, first_rows, place)
    totals = set(rows.totals or ())
    members = tuple(Member(ids[n], rows.names.get(ids[n], n), total=n in totals or ids[n] in totals) for n in names)
    return (
        Dimension(
            name=rows.are or make_id(rows.column),
            members=members,
            make_up=rows.make_up,
            overlapping=rows.parts == "overlapping",
            complete=rows.listed == "all" and not rows.only,
        ),
        ids,
        problems,
    )


def year_dimension(periods: Iterable[Period]) -> Dimension:
    """The years in order of time."""
    ordered = sorted(set(periods))
    return Dimension(YEAR, tuple(Member(period.id, period.id, period=period) for period in ordered))


def mixed_years(periods: Sequence[Period], where: Where) -> list[Problem]:
    """A problem where years of different kinds stand in one dataset."""
    other = next((period for period in periods if period.form != periods[0].form), None)
    if other is None:
        return []
    message = f'"{periods[0].id}" and "{other.id}" are periods of different kinds'
    help = "give each kind a dataset of its own, chosen with `columns:` or `where:`"
    return [problem("D034", message, where, help=help)]


def _not_there(rows: RowsSpec, ids: Mapping[str, str], place: Place) -> list[Problem]:
    known = set(ids) | set(ids.values())
    listed: list[tuple[str, tuple[str | int, ...], Iterable[str]]] = [
        *((name, ("totals", i), ids) for i, name in enumerate(rows.totals or ()) if name not in known),
        *((name, ("only", i), ids) for i, name in enumerate(rows.only) if name not in known),
        *((id, ("names", id), ids.values()) for id in rows.names if id not in ids.values()),
        *((name, ("ids", name), ids) for name in rows.ids if name not in ids),
    ]
    return [
        problem("D044", f'{place.file} has no row "{name}"', place.spec(*key), help=did_you_mean(name, there))
        for name, key, there in listed
    ]


def _alike(ids: Mapping[str, str], first_rows: Mapping[str, int], place: Place) -> list[Problem]:
    found = []
    for group in collisions(ids):
        names = " and ".join(f'"{name}"' for name in group)
        where = Where(place.file, row=first_rows[group[1]], column=letter(place.column))
        help = f'add under `ids:` another id for one of them, as in "{group[1]}: {ids[group[1]] or "other"}_2"'
        found.append(problem("D045", f'the rows {names} have one id, "{ids[group[0]]}"', where, help=help))
    return found


def _like_totals(rows: RowsSpec, first_rows: Mapping[str, int], place: Place) -> list[Problem]:
    alike = [n for n in first_rows if _TOTAL.fullmatch(n.casefold()) or n.casefold() == rows.make_up.casefold()]
    return [
        problem(
            "D042",
            f'the row "{name}" looks like a total, and would be added to its own parts',
            Where(place.file, row=first_rows[name], column=letter(place.column)),
            help=f'add `totals: ["{name}"]` under `rows:`; if no row is a total, `totals: []`',
        )
        for name in alike
    ]

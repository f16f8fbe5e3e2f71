"""The members of each dimension: the rows and years that a file has, with their ids and printed names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from report_builder.problems import Problem, Where, problem
from report_builder.tables.dataset import Dimension, Member
from report_builder.tables.grid import letter
from report_builder.tables.ids import collisions, make_id, make_ids
from report_builder.tables.layout import Key
from report_builder.tables.marks import likely_mark
from report_builder.tables.nearest import did_you_mean
from report_builder.tables.periods import Period
from report_builder.tables.spec import NamesSpec, RowsSpec

YEAR = "year"
REST = "..."  # at the end of a total's name: every name that begins so
_TOTAL = re.compile(
    r"\W*(?:(?:grand |sub-?)?totals?\b.*|.*\W(?:grand |sub-?)?totals?|all|overall|sum|cyfanswm|all [a-z]+s)\W*"
)
_NATIONS = {
    "england", "wales", "scotland", "northern ireland", "england and wales", "great britain", "united kingdom", "uk",
}  # fmt: skip
MANY_PLACES = 20  # among which the names of nations are totals rather than places like the others


class Place(Struct, frozen=True):
    """Where a dimension is described, and the file its names stand in, to point at either."""

    spec_file: str
    key: Key
    file: str

    def spec(self, *key: str | int) -> Where:
        return Where(self.spec_file, key=(*self.key, *key))


class Found(Struct, frozen=True):
    """Where a name first stands, and the name of the larger whole beside it."""

    row: int
    column: int
    within: str = ""

    def where(self, file: str) -> Where:
        return Where(file, row=self.row, column=letter(self.column))


def dimension_of(
    kind: NamesSpec, found: Mapping[str, Found], place: Place
) -> tuple[Dimension, dict[str, str], list[Problem]]:
    """The dimension, each name's member id, and the problems. `found` has the names in the order of the file."""
    ids = make_ids(found, kind.ids)
    totals = {name for name in found if _is_total(name, ids[name], kind.totals or ())}
    problems = [*_not_there(kind, ids, place), *_alike(ids, found, place), *_marked(kind, ids, found, totals, place)]
    if kind.totals is None:
        problems += _like_totals(kind, found, place)
    members = tuple(
        Member(ids[n], kind.names.get(ids[n], n), total=n in totals, part_of=_part_of(n, at.within, ids, totals))
        for n, at in found.items()
    )
    return (
        Dimension(
            name=kind.are or (make_id(kind.column) if isinstance(kind, RowsSpec) else ""),
            members=members,
            make_up=kind.make_up,
            overlapping=kind.parts == "overlapping",
            complete=kind.listed == "all" and not kind.only,
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


def looks_like_total(name: str, make_up: str = "") -> bool:
    """Whether a name says that its row or column sums others: "Total", "All ages", or what all of them make up."""
    return bool(_TOTAL.fullmatch(name.casefold())) or (bool(make_up) and name.casefold() == make_up.casefold())


def _is_total(name: str, id: str, totals: Iterable[str]) -> bool:
    return any(
        name.startswith(total.removesuffix(REST).rstrip()) if total.endswith(REST) else total in (name, id)
        for total in totals
    )


def _part_of(name: str, within: str, ids: Mapping[str, str], totals: set[str]) -> str:
    """The id of the larger whole: that of the row of this name, where there is one; a total is no part of itself."""
    whole = ids.get(within) or make_id(within)
    return "" if name in totals and whole == ids[name] else whole


def _not_there(kind: NamesSpec, ids: Mapping[str, str], place: Place) -> list[Problem]:
    known = set(ids) | set(ids.values())
    totals = kind.totals or ()
    listed: list[tuple[str, tuple[str | int, ...], Iterable[str]]] = [
        *((t, ("totals", i), ids) for i, t in enumerate(totals) if not any(_is_total(n, ids[n], [t]) for n in ids)),
        *((name, ("only", i), ids) for i, name in enumerate(kind.only) if name not in known),
        *((id, ("names", id), ids.values()) for id in kind.names if id not in ids.values()),
        *((name, ("ids", name), ids) for name in kind.ids if name not in ids),
    ]
    return [
        problem("D044", f'{place.file} has no row "{name}"', place.spec(*key), help=did_you_mean(name, there))
        for name, key, there in listed
    ]


def _alike(ids: Mapping[str, str], found: Mapping[str, Found], place: Place) -> list[Problem]:
    problems = []
    for group in collisions(ids):
        names = " and ".join(f'"{name}"' for name in group)
        help = f'add under `ids:` another id for one of them, as in "{group[1]}: {ids[group[1]] or "other"}_2"'
        where = found[group[1]].where(place.file)
        problems.append(problem("D045", f'the rows {names} have one id, "{ids[group[0]]}"', where, help=help))
    return problems


def _marked(
    kind: NamesSpec, ids: Mapping[str, str], found: Mapping[str, Found], totals: set[str], place: Place
) -> list[Problem]:
    """A warning for each mark that is left beside a name, which would be printed with no note to it.

    Digits that end half of the names or more are no marks: zones and bands are numbered so.
    """
    by_mark: dict[str, list[str]] = {}
    for name in found:
        said = name in totals or ids[name] in kind.names or looks_like_total(name, kind.make_up)
        mark = "" if said else likely_mark(name)
        by_mark.setdefault(mark, []).append(name)
    by_mark.pop("", None)
    numbered = sum(len(names) for mark, names in by_mark.items() if mark.isdigit()) * 2 >= len(found)
    return [
        problem(
            "D028",
            f'the name "{names[0]}" has the mark "{mark}" beside it',
            found[names[0]].where(place.file),
            *([f"{len(names) - 1} more like it"] if len(names) > 1 else []),
            help=f'list "{mark}" under `marks:` with what its note says, or write the name right under `names:`',
        )
        for mark, names in by_mark.items()
        if not (mark.isdigit() and numbered)
    ]


def _like_totals(kind: NamesSpec, found: Mapping[str, Found], place: Place) -> list[Problem]:
    larger = [name for name in found if name.casefold() in _NATIONS] if len(found) >= MANY_PLACES else []
    what = "row" if isinstance(kind, RowsSpec) else "column"
    return [
        problem(
            "D042",
            f'the {what} "{name}" looks like a total, and would be added to its own parts',
            found[name].where(place.file),
            help=f'add `totals: ["{name}"]` under `{what}s:`; if no {what} is a total, `totals: []`',
        )
        for name in found
        if looks_like_total(name, kind.make_up) or (name in larger and len(larger) > 1)
    ]

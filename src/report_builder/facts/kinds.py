"""What each kind of fact is, for those who choose one: the pages of docs/reference are made from it."""

from __future__ import annotations

from msgspec import Struct


class Kind(Struct, frozen=True):
    """`is_` is what comes out, `unit` its unit, `missing` what a gap does to it, `says` what it carries."""

    name: str
    is_: str
    unit: str
    missing: str
    says: str
    example: str


_AS_DATA = "that of the column"
_RECORDS = "round numbers; records, where it is by year"
_UNWEIGHTED = "no figure; the method says that each area counts alike, whatever its size"
_BOTH = "no figure where either side has none; nothing is passed over"

KINDS: tuple[Kind, ...] = (
    Kind(
        "value",
        "the figure of exactly one cell for each member",
        _AS_DATA,
        "no figure, with the reason that the cell gives",
        f"{_RECORDS}; of percentages: half, one in four, most",
        "kind: value\ndata: uk\neach: [year]",
    ),
    Kind(
        "sum",
        "all cells that fall together, total rows apart; parts that overlap are refused",
        _AS_DATA,
        "no figure; with `accept:` and problem missing-parts it prints “at least”",
        _RECORDS,
        "kind: sum\ndata: stops\neach: [place, year]",
    ),
    Kind(
        "count",
        "how many cells have a figure",
        "what `unit:` says",
        "cells without a figure are not counted",
        _RECORDS,
        "kind: count\ndata: stops\neach: [year]\nplace: Exampleshire\nunit: towns",
    ),
    Kind(
        "mean",
        "the average over the cells, each counting alike",
        _AS_DATA,
        _UNWEIGHTED,
        _RECORDS,
        "kind: mean\ndata: stops\neach: [year]\nplace: Exampleshire",
    ),
    Kind(
        "median",
        "the middle one of the cells, or half-way between the two in the middle",
        _AS_DATA,
        _UNWEIGHTED,
        _RECORDS,
        "kind: median\ndata: stops\neach: [year]\nplace: Exampleshire",
    ),
    Kind(
        "min",
        "the smallest of the cells",
        _AS_DATA,
        "no figure: the smallest may be among those that lack",
        _RECORDS,
        "kind: min\ndata: stops\neach: [year]\nplace: Exampleshire",
    ),
    Kind(
        "max",
        "the largest of the cells",
        _AS_DATA,
        "no figure: the largest may be among those that lack",
        _RECORDS,
        "kind: max\ndata: stops\neach: [year]\nplace: Exampleshire",
    ),
    Kind(
        "change",
        "how much more or less in per cent, from one year to another or against another fact; refused of percentages",
        "per cent",
        _BOTH,
        "rose, fell, doubled, up by a fifth; of two places: more, fewer",
        "kind: change\nof: bare\nfrom: first\nto: latest",
    ),
    Kind(
        "difference",
        "how much more or less in the unit itself; of percentages in percentage points",
        "that of the two, or percentage points",
        _BOTH,
        "rose, fell; rose by more than a round number",
        "kind: difference\nof: bare\nfrom: previous\nto: latest",
    ),
    Kind(
        "ratio",
        "how many times",
        "times",
        _BOTH,
        "rose, fell, doubled, nearly trebled; of two places: twice as many",
        "kind: ratio\nof: bare\nfrom: first\nto: latest",
    ),
    Kind(
        "share",
        "one fact in per cent of another that it is a part of",
        "per cent",
        _BOTH,
        "half, one in four, most, more than a third",
        "kind: share\nof: bare[northtown]\nout_of: bare",
    ),
    Kind(
        "rate",
        "one fact for every so many of another, most often people",
        "per `per:` (100,000 if left out)",
        _BOTH,
        f"{_RECORDS}; with a unit, as “more than 20 per 100,000”",
        "kind: rate\nof: bare\npopulation: people\nper: 10000",
    ),
    Kind(
        "rank",
        "the place of one among all places or categories; ties are said",
        "a place in the order",
        "those without a figure have no place in it",
        "the most, the fewest, second, joint third",
        "kind: rank\nof: bare\nitem: northtown\namong: place",
    ),
    Kind(
        "middle",
        "the median of all places or categories, each counting alike; of an even number, half-way between "
        "the two in the middle",
        "that of the fact",
        "no figure where any of them has none",
        "as its unit; of a comparison against it: above the median, below the median",
        "kind: middle\nof: bare\namong: place",
    ),
    Kind(
        "published",
        "a number or wording that exists only as someone printed it; nothing is computed with it in silence",
        "what `unit:` or the value says",
        "it is typed, so it never lacks",
        "as its unit; a wording is tested where `test:` says with what",
        "kind: published\nvalue: 1,204\nunit: drivers\nsource: council",
    ),
)

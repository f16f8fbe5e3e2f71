"""The ledger: every fact and claim of a report as JSON, with all that makes them checkable. Version 1.

`build` writes it as facts.json and attaches the same bytes to the PDF. The models below are its schema
(docs/reference/ledger.schema.json). A key that does not apply is left out; a new key means a new version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date as Date
from fractions import Fraction
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field
from msgspec.structs import replace

VERSION: Literal[1] = 1
NAME = "facts.json"
_HALF = re.compile(r"facts\.[A-Za-z-]+\.json")


def name_in(half: str) -> str:
    """The name of a ledger in a file of several languages, each of which has one; "" is a file of one language."""
    return f"facts.{half}.json" if half else NAME


def ledgers_in(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The ledgers among the files inside a PDF: one, or one of each of its languages."""
    if NAME in files:
        return {NAME: files[NAME]}
    return {name: data for name, data in files.items() if _HALF.fullmatch(name)}


LIMIT = 50_000_000  # bytes; a ledger of two thousand facts has two million


def as_number(value: Fraction) -> int | float | str:
    """An exact number as JSON has it: whole numbers and short decimals as such, other fractions as "n/d"."""
    if value.denominator == 1:
        return value.numerator
    short = float(value)
    return short if Fraction(repr(short)) == value else f"{value.numerator}/{value.denominator}"


def _fraction(wanted: type, value: Any) -> Any:
    """For msgspec: an exact number from what JSON has. ValueError for what is none."""
    if wanted is not Fraction or isinstance(value, bool) or not isinstance(value, int | float | str):
        raise ValueError(f'"{value}" is not a number')
    try:
        return Fraction(repr(value) if isinstance(value, float) else value)
    except (ValueError, ZeroDivisionError, OverflowError) as error:
        raise ValueError(f'"{value}" is not a number') from error


class Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of the ledger: keys that are unknown are refused, those that do not apply are not written."""


Bounds = tuple[Fraction | None, Fraction | None]


class About(Part, frozen=True, kw_only=True):
    """Which report: as its cover says. `date` is its own, never the day it was built."""

    title: str
    slug: str
    publisher: str
    place: str
    language: str
    date: Date
    headline: str = ""
    pages: int = 0
    first_page: int = 1  # in a file of several languages, which follow one another
    version: str = ""


class PublishedFigure(Part, frozen=True, kw_only=True):
    """What someone printed for a fact; `printed` says whether the report prints it rather than its own computation."""

    value: Fraction
    source: str
    printed: bool
    because: str = ""


class Cell(Part, frozen=True, kw_only=True):
    """The cell a number was read from, as a person finds it in the file."""

    file: str
    sheet: str = ""
    row: int
    column: str
    text: str


class Short(Part, frozen=True, kw_only=True):
    """Whose figure is missing, partial, revised or in doubt, and for which period."""

    who: str
    period: str
    standing: str
    reason: str = ""
    covers: str = ""
    note: str = ""


class Like(Part, frozen=True, kw_only=True):
    """The same comparison over those who are complete in both periods."""

    who: tuple[str, ...] = ()
    to: Fraction | None = None
    from_: Fraction | None = field(name="from", default=None)
    ratio: Fraction | None = None


class Agreed(Part, frozen=True, kw_only=True):
    """A problem accepted on record."""

    problem: str
    because: str
    by: str
    date: Date
    caveat: str = "beside"
    figure: str = ""


class Place(Part, frozen=True, kw_only=True):
    """Words that print a fact, in which file of the project they stand; `chart` words may be drawn as marks only.

    `section` is the heading they stand under, "" on the cover and in footnotes; `pages` are those of the PDF, from 1.
    """

    file: str
    section: str = ""
    words: tuple[str, ...] = ()
    chart: bool = False
    pages: tuple[int, ...] = ()


class Entry(Part, frozen=True, kw_only=True):
    """One fact. `value` is null where there is none, and `reason` says why; per cent are 0 to 100.

    `figure` is the number as cards, charts and tables print it, `prose` as running text does. `key` holds its members
    by dimension. `inputs` are the facts it was computed from, the numerator first. `interval` is what rounding leaves,
    null for no bound. `suppressed`: withheld to protect people. `pages` are those of the PDF it is printed on, from 1.
    """

    id: str
    name: str
    key: dict[str, str] = {}
    label: str
    kind: str
    unit: str
    value: Fraction | None
    figure: str = ""
    prose: str = ""
    interval: Bounds | None = None
    at_least: bool = False
    suppressed: bool = False
    wording: str = ""
    reason: str = ""
    place: str = ""
    period: str = ""
    from_: str = field(name="from", default="")
    base: str = ""
    base_fact: str = ""
    base_size: str = ""
    computed: Fraction | None = None
    published: PublishedFigure | None = None
    inputs: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()
    shortfalls: tuple[Short, ...] = ()
    like_for_like: Like | None = None
    doubts: tuple[str, ...] = ()
    accepted: tuple[Agreed, ...] = ()
    sources: tuple[str, ...] = ()
    printed: tuple[Place, ...] = ()
    pages: tuple[int, ...] = ()


class Edge(Part, frozen=True, kw_only=True):
    """The claim is false if `subject` were `bound` or beyond (`more`: or more, else or less), `gap` from what it is."""

    subject: str
    bound: Fraction
    more: bool
    gap: Fraction
    unit: str = ""


class Assertion(Part, frozen=True, kw_only=True):
    """A claim as printed: `words` of a fact, with the `meaning` they were tested for.

    `holds` is whether it may be printed; `at_value`, `throughout` and `like_for_like` whether it is so of the printed
    value, of all that rounding leaves, and of those complete in both periods; `by_chance` that chance alone may explain
    it. `in_place_of` are the author's words
    where those do not hold and a phrase is printed.
    """

    fact: str
    meaning: str
    words: str
    in_place_of: str = ""
    holds: bool
    at_value: bool
    throughout: bool
    like_for_like: bool | None = None
    by_chance: bool = False
    accepted: bool = False
    margins: tuple[Edge, ...] = ()
    file: str = ""


class Demand(Part, frozen=True, kw_only=True):
    """An ask: who is asked, the facts in its words, and those that are its evidence."""

    id: str
    to: str
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class Mark(Part, frozen=True, kw_only=True):
    """One mark of a chart: where it stands, its printed label, and the fact it draws ("" for one without a figure)."""

    panel: str = ""
    series: str = ""
    label: str
    text: str = ""
    fact: str = ""


class Drawn(Part, frozen=True, kw_only=True):
    """A chart: its description, the attached file with its data ("" where there is none), and its marks."""

    title: str
    alt: str
    file: str = ""
    marks: tuple[Mark, ...] = ()


class Words(Part, frozen=True, kw_only=True):
    """A text with a number in it as printed: a paragraph, or the `cells` of a row of a table."""

    words: str = ""
    cells: tuple[str, ...] = ()
    file: str = ""


class Apart(Part, frozen=True, kw_only=True):
    """Words with a number that is no figure of the report, and what it is then: the name of a law, a telephone."""

    words: str
    why: str


class Ledger(Part, frozen=True, kw_only=True):
    """Everything a report says in numbers. `sources` maps the id of a source to its citation."""

    ledger: Annotated[Literal[1], Meta(description="the version of this format")]
    tool: str
    report: About
    sources: dict[str, str] = {}
    facts: tuple[Entry, ...]
    claims: tuple[Assertion, ...] = ()
    asks: tuple[Demand, ...] = ()
    charts: tuple[Drawn, ...] = ()
    texts: tuple[Words, ...] = ()
    apart: tuple[Apart, ...] = ()

    def by_id(self) -> dict[str, Entry]:
        """The facts by their ids."""
        return {fact.id: fact for fact in self.facts}


def to_bytes(ledger: Ledger) -> bytes:
    """The ledger as UTF-8 JSON, the same bytes for the same ledger."""
    return msgspec.json.format(msgspec.json.encode(ledger, enc_hook=as_number), indent=1) + b"\n"


def plain(part: Part) -> dict[str, Any]:
    """A part of a ledger as plain data, what does not apply left out."""
    made: dict[str, Any] = msgspec.to_builtins(part, enc_hook=as_number)
    return made


def read(data: bytes) -> Ledger | str:
    """The ledger in some bytes, or why there is none in them, in plain words."""
    if len(data) > LIMIT:
        return f"it is larger than {LIMIT // 1_000_000} MB"
    try:
        document = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError):
        return "it is not JSON"
    if not isinstance(document, dict) or "ledger" not in document or "facts" not in document:
        return "it is JSON, but no ledger of facts"
    if document["ledger"] != VERSION:
        return f"it is version {document['ledger']} of the ledger, and this tool reads version {VERSION}"
    try:
        return msgspec.convert(document, Ledger, dec_hook=_fraction)
    except msgspec.ValidationError as error:
        return f"{error}"[:1].lower() + f"{error}"[1:]


def with_pages(ledger: Ledger, printed: Mapping[str, Mapping[str, Iterable[int]]], pages: range) -> Ledger:
    """The ledger of a report on these pages, with those that each fact is `printed` on in each file, by its id."""
    facts = tuple(_on_pages(f, printed[f.id]) if f.id in printed else f for f in ledger.facts)
    about = replace(ledger.report, pages=len(pages), first_page=pages.start)
    return replace(ledger, facts=facts, report=about)


def _on_pages(fact: Entry, pages: Mapping[str, Iterable[int]]) -> Entry:
    printed = tuple(replace(p, pages=tuple(sorted(set(pages.get(p.file, ()))))) for p in fact.printed)
    every = tuple(sorted({page for some in pages.values() for page in some}))
    return replace(fact, printed=printed, pages=every)


def schema() -> dict[str, Any]:
    """The JSON Schema of a ledger (2020-12)."""
    (made,), parts = msgspec.json.schema_components([Ledger], ref_template="#/$defs/{name}", schema_hook=_number_schema)
    whole = parts.pop(made["$ref"].rpartition("/")[2])
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Ledger of a report, version 1"}
    return {**head, "$defs": parts, **{k: v for k, v in whole.items() if k != "title"}}


def _number_schema(wanted: type) -> dict[str, Any]:
    if wanted is not Fraction:
        raise NotImplementedError
    return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?\d+/[1-9]\d*$"}]}

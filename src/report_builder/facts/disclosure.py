"""What a report gives away: everything known, everything printed, and the counts that nobody may work out from it."""

from __future__ import annotations

from msgspec import Struct

from report_builder.facts.linear import Form, Row


class Statement(Struct, frozen=True):
    """All that printing one fact says.

    `printed` holds where its figure stands in the report, `always` also where a mark stands in its place. `cost` is how
    dear it is to lose. A statement that the public has from elsewhere may not be hidden: that would protect nobody.
    """

    fact: str
    printed: tuple[Row, ...]
    always: tuple[Row, ...] = ()
    cost: float = 1.0
    may_hide: bool = True


class Secret(Struct, frozen=True):
    """A small count: for all that a reader can know, it must be able to be `low` or less, and `high` or more."""

    name: str
    form: Form
    low: int
    high: int


class Disclosure(Struct, frozen=True):
    """Everything that bears on the secrets of a report. `hidden` are the facts that may not print in any case."""

    known: tuple[Row, ...]
    statements: tuple[Statement, ...]
    secrets: tuple[Secret, ...]
    hidden: frozenset[str]

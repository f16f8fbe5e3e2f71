"""The ledger holds what it says it does, in a form that others can rely on."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from report_builder.facts.ledger import About, Entry, Ledger, Place, as_number, read, schema, to_bytes, with_pages

ABOUT = About(title="T", slug="t", publisher="P", place="Wales", language="en-GB", date=date(2024, 11, 1))


def made(*facts: Entry) -> Ledger:
    return Ledger(ledger=1, tool="report_builder", report=ABOUT, facts=facts)


def entry(value: Fraction | None, **more: Any) -> Entry:
    return Entry(id="offences", name="offences", label="offences", kind="sum", unit="offences", value=value, **more)


@given(st.fractions())
def test_numbers_are_exact(value: Fraction) -> None:
    """Any fraction comes back from a ledger as it was put in."""
    found = read(to_bytes(made(entry(value))))

    assert isinstance(found, Ledger)
    assert value == found.facts[0].value


@pytest.mark.parametrize(
    ("value", "written"),
    [(Fraction(554), 554), (Fraction(23, 2), 11.5), (Fraction(1, 3), "1/3"), (Fraction(-9, 10), -0.9)],
)
def test_numbers_are_readable(value: Fraction, written: object) -> None:
    """Whole numbers and decimals stand as such, other fractions as n/d."""
    assert written == as_number(value)


def test_a_gap_is_null() -> None:
    """A figure that does not exist is null with its reason, never left out and never zero."""
    row = json.loads(to_bytes(made(entry(None, reason="n/a"))))["facts"][0]

    assert {"value": None, "reason": "n/a"} == {k: row[k] for k in ("value", "reason")}


def test_what_does_not_apply_is_left_out() -> None:
    """A key without anything to say is not written."""
    row = json.loads(to_bytes(made(entry(Fraction(554)))))["facts"][0]

    assert ["id", "name", "label", "kind", "unit", "value"] == list(row)


def test_bounds_may_be_open() -> None:
    """An interval without an upper bound comes back as one."""
    found = read(to_bytes(made(entry(Fraction(5), interval=(Fraction(5), None)))))

    assert isinstance(found, Ledger)
    assert (Fraction(5), None) == found.facts[0].interval


def test_pages() -> None:
    """Pages are put in sorted, each once, at the fact and at each file that it is printed in."""
    before = made(entry(Fraction(554), printed=(Place(file="a.md"), Place(file="b.md"))))

    after = with_pages(before, {"offences": {"a.md": [3, 1, 3], "": [4]}}, range(1, 11))

    assert ((1, 3, 4), 10) == (after.facts[0].pages, after.report.pages)
    assert [(1, 3), ()] == [place.pages for place in after.facts[0].printed]
    assert replace(before.facts[0], pages=(1, 3, 4), printed=after.facts[0].printed) == after.facts[0]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b'{"facts": []}', "it is JSON, but no ledger of facts"),
        (b'{"ledger": 2, "facts": []}', "it is version 2 of the ledger, and this tool reads version 1"),
        (b'{"ledger": 1, "tool": "x", "facts": []}', "object missing required field `report`"),
    ],
)
def test_refused(data: bytes, reason: str) -> None:
    """What is no ledger of this version is refused with the reason in plain words."""
    assert reason == read(data)


@pytest.mark.parametrize("value", ["true", '"554 offences"', '"1/0"', "[554]", '"NaN"'])
def test_values_that_are_no_numbers(value: str) -> None:
    """A value that is no number is refused."""
    data = to_bytes(made(entry(Fraction(554)))).replace(b'"value": 554', f'"value": {value}'.encode())

    assert isinstance(read(data), str)


def test_schema_is_a_schema() -> None:
    """The schema is valid JSON Schema, and refuses keys that it does not know."""
    jsonschema.Draft202012Validator.check_schema(schema())
    good = json.loads(to_bytes(made(entry(Fraction(1, 3), interval=(Fraction(5), None)))))
    jsonschema.validate(good, schema())

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**good, "verdict": True}, schema())

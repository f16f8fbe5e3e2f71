"""The time of an embargo: read in its zone, daylight saving right, and what is wrong with it told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.campaign.embargo import Embargo, Fault, read_embargo


def embargo(typed: str) -> Embargo:
    found = read_embargo(typed)
    assert isinstance(found, Embargo), found
    return found


@pytest.mark.parametrize(
    ("typed", "moment", "zone"),
    [
        ("2024-11-01 00:01 Europe/London", "2024-11-01T00:01", "GMT"),
        ("2024-07-01 00:01 Europe/London", "2024-06-30T23:01", "BST"),
        ("2024-07-01T9:30 Europe/Paris", "2024-07-01T07:30", "CEST"),
        ("2024-07-01 06.00 Asia/Kathmandu", "2024-07-01T00:15", "UTC+5:45"),
        ("2024-07-01 06:00  America/Sao_Paulo", "2024-07-01T09:00", "UTC−3"),
        ("2024-07-01 06:00 UTC", "2024-07-01T06:00", "UTC"),
    ],
)
def test_a_time_is_read_in_its_zone(typed: str, moment: str, zone: str) -> None:
    """Summer time is an hour before winter time; a zone without a name of its own is told by its distance."""
    found = embargo(typed)
    assert (datetime.fromisoformat(moment).replace(tzinfo=UTC), zone) == (found.until.astimezone(UTC), found.zone)


@pytest.mark.parametrize("typed", ["none", "", " None "])
def test_there_may_be_none(typed: str) -> None:
    """Which is what most reports say."""
    assert read_embargo(typed) is None


@pytest.mark.parametrize(
    ("typed", "code", "help_"),
    [
        ("1 November", "S020", "2024-11-01 00:01 Europe/London"),
        ("2024-02-30 00:01 Europe/London", "S020", "2024-11-01"),
        ("2024-11-01 24:01 Europe/London", "S020", "2024-11-01"),
        ("2024-11-01 00:01", "S021", "2024-11-01 00:01 Europe/London"),
        ("2024-11-01 00:01 BST", "S022", "Europe/London"),
        ("2024-11-01 00:01 Europe/Londn", "S022", "Europe/London"),
        ("2024-11-01 00:01 paris", "S022", "Europe/Paris"),
        ("2024-11-01 00:01 ../../etc/passwd", "S022", "a continent and a city"),
        ("2024-11-01 00:01 /etc/passwd", "S022", "a continent and a city"),
        ("2025-03-30 01:30 Europe/London", "S023", "2025-03-30 02:30 Europe/London"),
        ("2024-10-27 01:30 Europe/London", "S024", "2024-10-27 00:30 UTC"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_write(typed: str, code: str, help_: str) -> None:
    """No time is guessed."""
    fault = read_embargo(typed)
    assert isinstance(fault, Fault)
    assert code == fault.code
    assert help_ in fault.help


def test_it_holds_until_its_minute() -> None:
    """And not a second longer, wherever the clock stands."""
    found = embargo("2024-07-01 00:01 Europe/London")
    assert found.holds(datetime(2024, 6, 30, 23, 0, 59, tzinfo=UTC))
    assert not found.holds(datetime(2024, 6, 30, 23, 1, tzinfo=UTC))


@given(st.text(max_size=60))
def test_whatever_is_typed_nothing_is_raised(typed: str) -> None:
    """It is a time, no embargo, or a fault."""
    read_embargo(typed)
    read_embargo(f"2024-11-01 00:01 {typed}")

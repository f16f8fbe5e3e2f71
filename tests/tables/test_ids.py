"""Ids come from row names by one rule."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.tables.ids import collisions, make_id, make_ids


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Dyfed-Powys", "dyfed_powys"),
        ("Ynys Môn", "ynys_mon"),
        ("Tŷ Ŵyl", "ty_wyl"),
        ("King's Lynn and West Norfolk", "kings_lynn_and_west_norfolk"),
        ("King’s Lynn", "kings_lynn"),
        ("Facebook & Messenger", "facebook_and_messenger"),
        ("18 - 25", "18_25"),
        ("London, City of", "london_city_of"),
        ("  Rhondda Cynon Taf* ", "rhondda_cynon_taf"),
        ("Straße Ærø Łódź", "strasse_aero_lodz"),
        ("NORTH EAST", "north_east"),
        ("***", ""),
    ],
)
def test_rule(name: str, id: str) -> None:
    """Small letters and digits, joined by one underscore, without accents or apostrophes."""
    assert id == make_id(name)


@given(st.text(max_size=40))
def test_shape(name: str) -> None:
    """Ids are stable: making an id of an id changes nothing."""
    made = make_id(name)
    assert made == make_id(made)
    assert re.fullmatch(r"([^\W_]+(_[^\W_]+)*)?", made)


def test_collisions() -> None:
    """Names with one id are found as groups; an id that is given resolves them."""
    names = ["Bury", "St. Helens", "St Helens", "Bury!"]
    assert (("Bury", "Bury!"), ("St. Helens", "St Helens")) == collisions(make_ids(names))
    assert () == collisions(make_ids(names, {"Bury!": "bury_2", "St Helens": "st_helens_2"}))

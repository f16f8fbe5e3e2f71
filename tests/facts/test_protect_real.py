"""The Home Office's table of 44 forces, four of which recorded fewer than ten offences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

pytest.importorskip("scipy", reason="the audit needs SciPy: pip install report-builder[protect]")

from facts.guarded import printed, protected
from facts.made import read
from report_builder.tables.dataset import Dataset
from report_builder.tables.protection import Protection

FILE = Path(__file__).parents[2] / "../shared/data/sexual-grooming-outcomes-2018-19/sexual_grooming_2018-19.csv"
SMALL = {"n[british_transport_police]", "n[london_city_of]", "n[north_yorkshire]", "n[wiltshire]"}

pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the shared data folder is not here")


def offences(**rules: Any) -> Dataset:
    """Offences by force and quarter, protected."""
    spec: dict[str, Any] = {
        "file": FILE.name,
        "what": "Sexual grooming offences",
        "figures": "whole numbers, exact",
        "unit": "offences",
        "year": "2018/19",
        "no_row": "nil",
        "same_row": "added",
        "value": "force_outcomes_for_offences_recorded_in_quarter",
        "rows": [
            {"column": "force_name", "are": "place", "make_up": "England and Wales"},
            {"column": "financial_quarter", "are": "quarter", "make_up": "Year"},
        ],
    }
    made = read("offences", FILE.read_text("utf-8-sig"), spec)
    return replace(made, protection=Protection.model_validate(rules))


def test_four_small_forces_hide_each_other() -> None:
    """Forces and their total: the four small ones are withheld, and no other, since they make up 19 together."""
    n = {"n": {"kind": "sum", "data": "offences", "each": ["place"]}}
    after, problems = protected(n, offences(), here="England and Wales")
    assert () == problems
    figures = printed(after, "n")
    assert SMALL == {id_ for id_, value in figures.items() if value is None}
    assert 5838 == figures["n[england_and_wales]"]


def test_editions_and_their_total() -> None:
    """A total without the railway force, which is public elsewhere, gives that force away: more is withheld."""
    n = {"n": {"kind": "sum", "data": "offences", "each": ["place"]}}
    dataset = offences()
    others = [m.id for d in dataset.dimensions if d.name == "place" for m in d.members if "transport" not in m.id]
    rules = {"public_totals": [{"place": others}]}
    after, problems = protected(n, offences(**rules), here="England and Wales")
    assert () == problems
    assert "n[england_and_wales]" in {id_ for id_, value in printed(after, "n").items() if value is None}


def test_by_quarter_too() -> None:
    """Forces by quarter, with both totals: few further cells are withheld, and the small ones all are."""
    n = {"n": {"kind": "sum", "data": "offences", "each": ["place", "quarter"]}}
    after, problems = protected(n, offences(), here="England and Wales")
    assert () == problems
    figures = printed(after, "n")
    gone = [id_ for id_, value in figures.items() if value is None]
    assert {f"{id_[:-1]}, year]" for id_ in SMALL} <= set(gone)
    assert 45 * 5 == len(figures)
    assert len(gone) < 60

"""`explain`: a fact's whole story, and a code's page."""

from __future__ import annotations

from pathlib import Path

import pytest

from calling import Call
from report_builder.problems import CODES


def test_a_fact_is_told_down_to_its_cells(call: Call, project: Path) -> None:
    """Inputs, cells, what is partial, what it carries."""
    outcome = call("explain", "growth", project)
    assert (0, "") == (outcome.exit_code, outcome.err)
    for words in (
        "stops.csv",
        "like for like",
        "part year",
        "accepted: part-year-base, by A. Head",
        "more than doubled",
    ):
        assert words in outcome.out


def test_a_member_may_be_named_as_in_the_text(call: Call, project: Path) -> None:
    """With its braces."""
    assert call("explain", "bare[northtown, 2025]", project) == call("explain", "{bare[northtown, 2025]}", project)


def test_an_unknown_fact_is_a_wrong_command_line(call: Call, project: Path) -> None:
    """With what may be meant."""
    outcome = call("explain", "grwth", project)
    assert 2 == outcome.exit_code
    assert 'there is no fact named "grwth"; did you mean "growth"?' in outcome.err


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_its_page(call: Call, code: str) -> None:
    """Wherever one stands, in capitals or not."""
    outcome = call("explain", code.lower(), "/nowhere")
    assert 0 == outcome.exit_code
    assert outcome.out.startswith(f"{code}: ")

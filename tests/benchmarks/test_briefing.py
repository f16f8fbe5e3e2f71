"""The peers' briefing as a project: their figures, and nothing in it that keeps it from being built."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from briefing import ROOT, make
from calling import Call
from figures import AREAS, generated, of_nation

PEERS = ROOT.parent / "shared" / "bench" / "peers" / "common.py"


def test_the_figures_are_those_of_the_peers(tmp_path: Path) -> None:
    """To the last digit, where their program is there to be asked."""
    spec = importlib.util.spec_from_file_location("common", PEERS) if PEERS.exists() else None
    if spec is None or spec.loader is None:
        pytest.skip("the peers' programs are not there")
    common = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(common)
    common.generate(str(tmp_path))
    assert common.load(str(tmp_path)) == generated()


def test_the_nation_is_the_sum_of_all_areas() -> None:
    """In each year."""
    offences = generated()["offences"]
    assert sum(offences[area]["2024/25"] for area in AREAS) == of_nation(offences)["2024/25"]


@pytest.mark.parametrize(("editions", "repeat"), [(0, False), (44, False), (88, True)])
def test_a_project_has_no_error(call: Call, tmp_path: Path, editions: int, repeat: bool) -> None:
    """The report alone, a second group of areas, and both languages with national charts."""
    make(tmp_path / "project", editions, repeat)
    outcome = call("check", "-q", tmp_path / "project")
    assert (0, "") == (outcome.exit_code, outcome.err)


def test_both_languages_print_the_nation_s_charts(call: Call, tmp_path: Path) -> None:
    """And one edition of each can be built: the usual case is measured, not a failure."""
    make(tmp_path / "project", 4, repeat=True)
    outcome = call("build", "-q", "--edition", "bedfordshire", "-o", tmp_path / "out", tmp_path / "project")
    assert 0 == outcome.exit_code, outcome.err
    names = sorted(path.name for path in (tmp_path / "out").glob("*.pdf"))
    assert ["briefing-bedfordshire-cy.pdf", "briefing-bedfordshire-en-GB.pdf"] == names
    section = (tmp_path / "project/report/sections/trend.md").read_text(encoding="utf-8")
    assert "fact: offences[england_and_wales]" in section

"""`quotes`: what is said of each quote."""

from __future__ import annotations

import json
from pathlib import Path

from calling import Call


def test_every_quote_is_listed(call: Call, project: Path) -> None:
    """Speaker, status, source or approval, and where it is printed."""
    outcome = call("quotes", project)
    assert 0 == outcome.exit_code
    assert "driver-2: A. Driver, bus driver in Northtown\n  approved\n" in outcome.out
    assert "  approved by A. Driver on 2026-01-10 (e-mail of 10 January 2026)\n" in outcome.out
    assert outcome.out.endswith("2 quotes\n")


def test_a_trim_stands_beside_the_whole(call: Call, project: Path) -> None:
    """With what it leaves out."""
    quotes = project / "report/quotes.yml"
    text = quotes.read_text(encoding="utf-8")
    trim = "    trimmed: People stand in the rain … and then apologise to me.\n  driver-2:"
    quotes.write_text(text.replace("  driver-2:", trim), encoding="utf-8")
    row = json.loads(call("quotes", "--format", "json", project).out)["quotes"][0]
    assert ["People stand in the rain for half an hour and then apologise to me."] == row["words"]
    assert ["for half an hour"] == row["left_out"]
    assert "    left out: for half an hour\n" in call("quotes", project).out


def test_a_quote_that_waits_or_was_altered_is_counted(call: Call, project: Path) -> None:
    """The last line is what the press officer looks for."""
    quotes = project / "report/quotes.yml"
    text = quotes.read_text(encoding="utf-8").replace("status: published\n    source: survey", "status: waiting")
    quotes.write_text(text.replace("there were", "there was"), encoding="utf-8")
    outcome = call("quotes", project)
    assert "2 quotes; waiting for approval: driver-1; changed since their approval: driver-2\n" in outcome.out
    assert "  now:      … earlier if there [was] somewhere dry to …\n" in outcome.out

"""`approve quote`: who approved which exact words."""

from __future__ import annotations

from pathlib import Path

from calling import Call

APPROVED = ("--by", "A. Driver", "--author", "B. Writer", "--kept", "e-mail of 11 January", "--date", "2026-01-11")


def test_an_approval_lets_a_quote_into_a_release(call: Call, project: Path) -> None:
    """Waiting, it is refused with exit code 3; on record and marked approved, it prints."""
    quotes, report = project / "report/quotes.yml", project / "report/report.yml"
    report.write_text(report.read_text(encoding="utf-8").replace("stage: draft", "stage: release"), encoding="utf-8")
    text = quotes.read_text(encoding="utf-8")
    waiting = text.replace("    status: published\n    source: survey\n", "    status: waiting\n")
    quotes.write_text(waiting, encoding="utf-8")
    assert 3 == call("build", project).exit_code
    outcome = call("approve", "quote", "driver-1", project, *APPROVED)
    assert 0 == outcome.exit_code
    expected = '"driver-1" is on record as approved by A. Driver; now set `status: approved` in report/quotes.yml\n'
    assert expected == outcome.out
    quotes.write_text(waiting.replace("status: waiting", "status: approved"), encoding="utf-8")
    assert (0, "") == (call("build", project).exit_code, call("build", project).err)


def test_the_record_keeps_the_words_and_the_others(call: Call, project: Path) -> None:
    """Words with quotation marks and Welsh letters come back as they are."""
    quotes = project / "report/quotes.yml"
    text = quotes.read_text(encoding="utf-8").replace("apologise to me", 'say "sori" wrth y gŵr: it\'s me')
    quotes.write_text(text, encoding="utf-8")
    call("approve", "quote", "driver-1", project, *APPROVED)
    quotes.write_text(text.replace("status: published\n    source: survey", "status: approved"), encoding="utf-8")
    outcome = call("build", project)
    assert (0, "") == (outcome.exit_code, outcome.err)


def test_white_space_does_not_void_an_approval(call: Call, project: Path) -> None:
    """Line wraps are the editor's, not the speaker's."""
    quotes = project / "report/quotes.yml"
    text = quotes.read_text(encoding="utf-8").replace("if there were somewhere", "if there\n      were   somewhere")
    quotes.write_text(text, encoding="utf-8")
    assert 0 == call("build", "--strict", project).exit_code


def test_nobody_approves_their_own_typing(call: Call, project: Path) -> None:
    """Spelt another way it is still the same person."""
    arguments = ("--by", "B. Writer", "--author", "b.  writer", "--kept", "e-mail")
    outcome = call("approve", "quote", "driver-1", project, *arguments)
    assert 1 == outcome.exit_code
    assert "error[Q007]" in outcome.err


def test_an_unknown_quote_is_named(call: Call, project: Path) -> None:
    """With those there are."""
    before = (project / "report/approvals.yml").read_bytes()
    outcome = call("approve", "quote", "drivr", project, *APPROVED)
    assert 1 == outcome.exit_code
    assert "quotes: driver-1, driver-2" in outcome.err
    assert before == (project / "report/approvals.yml").read_bytes()

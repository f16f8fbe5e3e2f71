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
    assert 0 == call("approve", "figures", project, *APPROVED).exit_code
    assert 0 == call("approve", "report", project, *APPROVED).exit_code
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


def test_the_accepted_problems_are_shown_to_whoever_signs(call: Call, project: Path) -> None:
    """Printed and kept with the record, with the remark."""
    outcome = call("approve", "figures", project, *APPROVED, "--note", "looked at all of them")
    accepted = "  growth: part-year-base, by A. Head on 2026-01-10: It is the comparison as the council made it.\n"
    assert accepted in outcome.out
    record = (project / "report/approvals.yml").read_text(encoding="utf-8")
    assert 'because: "It is the comparison as the council made it."' in record
    assert 'note: "looked at all of them"' in record


def test_a_changed_figure_voids_the_signature(call: Call, project: Path) -> None:
    """`check` gives the old and the new value, and what it changed in the words; a release is refused with 3."""
    call("approve", "figures", project, *APPROVED)
    call("approve", "report", project, *APPROVED)
    assert (0, "") == (call("check", "--release", project).exit_code, call("check", "--release", project).err)
    data = project / "data/stops.csv"
    data.write_text(data.read_text(encoding="utf-8").replace(",72\n", ",73\n"), encoding="utf-8")
    outcome = call("check", project)
    assert 0 == outcome.exit_code
    assert "warning[S002]: the figures are no longer those that A. Driver signed on 2026-01-11" in outcome.err
    assert "bare[northtown, 2025]: 72  →  73" in outcome.err
    assert "[73]" in outcome.err
    assert 3 == call("build", "--release", project).exit_code


def test_a_changed_acceptance_voids_the_signature(call: Call, project: Path) -> None:
    """Whoever signed had another list of accepted problems before them."""
    call("approve", "figures", project, *APPROVED)
    facts = project / "report/facts.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("as the council made it", "we like"), encoding="utf-8")
    outcome = call("check", project)
    assert "accepted since: growth: part-year-base" in outcome.err


def test_a_record_changed_by_hand_is_no_record(call: Call, project: Path) -> None:
    """The hash tells; every value of the file is needed."""
    call("approve", "figures", project, *APPROVED)
    path = project / "report/approvals.yml"
    path.write_text(path.read_text(encoding="utf-8").replace('prints: "72"', 'prints: "73"'), encoding="utf-8")
    outcome = call("check", project)
    assert (3, True) == (outcome.exit_code, "error[S007]" in outcome.err)


def test_nobody_signs_their_own_figures_or_report(call: Call, project: Path) -> None:
    """Nor does a record say so that was written by hand."""
    for what in ("figures", "report"):
        call("approve", "figures", project, *APPROVED)
        outcome = call("approve", what, project, "--by", "b. writer", "--author", "B. Writer", "--kept", "mail")
        assert (1, True) == (outcome.exit_code, "error[S006]" in outcome.err)
    call("approve", "report", project, *APPROVED)
    path = project / "report/approvals.yml"
    quotes, figures, rest = path.read_text(encoding="utf-8").partition("figures:")
    path.write_text(quotes + figures + rest.replace("B. Writer", "a.  driver"), encoding="utf-8")
    outcome = call("check", project)
    assert (1, 2) == (outcome.exit_code, outcome.err.count("error[S006]"))


def test_the_report_is_signed_last(call: Call, project: Path) -> None:
    """After the figures, and after the quotes that wait."""
    outcome = call("approve", "report", project, *APPROVED)
    assert (3, True) == (outcome.exit_code, "error[S008]: nobody has signed the figures" in outcome.err)
    quotes = project / "report/quotes.yml"
    text = quotes.read_text(encoding="utf-8")
    quotes.write_text(text.replace("status: published\n    source: survey", "status: waiting"), encoding="utf-8")
    outcome = call("approve", "report", project, *APPROVED)
    assert (3, True) == (outcome.exit_code, "error[S008]: driver-1 waits for approval" in outcome.err)


def test_a_report_with_errors_cannot_be_signed(call: Call, project: Path) -> None:
    """They are told instead."""
    section = project / "report/sections/stops.md"
    section.write_text(section.read_text(encoding="utf-8").replace("[the most]", "[the fewest]"), encoding="utf-8")
    outcome = call("approve", "figures", project, *APPROVED)
    assert (1, True) == (outcome.exit_code, "error[C012]" in outcome.err)


def test_a_translation_is_approved_on_its_own(call: Call, project: Path) -> None:
    """Under its language; a change of it voids its own record and no other."""
    quotes = project / "report/quotes.yml"
    text = quotes.read_text(encoding="utf-8") + "    translations:\n      cy: Byddwn yn stopio’n gynt.\n"
    quotes.write_text(text, encoding="utf-8")
    outcome = call("approve", "quote", "driver-2", project, *APPROVED, "--language", "fr")
    assert (1, True) == (outcome.exit_code, "its translations: cy" in outcome.err)
    outcome = call("approve", "quote", "driver-2", project, *APPROVED, "--language", "cy")
    assert 'the translation of "driver-2" into cy is on record as approved by A. Driver\n' == outcome.out
    assert "translation (cy), approved by A. Driver" in call("quotes", project).out
    quotes.write_text(text.replace("gynt", "hwyrach"), encoding="utf-8")
    outcome = call("check", project)
    assert (0, True) == (outcome.exit_code, "warning[S009]" in outcome.err)
    assert "now:      Byddwn yn stopio’n [hwyrach.]" in outcome.err
    assert "Q006" not in outcome.err
    assert "translation (cy), not approved by the speaker" in call("quotes", project).out


def test_an_edition_is_signed_by_its_name(call: Call, project: Path) -> None:
    """One that does not exist is told with those that do."""
    call("approve", "figures", project, *APPROVED)
    outcome = call("approve", "report", project, *APPROVED, "--edition", "northtown.en-GB")
    assert (1, True) == (outcome.exit_code, "error[S011]" in outcome.err)
    assert "editions: exampleshire.en-GB" in outcome.err
    assert (
        "did you mean exampleshire.en-GB?"
        in call("approve", "report", project, *APPROVED, "--edition", "exampleshire").err
    )
    outcome = call("approve", "report", project, *APPROVED, "--edition", "all")
    assert outcome.out.endswith(
        "version 1.0 of the report (exampleshire.en-GB) is on record as approved by A. Driver\n"
    )

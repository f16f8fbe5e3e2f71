"""The command line as a whole: verbs, exit codes, and what it prints where."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from calling import Call
from report_builder.cli import console
from report_builder.cli.main import VERBS
from report_builder.versions import TOOL


def test_help_lists_the_verbs_in_the_order_people_meet_them(call: Call) -> None:
    """--help and -h are one."""
    outcome = call("--help")
    assert 0 == outcome.exit_code
    assert sorted(VERBS, key=lambda verb: outcome.out.index(f"\n  {verb} ")) == list(VERBS)
    assert call("-h") == outcome


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_has_help(call: Call, verb: str) -> None:
    """Every verb says what it does."""
    outcome = call(verb, "--help")
    assert 0 == outcome.exit_code
    assert outcome.out.startswith(f"Usage: report-builder {verb}")


def test_version(call: Call) -> None:
    """--version names the tool and its version."""
    assert f"report-builder, version {TOOL}\n" == call("--version").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["buidl"], 'There is no verb "buidl". Did you mean "build"?'),
        (["xyz"], 'There is no verb "xyz".'),
        (["build", "--drafts"], "No such option"),
        (["build", "--format", "xml"], "'xml' is not one of 'human', 'json'"),
        (["build", "one", "two"], "unexpected extra argument"),
        (["explain"], "Missing argument"),
        (["approve", "quote", "driver-1"], "Missing option"),
        (["approve", "quote", "q", "--by", "a", "--author", "b", "--kept", "c", "--date", "1/2/2026"], "1/2/2026"),
    ],
)
def test_a_wrong_command_line_is_exit_code_2(call: Call, arguments: list[str], said: str) -> None:
    """What is wrong is said on standard error."""
    outcome = call(*arguments)
    assert 2 == outcome.exit_code
    assert said in outcome.err
    assert "" == outcome.out


@pytest.mark.parametrize("verb", [["check"], ["build"], ["facts"], ["explain", "bare"]])
def test_a_folder_that_is_not_there_is_exit_code_4(call: Call, verb: list[str], tmp_path: Path) -> None:
    """Nothing is made in its place."""
    outcome = call(*verb, tmp_path / "nowhere")
    assert 4 == outcome.exit_code
    assert f'error[X001]: there is no folder "{tmp_path / "nowhere"}"' in outcome.err
    assert [] == list(tmp_path.iterdir())


def test_a_folder_inside_the_project_is_told_apart(call: Call, project: Path) -> None:
    """Whoever stands in report/ hears where the project is."""
    outcome = call("build", project / "report")
    assert 4 == outcome.exit_code
    assert f'= help: the project is the folder "{project}"' in outcome.err
    assert not (project / "report/build").exists()


def test_our_own_fault_is_exit_code_70_without_a_traceback(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The traceback comes with --debug only."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr("report_builder.build.load", fail)
    outcome = call("check", project)
    assert 70 == outcome.exit_code
    assert "internal error: ZeroDivisionError: on purpose" in outcome.err
    assert "Traceback" not in outcome.err
    assert "Traceback" in call("--debug", "check", project).err


def test_an_interrupt_is_exit_code_130(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C says one word."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("report_builder.build.load", stop)
    outcome = call("check", project)
    assert (130, "interrupted") == (outcome.exit_code, outcome.err.strip())


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR, set to anything, turns it off (no-color.org)."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert not console.colour()
    monkeypatch.setattr(sys, "stderr", _Terminal())
    assert console.colour()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not console.colour()


def _run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "report_builder", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env={"REPORT_BUILDER_CACHE": "", **environment})


def test_a_terminal_without_our_signs_is_no_obstacle(project: Path) -> None:
    """On a Windows terminal that has no w with a circumflex, a question mark stands for it."""
    stops = project / "data/stops.csv"
    stops.write_text(stops.read_text(encoding="utf-8").replace("Southtown", "Trewŵr"), encoding="utf-8")
    done = _run("facts", project, PYTHONIOENCODING="cp1252")
    assert (0, b"") == (done.returncode, done.stderr)
    assert "Trew?r".encode("cp1252") in done.stdout
    assert "1.76×".encode("cp1252") in done.stdout


def test_a_reader_that_stops_reading_is_no_error(project: Path) -> None:
    """`report-builder facts | head -1` ends quietly."""
    command = [sys.executable, "-m", "report_builder", "facts", str(project)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"" == process.stderr.read()


def test_all_that_is_printed_arrives(project: Path) -> None:
    """The process ends at once, but not before its last line went through a pipe."""
    ended = _run("facts", project, "--format", "json")

    assert (0, b"") == (ended.returncode, ended.stderr)
    assert json.loads(ended.stdout)


def test_what_cannot_be_printed_is_an_error(project: Path) -> None:
    """A list that was sent to a full disk is not taken for whole."""
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "report_builder", "facts", str(project)]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)

    assert 0 != ended.returncode

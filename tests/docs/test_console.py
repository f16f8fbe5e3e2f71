"""The sessions at the command line that a guide shows: every command is called, every line shown is printed.

```console
$ report-builder check my-campaign       is called, `my-campaign` being a folder of the test
25 facts, 5 pages: no problems           stands in what it prints, in this order, lines left out or not
exit code 3                              is its exit code, 0 where none is shown
```
<!-- edit: data/stops.csv: ,72 -> ,73 -->     a change of a file before the next session
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from calling import Call
from clock import setter
from docs.guides import GUIDES

SESSIONS = ("press-officer.md", "sign-off.md")
_PART = re.compile(
    r"^<!-- edit: (?P<file>[^\n]*?): (?P<old>[^\n]*?) -> (?P<new>.*?) -->$"
    r"|^<!-- checked: file (?P<made>[^\n]*) -->\n```\w+\n(?P<text>.*?)^```$"
    r"|^<!-- clock: (?P<clock>[^\n]*) -->$|^```console\n(?P<session>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize("guide", SESSIONS)
def test_the_sessions_are_true(guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """From the first command of the guide to its last, in one project."""
    monkeypatch.chdir(tmp_path)
    set_clock = setter(monkeypatch)
    for part in _PART.finditer((GUIDES / guide).read_text("utf-8")):
        if part["file"]:
            path = tmp_path / "my-campaign" / part["file"]
            text = path.read_text("utf-8")
            assert 1 == text.count(part["old"]), part[0]
            path.write_text(text.replace(part["old"], part["new"]), "utf-8")
        elif part["made"]:
            (tmp_path / "my-campaign" / part["made"]).write_text(part["text"], "utf-8")
        elif part["clock"]:
            set_clock(part["clock"])
        else:
            for session in part["session"].split("$ report-builder ")[1:]:
                _follow(session, call)


def _follow(session: str, call: Call) -> None:
    command, *shown = session.rstrip("\n").split("\n")
    expected = next((int(line.split()[-1]) for line in shown if line.startswith("exit code ")), 0)
    outcome = call(*shlex.split(command))
    printed = iter((outcome.err + outcome.out).replace("\\", "/").splitlines())
    missing = [line for line in shown if not line.startswith("exit code ") and line not in printed]
    assert ([], expected) == (missing, outcome.exit_code), outcome

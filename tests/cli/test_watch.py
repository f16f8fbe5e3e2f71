"""`watch`: built at once and after each save, what came and went told, the report shown."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
import pytest

from calling import Call
from report_builder.cache import Cache
from report_builder.cli.watching import Viewer, builder, follow
from report_builder.watch.shown import Shown


def write(project: Path, old: str, new: str) -> tuple[str]:
    """Saves a change of a section; its name."""
    name = "report/sections/stops.md"
    text = (project / name).read_text("utf-8")
    assert old in text
    (project / name).write_text(text.replace(old, new), "utf-8")
    return (name,)


def watch(project: Path, saves: Iterable[tuple[str, ...]], viewer: Viewer, *formats: str) -> int:
    """What `watch` does with these saves."""
    build = builder(project, project / "build", Cache(), False, False, ("pdf", *formats))
    return follow(build, saves, viewer)


def test_it_says_what_came_and_what_was_mended(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The PDF of the last good build stays while something is wrong."""
    pdf = project / "build/bus-stops.pdf"
    kept = []

    def saves() -> Iterator[tuple[str, ...]]:
        assert "bus-stops.pdf (5 pages)" in capsys.readouterr().out
        kept.append(pdf.read_bytes())
        yield write(project, "[the most]", "[the fewest]")
        said = capsys.readouterr()
        assert "saved: report/sections/stops.md\n" == said.out
        assert said.err.startswith(
            'error[C012]: "the fewest" is not supported by most\n  --> report/sections/stops.md:'
        )
        kept.append(pdf.read_bytes())
        yield write(project, "[the fewest]", "[the most]")
        said = capsys.readouterr()
        assert '  mended: error[C012]: "the fewest" is not supported by most\n' in said.out
        assert "" == said.err
        kept.append(pdf.read_bytes())

    assert 0 == watch(project, saves(), Viewer(Shown(), "", False))
    assert 1 == len(set(kept))
    assert 3 == len(kept)


def test_the_pdf_is_opened_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When there is one: not while the first build fails."""
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    write(project, "[the most]", "[the fewest]")

    def saves() -> Iterator[tuple[str, ...]]:
        assert [] == opened
        yield write(project, "[the fewest]", "[the most]")
        yield write(project, "[the most]", "[the most]")

    assert 0 == watch(project, saves(), Viewer(Shown(), "", True))
    assert [str(project / "build/bus-stops.pdf")] == opened


def test_the_page_shows_the_last_good_report_and_what_is_wrong(project: Path) -> None:
    """The same web page that is written."""
    shown = Shown()

    def saves() -> Iterator[tuple[str, ...]]:
        assert (project / "build/bus-stops.html").read_bytes() == shown.report
        yield write(project, "[the most]", "[the fewest]")
        assert 'error[C012]: "the fewest"' in shown.problems
        assert (2, 1) == (shown.version, shown.report_version)

    assert 0 == watch(project, saves(), Viewer(shown, "http://127.0.0.1:1/", False), "html")


def test_a_mistake_of_ours_does_not_end_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """E051; the next save builds again."""

    def saves() -> Iterator[tuple[str, ...]]:
        with monkeypatch.context() as patched:
            patched.setattr("report_builder.cli.results.load", lambda *_: 1 / 0)
            yield ("data/stops.csv",)
        assert "error[E051]: the report could not be made: ZeroDivisionError" in capsys.readouterr().err
        yield ("data/stops.csv",)
        assert "mended: error[E051]" in capsys.readouterr().out

    assert 0 == watch(project, saves(), Viewer(Shown(), "", False))


def test_there_must_be_a_project(call: Call, tmp_path: Path) -> None:
    """Nothing is waited for."""
    outcome = call("watch", tmp_path / "nothing")
    assert (4, True) == (outcome.exit_code, outcome.err.startswith("error[X001]"))


def test_ctrl_c_is_how_it_ends(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With exit code 0, and the address of the page told."""

    def saves(root: Path, folder: Path) -> Iterator[tuple[str, ...]]:
        raise KeyboardInterrupt
        yield ()

    monkeypatch.setattr("report_builder.watch.saved.saves", saves)
    outcome = call("watch", "--serve", project)
    assert (0, "") == (outcome.exit_code, outcome.err)
    assert outcome.out.startswith("http://127.0.0.1:")
    assert (project / "build/bus-stops.html").is_file()
    assert (project / "build/bus-stops.pdf").is_file()


def test_without_watchfiles_nothing_is_built(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 4, and how to come by it."""

    monkeypatch.setitem(sys.modules, "watchfiles", None)
    outcome = call("watch", project)
    assert (4, True) == (outcome.exit_code, outcome.err.startswith("error[E050]"))
    assert not (project / "build").exists()

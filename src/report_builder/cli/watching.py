"""What `watch` says of each build, and how it shows the report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click
from msgspec import Struct

from report_builder.cache import Cache
from report_builder.cli.clock import now
from report_builder.cli.console import INTERNAL, colour, say, summary
from report_builder.cli.results import Result, build_into
from report_builder.pipe.prepare import Again
from report_builder.problems import problem
from report_builder.problems.render import clean, render, render_all
from report_builder.watch.rounds import Round, rounds
from report_builder.watch.shown import Shown

_NO_PROJECT = "X001"  # no saving of a file mends that
_MOST_NAMED = 3


class Viewer(Struct):
    """Where the report is looked at: on the page at `url`, if any; `launch` says whether it is yet to be opened."""

    shown: Shown
    url: str
    launch: bool

    def see(self, result: Result) -> None:
        """Shows what a build came to, and opens it the first time that there is something to look at."""
        paths = [path for path, _ in result.written]
        if self.url:
            page = next((p for p in paths if p.suffix == ".html"), None)
            self.shown.put(page.read_bytes() if page else None, render_all(result.problems, result.sources))
        if self.launch and paths:
            pdf = next((p for p in paths if p.suffix == ".pdf"), paths[0])
            click.launch(self.url or str(pdf))
            self.launch = False


def builder(
    directory: Path, folder: Path, cache: Cache, draft: bool, strict: bool, formats: tuple[str, ...]
) -> Callable[[], Result]:
    """A build of the project as it is whenever this is called; a mistake of ours is told as E051."""
    ready = Again()

    def built() -> Result:
        try:
            return build_into(directory, folder, cache, draft, strict, formats, now=now(), ready=ready)
        except Exception as error:  # the next save may mend it; whoever writes goes on
            why = problem("E051", f"the report could not be made: {type(error).__name__}: {error}")
            return Result(INTERNAL, (why,), {})

    return built


def follow(build: Callable[[], Result], saves: Iterable[tuple[str, ...]], viewer: Viewer) -> int:
    """Builds after each save and says what came of it; the exit code, where there is no project to be watched."""
    if viewer.url:
        say(viewer.url)
    for turn in rounds(build, saves):
        _tell(turn)
        viewer.see(turn.result)
        if any(p.code == _NO_PROJECT for p in turn.result.problems):
            return turn.result.exit_code
    return 0


def _tell(turn: Round[Result]) -> None:
    result = turn.result
    if turn.saved:
        more = len(turn.saved) - _MOST_NAMED
        say(f"saved: {', '.join(turn.saved[:_MOST_NAMED])}{f' and {more} more' if more > 0 else ''}")
    for one in turn.gone:
        say(f"  mended: {one.severity}[{one.code}]: {clean(one.message)}")
    for one in turn.came:
        click.echo(render(one, result.sources, colour=colour()) + "\n", err=True)
    if result.problems:
        click.echo(summary(result.problems), err=True)
    for path, pages in result.written:
        say(f"{path} ({pages} pages)" if pages else str(path))

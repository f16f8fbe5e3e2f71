"""The work on one edition, as a worker does it: built, written whole, and told."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from report_builder.build import Built, as_strict, build_edition, load, may_go_on, prepare, view_of
from report_builder.cache import Cache
from report_builder.editions.elsewhere import put
from report_builder.editions.outcome import Outcome, Written, named_for
from report_builder.output import File, write_together
from report_builder.pipe.copies import Wanted
from report_builder.pipe.draw import is_drawn
from report_builder.pipe.edition import Edition
from report_builder.pipe.prepare import Prepared
from report_builder.pipe.released import record
from report_builder.pipe.stage import Stage, at_stage
from report_builder.press.parts import Packing
from report_builder.problems import Problem, ReportError, errors, problem
from report_builder.problems.order import in_order
from report_builder.sections.compose import compose


class Job(Struct, frozen=True):
    """What is done with every edition of a run. `prepared` is None where a worker has to prepare the project itself.

    The files go into `folder`, or to `address` where that is given: one that fsspec knows. With `packing` they are a
    press pack, and the folder of what is in it; `copies` are packs too, which no journal tells of.
    """

    root: Path
    folder: Path
    cache: Cache
    formats: tuple[str, ...]
    draft: bool
    strict: bool
    prepared: Prepared | None = None
    stage: Stage | None = None
    now: datetime | None = None
    address: str = ""
    packing: Packing | None = None
    copies: Wanted = Wanted()

    def ready(self) -> Job:
        """The same with the project prepared."""
        if self.prepared is not None:
            return self
        return replace(self, prepared=prepare(at_stage(load(self.root, self.cache), self.stage), self.cache))

    def unprepared(self) -> Job:
        """The same as it is sent to a process that prepares the project itself."""
        return replace(self, prepared=None)

    def drawn(self, edition: Edition) -> bool:
        """Whether every chart of an edition is in the cache."""
        assert self.prepared is not None
        views = (view_of(self.prepared, part, self.draft)[0] for part in edition.parts)
        return all(is_drawn(compose(view).document, self.prepared.project.theme, self.cache) for view in views)

    def do(self, edition: Edition) -> Outcome:
        """The edition built and its files written. Whatever keeps it from that is in the outcome; nothing is raised."""
        start = time.perf_counter()
        try:
            files, problems = self.make(edition)
        except ReportError as error:
            problems = tuple(error.problems)
            first = next(iter(errors(problems)), problems[0])
            return Outcome(edition, (), problems, _since(start), f"{first.code}: {first.message}")
        except MemoryError:
            return _given_up(edition, problem("E031", f'memory ran out while "{edition}" was made', None), start)
        except Exception as error:  # a mistake of ours costs one edition; the others go on
            message = f'"{edition}" could not be made: {type(error).__name__}: {error}'
            return _given_up(edition, problem("E032", message, None), start)
        return Outcome(edition, files, problems, _since(start))

    def make(self, edition: Edition) -> tuple[tuple[Written, ...], tuple[Problem, ...]]:
        """The files of an edition as they were written. ReportError where anything keeps it from being made."""
        prepared = self.ready().prepared
        assert prepared is not None
        built = build_edition(prepared, edition, self.cache, self.draft, self.formats, self.now)
        made, problems = self._made(built)
        problems = as_strict(problems) if self.strict else problems
        if not may_go_on(problems, self.draft):
            raise ReportError(problems)
        files = {named_for(edition, f): f.data for f in made.files}
        if self.address:
            put(self.address, files)
        else:
            write_together(self.folder, files, made.folders)
        for part in built.checked.halves or (built.checked,):
            if part.work is not None and part.signing is not None:
                record(self.root, part.work, part.signing, self.now)
        written = tuple(Written(named_for(edition, f), len(f.data), f.sha256, f.pages) for f in made.files)
        return written, problems

    def _made(self, built: Built) -> tuple[_Made, tuple[Problem, ...]]:
        """What is to be written of an edition, and everything that was found on the way."""
        problems = built.checked.problems
        if self.packing is None:
            return _Made(built.files), problems
        assert built.checked.work is not None
        from report_builder.pipe.press import pack_of, packs_for  # pictures and workbooks, which few runs make

        pack, found = pack_of(built.checked.work, self.packing, self.now)
        if errors(found):
            return _Made(()), in_order((*problems, *found))
        packs = packs_for(pack, built.checked.work, self.copies)
        files = tuple(one.zip for one in packs)
        return _Made(files, {packs[0].name: packs[0].inside}), in_order((*problems, *found))


class _Made(Struct, frozen=True):
    """Finished files, and folders of them by their names."""

    files: tuple[File, ...]
    folders: Mapping[str, Mapping[str, bytes]] = {}


def _given_up(edition: Edition, why: Problem, start: float) -> Outcome:
    return Outcome(edition, (), (why,), _since(start), f"{why.code}: {why.message}")


def _since(start: float) -> float:
    return round(time.perf_counter() - start, 3)

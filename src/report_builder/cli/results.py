"""A build from folder to files, and `results.json`, which always says what happened."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from report_builder.build import Built, as_strict, build, load, may_go_on
from report_builder.cache import Cache
from report_builder.cli.copies import LOCKED, as_records, made
from report_builder.facts.ledger import NAME as LEDGER
from report_builder.output import write_together, write_whole
from report_builder.pipe.copies import Copy, Wanted
from report_builder.pipe.prepare import Prepared, prepare
from report_builder.pipe.released import record
from report_builder.pipe.stage import Stage, at_stage
from report_builder.problems import Problem, ReportError
from report_builder.problems.locate import SourceFile
from report_builder.problems.render import to_json
from report_builder.project.history import list_releases
from report_builder.project.model import Project
from report_builder.versions import TOOL

if TYPE_CHECKING:
    from report_builder.verify.sameness import Sameness  # pikepdf takes 20 ms, and only a release is compared


class Result(Struct, frozen=True):
    """What a build came to: exit code, problems with their sources, the files asked for with their pages."""

    exit_code: int
    problems: tuple[Problem, ...]
    sources: Mapping[str, SourceFile]
    written: tuple[tuple[Path, int], ...] = ()
    proof: Sameness | None = None


def build_into(
    directory: Path,
    folder: Path,
    cache: Cache,
    draft: bool,
    strict: bool,
    formats: tuple[str, ...] = ("pdf",),
    stage: Stage | None = None,
    now: datetime | None = None,
    copies: Wanted | None = None,
    ready: Callable[[Project, Cache | None], Prepared] = prepare,
) -> Result:
    """Builds and writes the files; where it cannot, the old files stay and results.json says why."""
    sources: Mapping[str, SourceFile] = {}
    built: Built | None = None
    try:
        project = at_stage(load(directory, cache), stage)
        sources = project.files
        built = build(project, cache, draft, formats, now, ready)
        problems = as_strict(built.checked.problems) if strict else built.checked.problems
        if not may_go_on(problems, draft):
            raise ReportError(problems)
        assert built.checked.work is not None
        made_files, made_for = made(built.files, built.checked.work, copies or Wanted())
        built = replace(built, files=made_files)
        files = {f.name: f.data for f in built.files}
        files["results.json"] = _told(Result(0, problems, sources), draft, built, made_for)
        paths = write_together(folder, files)
        work, signing = built.checked.work, built.checked.signing
        if work is not None and signing is not None and record(directory, work, signing, now):
            list_releases(directory)
    except ReportError as error:
        result = Result(error.exit_code, error.problems, getattr(error, "files", sources))
        return _failed(directory, folder, result, draft)
    written = zip(paths, (f.pages for f in built.files if f.name != LEDGER), strict=False)
    return Result(0, problems, sources, tuple(written), built.proof)


def _failed(directory: Path, folder: Path, result: Result, draft: bool) -> Result:
    """The result of a build that came to nothing, told in results.json where that can be written at all."""
    if not (directory / "report").is_dir():
        return result
    try:
        write_whole(folder, "results.json", _told(result, draft, None))
    except ReportError as error:
        more = tuple(p for p in error.problems if p not in result.problems)
        if result.exit_code == error.exit_code:  # one reason why nothing can be written there is enough
            return result
        return Result(max(result.exit_code, error.exit_code), (*result.problems, *more), result.sources)
    return result


def _proven(proof: Sameness) -> dict[str, int | bool]:
    """That a release differs from its marked copy in the marks only, and how much was compared."""
    return {
        "same_but_for_marks": not proof.differences,
        "pages": proof.pages,
        "operations_drawn": proof.signs,
        "passages_read": proof.passages,
    }


def lines_of(result: Result, locked: bool) -> list[str]:
    """What is said of a build to people: its files, what a release was compared with, what locking costs."""
    lines = [f"{path} ({pages} pages)" if pages else str(path) for path, pages in result.written]
    if result.proof is not None:
        compared = (
            f"{result.proof.signs:,} operations drawn in the same places, {result.proof.passages} passages read alike"
        )
        lines.append(f"the same as its marked copy, but for the marks: {result.proof.pages} pages, {compared}")
    return [*lines, LOCKED] if locked and result.written else lines


def _told(result: Result, draft: bool, built: Built | None, copies: tuple[Copy, ...] = ()) -> bytes:
    files = (
        [{"name": f.name, "bytes": len(f.data), "sha256": f.sha256, "pages": f.pages} for f in built.files]
        if built
        else []
    )
    document = {
        "tool": TOOL,
        "outcome": "built" if built else "failed",
        "draft": draft,
        "exit_code": result.exit_code,
        "files": files,
        **({"locked": True, "pdf_a": False} if any("-LOCKED" in str(f["name"]) for f in files) else {}),
        **({"copies": as_records(copies)} if copies else {}),
        **({"proof": _proven(built.proof)} if built and built.proof else {}),
        "problems": [to_json(p, result.sources) for p in result.problems],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()

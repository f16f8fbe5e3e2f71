"""What was released of a project and what was corrected since: `releases.yml`, `corrections.yml`, earlier ledgers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date as Date
from pathlib import Path

from msgspec import Struct, field

from report_builder.campaign.correction import Correction, CorrectionsFile, Released, ReleasesFile, next_version
from report_builder.facts.ledger import Ledger
from report_builder.facts.ledger import read as read_ledger
from report_builder.output import write_together, write_whole
from report_builder.problems import ReportError, Where, problem
from report_builder.project.loading import Loading
from report_builder.project.records import as_yaml
from report_builder.project.yaml import parse, problems_of

CORRECTIONS, RELEASES, FOLDER = "report/corrections.yml", "report/releases.yml", "report/releases"
_HEAD = "Written by `report-builder build --release`: what was released, with checksums (SHA-256) to publish."
_CORRECTED = "Written by `report-builder correct`. The last version is the report's."


class History(Struct, frozen=True):
    """`superseded` are the ledgers of the version that the last correction takes the place of, by edition."""

    corrections: tuple[Correction, ...] = ()
    releases: ReleasesFile = ReleasesFile()
    superseded: Mapping[str, Ledger] = field(default_factory=dict)

    @property
    def last(self) -> Correction | None:
        return self.corrections[-1] if self.corrections else None


def load_history(loading: Loading) -> History:
    """The history of a project, problems noted."""
    corrections = loading.model(CORRECTIONS, CorrectionsFile, optional=True) or CorrectionsFile()
    releases = loading.model(RELEASES, ReleasesFile, optional=True) or ReleasesFile()
    superseded: dict[str, Ledger] = {}
    if corrections.corrections:
        version = corrections.corrections[-1].supersedes
        for name in dict.fromkeys(r.edition for r in releases.releases if r.version == version):
            file = f"{FOLDER}/{version}/{name}.json"
            data = loading.folder.data(file, Where(RELEASES))
            found = read_ledger(data) if data is not None else None
            if isinstance(found, Ledger):
                superseded[name] = found
            elif found is not None:
                hint = "take it out of the released PDF, where it is attached as facts.json, and put it there again"
                loading.problems.append(problem("S042", f'"{file}" is no ledger: {found}', Where(RELEASES), help=hint))
    return History(corrections.corrections, releases, superseded)


def correct(root: Path, history: History, version: str, note: str, day: Date) -> Correction:
    """A correction of the released `version` put on record. ReportError where that was never released."""
    if not any(r.version == version for r in history.releases.releases):
        hint = "change it and build it; a correction is of what readers have already"
        if history.last is not None:
            hint = f"correct `note:` in {CORRECTIONS}, or release the correction first: report-builder build --release"
        raise ReportError([problem("S040", f"version {version} has not been released", None, help=hint)])
    made = Correction(version=next_version(version), supersedes=version, date=day, note=note)
    listed = [c.model_dump(mode="json") for c in (*history.corrections, made)]
    write_whole(root / "report", Path(CORRECTIONS).name, as_yaml({"corrections": listed}, _CORRECTED))
    return made


def keep_release(root: Path, released: Released, ledger: bytes) -> None:
    """Keeps the record and the ledger of one edition that was released, apart from those of others.

    Runs over editions do this at the same time in several processes, so each edition has files of its own.
    """
    folder, name = root / FOLDER / released.version, released.edition
    path = folder / f"{name}.yml"
    before = _read(path).releases if path.is_file() else ()
    rest = tuple(r for r in before if r.sha256 != released.sha256)
    write_together(folder, {f"{name}.json": ledger, path.name: _yaml((*rest, released))})


def list_releases(root: Path) -> None:
    """Writes report/releases.yml anew from the records of all editions and versions."""
    folders = sorted((root / FOLDER).glob("*"), key=lambda f: tuple(int(n) for n in f.name.split(".") if n.isdigit()))
    records = (r for folder in folders for path in sorted(folder.glob("*.yml")) for r in _read(path).releases)
    write_whole(root / "report", Path(RELEASES).name, _yaml(tuple(records)))


def _yaml(releases: tuple[Released, ...]) -> bytes:
    return as_yaml({"releases": [r.model_dump(mode="json") for r in releases]}, _HEAD)


def _read(path: Path) -> ReleasesFile:
    return read_releases(path.read_bytes(), path.name)


def read_releases(data: bytes, file: str) -> ReleasesFile:
    """A list of releases from anywhere. ReportError where it is none."""
    from pydantic import ValidationError  # with the models, which are loaded by now

    parsed = parse(data.decode("utf-8-sig", "replace"), file)
    if parsed.problems:
        raise ReportError(parsed.problems)
    try:
        return ReleasesFile.model_validate(parsed.data or {})
    except ValidationError as error:
        raise ReportError(problems_of(error, parsed, ReleasesFile)) from error

"""A PDF against the list of what was released: which version it is, and whether that was corrected since."""

from __future__ import annotations

from report_builder.campaign.correction import Released, ReleasesFile
from report_builder.problems import Problem, Where, problem


def check_published(sha256: str, releases: ReleasesFile, file: str) -> tuple[Released | None, tuple[Problem, ...]]:
    """The release that the file is, None where it is none of the list, and what is wrong with using it."""
    where = Where(file)
    found = next((r for r in releases.releases if r.sha256 == sha256), None)
    if found is None:
        hint = "get the file again from the publisher: this one was never released, or was changed afterwards"
        return None, (problem("R015", "it is none of the files that were released", where, help=hint),)
    newest = max((r for r in releases.releases if r.edition == found.edition), key=_order)
    if _order(newest) == _order(found):
        return found, ()
    message = (
        f"it is version {found.version} of {found.date}, which was corrected: version {newest.version} of {newest.date}"
    )
    return found, (problem("S043", message, where, help=f"use {newest.file} of version {newest.version}"),)


def _order(released: Released) -> tuple[int, ...]:
    return tuple(int(part) for part in released.version.split("."))

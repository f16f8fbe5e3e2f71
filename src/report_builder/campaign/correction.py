"""`report/corrections.yml` and `report/releases.yml`: what was published, and what was put right afterwards."""

from datetime import date as Date

from pydantic import Field

from report_builder.campaign.model import Typed


class Correction(Typed):
    """`version` takes the place of `supersedes`; `note` tells readers what was wrong."""

    version: str
    supersedes: str
    date: Date
    note: str = Field(min_length=1)


class CorrectionsFile(Typed):
    """In the order they were made."""

    corrections: tuple[Correction, ...] = ()


class Released(Typed):
    """A file that was released: of which version and edition, when, its checksums and that of its ledger.

    `report` is the hash of what was signed: the same version is never released with other words.
    """

    version: str
    edition: str
    file: str
    date: Date
    sha256: str
    ledger: str
    report: str


class ReleasesFile(Typed):
    """In the order they were made."""

    releases: tuple[Released, ...] = ()

    def of(self, version: str, edition: str) -> Released | None:
        """The last release of a version of an edition."""
        found = [r for r in self.releases if (r.version, r.edition) == (version, edition)]
        return found[-1] if found else None


def next_version(version: str) -> str:
    """The version of a correction: 1.0 becomes 1.1."""
    major, _, minor = version.partition(".")
    return f"{major}.{int(minor) + 1}"

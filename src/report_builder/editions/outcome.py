"""What came of one edition."""

from __future__ import annotations

from msgspec import Struct

from report_builder.output import File
from report_builder.pipe.edition import Edition
from report_builder.problems import Problem


class Written(Struct, frozen=True):
    """A file that was written: its name in the output folder, size, checksum, and pages where it has any."""

    name: str
    bytes: int
    sha256: str
    pages: int = 0


class Outcome(Struct, frozen=True):
    """`failed` says in a few words why there are no files, "" where there are; `problems` say it in full."""

    edition: Edition
    files: tuple[Written, ...] = ()
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    failed: str = ""

    @property
    def spent(self) -> bool:
        """Whether the worker that made it ran out of memory, and ends."""
        return self.failed.startswith("E031")


def named_for(edition: Edition, file: File) -> str:
    """The name of an edition's file: one that does not begin with the edition's own is put after it."""
    own = (edition.name, *(half.name for half in edition.halves))
    return file.name if file.name.startswith(own) else f"{edition.name}.{file.name}"

"""The files of a project folder: read as bytes or text, never from outside the folder, never without limits."""

from __future__ import annotations

import difflib
import hashlib
from pathlib import Path, PurePosixPath, PureWindowsPath

from msgspec import Struct, field

from report_builder.problems import Problem, Where, problem

TEXT_LIMIT = 2_000_000
DATA_LIMIT = 200_000_000


class Folder(Struct):
    """A project folder. What was read is kept, so that problems can show the line."""

    root: Path
    texts: dict[str, str] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)  # of every file that was read (SHA-256)
    problems: list[Problem] = field(default_factory=list)

    def text(self, name: str, said_at: Where | None = None, optional: bool = False) -> str | None:
        """A text file, UTF-8 with or without a byte order mark; None with a problem noted where it cannot be read."""
        if name in self.texts:
            return self.texts[name]
        data = self.data(name, said_at, TEXT_LIMIT, optional)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            text, where = _guessed(name, data, error.start)
            advice = "save it as UTF-8; in Word or Notepad choose the encoding when you save"
            message = f'"{name}" is not UTF-8 text'
            if data.startswith(b"PK"):
                message = f'"{name}" is no text, but a Word or Excel document by another name'
                advice = "save it from there as plain text, in UTF-8"
            self.problems.append(problem("P053", message, where, help=advice))
            if "\0" in text:
                return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.texts[name] = text
        return text

    def data(
        self, name: str, said_at: Where | None = None, limit: int = DATA_LIMIT, optional: bool = False
    ) -> bytes | None:
        """A file's bytes; None with a problem noted where it is missing, too large or outside the folder."""
        path = self.inside(name, said_at)
        if path is None:
            return None
        where = said_at or Where(name)
        try:
            if path.is_dir():
                hint = "name a file, or take the folder out of the way"
                self.problems.append(problem("P050", f'"{name}" is a folder, not a file', where, help=hint))
                return None
            if not path.is_file():
                if not optional:
                    self.problems.append(
                        problem("P050", f'there is no file "{name}"', where, help=self._near(path, said_at is not None))
                    )
                return None
            if path.stat().st_size > limit:
                self.problems.append(
                    problem(
                        "P052",
                        f'"{name}" is larger than {limit // 1_000_000} MB',
                        where,
                        help="take out what the report does not need, or split the file",
                    )
                )
                return None
            data = path.read_bytes()
            self.digests[name] = hashlib.sha256(data).hexdigest()
            return data
        except OSError as error:
            self.problems.append(
                problem(
                    "X003",
                    f'"{name}" cannot be read: {error.strerror}',
                    where,
                    help="close it in other programs, and check that you may open it",
                )
            )
            return None

    def inside(self, name: str, said_at: Where | None = None) -> Path | None:
        """The path of a name inside the folder, links followed; None with a problem noted where it leaves it."""
        parts = PurePosixPath(name.replace("\\", "/"))
        outside = parts.is_absolute() or bool(PureWindowsPath(name).drive) or ":" in name or "\0" in name
        try:
            path = (self.root / parts).resolve() if not outside else None
        except (OSError, RuntimeError):
            path = None
        if path is None or not path.is_relative_to(self.root.resolve()):
            self.problems.append(
                problem(
                    "P051",
                    f'"{name}" lies outside the project folder',
                    said_at or Where(name),
                    help="copy the file into the folder and name it from there, as in data/figures.csv",
                )
            )
            return None
        return path

    def names(self, folder: str) -> tuple[str, ...]:
        """The files in a folder and the folders in it, by their names from the project folder, sorted."""
        path = self.inside(folder)
        if path is None or not path.is_dir():
            return ()
        found = (p for p in path.rglob("*") if p.is_file())
        return tuple(sorted(f"{folder.rstrip('/')}/{p.relative_to(path).as_posix()}" for p in found))

    def _near(self, path: Path, named: bool) -> str:
        """What may be meant by a file that is not there, or how to come by it; `named` by the author, not by us."""
        if not path.parent.is_dir():
            close = difflib.get_close_matches(path.parent.name, _names(path.parent.parent), 1)
            folder = path.parent.relative_to(self.root.resolve())
            meant = f'; did you mean "{(folder.parent / close[0]).as_posix()}"?' if close else ""
            return f'there is no folder "{folder.as_posix()}"{meant}'
        siblings = {Path(name).stem: name for name in _names(path.parent)}
        close = difflib.get_close_matches(path.stem, siblings, 1)
        if close and not named:
            return f'"{siblings[close[0]]}" lies there; rename it'
        if close:
            return f'did you mean "{siblings[close[0]]}"?'
        folder = path.parent.relative_to(self.root.resolve())
        made = "; every project has one, and `report-builder new` makes a folder with every file filled in"
        return f'nothing of that name lies in "{folder.as_posix()}"' + ("" if named else made)


def _names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []


def _guessed(name: str, data: bytes, at: int) -> tuple[str, Where]:
    """A text in another encoding as it may be meant, and the place of the first letter that tells."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace"), Where(name)
    text = data.decode("cp1252", errors="replace")
    start = len(text[:at].replace("\r\n", "\n")) - (3 if data.startswith(b"\xef\xbb\xbf") else 0)
    return text, Where(name) if "\0" in text else Where(name, start, 1)


def rows_of_text(data: bytes) -> str | None:
    """The text of a data file whose lines are its rows; None for a workbook, and where a cell holds a line end."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text or data[:2] == b"PK" or any(line.count('"') % 2 for line in text.split("\n")):
        return None
    return text

"""The files of a project folder: read as bytes or text, never from outside the folder, never without limits."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from report_builder.problems import Problem, Where, problem

TEXT_LIMIT = 2_000_000
DATA_LIMIT = 200_000_000


@dataclass(slots=True)
class Folder:
    """A project folder. What was read is kept, so that problems can show the line."""

    root: Path
    texts: dict[str, str] = field(default_factory=dict)
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
            text = data.decode("cp1252", errors="replace")
            line = data[: error.start].count(b"\n") + 1
            self.problems.append(
                problem(
                    "P053",
                    f'"{name}" is not UTF-8 text (line {line})',
                    Where(name),
                    help="save it as UTF-8; in Word or Notepad choose the encoding when you save",
                )
            )
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
            if not path.is_file():
                if not optional:
                    self.problems.append(problem("P050", f'there is no file "{name}"', where, help=self._near(path)))
                return None
            if path.stat().st_size > limit:
                self.problems.append(problem("P052", f'"{name}" is larger than {limit // 1_000_000} MB', where))
                return None
            return path.read_bytes()
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

    def _near(self, path: Path) -> str:
        siblings = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
        close = difflib.get_close_matches(path.name, siblings, 1)
        folder = path.parent.name or "the project folder"
        return f'did you mean "{close[0]}"?' if close else f"nothing of that name lies in {folder}"

"""How a case differs from the base project: `change.txt`, read as people read a diff.

    $ build --strict                what is called, where it is not `build`
    delete report/sections/asks.md
    report/facts.yml                the file that the lines below belong to
     growth:                        a line that stays, to find the place by
    -  kind: ratio                  a line that goes
    +  kind: ratoi                  a line that comes

A hunk ends at an empty line. Lines that only come are put at the end of the file, or make a new one.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct, field


class Change(Struct):
    """What is called, and what is done to which file, in order."""

    arguments: list[str] = field(default_factory=lambda: ["build"])
    deleted: list[str] = field(default_factory=list)
    hunks: list[tuple[str, list[str]]] = field(default_factory=list)

    def apply(self, project: Path) -> None:
        """Changes the project."""
        for name in self.deleted:
            (project / name).unlink()
        for name, lines in self.hunks:
            _replace(project / name, lines)


def read_change(text: str) -> Change:
    """The change that `text` describes."""
    change = Change()
    file = ""
    hunk: list[str] = []
    for line in text.split("\n"):
        if line.startswith("$ "):
            change.arguments = line[2:].split()
        elif line.startswith("delete "):
            change.deleted.append(line.removeprefix("delete "))
        elif line[:1] in ("+", "-", " "):
            if not hunk:
                change.hunks.append((file, hunk))
            hunk.append(line)
            continue
        elif line:
            file = line
        hunk = []
    return change


def _replace(path: Path, lines: list[str]) -> None:
    old = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
    new = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not old:
        path.write_text(text + new, encoding="utf-8", newline="")
        return
    padded = f"\n{text}"
    assert padded.count(f"\n{old}") == 1, f"{path.name} holds these lines {padded.count(old)} times:\n{old}"
    path.write_text(padded.replace(f"\n{old}", f"\n{new}")[1:], encoding="utf-8", newline="")

"""The small project of the broken cases in editions for its towns, as a person would add them."""

from __future__ import annotations

from pathlib import Path

EDITIONS = """areas:
  exampleshire:
    name: Exampleshire
    in: in Exampleshire
    of: of Exampleshire
    mayor: A. Mayor
  northtown:
    name: Northtown
    in: in Northtown
    of: of Northtown
    part_of: exampleshire
    mayor: B. Mayor
  southtown:
    name: Southtown
    in: in the Southtown area
    of: of the Southtown area
    part_of: exampleshire
    mayor: C. Mayor
languages: [en-GB]
"""


def with_editions(project: Path, text: str = EDITIONS) -> Path:
    """The project, one report for three places."""
    (project / "report/editions.yml").write_text(text, encoding="utf-8")
    return project


def change(project: Path, file: str, old: str, new: str) -> None:
    """Writes `new` where `old` stands in a file of the project."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text, text
    path.write_text(text.replace(old, new), encoding="utf-8")

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


def many_towns(project: Path, number: int) -> Path:
    """The project with so many towns, an edition for each; the words hold wherever they stand."""
    change(project, "report/sections/cover.md", "claim:growth", 'claim:growth "or phrase"')
    names = ["Northtown", "Southtown", "Westbridge", *(f"Town {i}" for i in range(4, number + 1))]
    rows = [f"{name},{20 + 3 * i},{25 + 2 * i},{30 + i},{40 - i}" for i, name in enumerate(names)]
    rows[0] = "Northtown,41,44,58,972"
    (project / "data/stops.csv").write_text("\n".join(["Town,2022,2023,2024,2025", *rows]) + "\n", encoding="utf-8")
    ids = {name.lower().replace(" ", "_"): name for name in names}
    areas = "".join(f"  {id_}: {{name: {name}, in: in {name}, of: of {name}}}\n" for id_, name in ids.items())
    return with_editions(project, f"areas:\n{areas}languages: [en-GB]\n")

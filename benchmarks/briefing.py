"""The peers' briefing as a project of ours: the same figures, words, charts, table, quotes and asks.

    python benchmarks/briefing.py FOLDER EDITIONS [--repeat]

Without editions (0) it is the report for England and Wales alone. With --repeat it is the usual case: charts of England
and Wales in every edition, and each area in English and in Welsh; else each edition draws its own three charts.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import shutil
from pathlib import Path

from figures import AREAS, NATION, Table, generated, of_group, of_nation

ROOT = Path(__file__).resolve().parents[1]
WORDS = Path(__file__).parent / "briefing"
WELSH = "cy"


def make(folder: Path, editions: int, repeat: bool = False) -> None:
    """The project in `folder`: areas first, then the same areas with other figures, until there are enough."""
    languages = ["en-GB", WELSH] if repeat else ["en-GB"]
    places = _places(editions // len(languages))
    groups = sorted({group for _, group in places}) or [0]
    shutil.copytree(WORDS, folder)
    if not repeat:
        shutil.rmtree(folder / "report" / WELSH)
    shutil.copytree(ROOT / "assets" / "brand" / "fonts", folder / "assets" / "brand" / "fonts")
    _write_data(folder / "data", groups)
    _write_groups(folder / "report", groups, repeat)
    if repeat:
        with (folder / "report" / WELSH / "datasets.yml").open("a", encoding="utf-8") as words:
            words.writelines(f"{name}: {name}\n" for group in groups for name in (place_of(a, group) for a in AREAS))
    if places:
        areas = {id_of(place_of(*place)): _area(*place, languages) for place in places}
        made = {"areas": areas, "languages": languages, "file_name": "{slug}-{area}-{language}"}
        (folder / "report" / "editions.yml").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
        _replace(folder / "report" / "report.yml", f"place: {NATION}", f"place: {AREAS[0]}")
    else:
        _unranked(folder / "report")


def ids(number: int) -> list[str]:
    """The ids of so many areas, in the order of their editions."""
    return [id_of(place_of(*place)) for place in _places(number)]


def _places(number: int) -> list[tuple[str, int]]:
    return [(AREAS[i % len(AREAS)], i // len(AREAS)) for i in range(number)]


def _unranked(report: Path) -> None:
    """The nation is no area: it has no rank, and says instead who has the first one, as the peers do."""
    facts, summary = report / "facts.yml", report / "sections" / "summary.md"
    facts.write_text(facts.read_text(encoding="utf-8").partition("\nranked:")[0], encoding="utf-8")
    first = "- Metropolitan Police recorded the most offences, {offences[metropolitan_police]} in {offences.period}."
    text = re.sub(r"^.*\{rank\}.*$", first, summary.read_text(encoding="utf-8"), flags=re.M)
    summary.write_text(text, encoding="utf-8")


def _replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def place_of(area: str, group: int) -> str:
    """The name of an area in a group; the first group has the plain names."""
    return f"{area} (group {group})" if group else area


def id_of(name: str) -> str:
    """The id by which the data know a name."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def _area(area: str, group: int, languages: list[str]) -> dict[str, object]:
    name = place_of(area, group)
    said: dict[str, object] = {"name": name, "in": f"in {name}", "of": f"of {name}"}
    if WELSH in languages:
        welsh = {"name": name, "in": f"yn ardal heddlu {name}", "of": f"ardal heddlu {name}"}
        said = {key: {"en": words, WELSH: welsh[key]} for key, words in said.items()}
    return said | ({"sections": {name: _section(name, group) for name in ("areas", "summary")}} if group else {})


def _write_data(folder: Path, groups: list[int]) -> None:
    """The peers' figures, scaled for each group as they scale them, and the nation's."""
    for name, table in generated().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            nation = of_nation(table)
            writer.writerow(["Police force area", *nation])
            writer.writerow([NATION, *nation.values()])
            for group in groups:
                scaled: Table = of_group(table, group)
                writer.writerows([place_of(area, group), *row.values()] for area, row in scaled.items())


def _write_groups(report: Path, groups: list[int], repeat: bool) -> None:
    """What names the 43 areas of a group, or ranks among them, for each group; with `repeat`, charts of the nation."""
    for words in (f for f in (report, report / WELSH) if f.exists()):
        facts, sections = words / "facts.yml", words / "sections"
        head, mark, ranking = facts.read_text(encoding="utf-8").partition("\nranked:")
        facts.write_text(head + "".join(_of_group(mark + ranking, group) for group in groups), encoding="utf-8")
        for name in ("areas", "summary"):
            text = (sections / f"{name}.md").read_text(encoding="utf-8")
            text = text.replace("HERE", "" if repeat else "highlight: here\n")
            for group in groups:
                (sections / (_section(name, group) + ".md")).write_text(_of_group(text, group), encoding="utf-8")
        for file in ("trend.md", "platforms.md") if repeat else ():
            _of_nation(sections / file, "yng Nghymru a Lloegr" if words.name == WELSH else f"in {NATION}")


def _section(name: str, group: int) -> str:
    return f"{name}-{group}" if group else name


def _of_group(text: str, group: int) -> str:
    """Sections or facts with the areas of a group in the place of EVERY, and names of facts that are the group's."""
    if group:
        text = re.sub(r"^(ranked|rank)(?=:)|(?<=\{)rank(?=\})|(?<=of: )ranked", rf"\g<0>_{group}", text, flags=re.M)
    return text.replace("EVERY", ", ".join(id_of(place_of(area, group)) for area in AREAS))


def _of_nation(section: Path, where: str) -> None:
    """A section whose chart, and what it says of the chart, is about the nation in every edition."""
    nation = id_of(NATION)
    text = section.read_text(encoding="utf-8").replace("{place:in}", where)
    text = text.replace("platform_share[", f"platform_share[{nation}, ")
    section.write_text(re.sub(r"^(fact: \w+)$", rf"\1[{nation}]", text, flags=re.M), encoding="utf-8")


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("editions", type=int)
    options.add_argument("--repeat", action="store_true")
    asked = options.parse_args()
    make(asked.folder, asked.editions, asked.repeat)

"""The peers' briefing as a project of ours: the same figures, words, charts, table, quotes and asks.

    python benchmarks/briefing.py PEERS FOLDER EDITIONS [--repeat]

PEERS is the folder with the peers' `common.py`, which makes the figures. With --repeat the charts are those of all
areas in every edition, as national charts are; else each edition draws its own three.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ALL = "england_and_wales"
WORDS = Path(__file__).parent / "briefing"


def make(peers: Path, folder: Path, editions: int, repeat: bool) -> None:
    """The project in `folder`, of the peers' first `editions` local editions."""
    sys.path.insert(0, str(peers))
    common = importlib.import_module("common")
    with tempfile.TemporaryDirectory() as made:
        common.generate(made)
        data = common.load(made)
    groups = sorted({variant for _, variant in common.editions(editions)})
    shutil.copytree(WORDS, folder)
    shutil.copytree(ROOT / "assets" / "brand" / "fonts", folder / "assets" / "brand" / "fonts")
    _write_data(folder / "data", common, data, groups)
    areas = [(place_of(area, variant), area, variant) for area, variant in common.editions(editions)]
    _write_sections(folder / "report" / "sections", common, groups, repeat)
    entries = {id_of(name): _area(common, name, variant) for name, _, variant in areas}
    (folder / "report" / "editions.yml").write_text(
        "areas:\n"
        + "".join(f"  {key}: {json.dumps(value)}\n" for key, value in entries.items())
        + 'languages: [en-GB]\nfile_name: "{slug}-{area}"\n',
        encoding="utf-8",
    )


def place_of(area: str, variant: int) -> str:
    return f"{area} (group {variant})" if variant else area


def id_of(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def _area(common: Any, name: str, variant: int) -> dict[str, Any]:
    own = {} if variant == 0 else {"sections": {"areas": f"areas-{variant}"}}
    return {"name": name, "in": f"in {name}", "of": f"of {name}", **own}


def _write_data(folder: Path, common: Any, data: Any, groups: list[int]) -> None:
    """The peers' figures, scaled for each group as `common.model` scales them."""
    for file, table, columns in (
        ("offences", data["offences"], common.YEARS),
        ("platforms", data["platforms"], common.PLATFORMS),
        ("gender", data["gender"], common.GENDERS),
    ):
        with (folder / f"{file}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["Police force area", *columns])
            for variant in groups:
                scale = 1 + 0.013 * variant
                for area, row in table.items():
                    writer.writerow([place_of(area, variant), *(round(row[column] * scale) for column in columns)])


def _write_sections(folder: Path, common: Any, groups: list[int], repeat: bool) -> None:
    """The section of all areas for each group, which names its own 43."""
    text = (folder / "areas.md").read_text(encoding="utf-8")
    for variant in groups:
        names = ", ".join(id_of(place_of(area, variant)) for area in common.AREAS)
        made = text.replace("EVERY", names).replace("HERE", "" if repeat else "highlight: here\n")
        (folder / ("areas.md" if variant == 0 else f"areas-{variant}.md")).write_text(made, encoding="utf-8")
    if repeat:
        for file in ("trend", "platforms"):
            path = folder / f"{file}.md"
            first = id_of(common.AREAS[0])
            text = re.sub(r"^(fact: \w+)$", rf"\1[{first}]", path.read_text(encoding="utf-8"), flags=re.M)
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("peers", type=Path)
    options.add_argument("folder", type=Path)
    options.add_argument("editions", type=int)
    options.add_argument("--repeat", action="store_true")
    asked = options.parse_args()
    make(asked.peers, asked.folder, asked.editions, asked.repeat)

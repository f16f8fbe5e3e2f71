"""The benchmark of many editions: our tool beside the peers at the very briefing that they print.

make bench-editions                            the tables, three rounds and one run of 2,000 editions
make bench-editions ROUNDS=7 WRITE=1           and writes them to docs/performance.md and benchmarks/many_editions.json
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import asdict
from datetime import date
from pathlib import Path

import entrants as who
import machine
import page
import ratios
from briefing import ROOT
from goals import Measured, table
from measure import Entrant, Racer, Run, median, race
from memory import peak_of

PEERS = ROOT.parent / "shared" / "bench" / "peers"
RESULTS = Path(__file__).with_name("many_editions.json")
SCRIPTS = {who.WEASY: "p2_weasyprint.py", who.TYPST: "p3_typst_mpl.py", who.NATIVE: "p4_typst_native.py"}


def main() -> None:
    """Prints the tables; with --write puts them where they are kept."""
    options = argparse.ArgumentParser()
    options.add_argument("--peers", type=Path, default=PEERS, help="the folder of the peers' programs")
    options.add_argument("--peers-python", required=True, help="the Python with WeasyPrint, Typst and Matplotlib")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--most", type=int, default=who.MOST, help="editions of the run that shows growth; 0: none")
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    peers = asked.peers if asked.peers.is_dir() else None
    if peers is None:
        print(f'no peers: there is no folder "{asked.peers}"; name theirs with --peers')
    with tempfile.TemporaryDirectory(prefix="report-builder-bench-") as work:
        runs, peaks = measured(Path(work), peers, asked.peers_python, asked.rounds, asked.most)
    rows = [
        *(ratios.beside_peers(runs, peaks) if peers else ()),
        *(ratios.growth(runs, peaks, asked.most) if asked.most else ()),
    ]
    text = "\n".join((*head(asked.rounds, asked.peers_python), "", *table(rows), "", *processes(runs, peaks)))
    print(text)
    if asked.write:
        page.write("editions", text)
        RESULTS.write_text(as_json(rows, runs, peaks, asked.rounds), encoding="utf-8")


def measured(
    work: Path, peers: Path | None, python: str, rounds: int, most: int
) -> tuple[dict[str, list[Run]], dict[str, float]]:
    """All runs by name, and the peak memory in MB of those that make many editions."""
    ours = who.Ours(work)
    many = [ours.editions(who.OURS, who.FEW), ours.editions(who.OURS, who.MANY)]
    looked_at: list[Entrant] = [many[1]]
    runners: list[Racer] = [ours.report(who.COLD, first=True)]
    if peers:
        theirs = invited(work, peers, python)
        runners += (theirs.report(name, script) for name, script in SCRIPTS.items())
        many += (theirs.editions(who.NATIVE, SCRIPTS[who.NATIVE], n) for n in (who.FEW, who.MANY))
        looked_at.append(many[-1])
    many += (ours.editions(who.REPEATED, n) for n in (who.FEW_REPEATED, who.MANY))
    with ExitStack() as open_for:
        warm = open_for.enter_context(ours.watched(who.WARM))
        runs = race([*runners, ours.report(who.WORDS, first=False), warm, *many], rounds)
    if most:
        last = ours.editions(who.OURS, most)
        runs[last.name] = [last.run()]
        looked_at += [last, ours.editions(who.OURS, who.MANY, areas=most)]
    return runs, {one.name: peak_of(one) for one in looked_at}


def invited(work: Path, folder: Path, python: str) -> who.Peers:
    """The peers with a copy of their programs, their data, and no other fonts than theirs."""
    shutil.copytree(folder, work / "peers")
    subprocess.run([python, work / "peers" / "common.py", work / "data"], check=True)
    code = "import matplotlib; print(matplotlib.get_data_path())"
    data = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
    (work / "fonts").mkdir()
    for font in Path(data, "fonts", "ttf").glob("DejaVuSans*.ttf"):
        shutil.copy(font, work / "fonts")
    return who.Peers(work, python, work / "fonts")


def head(rounds: int, peers_python: str) -> list[str]:
    """The machine, the versions and the date."""
    ours = machine.installed(sys.executable, "reportlab", "matplotlib", "pydantic", "msgspec")
    theirs = machine.installed(peers_python, "weasyprint", "typst", "matplotlib")
    return [machine.described(rounds), f"Ours: {ours}. Peers: {theirs}."]


def processes(runs: Mapping[str, list[Run]], peaks: Mapping[str, float]) -> list[str]:
    """A table of what each entrant took."""
    lines = ["| process | CPU s | wall s | tree MB | PDF kB |", "|---|---|---|---|---|"]
    for name, of in runs.items():
        size, peak = median(of, "size") / 1000, peaks.get(name)
        told = (f"{median(of, 'cpu_s'):.2f}", f"{median(of, 'wall_s'):.2f}", f"{peak:.0f}" if peak else "")
        lines.append(f"| {name} | {' | '.join(told)} | {f'{size:.0f}' if size else ''} |")
    return lines


def as_json(rows: list[Measured], runs: Mapping[str, list[Run]], peaks: Mapping[str, float], rounds: int) -> str:
    """All of it for programs: each run, not medians only."""
    told = {
        "date": date.today().isoformat(),
        "machine": machine.described(rounds),
        "ratios": [asdict(row) for row in rows],
        "runs": {name: [asdict(run) for run in of] for name, of in runs.items()},
        "peak_mb": dict(peaks),
    }
    return json.dumps(told, indent=1) + "\n"


if __name__ == "__main__":
    main()

"""The benchmark: our tool beside WeasyPrint and Typst at the same briefing, each as a whole process.

make bench                         the table, five rounds
make bench ROUNDS=15 WRITE=1       and writes it to docs/performance.md
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import machine
import page
from goals import Measured, table
from measure import Entrant, Run, median, race, ratio

ROOT = Path(__file__).resolve().parent.parent
PEERS = Path(__file__).parent / "peers"
SENTENCE = "The NSPCC is urging the regulator and the UK government to act."

COLD, WORDS, HELP, CLICK = "ours, first build", "ours, words changed", "ours, --help", "python -c 'import click'"
WEASY, TYPST, NATIVE = "WeasyPrint + Matplotlib", "Typst + Matplotlib", "Typst, charts in Typst"

# what is compared, ours, theirs, the measure, must, aim; cpu_s is CPU seconds, size the bytes of the PDF
TARGETS = [
    ("first build, empty cache, against WeasyPrint + Matplotlib", COLD, WEASY, "cpu_s", 0.65, 0.5),
    ("build after a change of words, against Typst + Matplotlib", WORDS, TYPST, "cpu_s", 0.45, 0.3),
    ("`report-builder --help` against `python -c 'import click'`", HELP, CLICK, "cpu_s", 2.0, 1.5),
    ("bytes of the PDF against Typst with charts in Typst", COLD, NATIVE, "size", 1.0, 0.6),
]


def main() -> None:
    """Prints the table; with --write puts it into docs/performance.md."""
    options = argparse.ArgumentParser()
    options.add_argument("--peers-python", required=True, help="the Python with WeasyPrint, Typst and Matplotlib")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="report-builder-bench-") as work:
        runs = race(entrants(Path(work), asked.peers_python), asked.rounds)
    text = report(runs, asked.rounds, asked.peers_python)
    print(text)
    if asked.write:
        page.write("example", text)


def entrants(work: Path, peers_python: str) -> list[Entrant]:
    """Everything that runs, in the order of a round."""
    project, cold, warm = work / "campaign", work / "cold", work / "warm"
    for folder in ("report", "data", "assets"):
        shutil.copytree(ROOT / folder, project / folder)
    document, fonts = work / "document.json", project / "assets" / "brand" / "fonts"
    subprocess.run([sys.executable, PEERS.parent / "composed.py", project, document], check=True)
    tool = str(Path(sys.executable).with_name("report-builder"))
    subprocess.run(
        [tool, "build", project, "-o", work / "ours"],
        check=True,
        env=os.environ | _cache(warm),
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )

    def peer(name: str, script: str, *more: str) -> Entrant:
        out = work / f"{script}-{'-'.join(more)}.pdf"
        command = (peers_python, str(PEERS / script), str(document), str(fonts), str(out), *more)
        return Entrant(name, command, output=out)

    names = map(" ".join, permutations(["Ann", "Bea", "Cai", "Dee", "Eve"]))
    build = (tool, "build", str(project), "-o", str(work / "ours"))
    made = work / "ours" / "online-grooming-wales.pdf"
    return [
        Entrant(COLD, build, _cache(cold), lambda: shutil.rmtree(cold, ignore_errors=True), made),
        peer(WEASY, "weasyprint_matplotlib.py"),
        Entrant(WORDS, build, _cache(warm), lambda: change_words(project, names), made),
        peer(TYPST, "typst_page.py", "matplotlib"),
        peer(NATIVE, "typst_page.py", "native"),
        Entrant(HELP, (tool, "--help")),
        Entrant(CLICK, (sys.executable, "-c", "import click")),
    ]


def change_words(project: Path, names: Iterator[str]) -> None:
    """Another sentence in one section, never the same twice; data, figures and charts stay as they are."""
    file = project / "report" / "sections" / "asks.md"
    words = (ROOT / "report" / "sections" / "asks.md").read_text(encoding="utf-8")
    if SENTENCE not in words:
        raise SystemExit(f"the benchmark's sentence is no longer in {file.name}: {SENTENCE}")
    another = f"{SENTENCE} So does {next(names)}."
    file.write_text(words.replace(SENTENCE, another), encoding="utf-8")


def _cache(folder: Path) -> dict[str, str]:
    return {"REPORT_BUILDER_CACHE": str(folder)}


def report(runs: dict[str, list[Run]], rounds: int, peers_python: str) -> str:
    """The tables in Markdown, with the machine and the date."""
    rows = []
    for what, ours, theirs, measure, must, aim in TARGETS:
        clock = ratio(runs[ours], runs[theirs], "wall_s") if measure == "cpu_s" else None
        rows.append(Measured(what, ratio(runs[ours], runs[theirs], measure), must, aim, clock))
    own = machine.installed(sys.executable, "reportlab", "matplotlib", "pydantic", "click")
    peers = machine.installed(peers_python, "weasyprint", "typst", "matplotlib")
    lines = [machine.described(rounds), f"Ours: {own}. Peers: {peers}.", "", *table(rows)]
    lines += ["", "| process | CPU s | wall s | peak MB | PDF kB |", "|---|---|---|---|---|"]
    for name, of in runs.items():
        size = median(of, "size") / 1000
        cells = (f"{median(of, m):.{d}f}" for m, d in (("cpu_s", 2), ("wall_s", 2), ("peak_mb", 0)))
        lines.append(f"| {name} | {' | '.join(cells)} | {f'{size:.0f}' if size else ''} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()

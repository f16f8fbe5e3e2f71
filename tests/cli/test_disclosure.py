"""A small count from the folder to the page: no output of the command line holds it, or what it could be told from."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("scipy", reason="the audit needs SciPy: pip install report-builder[protect]")

import pikepdf

from calling import Call

SECRET = "7"
HIDDEN_WITH_IT = "2417"  # the figure that is withheld so that the total does not give the small one away
STOPS = """\
Town,2022,2023,2024,2025
Northtown,4193,4469,5861,8245
Southtown,3019,2903,3185,3803
Westbridge,1213,7,1511,6801
Eastham,2311,2417,2503,2609
"""


@pytest.fixture
def guarded(project: Path) -> Path:
    """The small project, its table with one small count, which is protected."""
    datasets = project / "data/datasets.yml"
    text = datasets.read_text("utf-8")
    start, end = text.index("  codes:\n    n/a: no reply"), text.index("asked:\n")
    datasets.write_text(f"{text[:start]}  protect:\n    smaller_than: 10\n\n{text[end:]}", "utf-8")
    (project / "data/stops.csv").write_text(STOPS, "utf-8")
    facts = project / "report/facts.yml"
    facts.write_text(re.sub(r"  accept:\n(    .*\n|      .*\n)+", "", facts.read_text("utf-8")), "utf-8")
    cover = project / "report/sections/cover.md"
    changed = cover.read_text("utf-8").replace("have [more than doubled](claim:growth)", "in Exampleshire")
    cover.write_text(changed.replace(" {growth.caveat}", ""), "utf-8")
    stops = project / "report/sections/stops.md"
    said = "{bare.period}. In 2023 the number for Westbridge is {bare[westbridge, 2023]}, of {bare[2023]} in all."
    stops.write_text(stops.read_text("utf-8").replace("{bare.period}.", said), "utf-8")
    return project


def holds(text: str) -> list[str]:
    """The withheld figures that stand in a text as numbers of their own."""
    bare = text.replace(",", "")
    return [figure for figure in (SECRET, HIDDEN_WITH_IT) if re.search(rf"(?<![\w.:#]){figure}(?![\w.:%])", bare)]


def test_no_output_holds_a_withheld_figure(guarded: Path, call: Call) -> None:
    """Pages, alt text, attachments, ledger, results.json and what the verbs print."""
    built = call("build", guarded)
    assert 0 == built.exit_code, built.err
    folder = guarded / "build"
    with pikepdf.open(folder / "bus-stops.pdf") as pdf:
        attached = {name: bytes(file.get_file().read_bytes()).decode() for name, file in pdf.attachments.items()}
        alts = [str(o.Alt) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    assert any("withheld for Westbridge 2023 and Eastham 2023" in alt for alt in alts)
    assert [] == [alt for alt in alts if holds(alt)]
    rows = [line for name, text in attached.items() if name.endswith(".csv") for line in text.splitlines()]
    assert [] == [row for row in rows if holds(row)]
    assert any("Westbridge" in row and "2023" in row and "ithheld" in row for row in rows)
    facts = json.loads(attached["facts.json"])["facts"]
    assert {"bare[westbridge, 2023]", "bare[eastham, 2023]"} == {f["id"] for f in facts if f.get("suppressed")}
    told = [f.get("value") for f in facts] + [c["text"] for f in facts for c in f.get("cells", ())]
    assert not {7, 2417, "7", "2417"} & set(told)
    assert [] == holds(json.dumps([f.get("interval") for f in facts]))
    assert [] == holds((folder / "results.json").read_text("utf-8").replace('"bytes"', ""))
    for verb in (("facts",), ("facts", "--format", "csv")):
        assert [] == holds(call(*verb, guarded).out)
    story = call("explain", "bare[westbridge, 2023]", guarded).out
    assert "withheld" in story
    assert [] == holds(story)
    assert [] == holds(call("explain", "bare[exampleshire, 2023]", guarded).out)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
def test_no_page_holds_a_withheld_figure(guarded: Path, call: Call) -> None:
    """The words on the pages say that it is withheld, in prose, table and method; no page holds the figure."""
    assert 0 == call("build", guarded).exit_code
    command = ["pdftotext", "-layout", str(guarded / "build/bus-stops.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert re.search(r"Westbridge\s+1,213\s+\[c\]\s+1,511\s+6,801", text)
    assert re.search(r"Eastham\s+2,311\s+\[c\]\s+2,503\s+2,609", text)
    assert "Westbridge is withheld" in " ".join(text.split())
    assert "[c]: withheld to protect people." in text
    assert "Counts below 10 are withheld to protect people" in " ".join(text.split())
    assert [] == [line for line in text.splitlines() if holds(line)]


def test_a_claim_on_a_withheld_figure_is_refused(guarded: Path, call: Call) -> None:
    """Wording that could only be checked against the figure would give it away."""
    section = guarded / "report/sections/stops.md"
    section.write_text(section.read_text("utf-8") + "\nIt [doubled](claim:fall).\n", "utf-8")
    facts = guarded / "report/facts.yml"
    fall = "\nfall:\n  label: fall\n  kind: ratio\n  of: bare[westbridge]\n  from: 2022\n  to: 2023\n"
    facts.write_text(facts.read_text("utf-8") + fall, "utf-8")
    refused = call("build", guarded)
    assert 1 == refused.exit_code
    assert "C014" in refused.err
    assert [] == holds(refused.err)


def test_what_cannot_be_kept_is_refused_by_a_gate(guarded: Path, call: Call) -> None:
    """An earlier release that printed the count: exit code 3, no PDF, and nothing of the dataset is listed."""
    datasets = guarded / "data/datasets.yml"
    text = datasets.read_text("utf-8")
    datasets.write_text(text.replace("    smaller_than: 10\n", "").replace("  protect:\n", ""), "utf-8")
    assert 0 == call("build", guarded).exit_code
    (guarded / "build/facts.json").rename(guarded / "data/last-year.json")
    shutil.rmtree(guarded / "build")
    datasets.write_text(text.replace("smaller_than: 10", "earlier: data/last-year.json"), "utf-8")
    refused = call("build", guarded)
    assert 3 == refused.exit_code
    assert "V001" in refused.err
    assert not (guarded / "build/bus-stops.pdf").exists()
    listed = call("facts", guarded).out
    assert [] == holds(listed)
    assert "4,193" not in listed


@pytest.mark.parametrize("rules", ["smaller_than: 10", "show_as: fewer than 10", "round_to: 5"])
def test_a_report_with_withheld_figures_verifies(guarded: Path, call: Call, rules: str) -> None:
    """Marks, the threshold in the method and rounded figures are all explained by the ledger inside the PDF."""
    datasets = guarded / "data/datasets.yml"
    datasets.write_text(datasets.read_text("utf-8").replace("smaller_than: 10", rules), "utf-8")
    assert 0 == call("build", guarded).exit_code
    verified = call("verify", guarded / "build/bus-stops.pdf")
    assert (0, "") == (verified.exit_code, verified.err)

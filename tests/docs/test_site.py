"""The guides as a site, and what they say of the code: files, verbs, limits."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from report_builder.brand import svg
from report_builder.cli.main import VERBS
from report_builder.pipe.writers import WRITERS
from report_builder.project import files, tree, yaml
from report_builder.tables import delimited, package, scan

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "report_builder"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly: a page outside the navigation or a link that leads nowhere is an error."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    return folder


def test_every_guide_is_a_page(site: Path) -> None:
    """Each file of docs is on the site, and can be reached from the start in two steps."""
    pages = {p.relative_to(site).with_suffix(".md").as_posix() for p in site.rglob("*.html")} - {"404.md", "search.md"}
    guides = {p.relative_to(ROOT / "docs").as_posix() for p in (ROOT / "docs").rglob("*.md")}
    assert guides == pages
    start = (site / "index.html").read_text("utf-8")
    assert set() == {g for g in guides if f'href="{g[:-3]}.html"' not in start} - {"index.md"}


def test_the_site_asks_no_other_server(site: Path) -> None:
    """Styles, fonts and scripts are its own."""
    for page in site.rglob("*.html"):
        loaded = re.findall(r'<(?:script|img|link|iframe)\b[^>]*\b(?:src|href)="([^"]+)"', page.read_text("utf-8"))
        assert [] == [address for address in loaded if re.match(r"(?:https?:)?//", address)]


@pytest.mark.parametrize("guide", ["developing.md", "architecture.md"])
def test_files_that_are_named_exist(guide: str) -> None:
    """But for those that a reader is to make."""
    text = (ROOT / "docs" / guide).read_text("utf-8")
    named = set(re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.\w+)`", text)) - {"sections/timeline.py", "charts/steps.py"}
    places = (ROOT, SOURCE)
    assert [] == sorted(name for name in named if not any((place / name).exists() for place in places))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme(verb: str) -> None:
    """In its table."""
    assert re.search(rf"(?m)^\|.*`{verb}\b", (ROOT / "README.md").read_text("utf-8"))


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_is_told(name: str) -> None:
    """What `--formats` takes is told in a guide."""
    told = "\n".join(p.read_text("utf-8") for p in (ROOT / "docs").glob("*.md"))
    assert re.search(rf"--formats [a-z,-]*\b{name}\b|^\| `{name}` \|", told, re.MULTILINE)


def test_the_limits_are_those_of_the_code() -> None:
    """Every number of the page on security."""
    text = (ROOT / "docs" / "security.md").read_text("utf-8")
    said = {
        f"UTF-8, {files.TEXT_LIMIT // 10**6} MB": "text files",
        f"{yaml.MAX_CHARACTERS // 1024} kB, {tree.MAX_DEPTH} levels, {tree.MAX_NODES:,} values": "YAML",
        f"{delimited.MAX_FILE_BYTES // 10**6} MB at most; a row": "CSV",
        f"{package.MAX_FILE_BYTES // 10**6} MB packed, {package.MAX_UNPACKED_BYTES // 10**6} MB unpacked": "workbooks",
        f"{package.MAX_RATIO} to 1 at most, {package.MAX_PARTS:,} parts": "workbooks",
        f"{scan.MAX_CELLS // 10**6} million cells": "workbooks",
        f"{svg.LARGEST_BYTES // 1024} kB, {svg.DEEPEST} levels, {svg.MOST_ELEMENTS:,} elements": "logos",
    }
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert [] == [words for words, row in said.items() if not any(row in r and words in r for r in rows)]


def test_links_of_the_readme_lead_somewhere() -> None:
    """Files of the repository."""
    links = re.findall(r"\]\(([^)#\s]+)", (ROOT / "README.md").read_text("utf-8"))
    assert [] == [to for to in links if not re.match(r"(?:https?|claim):", to) and not os.path.exists(ROOT / to)]

"""PDF/UA-1 and PDF/A-3a, and what no validator checks."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from report_builder.brand.theme import Theme
from report_builder.document.blocks import Document
from report_builder.pdf.write import write

from . import hard
from .briefing import asks, briefing, cover, drawings, method, runs, summary, with_blocks
from .reading import faults, read, tree, validated

DOCUMENTS: dict[str, Document] = {
    "briefing": briefing(),
    "every-block": hard.every_block(),
    "stories": hard.stories(),
    "bare": hard.bare(),
    "no-rows": with_blocks(hard.long_table(0)),
    "long-headline": replace(briefing(), cover=replace(cover(), headline=runs(hard.TITLE))),
}


@pytest.fixture(scope="module")
def files(theme: Theme) -> dict[str, bytes]:
    return {name: write(document, drawings(theme), theme).data for name, document in DOCUMENTS.items()}


def test_files_conform(files: dict[str, bytes], tmp_path: Path) -> None:
    """veraPDF finds nothing against PDF/UA-1 and PDF/A-3a."""
    for name, data in files.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    assert validated(sorted(tmp_path.glob("*.pdf"))) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_mark_has_an_owner(files: dict[str, bytes], name: str) -> None:
    """Marks, links and fonts refer to one another as PDF/UA asks."""
    assert faults(read(files[name])) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_qpdf_finds_no_fault(files: dict[str, bytes], name: str, tmp_path: Path) -> None:
    """The file's own cross references and streams are whole."""
    tool = shutil.which("qpdf")
    if tool is None:
        pytest.skip("qpdf is not installed")
    path = tmp_path / "file.pdf"
    path.write_bytes(files[name])
    run = subprocess.run([tool, "--check", str(path)], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("cover", replace(briefing(), sections=())),
        ("summary", replace(briefing(), cover=None, sections=(summary(),))),
        ("asks", replace(briefing(), cover=None, sections=(asks(),))),
        ("method", replace(briefing(), cover=None, sections=(method(),))),
        ("every-block", hard.every_block()),
        ("spanned-table", with_blocks(hard.long_table(3))),
    ],
)
def test_tags_are_as_they_were(theme: Theme, golden: Callable[[str, str], None], name: str, document: Document) -> None:
    """The tag tree, as text."""
    golden(f"{name}.txt", tree(read(write(document, drawings(theme), theme).data)))

"""Word files in an office program: LibreOffice opens each and lays it out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from report_builder.verify.reading import read
from word.made import data_of
from word.test_write import FILES


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_opens_and_lays_out_each(tmp_path: Path) -> None:
    """One run for all of them: it takes seconds to start. The words and the fonts of the brand come through."""
    for suffix in FILES:
        (tmp_path / f"file{suffix}").write_bytes(data_of(suffix))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf"]
    subprocess.run([*command, *(f"file{s}" for s in FILES)], cwd=tmp_path, check=True, capture_output=True, timeout=240)
    for suffix in FILES:
        pdf = (tmp_path / f"file{suffix}").with_suffix(".pdf").read_bytes()
        reading = read(pdf)
        assert 2 <= reading.pages <= 12
        assert b"SourceSansPro" in pdf
        assert any("554" in p.text for p in reading.passages)

"""What the tests of the whole tool share: a project of their own, and the command line called in this process."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from calling import Call, Outcome
from report_builder.cli.console import run
from report_builder.cli.main import cli

BASE = Path(__file__).parent / "broken" / "base"


settings.register_profile("whatever the machine is doing", deadline=None)
settings.load_profile("whatever the machine is doing")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--regenerate` writes golden files anew; read their diff."""
    parser.addoption("--regenerate", action="store_true", help="write golden text files anew")


def pytest_configure(config: pytest.Config) -> None:
    """With REPORT_BUILDER_ALL_TESTS set, as in CI, no test may skip for want of a program."""
    missing = [name for name in ("java", "pdftoppm", "qpdf", "soffice", "chromium") if shutil.which(name) is None]
    if os.environ.get("REPORT_BUILDER_ALL_TESTS") and missing:
        raise pytest.UsageError(f"REPORT_BUILDER_ALL_TESTS is set, and {', '.join(missing)} not found")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that builds without a problem, in a folder whose name holds a space."""
    return Path(shutil.copytree(BASE, tmp_path / "my report"))


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Calls report-builder with some arguments, without a cache."""
    monkeypatch.setenv("REPORT_BUILDER_CACHE", "")

    def caller(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["report-builder", *map(str, arguments)])
        capsys.readouterr()
        exit_code = run(cli)
        printed = capsys.readouterr()
        return Outcome(exit_code, printed.out, printed.err)

    return caller


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the machine has it; nothing is fetched."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed")
    sandbox = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []  # it refuses to start as root
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=sandbox)
        yield opened
        opened.close()

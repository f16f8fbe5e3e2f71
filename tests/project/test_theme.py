"""A theme from the cache is the theme that was assembled, and only while nothing it was made of has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from report_builder.brand.folder import Folder
from report_builder.brand.theme import Theme
from report_builder.cache import Cache
from report_builder.problems import Problem
from report_builder.project import theme as room
from report_builder.project.theme import theme
from report_builder.project.yaml import parse

EXAMPLE = Path(__file__).parents[2] / "assets" / "brand"


@pytest.fixture
def brand(tmp_path: Path) -> Path:
    """The example's brand in a folder of its own."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "brand"))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def made(brand: Path, cache: Cache) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme of a brand on disk."""

    def read(name: str) -> bytes | None:
        path = brand / name
        return path.read_bytes() if path.is_file() else None

    text = (brand / "_brand.yml").read_text(encoding="utf-8")
    fonts = tuple(sorted(f"fonts/{path.name}" for path in (brand / "fonts").iterdir()))
    return theme(parse(text, "_brand.yml").data, text, Folder("_brand.yml", read, fonts, brand), "A4", cache)


def test_the_cached_theme_is_the_one_assembled(brand: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every value is the same, the fonts' widths too, and nothing is assembled again."""
    first, _ = made(brand, cache)
    monkeypatch.setattr("report_builder.brand.assemble.assemble", None)
    second, problems = made(brand, cache)
    assert (first, ()) == (second, problems)
    for one, other in zip(first.text.every(), second.text.every(), strict=True):
        assert one.metrics.ascent == other.metrics.ascent
        assert one.width_pt("Offences 1,824", 10) == other.width_pt("Offences 1,824", 10)
        assert one.families == other.families


@pytest.mark.parametrize("changed", ["logos/mark.svg", "fonts/SourceSansPro-Bold.ttf", "_brand.yml"])
def test_a_changed_file_is_a_miss(brand: Path, cache: Cache, changed: str) -> None:
    """A logo, a font or the brand file itself, once changed, is read anew."""
    first, _ = made(brand, cache)
    if changed.endswith(".ttf"):
        shutil.copy(brand / "fonts/SourceSansPro-Semibold.ttf", brand / changed)
    else:
        file = brand / changed
        file.write_text(file.read_text(encoding="utf-8").replace("#bf3f28", "#a03020"), encoding="utf-8")
    assert made(brand, Cache())[0] == made(brand, cache)[0]
    if changed != "logos/mark.svg":
        assert first != made(brand, cache)[0]


def test_a_brand_with_problems_is_not_kept(brand: Path, cache: Cache) -> None:
    """What is wrong is said at every build."""
    (brand / "fonts/SourceSansPro-Bold.ttf").write_bytes(b"no font")
    _, first = made(brand, cache)
    _, second = made(brand, cache)
    assert first
    assert first == second


def test_what_is_damaged_is_a_miss(brand: Path) -> None:
    """Anything that is not a theme in this form, and a font that has gone, is none."""
    kept, _ = made(brand, Cache())
    stored = room.to_json(kept, {})
    for damaged in (b"", b"[]", b"{}", b"null", b"[" * 99_999, stored.replace(b"ink", b"inc"), stored[:-9]):
        assert room.from_json(damaged, lambda _: None) is None
    (brand / "fonts/SourceSansPro-Regular.ttf").unlink()
    assert room.from_json(stored, lambda _: None) is None


def test_a_brand_without_a_logo_is_kept_too(brand: Path) -> None:
    """No logo is stored as none."""
    kept = replace(made(brand, Cache())[0], logo=None)
    assert kept == room.from_json(room.to_json(kept, {}), lambda _: None)

"""The cache keeps bytes under keys made from content, and loses nothing but time when it is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.cache import Cache, key_of, user_cache


def test_what_was_put_comes_back(tmp_path: Path) -> None:
    """Also when it is empty, or was put twice."""
    cache = Cache(tmp_path)
    for data in (b"one", b"", b"two"):
        cache.put("ab12", data)
        assert data == Cache(tmp_path).get("ab12")
    assert cache.get("ab13") is None


def test_a_damaged_entry_is_not_there(tmp_path: Path) -> None:
    """Cut short, changed or emptied."""
    cache = Cache(tmp_path)
    cache.put("ab12", b"one two three")
    stored = tmp_path / "ab" / "ab12"
    whole = stored.read_bytes()
    for damaged in (whole[:-1], whole[:10], b"", whole[:-1] + b"x", b"\0" * len(whole)):
        stored.write_bytes(damaged)
        assert cache.get("ab12") is None


def test_a_cache_that_cannot_be_written_is_only_slow(tmp_path: Path) -> None:
    """A file stands in the folder's place."""
    (tmp_path / "cache").write_text("")
    cache = Cache(tmp_path / "cache")
    cache.put("ab12", b"one")
    assert cache.get("ab12") is None


def test_no_cache_keeps_nothing() -> None:
    """The value for tests and for `load` without one."""
    Cache().put("ab12", b"one")
    assert Cache().get("ab12") is None


_PARTS = st.lists(st.text("ab", max_size=3), min_size=1, max_size=3)


@given(_PARTS, _PARTS)
def test_two_keys_are_one_only_for_the_same_parts(left: list[str], right: list[str]) -> None:
    """ "ab", "c" is not "a", "bc"."""
    assert (left == right) == (key_of(*left) == key_of(*right))


def test_the_folder_can_be_named_or_switched_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By REPORT_BUILDER_CACHE; an empty name is none."""
    monkeypatch.setenv("REPORT_BUILDER_CACHE", str(tmp_path))
    assert tmp_path == user_cache().folder
    monkeypatch.setenv("REPORT_BUILDER_CACHE", "")
    assert user_cache().folder is None
    monkeypatch.delenv("REPORT_BUILDER_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert tmp_path / "report_builder" == user_cache().folder

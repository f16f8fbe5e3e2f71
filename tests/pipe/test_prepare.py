"""Facts are computed once for all editions, and again only where what they come from has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_builder.build import build, load
from report_builder.pipe.prepare import Again


def change(project: Path, name: str, old: str, new: str) -> None:
    file = project / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_change_of_words_keeps_the_facts(project: Path) -> None:
    """The facts are the same ones, not computed anew."""
    again = Again()
    before = again(load(project))
    change(project, "report/sections/stops.md", "# ", "# Once more: ")

    after = again(load(project))

    assert after.facts is before.facts
    assert after.project.sections != before.project.sections


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("report/sections/stops.md", "# ", "# Once more: "),
        ("data/stops.csv", "41,44", "43,44"),
        ("report/facts.yml", "label: ", "label: new "),
    ],
)
def test_what_is_kept_changes_no_byte(project: Path, name: str, old: str, new: str) -> None:
    """Whatever is saved, the files are those of a first build."""
    again = Again()
    build(load(project), draft=True, ready=again)
    change(project, name, old, new)

    kept, fresh = build(load(project), draft=True, ready=again), build(load(project), draft=True)

    assert [(f.name, f.data) for f in kept.files] == [(f.name, f.data) for f in fresh.files]
    assert kept.checked.problems == fresh.checked.problems

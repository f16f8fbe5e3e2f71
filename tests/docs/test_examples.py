"""The examples of the guides are true: what they show builds, prints, fails and says what the guides say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from calling import Call
from docs.guides import GUIDES, Example, add_section, examples, project_of, put_in, rows
from report_builder.build import check, check_edition, editions_of, load, prepare
from report_builder.cache import Cache
from report_builder.document.blocks import Heading, Paragraph
from report_builder.document.printed import text_of
from report_builder.facts.spec import KINDS
from report_builder.problems import Severity
from report_builder.problems.render import render, render_all
from report_builder.project.load import LoadError
from report_builder.project.schemas import schemas
from report_builder.sections.fences import FENCES

NAMES = (
    "writing.md",
    "data.md",
    "brand.md",
    "disclosure.md",
    "editions.md",
    "languages.md",
    "release.md",
    "press-pack.md",
    "press-officer.md",
    "policy-officer.md",
)
_BUILDING = ("in", "file", "sheet", "words", "prints")


TOLD = {
    "writing.md": ("report", "quotes", "asks", "section", *(f"block-{kind}" for kind in FENCES if kind != "asks")),
    "data.md": ("facts", "datasets"),
    "release.md": ("release", "block-asks"),
    "editions.md": ("editions",),
    "press-pack.md": ("social",),
}
CONTINUED = {"data.md": ("disclosure.md",)}  # guides that take a subject out of another


def _building(guide: str) -> list[Example]:
    return [e for e in examples(guide) if e.verb in _BUILDING]


def _of(verb: str) -> list[Example]:
    return [e for name in NAMES for e in examples(name) if e.verb == verb]


def _plain(text: str) -> str:
    """The words of a paragraph as a guide's table can show them."""
    return text.replace("\u00a0", " ").strip()


@pytest.mark.parametrize("guide", NAMES)
def test_guide_builds(guide: str, tmp_path: Path) -> None:
    """A new project with every example of a guide in it builds in all its editions, without an error or a warning."""
    project = load(project_of(_building(guide), tmp_path / "project"), Cache())

    prepared = prepare(project)
    for checked in (check(project), *(check_edition(prepared, e) for e in editions_of(project) if project.editions)):
        found = [p for p in checked.problems if p.severity is not Severity.NOTE and not p.code.startswith("L")]
        assert "" == render_all(found, checked.files)
        assert checked.work is not None


@pytest.mark.parametrize("table", _of("prints"), ids=lambda e: e.name)
def test_table_of_what_is_printed(table: Example, tmp_path: Path) -> None:
    """Each line of a table prints what the table says."""
    project = load(project_of(_building(table.guide), tmp_path / "project"), Cache())

    composed = check(project).composed

    assert composed is not None
    file = f"report/sections/example-{table.line}.md"
    blocks = [b for s in composed.document.sections for b in s.blocks if isinstance(b, Paragraph)]
    printed = [_plain("".join(r.text for r in b.runs)) for b in blocks if b.where and b.where.file == file]
    assert [words for _, words in rows(table)] == printed


def _failure(example: Example, root: Path) -> list[tuple[str, str]]:
    """The code and the text, place aside, of every problem of a project with a failing example in it."""
    file = example.what.partition(" in ")[2]
    project_of(_building(example.guide), root)
    if file.endswith(".yml"):
        put_in(root / file, example.text)
    elif file:
        (root / file).write_text(example.text, "utf-8")
    else:
        add_section(root, "failing", example.text)
    try:
        checked = check(load(root, Cache()))
        problems, files = checked.problems, checked.files
    except LoadError as error:
        problems, files = tuple(error.problems), error.files
    return [(p.code, re.sub(r"(?m)^  --> .*\n", "", render(p, files))) for p in problems]


@pytest.mark.parametrize("example", _of("fails"), ids=lambda e: e.name)
def test_failing_example(example: Example, tmp_path: Path) -> None:
    """What a guide shows as a mistake is refused, with the code the guide names."""
    code = example.what.partition(" in ")[0]

    found = _failure(example, tmp_path / "project")

    assert [code] == sorted({c for c, _ in found})


@pytest.mark.parametrize("guide", sorted({e.guide for e in _of("overlay")}))
def test_overlay(guide: str, tmp_path: Path) -> None:
    """Over the other examples of its guide an overlay says the same, and nothing of what is not there; it is printed.

    The guide does not translate all of the project.
    """
    shown = [e for e in examples(guide) if e.verb == "overlay"]
    root = project_of(_building(guide), tmp_path / "project")
    for example in shown:
        path = root / example.what
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(example.text, "utf-8")
    code = Path(shown[0].what).parts[1]
    editions = root / "report/editions.yml"
    editions.write_text(
        editions.read_text("utf-8").replace("languages: [en-GB]", f"languages: [en-GB, {code}]"), "utf-8"
    )
    project = load(root, Cache())
    prepared = prepare(project)
    files, said = {e.what for e in shown}, set[str]()
    for edition in (e for e in editions_of(project) if e.language == code):
        checked = check_edition(prepared, edition)
        found = [p for p in checked.problems if p.where and p.where.file in files and p.severity is not Severity.NOTE]
        assert "" == render_all(found, checked.files)
        assert checked.composed is not None
        blocks = [b for s in checked.composed.document.sections for b in s.blocks]
        said |= {_plain(text_of(b.runs)) for b in blocks if isinstance(b, Heading)}
    headings = [line[2:] for e in shown for line in e.text.splitlines() if line.startswith("# ")]
    assert headings
    assert set(headings) <= said


@pytest.mark.parametrize("example", _of("loads"), ids=lambda e: e.name)
def test_entries_load(example: Example, tmp_path: Path) -> None:
    """Entries that belong to a report of another kind are understood in their file."""
    root = project_of((), tmp_path / "project")
    put_in(root / example.what, example.text)
    project = load(root, Cache())
    assert [] == [p.message for p in project.problems if p.where and p.where.file == example.what]


@pytest.mark.parametrize("example", _of("said"), ids=lambda e: e.name)
def test_said_in_another_language(example: Example, tmp_path: Path) -> None:
    """Words of a report in another language hold there."""
    root = project_of((), tmp_path / "project")
    put_in(root / "report/report.yml", f"language: {example.what}\n")
    add_section(root, "example", example.text)
    checked = check(load(root, Cache()))
    found = [p for p in checked.problems if p.where and p.where.file == "report/sections/example.md"]
    assert "" == render_all(found, checked.files)


@pytest.mark.parametrize("message", _of("message"), ids=lambda e: e.name)
def test_message(message: Example, tmp_path: Path) -> None:
    """A message that a guide shows is the one that is printed."""
    before = [e for e in examples(message.guide) if e.verb == "fails" and e.line < message.line][-1]

    found = _failure(before, tmp_path / "project")

    assert re.sub(r"(?m)^  --> .*\n", "", message.text).rstrip("\n") in [text for _, text in found]


@pytest.mark.parametrize("example", _of("output"), ids=lambda e: e.name)
def test_output(example: Example, tmp_path: Path, call: Call) -> None:
    """The lines that a guide shows stand in this order in what the command prints, however wide its columns are."""
    verb, _, rest = example.what.partition(" ")
    root = project_of(_building(example.guide), tmp_path / "project")

    outcome = call(verb, *([rest] if rest else []), root)

    shown = [" ".join(line.split()) for line in example.text.splitlines() if line.strip() != "..."]
    lines = iter(" ".join(line.split()) for line in outcome.out.splitlines())
    assert [] == [line for line in shown if line not in lines]


def _keys(schema: dict[str, Any]) -> Iterator[str]:
    for model in (schema, *schema.get("$defs", {}).values()):
        yield from model.get("properties", {})


@pytest.mark.parametrize("guide", TOLD)
def test_every_key_is_told(guide: str) -> None:
    """Each key of the files that a guide is about stands in it, in an example or in a table."""
    text = "\n".join((GUIDES / name).read_text("utf-8") for name in (guide, *CONTINUED.get(guide, ())))
    known = schemas()

    keys = [key for name in TOLD[guide] for key in _keys(known[name])]

    assert [] == [key for key in keys if not re.search(rf"(?m)(?:^[\s-]*|`|, ){re.escape(key)}(?:`|:)", text)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fact_is_told(kind: str) -> None:
    """Each kind of fact is named in the guide to data."""
    text = (GUIDES / "data.md").read_text("utf-8")

    assert re.search(rf"(?m)^  kind: {kind}$", text)

"""Words that nothing keeps true are noted at their place; what is harmless, marked or checked is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facts.made import ROOT, sound, table
from report_builder.build import check, load
from report_builder.cache import Cache
from report_builder.facts.family import Facts
from report_builder.problems import Problem
from report_builder.project.new import new_project
from sections.made import composed


def noted(text: str, **more: Any) -> list[tuple[str, str]]:
    """Code and quoted words of what the lint says of a paragraph."""
    source = f"# A\n\n{text}\n"
    found = [p for p in composed(source, **more).problems if p.code.startswith("W")]
    return [(p.code, _words(p, source)) for p in found]


def _words(found: Problem, source: str) -> str:
    assert found.where is not None
    start = (found.where.start or 0) - len("---\nkind: prose\n---\n")
    return source[start : start + found.where.length]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Forces recorded six offences in Gwent.", "W001", "six"),
        ("There were a hundred offences more.", "W001", "a hundred"),
        ("Offences have more than doubled in Wales.", "W002", "more than doubled"),
        ("Offences soared.", "W002", "soared"),
        ("A surge: offences *surged* here.", "W002", "surged"),
        ("It is at record levels.", "W002", "at record levels"),
        ("The highest on record.", "W002", "highest on record"),
        ("The majority were girls.", "W002", "The majority"),
        ("One in four children saw it.", "W002", "One in four"),
        ("Nine out of ten said so.", "W002", "Nine out of ten"),
        ("More than half were on Snapchat.", "W002", "More than half"),
        ("A third of them were on Snapchat.", "W002", "A third of"),
        ("It is twice as many.", "W002", "twice as"),
        ("It was passed last year.", "W003", "last year"),
        ("A year on, little was done.", "W003", "A year on"),
        ("Ofcom spoke yesterday.", "W003", "yesterday"),
        ("They will report this month.", "W003", "this month"),
        ("Two years ago they promised.", "W003", "Two years ago"),
        ("Of {known} it is {platform[snapchat]} per cent.", "W004", "{platform[snapchat]}"),
        ("Of {known} it rose by {platform[snapchat]}.", "W004", "{platform[snapchat]}"),
        ("It rose by {growth_uk:number} percentage points.", "W004", "{growth_uk:number}"),
        ("Offences fell by {growth_uk}.", "W008", "{growth_uk}"),
        ("Research shows that it harms.", "W005", "Research shows"),
        ("Undoubtedly it harms.", "W005", "Undoubtedly"),
        ("The {offences} offences were due to encryption.", "W006", "due to"),
        ("Encryption led to [a rise](claim:growth_uk=rose).", "W006", "led to"),
    ],
)
def test_found(text: str, code: str, words: str) -> None:
    """Each kind, with exactly its words underlined."""
    assert (code, words) in noted(text)
    assert {code} == {c for c, _ in noted(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Offences [rose](claim:growth_uk) by {growth_uk}.",
        "It was [almost half](claim:platform[snapchat]) of {known}.",
        'It is [last year](plain "the title of a play") again.',
        'They [doubled](plain "of staff, from our own accounts") their staff.',
        "Mae wedi dyblu: [doubled](lang:fr).",
        "The police record offences and keep a record of each.",
        "The four police forces gave figures.",
        "Most people agree that one place matters.",
        "The record shows it; on the record, nobody spoke.",
        "A year after the Act was passed, in the same year, the year before.",
        "Children wait half an hour; it takes a third hand.",
        "It is {growth_uk:number} per cent.",
        "The rise was {growth_uk}. Three reasons stand out.",
        "The rise of {offences} is plain.",
        "Research shows that it harms.[^a]\n\n[^a]: A study.",
        "[Research shows](https://example.org) that it harms.",
        "Because of the rain we left.",
        "The train is due to arrive; this led to talks.",
        "They led the way. It was caused a delay.",
        "Surgery waits; the rocket is a plant; fall of the wall.",
        "Last but not least, this yearning.",
        "One offence is one too many.",
        "It is open two days a week on average, and an hour a month on Saturdays.",
        "[More than 500](claim:offences) offences were recorded.",
        "It is [around 7,000](claim:offences_uk) in the UK.",
    ],
)
def test_left_alone(text: str) -> None:
    """Marked, checked, sourced or harmless words; a number within a claim that checks it is no bare number."""
    made = composed(f"# A\n\n{text}\n")
    assert [] == [(p.code, p.message) for p in made.problems if p.code.startswith("W") or p.code == "T040"]


def test_a_number_in_a_claim_that_does_not_check_it() -> None:
    """The claim about a rise does not check the number that stands in it."""
    made = composed("# A\n\nUp [42 at once](claim:growth_uk=rose).\n")
    assert ["T040"] == [p.code for p in made.problems]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("{offences_uk} offences were recorded.", ["W009"]),
        ("{offences} offences were recorded.", []),
        ("Recorded: {offences_uk} offences.", []),
        ("- {offences_uk} offences", []),
        ("## {offences_uk} offences", []),
        ("It was so. {offences_uk} offences were recorded.", ["W009"]),
    ],
)
def test_sentences_that_begin_with_a_numeral(text: str, codes: list[str]) -> None:
    """Noted where the number is too long for words; headlines and lists may."""
    assert codes == [code for code, _ in noted(text)]


@pytest.mark.parametrize(("publish", "codes"), [("2024-12-31", []), ("2025-01-01", ["W007"])])
def test_dated_words(publish: str, codes: list[str], tmp_path: Path) -> None:
    """Words that were right in the year of their source are warned of again when the report moves on."""
    root = tmp_path / "project"
    new_project(root)
    quotes, report = root / "report/quotes.yml", root / "report/report.yml"
    text = quotes.read_text("utf-8").replace(
        "    source: example_survey\n", "    source: paper_2024\n    dated_words: half an hour\n"
    )
    quotes.write_text(text, "utf-8")
    datasets = root / "data/datasets.yml"
    changed = datasets.read_text("utf-8").replace(
        "sources:\n", "sources:\n  paper_2024:\n    text: A paper, news/24694219\n"
    )
    datasets.write_text(changed, "utf-8")
    report.write_text(report.read_text("utf-8").replace("publish: 2026-01-15", f"publish: {publish}"), "utf-8")
    found = check(load(root, Cache())).problems
    assert codes == [p.code for p in found if p.code.startswith("W")]


def test_no_false_alarm_on_the_example() -> None:
    """The example campaign has nothing to say of itself."""
    found = check(load(ROOT, Cache())).problems
    assert [] == [(p.code, p.message) for p in found if p.code.startswith("W") or p.code == "T040"]


def test_no_false_alarm_on_a_new_project(tmp_path: Path) -> None:
    """Nor has a new project."""
    new_project(tmp_path / "new")
    found = check(load(tmp_path / "new", Cache())).problems
    assert [] == [(p.code, p.message) for p in found if p.code.startswith("W") or p.code == "T040"]


CLEAN = (
    "In {{n[p{i}].period}} there were {{n[p{i}]}} things in {{n[p{i}].place}}, against {{n[p{i}, first]}} in 2020.",
    "The number in {{n[p{i}].place}} {{rise[p{i}]:change}}, to {{n[p{i}]}}.",
    "Of all things, {{share[p{i}]}} were in {{n[p{i}].place}}; on 1 May 2021 that was so as well.",
    "{{n[p{i}].place}} has {{n[p{i}]}} of them, {{share[p{i}]:phrase}}, and [more](claim:rise[p{i}]) by the year.",
)


def a_hundred() -> Facts:
    """A hundred places, each with figures of three years."""
    rows = "".join(f"P{i},{100 + i},{150 + i},{300 + 7 * i}\n" for i in range(100))
    entries: dict[str, Any] = {
        "n": {"kind": "sum", "data": "t", "each": ["place", "year"]},
        "rise": {"kind": "change", "of": "n", "from": "first", "to": "latest"},
        "share": {"kind": "share", "of": "n", "out_of": "n[all]"},
    }
    return sound(entries, table(f"Place,2020,2021,2022\n{rows}"), here="All")


def test_no_false_alarm_on_a_clean_story() -> None:
    """A story of a hundred numbers, each written as a fact, is left alone."""
    story = "\n\n".join(CLEAN[i % len(CLEAN)].format(i=i) for i in range(100))
    made = composed(f"# A\n\n{story}\n", facts=a_hundred())
    assert [] == [(p.code, p.message) for p in made.problems]

"""Writes the pages of docs/reference from the code: codes, keys, facts, meanings and words, verbs.

`--check` only compares.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date as Date
from fractions import Fraction
from pathlib import Path
from typing import Any

import click

from report_builder.cli.main import VERBS, cli
from report_builder.facts.fact import Fact
from report_builder.facts.kinds import KINDS
from report_builder.facts.ledger import schema
from report_builder.facts.meanings import MEANINGS, Quantity
from report_builder.facts.round_numbers import SHAPES
from report_builder.problems import CODES
from report_builder.project.schemas import schemas
from report_builder.sections.parts import PARTS
from report_builder.tables.periods import parse_period
from report_builder.words import LANGUAGES
from report_builder.words.forms import FORMS, figure
from report_builder.words.language import Language
from report_builder.words.style import STYLES, in_style
from report_builder.words.years import written

FOLDER = Path(__file__).parent / "reference"
TITLES = {
    "report": "report/report.yml",
    "facts": "report/facts.yml",
    "quotes": "report/quotes.yml",
    "asks": "report/asks.yml",
    "approvals": "report/approvals.yml",
    "editions": "report/editions.yml",
    "corrections": "report/corrections.yml",
    "releases": "report/releases.yml",
    "social": "report/social.yml",
    "datasets": "data/datasets.yml",
    "section": "the front matter of report/sections/*.md",
    "release": "the front matter of report/release.md",
    "block-chart": "a ```chart block",
    "block-table": "a ```table block",
    "block-figures": "a ```figures block",
    "block-quote": "a ```quote block",
    "block-ask": "a ```ask block",
    "block-asks": "a ```asks block",
    "block-picture": "a ```picture block",
}


def codes() -> Iterator[str]:
    """One heading for each diagnostic code."""
    yield "# Diagnostic codes\n"
    yield "Every message of the tool carries one of these codes. `report-builder explain CODE` prints the same page.\n"
    for code in sorted(CODES.values(), key=lambda c: c.code):
        yield f"## {code.code}: {code.title}\n"
        stops = f"stops a build (exit code {code.exit_code})" if code.severity == "error" else "does not stop a build"
        yield f"*{code.severity.value.capitalize()}; {stops}.*\n"
        yield f"{code.why}\n"
        yield f"**What to do.** {code.mend}\n"


_ABOUT: tuple[tuple[Quantity, str], ...] = (
    ("growth", "two periods compared (`ratio`, `change`, `difference`)"),
    ("comparison", "two places, categories or facts compared (`ratio`, `change`, `difference`)"),
    ("fraction", "facts in per cent"),
    ("rank", "`rank` facts"),
    ("series", "facts by year: records"),
)
NAMES = {"en-GB": "English", "cy": "Welsh"}
_SCALES = {"growth": " times", "comparison": " times", "fraction": " per cent"}


def meanings() -> Iterator[str]:
    """Every meaning a claim can have, its rule, where the rule is from, examples and words."""
    yield "# Claims: meanings and their words\n"
    yield "A claim is a fact and a meaning. Write the words, or name the meaning: `[words](claim:fact=meaning)`.\n"
    for quantity, about in _ABOUT:
        yield f"## Of {about}\n"
        words = " | ".join(f"in {NAMES[language.code]}" for language in LANGUAGES)
        yield f"| meaning | holds where it is | holds of | fails of | {words} | rule from |"
        yield "|---|---|---|---|" + "---|" * len(LANGUAGES) + "---|"
        for m in MEANINGS.values():
            if m.quantity == quantity:
                said = " | ".join(_said(m.name, language) for language in LANGUAGES)
                unit = _SCALES.get(quantity, "")
                holds, fails = (", ".join(x) + unit if x else "" for x in (m.holds, m.fails))
                yield f"| `{m.name}` | {m.rule} | {holds} | {fails} | {said} | {m.source} |"
        yield ""
    yield "## With a number or a year in the name\n"
    yield "Write the words, as “more than 500”, “nearly £2 million”, “the highest since 2019/20”.\n"
    yield "| meaning | holds where it is | rule from |\n|---|---|---|"
    yield from (f"| `{name}` | {rule} | {source} |" for name, rule, source in SHAPES)
    yield ""


def _said(meaning: str, language: Language) -> str:
    words = [f"“{w}”" for w, name in language.meanings.items() if name == meaning]
    return ", ".join(words[:6]) + (" …" if len(words) > 6 else "")


def kinds() -> Iterator[str]:
    """Every kind of fact: what comes out, in which unit, what a gap does to it, and what can be said of it."""
    yield "# Kinds of fact\n"
    yield (
        "`kind:` of an entry in report/facts.yml is one of these. Every kind carries what is known of its figures:\n"
        "an interval where they were rounded, who is missing or partial, and their sources. All keys:\n"
        "[keys.md](keys.md#reportfactsyml); what words mean: [claims.md](claims.md);\n"
        "how to use them: [data.md](../data.md#facts).\n"
    )
    for kind in KINDS:
        yield f"## {kind.name}\n"
        yield f"{kind.is_[:1].upper()}{kind.is_[1:]}.\n"
        yield f"- **Unit**: {kind.unit}.\n- **Where a figure lacks**: {kind.missing}.\n- **Claims**: {kind.says}.\n"
        lines = "\n".join(f"  {line}" for line in kind.example.splitlines())
        yield f"```yaml\nname:\n  label: what it is\n{lines}\n```\n"


def styles() -> Iterator[str]:
    """Every house style and what it writes."""
    yield "# House styles\n"
    yield "`style:` in report/report.yml is one of these names, or a project's own, based on one:\n"
    yield "```yaml\nstyle:\n  based_on: newspaper\n  percent: sign\n  words_to: 10\n```\n"
    yield "Cards, charts and tables write the same in every style.\n"
    for style in STYLES.values():
        yield f"## {style.name}\n"
        yield "| key | value | writes |\n|---|---|---|"
        language = in_style(LANGUAGES[0], style)
        for key, said in _examples_of(language).items():
            yield f"| `{key}` | {getattr(style, key)} | {said} |"
        yield ""


def _examples_of(language: Language) -> dict[str, str]:
    """What each key of a style does, in an example."""
    year = parse_period("2017/18")
    spelled = f"{language.spelled(72).capitalize()} of them" if language.style.start == "words" else "72 of them"
    return {
        "percent": language.units["percent", "prose"].format(n="48"),
        "words_to": f"{language.in_words(6)}, {language.in_words(10)}",
        "start": f"{spelled}, at the start of a sentence",
        "thousands": language.number(Fraction(7062), 0),
        "ranges": language.say("from to", start=2022, end=2025),
        "years": written(year, language) if year else "",
        "ordinals_to": f"{language.ordinal(3)}, {language.ordinal(10)}",
        "millions": figure(Fact("f", (), "", "value", "GBP", Fraction(4123456), None), language, "prose"),
        "date": language.date(Date(2024, 11, 1)),
    }


def keys() -> Iterator[str]:
    """Every key of every file, from the models that read them."""
    yield "# Keys of every file\n"
    yield "From the models that read the files; `report-builder schema` writes them as JSON Schemas for editors.\n"
    made = schemas()
    for name, title in TITLES.items():
        yield f"## {title}\n"
        yield from _models(made[name])


def _models(schema: dict[str, Any]) -> Iterator[str]:
    models = {"": schema, **schema.get("$defs", {})}
    for name, model in models.items():
        properties = model.get("properties", {})
        if not properties:
            continue
        if name:
            yield f"### {name}\n"
        if about := model.get("description"):
            yield f"{about.splitlines()[0]}\n"
        yield "| key | value | required |\n|---|---|---|"
        for key, value in properties.items():
            yield f"| `{key}` | {_type(value)} | {'yes' if key in model.get('required', ()) else ''} |"
        yield ""


def _type(value: dict[str, Any]) -> str:
    if "const" in value:
        return f"`{value['const']}`"
    if "enum" in value:
        return " or ".join(f"`{v}`" if v else "nothing" for v in value["enum"])
    if "$ref" in value:
        return value["$ref"].rsplit("/", 1)[-1]
    if "anyOf" in value:
        return " or ".join(dict.fromkeys(_type(v) for v in value["anyOf"]))
    if value.get("type") == "array":
        return f"a list of {_type(value.get('items', {}))}" if value.get("items") else "a list"
    if value.get("type") == "object":
        inside = value.get("additionalProperties")
        return f"names, each with {_type(inside)}" if isinstance(inside, dict) else "keys and values"
    names = {
        "string": "text",
        "integer": "a whole number",
        "number": "a number",
        "boolean": "true or false",
        "null": "nothing",
    }
    if value.get("format") == "date":
        return "a date, as 2024-11-01"
    kind = value.get("type", "")
    return names.get(kind, "text") if isinstance(kind, str) else "text"  # text that may look like a number


def forms() -> Iterator[str]:
    """What may stand after the dot and the colon of a fact in a text."""
    yield "# Facts in a text: parts and forms\n"
    yield "`{name[member, member].part:form}`\n"
    yield "## Parts\n"
    yield from (f"- `{{fact.{name}}}`" for name in PARTS)
    yield "\n## Forms\n"
    yield "| form | for facts in |\n|---|---|"
    yield from (f"| `{name}` | {', '.join(units) or 'any unit'} |" for name, (_, units) in FORMS.items())
    yield ""


def verbs() -> Iterator[str]:
    """The help of every verb."""
    yield "# The command line\n"
    context = click.Context(cli, info_name="report-builder", **cli.context_settings)
    yield f"```\n{cli.get_help(context)}\n```\n"
    for name in VERBS:
        command = cli.get_command(context, name)
        if command is None:
            continue
        inner = click.Context(command, info_name=name, parent=context)
        yield f"## {name}\n\n```\n{command.get_help(inner)}\n```\n"
        if isinstance(command, click.Group):
            for sub in command.list_commands(inner):
                below = command.get_command(inner, sub)
                if below is not None:
                    deeper = click.Context(below, info_name=sub, parent=inner)
                    yield f"### {name} {sub}\n\n```\n{below.get_help(deeper)}\n```\n"


def ledger() -> Iterator[str]:
    """The JSON Schema of facts.json."""
    yield json.dumps(schema(), indent=1)


PAGES = {
    "codes.md": codes,
    "kinds.md": kinds,
    "claims.md": meanings,
    "styles.md": styles,
    "keys.md": keys,
    "forms.md": forms,
    "verbs.md": verbs,
    "ledger.schema.json": ledger,
}


def pages() -> dict[str, str]:
    """File name to text."""
    return {name: "\n".join(write()).rstrip() + "\n" for name, write in PAGES.items()}


if __name__ == "__main__":
    stale = [n for n, text in pages().items() if not (FOLDER / n).exists() or (FOLDER / n).read_text("utf-8") != text]
    if "--check" in sys.argv:
        sys.exit(f"stale: {', '.join(stale)}; run make docs" if stale else 0)
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, "utf-8")

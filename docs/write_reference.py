"""Writes the pages of docs/reference from the code: codes, keys, meanings and words, verbs. `--check` only compares."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from report_builder.cli.main import VERBS, cli
from report_builder.facts.ledger import schema
from report_builder.facts.meanings import MEANINGS
from report_builder.problems import CODES
from report_builder.project.schemas import schemas
from report_builder.sections.parts import PARTS
from report_builder.words import ENGLISH
from report_builder.words.forms import FORMS

FOLDER = Path(__file__).parent / "reference"
TITLES = {
    "report": "report/report.yml",
    "facts": "report/facts.yml",
    "quotes": "report/quotes.yml",
    "asks": "report/asks.yml",
    "approvals": "report/approvals.yml",
    "datasets": "data/datasets.yml",
    "section": "the front matter of report/sections/*.md",
    "block-chart": "a ```chart block",
    "block-table": "a ```table block",
    "block-figures": "a ```figures block",
    "block-quote": "a ```quote block",
    "block-ask": "a ```ask block",
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


def meanings() -> Iterator[str]:
    """Every meaning a claim can have, its rule and its words."""
    yield "# Claims: meanings and their words\n"
    yield "A claim is a fact and a meaning. Write the words, or name the meaning: `[words](claim:fact=meaning)`.\n"
    for quantity, about in (
        ("growth", "`ratio` and `change` facts"),
        ("fraction", "facts in per cent"),
        ("rank", "`rank` facts"),
    ):
        yield f"## Of {about}\n"
        yield "| meaning | holds from | words |\n|---|---|---|"
        for meaning in MEANINGS.values():
            if meaning.quantity == quantity:
                words = ", ".join(f"“{w}”" for w, name in ENGLISH.meanings.items() if name == meaning.name)
                yield f"| `{meaning.name}` | {meaning.rule} | {words} |"
        yield ""


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
    "claims.md": meanings,
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

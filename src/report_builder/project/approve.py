"""Writes the record of an approval into `report/approvals.yml`."""

from __future__ import annotations

import json
from datetime import date as Date
from pathlib import Path

from report_builder.campaign.quote import Quote, paragraphs_of, words_hash
from report_builder.output import write_whole
from report_builder.problems import ReportError, Where, problem
from report_builder.project.load import APPROVALS, QUOTES, load


def approve_quote(root: Path, name: str, *, by: str, author: str, kept: str, when: Date) -> Quote:
    """The quote whose exact words are now on record as approved by `by`.

    ReportError for an unknown quote or one's own approval.
    """
    project = load(root)
    quote = project.quotes.quotes.get(name)
    if quote is None:
        known = ", ".join(project.quotes.quotes) or "none"
        raise ReportError([problem("Q001", f'there is no quote "{name}"', Where(QUOTES), help=f"quotes: {known}")])
    if " ".join(by.lower().split()) == " ".join(author.lower().split()):
        raise ReportError(
            [
                problem(
                    "Q007",
                    f'"{name}" cannot be approved by the person who typed it',
                    None,
                    help="name under --by whoever approved the words, under --author whoever typed them",
                )
            ]
        )
    records = {k: v.model_dump(mode="json") for k, v in project.approvals.items()}
    records[name] = {
        "by": by,
        "author": author,
        "date": when.isoformat(),
        "kept": kept,
        "hash": words_hash(quote.speaker, quote.words),
        "words": "\n\n".join(paragraphs_of(quote.words)),
    }
    write_whole(root / "report", Path(APPROVALS).name, _yaml(records).encode())
    return quote


def _yaml(records: dict[str, dict[str, str]]) -> str:
    """The records as YAML; every value is written as a JSON string, which YAML reads as itself."""
    lines = ["# Written by `report-builder approve`. Each record is of exactly these words.", "quotes:"]
    for name, record in records.items():
        lines.append(f"  {name}:")
        lines += [f"    {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in record.items()]
    return "\n".join(lines) + "\n"

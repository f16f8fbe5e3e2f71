"""The list of quotes for people and for programs."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

import msgspec

from report_builder.campaign.approval import Approval
from report_builder.sections.quote_sheet import SheetRow

_WIDTH = 96


def as_text(rows: tuple[SheetRow, ...]) -> str:
    """Each quote as a paragraph; those that still wait are counted last."""
    waiting = [row.id for row in rows if row.status == "waiting"]
    altered = [row.id for row in rows if row.altered]
    parts = ["\n".join(_lines(row)) for row in rows]
    parts.append(f"{len(rows)} quotes" + (f"; waiting for approval: {', '.join(waiting)}" if waiting else ""))
    if altered:
        parts[-1] += f"; changed since their approval: {', '.join(altered)}"
    return "\n\n".join(parts)


def _lines(row: SheetRow) -> Iterator[str]:
    yield f"{row.id}: {row.speaker}{f', {row.role}' if row.role else ''}"
    yield f"  {_status(row)}"
    if row.approval is not None:
        yield f"  {_approved(row.approval)}"
    yield from (f"  {line}" for line in row.altered)
    yield f"  printed in {', '.join(row.printed)}" if row.printed else "  printed nowhere"
    for paragraph in row.words:
        yield from _wrapped(f"“{paragraph}”")
    for paragraph in row.trimmed:
        yield "  trimmed to"
        yield from _wrapped(f"“{paragraph}”")
    for run in row.left_out:
        yield from _wrapped(f"left out: {run}")
    for translation in row.translations:
        record = translation.approval
        status = _approved(record) if record else "not approved by the speaker"
        yield f"  translation ({translation.language}), {status}"
        for paragraph in translation.words:
            yield from _wrapped(paragraph)


def _status(row: SheetRow) -> str:
    if row.status == "published":
        return f"published: {row.source or 'no source given'}"
    if row.status == "waiting":
        return "waiting for the speaker’s approval"
    if row.altered:
        return "changed since it was approved"
    return "approved" if row.approval is not None else "marked approved, without a record"


def _approved(record: Approval) -> str:
    note = f"; {record.note}" if record.note else ""
    return f"approved by {record.by} on {record.date.isoformat()} ({record.kept}){note}"


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def as_json(rows: tuple[SheetRow, ...]) -> str:
    """The same to programs."""

    def plain(value: Any) -> Any:
        return value.model_dump(mode="json") if isinstance(value, Approval) else value

    document = [msgspec.to_builtins(row, enc_hook=plain) for row in rows]
    return json.dumps({"quotes": document}, ensure_ascii=False, indent=1)

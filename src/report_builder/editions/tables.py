"""`editions.csv` and `results.json`: what a run over editions came to, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from report_builder.editions.journal import Header, Line
from report_builder.output import write_together
from report_builder.pipe.edition import Edition
from report_builder.versions import TOOL

_COLUMNS = ("edition", "language", "file", "pages", "bytes", "sha256", "problems", "seconds", "failed")


def write_tables(
    folder: Path, header: Header, lines: Mapping[Edition, Line], left: Sequence[Edition], exit_code: int
) -> None:
    """Writes both. ReportError X002 where they cannot be written."""
    write_together(folder, {"editions.csv": _csv(lines, left), "results.json": _json(header, lines, left, exit_code)})


def _csv(lines: Mapping[Edition, Line], left: Sequence[Edition]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")  # RFC 4180; Excel opens it on any system
    writer.writerow(_COLUMNS)
    for edition, line in lines.items():
        told = (len(line.problems), line.seconds, _neutral(line.failed))
        for f in line.files:
            writer.writerow((edition.area, edition.languages, f.name, f.pages or "", f.bytes, f.sha256, *told))
        if not line.files:
            writer.writerow((edition.area, edition.languages, "", "", "", "", *told))
    for edition in left:
        writer.writerow((edition.area, edition.languages, "", "", "", "", "", "", "not begun"))
    return text.getvalue().encode("utf-8-sig")


def _neutral(text: str) -> str:
    """Text that a spreadsheet does not take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _json(header: Header, lines: Mapping[Edition, Line], left: Sequence[Edition], exit_code: int) -> bytes:
    document = {
        "tool": TOOL,
        "outcome": "failed" if exit_code else "built",
        "draft": header.draft,
        "exit_code": exit_code,
        "editions": [
            {
                "edition": edition.area,
                "language": edition.languages,
                "outcome": "failed" if line.failed else "built",
                "failed": line.failed,
                "files": [{"name": f.name, "bytes": f.bytes, "sha256": f.sha256, "pages": f.pages} for f in line.files],
                "problems": list(line.problems),
                "seconds": line.seconds,
            }
            for edition, line in lines.items()
        ]
        + [{"edition": e.area, "language": e.language, "outcome": "not begun"} for e in left],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()

"""The whole check of a finished PDF, and what it can and cannot show."""

from __future__ import annotations

import hashlib

from msgspec import Struct
from msgspec.structs import replace

from report_builder.facts.ledger import NAME, Ledger, ledgers_in
from report_builder.facts.ledger import read as read_ledger
from report_builder.problems import Problem, Where, problem
from report_builder.verify.charts import check_charts
from report_builder.verify.ledger import check_ledger
from report_builder.verify.pages import Tally, check_pages
from report_builder.verify.reading import Reading, Unreadable, read

LIMITS = (
    "This compares the pages with the ledger inside the file. Someone who changes both alike is not found out by it:",
    "for that, compare the checksum with the one the publisher gives (--sha256), or the ledger with its sources.",
    "Not read: pictures, numbers in words, dates, and whether the sources say what the ledger says they do.",
)


class Verified(Struct, frozen=True):
    """What came of a check. `tally` counts the numbers read; None where the file or its ledger cannot be read."""

    sha256: str
    problems: tuple[Problem, ...]
    pages: int = 0
    tally: Tally | None = None
    ledgers: tuple[Ledger, ...] = ()  # one, or one of each language


def verify(data: bytes, file: str, sha256: str = "", other: bytes | None = None) -> Verified:
    """Everything in which a PDF disagrees with the ledger inside it, with a checksum, and with another ledger.

    A PDF in several languages has a ledger of each, which is about the pages of its own.

    `file` is how messages call it; `sha256` the published checksum, "" for none; `other` a ledger from elsewhere.
    """
    digest = hashlib.sha256(data).hexdigest()
    where = Where(file)
    problems = _checksum(digest, sha256, where)
    try:
        reading = read(data)
    except Unreadable as error:
        hint = "give the PDF as it was published"
        return Verified(digest, (*problems, problem("R014", f'"{file}" cannot be read: {error}', where, help=hint)))
    inside = ledgers_in(reading.files)
    if not inside:
        hint = "only reports made by report-builder carry one; printing to PDF or some mail filters take it out"
        return Verified(digest, (*problems, problem("R014", f"there is no {NAME} inside it", where, help=hint)))
    found = {name: read_ledger(text) for name, text in inside.items()}
    for name, ledger in found.items():
        if isinstance(ledger, str):
            problems += (problem("R014", f"the {name} inside it cannot be used: {ledger}", where),)
    whole = (ledger for ledger in found.values() if not isinstance(ledger, str))
    ledgers = tuple(sorted(whole, key=lambda ledger: ledger.report.first_page))
    if len(ledgers) < len(found):
        return Verified(digest, problems)
    if other is not None and other not in inside.values():
        hint = "`report-builder diff` says in what they differ"
        problems += (problem("R015", f"the {' or '.join(inside)} inside it is not the one given", where, help=hint),)
    if not reading.tagged:
        problems += (problem("R017", "it has no tags, so words that stand near each other may run together", where),)
    pages = sum(ledger.report.pages for ledger in ledgers)
    if pages and pages != reading.pages:
        message = f"it has {reading.pages} pages, and the ledger was made for {pages}"
        problems += (problem("R011", message, where),)
    total = Tally()
    for ledger in ledgers:
        part = _part(reading, ledger) if len(ledgers) > 1 else reading
        tally = check_pages(part, ledger, file)
        total = total.with_(tally)
        problems += (*tally.problems, *check_charts(part, ledger, file), *check_ledger(ledger, file))
    return Verified(digest, tuple(dict.fromkeys(problems)), reading.pages, total, ledgers)


def _part(reading: Reading, ledger: Ledger) -> Reading:
    """What stands on the pages of one language."""
    first = ledger.report.first_page
    pages = range(first, first + ledger.report.pages)
    return replace(reading, passages=tuple(p for p in reading.passages if p.page in pages))


def _checksum(digest: str, published: str, where: Where) -> tuple[Problem, ...]:
    wanted = published.strip().lower().removeprefix("sha256:").removeprefix("sha-256:").strip()
    if not wanted or wanted == digest:
        return ()
    hint = "get the file again from the publisher; if it still differs, ask which of the two is right"
    return (
        problem(
            "R015", "it is not the file whose checksum was published", where, f"its SHA-256 is {digest}", help=hint
        ),
    )

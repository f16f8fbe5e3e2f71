"""What `verify` found, for people and for programs."""

from __future__ import annotations

import json

from report_builder.problems import errors
from report_builder.problems.render import to_json
from report_builder.verify.check import LIMITS, Verified


def as_text(found: Verified, name: str) -> str:
    """What was read and agrees, the checksum, and what the check cannot show."""
    tally = found.tally
    wrong = "could not be checked" if tally is None else "something disagrees"
    lines = [f"{name}: {wrong if errors(found.problems) else 'nothing found that disagrees'}"]
    if tally is not None and found.ledgers:
        about = found.ledgers[0].report
        titles = "” and “".join(dict.fromkeys(ledger.report.title for ledger in found.ledgers))
        charts = sum(len(ledger.charts) for ledger in found.ledgers)
        version = f", version {about.version}" if about.version else ""
        lines += [
            f"  “{titles}”, {about.publisher}, {about.date.isoformat()}{version}; {found.pages} pages",
            f"  {tally.read} numbers read: {tally.facts} figures of the ledger inside, {tally.dates} dates and years,",
            f"  {tally.apart} count pages, lists and charts or are listed as no figures (laws, telephones, quotes)",
            f"  {charts} {'chart' if charts == 1 else 'charts'} compared, with descriptions and attached data",
        ]
    return "\n".join((*lines, f"  SHA-256 {found.sha256}", "", *LIMITS))


def as_json(found: Verified, name: str) -> str:
    """The same as JSON."""
    tally = found.tally
    document = {
        "file": name,
        "sha256": found.sha256,
        "agrees": not errors(found.problems),
        "pages": found.pages,
        "numbers": {"facts": tally.facts, "dates": tally.dates, "apart": tally.apart} if tally else None,
        "problems": [to_json(p, {}) for p in found.problems],
        "limits": " ".join(LIMITS),
    }
    return json.dumps(document, ensure_ascii=False, indent=1)

"""The record of an edition that was released, for the list of releases."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from report_builder.campaign.correction import Released
from report_builder.pipe.writers import Work
from report_builder.project.history import keep_release
from report_builder.sections.signing import Signing


def record(root: Path, work: Work, signing: Signing, now: datetime | None) -> bool:
    """Puts the edition on record where it is a release, with its checksum and ledger; whether it is one."""
    report = work.view.report
    if report.stage != "release":
        return False
    released = Released(
        version=report.version,
        edition=signing.name,
        file=work.pdf.name,
        date=now.date() if now is not None else report.publish,
        sha256=work.pdf.sha256,
        ledger=work.ledger.sha256,
        report=signing.report_hash,
    )
    keep_release(root, released, work.ledger.data)
    return True

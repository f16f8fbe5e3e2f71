"""`doctor`: whether this machine has what the tool needs."""

from __future__ import annotations

import click


@click.command("doctor")
def command() -> int:
    """Look at Python, libraries, fonts, the cache and optional programs; say what is missing and what for."""
    from report_builder.cli.console import say
    from report_builder.cli.findings import findings

    found = findings()
    for finding in found:
        mark = "ok     " if finding.good else "MISSING" if finding.needed else "note   "
        say(f"{mark} {finding.what}: {finding.said}")
    return 0 if all(f.good or not f.needed for f in found) else 4

"""Copies for recipients on the command line: who gets one, the password, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import click

from report_builder.campaign.recipients import Recipient, read_recipients
from report_builder.output import File, read_whole
from report_builder.pipe.copies import Copy, Wanted, copy_for, locked, refuse_released
from report_builder.pipe.writers import Work
from report_builder.problems import ReportError, problem

_SHORTEST = 12  # characters of a password


def wanted(recipients: Path | None, password_file: Path | None, ask: bool) -> Wanted:
    """What the options ask for. ReportError for a list or a password that cannot be used."""
    people: tuple[Recipient, ...] = ()
    if recipients is not None:
        people, problems = read_recipients(read_whole(recipients), recipients.name)
        if problems:
            raise ReportError(problems)
    password = ""
    if password_file is not None:
        password = read_whole(password_file).decode("utf-8-sig", "replace").split("\n")[0].strip("\r")
    elif ask:
        password = click.prompt("Password to open the PDFs", hide_input=True, confirmation_prompt=True)
    if (password_file is not None or ask) and len(password) < _SHORTEST:
        message = f"the password has {len(password)} characters, and needs {_SHORTEST} or more"
        raise ReportError([problem("S034", message, None, help="three or four words that do not belong together")])
    return Wanted(people, password)


def made(files: tuple[File, ...], work: Work, wanted: Wanted) -> tuple[tuple[File, ...], tuple[Copy, ...]]:
    """The files as they are to be written, locked where that is wanted, and the copies among them.

    ReportError where the report is released.
    """
    refuse_released(work, wanted)
    copies = tuple(copy_for(person, work) for person in wanted.recipients)
    every = (*files[:-1], *(copy.file for copy in copies), files[-1])  # the ledger stays last
    if not wanted.password:
        return every, copies
    return tuple(locked(f, wanted.password) if f.media_type == "application/pdf" else f for f in every), copies


def as_records(copies: tuple[Copy, ...]) -> list[dict[str, str]]:
    """Which id is whose, for results.json."""
    return [
        {"id": c.document_id, "name": who.name, "organisation": who.organisation, "email": who.email}
        for c in copies
        for who in (c.recipient,)
    ]


LOCKED = "locked copies are no PDF/A: archives cannot open them; and their bytes differ each time they are made"

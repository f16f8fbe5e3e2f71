"""Copies of a report for named recipients, and copies locked with a password; before it is out only."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from report_builder.campaign.recipients import Recipient
from report_builder.document.blocks import Attachment
from report_builder.facts.ledger import NAME as LEDGER
from report_builder.output import File
from report_builder.pipe.writers import Work
from report_builder.problems import ReportError, problem
from report_builder.tables.ids import make_id


class Wanted(Struct, frozen=True):
    """The recipients of copies, and the password to lock PDFs with; "" for none."""

    recipients: tuple[Recipient, ...] = ()
    password: str = ""


class Copy(Struct, frozen=True):
    """A recipient's own file, the id that stands on each of its pages, and the line that it stands in."""

    recipient: Recipient
    document_id: str
    line: str
    file: File


def refuse_released(work: Work, wanted: Wanted) -> None:
    """ReportError where copies are wanted of a report that is released: it is everybody's then."""
    if (wanted.recipients or wanted.password) and work.view.report.stage == "release":
        message = "a released report needs neither copies nor a password"
        raise ReportError([problem("S035", message, None, help="leave --recipients and --password-file out")])


def copy_for(recipient: Recipient, work: Work) -> Copy:
    """The PDF with the recipient's name and a document id at the foot of every page; nothing else differs."""
    from report_builder.pdf import write as pdf  # ReportLab, as in the build

    view = work.view
    sign = recipient.document_id(f"{work.name} {view.report.version}")
    who = ", ".join(part for part in (recipient.name, recipient.organisation) if part)
    words = view.language.say("copy for", who=who, id=sign)
    document = replace(work.document, furniture=replace(work.document.furniture, copy=words))
    ledger = Attachment(LEDGER, "application/json", work.ledger.data, view.language.say("ledger"), "Supplement")
    written = pdf.write(document, work.drawings, work.theme, lambda placed, pages: (ledger,))
    name = f"{work.name}-{make_id(recipient.name).replace('_', '-')}-{sign}.pdf"
    return Copy(recipient, sign, words, File(name, written.data, "application/pdf", written.pages))


def locked(file: File, password: str) -> File:
    """A PDF under an opening password, named so that nobody takes it for the open one."""
    from report_builder.pdf.lock import locked as with_password  # pikepdf takes 60 ms, for the few that are locked

    name = file.name.removesuffix(".pdf") + "-LOCKED.pdf"
    return replace(file, name=name, data=with_password(file.data, password))

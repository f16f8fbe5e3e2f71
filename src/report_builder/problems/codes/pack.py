"""Codes K000 to K999: the press pack."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code("K001", "a text for social media that is too long", "A subject line is cut off in the inbox, and a post that is over the limit is refused where it is posted.", "Say it in fewer words. A caveat that has to stand beside a claim counts too."),
    Code("K002", "a press pack that is over its size", "Mail servers refuse a message over their limit, minutes before a deadline.", "Leave parts out with --without, as the message proposes, or send a link."),
    Code("K003", "a press pack without its libraries", "Pictures, Word files and workbooks are made by libraries that a plain installation leaves out.", 'The message gives the command that installs them.'),
    Code("K020", "a picture that stays out of the pack", "A newsroom prints what it is sent. A picture whose people did not agree to that, or no longer, is in the pack of a draft neither.", "Ask those pictured, and write the new dates and `press` into `consent:`; or take the picture out of the report.", Severity.WARNING),
    Code("K030", "a Word file that is too large to hand in", "Select committees take evidence as a Word file of less than 25 MB (UK Parliament, guidance on giving evidence), and mail servers less than that.", "Show fewer pictures, or make them smaller on the page.", Severity.WARNING),
)  # fmt: skip

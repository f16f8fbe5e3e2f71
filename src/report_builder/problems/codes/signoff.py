"""Codes S001 to S059: what is signed and by whom, the embargo, copies for recipients, corrections."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "S001",
        "a release with a quote that was changed after approval",
        "A release goes out with exactly the words that their speaker approved.",
        "Restore the approved words, or have the new ones approved and record that with `approve quote`.",
        exit_code=3,
    ),
    Code(
        "S002",
        "figures that changed after they were signed",
        "Whoever signed the figures saw other ones, or another list of accepted problems. In a draft this is a warning; a release is refused.",
        "Look at the figures again and have them signed with `approve figures`.",
        Severity.WARNING,
    ),
    Code(
        "S003",
        "a release with unsigned figures",
        "Before a release, somebody other than its author looks at every figure and at every problem that was accepted.",
        "Have the figures signed and record that with `approve figures`.",
        exit_code=3,
    ),
    Code(
        "S004",
        "a report that changed after it was signed",
        "Whoever signed the report read other words. In a draft this is a warning; a release is refused.",
        "Have the report read again and record that with `approve report`.",
        Severity.WARNING,
    ),
    Code(
        "S005",
        "a release of an unsigned report",
        "Before a release, somebody other than its author has read all of it, as it stands.",
        "Have the report read and record that with `approve report`.",
        exit_code=3,
    ),
    Code(
        "S006",
        "figures or a report signed by their author",
        "A second pair of eyes is the point of signing.",
        "Have someone else sign, and name them under --by.",
    ),
    Code(
        "S007",
        "a record that was changed by hand",
        "A record in report/approvals.yml carries a hash of what was signed; here the two do not agree.",
        "Run `approve` again: records are written by it alone.",
        exit_code=3,
    ),
    Code(
        "S008",
        "a report signed before its parts",
        "The words of a report change when a quote is approved, and its figures are signed on their own first.",
        "Approve the quotes, then the figures, then the report.",
        exit_code=3,
    ),
    Code(
        "S009",
        "a translation that changed after its speaker approved it",
        "Until it is approved again it is printed as a translation, under the original and outside quotation marks.",
        "Restore the approved words, or record the new approval with `approve quote NAME --language CODE`.",
        Severity.WARNING,
    ),
    Code(
        "S010",
        "no such translation",
        "A translation is approved in one language, and the quote has none in that one.",
        "Write it under `translations:` of the quote, by its language.",
    ),
    Code(
        "S011",
        "no such edition to sign",
        "Each edition is signed under its area and language, as wales.en-GB.",
        "Take one of the names that the message lists, or `all`.",
    ),
    Code(
        "S020",
        "an embargo that is no time",
        "An embargo ends at a minute of a day, which everybody who holds a copy has to know.",
        "Write date, time and zone: 2024-11-01 00:01 Europe/London; or none.",
    ),
    Code(
        "S021",
        "an embargo without a zone",
        "00:01 is another moment in London and in Brussels, and one hour earlier in summer.",
        "Write the zone after the time, as Europe/London.",
    ),
    Code(
        "S022",
        "a time zone that does not exist",
        "Zones are called by a continent and a city (the IANA database), which knows when each puts its clocks forward and back.",
        "Write the zone as Europe/London.",
    ),
    Code(
        "S023",
        "a time that the clocks leave out",
        "When the clocks go forward, an hour of that night does not exist.",
        "Choose another time.",
    ),
    Code(
        "S024",
        "a time that comes twice",
        "When the clocks go back, an hour of that night comes twice, and the embargo could end at either.",
        "Choose another time, or give it in universal time (UTC).",
    ),
    Code(
        "S025",
        "an embargo of another day than the report",
        "Journalists read both dates, and one of them is most likely old.",
        "Make `publish:` and `embargo:` the same day.",
        Severity.WARNING,
    ),
    Code(
        "S026",
        "a release before its embargo",
        "Nothing goes out without its embargo line before that time.",
        "Wait, or send a copy that carries the embargo (`build --embargoed`).",
        exit_code=3,
    ),
    Code(
        "S027",
        "an embargoed copy without an embargo",
        "`--embargoed` makes a copy that says until when it is to be kept back; here there is no such time ahead.",
        "Set `embargo:`, or release the report.",
        exit_code=3,
    ),
    Code(
        "S028",
        "a release that differs from its marked copy",
        "When the marks go, nothing may move or change: the release is compared with its marked copy, and they differ.",
        "This is a fault of the tool; report it.",
        exit_code=3,
    ),
    Code(
        "S030",
        "a list of recipients that cannot be used",
        "Copies are made from a table with the columns name, organisation and email, one line a person.",
        "Save the table as CSV with these columns.",
    ),
    Code(
        "S031",
        "a recipient who is listed twice",
        "A copy is traced by its document id, which would be two for one person.",
        "Take one of the two lines out.",
    ),
    Code(
        "S032",
        "a recipient's name that cannot be in a file's name",
        "Each copy is named after its recipient; a path or a character that cannot be seen has no place there.",
        "Write the person's name as people write it.",
    ),
    Code(
        "S033", "an e-mail address that is none", "Copies are sent by e-mail.", "Correct the address, or leave it out."
    ),
    Code(
        "S034",
        "a password that does not protect",
        "A short password is guessed in minutes.",
        "Choose one of twelve characters or more.",
    ),
    Code(
        "S035",
        "copies of a released report",
        "Names and passwords are for copies before a report is out; afterwards it is for everybody.",
        "Release the report without them.",
        exit_code=3,
    ),
)

"""The example under an embargo, and the test approvals that it goes out with."""

SIGNED = ("--by", "A test approver", "--author", "A test author", "--kept", "a test approval", "--date", "2024-10-30")
BEFORE, AFTER = "2024-11-01T00:00:59+00:00", "2024-11-01T00:01:00+00:00"
LINE = "EMBARGOED UNTIL 00:01 GMT Friday 1 November 2024"

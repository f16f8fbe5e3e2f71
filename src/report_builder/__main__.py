"""`report-builder` and `python -m report_builder`."""

from __future__ import annotations

from report_builder.cli.main import main

if __name__ == "__main__":
    main()

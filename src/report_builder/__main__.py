"""`report-builder` and `python -m report_builder`."""

from __future__ import annotations

import gc

# a build makes a million values and drops few: the collector's default of 700 spends a tenth of a short run on nothing
_VALUES_BETWEEN_COLLECTIONS = 100_000


def main() -> None:
    """Runs the command line; the collector is set before the first large import."""
    gc.set_threshold(_VALUES_BETWEEN_COLLECTIONS, 20, 20)
    from report_builder.cli.main import main as run

    run()


if __name__ == "__main__":
    main()

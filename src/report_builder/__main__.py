"""`report-builder` and `python -m report_builder`."""

from __future__ import annotations

import gc
import os

# a build makes a million values and drops few: the collector's default of 700 spends a tenth of a short run on nothing
_VALUES_BETWEEN_COLLECTIONS = 1_000_000


def main() -> None:
    """Runs the command line; the collector is set before the first large import."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins takes 12 ms, and there are none
    gc.set_threshold(_VALUES_BETWEEN_COLLECTIONS, 20, 20)
    from report_builder.cli.main import main as run

    try:
        run()
    finally:
        gc.freeze()  # else Python looks through all of them for garbage once more, only to end: a sixth of a short run


if __name__ == "__main__":
    main()

"""`report-builder` and `python -m report_builder`."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

# a build makes a million values and drops few: the collector's default of 700 spends a tenth of a short run on nothing
_VALUES_BETWEEN_COLLECTIONS = 1_000_000
_NOT_SAID = 120  # Python's own exit code where what was printed did not all arrive


def main() -> NoReturn:
    """Runs the command line; the collector is set before the first large import."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins takes 12 ms, and there are none
    gc.set_threshold(_VALUES_BETWEEN_COLLECTIONS, 20, 20)
    from report_builder.cli.main import main as run

    try:
        run()
    except SystemExit as end:
        _leave(end.code if isinstance(end.code, int) else int(end.code is not None))
    _leave(0)


def _leave(code: int) -> NoReturn:
    """Ends the process with all that was printed, and nothing taken apart: a thirtieth of a short run would go there.

    Every file is written and closed by then, every worker and thread of a run has ended.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            code = code or _NOT_SAID
    os._exit(code)


if __name__ == "__main__":
    main()

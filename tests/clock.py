"""A clock that a test sets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

SetClock = Callable[[str], None]


def setter(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Sets the clock of the command line to a moment, as 2024-11-01T00:00+00:00."""

    def set_to(moment: str) -> None:
        monkeypatch.setattr("report_builder.cli.clock.now", lambda: datetime.fromisoformat(moment))

    return set_to

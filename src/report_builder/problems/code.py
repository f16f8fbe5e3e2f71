"""What is known of a diagnostic code before it is ever raised."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(Struct, frozen=True):
    """A code, its one-line title, why it matters and how it is mended; `explain CODE` and the docs print these."""

    code: str
    title: str
    why: str
    mend: str
    severity: Severity = Severity.ERROR
    exit_code: int = 1  # 1 content, 3 refused by a gate, 4 environment

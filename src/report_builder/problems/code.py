"""What is known of a diagnostic code before it is ever raised."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """A code, its one-line title, why it matters and how it is mended; `explain CODE` and the docs print these."""

    code: str
    title: str
    why: str
    mend: str
    severity: Severity = Severity.ERROR
    exit_code: int = 1  # 1 content, 3 refused by a gate, 4 environment

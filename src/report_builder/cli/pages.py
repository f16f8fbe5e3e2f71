"""A diagnostic code's page as text."""

from __future__ import annotations

import textwrap

from report_builder.problems import Code, Severity


def code_page(code: Code) -> str:
    """Title, why it matters, and how it is mended."""
    exit_code = code.exit_code if code.severity is Severity.ERROR else 0
    head = f"{code.code}: {code.title} ({code.severity.value}, exit code {exit_code})"
    return "\n\n".join((head, textwrap.fill(code.why, 88), textwrap.fill(code.mend, 88)))

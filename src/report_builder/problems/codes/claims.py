"""Codes  to : claims."""

from __future__ import annotations

from report_builder.problems.code import Code

CODES: tuple[Code, ...] = ()

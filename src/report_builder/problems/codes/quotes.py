"""Codes  to : quotes and asks."""

from __future__ import annotations

from report_builder.problems.code import Code

CODES: tuple[Code, ...] = ()

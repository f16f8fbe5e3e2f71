"""Codes  to : the machine the tool runs on."""

from __future__ import annotations

from report_builder.problems.code import Code

CODES: tuple[Code, ...] = ()

"""Every diagnostic code, one module for each family; the list below is the whole register."""

from __future__ import annotations

from report_builder.problems.code import Code
from report_builder.problems.codes import brand, charts, claims, data, environment, facts, layout, project, quotes, text

FAMILIES = (project, text, data, facts, claims, quotes, brand, charts, layout, environment)

CODES: dict[str, Code] = {code.code: code for family in FAMILIES for code in family.CODES}

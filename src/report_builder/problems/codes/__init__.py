"""Every diagnostic code, one module for each family; the list below is the whole register."""

from __future__ import annotations

from report_builder.problems.code import Code
from report_builder.problems.codes import (
    accessibility,
    brand,
    charts,
    claims,
    data,
    disclosure,
    editions,
    environment,
    facts,
    folder,
    layout,
    maps,
    pack,
    pictures,
    project,
    quotes,
    release,
    releases,
    sections,
    signoff,
    text,
    wording,
)

FAMILIES = (
    project,
    folder,
    text,
    sections,
    data,
    facts,
    disclosure,
    claims,
    wording,
    quotes,
    signoff,
    brand,
    charts,
    maps,
    pictures,
    accessibility,
    layout,
    release,
    releases,
    editions,
    environment,
    pack,
)

CODES: dict[str, Code] = {code.code: code for family in FAMILIES for code in family.CODES}

"""Synthetic figures, to the last digit those of the peers (`common.py` there); none describes a real area."""

from __future__ import annotations

import random

AREAS = (
    "Avon and Somerset",
    "Bedfordshire",
    "Cambridgeshire",
    "Cheshire",
    "City of London",
    "Cleveland",
    "Cumbria",
    "Derbyshire",
    "Devon and Cornwall",
    "Dorset",
    "Durham",
    "Dyfed-Powys",
    "Essex",
    "Gloucestershire",
    "Greater Manchester",
    "Gwent",
    "Hampshire and Isle of Wight",
    "Hertfordshire",
    "Humberside",
    "Kent",
    "Lancashire",
    "Leicestershire",
    "Lincolnshire",
    "Merseyside",
    "Metropolitan Police",
    "Norfolk",
    "North Wales",
    "North Yorkshire",
    "Northamptonshire",
    "Northumbria",
    "Nottinghamshire",
    "South Wales",
    "South Yorkshire",
    "Staffordshire",
    "Suffolk",
    "Surrey",
    "Sussex",
    "Thames Valley",
    "Warwickshire",
    "West Mercia",
    "West Midlands",
    "West Yorkshire",
    "Wiltshire",
)
YEARS = tuple(f"20{y}/{y + 1}" for y in range(18, 25))
PLATFORMS = ("Snapline", "Chatterbox", "Pictogram", "Vidloop", "Gamehub", "Other or not known")
GENDERS = ("Girls", "Boys", "Not recorded")
NATION = "England and Wales"

Table = dict[str, dict[str, int]]  # by area, then by year, platform or gender


def generated() -> dict[str, Table]:
    """The tables `offences`, `platforms` and `gender`; the order in which numbers are drawn is the peers'."""
    draw = random.Random(20261123)
    tables: dict[str, Table] = {"offences": {}, "platforms": {}, "gender": {}}
    for area in AREAS:
        base = {"Metropolitan Police": 520, "City of London": 4}.get(area, draw.randint(45, 260))
        growth = draw.uniform(0.06, 0.15)
        counts = [max(1, round(base * (1 + growth) ** i * draw.uniform(0.93, 1.07))) for i in range(len(YEARS))]
        weights = [part * draw.uniform(0.8, 1.25) for part in (0.40, 0.16, 0.13, 0.09, 0.07, 0.15)]
        girls = draw.uniform(0.70, 0.84)
        last = counts[-1]
        tables["offences"][area] = dict(zip(YEARS, counts, strict=True))
        platforms = (round(last * weight / sum(weights)) for weight in weights)
        tables["platforms"][area] = dict(zip(PLATFORMS, platforms, strict=True))
        shares = (girls, 0.94 - girls, 0.06)
        tables["gender"][area] = dict(zip(GENDERS, (round(last * share) for share in shares), strict=True))
    return tables


def of_group(table: Table, group: int) -> Table:
    """The table as one group of editions has it: scaled, so that no two groups are equal."""
    scale = 1 + 0.013 * group
    return {area: {key: round(count * scale) for key, count in row.items()} for area, row in table.items()}


def of_nation(table: Table) -> dict[str, int]:
    """The sums over all areas."""
    rows = list(table.values())
    return {key: sum(row[key] for row in rows) for key in rows[0]}

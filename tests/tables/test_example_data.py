"""The example's own data: every figure, and the sums that others have published of them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from report_builder.tables.citations import unlisted_sources
from report_builder.tables.dataset import Cell, Dataset, Standing
from report_builder.tables.load import dataset
from report_builder.tables.spec import DatasetsFile

DATA = Path(__file__).parents[2] / "data"
YEARS = ("2017/18", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24")


@pytest.fixture(scope="module")
def described() -> DatasetsFile:
    """data/datasets.yml, its scalars as text."""
    return DatasetsFile.model_validate(yaml.load((DATA / "datasets.yml").read_text("utf-8"), yaml.BaseLoader))


@pytest.fixture(scope="module")
def datasets(described: DatasetsFile) -> dict[str, Dataset]:
    """Every dataset, read without a problem."""
    out: dict[str, Dataset] = {}
    for id, spec in described.datasets.items():
        made, problems = dataset(id, spec, (DATA / spec.file).read_bytes())
        assert () == problems
        assert made is not None
        out[id] = made
    return out


def column(made: Dataset, year: str) -> list[Cell]:
    """The cells of one year."""
    return [cell for key, cell in made.cells.items() if key[-1] == year]


def added(cells: list[Cell]) -> Fraction:
    """The sum of the figures that there are."""
    return sum((cell.value for cell in cells if cell.value is not None), Fraction(0))


def test_every_source_is_listed(described: DatasetsFile) -> None:
    """Nothing is cited that is not listed."""
    assert () == unlisted_sources(described)


def test_welsh_forces(datasets: dict[str, Dataset]) -> None:
    """Each figure as published, two of them not published."""
    wanted = {
        "dyfed_powys": ["19", "41", "39", "34", "36", "30", "67"],
        "gwent": ["44", "26", "144", "n/a", "26", "58", "67"],
        "north_wales": ["53", "103", "105", "114", "98", "101", "97"],
        "south_wales": ["158", "140", "91", "127", "166", "n/a", "333"],
    }
    cells = datasets["welsh_forces"].cells
    assert wanted == {place: [cells["", place, year].text for year in YEARS] for place in wanted}
    missing = [key[1:] for key, cell in cells.items() if cell.standing is Standing.MISSING]
    assert [("gwent", "2020/21"), ("south_wales", "2022/23")] == missing


def test_welsh_sums(datasets: dict[str, Dataset]) -> None:
    """The sums that were published, and the one that does not fit its published total of 554."""
    forces = datasets["welsh_forces"]
    assert [274, 326, 564] == [added(column(forces, year)) for year in ("2017/18", "2021/22", "2023/24")]
    assert 1753 == sum(added(column(forces, year)) for year in YEARS[:6])


def test_like_for_like_sums(datasets: dict[str, Dataset]) -> None:
    """The three forces with whole years at both ends: 255 to 497."""
    cells = datasets["welsh_forces"].cells
    three = ("gwent", "north_wales", "south_wales")
    assert [255, 497] == [added([cells["", place, year] for place in three]) for year in ("2017/18", "2023/24")]


def test_remarks(datasets: dict[str, Dataset]) -> None:
    """The part year and the doubt stand on their cells."""
    cells = datasets["welsh_forces"].cells
    part, doubt = cells["", "dyfed_powys", "2017/18"], cells["", "gwent", "2023/24"]
    assert (Standing.PART_PERIOD, "bbc_2018") == (part.standing, part.source)
    assert part.covers.endswith(" of 12 months")
    assert (Standing.IN_DOUBT, Fraction(67)) == (doubt.standing, doubt.value)


def test_uk(datasets: dict[str, Dataset]) -> None:
    """The seven years and their total."""
    cells = datasets["uk_series"].cells
    assert [3728, 5333, 5954, 6319, 6275, 6350, 7062] == [cells["", year].value for year in YEARS]
    assert 41021 == added(list(cells.values()))


def test_platforms(datasets: dict[str, Dataset]) -> None:
    """Whole per cents of 1,824 that overlap and do not cover everything."""
    base, platforms = datasets["uk_platforms_base"], datasets["uk_platforms"]
    assert 1824 == base.cells[("",)].value
    wanted = {"snapchat": 48, "whatsapp": 12, "facebook_and_messenger": 10, "instagram": 6, "kik": 5}
    assert wanted == {key[1]: cell.value for key, cell in platforms.cells.items()}
    (platform,) = platforms.dimensions
    assert (True, False) == (platform.overlapping, platform.complete)
    assert (Fraction(95, 2), Fraction(97, 2)) == (
        platforms.cells["", "snapchat"].low,
        platforms.cells["", "snapchat"].high,
    )
    known = round(1824 / 7062 * 100)
    assert 26 == known

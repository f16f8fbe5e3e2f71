"""A theme with the shipped faces, and the founding story's figures as charts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import font_source_sans_pro
from msgspec.structs import replace

from report_builder.brand.fonts import Face, Faces, face
from report_builder.brand.theme import Colours, Geometry, Scale, Theme
from report_builder.charts.chart import Chart, ChartKind, Panel, Point, Series, State


@cache
def shipped(style: str) -> Face:
    """A face of the family that the package depends on."""
    path = Path(font_source_sans_pro.__file__).parent / "files" / f"SourceSansPro-{style}.ttf"
    found = face(path.read_bytes(), path)
    assert isinstance(found, Face)
    return found


@cache
def a_theme() -> Theme:
    """A brand of invented colours."""
    faces = Faces(shipped("Regular"), shipped("Bold"), shipped("It"), shipped("BoldIt"), shipped("Semibold"))
    colours = Colours(
        ink="#1c2430",
        muted="#5a6472",
        paper="#ffffff",
        primary="#123c4a",
        on_primary="#fefefe",
        on_primary_muted="#a9c3cb",
        accent="#d9480f",
        accent_text="#b83a08",
        accent_on_primary="#ffb454",
        series="#7f929b",
        tint="#eef3f4",
        rule="#d5dde0",
    )
    page = Geometry(595.28, 841.89, 56.64, 56.64, 62.0, 62.0)
    return Theme("a test", colours, faces, faces, Scale(), page)


YEARS = ("2017/18", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24")
FORCES: dict[str, tuple[int | None, ...]] = {
    "Dyfed-Powys": (19, 41, 39, 34, 36, 30, 67),
    "Gwent": (44, 26, 144, None, 26, 58, 67),
    "North Wales": (53, 103, 105, 114, 98, 101, 97),
    "South Wales": (158, 140, 91, 127, 166, None, 333),
}
UK = (3728, 5333, 5954, 6319, 6275, 6350, 7062)
PLATFORMS = {"Snapchat": 48, "WhatsApp": 12, "Facebook and Messenger": 10, "Instagram": 6, "Kik": 5}
LEGEND = (
    (State.PARTIAL, "six months only"),
    (State.DOUBTFUL, "in doubt"),
    (State.MISSING, "no figure published"),
    (State.SUPPRESSED, "withheld"),
)


def point(label: str, value: int | None, state: State | None = None, mark: str = "", highlight: bool = False) -> Point:
    """A point whose text is its number."""
    found = state or (State.MISSING if value is None else State.FULL)
    return Point(label, value, "" if value is None else f"{value:,}", found, mark, highlight)


def force(name: str) -> Series:
    """A Welsh force by year, with what is known of its figures."""
    points = [point(year, value, highlight=year == YEARS[-1]) for year, value in zip(YEARS, FORCES[name], strict=True)]
    if name == "Dyfed-Powys":
        points[0] = point(YEARS[0], 19, State.PARTIAL, "six months")
    if name == "Gwent":
        points[-1] = point(YEARS[-1], 67, State.DOUBTFUL, highlight=True)
    return Series(name, tuple(points))


def one(kind: ChartKind, *points: Point) -> Chart:
    """A chart of one panel and one series."""
    return Chart(kind, (Panel("", (Series("", points),)),), legend=LEGEND)


def forces(kind: ChartKind) -> Chart:
    """Four forces, a panel each."""
    return Chart(kind, tuple(Panel(name, (force(name),)) for name in FORCES), legend=LEGEND)


def uk(kind: ChartKind) -> Chart:
    """The UK by year, the last highlighted."""
    return one(kind, *(point(y, v, highlight=y == YEARS[-1]) for y, v in zip(YEARS, UK, strict=True)))


def platforms() -> Chart:
    """Five bars, one of them highlighted."""
    return one("bars", *(Point(n, v, f"{v}%", highlight=n == "Snapchat") for n, v in PLATFORMS.items()))


def girls() -> Chart:
    """Two parts of a known whole."""
    return one("shares", Point("girls", 81, "81%", highlight=True), Point("boys", 19, "19%"))


def first_and_last() -> Chart:
    """Each force in two years."""
    series = []
    for at in (0, -1):
        points = tuple(replace(force(name).points[at], label=name, highlight=False) for name in FORCES)
        series.append(Series(YEARS[at], points))
    return Chart("dots", (Panel("", tuple(series)),), legend=LEGEND)

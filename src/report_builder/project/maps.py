"""The maps that charts name under `map:`, read once each."""

from __future__ import annotations

from collections.abc import Iterable

from report_builder.charts.area_map import AreaMap
from report_builder.charts.map_file import read_map
from report_builder.problems import Where, problem
from report_builder.project.loading import Loading
from report_builder.sections.fences import ChartFence, Placed
from report_builder.sections.view import SectionText

_LIMIT = 8_000_000


def load_maps(sections: Iterable[SectionText], loading: Loading) -> dict[str, AreaMap]:
    """The maps by their path in the project; those that are none, or are missing, are noted and left out."""
    named: dict[str, Where] = {}
    for part in (part for section in sections for part in section.parts):
        if isinstance(part, Placed) and isinstance(part.fence, ChartFence) and part.fence.map:
            named.setdefault(part.fence.map, part.at("map"))
    maps: dict[str, AreaMap] = {}
    for file, where in named.items():
        data = loading.folder.data(file, where, _LIMIT)
        made = read_map(data) if data is not None else None
        if isinstance(made, str):
            help = "save the map as GeoJSON, or as hexjson: open-innovations.org/projects/hexmaps"
            loading.problems.append(problem("G043", f'"{file}" is no map: {made}', where, help=help))
        elif made is not None:
            maps[file] = made
    return maps

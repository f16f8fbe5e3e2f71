"""Every kind of chart and the module that lays it out: the list to add to."""

from __future__ import annotations

from collections.abc import Mapping

from report_builder.charts import bars, columns, dots, lines, shares, tiles
from report_builder.charts.chart import ChartKind
from report_builder.charts.piece import Kind

KINDS: Mapping[ChartKind, Kind] = {
    "columns": columns.KIND,
    "bars": bars.KIND,
    "lines": lines.KIND,
    "shares": shares.KIND,
    "dots": dots.KIND,
    "tiles": tiles.KIND,
}

"""A ```chart block as a figure: which facts are drawn, its checked title, its small print and its description."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from report_builder.charts.chart import Chart, Panel, Point, Series
from report_builder.charts.describe import alt_text, table_of
from report_builder.document.blocks import Attachment, Block, FigureBlock, Run, TableBlock, TableCell
from report_builder.facts.fact import Fact
from report_builder.facts.family import Axis
from report_builder.sections.captions import own_words, shortfall_notes, source_line, subtitle_of
from report_builder.sections.chosen import Shown, fact_at, member_id, members, shown
from report_builder.sections.composition import Composition
from report_builder.sections.fences import ChartFence, Placed
from report_builder.sections.parts import caveat_of
from report_builder.sections.points import legend, point
from report_builder.sections.resolve import Said
from report_builder.sections.tile_map import on_map
from report_builder.sections.view import View

TITLE_WORDS = 10


def figure_block(placed: Placed, fence: ChartFence, c: Composition) -> tuple[Block, ...]:
    """The chart with all that stands around it; nothing where its facts cannot be found."""
    panels = _panels(placed, fence, c)
    facts = _drawn(panels, c)
    if not panels or not facts:
        return ()
    if not _sound(placed, fence, panels, facts, c):
        return ()
    tiles = None
    if fence.draw == "tiles":
        panels, tiles = on_map(
            placed, fence, panels, c.view.facts.families[facts[0].name].axis(fence.down or "place"), c
        )
        if tiles is None:
            return ()
    title, own_subtitle, own_alt = (own_words(placed, key, c) for key in ("title", "subtitle", "alt"))
    _check_title(title, placed, c)
    subtitle = own_subtitle.text or subtitle_of(facts, c)
    points = [p for panel in panels for s in panel.series for p in s.points]
    chart = Chart(fence.draw, panels, c.view.language.say("no figure"), legend(points, c), tiles=tiles)
    c.charts += 1
    owed = title.unpaid() | own_subtitle.unpaid() | own_alt.unpaid()
    caveats = [caveat_of(f, c) for f in owed.values()]
    caveats += [note for note in shortfall_notes(facts, c) if not any(note in k or k in note for k in caveats)]
    block = FigureBlock(
        number=c.charts,
        title=title.final(),
        subtitle=subtitle,
        chart=chart,
        alt=_alt(placed, own_alt.text, chart, title.text, subtitle, c),
        caveats=tuple(dict.fromkeys(x for x in caveats if x)),
        source=source_line(facts, c),
        data=_attachment(c.charts, chart, title.text, c.view),
        where=placed.where,
    )
    for fact in facts:
        c.use(fact, placed.where)
        c.based.add(fact.name)
    return (block, *_data_table(fence, block, chart, c))


def _alt(placed: Placed, text: str, chart: Chart, title: str, subtitle: str, c: Composition) -> str:
    if not text:
        return alt_text(chart, title, subtitle, c.view.language)
    if text.strip() in (title.strip(), subtitle.strip()):
        c.report(
            "G025",
            "the alt text only repeats the title",
            placed.at("alt"),
            help="say what the chart shows, or leave `alt: automatic`",
        )
    return text


def _check_title(said: Said, placed: Placed, c: Composition) -> None:
    words = said.text.split()
    if len(words) > TITLE_WORDS:
        c.report(
            "G026",
            f"the chart's title has {len(words)} words",
            placed.at("title"),
            help=f"{TITLE_WORDS} or fewer can be read at a glance",
        )


def _attachment(number: int, chart: Chart, title: str, view: View) -> Attachment:
    out, language = io.StringIO(), view.language
    name = f"chart-{number}.{view.half}.csv" if view.half else f"chart-{number}.csv"
    csv.writer(out, lineterminator="\r\n").writerows([[safe_cell(x) for x in row] for row in table_of(chart, language)])
    about = language.say("data behind", title=title)
    return Attachment(name, "text/csv", out.getvalue().encode("utf-8"), about)


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers, negative ones too, stay as they are."""
    body = text.lstrip()
    is_number = body.lstrip("+-−").replace(",", "").replace(".", "").isdigit()
    return f"'{text}" if body[:1] in ("=", "+", "-", "@") and not is_number else text


def _data_table(fence: ChartFence, block: FigureBlock, chart: Chart, c: Composition) -> tuple[TableBlock, ...]:
    if not fence.table:
        return ()
    head, *rows = table_of(chart, c.view.language)
    c.tables += 1
    return (
        TableBlock(
            number=c.tables,
            title=block.title,
            subtitle=block.subtitle,
            head=(tuple(_cell(t, "column", i > 0) for i, t in enumerate(head)),),
            body=tuple(tuple(_cell(t, "row" if i == 0 else "data", i > 0) for i, t in enumerate(r)) for r in rows),
            source=block.source,
            where=block.where,
        ),
    )


def _cell(text: str, role: str, numeric: bool) -> TableCell:
    return TableCell((Run(text),), role, numeric=numeric)


def _drawn(panels: Sequence[Panel], c: Composition) -> list[Fact]:
    ids = dict.fromkeys(p.fact for panel in panels for s in panel.series for p in s.points if p.fact)
    return [c.view.facts.by_id(i) for i in ids]


# the facts of a chart ---------------------------------------------------------------------------------------------


def _panels(placed: Placed, fence: ChartFence, c: Composition) -> tuple[Panel, ...]:
    families = shown(placed, fence, c)
    if not families:
        return ()
    family = families[0].family
    for key, wanted in (
        ("across", fence.across),
        ("down", fence.down),
        ("one_panel_for_each", fence.one_panel_for_each),
        ("draw", "year" if fence.draw == "dots" else ""),
    ):
        if wanted and family.axis(wanted) is None:
            known = ", ".join(a.name for a in family.axes) or "nothing"
            c.report("G020", f'"{family.name}" is not by "{wanted}"', placed.at(key), help=f"it is by {known}")
            return ()
    drawing = _Drawing(placed, fence, c)
    axis = family.axis(fence.one_panel_for_each) if fence.one_panel_for_each else None
    if axis is None:
        return (Panel("", drawing.series(families, {})),)
    each = members(axis, fence, c)
    return tuple(Panel(m.name, drawing.series(families, {axis.name: m.id})) for m in each)


class _Drawing(Struct, frozen=True):
    """One chart while its facts become points. `given` fixes members by dimension."""

    placed: Placed
    fence: ChartFence
    c: Composition

    def series(self, families: Sequence[Shown], given: Mapping[str, str]) -> tuple[Series, ...]:
        """The series of one panel."""
        fence, first = self.fence, families[0]
        along = first.family.axis(fence.across or fence.down or ("place" if fence.draw == "tiles" else ""))
        if along is None:
            return (Series(first.family.spec.label, tuple(p for f in families for p in self._alone(f, given))),)
        if fence.draw == "dots":
            return self._two_periods(first, along, given)
        by = first.family.axis(fence.down) if fence.draw == "lines" and fence.across and fence.down else None
        if by is not None:
            marked = member_id(by, fence.highlight, self.c)
            each = members(by, fence, self.c)
            return tuple(
                Series(m.name, self._along(first, along, {**given, by.name: m.id}), m.id == marked) for m in each
            )
        single = fence.draw == "lines" and len(families) == 1
        return tuple(
            Series(
                f.family.spec.short or f.family.spec.label,
                self._along(f, along, given),
                fence.highlight == f.family.name or single,
            )
            for f in families
        )

    def _along(self, one: Shown, axis: Axis, given: Mapping[str, str]) -> tuple[Point, ...]:
        """The points of one series, in the order they are drawn in."""
        fence = self.fence
        marked = member_id(axis, fence.highlight or ("here" if fence.draw == "tiles" else ""), self.c)
        points = []
        for m in members(axis, fence, self.c) if axis.name not in one.fixed else ():
            fact = fact_at(one, {**given, axis.name: m.id}, self.placed, self.c)
            if fact is not None:
                points.append(point(fact, m.name, self.c, m.id == marked))
        bars = fence.draw == "bars" and not fence.order and axis.name != "year"
        if fence.draw != "dots" and (fence.order == "largest first" or bars):
            points.sort(key=lambda p: (p.value is None, -(p.value or 0.0)))
        return tuple(points)

    def _two_periods(self, one: Shown, axis: Axis, given: Mapping[str, str]) -> tuple[Series, ...]:
        """An earlier and a later year of every member; the later one marked, or the member that is highlighted."""
        years = one.family.axis("year")
        out: list[Series] = []
        for key, word in (("from", self.fence.from_ or "first"), ("to", self.fence.to or "latest")):
            year = years.find(word) if years else None
            if year is None:
                self.c.report(
                    "F001", f'there is no year "{word}" here', self.placed.at(key), help="name a year of the data"
                )
                return ()
            strong = key == "to" and not member_id(axis, self.fence.highlight, self.c)
            out.append(Series(year.name, self._along(one, axis, {**given, "year": year.id}), strong))
        return tuple(out)

    def _alone(self, one: Shown, given: Mapping[str, str]) -> Iterator[Point]:
        """The point of a family that is drawn beside others."""
        fact = fact_at(one, given, self.placed, self.c)
        if fact is not None:
            label = one.family.spec.short or one.family.spec.label
            yield point(fact, label, self.c, self.fence.highlight == one.family.name)


def _sound(placed: Placed, fence: ChartFence, panels: Sequence[Panel], facts: Sequence[Fact], c: Composition) -> bool:
    """Whether the form of the chart is true to its facts: parts of a whole add up to one, and do not overlap."""
    units = {f.unit for f in facts}
    if len(units) > 1:
        c.report(
            "G021",
            f"one scale cannot show {' and '.join(sorted(units))}",
            placed.at("fact"),
            help="draw a chart for each unit",
        )
        return False
    if fence.draw != "shares":
        return True
    axis = c.view.facts.families[facts[0].name].axis(fence.down or fence.across)
    why = _no_whole(axis, units, fence)
    if why:
        c.report("G022", f"{why}, so it cannot be drawn as parts of a whole", placed.at("draw"), help="draw: bars")
        return False
    sums = [sum(p.value or 0.0 for s in panel.series for p in s.points) for panel in panels]
    off = [x for x, panel in zip(sums, panels, strict=True) if abs(x - 100) > _rounding(panel, facts)]
    if units == {"percent"} and off:
        c.report(
            "G023",
            f"its parts add up to {off[0]:g} per cent",
            placed.at("fact"),
            help="draw: bars, or add the missing part",
        )
        return False
    if any(p.value is None for panel in panels for s in panel.series for p in s.points):
        c.report("G024", "a part has no figure, so the whole is not known", placed.at("fact"), help="draw: bars")
        return False
    return True


def _no_whole(axis: Axis | None, units: set[str], fence: ChartFence) -> str:
    """Why the points are not the parts of one whole, "" where they are or, in per cent, where their sum will tell."""
    if axis is None:
        return "" if units == {"percent"} else "these are counts of their own"
    if axis.overlapping:
        return "its parts overlap"
    if fence.only or not axis.complete:
        return "only some of its parts are listed"
    return "years are not parts of a whole" if axis.name == "year" else ""


def _rounding(panel: Panel, facts: Sequence[Fact]) -> float:
    """How far rounding alone may take the sum of a panel's parts from a hundred."""
    steps = {f.id: float(f.step) for f in facts}
    return sum(max(steps.get(p.fact, 0.0), 0.01) / 2 for s in panel.series for p in s.points)

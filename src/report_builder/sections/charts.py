"""A ```chart block as a figure: which facts are drawn, its checked title, its small print and its description."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from report_builder.charts.chart import Chart, Panel, Point, Series
from report_builder.charts.describe import alt_text, table_of
from report_builder.document.blocks import Attachment, Block, FigureBlock, Run, TableBlock, TableCell
from report_builder.facts.fact import Fact
from report_builder.facts.family import Axis, Family
from report_builder.sections.captions import place_of, shortfall_notes, source_line, subtitle_of
from report_builder.sections.composition import Composition
from report_builder.sections.fences import ChartFence, Placed
from report_builder.sections.parts import caveat_of
from report_builder.sections.points import legend, point
from report_builder.sections.resolve import Said, fact_named, say
from report_builder.tables.dataset import Member

TITLE_WORDS = 10


def figure_block(placed: Placed, fence: ChartFence, c: Composition) -> tuple[Block, ...]:
    """The chart with all that stands around it; nothing where its facts cannot be found."""
    panels = _panels(placed, fence, c)
    facts = _drawn(panels, c)
    if not panels or not facts:
        return ()
    if not _sound(placed, fence, panels, facts, c):
        return ()
    said = say(placed.texts.get("title", ()), c, "compact")
    _check_title(said, placed, c)
    subtitle = _subtitle(placed, fence, facts, c)
    points = [p for panel in panels for s in panel.series for p in s.points]
    chart = Chart(fence.draw, panels, c.view.language.say("no figure"), legend(points, c))
    c.charts += 1
    caveats = [caveat_of(f, c) for k, f in said.owed.items() if k not in said.paid]
    caveats += [note for note in shortfall_notes(facts, c) if not any(note in k or k in note for k in caveats)]
    block = FigureBlock(
        number=c.charts,
        title=said.final(),
        subtitle=subtitle,
        chart=chart,
        alt=_alt(placed, fence, chart, said.text, subtitle, c),
        caveats=tuple(dict.fromkeys(x for x in caveats if x)),
        source=source_line(facts, c),
        data=_attachment(c.charts, chart, said.text),
        where=placed.where,
    )
    for fact in facts:
        c.use(fact, placed.where)
    return (block, *_data_table(fence, block, chart, c))


def _alt(placed: Placed, fence: ChartFence, chart: Chart, title: str, subtitle: str, c: Composition) -> str:
    if fence.alt.strip() == "automatic":
        return alt_text(chart, title, subtitle)
    text = say(placed.texts.get("alt", ()), c, "prose").text
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


def _subtitle(placed: Placed, fence: ChartFence, facts: Sequence[Fact], c: Composition) -> str:
    if fence.subtitle:
        return say(placed.texts.get("subtitle", ()), c, "compact").text
    places = list(dict.fromkeys(place_of(f, c) for f in facts))
    return subtitle_of(facts, places[0] if len(places) == 1 else c.view.place.name, c)


def _attachment(number: int, chart: Chart, title: str) -> Attachment:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[safe_cell(x) for x in row] for row in table_of(chart)])
    return Attachment(f"chart-{number}.csv", "text/csv", out.getvalue().encode("utf-8"), f"The figures behind: {title}")


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers, negative ones too, stay as they are."""
    body = text.lstrip()
    is_number = body.lstrip("+-−").replace(",", "").replace(".", "").isdigit()
    return f"'{text}" if body[:1] in ("=", "+", "-", "@") and not is_number else text


def _data_table(fence: ChartFence, block: FigureBlock, chart: Chart, c: Composition) -> tuple[TableBlock, ...]:
    if not fence.table:
        return ()
    head, *rows = table_of(chart)
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
    families = []
    for name in fence.fact:
        fact = c.view.facts.families.get(name.partition("[")[0])
        if fact is None:
            fact_named(name, placed.at("fact"), c)
            return ()
        families.append(fact)
    family = families[0]
    for key, wanted in (
        ("across", fence.across),
        ("down", fence.down),
        ("one_panel_for_each", fence.one_panel_for_each),
    ):
        if wanted and family.axis(wanted) is None:
            known = ", ".join(a.name for a in family.axes) or "nothing"
            c.report("G020", f'"{family.name}" is not by "{wanted}"', placed.at(key), help=f"it is by {known}")
            return ()
    if not fence.one_panel_for_each:
        return (Panel("", _series(families, fence, {}, c)),)
    axis = family.axis(fence.one_panel_for_each)
    members = _parts(axis, fence) if axis else ()
    return tuple(Panel(m.name, _series(families, fence, {fence.one_panel_for_each: m.id}, c)) for m in members)


def _parts(axis: Axis, fence: ChartFence) -> tuple[Member, ...]:
    wanted = {m.id for word in fence.only if (m := axis.find(word))}
    return tuple(m for m in axis.parts() if not wanted or m.id in wanted)


def _series(families: Sequence[Family], fence: ChartFence, given: dict[str, str], c: Composition) -> tuple[Series, ...]:
    family = families[0]
    along = family.axis(fence.across or fence.down)
    if along is None:
        points = tuple(_point_of(f, f.spec.short or f.spec.label, given, fence, c) for f in families)
        return (Series(family.spec.label, points),)
    if fence.draw == "dots":
        return _two_periods(family, along, fence, given, c)
    if fence.draw == "lines" and fence.across and fence.down and (by := family.axis(fence.down)):
        return tuple(
            Series(m.name, _along(family, along, {**given, by.name: m.id}, fence, c), m.id == _id(by, fence.highlight))
            for m in _parts(by, fence)
        )
    return tuple(
        Series(
            f.spec.short or f.spec.label,
            _along(f, along, given, fence, c),
            fence.highlight == f.name or (fence.draw == "lines" and len(families) == 1),
        )
        for f in families
    )


def _id(axis: Axis, word: str) -> str:
    member = axis.find(word) if word else None
    return member.id if member else ""


def _along(family: Family, axis: Axis, given: dict[str, str], fence: ChartFence, c: Composition) -> tuple[Point, ...]:
    members = axis.members if axis.name == "year" else _parts(axis, fence)
    marked = _id(axis, fence.highlight)
    points = []
    for m in members:
        fact = c.view.facts.find(family.name, (), {**given, axis.name: m.id})
        if isinstance(fact, Fact):
            points.append(point(fact, m.name, c, m.id == marked))
    if fence.order == "largest first" or (fence.draw == "bars" and not fence.order and axis.name != "year"):
        points.sort(key=lambda p: -(p.value if p.value is not None else -1.0))
    return tuple(points)


def _two_periods(
    family: Family, axis: Axis, fence: ChartFence, given: dict[str, str], c: Composition
) -> tuple[Series, ...]:
    years = family.axis("year")
    if years is None:
        return ()
    out = []
    for word in (fence.from_ or "first", fence.to or "latest"):
        year = years.find(word)
        if year is not None:
            out.append(
                Series(
                    year.name, _along(family, axis, {**given, "year": year.id}, _as_listed(fence), c), word == fence.to
                )
            )
    return tuple(out)


def _as_listed(fence: ChartFence) -> ChartFence:
    """The same chart in the order its rows are listed in, so that both periods stand in one order."""
    return fence.model_copy(update={"order": "as listed"})


def _point_of(family: Family, label: str, given: dict[str, str], fence: ChartFence, c: Composition) -> Point:
    fact = c.view.facts.find(family.name, (), given)
    if isinstance(fact, Fact):
        return point(fact, label, c, fence.highlight == family.name)
    return Point(label, None, "")


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
    if axis is not None and (axis.overlapping or not axis.complete):
        why = "its parts overlap" if axis.overlapping else "only some of its parts are listed"
        c.report("G022", f"{why}, so it cannot be drawn as parts of a whole", placed.at("draw"), help="draw: bars")
        return False
    sums = [sum(p.value or 0.0 for s in panel.series for p in s.points) for panel in panels]
    whole = 100.0 if units == {"percent"} else None
    if whole is not None and any(abs(x - whole) > len(facts) / 2 for x in sums):
        c.report(
            "G023",
            f"its parts add up to {sums[0]:g} per cent",
            placed.at("fact"),
            help="draw: bars, or add the missing part",
        )
        return False
    if any(p.value is None for panel in panels for s in panel.series for p in s.points):
        c.report("G024", "a part has no figure, so the whole is not known", placed.at("fact"), help="draw: bars")
        return False
    return True

"""The cover: the whole page in the brand's colour, the headline above, the one number below."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from report_builder.brand.theme import Theme
from report_builder.document.blocks import Cover, Hero, Run
from report_builder.pdf.canvas import TaggedCanvas
from report_builder.pdf.figures import picture
from report_builder.pdf.flowables import Bar, Box, Group, Item, Picture, Text, items, stacked
from report_builder.pdf.lines import break_lines, natural_width
from report_builder.pdf.setting import Setting, baseline
from report_builder.pdf.structure import Element
from report_builder.pdf.styles import Styles, Type, steps_down
from report_builder.problems import problem

_HEADLINE_LINES = 4  # more than these, and the next smaller step is tried


class CoverPage(Struct):
    """The cover laid out: boxes at x and top from the page's own top left corner."""

    parts: list[tuple[float, float, Box]]
    facts: tuple[str, ...]
    file: str = ""

    def paint(self, canvas: TaggedCanvas) -> None:
        canvas.file = self.file
        for x, top, box in self.parts:
            box.paint(canvas, x, canvas.height_pt - top)
        for fact in self.facts:
            canvas.prints(fact)


class _Look(Struct, frozen=True):
    """How the words above are set: the first paragraph of the standfirst, and what else there is of it."""

    headline: Type
    standfirst: Type
    more: Type
    headline_measure: float
    standfirst_measure: float


def cover(block: Cover, parent: Element, setting: Setting) -> CoverPage:
    """The cover's parts; what does not fit at the smallest step is a problem."""
    styles = setting.styles
    page = styles.theme.page
    section = parent.add("Sect")
    parts: list[tuple[float, float, Box]] = [(0.0, 0.0, Bar(page.width, page.height, styles.theme.colours.primary))]
    logo = _logo(section, setting)
    top = page.top
    if logo is not None:
        parts.append((page.left, top, logo))
        top += logo.height
    top += styles.cover_space
    words_of = [section.add(role) for role in (["P"] if block.kicker else []) + ["H1"]]
    standfirst_of = [section.add("P") for _ in block.standfirst]
    hero = _hero(block.hero, block, section, setting) if block.hero else None
    foot = stacked(_foot(block, section, setting))
    foot_top = page.height - page.bottom - foot.height
    end = foot_top - styles.cover_space - (hero.height + styles.cover_space if hero else 0.0)
    look = _Look(styles.headline, styles.cover_lead, styles.cover_body, styles.column, styles.cover_measure)
    words = _words(block, words_of, standfirst_of, setting, end - top, look)
    parts.append((page.left, top, words))
    if hero is not None:
        parts.append((page.left, foot_top - styles.cover_space - hero.height, hero))
    parts.append((page.left, foot_top, foot))
    if top + words.height > end:
        setting.problems.append(
            problem(
                "L005",
                "the words of the cover do not fit on it",
                block.where,
                help="shorten the headline or the standfirst, or leave out some of the lines at its foot",
            )
        )
    facts = tuple(r.fact for runs in (block.headline, *block.standfirst) for r in runs if r.fact)
    hero_fact = (block.hero.fact,) if block.hero and block.hero.fact else ()
    return CoverPage(parts, facts + hero_fact, block.where.file if block.where else "")


def head(block: Cover, parent: Element, setting: Setting) -> Item:
    """The cover as the head of a page of text: a band of the brand's colour from edge to edge."""
    setting = replace(setting, styles=replace(setting.styles, step=1))
    styles = setting.styles
    page, colours = styles.theme.page, styles.theme.colours
    section = parent.add("Sect")
    logo = _logo(section, setting)
    words_of = [section.add(role) for role in (["P"] if block.kicker else []) + ["H1"]]
    standfirst_of = [section.add("P") for _ in block.standfirst]
    measure = styles.column - (logo.width + styles.gutter if logo else 0.0)
    look = _Look(styles.head_headline, styles.cover_body, styles.cover_small, measure, styles.column)
    words = _words(block, words_of, standfirst_of, setting, page.height / 4, look)
    told = " · ".join(part for part in (block.publisher, block.date) if part)
    line = setting.text(told, styles.cover_small, section.add("P"), styles.column, block.where)
    foot = words.height + styles.space(0.75)
    height = foot + line.height + styles.space(1.0)
    parts: list[tuple[float, float, Box]] = [
        (-page.left, -page.top, Bar(page.width, page.top + height, colours.primary)),
        (0.0, 0.0, words),
        (0.0, foot, line),
    ]
    if logo is not None:
        parts.append((styles.column - logo.width, 0.0, logo))
    item = Item(Group(parts, height), after=styles.space(1.25), where=block.where)
    item.facts = tuple(r.fact for runs in (block.headline, *block.standfirst) for r in runs if r.fact)
    return item


def _logo(section: Element, setting: Setting) -> Picture | None:
    theme = setting.styles.theme
    logo = theme.logo_reverse
    if logo is None:
        return None
    width, height = setting.styles.logo
    scale = min(width / logo.drawing.width_pt, height / logo.drawing.height_pt)
    return Picture(section.add("Figure", alt=logo.alt), logo.drawing, scale)


def _words(
    block: Cover, heads: list[Element], standfirst: list[Element], setting: Setting, room: float, look: _Look
) -> Group:
    """Kicker, headline and standfirst, the headline at the largest step at which all of it fits in `room` points."""
    styles = setting.styles
    kicker: list[Item] = []
    if block.kicker:
        text = setting.text(block.kicker, styles.cover_kicker, heads[0], styles.column, block.where)
        kicker = items(text, after=styles.space(0.5))
    rest: list[Item] = []
    for owner, runs in zip(standfirst, block.standfirst, strict=True):
        style = look.more if rest else look.standfirst
        text = setting.text(runs, style, owner, look.standfirst_measure, block.where)
        rest += items(text, before=styles.space(0.5 if rest else 1.25))
    for style in (look.headline.at(s) for s in steps_down(look.headline.size, styles.theme.scale.h1 * 0.85)):
        pieces = setting.pieces(block.headline, style, heads[-1])
        broken = break_lines(pieces, look.headline_measure, balanced=style.balanced)
        text = Text(broken.lines, style.leading, baseline(style))
        group = stacked([*kicker, *items(text), *rest])
        if group.height <= room and len(broken.lines) <= _HEADLINE_LINES and not broken.too_wide:
            return group
    if group.height > room or broken.too_wide:
        setting.problems.append(
            problem(
                "L003",
                f"the headline of {sum(len(r.text) for r in block.headline)} characters does not fit on the cover",
                block.where,
                "it was tried at every size the cover has for it",
                help="shorten it to 200 characters or fewer, without very long words",
            )
        )
    return group


def _hero(hero: Hero, block: Cover, section: Element, setting: Setting) -> Group:
    """The number as large as its half of the page allows, what it is and its caution; beside it its trend."""
    styles = setting.styles
    left = styles.column if hero.trend is None else styles.hero_width
    owner = section.add("P")
    sizes = steps_down(styles.hero.size, styles.theme.scale.h1)
    size = next((s for s in sizes if _wide(hero, styles.hero.at(s), owner, setting) <= left), sizes[-1])
    style = styles.hero.at(size)
    words = setting.text((Run(hero.number, fact=hero.fact),), style, owner, left, block.where)
    column = items(words, whole=True)
    label = setting.text(hero.label, styles.hero_label, section.add("P"), min(left, styles.measure), block.where)
    column += items(label, before=styles.space(0.25))
    if hero.caveat:
        text = setting.text(hero.caveat, styles.cover_small, section.add("P"), min(left, styles.measure), block.where)
        column += items(text, before=styles.space(0.5))
    group = stacked(column)
    if hero.trend is not None:
        _beside(hero, block, group, section, setting)
    return group


def _wide(hero: Hero, style: Type, owner: Element, setting: Setting) -> float:
    return natural_width(setting.pieces(hero.number, style, owner))


def trend_width(theme: Theme) -> float:
    """The width in points at which the trend beside the cover's number is to be drawn."""
    styles = Styles(theme)
    return styles.column - styles.hero_width - styles.gutter


def _beside(hero: Hero, block: Cover, group: Group, section: Element, setting: Setting) -> None:
    """Puts the trend at the right of the hero's number, its foot level with the foot of the words."""
    if hero.trend is None:
        return
    styles, colours = setting.styles, setting.styles.theme.colours
    width = trend_width(styles.theme)
    x = styles.column - width
    chart = picture(hero.trend, hero.trend_alt, section, setting, width, block.where)
    if chart is None:
        return
    column: list[Item] = [Item(chart)]
    if hero.trend_caption:
        text = setting.text(hero.trend_caption, styles.cover_small, section.add("P"), width, block.where)
        column += items(text, before=styles.space(0.375))
    trend = stacked(column)
    height = max(group.height, trend.height)
    if not hero.trend.reverse:
        pad = styles.gutter / 2
        ground = Bar(chart.width + 2 * pad, chart.height + 2 * pad, colours.paper)
        group.parts.append((x - pad, height - trend.height - pad, ground))
    group.parts = [(dx, dy + height - group.height, box) for dx, dy, box in group.parts]
    group.parts.append((x, height - trend.height, trend))
    group.height = height


def _foot(block: Cover, section: Element, setting: Setting) -> list[Item]:
    styles, colours = setting.styles, setting.styles.theme.colours
    rule = Item(Bar(styles.column, styles.rule_light, colours.on_primary_muted), after=styles.space(0.5))
    between = " · " if block.publisher and block.date else ""
    runs = (Run(block.publisher, bold=True), Run(between + block.date))
    text = setting.text(runs, styles.cover_body, section.add("P"), styles.column, block.where)
    out = [rule, *items(text)]
    for line in block.lines:
        text = setting.text(line, styles.cover_small, section.add("P"), styles.column, block.where)
        out += items(text, before=styles.space(0.125))
    for other in setting.others:
        text = setting.text((other,), styles.cover_body, section.add("P"), styles.column)
        out += items(text, before=styles.space(0.5))
    return out

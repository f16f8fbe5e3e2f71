"""The head of the page: the brand's colour, the headline, and the one number."""

from __future__ import annotations

from report_builder.document.blocks import Cover, Hero
from report_builder.html.figures import pictures
from report_builder.html.markup import Element, add, element
from report_builder.html.picture import Picture
from report_builder.html.setting import Setting
from report_builder.html.text import large


def cover(block: Cover, setting: Setting) -> Element:
    """The cover as the page's banner."""
    inner = element("div", class_="column")
    logo = setting.theme.logo_reverse
    if logo is not None:
        inner.append(Picture("logo", logo.alt, "", setting.theme, True, "logo").of(logo.drawing))
    if block.kicker:
        inner.append(element("p", block.kicker, class_="kicker"))
    inner.append(setting.block("h1", block.headline))
    for n, runs in enumerate(block.standfirst):
        inner.append(setting.block("p", runs, class_="standfirst lead" if n == 0 else "standfirst"))
    add(inner, setting.flagged(block.headline, *block.standfirst))
    if block.hero is not None:
        inner.append(_hero(block.hero, block, setting))
    foot = element("div", class_="foot")
    between = " · " if block.publisher and block.date else ""
    foot.append(element("p", element("strong", block.publisher), between + block.date))
    add(foot, (element("p", line, class_="small") for line in block.lines))
    inner.append(foot)
    return element("header", inner, class_="cover")


def title(words: str) -> Element:
    """The banner of a report without a cover."""
    return element("header", element("div", element("h1", words), class_="column"), class_="cover")


def _hero(hero: Hero, block: Cover, setting: Setting) -> Element:
    """The number as large as there is room for, what it is and its caution; beside it its trend."""
    said = element("div", large(hero.number, hero.fact), element("p", hero.label, class_="label"), class_="said")
    if hero.caveat:
        said.append(element("p", hero.caveat, class_="small"))
    made = element("div", said, class_="hero")
    if hero.trend is not None:
        reverse = hero.trend.reverse
        drawn = pictures(hero.trend, hero.label, hero.trend_alt, "trend", setting, block.where, reverse)
        trend = element("figure", *drawn, class_="trend" if reverse else "trend on-paper")
        if hero.trend_caption:
            trend.append(element("figcaption", hero.trend_caption, class_="small"))
        made.append(trend)
    return made

"""The brand in the style of the page."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from report_builder.brand.dark import dark
from report_builder.html.style import stylesheet
from webpage.pages import theme


def test_colours_and_sizes_are_the_brand_s() -> None:
    """For light and dark screens; another brand makes another style."""
    css, colours = stylesheet(theme(), ""), theme().colours
    light, night = css.split("prefers-color-scheme: dark", 1)
    assert f"--primary: {colours.primary};" in light
    assert f"--primary: {dark(colours).primary};" in night.split("}", 1)[0]
    assert "--size-body: 1.125rem;" in light
    other = replace(theme(), colours=replace(colours, accent="#123456"))
    assert "--accent: #123456;" in stylesheet(other, "")


def test_no_colour_stands_in_the_style_sheet() -> None:
    """All but the brand's properties are of no colour of their own."""
    css = stylesheet(theme(), "")
    rest = css.split("\n", 4)[-1]
    assert [] == re.findall(r"#[0-9a-fA-F]{3,8}\b", rest)


@given(st.text())
def test_no_mark_ends_the_string_it_stands_in(mark: str) -> None:
    """Whatever a mark says, braces, quotation marks and tags are escaped."""
    page = stylesheet(theme(), mark).partition("@page { @top-left")[2].partition("color:")[0]
    assert [] == re.findall(r"[<>{}\n]", page.partition("content:")[2])
    assert page == "" or 2 == page.count('"')


def test_headings_in_the_family_of_the_text_are_set_in_it() -> None:
    """A brand of one family has no "display" in the page: its faces are called "text", which comes before a serif."""
    asked = re.findall(r"[\s\d]display, ([\w-]+)", stylesheet(theme(), ""))
    assert asked
    assert {"text"} == set(asked)

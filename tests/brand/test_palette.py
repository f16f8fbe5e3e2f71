"""Names of colours are looked up as the format says, and circles are found."""

from __future__ import annotations

import pytest
import yaml

from report_builder.brand.palette import Palette, palette
from report_builder.brand.read import read_brand
from report_builder.problems import Problem


def colours(text: str) -> tuple[Palette, list[Problem]]:
    """The palette of a brand file's text."""
    brand, _ = read_brand(yaml.safe_load(text), "_brand.yml")
    assert brand is not None
    found, problems = palette(brand, "_brand.yml")
    return found, list(problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{primary: blue, palette: {blue: '#447099'}}", "#447099"),
        ("{primary: blue}", "#0000ff"),
        ("{primary: secondary, secondary: sea, palette: {sea: deep, deep: '#012345'}}", "#012345"),
        ("{primary: primary, palette: {primary: '#012345'}}", "#012345"),
        ("{primary: light, light: '#111111', palette: {light: '#222222'}}", "#111111"),
        ("{primary: navy, palette: {navy: navy}}", "#000080"),
        ("{primary: {light: red, dark: pink}}", "#ff0000"),
    ],
)
def test_looks_names_up(text: str, expected: str) -> None:
    """In `color`, then in the palette, then among CSS names."""
    found, problems = colours(f"color: {text}")
    assert [] == problems
    assert expected == found.uses["primary"]


def test_a_circle_is_named_once_for_each_of_its_members() -> None:
    """The chain is in the message, and who only leads into the circle is not blamed."""
    _, problems = colours("color: {primary: a, palette: {a: b, b: a}}")
    assert ["B011", "B011"] == [p.code for p in problems]
    assert '"a" is named after itself: a -> b -> a' == problems[0].message


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("{primary: '447099'}", 'did you mean "#447099", in quotes?'),
        ("{primary: notacolour}", 'write it as "#1f3a4d"'),
        ("{primary: tael, palette: {teal: '#008080'}}", 'did you mean "teal"?'),
    ],
)
def test_what_is_no_colour_is_an_error_with_a_way_out(text: str, help: str) -> None:
    """The help knows the slip."""
    _, problems = colours(f"color: {text}")
    assert ["B010"] == [p.code for p in problems]
    assert help in problems[0].help


def test_a_wrong_colour_is_told_once() -> None:
    """Those that refer to it are not blamed too."""
    _, problems = colours("color: {primary: sea, secondary: sea, palette: {sea: wet}}")
    assert [("B010", ("color", "palette", "sea"))] == [(p.code, p.where.key) for p in problems if p.where]


def test_a_see_through_colour_is_made_solid_and_told() -> None:
    """It is printed as it looks on white."""
    found, problems = colours("color: {primary: '#00000080'}")
    assert ["B014"] == [p.code for p in problems]
    assert "#7f7f7f" == found.uses["primary"]


def test_colours_of_type_are_checked_too() -> None:
    """A wrong colour of headings is an error at its place."""
    _, problems = colours("typography: {headings: {color: nocolour}}")
    assert [("typography", "headings", "color")] == [p.where.key for p in problems if p.where]

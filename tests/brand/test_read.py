"""The brand file is read as the format says, and every fault in it is named at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from report_builder.brand.model import Brand
from report_builder.brand.palette import palette
from report_builder.brand.read import read_brand
from report_builder.problems import Problem

EXAMPLES = Path(__file__).parents[2] / "../shared/data/brand-yml-examples"
FILES = sorted(p for p in EXAMPLES.glob("*.yml") if p.name not in ("brand.schema.yml", "spec_brand.yml"))
EXAMPLE = Path(__file__).parents[2] / "assets/brand/_brand.yml"
NEEDS_EXAMPLES = pytest.mark.skipif(not FILES, reason="the sibling folder ../shared with brand files is not here")


def read(text: str) -> tuple[Brand, list[Problem]]:
    """The brand in YAML text and its problems."""
    brand, problems = read_brand(yaml.safe_load(text), "_brand.yml")
    assert brand is not None
    return brand, list(problems)


@NEEDS_EXAMPLES
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_reads_the_formats_own_examples(path: Path) -> None:
    """Brand files as their owners wrote them are read without a problem."""
    assert [] == read(path.read_text("utf-8"))[1]


@NEEDS_EXAMPLES
@pytest.mark.filterwarnings("ignore")  # the oracle's own deprecations
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_agrees_with_the_formats_own_reader(path: Path) -> None:
    """Names and colours come out as the package brand-yml resolves them."""
    oracle = pytest.importorskip("brand_yml").Brand.from_yaml_str(path.read_text("utf-8"))
    brand, _ = read(path.read_text("utf-8"))
    if oracle.meta and oracle.meta.name:
        assert (oracle.meta.name.short or oracle.meta.name.full) == brand.name
    if oracle.color:
        ours, problems = palette(brand, "_brand.yml")
        assert () == problems
        css = {"blue": "#0000ff"}
        theirs = {use: css.get(value, value).lower() for use, value in oracle.color.to_dict("theme").items()}
        assert theirs == ours.uses
        assert {name: value.lower() for name, value in (oracle.color.palette or {}).items()} == ours.named


@pytest.mark.parametrize("data", [None, {}, {"meta": None, "color": None, "typography": {"base": None}}])
def test_an_empty_file_is_a_brand(data: object) -> None:
    """Nothing has to be said; keys with nothing after them are as if left out."""
    assert (Brand(), ()) == read_brand(data, "_brand.yml")


def test_shorthand_is_written_out() -> None:
    """A lone string stands for the first key of its group."""
    brand, problems = read("{meta: {name: A, link: https://a.example}, logo: a.svg, typography: {base: Open Sans}}")
    assert [] == problems
    assert brand.logo.medium is not None
    assert brand.logo.medium.light is not None
    assert ("A", "https://a.example", "a.svg", "Open Sans") == (
        brand.meta.name.full,
        brand.meta.link.home,
        brand.logo.medium.light.path,
        brand.typography.base.family,
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [("600", (600,)), ("semi-bold", (600,)), ("[400, bold]", (400, 700)), ("600..900", (600, 700, 800, 900))],
)
def test_weights_are_numbers_names_lists_and_ranges(written: str, expected: tuple[int, ...]) -> None:
    """All four notations of the format come to numbers."""
    brand, problems = read(f"typography: {{fonts: [{{family: X, source: google, weight: {written}}}]}}")
    assert [] == problems
    assert expected == brand.typography.fonts[0].weight


@pytest.mark.parametrize(
    ("text", "code", "key", "help"),
    [
        ("{colour: {primary: red}}", "B002", ("colour",), 'did you mean "color"?'),
        ("{color: {primry: red}}", "B002", ("color", "primry"), 'did you mean "primary"?'),
        ("{logo: {images: {a: {path: x, atl: y}}}}", "B002", ("logo", "images", "a", "atl"), 'did you mean "alt"?'),
        ("{typography: {base: {line_height: 1}}}", "B002", ("typography", "base", "line_height"), '"line-height"?'),
        ("{typography: {fonts: [{familly: X}]}}", "B002", ("typography", "fonts", 0, "familly"), '"family"?'),
        ("{typography: {fonts: [{source: bunny}]}}", "B004", ("typography", "fonts", 0), 'add a line "family: ..."'),
        ("{typography: {fonts: [{family: X, source: file}]}}", "B003", ("typography", "fonts", 0), "files"),
        ("{typography: {fonts: {family: X}}}", "B003", ("typography", "fonts"), "hyphen"),
        ("{typography: {base: {weight: heavy}}}", "B003", ("typography", "base", "weight"), "semi-bold"),
        ("{typography: {headings: {style: wavy}}}", "B003", ("typography", "headings", "style"), '"italic"'),
        ("{meta: {name: [a]}}", "B003", ("meta", "name"), "settings"),
        ("{color: {primary: }}", "B010", ("color", "primary"), "comment"),
        ("{typography: {headings: {color: }}}", "B010", ("typography", "headings", "color"), "comment"),
        ("{color: {palette: {blue: }}}", "B010", ("color", "palette", "blue"), "comment"),
    ],
)
def test_a_fault_is_named_at_its_place(text: str, code: str, key: tuple[str | int, ...], help: str) -> None:
    """The key path leads into the file, and the help says what to write."""
    _, problems = read(text)
    found = next(p for p in problems if p.code == code)
    assert found.where is not None
    assert key == found.where.key
    assert help in found.help


@pytest.mark.parametrize("data", ["a title", ["a"], 7])
def test_a_file_without_settings_is_refused(data: object) -> None:
    """Nothing can be read from it."""
    brand, problems = read_brand(data, "_brand.yml")
    assert (None, ["B001"]) == (brand, [p.code for p in problems])


def test_a_fault_does_not_hide_what_is_right() -> None:
    """The parts that are right are kept, so that they are checked in the same run, and all faults are told at once."""
    brand, problems = read("{meta: {name: A}, color: {primary: navy, wrong: x}, typography: {fonts: [{family: [1]}]}}")
    assert ["B002", "B003"] == [p.code for p in problems]
    assert "A" == brand.name
    assert brand.color.primary is not None


@pytest.mark.parametrize("path", [*FILES, EXAMPLE], ids=lambda path: path.stem)
def test_the_schema_for_editors_takes_what_is_read(path: Path) -> None:
    """Shorthand is in the JSON Schema too, so no editor underlines a brand file that is right."""
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(Brand.model_json_schema())
    assert [] == [error.message for error in validator.iter_errors(yaml.safe_load(path.read_text("utf-8")))]

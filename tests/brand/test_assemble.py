"""A brand folder becomes a theme that is always complete, and everything in it that has no effect is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from report_builder.brand.assemble import Assembled, assemble
from report_builder.brand.folder import Folder
from report_builder.problems import CODES, Severity

from .made import make_font

ROOT = Path(__file__).parents[2]
BRAND = ROOT / "assets/brand"
EXAMPLES = ROOT / "../shared/data/brand-yml-examples"
FILES = sorted(p for p in EXAMPLES.glob("*.yml") if p.name not in ("brand.schema.yml", "spec_brand.yml"))
LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'
Make = Callable[[Mapping[str, bytes]], Folder]


def told(found: Assembled) -> list[str]:
    """The codes of the problems."""
    return [p.code for p in found.problems]


def on_disk(root: Path) -> Folder:
    """A brand folder as the project's loader gives it."""
    fonts = tuple(p.relative_to(root).as_posix() for p in sorted((root / "fonts").iterdir()))

    def read(path: str) -> bytes | None:
        return (root / path).read_bytes() if (root / path).is_file() else None

    return Folder("assets/brand/_brand.yml", read, fonts, root)


def test_the_example_brand_has_no_problem() -> None:
    """It is the model for others: own fonts, both logos, its colours as they are."""
    found = assemble(yaml.safe_load((BRAND / "_brand.yml").read_text("utf-8")), on_disk(BRAND), strict=True)
    theme = found.theme
    assert () == found.problems
    assert ("Example Campaign", "#123b4a", "#bf3f28") == (theme.name, theme.colours.primary, theme.colours.accent)
    assert ("Source Sans Pro", "Source Serif Pro") == (theme.text.regular.family, theme.display.regular.family)
    assert theme.logo is not None
    assert theme.logo_reverse is not None
    assert all(face.path.is_relative_to(BRAND) for face in (*theme.text.every(), *theme.display.every()))


def test_the_example_fonts_are_those_of_the_packages() -> None:
    """The files are unmodified, as their licence and README say."""
    from report_builder.brand import shipped

    packaged = {
        one.path.name: one.path.read_bytes()
        for one in (*shipped.faces(shipped.SANS, (400, 600, 700)), *shipped.faces(shipped.SERIF, (400, 600, 700)))
    }
    assert packaged == {path.name: path.read_bytes() for path in (BRAND / "fonts").glob("*.ttf")}


@pytest.mark.parametrize("data", [None, {"meta": {"name": "A"}}])
def test_a_minimal_brand_is_complete(data: object, folder: Make) -> None:
    """Nothing to tell, and good defaults: five faces each, page A4, a column of 170 mm."""
    found = assemble(data, folder({}))
    assert [] == told(found)
    assert ["SourceSansPro-Regular.ttf", "SourceSansPro-Bold.ttf", "SourceSansPro-It.ttf"] == [
        face.path.name for face in found.theme.text.every()[:3]
    ]
    assert "SourceSerifPro-Semibold.ttf" == found.theme.display.semibold.path.name
    assert 170.0 == pytest.approx(found.theme.page.column * 25.4 / 72)


def test_letter_is_a_page_of_its_own(folder: Make) -> None:
    """Eight and a half by eleven inches."""
    page = assemble(None, folder({}), page="Letter").theme.page
    assert (612.0, 792.0) == (page.width, page.height)


@pytest.mark.skipif(not FILES, reason="the sibling folder ../shared with brand files is not here")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_brands_from_elsewhere_become_themes(path: Path, folder: Make) -> None:
    """Without their files there are only missing files to tell as errors, each setting once."""
    found = assemble(yaml.safe_load(path.read_text("utf-8")), folder({}))
    assert {"B031", "B050"} >= {p.code for p in found.problems if p.severity is Severity.ERROR}
    places = [(p.code, p.where.key) for p in found.problems if p.where]
    assert len(places) == len(set(places))


def test_fonts_in_the_folder_are_found_by_what_they_say(folder: Make) -> None:
    """A family from Google is found under any file name, its weights and slopes in the right places."""
    files = {
        "fonts/a.ttf": make_font("Test Sans", "Regular", 400),
        "fonts/b.ttf": make_font("Test Sans", "Bold", 700),
        "fonts/c.ttf": make_font("Test Sans", "Italic", 400, italic=True),
        "fonts/d.ttf": make_font("Test Sans", "Bold Italic", 700, italic=True),
        "fonts/e.ttf": make_font("test sans", "Semibold", 600),
        "fonts/other.ttf": make_font("Other"),
    }
    data = {"typography": {"fonts": [{"family": "Test Sans", "source": "google"}], "base": "Test Sans"}}
    found = assemble(data, folder(files))
    text = found.theme.text
    assert [] == [code for code in told(found) if code != "B041"]
    assert ["a", "b", "c", "d", "e"] == [
        face.path.stem for face in (text.regular, text.bold, text.italic, text.bold_italic, text.semibold)
    ]
    assert text == found.theme.display


def test_the_brand_file_says_what_a_font_file_is(folder: Make) -> None:
    """A weight and style written there are stronger than what the file says of itself."""
    fonts = [
        {"path": "a.ttf", "weight": "bold", "style": "italic"},
        {"path": "b.ttf"},
    ]
    data = {"typography": {"fonts": [{"family": "X", "source": "file", "files": fonts}], "base": "X"}}
    text = assemble(data, folder({"a.ttf": make_font("X"), "b.ttf": make_font("X")})).theme.text
    assert ("a.ttf", "b.ttf") == (text.bold_italic.path.name, text.regular.path.name)


def _one_font(path: str) -> dict[str, object]:
    return {"typography": {"fonts": [{"family": "X", "source": "file", "files": [path]}], "base": "X"}}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("fonts/none.ttf", "B031"),
        ("../../secret.ttf", "B037"),
        ("fonts/../../x.ttf", "B037"),
        ("/etc/x.ttf", "B037"),
        ("C:\\Windows\\Fonts\\arial.ttf", "B037"),
        ("https://example.org/x.ttf", "B038"),
        ("//example.org/x.ttf", "B038"),
        ("fonts/web.woff2", "B033"),
        ("fonts/locked.ttf", "B035"),
        ("fonts/bad.ttf", "B036"),
    ],
)
def test_a_font_that_cannot_be_used_is_named_and_stood_in_for(path: str, code: str, folder: Make) -> None:
    """The problem points at the path in the brand file, and the report still has type."""
    files = {
        "fonts/web.woff2": b"wOF2" + bytes(50),
        "fonts/locked.ttf": make_font(fs_type=2),
        "fonts/bad.ttf": b"bad",
        "../../secret.ttf": make_font("X"),
    }
    found = assemble(_one_font(path), folder(files))
    first = next(p for p in found.problems if p.code == code)
    assert first.where is not None
    assert ("typography", "fonts", 0, "files", 0) == first.where.key
    assert path in first.message
    assert "B030" in told(found)
    assert "Source Sans Pro" == found.theme.text.regular.family


def test_a_path_may_have_dots_and_backslashes_inside_the_folder(folder: Make) -> None:
    """Windows writes it so."""
    assert "B031" not in told(assemble(_one_font("fonts\\.\\x\\..\\a.ttf"), folder({"fonts/a.ttf": make_font("X")})))


def test_a_web_font_of_the_family_in_the_folder_is_named(folder: Make) -> None:
    """The designer put the files there, but of the wrong kind: that is the reason, not that there are none."""
    found = assemble(
        {"typography": {"base": "Open Sans"}}, folder({"fonts/OpenSans-Regular.woff2": b"wOF2" + bytes(9)})
    )
    assert ["B033", "B030"] == told(found)


@pytest.mark.parametrize("family", ["Source Sans Pro", "source sans 3", "SourceSansPro"])
def test_the_shipped_family_needs_no_files(family: str, folder: Make) -> None:
    """It comes with the package, under its newer name too."""
    found = assemble({"typography": {"base": family, "headings": "Source Serif Pro"}}, folder({}))
    assert [] == told(found)
    assert "Source Serif Pro" == found.theme.display.regular.family


def test_what_a_text_font_lacks_is_told(folder: Make) -> None:
    """No bold, no italic, digits of different widths, no Welsh letters: three warnings and nothing refused."""
    narrow = make_font("X", widths={"1": 300}, characters="".join(map(chr, range(0x20, 0x7F))))
    found = assemble({"typography": {"base": "X"}}, folder({"fonts/x.ttf": narrow}))
    assert ["B040", "B039", "B041"] == told(found)
    assert "no bold and no italic" in found.problems[0].message


def test_headings_have_the_weight_that_the_brand_says(folder: Make) -> None:
    """The display's semibold is the face for headlines."""
    data = {"typography": {"base": "Source Sans Pro", "headings": {"weight": "light"}}}
    assert 300 == assemble(data, folder({})).theme.display.semibold.weight


def test_logos_are_found_by_name_and_by_path(folder: Make) -> None:
    """With their own words, or else the brand's name."""
    logos = {"images": {"full": {"path": "l/a.svg", "alt": "Us"}}, "medium": {"light": "full", "dark": "l/b.svg"}}
    found = assemble({"meta": {"name": "A"}, "logo": logos}, folder({"l/a.svg": LOGO, "l/b.svg": LOGO}))
    assert [] == told(found)
    assert found.theme.logo is not None
    assert found.theme.logo_reverse is not None
    assert ("Us", "A") == (found.theme.logo.alt, found.theme.logo_reverse.alt)


@pytest.mark.parametrize(
    ("written", "code", "help"),
    [
        ("none.svg", "B050", "assets/brand/none.svg"),
        ("fulll", "B050", 'did you mean "full"?'),
        ("a.png", "B051", "SVG"),
        ("https://x.example/a.svg", "B038", "download"),
        ("../a.svg", "B037", "copy"),
        ("bad.svg", "B054", "export"),
    ],
)
def test_a_logo_that_cannot_be_used_is_named(written: str, code: str, help: str, folder: Make) -> None:
    """And the report goes without it."""
    data = {"meta": {"name": "A"}, "logo": {"images": {"full": "a.svg"}, "medium": written}}
    found = assemble(data, folder({"bad.svg": b"<svg"}))
    assert [code] == told(found)
    assert help in found.problems[0].help
    assert found.theme.logo is None


def test_a_logo_of_a_nameless_brand_needs_words(folder: Make) -> None:
    """A screen reader has to say something."""
    assert ["B055"] == told(assemble({"logo": "a.svg"}, folder({"a.svg": LOGO})))


def test_settings_without_effect_are_named_once_each(folder: Make) -> None:
    """So that nobody waits for them."""
    data = {
        "color": {"primary": {"light": "navy", "dark": "pink"}, "palette": {"x": {"light": "red", "dark": "blue"}}},
        "typography": {
            "base": {"size": "1rem", "line-height": 1.5},
            "headings": {"style": "italic", "color": "red"},
            "link": {"color": "red", "decoration": "underline"},
            "monospace": {"family": "Fira Code"},
            "monospace-block": {"size": "1em"},
        },
        "defaults": {"bootstrap": {"a": 1}},
        "template": "x",
    }
    found = assemble(data, folder({}))
    assert ["B020"] * 8 == told(found)
    assert {Severity.NOTE} == {p.severity for p in found.problems}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = ["meta", "logo", "color", "typography", "defaults", "name", "images", "palette", "primary", "fonts", "base"]
SHAPED = st.recursive(JSON, lambda inner: st.dictionaries(st.sampled_from(KEYS), inner, max_size=4), max_leaves=8)


@given(SHAPED)
def test_whatever_the_file_holds_there_is_a_theme(data: object) -> None:
    """Nothing raises; every problem has a code that is explained and a place that is in the file."""
    found = assemble(data, Folder("assets/brand/_brand.yml", lambda _: None, (), Path("/brand")))
    assert {p.code for p in found.problems} <= set(CODES)
    for one in found.problems:
        here = data
        for step in one.where.key if one.where else ():
            here = here[step]  # type: ignore[index]  # a place in the file is a place in the data

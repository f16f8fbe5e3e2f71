"""Pages in Chromium: WCAG 2.2 AA by axe-core, reflow, no request, no script, and paper."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from webpage.hostile import MARK
from webpage.pages import PAGES, page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# width in CSS pixels and device pixels to each; the third is a desktop of 1280 at 200 % zoom
VIEWS = {"telephone": (320, 2.0), "desktop": (1280, 1.0), "desktop at 200 %": (640, 2.0), "tablet": (768, 1.0)}
Scheme = Literal["light", "dark"]
Shown = Callable[..., Page]


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Shown]:
    """Opens a page; at a width, in light or dark, with or without scripts."""
    contexts = []

    def shown(name: str, view: str = "desktop", scheme: Scheme = "light", scripts: bool = True) -> Page:
        width, ratio = VIEWS[view]
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            device_scale_factor=ratio,
            color_scheme=scheme,
            java_script_enabled=scripts,
        )
        contexts.append(context)
        file = tmp_path / f"{name}.html"
        file.write_bytes(page(name))
        opened = context.new_page()
        opened.goto(file.as_uri())
        return opened

    yield shown
    for context in contexts:
        context.close()


@pytest.mark.parametrize("view", ["telephone", "desktop", "desktop at 200 %"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(show: Shown, name: str, scheme: Scheme, view: str) -> None:
    """WCAG 2.2 AA and axe's best practice, every disclosure open."""
    opened = show(name, view, scheme)
    opened.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = Axe().run(opened, options={"runOnly": {"type": "tag", "values": TAGS}}).response
    assert [] == [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]]
    assert len(found["passes"]) > 20


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways(show: Shown, name: str, view: str) -> None:
    """The page reflows; only the frame of a wide table scrolls (WCAG 2.2, 1.4.10)."""
    opened = show(name, view)
    opened.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert VIEWS[view][0] == opened.evaluate("document.documentElement.scrollWidth")
    # scrollWidth is silent on what is clipped: no box may reach over the edge but inside a frame that scrolls
    beyond = """[...document.querySelectorAll('main *, header *, footer *')].filter(e =>
        !e.closest('.scroll') && !e.closest('svg') && !e.closest('.heard')
        && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))"""
    assert [] == opened.evaluate(beyond)


@pytest.mark.parametrize("name", PAGES)
def test_letters_of_twice_the_size_fit(show: Shown, name: str) -> None:
    """A reader who sets letters, not the page, to 200 % loses nothing (WCAG 2.2, 1.4.4)."""
    opened = show(name, "desktop")
    opened.add_style_tag(content="html { font-size: 200% }")
    assert 1280 == opened.evaluate("document.documentElement.scrollWidth")


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_asked_of_anyone(browser: Browser, tmp_path: Path, name: str) -> None:
    """Opened, scrolled through and printed, a page makes no request but for itself and what it carries."""
    asked: list[str] = []

    def hear(request: Request) -> None:
        asked.append(request.url)

    file = tmp_path / f"{name}.html"
    file.write_bytes(page(name))
    context = browser.new_context(offline=True)
    context.on("request", hear)
    opened = context.new_page()
    opened.goto(file.as_uri())
    opened.evaluate("document.fonts.ready")
    opened.keyboard.press("End")
    opened.pdf()
    context.close()
    assert file.as_uri() in asked
    assert [] == [url[:60] for url in asked if url != file.as_uri() and not url.startswith("data:")]


def test_the_fonts_of_the_page_are_used(show: Shown) -> None:
    """What the page carries is what it is set in."""
    opened = show("example")
    loaded = opened.evaluate("document.fonts.ready.then(f => [...f].filter(x => x.status === 'loaded').length)")
    assert loaded >= 4
    assert opened.evaluate("document.fonts.check('700 30px display')")


def test_the_page_is_whole_without_scripts(show: Shown) -> None:
    """With scripts switched off everything is there, and a disclosure opens."""
    opened = show("example", scripts=False)
    assert opened.locator("main h2").first.is_visible()
    table = opened.locator("details table").first
    assert not table.is_visible()
    opened.locator("summary").first.click()
    assert table.is_visible()


def test_no_script_of_the_words_runs(show: Shown) -> None:
    """Markup and scripts in names are words; an address that is a script is no link."""
    opened = show("hostile")
    assert 0 == opened.locator("script").count()
    assert 0 == opened.locator("[href^='javascript' i]").count()
    assert "<b>Sons</b>" in opened.locator("#hostile").inner_text()


def test_the_keyboard_goes_past_the_cover(show: Shown) -> None:
    """The first stop is the skip link, seen when it has the focus, and it leads to the report."""
    opened = show("example")
    opened.keyboard.press("Tab")
    skip = opened.locator(".skip")
    assert skip.bounding_box() is not None
    assert (skip.bounding_box() or {"y": -1})["y"] >= 0
    opened.keyboard.press("Enter")
    assert "report" == opened.evaluate("document.activeElement.id")


def test_a_telephone_sees_the_chart_drawn_for_it(show: Shown) -> None:
    """One of the two drawings is shown at a time, so that one is heard; its letters are no smaller than 10 pixels."""
    for view, seen in (("telephone", "narrow"), ("desktop", "broad")):
        opened = show("example", view)
        charts = opened.locator(".chart svg")
        shown = [c.get_attribute("class") for c in charts.all() if c.is_visible()]
        assert [seen] * opened.locator(".chart").count() == shown
        smallest = opened.evaluate(
            "Math.min(...[...document.querySelectorAll('.chart svg text')].filter(t => t.checkVisibility())"
            ".map(t => t.getBoundingClientRect().height))"
        )
        assert smallest >= 10


def test_the_mark_stands_on_every_printed_page(show: Shown) -> None:
    """Draft or embargo is read on each sheet of paper, and never over other words."""
    data = show("draft").pdf(prefer_css_page_size=True)
    with pikepdf.open(io.BytesIO(data)) as made:
        sizes = {(round(float(p.mediabox[2])), round(float(p.mediabox[3]))) for p in made.pages}
        pages = len(made.pages)
    assert {(595, 842)} == sizes
    assert pages > 4
    assert [MARK] * pages == [text.splitlines()[0].strip() for text in _texts(data)]


def _texts(data: bytes) -> list[str]:
    """The words of each page, from its top."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run([program, "-", "-"], input=data, stdout=subprocess.PIPE, check=True)
    return [text for text in done.stdout.decode().split("\f") if text.strip()]

"""The page on the loopback address: what it gives, and to whom it gives nothing."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from report_builder.watch.server import serving
from report_builder.watch.shown import Shown


@pytest.fixture
def shown() -> Shown:
    """A report is there, and nothing is wrong."""
    made = Shown()
    made.put(b"<!DOCTYPE html><p>A report</p>", "")
    return made


@pytest.fixture
def url(shown: Shown) -> Iterator[str]:
    """The address of its page."""
    with serving(shown) as address:
        yield address


def ask(url: str, path: str = "", method: str = "GET", **headers: str) -> tuple[int, bytes]:
    """Status and body of what is answered."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path if path.startswith("/") else parts.path + path, headers=named)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def test_it_gives_the_page_the_report_and_the_news(url: str) -> None:
    """And nothing else, not even under the secret."""
    status, page = ask(url)
    assert (200, True) == (status, b"<iframe" in page)
    assert (200, b"<!DOCTYPE html><p>A report</p>") == ask(url, "report")
    status, news = ask(url, "news?0")
    assert (200, {"version": 1, "report": 1, "problems": ""}) == (status, json.loads(news))
    for path in ("report.yml", "../", "report/../page.html", "/", "/report", "/page.html", "/etc/passwd", "//"):
        assert 404 == ask(url, path)[0], path


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "localhost"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
    ],
)
def test_others_are_refused(url: str, headers: dict[str, str]) -> None:
    """Another name for this machine, another origin, another site: even with the secret."""
    for path in ("", "report", "news?0"):
        assert 403 == ask(url, path, **headers)[0]


def test_its_own_page_may_ask(url: str) -> None:
    """As the browser marks such requests."""
    parts = urlsplit(url)
    assert 200 == ask(url, "news?0", Origin=f"http://{parts.netloc}", Sec_Fetch_Site="same-origin")[0]


def test_nothing_can_be_sent_to_it(url: str) -> None:
    """It knows no method but GET."""
    assert [501, 501, 501] == [ask(url, method=method)[0] for method in ("POST", "PUT", "DELETE")]


def test_it_listens_on_the_loopback_address_under_a_secret_of_each_run(shown: Shown) -> None:
    """No run has the path or the port of another."""
    with serving(shown) as one, serving(shown) as two:
        assert {"127.0.0.1"} == {urlsplit(url).hostname for url in (one, two)}
        assert urlsplit(one).path != urlsplit(two).path
        assert urlsplit(one).port != urlsplit(two).port
        assert 404 == ask(one, urlsplit(two).path)[0]


def test_news_are_given_when_there_are_some(url: str, shown: Shown) -> None:
    """Whoever knows all there is waits for more; a failed build leaves the last report."""
    timer = threading.Timer(0.2, lambda: shown.put(None, "error[C012]: no"))
    timer.start()
    status, news = ask(url, "news?1")
    assert (200, {"version": 2, "report": 1, "problems": "error[C012]: no"}) == (status, json.loads(news))
    assert b"A report" in ask(url, "report")[1]


def report(more: str = "") -> bytes:
    """A long page of five headings; what is put into it stands before the first."""
    body = "".join(f"<h2>Part {i}</h2><p style='height: 900px'>Words</p>" for i in range(5))
    return f"<!DOCTYPE html><title>A report</title>{more}{body}".encode()


def test_the_page_keeps_its_place(browser: Browser) -> None:
    """Something is written before what is looked at, which stays where it was; problems come and go above it."""
    shown = Shown()
    shown.put(report(), "")
    with serving(shown) as address:
        page = browser.new_page(viewport={"width": 800, "height": 600})
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        frame = page.frame_locator("iframe")
        heading = frame.get_by_role("heading", name="Part 3")
        heading.evaluate("h => h.ownerDocument.defaultView.scrollTo(0, h.offsetTop + 200)")
        before = heading.evaluate("h => h.getBoundingClientRect().top")
        assert -200 == pytest.approx(before, abs=1)
        shown.put(report("<p id=new style='height: 333px'>New</p>"), "")
        frame.locator("#new").wait_for(state="attached")
        page.wait_for_function("document.querySelector('iframe').contentWindow.scrollY > 0")
        assert before == pytest.approx(heading.evaluate("h => h.getBoundingClientRect().top"), abs=1)
        shown.put(None, "error[C012]: no <b>such</b> figure")
        page.get_by_text("error[C012]: no <b>such</b> figure").wait_for()
        assert 1 == heading.count()
        shown.put(report(), "")
        page.locator("pre").wait_for(state="hidden")
        assert [] == errors
        page.close()

"""A report typed in Welsh is Welsh throughout: no English word of the tool is left in any file of it."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from calling import Call
from pdf.reading import read
from report_builder.build import build, load
from report_builder.cache import Cache
from report_builder.words import ENGLISH, WELSH

from .reading_order import reading_order

HERE = Path(__file__).parent / "welsh"
QUOTE = "We lock up at eight and they stand outside until ten."
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SPOKEN = ("alt", "aria-label", "title", "content")


@cache
def files() -> dict[str, bytes]:
    """The report's files by suffix."""
    built = build(load(HERE, Cache()), Cache(), formats=("pdf", "html", "docx"))
    return {Path(f.name).suffix: f.data for f in built.files}


def words(text: str) -> set[str]:
    """The words of a text in lower case."""
    return {word.casefold() for word in _WORD.findall(text)}


@cache
def english() -> frozenset[str]:
    """Words that the tool says in English and not in Welsh, but for those of the quote in English."""
    one, other = (
        words(" ".join(re.sub(r"\{\w+\}", "", s) for s in language.sentences.values())) for language in (ENGLISH, WELSH)
    )
    return frozenset(word for word in one - other - words(QUOTE) if len(word) > 2)


class _Said(HTMLParser):
    """The words of a page that are read, aloud or not."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.skip = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skip = tag if tag in ("style", "script") else self.skip
        spoken = [value or "" for name, value in attrs if name in _SPOKEN]
        self.said += [value for value in spoken if not value.startswith(("width=", "default-src"))]

    def handle_endtag(self, tag: str) -> None:
        self.skip = "" if tag == self.skip else self.skip

    def handle_data(self, data: str) -> None:
        self.said += [] if self.skip else [data]


def _pdf() -> str:
    data = files()[".pdf"]
    reading = read(data)
    said = [reading_order(reading), *(" ".join(page.artifacts) for page in reading.pages)]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for name, attached in pdf.attachments.items():
            said.append(attached.description)
            if name.endswith(".csv"):
                said.append(attached.get_file().read_bytes().decode("utf-8"))
    roles = re.compile(r"^\w+: ", re.MULTILINE)  # of the tags, written by `reading_order`
    return roles.sub("", " ".join(said))


def _html() -> str:
    page = _Said()
    page.feed(files()[".html"].decode("utf-8"))
    return " ".join(page.said)


def _docx() -> str:
    said = []
    with zipfile.ZipFile(io.BytesIO(files()[".docx"])) as package:
        for name in package.namelist():
            if re.fullmatch(r"word/(document|header\d*|footer\d*|footnotes)\.xml", name):
                for element in ElementTree.fromstring(package.read(name)).iter():
                    said += [element.text or ""] if element.tag.endswith("}t") else []
                    said += [element.get("descr", "")] if element.tag.endswith("}docPr") else []
    return " ".join(said)


@pytest.mark.parametrize("text", [_pdf, _html, _docx])
def test_no_english_word_of_the_tool_is_left(text: object) -> None:
    """Words, descriptions of charts, attached files, headers and footers."""
    assert callable(text)
    said = words(text())
    assert {"ffigur", "tabl", "ffynhonnell"} <= said
    assert set() == said & english()


def test_the_words_looked_for_are_english() -> None:
    """Hundreds of them, and none that Welsh has too."""
    assert {"figure", "table", "source", "withheld", "counted", "published"} <= english()
    assert len(english()) > 250


def test_the_document_says_that_it_is_welsh() -> None:
    """Its language is cy; the quote in English says that it is not."""
    with pikepdf.open(io.BytesIO(files()[".pdf"])) as pdf:
        assert "cy" == str(pdf.Root.Lang)
        found = _languages(pdf.Root.StructTreeRoot.K)
    assert ["en"] == found
    assert '<html lang="cy"' in files()[".html"].decode("utf-8")


def _languages(element: pikepdf.Object) -> list[str]:
    if isinstance(element, pikepdf.Array):
        return [language for kid in element for language in _languages(kid)]
    if not isinstance(element, pikepdf.Dictionary) or element.get("/Type") == "/MCR":
        return []
    own = [str(element.Lang)] if "/Lang" in element else []
    return own + (_languages(element.K) if "/K" in element else [])


def test_circumflexes_are_drawn_and_nothing_is_hyphenated() -> None:
    """Ŵ and ŷ are letters of the shipped fonts; Welsh is broken at spaces only."""
    said = _pdf()
    assert {"llanŵyr", "tŷ-hen"} <= words(said)
    assert "\u00ad" not in said


def test_a_draft_says_in_welsh_why_a_claim_does_not_hold(tmp_path: Path, call: Call) -> None:
    """The mark in the page is Welsh; the diagnostic is English, with Welsh words that would hold."""
    project = Path(shutil.copytree(HERE, tmp_path / "adroddiad"))
    summary = project / "report" / "sections" / "summary.md"
    text = summary.read_text("utf-8")
    summary.write_text(text.replace("[mwy na haneru](claim:twf)", "[dyblu](claim:twf)"), "utf-8")
    outcome = call("build", "--draft", project)
    assert 0 == outcome.exit_code
    assert '"dyblu" is not supported by twf' in outcome.err
    assert "0.50 times (2,490 against 5,000), Bro Aber, 2019 to 2024" in outcome.err
    assert "“mwy na haneru”" in outcome.err or '"mwy na haneru"' in outcome.err
    reading = read((project / "build" / "drysau-ar-gau.pdf").read_bytes())
    why = "nid yw’r ffigur yn cefnogi hyn: 0.50 gwaith (2,490 yn erbyn 5,000), Bro Aber, 2019 i 2024"
    assert f"Nodyn: {why}" in reading_order(reading)
    assert "DRAFFT" in " ".join(reading.pages[2].artifacts)


def test_the_cover_says_who_reviewed_the_welsh(tmp_path: Path, call: Call) -> None:
    """Nobody, until somebody is named."""
    assert "Nid yw’r testun Cymraeg wedi’i adolygu gan siaradwr Cymraeg." in _pdf()
    project = Path(shutil.copytree(HERE, tmp_path / "adroddiad"))
    report = project / "report" / "report.yml"
    report.write_text(report.read_text("utf-8") + "\nreviewed_by:\n  cy: E. Siaradwr, 1 Mawrth 2025\n", "utf-8")
    assert 0 == call("build", project).exit_code
    said = reading_order(read((project / "build" / "drysau-ar-gau.pdf").read_bytes()))
    assert "Adolygwyd y testun Cymraeg gan: E. Siaradwr, 1 Mawrth 2025" in said
    assert "Nid yw’r testun Cymraeg" not in said

"""Every number of the example's page is read back by another parser and compared with the ledger."""

from __future__ import annotations

import base64
import re
from typing import Any

import pytest
from lxml import html

from report_builder.facts.ledger import Ledger, read
from report_builder.verify.known import forms_of, known
from report_builder.verify.numbers import dates, numbers
from webpage.pages import example, example_page

BLOCKS = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "caption", "summary", "address")


@pytest.fixture(scope="module")
def page() -> Any:
    return html.document_fromstring(example_page())


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    found = read(next(f.data for f in example().files if f.name == "facts.json"))
    assert isinstance(found, Ledger)
    return found


def words(node: Any) -> str:
    return " ".join(node.text_content().split())


def test_every_fact_is_marked_and_says_its_figure(page: Any, ledger: Ledger) -> None:
    """What carries the id of a fact prints that fact: its figure, or wording of it without digits."""
    by_id = ledger.by_id()
    marked = [(e.get("data-fact"), words(e)) for e in page.iter() if e.get("data-fact")]
    assert len(marked) > 60
    wrong = []
    for fact, said in marked:
        forms = set(forms_of(by_id[fact], by_id)) | {f for i in by_id[fact].inputs for f in forms_of(by_id[i], by_id)}
        days = dates(said)
        for number in numbers(said):
            if not any(start <= number.start < end for start, end in days) and (number.value, number.unit) not in forms:
                wrong.append((fact, said, number.text))
    assert [] == [w for w in wrong if not _caveat(w[1], ledger)]


def _caveat(said: str, ledger: Ledger) -> bool:
    """Whether these are whole sentences of the ledger's own, which speak of other figures too."""
    return len(said.split()) > 8 and any(said in text.words for text in ledger.texts)


def test_every_printing_of_the_ledger_is_on_the_page(page: Any, ledger: Ledger) -> None:
    """Nothing that the PDF prints of a fact is left out."""
    marked: dict[str, set[str]] = {}
    for e in page.iter():
        if e.get("data-fact"):
            marked.setdefault(e.get("data-fact"), set()).add(words(e))
    printed = {(f.id, w) for f in ledger.facts for place in f.printed for w in place.words}
    assert len(printed) > 60
    assert set() == {(fact, said) for fact, said in printed if said not in marked.get(fact, ())}


def test_every_number_of_the_page_is_explained(page: Any, ledger: Ledger) -> None:
    """A fact's, a date's, a phrase's with its reason, or the number of a figure, table, ask or note: nothing else."""
    explains = known(ledger)
    found = 0
    strange = []
    for block in page.iter(*BLOCKS):
        if block.xpath("ancestor::svg | ancestor::blockquote") or block.xpath(" | ".join(f"./{b}" for b in BLOCKS)):
            continue
        said = re.sub(r"^(Figure|Table) \d+\. ", "", words(block))
        apart = [m.span() for p in explains.phrases for m in re.finditer(re.escape(p), said)] + dates(said)
        for number in numbers(said):
            found += 1
            inside = any(start <= number.start and number.end <= end for start, end in apart)
            if not inside and not explains.explains(number.value, number.unit):
                strange.append((number.text, said))
    assert found > 150
    assert [] == strange


def test_the_numbers_of_charts_are_those_of_the_ledger(page: Any, ledger: Ledger) -> None:
    """The labels drawn, on both drawings, and the table behind each chart but the small one of the cover."""
    drawn = {text for chart in ledger.charts for mark in chart.marks for text in (mark.text, mark.label) if text}
    labels = {" ".join((t.text or "").split()) for t in page.xpath("//*[contains(@class, 'chart')]//svg//text")}
    assert {"67", "333", "7,062", "48%"} <= labels
    assert set() == {label for label in labels if re.fullmatch(r"[\d,.]+%?", label)} - drawn
    cells = {words(e) for e in page.xpath("//details//td//*[@data-fact]")}
    assert {
        mark.text for chart in ledger.charts if chart.file for mark in chart.marks if mark.fact and mark.text
    } == cells


def test_the_ledger_inside_is_the_one_beside(page: Any) -> None:
    """Byte for byte."""
    inside = page.xpath("//a[@download='facts.json']/@href")[0]
    assert next(f.data for f in example().files if f.name == "facts.json") == base64.b64decode(inside.partition(",")[2])

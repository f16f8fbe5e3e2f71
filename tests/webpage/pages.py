"""Pages to test, written once for all tests that read them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec.structs import replace

from example import ROOT
from pdf import brand
from pdf.briefing import briefing, drawings
from report_builder.brand.theme import Theme
from report_builder.build import Built, build, load
from report_builder.cache import Cache
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document
from report_builder.drawing import Drawing
from report_builder.html.write import Written, write
from report_builder.output import File
from webpage.hostile import MARK, hostile

LEDGER = File("facts.json", b'{"offences": 554}\n', "application/json")


@cache
def theme() -> Theme:
    return brand.theme()


@cache
def example() -> Built:
    """The example report of the repository's root, as a page."""
    return build(load(ROOT, Cache()), Cache(), formats=("html",))


def example_page() -> bytes:
    return next(f.data for f in example().files if f.name.endswith(".html"))


def written(document: Document, narrow: Mapping[Chart, Drawing] | None = None, ledger: File | None = LEDGER) -> Written:
    """A document as a page in the brand of these tests."""
    return write(document, drawings(theme()), theme(), narrow, ledger)


@cache
def page(name: str) -> bytes:
    """One of PAGES."""
    if name == "example":
        return example_page()
    if name == "draft":
        return written(replace(briefing(), furniture=replace(briefing().furniture, mark=MARK))).data
    return written(hostile()).data


PAGES = ("example", "draft", "hostile")

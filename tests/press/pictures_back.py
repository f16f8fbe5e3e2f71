"""Pictures read back: what they say to those who do not see them, and what is drawn in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from fnmatch import fnmatch
from xml.etree import ElementTree

from msgspec.structs import replace
from PIL import Image

from explained import strangers
from press.allowed import said
from press.packed import Read, Shown
from report_builder.document.printed import figures, text_of
from report_builder.output import File
from report_builder.verify.known import Known, known

_SVG = "{http://www.w3.org/2000/svg}"


def svg_faults(file: File, pack: Read) -> Iterator[str]:
    root = ElementTree.fromstring(file.data)
    yield from said([e.text or "" for tag in ("title", "desc") for e in root.iter(f"{_SVG}{tag}")], pack)
    yield from _picture(file, pack)


def png_faults(file: File, pack: Read) -> Iterator[str]:
    image = Image.open(io.BytesIO(file.data))
    image.load()
    texts = dict(image.text)  # type: ignore[attr-defined]
    packet = ElementTree.fromstring(texts.pop("XML:com.adobe.xmp", "<none/>"))
    yield from said([*map(str, texts.values()), *(element.text or "" for element in packet.iter())], pack)
    yield from _picture(file, pack)


def _picture(file: File, pack: Read) -> Iterator[str]:
    """It is its drawing, byte for byte, and the words in the drawing's chart are explained by the chart's own marks."""
    shown = next((one for name, one in pack.pictures.items() if fnmatch(file.name, name)), None)
    if shown is None or shown.data != file.data:
        yield "it is not the picture that its chart's drawing makes"
    if shown is not None:
        yield from said([" ".join(shown.around)], pack)
        yield from strangers(shown.inside, _marks(shown, pack))


def _marks(shown: Shown, pack: Read) -> Known:
    title = next(text_of(f.title) for f in figures(pack.work.document) if f.number == shown.number)
    chart = next(chart for chart in pack.ledger.charts if chart.title == title)
    by_id = pack.ledger.by_id()
    facts = tuple(by_id[mark.fact] for mark in chart.marks if mark.fact in by_id)
    return known(replace(pack.ledger, facts=facts, charts=(chart,), apart=(), sources={}))

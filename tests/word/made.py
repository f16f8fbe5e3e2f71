"""The example's Word files, made once; what stands in them, read by python-docx and by nothing of the tool."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any

from docx import Document as opened_word
from docx.oxml.ns import qn

from example import ROOT
from report_builder.build import Built, build, load
from report_builder.cache import Cache
from report_builder.facts.ledger import Ledger, read

FORMATS = ("docx", "docx-numbered", "release", "lines", "review")
NAME = "online-grooming-wales"


@cache
def built() -> Built:
    """The example in every format that is written for Word."""
    return build(load(ROOT, Cache()), Cache(), formats=FORMATS)


def data_of(suffix: str) -> bytes:
    """The bytes of the file whose name ends so."""
    return next(f.data for f in built().files if f.name == f"{NAME}{suffix}")


def ledger() -> Ledger:
    found = read(next(f.data for f in built().files if f.name == "facts.json"))
    assert isinstance(found, Ledger), found
    return found


def opened(suffix: str) -> Any:
    return opened_word(io.BytesIO(data_of(suffix)))


def part(suffix: str, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data_of(suffix))) as package:
        return package.read(name).decode("utf-8")


def paragraphs(word: Any) -> Iterator[str]:
    """The words of every paragraph, those in tables and links too, in the order they stand."""
    for p in word.element.body.iter(qn("w:p")):
        yield "".join(t.text or "" for t in p.iter(qn("w:t")))

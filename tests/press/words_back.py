"""Files of words read back: plain text, Word, web page, PDF."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pikepdf

from explained import strangers
from press.allowed import allowed, said
from press.packed import Read
from report_builder.output import File
from report_builder.verify.check import verify
from report_builder.verify.known import Known, forms_of, known

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LISTED = re.compile(r"(?m)^\s*(?:\d+\.|\[\d+\]) ")  # the number of an item of a list, or of a note


def txt_faults(file: File, pack: Read) -> Iterator[str]:
    text = file.data.decode("utf-8-sig")
    yield from said([_LISTED.sub("", part) for part in text.split("\r\n\r\n")], pack)


def docx_faults(file: File, pack: Read) -> Iterator[str]:
    """Every paragraph of every part, the descriptions of pictures and the properties; not what Word counts itself."""
    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(file.data)) as package:
        for part in package.namelist():
            if re.fullmatch(r"(word/(document|header\d*|footer\d*|footnotes|comments)|docProps/core)\.xml", part):
                texts += _of_word(ElementTree.fromstring(package.read(part)))
    yield from said(texts, pack)


def _of_word(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        yield from (element.get(name, "") for name in ("descr", "title"))
        if element.tag == f"{_WORD}p":
            yield _paragraph(element)
        elif not element.tag.startswith(_WORD) and element.text and "revision" not in element.tag:
            yield element.text


def _paragraph(paragraph: ElementTree.Element) -> str:
    """Its words, without the results of its fields (pages)."""
    out, depth = "", 0
    for element in paragraph.iter():
        kind = element.get(f"{_WORD}fldCharType")
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if element.tag == f"{_WORD}t" and not depth:
            out += element.text or ""
    return out


class _Page(HTMLParser):
    """The words of each block, of each attribute that is read out, and of each element that says which fact it is."""

    INLINE = frozenset(("span", "a", "strong", "em", "abbr", "br", "wbr", "sup", "time", "q"))
    READ = frozenset(("alt", "aria-label", "title", "content", "href"))

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = [""]
        self.attributes: list[str] = []
        self.facts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.attributes += [v for k, v in attrs if k in self.READ and v and given.get("name") != "viewport"]
        if tag not in self.INLINE:
            self.blocks.append("")
        if tag not in ("meta", "link", "br", "img", "col", "hr"):
            self._open.append((tag, given.get("data-fact") or ""))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag not in self.INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        if "style" in tags or "sup" in tags:  # a style has no words; a raised number is that of a note
            return
        self.blocks[-1] += data
        of = next((fact for _, fact in reversed(self._open) if fact), "")
        if of:
            self.facts.append((of, data))


def html_faults(file: File, pack: Read) -> Iterator[str]:
    page = _Page()
    page.feed(file.data.decode())
    yield from said([" ".join(block.split()) for block in page.blocks], pack)
    yield from said([a for a in page.attributes if not a.startswith(("#", "data:"))], pack)
    yield from _facts(page.facts, pack)


def _facts(printed: list[tuple[str, str]], pack: Read) -> Iterator[str]:
    """Words that say which fact they print have no number of any but those it is computed from."""
    by_id, everything = pack.ledger.by_id(), known(pack.ledger)
    counts = {form: of for form, of in everything.forms.items() if "the number of members of a family" in of}
    for id_, words in printed:
        if id_ not in by_id:
            yield f'"{words}" is said to be {id_}, which the ledger has not'
            continue
        forms = dict(counts)
        for near in (id_, *(other for other in by_id[id_].inputs if other in by_id)):
            forms |= dict.fromkeys(forms_of(by_id[near], by_id), (near,))
        yield from strangers([words], Known(forms, everything.phrases), allowed(pack))


def pdf_faults(file: File, pack: Read) -> Iterator[str]:
    """As any reader checks it, against the ledger beside it; its properties and bookmarks too."""
    beside = next(f.data for name, f in pack.files.items() if name.endswith("facts.json"))
    yield from (p.message for p in verify(file.data, file.name, other=beside).problems)
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        texts = [str(v) for k, v in pdf.docinfo.items() if k not in ("/CreationDate", "/ModDate")]
        with pdf.open_outline() as outline:
            texts += _titles(outline.root)
    yield from said(texts, pack)


def _titles(items: Any) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)

"""One number of a finished file changed, as a mistake of ours or somebody's hand might."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from msgspec.structs import replace
from PIL import Image

from report_builder.output import File
from report_builder.verify.reading import read
from verify.tampering import reworded

Spoil = Callable[[bytes], bytes]


def spoilt(file: File, how: Spoil) -> File:
    """The file with other bytes."""
    data = how(file.data)
    assert data != file.data
    return replace(file, data=data)


def words(old: str, new: str) -> Spoil:
    """The first `old` of a file of words."""

    def change(data: bytes) -> bytes:
        return data.replace(old.encode(), new.encode(), 1)

    return change


def page(old: str, new: str) -> Spoil:
    """Words on the first page of a PDF that has them."""

    def change(data: bytes) -> bytes:
        first = next(p.page for p in read(data).passages if p.text == old)
        return reworded(data, first, old, new)

    return change


def part(name: str, old: str, new: str) -> Spoil:
    """The first `old` of one part of an Office file."""

    def change(data: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
            for each in before.namelist():
                held = before.read(each)
                after.writestr(each, held.replace(old.encode(), new.encode(), 1) if each == name else held)
        return out.getvalue()

    return change


def value(id_: str, new: int) -> Spoil:
    """The value of a fact of a ledger."""

    def change(data: bytes) -> bytes:
        told = json.loads(data)
        next(fact for fact in told["facts"] if fact["id"] == id_)["value"] = new
        return json.dumps(told).encode()

    return change


def glyph(data: bytes) -> bytes:
    """An SVG in which one outlined digit is drawn as another."""
    one, other = list(dict.fromkeys(re.findall(rb'href="(#[^"]+)"', data)))[-2:]
    return data.replace(b'href="' + one + b'"', b'href="' + other + b'"', 1)


def said(old: str, new: str) -> Spoil:
    """Words that stand in the metadata of a PNG."""

    def change(data: bytes) -> bytes:
        out, at = data[:8], 8
        while at < len(data):
            (length,) = struct.unpack(">I", data[at : at + 4])
            body = data[at + 4 : at + 8 + length]
            if body.startswith(b"iTXt"):
                body = body.replace(old.encode(), new.encode())
            out += struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
            at += length + 12
        return out

    return change


def dot(data: bytes) -> bytes:
    """A PNG with one dot of another colour."""
    out, image = io.BytesIO(), Image.open(io.BytesIO(data))
    image.putpixel((600, 300), (1, 2, 3))
    image.save(out, "PNG")
    return out.getvalue()


MOVED: Mapping[str, tuple[str, Spoil, str]] = {
    "a page of the report": (".pdf", page("554", "545"), "545"),
    "the web page": (".html", words(">554<", ">559<"), "559"),
    "the number of another fact on the web page": (".html", words(">554<", ">274<"), "274"),
    "the description of a chart on the web page": (".html", words("144 in 2019/20", "145 in 2019/20"), "145"),
    "the release for Word": ("release.docx", part("word/document.xml", "554", "559"), "559"),
    "the foot of a page for Word": ("release.docx", part("word/footer1.xml", "<w:t>", "<w:t>559 "), "559"),
    "the notes to editors": ("editors.docx", part("word/document.xml", "564", "559"), "559"),
    "the release for e-mail": ("release.txt", words("7,062", "7,602"), "7,602"),
    "a post": ("social.txt", words("1,824", "1,842"), "1,842"),
    "how long a post is": ("social.txt", words("(166 ", "(1066 "), "1066"),
    "the description of a chart": ("most.txt", words("333", "353"), "353"),
    "the list of the files": ("README.txt", words("rose by 89%", "rose by 86%"), "86%"),
    "the figures as CSV": (".csv", words("\r\n19,19,", "\r\n19,91,"), "91"),
    "the figures as printed, as CSV": (".csv", words("\r\n19,19,", "\r\n91,19,"), "91"),
    "a caveat in the CSV": (".csv", words("255 to 497", "255 to 479"), "479"),
    "the figures of the workbook": (".xlsx", part("xl/worksheets/sheet4.xml", "<v>19</v>", "<v>91</v>"), "91"),
    "a table of the workbook": (".xlsx", part("xl/worksheets/sheet5.xml", "<v>333</v>", "<v>353</v>"), "353"),
    "the words of the workbook": (".xlsx", part("xl/sharedStrings.xml", "255 to 497", "255 to 479"), "479"),
    "the ledger": ("facts.json", value("offences[gwent, 2019/20]", 145), "145"),
    "the size of a file": ("manifest.json", words('"bytes": ', '"bytes": 1'), "another size"),
    "the list for programs": ("manifest.json", words("rose by 89%", "rose by 86%"), "86%"),
    "the description inside an SVG": ("most.svg", words("333", "353"), "353"),
    "a digit drawn in an SVG": ("most.svg", glyph, "not the picture"),
    "the description inside a PNG": ("1200x675.png", said("333", "353"), "353"),
    "a dot of a PNG": ("1200x675.png", dot, "not the picture"),
}

"""Workbooks made for tests, and edited as no spreadsheet program would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl

SHEET = "xl/worksheets/sheet1.xml"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("style", "style"), ("table", "table"), ("text", "text"))
)
_CALCEXT = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'

TEXT = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
NUMBER = '<table:table-cell office:value-type="{kind}" office:value="{}"><text:p>shown</text:p></table:table-cell>'


def xlsx(**cells: object) -> bytes:
    """A workbook of one sheet, "Data", with these cells."""
    book = openpyxl.Workbook()
    book.active.title = "Data"
    for address, value in cells.items():
        book.active[address] = value
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of an openpyxl workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def edited(package: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def ods(tables: str, styles: str = "") -> bytes:
    """An ODS workbook around these tables."""
    content = (
        f'<?xml version="1.0"?><office:document-content {_NAMESPACES} {_CALCEXT}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def table(*rows: str, name: str = "Data", attributes: str = "") -> str:
    """A table of rows, each the XML of its cells."""
    body = "".join(
        row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>" for row in rows
    )
    return f'<table:table table:name="{name}" {attributes}>{body}</table:table>'


def text(value: str) -> str:
    """An ODS cell of text."""
    return TEXT.format(value)


def number(value: float, kind: str = "float") -> str:
    """An ODS cell of a number."""
    return NUMBER.format(value, kind=kind)

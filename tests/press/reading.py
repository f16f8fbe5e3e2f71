"""Every file of a pack read by what others read it with, and whatever in it no fact explains.

A file of a kind that nobody reads here is a fault of its own, so that no new kind goes out unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from press.allowed import SHAPES
from press.figures_back import csv_faults, json_faults, xlsx_faults
from press.packed import Read
from press.pictures_back import png_faults, svg_faults
from press.words_back import docx_faults, html_faults, pdf_faults, txt_faults
from report_builder.document.printed import figures, text_of
from report_builder.output import File
from report_builder.press.archive import short_name


def faults(pack: Read, only: str = "") -> list[str]:
    """What is wrong with the numbers of a pack, or of one of its files, each with the name of the file."""
    out = []
    for name, file in pack.files.items():
        if only not in ("", name):
            continue
        reader = READERS.get(PurePosixPath(name).suffix)
        found = reader(file, pack) if reader else iter(["nobody reads files of this kind back: add a reader"])
        out += [f"{name}: {what}" for what in (*_name(name, pack), *found)]
    return out


def _name(name: str, pack: Read) -> Iterator[str]:
    """A name holds the edition's own, a date, a chart's number and title, a shape; no other number."""
    rest = name
    for shape in SHAPES:
        rest = rest.replace(f"-{shape.name}.", ".")
    for figure in figures(pack.work.document):
        rest = rest.replace(f"/{figure.number}-{short_name(text_of(figure.title))}", "/")
    rest = rest.replace(pack.work.view.report.publish.isoformat(), "")
    if re.search(r"\d", rest):
        yield f'its name has a number that is not explained: "{rest}"'


READERS: Mapping[str, Callable[[File, Read], Iterator[str]]] = {
    ".pdf": pdf_faults,
    ".html": html_faults,
    ".docx": docx_faults,
    ".txt": txt_faults,
    ".csv": csv_faults,
    ".xlsx": xlsx_faults,
    ".json": json_faults,
    ".svg": svg_faults,
    ".png": png_faults,
}

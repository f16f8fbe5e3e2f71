"""Writes the structure tree: elements, the parent tree and the identifiers (ISO 32000-1, 14.7)."""

from __future__ import annotations

from typing import Any

from report_builder.pdf.archive import specification
from report_builder.pdf.canvas import ANNOTATION_KEYS, Content, TaggedCanvas
from report_builder.pdf.objects import Raw, name, number, numbers, page_reference, referred, text
from report_builder.pdf.structure import Element


class _Tree:
    def __init__(self, canvas: TaggedCanvas, date: str) -> None:
        self.canvas, self.date = canvas, date
        self.doc: Any = canvas.pdf._doc
        self.pages = [page_reference(self.doc, n) for n in range(1, canvas.page)]
        self.references: dict[Element, str] = {}
        self.identified: dict[str, str] = {}

    def element(self, e: Element, parent: str) -> str:
        """Writes an element and those inside it; its reference."""
        raw = Raw()
        own = self.references[e] = referred(self.doc, raw)
        content = self.canvas.content.get(e, [])
        here = next((c[0] for c in content if isinstance(c, tuple)), 0)
        parts = [f"/S {name(e.role)} /P {parent}"]
        if here:
            parts.append(f"/Pg {self.pages[here - 1]}")
        parts += [
            f"/{key} {text(value)}" for key, value in (("Lang", e.language), ("Alt", e.alt), ("ID", e.id)) if value
        ]
        if e.id:
            self.identified[e.id] = own
        attributes = self._attributes(e)
        if attributes:
            parts.append(f"/A {attributes}")
        if e.files:
            parts.append("/AF [" + " ".join(specification(self.doc, f, self.date) for f in e.files) + "]")
        kids = [self._kid(c, here, own) for c in content] + [self.element(child, own) for child in e.children]
        if kids:
            parts.append(f"/K {kids[0]}" if len(kids) == 1 else "/K [" + " ".join(kids) + "]")
        raw.body = "<<" + " ".join(parts) + ">>"
        return own

    def _attributes(self, e: Element) -> str:
        written = [
            f"<</O /{owner} "
            + " ".join(f"/{key} {name(v) if isinstance(v, str) else number(v)}" for key, v in values.items())
            + ">>"
            for owner, values in e.attributes.items()
        ]
        if e in self.canvas.boxes:
            written.append(f"<</O /Layout /BBox {numbers(self.canvas.boxes[e])}>>")
        return written[0] if len(written) == 1 else "[" + " ".join(written) + "]" if written else ""

    def _kid(self, content: Content, here: int, own: str) -> str:
        if isinstance(content, Element):
            return self.element(content, own)
        page, what = content
        if isinstance(what, str):
            target = f"{self.doc.idToObjectNumberAndVersion[what][0]} 0 R"
            return f"<</Type /OBJR /Pg {self.pages[page - 1]} /Obj {target}>>"
        if page == here:
            return str(what)
        return f"<</Type /MCR /Pg {self.pages[page - 1]} /MCID {what}>>"


def write_structure(canvas: TaggedCanvas, root: Element, date: str) -> None:
    """Adds the structure tree of what was drawn to the catalogue. All pages have been shown."""
    tree = _Tree(canvas, date)
    raw = Raw()
    own = referred(tree.doc, raw, "StructTreeRoot")
    top = tree.element(root, own)
    keys = [
        f"{page} [" + " ".join(tree.references[owner] for owner in owners) + "]"
        for page, owners in enumerate(canvas.owners[:-1])
    ]
    keys += [f"{ANNOTATION_KEYS + n} {tree.references[e]}" for n, e in enumerate(canvas.annotated)]
    parents = referred(tree.doc, Raw("<</Nums [" + " ".join(keys) + "]>>"))
    identified = " ".join(f"{text(key)} {ref}" for key, ref in sorted(tree.identified.items()))
    raw.body = (
        f"<</Type /StructTreeRoot /K {top} /ParentTree {parents} "
        f"/ParentTreeNextKey {ANNOTATION_KEYS + len(canvas.annotated)}"
        + (f" /IDTree <</Names [{identified}]>>" if identified else "")
        + ">>"
    )
    catalog = tree.doc.Catalog
    catalog.StructTreeRoot = raw
    catalog.MarkInfo = Raw("<</Marked true>>")

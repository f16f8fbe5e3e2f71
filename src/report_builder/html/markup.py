"""Elements of the page, built as a tree and written by the standard library, which escapes every word and value."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

__all__ = ["Child", "Element", "SubElement", "add", "element", "written"]

Child = Element | str


def element(name: str, /, *children: Child, **attributes: str | bool) -> Element:
    """An element. `class_` and `for_` lose their underscore, others have it as a hyphen: data_fact is data-fact.

    True writes an attribute without a value; "" and False leave it out.
    """
    made = Element(name)
    for key, value in attributes.items():
        if value:
            made.set(key.rstrip("_").replace("_", "-"), "" if value is True else value)
    return add(made, children)


def add(parent: Element, children: Iterable[Child]) -> Element:
    """The parent with elements and words at its end."""
    for child in children:
        if isinstance(child, Element):
            parent.append(child)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + child
        else:
            parent.text = (parent.text or "") + child
    return parent


def written(root: Element) -> bytes:
    """The page as UTF-8. The content of <style> is written as it is, as HTML has it."""
    return b"<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html").encode() + b"\n"

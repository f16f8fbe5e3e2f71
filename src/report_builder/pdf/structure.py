"""The logical structure of a document, built from its content and knowing nothing of pages."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from report_builder.document.blocks import Attachment

Attributes = Mapping[str, Mapping[str, str | int]]  # owner ("Table") -> key ("Scope") -> a name or a number


class Element(Struct, eq=False):
    """A structure element (ISO 32000-1, 14.7): its role, what it says about itself, the elements inside it.

    Block children stand in `children`. An inline child (a link, a phrase in Welsh) knows its parent only; the canvas
    puts it between its parent's words when they are drawn.
    """

    role: str
    parent: Element | None = None
    inline: bool = False
    language: str = ""
    alt: str = ""
    id: str = ""
    href: str = ""  # of a Link: a URL, or "#anchor"
    hint: str = ""  # of a Link: what its annotation says of itself
    attributes: Attributes = field(default_factory=dict)
    files: tuple[Attachment, ...] = ()
    children: list[Element] = field(default_factory=list)

    def add(
        self,
        role: str,
        *,
        language: str = "",
        alt: str = "",
        id: str = "",
        href: str = "",
        hint: str = "",
        attributes: Attributes | None = None,
        files: tuple[Attachment, ...] = (),
    ) -> Element:
        """A new last child."""
        child = Element(role, self, False, language, alt, id, href, hint, attributes or {}, files)
        self.children.append(child)
        return child

    def phrase(self, role: str, *, language: str = "", href: str = "", hint: str = "") -> Element:
        """A new inline child."""
        return Element(role, self, True, language, href=href, hint=hint)

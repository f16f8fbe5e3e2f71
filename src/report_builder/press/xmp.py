"""What a picture says of itself as XMP, which picture desks and their databases read."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct


class Told(Struct, frozen=True):
    """A picture's title, its description for those who do not see it, whose it is, and the language of all that."""

    title: str
    alt: str
    author: str
    language: str


def xmp(told: Told) -> str:
    """The packet: Dublin Core, and the alt text where IPTC Photo Metadata 2021.1 has it (AltTextAccessibility)."""
    title, alt = _spoken(told.title, told.language), _spoken(told.alt, told.language)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">'
        f"<dc:title>{title}</dc:title><dc:description>{alt}</dc:description>"
        f"<dc:creator><rdf:Seq><rdf:li>{escape(told.author)}</rdf:li></rdf:Seq></dc:creator>"
        f"<Iptc4xmpCore:AltTextAccessibility>{alt}</Iptc4xmpCore:AltTextAccessibility>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )


def _spoken(words: str, language: str) -> str:
    """Words in a language, which are those of every other one too (XMP, part 1, 8.2.2.4)."""
    said = "".join(f"<rdf:li xml:lang={quoteattr(code)}>{escape(words)}</rdf:li>" for code in ("x-default", language))
    return f"<rdf:Alt>{said}</rdf:Alt>"

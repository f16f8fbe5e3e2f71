"""What makes a PDF say what it is: metadata, colour, viewer settings, embedded files (PDF/A-3, PDF/UA-1)."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from report_builder.document.blocks import Attachment, Document
from report_builder.pdf.objects import Raw, name, referred, stream, text

PRODUCER = "report_builder, ReportLab"
CREATOR = "report_builder"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt>{title}</rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt>{subject}</rdf:Alt></dc:description>
<dc:language><rdf:Bag>{language}</rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def stamp(document: Document) -> str:
    """The document's own day as a PDF date (ISO 32000-1, 7.9.4): midnight, universal time."""
    return f"D:{document.date.replace('-', '')}000000Z"


def information(documents: Sequence[Document]) -> str:
    """The document information dictionary, which must agree with the metadata (ISO 19005-3, 6.6.3)."""
    date = text(stamp(documents[0]))
    entries = {
        "Title": _together(d.title for d in documents),
        "Author": _together(d.author for d in documents),
        "Subject": _together(d.subject for d in documents),
        "Keywords": _keywords(documents),
        "Creator": CREATOR,
        "Producer": PRODUCER,
    }
    return (
        "<<"
        + " ".join(f"/{key} {text(value)}" for key, value in entries.items())
        + f" /CreationDate {date} /ModDate {date}>>"
    )


def _together(words: Iterable[str]) -> str:
    """What documents bound in one file say of themselves, each once."""
    return " · ".join(dict.fromkeys(words))


def _keywords(documents: Sequence[Document]) -> str:
    return ", ".join(dict.fromkeys(word for d in documents for word in d.keywords))


def _by_language(documents: Sequence[Document], said: Mapping[str, str]) -> str:
    """What the whole file says of itself, then what each language says, as the alternatives of a property of XMP."""
    items = {"x-default": _together(said.values()), **(said if len(documents) > 1 else {})}
    return "".join(f'<rdf:li xml:lang="{code}">{_escaped(words)}</rdf:li>' for code, words in items.items())


def describe(doc: Any, documents: Sequence[Document], files: tuple[Attachment, ...]) -> None:
    """Puts metadata, output intent, viewer settings, page labels and attachments on the catalogue."""
    document = documents[0]
    values = {
        "author": _together(d.author for d in documents),
        "producer": PRODUCER,
        "keywords": _keywords(documents),
        "creator": CREATOR,
        "date": f"{document.date}T00:00:00Z",
    }
    packet = _XMP.format(
        title=_by_language(documents, {d.language: d.title for d in documents}),
        subject=_by_language(documents, {d.language: d.subject for d in documents}),
        language="".join(f"<rdf:li>{_escaped(d.language)}</rdf:li>" for d in documents),
        **{key: _escaped(value) for key, value in values.items()},
    )
    catalog = doc.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF", "Lang"]
    catalog.Lang = Raw(text(document.language))
    catalog.Metadata = stream({"Type": "/Metadata", "Subtype": "/XML"}, packet.encode(), compress=False)
    profile = referred(doc, stream({"N": 3}, srgb_profile()))
    catalog.OutputIntents = Raw(
        f"[<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
        f"/Info (sRGB IEC61966-2.1) /DestOutputProfile {profile}>>]"
    )
    catalog.ViewerPreferences = Raw("<</DisplayDocTitle true>>")
    catalog.PageLabels = Raw("<</Nums [0 <</S /D>>]>>")
    catalog.PageMode = "/UseOutlines"
    if files:
        specifications = [(file.name, specification(doc, file, stamp(document))) for file in files]
        catalog.AF = Raw("[" + " ".join(reference for _, reference in specifications) + "]")
        named = " ".join(f"{text(file)} {reference}" for file, reference in sorted(specifications))
        catalog.Names = Raw(f"<</EmbeddedFiles <</Names [{named}]>>>>")


def _escaped(words: str) -> str:
    """Words as they stand in XML (xml.sax.saxutils would import half of the network library)."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def specification(doc: Any, file: Attachment, date: str) -> str:
    """The reference of a file specification (ISO 19005-3, 6.8), made once for each file."""
    key = "File." + hashlib.sha256(file.name.encode() + file.data).hexdigest()
    if key in doc.idToObject:
        return f"{doc.idToObjectNumberAndVersion[key][0]} 0 R"
    embedded = referred(
        doc,
        stream(
            {
                "Type": "/EmbeddedFile",
                "Subtype": name(file.media_type),
                "Params": f"<</Size {len(file.data)} /ModDate {text(date)}>>",
            },
            file.data,
        ),
    )
    return referred(
        doc,
        Raw(
            f"<</Type /Filespec /F {text(file.name)} /UF {text(file.name)} /Desc {text(file.description)} "
            f"/AFRelationship {name(file.relationship)} /EF <</F {embedded} /UF {embedded}>>>>"
        ),
        key,
    )


@cache
def srgb_profile() -> bytes:
    """A small version 2 ICC profile made from the published sRGB numbers (IEC 61966-2-1; primaries adapted to D50)."""

    def fixed(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(fixed, values))

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    steps = 1024
    curve = b"curv\0\0\0\0" + struct.pack(
        f">I{steps}H", steps, *(round(65535 * linear(i / (steps - 1))) for i in range(steps))
    )
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 5) + b"sRGB\0" + b"\0" * 78,
        b"cprt": b"text\0\0\0\0Public domain\0",
        b"wtpt": xyz(0.9505, 1.0, 1.0891),
        b"rXYZ": xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": xyz(0.14307, 0.06061, 0.71410),
        b"rTRC": curve,
    }
    position, body, entries = 132 + 12 * (len(tags) + 2), b"", []
    for tag, data in tags.items():
        entries.append((tag, position + len(body), len(data)))
        body += data + b"\0" * (-len(data) % 4)
    entries += [(tag, *entries[-1][1:]) for tag in (b"gTRC", b"bTRC")]
    head = struct.pack(">I4sI4s4s4s", position + len(body), b"\0" * 4, 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    head += fixed(0.9642) + fixed(1.0) + fixed(0.8249) + b"\0" * 48
    table = b"".join(tag + struct.pack(">II", at, length) for tag, at, length in entries)
    return head + struct.pack(">I", len(entries)) + table + body

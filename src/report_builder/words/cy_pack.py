"""Welsh: the tool's own sentences in a press pack. Not reviewed by a Welsh speaker."""

from __future__ import annotations

PACK = {
    "quotes sheet": "Dyfyniadau",
    "quote trimmed": "Argraffwyd yn fyrrach: “{words}”",
    "quote published": "Cyhoeddwyd gan: {source}.",
    "quote approved": "Cymeradwywyd gan: {who}, {when}.",
    "social subject": "Llinell bwnc (nifer y nodau: {n})",
    "social short": "Neges fer (nifer y nodau: {n})",
    "social medium": "Neges hirach (nifer y nodau: {n})",
    "social long": "Neges hir (nifer y nodau: {n})",
    "pack readme": "Beth sydd yn y ffolder hon:",
    "pack this": "Y rhestr hon.",
    "pack report": "Y papur briffio, ar ffurf PDF hygyrch. Gellir gwirio ei ffigurau â’r cyfriflyfr sydd ynddo.",
    "pack web": "Y papur briffio ar ffurf un dudalen we, ar gyfer ffonau a darllenwyr sy’n gosod eu teip eu hunain.",
    "pack release": "Y datganiad i’r wasg, ar ffurf ffeil Word.",
    "pack text": "Y datganiad i’r wasg ar ffurf testun plaen, i’w ludo mewn e-bost.",
    "pack social": "Y llinell bwnc, a negeseuon i’r cyfryngau cymdeithasol mewn tri hyd.",
    "pack quotes": "Pob dyfyniad yn llawn, gyda’i siaradwr, a phwy a’i cymeradwyodd.",
    "pack notes": "Y nodiadau i olygyddion ar wahân: diffiniadau, dull, sylfeini, a phwy i’w holi.",
    "pack csv": "Pob ffigur gyda’i uned, sylfaen, cyfnod, cafeat a ffynhonnell, ar gyfer rhaglenni eraill.",
    "pack workbook": "Yr un ffigurau a’r tablau ar ffurf llyfr gwaith.",
    "pack ledger": "Y cyfriflyfr: pob ffigur hyd at ei gelloedd a phob honiad gyda’i therfynau, i’r rhai sy’n gwirio.",
    "pack svg": "Siart “{title}”, ar gyfer print o unrhyw faint.",
    "pack png": "Siart “{title}”, picseli: {size}.",
    "pack alt": "Disgrifiad y siart “{title}”: rhowch ef gyda’r llun fel ei destun amgen.",
    "pack manifest": "Maint a sym wirio pob ffeil, a’r hyn y’u gwnaed ag ef.",
}

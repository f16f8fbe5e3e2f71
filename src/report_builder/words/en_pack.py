"""English: the tool's own sentences in a press pack."""

from __future__ import annotations

PACK = {
    "quotes sheet": "Quotes",
    "quote trimmed": "Printed shortened: “{words}”",
    "quote published": "Published by {source}.",
    "quote approved": "Approved by {who} on {when}.",
    "social subject": "Subject line ({n} characters)",
    "social short": "Short post ({n} characters)",
    "social medium": "Longer post ({n} characters)",
    "social long": "Long post ({n} characters)",
    "pack readme": "What is in this folder:",
    "pack this": "This list.",
    "pack report": "The briefing, as an accessible PDF. Its figures can be checked with the ledger inside it.",
    "pack web": "The briefing as one web page, for telephones and for readers who set their own type.",
    "pack release": "The news release, as a Word file.",
    "pack text": "The news release as plain text, to paste into an e-mail.",
    "pack social": "The subject line, and posts for social media in three lengths.",
    "pack quotes": "Every quote in full, with its speaker, and who approved it.",
    "pack notes": "The notes to editors alone: definitions, method, bases, and whom to ask.",
    "pack csv": "Every figure with its unit, base, period, caveat and source, for other programs.",
    "pack workbook": "The same figures and the tables as a workbook.",
    "pack ledger": "The ledger: every figure down to its cells, every claim with its margins, for those who check.",
    "pack svg": "Chart “{title}”, for print in any size.",
    "pack png": "Chart “{title}”, {size} pixels.",
    "pack alt": "The description of the chart “{title}”: put it with the picture as its alt text.",
    "pack manifest": "Sizes and checksums of these files, and what they were made with.",
}

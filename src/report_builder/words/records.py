"""Words that say that a figure was never higher, or never lower, for looking through headlines."""

from __future__ import annotations

import re

# Welsh mutates: record is "record" or "recordiau", "uchaf erioed" is highest ever, "isaf erioed" lowest ever
HIGH: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\brecord(?:[- ](?:level|number|high|figure|rate|year|amount|total|count)s?|[- ]breaking)\b|\ba record\b"
        r"|\b(?:all-time|new|record) highs?\b|\bhighest (?:ever|on record|number|level|figure|total|rate|since)\b"
        r"|\b(?:its|their|the) highest\b|\bworst (?:ever|on record|year)\b|\bmore than ever\b"
        r"|\bnever (?:been )?higher\b"
        r"|\bat an all-time high\b|\bunprecedented\b",
        re.IGNORECASE,
    ),
    "cy": re.compile(r"\buchaf erioed\b|\blefelau record\b|\brecord newydd\b|\bmwy nag erioed\b", re.IGNORECASE),
}
LOW: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\brecord lows?\b|\b(?:all-time|new) lows?\b"
        r"|\blowest (?:ever|on record|number|level|figure|total|rate|since)\b"
        r"|\b(?:its|their|the) lowest\b|\bfewer than ever\b|\bnever (?:been )?lower\b",
        re.IGNORECASE,
    ),
    "cy": re.compile(r"\bisaf erioed\b|\bllai nag erioed\b", re.IGNORECASE),
}


def record_words(text: str, language: str) -> tuple[str, bool] | None:
    """The words of a text that call something a record, and whether a low one; None where there are none."""
    code = language.split("-")[0]
    for patterns, low in ((LOW, True), (HIGH, False)):
        found = patterns[code].search(text) if code in patterns else None
        if found:
            return found[0], low
    return None

"""English: the tool's own sentences on a web page."""

from __future__ import annotations

WEB = {
    "web skip": "Skip to the report",
    "web behind": "The figures in this chart",
    "web download": "Download these figures (CSV)",
    "web notes": "Notes",
    "web back": "Back to the text",
}

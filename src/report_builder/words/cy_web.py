"""Welsh: the tool's own sentences on a web page."""

from __future__ import annotations

WEB = {
    "web skip": "Neidio i’r adroddiad",
    "web behind": "Y ffigurau yn y siart hwn",
    "web download": "Lawrlwytho’r ffigurau hyn (CSV)",
    "web notes": "Nodiadau",
    "web back": "Yn ôl i’r testun",
}

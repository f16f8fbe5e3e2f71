"""English: the tool's own sentences in a news release and in what the press office keeps to itself."""

from __future__ import annotations

PRESS = {
    # release
    "immediate release": "FOR IMMEDIATE RELEASE",
    "embargoed until": "EMBARGOED UNTIL {when}",
    "news release": "News release",
    "ends": "ENDS",
    "notes to editors": "Notes to editors",
    "spokespeople": "Spokespeople",
    "said": "{speaker}, {role}, said:",
    "said, alone": "{speaker} said:",
    "asks of": "{publisher} calls on {who} to:",
    "note quote": "The words of {who} are quoted as published by {source}.",
}

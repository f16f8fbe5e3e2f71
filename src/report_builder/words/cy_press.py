"""Welsh: the tool's own sentences in a news release and in what the press office keeps to itself."""

from __future__ import annotations

PRESS = {
    # release
    "immediate release": "I’W RYDDHAU AR UNWAITH",
    "embargoed until": "DAN EMBARGO TAN {when}",
    "news release": "Datganiad i’r wasg",
    "ends": "DIWEDD",
    "notes to editors": "Nodiadau i olygyddion",
    "spokespeople": "Llefarwyr",
    "said": "Dywedodd {speaker}, {role}:",
    "said, alone": "Dywedodd {speaker}:",
    "asks of": "{who}: mae {publisher} yn galw am y canlynol:",
    "note quote": "Dyfynnir geiriau {who} fel y’u cyhoeddwyd ({source}).",
}

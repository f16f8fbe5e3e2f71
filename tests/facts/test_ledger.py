"""The ledger holds every fact, exactly, in the same bytes each time."""

from __future__ import annotations

import json
from typing import Any

from facts.made import ACCEPTED, example, fact, story
from report_builder.facts.ledger import entry, ledger

REPORT = {"title": "A report", "place": "Wales"}


def test_same_facts_same_bytes() -> None:
    """Computed again from the same files it is the same file, and it is JSON."""
    one, two = (ledger(example()[0], REPORT, {"growth": ["report/sections/wales.md"]}) for _ in range(2))
    assert one == two
    assert b"\r" not in one
    assert one.endswith(b"}\n")


def test_every_fact_once() -> None:
    """Each fact has one entry under its id, in the order of facts.yml."""
    facts, _ = example()
    document = json.loads(ledger(facts, REPORT, {}))
    assert (1, REPORT) == (document["ledger"], document["report"])
    ids = [row["id"] for row in document["facts"]]
    assert [f.id for f in facts] == ids
    assert len(set(ids)) == len(ids)


def test_all_that_makes_a_fact_checkable() -> None:
    """Both sides, cells, shortfalls, like for like, who accepted what, and where it is printed."""
    facts = story({"accept": [{"problem": "part-year-base", **ACCEPTED}]})
    total = entry(fact(facts, "offences"))
    assert (554, 564) == (total["value"], total["computed"])
    assert {"value": 554, "source": "paper", "printed": True, "because": "So."} == total["published"]
    cells = [(c["file"], c["row"], c["column"], c["text"]) for c in total["cells"]]
    assert ("data/welsh-forces.csv", 2, "H", "67") == cells[0]
    growth = entry(fact(facts, "growth"), ["report/sections/wales.md"])
    assert "277/137" == growth["value"]
    assert {"who": ["Gwent", "North Wales", "South Wales"], "to": 497, "from": 255, "ratio": "497/255"} == growth[
        "like_for_like"
    ]
    assert ["part-year-base"] == [a["problem"] for a in growth["accepted"]]
    assert ["report/sections/wales.md"] == growth["printed"]
    assert ["Dyfed-Powys", "Gwent"] == sorted(s["who"] for s in growth["shortfalls"])


def test_a_gap_is_a_gap() -> None:
    """A fact without a figure has a value of null and says why; it is not left out and not zero."""
    row: dict[str, Any] = entry(fact(story(), "offences[gwent, 2020/21]"))
    assert row["value"] is None
    assert "Gwent: no figure published" == row["reason"]


def test_ranges() -> None:
    """What rounding leaves is written where there is anything left."""
    facts, _ = example()
    assert [47.5, 48.5] == entry(fact(facts, "platform[snapchat]"))["interval"]
    assert "interval" not in entry(fact(facts, "offences"))

"""Every number of the finished example equals its fact: on the pages, in descriptions, in the attached files.

The data files are read here by nothing but Python's csv, so that nothing of the tool vouches for itself.
"""

from __future__ import annotations

import csv
import io
import json
import re
from fractions import Fraction

import pytest

from example import ROOT, example, example_ledger, example_pdf
from report_builder.verify.numbers import dates, numbers
from report_builder.verify.reading import Passage, Reading, read


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(example_pdf())


def rows(name: str) -> list[list[str]]:
    with (ROOT / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def described(reading: Reading, start: str) -> Passage:
    return next(p for p in reading.passages if p.tag == "Figure" and p.alt.startswith(start))


def test_table_is_the_data_file(reading: Reading) -> None:
    """Each cell of the table of forces is the cell of the file, marks aside, in the file's order."""
    cells = [p.text for p in reading.passages if p.tag in ("TH", "TD") and p.within("Table")]
    head, *forces = rows("welsh-forces.csv")
    width = len(head)
    table = [cells[i : i + width] for i in range(0, len(cells), width)]

    printed = [[re.sub(r"[*†‡§]+$", "", c).strip() for c in row] for row in table[: len(forces) + 1]]

    assert head[1:] == printed[0][1:]
    assert forces == printed[1:]


def test_chart_data_are_the_data_file(reading: Reading) -> None:
    """The attached data of the chart by force are the file's figures; what is missing there is empty, never zero."""
    data = next(d for n, d in reading.files.items() if n.endswith(".csv") and b"Gwent" in d)
    _, *attached = csv.reader(io.StringIO(data.decode("utf-8")))
    head, *forces = rows("welsh-forces.csv")
    wanted = {(f[0], year): v for f in forces for year, v in zip(head[1:], f[1:], strict=True)}

    found = {(r[0], r[1]): r[2] for r in attached}

    assert {k: "" if v == "n/a" else v for k, v in wanted.items()} == found


def test_descriptions_say_the_data_file(reading: Reading) -> None:
    """The description of the UK chart holds the file's figures, in their order."""
    alt = described(reading, "Line chart").alt
    wanted = [n.value for row in rows("uk-series.csv") for cell in row[1:2] for n in numbers(cell)]

    days = dates(alt)
    said = [n.value for n in numbers(alt) if not any(a <= n.start < b for a, b in days)]

    assert [v for v in said if v in wanted] != []
    assert set(said) <= set(wanted)


def test_shares(reading: Reading) -> None:
    """The platforms' shares are those of the file, as drawn, as described and as attached."""
    wanted = [cell for row in rows("uk-platforms.csv")[1:] for cell in row if re.fullmatch(r"\d+%?", cell)]
    wanted = [w if w.endswith("%") else f"{w}%" for w in wanted]
    picture = described(reading, "Bar chart")
    data = next(d for n, d in reading.files.items() if n.endswith(".csv") and b"Snapchat" in d)

    assert wanted == [n.text for n in numbers(picture.text)]
    assert wanted == [n.text for n in numbers(picture.alt) if n.unit == "percent"]
    assert wanted == [row[1] for row in csv.reader(io.StringIO(data.decode())) if row[1].endswith("%")]


def test_ledger_is_what_is_computed() -> None:
    """The ledger inside the file has the value of every fact that its edition speaks of as computed, and no other."""
    facts = example().checked.facts
    composed = example().checked.composed
    assert facts is not None
    assert composed is not None

    told = {f.id: f.value for f in example_ledger().facts}
    assert set(composed.printed) <= told.keys()
    assert told.items() <= {f.id: f.value for f in facts}.items()


def test_headline_figures_in_prose(reading: Reading) -> None:
    """The sentences that carry the story print the figures of the story."""
    text = " ".join(p.text for p in reading.passages)

    for words in ("554 offences", "against 274 in 2017/18", "255 to 497 (1.95 times)", "7,062", "rose by 89 per cent"):
        assert words in text
    assert "564" in text, "what the parts add up to stands under the table"


def test_numbers_of_the_ledger_are_exact() -> None:
    """1.95 times is 497 over 255, and the headline's ratio 554 over 274, as exact fractions."""
    growth = example_ledger().by_id()["growth[wales]"]
    raw = json.loads(next(f.data for f in example().files if f.name == "facts.json"))

    assert Fraction(554, 274) == growth.value
    assert growth.like_for_like is not None
    assert Fraction(497, 255) == growth.like_for_like.ratio
    assert "277/137" == next(f["value"] for f in raw["facts"] if f["id"] == "growth[wales]")

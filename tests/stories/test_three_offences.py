"""Three offences in the half-year that is missing decide whether "more than doubled" may be printed at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from broken.change import read_change
from calling import Call
from example import copy_of_example

CHANGE = """report/sections/cover.md
-# Online grooming offences {place:in} have [more than doubled](claim:growth "or phrase")
+# Online grooming offences {place:in} have [more than doubled](claim:growth)
report/sections/summary.md
-# Recorded offences {place:in} have [more than doubled](claim:growth "or phrase")
+# Recorded offences {place:in} have [more than doubled](claim:growth)
report/sections/wales.md
-alt: automatic
+alt: |
+  Four small charts of forces whose offences [more than doubled](claim:growth) in all.
data/welsh-forces.csv
-Dyfed-Powys,19,41,39,34,36,30,67
+Dyfed-Powys,HALF,41,39,34,36,30,67
report/facts.yml
-      value: 274
+      value: TOTAL
data/datasets.yml
-    - place: dyfed_powys
-      year: 2017/18
-      is: part year
-      covers: six of 12 months
-      source: bbc_2018
"""


@pytest.mark.parametrize(("half", "total", "failing"), [("21", "276", 0), ("22", "277", 3)])
def test_cover_title_and_alt_fail_together(half: str, total: str, failing: int, tmp_path: Path, call: Call) -> None:
    """With a complete 22 and 277 in all it fails in each of the three places at once; with 21 and 276 in none."""
    copy_of_example(tmp_path)
    read_change(CHANGE.replace("HALF", half).replace("TOTAL", total)).apply(tmp_path)
    outcome = call("check", tmp_path)
    assert failing == outcome.err.count("error[C012]")
    places = ("report/sections/cover.md:", "report/sections/summary.md:", "report/sections/wales.md:")
    assert [bool(failing)] * 3 == [f"--> {place}" in outcome.err for place in places]

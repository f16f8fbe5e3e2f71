"""Sheets of any shape become one observation for each figure, large files by way of pandas."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from report_builder.tables import reshape
from report_builder.tables.delimited import rows_of
from report_builder.tables.grid import Grid, LargeText
from report_builder.tables.layout import Figures, lay_out
from report_builder.tables.package import PackageError
from report_builder.tables.reshape import Observation, observations
from tables.describe import FORCES, spec_of

LONG: dict[str, Any] = {
    "rows": [{"column": "Force", "are": "place"}, {"column": "Outcome"}],
    "years": {"column": "Year"},
    "value": "Count",
    "where": {"Offence": ["88A", "71"]},
}


def not_this_way(*_: object) -> None:
    """Stands in for the plain way where it must not be taken."""
    raise AssertionError("pandas did not read the file")


def observed(text: str, large: bool, **changes: Any) -> list[Observation]:
    """The observations of a CSV text, read as a small or, by pandas alone, as a large file."""
    rows = rows_of(text, ",")
    grid = Grid(rows[:100], large=LargeText(text.encode(), "utf-8", ",")) if large else Grid(rows)
    layout, problems = lay_out("forces", spec_of(**changes), grid, "data/datasets.yml")
    assert layout is not None, problems
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reshape, "rows_of_large", not_this_way)
        patch.setattr(reshape, "CHUNK_ROWS", 5)
        return list(observations(grid, layout))


def test_wide() -> None:
    """Each cell under a year is an observation, with its row and column in the sheet."""
    found = observed(FORCES, large=False)
    assert 6 == len(found)
    last = found[-1]
    assert (("Gwent",), "2019/20", "n/a", 3, 4) == (
        last.names,
        last.at.period and last.at.period.id,
        last.text,
        last.row,
        last.at.column,
    )


def test_long_and_filtered() -> None:
    """Each row that passes the filters is an observation of each measure."""
    text = "Year,Force,Outcome,Offence,Count\n2018/19,Gwent,Charged,88A,4\n,,,,\n2018/19,Gwent,Charged,1,9\n"
    (found,) = observed(text, large=False, **LONG)
    assert Observation(Figures(5), ("Gwent", "Charged"), ("", ""), "2018/19", "4", 2) == found


def test_first_and_last_row() -> None:
    """Rows outside the table are not looked at."""
    text = "Notes\nPolice force,2017/18,2018/19,2019/20\n,,,\nGwent,1,2,3\nPowys,4,5,6\nSource: police,,,\n"
    assert {4, 5} == {o.row for o in observed(text, large=False, header_row="2", last_row="5")}
    assert {5} == {o.row for o in observed(text, large=False, header_row="2", first_row="5", last_row="5")}


CELLS = st.sampled_from(["88A", "71", "1", "", "Gwent", " Gwent", 'a "b"', "x,y", "2018/19", "two\nlines"])


@given(st.lists(st.lists(CELLS, min_size=5, max_size=5), max_size=12))
@example([["88A", "", "", "", ""]])  # a remark in a column that is not read
def test_large_files_give_the_same(rows: list[list[str]]) -> None:
    """pandas and the plain way see the same observations in the same rows."""
    out = io.StringIO()
    csv.writer(out).writerows([["Year", "Force", "Outcome", "Offence", "Count"], *rows])
    text = out.getvalue()
    assert observed(text, large=False, **LONG) == observed(text, large=True, **LONG)
    wide = text.replace("Year,Force,Outcome,Offence,Count", "x,Police force,2017/18,2018/19,2019/20", 1)
    assert observed(wide, large=False) == observed(wide, large=True)


@pytest.mark.parametrize("ragged", ["a,b,c,88A\n", "a,b,c,88A,5,6,7\n", "\n", "a\n"])
def test_ragged_rows(ragged: str) -> None:
    """Rows that are too short or too long are read alike."""
    text = "Year,Force,Outcome,Offence,Count\n2018/19,Gwent,Charged,88A,4\n" + ragged + "2018/19,Gwent,Other,71,2\n"
    assert observed(text, large=False, **LONG) == observed(text, large=True, **LONG)


def test_a_large_file_with_an_open_quotation_mark() -> None:
    """What breaks the fast way is read, and explained, the plain way."""
    text = 'Year,Force,Outcome,Offence,Count\n2018/19,Gwent,Charged,88A,4\n2018/19,"Gwent,Other,71,2\n'
    grid = Grid(rows_of(text, ",", 2), large=LargeText(text.encode(), "utf-8", ","))
    layout, _ = lay_out("forces", spec_of(**LONG), grid, "data/datasets.yml")
    assert layout is not None
    with pytest.raises(PackageError, match="row 3"):
        list(observations(grid, replace(layout, last_row=None)))


def test_pandas_is_not_imported_for_small_files() -> None:
    """A cold build of a report with small tables does not pay for pandas."""
    program = (
        "import sys\n"
        "from report_builder.tables.load import dataset\n"
        "from tables.describe import FORCES, spec_of\n"
        "assert dataset('forces', spec_of(), FORCES.encode())[0] is not None\n"
        "assert not {'pandas', 'numpy', 'python_calamine', 'difflib'} & set(sys.modules), 'imported'\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": ":".join(sys.path)})


@pytest.mark.slow
def test_memory_for_a_large_file_is_bounded() -> None:
    """Reading 40 MB takes the file, one piece of it and what is kept: under three times its size."""
    program = (
        "import resource\n"
        "from report_builder.tables.load import dataset\n"
        "from tables.describe import spec_of\n"
        "import pandas\n"
        "line = b'2018,Gwent,' + b'x' * 70 + b',%d\\n'\n"
        "data = b'Year,Force,Note,Count\\n' + b''.join(line % (i % 7) for i in range(450_000))\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "spec = spec_of(rows={'column': 'Force'}, years={'column': 'Year'}, value='Count', same_row='added', "
        "where={'Count': '6'})\n"
        "made, problems = dataset('forces', spec, data)\n"
        "assert made is not None and not problems, problems\n"
        "grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024\n"
        "assert grown < 3 * len(data), (grown, len(data))\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": ":".join(sys.path)})

"""What may stand in the place of a missing return: six spellings, six right outcomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from calling import Call, Outcome
from example import copy_of_example


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example campaign."""
    copy_of_example(tmp_path)
    return tmp_path


def _with(typed: str, example: Path, call: Call) -> tuple[Outcome, str]:
    """What `facts` says with `typed` in Gwent's cell of 2020/21, and its line on that cell."""
    path = example / "data" / "welsh-forces.csv"
    path.write_text(path.read_text("utf-8").replace("144,n/a,26", f"144,{typed},26"), "utf-8")
    outcome = call("facts", example)
    return outcome, next((line for line in outcome.out.splitlines() if "offences[gwent, 2020/21]" in line), "")


def test_a_zero_is_a_figure(example: Path, call: Call) -> None:
    """Someone returned nil: it is printed, and the year has a total."""
    outcome, line = _with("0", example, call)
    assert 0 == outcome.exit_code
    assert ["offences[gwent,", "2020/21]", "0", "offences"] == line.split()[:4]


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("", "D021", "the cell is blank"),
        ("-", "D020", '"-"'),
        ("*", "D020", '"*"'),
        ("N/A ", "D020", 'did you mean "n/a"'),
    ],
)
def test_what_is_not_declared_is_an_error(typed: str, code: str, said: str, example: Path, call: Call) -> None:
    """A blank, a dash, an asterisk and a code in other letters are asked about, and never taken for zero."""
    outcome, line = _with(typed, example, call)
    assert 1 == outcome.exit_code
    assert f"error[{code}]" in outcome.err
    assert said in outcome.err
    assert "" == line


def test_a_bound_is_kept_as_a_bound(example: Path, call: Call) -> None:
    """Fewer than five is between nil and four: no figure, no zero, and no national total."""
    outcome, line = _with("<5", example, call)
    assert 0 == outcome.exit_code
    assert "between 0 and 4" in line
    total = next(x for x in outcome.out.splitlines() if "offences[wales, 2020/21]" in x)
    assert "no figure" in total

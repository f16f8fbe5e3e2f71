"""The example campaign, spoilt as real campaigns were: each is caught, and said in words (form: `tests/broken`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from broken.change import read_change
from calling import Call
from example import copy_of_example

HERE = Path(__file__).parent
STORIES = sorted(p.name for p in HERE.iterdir() if p.is_dir() and p.name != "__pycache__")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the example campaign."""
    return copy_of_example(tmp_path / "example")


@pytest.mark.parametrize("story", STORIES)
def test_the_story_is_caught(story: str, example: Path, call: Call, pytestconfig: pytest.Config) -> None:
    """Exit code and messages are as the story's `expected.txt` has them."""
    change = read_change((HERE / story / "change.txt").read_text(encoding="utf-8"))
    change.apply(example)
    verb, *options = change.arguments
    outcome = call(verb, *options, example)
    told = f"exit code {outcome.exit_code}\n\n{(outcome.err + outcome.out).replace(str(example), 'PROJECT')}"
    golden = HERE / story / "expected.txt"
    if pytestconfig.getoption("--regenerate"):
        golden.write_text(told, encoding="utf-8", newline="")
    assert golden.read_text(encoding="utf-8") == told
    assert outcome.exit_code in (1, 3)


def test_the_example_itself_raises_no_alarm(example: Path, call: Call) -> None:
    """Not one note, warning or error."""
    outcome = call("check", "--strict", example)
    assert (0, "") == (outcome.exit_code, outcome.err)


def test_every_kind_of_what_goes_wrong_has_its_story() -> None:
    """The first thirteen of the fourteen have folders; the last, another release, is `test_last_release`."""
    assert {f"{n:02}" for n in range(1, 14)} == {story[:2] for story in STORIES}

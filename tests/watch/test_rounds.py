"""One build after another, over saves that are made up."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from report_builder.problems import Problem, Where, problem
from report_builder.watch.rounds import Round, rounds

BLANK = problem("D010", "row 4 is blank", Where("data/stops.csv", row=4))
CLAIM = problem("C012", '"the most" is not supported', Where("report/sections/stops.md", start=80))


class Found(Struct, frozen=True):
    problems: tuple[Problem, ...]


def told(*results: tuple[Problem, ...]) -> list[Round[Found]]:
    """The rounds of builds that come to these, after as many saves as that takes."""
    left: Iterator[tuple[Problem, ...]] = iter(results)
    return list(rounds(lambda: Found(next(left)), [("a.md",)] * (len(results) - 1)))


def test_it_builds_at_once_and_after_each_save() -> None:
    """The first build answers no save."""
    assert [(), ("a.md",), ("a.md",)] == [turn.saved for turn in told((), (), ())]


def test_problems_come_and_go() -> None:
    """Each is told when it comes, and when it is gone, and not between."""
    turns = told((BLANK,), (BLANK, CLAIM), (CLAIM,), ())
    assert [(BLANK,), (CLAIM,), (), ()] == [turn.came for turn in turns]
    assert [(), (), (BLANK,), (CLAIM,)] == [turn.gone for turn in turns]


def test_a_problem_that_moves_down_its_file_is_the_same() -> None:
    """A line was typed above it; in another file it would be another."""
    moved = CLAIM.at(Where("report/sections/stops.md", start=120))
    elsewhere = CLAIM.at(Where("report/sections/cover.md", start=80))
    _, second, third = told((CLAIM,), (moved,), (elsewhere,))
    assert ((), ()) == (second.came, second.gone)
    assert ((elsewhere,), (moved,)) == (third.came, third.gone)


def test_the_same_slip_made_twice_comes_twice() -> None:
    """And the second one is told where the first one stays."""
    again = CLAIM.at(Where("report/sections/stops.md", start=200))
    _, second, third = told((CLAIM,), (CLAIM, again), (again,))
    assert 1 == len(second.came)
    assert ((), 1) == (third.came, len(third.gone))

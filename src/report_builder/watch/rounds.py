"""One build after another: what was saved, what came of it, which problems came and which are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from report_builder.problems import Problem


class Result(Protocol):
    """What a build came to, as far as it is compared with the one before."""

    @property
    def problems(self) -> tuple[Problem, ...]: ...


R = TypeVar("R", bound=Result)


class Round(Struct, Generic[R], frozen=True):
    """A build: the files whose change it answers (none for the first), and what is new of its problems."""

    saved: tuple[str, ...]
    result: R
    came: tuple[Problem, ...]
    gone: tuple[Problem, ...]


def rounds(build: Callable[[], R], saves: Iterable[tuple[str, ...]]) -> Iterator[Round[R]]:
    """A build at once, and one after each save."""
    before: tuple[Problem, ...] = ()
    for saved in chain(((),), saves):
        result = build()
        yield Round(saved, result, _only_in(result.problems, before), _only_in(before, result.problems))
        before = result.problems


def _only_in(problems: tuple[Problem, ...], others: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that are not among the others, wherever in its file each stands: typing moves what is below."""
    left = Counter(_known_by(p) for p in others)
    out = []
    for one in problems:
        if left[_known_by(one)]:
            left[_known_by(one)] -= 1
        else:
            out.append(one)
    return tuple(out)


def _known_by(one: Problem) -> tuple[str, str, str]:
    return one.code, one.message, one.where.file if one.where else ""

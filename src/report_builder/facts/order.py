"""The order in which facts can be computed: each after those it is made from."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from report_builder.facts.spec import AnySpec, Comparison, FromData, Middle, Published, Rank, Rate, Share
from report_builder.problems import Problem, Where, problem

LONGEST_CHAIN = 100


def needs(spec: AnySpec) -> Iterator[tuple[str, str]]:
    """The names of the facts an entry is made from, with the key of the entry that names each."""
    pairs: tuple[tuple[str, str], ...] = ()
    match spec:
        case Comparison():
            pairs = (("of", spec.of), ("against", spec.against))
        case Share():
            pairs = (("of", spec.of), ("out_of", spec.out_of))
        case Rate():
            pairs = (("of", spec.of), ("population", spec.population))
        case Rank() | Middle():
            pairs = (("of", spec.of),)
        case Published():
            pairs = (("test", spec.test.add),) if spec.test else ()
        case FromData():
            pass
    for key, reference in pairs:
        if reference:
            yield key, reference.partition("[")[0].strip()


def in_order(specs: Mapping[str, AnySpec], file: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Names in the order of computation, and problems: unknown names, and circles, whose facts are left out."""
    problems: list[Problem] = []
    ordered: list[str] = []
    done: set[str] = set()
    for name in specs:
        _visit(name, specs, file, (), ordered, done, problems)
    return tuple(ordered), tuple(problems)


def _visit(
    name: str,
    specs: Mapping[str, AnySpec],
    file: str,
    path: tuple[str, ...],
    ordered: list[str],
    done: set[str],
    problems: list[Problem],
) -> None:
    if name in done:
        return
    if name in path:
        circle = " -> ".join((*path[path.index(name) :], name))
        where = Where(file, key=(path[-1],), on_key=True)
        problems.append(
            problem("F003", f"facts go round in a circle: {circle}", where, help="one of them has to be read from data")
        )
        done.update(path[path.index(name) :])
        return
    if len(path) == LONGEST_CHAIN:
        where = Where(file, key=(name,), on_key=True)
        message = f'"{name}" stands at the end of a chain of {LONGEST_CHAIN} facts, each made from the next'
        found = problem("F024", message, where, help="let a fact of the chain read its number from data")
        problems += [found] if all(p.code != found.code for p in problems) else []
        done.update((*path, name))
        return
    for key, needed in needs(specs[name]):
        if needed in specs:
            _visit(needed, specs, file, (*path, name), ordered, done, problems)
        else:
            close = difflib.get_close_matches(needed, specs, 1)
            hint = f'did you mean "{close[0]}"?' if close else "facts are named in report/facts.yml"
            problems.append(
                problem("F002", f'there is no fact named "{needed}"', Where(file, key=(name, key)), help=hint)
            )
    if name not in done:
        done.add(name)
        ordered.append(name)

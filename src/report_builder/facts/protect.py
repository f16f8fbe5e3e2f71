"""Disclosure control: facts to protected facts, once, over all areas, totals and what readers know already.

Small counts are withheld; so is what follows from them, and so are further figures until nobody can work them out, by
an audit that solves for each (see `audit`). Where that cannot be shown, the build is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from report_builder.cache import Cache, key_of
from report_builder.facts.disclosure import Disclosure
from report_builder.facts.family import Facts
from report_builder.facts.forms import Counts
from report_builder.facts.gather import Files, gathered
from report_builder.facts.jigsaw import jigsaws
from report_builder.facts.orders import OF_ORDER, hidden_orders
from report_builder.facts.solver import has_solver
from report_builder.facts.suppress import Outcome, contradicts, protected
from report_builder.facts.withhold import Withholding, all_withheld
from report_builder.problems import Problem, Severity, Where, problem
from report_builder.versions import installed

_MOST_NAMED = 8
_FORMAT = "2"  # raised when the same figures come to be withheld otherwise


def protect(facts: Facts, files: Files, cache: Cache | None = None) -> tuple[Facts, tuple[Problem, ...]]:
    """The facts as they may be printed, or why they may not be: then none of a protected dataset is left in them.

    The cache keeps which facts are withheld, for the same figures and everything known of them.
    """
    problems = list(jigsaws(facts, files.facts))
    counts = Counts(facts)
    if not list(counts.protected()):
        return facts, tuple(problems)
    first = next(d.id for d, _ in counts.protected())
    where = Where(files.datasets, key=(first, "protect"))
    if not has_solver():
        hint = "install it: pip install report-builder[protect]"
        problems.append(
            problem("V002", "SciPy is not installed, which the audit of withheld figures needs", where, help=hint)
        )
        return all_withheld(facts), tuple(problems)
    disclosure, found = gathered(counts, files)
    problems += found
    if any(p.severity is Severity.ERROR for p in found):
        return all_withheld(facts), tuple(problems)
    if contradicts(disclosure.known):
        hint = "correct the file, or take the total that is wrong out of `public_totals:`"
        problems.append(
            problem("V007", "the figures and the totals that are public contradict each other", where, help=hint)
        )
        return all_withheld(facts), tuple(problems)
    hidden = _hidden(counts, disclosure, cache or Cache())
    if isinstance(hidden, Outcome):
        return all_withheld(facts), (*problems, *_refused(hidden, where))
    problems += _said(counts, hidden, disclosure, where)
    return Withholding(counts, hidden).facts(), tuple(problems)


def _hidden(counts: Counts, disclosure: Disclosure, cache: Cache) -> frozenset[str] | Outcome:
    """The ids of what is withheld, from the cache where it was found before; the outcome where that is not enough."""
    ordered = [(f.id, f.inputs, f.value) for f in counts.facts if f.kind in OF_ORDER]
    known = (disclosure.known, disclosure.statements, disclosure.secrets, sorted(disclosure.hidden), ordered)
    key = key_of("withheld", _FORMAT, installed(), repr(known))
    stored = cache.get(key)
    if stored is not None:
        return frozenset(json.loads(stored))
    outcome = protected(disclosure)
    if outcome.unsafe:
        return outcome
    hidden = outcome.hidden | hidden_orders(counts, outcome.audit)
    cache.put(key, json.dumps(sorted(hidden)).encode())
    return hidden


def _refused(outcome: Outcome, where: Where) -> Iterator[Problem]:
    named = ", ".join(outcome.unsafe[:_MOST_NAMED]) + (", ..." if len(outcome.unsafe) > _MOST_NAMED else "")
    yield problem(
        "V001",
        f"{len(outcome.unsafe)} small counts could be worked out whatever is withheld",
        where,
        named,
        help="see whether they are public already (`public_totals:`, `published:`, `earlier:`); otherwise use wider "
        "areas, longer periods or fewer categories, or `show_as: withheld`",
    )


def _said(counts: Counts, hidden: frozenset[str], disclosure: Disclosure, where: Where) -> Iterator[Problem]:
    small = len([f for f in counts.facts if f.id in disclosure.hidden])
    more = len([f for f in counts.facts if f.kind not in OF_ORDER and f.id in hidden and f.id not in disclosure.hidden])
    if small or more:
        counted = "1 small count is" if small == 1 else f"{small} small counts are"
        others = "1 other figure" if more == 1 else f"{more} other figures"
        message = f"{counted} withheld, and {others} so that nothing can be worked out"
        yield problem("V009", message, where)

"""Disclosure control: facts to protected facts, once, over all areas, totals and what readers know already.

Small counts are withheld; so is what follows from them, and so are further figures until nobody can work them out, by
an audit that solves for each (see `audit`). Where that cannot be shown, the build is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction

from report_builder.cache import Cache, key_of
from report_builder.facts.audit import Audit
from report_builder.facts.disclosure import Disclosure
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.forms import Counts, own_value
from report_builder.facts.gather import Files, gathered
from report_builder.facts.jigsaw import jigsaws
from report_builder.facts.linear import Row, row, rows
from report_builder.facts.solver import has_solver
from report_builder.facts.suppress import Outcome, contradicts, protected
from report_builder.facts.withhold import Withholding, all_withheld
from report_builder.problems import Problem, Severity, Where, problem
from report_builder.versions import installed

_MOST_NAMED = 8
_FORMAT = "1"  # raised when the same figures come to be withheld otherwise


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
    ranks = [(f.id, f.inputs, f.value) for f in counts.facts if f.kind == "rank"]
    known = (disclosure.known, disclosure.statements, disclosure.secrets, sorted(disclosure.hidden), ranks)
    key = key_of("withheld", _FORMAT, installed(), repr(known))
    stored = cache.get(key)
    if stored is not None:
        return frozenset(json.loads(stored))
    outcome = protected(disclosure)
    if outcome.unsafe:
        return outcome
    hidden = outcome.hidden | _ranks(counts, outcome.audit)
    cache.put(key, json.dumps(sorted(hidden)).encode())
    return hidden


def _ranks(counts: Counts, audit: Audit) -> frozenset[str]:
    """The ranks that may not print: those of withheld figures, and those that would say too much of one.

    A rank among figures of which some are withheld says on which side of its own each of them lies. These are rows like
    any other; where the audit fails with a family's, its ranks are withheld.
    """
    out: set[str] = set()
    rounded = any(p.round_to > 1 for _, p in counts.protected())
    for family in counts.facts.families.values():
        ranks = [f for f in family.facts.values() if f.kind == "rank" and f.value is not None]
        if not any(i in audit.hidden for f in ranks for i in f.inputs):
            continue
        more = audit.with_rows(_order([f for f in ranks if f.inputs[0] not in audit.hidden], counts, audit.hidden))
        if rounded or more.broken():
            out |= {f.id for f in ranks}
        else:
            audit = more
            out |= {f.id for f in ranks if f.inputs[0] in audit.hidden}
    return frozenset(out)


def _order(ranks: Sequence[Fact], counts: Counts, hidden: frozenset[str]) -> tuple[Row, ...]:
    """What ranks that print say of each withheld figure: the next printed one above it, and the next below."""
    between: dict[str, tuple[Fraction | None, Fraction | None]] = {}
    for fact in ranks:
        value = own_value(counts.facts.by_id(fact.inputs[0]))
        for other in (counts.facts.by_id(i) for i in fact.inputs[1:]):
            that = own_value(other)
            if other.id not in hidden or value is None or that is None:
                continue
            low, high = between.get(other.id, (None, None))
            if that >= value:
                low = max(low or Fraction(0), value + (that > value))
            if that <= value:
                high = min(value if high is None else high, value - (that < value))
            between[other.id] = (low, high)
    forms = ((counts.form(counts.facts.by_id(i)), ends) for i, ends in between.items())
    return rows(*(row(form, *ends) for form, ends in forms if form is not None))


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
    more = len([f for f in counts.facts if f.kind != "rank" and f.id in hidden and f.id not in disclosure.hidden])
    if small or more:
        counted = "1 small count is" if small == 1 else f"{small} small counts are"
        others = "1 other figure" if more == 1 else f"{more} other figures"
        message = f"{counted} withheld, and {others} so that nothing can be worked out"
        yield problem("V009", message, where)

"""The ledger against itself: whether what it says is printed is the value it gives, and follows from its inputs."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from report_builder.facts.ledger import Entry, Ledger
from report_builder.problems import Problem, Where, problem
from report_builder.verify.known import forms_of
from report_builder.verify.numbers import dates, numbers, rounded


def check_ledger(ledger: Ledger, file: str) -> tuple[Problem, ...]:
    """Where the ledger contradicts itself."""
    where = Where(file)
    by_id = ledger.by_id()
    found = []
    for fact in ledger.facts:
        found += [*_figure(fact, where), *_computed(fact, by_id, where), *_words(fact, by_id, where)]
    for claim in ledger.claims:
        if claim.fact not in by_id:
            found.append(problem("R016", f'the claim "{claim.words}" is of {claim.fact}, which is not there', where))
    return tuple(found)


def _figure(fact: Entry, where: Where) -> Iterator[Problem]:
    """The printed number is the value, rounded as it is printed."""
    if fact.value is None:
        return
    said = [n for text in (fact.figure, fact.prose) for n in numbers(text)]
    for number in said:
        if number.value != rounded(fact.value, number.decimals):
            yield problem(
                "R016", f'{fact.id} is {float(fact.value):g}, and the ledger prints "{number.text}" for it', where
            )
            return


def _words(fact: Entry, by_id: dict[str, Entry], where: Where) -> Iterator[Problem]:
    """A number printed alone for a fact is a number of that fact."""
    forms = set(forms_of(fact, by_id))
    for words in dict.fromkeys(w for place in fact.printed for w in place.words):
        found = list(numbers(words))
        alone = len(found) == 1 and len(words.strip("*†‡§¶#")) <= len(found[0].text)
        if alone and not dates(words) and words != fact.base_size and (found[0].value, found[0].unit) not in forms:
            yield problem("R016", f'the ledger says "{words}" prints {fact.id}, which is {fact.figure}', where)


def _computed(fact: Entry, by_id: dict[str, Entry], where: Where) -> Iterator[Problem]:
    """A figure made from two others is what they give, where it is our own that is printed."""
    own = fact.computed if fact.computed is not None else fact.value
    inputs = [by_id[i].value for i in fact.inputs if i in by_id]
    if own is None or len(inputs) != 2 or inputs[0] is None or inputs[1] is None:
        return
    made = _made(fact.kind, inputs[0], inputs[1])
    agrees = fact.published is not None and fact.published.value == own
    if made is not None and made != own and not agrees:
        a, b = fact.inputs
        yield problem("R016", f"{fact.id} is {float(own):g}, and {a} and {b} make it {float(made):g}", where)


def _made(kind: str, a: Fraction, b: Fraction) -> Fraction | None:
    if kind == "difference":
        return a - b
    if not b:
        return None
    return {"ratio": a / b, "share": a / b * 100, "change": (a / b - 1) * 100}.get(kind)

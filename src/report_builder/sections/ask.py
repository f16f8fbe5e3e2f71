"""Asks as blocks: grouped by decision-maker, with the facts that evidence them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from report_builder.document.blocks import Ask, Asks, Block, Run, Runs
from report_builder.facts.fact import Fact
from report_builder.problems import Where
from report_builder.sections.captions import capital, member_name, period_of, place_of
from report_builder.sections.composition import Composition
from report_builder.sections.fences import AskFence
from report_builder.sections.lint import lint
from report_builder.sections.parts import brief_caveat, caveat_of
from report_builder.sections.resolve import Said, fact_named, say
from report_builder.sections.view import AskText
from report_builder.words.forms import figure


def ask_block(fence: AskFence, where: Where, c: Composition) -> tuple[Block, ...]:
    """The ask of a ```ask block."""
    return all_asks((fence.ask,), where, c)


def all_asks(ids: Sequence[str], where: Where, c: Composition, brief: bool = False) -> tuple[Block, ...]:
    """The asks named (or all), one block for each decision-maker, numbered as in the whole report."""
    known = {ask.id: (n, ask) for n, ask in enumerate(c.view.asks, 1)}
    for missing in (i for i in ids if i not in known):
        c.report("Q020", f'there is no ask "{missing}"', where, help=f"asks in report/asks.yml: {', '.join(known)}")
    wanted = [known[i] for i in ids if i in known] if ids else list(known.values())
    language = c.view.language
    groups: dict[tuple[str, str], list[Ask]] = {}
    powers = {ask.to: ask.power for _, ask in reversed(wanted) if ask.power}
    for number, ask in wanted:
        power = "" if brief else ask.power or powers.get(ask.to, "")
        groups.setdefault((ask.to, power), []).append(_ask(number, ask, c, brief))
    return tuple(
        Asks(to, power, tuple(asks), language.say("evidence"), language.say("by when"), brief, where)
        for (to, power), asks in groups.items()
    )


def _ask(number: int, ask: AskText, c: Composition, brief: bool) -> Ask:
    text = say(ask.ask, c)
    if brief:
        return Ask(number, (*text.final(), *_caveats(text, c)))
    lint((*ask.ask, *ask.why), c)
    why = say(ask.why, c)
    named = [(r, Where(ask.where.file, key=(ask.id, "evidence", i))) for i, r in enumerate(ask.evidence)]
    facts = [f for r, at in named if (f := fact_named(r, at, c)) is not None]
    evidence = tuple(_evidence(f, ask.where, c) for f in facts)
    owed = Said(owed=text.unpaid() | why.owed, paid=why.paid)
    return Ask(number, text.final(), _joined(why.final(), _caveats(owed, c)), ask.deadline, evidence)


def _caveats(said: Said, c: Composition) -> Runs:
    """What has to stand beside some words, to go on after them."""
    return tuple(Run(f" {text}", fact=f.id) for f in said.unpaid().values() if (text := caveat_of(f, c)))


def _joined(words: Runs, caveats: Runs) -> Runs:
    """The words and the caveats after them, which begin without a space where there are no words."""
    return (*words, *caveats) if words else tuple(replace(run, text=run.text.lstrip()) for run in caveats)


def _evidence(fact: Fact, where: Where, c: Composition) -> Runs:
    c.use(fact, where)
    number = Run(capital(figure(fact, c.view.language, "compact")), bold=True, fact=fact.id)
    about = ", ".join(
        p for p in (fact.short or fact.label, member_name(fact, c), place_of(fact, c), period_of((fact,), c)) if p
    )
    caveat = brief_caveat(fact, c)
    about += f" ({caveat})" if caveat else ""
    line = c.view.language.say("evidence line", number=number.text, about=about)
    return (number, replace(number, text=line.removeprefix(number.text), bold=False))

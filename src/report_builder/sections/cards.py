"""Figure cards: a number with its label, base, period and caveat."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from report_builder.document.blocks import Block, Card, Cards, Run, Runs
from report_builder.facts.fact import Fact
from report_builder.problems import Where
from report_builder.sections.captions import base_of, capital, member_name, period_of, place_of
from report_builder.sections.composition import Composition
from report_builder.sections.fences import FiguresFence, Placed
from report_builder.sections.lint import lint
from report_builder.sections.parts import brief_caveat, caveat_of
from report_builder.sections.resolve import fact_named, formed, say
from report_builder.words.figures import headline_figure


def cards_block(placed: Placed, fence: FiguresFence, c: Composition) -> tuple[Block, ...]:
    """The cards of a ```figures block."""
    cards = []
    for i, wanted in enumerate(fence.figures):
        where = placed.at(f"figures.{i}.fact")
        fact = fact_named(wanted.fact, where, c)
        if fact is not None:
            label = say(placed.texts.get(f"figures.{i}.label", ()), c, "compact")
            lint(placed.texts.get(f"figures.{i}.label", ()), c)
            made = card(fact, where, c, label.final(), wanted.form)
            others = [caveat_of(f, c) for id_, f in label.unpaid().items() if id_ != fact.id]
            cards.append(replace(made, caveat=" ".join((made.caveat, *others)).strip()))
    return (Cards(tuple(cards), placed.where),) if cards else ()


def cards_for(references: Sequence[str], where: Where, c: Composition) -> tuple[Block, ...]:
    """Cards for the facts listed at `where`, in a section's front matter."""
    cards = []
    for i, reference in enumerate(references):
        at = replace(where, key=(*where.key, i))
        fact = fact_named(reference, at, c)
        if fact is not None:
            cards.append(card(fact, at, c))
    return (Cards(tuple(cards), where),) if cards else ()


def card(fact: Fact, where: Where, c: Composition, label: Runs = (), form: str = "") -> Card:
    """One fact's card. A fact without a figure says so, with its reason in the place of the caveat."""
    c.use(fact, where)
    c.based.add(fact.name)
    language = c.view.language
    number = (
        formed(fact, form, where, c, "compact") if form and fact.value is not None else headline_figure(fact, language)
    )
    caveat = brief_caveat(fact, c) or language.reason(fact.reason)
    return Card(
        number=capital(number) if fact.value is None else number,
        label=label or (Run(_label(fact, c), fact=fact.id),),
        base=base_of(fact, c),
        period=", ".join(p for p in (place_of(fact, c), period_of((fact,), c)) if p),
        caveat=capital(caveat),
        fact=fact.id,
    )


def _label(fact: Fact, c: Composition) -> str:
    """What the number counts, with the category where it is one of a family by category."""
    name = member_name(fact, c)
    return f"{fact.short or fact.label} ({name})" if name else fact.short or fact.label

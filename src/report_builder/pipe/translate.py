"""Facts, quotes and words of a report in another language: the same numbers, every word of them laid over."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from report_builder.campaign.quote import QuotesFile
from report_builder.campaign.report import Report
from report_builder.campaign.translation import FactWords
from report_builder.facts.fact import Fact, Shortfall
from report_builder.facts.family import Axis, Facts, Family
from report_builder.project.overlay import Overlay
from report_builder.sections.view import AskText, SectionText
from report_builder.tables.dataset import Dataset, Member

_NONE = FactWords()

_Order = tuple[tuple[str, str, Fraction], ...]  # as that of Standings


class Glossary(Struct, frozen=True, dict=True):
    """Words of the data to the same in another language; what it does not know stays as it is."""

    words: Mapping[str, str]

    @cached_property
    def _longest_first(self) -> list[tuple[str, str]]:
        return sorted(self.words.items(), key=lambda pair: -len(pair[0]))

    def say(self, text: str) -> str:
        """The words in this language, white space folded where they are known."""
        return self.words.get(" ".join(text.split()), text)

    def all(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Each of them."""
        return tuple(self.say(text) for text in texts)

    def within(self, text: str) -> str:
        """A text put together from several words, each of them in this language."""
        for own, other in self._longest_first:
            text = text.replace(own, other)
        return text


def glossary_of(overlay: Overlay, places: Mapping[str, str]) -> Glossary:
    """What an overlay says of the data; `places` maps the names of places, which stand in editions.yml."""
    return Glossary({**places, **overlay.data})


def facts_in(facts: Facts, overlay: Overlay, glossary: Glossary) -> Facts:
    """The facts with the words of another language."""
    families = {name: _family(family, facts, overlay, glossary) for name, family in facts.families.items()}
    datasets = {id_: _dataset(dataset, glossary) for id_, dataset in facts.datasets.items()}
    return replace(facts, families=families, datasets=datasets)


def _family(family: Family, facts: Facts, overlay: Overlay, glossary: Glossary) -> Family:
    words = overlay.facts.get(family.name, _NONE)
    made = {}
    orders: dict[int, _Order] = {}
    for key, fact in family.facts.items():
        base = overlay.facts.get(fact.base_fact.partition("[")[0], _NONE).label if fact.base_fact else words.base
        made[key] = _fact(fact, words, base, glossary, orders)
    return replace(family, axes=tuple(_axis(a, glossary) for a in family.axes), facts=made)


def _fact(fact: Fact, words: FactWords, base: str, glossary: Glossary, orders: dict[int, _Order]) -> Fact:
    """The fact in other words. `orders` keeps those of ranks by identity: all ranks of a field share one."""
    like, order, side = fact.like_for_like, fact.standings, fact.published
    if like is not None:
        like = replace(like, who=glossary.all(like.who), left_out=_shortfalls(like.left_out, glossary))
    if order is not None:
        if id(order.order) not in orders:
            orders[id(order.order)] = tuple((id_, glossary.say(name), value) for id_, name, value in order.order)
        order = replace(order, order=orders[id(order.order)], tied=glossary.all(order.tied))
    if side is not None:
        side = replace(side, because=words.because or side.because)
    return replace(
        fact,
        label=words.label or fact.label,
        short=words.short or ("" if words.label else fact.short),
        note=words.note or fact.note,
        wording=words.wording or fact.wording,
        base=base or glossary.say(fact.base),
        base_size=words.base_size or glossary.say(fact.base_size),
        reason=glossary.within(fact.reason),
        place_name=glossary.say(fact.place_name),
        shortfalls=_shortfalls(fact.shortfalls, glossary),
        like_for_like=like,
        standings=order,
        published=side,
    )


def _shortfalls(found: tuple[Shortfall, ...], glossary: Glossary) -> tuple[Shortfall, ...]:
    say = glossary.say
    return tuple(
        replace(s, name=glossary.within(s.name), reason=say(s.reason), covers=say(s.covers), note=say(s.note))
        for s in found
    )


def _axis(axis: Axis, glossary: Glossary) -> Axis:
    return replace(axis, members=_members(axis.members, glossary))


def _members(members: tuple[Member, ...], glossary: Glossary) -> tuple[Member, ...]:
    return tuple(replace(m, name=glossary.say(m.name)) for m in members)


def _dataset(dataset: Dataset, glossary: Glossary) -> Dataset:
    say = glossary.say
    return replace(
        dataset,
        what=say(dataset.what),
        publisher=say(dataset.publisher),
        notes=say(dataset.notes),
        run=say(dataset.run),
        place=say(dataset.place),
        codes={code: say(meaning) for code, meaning in dataset.codes.items()},
        dimensions=tuple(
            replace(d, members=_members(d.members, glossary), make_up=say(d.make_up)) for d in dataset.dimensions
        ),
    )


def report_in(report: Report, overlay: Overlay, code: str) -> Report:
    """The report's own words in another language, whose words the tool knows by `code`, and who reviewed them."""
    words = overlay.report
    own = report.publisher
    by = overlay.record.reviewed_by or report.reviewed_by.get(code, "")
    publisher = own.model_copy(
        update={
            "name": words.publisher.name or own.name,
            "legal": words.publisher.legal or own.legal,
            "imprint": words.publisher.imprint or own.imprint,
        }
    )
    return report.model_copy(
        update={
            "title": words.title or report.title,
            "kicker": words.kicker or report.kicker,
            "publisher": publisher,
            "contact": report.contact.model_copy(update={"name": words.contact.name or report.contact.name}),
            "support": words.support or report.support,
            "keywords": (*report.keywords, *words.keywords) if words.keywords else report.keywords,
            "reviewed_by": report.reviewed_by | {code: by},
            "plain_numbers": (*report.plain_numbers, *words.plain_numbers),
        }
    )


def quotes_in(quotes: QuotesFile, overlay: Overlay, first: str) -> QuotesFile:
    """The quotes as they were said, marked as being in the report's `first` language, with roles in another."""
    said = {id_: q.model_copy(update={"language": q.language or first}) for id_, q in quotes.quotes.items()}
    roles = {id_: s.role for id_, s in overlay.quotes.speakers.items() if s.role}
    speakers = {
        id_: s.model_copy(update={"role": roles[id_]}) if id_ in roles else s for id_, s in quotes.speakers.items()
    }
    return quotes.model_copy(update={"quotes": said, "speakers": speakers})


def asks_in(asks: tuple[AskText, ...], overlay: Overlay) -> tuple[AskText, ...]:
    """The asks in another language, with the evidence that the first one names."""
    return tuple(replace(overlay.asks.get(a.id, a), evidence=a.evidence) for a in asks)


def section_in(section: SectionText, overlay: Overlay) -> SectionText:
    """A section in another language; what it is and needs is said in the first one only."""
    other = overlay.sections.get(section.name)
    return section if other is None else replace(other, options=section.options)

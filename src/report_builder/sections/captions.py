"""The small print of figures: what is measured, where, when, of what base, and from which source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from report_builder.facts.fact import Fact, Shortfall
from report_builder.sections.composition import Composition
from report_builder.sections.fences import ChartFence, Placed
from report_builder.sections.lint import lint
from report_builder.sections.resolve import Said, say
from report_builder.tables.dataset import Standing
from report_builder.words.forms import figure
from report_builder.words.language import Language
from report_builder.words.survey import survey_base, survey_interval


def own_words(placed: Placed, key: str, c: Composition) -> Said:
    """What the author wrote under a key of a chart or table, nothing where that is left to the tool."""
    spans = placed.texts.get(key, ())
    if key == "alt" and isinstance(placed.fence, ChartFence) and placed.fence.alt.strip() == "automatic":
        return Said()
    lint(spans, c)
    return say(spans, c, "prose" if key == "alt" else "compact")


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def place_of(fact: Fact, c: Composition) -> str:
    """The fact's place as printed."""
    return fact.place_name or c.view.place.name


def dimension_name(name: str, c: Composition) -> str:
    """What a dimension is called: place and year in the report's language, others as the data call them."""
    known = f"dimension {name}"
    return c.view.language.say(known) if known in c.view.language.sentences else name


def member_name(fact: Fact, c: Composition) -> str:
    """The name of the category a fact is of, "" where it is by place or year only."""
    family = c.view.facts.families[fact.name]
    for axis in family.axes:
        if axis.name not in ("place", "year"):
            return next((m.name for m in axis.members if m.id == fact.member(axis.name)), "")
    return ""


def period_of(facts: Sequence[Fact], c: Composition) -> str:
    """One period, or the first and the last of several."""
    periods = list(dict.fromkeys(p for f in facts for p in (f.from_period, f.period) if p))
    if len(periods) < 2:
        return "".join(c.year(p, "compact") for p in periods)
    ordered = sorted(periods)
    across = c.view.language.style.years == "to"  # "2017 to 2018 to 2023 to 2024" nobody understands
    start, end = (p if across else c.year(p, "compact") for p in (ordered[0], ordered[-1]))
    return c.view.language.say("from to", start=start, end=end)


def base_of(fact: Fact, c: Composition) -> str:
    """What the figure stands on: the base of a percentage ("of the 1,824 offences where ...", or that nobody published
    it), how many answered and the interval of a survey's estimate, of how many figures it is a mean; "" for all else.
    """
    language = c.view.language
    details = (_of_whom(fact, c), survey_base((fact,), language), survey_interval(fact, language), mean_of(fact, c))
    return ", ".join(d for d in details if d)


def mean_of(fact: Fact, c: Composition) -> str:
    """ "mean of four figures, unweighted": that areas large and small count alike; "" for what is no mean or median."""
    if fact.kind not in ("mean", "median") or len(fact.cells) < 2:
        return ""
    return c.view.language.say(f"{fact.kind} of", n=c.view.language.in_words(len(fact.cells)))


def _of_whom(fact: Fact, c: Composition) -> str:
    language = c.view.language
    if fact.kind == "rate":
        return ""  # its label says of how many people it is
    if fact.base_fact and fact.unit == "percent":
        base = c.view.facts.by_id(fact.base_fact)
        if base.suppressed:
            return language.say("base", base=base.label)
        return language.say("base known", n=figure(base, language, "compact"), base=base.label)
    unpublished = fact.unit == "percent" and fact.base_size in ("", "not published") and fact.asked is None
    size = language.say("base not published") if unpublished else fact.base_size
    return f"{fact.base} ({size})" if fact.base and size else fact.base


def subtitle_of(facts: Sequence[Fact], c: Composition) -> str:
    """Measure, place, period and base in one line; of several measures only place and period, for their columns say
    the rest."""
    first, place, period = facts[0], _places_of(facts, c), period_of(facts, c)
    if len({f.name for f in facts}) > 1:
        return ", ".join(p for p in (place, period) if p)
    alike = len(facts) == 1
    base = base_of(first, c) if alike else ", ".join(x for x in (_of_whom(first, c), mean_of(first, c)) if x)
    asked = "" if alike else survey_base(facts, c.view.language)
    return ", ".join(p for p in (capital(first.label), place, period, base, asked) if p)


def _places_of(facts: Sequence[Fact], c: Composition) -> str:
    """The one place, or what several make up; "" where the edition's own is only one of those that make up nothing."""
    places = dict.fromkeys(place_of(f, c) for f in facts)
    axis = c.view.facts.families[facts[0].name].axis("place")
    whole = next((m.name for m in axis.members if m.id == axis.whole), "") if axis is not None else ""
    own = c.view.place.name
    return next(iter(places)) if len(places) == 1 else whole or ("" if own in places else own)


def source_line(facts: Iterable[Fact], c: Composition) -> str:
    """The sources of some facts, cited: "WalesOnline, 1 November 2024"."""
    sources = dict.fromkeys(s for f in facts for s in f.sources)
    return "; ".join(c.citation(s) for s in sources)


def shortfalls_of(facts: Iterable[Fact]) -> tuple[Shortfall, ...]:
    return tuple(dict.fromkeys(s for f in facts for s in f.shortfalls))


def unpublished(shortfall: Shortfall, language: Language) -> bool:
    """Whether all that is known of a gap is that nobody published a figure."""
    return shortfall.reason in ("", language.say("reason, no figure published"))


def shortfall_notes(facts: Iterable[Fact], c: Composition) -> tuple[str, ...]:
    """A sentence for each figure that is partial or in doubt."""
    language = c.view.language
    out = []
    for s in shortfalls_of(facts):
        if s.standing is Standing.PART_PERIOD:
            out.append(language.say("chart part year", name=s.name, period=c.year(s.period), covers=s.covers))
        elif s.standing is Standing.IN_DOUBT:
            out.append(language.say("chart in doubt", name=s.name, period=c.year(s.period), note=s.note).strip())
    return tuple(dict.fromkeys(out))

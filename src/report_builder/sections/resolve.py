"""Spans to runs: facts written out, claims checked, caveats owed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from report_builder.document.blocks import Run, Runs
from report_builder.facts.claims import beside, check, owes
from report_builder.facts.fact import Fact
from report_builder.facts.family import Unfound
from report_builder.facts.meanings import find_meaning
from report_builder.problems import Where
from report_builder.sections.composition import Claimed, Composition
from report_builder.sections.here import area_words, place_words
from report_builder.sections.lint import lint
from report_builder.sections.parts import PARTS
from report_builder.sections.sayings import failed_claim, unknown_wording
from report_builder.text.spans import (
    ClaimSpan,
    Emphasis,
    FactRef,
    LangSpan,
    LinkSpan,
    NoteMark,
    ParagraphText,
    PlainSpan,
    Span,
    Words,
)
from report_builder.words.forms import FORMS, figure, in_form
from report_builder.words.language import Setting
from report_builder.words.phrases import phrase
from report_builder.words.reading import meaning_of
from report_builder.words.starts import at_start


class Said(Struct):
    """Words written out. `owed` are facts whose caveat must stand beside them, `paid` those whose caveat is in them.

    `before` are the words that stand before these, where these are only a part of a sentence.
    """

    before: str = ""
    runs: list[Run] = field(default_factory=list)
    owed: dict[str, Fact] = field(default_factory=dict)
    paid: set[str] = field(default_factory=set)
    headline: bool = False  # numbers that begin a headline or an item of a list stay in numerals

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def unpaid(self) -> dict[str, Fact]:
        """The facts whose caveat still has to stand beside these words."""
        return {id_: fact for id_, fact in self.owed.items() if id_ not in self.paid}

    def final(self) -> Runs:
        """The runs, neighbours of one style joined."""
        out: list[Run] = []
        for run in self.runs:
            if out and replace(out[-1], text="", where=None) == replace(run, text="", where=None):
                out[-1] = replace(run, text=out[-1].text + run.text)
            elif run.text:
                out.append(run)
        return tuple(out)


def say(
    spans: Sequence[Span],
    c: Composition,
    setting: Setting = "prose",
    notes: dict[str, tuple[ParagraphText, ...]] | None = None,
    headline: bool = False,
) -> Said:
    """The runs of some spans; what is wrong in them goes to the composition's problems."""
    said = Said(headline=headline)
    for span in spans:
        _one(span, Run(""), said, c, setting, notes or {})
    return said


def _one(
    span: Span, style: Run, said: Said, c: Composition, setting: Setting, notes: dict[str, tuple[ParagraphText, ...]]
) -> None:
    match span:
        case Words():
            said.runs.append(replace(style, text=span.text))
        case FactRef():
            _fact(span, style, said, c, setting)
        case ClaimSpan():
            _claim(span, style, said, c, setting)
        case PlainSpan():
            _all(span.words, style, said, c, setting, notes)
        case LangSpan():
            _all(span.words, replace(style, language=span.language), said, c, setting, notes)
        case LinkSpan():
            _all(span.words, replace(style, url=span.url, hint=span.title), said, c, setting, notes)
        case Emphasis():
            changed = replace(style, bold=True) if span.strong else replace(style, italic=True)
            _all(span.words, changed, said, c, setting, notes)
        case NoteMark():
            _note(span, style, said, c, notes)


def _all(
    spans: Sequence[Span],
    style: Run,
    said: Said,
    c: Composition,
    setting: Setting,
    notes: dict[str, tuple[ParagraphText, ...]],
) -> None:
    for span in spans:
        _one(span, style, said, c, setting, notes)


def _note(span: NoteMark, style: Run, said: Said, c: Composition, notes: dict[str, tuple[ParagraphText, ...]]) -> None:
    paragraphs = notes.get(span.label)
    if paragraphs is None:
        c.report("T030", f'there is no footnote "{span.label}"', span.where, help=f"add a line [^{span.label}]: words")
        return
    for p in paragraphs:
        lint(p.words, c)
    body = say([w for p in paragraphs for w in p.words], c)
    number = c.footnote(body.final())
    said.owed |= body.unpaid()
    said.runs.append(replace(style, text=str(number), note=number))


def fact_of(name: str, index: tuple[str, ...], where: Where, c: Composition) -> Fact | None:
    """The fact a text names, or None with a problem noted."""
    found = c.view.facts.find(name, index)
    if isinstance(found, Unfound):
        if not found.reported:
            c.report("F001", found.message, where, help=found.help)
        return None
    return found


def _any_of(span: FactRef, c: Composition) -> Fact | None:
    """A member of a family whose members all say the same of a part, so that nobody has to choose one."""
    family, write = c.view.facts.families.get(span.name), PARTS.get(span.part)
    if family is None or write is None or span.index or isinstance(c.view.facts.find(span.name), Fact):
        return None
    members = [*family.facts.values()]
    return members[0] if len({write(f, c) for f in members}) == 1 else None


def fact_named(reference: str, where: Where, c: Composition) -> Fact | None:
    """The fact of a reference in a YAML value, as `offences[gwent]`; braces around it are forgiven."""
    found = c.view.facts.reference(reference.strip().strip("{}"))
    if isinstance(found, Unfound):
        if not found.reported:
            c.report("F001", found.message, where, help=found.help)
        return None
    return found


def _fact(span: FactRef, style: Run, said: Said, c: Composition, setting: Setting) -> None:
    if span.name == "place" or (span.name == "parent" and span.name not in c.view.facts.families):
        said.runs.append(replace(style, text=place_words(span, c)))
        return
    if span.name == "area" and span.name not in c.view.facts.families:
        said.runs.append(replace(style, text=area_words(span, c)))
        return
    fact = (_any_of(span, c) if span.part else None) or fact_of(span.name, span.index, span.where, c)
    if fact is None:
        said.runs.append(replace(style, text="?", flag=c.view.language.say("flag unknown")))
        return
    c.use(fact, span.where)
    if span.part:
        _part(span, fact, style, said, c)
        return
    text = formed(fact, span.form, span.where, c, setting)
    if owes(fact):
        said.owed[fact.id] = fact
    text = _in_place(text, said, c, setting)
    if text[:1].isdigit() and setting == "prose" and not said.headline and _begins(said):
        c.report("W009", f'a sentence begins with "{text}"', span.where, help="begin it with another word")
    said.runs.append(replace(style, text=text, fact=fact.id, where=span.where))


def formed(fact: Fact, form: str, where: Where, c: Composition, setting: Setting) -> str:
    """The fact in a form; as it prints by itself, with a problem noted, where it has no figure or not that form."""
    if fact.value is None and not fact.wording and not fact.suppressed and not fact.bounded:
        reason = f" ({fact.reason})" if fact.reason else ""
        c.report(
            "F020",
            f'"{fact.id}" has no figure{reason}',
            where,
            help="choose another period, or say in words that there is no figure",
        )
        return c.view.language.say("no figure")
    if not form or fact.value is None:
        return figure(fact, c.view.language, setting)
    if form not in FORMS:
        close = difflib.get_close_matches(form, FORMS, 1)
        hint = f'did you mean "{close[0]}"?' if close else f"the forms are {', '.join(FORMS)}"
        c.report("T032", f'there is no form "{form}"', where, help=hint)
        return figure(fact, c.view.language, setting)
    text = in_form(fact, form, c.view.language, c.view.facts)
    if text is None:
        units = ", ".join(FORMS[form][1])
        c.report(
            "T033",
            f'"{fact.id}" is in {fact.unit}, which has no form "{form}"',
            where,
            help=f"that form is for {units}; leave it out to print the figure with its own unit",
        )
        return figure(fact, c.view.language, setting)
    return text


_SENTENCE_START = re.compile(r"(^|[.!?]\s+)$")


def _begins(said: Said) -> bool:
    """Whether a sentence begins after what is said so far."""
    return bool(_SENTENCE_START.search(said.before + said.text))


def _in_place(text: str, said: Said, c: Composition, setting: Setting = "compact") -> str:
    """A phrase as it stands after the words before it."""
    return _at_start(c.view.language.fitted(said.before + said.text, text), said, c, setting)


def _at_start(text: str, said: Said, c: Composition, setting: Setting = "compact") -> str:
    """A figure that begins a sentence takes a capital; in running text its number stands in words."""
    if not _begins(said):
        return text
    if setting == "prose" and not said.headline:
        return at_start(text, c.view.language)
    return text[:1].upper() + text[1:] if text[:1].islower() else text


def _part(span: FactRef, fact: Fact, style: Run, said: Said, c: Composition) -> None:
    write = PARTS.get(span.part)
    if write is None:
        close = difflib.get_close_matches(span.part, PARTS, 1)
        hint = f'did you mean "{close[0]}"?' if close else f"a fact has {', '.join(PARTS)}"
        c.report("T034", f'a fact has no part "{span.part}"', span.where, help=hint)
        return
    text = write(fact, c)
    if not text and span.part != "caveat":
        c.report("T034", f'"{fact.id}" has no {span.part}', span.where, help="leave it out, or name another fact")
    if span.part == "caveat":
        said.paid.add(fact.id)
        for i, run in enumerate(said.runs):
            if not text and run is said.runs[-1]:
                said.runs[i] = replace(run, text=run.text.rstrip())
    said.runs.append(replace(style, text=_at_start(text, said, c), fact=fact.id, where=span.where))


def _claim(span: ClaimSpan, style: Run, said: Said, c: Composition, setting: Setting) -> None:
    inner = Said(said.before + said.text, headline=said.headline)
    _all(span.words, style, inner, c, setting, {})
    fact = fact_of(span.name, span.index, span.where, c)
    if fact is None:
        said.runs += inner.runs
        return
    c.use(fact, span.where)
    words = " ".join(inner.text.split())
    name = span.meaning or meaning_of(words, c.view.language)
    meaning = find_meaning(name)
    if meaning is None:
        unknown_wording(span, words, name, fact, c)
        said.runs += inner.runs
        return
    verdict = check(fact, meaning, c.view.facts)
    printed, in_place_of = words, ""
    if verdict.holds:
        said.runs += [replace(run, fact=fact.id, where=span.where) for run in inner.runs]
    elif span.or_phrase and verdict.applies:
        printed, in_place_of = _in_place(phrase(fact, c.view.language, c.view.facts), said, c), words
        said.runs.append(replace(style, text=printed, fact=fact.id, where=span.where))
    else:
        reason = failed_claim(span, words, verdict, c)
        said.runs += [replace(run, fact=fact.id, flag=reason, where=span.where) for run in inner.runs]
    c.claimed.append(Claimed(printed, verdict, span.where, in_place_of))
    if beside(fact):
        said.owed[fact.id] = fact

"""What is wrong with a translation: words without one, words changed since, figures and claims that differ."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence

from report_builder.facts.family import Facts
from report_builder.problems import Problem, Where, problem
from report_builder.project.load import ASKS, FACTS, QUOTES, RELEASE, REPORT, SOCIAL
from report_builder.project.model import Project
from report_builder.project.overlay import RECORD, Overlay
from report_builder.sections.fences import Part, Placed
from report_builder.sections.view import ReleaseText, SectionText
from report_builder.tables.dataset import Dataset
from report_builder.text.spans import ClaimSpan, FactRef, Span
from report_builder.text.walk import plain, spans_of, walk
from report_builder.words import ENGLISH, language
from report_builder.words.reading import meaning_of

_MOST_NAMED = 8
_OURS = ("place", "parent", "area")

Pair = tuple[str, str]  # the code of the first language, and of the one it was translated into


def check_translation(project: Project, facts: Facts, overlay: Overlay, places: Iterable[str]) -> tuple[Problem, ...]:
    """Everything that can be said of the translation into one language. `places` are the names in editions.yml."""
    return (
        *_unknown(project, overlay),
        *_missing(project, facts, overlay, set(places)),
        *_changed(project, overlay),
        *_differing(project, overlay),
        *_reviewed(project, overlay),
    )


def units(project: Project) -> dict[str, str]:
    """Every part of the project that has a translation of its own, and the hash of its words as they stand today."""
    report = project.report
    own = (report.title, report.kicker, report.publisher.imprint, report.publisher.legal)
    out = {"report.yml": _hash(*own, *(s.note for s in report.support))}
    for section in (*project.sections, *project.others.values()):
        out[f"sections/{section.name}.md"] = _hash(project.files[section.file].text)
    if project.release is not None:
        out["release.md"] = _hash(project.files[RELEASE].text)
    if project.social:
        out["social.yml"] = _hash(project.files[SOCIAL].text)
    for name, spec in project.specs.items():
        words = (spec.label, spec.short, spec.base, spec.note, getattr(spec, "wording", ""))
        out[f"facts.yml: {name}"] = _hash(*words, *(p.because for p in spec.published))
    for ask in project.asks:
        out[f"asks.yml: {ask.id}"] = _hash(ask.to, ask.power, plain(ask.ask), plain(ask.why), ask.deadline)
    for id_, quote in project.quotes.quotes.items():
        out[f"quotes.yml: {id_}"] = _hash(*quote.paragraphs)
    return out


def translated(project: Project, overlay: Overlay) -> tuple[str, ...]:
    """The parts that have a translation, by the names of `units`."""
    there = {f"sections/{name}.md" for name in overlay.sections}
    there |= {f"facts.yml: {name}" for name in overlay.facts} | {f"asks.yml: {name}" for name in overlay.asks}
    there |= {f"quotes.yml: {name}" for name in overlay.quotes.quotes}
    there |= {"release.md"} if overlay.release else set()
    there |= {"social.yml"} if overlay.social else set()
    there |= {"report.yml"} if overlay.report.title else set()
    return tuple(name for name in units(project) if name in there)


def record_of(project: Project, overlay: Overlay, reviewed_by: str = "") -> str:
    """The text of `translation.yml`, which says that every translation there is of the words as they stand today."""
    today = units(project)
    by = reviewed_by or overlay.record.reviewed_by
    lines = ["# Written by `report-builder editions translated`: of which words each part is a translation."]
    lines += [f"reviewed_by: {json.dumps(by, ensure_ascii=False)}", "translated_from:"]
    lines += [f'  "{name}": "{today[name]}"' for name in translated(project, overlay)]
    return "\n".join(lines) + "\n"


def _hash(*words: str) -> str:
    folded = [" ".join(text.split()) for text in words]
    return hashlib.sha256(json.dumps(folded).encode()).hexdigest()[:12]


def _unknown(project: Project, overlay: Overlay) -> Iterator[Problem]:
    """Translations of what the report has not."""
    names = {s.name for s in project.sections} | set(project.others)
    for name, section in overlay.sections.items():
        if name not in names:
            yield problem("E014", f'the report has no section "{name}"', section.where)
    for file, typed, known in (
        ("facts.yml", overlay.facts, project.specs),
        ("asks.yml", overlay.asks, [a.id for a in project.asks]),
        ("social.yml", overlay.social, project.social),
    ):
        for name in typed:
            if name not in known:
                where = Where(f"{overlay.folder}/{file}", key=(name,), on_key=True)
                yield problem("E014", f'there is no "{name}" in report/{file}', where)
    for name in overlay.quotes.quotes:
        if name not in project.quotes.quotes:
            where = Where(f"{overlay.folder}/quotes.yml", key=("quotes", name), on_key=True)
            yield problem("E014", f'there is no quote "{name}"', where)
    firsts = {s.name: s for s in (*project.sections, *project.others.values())}
    for name, section in overlay.sections.items():
        if name in firsts and section.options.kind != firsts[name].options.kind:
            both = f'"{section.options.kind}" here and "{firsts[name].options.kind}" in {firsts[name].file}'
            yield problem("E015", f'"{name}" is of kind {both}', section.at("kind"))


def _missing(project: Project, facts: Facts, overlay: Overlay, places: set[str]) -> Iterator[Problem]:
    """One problem for each file: what of it has no translation."""
    code = overlay.language
    for section in (*project.sections, *project.others.values()):
        if section.name not in overlay.sections and section.parts:
            where = Where(section.file)
            hint = f"write {overlay.folder}/sections/{section.name}.md"
            yield problem("E010", f"{section.file} is not translated into {code}", where, help=hint)
    asks = [a.id for a in project.asks if a.id not in overlay.asks]
    if asks:
        yield problem("E010", f"of report/asks.yml not translated into {code}: {_listed(asks)}", Where(ASKS))
    labels = [name for name, spec in project.specs.items() if not _said(spec, overlay.facts.get(name))]
    if labels:
        message = f"of report/facts.yml not translated into {code}: {_listed(labels)}"
        yield problem("E011", message, Where(FACTS), help=f"write their labels in {overlay.folder}/facts.yml")
    quotes = [q for q, quote in project.quotes.quotes.items() if q not in overlay.quotes.quotes and not quote.language]
    if quotes:
        message = f"of report/quotes.yml not translated into {code}: {_listed(quotes)}"
        yield problem("E011", message, Where(QUOTES), help="they print as they were said")
    if not overlay.report.title:
        yield problem("E011", f"the title is not translated into {code}", Where(REPORT, key=("title",)))
    if project.release is not None and overlay.release is None:
        yield problem("E011", f"{RELEASE} is not translated into {code}", Where(RELEASE))
    posts = [name for name in project.social if name not in overlay.social]
    if posts:
        message = f"of {SOCIAL} not translated into {code}: {_listed(posts)}"
        yield problem("E011", message, Where(SOCIAL), help=f"write them in {overlay.folder}/social.yml")
    data = [words for words in dict.fromkeys(_of_data(facts)) if words not in overlay.data and words not in places]
    if data:
        quoted = [f'"{words}"' for words in data]
        message = f"words of the data not translated into {code}: {_listed(quoted)}"
        hint = f'write each in {overlay.folder}/datasets.yml, as in  North Wales: "…"'
        yield problem("E011", message, Where("data/datasets.yml"), help=hint)


def _said(spec: object, words: object) -> bool:
    wanted = [key for key in ("label", "wording") if getattr(spec, key, "")]
    return words is not None and all(getattr(words, key) for key in wanted)


def _of_data(facts: Facts) -> Iterator[str]:
    """The words of datasets that print, as they stand there."""
    for family in facts.families.values():
        for fact in family.facts.values():
            if fact.place_name:
                yield fact.place_name
            for s in fact.shortfalls:
                yield from (" ".join(words.split()) for words in (s.reason, s.covers, s.note) if words)
    for dataset in facts.datasets.values():
        yield from _of_dataset(dataset)


def _of_dataset(dataset: Dataset) -> Iterator[str]:
    for words in (dataset.what, dataset.publisher, dataset.notes, dataset.run):
        if words:
            yield " ".join(words.split())
    for dimension in dataset.dimensions:
        if dimension.name != "year":
            yield from (m.name for m in dimension.members)


def _changed(project: Project, overlay: Overlay) -> Iterator[Problem]:
    """Parts whose first language has changed since they were translated, or of which nobody said what they are of."""
    record, today = overlay.record.translated_from, units(project)
    there = translated(project, overlay)
    changed = [name for name in there if name in record and record[name] != today[name]]
    unsaid = [name for name in there if name not in record]
    where = Where(f"{overlay.folder}/{RECORD}")
    command = f"report-builder editions translated --lang {overlay.language}"
    if changed:
        message = f"changed since they were translated into {overlay.language}: {_listed(changed)}"
        yield problem("E012", message, where, help=f"read both, mend the translation, then run `{command}`")
    if unsaid:
        message = f"nothing says of which words these are translations: {_listed(unsaid)}"
        yield problem("E013", message, Where(overlay.folder), help=f"compare both, then run `{command}`")


def _differing(project: Project, overlay: Overlay) -> Iterator[Problem]:
    """Figures and claims that one language prints and the other does not."""
    between = (project.report.language, overlay.language)
    for section in (*project.sections, *project.others.values()):
        other = overlay.sections.get(section.name)
        if other is not None:
            yield from _compared(_spans_of(section), _spans_of(other), other.where, between)
    for ask in project.asks:
        same = overlay.asks.get(ask.id)
        if same is not None:
            first, second = (list(walk((*a.ask, *a.why))) for a in (ask, same))
            yield from _compared(first, second, same.where, between)
    for name in (n for n in project.social if n in overlay.social):
        (ours, _), (theirs, where) = project.social[name], overlay.social[name]
        yield from _compared(list(walk(ours)), list(walk(theirs)), where, between)
    if project.release is not None and overlay.release is not None:
        yield from _compared(_spans_of(project.release), _spans_of(overlay.release), overlay.release.where, between)


def _spans_of(text: SectionText | ReleaseText) -> list[Span]:
    return [*_of_parts(text.parts), *(span for note in text.notes.values() for span in spans_of(note))]


def _of_parts(parts: Sequence[Part]) -> Iterator[Span]:
    for part in parts:
        if isinstance(part, Placed):
            for words in part.texts.values():
                yield from walk(words)
        else:
            yield from spans_of((part,))


def _compared(first: Sequence[Span], second: Sequence[Span], where: Where, between: Pair) -> Iterator[Problem]:
    ours, theirs = _printed(first), _printed(second)
    for what, missing in (("lacks", ours - theirs), ("prints, and the first language does not,", theirs - ours)):
        if missing:
            message = f"the translation {what} {_listed(sorted(missing))}"
            yield problem("E016", message, where, help="print the same figures in each language")
    there, here = _claims(first, between[0]), _claims(second, between[1])
    for name in sorted(here.keys() | there.keys()):
        one, other = (sorted(found.get(name, ["nothing"])) for found in (there, here))
        if one != other:
            said = f"{_listed(one)} in {between[0]}, {_listed(other)} in {between[1]}"
            yield problem("E016", f"what is claimed of {name} differs: {said}", where)


def _printed(spans: Iterable[Span]) -> set[str]:
    return {_reference(s) for s in spans if isinstance(s, FactRef) and s.name not in _OURS and s.part != "caveat"}


def _claims(spans: Iterable[Span], code: str) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    words = language(code) or ENGLISH
    for s in spans:
        if isinstance(s, ClaimSpan):
            meaning = s.meaning or meaning_of(" ".join(plain(s.words).split()), words)
            out.setdefault(_reference(s), []).append(meaning or "?")
    return out


def _reference(s: FactRef | ClaimSpan) -> str:
    index = f"[{', '.join(s.index)}]" if s.index else ""
    return f"{s.name}{index}" + (f".{s.part}" if isinstance(s, FactRef) and s.part else "")


def _reviewed(project: Project, overlay: Overlay) -> Iterator[Problem]:
    if not overlay.record.reviewed_by and not project.report.reviewed_by.get(overlay.language):
        message = f"nobody has reviewed the translation into {overlay.language}; the report says so"
        hint = f"report-builder editions translated --lang {overlay.language} --reviewed-by NAME"
        yield problem("E017", message, Where(overlay.folder), help=hint)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")

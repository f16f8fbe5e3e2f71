"""A ```table block: members down, years or several facts across, and under it what does not add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct, field
from msgspec.structs import replace

from report_builder.document.blocks import Block, Run, Runs, TableBlock, TableCell
from report_builder.facts.fact import Fact
from report_builder.facts.family import Axis
from report_builder.sections.captions import capital, dimension_name, own_words, place_of, source_line, subtitle_of
from report_builder.sections.chosen import Shown, fact_at, member_id, members, shown
from report_builder.sections.composition import Composition
from report_builder.sections.fences import Placed, TableFence
from report_builder.sections.parts import caveat_of
from report_builder.tables.dataset import Standing
from report_builder.words.language import Language

MARKS = ("*", "†", "‡", "§", "¶", "#")


class _Marks(Struct):
    """The marks given so far, one for each sentence under the table. `gaps` are the reasons why figures are missing:
    a single reason needs no mark, for every gap has it."""

    gaps: tuple[str, ...]
    given: dict[str, str] = field(default_factory=dict)

    def of(self, sentence: str) -> str:
        """The mark that leads to a sentence."""
        n = len(self.given)
        return self.given.setdefault(sentence, MARKS[n % len(MARKS)] * (1 + n // len(MARKS)))


def table_block(placed: Placed, fence: TableFence, c: Composition) -> tuple[Block, ...]:
    """The table; nothing where its facts cannot be found."""
    families = shown(placed, fence, c)
    if not families:
        return ()
    family = families[0].family
    if fence.across and len(families) > 1:
        message = f"{len(families)} facts along {fence.across} do not fit one table"
        c.report("G027", message, placed.at("across"), help="write a table for each, or leave `across:` out")
        return ()
    down, across = family.axis(fence.down), family.axis(fence.across) if fence.across else None
    if down is None or (fence.across and across is None):
        wrong = fence.down if down is None else fence.across
        known = ", ".join(a.name for a in family.axes) or "nothing"
        c.report(
            "G020",
            f'"{family.name}" is not by "{wrong}"',
            placed.at("down" if down is None else "across"),
            help=f"it is by {known}",
        )
        return ()
    listed = members(down, fence, c)
    rows = [(m, _row_facts(families, {down.name: m.id}, across, placed, c)) for m in listed]
    if fence.order == "largest first":
        rows.sort(key=lambda r: _largest(r[1][-1 if across else 0]) if r[1] else 1.0)
    marks = _Marks(_gaps([f for _, row in rows for f in row]))
    marked = member_id(down, fence.highlight, c)
    body = [_row(m.name, facts, marks, c, emphasis=m.id == marked) for m, facts in rows]
    totals = _totals(fence, families, down, across, placed, c)
    if totals:
        body.append(
            _row(c.view.language.say("total computed", place=place_of(totals[0], c)), totals, marks, c, emphasis=True)
        )
    facts = [f for _, row in rows for f in row]
    for fact in (*facts, *totals):
        c.use(fact, placed.where)
        c.based.add(fact.name)
    title, subtitle = (own_words(placed, key, c) for key in ("title", "subtitle"))
    c.tables += 1
    owed = tuple((Run(caveat_of(f, c), fact=f.id),) for f in (title.unpaid() | subtitle.unpaid()).values())
    block = TableBlock(
        number=c.tables,
        title=title.final() or (Run(capital(family.spec.label)),),
        subtitle=subtitle.text or subtitle_of((*facts, *totals), c),
        head=(_head(families, down, across, c),),
        body=tuple(body),
        notes=(*owed, *_notes(marks, c), *_withheld((*facts, *totals), c), *_differences(totals, down, c)),
        source=source_line((*facts, *totals), c),
        where=placed.where,
    )
    return (block,)


def _largest(fact: Fact) -> float:
    """A key that puts large figures first, the first rank first, and those without a figure last."""
    if fact.value is None:
        return float("inf")
    return float(fact.value) if fact.kind == "rank" else -float(fact.value)


def _row_facts(
    families: Sequence[Shown], given: Mapping[str, str], across: Axis | None, placed: Placed, c: Composition
) -> list[Fact]:
    """The facts of a row; one that is not there is a problem, never a cell left out."""
    columns = [{**given, across.name: a.id} for a in across.members] if across else [given]
    found = (fact_at(one, column, placed, c) for one in families for column in columns)
    return [fact for fact in found if fact is not None]


def _totals(
    fence: TableFence, families: Sequence[Shown], down: Axis, across: Axis | None, placed: Placed, c: Composition
) -> list[Fact]:
    if fence.total == "none" or not down.whole or len(families) > 1:
        return []
    totals = _row_facts(families, {down.name: down.whole}, across, placed, c)
    return [_computed(fact) for fact in totals] if fence.total == "computed" else totals


def _computed(fact: Fact) -> Fact:
    """The fact with our own sum in the place of the published figure."""
    return fact if fact.computed is None else replace(fact, value=fact.computed)


def _head(families: Sequence[Shown], down: Axis, across: Axis | None, c: Composition) -> tuple[TableCell, ...]:
    first = TableCell((Run(capital(dimension_name(down.name, c))),), "column")
    specs = [one.family.spec for one in families]
    names = [m.name for m in across.members] if across else [capital(s.short or s.label) for s in specs]
    return (first, *(TableCell((Run(n),), "column", numeric=True) for n in names))


def _row(
    name: str, facts: Sequence[Fact], marks: _Marks, c: Composition, emphasis: bool = False
) -> tuple[TableCell, ...]:
    cells = [TableCell((Run(name),), "row", emphasis=emphasis)]
    for fact in facts:
        mark = _mark(fact, marks, c)
        text = _text(fact, c)
        cells.append(TableCell((Run(text + mark, fact=fact.id),), "data", numeric=True, emphasis=emphasis, hang=mark))
    return tuple(cells)


def _text(fact: Fact, c: Composition) -> str:
    language = c.view.language
    if fact.suppressed:
        return language.say(_code(fact), n=_bound(fact, c))
    return c.figure(fact) if fact.value is not None else language.say("not available")


def _code(fact: Fact) -> str:
    return "withheld cell" if fact.interval is None else "small cell"


def _bound(fact: Fact, c: Composition) -> str:
    high = fact.interval.high if fact.interval is not None else None
    return "" if high is None else c.view.language.number(high + 1, 0)


def _withheld(facts: Sequence[Fact], c: Composition) -> tuple[Runs, ...]:
    """What the codes of withheld figures mean."""
    found = dict.fromkeys((f"{_code(f)}s", _bound(f, c)) for f in facts if f.suppressed)
    return tuple((Run(c.view.language.say(sentence, n=n)),) for sentence, n in found)


def _mark(fact: Fact, marks: _Marks, c: Composition) -> str:
    """The marks of a cell that is itself partial or in doubt; a total is marked only for what moves it as a whole."""
    language = c.view.language
    said = []
    for s in fact.shortfalls if len(fact.cells) == 1 else ():
        year = c.year(s.period)
        if s.standing is Standing.PART_PERIOD:
            said.append(marks.of(language.say("chart part year", name=s.name, period=year, covers=s.covers)))
        elif s.standing is Standing.IN_DOUBT:
            said.append(marks.of(language.say("chart in doubt", name=s.name, period=year, note=s.note).strip()))
        elif s.standing is Standing.OTHER_DEFINITION:
            said.append(marks.of(language.say("other definition", name=s.name, period=year)))
    if fact.value is None and len(fact.cells) == 1:
        said += [
            marks.of(language.say("missing cell", reason=language.reason(r)))
            for r in _gaps((fact,))
            if len(marks.gaps) > 1
        ]
    return "".join(said)


def _gaps(facts: Sequence[Fact]) -> tuple[str, ...]:
    """The reasons why single figures are missing, each once."""
    missing = [f for f in facts if f.value is None and len(f.cells) == 1]
    return tuple(dict.fromkeys(s.reason for f in missing for s in f.shortfalls if s.reason))


def _notes(marks: _Marks, c: Composition) -> tuple[Runs, ...]:
    language = c.view.language
    out: list[Runs] = [(Run(f"{mark} {sentence}"),) for sentence, mark in marks.given.items()]
    if len(marks.gaps) == 1:
        out.append((Run(language.say("missing cell", reason=language.reason(marks.gaps[0]))),))
    return tuple(out)


def _differences(totals: Sequence[Fact], down: Axis, c: Composition) -> tuple[Runs, ...]:
    """A sentence for each total that its parts do not add up to."""
    out: list[Runs] = []
    for fact in totals:
        if fact.computed is not None and fact.published is not None:
            out.append((Run(difference_sentence("parts differ", fact, len(down.parts()), c), fact=fact.id),))
    return tuple(out)


def difference_sentence(sentence: str, fact: Fact, parts: int, c: Composition) -> str:
    """How far the sum of the parts and the published total lie apart."""
    language = c.view.language
    published = fact.published.value if fact.published else Fraction(0)
    computed = fact.computed if fact.computed is not None else published
    gap = computed - published
    return language.say(
        sentence,
        n=language.in_words(parts),
        period=c.year(fact.period),
        sum=written(computed, language),
        place=place_of(fact, c),
        published=written(published, language),
        gap=language.in_words(int(abs(gap))) if gap.denominator == 1 else written(abs(gap), language),
        direction=language.say("fewer" if gap > 0 else "more"),
        because=fact.published.because if fact.published else "",
    ).strip()


def written(number: Fraction, language: Language) -> str:
    return language.number(number, 0 if number.denominator == 1 else 1)

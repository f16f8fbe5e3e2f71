"""What stands behind the charts: their descriptions in the tags, and the data files, against the ledger."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from report_builder.facts.ledger import Drawn, Entry, Ledger, Mark
from report_builder.problems import Problem, Where, problem
from report_builder.verify.known import forms_of
from report_builder.verify.numbers import numbers
from report_builder.verify.reading import Reading, folded

_PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
_NEAR = Fraction(1, 10**9)  # a value is written with twelve digits


def check_charts(reading: Reading, ledger: Ledger, file: str) -> tuple[Problem, ...]:
    """What the descriptions and the data files of the charts say otherwise than the ledger."""
    where = Where(file)
    return (*_alts(reading, ledger, where), *(p for c in ledger.charts for p in _data(reading, c, ledger, where)))


def _alts(reading: Reading, ledger: Ledger, where: Where) -> Iterator[Problem]:
    said = [(p.page, folded(p.alt)) for p in reading.passages if p.tag == "Figure" and p.alt]
    left = Counter(alt for _, alt in said)
    lost = []
    for chart in ledger.charts:
        alt = folded(chart.alt)
        if left[alt]:
            left[alt] -= 1
        else:
            lost.append(chart)
    strange = [(page, alt) for page, alt in said if left[alt]]
    for chart in lost:
        wanted = folded(chart.alt)
        page, alt = max(strange, key=lambda s: _likeness(s[1], wanted), default=(0, ""))
        if not alt or _likeness(alt, wanted) < 0.5:
            yield problem("R012", f'no picture has the description of "{chart.title}"', where)
            continue
        yield _other(page, alt, wanted, chart, where)


def _likeness(a: str, b: str) -> float:
    """The share of words that two texts have in common."""
    one, two = Counter(a.split()), Counter(b.split())
    return 2 * (one & two).total() / max(one.total() + two.total(), 1)


def _other(page: int, alt: str, wanted: str, chart: Drawn, where: Where) -> Problem:
    there, here = Counter(n.text for n in numbers(alt)), Counter(n.text for n in numbers(wanted))
    more, fewer = list((there - here).elements()), list((here - there).elements())
    note = f"it says {_listed(more)} where the ledger has {_listed(fewer)}" if more or fewer else "its words differ"
    message = f'page {page}: the description of "{chart.title}" is not that of the ledger'
    return problem("R012", message, where, note, help="a reader who cannot see the chart is told something else")


def _listed(items: list[str]) -> str:
    return ", ".join(f'"{item}"' for item in items) or "nothing"


def _data(reading: Reading, chart: Drawn, ledger: Ledger, where: Where) -> Iterator[Problem]:
    yield from _description(chart, ledger, where)
    if not chart.file:
        return
    data = reading.files.get(chart.file)
    if data is None:
        yield problem("R013", f'the data of "{chart.title}" ({chart.file}) is not in the file', where)
        return
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8"))))
    except (UnicodeDecodeError, csv.Error):
        yield problem("R013", f"{chart.file} is no CSV", where)
        return
    if len(rows) - 1 != len(chart.marks):
        message = f'{chart.file} has {len(rows) - 1} rows, and "{chart.title}" draws {len(chart.marks)} figures'
        yield problem("R013", message, where)
        return
    by_id = ledger.by_id()
    panels, series = (len({getattr(m, name) for m in chart.marks}) > 1 for name in ("panel", "series"))
    for mark, row in zip(chart.marks, rows[1:], strict=True):
        names = [mark.label, *([mark.panel] if panels else []), *([mark.series] if series else [])]
        fact = by_id.get(mark.fact)
        wrong = [name for name in names if name not in row] or not _says(row, names, mark, fact)
        if wrong:
            said = _listed([c for c in row if c and c not in names])
            yield problem(
                "R013",
                f"{chart.file}, {', '.join(names)}: {said} is not what the ledger draws there",
                where,
                f'it draws "{mark.text}"' if mark.text else "it draws no figure there",
            )


def _says(row: list[str], names: list[str], mark: Mark, fact: Entry | None) -> bool:
    """Whether every number of a row, its names apart, is the mark's as printed or the fact's own value."""
    cells = [cell for cell in row if cell and cell not in names]
    if mark.text and mark.text not in row:
        return False
    for cell in cells:
        plain = cell.replace(",", "").replace("−", "-")
        if cell != mark.text and _PLAIN.fullmatch(plain):
            value = fact.value if fact is not None else None
            if value is None or abs(Fraction(plain) - value) > abs(value) * _NEAR:
                return False
    return True


def _description(chart: Drawn, ledger: Ledger, where: Where) -> Iterator[Problem]:
    """The ledger's own description of a chart against the facts it draws."""
    by_id = ledger.by_id()
    marks: list[Entry] = [by_id[m.fact] for m in chart.marks if m.fact in by_id]
    forms = {form for fact in marks for form in forms_of(fact, by_id)}
    for mark in chart.marks:
        for number in numbers(mark.text):
            own = set(forms_of(by_id[mark.fact], by_id)) if mark.fact in by_id else forms
            if (number.value, number.unit) not in own:
                yield problem("R016", f'the chart "{chart.title}" labels {mark.fact} as "{mark.text}"', where)

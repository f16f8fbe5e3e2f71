"""The numbers on the pages against the ledger: what nothing explains, and what should be there and is not."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from report_builder.campaign.recipients import SIGN
from report_builder.facts.ledger import Drawn, Ledger
from report_builder.problems import Problem, Where, problem
from report_builder.verify.known import Form, Known, forms_of, known
from report_builder.verify.numbers import Number, dates, numbers
from report_builder.verify.reading import Passage, Reading, folded
from report_builder.words import LANGUAGES

_NUMBERED = re.compile(r"^(?:Figure|Table|Ffigur|Tabl) (\d+)\b")
_PAGE_OF = re.compile(r"^\D{0,20}\d+\D{1,20}\d+\D{0,5}$")
# the line of a recipient's copy, whose name or organisation ("Channel 4") may hold a number
_COPIES = tuple(re.compile(words.say("copy for", who=".+", id=SIGN)) for words in LANGUAGES)
_BETWEEN = "\x1f"  # cells of a table
_WORDS = 12  # a shorter text has to stand alone to be found


class Tally(Struct):
    """How many numbers were read, by what explains them."""

    facts: int = 0
    dates: int = 0
    apart: int = 0  # laws, telephones, quotes, numbers of pages and figures
    problems: list[Problem] = field(default_factory=list)

    def with_(self, other: Tally) -> Tally:
        """Both together."""
        problems = [*self.problems, *other.problems]
        return Tally(self.facts + other.facts, self.dates + other.dates, self.apart + other.apart, problems)

    @property
    def read(self) -> int:
        return self.facts + self.dates + self.apart + sum(p.code == "R010" for p in self.problems)


def check_pages(reading: Reading, ledger: Ledger, file: str) -> Tally:
    """Every number on the pages, and every printing the ledger lists."""
    explains = known(ledger)
    where = Where(file)
    tally = Tally()
    charts = _charts(reading, ledger)
    for passage in reading.passages:
        chart = charts.get(id(passage))
        if chart is not None:
            _drawn(passage, chart, ledger, tally, where)
        else:
            _passage(passage, explains, reading.pages, tally, where)
        if passage.alt:
            described = Passage(passage.page, ("description",), folded(passage.alt))
            _passage(described, explains, reading.pages, tally, where)
    tally.problems += _missing(reading, ledger, where)
    tally.problems += [
        problem("R017", f"{what} cannot be read", where, help="look at it yourself") for what in reading.unread
    ]
    return tally


def _passage(passage: Passage, explains: Known, pages: int, tally: Tally, where: Where) -> None:
    text = passage.text
    said, days = _covered(text, explains.phrases), dates(text)
    for number in numbers(text):
        if _within(number, days):
            tally.dates += 1
        elif _within(number, said) or _structural(number, passage, pages):
            tally.apart += 1
        elif explains.explains(number.value, number.unit):
            tally.facts += 1
        else:
            tally.problems.append(_unexplained(number, passage, where))


def _drawn(passage: Passage, chart: Drawn, ledger: Ledger, tally: Tally, where: Where) -> None:
    """The labels of a chart: only its own marks explain them."""
    by_id = ledger.by_id()
    forms = {form for mark in chart.marks if mark.fact in by_id for form in forms_of(by_id[mark.fact], by_id)}
    phrases = tuple(w for m in chart.marks for w in (m.panel, m.series, m.label) if any(c.isdigit() for c in w))
    shorts = tuple(s.covers for m in chart.marks if m.fact in by_id for s in by_id[m.fact].shortfalls)
    said, days = _covered(passage.text, (*phrases, *(s for s in shorts if s))), dates(passage.text)
    for number in numbers(passage.text):
        if _within(number, days):
            tally.dates += 1
        elif _within(number, said):
            tally.apart += 1
        elif (number.value, number.unit) in forms:
            tally.facts += 1
        else:
            tally.problems.append(_unexplained(number, passage, where))


def _unexplained(number: Number, passage: Passage, where: Where) -> Problem:
    at = max(0, number.start - 40)
    around = f"{'…' if at else ''}{passage.text[at : number.end + 40].strip()}"
    around += "…" if number.end + 40 < len(passage.text) else ""
    return problem(
        "R010",
        f'page {passage.page}: no figure of the ledger explains "{number.text}"',
        where,
        f"it stands in “{around}”",
        help="the page and the ledger inside the file disagree, or someone typed the number by hand",
    )


def _charts(reading: Reading, ledger: Ledger) -> dict[int, Drawn]:
    """Which passage is which chart: by its description, else by its place among the pictures with words in them."""
    drawn = [p for p in reading.passages if p.tag == "Figure" and p.text]
    by_alt = {chart.alt: chart for chart in ledger.charts}
    if len(drawn) == len(ledger.charts):
        return {id(p): chart for p, chart in zip(drawn, ledger.charts, strict=True)}
    return {id(p): by_alt[p.alt] for p in drawn if p.alt in by_alt}


def _structural(number: Number, passage: Passage, pages: int) -> bool:
    """Whether a number counts pages, figures, list items or notes."""
    if passage.tag in ("Lbl", "Note"):
        return passage.tag == "Lbl" or number.start == 0
    if passage.within("TOCI"):
        return number.end == len(passage.text) and number.value <= pages
    if passage.tag == "Artifact" and any(line.fullmatch(passage.text) for line in _COPIES):
        return True
    if passage.tag == "Artifact":
        return bool(_PAGE_OF.match(passage.text)) and number.value <= pages
    found = _NUMBERED.match(passage.text)
    return found is not None and found.start(1) == number.start


def _covered(text: str, phrases: Iterable[str]) -> list[tuple[int, int]]:
    """Where any of the phrases stands as whole words; a longer one is not read as a shorter one within it."""
    out: list[tuple[int, int]] = []
    for phrase in phrases:
        words = folded(phrase)
        at = text.find(words)
        while at >= 0:
            end = at + len(words)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                out.append((at, end))
            at = text.find(words, at + 1)
    return out


def _within(number: Number, spans: Iterable[tuple[int, int]]) -> bool:
    digits = number.start
    return any(
        start <= digits and number.start + len(number.text.split()[0].rstrip("%×")) <= end for start, end in spans
    )


# what should be there ---------------------------------------------------------------------------------------------


def _missing(reading: Reading, ledger: Ledger, where: Where) -> Iterator[Problem]:
    """Texts and figures that the ledger lists and the pages lack."""
    said = [p for p in reading.passages if p.tag not in ("Figure", "Artifact", "TOCI")]
    cells = _BETWEEN.join(("", *(_plain(p.text) for p in said if p.tag in ("TH", "TD")), ""))
    whole = Counter(_plain(p.text) for p in said if p.tag not in ("TH", "TD"))
    wanted = Counter(t.cells or _plain(t.words) for t in ledger.texts)
    for text, times in wanted.items():
        if isinstance(text, tuple):
            row = _BETWEEN.join(("", *filter(None, map(_plain, text)), ""))  # an empty cell has no words to read
            found = cells.count(row)
        else:
            found = whole[text] or sum(_counted(text, p) for p in whole if len(p) > len(text) > _WORDS)
        if found < times:
            shown = " | ".join(text) if isinstance(text, tuple) else text
            yield _gone(shown, times, found, said, where)
    yield from _not_on_page(reading, ledger, where)


def _plain(text: str) -> str:
    return folded(text).replace("\u2011", "-")


def _counted(text: str, passage: str) -> int:
    return len(_covered(passage, (text,)))


def _gone(words: str, times: int, found: int, said: list[Passage], where: Where) -> Problem:
    often = "" if times == 1 else f" {times} times"
    shown = "it is not there" if not found else f"it is there {'once' if found == 1 else f'{found} times'}"
    near = difflib.get_close_matches(words, [p.text for p in said], 1)
    page = next((p.page for p in said if near and p.text == near[0]), 0)
    notes = (f"page {page} has {_difference(words, near[0])}",) if near and near[0] != words else ()
    return problem(
        "R011",
        f"the ledger says “{_short(words)}” is printed{often}, and {shown}",
        where,
        *notes,
        help="the page and the ledger inside the file disagree",
    )


def _difference(here: str, there: str) -> str:
    """ "“67” where the ledger has “97”": the words in which two texts differ."""
    one, two = here.split(), there.split()
    steps = difflib.SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    changed = [(" ".join(two[c:d]), " ".join(one[a:b])) for kind, a, b, c, d in steps if kind != "equal"]
    return ", ".join(f"“{_short(there)}” where the ledger has “{_short(here)}”" for there, here in changed[:3])


def _short(words: str) -> str:
    return words if len(words) <= 120 else f"{words[:117].rstrip()}…"


def _not_on_page(reading: Reading, ledger: Ledger, where: Where) -> Iterator[Problem]:
    """Facts with a number that are on none of the pages of a section that prints them, in any form.

    Marks of charts are left out: they need not have a label.
    """
    by_id = ledger.by_id()
    on: dict[int, set[Form]] = {}
    for passage in reading.passages:
        on.setdefault(passage.page, set()).update((n.value, n.unit) for n in numbers(f"{passage.text} {passage.alt}"))
    texts: dict[int, str] = {}
    for passage in reading.passages:
        texts[passage.page] = f"{texts.get(passage.page, '')} {passage.text}"
    for fact in ledger.facts:
        forms = set(forms_of(fact, by_id))
        for place in fact.printed:
            words = [folded(w) for w in place.words if any(c.isdigit() for c in w)]
            if place.chart or not words or not place.pages:
                continue
            near = "".join(texts.get(n, "") for n in range(place.pages[0] - 1, place.pages[-1] + 2))
            if any(on.get(page, set()) & forms for page in place.pages) or any(w in near for w in words):
                continue
            yield problem(
                "R011",
                f"page {place.pages[0]}: {fact.id} should be printed there, and is not",
                where,
                f"it is {fact.figure or 'without a figure'}",
                help="the page and the ledger inside the file disagree",
            )

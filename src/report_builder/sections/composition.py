"""What accumulates while one document is composed: problems, numbers of charts and notes, what was used."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from report_builder.campaign.consent import Consent
from report_builder.document.blocks import Footnote, Runs
from report_builder.facts.claims import Verdict
from report_builder.facts.fact import Fact
from report_builder.problems import Problem, Severity, Where, problem
from report_builder.sections.view import View
from report_builder.words.forms import figure
from report_builder.words.language import Setting
from report_builder.words.years import year_in_words


class Claimed(Struct, frozen=True):
    """A claim and the verdict on it. `words` are those printed: the author's own, or a phrase in their place."""

    words: str
    verdict: Verdict
    where: Where
    in_place_of: str = ""  # the author's words, where they do not hold and a phrase is printed


class Shown(Struct, frozen=True):
    """Somebody's picture or story; `given`, `until` and `uses` are the places of these words of the consent."""

    what: Literal["picture", "story"]
    consent: Consent | None
    where: Where
    given: Where
    until: Where
    uses: Where


class Composition(Struct):
    """Lives as long as one call of `compose` and is seen by nothing outside this room."""

    view: View
    problems: list[Problem] = field(default_factory=list)
    notes: list[Footnote] = field(default_factory=list)
    printed: dict[str, list[Where]] = field(default_factory=dict)
    claimed: list[Claimed] = field(default_factory=list)
    cited: dict[str, None] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    placed_quotes: set[str] = field(default_factory=set)
    based: set[str] = field(default_factory=set)  # families of percentages whose base has been shown
    charts: int = 0
    tables: int = 0
    anchors: int = 0

    def report(self, code: str, message: str, where: Where | None, *notes: str, help: str = "") -> None:
        """Notes one problem."""
        self.problems.append(problem(code, message, where, *notes, help=help))

    def use(self, fact: Fact, where: Where) -> None:
        """Notes that a fact is printed here, and cites its sources."""
        self.printed.setdefault(fact.id, []).append(where)
        self.cite(*fact.sources)

    def cite(self, *sources: str) -> None:
        self.cited.update(dict.fromkeys(s for s in sources if s))

    def figure(self, fact: Fact) -> str:
        """The fact's number as tables and charts print it; a total that we computed has another value than its fact."""
        kept, key = self.view.figures, (fact.id, fact.value)
        if key not in kept:
            kept[key] = figure(fact, self.view.language, "compact")
        return kept[key]

    def footnote(self, runs: Runs) -> int:
        """The number of a new footnote with these words."""
        self.notes.append(Footnote(len(self.notes) + 1, runs))
        return len(self.notes)

    def anchor(self) -> str:
        self.anchors += 1
        return f"h{self.anchors}"

    def year(self, period: str, setting: Setting = "prose") -> str:
        """A period as the house style writes it."""
        return year_in_words(period, self.view.facts, self.view.language, setting)

    def citation(self, source: str) -> str:
        """The words of a source by its id; the id itself where nobody listed it."""
        return self.view.sources.get(source, source)

    def has_errors(self) -> bool:
        return any(p.severity is Severity.ERROR for p in self.problems)

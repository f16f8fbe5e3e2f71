"""What the builders of blocks are given, and how runs become words of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from urllib.parse import quote

from msgspec import Struct, field

from report_builder.brand.theme import Theme
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document, Run, Runs, Wording
from report_builder.drawing import Drawing
from report_builder.html.markup import Child, Element, element
from report_builder.problems import Problem

_SPACES = re.compile(r"[ \t\r\n]+")
_URL_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


class Setting(Struct, frozen=True):
    """The document, its pictures, the anchors there are, and what is noted on the way.

    `narrow` are charts drawn for a telephone; one that is not in it is shown as it is on a wide page.
    """

    document: Document
    theme: Theme
    drawings: Mapping[Chart, Drawing]
    narrow: Mapping[Chart, Drawing]
    anchors: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    references: Counter[int] = field(default_factory=Counter)  # how often a footnote was referred to so far
    pictures: Counter[str] = field(default_factory=Counter)

    @property
    def wording(self) -> Wording:
        return self.document.wording

    def words(self, runs: Runs) -> list[Child]:
        """Runs as words and inline elements; neighbours that lead to one address are one link."""
        out: list[Child] = []
        link: Element | None = None
        for n, run in enumerate(runs):
            target = self._target(run)
            if link is None or not target or target != self._target(runs[n - 1]):
                link = element("a", href=target) if target else None
                out += [link] if link is not None else []
            made = self._run(run)
            if link is None:
                out.append(made)
            elif isinstance(made, Element) or len(link):
                link.append(made if isinstance(made, Element) else element("span", made))
            else:
                link.text = (link.text or "") + made
        return out

    def block(self, name: str, runs: Runs, **attributes: str | bool) -> Element:
        """An element that holds these runs."""
        return element(name, *self.words(runs), **attributes)

    def other(self, language: str) -> str:
        """A language where it is not the document's own, "" where it is."""
        return "" if language == self.document.language else language

    def flagged(self, *words: Runs) -> list[Element]:
        """The reasons why a draft marks words, each once, to stand under them."""
        reasons = dict.fromkeys(run.flag for runs in words for run in runs if run.flag)
        return [element("p", f"{self.wording.note}: {reason}", class_="flag") for reason in reasons]

    def _target(self, run: Run) -> str:
        """Where a run leads: an address, or a heading there is; "" for nowhere."""
        if run.note:
            return ""
        if run.url.startswith("#"):
            return run.url if run.url[1:] in self.anchors else ""
        return quote(run.url, safe=_URL_SAFE) if _ADDRESS.match(run.url) else ""

    def _run(self, run: Run) -> Child:
        text = _SPACES.sub(" ", run.text)
        if run.note:
            return self._reference(run.note, text)
        made: Child = text
        language = self.other(run.language)
        if run.fact or language:
            made = element("span", made, data_fact=run.fact, lang=language)
        if run.italic:
            made = element("em", made)
        if run.bold:
            made = element("strong", made)
        return element("mark", made) if run.flag else made

    def _reference(self, note: int, text: str) -> Element:
        self.references[note] += 1
        label = f"{self.wording.note} {text}"
        link = element("a", text, href=f"#note-{note}", id=reference(note, self.references[note]), role="doc-noteref")
        link.set("aria-label", label)
        return element("sup", link)


def reference(note: int, time: int) -> str:
    """The id of the place where a footnote is referred to for the first, second and so on time."""
    return f"note-{note}-from-{time}"


def plain(runs: Runs) -> str:
    """The words alone, without the marks of footnotes."""
    return _SPACES.sub(" ", "".join(run.text for run in runs if not run.note)).strip()

"""Which numbers of a text neither a ledger nor some phrases explain: what every read-back of an output rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from report_builder.facts.ledger import Ledger
from report_builder.verify.known import Known, known
from report_builder.verify.numbers import dates, numbers


def unexplained(texts: Iterable[str], ledger: Ledger, phrases: Iterable[str] = ()) -> list[str]:
    """Every number in some texts that is neither a figure of the ledger nor part of its words, with its text."""
    return strangers(texts, known(ledger), phrases)


def strangers(texts: Iterable[str], explains: Known, phrases: Iterable[str] = ()) -> list[str]:
    """The same by what a ledger explains; `phrases` are other words whose numbers are no figures."""
    said = sorted({*explains.phrases, *phrases}, key=len, reverse=True)
    out = []
    for text in texts:
        masked = _plain(text)
        for phrase in said:
            masked = re.sub(rf"(?<!\w){re.escape(_plain(phrase))}(?!\w)", lambda m: "x" * len(m[0]), masked)
        days = dates(masked)
        for n in numbers(masked):
            if not any(a <= n.start < b for a, b in days) and not explains.explains(n.value, n.unit):
                out.append(f"{n.text.strip()} in: {text}")
    return out


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2011", "-")

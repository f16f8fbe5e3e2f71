"""Facts as a table for people, and as CSV and JSON for programs."""

from __future__ import annotations

import csv
import io
import json

from report_builder.facts.entries import entry
from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.ledger import plain
from report_builder.words.forms import figure
from report_builder.words.language import Language

_HEAD = ("fact", "figure", "unit", "place", "period", "remark")


def _row(fact: Fact, language: Language) -> tuple[str, ...]:
    period = f"{fact.from_period} to {fact.period}" if fact.from_period else fact.period
    remarks = [fact.reason] if fact.value is None and not fact.wording else []
    remarks += [f"{s.name}: {s.standing.value}" for s in fact.shortfalls if s.standing != "missing"]
    if fact.computed is not None:
        remarks.append(f"computed {language.number(fact.computed, 0)}, published figure printed")
    return fact.id, figure(fact, language, "compact"), fact.unit, fact.place_name, period, "; ".join(remarks)


def as_table(facts: Facts, language: Language) -> str:
    """Columns padded to their widest entry; the label stands over each family."""
    rows = [_row(f, language) for f in facts]
    widths = [max((len(r[i]) for r in (*rows, _HEAD)), default=0) for i in range(len(_HEAD))]
    lines = []
    for family in facts.families.values():
        lines.append(f"\n{family.name}: {family.spec.label} ({family.spec.kind})")
        lines += [
            "  "
            + "  ".join(
                c.rjust(w) if i == 1 else c.ljust(w)
                for i, (c, w) in enumerate(zip(_row(f, language), widths, strict=True))
            ).rstrip()
            for f in family.facts.values()
        ]
    return "\n".join(lines).lstrip("\n")


def as_csv(facts: Facts, language: Language) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([_HEAD, *(_row(f, language) for f in facts)])
    return out.getvalue()


def as_json(facts: Facts, language: Language) -> str:
    return json.dumps([plain(entry(f)) for f in facts], ensure_ascii=False, indent=1)

"""The ledger of one edition among many."""

from __future__ import annotations

from pathlib import Path

from editions.made import with_editions
from report_builder.build import build_edition, load, prepare
from report_builder.facts.ledger import Ledger, read
from report_builder.pipe.edition import editions_of


def test_it_holds_what_the_edition_says_and_what_that_comes_from(project: Path) -> None:
    """Hundreds of editions do not each carry every figure of every place."""
    prepared = prepare(load(with_editions(project)))
    for edition in editions_of(prepared.project):
        ledger = read(
            next(f.data for f in build_edition(prepared, edition, draft=True).files if f.name == "facts.json")
        )
        assert isinstance(ledger, Ledger)
        held = {entry.id for entry in ledger.facts}
        inputs = {i for entry in ledger.facts for i in (*entry.inputs, *([entry.base_fact] if entry.base_fact else []))}
        said = {entry.id for entry in ledger.facts if entry.printed} | {claim.fact for claim in ledger.claims}
        assert inputs <= held
        assert said
        assert held <= said | inputs | {i for ask in ledger.asks for i in (*ask.facts, *ask.evidence)}
        assert len(held) < len(list(prepared.facts))

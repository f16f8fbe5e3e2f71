"""The example report, composed, as the press room takes it."""

from __future__ import annotations

from functools import cache

from example import ROOT
from report_builder.build import load, own_edition, prepare, view_of
from report_builder.facts.ledger import Ledger
from report_builder.sections.compose import Composed, compose
from report_builder.sections.ledger import ledger_of
from report_builder.sections.view import View


@cache
def composed() -> tuple[View, Composed, Ledger]:
    """The example's view, document and ledger."""
    prepared = prepare(load(ROOT))
    view, _ = view_of(prepared, own_edition(prepared.project))
    made = compose(view)
    return view, made, ledger_of(view, made)

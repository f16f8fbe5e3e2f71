"""What a reviewer is told of the words of a report, in its margin: which fact they print, where, and how sure it is.

In English, as all that is said to the author.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from report_builder.document.blocks import Run
from report_builder.facts.fact import Fact
from report_builder.problems import Where
from report_builder.problems.locate import SourceFile, locate
from report_builder.sections.compose import Composed
from report_builder.sections.composition import Claimed
from report_builder.sections.tables import written
from report_builder.sections.view import View
from report_builder.words.forms import figure
from report_builder.words.margins import computed, margins


def remarks_of(view: View, composed: Composed, files: Mapping[str, SourceFile]) -> Callable[[Run, Where | None], str]:
    """What to say of a run that stands in the block made at a place; "" of one that prints no fact."""
    claims = {claim.where: claim for claim in composed.claimed}

    def remark(run: Run, block: Where | None) -> str:
        if not run.fact or not (run.where or any(c.isdigit() for c in run.text)):
            return ""  # words that the tool sets beside a figure, as the label of a card
        where = run.where or block
        claim = claims.get(where) if where else None
        at = locate(where, files) if where else None
        place = f"{at.file}:{at.line}" if at else where.file if where else ""
        told = _claim(claim, view) if claim is not None else _fact(view.facts.by_id(run.fact), view)
        return "\n".join(x for x in (*told, *_doubts(view.facts.by_id(run.fact), view), place) if x)

    return remark


def _claim(claim: Claimed, view: View) -> Iterator[str]:
    verdict = claim.verdict
    yield f"claim on {verdict.fact.id}: {'holds' if verdict.holds else 'does not hold'}"
    yield computed(verdict, view.language, view.facts)
    yield margins(verdict, view.language)
    if claim.in_place_of:
        yield f'in the place of "{claim.in_place_of}", which does not hold'


def _fact(fact: Fact, view: View) -> Iterator[str]:
    has = fact.value is not None or bool(fact.wording)
    yield f"{fact.id} = {figure(fact, view.language, 'prose')}" if has else f"{fact.id}: no figure ({fact.reason})"
    if fact.computed is not None and fact.published is not None:
        sides = (written(fact.published.value, view.language), written(fact.computed, view.language))
        yield "published {}, computed {}".format(*sides)
    cells = [f"{ref.file} {ref.column}{ref.row}" for ref in fact.cells]
    yield ", ".join(cells) if len(cells) < 6 else f"{len(cells)} cells of {fact.cells[0].file}"
    yield "; ".join(view.sources.get(source, source) for source in fact.sources)


def _doubts(fact: Fact, view: View) -> Iterator[str]:
    for shortfall in fact.shortfalls:
        yield f"{shortfall.name}, {shortfall.period}: {shortfall.standing.value}"
    for accepted in fact.accepted:
        yield f"accepted: {accepted.problem}, by {accepted.by} on {accepted.date}"

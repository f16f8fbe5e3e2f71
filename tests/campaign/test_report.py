"""What people write in report.yml, and what is refused of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from report_builder.campaign.acceptance import Acceptance
from report_builder.campaign.ask import AsksFile
from report_builder.campaign.quote import QuotesFile
from report_builder.campaign.report import Report

FOLDER = Path(__file__).parents[2] / "report"


def typed(name: str) -> dict[str, Any]:
    """A file of the example as the program reads its scalars: text."""
    read = yaml.load((FOLDER / name).read_text("utf-8"), yaml.BaseLoader)
    assert isinstance(read, dict)
    return read


def test_the_example() -> None:
    """The example's own files are read, and the helplines keep their zeros."""
    report = Report.model_validate(typed("report.yml"))
    assert ["0808 800 5000", "0800 1111"] == [line.phone for line in report.support]
    assert {"wanless", "riggs"} == set(QuotesFile.model_validate(typed("quotes.yml")).speakers)
    assert ["Ofcom", "UK government"] == [ask.to for ask in AsksFile.model_validate(typed("asks.yml")).root.values()]


@pytest.mark.parametrize(
    "change",
    [
        {"slug": "../elsewhere"},
        {"slug": "Has Capitals"},
        {"stage": "final"},
        {"publish": "soon"},
        {"sections": []},
        {"tittle": "x"},
        {"page": "A3"},
    ],
)
def test_refused(change: dict[str, Any]) -> None:
    """Names that are no file names, unknown stages, no date, no sections, unknown keys."""
    with pytest.raises(ValueError, match=next(iter(change))):
        Report.model_validate({**typed("report.yml"), **change})


@pytest.mark.parametrize(
    "change", [{"problem": "part-year"}, {"date": "last week"}, {"caveat": "nowhere"}, {"by": None}]
)
def test_acceptances(change: dict[str, Any]) -> None:
    """A problem is accepted by its exact name, by someone, on a day; anything else is refused."""
    record = {"problem": "part-year-base", "because": "As published.", "by": "A head", "date": "2024-10-31"}
    assert "beside" == Acceptance.model_validate(record).caveat
    with pytest.raises(ValueError, match=next(iter(change))):
        Acceptance.model_validate({k: v for k, v in {**record, **change}.items() if v is not None})


def test_one_is_a_list_of_one() -> None:
    """A single value stands where a list is meant."""
    asks = AsksFile.model_validate({"a": {"to": "Ofcom", "ask": "Act.", "evidence": "offences"}})
    assert ("offences",) == asks.root["a"].evidence

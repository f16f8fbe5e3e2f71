"""The method writes itself from what the report uses; the example's is kept as text, written anew by --regenerate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from facts.made import ROOT, sound
from facts.made import table as dataset
from report_builder.build import load, own_edition, prepare, view_of
from report_builder.sections.compose import compose
from sections.made import blocks, composed, lines, told

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("kind", ["method", "cover"])
def test_the_example(kind: str, pytestconfig: pytest.Config) -> None:
    """What the example says, section by section."""
    project = load(ROOT)
    view, problems = view_of(prepare(project), own_edition(project))
    assert () == (*project.problems, *problems)
    document = compose(view).document
    if kind == "cover":
        assert document.cover is not None
        shown = ["".join(r.text for r in runs) for runs in (document.cover.headline, *document.cover.standfirst)]
    else:
        shown = lines(b for part in document.sections if part.kind == kind for b in part.blocks)
    text = "\n".join(shown) + "\n"
    golden = GOLDEN / f"{kind}.txt"
    if pytestconfig.getoption("--regenerate"):
        golden.write_text(text, encoding="utf-8", newline="")
    assert golden.read_text(encoding="utf-8") == text


def method(text: str, **more: Any) -> list[str]:
    """The lines of a method section under words that use some facts."""
    made = composed(f"# A\n\n{text}\n", "method", **more)
    assert [] == told(made)
    return lines(blocks(made))[2:]


def test_nothing_that_does_not_apply() -> None:
    """A report of whole counts says who gave them, and nothing of rounding, overlap, gaps or bases."""
    made = dataset("Place,2020,2021,2022\nAx,1,2,3\nBy,4,5,6\n", source="")
    facts = sound({"n": {"kind": "sum", "data": "t", "each": ["place", "year"]}}, made, here="All")
    said = "\n".join(method("{n}", facts=facts))
    assert "All two parts of All have a figure for every year from 2020 to 2022." in said
    for word in ("rounded", "overlap", "more than one", "No figure", "covers", "base", "in doubt"):
        assert word not in said


def test_what_is_not_used_is_not_said() -> None:
    """A dataset that no figure of the report comes from is not in its method."""
    said = "\n".join(method("{girls} {girls.base}"))
    assert "police forces in Wales" not in said
    assert "victim’s gender was known" in said


def test_total_rows_are_no_areas() -> None:
    """Who gave figures is counted without the rows that sum others."""
    rows = {"column": "Place", "are": "place", "make_up": "Land", "totals": ["Total"]}
    made = dataset("Place,2020,2021,2022\nAx,1,2,3\nBy,4,5,6\nTotal,5,7,9\n", rows=rows, source="")
    facts = sound({"n": {"kind": "sum", "data": "t", "each": ["place", "year"]}}, made, here="Land")
    assert "All two parts of Land" in "\n".join(method("{n}", facts=facts))


def test_one_year_without_a_figure() -> None:
    """One gap is one year, and it is left out."""
    made = dataset("Place,2020,2021,2022\nAx,1,2,3\nBy,4,n/a,6\n", source="")
    facts = sound({"n": {"kind": "sum", "data": "t", "each": ["place", "year"]}}, made, here="All")
    said = "\n".join(method("```table\nfact: n\ndown: place\nacross: year\ntitle: N\n```", facts=facts))
    assert "No figure for By in 2021 (no return): left out, never counted as zero." in said


def test_gaps_are_told_by_their_reasons() -> None:
    """What is withheld is not said to be unpublished; years of one reason stand together."""
    text = "Place,2020,2021,2022\nAx,1,*,3\nBy,n/a,n/a,6\n"
    codes = {"n/a": "no figure published", "*": "withheld to protect people"}
    facts = sound(
        {"n": {"kind": "sum", "data": "t", "each": ["place", "year"]}}, dataset(text, codes=codes), here="All"
    )
    made = method("```table\nfact: n\ndown: place\nacross: year\ntitle: N\n```", facts=facts)
    said = "\n".join(made)
    assert "No figure for Ax in 2021 (withheld to protect people): left out, never counted as zero." in said
    assert "No figure was published for By in 2020 and By in 2021. These years are left out" in said


@pytest.mark.parametrize(
    ("figures", "wanted"),
    [
        ("rounded to the nearest 50", "rounded to the nearest 50, so each may be off by up to 25."),
        ("rounded to the nearest 5", "rounded to the nearest 5, so each may be off by up to 2.5."),
        ("rounded to whole numbers", "rounded, so each may be off by up to half of its last digit."),
    ],
)
def test_how_figures_were_rounded(figures: str, wanted: str) -> None:
    """The step to which they were published, where it is not simply the last digit."""
    made = dataset("Place,2020,2021,2022\nAx,50,100,150\n", source="", figures=figures)
    facts = sound({"n": {"kind": "sum", "data": "t", "each": ["place", "year"]}}, made, here="All")
    assert f"The figures were published {wanted}" in "\n".join(method("{n}", facts=facts))


def test_each_column_as_it_was_rounded() -> None:
    """Of a file with exact and rounded columns only the rounded ones are said to be."""
    measures = {
        "hours": {"column": "Hours", "figures": "whole numbers, exact", "unit": "hours"},
        "lent": {"column": "Lent", "figures": "rounded to the nearest 10", "unit": "books"},
    }
    shape: dict[str, Any] = {"years": {"column": "Year"}, "figures": None, "unit": None, "measures": measures}
    made = dataset("Place,Year,Hours,Lent\nAx,2020,61,120\nBy,2020,7,80\n", source="", **shape)
    entry = {"kind": "sum", "data": "t", "column": "lent", "each": ["place", "year"]}
    said = "\n".join(method("{n}", facts=sound({"n": entry}, made, here="All")))
    assert "Figures of lent were published rounded to the nearest 10, so each may be off by up to 5." in said
    assert "hours" not in said

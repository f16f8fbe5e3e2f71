"""Codes V000 to V999: disclosure control."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "V001",
        "a small count that could be worked out",
        "Whatever else is withheld, what readers know from elsewhere leaves too little doubt about these counts.",
        "Look which totals and earlier releases give them away; use wider areas, longer periods or fewer categories.",
        exit_code=3,
    ),
    Code(
        "V002",
        "no solver to audit withheld figures with",
        "Whether a withheld figure can be worked out is tested by solving for it, and the library that does so is missing.",
        "Install it: `pip install report-builder[protect]`.",
        exit_code=4,
    ),
    Code(
        "V003",
        "an earlier release that is not a ledger",
        "Figures of an earlier release are read from the facts.json that it was published with.",
        "Name that file; it lies in the build folder, and is attached to the PDF.",
    ),
    Code(
        "V004",
        "a public total that cannot be placed",
        "A total that is public elsewhere is a sum of counts of this dataset, and these have to be named as it has them.",
        "Use the names of its dimensions and rows; `report-builder facts` lists them.",
    ),
    Code(
        "V005",
        "a total row of unknown parts",
        "A total gives its last part away. Which rows it adds up has to be known, or nothing can be shown to be safe.",
        "List the rows under `subtotals:`, or name the whole with `make_up:`.",
    ),
    Code(
        "V006",
        "small counts by age, sex and place together",
        "Few people share an age, a sex and a place. Neighbours and schools can tell who a small count is about, even where no figure names anyone.",
        "Leave one of the three out or widen it; where there is good reason to print it, accept it on record.",
        exit_code=3,
    ),
    Code(
        "V007",
        "figures that contradict each other under protection",
        "The audit takes totals, bounds and public figures to be true together; here they cannot be, so it would show nothing.",
        "Correct the figure that is wrong.",
    ),
    Code(
        "V008",
        "figures revised since an earlier release",
        "A reader can compare the two releases. The audit knows that the old figures are public, but not which cells behind them changed.",
        "Look whether the difference between the two is itself a small count; if it is, withhold the new figure too.",
        Severity.WARNING,
    ),
    Code(
        "V009",
        "figures that are withheld",
        "Small counts are withheld to protect people, and further figures so that nobody can work them out.",
        "Nothing; look whether a figure that you need is among them, and leave out another that tells the same.",
        Severity.NOTE,
    ),
)

"""Codes C000 to C999: claims."""

from __future__ import annotations

from report_builder.problems.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "C010",
        "a claim in words the tool does not know",
        "A claim is checked by its meaning. Words with no known meaning cannot be checked, so they cannot be printed as a claim.",
        "Use a wording that the message offers, or keep yours and name the meaning you intend after the fact: "
        "[words](claim:growth=more-than-doubled). `report-builder explain C011` says what meanings there are.",
    ),
    Code(
        "C011",
        "a meaning that does not exist",
        "The name after the equals sign must be one of the meanings whose rule the tool can test.",
        "Of growth: rose, fell, unchanged; doubled, trebled, quadrupled, quintupled, halved, each also with more-than- or "
        "almost- before it. Of shares: half, third, quarter, fifth, tenth, two-thirds, three-quarters with more-than-, "
        "less-than-, at-least-, almost- or about- before it; majority; one-in-2 to one-in-20; 1-in-ten to 9-in-ten. Of "
        "order: ranked-first and joint-first, to fifth; lowest-ranked-first and so on from the other end.",
    ),
    Code(
        "C012",
        "a claim that the figure does not support",
        "Readers, journalists among them, will check the words against the number. The value computed from the data lies "
        "outside what the words mean.",
        "Use one of the wordings offered, or {fact:phrase}, which always writes what the figure carries.",
    ),
    Code(
        "C013",
        "a claim that holds only at the printed value",
        "The figure was published rounded, so the truth lies in a range, and at one end of the range the claim is false.",
        "Use a weaker wording, or find the unrounded figure.",
    ),
    Code(
        "C014",
        "a claim about a figure that does not exist",
        "Nothing was returned or published for this place and period, so nothing can be said of it. A gap is never zero.",
        "Choose a period with a figure, or say in words that there is none.",
    ),
    Code(
        "C015",
        "a claim that does not fit the kind of figure",
        "A count cannot have doubled by itself and a share has no rank: growth needs two periods, a fraction needs a share, "
        "an order needs a rank.",
        "Point the claim at a fact of the right kind: ratio or change for growth, share for fractions, rank for order.",
    ),
    Code(
        "C017",
        "a rise or fall that chance alone may explain",
        "Two counts of this size differ by as much as this by chance, five times in a hundred or more often, although "
        "nothing has changed (Poisson counts, 95 per cent).",
        "Say that the figure was similar, or give both numbers; or accept it on record with problem chance.",
    ),
    Code(
        "C020",
        "a claim within the margin of error of a survey",
        "A survey asks some and speaks of all, so its figure is an estimate. Over the 95 per cent interval that the sample "
        "leaves, the words may be false: the rise or the majority may not be there (OSR, “Communicating uncertainty in "
        "statistics”).",
        "Give the figures with their interval, or use a weaker wording that holds over all of it.",
    ),
    Code(
        "C016",
        "a claim that holds only raw, not like for like",
        "Part of a period or a place is missing on one side of the comparison. Counted over those who are complete on both "
        "sides, the claim is false or cannot be shown.",
        "Use the wording offered. If the claim must be printed because it was published so, accept the problem on the fact, "
        "with who accepts it and why; the caveat is then printed beside it everywhere.",
    ),
)

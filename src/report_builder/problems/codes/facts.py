"""Codes F000 to F999: facts."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "F001",
        "a fact that does not exist",
        "The text, chart or table names a fact, or a member of its family, that is not in report/facts.yml.",
        "Check the spelling; `report-builder facts` lists every fact with its members.",
    ),
    Code(
        "F002",
        "a fact made from one that does not exist",
        "An entry of report/facts.yml is computed from another fact, or from a member of it, that cannot be found.",
        "Check the spelling of the name and of the member in brackets.",
    ),
    Code(
        "F003",
        "facts that go round in a circle",
        "Each of these facts is computed from the next, and the last from the first, so none can be computed.",
        "Let one of them read its number from data.",
    ),
    Code(
        "F004",
        "a column that the dataset does not have",
        "The fact names a column of figures that the dataset does not describe, or must name one because there are several.",
        "Use one of the columns listed.",
    ),
    Code(
        "F005",
        "a family along something the dataset is not by",
        "`each:` makes one fact for every place, year or category, and the dataset has none such.",
        "Use the names the dataset is described with in data/datasets.yml.",
    ),
    Code(
        "F006",
        "a comparison between members that do not exist",
        "`from:` and `to:` must both be members of the same dimension, such as two years.",
        "Use `first`, `latest`, `previous`, or two members listed.",
    ),
    Code(
        "F007",
        "a per cent change of percentages",
        "A change between two percentages is in percentage points; a per cent change of a percentage misleads.",
        "Use `kind: difference`.",
    ),
    Code(
        "F008",
        "a rank among something the facts are not by",
        "A rank needs the fact for every member of a dimension, such as every place.",
        "Use a dimension of the fact that is ranked.",
    ),
    Code(
        "F009",
        "our figure and the published one differ",
        "Readers will compare the two. Someone has to decide which is printed, and the reason is printed where they add up.",
        "Add `print: published` or `print: computed`, and `because:`.",
    ),
    Code(
        "F010",
        "a published figure that is not a number",
        "A published figure is compared with our own, so it has to be a number as it was printed.",
        'Write it as printed: "554", "1,824", "89%".',
    ),
    Code(
        "F011",
        "one value, but not one cell",
        "`kind: value` reads exactly one cell for each member of the family.",
        "Add `each:` or `where:`, or use `kind: sum`.",
    ),
    Code(
        "F012",
        "a sum of parts that overlap",
        "One case can count in several of these rows, so adding them counts it more than once.",
        "Print the parts apart. Bounds for any of them together are given by `kind: published` with `test:`.",
    ),
    Code(
        "F013",
        "a dataset that does not exist",
        "The fact reads a dataset that data/datasets.yml does not describe.",
        "Check the spelling, or describe the file there.",
    ),
    Code(
        "F014",
        "an acceptance that has lapsed",
        "The problem was accepted for a figure that has changed since, so whoever accepted it has to look again.",
        "Check the new figure, and date the acceptance anew.",
    ),
    Code(
        "F015",
        "a published wording that our data cannot prove",
        "The data allow the wording but do not prove it, or contradict it; it stands on the publisher's word alone.",
        "Accept it on record with `accept:`; the caveat is then printed beside it.",
    ),
    Code(
        "F016",
        "a source that is not listed",
        "Every figure's source is printed; this one is named but not described.",
        "List it under `sources:` in data/datasets.yml.",
    ),
    Code(
        "F017",
        "a published figure in another unit",
        "A published figure stands beside our own, so both have to be of one kind: per cent beside per cent, multiples beside multiples.",
        "Give the figure that was published for this very fact, or move it to the fact it belongs to.",
    ),
    Code(
        "F018",
        "figures of two kinds compared",
        "Per cent, percentage points, multiples, money and counts are different things; a difference or ratio between two of them means nothing.",
        "Compare figures of one kind.",
    ),
    Code(
        "F019",
        "a choice that the dataset does not have",
        "`where:` chooses rows by name. A name that is not there would silently leave rows out, or in.",
        "Use the names of the dataset; `report-builder facts` lists them.",
    ),
    Code(
        "F024",
        "a fact at the end of too long a chain",
        "It is made from a fact that is made from a fact, and so on, a hundred times over. Nobody can check such a "
        "figure, and a file like that is made to stop the computer.",
        "Let a fact nearer to it read its number from data.",
    ),
    Code(
        "F040",
        "a share of a total that its parts do not add up to",
        "The parts and the published total disagree, so a part is one share of the one and another share of the other. "
        "Readers who add up will find both.",
        "Name what it is a share of under `base:`, in words: base: the published total.",
    ),
    Code(
        "F030",
        "another first year turns the direction round",
        "From the year chosen the figure went one way, from a later year it goes the other. Readers who see the whole run "
        "will say that the year was picked.",
        "Show the whole run and say both, or accept it on record with `accept:` and problem start-year.",
        Severity.WARNING,
    ),
    Code(
        "F031",
        "a percentage on a small base",
        "On few cases a percentage swings by whole points with each of them, and sounds larger than it is.",
        "Print the numbers themselves, or state another `minimum_base:`, or accept it with problem small-base.",
        Severity.WARNING,
    ),
    Code(
        "F032",
        "shares of a whole that do not add up to it",
        "Separate shares that are all listed add up to a hundred, within what rounding leaves.",
        "Say `parts: overlapping` or `listed: some` where that is so; else look for a wrong or missing figure.",
        Severity.WARNING,
    ),
    Code(
        "F033",
        "one measure with two figures",
        "Two facts say they are the same measure of the same place and period, and their figures differ.",
        "Print one of them, or let their labels say how they differ.",
        Severity.WARNING,
    ),
    Code(
        "F034",
        "a percentage without its base",
        "A percentage of those whose answer is known reads like one of everybody unless its base is printed with it.",
        "Add `base:` with a fact (its number is printed too) or with words; `base_size: not published` where that is so.",
        Severity.WARNING,
    ),
    Code(
        "F020",
        "a figure that does not exist is printed",
        "Nothing was returned or published for this place and period. A gap is never zero, so there is nothing to print.",
        "Choose another period, or say in words that there is no figure.",
    ),
    Code(
        "F021",
        "a fact that is never used",
        "The fact is computed but printed nowhere and no other fact needs it.",
        "Remove it, or use it.",
        Severity.NOTE,
    ),
    Code(
        "F022",
        "a total added to its own parts",
        "A row that is the sum of others was chosen together with them, so everything in them would count twice.",
        "Choose the total or its parts, not both.",
    ),
    Code(
        "F023",
        "percentages of different bases added",
        "A per cent of one place or year cannot be added to a per cent of another: each is a part of its own whole.",
        "Use `each:` to print them apart, or compute the share from the counts behind them.",
    ),
)

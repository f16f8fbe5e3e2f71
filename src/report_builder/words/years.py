"""Years across two as the house style writes them: "2017/18", "2017 to 2018", "the year ending March 2018"."""

from __future__ import annotations

from datetime import date, timedelta

from babel.dates import format_date

from report_builder.facts.family import Facts
from report_builder.tables.periods import Period, parse_run
from report_builder.words.language import Language, Setting


def year_in_words(text: str, facts: Facts, language: Language, setting: Setting = "prose") -> str:
    """A period as printed: `text` as the data have it, unless it is a year across two and the style writes those out.

    What the year runs over is looked up among the facts; where two datasets disagree, the text stays as it is.
    """
    if not text or (language.style.years == "as given" and " " not in text):
        return text
    known = {m.period for f in facts.families.values() for a in f.axes for m in a.members if m.id == text and m.period}
    known |= {d.year for d in facts.datasets.values() if d.year and d.year.id == text}
    return written(known.pop(), language, setting) if len(known) == 1 else text


def run_in_words(run: str, language: Language) -> str:
    """What years run over, as typed in the data's description, "1 April to 31 March", in the language."""
    begins = parse_run(run)
    if begins is None:
        return run
    first = date(2023, *begins)
    ends = (first, first.replace(year=2024) - timedelta(days=1))
    start, end = (str(format_date(day, "d MMMM", locale=language.locale)) for day in ends)
    return language.say("from to", start=start, end=end)


def written(period: Period, language: Language, setting: Setting = "prose") -> str:
    """A period in the style of the language; its id, unless it is twelve months across two years."""
    style = language.style.years
    spelled = " " in period.id  # "year ending June 2018" is English
    if not spelled and (style == "as given" or period.months != 12 or period.start.year == period.end.year):
        return period.id
    if style == "to":
        return language.say("years to", start=period.start.year, end=period.end.year)
    month = str(format_date(period.end, "MMMM y", locale=language.locale))
    return language.say(
        "year ending" if setting == "prose" and style != "as given" else "year ending, short", month=month
    )

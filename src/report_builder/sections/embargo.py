"""The embargo line, in the form journalists know."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from report_builder.campaign.report import Report
from report_builder.words.language import Language
from report_builder.words.style import in_style


def embargo_line(report: Report, language: Language) -> str:
    """ "EMBARGOED UNTIL 00:01 Friday 1 November 2024", or "FOR IMMEDIATE RELEASE".

    An embargo that is no date and time ("2024-11-01 00:01") stands as typed.
    """
    typed = report.embargo.strip()
    if typed in ("", "none"):
        return language.say("immediate release")
    try:
        until = datetime.fromisoformat(typed)
    except ValueError:
        return language.say("embargoed until", when=typed)
    with_weekday = in_style(language, replace(language.style, date="Friday 1 November 2024"))
    return language.say("embargoed until", when=f"{until:%H:%M} {with_weekday.date(until.date())}")

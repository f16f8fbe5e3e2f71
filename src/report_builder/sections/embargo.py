"""The embargo as it is printed, and whether it lets a report out yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec.structs import replace

from report_builder.campaign.embargo import Embargo, Fault, read_embargo
from report_builder.campaign.report import Report
from report_builder.problems import Problem, Where, problem
from report_builder.sections.view import View
from report_builder.words.language import Language
from report_builder.words.style import in_style

_WHERE = Where("report/report.yml", key=("embargo",))


def embargo_of(report: Report) -> Embargo | None:
    """The embargo of a report, None where there is none or it cannot be read."""
    found = read_embargo(report.embargo)
    return found if isinstance(found, Embargo) else None


def embargo_line(report: Report, language: Language) -> str:
    """ "EMBARGOED UNTIL 00:01 GMT Friday 1 November 2024"; "FOR IMMEDIATE RELEASE" without one, and when it is out."""
    embargo = embargo_of(report)
    if embargo is None or report.stage == "release":
        return language.say("immediate release")
    return until(embargo, language)


def until(embargo: Embargo, language: Language) -> str:
    """The line, in the form journalists know."""
    with_weekday = in_style(language, replace(language.style, date="Friday 1 November 2024"))
    when = f"{embargo.until:%H:%M} {embargo.zone} {with_weekday.date(embargo.until.date())}"
    return language.say("embargoed until", when=when)


def check_embargo(view: View, now: datetime | None) -> tuple[Problem, ...]:
    """What is wrong with the embargo; before a release, that it still holds at `now` (None: at no known time)."""
    report = view.report
    found = read_embargo(report.embargo)
    if isinstance(found, Fault):
        return (problem(found.code, found.message, _WHERE, help=found.help),)
    out: list[Problem] = []
    if found is not None and found.until.date() != report.publish:
        message = f"the embargo ends on {found.until:%Y-%m-%d}, and the report is dated {report.publish}"
        out.append(problem("S025", message, _WHERE, help="make `publish:` and `embargo:` the same day"))
    over = found is None or (now is not None and not found.holds(now))
    if report.stage == "release" and found is not None and not over:
        out.append(problem("S026", f"the embargo holds until {_told(found)}", _WHERE, *_left(found, now), help=_EARLY))
    if report.stage == "embargoed" and over:
        why = "there is no embargo" if found is None else f"the embargo ended at {_told(found)}"
        out.append(problem("S027", why, _WHERE, help="release the report: report-builder build --release"))
    return tuple(out)


_EARLY = "a copy for the press before that time: report-builder build --embargoed"


def _told(embargo: Embargo) -> str:
    return f"{embargo.until:%Y-%m-%d %H:%M} {embargo.zone}"


def _left(embargo: Embargo, now: datetime | None) -> tuple[str, ...]:
    if now is None:
        return ()
    left = embargo.until - now
    minutes = -(-left // timedelta(minutes=1))
    days, hours = minutes // 1440, minutes // 60 % 24
    parts = [(days, "day"), (hours, "hour"), (minutes % 60, "minute")]
    return ("that is in " + ", ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n),)

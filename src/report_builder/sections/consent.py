"""Whether those who are shown agreed to it: on the days they are shown, and for what is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date as Date
from datetime import datetime

from report_builder.campaign.consent import Consent, Use
from report_builder.campaign.report import Report
from report_builder.document.blocks import Paragraph, Run
from report_builder.problems import Problem, problem
from report_builder.sections.composition import Composition, Shown
from report_builder.sections.embargo import embargo_of
from report_builder.words.language import Language

_MADE = {"report": "a report", "web": "a web page", "press": "something for the press"}
_MISSING = "add `consent:` with who:, given:, until:, uses: and kept:"
_NOBODY = "; where nobody is to be seen, write  people: none"


def check_consents(shown: Iterable[Shown], use: Use, report: Report, now: datetime | None) -> tuple[Problem, ...]:
    """What is wrong with the consents behind a document: warnings in a draft, refusals of a copy that goes out.

    That copy goes out at `now` (None: at no known time), so that consents have to hold by then as well.
    """
    return tuple(p for one in shown for p in (*_of_days(one, report, now), *_of_use(one, use, report)))


def check_use(shown: Iterable[Shown], use: Use, report: Report) -> tuple[Problem, ...]:
    """The same of one thing more that is made of a document."""
    return tuple(p for one in shown for p in _of_use(one, use, report))


def mark_shown(shown: Shown, c: Composition) -> tuple[Paragraph, ...]:
    """Notes that somebody is shown; what a draft says on the page where their consent does not hold."""
    c.shown.append(shown)
    reason = _reason(shown.consent, c.view.report, c.view.language)
    return (
        (Paragraph((Run(c.view.language.say("not to be released"), bold=True, flag=reason),), "caveat"),)
        if reason
        else ()
    )


def _reason(consent: Consent | None, report: Report, words: Language) -> str:
    if consent is None:
        return words.say("flag no consent")
    days = [day for day, _ in _days(report)]
    if consent.until < max(days):
        return words.say("flag consent over", date=words.date(consent.until))
    return words.say("flag consent later", date=words.date(consent.given)) if consent.given > min(days) else ""


def _days(report: Report) -> list[tuple[Date, str]]:
    """The days on which a report becomes known, and what happens then."""
    embargo, publish = embargo_of(report), report.publish
    days = [(publish, f"the report is published on {publish}")]
    if embargo is not None and embargo.until.date() != publish:
        days.append((embargo.until.date(), f"the embargo ends on {embargo.until.date()}"))
    return days


def _of_days(shown: Shown, report: Report, now: datetime | None) -> Iterator[Problem]:
    """The first day on which the consent does not hold."""
    consent, out = shown.consent, report.stage != "draft"
    if consent is None:
        message = f"nobody is said to have agreed to this {shown.what}"
        hint = _MISSING + (_NOBODY if shown.what == "picture" else "")
        yield problem("I020" if out else "I002", message, shown.where, help=hint)
        return
    today = now.date() if now is not None else None
    days = [*_days(report), *([(today, f"this copy goes out on {today}")] if today is not None and out else [])]
    for day, told in days:
        if consent.given <= day <= consent.until:
            continue
        over = day > consent.until
        message = f"the consent ends on {consent.until}" if over else f"the consent is given on {consent.given}"
        notes = _lapse(consent, today, day) if over and today is not None else ()
        where = shown.until if over else shown.given
        hint = f"ask again and write down the new dates, or take the {shown.what} out"
        yield problem("I020" if out else "I004", f"{message}, and {told}", where, *notes, help=hint)
        return


def _lapse(consent: Consent, today: Date, day: Date) -> tuple[str, ...]:
    """That it holds today, which is why nobody thinks of it."""
    if not consent.given <= today <= consent.until:
        return ()
    days = (day - consent.until).days
    return (f"it holds today, and lapses {days} day{'' if days == 1 else 's'} before that",)


def _of_use(shown: Shown, use: Use, report: Report) -> Iterator[Problem]:
    if shown.consent is None or use in shown.consent.uses:
        return
    agreed = " and ".join(_MADE[named] for named in shown.consent.uses)
    message = f"the consent to this {shown.what} is for {agreed}, and {_MADE[use]} is made"
    hint = f"ask for that as well, then add {use} to `uses:`; or take the {shown.what} out"
    yield problem("I021" if report.stage == "draft" else "I020", message, shown.uses, help=hint)

"""Consent has to hold when a report becomes known, when a copy goes out, and for what is made of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from report_builder.campaign.consent import Consent
from report_builder.campaign.report import Report
from report_builder.problems import Problem, Where
from report_builder.sections.composition import Shown
from report_builder.sections.consent import check_consents, check_use
from sections.made import section, view

SECTION, GIVEN, UNTIL, USES = (Where("report/sections/a.md", n) for n in range(4))
NOON = datetime.fromisoformat("2024-10-20T12:00+00:00")


def shown(given: str = "2024-01-01", until: str = "2025-01-01", *uses: str) -> Shown:
    """A picture of somebody who agreed to it."""
    words = {"who": "a parent", "given": given, "until": until, "uses": uses or ("report",), "kept": "a folder"}
    return Shown("picture", Consent.model_validate(words), SECTION, GIVEN, UNTIL, USES)


NOBODY = Shown("story", None, SECTION, GIVEN, UNTIL, USES)


def report(stage: str = "draft", **more: Any) -> Report:
    """A report of 1 November 2024."""
    return view(section("# A")).report.model_copy(update={"stage": stage, **more})


def found(one: Shown, made: Report, now: datetime | None = None) -> list[tuple[str, Where | None]]:
    """The code and place of what is wrong."""
    return [(p.code, p.where) for p in check_consents((one,), "report", made, now)]


def test_a_draft_is_warned() -> None:
    """Of who has not agreed, and of consents that end or begin on another day than they should."""
    draft = report()
    assert [] == found(shown(), draft)
    assert [("I002", SECTION)] == found(NOBODY, draft)
    assert [("I004", UNTIL)] == found(shown(until="2024-10-31"), draft)
    assert [("I004", GIVEN)] == found(shown(given="2024-11-02"), draft)
    assert [("I021", USES)] == found(shown("2024-01-01", "2025-01-01", "web", "press"), draft)


@pytest.mark.parametrize("stage", ["embargoed", "release"])
def test_a_copy_that_goes_out_is_refused(stage: str) -> None:
    """The same as an error, whose exit code says that a gate was closed."""
    out = report(stage)
    assert [] == found(shown(), out)
    for one in (NOBODY, shown(until="2024-10-31"), shown(given="2024-11-02"), shown("2024-01-01", "2025-01-01", "web")):
        assert ["I020"] == [code for code, _ in found(one, out)]


def test_the_embargo_has_to_be_covered_too() -> None:
    """Where it ends on another day than the report is dated."""
    later = report(embargo="2024-12-24 00:01 Europe/London")
    (one,) = check_consents((shown(until="2024-12-23"),), "report", later, None)
    assert "the consent ends on 2024-12-23, and the embargo ends on 2024-12-24" == one.message


def test_a_lapse_between_now_and_the_embargo_is_told() -> None:
    """Today all is well, which is why nobody thinks of it."""
    (lapses,) = check_consents((shown(until="2024-10-31"),), "report", report(), NOON)
    assert ("it holds today, and lapses 1 day before that",) == lapses.notes
    (over,) = check_consents((shown(until="2024-10-19"),), "report", report(), NOON)
    assert () == over.notes


def test_it_holds_on_the_day_a_copy_goes_out() -> None:
    """A journalist's copy before the consent, and a release after it, reach people; a draft does not."""

    def messages(one: Shown, stage: str, day: str) -> list[str]:
        now = datetime.fromisoformat(f"{day}T12:00+00:00")
        return [p.message for p in check_consents((one,), "report", report(stage), now)]

    begins, ends = shown(given="2024-11-01"), shown(until="2024-11-30")
    early = "the consent is given on 2024-11-01, and this copy goes out on 2024-10-20"
    late = "the consent ends on 2024-11-30, and this copy goes out on 2024-12-01"
    assert [early] == messages(begins, "embargoed", "2024-10-20")
    assert [late] == messages(ends, "release", "2024-12-01")
    assert [] == messages(begins, "draft", "2024-10-20") == messages(ends, "draft", "2024-12-01")


def test_each_use_is_agreed_to() -> None:
    """The web page and the press pack are asked about when they are made."""

    def of(use: Any, *uses: str) -> tuple[Problem, ...]:
        return check_use((shown("2024-01-01", "2025-01-01", *uses),), use, report())

    assert () == of("web", "web", "press") == of("press", "press")
    (one,) = of("web", "report", "press")
    message = "the consent to this picture is for a report and something for the press, and a web page is made"
    assert message == one.message

"""What stands at the head of every page until a report is released: its embargo, and that it is a draft."""

from __future__ import annotations

from report_builder.sections.embargo import embargo_of, until
from report_builder.sections.view import View


def mark_of(view: View) -> str:
    """The words of the mark, "" for a release. Its place is kept free on every page, so nothing moves when it goes."""
    return " · ".join(part for part in (_embargoed(view), _draft(view)) if part)


def keywords_of(view: View) -> tuple[str, ...]:
    """The report's keywords, the embargo and that it is a draft before them: a file manager shows these."""
    return tuple(part for part in (_embargoed(view), _draft(view)) if part) + view.report.keywords


def suffix_of(view: View) -> str:
    """What is put after the name of every file: "-EMBARGOED" until the report is out."""
    return "-EMBARGOED" if _embargoed(view) else ""


def marks_known(view: View) -> tuple[str, ...]:
    """The marks that this version may carry, whether it does or not: the numbers in them are no figures."""
    embargo = embargo_of(view.report)
    draft = view.language.say("draft mark", version=view.report.version)
    return (draft, *([until(embargo, view.language)] if embargo else []))


def _embargoed(view: View) -> str:
    embargo = embargo_of(view.report)
    return until(embargo, view.language) if embargo and view.report.stage != "release" else ""


def _draft(view: View) -> str:
    draft = view.report.stage == "draft"
    return view.language.say("draft mark", version=view.report.version) if draft else ""

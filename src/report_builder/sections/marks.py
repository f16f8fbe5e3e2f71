"""What stands at the head of every page until a report is released: that it is a draft, and of which version."""

from __future__ import annotations

from report_builder.sections.view import View


def mark_of(view: View) -> str:
    """The words of the mark, "" for a release. Its place is kept free on every page, so nothing moves when it goes."""
    draft = view.report.stage == "draft"
    return view.language.say("draft mark", version=view.report.version) if draft else ""

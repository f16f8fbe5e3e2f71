"""What the page shows at the moment, for whoever asks what is new."""

from __future__ import annotations

from threading import Condition

from msgspec import Struct, field


class Shown(Struct):
    """The last report that could be built, and what is wrong since. `version` grows with either, `report_version` with
    the report."""

    report: bytes = b""
    problems: str = ""
    version: int = 0
    report_version: int = 0
    changed: Condition = field(default_factory=Condition)

    def put(self, report: bytes | None, problems: str) -> None:
        """What a build came to; without a report the last one stays."""
        with self.changed:
            if report is not None and report != self.report:
                self.report = report
                self.report_version += 1
            self.problems = problems
            self.version += 1
            self.changed.notify_all()

    def news(self, known: int, seconds: float) -> dict[str, object]:
        """What is shown, as soon as it is another version than the `known` one, or after so many seconds."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != known, seconds)
            return {"version": self.version, "report": self.report_version, "problems": self.problems}

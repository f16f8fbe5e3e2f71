"""The stage a report is built at: what report.yml says, unless the command line says otherwise."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from report_builder.project.model import Project

Stage = Literal["draft", "embargoed", "release"]


def at_stage(project: Project, stage: Stage | None) -> Project:
    """The project at another stage; as it is where there is none."""
    if stage is None:
        return project
    return replace(project, report=project.report.model_copy(update={"stage": stage}))

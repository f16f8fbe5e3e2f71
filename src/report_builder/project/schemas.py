"""JSON Schemas of the files people type, made from the models that read them."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from report_builder.brand.model import Brand
from report_builder.campaign.approval import ApprovalsFile
from report_builder.campaign.area import EditionsFile
from report_builder.campaign.ask import AsksFile
from report_builder.campaign.correction import CorrectionsFile, ReleasesFile
from report_builder.campaign.quote import QuotesFile
from report_builder.campaign.release import ReleaseHead
from report_builder.campaign.report import Report
from report_builder.campaign.social import SocialFile
from report_builder.facts.spec import FactsFile
from report_builder.sections.fences import FENCES
from report_builder.sections.model import SectionOptions
from report_builder.tables.spec import DatasetsFile

FILES: dict[str, Any] = {
    "report": Report,
    "facts": FactsFile,
    "quotes": QuotesFile,
    "asks": AsksFile,
    "approvals": ApprovalsFile,
    "editions": EditionsFile,
    "corrections": CorrectionsFile,
    "releases": ReleasesFile,
    "datasets": DatasetsFile,
    "brand": Brand,
    "section": SectionOptions,
    "release": ReleaseHead,
    "social": SocialFile,
    **{f"block-{name}": model for name, model in FENCES.items()},
}


def schemas() -> dict[str, dict[str, Any]]:
    """File kind to JSON Schema (2020-12), as pydantic writes it for what may be typed."""
    return {name: _as_read(TypeAdapter(model).json_schema(by_alias=True)) for name, model in FILES.items()}


def _as_read(schema: Any) -> Any:
    """The schema for editors, which take `2024` or `1.5` for a number where our reader keeps the text as typed."""
    if isinstance(schema, list):
        return [_as_read(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    read = {key: _as_read(part) for key, part in schema.items()}
    if schema.get("type") == "string" and not {"enum", "const", "format"} & set(schema):
        read["type"] = ["string", "number"]
    return read

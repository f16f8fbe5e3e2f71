"""An entry of datasets.yml in the making."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from report_builder.tables.entry_text import FILL_IN, Path
from report_builder.tables.grid import Grid
from report_builder.tables.spec import DatasetsFile, DatasetSpec

_EXAMPLES = {"retrieved": "2026-11-23", "hidden_rows": "read"}  # for what a person has yet to fill in; else a word


class Draft(Struct):
    """An entry, comments beside its key paths, and the sheet it is about. None is a blank for a person to fill in."""

    id: str
    grid: Grid
    entry: dict[str, Any]
    comments: dict[Path, str] = field(default_factory=dict)

    def ask(self, *path: str, what: str) -> None:
        """Leaves the value at a key path to a person; what leads there is made."""
        place = self.entry
        for key in path[:-1]:
            place = place.setdefault(key, {})
        place[path[-1]] = None
        self.comments[path] = f"{FILL_IN}: {what}"

    def guess(self, value: Any, *path: str, why: str) -> None:
        """Gives the value at a key path, and says beside it why it must be checked."""
        place = self.entry
        for key in path[:-1]:
            place = place.setdefault(key, {})
        place[path[-1]] = value
        self.comments[path] = why

    def spec(self) -> DatasetSpec:
        """The entry as it would be read once all blanks are filled in."""
        return DatasetsFile.model_validate({self.id: _filled(self.entry)}).datasets[self.id]


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _EXAMPLES.get(key, "something") if v is None else _filled(v) for key, v in value.items()}
    return [_filled(item) for item in value] if isinstance(value, list) else value

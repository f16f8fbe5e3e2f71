"""The example briefing as JSON, for the peers: words, figures and charts as our own tool composed them.

    python benchmarks/composed.py PROJECT FILE

The peers start from finished words, so they are spared the data, the facts, the claims and the checks.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from msgspec import Struct
from msgspec.structs import fields

from report_builder.build import load, own_edition, prepare, view_of
from report_builder.sections.compose import compose


def plain(value: object) -> object:
    """A document's value as JSON values: a Struct becomes an object that names its `type`, places in files go."""
    if isinstance(value, Struct):
        content = {f.name: plain(getattr(value, f.name)) for f in fields(value) if f.name not in ("where", "data")}
        return {"type": type(value).__name__, **content}
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    return value


if __name__ == "__main__":
    prepared = prepare(load(Path(sys.argv[1])))
    view, _ = view_of(prepared, own_edition(prepared.project))
    document = plain(compose(view).document)
    Path(sys.argv[2]).write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")

"""The briefing by Typst: python typst_page.py DOCUMENT.json FONTS OUT.pdf matplotlib|native"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import typst

TEMPLATE = Path(__file__).parent / "briefing.typ"


def main(source: str, fonts: str, out: str, charts: str) -> None:
    """Writes the PDF, tagged as Typst does by itself."""
    text = Path(source).read_text(encoding="utf-8")
    inputs = {"document": text, "charts": "native"}
    if charts == "matplotlib":
        import drawn

        drawn.set_up(Path(fonts))
        inputs["charts"] = json.dumps([drawn.drawn(chart).decode() for chart in drawn.charts_of(json.loads(text))])
    typst.compile(str(TEMPLATE), output=out, font_paths=[fonts], ignore_system_fonts=True, sys_inputs=inputs)


if __name__ == "__main__":
    main(*sys.argv[1:])

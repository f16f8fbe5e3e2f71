"""Draws docs/pages.png, the README's picture: the first pages of the example briefing, side by side.

Needs poppler's pdftoppm and Pillow: `make briefing`, then `.venv/bin/python docs/draw_pages.py`.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
SHOWN = (1, 2, 4, 6)
GROUND, GAP = "#d9dde0", 14


def main() -> None:
    pdf = ROOT / "build" / "online-grooming-wales.pdf"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "48", "-png", str(pdf), f"{folder}/page"], check=True)
        drawn = sorted(Path(folder).glob("page-*.png"))
        pages = [Image.open(drawn[n - 1]).convert("RGB") for n in SHOWN]
        width, height = pages[0].size
        sheet = Image.new("RGB", (len(pages) * (width + GAP) + GAP, height + 2 * GAP), GROUND)
        for at, page in enumerate(pages):
            sheet.paste(page, (GAP + at * (width + GAP), GAP))
        sheet.quantize(128).save(ROOT / "docs" / "pages.png", optimize=True)


if __name__ == "__main__":
    main()

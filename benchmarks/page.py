"""A measured table in a page of the documentation, between two marks."""

from __future__ import annotations

from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"


def write(name: str, text: str, page: Path = PAGE) -> None:
    """Puts the text between the marks of that name; SystemExit where the page has none."""
    before, after = f"<!-- {name}: measured -->\n", f"<!-- {name}: end -->"
    whole = page.read_text(encoding="utf-8")
    head, begun, rest = whole.partition(before)
    _, ended, tail = rest.partition(after)
    if not (begun and ended):
        raise SystemExit(f'"{page}" has no place for "{name}": write "{before.strip()}" and "{after}" where it goes')
    page.write_text(f"{head}{begun}\n{text.strip()}\n\n{ended}{tail}", encoding="utf-8")

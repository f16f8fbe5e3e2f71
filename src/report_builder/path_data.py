"""Numbers and paths as SVG writes them, in as few characters as say the same."""

from __future__ import annotations

from report_builder.drawing import Path


def number(value: float, decimals: int = 2) -> str:
    """A number without trailing zeros: "0.5", "12", "-3.25"."""
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Numbers with a space between two, except where a minus sign keeps them apart."""
    out = ""
    for value in values:
        text = number(value)
        out += text if not out or text.startswith("-") else f" {text}"
    return out


def path_data(path: Path, height: float) -> str:
    """A path of a drawing of that height as the `d` of an SVG path, whose y runs down (SVG 2, 9.3)."""
    out: list[str] = []
    x = y = 0.0
    for kind, *coordinates in path:
        if kind == "h":
            out.append("Z")
            continue
        points = [(coordinates[i], height - coordinates[i + 1]) for i in range(0, len(coordinates), 2)]
        to_x, to_y = points[-1]
        if kind == "l" and to_y == y:
            out.append(f"H{number(to_x)}")
        elif kind == "l" and to_x == x:
            out.append(f"V{number(to_y)}")
        else:
            out.append(kind.upper() + numbers(*(v for point in points for v in point)))
        x, y = to_x, to_y
    return "".join(out)

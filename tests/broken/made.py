"""Cases that no text file can hold: broken, hostile or binary files, made when the test runs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import openpyxl
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis
from PIL import Image

from brand.made import make_font
from pictures import png, scene
from tables.books import SHEET, edited, saved

STOPS = "data/stops.csv"
LOGO = "assets/brand/logos/mark.svg"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'


def _link_out(project: Path) -> None:
    outside = project.parent / "elsewhere.csv"
    (project / STOPS).rename(outside)
    (project / STOPS).symlink_to(outside)


def _link_brand_out(project: Path) -> None:
    outside = project.parent / "brand elsewhere"
    (project / "assets/brand").rename(outside)
    (project / "assets/brand").symlink_to(outside, target_is_directory=True)


def _again(path: str, encoding: str, old: str, new: str) -> Callable[[Path], None]:
    """The file saved with another name in it, in another encoding, as some editors do."""

    def make(project: Path) -> None:
        text = (project / path).read_text(encoding="utf-8").replace(old, new)
        (project / path).write_bytes(text.encode(encoding))

    return make


def _written(path: str, data: bytes) -> Callable[[Path], None]:
    def make(project: Path) -> None:
        (project / path).write_bytes(data)

    return make


def _logo(body: str, before: str = "") -> Callable[[Path], None]:
    return _written(LOGO, f"{before}{SVG}{body}</svg>".encode())


def _billion_laughs() -> Callable[[Path], None]:
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    return _logo("<desc>&l11;</desc>", f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY l0 "lol">{entities}]>')


def _workbook(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    """The stops as a workbook whose bytes are changed."""

    def make(project: Path) -> None:
        book = openpyxl.Workbook()
        rows = [line.split(",") for line in (project / STOPS).read_text(encoding="utf-8").splitlines()]
        for row in rows:
            book.active.append([int(cell) if cell.isdigit() else cell for cell in row])
        (project / "data/stops.xlsx").write_bytes(change(saved(book)))
        described = project / "data/datasets.yml"
        described.write_text(described.read_text(encoding="utf-8").replace("stops.csv", "stops.xlsx"), encoding="utf-8")

    return make


def _far_cell(sheet: bytes) -> bytes:
    return sheet.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')


def _in_sheet(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return _workbook(lambda package: edited(package, SHEET, change))


def _bomb(package: bytes) -> bytes:
    """A workbook with a sheet that unfolds to 300 MB."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            if name != SHEET:
                new.writestr(name, old.read(name))
        with new.open(SHEET, "w", force_zip64=True) as sheet:
            for _ in range(300):
                sheet.write(b" " * 1_000_000)
    return out.getvalue()


def _with_font(name: str, data: bytes) -> Callable[[Path], None]:
    """The brand set in a font of its own."""

    def make(project: Path) -> None:
        folder = project / "assets/brand/fonts"
        folder.mkdir()
        (folder / name).write_bytes(data)
        brand = project / "assets/brand/_brand.yml"
        text = brand.read_text(encoding="utf-8").replace("base: Source Sans Pro", "base: Test Sans")
        fonts = f"  fonts:\n    - family: Test Sans\n      source: file\n      files:\n        - path: fonts/{name}\n"
        brand.write_text(text + fonts, encoding="utf-8")

    return make


def _variable(font: bytes) -> bytes:
    """The font with an axis of weights, as downloads from the web often are."""
    made = TTFont(io.BytesIO(font))
    axis = Axis()
    axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue = "wght", 100, 400, 900
    made["fvar"] = newTable("fvar")
    made["fvar"].axes = [axis]
    made["fvar"].instances = []
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _folder_as_file(project: Path) -> None:
    (project / STOPS).unlink()
    (project / STOPS).mkdir()


def _chain(project: Path) -> None:
    """Thousands of facts, each made from the next."""
    entry = "c{}:\n  label: links\n  kind: difference\n  of: c{}\n  against: bare\n"
    with (project / "report/facts.yml").open("a", encoding="utf-8") as file:
        file.write("".join(entry.format(i, i + 1) for i in range(2_000)).replace("of: c2000", "of: bare"))


def _file_as_folder(project: Path) -> None:
    (project / "build").write_bytes(b"")


def _folder_in_the_place_of_the_report(project: Path) -> None:
    (project / "build/bus-stops.pdf").mkdir(parents=True)


def _huge(path: str, line: str, times: int) -> Callable[[Path], None]:
    def make(project: Path) -> None:
        with (project / path).open("a", encoding="utf-8") as file:
            file.write(line * times)

    return make


PICTURE = "assets/pictures/stop.png"


def _with_picture(data: bytes) -> Callable[[Path], None]:
    """The picture that cases show, made of these bytes."""

    def make(project: Path) -> None:
        (project / PICTURE).parent.mkdir()
        (project / PICTURE).write_bytes(data)

    return make


def _link_picture_out(project: Path) -> None:
    outside = project.parent / "elsewhere.png"
    outside.write_bytes(png())
    (project / PICTURE).parent.mkdir()
    (project / PICTURE).symlink_to(outside)


def _huge_picture(project: Path) -> None:
    """A file with a hole in it, so that no disk holds its 41 MB."""
    _with_picture(png())(project)
    with (project / PICTURE).open("ab") as file:
        file.truncate(41_000_000)


def _noise(project: Path) -> None:
    """Pictures that no codec makes small."""
    (project / PICTURE).parent.mkdir()
    for number in range(1, 23):
        dots = Image.frombytes("RGB", (1500, 1000), Random(number).randbytes(1500 * 1000 * 3))
        dots.save((project / PICTURE).with_name(f"noise-{number}.jpg"), "JPEG", quality=90)


MADE: dict[str, Callable[[Path], None]] = {
    "path-link": _link_out,
    "path-link-brand": _link_brand_out,
    "encoding-report": _again("report/report.yml", "cp1252", "Your Campaign", "Ymgyrch Môn"),
    "encoding-report-utf16": _again("report/report.yml", "utf-16", "Your Campaign", "Ymgyrch Môn"),
    "encoding-data": _again(STOPS, "cp1252", "Southtown", "Trefôr"),
    "logo-billion-laughs": _billion_laughs(),
    "word-too-large": _noise,
    "logo-nested": _logo("<g>" * 50_000 + "</g>" * 50_000),
    "logo-huge": _logo("<g>" * 100_000 + "</g>" * 100_000),
    "logo-script": _logo("<script>alert(1)</script>"),
    "logo-outside-reference": _logo('<use href="https://example.org/logo.svg#a"/>'),
    "logo-picture": _logo('<image href="logo.png" width="40" height="20"/>'),
    "logo-text": _logo("<text>Your Campaign</text>"),
    "logo-broken": _logo('<path d="M0 0'),
    "logo-empty": _written(LOGO, b""),
    "logo-is-a-picture": _written(LOGO, b"\x89PNG\r\n\x1a\n" + bytes(64)),
    "workbook-far-cell": _in_sheet(_far_cell),
    "workbook-bomb": _workbook(_bomb),
    "workbook-cut-short": _workbook(lambda package: package[: len(package) // 2]),
    "workbook-empty-file": _workbook(lambda package: b""),
    "workbook-error-cell": _in_sheet(
        lambda s: s.replace(b'<c r="B2" t="n"><v>41</v></c>', b'<c r="B2" t="e"><v>#DIV/0!</v></c>')
    ),
    "workbook-formula-not-calculated": _in_sheet(
        lambda s: s.replace(b'<c r="B2" t="n"><v>41</v></c>', b'<c r="B2"><f>SUM(A1:A2)</f></c>')
    ),
    "workbook-named-csv": _workbook(lambda package: b"Town,2022,2023,2024,2025\nNorthtown,41,44,58,72\n"),
    "csv-is-a-workbook": _written(STOPS, b"PK\x03\x04" + bytes(200)),
    "csv-semicolons": _written(
        STOPS,
        b"Town;2022;2023;2024;2025\r\nNorthtown;41;44;58;72\r\nSouthtown;30;n/a;31;38\r\nWestbridge;12;15;15;67\r\n",
    ),
    "csv-decimal-commas": _written(
        "data/reasons.csv", b"Reason;Share\r\nNo shelter;48,5\r\nLate bus;37,1\r\nNo seat;31,0\r\n"
    ),
    "csv-open-quote": _written(
        STOPS, b'Town,2022,2023,2024,2025\nNorthtown,"41,44,58,72\nSouthtown,30,n/a,31,38\nWestbridge,12,15,15,67\n'
    ),
    "csv-ragged": _written(
        STOPS, b"Town,2022,2023,2024,2025\nNorthtown,41,44,58,72\nSouthtown,30,n/a,31\nWestbridge,12,15,15,67,99\n"
    ),
    "csv-empty": _written(STOPS, b""),
    "csv-headings-only": _written(STOPS, b"Town,2022,2023,2024,2025\n"),
    "csv-excel-dates": _written(
        STOPS,
        b"Town,2022,2023,2024,2025\nNorthtown,01/02/2022,44,58,72\nSouthtown,30,n/a,31,38\nWestbridge,12,15,15,67\n",
    ),
    "csv-blank-rows-of-excel": _written(
        STOPS,
        b"Town,2022,2023,2024,2025\r\nNorthtown,41,44,58,72\r\nSouthtown,30,n/a,31,38\r\nWestbridge,12,15,15,67\r\n,,,,\r\n,,,,\r\n",
    ),
    "yaml-nested": _written("report/facts.yml", b"a: " + b"[" * 100_000),
    "yaml-nested-blocks": _written("report/facts.yml", "".join(f"{'  ' * i}a:\n" for i in range(500)).encode()),
    "yaml-huge": _huge("report/facts.yml", "# a comment that goes on and on and on and on\n", 60_000),
    "yaml-many-values": _written("report/facts.yml", b"a: [" + b"[], " * 51_000 + b"[]]\n"),
    "yaml-alias-bomb": _written(
        "report/facts.yml",
        b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (c, c, c - 1, c - 1) for c in range(98, 101)),
    ),
    "yaml-python-object": _written("report/facts.yml", b"a: !!python/object/apply:os.system ['true']\n"),
    "yaml-control-character": _huge("report/report.yml", "keywords: a\x07b\n", 1),
    "yaml-is-a-workbook": _written("report/report.yml", b"PK\x03\x04" + bytes(range(256))),
    "font-restricted": _with_font("TestSans.ttf", make_font(fs_type=2)),
    "font-cff": _with_font("TestSans.otf", b"OTTO" + bytes(64)),
    "font-damaged": _with_font("TestSans.ttf", make_font()[:3000]),
    "font-variable": _with_font("TestSans.ttf", _variable(make_font())),
    "section-is-a-word-document": _written(
        "report/sections/stops.md", b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256))
    ),
    "section-of-windows-1252": _again(
        "report/sections/reasons.md", "cp1252", "people asked", "people asked – and told –"
    ),
    "data-file-is-a-folder": _folder_as_file,
    "facts-in-a-long-chain": _chain,
    **dict.fromkeys(
        (
            "picture-without-alt",
            "picture-without-credit",
            "picture-alt-repeats-caption",
            "picture-consent-expired",
            "picture-consent-later",
            "picture-in-release",
            "story-with-a-picture",
            "picture-not-for-the-web",
            "picture-without-consent",
            "picture-consent-of-nobody",
            "picture-not-there",
            "picture-outside",
        ),
        _with_picture(png()),
    ),
    "picture-link": _link_picture_out,
    "picture-is-a-gif": _with_picture(b"GIF89a" + bytes(64)),
    "picture-bomb": _with_picture(png(Image.new("1", (30_000, 30_000)))),
    "picture-huge": _huge_picture,
    "picture-cut-short": _with_picture(png()[:-200]),
    "picture-coarse": _with_picture(png(scene(120, 80))),
    "output-is-a-file": _file_as_folder,
    "output-is-taken-by-a-folder": _folder_in_the_place_of_the_report,
}

"""The checked examples of the guides, and a project into which they are put.

A comment before an example says what is done with it. A reader of the page does not see the comment.

    <!-- checked: in report/facts.yml -->        its entries go into that file, in the place of those of the same name
    <!-- checked: file data/people.csv -->       it is that file
    <!-- checked: sheet data/survey.xlsx, 2025 -->   its rows are the sheet "2025" of that workbook (.xlsx or .ods)
    <!-- checked: words -->                      it stands in a section
    <!-- checked: picture bench.jpg -->          it stands in a section, and a picture of that name lies in its folder
    <!-- checked: overlay report/cy/facts.yml -->   it is that file, in another language over what is above
    <!-- checked: loads report/report.yml -->   its entries can stand in that file, whatever else does
    <!-- checked: said cy -->                   it stands in a section of a report in that language
    <!-- checked: prints -->                     a table: what is written, and what of it is printed
    <!-- checked: fails C012 -->                 words that are refused with that code
    <!-- checked: fails P006 in report/report.yml -->    entries, or a file, refused with that code
    <!-- checked: message -->                    what is said of the failing example before it, place aside
    <!-- checked: output explain growth -->      these lines are in what `report-builder explain growth` prints
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import dedent
from xml.sax.saxutils import escape

import openpyxl
from msgspec import Struct

from pictures import jpeg
from report_builder.project.new import new_project
from tables.books import TEXT, ods

GUIDES = Path(__file__).parents[2] / "docs"
_MARK = re.compile(
    r"^ *<!-- checked: (?P<verb>\w+) ?(?P<what>[^\n]*?) -->\n+"
    r"(?: *(?P<fence>`{3,})\w*\n(?P<block>.*?\n) *(?P=fence)\n|(?P<table>(?:\|[^\n]*\n)+))",
    re.MULTILINE | re.DOTALL,
)
VERBS = (
    "in",
    "file",
    "sheet",
    "words",
    "picture",
    "overlay",
    "loads",
    "said",
    "prints",
    "fails",
    "message",
    "output",
)


class Example(Struct, frozen=True):
    """`verb` and `what` are those of its mark; `line` is where it starts in `guide`, from 1."""

    guide: str
    line: int
    verb: str
    what: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.guide}:{self.line}"


def examples(guide: str) -> tuple[Example, ...]:
    """The marked examples of docs/GUIDE, in order. ValueError for a mark that is followed by none, or says nothing."""
    text = (GUIDES / guide).read_text("utf-8")
    found = []
    for mark in _MARK.finditer(text):
        block = dedent(mark["block"]) if mark["fence"] else mark["table"]
        found.append(Example(guide, text.count("\n", 0, mark.start()) + 1, mark["verb"], mark["what"].strip(), block))
    if len(found) != text.count("<!-- checked:"):
        raise ValueError(f"a mark in {guide} is not followed by an example")
    if strange := [e.name for e in found if e.verb not in VERBS]:
        raise ValueError(f"{strange} are marked with a verb that is not known")
    return tuple(found)


def rows(example: Example) -> tuple[tuple[str, str], ...]:
    """The rows of a table of what is written and what is printed, without its head."""
    cells = [[c.strip() for c in line.strip().strip("|").split("|")] for line in example.text.splitlines()[2:]]
    return tuple((written.strip("`"), printed) for written, printed, *_ in cells)


def project_of(told: Iterable[Example], root: Path) -> Path:
    """A new project in `root` with everything the examples put into one; words are sections of their own."""
    new_project(root)
    for example in told:
        match example.verb:
            case "in":
                put_in(root / example.what, example.text)
            case "file":
                path = root / example.what
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(example.text, "utf-8")
                if path.parent == root / "report" / "sections":
                    add_section(root, path.stem, example.text)
            case "sheet":
                name, _, sheet = example.what.partition(", ")
                table = list(csv.reader(io.StringIO(example.text)))
                (root / name).write_bytes(workbook(table, sheet, name))
            case "words":
                add_section(root, f"example-{example.line}", example.text)
            case "picture":
                path = root / "assets" / "pictures" / example.what
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(jpeg())
                add_section(root, f"example-{example.line}", example.text)
            case "prints":
                words = "\n\n".join(written for written, _ in rows(example))
                add_section(root, f"example-{example.line}", words)
    return root


def put_in(path: Path, text: str) -> None:
    """Puts the top-level entries of `text` into a YAML file, each in the place of the one of its name."""
    old = path.read_text("utf-8") if path.exists() else ""
    for key in re.findall(r"^[\w-]+:", text, re.MULTILINE):
        old = re.sub(rf"^{re.escape(key)}.*\n(?:(?:[ \t].*)?\n)*", "", old, flags=re.MULTILINE)
    path.write_text(old.rstrip("\n") + "\n\n" + text, "utf-8")


def add_section(root: Path, name: str, words: str) -> None:
    """Adds a section of these words before the asks; it has a heading of its own where they have none."""
    front = "" if words.startswith("---\n") else "---\nkind: prose\n---\n"
    heading = "" if front == "" or words.startswith("# ") else "# An example\n\n"
    (root / "report" / "sections" / f"{name}.md").write_text(front + heading + words, "utf-8")
    report = root / "report" / "report.yml"
    listed = report.read_text("utf-8")
    if f"  - {name}\n" not in listed:
        report.write_text(listed.replace("  - asks\n", f"  - {name}\n  - asks\n", 1), "utf-8")


def workbook(table: Sequence[Sequence[str]], sheet: str, name: str) -> bytes:
    """An .xlsx or .ods workbook with a cover sheet before the one that holds the table."""
    if name.endswith(".ods"):
        body = "".join(
            f"<table:table-row>{''.join(TEXT.format(escape(cell)) for cell in row)}</table:table-row>" for row in table
        )
        return ods(f'<table:table table:name="Cover"/><table:table table:name="{escape(sheet)}">{body}</table:table>')
    book = openpyxl.Workbook()
    book.active.title = "Cover"
    page = book.create_sheet(sheet)
    for row in table:
        page.append([int(cell) if cell.isdigit() else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()

"""The press pack: every file that goes to a newsroom, each with a sentence that says what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date as Date

from msgspec import Struct
from msgspec.structs import replace

from report_builder.brand.theme import Theme
from report_builder.document.blocks import Document
from report_builder.document.printed import text_of
from report_builder.docx.text import plain_text
from report_builder.facts.ledger import Ledger
from report_builder.output import File
from report_builder.press.archive import weights, zipped
from report_builder.press.csv_file import to_csv
from report_builder.press.figures import figures_sheet, table_sheets
from report_builder.press.manifest import Packed, manifest, readme
from report_builder.press.parts import PARTS
from report_builder.press.pictures import Picture, pictures
from report_builder.press.places import place_tables, places_sheet
from report_builder.press.poster import Draw, Imprint
from report_builder.press.quotes import quotes_sheet
from report_builder.press.sheet import Sheet
from report_builder.press.sheets_of_words import notes_sheet
from report_builder.press.spokespeople import spokespeople_sheet
from report_builder.press.workbook import Cover, Look, to_workbook
from report_builder.problems import Problem, problem
from report_builder.sections.compose import Composed
from report_builder.sections.correction import notice
from report_builder.sections.correction_release import compose_correction
from report_builder.sections.cover import review_line
from report_builder.sections.marks import suffix_of
from report_builder.sections.release import EDITORS
from report_builder.sections.view import View
from report_builder.words.language import Language

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
REPORT = "pack report"  # what the report itself is in a pack
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Sources(Struct, frozen=True):
    """What a pack is made from. `ready` are files written elsewhere, each with what it is; `photos` may all go out."""

    view: View
    composed: Composed
    release: Composed | None
    ledger: Ledger
    social: Mapping[str, str]
    theme: Theme
    ready: Sequence[tuple[str, File]]
    photos: Sequence[Packed]
    tool: str


class Head(Struct, frozen=True):
    """What a pack says of itself: its name, its lines for people, what programs are told, and its date."""

    name: str
    title: str
    lines: tuple[str, ...]
    about: Mapping[str, object]
    language: Language
    day: Date


class Pack(Struct, frozen=True):
    """A pack: its files, each with the part it belongs to; the same with those that tell of them; its bytes.

    `weights` are the bytes of the zip that each part takes which may be left out.
    """

    head: Head
    files: tuple[tuple[str, Packed], ...]
    packed: tuple[Packed, ...]
    weights: Mapping[str, int]
    data: bytes

    @property
    def name(self) -> str:
        return self.head.name

    @property
    def zip(self) -> File:
        return File(f"{self.name}.zip", self.data, "application/zip")

    @property
    def inside(self) -> dict[str, bytes]:
        """The files in it by their names."""
        return {one.file.name: one.file.data for one in self.packed}

    def with_report(self, report: File, suffix: str = "", line: str = "") -> Pack:
        """The same pack with another copy of the report: a suffix to its name, a line that says whose it is."""
        about = {**self.head.about, **({"copy": line} if line else {})}
        head = replace(self.head, name=self.name + suffix, lines=(line, *self.head.lines), about=about)
        files = ((part, replace(one, file=report) if one.what == REPORT else one) for part, one in self.files)
        return _closed(head, tuple(files))


ToWord = Callable[[Document], bytes]


def pack(sources: Sources, name: str, draw: Draw, word: ToWord, without: Sequence[str] = ()) -> Pack:
    """The pack of one edition: the same bytes for the same report."""
    view, words = sources.view, sources.view.language
    made = [(part, one) for part, one in _files(sources, name, draw, word) if part not in without]
    about = {
        "title": view.report.title,
        "publisher": view.report.publisher.name,
        "language": view.report.language,
        "version": view.report.version,
        "date": view.report.publish.isoformat(),
        **_corrected(view),
        "made_with": sources.tool,
        "data": {id_: dataset.file for id_, dataset in view.facts.datasets.items()},
    }
    mark = sources.composed.document.furniture.mark
    lines = (
        mark,
        f"{view.report.publisher.name} · {words.date(view.report.publish)}",
        text_of(notice(view)),
        review_line(view),
    )
    head = Head(_folder(name, view), view.report.title, lines, about, words, view.report.publish)
    return _closed(head, tuple(made))


def _closed(head: Head, files: tuple[tuple[str, Packed], ...]) -> Pack:
    """The pack of some files, with what tells of them."""
    packed = [one for _, one in files]
    told = File("manifest.json", manifest(packed, head.about, head.language), "application/json")
    listed = (*packed, Packed(told, "pack manifest"))
    text = readme(head.title, head.lines, listed, head.language)
    whole = (Packed(File("README.txt", text, "text/plain"), "pack this"), *listed)
    data = zipped([one.file for one in whole], head.name, head.day)
    taken = weights(data)
    parts = {part: sum(taken[one.file.name] for p, one in files if p == part) for part in PARTS}
    return Pack(head, files, whole, parts, data)


def _folder(name: str, view: View) -> str:
    """The name of the zip, dated; a corrected pack is never taken for the one before."""
    corrected = f"-corrected-{view.correction.date}" if view.correction is not None else ""
    return f"{name}-{view.report.publish}{corrected}"


def _corrected(view: View) -> dict[str, object]:
    """For programs: which version this one takes the place of, when and why."""
    made = view.correction
    return {"corrects": {"version": made.supersedes, "on": str(made.date), "note": made.note}} if made else {}


def over_size(made: Pack, most: int) -> Problem | None:
    """What to leave out where a pack is larger than a mail server takes; None where it is not."""
    over = len(made.data) - most
    if over <= 0:
        return None
    saved, named = 0, []
    for part in PARTS:
        if saved < over and made.weights.get(part):
            saved += made.weights[part]
            named.append(f"--without {part} ({_megabytes(made.weights[part])})")
    hint = "leave out " + ", ".join(named) if saved >= over else "even without all that may be left out it is too large"
    return problem("K002", f"the pack has {_megabytes(len(made.data))}, and {_megabytes(most)} is the most", help=hint)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"


def _files(s: Sources, name: str, draw: Draw, word: ToWord) -> Iterator[tuple[str, Packed]]:
    for what, file in s.ready:
        yield ("web" if what == "pack web" else ""), Packed(file, what)
    yield from _words(s, name, word)
    yield from _social(s, name)
    yield from _tables(s, name)
    yield from (("pictures", one) for one in s.photos)
    for picture in _pictures(s, draw):
        part = "svg" if picture.kind == "svg" else _PARTS_OF_SHAPES.get(picture.shape, "")
        yield part, Packed(picture.file, f"pack {picture.kind}", {"title": picture.title, "size": picture.shape})


_PARTS_OF_SHAPES = {"1200 × 675": "wide", "1080 × 1080": "square", "2083 × 1417": "print"}


def _pictures(s: Sources, draw: Draw) -> Iterator[Picture]:
    document, words = s.composed.document, s.view.language
    mark, suffix = document.furniture.mark, suffix_of(s.view)
    imprint = Imprint(s.view.report.publisher.name, words.say("source"), mark, suffix)
    return pictures(document, s.theme, imprint, draw)


def _social(s: Sources, name: str) -> Iterator[tuple[str, Packed]]:
    if not s.social:
        return
    words, mark = s.view.language, s.composed.document.furniture.mark
    parts = [f"{words.say(f'social {key}', n=len(text))}\n\n{text}" for key, text in s.social.items()]
    head = [line for line in (mark, review_line(s.view)) if line]
    whole = "\n\n\n".join([*head, *parts]) + "\n"
    file = File(f"{name}-social.txt", whole.replace("\n", "\r\n").encode(), "text/plain")
    yield "social", Packed(file, "pack social")


def _words(s: Sources, name: str, word: ToWord) -> Iterator[tuple[str, Packed]]:
    """The sheets for people, each as a Word file and as text to paste."""
    sheets = (
        ("correction", "correction", compose_correction(s.view)),
        ("quotes", "quotes", quotes_sheet(s.view, s.composed.document)),
        ("places", "places", places_sheet(s.view, s.composed.document, s.ledger)),
        ("spokespeople", "spokespeople", spokespeople_sheet(s.view, s.composed.document)),
        ("notes", "notes-to-editors", notes_sheet(s.release.document, EDITORS) if s.release is not None else None),
    )
    for part, suffix, sheet in sheets:
        if sheet is not None:
            yield part, Packed(File(f"{name}-{suffix}.docx", word(sheet), DOCX), f"pack {part}")
            text = File(f"{name}-{suffix}.txt", plain_text(sheet), "text/plain; charset=utf-8")
            yield part, Packed(text, f"pack {part} text")


def _tables(s: Sources, name: str) -> Iterator[tuple[str, Packed]]:
    figures = figures_sheet(s.view, s.ledger)
    places = place_tables(s.view, s.composed.document, s.ledger)
    sheets = (figures, *table_sheets(s.view, s.composed), *places)
    yield "", Packed(File(f"{name}-figures.csv", to_csv(figures), "text/csv"), "pack csv")
    yield "workbook", Packed(File(f"{name}-figures.xlsx", _workbook(s, sheets), XLSX), "pack workbook")


def _workbook(s: Sources, sheets: Sequence[Sheet]) -> bytes:
    report, words = s.view.report, s.view.language
    contact = ", ".join(x for x in (report.contact.name, report.contact.email, report.contact.phone) if x)
    lines = (
        f"{report.publisher.name}, {words.date(report.publish)}",
        " ".join(report.publisher.imprint.split()),
        text_of(notice(s.view)),
        contact,
    )
    mark = s.composed.document.furniture.mark
    cover = Cover(report.title, tuple(line for line in lines if line), report.publisher.name, report.publish, mark)
    look = Look(s.theme.text.regular.family, s.theme.colours.primary)
    return to_workbook(cover, _notes(s), sheets, words, look)


def _notes(s: Sources) -> tuple[str, ...]:
    """What a reader of the tables has to know: the method's own sentences."""
    method = next((b for b in s.composed.document.sections if b.kind == "method"), None)
    said: list[str] = []
    for block in method.blocks if method is not None else ():
        runs = getattr(block, "runs", None)
        if runs is not None:
            said.append(text_of(runs))
        for item in getattr(block, "items", ()):
            said += [text_of(inner.runs) for inner in item if hasattr(inner, "runs")]
    return tuple(said)

"""A finished PDF read back: its words by tag and page, the descriptions of its pictures, the files it carries.

The only module that needs pikepdf. A tagged file says which words belong together, so the text is read by its tags and
not by where it stands on the page: cells of a table never run into each other.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from msgspec import Struct, field

from report_builder.verify.glyphs import Glyphs, glyphs_of

INLINE = frozenset(("Span", "Link", "Reference", "Quote", "Em", "Strong", "Code", "Annot"))
DEPTH = 200  # of the structure tree and of forms within forms
FILES = 100_000_000  # bytes of all attached files together


class Unreadable(Exception):
    """The file cannot be read as a PDF; says why in plain words."""


class Passage(Struct, frozen=True):
    """Words that belong together: their tags from the outermost in, and the page they begin on, from 1.

    Words outside the tags, as headers and footers, have the tag "Artifact".
    """

    page: int
    tags: tuple[str, ...]
    text: str
    alt: str = ""

    @property
    def tag(self) -> str:
        return self.tags[-1]

    def within(self, tag: str) -> bool:
        return tag in self.tags


class Reading(Struct, frozen=True):
    """`unread` says what no words can be read from: a font without a map to characters, a picture not described."""

    pages: int
    passages: tuple[Passage, ...]
    files: dict[str, bytes]
    unread: tuple[str, ...] = ()
    tagged: bool = True


class _Page(Struct):
    """Words by MCID, and those of artifacts or of no mark at all; `pictures` are the MCIDs that show one which
    nothing describes, None of an artifact or of no mark."""

    words: dict[int, str] = field(default_factory=dict)
    apart: list[str] = field(default_factory=list)
    pictures: set[int | None] = field(default_factory=set)
    unread: dict[str, None] = field(default_factory=dict)


def read(data: bytes) -> Reading:
    """The file's words and files. Raises Unreadable."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _reading(pdf)
    except pikepdf.PasswordError as error:
        raise Unreadable("it is locked with a password") from error
    except (pikepdf.PdfError, RecursionError) as error:
        raise Unreadable("it is damaged, or no PDF") from error
    except (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
        raise Unreadable("it is built in a way that this tool does not know") from error


def _reading(pdf: pikepdf.Pdf) -> Reading:
    pages = [_page(page) for page in pdf.pages]
    numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages)}
    root = pdf.Root.get("/StructTreeRoot")
    passages = list(_Tree(pages, numbers).passages(root)) if root is not None else []
    for n, page in enumerate(pages, 1):
        if page.pictures:
            page.unread["a picture"] = None
        rest = page.apart if root is not None else [*page.words.values(), *page.apart]
        passages += [Passage(n, ("Artifact",), folded(words)) for words in rest if words.strip()]
    unread = dict.fromkeys(f"page {n}: {what}" for n, page in enumerate(pages, 1) for what in page.unread)
    return Reading(len(pages), tuple(passages), _files(pdf), tuple(unread), root is not None)


def _files(pdf: pikepdf.Pdf) -> dict[str, bytes]:
    out: dict[str, bytes] = {}
    room = FILES
    for name, spec in pdf.attachments.items():
        out[name] = spec.get_file().read_bytes()
        room -= len(out[name])
        if room < 0:
            raise Unreadable(f"the files inside it are larger than {FILES // 1_000_000} MB")
    return out


def folded(words: str) -> str:
    """White space as single spaces, without hyphens that only break a line."""
    return " ".join(words.replace("\u00ad", "").split())


# content ------------------------------------------------------------------------------------------------------------


def _page(page: Any) -> _Page:
    out = _Page()
    _content(page, page.obj.get("/Resources", pikepdf.Dictionary()), out, [], 0)
    return out


def _content(source: Any, resources: Any, out: _Page, marks: list[int | None], depth: int) -> None:
    """Reads one content stream. `marks` are the MCIDs of the marked content around it, None for an artifact."""
    fonts: dict[str, Glyphs] = {}
    glyphs = Glyphs({}, 1)
    for instruction in pikepdf.parse_content_stream(source):
        op = str(instruction.operator)
        operands: Any = instruction.operands
        if op in ("BDC", "BMC"):
            marks.append(_mcid(operands, resources, marks))
        elif op == "EMC" and marks:
            marks.pop()
        elif op == "Tf":
            name = str(operands[0])
            if name not in fonts:
                fonts[name] = glyphs_of(resources.get("/Font", {}).get(name))
            glyphs = fonts[name]
        elif op in ("Tj", "'", '"'):
            _show(glyphs, bytes(operands[-1]), out, marks)
        elif op == "TJ":
            for piece in operands[0]:
                if isinstance(piece, pikepdf.String):
                    _show(glyphs, bytes(piece), out, marks)
                elif float(piece) < -200:  # thousandths of the size: as wide as a space
                    _add(" ", out, marks)
        elif op in ("BT", "T*", "Td", "TD", "Tm"):
            _add("\n", out, marks)
        elif op == "INLINE IMAGE":
            out.pictures.add(marks[-1] if marks else None)
        elif op == "Do" and depth < DEPTH:
            _object(resources.get("/XObject", {}).get(str(operands[0])), resources, out, marks, depth)


def _object(form: Any, resources: Any, out: _Page, marks: list[int | None], depth: int) -> None:
    if form is None:
        return
    if form.get("/Subtype") == "/Form":
        _content(form, form.get("/Resources", resources), out, [*marks], depth + 1)
    elif form.get("/Subtype") == "/Image":
        out.pictures.add(marks[-1] if marks else None)


def _mcid(operands: Any, resources: Any, marks: list[int | None]) -> int | None:
    if str(operands[0]) == "/Artifact":
        return None
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = resources.get("/Properties", {}).get(str(properties))
    mcid = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
    return int(mcid) if mcid is not None else marks[-1] if marks else None


def _show(glyphs: Glyphs, codes: bytes, out: _Page, marks: list[int | None]) -> None:
    words = glyphs.words(codes)
    if "\ufffd" in words:
        out.unread["text in a font that does not say which characters it draws"] = None
    _add(words, out, marks)


def _add(words: str, out: _Page, marks: list[int | None]) -> None:
    mcid = marks[-1] if marks else None
    if mcid is not None:
        out.words[mcid] = out.words.get(mcid, "") + words
    elif words == "\n" or not out.apart:
        out.apart.append(words)
    else:
        out.apart[-1] += words


# tags ---------------------------------------------------------------------------------------------------------------


class _Tree(Struct):
    pages: list[_Page]
    numbers: dict[tuple[int, int], int]
    seen: set[tuple[int, int]] = field(default_factory=set)

    def passages(self, root: Any) -> Iterator[Passage]:
        for kid in _kids(root):
            if isinstance(kid, pikepdf.Dictionary):
                yield from self._block(kid, (), None)

    def _block(self, element: Any, above: tuple[str, ...], page: Any) -> Iterator[Passage]:
        """The passage of an element that stands for itself, then those of the elements inside it."""
        if element.objgen in self.seen or len(above) > DEPTH:
            return
        if element.is_indirect:
            self.seen.add(element.objgen)
        tags = (*above, str(element.get("/S", "/NonStruct"))[1:])
        page = element.get("/Pg", page)
        words: list[tuple[int, str]] = []
        inside: list[Any] = []
        self._gather(element, page, words, inside, tags[-1] == "Figure", 0)
        text = folded("".join(w for _, w in words))
        alt = str(element.get("/Alt", "")) or str(element.get("/ActualText", ""))
        first = words[0][0] if words else self.numbers.get(page.objgen, 0) if page is not None else 0
        if alt and tags[-1] == "Figure":
            for number, mcid in filter(None, (self._mark(kid, page) for kid in _kids(element))):
                self.pages[number].pictures.discard(mcid)  # what it shows is said in words, which are read
        if text or alt:
            yield Passage(first + 1, tags, text, alt)
        for kid, kid_page in inside:
            yield from self._block(kid, tags, kid_page)

    def _mark(self, kid: Any, page: Any) -> tuple[int, int] | None:
        """The page, from 0, and the MCID of a kid that is marked content; None where it is an element."""
        if isinstance(kid, int):
            return self.numbers[page.objgen], kid
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
            return self.numbers[kid.get("/Pg", page).objgen], int(kid.MCID)
        return None

    def _gather(
        self, element: Any, page: Any, words: list[tuple[int, str]], inside: list[Any], drawn: bool, depth: int
    ) -> None:
        """Adds the words of an element and of what is inline in it to `words`, the other elements to `inside`."""
        for kid in _kids(element):
            mark = self._mark(kid, page)
            if mark is not None:
                number, mcid = mark
                words.append((number, _lines(self.pages[number].words.get(mcid, ""), drawn)))
            elif not isinstance(kid, pikepdf.Dictionary) or kid.get("/Type") == "/OBJR":
                continue
            elif kid.get("/S") == "/Reference" and element.get("/S") != "/TOCI":
                continue  # the mark of a note, which would be read as the end of the number before it
            elif str(kid.get("/S", ""))[1:] in INLINE and depth < DEPTH:
                self._gather(kid, kid.get("/Pg", page), words, inside, drawn, depth + 1)
            else:
                inside.append((kid, page))


def _lines(words: str, drawn: bool) -> str:
    """A line of text ends with its own space; each label of a chart stands for itself."""
    return words.replace("\n", " ") if drawn else words.replace("\n", "")


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]

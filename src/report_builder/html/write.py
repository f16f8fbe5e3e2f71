"""Document, drawings and theme to one web page that carries all it needs: no script, no request to anywhere."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from report_builder.brand.fonts import Face
from report_builder.brand.theme import Theme
from report_builder.cache import Cache
from report_builder.charts.chart import Chart
from report_builder.document.blocks import Document, Heading
from report_builder.drawing import Drawing, TextRun
from report_builder.html.cover import cover, title
from report_builder.html.figures import download
from report_builder.html.fonts import Sheet, font_faces
from report_builder.html.markup import Element, add, element, written
from report_builder.html.setting import Setting
from report_builder.html.story import footnotes, section
from report_builder.html.style import stylesheet
from report_builder.output import File
from report_builder.problems import Problem

# a browser that minds it loads nothing from anywhere and runs nothing, whatever the words of the report hold
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
)


class Written(Struct, frozen=True):
    """A finished page, and what there is to say of it."""

    data: bytes
    problems: tuple[Problem, ...]


def write(
    document: Document,
    drawings: Mapping[Chart, Drawing],
    theme: Theme,
    narrow: Mapping[Chart, Drawing] | None = None,
    ledger: File | None = None,
    cache: Cache | None = None,
) -> Written:
    """The document as one page. The same input gives the same bytes, whenever and wherever.

    `narrow` are charts drawn for a telephone; `ledger` can be saved out of the page.
    """
    anchors = frozenset(b.anchor for s in document.sections for b in s.blocks if isinstance(b, Heading) and b.anchor)
    setting = Setting(document, theme, drawings, narrow or {}, anchors)
    body = _body(document, ledger, setting)
    fonts = font_faces(_faces(body, setting), "".join(body.itertext()), theme, cache or Cache())
    page = element("html", _head(document, theme, fonts), body, lang=document.language)
    return Written(written(page), tuple(dict.fromkeys((*setting.problems, *fonts.problems))))


def _head(document: Document, theme: Theme, fonts: Sheet) -> Element:
    policy = element("meta", content=_POLICY)
    policy.set("http-equiv", "Content-Security-Policy")
    head = element("head", element("meta", charset="utf-8"), policy)
    told = {
        "viewport": "width=device-width, initial-scale=1",
        "description": document.subject,
        "author": document.author,
        "keywords": ", ".join(document.keywords),
        "date": document.date,
        "color-scheme": "light dark",
        "format-detection": "telephone=no",
    }
    add(head, (element("meta", name=name, content=value) for name, value in told.items() if value))
    head.append(element("title", document.title))
    head.append(element("style", f"{fonts.css}\n{stylesheet(theme, document.furniture.mark)}\n"))
    return head


def _body(document: Document, ledger: File | None, setting: Setting) -> Element:
    body = element("body", element("a", setting.wording.skip, href="#report", class_="skip"))
    head = cover(document.cover, setting) if document.cover else title(document.title)
    if document.furniture.mark:
        head.insert(0, element("p", document.furniture.mark, class_="mark"))
    body.append(head)
    main = element("main", *(section(s, setting) for s in document.sections), id="report", class_="column")
    main.set("tabindex", "-1")  # so that the reading goes on where the skip link leads
    body.append(add(main, footnotes(setting)))
    foot = element("div", class_="column")
    if document.furniture.footer:
        foot.append(element("p", document.furniture.footer))
    if ledger is not None:
        saved = download(ledger.name, ledger.media_type, ledger.data, setting.wording.ledger)
        foot.append(element("p", saved))
    body.append(element("footer", foot, class_="end"))
    return body


def _faces(body: Element, setting: Setting) -> list[Face]:
    """The faces that the page is set in: those of its pictures, and of the others those there are words for."""
    text, display = setting.theme.text, setting.theme.display
    wanted = [text.regular, text.semibold, text.bold, display.bold]
    if body.find(".//blockquote") is not None:
        wanted.append(display.regular)
    if body.find(".//em") is not None:
        wanted.append(text.italic)
    if body.find(".//strong/em") is not None:
        wanted.append(text.bold_italic)
    known = {face.name: face for face in (*text.every(), *display.every())}
    drawn = {
        operation.face
        for drawing in (*setting.drawings.values(), *setting.narrow.values())
        for operation in drawing.operations
        if isinstance(operation, TextRun)
    }
    return [*wanted, *(known[name] for name in sorted(drawn & known.keys()))]

"""The paragraph and character styles of a Word file, made from the theme: changing a style changes the document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from msgspec import Struct

from report_builder.brand.theme import Theme
from report_builder.docx.xml import AFTER_LANGUAGE, element, framed, put

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph as WordParagraph


class Look(Struct, frozen=True):
    """One style: `size` in points, spaces in halves of the baseline, `indent` in points."""

    name: str
    size: float
    colour: str
    display: bool = False
    bold: bool = False
    italic: bool = False
    before: float = 0.0
    after: float = 1.0
    leading: float = 1.4
    indent: float = 0.0
    follows: bool = False  # stays on the page of what comes next
    right: bool = False


def _looks(theme: Theme) -> tuple[Look, ...]:
    s, c = theme.scale, theme.colours
    return (
        Look("Normal", s.body, c.ink),
        Look("Title", 30.0, c.primary, display=True, bold=True, after=2, leading=1.12, follows=True),
        Look("Heading 1", 22.0, c.primary, display=True, bold=True, before=2.5, after=1, leading=1.15, follows=True),
        Look("Heading 2", s.h2, c.primary, bold=True, before=3, after=0.75, leading=1.25, follows=True),
        Look("Heading 3", s.h3, c.ink, bold=True, before=2, after=0.5, leading=1.3, follows=True),
        Look("Lead", s.lead, c.ink, after=1.5, leading=1.35),
        Look("Caveat", s.small, c.ink, before=0.5, after=1.5, leading=1.35, indent=12),
        Look("Warning", s.body, c.ink, leading=1.35, follows=True),
        Look("Person", s.body, c.ink, follows=True),
        Look("Small Print", s.small, c.muted, after=0.5, leading=1.3),
        Look("Embargo", s.body, c.on_primary, bold=True, after=2, leading=1.3),
        Look("Kicker", s.small, c.accent_text, bold=True, after=0.5, follows=True),
        Look("Ends", s.body, c.ink, bold=True, before=2, after=3, leading=1.3),
        Look("Quote", s.body, c.ink, after=0.75, leading=1.4, indent=18),
        Look("Pull Quote", s.quote, c.primary, display=True, after=0.75, leading=1.3, indent=18),
        Look("Story Quote", s.lead, c.ink, display=True, before=0.5, after=0.5, leading=1.4),
        Look("Speaker", s.small, c.ink, after=0.25, leading=1.3, indent=18),
        Look("Caption", s.h3, c.ink, bold=True, before=2, after=0.25, leading=1.25, follows=True),
        Look("Picture", s.body, c.ink, after=0.5, leading=1.2, follows=True),
        Look("Photograph", s.body, c.ink, before=2, after=0.5, leading=1.2, follows=True),
        Look("Logo", s.body, c.ink, after=2, leading=1.2),
        Look("Reverse Picture", s.body, c.on_primary, after=1.5, leading=1.2),
        Look("Label", s.small, c.primary, bold=True, before=1.5, after=0.25, follows=True),
        Look("Ask", s.body, c.ink, after=0.75),
        Look("Ask Detail", s.small, c.ink, after=0.5, leading=1.35, indent=24),
        Look("Card Number", 28.0, c.primary, display=True, bold=True, before=0.5, after=0.25, leading=1.05),
        Look("Card Label", s.small, c.ink, bold=True, after=0.25, leading=1.25),
        Look("Hero Number", 66.0, c.primary, display=True, bold=True, before=2, after=0, leading=1.0, follows=True),
        Look("Table Text", s.small, c.ink, before=0.25, after=0.25, leading=1.2),
        Look("Table Figure", s.small, c.ink, before=0.25, after=0.25, leading=1.2, right=True),
        Look("List Item", s.body, c.ink, after=0.5),
        Look("Answer", s.body, c.ink, before=0.5, after=2, leading=1.4),
        Look("Header", s.small, c.muted, after=0, leading=1.2),
        Look("Footer", s.small, c.muted, after=0, leading=1.2),
    )


def set_styles(word: Document, theme: Theme, language: str) -> None:
    """Gives the file the styles of the theme, and the language that its words are in unless they say otherwise."""
    _language(word, language)
    for look in _looks(theme):
        _style(word, look, theme)
    colours = theme.colours
    link = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = _rgb(colours.primary), True
    number = word.styles.add_style("Note Mark", WD_STYLE_TYPE.CHARACTER)
    number.font.superscript, number.font.color.rgb = True, _rgb(colours.accent_text)
    framed(_properties(word, "Caveat"), {"left": (colours.accent, 18, 9)})
    framed(_properties(word, "Quote"), {"left": (colours.rule, 18, 12)})
    framed(_properties(word, "Pull Quote"), {"left": (colours.accent, 24, 12)})
    framed(_properties(word, "Ends"), {"bottom": (colours.primary, 8, 6)})
    framed(_properties(word, "Answer"), dict.fromkeys(_SIDES, (colours.series, 6, 6)))
    framed(_properties(word, "Embargo"), dict.fromkeys(_SIDES, (colours.primary, 8, 4)), colours.primary)
    framed(_properties(word, "Reverse Picture"), dict.fromkeys(_SIDES, (colours.primary, 8, 6)), colours.primary)


_SIDES = ("top", "left", "bottom", "right")


def _properties(word: Document, name: str) -> object:
    return word.styles[name].element.get_or_add_pPr()


def set_apart(paragraphs: Sequence[WordParagraph], theme: Theme) -> None:
    """One tinted ground behind some paragraphs that reaches into the margins.

    Word draws paragraphs of the same frame and indent as one. Those of a list keep the indent of their list.
    """
    tint = theme.colours.tint
    for paragraph in paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        framed(properties, dict.fromkeys(_SIDES, (tint, 8, 9)), tint)
        if paragraph.style is not None and paragraph.style.name == "Quote":
            paragraph.style = "Story Quote"
        if properties.numPr is None:
            paragraph.paragraph_format.left_indent = Pt(0)


def _style(word: Document, look: Look, theme: Theme) -> None:
    known = {style.name for style in word.styles}
    style: ParagraphStyle = (
        word.styles[look.name] if look.name in known else word.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    )
    if look.name not in ("Normal", "Header", "Footer"):
        style.base_style = word.styles["Normal"]
    style.quick_style, style.hidden = True, False
    faces = theme.display if look.display else theme.text
    _family(style, faces.regular.family)
    font, paragraph = style.font, style.paragraph_format
    font.size, font.bold, font.italic, font.color.rgb = Pt(look.size), look.bold, look.italic, _rgb(look.colour)
    half = theme.scale.baseline / 2
    paragraph.space_before, paragraph.space_after = Pt(look.before * half), Pt(look.after * half)
    paragraph.line_spacing_rule, paragraph.line_spacing = WD_LINE_SPACING.MULTIPLE, look.leading / 1.2
    paragraph.widow_control, paragraph.keep_with_next = True, look.follows
    paragraph.keep_together = look.name == "Answer"
    paragraph.left_indent = Pt(look.indent)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT if look.right else WD_ALIGN_PARAGRAPH.LEFT
    properties = style.element.get_or_add_pPr()
    for old in ("pBdr", "tabs"):  # the template's Title has a rule, its footer stops for another page
        for found in properties.findall(qn(f"w:{old}")):
            properties.remove(found)


def _family(style: ParagraphStyle, family: str) -> None:
    """Names the font for every script; the template's headings name a theme font, which would win."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), family)


def _language(word: Document, language: str) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    put(defaults, element("lang", val=language, eastAsia=language, bidi=language), AFTER_LANGUAGE)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#").upper())

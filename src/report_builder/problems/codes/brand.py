"""Codes B: the brand file, its colours, fonts and logo."""

from __future__ import annotations

from report_builder.problems.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "B001",
        "The brand file is not a list of settings",
        "The file `_brand.yml` holds settings under the headings meta, logo, color and typography; this one, or a part "
        "of it, holds something else.",
        "Compare the file with the example in `assets/brand/_brand.yml`, or with the format's page at "
        "posit-dev.github.io/brand-yml.",
    ),
    Code(
        "B002",
        "The brand file has a key that the format does not know",
        "A key that nobody reads is most often a slip of the keyboard, and the setting would be lost without a word.",
        "Spell the key as the message suggests, or take it out.",
    ),
    Code(
        "B003",
        "A value in the brand file is of the wrong kind",
        "The format says what each key may hold; this value is something else, so it cannot be used.",
        "Write the value as the message says.",
    ),
    Code(
        "B004",
        "A value in the brand file is missing",
        "The setting cannot be used without this value.",
        "Add the key that the message names.",
    ),
    Code(
        "B010",
        "This is not a colour",
        'Colours are written as on the web: "#1f3a4d", rgb(31, 58, 77), a CSS name such as navy, or the name of a '
        "colour in the brand's own palette. A # that is not in quotes starts a comment in YAML, so the colour after it "
        "is lost.",
        'Put the colour in quotes: "#1f3a4d". If it is a name, check that the palette has it.',
    ),
    Code(
        "B011",
        "Colours or logos refer to each other in a circle",
        "A name may stand for another name, but at the end there must be a colour or a file.",
        "Give one of the names in the circle a value of its own.",
    ),
    Code(
        "B012",
        "A brand colour is too weak for its place, and a nearby shade is used",
        "Words need a contrast of 4.5 to 1 with the ground they stand on, marks of a chart 3 to 1 (WCAG 2.2, 1.4.3 and "
        "1.4.11). People with low vision, and everyone with a bad printer, cannot read less.",
        "Nothing has to be done. To choose the shade yourself, write it into the brand file.",
        Severity.WARNING,
    ),
    Code(
        "B013",
        "A brand colour is too weak for its place",
        "Words need a contrast of 4.5 to 1 with the ground they stand on, marks of a chart 3 to 1 (WCAG 2.2, 1.4.3 and "
        "1.4.11). The build was told to be strict, so no other shade was put in its place.",
        "Write a darker shade into the brand file, such as the one the message names.",
    ),
    Code(
        "B014",
        "A see-through brand colour is printed solid",
        "A colour with an alpha value looks different on every ground; the report needs one whose contrast is known.",
        "Nothing has to be done. To choose the colour yourself, write it without an alpha value.",
        Severity.WARNING,
    ),
    Code(
        "B015",
        "The brand's page is dark, and the report is printed on white",
        "A report is printed and read on paper; a dark ground uses up ink and shows through.",
        "Nothing has to be done. To choose the colour of the paper, give `color.background` a light colour.",
        Severity.WARNING,
    ),
    Code(
        "B020",
        "A setting of the brand file does not change the report",
        "The brand.yml format also serves web sites and slides. This setting is understood, but a printed report has "
        "no use for it, or has rules of its own for it.",
        "Nothing has to be done.",
        Severity.NOTE,
    ),
    Code(
        "B030",
        "A font family was not found, and another stands in for it",
        "The report is built without the internet, so the fonts must lie in the brand's folder.",
        "Download the family as static TrueType files (.ttf) and put them into the brand's `fonts` folder.",
        Severity.WARNING,
    ),
    Code(
        "B031",
        "A font file is not there",
        "The brand file names a file that is not in the brand's folder.",
        "Check the spelling, capital letters included, or copy the file to where the message says.",
    ),
    Code(
        "B032",
        "A variable font cannot be used",
        "One file holds every weight from thin to black; in a PDF such a file would be drawn in one weight only.",
        "Download the family's static fonts (a folder `static` in most downloads) and use those .ttf files.",
        Severity.WARNING,
    ),
    Code(
        "B033",
        "This kind of font file cannot be used",
        "Fonts are put into the PDF as TrueType outlines (.ttf). OpenType with PostScript outlines (.otf), collections "
        "(.ttc) and web fonts (.woff, .woff2) hold something else.",
        "Download the family as static TrueType files (.ttf) and use those.",
        Severity.WARNING,
    ),
    Code(
        "B035",
        "The font's licence does not allow it in a PDF",
        "The font file itself says that it may not be embedded, or not in part. An accessible PDF holds its fonts.",
        "Ask whoever sold the font for a version that may be embedded, or use another family.",
    ),
    Code(
        "B036",
        "A font file is damaged",
        "The file is not a font, or is cut short.",
        "Download or copy the file again.",
    ),
    Code(
        "B037",
        "A path leads out of the brand's folder",
        "Files of a brand are read from its own folder only, so that a project can be handed on whole and cannot read "
        "other people's files.",
        "Copy the file into the brand's folder and write its path from there, with forward slashes.",
    ),
    Code(
        "B038",
        "A file on the internet is not fetched",
        "The report is built without the internet.",
        "Download the file, put it into the brand's folder and write its path there.",
        Severity.WARNING,
    ),
    Code(
        "B039",
        "The figures of a font are not of one width",
        "In tables the digits of one column would not stand under each other.",
        "Choose a family whose figures are tabular by default, such as Source Sans Pro.",
        Severity.WARNING,
    ),
    Code(
        "B040",
        "A weight or an italic of a font family is not there",
        "The report uses regular, bold, italic, bold italic and semibold; the nearest one there stands in.",
        "Put the missing style of the family into the brand's `fonts` folder.",
        Severity.WARNING,
    ),
    Code(
        "B041",
        "A font has no glyphs for letters that reports need",
        "Names and words in English and Welsh need these characters; a report that uses one of them cannot be built "
        "with this font.",
        "Use a fuller version of the font, or another family.",
        Severity.WARNING,
    ),
    Code(
        "B050",
        "The logo file is not there",
        "The brand file names a file that is not in the brand's folder.",
        "Check the spelling, capital letters included, or copy the file to where the message says.",
    ),
    Code(
        "B051",
        "The logo is not an SVG file",
        "Logos are drawn as lines and areas, sharp at every size; a picture made of dots (.png, .jpg) is not used.",
        "Ask the designer for the logo as SVG, put it into the brand's folder and name it in `_brand.yml`.",
        Severity.WARNING,
    ),
    Code(
        "B052",
        "The logo file is not safe to read",
        "A small SVG file can be made to unfold to gigabytes or to fetch other files; this one goes beyond what a logo "
        "needs.",
        "Ask the designer to export the logo again as a plain SVG.",
    ),
    Code(
        "B053",
        "The logo holds something that cannot be drawn",
        "Only shapes in plain colours are drawn: paths, rectangles, circles, ellipses, lines, polygons, groups and "
        "copies. To leave a part out would change the logo.",
        "Ask the designer to export the logo as a plain SVG: text as outlines, no pictures, filters, masks, gradients.",
    ),
    Code(
        "B054",
        "The logo file cannot be read",
        "The file is not well-formed SVG.",
        "Export the logo again, or ask the designer for it.",
    ),
    Code(
        "B055",
        "The logo has no words for those who do not see it",
        "A screen reader says the logo's alternative text; without it, it says nothing.",
        "Give the image an `alt` in `_brand.yml`, or the brand a name under `meta`.",
        Severity.WARNING,
    ),
    Code(
        "B056",
        "See-through parts of the logo may look different",
        "The opacity of a group is applied to each shape in it; where the shapes overlap, both show.",
        "Compare the logo in the report with the original; if it differs, ask the designer for one in solid colours.",
        Severity.WARNING,
    ),
)

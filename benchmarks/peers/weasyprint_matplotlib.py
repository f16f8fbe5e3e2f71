"""The briefing by WeasyPrint with Matplotlib's SVG: python weasyprint_matplotlib.py DOCUMENT.json FONTS OUT.pdf"""

from __future__ import annotations

import base64
import json
import sys
from html import escape
from pathlib import Path

import drawn
import weasyprint

STYLE = (Path(__file__).parent / "briefing.css").read_text(encoding="utf-8")


def main(source: str, fonts: str, out: str) -> None:
    """Writes the PDF, tagged as PDF/UA-1."""
    document = json.loads(Path(source).read_text(encoding="utf-8"))
    drawn.set_up(Path(fonts))
    pictures = iter([_address(drawn.drawn(chart)) for chart in drawn.charts_of(document)])
    page = html(document, Path(fonts).resolve().as_uri(), pictures)
    weasyprint.HTML(string=page).write_pdf(out, pdf_variant="pdf/ua-1")


def html(document: dict, fonts: str, pictures) -> str:
    """The whole page."""
    style = STYLE.replace("FONTS", fonts)
    parts = [cover(document["cover"], next(pictures))]
    for section in document["sections"]:
        first = [b for s in document["sections"] for b in s["blocks"] if b["type"] == "Heading"]
        parts.append("<section>" + "".join(block(b, pictures, first) for b in section["blocks"]) + "</section>")
    furniture = document["furniture"]
    running = f'<div id="head">{escape(furniture["header"])}</div><div id="foot">{escape(furniture["footer"])}</div>'
    head = f'<meta charset="utf-8"><title>{escape(document["title"])}</title><style>{style}</style>'
    head += f'<meta name="author" content="{escape(document["author"])}">'
    body = parts[0] + running + "".join(parts[1:])
    return f'<!doctype html><html lang="{document["language"]}"><head>{head}</head><body>{body}</body></html>'


def cover(cover: dict, picture: str) -> str:
    """The first page."""
    hero = cover["hero"]
    standfirst = "".join(f"<p>{say(runs)}</p>" for runs in cover["standfirst"])
    imprint = "".join(f"<br>{escape(line)}" for line in cover["lines"])
    return (
        f'<div class="cover"><p class="publisher">{escape(cover["publisher"])}</p>'
        f'<p class="kicker">{escape(cover["kicker"])}</p><p class="headline">{say(cover["headline"])}</p>{standfirst}'
        f'<div class="hero"><div class="number">{hero["number"]}</div>'
        f'<img src="{picture}" alt="{escape(hero["trend_alt"])}">'
        f'<p class="label">{escape(hero["label"])}</p></div>'
        f'<p class="foot"><b>{escape(cover["publisher"])}</b> · {cover["date"]}{imprint}</p></div>'
    )


def block(b: dict, pictures, headings: list[dict]) -> str:
    """One block as HTML."""
    match b["type"]:
        case "Heading":
            return f'<h{b["level"]} id="{b["anchor"]}">{say(b["runs"])}</h{b["level"]}>'
        case "Paragraph":
            return f'<p class="{b["role"]}">{say(b["runs"])}</p>'
        case "ListBlock":
            tag = "ol" if b["ordered"] else "ul"
            return (
                f"<{tag}>"
                + "".join(f"<li>{''.join(block(i, pictures, headings) for i in item)}</li>" for item in b["items"])
                + f"</{tag}>"
            )
        case "Cards":
            return '<div class="cards">' + "".join(card(c) for c in b["cards"]) + "</div>"
        case "ContentsBlock":
            lines = "".join(
                f'<li class="l{h["level"]}"><a href="#{h["anchor"]}">{say(h["runs"])}</a></li>' for h in headings
            )
            return f'<h1>{b["title"]}</h1><ul class="contents">{lines}</ul>'
        case "FigureBlock":
            return figure(b, next(pictures))
        case "TableBlock":
            return table(b)
        case "QuoteBlock":
            said = "".join(f"<p>“{escape(p)}”</p>" for p in b["paragraphs"])
            who = f"<b>{escape(b['speaker'])}</b>, {escape(b['role'])}<br>Source: {escape(b['source'])}"
            return f'<blockquote class="{"large" if b["large"] else ""}">{said}<p class="who">{who}</p></blockquote>'
        case "Asks":
            return asks(b)
        case "SupportLines":
            lines = "".join(
                f"<p>{escape(s['name'])}<br><b>{s['phone']}</b><br>{escape(s['note'])}</p>" for s in b["lines"]
            )
            return f'<div class="aside"><h3>{escape(b["title"])}</h3>{lines}</div>'
        case "ContactBlock":
            return (
                f'<div class="aside"><h3>{escape(b["title"])}</h3>'
                + "".join(f"<p>{say(r)}</p>" for r in b["lines"])
                + "</div>"
            )
        case other:
            raise ValueError(other)


def card(c: dict) -> str:
    small = "<br>".join(escape(c[k]) for k in ("base", "period", "caveat") if c[k])
    label = f"<p><b>{say(c['label'])}</b></p>"
    return f'<div class="card"><p class="number">{c["number"]}</p>{label}<p class="note">{small}</p></div>'


def figure(b: dict, picture: str) -> str:
    notes = "".join(f'<p class="note">{escape(c)}</p>' for c in [*b["caveats"], f"Source: {b['source']}"])
    title = f'<b>Figure {b["number"]}. {say(b["title"])}</b><br><span class="note">{escape(b["subtitle"])}</span>'
    return f'<figure><figcaption>{title}</figcaption><img src="{picture}" alt="{escape(b["alt"])}">{notes}</figure>'


def table(b: dict) -> str:
    def row(cells: list[dict]) -> str:
        return "<tr>" + "".join(cell(c) for c in cells) + "</tr>"

    def cell(c: dict) -> str:
        tag = "td" if c["role"] == "data" else "th"
        scope = "" if c["role"] == "data" else f' scope="{"col" if c["role"] == "column" else "row"}"'
        style = ("n " if c["numeric"] else "") + ("e" if c["emphasis"] else "")
        return f'<{tag}{scope} class="{style}" colspan="{c["columns"]}" rowspan="{c["rows"]}">{say(c["runs"])}</{tag}>'

    caption = f'<b>Table {b["number"]}. {say(b["title"])}</b><br><span class="note">{escape(b["subtitle"])}</span>'
    notes = (
        "".join(f'<p class="note">{say(n)}</p>' for n in b["notes"])
        + f'<p class="note">Source: {escape(b["source"])}</p>'
    )
    head, body = ("".join(row(r) for r in b[part]) for part in ("head", "body"))
    return f"<table><caption>{caption}</caption><thead>{head}</thead><tbody>{body}</tbody></table>{notes}"


def asks(b: dict) -> str:
    parts = [f"<h3>{escape(b['addressee'])}</h3>"]
    if not b["brief"]:
        parts.append(f'<p class="note">{escape(b["power"])}</p>')
    for a in b["asks"]:
        parts.append(f'<div class="ask"><span class="number">{a["number"]}</span>')
        parts.append(f"<p><b>{say(a['text'])}</b></p><p>{say(a['why'])}</p>")
        if a["evidence"]:
            parts.append(
                f'<p class="note"><b>{b["evidence_label"]}</b></p>'
                + "".join(f'<p class="note">{say(e)}</p>' for e in a["evidence"])
            )
        parts.append("</div>")
    return f'<div class="asks">{"".join(parts)}</div>'


def say(runs: list[dict]) -> str:
    """Runs as HTML."""
    out = []
    for run in runs:
        text = escape(run["text"])
        text = f"<b>{text}</b>" if run["bold"] else text
        text = f"<i>{text}</i>" if run["italic"] else text
        out.append(f'<a href="{escape(run["url"])}">{text}</a>' if run["url"] else text)
    return "".join(out)


def _address(picture: bytes) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(picture).decode()


if __name__ == "__main__":
    main(*sys.argv[1:])

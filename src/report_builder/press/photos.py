"""The pictures of a report as files, credit and alt text beside each; those that nobody agreed to stay out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from report_builder.campaign.report import Report
from report_builder.document.blocks import PictureBlock
from report_builder.document.printed import text_of
from report_builder.output import File
from report_builder.press.archive import short_name
from report_builder.press.manifest import Packed
from report_builder.problems import Problem, problem
from report_builder.sections.compose import Composed
from report_builder.sections.composition import Shown
from report_builder.sections.consent import check_consents
from report_builder.sections.marks import mark_of, suffix_of
from report_builder.sections.view import View

FOLDER = "pictures"


def photos(
    view: View, composed: Iterable[Composed], now: datetime | None
) -> tuple[tuple[Packed, ...], tuple[Problem, ...]]:
    """The pictures of report and release, none twice, and why one that they show is not among them.

    Consent has to hold for the press on every day that a release asks for, in a draft as well.
    """
    packed: list[Packed] = []
    problems: list[Problem] = []
    pictures = {block.photo.jpeg: (block, of) for of in composed for block in _blocks(of)}
    for block, of in pictures.values():
        shown = next((one for one in of.shown if one.where == block.where), None)
        found = _refused(shown, view.report, now)
        if found:
            said = f"this picture is not in the pack: {found[0].message}"
            problems.append(problem("K020", said, block.where, *found[0].notes, help=found[0].help))
        else:
            packed += _files(block, len(packed) // 2 + 1, view, shown)
    return tuple(packed), tuple(problems)


def _blocks(composed: Composed) -> Iterator[PictureBlock]:
    for section in composed.document.sections:
        yield from (block for block in section.blocks if isinstance(block, PictureBlock))


def _refused(shown: Shown | None, report: Report, now: datetime | None) -> tuple[Problem, ...]:
    """What keeps a picture from going out; nothing where nobody is to be seen in it."""
    out = report.model_copy(update={"stage": "release"})
    return check_consents((shown,), "press", out, now) if shown is not None else ()


def _files(block: PictureBlock, number: int, view: View, shown: Shown | None) -> Iterator[Packed]:
    words, name = view.language, f"{FOLDER}/{number}-{short_name(block.alt)}{suffix_of(view)}"
    until = shown.consent.until if shown is not None and shown.consent is not None else None
    lines = (
        mark_of(view),
        words.say("picture alt", alt=block.alt),
        text_of(block.caption),
        block.model,
        block.credit,
        words.say("picture until", date=words.date(until)) if until is not None else "",
    )
    beside = "\r\n".join(line for line in lines if line) + "\r\n"
    yield Packed(File(f"{name}.jpg", block.photo.jpeg, "image/jpeg"), "pack photo", {"alt": block.alt})
    yield Packed(File(f"{name}.txt", beside.encode(), "text/plain; charset=utf-8"), "pack photo text")

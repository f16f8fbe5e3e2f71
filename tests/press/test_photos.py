"""The pictures of a report in its pack: with what is printed beside them, and only those that people agreed to."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from pictures import jpeg
from report_builder.build import load, own_edition, prepare, view_of
from report_builder.press.manifest import Packed
from report_builder.press.photos import photos
from report_builder.problems import Problem
from report_builder.sections.compose import compose

PICTURE = "\n```picture\nfile: stop.jpg\nalt: A red sign at a bus stop\ncredit: A. Person\n{}```\n"
CONSENT = "consent:\n  who: A. Rider\n  given: 2019-05-01\n  until: {}\n  uses: {}\n  kept: folder 3\n"
AGREED = CONSENT.format("2027-05-01", "[report, press]")


def of(project: Path, more: str, now: str = "2026-01-15T09:00+00:00") -> tuple[tuple[Packed, ...], tuple[Problem, ...]]:
    """The picture files of the project's draft with one picture in it, sent at a moment."""
    (project / "assets/pictures").mkdir(parents=True)
    (project / "assets/pictures/stop.jpg").write_bytes(jpeg())
    section = project / "report/sections/reasons.md"
    section.write_text(section.read_text("utf-8") + PICTURE.format(more), "utf-8")
    prepared = prepare(load(project))
    view, _ = view_of(prepared, own_edition(prepared.project))
    return photos(view, (compose(view), compose(view)), datetime.fromisoformat(now))


def test_a_picture_goes_out_with_its_words_and_without_what_a_camera_adds(project: Path) -> None:
    """Once, however often it is shown; who agreed stays in the office."""
    (picture, words), problems = of(project, f"{AGREED}caption: The stop in June\nmodel: true\n")
    assert () == problems
    assert "pictures/1-a-red-sign-at-a-bus-stop.jpg" == picture.file.name
    with Image.open(io.BytesIO(picture.file.data)) as image:
        assert not {"exif", "comment", "icc_profile"} & set(image.info)
        assert not image.getexif()
    assert "pictures/1-a-red-sign-at-a-bus-stop.txt" == words.file.name
    assert words.file.data.decode().split("\r\n") == [
        "DRAFT, version 1.0",
        "Alt text: A red sign at a bus stop",
        "The stop in June",
        "The child pictured is a model.",
        "Picture: A. Person",
        "May be used until 1 May 2027.",
        "",
    ]


def test_under_an_embargo_name_and_words_say_so(project: Path) -> None:
    """Until when it is kept back stands first."""
    report = project / "report/report.yml"
    embargo = "publish: 2026-01-15\nembargo: 2026-01-15 00:01 Europe/London\n"
    report.write_text(report.read_text("utf-8").replace("publish: 2026-01-15\n", embargo), "utf-8")
    (picture, words), _ = of(project, AGREED, "2026-01-14T09:00+00:00")
    assert "pictures/1-a-red-sign-at-a-bus-stop-EMBARGOED.jpg" == picture.file.name
    assert words.file.data.startswith(b"EMBARGOED UNTIL 00:01 GMT Thursday 15 January 2026")


def test_a_picture_of_nobody_needs_no_consent(project: Path) -> None:
    """And says of no day that it ends."""
    (_, words), problems = of(project, "people: none\n")
    assert () == problems
    assert b"until" not in words.file.data


@pytest.mark.parametrize(
    ("consent", "why"),
    [
        ("", "nobody is said to have agreed to this picture"),
        (
            CONSENT.format("2026-01-14", "press"),
            "the consent ends on 2026-01-14, and the report is published on 2026-01-15",
        ),
        (CONSENT.format("2026-01-31", "press"), "the consent ends on 2026-01-31, and this copy goes out on 2026-02-01"),
        (CONSENT.format("2027-05-01", "report"), "the consent to this picture is for a report"),
    ],
)
def test_one_that_nobody_agreed_to_stays_out_and_it_is_said_why(project: Path, consent: str, why: str) -> None:
    """Of a draft too: none at all, one that has lapsed by publication or by today, one for something else."""
    packed, (problem,) = of(project, consent, "2026-02-01T09:00+00:00")
    assert () == packed
    assert ("K020", "report/sections/reasons.md") == (problem.code, problem.where and problem.where.file)
    assert problem.message.startswith(f"this picture is not in the pack: {why}")

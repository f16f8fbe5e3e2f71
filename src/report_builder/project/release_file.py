"""The news release: Markdown with facts, claims and fenced blocks as in a section; front matter may be left out."""

from __future__ import annotations

from pydantic import ValidationError

from report_builder.campaign.release import ReleaseHead
from report_builder.problems import Problem, Where
from report_builder.project.section_file import read_words
from report_builder.project.yaml import Parsed, parse_passage, problems_of
from report_builder.sections.view import ReleaseText
from report_builder.text.markdown import split_front_matter
from report_builder.text.source import whole


def load_release(file: str, text: str) -> tuple[ReleaseText | None, Parsed, list[Problem]]:
    """The release of a file's text, and its front matter as read; no release where that does not validate.

    The words are parsed anyway.
    """
    passage = whole(file, text)
    problems: list[Problem] = []
    if text.lstrip("\ufeff \t\n").startswith("-"):
        front, body, found = split_front_matter(passage)
        problems += found
    else:
        front, body = passage.part(0, 0), passage
    parsed = parse_passage(front)
    problems += parsed.problems
    head: ReleaseHead | None = None
    try:
        head = ReleaseHead.model_validate(parsed.data or {})
    except ValidationError as error:
        problems += problems_of(error, parsed, ReleaseHead)
    parts, notes, more = read_words(body)
    problems += more
    if head is None:
        return None, parsed, problems
    return ReleaseText(file, head, parts, notes, Where(file, 0)), parsed, problems

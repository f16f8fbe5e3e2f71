"""The settings at the head of a section file, between two lines of three hyphens."""

from __future__ import annotations

import re

from report_builder.problems import Problem, problem
from report_builder.text.source import Passage


def split_front_matter(passage: Passage) -> tuple[Passage, Passage, tuple[Problem, ...]]:
    """The front matter of a section file (what stands between two lines of `---`), its body, and what is wrong.

    Where there is no front matter its passage is empty.
    """
    text = passage.text
    opened = re.match(r"\ufeff?\s*?(---|—-?|–-?–?|- - -|___|\*\*\*)[ \t]*\r?(?:\n|\Z)", text)
    if not opened:
        start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
        first = text[start:].split("\n", 1)[0]
        advice = "start the file with\n---\nkind: prose\n---"
        where = passage.where(start, len(first.rstrip()))
        missing = problem("T024", "the file does not start with what kind of section it is", where, help=advice)
        return passage.part(0, 0), passage, (missing,)
    problems = []
    if opened[1] != "---":
        where = passage.where(opened.start(1), len(opened[1]))
        problems.append(
            problem("T024", f'"{opened[1]}" does not open front matter', where, help="write it like this:  ---")
        )
    closed = re.compile(r"^(---|\.\.\.|—-?|–-?–?)[ \t]*\r?$", re.MULTILINE).search(text, opened.end())
    if not closed:
        where = passage.where(opened.start(1), len(opened[1]))
        advice = "write another line of three hyphens, ---, between the settings and the text"
        problems.append(problem("T024", "the front matter is never closed", where, help=advice))
        end = _end_of_settings(text, opened.end())
        return passage.part(opened.end(), end), passage.part(end, len(text)), tuple(problems)
    if closed[1] not in ("---", "..."):
        where = passage.where(closed.start(1), len(closed[1]))
        problems.append(
            problem("T024", f'"{closed[1]}" does not close front matter', where, help="write it like this:  ---")
        )
    return passage.part(opened.end(), closed.start()), passage.part(closed.end(), len(text)), tuple(problems)


def _end_of_settings(text: str, start: int) -> int:
    """Where front matter that is never closed most likely ends: at the first empty line or heading."""
    found = re.compile(r"^(?:[ \t]*\r?$|#+ )", re.MULTILINE).search(text, start)
    return found.start() if found else len(text)

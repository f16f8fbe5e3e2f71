"""A section file: front matter, Markdown, and fenced blocks parsed into their models."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from pydantic import TypeAdapter, ValidationError

from report_builder.problems import Problem, Where, problem
from report_builder.project.yaml import Parsed, parse_passage, problems_of
from report_builder.sections.fences import (
    FENCES,
    TEXT_KEYS,
    AnyFence,
    AskFence,
    AsksFence,
    FiguresFence,
    Part,
    Placed,
    QuoteFence,
    WarningFence,
)
from report_builder.sections.model import KINDS, AnySection, SectionOptions
from report_builder.sections.view import SectionText
from report_builder.text.markdown import parse_body, parse_inline, split_front_matter
from report_builder.text.source import Passage, whole
from report_builder.text.spans import Fence, ParagraphText, Span

_OPTIONS: TypeAdapter[AnySection] = TypeAdapter(SectionOptions)
# a fence that is one bare word names its quote or ask; a bare list names its facts
_SHORT = {"quote": "quote", "ask": "ask"}


def load_section(name: str, file: str, text: str) -> tuple[SectionText | None, Parsed, list[Problem]]:
    """The section of a file's text, and its front matter as read; no section where that does not validate.

    The words are parsed anyway.
    """
    front, body, found = split_front_matter(whole(file, text))
    problems = list(found)
    parsed = parse_passage(front)
    problems += parsed.problems
    options: AnySection | None = None
    if not found and parsed.data is None and not parsed.problems:
        problems.append(
            problem(
                "P021",
                'the file has no "kind"',
                Where(file, 0),
                help=f"add a line  kind: …  with one of {', '.join(KINDS)}",
            )
        )
    elif not found:
        try:
            options = _OPTIONS.validate_python(parsed.data)
        except ValidationError as error:
            problems += problems_of(error, parsed, SectionOptions)
    parts, notes, more = read_words(body)
    problems += more
    if options is None:
        return None, parsed, problems
    return SectionText(name, file, options, parts, notes, Where(file, 0)), parsed, problems


def read_words(body: Passage) -> tuple[tuple[Part, ...], Mapping[str, tuple[ParagraphText, ...]], list[Problem]]:
    """The parts of a body in order, its fenced blocks parsed, and its footnotes by label."""
    read, found = parse_body(body)
    problems = list(found)
    parts: list[Part] = []
    for block in read.blocks:
        if isinstance(block, Fence):
            placed, wrong = place(block)
            problems += wrong
            if placed is not None:
                parts.append(placed)
        else:
            parts.append(block)
    notes = {k: tuple(b for b in v if isinstance(b, ParagraphText)) for k, v in read.notes.items()}
    return tuple(parts), notes, problems


def place(block: Fence) -> tuple[Placed | None, list[Problem]]:
    """A fenced block as its model, its texts parsed; None with problems where it does not validate."""
    if block.kind == "warning":
        return _warning(block)
    model = FENCES[block.kind]
    parsed = parse_passage(block.body)
    problems: list[Problem] = list(parsed.problems)
    data: object = parsed.data
    under: tuple[str | int, ...] = ()
    if block.kind in _SHORT and isinstance(data, str):
        data = {_SHORT[block.kind]: data.strip()}
    elif block.kind == "figures" and isinstance(data, list | str):
        rows = data if isinstance(data, list) else [data]
        data = {"figures": [{"fact": row} if isinstance(row, str) else row for row in rows]}
    elif block.kind == "asks" and not isinstance(data, dict) and not problems:
        data = {"asks": data or []}
    if data is None:
        if not problems:
            problems.append(problem("P063", f"the {block.kind} is empty", block.where, help=_EXAMPLES[block.kind]))
        return None, problems
    try:
        fence: AnyFence = model.model_validate(data)
    except ValidationError as error:
        refused = problems_of(error, parsed, model, under)
        named = (replace(p, message=p.message.replace("the file has no", f"the {block.kind} has no")) for p in refused)
        return None, [*problems, *named]
    texts, wrong = _texts(fence, parsed)
    keys = {".".join(map(str, path)): parsed.where(*path) for path in parsed.marks}
    if block.kind in _SHORT and () in parsed.scalars:
        mark = parsed.marks[()]
        keys[_SHORT[block.kind]] = Where(block.where.file, mark.start, mark.end - mark.start)
    if isinstance(fence, FiguresFence):
        keys |= {f"figures.{path[0]}.fact": parsed.where(*path) for path in parsed.marks if len(path) == 1}
        keys |= {f"figures.{'.'.join(map(str, path))}": parsed.where(*path) for path in parsed.marks if len(path) > 1}
    return Placed(fence, texts, block.where, keys), [*problems, *wrong]


def _warning(block: Fence) -> tuple[Placed | None, list[Problem]]:
    """A fence of nothing but words."""
    words, problems = parse_inline(block.body)
    if not block.body.text.strip():
        hint = "write what the reader is about to meet"
        return None, [problem("P063", "the warning is empty", block.where, help=hint)]
    return Placed(WarningFence(), {"words": words}, block.where, {}), list(problems)


_EXAMPLES = {
    "chart": "it needs at least draw:, fact: and title:",
    "table": "it needs at least fact: and down:",
    "figures": "list one fact on each line:  - offences",
    "quote": "write the quote's name",
    "ask": "write the ask's name",
    "asks": "write the asks' names, one on each line:  - rules",
    "picture": "it needs at least file:, alt:, credit: and consent:",
}


def _texts(fence: AnyFence, parsed: Parsed) -> tuple[Mapping[str, tuple[Span, ...]], list[Problem]]:
    texts: dict[str, tuple[Span, ...]] = {}
    problems: list[Problem] = []
    if isinstance(fence, QuoteFence | AskFence | AsksFence):
        return texts, problems
    for path in parsed.scalars:
        if path and path[-1] in TEXT_KEYS:
            spans, wrong = parse_inline(parsed.passage(*path))
            problems += wrong
            name = ".".join(map(str, path))
            if isinstance(fence, FiguresFence) and path[0] != "figures":
                name = f"figures.{name}"
            texts[name] = spans
    return texts, problems

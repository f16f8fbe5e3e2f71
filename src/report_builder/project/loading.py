"""One project folder while it is loaded: what is read of it so far, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from report_builder.cache import Cache
from report_builder.campaign.ask import Ask
from report_builder.campaign.translation import AskWords
from report_builder.problems import Problem, Where, problem
from report_builder.project.files import Folder, rows_of_text
from report_builder.project.yaml import Parsed, parse, problems_of
from report_builder.sections.view import AskText
from report_builder.text.markdown import parse_inline
from report_builder.text.source import Passage
from report_builder.text.spans import Span

M = TypeVar("M", bound=BaseModel)
NO_YET = ("", "none", "none yet")


class Loading:
    """One folder while it is loaded."""

    def __init__(self, root: Path, cache: Cache) -> None:
        self.folder = Folder(root)
        self.cache = cache
        self.problems: list[Problem] = []
        self.parsed: dict[str, Parsed] = {}
        self.unread: set[str] = set()

    def yaml(self, file: str, optional: bool = False) -> Parsed | None:
        """A YAML file parsed, its problems noted; None where there is none."""
        text = self.folder.text(file, optional=optional)
        if text is None:
            self.unread.update({file} if (self.folder.root / file).exists() else ())
            return None
        parsed = parse(text, file)
        self.problems += parsed.problems
        self.parsed[file] = parsed
        return parsed

    def model(self, file: str, model: type[M], optional: bool = False) -> M | None:
        """A YAML file as a model; None with problems noted where it does not validate."""
        parsed = self.yaml(file, optional)
        if parsed is None or parsed.data is None:
            if parsed is not None and parsed.problems:
                self.unread.add(file)
            elif parsed is not None and not optional:
                hint = "fill it in; `report-builder new` makes a folder with every file filled in"
                self.problems.append(problem("P054", f'"{file}" is empty', Where(file), help=hint))
            return None
        if any(p.code == "P013" for p in parsed.problems):  # which of the two is meant cannot be known
            self.unread.add(file)
            return None
        try:
            return model.model_validate(parsed.data)
        except ValidationError as error:
            self.unread.add(file)
            self.problems += problems_of(error, parsed, model)
            return None

    def shown(self, file: str, data: bytes, problems: Iterable[Problem]) -> None:
        """Keeps a data file's text where a problem points into it, so that its row can be shown."""
        if file in self.folder.texts or not any(p.where and p.where.file == file for p in problems):
            return
        rows = rows_of_text(data)
        if rows is not None:
            self.folder.texts[file] = rows

    def asks(self, file: str, typed: Mapping[str, Ask | AskWords]) -> tuple[AskText, ...]:
        """The asks of a file that was read, their words parsed, without their evidence."""
        parsed = self.parsed[file]
        out = []
        for id_, ask in typed.items():
            why: tuple[Span, ...] = ()
            if ask.why.strip() not in NO_YET:
                why = self.words(parsed.passage(id_, "why"))
            deadline = "" if ask.deadline.strip() in NO_YET else ask.deadline
            words, where = self.words(parsed.passage(id_, "ask")), Where(file, key=(id_,), on_key=True)
            out.append(AskText(id_, ask.to, ask.power, words, why, deadline, (), where))
        return tuple(out)

    def words(self, passage: Passage) -> tuple[Span, ...]:
        spans, problems = parse_inline(passage)
        self.problems += problems
        return spans

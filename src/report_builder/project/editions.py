"""`report/editions.yml` read: areas typed there or kept in a table, and all that is wrong with either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import normpath
from string import Formatter

from pydantic import ValidationError

from report_builder.campaign.area import FIELDS, EditionsFile, said_in
from report_builder.campaign.report import Report
from report_builder.problems import Problem, Where, problem
from report_builder.project.loading import Loading
from report_builder.project.yaml import Data, problems_of
from report_builder.tables.read import read
from report_builder.words import language

EDITIONS = "report/editions.yml"
_PHRASES = ("name", "in", "of")
_SAFE = re.compile(r"[^\W_][\w .,()-]*(?<![ .])")


def load_editions(report: Report | None, loading: Loading) -> EditionsFile | None:
    """The editions that a project is built in; None where it is one report, or its editions do not validate."""
    parsed = loading.yaml(EDITIONS, optional=True)
    if parsed is None or not isinstance(parsed.data, dict):
        return None
    data = dict(parsed.data)
    table = data.get("areas")
    if isinstance(table, str):
        areas = _areas_of_table(table, data, loading)
        if areas is None:
            loading.unread.add(EDITIONS)
            return None
        data["areas"] = areas
    try:
        made = EditionsFile.model_validate(data)
    except ValidationError as error:
        loading.unread.add(EDITIONS)
        loading.problems += problems_of(error, parsed, EditionsFile)
        return None
    loading.problems += [*_languages(made), *_areas(made, report), *_file_names(made, report)]
    return made


def _areas_of_table(name: str, data: dict[str, Data], loading: Loading) -> Data:
    """The areas that a table lists, as they would be typed: `in` and "in cy" are the phrases of two languages."""
    where = Where(EDITIONS, key=("areas",))
    file = normpath(str(PurePosixPath(EDITIONS).parent / name))
    content = loading.folder.data(file, where)
    if content is None:
        return None
    grid, problems = read(content, file, sheet_where=where)
    loading.problems += problems
    if grid is None:
        return None
    headings = [" ".join(text.split()) for text in grid.rows[0]] if grid.rows else []
    if missing := [key for key in ("id", "name", "in") if key not in headings]:
        known = ", ".join(filter(None, headings)) or "none"
        message = f'"{file}" has no column "{missing[0]}"'
        hint = f"its columns are {known}; name them id, name, in, of, and for another language name cy, in cy, of cy"
        loading.problems.append(problem("E001", message, where, help=hint))
        return None
    languages = [code for code in data.get("languages") or () if isinstance(code, str)]
    areas: dict[str, Data] = {}
    for number, row in enumerate(grid.rows[1:], 2):
        cells = {h: text.strip() for h, text in zip(headings, row, strict=False) if h and text.strip()}
        id_ = cells.pop("id", "")
        if id_ in areas or (not id_ and cells):
            wrong = (
                f'row {number} of {file} has the id "{id_}", as an earlier one' if id_ else f"row {number} has no id"
            )
            loading.problems.append(problem("E001", wrong, where, help="give each area an id of its own"))
        elif id_:
            areas[id_] = _typed(cells, languages)
    return areas


def _typed(cells: dict[str, str], languages: list[str]) -> Data:
    """A row as the entry of an area: columns "name" and "name cy" are one key by language."""
    first = languages[0] if languages else ""
    codes = {short for code in languages for short in (code, code.partition("-")[0])}
    out: dict[str, Data] = {}
    for heading, text in cells.items():
        key, _, code = heading.rpartition(" ")
        if key and code in codes:
            said = out.setdefault(key, {})
            if isinstance(said, dict):
                said[code] = text
        elif f"{heading} " in " ".join(f"{h} " for h in cells if h.rpartition(" ")[2] in codes):
            said = out.setdefault(heading, {})
            if isinstance(said, dict):
                said[first] = text
        else:
            out[heading] = text
    return out


def _languages(made: EditionsFile) -> Iterator[Problem]:
    for i, code in enumerate(made.languages):
        if language(code) is None:
            yield problem("P064", f'the tool does not write "{code}" yet', Where(EDITIONS, key=("languages", i)))
        if code in made.languages[:i]:
            yield problem("E003", f'"{code}" is listed twice', Where(EDITIONS, key=("languages", i)))


def _areas(made: EditionsFile, report: Report | None) -> Iterator[Problem]:
    columns = {key for area in made.areas.values() for key in area.columns("")}
    for id_, area in made.areas.items():
        where = Where(EDITIONS, key=("areas", id_), on_key=True)
        known = (*made.areas, *(report.places if report else ()))
        if area.part_of and area.part_of not in known:
            at = Where(EDITIONS, key=("areas", id_, "part_of"))
            yield problem("E004", f'"{area.part_of}" is not one of the areas', at, help=", ".join(known))
        for code in made.languages:
            for key, words in zip(_PHRASES, (area.name, area.in_, area.of), strict=True):
                # English has one phrase for every place
                needed = bool(words) or (key == "in" and not code.startswith("en"))
                if needed and not said_in(words, code):
                    at = Where(EDITIONS, key=("areas", id_, key))
                    hint = "write it as it stands in a sentence; the tool changes no word of a place"
                    yield problem("E005", f'"{id_}" has no `{key}` in {code}', at, help=hint)
        listed = report.sections if report else ()
        for key, name in [("sections", s) for s in area.sections] + [("leave_out", s) for s in area.leave_out]:
            if report and name not in listed:
                at = Where(EDITIONS, key=("areas", id_, key))
                yield problem("E006", f'"{name}" is not a section of the report', at, help=", ".join(listed))
        if missing := columns - set(area.columns("")):
            message = f'"{id_}" has no "{min(missing)}", which other areas have'
            yield problem(
                "E007", message, where, help="give it, or write `none` and leave the sentence out by `needs:`"
            )


def _file_names(made: EditionsFile, report: Report | None) -> Iterator[Problem]:
    where = Where(EDITIONS, key=("file_name",))
    columns = {key for area in made.areas.values() for key in area.columns("")}
    known = (*FIELDS, *sorted(columns))
    try:
        fields = [name for _, name, _, _ in Formatter().parse(made.file_name) if name is not None]
    except ValueError:
        fields = ["?"]
    if unknown := [name for name in fields if name not in known]:
        hint = f"it may hold {', '.join(f'{{{name}}}' for name in known)}"
        yield problem("E002", f'`file_name:` holds "{{{unknown[0]}}}", which nobody knows', where, help=hint)
        return
    names: dict[str, str] = {}
    for id_ in made.areas:
        for code in ["-".join(made.languages)] if made.bound else made.languages:
            name = file_name(made, id_, code, report.slug if report else "report")
            if not _SAFE.fullmatch(name):
                hint = "letters, digits, hyphens and spaces, and no folder"
                yield problem("E002", f'"{name}" cannot be the name of a file', where, help=hint)
                return
            if name.casefold() in names:
                both = f"{names[name.casefold()]} and {id_}, {code}"
                hint = "put {area} and {language} into it"
                yield problem("E003", f'two editions are called "{name}": {both}', where, help=hint)
                return
            names[name.casefold()] = f"{id_}, {code}"


def file_name(made: EditionsFile, area: str, code: str, slug: str) -> str:
    """The name of an edition's files, without the suffix that each format adds."""
    columns = made.areas[area].columns(code)
    return made.file_name.removesuffix(".pdf").format_map({**columns, "slug": slug, "area": area, "language": code})

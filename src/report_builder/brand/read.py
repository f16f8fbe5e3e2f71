"""The brand file read: plain data in; a Brand and every problem in it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from report_builder.brand.model import Brand
from report_builder.problems import KeyPath, Problem, Where, problem

_SETTINGS = 'write settings here, indented, one a line, each as "name: value"'
_KINDS = {
    "string_type": "write words here",
    "string_too_long": "write fewer words here",
    "dict_type": _SETTINGS,
    "mapping_type": _SETTINGS,
    "model_type": _SETTINGS,
    "tuple_type": "write a list here, each item on a line of its own after a hyphen",
    "int_type": "write a whole number here",
    "int_parsing": "write a whole number here",
}


def read_brand(data: object, file: str) -> tuple[Brand | None, tuple[Problem, ...]]:
    """The brand in the parsed content of `file` (None: the file is empty), with all that is wrong in it.

    Parts that are wrong are left out of the Brand, so that what rests on the others can be checked in the same run;
    None where nothing can be read.
    """
    if data is not None and not isinstance(data, Mapping):
        help = 'start with a line "meta:" and write the brand\'s name under it'
        return None, (problem("B001", f"the brand file holds {_shown(data)}, not settings", Where(file), help=help),)
    problems: dict[Problem, None] = {}
    for _ in range(4):  # to leave a part out can leave the one around it incomplete, which is not to be told
        try:
            return Brand.model_validate(data or {}), tuple(problems)
        except ValidationError as found:
            wrong = found.errors(include_url=False)
            problems = problems or dict.fromkeys(_problem(error, data, file) for error in wrong)
            data = _without(data, {known_path(error["loc"], data) for error in wrong})
    return None, tuple(problems)


def _problem(error: ErrorDetails, data: object, file: str) -> Problem:
    kind, path = error["type"], known_path(error["loc"], data)
    name = str(error["loc"][-1]) if error["loc"] else ""
    where = Where(file, key=path)
    if kind == "extra_forbidden":
        return problem("B002", f'unknown key "{name}"', Where(file, key=path, on_key=True), help=_meant(name, path))
    if kind == "missing":
        return problem("B004", f'"{name}" is missing', where, help=f'add a line "{name}: ..."')
    if kind == "empty_colour":
        help = 'put the colour in quotes, such as "#1f3a4d": a # without them starts a comment'
        return problem("B010", f'"{path[-1]}" has no colour', where, help=help)
    if kind == "files":
        return problem("B003", "the source and the files of this font do not go together", where, help=error["msg"])
    if kind == "literal_error":
        help = "write one of: " + error["ctx"]["expected"].replace("'", '"')
    else:
        help = _KINDS.get(kind, error["msg"])
    return problem("B003", f"{_shown(error.get('input'))} cannot stand here", where, help=help)


def known_path(loc: Sequence[str | int], data: object) -> KeyPath:
    """The part of `loc` that is in the file; what shorthand leaves out and what is missing is not."""
    path: list[str | int] = []
    for step in loc:
        keys = data if isinstance(data, Mapping) else range(len(data)) if isinstance(data, list | tuple) else ()
        if step not in keys:
            break
        data = data[step]  # type: ignore[index]  # it has the key
        path.append(step)
    return tuple(path)


def _without(data: object, paths: Iterable[KeyPath]) -> object:
    """The data without what lies at `paths`."""
    first: dict[str | int, set[KeyPath]] = {}
    for path in paths:
        if not path:
            return {}
        first.setdefault(path[0], set()).add(path[1:])
    if isinstance(data, Mapping):
        return {k: _without(v, first.get(k, ())) for k, v in data.items() if () not in first.get(k, ())}
    if isinstance(data, list | tuple):
        return [_without(v, first.get(i, ())) for i, v in enumerate(data) if () not in first.get(i, ())]
    return data


def _meant(name: str, path: KeyPath) -> str:
    keys = _keys(path[:-1])
    near = get_close_matches(name.lower().replace("_", "-").replace("colour", "color"), keys, 1, 0.6)
    return f'did you mean "{near[0]}"?' if near else f"the keys here are {', '.join(keys)}"


def _keys(path: KeyPath) -> list[str]:
    """The keys that the format knows at a path."""
    model: type[BaseModel] = Brand
    inside = False
    for step in path:
        if inside:
            inside = False
            continue
        annotation = next(f.annotation for f in model.model_fields.values() if f.alias == step)
        model, inside = _model(annotation) or model, get_origin(annotation) in (dict, tuple)
    return [str(field.alias) for field in model.model_fields.values()]


def _model(annotation: object) -> type[BaseModel] | None:
    """The model that an annotation holds, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model(part))), None)


def _shown(value: object) -> str:
    if isinstance(value, str | int | float):
        return f'"{str(value)[:60]}"'
    if isinstance(value, Mapping):
        return "a group of settings"
    return "a list" if isinstance(value, list | tuple) else "nothing"

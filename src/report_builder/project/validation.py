"""What a model says against a file, as problems in plain words: where, what was found, what belongs there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from report_builder.problems import KeyPath, Problem, problem
from report_builder.project.fields import child, fields_at, holds, kinds_at
from report_builder.project.parsed import Data, Parsed
from report_builder.project.slips import CONTINUED, Slip, line_at

_EXPECTED = {
    "string": "text",
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number",
    "bool": "true or false",
    "date": "a date, as in 2024-11-01",
    "datetime": "a date and time, as in 2024-11-01 00:01",
    "time": "a time, as in 09:30",
    "list": "a list, each item after a dash",
    "tuple": "a list, each item after a dash",
    "set": "a list, each item after a dash",
    "dict": "a group of keys and values",
    "model": "a group of keys and values",
    "dataclass": "a group of keys and values",
    "mapping": "a group of keys and values",
    "none": "nothing",
    "url": "an address that starts with https://",
}
_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": 'write small letters a to z, digits and hyphens only, as in "bus-stops"',
    r"^[a-z][a-z0-9_]*$": 'write small letters a to z, digits and underscores only, as in "bus_stops"',
}
_DATE_FORMS = (
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%d/%m/%y",
    "%Y/%m/%d",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
    "%Y%m%d",
)
_LIMITS = {
    "greater_than": "more than {gt}",
    "greater_than_equal": "{ge} or more",
    "less_than": "less than {lt}",
    "less_than_equal": "{le} or less",
    "multiple_of": "a multiple of {multiple_of}",
}


def problems_of(error: ValidationError, parsed: Parsed, model: Any = None, under: KeyPath = ()) -> tuple[Problem, ...]:
    """Each thing a model refused as a Problem at its key or value, in the order of the file.

    `model` is what was validated against: a model class or any type that pydantic takes; it is asked for the names
    that would have been right. `under` is the key path of the data that was validated, where it was not all of it.
    """
    found: dict[KeyPath, list[ErrorDetails]] = {}
    for detail in _without_other_branches(error.errors(include_url=False), parsed.data, under):
        path, _ = _resolved(detail["loc"], parsed.data, under)
        found.setdefault(path, []).append(detail)
    listed = [_problem(path, group, parsed, model, under) for path, group in found.items()]
    misspelt = {(p.where.key[:-1], p.help) for p in listed if p.code == "P020" and p.where}
    listed = [p for p in listed if not (p.code == "P021" and p.where and _spelt(p.where.key) in misspelt)]
    return tuple(sorted(listed, key=lambda p: p.where.start or 0 if p.where else 0))


def _spelt(path: KeyPath) -> tuple[KeyPath, str]:
    """A missing key as the message about its misspelling names it: one problem is enough for both."""
    return path[:-1], f'did you mean "{path[-1] if path else ""}"?'


def _problem(path: KeyPath, group: list[ErrorDetails], parsed: Parsed, model: Any, under: KeyPath) -> Problem:
    first = group[0]
    kind = first["type"]
    if kind == "missing":
        return _missing(path, parsed)
    if kind == "extra_forbidden" or first["loc"][-1:] == ("[key]",):
        return _unknown_key(path, first, parsed, model, under)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _no_kind(path, kinds_at(model, path[len(under) :]), parsed)
    expected = list(dict.fromkeys(filter(None, (_expected(detail) for detail in group))))
    listed = [detail for detail in group if detail["type"] in ("literal_error", "enum")]
    if listed:
        choices = [choice for detail in listed for choice in _choices(detail)]
        return _not_in_list(path, choices, expected, parsed)
    if expected:
        return _wrong_type(path, expected, parsed)
    code, message, advice = _by_rule(first)
    on_key = not isinstance(_at(parsed.data, path), str)  # the name of a group, or a rule for all that is in it
    title = "" if first.get("input") in path[-1:] else _named(path)
    return problem(code, f"{title}{message}", parsed.where(*path, on_key=on_key), help=advice)


def _missing(path: KeyPath, parsed: Parsed) -> Problem:
    key = path[-1] if path else ""
    group = _at(parsed.data, path[:-1])
    blank = isinstance(group, dict) and key in group
    hint = f"write something after  {key}:" if blank else f"add a line  {key}: …"
    return problem("P021", _lacks(path[:-1], str(key)), parsed.where(*path, on_key=True), help=hint)


def _lacks(path: KeyPath, key: str) -> str:
    return f'{_title(path) or "the file"} has no "{key}"'


def _unknown_key(path: KeyPath, detail: ErrorDetails, parsed: Parsed, model: Any, under: KeyPath) -> Problem:
    key = str(path[-1]) if path else ""
    where = parsed.where(*path, on_key=True)
    known = fields_at(model, path[len(under) : -1], _at(parsed.data, under)) if model is not None else ()
    if detail["type"] != "extra_forbidden":
        return problem("P024", f'"{key}" cannot be a name here', where, help=_lower(detail["msg"]))
    group = _at(parsed.data, path[:-1])
    free = [name for name in known if not (isinstance(group, dict) and name in group)]
    near = get_close_matches(key.lower().replace(" ", "_").replace("-", "_"), free or known, n=1, cutoff=0.6)
    if near:
        advice = f'did you mean "{near[0]}"?'
    elif known:
        advice = f"the keys that may stand here are {_listing(known)}"
    else:
        advice = "take it out"
    message = f'the key "{key}" is not known' + (f" in {_title(path[:-1])}" if _title(path[:-1]) else "")
    return problem("P020", message, where, help=advice)


def _no_kind(path: KeyPath, kinds: tuple[str, ...], parsed: Parsed) -> Problem:
    """An entry whose `kind` is missing or not known, or that is no group of keys at all."""
    entry = _at(parsed.data, path)
    if isinstance(entry, dict) and "kind" in entry:
        return _not_in_list((*path, "kind"), list(kinds), [], parsed)
    if not isinstance(entry, dict):
        return _wrong_type(path, [_EXPECTED["dict"]], parsed)
    advice = f"add a line  kind: …  ; it may be {_listing(kinds, 'or')}" if kinds else "add a line  kind: …"
    return problem("P021", _lacks(path, "kind"), parsed.where(*path, "kind", on_key=True), help=advice)


def _choices(detail: ErrorDetails) -> list[str]:
    words = str(detail.get("ctx", {}).get("expected", ""))
    return [word.strip().strip("'\"") for word in words.replace(" or ", ", ").split(",")]


def _not_in_list(path: KeyPath, choices: list[str], expected: list[str], parsed: Parsed) -> Problem:
    typed = _at(parsed.data, path)
    near = get_close_matches(str(typed).lower(), choices, n=1, cutoff=0.6)
    advice = f'did you mean "{near[0]}"? ' if near else ""
    message = f'{_named(path)}"{_short(str(typed))}" is not one of the values that may stand here'
    if not isinstance(typed, str):
        message = f"{_named(path)}{'a value is missing' if typed is None else 'one word belongs here'}"
    allowed = " or ".join(filter(None, [_listing(choices, "or"), *expected]))
    return problem("P022", message, parsed.where(*path), help=f"{advice}it may be {allowed}")


def _wrong_type(path: KeyPath, expected: list[str], parsed: Parsed) -> Problem:
    typed = _at(parsed.data, path)
    wanted = " or ".join(expected)
    if typed is None:
        advice = f"write {wanted} after the colon"
        return problem("P025", f"{_named(path)}a value is missing", parsed.where(*path), help=advice)
    if not isinstance(typed, str):
        what = "a list" if isinstance(typed, list) else "a group of keys and values"
        message = f"{_named(path)}{what} stands where {wanted} belongs"
        return problem("P025", message, parsed.where(*path), help=f"write {wanted}")
    slip = next((s for line in range(typed.count("\n") + 1) for s in _slips(typed, line)), None)
    advice = slip.help if slip else f"write {wanted}"
    if not slip and expected == [_EXPECTED["list"]] and path and isinstance(path[-1], str) and "\n" not in typed:
        items = "".join(f"\n  - {item.strip()}" for item in typed.split(",") if item.strip())
        advice = f"write it like this:\n{path[-1]}:{items}"
    if expected == [_EXPECTED["date"]] and (day := _day(typed)):
        advice = f"write it like this:  {path[-1] if path else 'date'}: {day}"
    message = f'{_named(path)}"{_short(typed)}" is not {wanted.partition(", as in")[0]}'
    return problem("P025", message, parsed.where(*path), *([slip.message] if slip else []), help=advice)


def _day(typed: str) -> str:
    """A date in one of the usual spellings, the day before the month, as year-month-day; "" for anything else."""
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(typed.strip(), form).date().isoformat()
        except ValueError:
            continue
    return ""


def _slips(text: str, line: int) -> Iterator[Slip]:
    """What people slip into where they mean a list or a group and YAML reads text: `– item`, `key:value`."""
    taken = line_at(text.split("\n"), line)
    for recogniser in CONTINUED:
        yield from recogniser(taken)


def _expected(detail: ErrorDetails) -> str:
    """What belongs there, in plain words; "" where the error is not about the type of a value."""
    kind = detail["type"]
    if kind == "int_from_float":
        return "a whole number"
    family = kind.removeprefix("is_").split("_")[0]
    if kind.endswith(("_type", "_parsing", "_from_date_parsing", "_from_datetime_parsing", "_syntax_violation")):
        return _EXPECTED.get(family, "")
    return "a date, as in 2024-11-01" if kind.startswith("date") and "pars" in kind else ""


def _by_rule(detail: ErrorDetails) -> tuple[str, str, str]:
    """Code, message and advice where the type is right and a rule of the model is broken."""
    kind, context = detail["type"], detail.get("ctx", {})
    typed = detail.get("input")
    shown = f'"{_short(typed)}" ' if isinstance(typed, str) else ""
    if kind in _LIMITS:
        return "P024", f"{shown}is outside what may stand here", f"write {_LIMITS[kind].format(**context)}"
    if kind == "too_short":
        return "P024", "the list is too short", f"it needs {context.get('min_length')} or more"
    if kind == "too_long":
        return "P024", "the list is too long", f"it may hold {context.get('max_length')} at most"
    if kind == "string_too_short":
        return "P024", f"{shown}is too short", f"write {context.get('min_length')} characters or more"
    if kind == "string_too_long":
        return "P024", f"{shown}is too long", f"write {context.get('max_length')} characters at most"
    if kind == "string_pattern_mismatch":
        form = str(context.get("pattern"))
        return "P024", f"{shown}is not of the form that is needed", _FORMS.get(form, f"the form is {form}")
    message = detail["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return "P024", _lower(message), ""


def _without_other_branches(details: list[ErrorDetails], data: Data, under: KeyPath) -> list[ErrorDetails]:
    """Of a union's errors only those of the branch that was meant: the one that got further into the value."""
    resolved = [(detail, *_resolved(detail["loc"], data, under)) for detail in details]
    deep = [path for _, path, _ in resolved]
    return [
        detail
        for detail, path, in_union in resolved
        if not (in_union and any(len(other) > len(path) and other[: len(path)] == path for other in deep))
    ]


def _resolved(loc: tuple[str | int, ...], data: Data, under: KeyPath) -> tuple[KeyPath, bool]:
    """The key path behind pydantic's `loc`, which also names branches of unions, and whether it ends in a branch."""
    path: list[str | int] = list(under)
    at = _at(data, under)
    in_union = False
    for number, step in enumerate(loc):
        last = number == len(loc) - 1
        if holds(at, step):
            path.append(step)
            at = child(at, step)
            in_union = False
        elif last and isinstance(at, dict) and isinstance(step, str) and step != "[key]" and _is_name(step):
            path.append(step)
        else:
            in_union = True
    return tuple(path), in_union


def _is_name(step: str) -> bool:
    """Whether a step of a loc is a key rather than the name of a branch (`kind:quotes`, `list[str]`, `Model`)."""
    return not any(sign in step for sign in ":[]()") and step not in {"str", "int", "float", "bool", "none"}


def _at(data: Data, path: Iterable[str | int]) -> Data:
    for step in path:
        data = child(data, step)
    return data


def _named(path: KeyPath) -> str:
    title = _title(path)
    return f"{title}: " if title else ""


def _title(path: KeyPath) -> str:
    """A key path in words: `support, item 2, phone`."""
    return ", ".join(f"item {step + 1}" if isinstance(step, int) else step for step in path)


def _listing(words: Iterable[str], last: str = "and") -> str:
    listed = [f'"{word}"' for word in words if word]
    return f" {last} ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)


def _short(text: str) -> str:
    line = text.strip().split("\n")[0]
    return line if len(line) <= 60 else line[:59] + "…"


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:] if not message[1:2].isupper() else message

"""The keys that a model takes at a place of its data, for the "did you mean" of a message."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, TypeAdapter

from report_builder.project.parsed import Data


def fields_at(model: Any, path: Iterable[str | int], data: Data = None) -> tuple[str, ...]:
    """The keys that may stand at `path` of a model, as people type them (aliases); empty where any key may."""
    models, data = _models_at(model, path, data)
    chosen = [kind for kind in models if _is_kind(kind, data)] or models
    return tuple(dict.fromkeys(name for kind in chosen for name in _names(kind)))


def kinds_at(model: Any, path: Iterable[str | int]) -> tuple[str, ...]:
    """The values that `kind` may have at `path` of a model; empty where no model there has one."""
    models, _ = _models_at(model, path, None)
    values: list[str] = []
    for kind in models:
        field = kind.model_fields.get("kind")
        if field is not None and get_origin(field.annotation) is Literal:
            values += [str(value) for value in get_args(field.annotation)]
    return tuple(values)


def _models_at(model: Any, path: Iterable[str | int], data: Data) -> tuple[list[type[BaseModel]], Data]:
    kinds = [model]
    for step in path:
        kinds = [inner for kind in kinds for inner in _inside(kind, step)]
        data = child(data, step)
    return [kind for outer in kinds for kind in _models(outer)], data


def holds(data: Data, step: str | int) -> bool:
    """Whether the data has a value at a key or list position."""
    if isinstance(data, dict):
        return step in data
    return isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data)


def child(data: Data, step: str | int) -> Data:
    """The value at a key or list position; None where there is none."""
    if isinstance(data, dict) and isinstance(step, str):
        return data.get(step)
    return data[step] if isinstance(data, list) and isinstance(step, int) and holds(data, step) else None


def _inside(kind: Any, step: str | int) -> Iterator[Any]:
    """The types that may stand at a key or list position of a type."""
    if isinstance(kind, TypeAdapter):
        yield from _inside(kind._type, step)
        return
    for plain in _plain(kind):
        origin, arguments = get_origin(plain), get_args(plain)
        if isinstance(plain, type) and issubclass(plain, RootModel):
            yield from _inside(plain.model_fields["root"].annotation, step)
        elif isinstance(plain, type) and issubclass(plain, BaseModel):
            for name, info in plain.model_fields.items():
                if step in (name, info.alias, info.validation_alias):
                    yield info.annotation
        elif origin is not None and arguments and isinstance(origin, type):
            yield arguments[-1] if len(arguments) == 2 and arguments[-1] is not Ellipsis else arguments[0]


def _plain(kind: Any) -> Iterator[Any]:
    """The members of a type once unions, annotations and names for types are taken off."""
    if hasattr(kind, "__value__"):
        yield from _plain(kind.__value__)
    elif get_origin(kind) is Annotated:
        yield from _plain(get_args(kind)[0])
    elif get_origin(kind) in (Union, types.UnionType):
        for member in get_args(kind):
            yield from _plain(member)
    else:
        yield kind


def _models(kind: Any) -> Iterator[type[BaseModel]]:
    for plain in _plain(kind._type if isinstance(kind, TypeAdapter) else kind):
        if isinstance(plain, type) and issubclass(plain, RootModel):
            yield from _models(plain.model_fields["root"].annotation)
        elif isinstance(plain, type) and issubclass(plain, BaseModel):
            yield plain


def _is_kind(model: type[BaseModel], data: Data) -> bool:
    """Whether the model's `kind` is the one that the data names; False where it has none."""
    info = model.model_fields.get("kind")
    if info is None or not isinstance(data, dict) or get_origin(info.annotation) is not Literal:
        return False
    return data.get("kind") in get_args(info.annotation)


def _names(model: type[BaseModel]) -> Iterator[str]:
    for name, info in model.model_fields.items():
        yield info.alias or (info.validation_alias if isinstance(info.validation_alias, str) else None) or name

"""What every model of a typed file shares: frozen, and an unknown key is an error.

Modules of such models do without `from __future__ import annotations`: pydantic compiles each annotation that is a
string, 1,200 times in a build, a thirtieth of its time.
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict


class Typed(BaseModel):
    """A part of a file as someone typed it."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) or value is None else [value]


OneOrMore = BeforeValidator(_listed)
"""One value where a list is meant is a list of one."""

Names = Annotated[tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...])]

"""What a model refuses is said in plain words at its place."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter, ValidationError, field_validator

from report_builder.problems import Problem
from report_builder.problems.locate import locate
from report_builder.project.yaml import parse, problems_of


class Typed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Line(Typed):
    name: str
    phone: str


class Value(Typed):
    kind: Literal["value", "sum"]
    data: str


class Ratio(Typed):
    kind: Literal["ratio"]
    of: str
    from_: str = Field("", alias="from")


def tag(value: Any) -> str | None:
    kind = value.get("kind") if isinstance(value, dict) else None
    return {"value": "kind:value", "sum": "kind:value", "ratio": "kind:ratio"}.get(kind or "")


Fact = Annotated[
    Annotated[Value, Tag("kind:value")] | Annotated[Ratio, Tag("kind:ratio")],
    Discriminator(tag),
]


class Report(Typed):
    title: str = ""
    publish: date = date(2024, 11, 1)
    copies: int = Field(1, ge=1)
    final: bool = False
    stage: Literal["draft", "release"] = "draft"
    deadline: Literal["none"] | date = "none"
    slug: str = Field("a", pattern="^[a-z]+$")
    sections: tuple[str, ...] = ()
    support: tuple[Line, ...] = ()
    who: str | list[Line] = ""
    facts: dict[str, Fact] = {}

    @field_validator("title")
    @classmethod
    def _no_full_stop(cls, title: str) -> str:
        if title.endswith("."):
            raise ValueError("A title ends without a full stop")
        return title


def refused(text: str, model: Any = Report) -> list[Problem]:
    parsed = parse(text, "f.yml")
    with pytest.raises(ValidationError) as error:
        TypeAdapter(model).validate_python(parsed.data)
    return list(problems_of(error.value, parsed, model))


CASES = [
    ("tytle: x\n", "P020", 'the key "tytle" is not known', 'did you mean "title"?', (1, 1)),
    ("publish: 2024/11\n", "P025", 'publish: "2024/11" is not a date', "write a date", (1, 10)),
    ("copies: 1.5\n", "P025", 'copies: "1.5" is not a whole number', "write a whole number", (1, 9)),
    ("copies: 0\n", "P024", 'copies: "0" is outside', "write 1 or more", (1, 9)),
    ("final: maybe\n", "P025", 'final: "maybe" is not true or false', "write true or false", (1, 8)),
    ("stage: drft\n", "P022", 'stage: "drft" is not one', 'did you mean "draft"?', (1, 8)),
    ("deadline: soon\n", "P022", 'deadline: "soon"', '"none" or a date', (1, 11)),
    ("slug: A B\n", "P024", 'slug: "A B" is not of the form', "^[a-z]+$", (1, 7)),
    ("sections: cover\n", "P025", 'sections: "cover" is not a list', "sections:\n  - cover", (1, 11)),
    ("title:\n  - x\n", "P025", "title: a list stands where text belongs", "write text", (2, 3)),
    ("title:\n", "P025", "title: a value is missing", "after the colon", (1, 1)),
    ("title: Foo.\n", "P024", "title: a title ends without a full stop", "", (1, 8)),
    ("support:\n  - name: x\n", "P021", 'support, item 1 has no "phone"', "phone:", (2, 5)),
    ("support:\n  - name: x\n    fone: y\n", "P020", "support, item 1", 'did you mean "phone"?', (3, 5)),
    ("support:\n  - x\n", "P025", "support, item 1", "group of keys", (2, 5)),
    ("who:\n  - name: x\n", "P021", 'who, item 1 has no "phone"', "phone:", (2, 5)),
    ("facts:\n  a:\n    kind: ratio\n", "P021", 'facts, a has no "of"', "of:", (2, 3)),
    ("facts:\n  a:\n    kind: ratio\n    of: x\n    fro: y\n", "P020", '"fro"', 'did you mean "from"?', (5, 5)),
    ("facts:\n  a:\n    kind: summ\n", "P022", '"summ" is not one', 'did you mean "sum"?', (3, 11)),
    ("facts:\n  a:\n    data: x\n", "P021", 'facts, a has no "kind"', '"value", "sum" or "ratio"', (2, 3)),
    ("facts:\n  a: x\n", "P025", 'facts, a: "x" is not a group', "group of keys", (2, 6)),
]


@pytest.mark.parametrize(("text", "code", "message", "advice", "place"), CASES)
def test_each_refusal_is_one_problem_in_plain_words_at_its_place(
    text: str, code: str, message: str, advice: str, place: tuple[int, int]
) -> None:
    """No word of a program, no branch of a union."""
    (found,) = refused(text)
    location = locate(found.where, {"f.yml": parse(text, "f.yml").source})
    assert code == found.code
    assert message in found.message
    assert advice in found.help
    assert location is not None
    assert place == (location.line, location.column)


def test_all_refusals_come_at_once_in_the_order_of_the_file() -> None:
    """Three wrong lines, three problems."""
    assert ["P020", "P025", "P022"] == [p.code for p in refused("tytle: x\nfinal: 7x\nstage: y\n")]


def test_a_part_of_the_data_can_be_validated_under_its_key() -> None:
    """Key paths start at the file's root all the same."""
    parsed = parse("a:\n  name: x\n  fone: y\n", "f.yml")
    assert isinstance(parsed.data, dict)
    with pytest.raises(ValidationError) as error:
        Line.model_validate(parsed.data["a"])
    (found,) = problems_of(error.value, parsed, Line, under=("a",))
    assert found.where is not None
    assert (("a", "fone"), 'did you mean "phone"?') == (found.where.key, found.help)


def test_key_and_value_without_a_space_are_recognised_in_a_list_of_groups() -> None:
    """YAML reads `- name:x` as text; the message says what was meant."""
    (found,) = refused("support:\n  - name:x\n")
    assert "write it like this:  name: x" == found.help

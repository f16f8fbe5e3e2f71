"""What a text may say of the edition's own place, `{place}` and `{place:in}`, of the larger one that it is part of,
`{parent}`, and the words beside it, `{area.mp}`."""

from __future__ import annotations

from report_builder.sections.composition import Composition
from report_builder.text.spans import FactRef


def place_words(span: FactRef, c: Composition) -> str:
    """The name of the place or of the larger one, or the phrase that it brings; a phrase that was made for want of one
    is a problem where the language mutates."""
    place, form = c.view.place if span.name == "place" else c.view.parent, span.form
    if place is None:
        hint = "say `part_of:` of the area in report/editions.yml, or keep the sentence to other areas by `only_for:`"
        c.report("E034", f"{c.view.place.name} is part of no larger area", span.where, help=hint)
        return "?"
    forms = {"": place.name, "in": place.inside, "of": place.of, "name": place.name}
    if form not in forms:
        c.report("T031", f'a place has no form "{form}"', span.where, help="write {place}, {place:in} or {place:of}")
    elif form in place.made and c.view.language.mutates:
        how = f"nobody has said how {place.name} stands there in this language"
        hint = f"add `{form}:` to the place, as `in: yng Nghymru`"
        c.report("T050", f'{{{span.name}:{form}}} prints "{forms[form]}": {how}', span.where, help=hint)
    return forms.get(form, place.name)


def area_words(span: FactRef, c: Composition) -> str:
    """What `{area.mp}` stands for in this edition."""
    columns = c.view.place.columns
    if span.part not in columns:
        known = ", ".join(f"{{area.{name}}}" for name in columns) or "none"
        message = f'"{c.view.place.id}" has no "{span.part}"'
        c.report("E008", message, span.where, help=f"there is {known}; add a key to the areas in report/editions.yml")
    return columns.get(span.part, "?")

"""Subject line and social media copy: the author's words with facts and claims, and the caveats that they owe."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from report_builder.campaign.social import LENGTHS
from report_builder.problems import Problem, Where
from report_builder.sections.composition import Composition
from report_builder.sections.lint import lint
from report_builder.sections.parts import caveat_of
from report_builder.sections.resolve import say
from report_builder.sections.view import View


class Social(Struct, frozen=True):
    """The texts by name, what is wrong with them, and where each fact is printed."""

    texts: Mapping[str, str]
    problems: tuple[Problem, ...]
    printed: Mapping[str, tuple[Where, ...]]


def compose_social(view: View) -> Social:
    """What report/social.yml comes to in this edition; nothing where there is no such file."""
    c = Composition(view)
    texts: dict[str, str] = {}
    for name, (spans, where) in view.social.items():
        lint(spans, c)
        said = say(spans, c)
        owed = (caveat_of(fact, c) for fact in said.unpaid().values())
        text = _joined(" ".join(said.text.split()), tuple(dict.fromkeys(one for one in owed if one)))
        most = LENGTHS[name]
        if len(text) > most:
            message = f'"{name}" has {len(text):,} characters, and {most:,} is the most'
            c.report("K001", message, where, help="say it in fewer words; a caveat that the tool adds counts too")
        texts[name] = text
    return Social(texts, tuple(c.problems), {fact: tuple(at) for fact, at in c.printed.items()})


def _joined(text: str, caveats: tuple[str, ...]) -> str:
    """The words with their caveats after them, a full stop between."""
    stop = "." if caveats and text[-1:] not in ".!?" else ""
    return " ".join((f"{text}{stop}", *caveats))

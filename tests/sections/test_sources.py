"""Sources are cited with their address and the day they were read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from report_builder.document.blocks import ListBlock, Paragraph, Run
from report_builder.sections.compose import compose
from report_builder.tables.spec import SourceSpec
from sections.made import blocks, section, view, words

ADDRESS = "https://www.example.org/release"


def cited(**told: str) -> tuple[Run, ...]:
    """The only source of a report that prints one figure, of which this is told."""
    text = "# S\n\nGirls: {girls}."
    made = view(section(text, "sources"))
    source = next(iter(made.facts.reference("girls").sources))  # type: ignore[union-attr]  # there is such a fact
    spec = SourceSpec(text=made.sources[source], **told)
    (listed,) = blocks(compose(replace(made, cited={source: spec})), ListBlock)
    assert isinstance(listed, ListBlock)
    ((paragraph,),) = listed.items
    assert isinstance(paragraph, Paragraph)
    return paragraph.runs


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ({}, ""),
        ({"url": ADDRESS}, f", {ADDRESS}"),
        ({"retrieved": "2025-03-03"}, ", retrieved 3 March 2025"),
        ({"url": ADDRESS, "retrieved": "2025-03-03"}, f", {ADDRESS}, retrieved 3 March 2025"),
    ],
)
def test_as_far_as_is_known(told: dict[str, str], wanted: str) -> None:
    """The words of the source, then its address, then the day."""
    assert words(cited()) + wanted == words(cited(**told))


def test_only_web_addresses_are_links() -> None:
    """An address opens in a browser; what is none is printed as it was typed."""
    assert [ADDRESS] == [run.url for run in cited(url=ADDRESS) if run.url]
    assert [] == [run.url for run in cited(url="ISBN 978-0-00-000000-0") if run.url]

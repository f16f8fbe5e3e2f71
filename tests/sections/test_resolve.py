"""Words with facts and claims in them are written out, and every caveat finds its place."""

from __future__ import annotations

from typing import Any

import pytest

from facts.made import ACCEPTED, sound, story, table
from report_builder.document.blocks import Paragraph
from report_builder.facts.family import Facts
from sections.made import blocks, composed, lines, told, words

ACCEPT = {"accept": [{"problem": "part-year-base", **ACCEPTED}]}
CAVEAT = (
    "Dyfed-Powys’s figure for 2017/18 covers six of 12 months. Counting only Gwent, North Wales and South Wales, "
    "which have full figures for both years, the number went from 255 to 497 (1.95 times)."
)


def said(text: str, **more: Any) -> str:
    """The only paragraph under a heading."""
    made = composed(f"# A\n\n{text}\n", **more)
    assert [] == told(made)
    return lines(blocks(made, Paragraph))[0].removeprefix("lead: ")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Forces recorded {offences} offences.", "Forces recorded 554 offences."),
        ("In {offences.period}.", "In 2023/24."),
        ("Gwent recorded {offences[gwent, first]}.", "Gwent recorded 44."),
        ("{place}, {place:in}, {place:of}", "Wales, in Wales, of Wales"),
        ("{rank_south_wales:phrase} of four", "The most of four"),
        ("It was {rank_south_wales}. {rank_south_wales} again", "It was first. First again"),
        ("**{growth_uk}** or {growth_uk:change}", "Eighty-nine per cent or rose by 89 per cent"),
        ("{growth_uk.from} to {growth_uk.to}", "2017/18 to 2023/24"),
        ("{share_known} of {share_known.base}", "Twenty-six per cent of 7,062 offences of Sexual Communication "
         "with a Child, or the comparable offence"),
        ("{offences.missing}", "2020/21 (no figure for Gwent) and 2022/23 (no figure for "
         "South Wales)"),
        ("{offences.source}", "Cambrian News, 31 October 2024 and WalesOnline, 1 November 2024"),
        ("[rose](claim:growth_uk) by {growth_uk}", "rose by 89 per cent"),
        ("[wedi codi](claim:growth_uk=rose)", "wedi codi"),
        ("Offences [more than doubled](claim:growth_uk \"or phrase\").", "Offences rose by 89 per cent."),
        ("[More than doubled](claim:growth_uk \"or phrase\") offences.", "Rose by 89 per cent offences."),
        ("They have {growth_uk:change}, and rose.", "They have risen by 89 per cent, and rose."),
        ("They had not [more than doubled](claim:growth_uk \"or phrase\").", "They had not risen by 89 per cent."),
        ("Of {platform.base}.", "Of 1,824 offences where the means of communication was known."),
        ("section [15A](plain \"of the Act\")", "section 15A"),
    ],
)  # fmt: skip
def test_written_out(text: str, wanted: str) -> None:
    """Facts, their parts and forms, places, claims and phrases, with a capital where a sentence begins."""
    assert wanted == said(text)


def test_runs_keep_what_they_print() -> None:
    """Each run knows its fact, its style and its language."""
    made = composed("# A\n\nWith **{offences}** [yn gymraeg](lang:cy) and *[rose](claim:growth_uk)* so.\n")
    (paragraph,) = blocks(made, Paragraph)
    assert isinstance(paragraph, Paragraph)
    found = [(r.text, r.bold, r.italic, r.language, r.fact) for r in paragraph.runs]
    assert ("554", True, False, "", "offences[wales, 2023/24]") in found
    assert ("yn gymraeg", False, False, "cy", "") in found
    assert ("rose", False, True, "", "growth_uk") in found


def test_a_caveat_stands_after_its_paragraph() -> None:
    """A claim that rests on an accepted problem is followed by its caveat at once."""
    made = composed("# A\n\nThey [more than doubled](claim:growth).\n\nMore words.\n", facts=story(ACCEPT))
    assert ["# A", "lead: They more than doubled.", f"caveat: {CAVEAT}", "body: More words."] == lines(blocks(made))
    assert [] == told(made)


def test_a_caveat_stands_where_its_author_put_it() -> None:
    """In the paragraph itself it is not said twice."""
    made = composed("# A\n\nThey [more than doubled](claim:growth). {growth.caveat}\n", facts=story(ACCEPT))
    assert ["# A", f"lead: They more than doubled. {CAVEAT}"] == lines(blocks(made))


def test_a_heading_hands_its_caveat_on() -> None:
    """A claim in a heading is cautioned in the paragraph under it, or after that, or before the next block."""
    facts = story(ACCEPT)
    in_it = composed("# [more than doubled](claim:growth)\n\nSo. {growth.caveat}\n", facts=facts)
    assert ["# more than doubled", f"lead: So. {CAVEAT}"] == lines(blocks(in_it))
    after = composed("# [more than doubled](claim:growth)\n\nSo.\n\nThen.\n", facts=facts)
    assert ["# more than doubled", "lead: So.", f"caveat: {CAVEAT}", "body: Then."] == lines(blocks(after))
    at_once = composed("# [more than doubled](claim:growth)\n\n## Next\n\nSo.\n", facts=facts)
    assert ["# more than doubled", f"caveat: {CAVEAT}", "## Next", "lead: So."] == lines(blocks(at_once))
    last = composed("# [more than doubled](claim:growth)\n", facts=facts)
    assert ["# more than doubled", f"caveat: {CAVEAT}"] == lines(blocks(last))


def test_a_list_item_carries_its_caveat() -> None:
    """In a list the caveat stands in its item."""
    made = composed("# A\n\n- They [more than doubled](claim:growth).\n- Two\n", facts=story(ACCEPT))
    assert ["# A", "- body: They more than doubled.", f"  caveat: {CAVEAT}", "- body: Two"] == lines(blocks(made))


@pytest.mark.parametrize("text", ["{growth}", "{growth:phrase}", "[rose](claim:growth)", "{growth:change}"])
def test_every_use_carries_it(text: str) -> None:
    """A number of the comparison is no less partial than a claim on it."""
    made = composed(f"# A\n\nIt is {text}.\n", facts=story(ACCEPT))
    assert f"caveat: {CAVEAT}" == lines(blocks(made))[-1]


def test_where_the_caveat_may_stand_in_the_method() -> None:
    """A caveat accepted for the method alone is not said beside the claim."""
    accepted = [{"problem": "part-year-base", "caveat": "method", **ACCEPTED}]
    made = composed("# A\n\nThey [more than doubled](claim:growth).\n", facts=story({"accept": accepted}))
    assert ["# A", "lead: They more than doubled."] == lines(blocks(made))


def test_an_empty_caveat_leaves_no_gap() -> None:
    """Where nothing has to be said, nothing is, and no space stands at the end."""
    assert "North Wales rose." == said("North Wales rose. {growth[north_wales].caveat}")


def at_least() -> Facts:
    """A sum with a part missing, accepted."""
    entry = {"kind": "sum", "data": "t", "each": ["place", "year"]}
    accepted = {"accept": [{"problem": "missing-parts", **ACCEPTED}]}
    return sound({"f": {**entry, **accepted}}, table("Place,2020,2021,2022\nAx,10,20,30\nBy,1,n/a,3\n"), here="All")


def test_a_sum_over_a_gap() -> None:
    """It is "at least", and who is missing is said beside it."""
    made = composed("# A\n\nThere were {f[2021]}.\n", facts=at_least())
    wanted = ["# A", "lead: There were at least 20.", "caveat: By has no figure for 2021 (no return)."]
    assert wanted == lines(blocks(made))


def test_footnotes() -> None:
    """A footnote's words are resolved, its mark stands in the text, and a caveat it owes stands after the paragraph."""
    made = composed("# A\n\nSo[^a].\n\n[^a]: There were {offences}.\n")
    assert ["There were 554."] == [words(note.runs) for note in made.document.notes]
    assert "lead: So1." == lines(blocks(made))[1]
    owing = composed("# A\n\nSo[^a].\n\n[^a]: They [more than doubled](claim:growth).\n", facts=story(ACCEPT))
    assert f"caveat: {CAVEAT}" == lines(blocks(owing))[-1]
    paid = composed(
        "# A\n\nSo[^a].\n\n[^a]: They [more than doubled](claim:growth). {growth.caveat}\n", facts=story(ACCEPT)
    )
    assert ["# A", "lead: So1."] == lines(blocks(paid))


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("{ofences}", "F001", 'did you mean "offences"?'),
        ("{offences[gwnt]}", "F001", 'did you mean "gwent"?'),
        ("{offences[gwent, 2020/21]}", "F020", "say in words that there is no figure"),
        ("{offences:loud}", "T032", "the forms are number"),
        ("{offences:phras}", "T032", 'did you mean "phrase"?'),
        ("{offences:percent}", "T033", "leave it out"),
        ("Of {known} {platform[snapchat]:change}", "T033", "leave it out"),
        ("{offences.perod}", "T034", 'did you mean "period"?'),
        ("{offences.from}", "T034", "leave it out"),
        ("{growth_uk.missing}", "T034", "leave it out"),
        ("{place:from}", "T031", "write {place}"),
        ("[exploded](claim:growth_uk)", "C010", "name the meaning"),
        ("[x](claim:growth_uk=more-than-dubled)", "C011", "more-than-doubled"),
        ("[doubled](claim:ofences)", "F001", 'did you mean "offences"?'),
    ],
)
def test_mistakes(text: str, code: str, part: str) -> None:
    """Each is one problem that says what to do."""
    made = composed(f"# A\n\n{text}\n")
    assert [code] == told(made)
    assert part in made.problems[0].help


def test_numbers_are_not_silently_blank() -> None:
    """A part that a fact does not have is no empty space in a sentence."""
    made = composed("# A\n\nSince {offences.from} it rose.\n")
    assert '"offences[wales, 2023/24]" has no from' == made.problems[0].message

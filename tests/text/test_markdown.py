"""Markdown becomes blocks, each with its place; what a report cannot hold is refused with what to do instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.problems import Problem
from report_builder.text.markdown import parse_body, split_front_matter
from report_builder.text.source import Passage, whole
from report_builder.text.spans import Body, FactRef, Fence, HeadingText, ListText, ParagraphText, TextBlock, Words
from report_builder.text.walk import fences_of, plain, spans_of, walk_blocks

FORMAT = Path(__file__).parents[2] / "../shared/format"


def read(text: str) -> tuple[Body, tuple[Problem, ...]]:
    return parse_body(whole("f.md", text))


def shape(blocks: tuple[TextBlock, ...]) -> list[object]:
    """Blocks in short: the words of headings and paragraphs, lists as lists, fences by kind."""
    found: list[object] = []
    for block in blocks:
        if isinstance(block, HeadingText):
            found.append((block.level, plain(block.words)))
        elif isinstance(block, ParagraphText):
            found.append(plain(block.words))
        elif isinstance(block, ListText):
            found.append([("1." if block.ordered else "-"), *(shape(item) for item in block.items)])
        else:
            found.append(f"```{block.kind}")
    return found


def source(text: str, block: TextBlock) -> str:
    start = block.where.start or 0
    return text[start : start + block.where.length]


def test_headings_paragraphs_lists_and_fences_are_read() -> None:
    """In the order of the file, lists within lists."""
    text = "# One\n\nWords\nof two lines.\n\n- a\n  - b\n- c\n\n  d\n\n1. x\n2. y\n\n"
    text += "```chart\nfact: z\n```\n### Three ###\n"
    expected = [
        (1, "One"),
        "Words of two lines.",
        ["-", ["a", ["-", ["b"]]], ["c", "d"]],
        ["1.", ["x"], ["y"]],
        "```chart",
        (3, "Three"),
    ]
    body, problems = read(text)
    assert (expected, ()) == (shape(body.blocks), problems)


def test_a_block_covers_its_words() -> None:
    """Without the signs of headings, without the spaces of lists."""
    text = "## A heading\n\n-  item one\n   goes on\n\n```quote\nname\n```\n"
    body, _ = read(text)
    found = [source(text, block) for block in walk_blocks(body.blocks)]
    assert ["A heading", "-  item one\n   goes on", "item one\n   goes on", "```quote\nname\n```"] == found


def test_the_body_of_a_fence_knows_its_lines() -> None:
    """So that YAML inside it is marked in the file."""
    text = "x\n\n```chart\nfact: a\n  b: c\n```\n"
    (fence,) = fences_of(read(text)[0].blocks)
    assert "fact: a\n  b: c\n" == fence.body.text
    assert "b: c" == text[fence.body.offset(fence.body.text.index("b")) :][:4]


def test_footnotes_are_kept_by_their_label() -> None:
    """A definition may go on in indented lines."""
    body, problems = read("a[^1] b[^two].\n\n[^1]: The first\n    goes on.\n[^two]: *Second* {x}.\n")
    assert () == problems
    assert {"1": ["The first goes on."], "two": ["Second {x}."]} == {
        label: shape(blocks) for label, blocks in body.notes.items()
    }


def test_windows_line_ends_do_not_move_anything() -> None:
    """Offsets are those of the file."""
    text = "# A\r\n\r\nb {x}\r\nc {y}\r\n\r\n- {z}\r\n"
    body, problems = read(text)
    facts = [span for span in spans_of(body.blocks) if isinstance(span, FactRef)]
    starts = [fact.where.start or 0 for fact in facts]
    assert () == problems
    assert ["{x}", "{y}", "{z}"] == [text[at : at + 3] for at in starts]


@pytest.mark.parametrize(
    ("text", "code", "advice"),
    [
        ("> words", "T014", "```quote"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "T013", "```table"),
        ("a\n\n---\n\nb", "T015", "take it out"),
        ("    code", "T016", "at the very left"),
        ("`code`", "T016", "*code*"),
        ("<div>\nx\n</div>", "T011", "take it out"),
        ("a <b>bold</b>", "T011", "**words**"),
        ("a <!-- note --> b", "T011", "take it out"),
        ("![a](b.png)", "T012", "```chart"),
        ("Title\n=====", "T017", "# Title"),
        ("Title\n---", "T017", "## Title"),
        ("#### Four", "T017", "### Four"),
        ("#Tight", "T017", "# Tight"),
        ("#", "T017", "write the heading"),
        ("```chart\na: b", "T018", "```"),
        ("```Charts\na: b\n```", "T019", "```chart"),
        ("```\na: b\n```", "T019", "chart, table, figures, quote, ask"),
        ("```chart bars\na: b\n```", "T019", "```chart"),
        ("• one\n• two", "T020", "- one"),
        ("3. three", "T020", "start it at 1"),
        ("a[^1]", "T021", "[^1]: the note"),
        ("[^1]: a", "T022", "[^1]"),
        ("a[^1]\n\n[^1]: a\n[^1]: b", "T023", "another name"),
        ("- a\n\n  # b", "T025", "outside a list"),
        ("[x]: https://example.org", "T026", "[x](https://example.org)"),
    ],
)
def test_what_a_report_cannot_hold_is_refused_with_what_to_do(text: str, code: str, advice: str) -> None:
    """One problem each, at its place."""
    (found,) = read(text)[1]
    assert code == found.code
    assert advice in found.help
    assert found.where is not None


def test_a_refused_block_does_not_hide_what_follows() -> None:
    """All problems come at once, and the words after them are read."""
    body, problems = read("> a\n\n{x\n\n```nope\n```\n\nEnd.\n")
    assert ["T014", "T001", "T019"] == [p.code for p in problems]
    assert "End." in shape(body.blocks)


def test_asks_is_a_block_of_its_own() -> None:
    """One ask, or several in brief."""
    assert ["```asks"] == shape(read("```asks\nofcom-rules\n```\n")[0].blocks)


def test_front_matter_and_body_are_parts_of_the_file() -> None:
    """Both keep their places."""
    text = "---\nkind: prose\n---\n# {x}\n"
    front, body, problems = split_front_matter(whole("f.md", text))
    assert ("kind: prose\n", 4, ()) == (front.text, front.offset(0), problems)
    (fact,) = [span for span in spans_of(parse_body(body)[0].blocks) if isinstance(span, FactRef)]
    assert text.index("{x}") == fact.where.start


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# Title\n", "does not start with"),
        ("", "does not start with"),
        ("---\nkind: prose\n\n# Title\n", "never closed"),
        ("—\nkind: prose\n---\n", '"—" does not open'),
        ("---\nkind: prose\n—\n", '"—" does not close'),
    ],
)
def test_front_matter_that_is_missing_or_open_is_a_problem(text: str, message: str) -> None:
    """Word processors turn three hyphens into a dash."""
    (found,) = split_front_matter(whole("f.md", text))[2]
    assert "T024" == found.code
    assert message in found.message


PIECES = st.sampled_from(
    (
        *("a", "b ", " ", "\n", "\n\n", "\r\n", "{", "}", "{x}", "[", "](claim:y)", "](https://a.b)", ")", "*", "**"),
        *("_", "`", "```", "```chart\n", "<", "<<", ">", "&amp;", "\\", "!", "# ", "- ", "1. ", "|", "[^1]", "[^1]: "),
        *('"', "'", "...", "--", "---\n", "    ", "\t", "\u00a0", "é", "“", "\x00", "\x0b"),
    )
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_reading_never_raises_and_places_lie_in_the_file(text: str) -> None:
    """Whatever is typed."""
    front, rest, problems = split_front_matter(whole("f.md", text))
    body, more = read(text)
    parse_body(rest)
    spans = [span.where for span in spans_of(body.blocks)]
    for where in [*spans, *(b.where for b in walk_blocks(body.blocks)), *(p.where for p in (*problems, *more))]:
        assert where is not None
        assert 0 <= (where.start or 0) <= (where.start or 0) + where.length <= len(text)
    assert len(front.text) <= len(text)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_words_stand_where_they_say(text: str) -> None:
    """Words as long as their place are its characters, one for one, but for typographic signs."""
    for span in spans_of(read(text)[0].blocks):
        if isinstance(span, Words) and len(span.text) == span.where.length:
            start = span.where.start or 0
            for printed, typed in zip(span.text, text[start : start + len(span.text)], strict=True):
                assert printed == typed or (printed + typed) in {"’'", "‘'", '“"', '”"', " \n", " \r", "\ufffd\x00"}


@given(st.lists(st.from_regex(r"[a-zé,;:]{1,8}", fullmatch=True), min_size=1, max_size=30))
def test_the_words_are_all_of_the_visible_text(words: list[str]) -> None:
    """Nothing is lost, nothing is added."""
    (paragraph,) = read("x " + " ".join(words))[0].blocks
    assert isinstance(paragraph, ParagraphText)
    assert "x " + " ".join(words) == plain(paragraph.words)


@pytest.mark.skipif(not FORMAT.is_dir(), reason="the example files of the format are not beside the project")
def test_the_example_sections_have_no_problems() -> None:
    """Every section of the documented format is read in silence."""
    for file in FORMAT.rglob("*.md"):
        _, body, problems = split_front_matter(whole(file.name, file.read_text(encoding="utf-8")))
        assert ((), ()) == (problems, parse_body(body)[1])


def test_a_fence_in_a_list_is_kept_out_of_the_list() -> None:
    """A list holds words only."""
    body, problems = read("- a\n  ```chart\n  b: c\n  ```\n")
    assert ["T025"] == [p.code for p in problems]
    assert not [block for block in walk_blocks(body.blocks) if isinstance(block, Fence)]


def test_a_passage_that_is_not_exact_points_at_its_start() -> None:
    """Words of a folded YAML value."""
    body, _ = parse_body(Passage("f.yml", "a {x}\n\nb {y}", (7,), exact=False))
    assert {7} == {span.where.start for span in spans_of(body.blocks)}

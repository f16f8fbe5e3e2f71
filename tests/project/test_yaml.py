"""YAML is read with positions, strings stay strings, and slips show the line as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report_builder.problems.locate import locate
from report_builder.project.parsed import Parsed
from report_builder.project.yaml import parse, parse_passage
from report_builder.text.source import Passage, whole

FORMAT = Path(__file__).parents[2] / "../shared/format"


def read(text: str) -> Parsed:
    return parse(text, "f.yml")


def slip(text: str) -> tuple[str, str]:
    """Code and help of the one problem of a text."""
    found = read(text).problems
    assert 1 == len(found), found
    return found[0].code, found[0].help


@pytest.mark.parametrize(
    "typed",
    [
        *("yes", "no", "on", "off", "true", "null", "~", "010", "0800 1111", "0x1F", "12:30", "2017/18", "2024-10-31"),
        *("1_000", "1e3", ".5", "n/a", "<5", "89%"),
    ],
)
def test_plain_values_stay_the_text_that_was_typed(typed: str) -> None:
    """Nothing is guessed from the looks of a value."""
    assert {"a": typed, "b": [typed]} == read(f"a: {typed}\nb:\n  - {typed}\n").data


def test_an_empty_value_is_none_and_an_empty_quote_is_text() -> None:
    """Only nothing is nothing."""
    assert {"a": None, "b": "", "c": [None]} == read('a:\nb: ""\nc:\n  -\n').data


def test_keys_stay_text_as_well() -> None:
    """A year, a code and a word that other readers take for a truth value."""
    assert {"2017/18": "x", "no": "y", "n/a": "z", "-": "nil"} == read("2017/18: x\nno: y\nn/a: z\n-: nil\n").data


def test_marks_give_the_span_of_keys_and_values() -> None:
    """Offsets of characters, whatever came before in the line."""
    text = "é: ü\nlist:\n  - name: 'x y'\n"
    mark = read(text).marks["list", 0, "name"]
    assert ("name", "'x y'") == (text[mark.key_start : mark.key_end], text[mark.start : mark.end])


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    """The text and the offsets are those of the file."""
    text = "\ufeffa: b\r\nc: |\r\n  d\r\n  e\r\n"
    parsed = read(text)
    assert ({"a": "b", "c": "d\ne\n"}, ()) == (parsed.data, parsed.problems)
    assert "b" == text[parsed.marks[("a",)].start : parsed.marks[("a",)].end]
    assert "e" == text[parsed.passage("c").where(2, 1).start or 0]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("k: plain words\n", True),
        ('k: "quoted words"\n', True),
        ("k: 'quoted words'\n", True),
        ("k: |\n  first line\n\n    more words\n", True),
        ("k: |2\n    words\n", True),
        ("k: |-   # comment\n      words", True),
        ("k: >\n  folded\n  words\n", False),
        ("k: plain\n  words\n", False),
        ('k: "a\\twords"\n', False),
        ("k: 'it''s words'\n", False),
    ],
)
def test_a_passage_knows_the_place_of_its_characters(text: str, exact: bool) -> None:
    """Character for character where that can be, else where the value starts."""
    parsed = read(text)
    passage = parsed.passage("k")
    at = passage.text.index("words")
    start = passage.where(at, 5).start or 0
    assert exact == passage.exact
    assert "words" == text[start : start + 5] if exact else parsed.marks[("k",)].start == start


def test_yaml_inside_a_file_is_marked_by_its_place_in_the_file() -> None:
    """Front matter and fenced blocks are parts of a passage."""
    text = "intro\n    title: |\n      South {x}\n    bad: {y}\n"
    passage = Passage("f.md", "title: |\n  South {x}\nbad: {y}\n", (10, 23, 39, 48))
    parsed = parse_passage(passage)
    places = [parsed.passage("title").where(6, 3), *(problem.where for problem in parsed.problems)]
    assert ["{x}", "{y}"] == [text[at.start or 0 : (at.start or 0) + at.length] for at in places if at]


def test_words_on_a_mended_line_stand_where_their_value_starts() -> None:
    """What was not typed has no places of its own."""
    passage = read("a: {x} y\n").passage("a")
    assert (False, 3) == (passage.exact, passage.where(4, 2).start)


SLIPS = [
    ("title: {offences} in Wales\n", "P005", 'title: "{offences} in Wales"'),
    ("title: {offences}\n", "P005", 'title: "{offences}"'),
    ("title: {offences[gwent, 2017/18]}\n", "P005", 'title: "{offences[gwent, 2017/18]}"'),
    ("title: [x](claim:y) here\n", "P005", 'title: "[x](claim:y) here"'),
    ("a: %x\n", "P005", 'a: "%x"'),
    ("a: @x\n", "P005", 'a: "@x"'),
    ("a: `x`\n", "P005", 'a: "`x`"'),
    ("a: > 5 per cent\n", "P005", 'a: "> 5 per cent"'),
    ("a: *big* news\n", "P005", 'a: "*big* news"'),
    ("c:\n  [x]: not available\n", "P005", '"[x]": not available'),
    ("c:\n  *: withheld\n", "P005", '"*": withheld'),
    ("title: Wales: what next  # note\n", "P006", 'title: "Wales: what next"   # note'),
    ("title:Foo\nb: c\n", "P007", "title: Foo"),
    ("b: c\ntitle:Foo\n", "P007", "title: Foo"),
    ("a:\n- b\n-c\n", "P008", "- c"),
    ("sections:\n  – cover\n", "P008", "- cover"),
    ("sections:\n  - cover\n  • end\n", "P008", "- end"),
    ('a: "foo\nb: "bar"\n', "P010", 'a: "foo"'),
    ("a: 'foo\n", "P010", "a: 'foo'"),
    ("each: [place, year\nb: c\n", "P010", "each: [place, year]"),
    ("a: 'Children's safety'\n", "P011", 'a: "Children\'s safety"'),
    ('a: "a "big" deal"\n', "P011", "a: 'a \"big\" deal'"),
    ('a: "C:\\data"\n', "P011", "a: 'C:\\data'"),
    ("x: - a\n", "P012", "x: [a]"),
    ("a:\u00a0b\nc: d\n", "P018", "a: b"),
    ("a = b\nc: d\n", "P019", "a: b"),
    ("c: d\ntitle Foo\n", "P019", "title: Foo"),
    ("a: #ff0000\n", "P017", 'a: "#ff0000"'),
    ("a: *b\n", "P014", 'a: "*b"'),
    ("a: !b c\n", "P014", 'a: "!b c"'),
    ("a: “Wales”\n", "P009", 'a: "Wales"'),
]


@pytest.mark.parametrize(("text", "code", "mended"), SLIPS)
def test_a_slip_is_one_problem_that_shows_the_line_as_it_should_be(text: str, code: str, mended: str) -> None:
    """What is shown can be typed as it stands."""
    found, help_text = slip(text)
    assert code == found
    assert mended in help_text


@pytest.mark.parametrize(("text", "code", "mended"), SLIPS)
def test_the_line_as_it_should_be_has_no_slip(text: str, code: str, mended: str) -> None:
    """A reader who does what the message says is done."""
    number = next(p.where for p in read(text).problems)
    found = locate(number, {"f.yml": read(text).source})
    assert found is not None
    lines = text.split("\n")
    indent = len(lines[found.line - 1]) - len(lines[found.line - 1].lstrip(" "))
    lines[found.line - 1] = " " * indent + mended
    assert () == read("\n".join(lines)).problems


def test_tabs_are_one_problem_for_the_whole_file() -> None:
    """The other lines are counted."""
    parsed = read("a:\n\tb: c\n\td: e\n")
    assert ["P004"] == [p.code for p in parsed.problems]
    assert ("1 more line starts with a tab",) == parsed.problems[0].notes
    assert {"a": {"b": "c", "d": "e"}} == parsed.data


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("a:\n  b: c\n d: e\n", "start the line at the very left"),
        ("x:\n  - a\n - b\n", "start the line after 2 spaces"),
        ("a: b\n  c: d\n", "start the line at the very left"),
    ],
)
def test_a_line_out_of_place_is_sent_to_its_place(text: str, advice: str) -> None:
    """The nearest place that makes the file readable."""
    assert ("P012", advice) == slip(text)


def test_all_slips_of_a_file_are_found_at_once() -> None:
    """What was meant is read on, so that the data can be checked further."""
    parsed = read("a: {x} y\nb:Foo\nc: d: e\nf: 'it's'\n")
    assert ["P005", "P007", "P006", "P011"] == [p.code for p in parsed.problems]
    assert {"a": "{x} y", "b": "Foo", "c": "d: e", "f": "it's"} == parsed.data


def test_positions_after_a_mended_line_are_those_of_the_file() -> None:
    """Mending happens in memory; marks point into what was typed."""
    text = "a: {x} y\nb: here\n"
    mark = read(text).marks[("b",)]
    assert "here" == text[mark.start : mark.end]


def test_a_key_given_twice_says_where_it_was_first() -> None:
    """Both lines can be found."""
    problem = read("a: 1\nb: 2\na: 3\n").problems[0]
    assert ("P013", ("it was given a value before, 2 lines above",)) == (problem.code, problem.notes)


def test_words_cut_by_a_comment_are_a_warning() -> None:
    """A comment with a space after its sign is left alone."""
    assert ["P023"] == [p.code for p in read("a: b #c\nd: e # f\n").problems]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: b\n---\nc: d\n", "P015"),
        ("a: b\x00", "P001"),
        ("a: b\ud800", "P001"),
        ("[" * 100_000, "P002"),
        ("a: " * 100_000, "P003"),
        ("- " * 100_000, "P002"),
        ("a: [" + "b, " * 100_000, "P002"),
        ("x" * 600_000, "P002"),
        ("? a\n: b\n? [c]\n: d\n", "P005"),
        ("\ta: b: c: {", "P004"),
    ],
)
def test_what_cannot_be_read_is_a_problem_with_a_place(text: str, code: str) -> None:
    """Hostile texts included."""
    problems = read(text).problems
    assert code in [p.code for p in problems]
    assert all(p.where is not None and p.where.start is not None for p in problems)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\na: b\n", "%YAML 1.1\n---\na: b\n"])
def test_empty_files_and_a_first_document_mark_are_fine(text: str) -> None:
    """Whether an empty file will do is for the model to say."""
    assert () == read(text).problems


ALPHABET = "ab: -{}[]'\"#|>&*!%@`\n\t\r?,\u00a0–“”\ufeff\x85\u2028<=é𝒳"


@given(st.one_of(st.text(alphabet=ALPHABET, max_size=60), st.text(max_size=60)))
@example("* x\n* y")
@example("{a: b}: c\n")
def test_reading_never_raises_and_places_lie_in_the_text(text: str) -> None:
    """Whatever is typed: a problem at worst."""
    parsed = read(text)
    for problem in parsed.problems:
        assert problem.where is not None
        assert 0 <= (problem.where.start or 0) <= len(text)
    for key in parsed.scalars:
        passage = parsed.passage(*key)
        assert 0 <= passage.offset(len(passage.text)) <= len(text) + 1


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text(alphabet="abc xyz'", min_size=1)))
def test_quoted_text_comes_back_as_it_went_in(entries: dict[str, str]) -> None:
    """Single quotation marks with doubled ones inside hold any line of text."""
    text = "".join(f"{key}: '{value.replace(chr(39), chr(39) * 2)}'\n" for key, value in entries.items())
    assert (entries or None) == read(text).data


@given(st.lists(st.text(alphabet="abc {}:#-é", min_size=1, max_size=20), min_size=1, max_size=6))
def test_every_character_of_a_literal_block_has_its_place(lines: list[str]) -> None:
    """The passage of a `|` block is exact."""
    lines = ["x" + line for line in lines]
    text = "a:\n  b: |\n" + "".join(f"      {line}\n" for line in lines)
    passage = read(text).passage("a", "b")
    for at, character in enumerate(passage.text):
        assert character == text[passage.offset(at)]


@pytest.mark.skipif(not FORMAT.is_dir(), reason="the example files of the format are not beside the project")
def test_the_example_files_have_no_problems() -> None:
    """Every file of the documented format is read in silence."""
    for file in FORMAT.rglob("*.yml"):
        assert () == parse(file.read_text(encoding="utf-8"), file.name).problems
    assert parse_passage(whole("f", "a: b")).data == {"a": "b"}

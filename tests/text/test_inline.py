"""Words of a paragraph become spans: facts, claims, links, emphasis, each at its place."""

from __future__ import annotations

import pytest

from report_builder.problems import Problem, Where
from report_builder.text.paragraph import parse_inline
from report_builder.text.source import Passage, whole
from report_builder.text.spans import (
    ClaimSpan,
    Emphasis,
    FactRef,
    LangSpan,
    LinkSpan,
    NoteMark,
    PlainSpan,
    Span,
    Words,
)
from report_builder.text.walk import flatten, plain, walk


def read(text: str) -> tuple[tuple[Span, ...], tuple[Problem, ...]]:
    return parse_inline(whole("f", text))


def only(text: str) -> Span:
    """The one span of a text that has no problem."""
    (span,), problems = read(text)
    assert () == problems
    return span


def at(start: int, length: int) -> Where:
    return Where("f", start, length)


@pytest.mark.parametrize(
    ("text", "name", "index", "part", "form"),
    [
        ("{offences}", "offences", (), "", ""),
        ("{ offences }", "offences", (), "", ""),
        ("{offences[gwent, 2017/18]}", "offences", ("gwent", "2017/18"), "", ""),
        ("{platform[Facebook and Messenger]}", "platform", ("Facebook and Messenger",), "", ""),
        ("{offences[first].period:words}", "offences", ("first",), "period", "words"),
        ("{growth:one-in}", "growth", (), "", "one-in"),
        ("{_x_}", "_x_", (), "", ""),
        ("{offences[gwent,\n  first]}", "offences", ("gwent", "first"), "", ""),
    ],
)
def test_a_fact_is_taken_apart(text: str, name: str, index: tuple[str, ...], part: str, form: str) -> None:
    """Name, members, part and form."""
    assert FactRef(name, index, part, form, at(0, len(text))) == only(text)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("claim:growth", ("growth", (), "", False)),
        ('claim:growth "or phrase"', ("growth", (), "", True)),
        ("claim:platform[snapchat]", ("platform", ("snapchat",), "", False)),
        ('claim:x[gwent, first]=more than double "or phrase"', ("x", ("gwent", "first"), "more than double", True)),
    ],
)
def test_a_claim_is_taken_apart(target: str, expected: tuple[str, tuple[str, ...], str, bool]) -> None:
    """Name, members, meaning, and whether other words may take the place of these."""
    text = f"[words]({target})"
    assert ClaimSpan((Words("words", at(1, 5)),), *expected, at(0, len(text))) == only(text)


def test_plain_numbers_languages_links_and_notes_are_read() -> None:
    """Each kind of target becomes its own span."""
    assert PlainSpan((Words("s.15A", at(1, 5)),), "the Act’s (law)", at(0, 32)) == only(
        '[s.15A](plain "the Act’s (law)")'
    )
    assert LangSpan((Words("Cymru", at(1, 5)),), "cy", at(0, 16)) == only("[Cymru](lang:cy)")
    assert LinkSpan((Words("x", at(1, 1)),), "https://a.b/c(d)", "t", at(0, 25)) == only('[x](https://a.b/c(d) "t")')
    assert LinkSpan((Words("https://a.b", at(1, 11)),), "https://a.b", "", at(0, 13)) == only("<https://a.b>")
    assert NoteMark("one", at(0, 6)) == only("[^one]")


def test_emphasis_nests_and_covers_its_signs() -> None:
    """Two signs are strong, one is not."""
    inner = Emphasis((Words("b", at(5, 1)),), False, at(4, 3))
    assert Emphasis((Words("a ", at(2, 2)), inner), True, at(0, 9)) == only("**a *b***")


def test_facts_stand_inside_claims_and_emphasis() -> None:
    """Outer before inner."""
    kinds = [type(span).__name__ for span in walk(read("*[up by {x}](claim:y)*")[0])]
    assert ["Emphasis", "ClaimSpan", "Words", "FactRef"] == kinds


SLIPS = [
    ("a {offences|words} b", "T002", "a {offences:words} b"),
    ("{offences,words}", "T002", "{offences:words}"),
    ("{offences words}", "T002", "{offences:words}"),
    ("{Total number offences}", "T002", "{total_number_offences}"),
    ("{{offences}}", "T002", "{offences}"),
    ("<<offences>> b", "T002", "{offences} b"),
    ("{offences(gwent)}", "T002", "{offences[gwent]}"),
    ("{offences[gwent}", "T002", "{offences[gwent]}"),
    ("{offences:words[gwent]}", "T002", "{offences[gwent]:words}"),
    ("{“offences”}", "T002", "{offences}"),
    ("{offences in Wales", "T001", "{offences} in Wales"),
    ("offences} in Wales", "T001", "{offences} in Wales"),
    ("[w] (claim:x) b", "T006", "[w](claim:x) b"),
    ("[w](claim: x)", "T004", "[w](claim:x)"),
    ("[w](Claims:x)", "T004", "[w](claim:x)"),
    ("[w](claim x)", "T004", "[w](claim:x)"),
    ("[w](claim:x or phrase)", "T004", '[w](claim:x "or phrase")'),
    ("[w](claim:x “or phrase”)", "T007", '[w](claim:x "or phrase")'),
    ("[w](claim:x", "T010", "[w](claim:x)"),
    ("[w](plain law)", "T005", '[w](plain "law")'),
    ('[w](plain:"law")', "T005", '[w](plain "law")'),
    ("[w](plain “law”)", "T007", '[w](plain "law")'),
    ("[w](lang: cy)", "T003", "[w](lang:cy)"),
    ("[w](clam:x)", "T003", "[w](claim:x)"),
    ("[w](www.example.org)", "T003", "[w](https://www.example.org)"),
    ("[w](a@example.org)", "T003", "[w](mailto:a@example.org)"),
    ("[w](tel:0800 1111)", "T003", "[w](tel:08001111)"),
]


@pytest.mark.parametrize(("text", "code", "mended"), SLIPS)
def test_a_slip_is_one_problem_that_shows_the_line_as_it_should_be(text: str, code: str, mended: str) -> None:
    """And what it shows has no slip."""
    (found,) = read(text)[1]
    assert (code, f"write it like this:  {mended}") == (found.code, found.help)
    assert () == read(mended)[1]


@pytest.mark.parametrize(
    ("text", "mended"), [(text, mended) for text, _, mended in SLIPS if "{" in text or "}" not in text]
)
def test_a_slip_is_read_as_it_was_meant(text: str, mended: str) -> None:
    """So that what is meant can be checked at once."""

    def meant(spans: tuple[Span, ...]) -> list[object]:
        return [(s.name, s.index, s.part, s.form) if isinstance(s, FactRef) else type(s) for s in walk(spans)]

    assert meant(read(mended)[0]) == meant(read(text)[0])


@pytest.mark.parametrize(
    ("text", "code", "advice"),
    [
        ("{}", "T002", "a fact is written"),
        ("a {", "T001", "backslash"),
        ("[w](growth)", "T003", "(claim:growth)"),
        ("[w](javascript:x)", "T003", "https://"),
        ("[w](../x.md)", "T003", "https://"),
        ("[w](plain)", "T005", "say why"),
        ('[w](claim:x "maybe")', "T004", '"or phrase"'),
        ("[](claim:x)", "T008", "write the words"),
        ("[a [b](claim:x)](claim:y)", "T009", "end the one"),
        ("[w](lang:welsh language)", "T003", "lang:cy"),
    ],
)
def test_what_nobody_can_mend_says_what_to_do(text: str, code: str, advice: str) -> None:
    """No guess is made."""
    (found,) = read(text)[1]
    assert code == found.code
    assert advice in found.help


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("it's", "it’s"),
        ('"so"', "“so”"),
        ("'a' and \"b 'c'\"", "‘a’ and “b ‘c’”"),
        ("the '90s, 'tis", "the ’90s, ’tis"),
        ("forces' chiefs", "forces’ chiefs"),
        ("(\"x\") -- \"y\"", "(“x”) – “y”"),
        ("wait...", "wait…"),
        ("2017--18", "2017–18"),
        ("a --- b", "a — b"),
        ("a ---- b ....", "a ---- b ...."),
        ('"*x*"', "“x”"),
        ('"{x}"', "“{x}”"),
        ("*it*'s", "it’s"),
        (r"\"x\" \{y\}", '"x" {y}'),
        ("a &amp; b&nbsp;c &", "a & b\u00a0c &"),
        ("a [sic] < b", "a [sic] < b"),
        ("a\n   b  \nc\\\nd", "a b c d"),
    ],
)  # fmt: skip
def test_typewriter_signs_are_set_as_a_typesetter_would(typed: str, printed: str) -> None:
    """Curly marks, dashes, the ellipsis; a backslash keeps a sign as it is."""
    spans, problems = read(typed)
    assert (printed, ()) == (plain(spans), problems)


def test_written_out_signs_keep_the_place_of_what_was_typed() -> None:
    """An ellipsis stands for three characters."""
    assert (Words("a", at(0, 1)), Words("…", at(1, 3)), Words("b", at(4, 1))) == read("a...b")[0]


def test_words_of_a_yaml_block_stand_in_their_own_lines() -> None:
    """A claim that wraps covers both lines."""
    text = "title: |\n    South [the\n    most](claim:x) it\n"
    spans, _ = parse_inline(Passage("f", "South [the\nmost](claim:x) it\n", (13, 28, 46)))
    found = [text[s.where.start or 0 :][: s.where.length] for s in spans]
    assert ["South ", "[the\n    most](claim:x)", " it"] == found


def test_flat_text_finds_its_place_across_spans() -> None:
    """A phrase that runs over a line end and emphasis."""
    text = "the Online\nSafety *Act 2023* {x}!"
    flat = flatten(read(text)[0])
    start = flat.text.index("Online Safety Act 2023")
    where = flat.where(start, 22)
    assert "Online\nSafety *Act 2023" == text[where.start or 0 :][: where.length]
    fact = flat.where(flat.text.index("\ufffc"), 1)
    assert "{x}" == text[fact.start or 0 :][: fact.length]


def test_facts_can_be_written_by_the_caller() -> None:
    """Plain text for titles and outlines."""
    assert "554 in Wales" == plain(read("{x} in [Wales](lang:cy)")[0], lambda ref: "554")

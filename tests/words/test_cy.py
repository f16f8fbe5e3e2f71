"""Welsh numbers, words, lists, alphabet and sentences."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.facts.fact import Fact
from report_builder.facts.family import Facts
from report_builder.facts.interval import Interval
from report_builder.facts.withhold import WITHHELD
from report_builder.tables.periods import parse_period
from report_builder.verify.numbers import numbers
from report_builder.words import ENGLISH, WELSH
from report_builder.words.cy import sort_key, spelled
from report_builder.words.cy_mutation import after_na, radicals, soft, spirant
from report_builder.words.forms import in_form
from report_builder.words.phrases import phrase
from report_builder.words.reading import meaning_of
from report_builder.words.scale import in_scale
from report_builder.words.style import NEWSPAPER, ONS, in_style
from report_builder.words.years import run_in_words, written

NONE = Facts({}, "yma")


@pytest.mark.parametrize(
    ("n", "said"),
    [(1, "un"), (5, "pump"), (6, "chwech"), (10, "deg"), (11, "un deg un"), (20, "dau ddeg"), (21, "dau ddeg un"),
     (30, "tri deg"), (56, "pum deg chwech"), (60, "chwe deg"), (99, "naw deg naw"), (100, "cant"), (101, "cant ac un"),
     (103, "cant a thri"), (108, "cant ac wyth"), (110, "cant un deg"), (250, "dau gant pum deg"),
     (604, "chwe chant a phedwar"), (999, "naw cant naw deg naw"), (1000, "")],
)  # fmt: skip
def test_numbers_in_words(n: int, said: str) -> None:
    """Decimal numbers, as schools teach them."""
    assert said == spelled(n)


def test_numerals_where_something_is_counted() -> None:
    """What is counted decides between "dau" and "dwy", and mutates; the tool writes neither."""
    assert ["1", "2", "9", "1,824"] == [WELSH.in_words(n) for n in (1, 2, 9, 1824)]
    assert ["pedwar", "10"] == [WELSH.alone(n) for n in (4, 10)]
    assert ["4", "7"] == [in_style(WELSH, ONS).alone(n) for n in (4, 7)]
    assert "−1,234.5" == WELSH.number(Fraction("-1234.5"), 1)


def test_ordinals() -> None:
    """Words to the tenth, then the endings of the ordinals that are in use."""
    words = ["cyntaf", "ail", "trydydd", "pedwerydd", "pumed", "chweched", "seithfed", "wythfed", "nawfed", "degfed"]
    late = ["11eg", "12fed", "13eg", "14eg", "15fed", "16eg", "17eg", "18fed", "19eg", "20fed"]
    late += [f"{n}ain" for n in range(21, 32)]
    assert words + late == [WELSH.ordinal(n) for n in range(1, 32)]
    early = ["1af", "2il", "3ydd", "4ydd", "5ed", "6ed", "7fed", "8fed", "9fed", "10fed"]
    assert early + late == [WELSH.numeral_ordinal(n) for n in range(1, 32)]
    more = {40: "40fed", 45: "45ain", 50: "50fed", 60: "60fed", 70: "70ain", 100: "100fed", 101: "101af", 112: "112fed"}
    assert list(more.values()) == [WELSH.numeral_ordinal(n) for n in more]


def test_dates() -> None:
    """Day, month, year, with the names of the months."""
    months = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
    assert [f"1 {month} 2024" for month in months.split()] == [WELSH.date(date(2024, n, 1)) for n in range(1, 13)]


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ((), ""),
        (("Gwent",), "Gwent"),
        (("Gwent", "De Cymru"), "Gwent a De Cymru"),
        (("Gwent", "Gogledd Cymru", "Abertawe"), "Gwent, Gogledd Cymru ac Abertawe"),
        (("Abertawe", "Ynys Môn"), "Abertawe ac Ynys Môn"),
        (("Snapchat", "WhatsApp"), "Snapchat a WhatsApp"),
        (("Abertawe", "Wrecsam"), "Abertawe a Wrecsam"),
        (("Snapchat", "YouTube"), "Snapchat a YouTube"),
        (("Snapchat", "Instagram"), "Snapchat ac Instagram"),
        (("Abertawe", "Chwilog"), "Abertawe a Chwilog"),
        (("Abertawe", "Caerdydd"), "Abertawe a hefyd Caerdydd"),
        (("Abertawe", "Powys"), "Abertawe a hefyd Powys"),
        (("Snapchat", "TikTok"), "Snapchat a hefyd TikTok"),
        (("Cymru", "y DU"), "Cymru a’r DU"),
        (("Cymru", "yr Alban"), "Cymru a’r Alban"),
        (("2016/17", "2017/18"), "2016/17 a 2017/18"),
        (("7", "8"), "7 ac 8"),
        (("10", "11"), "10 ac 11"),
        (("8,000", "1,000"), "8,000 a 1,000"),
    ],
)
def test_lists(items: tuple[str, ...], said: str) -> None:
    """ "A" before a consonant, "ac" before a vowel, and never before a name that "a" would mutate."""
    assert said == WELSH.listed(items)


@given(st.lists(st.sampled_from(["Caerdydd", "Powys", "Torfaen", "Conwy", "Gwent", "Ŵyl"]), min_size=1, max_size=5))
def test_no_name_is_mutated(names: list[str]) -> None:
    """Each name stands in a list as it was given, and none of C, P and T after a bare "a"."""
    said = WELSH.listed(tuple(names))
    assert names == re.findall("|".join(set(names)), said)
    assert not re.search(r"\ba [CPT](?!h)", said)


def test_plural_categories() -> None:
    """Six of them, by the CLDR."""
    wanted = ["zero", "one", "two", "few", "other", "other", "many", "other", "other", "other"]
    assert wanted == [WELSH.plural(Fraction(n)) for n in (0, 1, 2, 3, 4, 5, 6, 8, 11, 100)]


@pytest.mark.parametrize(
    ("n", "unit", "prose"),
    [
        ("48", "percent", "48 y cant"),
        ("1", "points", "1 pwynt canran"),
        ("2", "points", "2 bwynt canran"),
        ("3", "points", "3 phwynt canran"),
        ("5", "points", "5 pwynt canran"),
        ("6", "points", "6 phwynt canran"),
        ("2.5", "points", "2.5 pwynt canran"),
        ("2", "times", "2 waith"),
        ("2.02", "times", "2.02 gwaith"),
        ("5", "GBP", "£5"),
    ],
)
def test_units(n: str, unit: str, prose: str) -> None:
    """After a numeral a unit mutates as after the number word."""
    assert prose == WELSH.measured(n, Fraction(n), unit, "prose")


@pytest.mark.parametrize(
    ("value", "said"),
    [("1000000", "1 miliwn"), ("2000000", "2 filiwn"), ("2100000", "2.1 miliwn"), ("2000000000", "2 biliwn")],
)
def test_millions(value: str, said: str) -> None:
    """Two million mutates; two billion does not, for it would be taken for two million."""
    assert said == in_scale(Fraction(value), WELSH)
    assert [Fraction(value)] == [number.value for number in numbers(said)]


def test_the_alphabet() -> None:
    """Ch, dd, ff, ll, ph, rh and th are letters, each after the first of its two; accents do not count."""
    ordered = "Aber Caer Cwm Chwilog Dinbych Dwyran Ddôl Felin Fflint Gwent Lydstep Llanelli Pwllheli Phelps Rome Rhyl"
    shuffled = sorted(f"{ordered} Tywyn Theale Ŵyl Wyn Ynys".split())
    assert f"{ordered} Tywyn Theale Ŵyl Wyn Ynys".split() == sorted(shuffled, key=sort_key)


@pytest.mark.parametrize(
    ("word", "softened", "after"),
    [
        ("traean", "draean", "na thraean"),
        ("pedwar", "bedwar", "na phedwar"),
        ("cant", "gant", "na chant"),
        ("dyblu", "ddyblu", "na dyblu"),
        ("mwy", "fwy", "na mwy"),
        ("gostwng", "ostwng", "na gostwng"),
        ("llai", "lai", "na llai"),
        ("rhan", "ran", "na rhan"),
        ("chwarter", "chwarter", "na chwarter"),
        ("hanner", "hanner", "na hanner"),
        ("un", "un", "nag un"),
        ("wyth", "wyth", "nag wyth"),
    ],
)
def test_mutation_of_our_own_words(word: str, softened: str, after: str) -> None:
    """Soft, and what stands after "mwy"; a softened word leads back to itself."""
    assert [softened, after] == [soft(word), after_na(word)]
    assert word == softened or word in radicals(softened)
    assert spirant(word) == after.partition(" ")[2]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("wedi mwy na dyblu", "more-than-doubled"),
        ("fwy na dyblu", "more-than-doubled"),
        ("Mwy na dyblodd", "more-than-doubled"),
        ("bron â threblu", "almost-trebled"),
        ("wedi pedryblu", "quadrupled"),
        ("wedi cynyddu bedair gwaith", "quadrupled"),
        ("wedi codi", "rose"),
        ("gododd", "rose"),
        ("a ostyngodd", "fell"),
        ("heb newid", "unchanged"),
        ("prin newid", "little-changed"),
        ("haneru", "halved"),
        ("wedi cynyddu dros draean", "rose-by-more-than-third"),
        ("gostyngodd o chwarter", "fell-by-quarter"),
        ("codi bron i hanner", "rose-by-almost-half"),
        ("bron i hanner", "almost-half"),
        ("tua thraean", "about-third"),
        ("oddeutu un rhan o bump", "about-fifth"),
        ("mwy na thri chwarter", "more-than-three-quarters"),
        ("o dan hanner", "less-than-half"),
        ("o leiaf hanner", "at-least-half"),
        ("un o bob pedwar", "one-in-4"),
        ("un o bob tair", "one-in-3"),
        ("1 o bob 4", "one-in-4"),
        ("mwy nag un o bob pump", "more-than-one-in-5"),
        ("bron i un o bob deg", "almost-one-in-10"),
        ("saith o bob deg", "7-in-ten"),
        ("mwy na thri o bob deg", "more-than-3-in-ten"),
        ("y rhan fwyaf", "majority"),
        ("y mwyafrif helaeth", "vast-majority"),
        ("lleiafrif", "minority"),
        ("pob un", "all"),
        ("yr uchaf erioed", "record-high"),
        ("yr isaf erioed", "record-low"),
        ("yr uchaf ers 2019/20", "highest-since-2019/20"),
        ("yr isaf o’r 4 o flynyddoedd sydd â ffigurau llawn", "lowest-of-4-full-years"),
        ("wedi codi am 3 o flynyddoedd yn olynol", "rose-3-years-running"),
        ("wedi gostwng am y drydedd flwyddyn yn olynol", "fell-3-years-running"),
        ("codi bob blwyddyn", "rose-every-year"),
        ("dwywaith cymaint", "two-times"),
        ("mwy na theirgwaith", "more-than-three-times"),
        ("ddwywaith mor debygol", "two-times-as-likely"),
        ("tair gwaith a hanner", "three-and-a-half-times"),
        ("yn fwy na", "more-than-other"),
        ("yn is na", "fewer-than-other"),
        ("hanner cymaint", "half-as-many"),
        ("yr ail nifer uchaf", "ranked-second"),
        ("y drydedd gyfradd uchaf", "ranked-third"),
        ("yr uchaf ar y cyd", "joint-first"),
        ("yr ail isaf", "lowest-ranked-second"),
        ("mwy na 500", "more-than-500"),
        ("bron i £2 filiwn", "almost-2000000-gbp"),
        ("mwy na 40 y cant", "more-than-40-percent"),
        ("wedi cynyddu o fwy na 40 y cant", "rose-by-more-than-40-percent"),
        ("codi mwy na 3 phwynt canran", "rose-by-more-than-3-points"),
        ("o leiaf 25 fesul 100,000", "at-least-25-per-100000"),
        ("mwy na mil", "more-than-1000"),
        ("rhyfeddol", ""),
        ("codi fel y boi", ""),
    ],
)
def test_wording_is_read(words: str, name: str) -> None:
    """As authors write it, mutated and after "wedi" or "yn"; what is not known is not guessed."""
    assert name == meaning_of(words, WELSH)


def test_opposites_are_not_confused() -> None:
    """Of each pair of wordings only one can be meant."""
    pairs = [("yr uchaf", "yr isaf"), ("codi", "gostwng"), ("mwy na hanner", "llai na hanner"), ("mwy", "llai")]
    assert [] == [pair for pair in pairs if WELSH.meanings[pair[0]] == WELSH.meanings[pair[1]]]


def test_house_styles() -> None:
    """The styles hold in Welsh: per cent as a word or a sign, ordinals, dates."""
    newspaper, ons = in_style(WELSH, NEWSPAPER), in_style(WELSH, ONS)
    assert ["48 y cant", "48%"] == [
        style.measured("48", Fraction(48), "percent", "prose") for style in (newspaper, ons)
    ]
    assert ["degfed", "10fed"] == [style.ordinal(10) for style in (newspaper, ons)]
    assert "1 Tachwedd 2024" == ons.date(date(2024, 11, 1))


def growth(value: str) -> Fact:
    """An exact multiple."""
    number = Fraction(value)
    return Fact("f", (), "twf", "ratio", "times", number, Interval(number, number))


def share(value: str) -> Fact:
    """An exact share in per cent."""
    number = Fraction(value)
    return Fact("f", (), "cyfran", "value", "percent", number, Interval(number, number))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("5.01", "cynyddu fwy na phum gwaith"), ("5", "cynyddu bum gwaith"), ("4.75", "cynyddu bron i bum gwaith"),
        ("4.74", "mwy na phedryblu"), ("4", "pedryblu"), ("3.8", "bron â phedryblu"), ("3.79", "mwy na threblu"),
        ("3", "treblu"), ("2.85", "bron â threblu"), ("2.849", "mwy na dyblu"), ("2", "dyblu"),
        ("1.999", "bron â dyblu"), ("1.9", "bron â dyblu"), ("1.899", "codi 90 y cant"), ("1.001", "codi 0.1 y cant"),
        ("1", "aros yr un fath"), ("0.999", "gostwng 0.1 y cant"), ("0.551", "gostwng 45 y cant"),
        ("0.55", "bron â haneru"), ("0.501", "bron â haneru"), ("0.5", "haneru"), ("0.499", "mwy na haneru"),
    ],
)  # fmt: skip
def test_growth(value: str, said: str) -> None:
    """Both sides of every threshold, each to stand after "wedi"."""
    assert said == phrase(growth(value), WELSH, NONE)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("78.8", "mwy na thri chwarter"), ("75", "tua thri chwarter"), ("74.9", "bron i dri chwarter"),
        ("52.6", "mwy na hanner"), ("50", "tua hanner"), ("49.9", "bron i hanner"), ("34", "tua thraean"),
        ("33", "bron i draean"), ("25.1", "tua chwarter"), ("24.9", "bron i chwarter"),
        ("20", "oddeutu un rhan o bump"), ("19.9", "bron i un rhan o bump"), ("9.9", "bron i un rhan o ddeg"),
        ("8.9", "llai nag un rhan o ddeg"),
    ],
)  # fmt: skip
def test_share(value: str, said: str) -> None:
    """The nearest fraction that holds."""
    assert said == phrase(share(value), WELSH, NONE)


@pytest.mark.parametrize(
    ("value", "said"),
    [("25", "un o bob pedwar"), ("27.5", "un o bob pedwar"), ("22.6", "un o bob pedwar"), ("33.3", "un o bob tri"),
     ("10", "un o bob 10"), ("40", "40 y cant")],
)  # fmt: skip
def test_one_in(value: str, said: str) -> None:
    """A share as one of so many, in words as far as the house style goes."""
    assert said == in_form(share(value), "one-in", WELSH, NONE)


def test_number_words_are_numerals_before_what_is_counted() -> None:
    """`{n:words}` cannot know the gender of the noun that follows."""
    three = Fraction(3)
    assert "3" == in_form(Fact("f", (), "clybiau", "sum", "clwb", three, Interval(three, three)), "words", WELSH, NONE)


def test_years_and_what_they_run_over() -> None:
    """English spellings of periods are written in Welsh."""
    assert "1 Ebrill i 31 Mawrth" == run_in_words("1 April to 31 March", WELSH)
    assert "1 September to 31 August" == run_in_words("1 September to 31 August", ENGLISH)
    assert "bob hyn a hyn" == run_in_words("bob hyn a hyn", WELSH)
    period = parse_period("year ending June 2018")
    assert period is not None
    assert "y flwyddyn hyd at fis Mehefin 2018" == written(period, WELSH)
    assert "year ending June 2018" == written(period, ENGLISH)


def test_reasons() -> None:
    """The tool's own are Welsh; an author's stay as they were typed."""
    assert "Gwent: dim ffigur wedi’i gyhoeddi; Powys: dim ymateb: eto" == WELSH.reason(
        "Gwent: no figure published; Powys: dim ymateb: eto"
    )
    assert "wedi’i atal i ddiogelu pobl" == WELSH.reason(WITHHELD)


def test_the_guide_names_words_and_their_meanings() -> None:
    """The table of docs/languages.md, line by line."""
    guide = (Path(__file__).parents[2] / "docs" / "languages.md").read_text("utf-8")
    table = guide.partition("| you write | it means |")[2].partition("\n\n")[0]
    pairs = [tuple(re.findall(r"`([^`]+)`", cell) for cell in row.split("|")[1:3]) for row in table.splitlines()[2:]]
    assert 8 == len(pairs)
    assert [meanings for _, meanings in pairs] == [[meaning_of(w, WELSH) for w in said] for said, _ in pairs]

"""Welsh numbers, words, lists, alphabet and sentences."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report_builder.verify.numbers import numbers
from report_builder.words import WELSH
from report_builder.words.cy import sort_key, spelled
from report_builder.words.cy_mutation import after_na, radicals, soft, spirant
from report_builder.words.reading import meaning_of
from report_builder.words.scale import in_scale
from report_builder.words.style import NEWSPAPER, ONS, in_style


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

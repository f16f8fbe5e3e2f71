"""Welsh words for meanings. Of several for one meaning the first is what the tool itself writes.

What happened to a number is said with the verb-noun, to stand after "wedi": "mae'r nifer wedi mwy na dyblu". Mutated
forms are known too, for that is how the words stand in sentences; the tool itself writes those that need none.
"""

from __future__ import annotations

from collections.abc import Iterator

from report_builder.facts.meanings import MULTIPLES
from report_builder.words.cy_mutation import after_na, radicals, soft, spirant
from report_builder.words.language import Reading

_MULTIPLES = {
    "doubled": ("dyblu", "dyblodd"),
    "trebled": ("treblu", "treblodd"),
    "quadrupled": ("pedryblu", "pedryblodd"),
    "halved": ("haneru", "hanerodd"),
}
_PARTS = {
    "half": ("hanner",),
    "third": ("traean", "un rhan o dair"),
    "quarter": ("chwarter", "un rhan o bedair"),
    "fifth": ("un rhan o bump", "pumed ran", "pumed"),
    "tenth": ("un rhan o ddeg", "degfed ran", "degfed"),
    "two-thirds": ("dwy ran o dair", "dau draean"),
    "three-quarters": ("tri chwarter", "tair rhan o bedair"),
    "two-fifths": ("dwy ran o bump",),
    "three-fifths": ("tair rhan o bump",),
    "four-fifths": ("pedair rhan o bump",),
}
_TIMES = {
    "two": ("dwywaith",),
    "three": ("tair gwaith", "teirgwaith"),
    "four": ("pedair gwaith",),
    "five": ("pum gwaith",),
    "six": ("chwe gwaith",),
    "seven": ("saith gwaith",),
    "eight": ("wyth gwaith",),
    "nine": ("naw gwaith",),
    "ten": ("deg gwaith", "dengwaith"),
    "one": ("unwaith",),
}
_SINGLE = {
    "rose": ("codi", "cynyddu", "tyfu", "cododd", "cynyddodd", "tyfodd", "i fyny", "mynd i fyny", "aeth i fyny"),
    "fell": ("gostwng", "disgyn", "lleihau", "cwympo", "gostyngodd", "disgynnodd", "lleihaodd", "cwympodd", "i lawr",
             "mynd i lawr", "aeth i lawr"),
    "unchanged": ("aros yr un fath", "arhosodd yr un fath", "yr un fath", "heb newid", "ni newidiodd"),
    "little-changed": ("prin newid", "heb newid fawr", "heb newid llawer", "newid fawr ddim", "sefydlog"),
    "more-than-other": ("mwy", "mwy na", "mwy nag", "uwch", "uwch na", "uwch nag", "uwch na'r ffigur ar gyfer"),
    "fewer-than-other": ("llai", "llai na", "llai nag", "is", "is na", "is nag", "is na'r ffigur ar gyfer"),
    "above-median": ("uwch na'r canolrif", "mwy na'r canolrif", "uwchlaw'r canolrif"),
    "below-median": ("is na'r canolrif", "llai na'r canolrif", "islaw'r canolrif"),
    "at-median": ("yr un fath â'r canolrif", "yr un faint â'r canolrif"),
    "as-many": ("cynifer", "cynifer â", "cynifer ag", "yr un nifer", "yr un nifer â", "yr un faint", "yr un fath â"),
    "similar": ("tebyg", "tebyg i", "debyg i", "rhywbeth tebyg"),
    "half-as-many": ("hanner cymaint", "hanner cynifer", "hanner y nifer", "hanner mor uchel"),
    "more-likely": ("mwy tebygol", "mwy tebygol na", "mwy tebygol nag"),
    "less-likely": ("llai tebygol", "llai tebygol na", "llai tebygol nag"),
    "majority": ("mwyafrif", "y mwyafrif", "y rhan fwyaf", "rhan fwyaf"),
    "minority": ("lleiafrif", "y lleiafrif"),
    "vast-majority": ("y mwyafrif helaeth", "mwyafrif helaeth", "y mwyafrif llethol", "mwyafrif llethol"),
    "all": ("pob un", "pob un o'r", "i gyd"),
    "almost-all": ("bron pob un", "bron i gyd", "bron bob un"),
    "none": ("dim un", "yr un"),
    "record-high": ("yr uchaf erioed", "y nifer uchaf erioed", "y lefel uchaf erioed", "uchaf erioed", "lefel record",
                    "nifer record", "lefelau record", "record"),
    "record-low": ("yr isaf erioed", "y nifer isaf erioed", "y lefel isaf erioed", "isaf erioed"),
    "highest-of-all-years": ("yr uchaf o'r holl flynyddoedd", "yr uchaf o'r blynyddoedd i gyd",
                             "yn uwch nag mewn unrhyw flwyddyn arall", "mwy nag mewn unrhyw flwyddyn arall"),
    "lowest-of-all-years": ("yr isaf o'r holl flynyddoedd", "yr isaf o'r blynyddoedd i gyd",
                            "yn is nag mewn unrhyw flwyddyn arall", "llai nag mewn unrhyw flwyddyn arall"),
    "rose-every-year": ("codi bob blwyddyn", "cynyddu bob blwyddyn", "cododd bob blwyddyn", "cynyddodd bob blwyddyn"),
    "fell-every-year": ("gostwng bob blwyddyn", "gostyngodd bob blwyddyn", "disgyn bob blwyddyn"),
}  # fmt: skip
_ORDERED = (
    # place, with the article, before a masculine and a feminine noun; of "the third highest" and "the third rate"
    ("second", "yr ail", "yr ail"),
    ("third", "y trydydd", "y drydedd"),
    ("fourth", "y pedwerydd", "y bedwaredd"),
    ("fifth", "y pumed", "y bumed"),
)
_ENDS = (("", "uchaf", "mwyaf", "mwy"), ("lowest-", "isaf", "lleiaf", "llai"))
_SHARED = " ar y cyd"
_RISING = ("codi", "cynyddu", "tyfu", "cododd", "cynyddodd", "tyfodd", "i fyny")
_FALLING = ("gostwng", "disgyn", "lleihau", "gostyngodd", "disgynnodd", "lleihaodd", "i lawr")


def vocabulary(alone: dict[int, tuple[str, ...]]) -> dict[str, str]:
    """Words in lower case to the name of their meaning; `alone` are the numbers from 2 to 20 that stand for themselves,
    masculine first."""
    pairs = [(said, name) for name, many in _SINGLE.items() for said in many]
    pairs += [*_ranks(), *_growth(), *_shares(), *_times(), *_one_in(alone)]
    words: dict[str, str] = {}
    for said, name in pairs:
        words.setdefault(said, name)
    return words


def _more(said: str) -> tuple[str, ...]:
    return (f"mwy {after_na(said)}", f"dros {soft(said)}")


def _less(said: str) -> tuple[str, ...]:
    return (f"llai {after_na(said)}", f"o dan {soft(said)}")


def _almost(said: str) -> tuple[str, ...]:
    return (f"bron i {soft(said)}", f"bron {said}", f"bron {soft(said)}")


def _about(said: str) -> tuple[str, ...]:
    """ "tua" before a consonant; before a vowel it would be "tuag", and "oddeutu" reads better."""
    first = f"oddeutu {said}" if soft(said)[:1] in "aeiou" else f"tua {spirant(said)}"
    return (first, f"oddeutu {said}", f"tua {spirant(said)}", f"tuag {said}", said)


def _growth() -> Iterator[tuple[str, str]]:
    for name, (noun, verb) in _MULTIPLES.items():
        yield from ((said, f"more-than-{name}") for said in (f"mwy {after_na(noun)}", f"mwy {after_na(verb)}"))
        yield from ((said, name) for said in (noun, verb))
        yield from ((said, f"almost-{name}") for said in (f"bron â {spirant(noun)}", f"bron {noun}"))
    for name, often in (("quadrupled", "pedair gwaith"), ("quintupled", "pum gwaith")):
        for verb in ("cynyddu", "cynyddodd"):
            yield f"{verb} fwy {after_na(often)}", f"more-than-{name}"
            yield f"{verb} dros {soft(often)}", f"more-than-{name}"
            yield f"{verb} {soft(often)}", name
            yield f"{verb} bron i {soft(often)}", f"almost-{name}"


def _shares() -> Iterator[tuple[str, str]]:
    leads = (("more-than-", _more), ("almost-", _almost), ("about-", _about), ("less-than-", _less))
    for name, many in _PARTS.items():
        for lead, written in leads:
            yield from ((said, f"{lead}{name}") for one in many for said in written(one))
        for one in many:
            yield f"o leiaf {one}", f"at-least-{name}"
            yield f"{one} neu fwy", f"at-least-{name}"
        for way, verb in (("rose", _RISING[0]), ("fell", _FALLING[0])):  # READING.ways knows the other verbs
            yield f"{verb} {soft(many[0])}", f"{way}-by-{name}"
            yield f"{verb} {soft(_more(many[0])[0])}", f"{way}-by-more-than-{name}"
            yield f"{verb} {_almost(many[0])[0]}", f"{way}-by-almost-{name}"


def _times() -> Iterator[tuple[str, str]]:
    for name in MULTIPLES:
        number, half = name.removesuffix("-times").removesuffix("-and-a-half"), "half" in name
        for one in (f"{often} a hanner" if half else often for often in _TIMES[number]):
            for lead, many in (("more-than-", _more(one)), ("", (one,)), ("almost-", _almost(one))):
                for said in many:
                    yield said, f"{lead}{name}"
                    for how in ("cymaint", "cynifer", "y nifer", "mor uchel"):
                        yield from ((f"{said} {how}{than}", f"{lead}{name}") for than in ("", " â", " ag"))
                    for how in ("mor debygol", "yn fwy tebygol"):
                        yield f"{said} {how}", f"{lead}{name}-as-likely"


def _ranks() -> Iterator[tuple[str, str]]:
    for prefix, high, most, more in _ENDS:
        firsts = [
            f"yr {high}",
            f"y nifer {high}",
            f"y {most}",
            f"y nifer {most}",
            f"y gyfradd {high}",
            f"y gyfran {high}",
        ]
        yield from ((said, f"{prefix}ranked-first") for said in (*firsts, f"{more} nag unrhyw un arall"))
        yield from ((said + _SHARED, f"{prefix}joint-first") for said in firsts)
        for name, he, she in _ORDERED:
            softened = soft(most) if name == "second" else most
            said = [f"{he} {high}", f"{he} nifer {high}", f"{he} {softened}", f"{she} gyfradd {high}"]
            yield from ((one, f"{prefix}ranked-{name}") for one in said)
            yield from ((one + _SHARED, f"{prefix}joint-{name}") for one in said)


def _one_in(alone: dict[int, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for n, written in alone.items():
        for out_of in (*written, str(n)):
            for one in (f"un o bob {out_of}", f"1 o bob {out_of}"):
                yield one, f"one-in-{n}"
                yield from ((said, f"more-than-one-in-{n}") for said in (f"mwy nag {one}", f"dros {one}"))
                yield from ((said, f"almost-one-in-{n}") for said in (f"bron i {one}", f"bron {one}"))
                yield from ((said, f"fewer-than-one-in-{n}") for said in (f"llai nag {one}", f"o dan {one}"))
    for n in range(1, 10):
        ten = ("allan o ddeg", "allan o 10", *(("o bob deg", "o bob 10") if n > 1 else ()))
        for said in (*(alone[n] if n > 1 else ("un",)), str(n)):
            for one in (f"{said} {of}" for of in ten):
                yield one, f"{n}-in-ten"
                yield from ((more, f"more-than-{n}-in-ten") for more in _more(one))
                yield from ((almost, f"almost-{n}-in-ten") for almost in _almost(one))


_N = r"(?P<n>[\w-]+)"
_YEARS = "(?:o flynyddoedd|blwyddyn|blynedd|flynedd|mlynedd)"
_ORDINALS = (
    ("cyntaf", "gyntaf"), ("ail",), ("trydydd", "trydedd", "drydedd"), ("pedwerydd", "pedwaredd", "bedwaredd"),
    ("pumed", "bumed"), ("chweched",), ("seithfed",), ("wythfed",), ("nawfed",), ("degfed", "ddegfed"),
)  # fmt: skip
_COUNTED = (
    ("un",), ("dau", "dwy", "ddau", "ddwy"), ("tri", "tair", "dri", "dair", "thri", "thair"),
    ("pedwar", "pedair", "bedwar", "bedair", "phedwar", "phedair"), ("pump", "pum", "bump", "bum", "phump", "phum"),
    ("chwech", "chwe"), ("saith",), ("wyth",), ("naw",), ("deg", "ddeg"),
)  # fmt: skip
_UP = "(?:g?odi|cododd|g?ynyddu|cynyddu|cynyddodd|dyfu|tyfu|tyfodd|codi)"
_DOWN = "(?:g?ostwng|gostyngodd|d?disgyn|disgynnodd|lleihau|lleihaodd)"


def _running(verbs: str, way: str) -> tuple[tuple[str, str], ...]:
    """ "codi am 3 o flynyddoedd yn olynol", "codi am y drydedd flwyddyn yn olynol"."""
    return (
        (rf"{verbs}(?: am)? {_N} {_YEARS} yn olynol", f"{way}-{{n}}-years-running"),
        (rf"{verbs} am yr? {_N} (?:flwyddyn|tro|dro) yn olynol", f"{way}-{{n}}-years-running"),
    )


READING = Reading(
    how={
        **dict.fromkeys(("dros", "mwy na", "mwy nag", "fwy na", "fwy nag", "ychydig dros", "ymhell dros"), "more-than"),
        **dict.fromkeys(("o leiaf", "dim llai na", "dim llai nag"), "at-least"),
        **dict.fromkeys(("bron i", "bron", "bron yn", "agos at", "ychydig o dan", "ychydig llai na"), "almost"),
        **dict.fromkeys(("tua", "tuag", "oddeutu", "rhyw", "o gwmpas", "o amgylch"), "about"),
        **dict.fromkeys(("llai na", "llai nag", "lai na", "lai nag", "o dan"), "fewer-than"),
        **dict.fromkeys(("hyd at", "dim mwy na", "dim mwy nag"), "at-most"),
    },
    ways={f"{verb}{by}": "rose" for verb in _RISING for by in ("", " o", " gan")}
    | {f"{verb}{by}": "fell" for verb in _FALLING for by in ("", " o", " gan")},
    numbers={word: n for n, words in enumerate(_COUNTED, 1) for word in words}
    | {word: n for n, words in enumerate(_ORDINALS, 1) for word in words}
    | {"dwsin": 12, "ddwsin": 12}
    | dict.fromkeys(("cant", "gant", "chant"), 100)
    | dict.fromkeys(("mil", "fil"), 1000)
    | dict.fromkeys(("miliwn", "filiwn"), 10**6),
    scales={"mil": 1000, "fil": 1000, "miliwn": 10**6, "filiwn": 10**6, "m": 10**6}
    | {"biliwn": 10**9, "filiwn o filiynau": 10**9, "bn": 10**9},
    units={
        **dict.fromkeys(("y cant", "%"), "percent"),
        **dict.fromkeys(
            ("o bwyntiau canran", "pwynt canran", "bwynt canran", "phwynt canran", "o bwyntiau", "pwynt"), "points"
        ),
        **dict.fromkeys(("gwaith", "waith", "gwaith cymaint", "gwaith cynifer"), "times"),
        **dict.fromkeys(("punt", "bunt", "phunt", "o bunnoedd", "o bunnau"), "gbp"),
        **dict.fromkeys(("ewro", "o ewros"), "eur"),
    },
    shapes=(
        (r"(?:yr? )?(?:nifer |lefel |gyfradd )?uchaf ers (?P<year>.+)", "highest-since-{year}"),
        (r"(?:yr? )?(?:nifer |lefel |gyfradd )?isaf ers (?P<year>.+)", "lowest-since-{year}"),
        (rf"(?:yr? )?(?:nifer )?uchaf o'r {_N} {_YEARS}(?: sydd â ffigurau llawn)?", "highest-of-{n}-full-years"),
        (rf"(?:yr? )?(?:nifer )?isaf o'r {_N} {_YEARS}(?: sydd â ffigurau llawn)?", "lowest-of-{n}-full-years"),
        *_running(_UP, "rose"),
        *_running(_DOWN, "fell"),
    ),
    lead=r"(?:wedi|yn|fe|mi|a) ",
    radicals=radicals,
)

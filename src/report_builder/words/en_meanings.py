"""English words for meanings. Of several for one meaning the first is what the tool itself writes."""

from __future__ import annotations

from report_builder.facts.meanings import MULTIPLES, WHOLE_NUMBERS
from report_builder.words.language import Reading

_MULTIPLES = {"doubled": "doubled", "trebled": "trebled", "quadrupled": "quadrupled", "quintupled": "quintupled"}
_PARTS = {
    "half": "half",
    "third": "a third",
    "quarter": "a quarter",
    "fifth": "a fifth",
    "tenth": "a tenth",
    "two-thirds": "two-thirds",
    "three-quarters": "three-quarters",
    "two-fifths": "two-fifths",
    "three-fifths": "three-fifths",
    "four-fifths": "four-fifths",
}
_RANKS = {
    "ranked-first": ("the most", "the highest", "the highest number", "more than any other", "the largest"),
    "ranked-second": ("the second most", "the second highest", "the second largest"),
    "ranked-third": ("the third most", "the third highest", "the third largest"),
    "ranked-fourth": ("the fourth most", "the fourth highest", "the fourth largest"),
    "ranked-fifth": ("the fifth most", "the fifth highest", "the fifth largest"),
    "joint-first": ("the joint most", "the joint highest", "the joint largest"),
    "joint-second": ("the joint second highest",),
    "joint-third": ("the joint third highest",),
    "joint-fourth": ("the joint fourth highest",),
    "joint-fifth": ("the joint fifth highest",),
    "lowest-ranked-first": ("the fewest", "the lowest", "the lowest number", "fewer than any other", "the smallest"),
    "lowest-ranked-second": ("the second fewest", "the second lowest", "the second smallest"),
    "lowest-ranked-third": ("the third fewest", "the third lowest", "the third smallest"),
    "lowest-ranked-fourth": ("the fourth fewest", "the fourth lowest"),
    "lowest-ranked-fifth": ("the fifth fewest", "the fifth lowest"),
    "lowest-joint-first": ("the joint fewest", "the joint lowest", "the joint smallest"),
    "lowest-joint-second": ("the joint second lowest",),
    "lowest-joint-third": ("the joint third lowest",),
    "lowest-joint-fourth": ("the joint fourth lowest",),
    "lowest-joint-fifth": ("the joint fifth lowest",),
}
_SINGLE = {
    "rose": ("rose", "risen", "increased", "grew", "grown", "went up", "gone up"),
    "fell": ("fell", "fallen", "decreased", "dropped", "went down", "gone down"),
    "unchanged": ("unchanged", "was unchanged", "were unchanged", "did not change"),
    "little-changed": ("little changed", "was little changed", "were little changed", "broadly unchanged", "stable"),
    "more-than-other": ("more", "more than", "higher", "higher than", "larger", "larger than", "greater than",
                        "above", "above the figure for"),
    "fewer-than-other": ("fewer", "fewer than", "less", "less than", "lower", "lower than", "smaller", "smaller than",
                         "below", "below the figure for"),
    "above-median": ("above the median", "higher than the median", "more than the median"),
    "below-median": ("below the median", "lower than the median", "fewer than the median", "less than the median"),
    "at-median": ("the same as the median", "equal to the median"),
    "as-many": ("as many", "as many as", "the same number", "the same as", "equal to"),
    "similar": ("similar", "similar to", "about the same", "much the same", "about as many"),
    "half-as-many": ("half as many", "half as much", "half as high"),
    "more-likely": ("more likely",),
    "less-likely": ("less likely",),
    "halved": ("halved",),
    "more-than-halved": ("more than halved",),
    "almost-halved": ("almost halved", "nearly halved"),
    "majority": ("a majority", "the majority", "most"),
    "minority": ("a minority", "the minority"),
    "vast-majority": ("the vast majority", "the overwhelming majority", "the great majority"),
    "all": ("all", "every one"),
    "almost-all": ("almost all", "nearly all"),
    "none": ("none", "not one"),
    "record-high": ("a record", "record", "a record high", "record high", "the highest on record", "the highest ever",
                    "a record number", "record levels"),
    "record-low": ("a record low", "record low", "the lowest on record", "the lowest ever"),
    "highest-of-all-years": ("the highest of all years", "the highest of any year", "more than in any other year"),
    "lowest-of-all-years": ("the lowest of all years", "the lowest of any year", "fewer than in any other year"),
    "rose-every-year": ("risen every year", "rose every year", "increased every year", "grown every year"),
    "fell-every-year": ("fallen every year", "fell every year", "decreased every year"),
}  # fmt: skip
_RISING = ("rose", "risen", "increased", "grew", "grown", "up")
_FALLING = ("fell", "fallen", "decreased", "dropped", "down")
_ALMOST, _MORE, _LESS = ("almost", "nearly"), ("more than", "over"), ("less than", "under")


def vocabulary(in_words: tuple[str, ...]) -> dict[str, str]:
    """Words in lower case to the name of their meaning; `in_words` are the numbers from nought to twenty."""
    words = {said: name for name, many in (_SINGLE | _RANKS).items() for said in many}
    for name, word in _MULTIPLES.items():
        words |= _led({"more-than-": ("more than",), "": ("",), "almost-": _ALMOST}, word, name)
    words |= {"tripled": "trebled", "more than tripled": "more-than-trebled", "almost tripled": "almost-trebled"}
    for name in MULTIPLES:
        words |= _times(name)
    for name, word in _PARTS.items():
        leads = {"more-than-": _MORE, "almost-": _ALMOST, "about-": ("about", "around", "")}
        words |= _led(leads | {"less-than-": _LESS, "at-least-": ("at least",)}, word, name)
        words[f"{word} or more"] = f"at-least-{name}"
        for way, verbs in (("rose", _RISING), ("fell", _FALLING)):
            for verb in verbs:
                inner = _led({"more-than-": _MORE, "almost-": _ALMOST, "": ("", "about")}, word, name)
                words |= {f"{verb} by {said}": f"{way}-by-{of}" for said, of in inner.items()}
    return words | _one_in(in_words)


def _led(leads: dict[str, tuple[str, ...]], word: str, name: str) -> dict[str, str]:
    return {f"{said} {word}".strip(): f"{lead}{name}" for lead, many in leads.items() for said in many}


def _times(name: str) -> dict[str, str]:
    said = [name.replace("-", " ")]
    if name == "two-times":
        said = ["twice", "double", "twofold", *said]
    elif not name.endswith("half-times"):
        said.append(f"{name.removesuffix('-times')}fold")
    words: dict[str, str] = {}
    for lead, many in {"more-than-": ("more than", "over"), "": ("",), "almost-": _ALMOST}.items():
        for start in many:
            for one in said:
                plain = f"{start} {one}".strip()
                words[plain] = f"{lead}{name}"
                words |= {f"{plain} as {how}": f"{lead}{name}" for how in ("many", "much", "high", "large")}
                words |= {f"{plain} as {how} as": f"{lead}{name}" for how in ("many", "much", "high", "large")}
                words[f"{plain} as likely"] = f"{lead}{name}-as-likely"
    return words


def _one_in(in_words: tuple[str, ...]) -> dict[str, str]:
    words: dict[str, str] = {}
    leads = {"": ("",), "more-than-": ("more than",), "almost-": _ALMOST, "fewer-than-": ("fewer than", "less than")}
    for n in range(2, 21):
        for said in (in_words[n], str(n)):
            words |= _led(leads, f"one in {said}", f"one-in-{n}")
    for n in range(1, 10):
        out_of = f"{in_words[n]} out of ten"
        for said in (out_of,) if n == 1 else (f"{in_words[n]} in ten", f"{in_words[n]} in 10", out_of):
            words |= _led({k: v for k, v in leads.items() if k != "fewer-than-"}, said, f"{n}-in-ten")
    return words


_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_N = r"(?P<n>[\w-]+)"
READING = Reading(
    how={
        **dict.fromkeys(("more than", "over", "above", "just over", "well over"), "more-than"),
        **dict.fromkeys(("at least", "no fewer than", "no less than"), "at-least"),
        **dict.fromkeys(("almost", "nearly", "close to", "just under"), "almost"),
        **dict.fromkeys(("about", "around", "some", "roughly", "approximately"), "about"),
        **dict.fromkeys(("fewer than", "less than", "under", "below"), "fewer-than"),
        **dict.fromkeys(("at most", "up to", "no more than"), "at-most"),
    },
    ways={f"{verb} by": "rose" for verb in _RISING} | {f"{verb} by": "fell" for verb in _FALLING},
    numbers={word: n for n, word in enumerate(WHOLE_NUMBERS, 1)}
    | {word: n for n, word in enumerate(_NTH, 1)}
    | {"a dozen": 12, "a hundred": 100, "a thousand": 1000, "a million": 10**6},
    scales={"hundred": 100, "thousand": 1000, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9},
    units={
        **dict.fromkeys(("per cent", "percent", "%"), "percent"),
        **dict.fromkeys(("percentage points", "points"), "points"),
        **dict.fromkeys(("times", "times as many", "times as much", "times as high"), "times"),
        **dict.fromkeys(("pounds",), "gbp"),
        **dict.fromkeys(("euros",), "eur"),
    },
    shapes=(
        (r"(?:the )?highest since (?P<year>.+)", "highest-since-{year}"),
        (r"(?:the )?lowest since (?P<year>.+)", "lowest-since-{year}"),
        (
            rf"(?:the )?highest of the {_N} (?:full |complete )?years(?: with full figures)?",
            "highest-of-{n}-full-years",
        ),
        (rf"(?:the )?lowest of the {_N} (?:full |complete )?years(?: with full figures)?", "lowest-of-{n}-full-years"),
        (rf"(?:rose|risen|increased|up) for the {_N} year (?:running|in a row)", "rose-{n}-years-running"),
        (rf"(?:fell|fallen|decreased|down) for the {_N} year (?:running|in a row)", "fell-{n}-years-running"),
    ),
)

"""The two signs of our own in Markdown, read and mended: `{fact}`, and the target of `[words](target)`."""

from __future__ import annotations

import re
from difflib import get_close_matches

from msgspec import Struct

_NAME = r"[^\W\d][\w-]*"
_INDEX = r"(?:\[(?P<index>[^\[\]{}]*)\])?"
FORMS = (
    *("number", "words", "percent", "change", "points", "ratio", "rate"),
    *("money", "ordinal", "phrase", "one-in"),
)
FACT = re.compile(rf"\{{\s*(?P<name>{_NAME})\s*{_INDEX}\s*(?:\.(?P<part>{_NAME}))?\s*(?::\s*(?P<form>{_NAME}))?\s*\}}")
_FACT_START = re.compile(rf"\{{\s*{_NAME}(?:\[[^\[\]{{}}\n]*\])?(?:\.{_NAME})?(?::{_NAME})?")
_CLAIM = re.compile(
    rf"""claim:(?P<gap>\s*)(?P<name>{_NAME})\s*{_INDEX}\s*(?:=\s*(?P<meaning>[^"“”\s][^"“”]*?))?(?P<title>\s*["“”].*)?$""",
    re.DOTALL,
)
_TITLE = re.compile(r'\s*(?P<open>["“”])(?P<words>[^"“”]*)(?P<close>["“”])\s*$')
_PLAIN = re.compile(r"plain(?P<colon>\s*:)?(?P<rest>.*)$", re.DOTALL | re.IGNORECASE)
_LANG = re.compile(r"lang:(?P<gap>\s*)(?P<code>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$")
_LINK = re.compile(r"""<?(?P<url>(?:https?://|mailto:|tel:|\#)[^\s<>"“”]+)>?(?:\s+(?P<title>["“”].*))?$""", re.DOTALL)
_KINDS = ("claim", "plain", "lang", "https", "http", "mailto", "tel")


class Fact(Struct, frozen=True):
    """`{name[index, index].part:form}` taken apart."""

    name: str
    index: tuple[str, ...]
    part: str
    form: str


class Claim(Struct, frozen=True):
    name: str
    index: tuple[str, ...]
    meaning: str
    or_phrase: bool


class Plain(Struct, frozen=True):
    reason: str


class Language(Struct, frozen=True):
    code: str


class Link(Struct, frozen=True):
    url: str
    title: str


Target = Claim | Plain | Language | Link


class Read(Struct, frozen=True):
    """A target that was read. `code` is "" where nothing is wrong; `mended` is the target as it should be typed.

    `target` is None where no more can be said than what is wrong.
    """

    target: Target | None
    code: str = ""
    message: str = ""
    mended: str = ""
    help: str = ""


def fact_of(found: re.Match[str]) -> Fact:
    """The fact that a match of FACT names."""
    return Fact(found["name"], index_of(found["index"]), found["part"] or "", found["form"] or "")


def index_of(text: str | None) -> tuple[str, ...]:
    """`gwent, 2017/18` as its members; white space inside one is a single space."""
    return tuple(item for item in (" ".join(part.split()) for part in (text or "").split(",")) if item)


def mended_fact(typed: str) -> str:
    """What `{...}`, as typed, was most likely meant to be; "" where nobody can say."""
    inside = " ".join(typed.strip("{}<> \n").split())
    inside = re.sub(r"[“”‘’\"']", "", inside).replace(" ", " ")
    for mend in (_same, _brackets, _order, _separator, _one_name):
        candidate = "{" + mend(inside) + "}"
        if FACT.fullmatch(candidate):
            return candidate
    return ""


def mended_fact_start(text: str, at: int) -> tuple[str, int]:
    """For a brace at `at` that is never closed: the fact as it should be, and where in `text` what is meant ends.

    ("", at + 1) where no name follows.
    """
    found = _FACT_START.match(text, at)
    return (re.sub(r"\{\s+", "{", found[0]) + "}", found.end()) if found else ("", at + 1)


def _same(inside: str) -> str:
    return inside


def _brackets(inside: str) -> str:
    """`offences(gwent)`, `offences[gwent`, `offences gwent]`."""
    inside = re.sub(r"\(([^()]*)\)", r"[\1]", inside)
    if inside.count("[") == 1 and "]" not in inside:
        return re.sub(r"\[([^.:]*)", r"[\1]", inside)
    return inside


def _order(inside: str) -> str:
    """`offences:words[gwent]`, `offences.period[gwent]`, `offences:words.period`."""
    name = re.match(_NAME, inside)
    index = re.search(r"\[[^\[\]]*\]", inside)
    part = re.search(rf"\.({_NAME})", inside)
    form = re.search(rf":\s*({_NAME})", inside)
    found = (name, index, part, form)
    if not name or sum(len(m[0]) for m in found if m) != len(inside):
        return inside
    return "".join(m[0] for m in found if m)


def _separator(inside: str) -> str:
    """`offences|words`, `offences,words`, `offences;words`, `offences/words`, `offences words`."""
    inside = re.sub(rf"\s+(?=(?:{'|'.join(FORMS)})$)", ":", inside)
    return re.sub(rf"\s*[|,;/=]\s*(?={_NAME}$)", ":", inside)


def _one_name(inside: str) -> str:
    """`Total offences`."""
    return re.sub(r"[\s-]+", "_", inside).lower()


def read_target(typed: str) -> Read:
    """The target between the parentheses of `[words](target)`, in any of its four kinds."""
    text = typed.strip()
    lowered = text.lower()
    if lowered.startswith("claim"):
        return _read_claim(text)
    if lowered.startswith("plain"):
        return _read_plain(text)
    if lowered.startswith("lang"):
        return _read_language(text)
    return _read_link(text)


def _read_claim(text: str) -> Read:
    tidy = re.sub(r"^claims?\s*[: ]\s*", "claim:", text, flags=re.IGNORECASE)
    tidy = re.sub(r"\s+[(]?['‘]?or[ -]phrase['’]?[)]?$", ' "or phrase"', tidy)
    found = _CLAIM.match(tidy)
    if not found:
        advice = 'a claim is written  [words](claim:name)  or  [words](claim:name "or phrase")'
        return Read(None, "T004", f'"({text})" is not the form of a claim', help=advice)
    title = _TITLE.match(found["title"]) if found["title"] else None
    words = " ".join(title["words"].split()).lower().replace("-", " ") if title else ""
    index = index_of(found["index"])
    meaning = " ".join((found["meaning"] or "").split())
    mended = f"claim:{found['name']}" + (f"[{', '.join(index)}]" if index else "") + (f"={meaning}" if meaning else "")
    claim = Claim(found["name"], index, meaning, words == "or phrase")
    if found["title"] and words != "or phrase":
        advice = 'the only words that may stand there are  "or phrase"'
        return Read(claim, "T004", f"{found['title'].strip()} says nothing to a claim", mended, advice)
    mended += ' "or phrase"' if words else ""
    if title and title["open"] + title["close"] != '""':
        return Read(claim, "T007", "curly quotation marks in the target of a claim; straight ones are meant", mended)
    if tidy != text or found["gap"] or (title and title["words"] != "or phrase"):
        return Read(claim, "T004", f'"({text})" is not quite the form of a claim', mended)
    return Read(claim)


def _read_plain(text: str) -> Read:
    found = _PLAIN.match(text)
    rest = found["rest"].strip() if found else ""
    reason = rest.strip("\"“”'‘’ ")
    reason = " ".join(reason.split())
    if not reason:
        advice = 'say why the number is no figure, as in  [section 15A](plain "name of the law")'
        return Read(Plain(""), "T005", "a number marked as plain needs a reason", help=advice)
    mended = f'plain "{reason}"'
    straight = _TITLE.match(rest)
    if straight and straight["open"] + straight["close"] != '""' and not (found and found["colon"]):
        return Read(Plain(reason), "T007", "curly quotation marks around a reason; straight ones are meant", mended)
    if not straight or not text.startswith("plain ") or (found and found["colon"]):
        return Read(Plain(reason), "T005", f'"({text})" is not quite the form of a plain number', mended)
    return Read(Plain(reason))


def _read_language(text: str) -> Read:
    tidy = re.sub(r"^lang(?:uage)?\s*[: ]\s*", "lang:", text, flags=re.IGNORECASE)
    found = _LANG.match(tidy)
    if not found:
        return Read(None, "T003", f'"({text})" names no language', help="write its code, as in  [words](lang:cy)")
    language = Language(found["code"])
    return Read(language) if tidy == text else Read(language, "T003", f'"({text})" names a language wrongly', tidy)


def _read_link(text: str) -> Read:
    found = _LINK.match(text)
    if found and (not found["title"] or _TITLE.match(found["title"])):
        title = _TITLE.match(found["title"] or "")
        return Read(Link(found["url"], title["words"] if title else ""))
    if re.match(r"(?:www\.|[\w-]+\.(?:org|com|net|gov|wales|cymru|uk|co)\b)\S*$", text):
        return Read(Link(f"https://{text}", ""), "T003", f'"{text}" is no full address', f"https://{text}")
    if re.match(r"[\w.+-]+@[\w-]+\.[\w.-]+$", text):
        return Read(Link(f"mailto:{text}", ""), "T003", f'"{text}" is no full address', f"mailto:{text}")
    packed = re.sub(r"\s+", "", text)
    if packed != text and _LINK.match(packed) and not re.search(r"[\"“”]", text):
        return Read(Link(packed, ""), "T003", f'the address "{text}" holds a space', packed)
    kind = get_close_matches(re.split(r"[:\s]", text, maxsplit=1)[0].lower(), _KINDS, n=1, cutoff=0.7)
    if kind and kind[0] in ("claim", "plain", "lang") and ":" in text + (":" if kind[0] == "plain" else ""):
        again = read_target(kind[0] + text[len(re.split(r"[:\s]", text, maxsplit=1)[0]) :])
        return Read(again.target, "T003", f'"({text})" is not known', again.mended or kind[0] + _after_word(text))
    if re.fullmatch(rf"{_NAME}(?:\[[^\[\]]*\])?", text):
        advice = f"for a claim write  (claim:{text})  , for an address write all of it, with https://"
    else:
        advice = (
            "a link starts with https://, http://, mailto:, tel: or # ; a claim with claim: ; see also plain and lang:"
        )
    return Read(None, "T003", f'"({text})" is not known', help=advice)


def _after_word(text: str) -> str:
    return text[len(re.split(r"[:\s]", text, maxsplit=1)[0]) :]

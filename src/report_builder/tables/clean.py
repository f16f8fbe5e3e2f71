"""One cell's text as a typed Cell, or what is wrong with it.

    67   1,234   1 234   −3   (3)   12.40          numbers; brackets are a minus
    48%   48 per cent   £1,200   1,200 pounds      with their unit, where it is the dataset's own
    <5   ≤5   up to 5   5+   at least 5   >5   1 to 4
                                                   bounds: no value, but the least and greatest that it may be
    n/a                                            a declared code, exactly as typed: missing, with its reason, or nil;
                                                   what it means may end in bounds: "withheld, 1 to 4"
    #DIV/0!                                        an error, of the spreadsheet or copied out of one: missing

Nothing else is a number, and nothing else is read as zero or left out. Rounded figures keep what rounding leaves open:
48 of whole per cents lies between 47.5 and 48.5. The bound of a figure that cannot be negative is never below zero.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct, field
from msgspec.structs import replace

from report_builder.tables.dataset import Cell, Standing
from report_builder.tables.figures import Figures
from report_builder.tables.nearest import did_you_mean, nearest
from report_builder.tables.units import CURRENCIES

NIL = "nil"
BLANK = "blank"  # how an empty cell is declared among the codes
FORMULA = "formula"  # how a formula that was never calculated is
UNREADABLE = "the cell cannot be read"
LONGEST_NUMBER = 30

_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = re.compile(rf"([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+|[0-9]+)?(\.[0-9]+)?")
_MINUS = "-−–"
_PERCENT = re.compile(r"\s*(?:%|per cent|percent)$", re.IGNORECASE)
_MONEY = re.compile(r"(?P<minus>[-−–]?)(?P<sign>[£€$])\s*(?P<after>.*)|(?P<before>.*?)\s*(?P<name>pounds|euros|£|€)")
_NAMED_MONEY = {**CURRENCIES, "pounds": "GBP", "euros": "EUR"}
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!)|Err:[0-9]{3}")
_BOUNDS = (
    (re.compile(r"(?:<=|≤|up to|at most|no more than)\s*(.+)", re.IGNORECASE), "most"),
    (re.compile(r"(?:<|less than|fewer than|under|below)\s*(.+)", re.IGNORECASE), "under"),
    (re.compile(r"(?:>=|≥|at least)\s*(.+)|(.+?)\s*\+|(.+?) or more", re.IGNORECASE), "least"),
    (re.compile(r"(?:>|more than|over|above)\s*(.+)", re.IGNORECASE), "over"),
)
_RANGE = re.compile(r"(.+?)\s*(?: to |–)\s*(.+)")
_MARKED = re.compile(
    r"(?P<number>[£]?[-−–]?[0-9][0-9,.]*%?)\s*(?P<mark>[*†‡§#^~⁰¹²³⁴-⁹ʳᵖ]+|\[.{1,20}\]|\(.{1,20}\)|[a-z]{1,2})"
)


class Rule(Struct, frozen=True, eq=False):
    """How the cells of one measure are read; `codes` are the declared texts and what they mean.

    What is read is multiplied by `factor`, as in a table of thousands. `seen` remembers what texts were read as, since
    in a table the same ones come again and again.
    """

    unit: str
    figures: Figures
    codes: Mapping[str, str]
    negative: bool = False
    factor: Fraction = Fraction(1)
    seen: dict[str, _Reading | Complaint] = field(default_factory=dict)


class Complaint(Struct, frozen=True):
    """What is wrong with a cell, without saying where: the same for every cell that holds the same text."""

    code: str
    message: str
    help: str = ""
    notes: tuple[str, ...] = ()


class _Reading(Struct, frozen=True):
    """Value and bounds, or the reason why there is no value."""

    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    reason: str = ""

    def times(self, factor: Fraction) -> _Reading:
        """The same in units that are `factor` times as many."""
        if factor == 1:
            return self
        value, low, high = (n if n is None else n * factor for n in (self.value, self.low, self.high))
        return _Reading(value, low, high, self.reason)


_ANY = Rule("", Figures(Fraction(0), whole=False), {}, negative=True)


def clean(text: str, row: int, column: str, rule: Rule, fault: str | None = None) -> tuple[Cell, Complaint | None]:
    """The Cell that `text` stands for. What cannot be read comes back missing, with the Complaint that says why.

    `fault` is the spreadsheet's error in this cell ("" for a formula never calculated), None where there is none.
    """
    stripped = text.strip()
    if fault is None and is_error(stripped):
        fault = stripped
    found = _broken(fault, rule) if fault is not None else rule.seen.get(stripped)
    if found is None:
        found = rule.seen[stripped] = _reading(stripped, rule)
    if isinstance(found, Complaint):
        reason = found.message if found.code == "D026" else UNREADABLE
        return Cell(None, None, None, Standing.MISSING, text, row, column, reason=reason), found
    standing = Standing.COMPLETE if found.value is not None else Standing.MISSING
    return Cell(found.value, found.low, found.high, standing, text, row, column, reason=found.reason), None


def parse_number(text: str) -> Fraction | None:
    """The number that `text` is, without unit or sign of currency; None for anything else."""
    bare = text.strip()
    if len(bare) > LONGEST_NUMBER:
        return None
    minus = False
    if bare.startswith("(") and bare.endswith(")"):
        minus, bare = True, bare[1:-1].strip()
    elif bare[:1] and bare[0] in _MINUS:
        minus, bare = True, bare[1:].strip()
    elif bare.startswith("+"):
        bare = bare[1:]
    match = _NUMBER.fullmatch(bare)
    if match is None or not bare:
        return None
    digits = re.sub(rf"{_SPACE}|,", "", match[1] or "0")
    number = Fraction(digits + (match[2] or ""))
    return -number if minus else number


def is_figure(text: str) -> bool:
    """Whether a text is a number, with its sign or without, or states bounds, whatever the unit."""
    stripped = text.strip()
    return parse_number(_without_sign(stripped)[0]) is not None or _bounds(stripped, _ANY) is not None


def is_error(text: str) -> bool:
    """Whether a text is a spreadsheet's error, copied out of one."""
    return bool(_ERROR.fullmatch(text.strip()))


def sign_of(text: str) -> str:
    """The unit that the sign beside a number means: "percent", "GBP"; "" where there is none."""
    return _without_sign(text.strip())[1]


def _reading(text: str, rule: Rule) -> _Reading | Complaint:
    declared = rule.codes.get(text, rule.codes.get(BLANK) if not text else None)
    if declared == NIL:
        return _Reading(*_bounded(Fraction(0), rule)).times(rule.factor)
    if declared is not None:
        low, high = _bounds(text, rule) or _bounds(declared.rpartition(",")[2].strip(), rule) or (None, None)
        return _Reading(None, low, high, declared).times(rule.factor)
    if not text:
        return Complaint("D021", "the cell is blank", f"fill it in, or list {BLANK} under `codes:` with what it means")
    bare, sign = _without_sign(text)
    number = parse_number(bare)
    if number is not None:
        found = _figure(number, sign, text, rule)
        return found if isinstance(found, Complaint) else found.times(rule.factor)
    if limits := _bounds(text, rule):
        found = _Reading(None, *limits).times(rule.factor)
        return replace(found, reason=_in_words(found.low, found.high))
    return _not_a_number(text, rule)


def _figure(number: Fraction, sign: str, text: str, rule: Rule) -> _Reading | Complaint:
    unit = "percent" if rule.unit in ("percent", "points", "percent change") else rule.unit
    dollars = sign == "USD" and re.fullmatch("[A-Z]{2}D", unit)  # "$" is the sign of several
    if sign and sign != unit and not dollars:
        message = f'"{text}" has a sign that does not fit the unit "{rule.unit}"'
        return Complaint("D025", message, "correct `unit:` or the cell")
    if number < 0 and not rule.negative:
        return Complaint("D024", f'"{text}" is below zero', "correct the cell, or write `below_zero: allowed`")
    if not rule.figures.allows(number):
        step = rule.figures.step
        said = f"figures rounded to the nearest {float(step):g}" if step else "whole numbers"
        return Complaint("D023", f'"{text}" is not of {said}, as `figures:` says', "correct `figures:` or the cell")
    return _Reading(*_bounded(number, rule))


def _bounded(number: Fraction, rule: Rule) -> tuple[Fraction, Fraction, Fraction]:
    low, high = rule.figures.bounds(number)
    return number, low if rule.negative else max(low, Fraction(0)), high


def _without_sign(text: str) -> tuple[str, str]:
    """The text without "%" or "£", and the unit that they mean."""
    if _PERCENT.search(text):
        return _PERCENT.sub("", text), "percent"
    if match := _MONEY.fullmatch(text):
        bare = f"{match['minus']}{match['after']}" if match["sign"] else match["before"]
        return bare, _NAMED_MONEY[match["sign"] or match["name"]]
    return text, ""


def _bounds(text: str, rule: Rule) -> tuple[Fraction | None, Fraction | None] | None:
    """The least and greatest that the text allows, None where it states no bounds."""
    least = None if rule.negative else Fraction(0)
    one = Fraction(1 if rule.figures.whole and not rule.figures.step else 0)
    for pattern, kind in _BOUNDS:
        match = pattern.fullmatch(text)
        number = parse_number(_without_sign(next(g for g in match.groups() if g))[0]) if match else None
        if number is not None and (number > 0 or rule.negative):
            return {
                "most": (least, number),
                "under": (least, number - one),
                "least": (number, None),
                "over": (number + one, None),
            }[kind]
    if match := _RANGE.fullmatch(text):
        low, high = (parse_number(_without_sign(match[i])[0]) for i in (1, 2))
        if low is not None and high is not None and low < high and (low >= 0 or rule.negative):
            return low, high
    return None


def _in_words(low: Fraction | None, high: Fraction | None) -> str:
    if high is None:
        return f"{_plain(low)} or more"
    return f"up to {_plain(high)}" if low is None else f"between {_plain(low)} and {_plain(high)}"


def _plain(number: Fraction | None) -> str:
    return f"{float(number or 0):.12g}"


def _broken(fault: str, rule: Rule) -> _Reading | Complaint:
    if (fault or FORMULA) in rule.codes:
        return _reading(fault or FORMULA, rule)
    if not fault:
        message = "the cell holds a formula that was never calculated"
        help = f"open the file in Excel or LibreOffice and save it, or list {FORMULA} under `codes:` with what it means"
        return Complaint("D026", message, help)
    message = f'the cell holds the error "{fault}"'
    return Complaint("D026", message, "mend the formula, or list the error under `codes:`")


def _not_a_number(text: str, rule: Rule) -> Complaint:
    shown = text if len(text) <= 60 else text[:57] + "..."
    if match := _MARKED.fullmatch(text):
        message = f'"{shown}" is a number with the mark "{match["mark"]}" beside it'
        return Complaint("D022", message, f'list "{match["mark"]}" under `marks:` with what its note says')
    if re.fullmatch(r"[0-9.]+[eE][-+]?[0-9]+", text):
        message = f'"{shown}" was shortened by a spreadsheet and has lost digits'
        return Complaint("D020", message, "give the column a plain number format and save the file again")
    if re.fullmatch(r"#{3,}", text):
        message = f'"{shown}" stands where the column was too narrow for the number'
        return Complaint("D020", message, "widen the column in the spreadsheet and save the file again")
    if re.fullmatch(r"[0-9]+,[0-9]+", text):
        message = f'"{shown}" has a comma that does not separate thousands'
        return Complaint("D020", message, "write a full stop before decimals, and thousands in groups of three")
    known = [code for code in rule.codes if code]
    message = f'"{shown}" is no number and no declared code'
    declare = f'correct the cell, or list "{shown}" under `codes:` with what it means (for zero: {NIL})'
    if nearest(text, known):
        return Complaint("D020", message, f"{did_you_mean(text, known)} if not, {declare}")
    notes = (f"declared codes: {', '.join(known)}",) if known else ()
    return Complaint("D020", message, declare, notes)

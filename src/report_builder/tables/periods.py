"""Periods: years and fiscal years in the spellings in which they arrive.

One canonical id for each period, whatever its spelling in the file:

    2018            calendar year           2018, "calendar year 2018"
    2017/18         year across two         2017/18, 2017-18, 2017–18, 2017/2018, 201718, FY2017/18, "2017 to 2018",
                                            "April 2017 to March 2018", "year ending March 2018"
    2018-Q1         calendar quarter        2018 Q1, "Q1 2018", "January to March 2018"
    2017/18-Q1      quarter of such a year  "2017/18 Q1", "Q1 2017/18"
    2023-10         month                   "October 2023", Oct-23, 2023-10
    year ending June 2018                   twelve months that are neither

A year across two runs from 1 April to 31 March, the UK's financial year, unless `run` says otherwise. A dash between a
year and the next one's last two digits is such a year, so "2010-11" is never November 2010. Years of two digits are
1970 to 2069. What a spelling leaves open ("2018" where years run from April) is not read at all.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
LONGEST_RANGE = 400

Day = tuple[int, int]  # month, day
_APRIL: Day = (4, 1)
_JANUARY: Day = (1, 1)
_FIRST_YEAR, _LAST_YEAR = 1800, 2199

_M = "(" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in map(str.casefold, MONTHS)) + r"|sept)\.?"
_RE_YEAR = re.compile(r"(?:calendar year |year )?([0-9]{4})")
_RE_FISCAL = re.compile(
    r"(?:fy ?|(?:financial |fiscal |academic |school )?year )?([0-9]{4})(?:[/-]| to )?([0-9]{4}|[0-9]{2})"
)
_RE_SHORT_FISCAL = re.compile(r"fy ?([0-9]{2})[/-]([0-9]{2})")
_RE_ENDING = re.compile(
    rf"(?:the )?(?:year|12 months|twelve months) (?:ending|ended|to) (?:([0-9]{{1,2}}) )?{_M} ([0-9]{{4}})"
)
_RE_SPAN = re.compile(rf"(?:([0-9]{{1,2}}) )?{_M}(?: ([0-9]{{4}}))?(?: to |-)(?:([0-9]{{1,2}}) )?{_M} ([0-9]{{4}})")
_RE_MONTH = re.compile(rf"{_M}[ '’-]?([0-9]{{4}}|[0-9]{{2}})")
_RE_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_RE_QUARTER_LAST = re.compile(r"(.+?)[ -]?q(?:uarter )?([1-4])")
_RE_QUARTER_FIRST = re.compile(r"q(?:uarter )?([1-4])[ -]?(.+)")
_RE_DAY = re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th)? {_M}")


class Period(Struct, frozen=True):
    """`id` is the canonical spelling ("2017/18", "2024", "2024-10"); `start` and `end` are its first and last day."""

    id: str
    start: date
    end: date

    def __lt__(self, other: Period) -> bool:
        return (self.start, self.end, self.id) < (other.start, other.end, other.id)

    @property
    def months(self) -> int:
        """Its length in whole months: 12, 3 or 1."""
        after = self.end + timedelta(days=1)
        return (after.year - self.start.year) * 12 + after.month - self.start.month

    @property
    def form(self) -> tuple[int, int, int]:
        """What a row of periods has in common: the length in months, and the day and month on which years begin."""
        return (self.months, self.start.day, self.start.month if self.months == 12 else 0)


def previous(period: Period) -> Period:
    """The adjacent period before, of the same length."""
    return _shifted(period, -1)


def following(period: Period) -> Period:
    """The adjacent period after, of the same length."""
    return _shifted(period, 1)


def adjacent(earlier: Period, later: Period) -> bool:
    """Whether `later` begins the day after `earlier` ends and is as long."""
    return earlier.end + timedelta(days=1) == later.start and earlier.form == later.form


@cache
def parse_run(text: str) -> Day | None:
    """Month and day on which years begin, from "1 April to 31 March"; None unless it is one whole year."""
    first, separator, last = _plain(text).replace("-", " to ").partition(" to ")
    begins, ends = _day(first), _day(last)
    if not separator or begins is None or ends is None:
        return None
    day_before = date(2023, *begins) - timedelta(days=1)
    leap_end = begins == (3, 1) and ends == (2, 29)
    return begins if leap_end or ends == (day_before.month, day_before.day) else None


@cache
def parse_period(text: str, run: str = "") -> Period | None:
    """The period that `text` names, None where it names none; `run` says what its years run over.

    A `run` that is not understood makes every year unreadable rather than wrong.
    """
    begins = parse_run(run) if run else None
    if run and begins is None:
        return None
    spelling = _plain(text)
    return _years(spelling, begins) or _span(spelling, begins) or _quarter(spelling, begins) or _month(spelling)


def parse_range(text: str, run: str = "") -> tuple[Period, ...]:
    """Every period from the first to the last named, "2017/18 to 2023/24"; one where only one is named.

    Empty where either end cannot be read, the ends differ in kind, or the last comes before the first. "2017 to 2018"
    is two years here, though as the heading of a column it is one.
    """
    first, separator, last = re.sub(r"\s+", " ", text.strip()).partition(" to ")
    ends = (parse_period(first, run), parse_period(last if separator else first, run))
    if ends[0] is None or ends[1] is None or ends[0].form != ends[1].form:
        return ()
    periods = [ends[0]]
    while periods[-1] < ends[1] and len(periods) < LONGEST_RANGE:
        periods.append(following(periods[-1]))
    return tuple(periods) if periods[-1] == ends[1] else ()


def _plain(text: str) -> str:
    text = re.sub(r"[‐‑‒–—−]", "-", text.casefold())
    return re.sub(r" ?([/-]) ?", r"\1", re.sub(r"\s+", " ", text.strip()))


def _years(text: str, begins: Day | None) -> Period | None:
    if match := _RE_YEAR.fullmatch(text):
        return _twelve_months(int(match[1]), _JANUARY, begins) if begins in (None, _JANUARY) else None
    if match := _RE_SHORT_FISCAL.fullmatch(text):
        first, second = _century(match[1]), match[2]
    elif match := _RE_FISCAL.fullmatch(text):
        first, second = int(match[1]), match[2]
    else:
        return None
    consecutive = second == str(first + 1)[-len(second) :]
    return _twelve_months(first, begins or _APRIL, begins) if consecutive and begins != _JANUARY else None


def _span(text: str, begins: Day | None) -> Period | None:
    if match := _RE_ENDING.fullmatch(text):
        last_day, month, year = match[1], _number(match[2]), int(match[3])
        after = _first_of_next(year, month)
        first = (after.year - 1, after.month)
    elif match := _RE_SPAN.fullmatch(text):
        last_day, after = match[4], _first_of_next(int(match[6]), _number(match[5]))
        year = int(match[3] or (match[6] if _number(match[2]) <= _number(match[5]) else -1))
        first = (year, _number(match[2]))
        if match[1] not in (None, "1"):
            return None
    else:
        return None
    if last_day and int(last_day) != (after - timedelta(days=1)).day:
        return None
    months = (after.year - first[0]) * 12 + after.month - first[1]
    if months == 12:
        return _twelve_months(first[0], (first[1], 1), begins)
    return _three_months(*first) if months == 3 and first[1] % 3 == 1 else None


def _quarter(text: str, begins: Day | None) -> Period | None:
    if match := _RE_QUARTER_LAST.fullmatch(text):
        name, quarter = match[1], int(match[2])
    elif match := _RE_QUARTER_FIRST.fullmatch(text):
        name, quarter = match[2], int(match[1])
    else:
        return None
    year = _years(name, None if _RE_YEAR.fullmatch(name) else begins)
    if year is None:
        return None
    start = _months_later(year.start, 3 * (quarter - 1))
    return Period(f"{year.id}-Q{quarter}", start, _months_later(start, 3) - timedelta(days=1))


def _month(text: str) -> Period | None:
    if match := _RE_MONTH.fullmatch(text):
        month, year = _number(match[1]), _century(match[2]) if len(match[2]) == 2 else int(match[2])
    elif match := _RE_ISO_MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
    else:
        return None
    if not (1 <= month <= 12 and _FIRST_YEAR <= year <= _LAST_YEAR):
        return None
    return Period(f"{year:04}-{month:02}", date(year, month, 1), _first_of_next(year, month) - timedelta(days=1))


def _twelve_months(year: int, first: Day, begins: Day | None) -> Period | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    start = date(year, *first)
    end = date(year + 1, *first) - timedelta(days=1)
    return Period(_year_id(start, end, rolling=first not in (_JANUARY, begins or _APRIL)), start, end)


def _three_months(year: int, month: int) -> Period | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    start = date(year, month, 1)
    return Period(f"{year}-Q{(month + 2) // 3}", start, _months_later(start, 3) - timedelta(days=1))


def _year_id(start: date, end: date, rolling: bool) -> str:
    if rolling:
        return f"year ending {MONTHS[end.month - 1]} {end.year}"
    return f"{start.year}" if (start.month, start.day) == _JANUARY else f"{start.year}/{end.year % 100:02}"


def _shifted(period: Period, by: int) -> Period:
    start = _months_later(period.start, by * period.months)
    end = _months_later(start, period.months) - timedelta(days=1)
    if period.months == 1:
        return Period(f"{start.year:04}-{start.month:02}", start, end)
    if period.months == 12:
        return Period(_year_id(start, end, period.id.startswith("year ending")), start, end)
    name, _, quarter = period.id.partition("-Q")
    year_start = _months_later(start, -3 * ((int(quarter) - 1 + by) % 4))
    year_end = _months_later(year_start, 12) - timedelta(days=1)
    year = f"{year_start.year}/{year_end.year % 100:02}" if "/" in name else f"{year_start.year}"
    return Period(f"{year}-Q{(int(quarter) - 1 + by) % 4 + 1}", start, end)


def _months_later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, day.day)


def _first_of_next(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) if 1 <= year < 9999 else date.max.replace(day=1)


def _number(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, start=1) if month.casefold().startswith(name[:3]))


def _century(two_digits: str) -> int:
    return int(two_digits) + (1900 if int(two_digits) >= 70 else 2000)


def _day(text: str) -> Day | None:
    match = _RE_DAY.fullmatch(text)
    if match is None:
        return None
    month, day = _number(match[2]), int(match[1])
    longest = 29 if month == 2 else (_first_of_next(2023, month) - timedelta(days=1)).day
    return (month, day) if 1 <= day <= longest else None

"""`embargo:` in report.yml: the moment before which nobody may publish, as a time in a named zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from msgspec import Struct

NONE = ("", "none")
_FORM = re.compile(r"(\d{4})-(\d{2})-(\d{2})[ T](\d{1,2})[:.](\d{2})(?::00)?(?:\s+(\S.*))?\Z")
_EXAMPLE = "2024-11-01 00:01 Europe/London"


class Embargo(Struct, frozen=True):
    """The moment an embargo ends, in its own zone."""

    until: datetime

    def holds(self, now: datetime) -> bool:
        """Whether it is too early at `now`, a moment with a zone."""
        return now.astimezone(UTC) < self.until.astimezone(UTC)

    @property
    def zone(self) -> str:
        """The zone as journalists write it: GMT, BST, CET; where it has no such name, its distance from UTC."""
        name = self.until.tzname() or ""
        if name.isalpha():
            return name
        minutes = round((self.until.utcoffset() or timedelta()).total_seconds() / 60)
        hours, rest = divmod(abs(minutes), 60)
        return f"UTC{'+' if minutes >= 0 else '−'}{hours}{f':{rest:02}' if rest else ''}"


class Fault(Struct, frozen=True):
    """Why a time cannot be used: its code, what is wrong and what to write."""

    code: str
    message: str
    help: str


def read_embargo(typed: str) -> Embargo | Fault | None:
    """The embargo that was typed, None for none, or what is wrong with it."""
    words = " ".join(typed.split())
    if words.casefold() in NONE:
        return None
    found = _FORM.match(words)
    if found is None:
        return Fault("S020", f'"{words}" is no time of an embargo', f"write it as {_EXAMPLE}, or none")
    year, month, day, hour, minute, zone = found.groups()
    try:
        naive = datetime(int(year), int(month), int(day), int(hour), int(minute))
    except ValueError:
        return Fault("S020", f'"{words}" is no date and time that exist', f"write it as {_EXAMPLE}")
    if not zone:
        hint = f"write the zone after the time: {naive:%Y-%m-%d %H:%M} Europe/London"
        return Fault("S021", f'"{words}" does not say in which zone', hint)
    known = _zone(zone)
    return known if isinstance(known, Fault) else _placed(naive, known, zone)


def _zone(name: str) -> ZoneInfo | Fault:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = "zones are called by a continent and a city, as Europe/London"
        if close := _like(name):
            hint = f'did you mean "{close}"?'
        return Fault("S022", f'there is no time zone "{name}"', hint)


def _like(name: str) -> str:
    import difflib  # only for a slip

    zones = sorted(available_timezones())
    wanted = name.replace(" ", "_").casefold()
    if wanted in ("bst", "uk", "london", "wales", "cymru"):
        return "Europe/London"
    city = next((z for z in zones if z.casefold() == wanted or z.rpartition("/")[2].casefold() == wanted), "")
    return city or next(iter(difflib.get_close_matches(name, zones, 1)), "")


def _placed(naive: datetime, zone: ZoneInfo, name: str) -> Embargo | Fault:
    """The time in its zone, where the clocks show it once and only once."""
    first, second = (naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != naive:
        after = second.astimezone(UTC).astimezone(zone)
        later = max(after, first.astimezone(UTC).astimezone(zone), key=lambda t: t.replace(tzinfo=None))
        return Fault(
            "S023",
            f"{naive:%H:%M} on {naive:%Y-%m-%d} does not exist in {name}: the clocks go forward over it",
            f"choose another time, as {later:%Y-%m-%d %H:%M} {name}",
        )
    if first.utcoffset() != second.utcoffset():
        hint = (
            f"choose a time that comes once, or give it in universal time: {first.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
        )
        message = f"{naive:%H:%M} on {naive:%Y-%m-%d} comes twice in {name}: the clocks go back over it"
        return Fault("S024", message, f"{hint} for the first of the two")
    return Embargo(first)

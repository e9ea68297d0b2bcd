"""Dates of the exchange format: years, months, days, and instants in RFC 3339."""

import calendar
import datetime
import re

_PATTERN = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?([Zz]|[+-]\d\d:\d\d))?)?)?\Z")
_EPOCH = datetime.datetime(1970, 1, 1)
LAST_SECOND = 253_402_300_799  # 9999-12-31T23:59:59Z


def _seconds(year, month=1, day=1, hour=0, minute=0, second=0):
    moment = datetime.datetime(year, month, day, hour, minute, min(second, 59))
    return int((moment - _EPOCH).total_seconds())


def parse(text):
    """(first second, precision, last second) of a date; seconds since 1970, before it negative.

    Precision is 0 year, 1 month, 2 day, 3 second. Raises ValueError where `text` is no date.
    """
    match = _PATTERN.match(text)
    if not match:
        raise ValueError(f"no date: {text!r}")
    year, month, day, hour, minute, second, zone = match.groups()
    if hour is not None:
        at = _seconds(int(year), int(month), int(day), int(hour), int(minute), int(second))
        if zone not in "Zz":
            at -= int(zone[0] + "1") * (int(zone[1:3]) * 3600 + int(zone[4:6]) * 60)
        return at, 3, at
    if day is not None:
        first = _seconds(int(year), int(month), int(day))
        return first, 2, first + 86_399
    if month is not None:
        first = _seconds(int(year), int(month))
        return first, 1, first + 86_400 * calendar.monthrange(int(year), int(month))[1] - 1
    first = _seconds(int(year))
    return first, 0, first + 86_400 * (366 if calendar.isleap(int(year)) else 365) - 1


def write(seconds):
    """An instant in RFC 3339, UTC."""
    return (_EPOCH + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")

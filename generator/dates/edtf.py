"""Parse EDTF, the Extended Date/Time Format of ISO 8601-2:2019.

Plain dates (``2016``, ``2016-10``, ``2016-10-28``, each with ``?``, ``~`` or ``%``) and sets of them
(``[2016-10-21,2016-10-28]``, ``[2016-10-21..2016-10-28]``) take a path of our own, a thousand times
faster than the ``edtf`` package; all other forms go through that package, once each.
"""

from __future__ import annotations

import calendar
import contextlib
import io
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from generator.errors import EdtfError

Precision = Literal["day", "month", "year", "interval", "coarse", "unknown"]

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)\Z")
_SET = re.compile(r"\[(.+)\]\Z", re.DOTALL)
_OPEN = ("", "..")
_LAST_DAY = date(9999, 12, 31)


@dataclass(frozen=True, order=True, slots=True)
class DaySpan:
    """The days from ``earliest`` to ``latest``, both included; ``precision`` says how it was given."""

    earliest: date
    latest: date
    precision: Precision = field(compare=False, default="day")

    @property
    def is_day(self) -> bool:
        """Whether the span is one day."""
        return self.earliest == self.latest


@dataclass(frozen=True, slots=True)
class ArchiveDate:
    """One EDTF value.

    Attributes:
        text: the value as written.
        spans: the days it may mean: one span, or one for each member of a set, in order of time;
            empty for an unknown date (``XXXX``).
        qualifier: ``?`` uncertain, ``~`` approximate, ``%`` both, or empty; of the value as a whole,
            also where only a part of it is qualified (``2016?-10-28``, ``2015?/2017``).
        sort_key: orders dates by first, then by last possible day; unknown ones come after all
            others.
    """

    text: str
    spans: tuple[DaySpan, ...]
    qualifier: str = ""
    sort_key: tuple[date, date] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        key = (self.earliest or _LAST_DAY, self.latest or _LAST_DAY)
        object.__setattr__(self, "sort_key", key)

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.text)  # all else follows from it

    def __reduce__(self) -> tuple[Callable[[str], ArchiveDate], tuple[str]]:
        return parse_edtf, (self.text,)

    @property
    def is_known(self) -> bool:
        """Whether anything at all is known about the day."""
        return bool(self.spans)

    @property
    def is_exact(self) -> bool:
        """Whether it is one day, without doubt."""
        return len(self.spans) == 1 and self.spans[0].is_day and not self.qualifier

    @property
    def earliest(self) -> date | None:
        """The first day it may mean, or None when nothing is known."""
        return self.spans[0].earliest if self.spans else None

    @property
    def latest(self) -> date | None:
        """The last day it may mean, or None when nothing is known."""
        return max(span.latest for span in self.spans) if self.spans else None

    def contains(self, day: date) -> bool:
        """Whether the value may mean ``day``."""
        return any(span.earliest <= day <= span.latest for span in self.spans)


UNDATED = ArchiveDate("XXXX", ())


@lru_cache(maxsize=65536)
def parse_edtf(text: str) -> ArchiveDate:
    """Parse an EDTF text.

    Args:
        text: for example ``2016-10-28``, ``2016-10?``, ``[2016-10-21,2016-10-28]``, ``201X``,
            ``2015/2017``, ``XXXX``.

    Raises:
        EdtfError: the text is not EDTF, or names a day that does not exist.
    """
    if text == UNDATED.text:
        return UNDATED
    if (plain := _PLAIN.match(text)) is not None:
        return ArchiveDate(text, (_plain_span(text, plain),), plain[4])
    if (members := _SET.match(text)) is not None:
        spans = tuple(sorted(_set_member(text, part.strip()) for part in members[1].split(",")))
        return ArchiveDate(text, spans, _qualifier(text))
    if text.count("/") == 1:
        return ArchiveDate(text, (_between(text, *text.split("/")),), _qualifier(text))
    return ArchiveDate(text, (_one_date(text, text),), _qualifier(text))


def from_days(days: Iterable[date]) -> ArchiveDate:
    """The EDTF value for one of ``days``: a plain day, a set, or a set written as a range.

    A set of more than 12 days is written by its first and last day (``[2016-01-01..2016-12-31]``).

    Raises:
        ValueError: ``days`` is empty.
    """
    ordered = sorted(set(days))
    if not ordered:
        raise ValueError("no days to choose from")
    if len(ordered) == 1:
        return parse_edtf(ordered[0].isoformat())
    if len(ordered) > 12:
        return parse_edtf(f"[{ordered[0]}..{ordered[-1]}]")
    return parse_edtf(f"[{','.join(map(str, ordered))}]")


def _qualifier(text: str) -> str:
    """The doubt about a value, wherever in it the sign stands."""
    if "%" in text or ("?" in text and "~" in text):
        return "%"
    return next((sign for sign in "?~" if sign in text), "")


def _plain_span(text: str, match: re.Match[str]) -> DaySpan:
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if day is not None:
            exact = date(year, int(month), int(day))
            return DaySpan(exact, exact, "day")
        if month is not None and 21 <= int(month) <= 24:
            return _season_span(year, int(month))
        if month is not None:
            last = calendar.monthrange(year, int(month))[1]
            return DaySpan(date(year, int(month), 1), date(year, int(month), last), "month")
        return DaySpan(date(year, 1, 1), date(year, 12, 31), "year")
    except ValueError as error:
        raise EdtfError(f"{text!r} names a day that does not exist") from error


def _season_span(year: int, code: int) -> DaySpan:
    """EDTF's 21 to 24 are spring to winter without a hemisphere: all that is certain is the year."""
    if not 21 <= code <= 24:
        raise ValueError(code)
    return DaySpan(date(year, 1, 1), date(year, 12, 31), "coarse")


def _set_member(text: str, part: str) -> DaySpan:
    start, dots, end = part.partition("..")
    if not dots:
        return _one_date(text, part)
    return _between(text, start, end)


def _between(text: str, start: str, end: str) -> DaySpan:
    """From one date to another; an end left open is written ``..`` or not at all."""
    if start in _OPEN and end in _OPEN:
        raise _not_edtf(text)
    first = date.min if start in _OPEN else _one_date(text, start).earliest
    last = date.max if end in _OPEN else _one_date(text, end).latest
    if first > last:
        raise EdtfError(f"{text!r} ends before it begins")
    return DaySpan(first, last, "interval")


def _one_date(text: str, part: str) -> DaySpan:
    if (plain := _PLAIN.match(part)) is not None:
        return _plain_span(text, plain)
    return _span_by_edtf(text, part)


def _span_by_edtf(text: str, part: str) -> DaySpan:
    from edtf import parse_edtf as parse_any  # its grammar takes .3 s to load, and is rarely needed
    from edtf.parser.edtf_exceptions import EDTFParseException

    if part != part.strip():
        raise _not_edtf(text)
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # the package prints what it stumbles over
            value = parse_any(part)
        first, last = value.lower_strict(), value.upper_strict()
        if first[0] < 0 or last[0] > date.max.year:
            raise ValueError(part)
        return DaySpan(_as_day(first), _as_day(last), "coarse")
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise _not_edtf(text) from error


def _not_edtf(text: str) -> EdtfError:
    return EdtfError(
        f"{text!r} is not a date in EDTF: write 2016-10-28, 2016-10, 2016-10-28?, "
        f"[2016-10-21,2016-10-28], or XXXX where nothing is known"
    )


def _as_day(moment: time.struct_time) -> date:
    return date(max(moment.tm_year, 1), moment.tm_mon, moment.tm_mday)


def days_between(first: date, last: date) -> Iterable[date]:
    """Each day from ``first`` to ``last``, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))

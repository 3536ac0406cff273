"""Dates in citations. What is not certain stands in brackets, as what a cataloguer supplies.

Day before month in brackets, as everywhere on the site: "[10 or 17 May 2019]" needs no second look.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from generator.catalogue import Catalogue
from generator.dates import ArchiveDate, DaySpan

UNDATED_SIGN = "n.d."
ENGLISH = "en"
_LENGTHS = {"year": 1, "month": 2, "day": 3}

_KEPT = 8192
"""Dates of which the parts are kept: one report asks for them a dozen times."""

Parts = tuple[int, ...]
"""Year; year and month; or year, month and day."""


@lru_cache(maxsize=_KEPT)
def parts_of(value: ArchiveDate) -> Parts:
    """A single day, month or year as its parts, in doubt or not; empty for all other dates."""
    return _parts(value.spans[0]) if len(value.spans) == 1 else ()


@lru_cache(maxsize=_KEPT)
def certain_parts(value: ArchiveDate) -> Parts:
    """What can be said of a date without doubt: its year, month and day as far as all agree."""
    if value.qualifier or not value.spans:
        return ()
    return _shared([_bounds(span) for span in value.spans])


@lru_cache(maxsize=_KEPT)
def iso_date(value: ArchiveDate) -> str:
    """The date in ISO 8601: a day, month or year that is certain; else empty."""
    parts = certain_parts(value)
    if not parts or parts != parts_of(value):
        return ""
    return "-".join((f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])))


def in_brackets(value: ArchiveDate) -> str:
    """A date that is not certain, in English words: "[10 or 17 May 2019]", "[the 2010s]"."""
    return f"[{_english().date(value)}]"


def month_name(month: int) -> str:
    """The month in English."""
    return _english().month_name(month)


@lru_cache(maxsize=1)
def _english() -> Catalogue:
    return Catalogue(ENGLISH)


def _parts(span: DaySpan) -> Parts:
    day = span.earliest
    return (day.year, day.month, day.day)[: _LENGTHS.get(span.precision, 0)]


def _bounds(span: DaySpan) -> Parts:
    """The parts that the first and the last day of a span share."""
    first, last = span.earliest, span.latest
    return _shared([(day.year, day.month, day.day) for day in (first, last)])


def _shared(rows: Sequence[Parts]) -> Parts:
    columns = takewhile(lambda column: len(set(column)) == 1, zip(*rows, strict=False))
    return tuple(column[0] for column in columns)

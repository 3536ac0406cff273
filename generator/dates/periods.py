"""The years and months to which an uncertain date belongs, or may belong."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates.edtf import ArchiveDate, DaySpan

Month = tuple[int, int]
"""Year and month, (2016, 10)."""

_MOST_YEARS = 10
_MOST_MONTHS = 12
_MOST_KNOWN = 65_536


@dataclass(frozen=True)
class Periods:
    """Where a date stands in a calendar.

    Attributes:
        years: the year it is from; several if it is from one of them; none if too little is known
            to look for it in a calendar (more than 10 years possible).
        months: the month it is from; several if from one of them; none where only years are known.
    """

    years: tuple[int, ...]
    months: tuple[Month, ...]


def periods_of(value: ArchiveDate) -> Periods:
    """The years and months that a date is from, or may be from, in order."""
    found = _KNOWN.get(value.text)
    if found is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        found = _KNOWN[value.text] = _periods_of(value)
    return found


_KNOWN: dict[str, Periods] = {}
"""By the text of a date, from which all else of it follows: asked for of every report, many times."""


def _periods_of(value: ArchiveDate) -> Periods:
    if not has_years(value):
        return Periods((), ())
    years = {year for span in value.spans for year in _years(span)}
    if any(len(_months(span)) > 2 for span in value.spans if span.precision != "interval"):
        return Periods(tuple(sorted(years)), ())
    months = {month for span in value.spans for month in _months(span)}
    if len(months) > _MOST_MONTHS:
        months = set()
    return Periods(tuple(sorted(years)), tuple(sorted(months)))


def has_years(value: ArchiveDate) -> bool:
    """Whether enough is known of a date to look for it in a calendar of years."""
    if not value.spans:
        return False
    latest = (
        max(span.latest.year for span in value.spans)
        if value.spans[1:]
        else value.spans[0].latest.year
    )
    return latest - value.spans[0].earliest.year < _MOST_YEARS


def _years(span: DaySpan) -> range:
    return range(span.earliest.year, span.latest.year + 1)


def _months(span: DaySpan) -> list[Month]:
    first = span.earliest.year * 12 + span.earliest.month - 1
    last = span.latest.year * 12 + span.latest.month - 1
    return [_month_at(number) for number in range(first, min(last, first + 120) + 1)]


def _month_at(number: int) -> Month:
    """The month at a place counted from January of the year 0."""
    year, month = divmod(number, 12)
    return (year, month + 1)

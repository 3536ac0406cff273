"""Dates mentioned in a text: where they stand and what they say, without judging what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.inference.calendar_names import (
    ANY_HIJRI_MONTH,
    ANY_MONTH,
    ANY_WEEKDAY,
    month_number,
    weekday_number,
)
from generator.orthography import western_digits

_MONTH = rf"(?:{ANY_MONTH})"
_WHOLE_MONTH = rf"(?<![^\W\d])(?P<month>{_MONTH})\.?(?:\s*[/(]?\s*{_MONTH}\)?)?(?![^\W\d])"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)([-/.])(?P<number>0?[1-9]|1[0-2])\2(?P<day>\d{1,2})(?![\d/-])",
        rf"(?<![\d/.-])(?P<first>\d{{1,2}})([-/.])(?P<second>\d{{1,2}})\2{_YEAR}(?![/-])",
        rf"(?<![\d/.,-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?(?:\s+(?:of|de|من))?[\s-]+{_WHOLE_MONTH}"
        rf"(?:[\s,،-]+(?:of\s+|de\s+|من\s+|عام\s+|سنة\s+)?{_YEAR})?",
        rf"{_WHOLE_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|[.,]\d)(?:,?\s+{_YEAR})?",
        rf"{_WHOLE_MONTH},?\s+{_YEAR}",
    )
)
_HIJRI = re.compile(rf"\d{{1,2}}\s+(?:{ANY_HIJRI_MONTH})(?:\s+1[34]\d\d)?(?:\s*(?:هـ|ه(?!\w)))?")
_WEEKDAY = re.compile(rf"(?<![^\W\d])(?:{ANY_WEEKDAY})\.?(?![^\W\d])", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_EARLIEST_YEAR = 1900


@dataclass(frozen=True)
class DateMention:
    """A date in a text.

    Attributes:
        start, end: where it stands, as offsets.
        text: the words.
        days: the days it may mean, if it has a year: one, or two where day and month can be
            told in either order; empty where day or year are missing.
        year, month, day: what it says; 0 where it doesn't.
    """

    start: int
    end: int
    text: str
    days: tuple[date, ...]
    year: int
    month: int
    day: int


def without_hijri(text: str) -> str:
    """The text with dates of the Islamic calendar blanked out; offsets stay."""
    return _HIJRI.sub(lambda match: " " * len(match[0]), text)


def dates_in(text: str, latest: date) -> Iterator[DateMention]:
    """Each date in the text that is neither before 1900 nor after ``latest``, in order of place."""
    if _DIGIT.search(text) is None:
        return iter(())
    plain = without_hijri(western_digits(text))
    taken: list[tuple[int, int]] = []
    found: list[DateMention] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            mention = _mention(text, match)
            if mention is not None and _is_plausible(mention, latest):
                found.append(mention)
    return iter(sorted(found, key=lambda mention: mention.start))


def weekdays_in(text: str) -> Iterator[tuple[str, int]]:
    """Each weekday named in the text, with its number (Monday 0)."""
    for match in _WEEKDAY.finditer(text):
        if len(match[0].rstrip(".")) > 3 or match[0][:1].isupper():
            yield match[0], weekday_number(match[0])


def _mention(text: str, match: re.Match[str]) -> DateMention | None:
    groups = match.groupdict()
    year = int(groups.get("year") or 0)
    if "first" in groups:
        first, second = int(groups["first"]), int(groups["second"])
        orders = {(second, first), (first, second)}
        days = tuple(sorted(day for day in (_day(year, *order) for order in orders) if day))
        month, number = (days[0].month, days[0].day) if len(days) == 1 else (0, 0)
    else:
        name = groups.get("month")
        month = month_number(name) if name else int(groups["number"])
        number = int(groups.get("day") or 0)
        exact = _day(year or 2000, month, number) if number else None  # 2000: any leap year
        if number and exact is None:
            return None
        days = (exact,) if exact and year else ()
    if "first" in groups and not days:
        return None
    words = text[match.start() : match.end()].strip(" ,،-")
    return DateMention(match.start(), match.end(), words, days, year, month, number)


def is_plausible_day(day: date, latest: date) -> bool:
    """Whether a report can be from that day: not before 1900, not after it was retrieved."""
    return day.year >= _EARLIEST_YEAR and day <= latest


def _is_plausible(mention: DateMention, latest: date) -> bool:
    if mention.year and not _EARLIEST_YEAR <= mention.year <= latest.year:
        return False
    return all(is_plausible_day(day, latest) for day in mention.days)


def _day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None

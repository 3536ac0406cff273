"""Dates of the Islamic calendar, and the days of the common one on which they may have fallen.

Months begin when somebody has seen the moon, which differs by country. The table of Umm al-Qura
(Mecca) is the one that most print; elsewhere a month may begin a day earlier or later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.inference.calendar_names import ANY_HIJRI_MONTH, hijri_month_number

_SIGN = r"(?:هـ{1,3}|ه(?!\w)|هجرية?|للهجرة|A\.?H\.?(?!\w)|de l['’]hégire)"
_YEAR = r"(?P<year>1[34]\d\d)(?!\d)"
_MONTH = rf"(?<![^\W\d])(?P<month>{ANY_HIJRI_MONTH})(?![^\W\d])"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d/.,-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?(?:\s+(?:of|de|من))?[\s-]+(?:شهر\s+)?{_MONTH}"
        rf"(?:[\s,،-]+(?:من\s+)?(?:ل?(?:عام|سنة)\s+)?{_YEAR}(?:\s*{_SIGN})?|\s*{_SIGN})?",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+{_YEAR}(?:\s*{_SIGN})?",
        rf"(?<![\d/.-]){_YEAR}([-/.])(?P<number>\d{{1,2}})\2(?P<day>\d{{1,2}})\s*{_SIGN}",
        rf"(?<![\d/.-])(?P<day>\d{{1,2}})([-/.])(?P<number>\d{{1,2}})\2{_YEAR}\s*{_SIGN}",
    )
)
HIJRI_YEAR = re.compile(r"(?<!\d)1[34]\d\d(?!\d)")
"""A year of the Islamic calendar from 1882 on, in western figures."""


@dataclass(frozen=True)
class HijriDate:
    """A date of the Islamic calendar in a text.

    Attributes:
        start, end: where it stands, as offsets.
        days: the day by the table, the one before and the one after, in order.
    """

    start: int
    end: int
    days: tuple[date, ...]


def without_hijri(text: str) -> str:
    """The text with dates of the Islamic calendar blanked out; offsets stay."""
    for pattern in _PATTERNS:
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def hijri_dates_in(text: str) -> Iterator[HijriDate]:
    """Each such date with day, month and year, in western figures, that the table knows.

    The table reaches from 1343 to 1500, that is from 1924 to 2077.
    """
    if HIJRI_YEAR.search(text) is None:
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if (day := _by_the_table(match)) is not None:
                days = tuple(day + timedelta(days=n) for n in (-1, 0, 1))
                yield HijriDate(match.start(), match.end(), days)


def _by_the_table(match: re.Match[str]) -> date | None:
    from hijridate import Hijri  # few texts have such a date

    parts = match.groupdict()
    if not parts["year"]:
        return None
    name = parts.get("month")
    month = hijri_month_number(name) if name else int(parts["number"])
    year, day = int(parts["year"]), int(parts["day"])
    # A month of 29 days by the table may have had 30 where the moon was seen later.
    beyond = 1 if day == 30 else 0
    try:
        known = Hijri(year, month, day - beyond).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(known.year, known.month, known.day) + timedelta(days=beyond)

"""Dates mentioned in a text: where they stand and what they say, without judging what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.inference.calendar_names import (
    ANY_MONTH,
    ANY_WEEKDAY,
    IBERIAN_MONTH,
    IBERIAN_WEEKDAY,
    month_number,
    weekday_number,
)
from generator.inference.hijri import HIJRI_YEAR, hijri_dates_in, without_hijri
from generator.orthography import western_digits

_MONTH = rf"(?:{ANY_MONTH})"
_WHOLE_MONTH = (
    rf"(?<![^\W\d])(?P<month>{_MONTH})\.?(?:\s*[/(–-]?\s*{_MONTH}(?:\s?\))?){{0,2}}(?![^\W\d])"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<=:\d\d\s){_YEAR}\s+(?:{ANY_WEEKDAY})\s+(?P<day>\d{{1,2}})\s+{_WHOLE_MONTH}"
        r"(?![\s,،]*(?:19|20)\d\d)",
        r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)([-/.]|\s/\s)(?P<number>0?[1-9]|1[0-2])\2(?P<day>\d{1,2})(?![\d/-])",
        rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<sign>[-/.]|\s[-/]\s|/\s)(?P<second>\d{{1,2}})(?P=sign){_YEAR}(?![/-]|\.\d)",
        rf"(?<![\d/.,:-])(?P<day>\d{{1,2}})\s+{_WHOLE_MONTH}(?<=\.)\s?['’](?P<short>\d\d)(?!\d)",
        rf"(?<!\d:)(?<![\d/.,-])(?P<day>\d{{1,2}})(?:st,?|nd,?|rd,?|th,?|er|\.(?=\s))?(?:\s+(?:of|de|من))?(?:[\s/-]+|(?=[\u0621-\u064a])){_WHOLE_MONTH}"
        rf"(?:[\s,،/-]+(?:of\s+|de\s+|من\s+|عام\s+|سنة\s+)?{_YEAR})?",
        rf"{_WHOLE_MONTH}/(?P<day>\d{{1,2}})/{_YEAR}",
        rf"{_WHOLE_MONTH}(?:\s?-\s?|\s)(?P<day>\d{{1,2}})\s?-\s?{_YEAR}",
        rf"{_WHOLE_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|[.,]\d(?!\d{{3}}(?!\d)))(?:(?:[,،]?\s+|/|,){_YEAR})?",
        rf"{_WHOLE_MONTH},?\s+{_YEAR}",
    )
)
_IBERIAN = re.compile(
    rf"(?:(?<![^\W\d])(?P<weekday>{IBERIAN_WEEKDAY}),?\s+)?(?<![\d/.,-])(?P<day>\d{{1,2}})[.º°]{{0,2}}\s+de\s+"
    rf"(?P<month>{IBERIAN_MONTH})\s+del?\s+{_YEAR}",
    re.IGNORECASE,
)
_BEFORE_ITS_YEAR = re.compile(
    rf"{_WHOLE_MONTH}\s{{1,2}}(?P<day>\d{{1,2}})\s\d\d:\d\d:\d\d\s(?:[A-Z]{{2,5}}\s|[+-]\d{{4}}\s)?{_YEAR}",
    re.IGNORECASE,
)
"""As mailing lists and programs in C have it: "Thu Sep 17 22:41:07 BST 2009"."""

_CLOCK_BEFORE_YEAR = re.compile(r":\d\d\s(?:[A-Z]{2,5}\s|[+-]\d{4}\s)?(?:19|20)\d\d(?!\d)")
_OF = re.compile(r"\d\S{0,2} de \D+\d{4}", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?<![^\W\d])(?:{ANY_WEEKDAY})\.?(?![^\W\d])", re.IGNORECASE)
_BARE_WEEKDAY = re.compile(
    r"(?P<name>[اأإ]ثنين|ثلاثاء|[اأ]ربعاء|خميس|جمعة|سبت|[اأ]حد)\s?[,،]\s?(?=\d)"
)
"""As a program writes it before a day: "خميس, 11/03/2022"."""

_DIGIT = re.compile(r"\d")
_GLUED_CLOCK = re.compile(r"(\d:\d\d)-(?=\d)")
"""As in "14:32-23 فبراير 2018"."""

_EARLIEST_YEAR = 1900
_CENTURY = 69
_NUMBER_OF = re.compile(
    r"(?:(?<![^\W\d])(?:law|act|decree|resolution|decision|order|case|file|docket|article|version|nos?|nr"
    r"|ref(?:erence)?|tel(?:ephone)?|phone|fax|mobile|call|loi|décret|arrêté|résolution|décision|dossier"
    r"|affaire|numéro|tél(?:éphone)?|portable|(?:ال)?(?:قانون|قرار|مرسوم|قضية|ملف|مادة|رقم|هاتف|فاكس|جوال"
    r"|تلفون|مرجع|دعوى))\.?|n°|№|[#+])\s*(?:nos?\.?|n°|№|number|numéro|رقم)?\s*[:：.]?\s*[\d/+() -]{0,12}$",
    re.IGNORECASE,
)
_BEFORE = 50
_LINE = 1000


@dataclass(frozen=True)
class DateMention:
    """A date in a text.

    Attributes:
        start, end: where it stands, as offsets.
        text: the words.
        days: the days it may mean, if it has a year: one, or two where day and month can be
            told in either order (between dots the day is first: who writes the month first uses
            slashes); empty where day or year are missing. Three for a converted one.
        year, month, day: what it says; 0 where it doesn't.
        is_converted: whether it stands there in the Islamic calendar.
    """

    start: int
    end: int
    text: str
    days: tuple[date, ...]
    year: int
    month: int
    day: int
    is_converted: bool = False


def dates_in(text: str, latest: date) -> Iterator[DateMention]:
    """Each date in the text that is neither before 1900 nor after ``latest``, in order of place."""
    if _DIGIT.search(text) is None:
        return iter(())
    return iter(_dates_in_line(text, latest) if len(text) <= _LINE else _found_in(text, latest))


@lru_cache(maxsize=4096)  # several rules ask for the same lines
def _dates_in_line(text: str, latest: date) -> tuple[DateMention, ...]:
    return _found_in(text, latest)


def _found_in(text: str, latest: date) -> tuple[DateMention, ...]:
    plain = _GLUED_CLOCK.sub(r"\1 ", western_digits(text))
    if HIJRI_YEAR.search(plain):
        plain = without_hijri(plain)
    taken: list[tuple[int, int]] = []
    found: list[DateMention] = []
    patterns = (_IBERIAN, *_PATTERNS) if _OF.search(plain) else _PATTERNS
    if _CLOCK_BEFORE_YEAR.search(plain):
        patterns = (_BEFORE_ITS_YEAR, *patterns)
    for pattern in patterns:
        for match in pattern.finditer(plain):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            mention = _mention(text, match)
            if mention is not None and _is_plausible(mention, plain, latest):
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


def converted_dates_in(text: str, latest: date) -> Iterator[DateMention]:
    """Each date of the Islamic calendar with its year, as the days on which it may have fallen."""
    for found in hijri_dates_in(western_digits(text)):
        words = text[found.start : found.end].strip(" ,،")
        mention = DateMention(found.start, found.end, words, found.days, 0, 0, 0, is_converted=True)
        if _is_plausible(mention, text, latest):
            yield mention


def weekdays_in(text: str) -> Iterator[tuple[str, int]]:
    """Each weekday named in the text, with its number (Monday 0)."""
    if (bare := _BARE_WEEKDAY.match(text)) is not None:
        yield bare["name"], weekday_number(f"ال{bare['name']}")
    for match in _WEEKDAY.finditer(text):
        if len(match[0].rstrip(".")) > 3 or match[0][:1].isupper():
            yield match[0], weekday_number(match[0])


def _mention(text: str, match: re.Match[str]) -> DateMention | None:
    groups = match.groupdict()
    year = int(groups.get("year") or 0) or year_in_full(groups.get("short"))
    if "first" in groups:
        first, second = int(groups["first"]), int(groups["second"])
        orders = dict.fromkeys(((second, first), (first, second)))  # of month and day
        days = tuple(day for day in (_day(year, *order) for order in orders) if day)
        days = days[:1] if match["sign"] == "." else tuple(sorted(days))
        month, number = (days[0].month, days[0].day) if len(days) == 1 else (0, 0)
    else:
        name = groups.get("month")
        month = month_number(name) if name else int(groups["number"])
        number = int(groups.get("day") or 0)
        exact = _day(year or 2000, month, number) if number else None  # 2000: any leap year
        if number and exact is None:
            return None
        if exact and not _is_that_weekday(groups.get("weekday"), exact):
            return None
        days = (exact,) if exact and year else ()
    if "first" in groups and not days:
        return None
    words = text[match.start() : match.end()].strip(" ,،-")
    return DateMention(match.start(), match.end(), words, days, year, month, number)


def _is_that_weekday(name: str | None, day: date) -> bool:
    """Whether a day has the weekday that stands beside it, if one does."""
    return name is None or weekday_number(name) == day.weekday()


def is_iberian(mention: DateMention) -> bool:
    """Whether a date is told in Spanish or Portuguese: "terça-feira, 8 de março de 2011"."""
    return " de " in mention.text and _IBERIAN.fullmatch(mention.text) is not None


def year_in_full(short: str | None) -> int:
    """The year that two figures behind an apostrophe mean, as the clock of POSIX has it; 0 for none."""
    return (1900 if int(short) >= _CENTURY else 2000) + int(short) if short else 0


def is_plausible_day(day: date, latest: date) -> bool:
    """Whether a report can be from that day: not before 1900, not after it was retrieved."""
    return day.year >= _EARLIEST_YEAR and day <= latest


def _is_plausible(mention: DateMention, text: str, latest: date) -> bool:
    """Whether it can be a date that a report knows, and is no number of a law, a case, a telephone."""
    if mention.year and not _EARLIEST_YEAR <= mention.year <= latest.year:
        return False
    if not all(is_plausible_day(day, latest) for day in mention.days):
        return False
    is_in_figures = re.search(r"[^\W\d]", mention.text) is None
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    return not (is_in_figures and _NUMBER_OF.search(before))


def _day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Say a date in words, with its uncertainty: "21 or 28 October 2016", "October 2016", "undated"."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from babel import Locale, localedata
from babel.dates import format_date, format_skeleton

from generator.dates.edtf import ArchiveDate, DaySpan

Phrase = Callable[..., str]
"""``phrase(key, **values)``: a wording from the interface catalogue, such as ``date.or``."""

_ORDER = {"en": "en_GB"}  # day before month, as everywhere but in the United States


def in_words(value: ArchiveDate, language: str, phrase: Phrase) -> str:
    """The date as a reader would say it.

    Args:
        value: the date.
        language: BCP 47 tag of the interface language, such as ``en``, ``ar`` or ``ar-SY``.
        phrase: looks up the words around the dates (``date.undated``, ``date.or``, ``date.about`` …).
    """
    if not value.is_known:
        return phrase("date.undated")
    text = _spans_in_words(value.spans, language, phrase)
    if value.qualifier in ("~", "%"):
        text = phrase("date.about", date=text)
    if value.qualifier in ("?", "%"):
        text = phrase("date.uncertain", date=text)
    return text


def day_in_words(day: date, language: str) -> str:
    """One day, "28 October 2016"."""
    return _day(day, language)


def month_in_words(year: int, month: int, language: str) -> str:
    """A month with its year, "October 2016"."""
    return _formatted(date(year, month, 1), "yMMMM", language)


def month_name(month: int, language: str, pattern: str = "LLLL") -> str:
    """A month alone, "October"; with the pattern ``LLL`` (CLDR) "Oct"."""
    return _formatted(date(2000, month, 1), pattern, language)


def _spans_in_words(spans: tuple[DaySpan, ...], language: str, phrase: Phrase) -> str:
    days = [span.earliest for span in spans]
    if len(spans) == 1:
        return _span_in_words(spans[0], language, phrase)
    if not all(span.is_day for span in spans):
        return _alternatives([_span_in_words(span, language, phrase) for span in spans], phrase)
    if len(days) > 3:
        return _one_of_many(days, language, phrase)
    if len({(day.year, day.month) for day in days}) == 1:
        heads = [_formatted(day, "d", language) for day in days[:-1]]
        return _alternatives([*heads, _day(days[-1], language)], phrase)
    return _alternatives([_day(day, language) for day in days], phrase)


def _one_of_many(days: list[date], language: str, phrase: Phrase) -> str:
    bounds = {"first": _day(days[0], language), "last": _day(days[-1], language)}
    if len({day.weekday() for day in days}) == 1:
        weekday = _formatted(days[0], "EEEE", language)
        return phrase("date.weekday_between", weekday=weekday, **bounds)
    return phrase("date.one_between", **bounds)


def _span_in_words(span: DaySpan, language: str, phrase: Phrase) -> str:
    if span.is_day:
        return _day(span.earliest, language)
    if (span.earliest.day, span.latest) == (1, _end_of_month(span.earliest)):
        return month_in_words(span.earliest.year, span.earliest.month, language)
    first, last = span.earliest, span.latest
    if first.year <= 1 and last.year >= date.max.year:  # "in some October": nothing to look for
        return phrase("date.undated")
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _years_in_words(first.year, last.year, phrase)
    if first.year <= 1:
        return phrase("date.until", date=_day(last, language))
    if last.year >= date.max.year:
        return phrase("date.since", date=_day(first, language))
    return phrase("date.one_between", first=_day(first, language), last=_day(last, language))


def _years_in_words(first: int, last: int, phrase: Phrase) -> str:
    if first == last:
        return str(first)
    if (first % 10, last - first) == (0, 9):
        return phrase("date.decade", decade=str(first))
    if first <= 1:
        return phrase("date.until", date=str(last))
    if last >= date.max.year:
        return phrase("date.since", date=str(first))
    return phrase("date.one_between", first=str(first), last=str(last))


def _alternatives(texts: list[str], phrase: Phrase) -> str:
    return phrase("date.or", first=phrase("date.comma").join(texts[:-1]), last=texts[-1])


def _end_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _day(day: date, language: str) -> str:
    return _formatted(day, "long", language)


@lru_cache(maxsize=16384)
def _formatted(day: date, skeleton: str, language: str) -> str:
    locale = _locale(_ORDER.get(language, language).replace("-", "_"))
    if skeleton == "yMMMM":
        return format_skeleton(skeleton, day, locale=locale)
    return format_date(day, skeleton, locale)


@lru_cache(maxsize=64)
def _locale(identifier: str) -> Locale:
    """A locale with data of its own.

    Babel writes what an alias leads to into data that a locale shares with its parent: whichever of
    ``ar`` and ``ar_SY`` is asked first would give the other its names of the months. So nothing that
    was loaded before is shared, nor is this afterwards.
    """
    loaded = getattr(localedata, "_cache", {})
    loaded.clear()
    locale = Locale.parse(identifier)
    _ = locale.months["stand-alone"]
    loaded.clear()
    return locale

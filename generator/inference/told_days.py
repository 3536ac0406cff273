"""Date by a day that the report calls today or yesterday: "said today, 14 May 2017".

Such a word means the day of the report and no other; with the date beside it, it tells that day. It
does so in the first paragraphs and in the report's own words: not in a quotation, not of what is
yet to come.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta

from generator.inference.calendar_names import ANY_WEEKDAY
from generator.inference.mentions import DateMention, dates_in, is_plausible_day, weekdays_in
from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding

_LEAD_PARAGRAPHS = 2
_LEAD = 600
_BEFORE = 45
_WEEKDAY = rf"(?:{ANY_WEEKDAY})"
_BETWEEN = r"\s*[,،]?\s*(?:on\s+|le\s+)?[(]?\s*$"
_TODAY = re.compile(
    rf"(?:\b(?:today|aujourd['’]hui)(?:\s*,?\s*{_WEEKDAY})?|\bce {_WEEKDAY}(?:\s+matin|\s+soir)?"
    rf"|(?<!هذا\s)(?<!ذلك\s)(?<!نفس\s)(?<![^\W\d])اليوم\s*[,،]?\s*(?:{_WEEKDAY}|(?=\()))"
    + _BETWEEN,
    re.IGNORECASE,
)
_TODAY_IS = re.compile(
    rf"(?:\b(?:today|aujourd['’]hui)|(?<!هذا\s)(?<!ذلك\s)(?<!نفس\s)(?<![^\W\d])اليوم)\s*[,،]?\s*{_WEEKDAY}",
    re.IGNORECASE,
)
_YESTERDAY = re.compile(
    rf"(?:\byesterday(?:\s*,?\s*{_WEEKDAY})?|\bhier(?:\s*,?\s*{_WEEKDAY})?"
    rf"|(?<![^\W\d])أمس\s*[,،]?\s*(?:(?:الأول\s+)?{_WEEKDAY}|(?=\()))" + _BETWEEN,
    re.IGNORECASE,
)
_ANY_WORD = re.compile(
    r"today|yesterday|aujourd|hier |ce \w+di |ce dimanche|اليوم|أمس", re.IGNORECASE
)
_TWO_DAYS_AGO = re.compile(r"أمس\s+ال?أول|\bbefore yesterday|\bavant-hier", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|shall|scheduled|due|planned|upcoming|se tiendra|aura lieu|auront lieu|est prévue?"
    r"|doit|devrait)\b|من المقرر|سوف|من المنتظر|المقبل",
    re.IGNORECASE,
)
_QUOTES = (("“", "”"), ("«", "»"))


def told_day(reading: Reading) -> Finding | None:
    """The one day that the first paragraphs name together with "today" or "yesterday"."""
    lead = [line for line in _lead(reading) if _ANY_WORD.search(line)]
    found = [pair for line in lead for pair in _told_in(reading, line)]
    if len({day for day, _ in found}) != 1:
        return None
    day, words = found[0]
    return Finding(day.isoformat(), f"in the words of the report: {quoted(words)}")


def is_contradicted(reading: Reading, days: Collection[date]) -> bool:
    """Whether the report calls another day of the week today: "said today, Monday".

    A report may be dated after midnight, so the day after is no contradiction.
    """
    said = {
        number
        for line in _lead(reading)
        for match in _TODAY_IS.finditer(line)
        for _, number in weekdays_in(match[0])
    }
    fitting = said | {(number + 1) % 7 for number in said}
    return len(said) == 1 and not any(day.weekday() in fitting for day in days)


def _lead(reading: Reading) -> list[str]:
    story = [reading.lines[n] for n in reading.open if is_story(reading.lines[n])]
    return [line[:_LEAD] for line in story[:_LEAD_PARAGRAPHS]]


def _told_in(reading: Reading, line: str) -> Iterator[tuple[date, str]]:
    latest = reading.draft.raw.retrieved
    for mention in dates_in(line, latest):
        if len(mention.days) != 1 or _is_quoted(line, mention.start):
            continue
        told = _relative_to(line, mention)
        if told is not None and is_plausible_day(told[0], latest):
            yield told


def _relative_to(line: str, mention: DateMention) -> tuple[date, str] | None:
    """The report's day by the words before a date, with those words and the date; None if it has none."""
    before = line[max(0, mention.start - _BEFORE) : mention.start]
    for pattern, later in ((_TODAY, 0), (_YESTERDAY, 1)):
        match = pattern.search(before)
        if match is None or _TWO_DAYS_AGO.search(match[0]):
            continue
        day = mention.days[0]
        weekdays = {number for _, number in weekdays_in(match[0])}
        sentence = line[: mention.start].rpartition(". ")[2] + line[mention.end :].partition(".")[0]
        if (weekdays and day.weekday() not in weekdays) or _AHEAD.search(sentence):
            return None
        return day + timedelta(days=later), match[0].strip() + " " + mention.text
    return None


def _is_quoted(line: str, place: int) -> bool:
    """Whether a place is inside a quotation."""
    before = line[:place]
    if any(before.count(opening) > before.count(closing) for opening, closing in _QUOTES):
        return True
    return before.count('"') % 2 == 1

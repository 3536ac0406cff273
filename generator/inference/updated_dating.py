"""Date: the day of an update that is the only day on a page, where the story tells of that same day.

Sites of the 2000s (the BBC's, Al Jazeera's) showed when a page was last changed and nothing else. Mostly
that is the day of the report, but only where the lead names its weekday is it known to be.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.inference.calendar_names import ANY_WEEKDAY
from generator.inference.date_lines import UPDATED, full_dates, line_below
from generator.inference.date_places import HOUR
from generator.inference.lead import weekdays_of_the_day
from generator.inference.mentions import dates_in, weekdays_in
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_LEAD, _FIRST = 600, 2
_YESTERDAY = re.compile(rf"(?:أمس|yesterday|hier)[\s,،]+(?P<day>{ANY_WEEKDAY})", re.IGNORECASE)
_LONGEST = 140
_NOTE = (
    "is the day on which the page was last changed, which has the weekday that the story tells of"
)


_GMT = re.compile(r"\b\d{1,2}:\d\d\s?(?:GMT|-?\s?بتوقيت غرينتش)|GMT\s?\d{1,2}:\d\d")
_BOTH_MONTHS = re.compile(
    r"\d\s[\u0621-\u064a]{3,8}/\s?[\u0621-\u064a]{2,6}(?:\s[\u0621-\u064a]{3,6})?[\s,،]"
)
_NOTHING_ELSE = re.compile(r"Updated:?\s\d{1,2}\s[A-Z][a-z]+\s\d{4}")
_STAMP = re.compile(r"Updated:\s?(?:19|20)\d\d-\d\d-\d\d(?:\s\d\d:\d\d)?")
_ONLY_DAY = (
    "is the day on which the page was last changed, the only one that pages of this form tell"
)


def _is_of_the_bbc(line: str, day: date) -> bool:
    """Whether a line is as the BBC had it in Arabic: weekday, both names of the month, Greenwich's clock."""
    told = {number for _, number in weekdays_in(line)}
    is_theirs = _GMT.search(line) is not None and _BOTH_MONTHS.search(line) is not None
    return is_theirs and told == {day.weekday()}


def _is_alone_between_titles(reading: Reading, line: str) -> bool:
    """Whether a line is "Updated 08 November 2021" between the headline and the headline once more."""
    title = reading.found.get("title")
    if title is None or _NOTHING_ELSE.fullmatch(line) is None:
        return False
    start = reading.story_start() or 0
    number = reading.lines.index(line)
    return all(
        reading.repeats(str(title.value), side)
        for side in (iter(range(number)), iter(range(number, start)))
    )


def _is_above_agency(reading: Reading, line: str) -> bool:
    """Whether a stamp such as "Updated: 2012-09-26 10:37" stands right above an agency in brackets."""
    below = line_below(reading, reading.lines.index(line)) if _STAMP.fullmatch(line) else None
    credit = reading.lines[below] if below is not None else ""
    is_agency = credit[:1] == "(" and bool(reading.context.agencies.named(credit.strip(" ()")))
    latest = reading.draft.raw.retrieved
    story = (reading.lines[n] for n in reading.open if n > (below or 0))
    return is_agency and not any(m.day for other in story for m in dates_in(other, latest))


def _is_of_the_day_before(reading: Reading, day: date) -> bool:
    """Whether the first paragraph tells of nothing but that day or the one before, as papers do."""
    told = set(weekdays_of_the_day(reading.first_story_line()))
    near = {day.weekday(), (day - timedelta(days=1)).weekday()}
    return bool(told) and told <= near


def _stands_as_day_of_report(reading: Reading, line: str, day: date) -> bool:
    """Whether a line stands where sites that tell no other day have that of the report."""
    if _is_alone_between_titles(reading, line):
        return _is_of_the_day_before(reading, day)
    return _is_above_agency(reading, line)


def _marked(reading: Reading) -> list[str]:
    """Updates that a page shows in elements marked as a day's."""
    return [c.value for c in reading.draft.values("date") if c.role == "updated"]


def marked_update(reading: Reading) -> Finding | None:
    """The one day and hour of an update that a page shows, as an uncertain day: news changes soon or never."""
    said = [line for line in _marked(reading) if UPDATED.match(line) and HOUR.search(line)]
    days = {mention.days for line in said for mention in full_dates(reading, line) if mention.day}
    told = days.pop() if len(days) == 1 else ()
    if len(told) != 1:
        return None
    note = "is the day on which the page was last changed; it may have been there before"
    return Finding(f"{told[0]}?", quoted(said[0]), note=note)


def day_of_update(reading: Reading) -> Finding | None:
    """ "Last Updated: Friday, 12 November, 2004" above a story that tells of what happened on Friday.

    In a page it counts too where its element is marked as the day's, wherever that stands.
    """
    start = reading.story_start()
    above = reading.lines[: start or 0]
    marked = _marked(reading)
    shown = (*above, *marked)
    line = next((line for line in shown if len(line) <= _LONGEST and UPDATED.match(line)), "")
    days = {mention.days for mention in full_dates(reading, line) if mention.day} if line else set()
    day = days.pop()[0] if len(days) == 1 else None
    lead = "\n".join(reading.lines[n] for n in reading.open if start is not None and n >= start)[
        :_LEAD
    ]
    told = weekdays_of_the_day(lead)
    if day is not None and (yesterday := _YESTERDAY.search(lead)) is not None:
        told = {(number + 1) % 7: name for name, number in weekdays_in(yesterday["day"])}
    first = "\n".join(lead.split("\n")[:_FIRST])
    if day is not None and not any(weekdays_in(first)) and _is_of_the_bbc(line, day):
        return Finding(day.isoformat(), quoted(line), note=_ONLY_DAY)
    if day is not None and line in above and _stands_as_day_of_report(reading, line, day):
        return Finding(day.isoformat(), quoted(line), note=_ONLY_DAY)
    if day is None or day.weekday() not in told:
        return None
    evidence = f"{quoted(line)}, and the story tells of that {told[day.weekday()]}"
    return Finding(day.isoformat(), evidence, note=_NOTE)

"""Figures that can be read in either order: what else a report says tells in which they are meant."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from generator.inference.date_lines import UPDATED, day_first
from generator.inference.datelines import dateline_of
from generator.inference.lead import weekdays_of_the_day
from generator.inference.mentions import DateMention, dates_in
from generator.inference.reading import Reading
from generator.orthography import western_digits

_LEAD = 400
_SOON = timedelta(days=14)
_DAY = timedelta(days=1)
_AMERICAN = re.compile(r"\b[ECMP][DS]T\b")
"""Zones of a country that puts the month first."""

_FIGURES = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-]\d{4}")


def in_told_order(reading: Reading, mention: DateMention) -> DateMention:
    """Figures that can be read in either order, in the one that the story's dateline or weekday tells."""
    if len(mention.days) < 2 or mention.is_converted:
        return mention
    lead = reading.first_story_line()[:_LEAD]
    filed = dateline_of(lead)
    told = dates_in(filed.date, reading.draft.raw.retrieved) if filed and filed.date else ()
    named = {(other.month, other.day) for other in told}
    days = [day for day in mention.days if (day.month, day.day) in named]
    if not days:
        weekdays = weekdays_of_the_day(lead)
        days = [
            day
            for day in mention.days
            if day.weekday() in weekdays or (day - _DAY).weekday() in weekdays  # the morning after
        ]
    return replace(mention, days=tuple(days)) if len(days) == 1 else mention


def before_its_update(reading: Reading, mention: DateMention, line: str) -> DateMention:
    """Figures that can be read in either order, in the one in which an update of that line comes soon after."""
    if len(mention.days) < 2:
        return mention
    if UPDATED.search(line) is None:
        return mention
    as_day_first = day_first(mention)
    as_month_first = replace(
        mention, days=tuple(day for day in mention.days if day not in as_day_first.days)
    )
    if _AMERICAN.search(line):
        return as_month_first if as_month_first.days else mention
    latest = reading.draft.raw.retrieved
    others = [m for m in dates_in(line, latest) if m.text != mention.text and m.days]
    for other in others:
        figures = _FIGURES.match(western_digits(other.text)) if len(other.days) == 1 else None
        first, second = map(int, figures.groups()) if figures is not None else (0, 0)
        if first != second and as_month_first.days:
            is_day_first = other.days[0].day == first
            return as_day_first if is_day_first else as_month_first
    updates = [m.days for m in others]
    soon = [
        day
        for place, day in enumerate(mention.days)
        for days in updates
        if timedelta(0) <= days[min(place, len(days) - 1)] - day <= _SOON
    ]
    return replace(mention, days=(soon[0],)) if len({*soon}) == 1 else mention

"""Days that a page tells of itself and not of its report: the reader's own day, one after an update, a blog's.

"Today in Tellin" above "Nov 27, 2017-Monday" is a clock, and so is a day that comes long after the one on
which the page says that it was changed: nothing is published after it was updated.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from generator.inference.date_lines import UPDATED, full_dates, line_above, line_below
from generator.inference.datelines import dateline_of
from generator.inference.mentions import DateMention, dates_in, is_iberian
from generator.inference.reading import Reading, is_story

_TODAY = re.compile(
    r"(?:today|aujourd['’]hui)(?:\s(?:in|at|à)\s[^\d.!?]{2,40})?\s*:?", re.IGNORECASE
)
_SINCE = (
    r"[-•*]?\s*(?:join(?:ed|\s+date)|member\s+since|registered(?:\s+on)?|registration\s+date|start\s+date"
    r"|date\s+d['’]inscription|inscrite?(?:\s+(?:le|depuis))?|membre\s+depuis"
    r"|تاريخ\s+(?:التسجيل|الانضمام)|عضو\s+منذ)"
)
_ACCOUNT = re.compile(rf"{_SINCE}\s*:?\s(?=.*\d)", re.IGNORECASE)
_ACCOUNT_ALONE = re.compile(rf"{_SINCE}\s*:?", re.IGNORECASE)
_SIGN = re.compile(r"updat|modif|à jour|تحديث|تعديل", re.IGNORECASE)
_NAMED_UPDATE = re.compile(
    r"[^\W\d][^:.\d]{1,40}\s(?:[Ll]ast\s)?(?:[Uu]pdated|[Mm]odified)\s(?:[Oo]n\s?)?:\s[^:]{6,30}\d{4}\b[^.]{0,20}$"
)
"""As "QNN QNN Updated on: November 21, 2013 7:48 IST"."""

_OF_ANOTHER_ZONE = timedelta(days=1)


def is_clock(reading: Reading, number: int) -> bool:
    """Whether a line stands right below "Today", or below "Today in Tellin", and tells that day."""
    above = line_above(reading, number)
    return above is not None and _TODAY.fullmatch(reading.lines[above]) is not None


def is_of_an_account(reading: Reading, number: int) -> bool:
    """Whether a forum says when somebody joined, "- Joined" above "- Mar 2, 2009", or a thread began."""
    if _ACCOUNT.match(reading.lines[number]):
        return True
    above = line_above(reading, number)
    return above is not None and _ACCOUNT_ALONE.fullmatch(reading.lines[above]) is not None


def is_after_update(reading: Reading, mention: DateMention) -> bool:
    """Whether all days that a date may mean come later than the head says that the page was changed."""
    updated = reading.once(_day_of_update)
    return updated is not None and bool(mention.days) and min(mention.days) > updated


def is_of_another_post(reading: Reading, mention: DateMention) -> bool:
    """Whether a blog in Spanish or Portuguese took up a report whose dateline tells another day."""
    if not is_iberian(mention):
        return False
    filed = dateline_of(reading.first_story_line())
    told = dates_in(filed.date, reading.draft.raw.retrieved) if filed and filed.date else ()
    near = [mention.days[0] + timedelta(days=n) for n in (-1, 0, 1)]
    return any((other.month, other.day) not in {(d.month, d.day) for d in near} for other in told)


def _day_of_update(reading: Reading) -> date | None:
    """The last day that lines above the story, or between it and its standfirst, call one of an update."""
    start = reading.story_start() or 0
    below = line_below(reading, start)  # below a standfirst, with whoever wrote it
    behind = () if below is None or not _NAMED_UPDATE.match(reading.lines[below]) else (below,)
    places = (*range(start), *reading.below_standfirst, *behind)
    lines = (reading.lines[n] for n in places if _SIGN.search(reading.lines[n]))
    days = [
        day
        for line in lines
        if not is_story(line) and (update := UPDATED.search(line))
        for mention in full_dates(reading, line[update.start() :])
        for day in mention.days
    ]
    return max(days) + _OF_ANOTHER_ZONE if days else None

"""Date by a dateline without its year, in a page or a feed that says when it was last changed.

No report is from after the day on which it was changed, sent or captured. A dateline of the weeks
before that day, whose weekday the lead names, is of that year.
"""

from __future__ import annotations

from datetime import date, timedelta

from generator.inference.anchors import anchor_of
from generator.inference.datelines import dateline_of
from generator.inference.lead import weekdays_of_the_day
from generator.inference.mentions import DateMention, dates_in
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_NEAR = timedelta(days=31)
_LEAD = 400


def dateline_before_anchor(reading: Reading) -> Finding | None:
    """A dateline's day and month, in the last weeks before the anchor; uncertain without weekday."""
    anchor = anchor_of(reading)
    if anchor is None:
        return None
    for number in reading.open[:6]:
        line = dateline_of(reading.lines[number])
        for mention in dates_in(line.date, anchor.day) if line and line.date else ():
            day = _last_before(anchor.day, mention)
            if line is None or day is None:
                continue
            named = weekdays_of_the_day(reading.lines[number][:_LEAD])
            if named and day.weekday() not in named:
                return None
            evidence = f"dateline {quoted(line.text)}, year from {anchor.evidence}"
            return Finding(f"{day}" if named else f"{day}?", evidence)
    return None


def _last_before(anchor: date, mention: DateMention) -> date | None:
    """The day of the last weeks before the anchor that has this day and month, if there is one."""
    if mention.year or not mention.day:
        return None
    recent = (anchor - timedelta(days=n) for n in range(_NEAR.days + 1))
    return next((d for d in recent if (d.month, d.day) == (mention.month, mention.day)), None)

"""What the first paragraphs of a story say of its day, and what stands between them."""

from __future__ import annotations

import re

from generator.inference.calendar_names import ANY_WEEKDAY
from generator.inference.mentions import weekdays_in
from generator.inference.reading import Reading

OTHER_WEEK = re.compile(
    r"\b(?:last|next|previous|following|every|each|this coming|a)\s*$", re.IGNORECASE
)
"""What stands before a weekday of another week."""

_WEEKDAY = re.compile(rf"(?<![^\W\d])(?:{ANY_WEEKDAY})(?![^\W\d])", re.IGNORECASE)


def weekdays_of_the_day(lead: str) -> dict[int, str]:
    """Weekdays that the lead names for what it reports; none of last week, and none to come."""
    found: dict[int, str] = {}
    for match in _WEEKDAY.finditer(lead):
        if not OTHER_WEEK.search(lead[: match.start()].removesuffix("on ")[-30:]):
            found |= {number: name for name, number in weekdays_in(match[0])}
    return found


def below_first_paragraph(reading: Reading) -> tuple[int, ...]:
    """The line right below the first paragraph, where a correspondent may be named."""
    start = reading.story_start()
    following = [n for n in reading.open if start is not None and n > start]
    return tuple(following[:1])

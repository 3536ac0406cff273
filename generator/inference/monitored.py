"""Source, authors and date of what BBC Monitoring passes on, in the form that its reports have.

Above stands "Text of report by Mira Holt headlined "…" published by … on 11 February", below "Source: The
Tellin Post website, Tellin, in Arabic 0930 gmt 11 Feb 14": the medium, where it is, the language, the clock
if it broadcast, and the day, its year in two figures.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.inference.byline import people_in
from generator.inference.credits import is_outlet
from generator.inference.mentions import dates_in, year_in_full
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_LAST_LINES, _TOP = 8, 6
_SOURCE = re.compile(
    r"Source: (?P<name>[^,]{2,60}?)(?:,? (?:website|web ?site|in \w+))*, (?P<city>[^,\d]{2,40}),?"
    r" in (?P<language>[A-Z]\w+)"
    r"(?: (?P<clock>\d{4}) gmt)? (?P<day>\d{1,2} [A-Z][a-z]{2,8}) (?:(?P<year>(?:19|20)\d\d)|(?P<short>\d\d))"
)
_BY = re.compile(
    r"(?:Excerpt from|Text of) (?:\w+ )?(?:report|commentary|article|editorial|analysis|interview) by"
    r" (?P<names>[A-Z].{2,80}?)(?:,? (?:headlined|entitled|titled|published|carried|posted|in \w+)\b| - )"
)


class _Record(NamedTuple):
    """The line that tells where a report was seen or heard."""

    name: str
    day: str
    line: str
    number: int


def medium(reading: Reading) -> Finding | None:
    """The paper, the station or the agency that was monitored."""
    record = reading.of_lines(_record)
    return Finding(record.name, quoted(record.line), frozenset({record.number})) if record else None


def day(reading: Reading) -> Finding | None:
    """The day on which it published or broadcast the report."""
    record = reading.of_lines(_record)
    mentions = dates_in(record.day, reading.draft.raw.retrieved) if record else iter(())
    found = next((mention.days[0] for mention in mentions if len(mention.days) == 1), None)
    return Finding(found.isoformat(), quoted(record.line)) if record and found else None


def writers(reading: Reading) -> Finding | None:
    """Who wrote it there: "Text of report by Mira Holt headlined …"."""
    if reading.of_lines(_record) is None:
        return None
    for number in reading.open[:_TOP]:
        match = _BY.match(reading.lines[number])
        names = people_in(reading, match["names"], strictly=False) if match else []
        if match is not None and names:
            return Finding(names, quoted(match[0]), frozenset({number}))
    return None


def _record(lines: tuple[str, ...]) -> _Record | None:
    first = max(0, len(lines) - _LAST_LINES)
    for number, line in enumerate(lines[first:], first):
        match = _SOURCE.fullmatch(line) if line.startswith("Source: ") else None
        if match is not None and _can_be_medium(match, lines):
            year = match["year"] or year_in_full(match["short"])
            day = f"{match['day']} {year}"
            return _Record(match["name"], day, line, number)
    return None


def _can_be_medium(match: re.Match[str], lines: tuple[str, ...]) -> bool:
    """Whether a source with its city and language is a paper or a station: archives describe theirs so, too."""
    is_told = match["clock"] or "website" in match[0] or "web site" in match[0]
    is_told = is_told or any(line.startswith("BBC Mon") for line in lines)
    return bool(is_told) or is_outlet(match["name"])

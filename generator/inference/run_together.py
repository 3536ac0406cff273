"""Source: the agency in a page's head that was run together with the words around it.

Portals run byline, dateline and story together, "By Mira Holt and Jon Abara TELLIN (Reuters) - Pilots …"; a
page copied whole has its byline twice in one line, "By — Associated Press Associated Press Leave a comment …".
"""

from __future__ import annotations

import re

from generator.inference.datelines import dateline_of
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_TOP = 6
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?:\s[A-ZÀ-Þ][\w'’.-]*){1,3}"
_BYLINE_AHEAD = re.compile(
    rf"By\s{_NAME}?(?:(?:,|\sand|,\sand)\s{_NAME}?){{0,3}}\s(?=[A-Z]{{3,}}[A-Z/, -]{{0,40}}\s\()"
)
_TWICE = re.compile(r"By\s[—–]\s+(?P<name>[A-ZÀ-Þ][\w.’'-]*(?:\s[\w.’'-]+){0,3}?)\s+(?P=name)\b")


def dateline_behind_byline(reading: Reading) -> Finding | None:
    """ "By Mira Holt and Jon Abara TELLIN (Reuters) - Pilots …": a dateline whose city is in capitals."""
    for line in _top(reading):
        ahead = _BYLINE_AHEAD.match(line)
        filed = dateline_of(line[ahead.end() :]) if ahead is not None else None
        if filed is not None and (name := reading.context.agencies.signed(filed.agency)):
            return Finding(name, f"dateline behind a byline {quoted(filed.text)}")
    return None


def named_twice(reading: Reading) -> Finding | None:
    """ "By — Associated Press Associated Press …": the writer, and once more what the page shows of it."""
    for line in _top(reading):
        match = _TWICE.match(line)
        name = reading.context.agencies.named(match["name"]) if match is not None else ""
        if match is not None and name:
            return Finding(name, f"byline that stands twice {quoted(match[0])}")
    return None


def _top(reading: Reading) -> list[str]:
    lines = (reading.lines[number] for number in reading.open[:_TOP])
    return [line for line in lines if line.startswith("By ")]

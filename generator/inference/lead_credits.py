"""Authors and source where the first paragraph says who tells the story, or brackets above it when and where.

"… and others were kept last winter, writes Mira Holt for Harbour Radio.", "[TarnNet, Saturday, 17 March 2001]".
"""

from __future__ import annotations

import re

from generator.inference.credits import PAPER, is_known_outlet, is_outlet
from generator.inference.date_lines import full_dates
from generator.inference.institutions import is_institution
from generator.inference.names import is_person
from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding

_WORD = r"[A-ZÀ-Þ][\w'’-]+"
_WRITES = re.compile(
    rf",\s(?:writes|reports)\s(?P<name>{_WORD}(?:\s{_WORD}){{1,3}})"
    rf"(?:\s(?:for|of)\s(?:the\s)?(?P<outlet>[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*){{0,4}}))?(?:\s(?:in|from)\s{_WORD})?\s?\."
)
_NAME_AND_DAY = re.compile(
    r"(?:[\[(]\s?)?(?P<name>[A-ZÀ-Þ][^\[\]()\d,]{2,40}?)(?:,\s|\s(?=\d))(?P<day>[^\[\]]{6,45}?)(?:\s?[\])])?"
)
_SEVERAL = re.compile(r"\w[\s.-]\w")
_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z]\w+")
_BY_BODY = re.compile(
    r"(?:By|Par|BY|PAR)\s(?:[Tt]he\s|l[ae]s?\s|l['’])(?P<name>[A-ZÀ-Þ][^()\d,]{5,80}?)(?:\s\([\w-]{2,12}\))?(?:,.*)?"
)
_DIGIT = re.compile(r"\d")
_READ, _TOP, _LONGEST = 900, 8, 80


def writes_for(reading: Reading) -> Finding | None:
    """The outlet for which somebody writes the story."""
    match = _written(reading)
    name = match["outlet"] if match is not None else None
    return Finding(name, f"says who writes: {quoted(match[0])}") if match and name else None


def who_writes(reading: Reading) -> Finding | None:
    """Whoever writes the story, as it says at the end of its first paragraph."""
    match = _written(reading)
    return Finding([match["name"]], quoted(match[0])) if match is not None else None


def _written(reading: Reading) -> re.Match[str] | None:
    lead = reading.first_story_line()[:_READ]
    match = _WRITES.search(lead) if "writes " in lead or "reports " in lead else None
    if match is None or not is_person(reading, match["name"], strictly=True):
        return None
    return match


def by_a_body(reading: Reading) -> Finding | None:
    """The organisation behind "By" or "Par" above the story: "Par le Réseau tellinois de défense (RTD)"."""
    for number in reading.head:
        match = _BY_BODY.fullmatch(reading.lines[number])
        if match is not None and is_institution(match["name"]):
            return Finding(match["name"], quoted(match[0]), frozenset({number}))
    return None


def outlet_and_day(reading: Reading) -> Finding | None:
    """The outlet with a day behind it, above the story: in brackets, or known as one."""
    for line in (reading.lines[n] for n in dict.fromkeys((*reading.head, *reading.open[:_TOP]))):
        is_short = len(line) <= _LONGEST and not is_story(line) and _DIGIT.search(line)
        match = _NAME_AND_DAY.fullmatch(line) if is_short else None
        if match is None or not any(m.days for m in full_dates(reading, match["day"])):
            continue
        name = match["name"].strip()
        is_sure = line[:1] in "[(" or _SEVERAL.search(name) is not None  # no "Sun 12 Nov 2017"
        known = reading.context.agencies.named(name) or (name if is_known_outlet(name) else "")
        known = known if is_sure else ""
        if not known and line[:1] in "[(" and not reading.is_publisher(name):
            is_paper = is_outlet(name) or _CAMEL.fullmatch(name) or PAPER.fullmatch(name)
            known = name if is_paper else ""
        if known:
            return Finding(known, quoted(line))
    return None

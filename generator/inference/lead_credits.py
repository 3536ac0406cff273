"""Authors and source where the first paragraph says who tells the story, or brackets above it when and where.

"… and others were kept last winter, writes Mira Holt for Harbour Radio.", "[TarnNet, Saturday, 17 March 2001]".
"""

from __future__ import annotations

import re

from generator.inference.credits import is_known_outlet
from generator.inference.date_lines import full_dates, line_above
from generator.inference.institutions import is_institution, is_known_organisation
from generator.inference.names import is_person
from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding

_WORD = r"[A-ZÀ-Þ][\w'’-]+"
_WRITES = re.compile(
    rf",\s(?:writes|reports)\s(?P<name>{_WORD}(?:\s{_WORD}){{1,3}})"
    rf"\sfor\s(?:the\s)?(?P<outlet>[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*){{0,4}})(?:\s(?:in|from)\s{_WORD})?\s?\."
)
_NAME_AND_DAY = re.compile(
    r"(?:[\[(]\s?)?(?P<name>[A-ZÀ-Þ][^\[\]()\d,]{2,40}?)(?:,\s|\s(?=\d))(?P<day>[^\[\]]{6,45}?)(?:\s?[\])])?"
)
_SEVERAL = re.compile(r"\w[\s.-]\w")
_CAMEL = re.compile(r"[A-Z][a-z]+(?:Net|News|Press|Post|Times|Online|Wire|Info)")
_OF_A_STATE = re.compile(
    r"(?:Council of|Conseil d|Committee on|Comité d)|.*photograph", re.IGNORECASE
)
_PASSIVE = re.compile(
    r"(?:ed|sued|taken|held|given|won|made|shot|é|ée|és|ées|photo|picture|prize|prix|award)\W*$",
    re.IGNORECASE,
)
"""How a headline ends that the next line goes on with: "Pilots questioned", "By the Committee on …"."""

_SITE_AHEAD = re.compile(r"[^()]{0,40}\(\((?P<site>[\w-]+\.[a-z]{2,5})\)\)\s?[-–—]")
_UNITED = re.compile(r"United Nations|Nations [Uu]nies|UN\b|ONU\b")
_QUOTES = ("”", '"', "»", "’")
_BY_BODY = re.compile(
    r"(?:By|Par|BY|PAR)\s(?:[Tt]he\s|l[ae]s?\s|l['’])(?P<name>[A-ZÀ-Þ][^()\d,]{5,80}?)(?:\s\([\w-]{2,12}\))?(?:,.*)?"
)
_DIGIT = re.compile(r"\d")
_READ, _TOP, _LONGEST = 900, 8, 80


def writes_for(reading: Reading) -> Finding | None:
    """The outlet for which somebody writes the story."""
    match = _written(reading)
    return Finding(match["outlet"], f"says who writes: {quoted(match[0])}") if match else None


def site_ahead(reading: Reading) -> Finding | None:
    """The site in double brackets behind the day with which a story begins."""
    match = _SITE_AHEAD.match(reading.first_story_line())
    return Finding(match["site"], f"before the story: {quoted(match[0])}") if match else None


def who_writes(reading: Reading) -> Finding | None:
    """Whoever writes the story, as it says at the end of its first paragraph."""
    match = _written(reading)
    return Finding([match["name"]], quoted(match[0])) if match is not None else None


def _written(reading: Reading) -> re.Match[str] | None:
    lead = reading.first_story_line()[:_READ]
    match = _WRITES.search(lead) if "writes " in lead or "reports " in lead else None
    if match is None or not is_person(reading, match["name"], strictly=True):
        return None
    rest = reading.story().replace(match["name"], "")
    is_told = re.search(rf"\b{re.escape(match['name'].split()[-1])}\b", rest)
    return None if is_told else match  # of whom a review tells


def by_a_body(reading: Reading) -> Finding | None:
    """The organisation behind "By" or "Par" above the story: "Par le Réseau tellinois de défense (RTD)"."""
    for number in reading.head:
        match = _BY_BODY.fullmatch(reading.lines[number])
        if match is None or not is_institution(match["name"]) or _OF_A_STATE.match(match["name"]):
            continue
        above = line_above(reading, number)
        if above is not None and _PASSIVE.search(reading.lines[above]) is None:
            return Finding(match["name"], quoted(match[0]), frozenset({number}))
    return None


def outlet_and_day(reading: Reading) -> Finding | None:
    """The outlet with a day behind it, above the story: in brackets, or known as one; of several none."""
    found = [
        told
        for n in dict.fromkeys((*reading.head, *reading.open[:_TOP]))
        if (told := _dated(reading, n))
    ]
    if len({name for name, _ in found}) != 1:
        return None
    name, line = found[0]
    return Finding(name, quoted(line))


def _dated(reading: Reading, number: int) -> tuple[str, str] | None:
    """The outlet before the day in a line that has nothing else, and the line."""
    line = reading.lines[number]
    is_short = len(line) <= _LONGEST and not is_story(line) and _DIGIT.search(line)
    match = _NAME_AND_DAY.fullmatch(line) if is_short else None
    if match is None or not any(m.days for m in full_dates(reading, match["day"])):
        return None
    name = match["name"].strip()
    above = line_above(reading, number)
    is_motto = above is not None and reading.lines[above].endswith(_QUOTES)
    if is_motto:
        return None
    if line[:1] not in "[(" and _SEVERAL.search(name) is None:
        return None  # "Sun 12 Nov 2017"
    known = reading.context.agencies.named(name) or (name if is_known_outlet(name) else "")
    if not known and line[:1] in "[(" and _CAMEL.fullmatch(name) and not reading.is_publisher(name):
        known = name
    is_body = is_known_organisation(known) or _UNITED.match(name)
    return (known, line) if known and not is_body else None

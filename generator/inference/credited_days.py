"""Days that credits and notices tell: who posted a report when, and where it was published first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from generator.inference.date_lines import date_alone, full_dates, line_above
from generator.inference.mentions import DateMention
from generator.inference.reading import Reading, is_story, quoted

Told = tuple[DateMention, str, str, int | None]
"""A date, the words around it, the evidence, and the line that is nothing else."""

_TOP = 8
_IN_CREDIT = re.compile(
    r"[(\[]?\s*(?:source|المصدر|published in)\s*:?\s*[^\d]{3,60}?[\s,،]+"
    r"(?:(?:du|of|on|le|dated|في|بتاريخ|يوم)\s+)?"
    r"(?P<date>(?:[^\W\d]+\s)?\d{1,2}\S*\s.{3,12}\d{4})\s*[)\]]?\.?",
    re.IGNORECASE,
)
_IN_RIGHTS = re.compile(
    r"\(\s?©\s?(?P<holder>[^\d/]{2,30}?)\s?/\s?(?P<date>\d{1,2}\s[^\W\d]{3,9}\s\d{4})(?:\s\d\d?\s?[h:]\s?\d\d)?\s?\)"
)
"""As agencies' French desks end a report: "(©AFP / 12 mai 2012 15h22)"."""

_DESK = re.compile(r"[a-z]{1,6}(?:/[a-z]{1,6}){0,4}")
_FIRST_PUBLISHED = re.compile(
    r"\b(?:originally|first) (?:published|appeared)\b[^.]{0,60}?(?:\bon |, )(?P<date>[^.]{6,30}\d{4})",
    re.I,
)
_POSTED_IN = re.compile(
    r"(?:posted\s+by|posté\s+par|نشرت?\s+بواسطة)\s*:?\s*\S+(?:\s\S+){0,2}?\s+(?:in|dans|في)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:source|المصدر)\s*:?", re.IGNORECASE)
_OUTLET_AND_DAY = re.compile(r"[^\W\d][^\d.!?؟:]{2,50}?(?:\s+[-–—|]|[,،])\s+(?P<date>\S.{5,30})")


def days_in_credits(reading: Reading) -> Iterator[Told]:
    """All that such lines tell, in this order."""
    return chain(
        _posted_in(reading), _below_source(reading), _first_published(reading), _in_credit(reading)
    )


def _posted_in(reading: Reading) -> Iterator[Told]:
    """ "Posted by: admin in News January 14, 2016 0 216 Views", as a theme of many sites has it."""
    for number in reading.head:
        line = reading.lines[number]
        if _POSTED_IN.match(line) is None or is_story(line):
            continue
        mentions = [mention for mention in full_dates(reading, line) if mention.day]
        if len(mentions) == 1:
            yield mentions[0], line, quoted(line), number


def _below_source(reading: Reading) -> Iterator[Told]:
    """ "Source" above "Tellin Post - February 9, 2011": the day on which the outlet had it."""
    for number, line in enumerate(reading.lines[: reading.story_start() or 0]):
        above = number - 1
        if above < 0 or _SOURCE.fullmatch(reading.lines[above]) is None:
            continue
        match = _OUTLET_AND_DAY.fullmatch(line)
        mention = date_alone(reading, match["date"]) if match else None
        if mention is not None:
            yield mention, line, f"below the label of the source: {quoted(line)}", None


def _first_published(reading: Reading) -> Iterator[Told]:
    """ "This article was first published by The Courier on 6 November 2022." below the story."""
    for line in [line for line in reversed(reading.lines) if line][:_TOP]:
        match = _FIRST_PUBLISHED.search(line) if "ublished" in line or "ppeared" in line else None
        mention = date_alone(reading, match["date"]) if match else None
        if match is not None and mention is not None:
            yield mention, match[0], f"originally published: {quoted(match[0])}", None


def _in_credit(reading: Reading) -> Iterator[Told]:
    """ "(Source : Le Phare du 12 mai 2011)" below the story: the day on which the paper had it."""
    rights = (n for n, line in enumerate(reading.lines) if "©" in line and _ends_report(reading, n))
    credited = ((n, _IN_CREDIT.fullmatch(reading.lines[n])) for n in reversed(reading.open[-_TOP:]))
    stamped = ((n, _IN_RIGHTS.fullmatch(reading.lines[n])) for n in rights)
    for number, match in chain(credited, stamped):
        mention = date_alone(reading, match["date"]) if match else None
        if mention is not None:
            yield mention, reading.lines[number], quoted(reading.lines[number]), None


def _ends_report(reading: Reading, number: int) -> bool:
    """Whether a line is an agency's right below the report's last words, or below the desk's initials."""
    match, above = _IN_RIGHTS.fullmatch(reading.lines[number]), line_above(reading, number)
    if match is None or above is None or not reading.context.agencies.named(match["holder"]):
        return False
    last = reading.lines[above]
    is_below = above >= (reading.story_start() or 0)
    is_end = not any(map(is_story, reading.lines[number:]))
    return is_below and is_end and ends_a_report(last)


def ends_a_report(line: str) -> bool:
    """Whether a line can be a report's last: it ends a sentence, or is the desk's initials."""
    return line.endswith((".", "!", "?", "»", '"')) or _DESK.fullmatch(line) is not None

"""Publisher where a site prints its name: beside its tools, around the headline, in its last line.

"ACCESSIBILITY A A A Tellin News Centre" above a page, a name below the day of the masthead that stands once
more as the byline, "This document has been published on 09Sep13 by Archivo Nuwar" below a text.
"""

from __future__ import annotations

import re

from generator.inference.credits import is_outlet
from generator.inference.date_lines import KIND, date_alone
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, quoted, same
from generator.inference.sections import is_section
from generator.model import Finding

_BESIDE_TOOLS = re.compile(
    r"(?:accessibility\s+)?(?-i:A\s?A\s?A)\s+(?P<name>\S.{3,40})", re.IGNORECASE
)
_PUBLISHED_BY = re.compile(
    r"This (?:document|page|text|article) has been published (?:on \S+(?: \S+){0,3} )?by (?:the )?"
    r"(?P<name>[A-ZÀ-Þ][^.,;]{2,50}?)(?: and [^.]{3,60})?\."
)
_EDITORS = re.compile(
    r"(?:رئيس(?:ة)? (?:التحرير|مجلس الإدارة)|(?:chief )?editor(?:-in-chief)?"
    r"|rédact(?:eur|rice) en chef)(?:\W.*)?",
    re.IGNORECASE,
)
"""What only mastheads have."""

_SMALL = frozenset("of the and for in de la des et du le les y del".split())
_TOP, _HEAD, _LAST, _LONGEST, _MOST_WORDS = 4, 24, 4, 40, 4


def beside_tools(reading: Reading) -> Finding | None:
    """ "ACCESSIBILITY A A A Tellin News Centre", among the first lines."""
    for line in reading.lines[:_TOP]:
        match = _BESIDE_TOOLS.fullmatch(line)
        if match is not None and is_outlet(match["name"]) and not is_section(match["name"]):
            return Finding(match["name"], f"beside the tools of the page: {quoted(line)}")
    return None


def in_last_line(reading: Reading) -> Finding | None:
    """ "This document has been published on 09Sep13 by Archivo Nuwar."."""
    for line in [line for line in reading.lines if line][-_LAST:]:
        match = _PUBLISHED_BY.fullmatch(line)
        words = match["name"].split() if match is not None else ["and"]
        if match is not None and all(word[0].isupper() or word in _SMALL for word in words):
            return Finding(match["name"], quoted(line))
    return None


def in_masthead_and_byline(reading: Reading) -> Finding | None:
    """A name below the day and above the editor, and again below the headline, where papers have a byline."""
    lines = [line for line in reading.lines[:_HEAD] if line]
    title = reading.found.get("title")
    if title is None or len(lines) < _TOP or lines[1] not in lines[3:]:
        return None
    name, headline = lines[1], lines[lines.index(lines[1], 3) - 1]
    if same(headline) != same(str(title.value)) or date_alone(reading, lines[0]) is None:
        return None
    if same(name) == same(headline) or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return None
    if not any(map(_EDITORS.fullmatch, lines[2 : lines.index(name, 3)])):
        return None  # a city, a weekday or a button stands so too
    if is_section(name) or has_given_name(name) or KIND.fullmatch(name):
        return None
    return Finding(name, f"stands below the day and below the headline: {quoted(name)}")

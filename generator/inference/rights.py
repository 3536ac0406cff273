"""Rights: the line as printed, such as "© 2016 dpa GmbH"."""

from __future__ import annotations

import re

from generator.inference.agencies import copyright_holder, has_range_of_years
from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding

_RIGHTS = re.compile(
    r"©|^\W*\(c\)\s|\bcopyright\b|\ball rights reserved\b|جميع الحقوق محفوظة|حقوق النشر|كل الحقوق محفوظة"
    r"|\btous droits(?: de reproduction)?(?: et de représentation)? réservés\b"
    r"|\balle rechte vorbehalten\b|\b(?:CC[ -]BY|Creative Commons)\b",
    re.IGNORECASE,
)
_OF_A_PHOTO = re.compile(
    r"\W*(?:photos?|images?|pictures?|cover|map|video|graphic|crédit|credit|صورة|الصورة|تصوير|فيديو)\b",
    re.IGNORECASE,
)
_LONGEST = 240
_EDGE_LINES = 12


def rights_line(reading: Reading) -> Finding | None:
    """A short line at the end, or else at the head, that says who holds the rights."""
    if reading.draft.is_markdown:
        return None
    lines = [number for number in reading.open if not _is_prose(reading.lines[number])]
    near_end = [n for n in reversed(reading.open[-_EDGE_LINES:]) if n in lines]
    near_head = [n for n in reading.open[:_EDGE_LINES] if n in lines]
    found = [n for n in (*near_end, *near_head) if _RIGHTS.search(reading.lines[n])]
    if not found:
        return None
    # An agency's line is the report's; the site's own stands on each of its pages.
    number = next((n for n in found if _is_of_an_agency(reading, reading.lines[n])), found[0])
    line = reading.lines[number]
    footers = frozenset(n for n in near_end if n in found and copyright_holder(reading.lines[n]))
    return Finding(line, quoted(line), footers | {number})


def _is_of_an_agency(reading: Reading, line: str) -> bool:
    agencies, holder = reading.context.agencies, copyright_holder(line)
    return not has_range_of_years(line) and bool(
        agencies.named(holder) or agencies.any_part(holder)
    )


def _is_prose(line: str) -> bool:
    """Whether a line with © or "copyright" in it is a sentence of the story, or of a photo alone."""
    if len(line) > _LONGEST or _OF_A_PHOTO.match(line):
        return True
    return is_story(line) and not re.match(r"\W*(?:©|\(c\)|copyright|all rights)", line, re.I)

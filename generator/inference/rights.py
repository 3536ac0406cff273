"""Rights: the line as printed, such as "© 2016 dpa GmbH"."""

from __future__ import annotations

import re

from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding

_RIGHTS = re.compile(
    r"©|^\W*\(c\)\s|\bcopyright\b|\ball rights reserved\b|جميع الحقوق محفوظة|حقوق النشر|كل الحقوق محفوظة"
    r"|\btous droits réservés\b|\balle rechte vorbehalten\b|\b(?:CC[ -]BY|Creative Commons)\b",
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
    for number in (*near_end, *near_head):
        line = reading.lines[number]
        if _RIGHTS.search(line):
            return Finding(line, quoted(line), frozenset({number}))
    return None


def _is_prose(line: str) -> bool:
    """Whether a line with © or "copyright" in it is a sentence of the story."""
    if len(line) > _LONGEST:
        return True
    return is_story(line) and not re.match(r"\W*(?:©|\(c\)|copyright|all rights)", line, re.I)

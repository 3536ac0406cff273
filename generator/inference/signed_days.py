"""Days that sign a statement: alone below the story, or below who makes it."""

from __future__ import annotations

import re

from generator.inference.date_lines import date_alone, line_above
from generator.inference.reading import Reading, same

_MOST_SIGNATURE_WORDS = 8
_END_MARK = re.compile(r"-0-|#{2,}|\*{3}|NNNN|ends?\b|انتهى", re.IGNORECASE)
_LIST_ITEMS = ("- ", "• ", "* ", "– ")


_TOP = 4
_STATEMENT = re.compile(r"(?:بيان|بلاغ|تصريح|نداء)(?!\w)")


def signs(reading: Reading, number: int) -> bool:
    """Whether a date at the end stands right below the story and signs it: no comment's, no link's."""
    above = line_above(reading, number)
    following = [reading.lines[n] for n in reading.open if n > number]
    is_filed = re.search(r"[,،]|\sفي\s", reading.lines[number]) is not None
    if above is None or (following and not (is_filed and all(map(_is_signature, following)))):
        return False
    is_alone = date_alone(reading, reading.lines[number]) is not None
    if (is_filed or is_alone) and not following and _is_signature(reading.lines[above]):
        is_whose = reading.is_publisher(reading.lines[above]) or _stands_on_top(reading, above)
        others = [line for line in reading.lines[:_TOP] if same(line) != same(reading.lines[above])]
        if is_whose and any(map(_STATEMENT.match, others)):
            return True
        above = line_above(reading, above) or above  # who signs stands above the place and the day
    ends = re.search(r"[.!?؟”»\")]$", reading.lines[above]) is not None
    if _END_MARK.match(reading.lines[above]):
        return True
    signed = is_filed and bool(following)
    return signed or ends or above in reading.consumed or reading.lines[above][:2] in _LIST_ITEMS


def _stands_on_top(reading: Reading, number: int) -> bool:
    """Whether a line is the first of all as well: a statement begins and ends with who makes it."""
    first = next(filter(None, reading.lines), "")
    return number > 0 and same(first) == same(reading.lines[number])


def _is_signature(line: str) -> bool:
    """Whether a line below the place and day of a statement is short, as those of who signs it are."""
    return len(line.split()) <= _MOST_SIGNATURE_WORDS and not re.search(r"\d", line)

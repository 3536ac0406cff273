"""The head of a letter from a state: its name, and the office below it."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.inference.reading import Reading

_TOP, _LETTERHEAD = 12, 4
_STATE = re.compile(
    r"(?:ال)?(?:جمهورية|مملكة|سلطنة|دولة|إمارة)\s[^\d.:،]{2,40}"
    r"|(?:république|royaume|(?:federal |islamic |arab )?republic|kingdom)\s"
    r"[^\d.:,]{2,40}",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:وزارة|رئاسة|الأمانة العامة|النيابة العامة|مجلس)\s[^\d.:،]{3,60}"
    r"|(?:minist(?:ère|ry)|présidence|presidency|primature|office|cabinet)\s(?:de|du|des|of|for)\s[^\d.:]{3,70}",
    re.IGNORECASE,
)


def letterhead(reading: Reading) -> frozenset[int]:
    """The lines of a state and of its office below it, above all else: "République de …", "Ministère de …"."""
    top = [number for number, line in enumerate(reading.lines[:_TOP]) if line][:_LETTERHEAD]
    for above, number in pairwise(top):
        if _STATE.fullmatch(reading.lines[above]) and _OFFICE.fullmatch(reading.lines[number]):
            return frozenset((above, number))
    return frozenset()

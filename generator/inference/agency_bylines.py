"""Authors and source: the agency right behind the name with nothing between them, as American papers have it.

"MIRA HOLT AP Sports Writer", "By Mira Holt The Associated Press", "Article by: MIRA HOLT ASSOCIATED PRESS".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.names import is_person
from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding

_LINE = re.compile(
    r"(?P<by>(?:(?:[Aa]rticle|[Ss]tory)\s)?(?:[Bb]y|BY):?\s)?"
    r"(?P<words>[A-ZÀ-Þ][\w.'’-]*(?:\s[A-ZÀ-Þ][\w.'’-]*){2,7}?)"
    r"(?P<role>(?:\s[A-Z][a-z]+){0,2}\s(?:Writer|WRITER|Reporter|Correspondent|Editor|Columnist)s?)?"
    r"(?:\s(?:Published|Posted|Updated)\b.*)?"
)
_LONGEST, _FEWEST, _MOST = 110, 2, 4


def writer(reading: Reading) -> Finding | None:
    """Who stands before the agency."""
    number, name, _ = next(_signed(reading), (0, "", ""))
    return Finding([name], quoted(reading.lines[number]), frozenset((number,))) if name else None


def agency(reading: Reading) -> Finding | None:
    """The agency behind the one who wrote."""
    number, _, credit = next(_signed(reading), (0, "", ""))
    return Finding(credit, quoted(reading.lines[number])) if credit else None


def _signed(reading: Reading) -> Iterator[tuple[int, str, str]]:
    """Lines above the story that are such a byline: place, name, agency.

    A name and an agency alone are as often a photographer's: "By" stands before them, or a role behind.
    """
    authors = reading.found.get("authors")
    taken = sorted(authors.consumed) if authors else ()
    for number in (*taken, *reading.head, *reading.right_above):
        line = reading.lines[number]
        match = _LINE.fullmatch(line) if len(line) <= _LONGEST and not is_story(line) else None
        if match is None or not (match["by"] or match["role"]):
            continue
        words = match["words"].split()
        for end in range(_FEWEST, min(_MOST, len(words) - 1) + 1):
            name, credit = " ".join(words[:end]), " ".join(words[end:])
            known = reading.context.agencies.named(credit)
            if known and is_person(reading, name, strictly=True):
                yield number, name, known
                break

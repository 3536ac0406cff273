"""Source: the paper whose front page a text is, where its own people wrote the story.

A front page copied whole begins with its day, its number, how many pages it has, and with "THE TELLIN LAMP"
above "www.tellinlamp.example". Its reporters stand above the story; an agency's letters would.
"""

from __future__ import annotations

import re
from itertools import pairwise

from generator.inference.reading import Reading, quoted, same
from generator.model import Finding

_TOP, _LONGEST = 30, 40
_ADDRESS = re.compile(r"(?:https?://)?www\.(?P<site>[\w-]{4,30})\.[a-z]{2,7}(?:\.[a-z]{2})?/?")
_OF_AN_ISSUE = re.compile(
    r"(?:page \d+|\d+ pages|(?:issue )?no\.?\s?:?\s?\d+|vol\.?\s?:?\s?\w+)\b.*", re.IGNORECASE
)


def paper_of_front_page(reading: Reading) -> Finding | None:
    """The paper whose name in capitals stands above its address, on the front page of an issue."""
    authors = reading.found.get("authors")
    if authors is None or not authors.value:
        return None
    lines = [line for line in reading.lines[:_TOP] if line and len(line) <= _LONGEST]
    for name, address in pairwise(lines):
        match = _ADDRESS.fullmatch(address) if name.isupper() else None
        if match is None or match["site"] not in _squeezed(name):
            continue
        if any(map(_OF_AN_ISSUE.fullmatch, lines)):
            publisher = reading.found.get("publisher")
            printed = (
                str(publisher.value)
                if publisher and same(str(publisher.value)) == same(name)
                else name
            )
            return Finding(printed, f"front page of {quoted(name)}")
    return None


def _squeezed(name: str) -> tuple[str, str]:
    """A name as addresses have it, with its article and without."""
    whole = "".join(same(name).split())
    return whole, whole.removeprefix("the")

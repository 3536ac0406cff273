"""What a database of newspapers, or the form of a newsroom, calls by name: "HEADLINE: …", "BYLINE: …".

LexisNexis and its like print each part of an article behind its label. The paper stands in the
copyright line there, above all else.
"""

from __future__ import annotations

import re

from generator.inference.agencies import copyright_holder
from generator.inference.byline import people_in
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_TOP = 30
_HEADLINE = re.compile(
    r"(?:HEADLINE|Headline|TITLE|Title|TITRE|Titre|عنوان الخبر|العنوان)\s?:\s+(?P<title>\S.*)"
)
_BYLINE = re.compile(
    r"(?:byline|authors?|auteurs?|الكاتب)\s?:\s+(?:(?:by|par)\s+)?(?P<names>\S.*)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:Copyright|©)\s")
_LEGAL_FORM = re.compile(r"\s(?:S\.?A\.?(?:RL|S|L)?|Ltd|Inc|LLC|plc|GmbH|AG)\.?$")
_LENGTH = re.compile(r"(?:LENGTH|LONGUEUR|LÄNGE):\s*\d+ (?:words|mots|Wörter)|\d+ (?:mots|words)")


def headline(reading: Reading) -> Finding | None:
    """The headline behind its label."""
    for number in _head(reading):
        match = _HEADLINE.fullmatch(reading.lines[number])
        if match is not None:
            return Finding(match["title"], quoted(match[0]), frozenset({number}))
    return None


def byline(reading: Reading) -> Finding | None:
    """The authors behind their label."""
    for number in _head(reading):
        match = _BYLINE.fullmatch(reading.lines[number])
        names = people_in(reading, match["names"], strictly=False) if match else []
        if match is not None and names:
            return Finding(names, quoted(match[0]), frozenset({number}))
    return None


def _head(reading: Reading) -> tuple[int, ...]:
    """The lines above the story: below it "العنوان" is where an organisation has its office."""
    start = reading.story_start()
    above = (n for n in reading.open[:_TOP] if start is None or n < start)
    return tuple(n for n in above if ":" in reading.lines[n])


def paper(reading: Reading) -> Finding | None:
    """The holder of the rights in the head of a database's document: that is how it names the paper."""
    top = reading.lines[:_TOP]
    rights = next(filter(_RIGHTS.match, top), "") if any(map(_LENGTH.fullmatch, top)) else ""
    name = _LEGAL_FORM.sub("", copyright_holder(rights))
    return Finding(name, f"rights line of a database {quoted(rights)}") if name else None

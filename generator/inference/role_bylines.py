"""Authors with what they do in a line of its own below their names, and whom they do it for below that.

As organisations print above what their researchers write:

    Mira Holt

    Coast and Human Rights Researcher

    Harbour Watch Tellin
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.date_lines import line_above, line_below
from generator.inference.names import is_person
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.sections import is_section
from generator.model import Finding

_ROLE = re.compile(
    r"(?:[A-Z][\w&,'’-]*\s(?:(?:and|for|of|at|the|in)\s)*){0,6}"
    r"(?:[Rr]esearcher|[Aa]nalyst|[Ff]ellow|[Cc]orrespondent|[Rr]eporter|[Cc]ontributor|[Cc]olumnist|[Ii]ntern|[Ww]riter)"
    r"(?:\s(?:for|on|at)\s[A-Z][\w'’ -]{2,40})?"
)
_BODY = re.compile(r"[A-ZÀ-Þ][\w'’&-]*(?:\s(?:(?:for|of|and|the|in)\s)*[A-ZÀ-Þ][\w'’&-]*){1,7}")
_CONTACT = re.compile(
    r"contact|inquir|enquir|speaker|panel|moderator|edited|photo|translat", re.IGNORECASE
)
_LONGEST = 70


def with_role(reading: Reading) -> Finding | None:
    """The name above the line that tells what its bearer does."""
    for name, role in _named_with_role(reading):
        line = reading.lines[name]
        return Finding(
            [line], f"{quoted(line)} above {quoted(reading.lines[role])}", frozenset({name})
        )
    return None


def body_below_role(reading: Reading) -> Finding | None:
    """The body between such a line and the story: whom the author writes for."""
    for _, role in _named_with_role(reading):
        below = line_below(reading, role)
        story = line_below(reading, below) if below is not None else None
        if below is None or story is None or not is_story(reading.lines[story]):
            continue
        name = reading.lines[below]
        if len(name) <= _LONGEST and _BODY.fullmatch(name) and not is_section(name):
            return Finding(name, f"below {quoted(reading.lines[role])}: {quoted(name)}")
    return None


def _named_with_role(reading: Reading) -> Iterator[tuple[int, int]]:
    """The lines above the story of one person's name and of the role below it; of several nobody is told."""
    start = reading.story_start()
    top = [n for n in range(start or 0) if reading.lines[n]]
    roles = [
        n for n in top if len(reading.lines[n]) <= _LONGEST and _ROLE.fullmatch(reading.lines[n])
    ]
    if len(roles) != 1:
        return
    name = line_above(reading, roles[0])
    above = line_above(reading, name) if name is not None else None
    if name is None or above is None or _CONTACT.search(reading.lines[above]):
        return
    line = reading.lines[name]
    is_told_of = re.search(rf"\b{re.escape(line.split()[-1])}\b", reading.story().replace(line, ""))
    if is_told_of is None and is_person(reading, line, strictly=True):
        yield name, roles[0]

"""Source: the body below an author's name and what the author does, each in a line of its own.

As organisations print above what their researchers write:

    Mira Holt

    Coast and Human Rights Researcher

    Harbour Watch Tellin
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.date_lines import line_above, line_below
from generator.inference.institutions import is_known_organisation
from generator.inference.names import has_given_name, is_person
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.sections import is_section
from generator.model import Finding

_ROLE = re.compile(
    r"(?:[A-Z][\w&,'’-]*\s(?:(?:and|for|of|at|the|in)\s)*){0,6}"
    r"(?:[Rr]esearcher|[Aa]nalyst|[Ff]ellow|[Cc]orrespondent|[Rr]eporter|[Cc]ontributor|[Cc]olumnist|[Ii]ntern|[Ww]riter)"
    r"(?:\s(?:for|on|at)\s[A-Z][\w'’ -]{2,40})?"
)
_BODY = re.compile(r"[A-ZÀ-Þ][\w'’&-]*(?:\s(?:(?:for|of|and|the|in)\s)*[A-ZÀ-Þ][\w'’&-]*){1,7}")
_OF_A_BODY = re.compile(
    r"\b(?:Rights|Watch|Defen[cs]e|Defenders|International|Initiative|Institute|University|Cent(?:er|re)|Association|Network"
    r"|Observatory|League|Foundation|Organi[sz]ation|Press|News|Times|Radio|Forum|Union|Alliance|Coalition|Group)\b"
)
_CONTACT = re.compile(
    r"contact|inquir|enquir|speaker|panel|moderator|edited|photo|translat|interview|award|prize|imprison|detain|reaction"
    r"|questions|attention|accused|obituar|\bcall|dear\b|profile|meet\b",
    re.IGNORECASE,
)
_TELLS_OF = re.compile(r"(?:He|She|His|Her|Il|Elle|Dear|Q:|Question)\b")
_LONGEST = 70


def body_below_role(reading: Reading) -> Finding | None:
    """The body between such a line and the story: whom the author writes for."""
    for _, role in _named_with_role(reading):
        below = line_below(reading, role)
        story = line_below(reading, below) if below is not None else None
        if below is None or story is None or not is_story(reading.lines[story]):
            continue
        name = reading.lines[below]
        is_body = _BODY.fullmatch(name) and (_OF_A_BODY.search(name) or is_known_organisation(name))
        if len(name) <= _LONGEST and is_body and not is_section(name):
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
    is_told_of = is_told_of or _TELLS_OF.match(reading.first_story_line())
    if is_told_of is None and has_given_name(line) and is_person(reading, line, strictly=True):
        yield name, roles[0]

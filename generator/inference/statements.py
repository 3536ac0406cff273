"""Source: the organisation whose own statement a text is.

Who condemns, demands or is alarmed in the present tense, where the text begins, says so itself: reporters
write that somebody condemned. In Arabic and French such a name has to stand in a line of its own as well,
above the statement or below it, since nothing shows where a name ends there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.datelines import dateline_of
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, is_story, quoted, same
from generator.model import Finding
from generator.orthography import fold, is_arabic

_CAPITALISED = r"[A-ZÀ-Þ][\w'’&-]*"
_IN_ENGLISH = re.compile(
    rf"(?:[Tt]he\s)?(?P<name>{_CAPITALISED}(?:\s(?:(?:of|for|and|the|in|on|to|against)\s)*{_CAPITALISED}){{1,8}})"
    r"(?:\s\((?:the\s)?[“\"]?[\w ]{2,20}[”\"]?\))?,?\s(?:(?:strongly|firmly|today|also|unreservedly)\s)*"
    r"(?:condemns|calls (?:on|for|upon)|urges|demands|deplores|denounces|welcomes|expresses|appeals|protests"
    r"|asks"
    r"|is (?:\w+ly )?(?:concerned|alarmed|appalled|saddened|outraged|shocked|dismayed))\b"
)
_IN_FRENCH = re.compile(
    r"(?:exprime|condamne|dénonce|demande|exige|appelle|salue|déplore|rappelle|réclame|s['’](?:inquiète|élève|indigne|alarme))\b"
)
_IN_ARABIC = re.compile(
    r"و?[يت](?:دين|ستنكر|طالب|دعو|عرب|عبر|تابع|ناشد|حمل|ندد|رحب|ستهجن|ؤكد|عبّر|حمّل|ندّد|رحّب|شجب)\s"
)
_LEAD = 500
_LINES = 12
_LONGEST_NAME = 90
_SHORTEST_NAME = 8
_GOVERNMENT = re.compile(
    r"\b(?:President|Minister|Secretary|Council of Ministers|Parliament|Pope)\b"
)


def own_statement(reading: Reading) -> Finding | None:
    """ "The Tellin Centre for Justice condemns …", where that is how the text begins."""
    lead = _lead_of(reading)
    if (own := _of_publisher(reading)) is not None:
        return own
    match = None if is_arabic(lead) else _IN_ENGLISH.match(lead)
    if match is not None:
        name = match["name"]
        is_body = _GOVERNMENT.search(name) is None and not has_given_name(name)
        return Finding(name, f"speaks for itself: {quoted(match[0])}") if is_body else None
    told = fold(lead) if is_arabic(lead) else lead
    for name in _names_alone(reading):
        if _speaks(name, told):
            return Finding(name, f"speaks for itself: {quoted(lead[:80])}")
    return None


def _of_publisher(reading: Reading) -> Finding | None:
    """What the site itself demands in one of its paragraphs: "Tellin Village Watch asks the ministry"."""
    publisher = reading.found.get("publisher")
    name = str(publisher.value) if publisher is not None else ""
    for number in reading.open if name else ():
        line = reading.lines[number][: len(name) + _LEAD]
        match = _IN_ENGLISH.match(line) if name in line[: len(name) + 4] else None
        if match is not None and same(match["name"]) == same(name):
            return Finding(name, f"speaks for itself: {quoted(match[0])}")
        if is_arabic(name):
            says_so = _IN_ARABIC.match(line) is not None and _speaks(name, fold(line))
        else:
            says_so = _speaks(name.lower(), line.lower())
        if says_so:
            return Finding(name, f"speaks for itself: {quoted(line[:80])}")
    return None


def _lead_of(reading: Reading) -> str:
    """How the story begins, without its dateline."""
    story = reading.first_story_line()
    filed = dateline_of(story)
    return story[filed.end if filed else 0 :][:_LEAD]


def _names_alone(reading: Reading) -> Iterator[str]:
    """The publisher, and what lines of their own around the story may call who speaks."""
    publisher, title = reading.found.get("publisher"), reading.found.get("title")
    if publisher is not None:
        yield str(publisher.value)
    near = (
        *reading.head,
        *(sorted(title.consumed) if title else ()),
        *reversed(reading.open[-_LINES:]),
    )
    for number in dict.fromkeys(near):
        line = re.sub(r"\s*\([A-Z]{2,8}\)$", "", reading.lines[number])
        if _SHORTEST_NAME <= len(line) <= _LONGEST_NAME and not is_story(line) and " " in line:
            yield line.strip(" .:")


def _speaks(name: str, lead: str) -> bool:
    """Whether a lead says, where it begins, that this name demands, condemns or is alarmed."""
    if is_arabic(name):
        match = _IN_ARABIC.match(lead)
        return match is not None and lead.startswith(fold(name), match.end())
    place = lead.find(name, 0, len(name) + 6)  # behind an article
    return place >= 0 and _IN_FRENCH.match(_behind(lead, place + len(name))) is not None


def _behind(lead: str, end: int) -> str:
    """What follows a name, without letters in brackets."""
    return re.sub(r"^\s*(?:\([^()]{2,12}\))?,?\s*", "", lead[end:])

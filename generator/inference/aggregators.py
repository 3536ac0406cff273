"""Source: whose report an aggregator passes on, as allAfrica prints it above the headline."""

from __future__ import annotations

import re

from generator.inference.credits import is_outlet
from generator.inference.institutions import SMALL_WORDS, is_institution
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_AGGREGATORS = frozenset({"allafrica.com", "allafrica", "africatime", "africa.com"})
_WHOSE = re.compile(r"(?P<name>[A-ZÀ-Þ][^()|:]{2,60}?) \((?P<city>[A-ZÀ-Þ][^\W\d].{1,30})\)")
"""An outlet or an organisation, and where it is: "Daily Trust (Abuja)"."""


_OF_A_HEADLINE = re.compile(
    r"(?:updated?|left|right|interview|courtesy .*|présidente? .*"
    r"|videos?|photos?|pictures?|audio|live|analysis|opinion|full text|poem|part .*|.* review"
    r"|récit|suite|vidéo|analyse|tribune)",
    re.IGNORECASE,
)
"""What stands in brackets behind a headline, and is no city."""


def names_body_and_city(line: str) -> bool:
    """Whether a line is an outlet or an organisation that is known, or called as they are, and its city."""
    match = _WHOSE.fullmatch(line) if line.endswith(")") else None
    name = match["name"] if match and not _OF_A_HEADLINE.fullmatch(match["city"]) else ""
    return bool(name) and (is_outlet(name) or is_institution(name))


def passed_on(reading: Reading) -> Finding | None:
    """The name before a city in brackets above the story, where the publisher is known to pass on reports."""
    publisher = reading.found.get("publisher")
    if publisher is None or str(publisher.value).lower() not in _AGGREGATORS:
        return None
    for number in range(reading.story_start() or 0):
        match = _WHOSE.fullmatch(reading.lines[number])
        if match is not None and _can_be_passed_on(match["name"], match["city"]):
            return Finding(match["name"], quoted(match[0]))
    return None


def _can_be_passed_on(name: str, city: str) -> bool:
    """Whether neither a person stands there nor the words of a headline or below a picture."""
    small = {word for word in name.split() if word.islower()}
    return not _OF_A_HEADLINE.fullmatch(city) and small <= SMALL_WORDS and not has_given_name(name)

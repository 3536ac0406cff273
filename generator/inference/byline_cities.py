"""A city that stands behind the names of a byline without a sign that parts them: "By Mira Holt TELLIN"."""

from __future__ import annotations

import re

from generator.inference.datelines import dateline_of
from generator.inference.reading import Reading, is_story
from generator.inference.told_cities import is_placed
from generator.orthography import is_arabic

_FEWEST_OF_A_NAME, _SHORTEST_CITY = 2, 4
_NO_END = re.compile(
    r"\w\.|de|del|al|el|abu|ben|bin|ibn|van|von|la|le|du|dos|da|di|st\.?", re.IGNORECASE
)
"""What no name ends in: an initial, a particle."""

_CITY_GLUED = re.compile(
    r"(?P<name>[^\W\d_]+(?:[\s'’-][^\W\d_]+)*?)\s?(?P<sign>[/-])\s?(?P<city>[^\W\d_]{3,}(?:\s[^\W\d_]+)?)"
)


def without_city(reading: Reading, name: str) -> str:
    """A name without the city behind it: in capitals where the name is not, or that of the dateline.

    What stands in capitals is a city only where the story tells of it as of a place; surnames are printed so
    as well.
    """
    before, _, city = name.rpartition(" ")
    if len(before.split()) < _FEWEST_OF_A_NAME or is_arabic(name) or len(city) < _SHORTEST_CITY:
        return name
    if _NO_END.fullmatch(before.rsplit(maxsplit=1)[-1]):
        return name
    filed = dateline_of(reading.first_story_line())
    if filed is not None and filed.city.partition(",")[0].lower() == city.lower():
        return before
    is_apart = city.isupper() and not before.isupper()
    return before if is_apart and _is_told(reading, city.title()) else name


def _is_told(reading: Reading, city: str) -> bool:
    place = re.compile(
        rf"\b(?:in|near|outside|around|(?:city|town|village) of|à)\s{re.escape(city)}\b"
    )
    return any(place.search(reading.lines[n]) for n in reading.open if is_story(reading.lines[n]))


def without_glued_city(reading: Reading, text: str, number: int) -> str:
    """Names without the city glued to them, "Mira Holt/Tellin", "ميرا هولت-تلين", if the story has that city.

    Behind a slash may also stand a second author, or for whom somebody took a picture.
    """
    match = _CITY_GLUED.fullmatch(text)
    if match is None:
        return text
    if is_arabic(text):
        return match["name"] if is_placed(reading, match["city"], number) else text
    is_city = match["sign"] == "/" and " " not in match["city"]
    return match["name"] if is_city and _is_told(reading, match["city"]) else text

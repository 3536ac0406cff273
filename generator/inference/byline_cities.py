"""A city that stands behind the names of a byline without a sign that parts them: "By Mira Holt TELLIN"."""

from __future__ import annotations

import re

from generator.inference.reading import Reading, is_story
from generator.inference.told_cities import is_placed
from generator.orthography import is_arabic

_FEWEST_OF_A_NAME, _SHORTEST_CITY = 2, 4
_CITY_GLUED = re.compile(
    r"(?P<name>[^\W\d_]+(?:[\s'’-][^\W\d_]+)*?)\s?(?P<sign>[/-])\s?(?P<city>[^\W\d_]{3,}(?:\s[^\W\d_]+)?)"
)


def without_city(reading: Reading, name: str, byline: str) -> str:
    """A name without the city behind it, where the story tells of that as of a place: "Mira Holt TELLIN".

    Args:
        reading: where it stands.
        name: as it was parted from other names.
        byline: the whole of it. Only the last name has a city behind it, or one whose case tells it apart.
    """
    before, _, city = name.rpartition(" ")
    if len(before.split()) < _FEWEST_OF_A_NAME or is_arabic(name) or len(city) < _SHORTEST_CITY:
        return name
    if city.isupper() == before.isupper() and not byline.endswith(name):
        return name
    place = re.compile(
        rf"\b(?:in|near|outside|around|(?:city|town|village) of|à)\s{re.escape(city)}\b"
        rf"|^{re.escape(city)}[,:]?\s(?:\(|[-–—])",
        re.IGNORECASE,
    )
    is_told = any(
        place.search(reading.lines[n]) for n in reading.open if is_story(reading.lines[n])
    )
    return before if is_told else name


def without_glued_city(reading: Reading, text: str, number: int) -> str:
    """Names without the city glued to them, "Mira Holt/Tellin", "ميرا هولت-تلين", if the story has that city.

    Behind a slash may also stand who took a picture, so that an agency stays.
    """
    match = _CITY_GLUED.fullmatch(text)
    if match is None or reading.context.agencies.named(match["city"]):
        return text
    city = match["city"]
    if is_arabic(text):
        return match["name"] if is_placed(reading, city, number) else text
    is_told = re.search(rf"(?<!\w){re.escape(city)}(?!\w)", reading.story().replace(text, "", 1))
    return match["name"] if match["sign"] == "/" and is_told else text

"""What a line of its own in Arabic credits: "تلين ( أفق برس ) خاص", "طلين رويترز :"."""

from __future__ import annotations

import re

from generator.inference.calendar_names import ANY_WEEKDAY
from generator.inference.credits import is_known_outlet, is_outlet
from generator.inference.names import has_given_name
from generator.inference.reading import Reading
from generator.inference.signatures import is_signature
from generator.inference.sites import is_addressed
from generator.orthography import is_arabic

_OUTLET_BEHIND_CITY = re.compile(
    r"(?P<city>[^()\d]{2,30}?)\s?\(\s?(?P<name>[^()]{3,30}?)\s?\)\s*(?:[-–:]\s*)?(?:خاص|متابعات)?\s*:?"
)
_CITY_AGENCY = re.compile(r"[*•\s]*(?:[^\W\d]+\s){1,3}(?P<name>[^\W\d]+)\s*:")
_AHEAD = re.compile(r"\s*[:/]\s*")
_CITY_OUTLET = re.compile(
    r"[^\d–—«»-]{2,30}\s[–—-]\s«(?P<name>[^«»]{3,30})»\s?[–—:-]|[^\d:«»]{2,30}:\s?«(?P<alone>[^«»]{3,30})»$"
)
_OF_PAPER = re.compile(  # "تلين - «المشرق»", "«المشرق» - وكالات", "خاص للمشرق"
    r"(?:[^\d–—«»-]{2,30}\s?[–—ـ-]\s?)?«(?P<quoted>[^«»]{3,30})»(?:\s?[–—،,-]\s?(?:ال)?وكالات)?"
    r"|خاص\s(?:ل|ب)?(?P<special>[^\W\d_][^\d:–—-]{2,30})"
)
_QUOTES = re.compile(r"[«»“”\"]")
_DASHED = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+")
_DAY_BEHIND = re.compile(rf"\s+(?:{ANY_WEEKDAY})[\s,،]+\d.*$")
_SPECIAL = re.compile(r"\s*[-–]?\s*\(?(?:خاص|متابعات)\)?\s*$")
_WRITTEN_IN = re.compile(r"كتبت?\s[^“\"«]{4,50}\sفي\s+[“\"«](?P<name>[^“”\"«»]{2,30})[”\"»]\s*:?")
_AROUND = " ()[]-–—.:"
_TWO, _MOST_WORDS = 2, 7


def outlet_behind_city(_: Reading, line: str) -> str:
    """ "تلين ( أفق برس ) خاص"."""
    match = _OUTLET_BEHIND_CITY.fullmatch(line) if is_arabic(line) else None
    is_city = match is not None and not has_given_name(match["city"])
    return match["name"].strip() if match and is_city and is_outlet(match["name"]) else ""


def outlet_or_agency(reading: Reading, line: str) -> str:
    """ "طلين رويترز :", and an outlet before a city or a name: "طلين نيوز/ قارة"."""
    if not is_arabic(line):
        return ""
    line = _SPECIAL.sub("", _DAY_BEHIND.sub("", line))
    if (written := _WRITTEN_IN.fullmatch(line)) is not None:
        return written["name"]
    if (city := _CITY_AGENCY.fullmatch(line)) is not None:
        return reading.context.agencies.named(city["name"])
    bare = line.strip(_AROUND)
    known = _OF_PAPER.fullmatch(bare)
    if known is not None and is_known_outlet(name := known["quoted"] or known["special"]):
        return name
    if (filed := _CITY_OUTLET.match(line)) is not None:
        return filed["name"] or filed["alone"]
    ahead = _AHEAD.split(bare)[0]
    if ahead != bare and is_signature(ahead):
        return ahead
    parts = _DASHED.split(bare)
    if len(parts) != _TWO or len(bare.split()) > _MOST_WORDS:
        return ""
    for name, outlet in (parts, parts[::-1]):
        is_site = reading.is_publisher(outlet) and not line.startswith("(")  # below a picture
        outlet = _QUOTES.sub("", outlet)
        if has_given_name(name) and (is_signature(outlet) or is_known_outlet(outlet) or is_site):
            return reading.context.agencies.named(outlet) or outlet
    return next((part for part in parts if is_addressed(reading, part)), "")

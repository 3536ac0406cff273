"""What a line credits to several, or to one with words around it: "The Lantern and agencies"."""

from __future__ import annotations

import re

from generator.inference.credits import is_known_outlet
from generator.inference.date_lines import line_above
from generator.inference.names import is_person, split_names
from generator.inference.reading import Reading
from generator.inference.told_cities import is_placed
from generator.orthography import is_arabic

_AND_AGENCIES = re.compile(
    r"(?:\s*(?:,|\+|&|[-–—/_]|\sand|\set|\swith|\savec|\sو)\s*|\s+)(?:(?:the\s+)?(?:news\s+)?agenc(?:y|ies)|agences|(?:ال)?وكالات)\W*$",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\s+(?:staff(?:\s(?:writers?|reporters?|and))?|writers?|reporters?|correspondents?|newsroom)\W*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:(?:(?:text|story|report(?:ing)?|article|words|written|compiled|news)\s+)?by|via|(?:(?:textes?|articles?)\s+)?par|texte\s*:|بقلم)\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
_TEXT_BY = re.compile(r"texte?s?\s", re.IGNORECASE)
_JOINED = re.compile(r"\s*[/,،&+]\s*|\s+(?:and|et|و)\s+|\s+و(?=\S)", re.IGNORECASE)
_IN_CITY = re.compile(
    r"(?P<name>[^\d,.]{2,40}?)\s(?:in|à|في)\s(?P<place>[A-ZÀ-Þ\u0621-\u064a][\w'’-]*(?:[\s,]+[A-ZÀ-Þ][\w'’-]*){0,3})"
)
_NO_CITY = re.compile(
    r"(?:Court|Crisis|Brief|Numbers|Figures|Focus|Trouble|Danger|Talks|Pictures|Photos|Depth|Question|Arabic|English|French"
    r"|German|Spanish|Turkish|Russian|Persian|Kurdish|Hebrew|Urdu|Chinese)\b"
)
_WITH = re.compile(
    r"(?P<name>[^,;:()]{3,40}?)\s(?:avec|with|مع)\s(?P<agencies>[^()]{2,60})", re.IGNORECASE
)
_PERSON_AND_OUTLET = re.compile(
    r"(?:(?:By|BY|Par)\s)?(?P<who>[^|\d]{4,50}?)\s?\|\s?(?P<outlet>[^|\d]{3,40})"
)
_PASSED_ON = re.compile(
    r"[(\[]?(?:نقلا|نقلاً)\s+عن\s*[:/]?\s*[«\"“]?(?P<name>[^«»\"“”()\d]{2,40}?)[»\"”]?[)\]]?\.?"
)
_PERSON_OF = re.compile(
    r"(?:By\s|BY\s)?(?P<who>[^,|\d]{4,60}?)\s(?:of|for)\s(?P<outlet>(?:[Tt]he\s)?[A-Z][^,|\d]{1,40})"
)
_CONTRIBUTED = re.compile(
    r"(?P<name>(?:The\s)?[A-Z][\w. ]{1,30}?)\s(?:writers?|reporters?|correspondents?|journalists?)"
    r"\s[A-ZÀ-Þ].{3,150}?\scontributed(?:\sto\sthis\s(?:report|story|article)|\sreporting)\b.{0,40}"
)
_ARABIC_SERVICE = "للنشرة العربية"
"""Reuters' own, in the brackets below what its people wrote or put into Arabic."""

_TAGS = re.compile(
    r"(?:tags?|keywords?|mots[- ]clés|topics?)\b|كلمات مفتاحية|الكلمات|(?:ال)?وسوم", re.I
)
_DOUBLE_COLONS = " :: "
_UPDATED_BEHIND = re.compile(r"\s+(?:Updated|Published|Posted)\s+on\s*:?\s.*\d{4}.*$")
_AROUND = " ()[]-–—.:"
_MOST_PARTS, _FEWEST_PARTS, _MOST_WORDS, _LONGEST = 4, 2, 9, 250


def joint_credit(reading: Reading, line: str) -> str:
    """Whom a short line credits besides others, or with a word that says no more; nobody for "agencies"."""
    bare = line.strip(_AROUND)
    if len(bare) > _LONGEST:
        return ""
    if _ARABIC_SERVICE in bare:
        return "Reuters"
    if " contributed" in bare:
        return _contributed(reading, bare)
    for reader in _READERS if len(bare.split()) <= _MOST_WORDS else ():
        if name := reader(reading, bare):
            return name
    return ""


def without_staff(name: str) -> str:
    """A name without the word for those who work there: "Associated Press Writer"."""
    return _STAFF.sub("", name)


def _stands_above(reading: Reading, line: str) -> bool:
    """Whether a line stands above the story, and not below it where links to other reports are."""
    start = reading.story_start()
    return any(other.strip(_AROUND) == line for other in reading.lines[:start])


def _is_tag(reading: Reading, line: str) -> bool:
    """Whether a line stands below the label of a report's tags."""
    placed = (n for n, other in enumerate(reading.lines) if other.strip(_AROUND) == line)
    above = (line_above(reading, n) for n in placed)
    return any(n is not None and _TAGS.match(reading.lines[n]) for n in above)


def _credited(reading: Reading, name: str) -> str:
    """The agency or the known outlet that a name is."""
    return reading.context.agencies.named(name) or (name if is_known_outlet(name) else "")


def _with_agencies(reading: Reading, line: str) -> str:
    """ "The Lantern and agencies", "By The Lantern Staff & Agencies", "المشرق + وكالات"."""
    rest = _AND_AGENCIES.sub("", line)
    if rest == line:
        return ""
    said = _BY.fullmatch(rest)
    return _credited(reading, without_staff(said["name"] if said else rest))


def _several(reading: Reading, line: str) -> str:
    """The first of "AFP and Reuters", "RT + رويترز", if each is known and one an agency."""
    said = _BY.fullmatch(line)
    parts = _JOINED.split(said["name"] if said else line)
    if not _FEWEST_PARTS <= len(parts) <= _MOST_PARTS or not all(parts):
        return ""
    credited = [_credited(reading, part) for part in parts]
    has_agency = any(map(reading.context.agencies.named, parts))
    is_credit = has_agency and all(credited) and not _is_tag(reading, line)
    return credited[0] if is_credit else ""


def _by_staff(reading: Reading, line: str) -> str:
    """ "Text by AFP", "By Reuters Staff", "via AP"."""
    said = _BY.fullmatch(line)
    name = without_staff(said["name"]) if said else ""
    is_text = _TEXT_BY.match(line) is not None and is_known_outlet(name)
    return reading.context.agencies.named(name) or (name if is_text else "")


def _in_city(reading: Reading, line: str) -> str:
    """ "Agence France-Presse in Tellin", as papers print above what they take from an agency."""
    match = _IN_CITY.fullmatch(line)
    agency = reading.context.agencies.named(match["name"]) if match else ""
    if match is None or not agency or not _stands_above(reading, line):
        return ""
    place = match["place"]
    if is_arabic(place):
        return agency if is_placed(reading, place, -1) else ""
    return "" if _NO_CITY.match(place) else agency


def _with_several(reading: Reading, line: str) -> str:
    """ "TELLIN 24 with AFP and REUTERS": the known outlet that put agencies' reports in its own words."""
    match = _WITH.fullmatch(line)
    parts = _JOINED.split(match["agencies"]) if match else []
    if match is None or len(parts) < _FEWEST_PARTS:
        return ""
    is_agencies = all(map(reading.context.agencies.named, parts))
    return match["name"] if is_agencies and is_known_outlet(match["name"]) else ""


def _beside_person(reading: Reading, line: str) -> str:
    """ "By MIRA HOLT | The Lantern", "Mira Holt of The Associated Press"."""
    match = (_PERSON_AND_OUTLET if "|" in line else _PERSON_OF).fullmatch(line)
    credited = _credited(reading, match["outlet"].strip()) if match else ""
    is_byline = line.startswith(("By ", "BY ", "Par ")) or _stands_above(reading, line)
    if match is None or not credited or not is_byline:
        return ""
    names = split_names(match["who"])
    return credited if all(is_person(reading, name, strictly=True) for name in names) else ""


def _contributed(reading: Reading, line: str) -> str:
    """ "Associated Press writer Mira Holt contributed to this report.", as that agency ends its own."""
    match = _CONTRIBUTED.fullmatch(line)
    return reading.context.agencies.named(match["name"]) if match else ""


def _before_colons(_: Reading, line: str) -> str:
    """ "(The Lantern :: Tellin News :: http://…)", as a paper signs what is copied from its pages."""
    name, colons, _rest = line.partition(_DOUBLE_COLONS)
    return name if colons and is_known_outlet(name) else ""


def _passed_on(reading: Reading, line: str) -> str:
    """ "نقلاً عن رويترز"."""
    match = _PASSED_ON.fullmatch(line)
    return _credited(reading, match["name"].strip()) if match else ""


def _twice_before_day(reading: Reading, line: str) -> str:
    """ "QNN QNN Updated on: November 21, 2013", as a site prints an author that is an agency."""
    rest = _UPDATED_BEHIND.sub("", line)
    words = rest.split()
    half = len(words) // 2
    is_twice = rest != line and half and words[:half] == words[half:]
    return reading.context.agencies.named(" ".join(words[:half])) if is_twice else ""


_READERS = (
    _with_agencies,
    _several,
    _by_staff,
    _in_city,
    _with_several,
    _beside_person,
    _passed_on,
    _twice_before_day,
    _before_colons,
)

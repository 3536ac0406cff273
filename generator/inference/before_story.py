"""Source: an outlet in the place of a city, or beside one, where a story begins."""

from __future__ import annotations

import re

from generator.inference.credits import ARABIC_BODY, is_known_outlet, is_outlet
from generator.inference.institutions import is_institution
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.site_edges import outlet_ahead
from generator.model import Finding
from generator.orthography import is_arabic

_PRESS = r"(?:برس|نيوز|ميديا|بوست|نت|أونلاين|اونلاين)"
"""How names end that only outlets have."""

_SAYS = r"و?(?:(?:قال|ذكر|نقل|أفاد|أعلن|نشر|أكد|كشف)ت?|بحسب|حسب|وفق|نقلا|نقلاً|عن|مراسلة?)\s"
"""How a sentence begins that tells what an outlet said."""

_CAMEL = re.compile(r"[A-Z][a-z]+[A-Z]\w*|(?!UPDATE|CORRECT|VIDEO|PHOTO)[A-Z]{3,}")
_TWO_CAPITALS = re.compile(r"[A-Z][a-z]+[A-Z]\w*")
_BEHIND_CITY = re.compile(
    r"[^:–—()\d-]{2,40}\s(?:[–—-]|ـ{1,3})\s(?:(?P<name>[^:–—()\d]{8,80}?)\s?::?\s"
    r"|(?P<press>[^\W\d]+\s(?:برس|نيوز|ميديا|بوست))[\s:،])"
)
"""As "Tellin Province – Tellin Observatory for Rights: …", "تل الرمان – أفق برس …"."""

_CITY_DAY_BRACKETS = re.compile(  # "Nuwar, 17 avr. 09 [AlterTellin] --- "
    r"[A-ZÀ-Þ][\w'’ -]{2,25}, (?:le )?\d{1,2} [^\W\d]{3,9}\.? (?:\d\d)?\d\d "
    r"\[(?P<name>[^\[\]\d]{3,30})\]\s?[-–—]{1,3}\s+"
)
_SLASH = re.compile(r"(?P<name>[^\W\d][^/:،.()\n]{2,25}?)\s?/\s+(?=\S)")
_CITY_QUOTED = re.compile(  # "تلين ـ «المنارة» ـ من فلان: "
    r"[^:–—()\d«»\"_-]{2,40}?\s?[ـ–—_-]{1,2}\s?[«\"“”](?P<name>[^«»\"“”]{3,30})[»\"”]\s?[ـ–—:،,_-]"
)
_IN_BRACKETS = re.compile(  # "(CNN) The ministry …", "[JURIST] …", "(أفق نت): أوقفت …"
    r"[(\[]\s?(?P<name>[^()\[\]\d,،/:]{2,30}?)\s?[)\]](?P<colon>\s?:)?(?:\s?[-–—]{1,2})?\s*(?=[A-ZÀ-Þ\"“‘«\u0621-\u064a])"
)
_STAMPED = re.compile(  # "[TellinNet, Tuesday, 04 September 2012, 18:47 GMT]Mr Holt was …"
    r"\[(?P<name>[A-Za-z][\w ]{2,25}), (?:[A-Z][a-z]+, )?\d{1,2} [^\W\d]{3,9} (?:19|20)\d\d"
    r"(?:, [^\[\]]{2,15})?\]"
)
_BEFORE_COLON = re.compile(
    rf"(?!{_SAYS}|(?:وزير|مصدر|مدير|رئيس|محلل|صاحب|محامي|ناطق|متحدث|نائب|قائد|عضو|خبير)\s)"
    rf"(?P<name>(?:(?!ل\w+\s{_PRESS})[^\W\d]+\s){{1,2}}{_PRESS})\s?:(?:\s|$)"
)
"""As "أفق نيوز: ", before the first words of a story or in a line right above it."""

_OF_LEBANON = re.compile(r"وطنية\s[-–—]\s(?=\S)")
"""How every report of the National News Agency begins."""

_NATIONAL_NEWS_AGENCY = "NNA"


def outlet_before_story(reading: Reading) -> Finding | None:
    """ "Tellin News Agency – …", "(CNN) …", "City - «Paper» - …"; what stands there is nobody who is quoted."""
    story = reading.first_story_line()
    for named in (_ahead, _before_slash, _beside_city, _in_brackets, _before_colon, _of_lebanon):
        name, end = named(reading, story)
        if name and not _is_of_a_person(name):
            return Finding(name, f"before the story: {quoted(story[:end])}")
    return None


def _is_of_a_person(name: str) -> bool:
    """Whether a name ends as people's do: "Media Tycoon Osric Maren"; so do few outlets'."""
    last = " ".join(name.split()[-2:])
    return last != name and has_given_name(last) and not is_known_outlet(name)


def _ahead(_: Reading, story: str) -> tuple[str, int]:
    return outlet_ahead(story)


def _before_slash(reading: Reading, story: str) -> tuple[str, int]:
    match = _SLASH.match(story)
    if match is None or not is_arabic(match["name"]):
        return "", 0
    is_told = reading.is_publisher(match["name"]) or is_known_outlet(match["name"])
    return (match["name"], match.end()) if is_told else ("", 0)


def _beside_city(reading: Reading, story: str) -> tuple[str, int]:
    if (match := _CITY_DAY_BRACKETS.match(story)) is not None:
        name = match["name"]
        own = name if is_outlet(name) or _CAMEL.fullmatch(name) else ""  # and no "[corrected]"
        return reading.context.agencies.signed(name) or own, match.end()
    if (match := _CITY_QUOTED.match(story)) is not None:
        return match["name"], match.end()
    match = _BEHIND_CITY.match(story)
    if match is None:
        return "", 0
    name = match["press"] or match["name"]
    is_body = is_institution(name) or ARABIC_BODY.match(name) is not None
    is_body = is_body and "ـ" not in match[0][: match.start("name")]  # a headline's, who said what
    is_outlets = bool(match["press"]) or (is_known_outlet(name) and not is_institution(name))
    return (name if is_outlets or is_body else ""), match.end()


def _in_brackets(reading: Reading, story: str) -> tuple[str, int]:
    if (stamped := _STAMPED.match(story)) is not None:
        name = stamped["name"]
        is_told = is_outlet(name) or _TWO_CAPITALS.fullmatch(name) is not None  # no "[TELLIN, …"
        return (name if is_told else reading.context.agencies.named(name)), stamped.end()
    match = _IN_BRACKETS.match(story) if is_story(story) else None
    if match is None:
        return "", 0
    name = match["name"]
    begun = (_IN_BRACKETS.match(reading.lines[n]) for n in reading.open)
    others = {other["name"] for other in begun if other is not None} - {name}
    if any(is_known_outlet(other) or reading.context.agencies.named(other) for other in others):
        return "", 0  # a review of what several write
    is_press = bool(match["colon"]) and re.search(rf"\s{_PRESS}$", name) is not None
    return (name if is_known_outlet(name) or is_press else ""), match.end()


def _before_colon(_: Reading, story: str) -> tuple[str, int]:
    match = _BEFORE_COLON.match(story)
    if match is None or (match["name"].endswith(" نت") and not is_known_outlet(match["name"])):
        return "", 0
    return match["name"], match.end()


def _of_lebanon(_: Reading, story: str) -> tuple[str, int]:
    match = _OF_LEBANON.match(story)
    return (_NATIONAL_NEWS_AGENCY, match.end()) if match is not None else ("", 0)

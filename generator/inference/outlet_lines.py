"""Publisher and source by the lines in which a site prints its own name between a headline and the story.

As in "تلين - المشرق" and "قنديل برس/ تلين/ خاص" above Arabic stories, "نشر في قنديل تلين يوم 12 - 04 - 2011" in
archives of Arab papers, "Published in Tellin Mail, March 19th, 2025" below Pakistan's, and in links that
lead to other parts of the site: "Skip to more TW sites". A person beside the name wrote it, and no city.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.inference.credits import ARABIC_BODY, is_known_outlet, is_outlet, is_paper_alone
from generator.inference.date_lines import full_dates, says_only_when
from generator.inference.institutions import is_institution, is_known_organisation
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, is_story, quoted, same
from generator.inference.sections import is_section
from generator.inference.signatures import is_signature
from generator.inference.site_edges import outlet_ahead
from generator.inference.sites import is_addressed
from generator.model import Finding
from generator.orthography import is_arabic, western_digits

_JUMP = re.compile(
    r"(?:\d\.\s+)?(?:(?:تخطي|تخط|انتقل|الانتقال) إلى (?:المزيد من|بقية) صفحات"
    r"|skip to more|aller à d['’]autres (?:pages|sites)(?: de)?)\s(?P<name>\S.{1,30}?)(?:\s(?:sites|pages))?",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Z]{2,6}")
_PRINTED_IN = re.compile(
    r"(?:نشر (?:في|فى)|published in|publié dans)\s(?P<name>\S.{1,40}?)\s(?:يوم|on|le)"
    r"\s\d{1,2} - \d{1,2} - (?:19|20)\d\d"
    r"|published in (?P<daily>(?:[A-Z]|the ).{1,40}?), [A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th),? (?:19|20)\d\d",
    re.IGNORECASE,
)
_GAZETTE = re.compile(
    r"(?:the\s)?official (?:gazette|journal)|journal officiel|.*الرسمية", re.IGNORECASE
)
"""Where laws are printed, of which papers tell."""

_KIND = re.compile(r"(?:راديو|إذاعة|قناة|شبكة|وكالة|موقع|مرصد|صحيفة|جريدة)\s(?P<name>.+)")
"""Words that are a canal, a site of an accident or an agency for cars as well."""

_OF_THE_DAY = re.compile(
    r"(?:ال)?(?:مباراة|مباريات|طقس|صورة|حدث|مقال|كاريكاتير|صحف|مواقيت|أسعار|نشرة|حصاد|موجز|خبر|كلمة|حكمة|فيديو"
    r"|جلسة|دوام|عدد)(?:\s[^\W\d_]+)?\sاليوم"
)
"""What is called today's, and is no paper: "مباريات اليوم"."""

_PARTS = re.compile(r"\s*[/|()\[\]]\s*|\s+[-–—ـ]+\s*|\s*[-–—ـ]+\s+")
_LABEL = re.compile(r"(?:المصدر|مصدر الخبر|نقلا|نقلاً|source\s*:)", re.IGNORECASE)
_SIGNS = re.compile(r"[-–—/(|]")
_OWN = re.compile(r"(?:تقرير |حصري )?خاصّ?")
_ADDED = re.compile(
    r"(?:تقرير |حصري )?خاصّ?|متابع(?:ة|ات)|(?:ال)?وكالات|رصد|تقرير|أخبار|الساعة [\d:]+.*|\d+"
)
_AT_END = re.compile(r"[.؟!]\s+(?P<line>[^.؟!:«»]{8,50}خاص)\s*$")
_PLACE_DOT = re.compile(
    r"(?P<name>[^\W\d][^.:،,()\n–—]{3,40}?)\s[–—-]\s(?P<place>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)\.\s+(?=[A-ZÀ-Þ])"
)
_PAPER_AHEAD = re.compile(
    r"(?!The\s|Good\s|Bad\s|World\s|Gold\s|Rising\s|Free\s|Fake\s|Breaking\s|Latest\s|Registered\s)(?P<name>(?:[A-Z][\w'’-]+\s){1,3}(?:Times|Post|Mirror|Herald|Tribune|Gazette|Chronicle|Courier"
    r"|Daily|Press|News|Today|Mail|Star|Observer|Telegraph|Standard|Ledger)):\s+(?=[A-Z“\"])"
)
_CITY_DAY_NAME = (
    re.compile(  # "TELLIN, JUNE 9, TELLINPRESS. The pilots", as agencies east of the sea begin
        r"[A-Z][A-Z .'’-]{2,25}, [A-Z]{3,9} \d{1,2}, (?P<name>[A-Z]{4,20})\.\s+(?=[A-Z“\"])"
    )
)
_OF_AN_AGENCY = re.compile(r"[A-Z]+(?:PRESS|NEWS|MEDIA|INFO|AGENCY)")
_OWN_WORD = (
    r"\b(?:told|tells|informed)\s{name}\b"
    r"|\b{name}(?:['’]s)?\s(?:reports|learned|has learned|correspondent)\b"
)
_BEHIND_CITY_AND_DAY = re.compile(r"[^:\d]{2,25}:\s?\d[^:]{4,25}:\s?(?P<name>[^:\d]{4,30})")
_OWN_AHEAD = re.compile(
    r"(?P<name>[^\W\d][^():.،/\d–—-]{3,40}?)\s?\((?:تقرير )?خاصّ?\)\s?[:–—-]\s?(?=\S)"
)
_NAMES_A_PAPER = re.compile(r"(?:مرآة|صوت|أصوات|صدى|منبر|بوابة|نداء|نبض|مرصد|منصة)\s")
_ADDRESS_AHEAD = re.compile(r"(?P<name>[A-Z][A-Z0-9-]{3,25})(?P<end>\.[A-Z]{2,7})\s?/\s?(?=\S)")
_QUOTED_NEAR = (
    r"\b(?:told|tells|by|to|in|from|the)\s(?:the\s)?{name}\b"
    r"|\b{name}\s(?:said|reported|wrote|says|reports)\b"
)
_QUOTES, _ENDS = "\"”’' ", (".", "!", "?", "…")
_NO_CITY = re.compile(
    r"(?:video|photo|watch|live|update|صور|[أا]رشيف|فيديو|شاهد|بالصور|بالفيديو|الأمم)", re.I
)
_LONGEST, _LONGEST_CITY = 70, 3
_MOST_WORDS = 5
_TOP, _FIRST = 12, 4


def _may_be_printed_in(line: str) -> bool:
    return len(line) <= _LONGEST and (
        "ublished in " in line or "نشر ف" in line or "ublié dans " in line
    )


class _Named(NamedTuple):
    """An outlet in a line, the line, and whether the line says that the story is its own."""

    name: str
    line: str
    is_own: bool


def in_jump_links(reading: Reading) -> Finding | None:
    """The site to whose other pages links above the story lead: "3. Skip to more TW sites"."""
    for line in reading.lines[:_TOP]:
        match = _JUMP.fullmatch(line.strip()) if len(line) <= _LONGEST else None
        if match is not None and _LETTERS.fullmatch(match["name"]):
            return Finding(match["name"], f"leads to more of its pages: {quoted(line)}")
    return None


def printed_in(reading: Reading) -> Finding | None:
    """ "نشر في قنديل تلين يوم 12 - 04 - 2011", "Published in Tellin Mail, March 19th, 2025".

    The latter stands right behind a paragraph or an address: below a short line it tells of another text.
    """
    found: dict[str, str] = {}
    lines = [line for line in reading.lines if line]
    for above, line in zip(("", *lines), lines, strict=False):
        match = (
            _PRINTED_IN.fullmatch(western_digits(line).strip(" ."))
            if _may_be_printed_in(line)
            else None
        )
        is_behind = above.rstrip(_QUOTES)[-1:] in _ENDS or "@" in above
        if match is not None and (match["name"] or is_behind):
            found.setdefault(match["name"] or match["daily"], line)
    if len(found) != 1 or any(map(_GAZETTE.fullmatch, found)):
        return None  # a review of what several papers wrote
    ((name, line),) = found.items()
    return Finding(name, quoted(line))


def beside_city(reading: Reading) -> Finding | None:
    """The outlet beside a city, or beside the word for what is its own: "تلين - المشرق", "قنديل برس/متابعة"."""
    if any(_LABEL.match(reading.lines[n]) for n in reading.head):
        return None  # another site that says whose it is
    named = next(_named(reading), None) or _behind_city_and_day(reading)
    return None if named is None else Finding(named.name, f"filed by it: {quoted(named.line)}")


def _behind_city_and_day(reading: Reading) -> _Named | None:
    """ "تلين:11 ديسمبر 2024: راديو قنديل", as radios file what they tell."""
    for line in (reading.lines[n] for n in reading.head if is_arabic(reading.lines[n])):
        match = _BEHIND_CITY_AND_DAY.fullmatch(line) if line.count(":") == len("::") else None
        is_dated = match is not None and next(full_dates(reading, line), None) is not None
        if match is not None and is_dated and is_signature(match["name"]):
            is_own = is_addressed(reading, match["name"])
            return _Named(match["name"], line, is_own) if is_own else None
    return None


def own_report(reading: Reading) -> Finding | None:
    """The same where a city or "خاص" stands there, which say that it wrote the story, too."""
    named = next((found for found in _named(reading) if found.is_own), None)
    named = named or _behind_city_alone(reading)
    return None if named is None else Finding(named.name, f"filed by it: {quoted(named.line)}")


def _behind_city_alone(reading: Reading) -> _Named | None:
    """ "تلين - المشرق" above all else and right above the story: a known paper, whoever passes it on."""
    first, below = (*reading.open[:2], *(None, None))[:2]
    if first is None or below is None or not is_story(reading.lines[below]):
        return None
    line = reading.lines[first]
    city, dash, name = line.partition(" - ")
    is_city = bool(dash) and len(city.split()) <= _LONGEST_CITY and not _NO_CITY.match(line)
    if not is_city or not is_paper_alone(name) or is_known_organisation(name):
        return None
    if is_outlet(city) or has_given_name(city):
        return None
    told = rf"(?<!\w){re.escape(city)}(?!\w)"
    is_told = is_arabic(city) or re.search(told, reading.lines[below]) is not None
    return _Named(name, line, is_own=True) if is_told else None


def begins_story(reading: Reading) -> Finding | None:
    """ "Tellin Mirror: Families of …", "Tellin-Presse – Tellin. Le port …", where the story begins."""
    story = reading.first_story_line()
    if (filed := _CITY_DAY_NAME.match(story)) is not None:
        name = reading.context.agencies.named(filed["name"])
        name = name or (filed["name"] if _is_named_again(reading, filed["name"]) else "")
        return Finding(name, f"before the story: {quoted(filed[0])}") if name else None
    match = _PAPER_AHEAD.match(story) or _PLACE_DOT.match(story)
    if match is None or is_section(match["name"]) or not is_outlet(match["name"]):
        return None
    name = match["name"]
    if reading.context.agencies.named(name) or is_known_outlet(name) or is_institution(name):
        return None  # whom a paper quotes so
    if re.search(_QUOTED_NEAR.format(name=re.escape(name)), story[match.end() :]):
        return None
    if sum(_PAPER_AHEAD.match(line) is not None for line in reading.lines) > 1:
        return None  # a review of what papers write
    return Finding(name, f"before the story: {quoted(match[0])}")


def _is_named_again(reading: Reading, name: str) -> bool:
    """Whether letters behind a city and a day are an agency's, which is named or told something below."""
    again = sum(name in line for line in reading.lines) > 1
    is_told = re.search(_OWN_WORD.format(name=re.escape(name)), reading.story()) is not None
    return is_told or (again and _OF_AN_AGENCY.fullmatch(name) is not None)


def tells_its_name(reading: Reading) -> Finding | None:
    """ "مرآة تلين (خاص): …", "TELLINPOST.EXAMPLE / The port …", "قنديل الإخباري - سامي هلال …".

    What is "خاص" behind a city is the paper's too, but the city is no paper.
    """
    story = reading.first_story_line()
    beginnings = dict.fromkeys((*(reading.lines[n] for n in reading.open[:_FIRST]), story))
    own = (name for line in beginnings if (name := _own_in_arabic(reading, line)))
    name = next(own, "") or _address_ahead(reading, story) or _before_reporter(story)
    if not name or reading.context.agencies.named(name) or is_institution(name):
        return None
    return Finding(name, f"before the story: {quoted(story[:_LONGEST])}")


def _own_in_arabic(reading: Reading, story: str) -> str:
    match = _OWN_AHEAD.match(story) if "(خاص" in story[:_LONGEST] else None
    if match is None:
        return ""
    name = match["name"].strip()
    return name if _NAMES_A_PAPER.match(name) or _is_outlet(reading, name) else ""


def _address_ahead(reading: Reading, story: str) -> str:
    """The site's address in capitals, or its name as it stands alone below."""
    match = _ADDRESS_AHEAD.match(story)
    if match is None:
        return ""
    name = match["name"].lower()
    alone = (line for line in reading.lines if line.lower() == name and not line.isupper())
    return next(alone, f"{match['name']}{match['end']}")


def _before_reporter(story: str) -> str:
    """An outlet that nobody else passes on, before the given name and name of whoever reports for it."""
    name, end = outlet_ahead(story)
    if " " not in name or not is_arabic(name):
        return ""  # "اليوم - …"
    if is_known_outlet(name) or ARABIC_BODY.match(name):
        return ""
    return name if has_given_name(" ".join(story[end:].split()[:2])) else ""


def _named(reading: Reading) -> Iterator[_Named]:
    start = reading.story_start()
    begins = () if start is None else (start,)
    numbers = (*reading.head, *reading.right_above, *reading.below_standfirst, *begins)
    for number in dict.fromkeys(numbers):
        line = reading.lines[number]
        if is_story(line):
            line = ends["line"] if (ends := _AT_END.search(line[-_LONGEST:])) else ""
        if not line or len(line) > _LONGEST or not _SIGNS.search(line) or not is_arabic(line):
            continue
        if (found := _outlet_among(reading, line)) is not None:
            yield found


def _outlet_among(reading: Reading, line: str) -> _Named | None:
    """The outlet of a line that names nothing else but a city, a day, or what kind of report it is."""
    parts = [part for part in (part.strip(" .:") for part in _PARTS.split(line)) if part]
    names = [part for part in parts if not _says_when(reading, part) and not _ADDED.fullmatch(part)]
    if len(parts) < 2 or not 1 <= len(names) <= 2 or any(map(has_given_name, names)):
        return None
    outlets = [part for part in names if _is_outlet(reading, part)]
    if len(outlets) != 1 or any(len(p.split()) > _LONGEST_CITY for p in names if p not in outlets):
        return None
    is_own = any(map(_OWN.fullmatch, parts))
    if is_known_outlet(outlets[0]) and not is_own and not is_addressed(reading, outlets[0]):
        return None  # whose reports others pass on
    return _Named(outlets[0], line, is_own or len(names) > 1)


def _is_outlet(reading: Reading, part: str) -> bool:
    if _OF_THE_DAY.fullmatch(part):
        return False
    if len(part.split()) > _MOST_WORDS or is_section(part) or reading.context.agencies.named(part):
        return False
    kind = _KIND.fullmatch(part)
    if is_addressed(reading, part) or (kind is not None and _is_in_quotes(reading, kind["name"])):
        return True
    if kind is None and is_signature(part):
        return True
    return any(same(line) == same(part) for line in reading.lines[:_TOP] if len(line) <= _LONGEST)


def _is_in_quotes(reading: Reading, name: str) -> bool:
    """Whether a text has a name in quotation marks, as it has outlets' names: لقناة "المنارة"."""
    return re.search(rf"[\"“«]{re.escape(name)}[\"”»]", reading.story()) is not None


def _says_when(reading: Reading, part: str) -> bool:
    return says_only_when(part) or next(full_dates(reading, part), None) is not None

"""What a line of its own credits: "Source: Reuters", "By AFP", "The Lantern (Tellin)", "dpa hm/rk".

Each reader below says whom the line credits if it does nothing else, or returns an empty text; they
are asked in order.
"""

from __future__ import annotations

import re
from itertools import takewhile

from generator.inference import arabic_credits, house_credits, joint_credits
from generator.inference.calendar_names import ANY_MONTH, ANY_WEEKDAY
from generator.inference.credits import (
    OUTLET_CITY_NAMES,
    PAPER,
    is_known_outlet,
    is_outlet,
    names_outlet_and_day,
)
from generator.inference.date_lines import full_dates
from generator.inference.institutions import is_institution
from generator.inference.names import has_given_name
from generator.inference.no_titles import FILED_ALONE
from generator.inference.reading import Reading, quoted, same
from generator.orthography import is_arabic

_CREDIT = re.compile(
    r"(?:(?:source|sources|article|via|agency|quelle|источник|issued by|المصدر|مصدر|نقلا عن|نقلاً عن"
    r"|مصدر الخبر)\s*[:：]\s*|(?:source|المصدر)\s[-|]\s"
    r"|(?:مصدر الخبر\s*/|(?:ال)?صادرة? عن|عن (?=(?:جريدة|صحيفة|موقع|مجلة)\s))\s*"
    r"|texte? (?:par|by|de)\s*:\s*|نص\s*:\s*|(?:ت|ي)صدر(?:ها|ه)?\s(?:عن\s)?(?=\S+\s\S)"
    r"|information fournie par\s+|(?:provided|supplied|distributed) by\s+|culled from\s+)(?P<name>\S.{0,80})",
    re.IGNORECASE,
)
_PUBLISHED_IN = re.compile(  # as the archives of Arab newspapers name the paper
    r"(?:نشر|publié|published) (?:في|فى|dans|in) (?P<name>.{2,40}?)(?: (?:يوم|le|on)|[,،])\s+(?=.*\d{4}).*",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:by|par|avec|d['’]après|from(?=\s(?-i:[A-Z]{2,4}|Reuters|dpa)$)|بقلم|كتبت?|من)\s*:?\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
_DESK = re.compile(r"(?:la |the )?(?:rédaction|editors?|newsroom|desk|staff)", re.IGNORECASE)
_PARTS = re.compile(
    r"\s*[/|(]\s*|(?<=[\u0621-\u064a])-(?=[\u0621-\u064a])|\s+(?:[-–—.]|ـ{1,3})\s+|[,،]\s+"
)
_AND = re.compile(r"\s+(?:and|et)\s+", re.IGNORECASE)
_BRACKETS_AROUND = re.compile(r"(?:^|(?<=[:：])|(?<=[:：]\s))[(\[]\s*([^()\[\]]+?)\s*[)\]]\.?$")
_VOWELS = re.compile("[\u0640\u064b-\u0652]")
_BEFORE_DATE = re.compile(r"\s+(?:du|of|on|le|dated|يوم|بتاريخ|في)\s+$", re.IGNORECASE)
_SERVICE = re.compile(r"['’]s\s.{3,40}\s[Ss]ervice\W*$")
_ITS_SERVICE = re.compile(
    r"(?:[Bb]y\s+)?(?P<name>[A-Z][\w/. ]{1,30})['’]s\s[^.]{3,40}\s(?:Service|Bureau|Newsroom)"
)
_WITH_AN_AGENCY = re.compile(
    r"(?:(?:par|by)\s+)?(?P<name>[^,;:]{3,40}?)\s(?:avec|with)\s(?:dépêches\s)?(?P<agency>.{2,30})",
    re.IGNORECASE,
)
_WRITTEN_FOR = re.compile(
    r"(?:(?:words|story|text|texte?|article)\s*:|by|par)\s+[^:;]{5,80}?\s(?:for|pour)\s(?P<name>(?:[Tt]he\s)?[A-ZÀ-Þ][^,;:.()]{2,40})",
    re.IGNORECASE,
)
_PRODUCED_BY = re.compile(
    r"(?:this|the)\s(?:update|report|bulletin|snapshot|document|newsletter)\s(?:is|was)"
    r"\s(?:produced|issued|prepared|published)"
    r"\sby\s(?:the\s)?(?P<name>[^,.;]{3,60}?)(?:\s(?:in|with|on)\s.*|[.,].*|$)",
    re.IGNORECASE,
)
_RELEASE_OF = re.compile(
    r"(?:the|this)\s(?:press|news)\srelease\s(?:was\s)?issued\sby\s(?:the\s)?(?P<name>[^,.;]{3,60}?)\son\s(?:\w+,?\s)?\d.*",
    re.IGNORECASE,
)
_FIRST_OUT = re.compile(
    r"(?:(?:this|the)\s(?:article|story|content|piece|report|interview|post|essay)"
    r"|this\s(?:(?:opinion|comment)\s)?(?:article|piece|op-?ed|column|commentary|analysis|editorial|blog(?:\spost)?))"
    r"\s(?:was\s)?(?:first\s|originally\s)*(?:published|appeared|ran|posted)\s(?:first\s|originally\s)?(?:in|on|by|at)"
    r"\s(?P<name>(?:the\s)?(?-i:[A-ZÀ-Þ])[^,.;:]{2,50}?)(?:\s(?:on|and|under|in)\s.*|[.,;].*|$)",
    re.IGNORECASE,
)
_BARE_FIRST_OUT = re.compile(
    r"(?:first|originally)\s(?:published|appeared)\s(?:in|on|by|at)\s?:?\s+(?P<name>(?:the\s)?[^,.;:\d]{2,50}?)"
    r"(?:[,.]?\s(?:on\s)?(?:\w+,?\s)?\d.*|\.|$)",
    re.IGNORECASE,
)
_NO_HOUSE = re.compile(
    rf"(?:(?:{ANY_WEEKDAY}|{ANY_MONTH}|facebook|twitter|x|instagram|telegram|youtube|medium|great britain"
    r"|english|arabic|french|german|spanish|turkish|persian|farsi|kurdish|hebrew|russian|italian|dutch|chinese|urdu|portuguese"
    r"|[a-z]+ language)\b.*|.*(?:19|20)\d\d.*)",
    re.IGNORECASE,
)
"""A day, a language or a network in which something came out first."""

_APPEARED_FIRST = re.compile(  # as feeds of blogs end
    r"the post .{5,220} (?:appeared first|first appeared) on (?P<name>[^.]{2,50})\.?", re.IGNORECASE
)
_NOTICE = re.compile(  # what Anadolu sets below its reports
    r"(?P<name>Anadolu Agency) website contains only|الصفحة الرسمية ل(?P<arabic>وكالة الأناضول)،? هي اختصار"
)
_JOINED = re.compile(r"\s*[+/&،,]\s*")
_FEW_WORDS = re.compile(
    r"[^\W\d_]{2,}(?:[ -][^\W\d_]{2,}){0,3}(?:\s\d{1,3})?"
    r"|[A-ZÀ-Þ]\w+(?:\s(?:of|for|the|and|de|du|des|la|le|el|del|[A-ZÀ-Þ][\w'’-]+)){1,6}"
)
_ANY_PRESS = re.compile(
    r"(?:(?:social|local|state|official|various|the|several)\s+)*(?:news\s+)?(?:media|press|news|wires?|agenc(?:y|ies)|websites?)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\((?P<name>[^()]{2,40})\)\W*$")
_AND_AGENCIES = re.compile(
    r"\s*(?:,|\+|&|[-–—/]|and|et|و)\s*(?:the\s+)?(?:news\s+)?(?:agenc(?:y|ies)|agences)\W*$"
    r"|\s*(?:\+|و|،)\s*(?:ال)?وكالات\W*$",
    re.IGNORECASE,
)
_SENTENCE_BEFORE = re.compile(r"[.!?؟]\s+\(")
_MOST_WORDS = 7
_MOST_BEFORE_BRACKET = 4
_MOST_LINE_WORDS, _MOST_PART_WORDS = 9, 3
_DASH_APART = re.compile(r"\s[-–—]\s")
_ANYBODY = re.compile(
    r"(?:مسؤول|مصدر|مصادر|شاهد|شهود|ناطق|متحدث|ضابط|قيادي|ناشط|مواطن|موظف)(?:ون|ين)?\s"
)
_INITIALS = re.compile(r"(?P<agency>.{2,12}?)[\s,]+[a-z]{1,4}(?:[/ ][a-z]{1,4})*")
_BAR = re.compile(r"\s+[|•–—-]\s+")
_FOLLOW = re.compile(r"\s+(?:Suivre|Follow)$|\s\|\s(?:Latest|Last) update\b.*", re.IGNORECASE)
_QUOTES = re.compile(r"[\"“”«»]")
_FROM_SERVICE = re.compile(  # "By From Tellin Mirror News Services", and no "From wire reports"
    r"(?:By\s)?From\s(?:the\s)?(?!Combined|Various|Wire|Staff|Other|International|World|Foreign)"
    r"(?P<name>[A-Z][\w'’]+(?:\s[A-Z][\w'’]+){0,3}\s(?:[Nn]ews|[Ww]ire|[Pp]ress)\s[Ss]ervices?)\.?"
)
_MOST_CITY_WORDS = 2
_OF_THE_FILES = re.compile(
    r"(?<![^\W\d])أرشيف(?:ية)?(?![^\W\d])|\b(?:file|archive) photo|\bphoto d['’]archives?",
    re.IGNORECASE,
)
_AROUND = " ()[]-–—.:"
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEHIND_YEAR = re.compile(r"(?:19|20)\d\d\sم\s(?P<agency>\S+)$")


def credited(reading: Reading, line: str) -> str:
    """Who the line credits, if it does nothing else; nobody where it is about a picture out of the files."""
    if _OF_THE_FILES.search(line):
        return ""
    return next((name for reader in _READERS if (name := reader(reading, line))), "")


def puts_it_out(reading: Reading, name: str) -> bool:
    """Whether a name is the publisher's, whom a report of its own need not credit."""
    publisher = reading.found.get("publisher")
    return publisher is not None and same(str(publisher.value)) == same(name)


def behind_label(reading: Reading, line: str) -> str:
    """ "Source: Reuters", in brackets or not."""
    match = _CREDIT.fullmatch(_BRACKETS_AROUND.sub(r"\1", line))
    if match is None or _ANYBODY.match(match["name"]):
        return ""
    agencies = reading.context.agencies
    said = _FOLLOW.sub("", _QUOTES.sub("", before_day(reading, match["name"]))).strip()
    named = agencies.named(said) or agencies.any_part(said)
    others = _outlet_in(said) or _beside_title(reading, said)
    return named or others or _labelled(_AND_AGENCIES.sub("", said))


def _published_in(reading: Reading, line: str) -> str:
    """ "Published in The Lantern, 9 September 2024", "A/The Lantern/September 09/2024"; not the site itself."""
    kept = names_outlet_and_day(line)
    if kept is not None:
        return kept["outlet"]
    match = _PUBLISHED_IN.fullmatch(line)
    publisher = reading.found.get("publisher")
    is_told_elsewhere = publisher is not None and quoted(line) not in publisher.evidence
    own = _BAR.split(str(publisher.value)) if publisher is not None and is_told_elsewhere else ()
    if match is None or any(same(part) == same(match["name"]) for part in own):
        return ""
    return match["name"]


def _outlet_city_names(_: Reading, line: str) -> str:
    """ "Tellin News - City (A)"."""
    match = OUTLET_CITY_NAMES.fullmatch(line)
    return match["credit"] if match and is_outlet(match["credit"]) else ""


def _filed_alone(reading: Reading, line: str) -> str:
    """ "Qara – (Qalvara Observatory)"."""
    filed = FILED_ALONE.match(line)
    return reading.context.agencies.named(filed["who"]) or _outlet_in(filed["who"]) if filed else ""


def _by_paper(reading: Reading, line: str) -> str:
    """ "by The Lantern", "By RFE/RL's Northern Service", "By A for The Lantern"."""
    line = line.strip(_AROUND)
    if (wire := _FROM_SERVICE.fullmatch(line)) is not None:
        return wire["name"]
    paper = _BY.fullmatch(line)
    if paper and (agency := reading.context.agencies.named(paper["name"])):
        return agency
    if paper and line.startswith(("From ", "from ", "FROM ")):
        return ""
    is_desk = paper is not None and _DESK.fullmatch(paper["name"]) is not None
    if paper and not is_desk and (PAPER.fullmatch(paper["name"]) or is_known_outlet(paper["name"])):
        return paper["name"]
    if paper and reading.is_publisher(paper["name"]) and not has_given_name(paper["name"]):
        return paper["name"]
    service = _ITS_SERVICE.fullmatch(line)
    if service is not None:
        return service["name"]
    written = _WRITTEN_FOR.fullmatch(line)
    name = written["name"].strip().removeprefix("the ") if written else ""
    return "" if has_given_name(name) else name


def _outlet_with_agency(reading: Reading, line: str) -> str:
    """ "Le Monde avec AFP", "By Tellin TV with AP": the outlet that put an agency's report in its words."""
    match = _WITH_AN_AGENCY.fullmatch(line.strip(_AROUND))
    agency = reading.context.agencies.any_part(match["agency"]) if match else ""
    if match is None or not agency:
        return ""
    name = match["name"]
    if puts_it_out(reading, name) or (" avec " in line and "publisher" not in reading.found):
        return agency  # with the site itself, as far as anybody knows
    return name if is_outlet(name) or (name[:1].isupper() and not has_given_name(name)) else ""


def _put_out(reading: Reading, line: str) -> str:
    """ "This update is produced by OCHA in …", "This article was first published by The Lantern on …"."""
    match = (
        _APPEARED_FIRST.fullmatch(line)
        or _PRODUCED_BY.match(line)
        or _RELEASE_OF.fullmatch(line)
        or _FIRST_OUT.match(line)
        or _NOTICE.search(line)
    )
    name = match["name"].strip().removeprefix("the ") if match else ""
    is_house = name[:1].isupper() and _NO_HOUSE.fullmatch(name) is None
    if is_house and not has_given_name(name):
        return name
    bare = _BARE_FIRST_OUT.fullmatch(line)
    name = bare["name"].strip() if bare else ""
    is_house = is_outlet(name) or PAPER.fullmatch(name) is not None
    return reading.context.agencies.named(name) or (name if is_house else "")


def _behind_date(reading: Reading, line: str) -> str:
    """ "Camp Nur: 7 June 2017: Radio Tellin", "نوار 12 مارس 2015 م واس"."""
    if (filed := _BEHIND_YEAR.search(line)) and (
        agency := reading.context.agencies.named(filed["agency"])
    ):
        return agency
    head, colon, last = line.rpartition(": ")
    is_dated = colon and _YEAR.search(head) and head.count(":")
    return last.strip() if is_dated and is_outlet(last) and len(last.split()) <= _MOST_WORDS else ""


def _by_agency(reading: Reading, line: str) -> str:
    """ "By AFP", "By Tellin Radio's Northern Service", "By A and B (Le Monde)"."""
    match = _BY.fullmatch(before_day(reading, line).strip(_AROUND))
    if match is None:
        return ""
    last = match["name"].rpartition(", ")[2]
    if (writer := joint_credits.without_staff(last)) != last and reading.context.agencies.named(
        writer
    ):
        return reading.context.agencies.named(writer)
    if last != match["name"] and (PAPER.fullmatch(last) or _is_outlets_name(last)):
        return last
    names = _AND.sub(", ", _SERVICE.sub("", match["name"]))
    agencies = reading.context.agencies
    return agencies.named(match["name"]) or agencies.any_part(names) or _known_in_brackets(line)


def _is_outlets_name(text: str) -> bool:
    is_name = all(part[:1].isupper() for part in text.split()) and "/" not in text
    return is_name and is_outlet(text) and not has_given_name(text)


def _named_alone(reading: Reading, line: str) -> str:
    """ "AFP", "AFP ab/cd", and a known outlet before a colon."""
    bare = line.strip(_AROUND)
    if name := reading.context.agencies.named(bare):
        return name
    before, comma, place = bare.partition(", ")
    if (
        comma
        and is_known_outlet(before)
        and place.istitle()
        and len(place.split()) <= _MOST_CITY_WORDS
    ):
        return before
    if line.endswith(":") and (is_known_outlet(bare) or is_institution(bare)):
        return bare
    initials = _INITIALS.fullmatch(bare)
    if initials:
        return reading.context.agencies.named(initials["agency"])
    return _before_city(reading, bare.split())


def _before_city(reading: Reading, parts: list[str]) -> str:
    """The agency of "Press Trust of India Tellin": one or two capitalised words may follow."""
    for end in range(len(parts) - 1, max(1, len(parts) - _MOST_CITY_WORDS - 1), -1):
        is_city = all(part[:1].isupper() for part in parts[end:])
        name = reading.context.agencies.named(" ".join(parts[:end])) if is_city else ""
        if name and all(map(str.isalpha, parts)):
            return name
    return ""


def before_day(reading: Reading, text: str) -> str:
    """What a credit names before a date: "Source: Tellin Times July 19, 2020 01:52 UTC"."""
    dated = next((mention.start for mention in full_dates(reading, text)), len(text))
    return _BEFORE_DATE.sub("", text[:dated]).rstrip(" ,،|•·–—-(")


def _known_in_brackets(line: str) -> str:
    """A known outlet behind the last name: "By Ines Kalb and Karim Zed (Le Monde)"."""
    match = _IN_BRACKETS.search(line)
    return match["name"] if match is not None and is_known_outlet(match["name"]) else ""


def _last_part(reading: Reading, line: str) -> str:
    """The agency behind a city or a name: "CITY - AFP", "Name (Reuters)", "Outlet/AP"."""
    line = line.strip(_AROUND)
    before, bracket, _ = line.partition("(")
    if bracket and len(before.split()) > _MOST_BEFORE_BRACKET:
        return ""  # a picture's caption: "Deputies asleep in the hall (Reuters)"
    parts = [part for part in _PARTS.split(line.strip(" ()")) if part]
    is_long = any(len(part.split()) > _MOST_PART_WORDS for part in parts)
    is_filed = is_arabic(line) and len(_DASH_APART.findall(line)) == 1 and not is_long
    most = 2 * _MOST_LINE_WORDS if is_filed else _MOST_LINE_WORDS
    if len(parts) < 2 or len(line.split()) > most or _SENTENCE_BEFORE.search(line):
        return ""
    named = list(map(reading.context.agencies.named, parts))
    last = list(takewhile(bool, reversed(named)))
    return last[-1] if last else named[0]


def _beside_title(reading: Reading, text: str) -> str:
    """Who put out what a credit names by its title: "Source: Wells run dry | Tellin 24"."""
    title = reading.found.get("title")
    parts = _BAR.split(text)
    is_told = title is not None and same(parts[0]) == same(str(title.value))
    return parts[-1].strip(" .") if is_told and len(parts) > 1 else ""


def _labelled(text: str) -> str:
    """A name that only its label tells to be a source's: "المصدر: سند"; no network, no "agencies"."""
    name = text.strip(" .")
    is_name = _FEW_WORDS.fullmatch(_VOWELS.sub("", name)) and (
        name[:1].isupper() or is_arabic(name)
    )
    is_somebody = is_name and house_credits.NOBODY.search(name) is None and not has_given_name(name)
    return name if is_somebody else ""


def _outlet_in(text: str) -> str:
    """The outlet that a credit names, or the known one that it names first: "Outlet + agencies"."""
    text = _AND_AGENCIES.sub("", text)
    if _is_name_of_outlet(text) and not _JOINED.search(text):
        return text.strip(" .")
    return next((part for part in _JOINED.split(text) if is_known_outlet(part)), "")


def _is_name_of_outlet(text: str) -> bool:
    is_name = len(text.split()) <= 7 and not re.search(r"[.!?]\s", text)
    return is_name and is_outlet(text) and _ANY_PRESS.fullmatch(text.strip(" .")) is None


_READERS = (
    behind_label,
    _published_in,
    _outlet_city_names,
    house_credits.paper_in_city,
    _filed_alone,
    arabic_credits.outlet_behind_city,
    house_credits.outlet_by,
    house_credits.after_name,
    house_credits.behind_bare_label,
    _put_out,
    _by_paper,
    _outlet_with_agency,
    _behind_date,
    _by_agency,
    _named_alone,
    joint_credits.joint_credit,
    arabic_credits.outlet_or_agency,
    _last_part,
)

"""Datelines: "CITY, Oct 28 (Agency) –" at the head of a story's first paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.inference.agencies import any_short_credit
from generator.inference.calendar_names import ANY_HIJRI_MONTH, ANY_MONTH
from generator.inference.marks import begins_with_mark
from generator.orthography import is_arabic, western_digits

_DAY = r"\d{1,2}(?:st|nd|rd|th|er)?"
_DATE = (
    rf"(?:(?:[^\W\d]+day,?\s+)?(?:(?:{ANY_MONTH})\.?\s+{_DAY}|{_DAY}\s+(?:{ANY_MONTH})\.?"
    rf"(?:\s*/?\s*(?:{ANY_MONTH}))?)(?:[,،]?\s+(?:19|20)\d\d)?"
    rf"|\d{{1,2}}\s+(?:{ANY_HIJRI_MONTH})[،,]?\s+1[34]\d\d(?:\s*(?:هـ|AH))?"
    r"|\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)(?:19|20)\d\d(?!\d)|\d{1,2}/\d{1,2}(?=\s\())"
)
# A hyphen without a space on either side is a part of a word: "GOVERNMENT-HELD".
_DASH = r"\.?(?:\s*[–—ـ]{1,2}|\s+[-_]{1,2}|[-_]{1,2}(?=\s)|--|(?<=[)）])-|\s*:)\s*"
_CREDIT = any_short_credit()
_CITY = r"[A-ZÀ-Þ][\w'’.-]*(?:(?: | ?/ ?)[A-ZÀ-Þa-z][\w'’.-]*){0,4}"
_REGION = r"(?:,\s*[A-ZÀ-Þ][\w'’. -]{1,30})?"
_COUNTRY = r"(?:\s[(\[][A-ZÀ-Þ][\w'’. -]{2,30}[)\]](?=\s\(|,\s+[A-ZÀ-Þ]?\w))?"

_LATIN = re.compile(
    rf"(?P<city>{_CITY}{_REGION}?){_COUNTRY}"
    rf"(?:[,.]?\s+(?:le\s+)?(?P<date>(?i:{_DATE})))?(?:[,.]|:(?=\s\())?\s*"
    rf"(?:\((?P<agency>[^()]{{2,40}})\)|/(?P<slashed>[^()/]{{2,20}})/\.?(?=\s)|\(\s(?=[-–—]\s)"
    rf"|(?:(?<=[\s,])|[-–—]\s+)(?P<bare>{_CREDIT}))?"
    rf"(?P<dash>(?(slashed)\s*|{_DASH}))(?=\S)"
)
_LATIN_BEFORE_STORY = (
    re.compile(  # "Tellin, le 19 juin 2008. La Ligue …": with its year a dot is enough
        rf"(?P<city>{_CITY}{_REGION}),\s+(?:le\s+)?(?P<date>(?i:{_DATE})(?<=(?:19|20)\d\d))\.\s+(?=[A-ZÀ-Þ\"“«])"
    ),
    re.compile(  # "Tellin, Nov. 17 (QNN) The ministry …": date and letters do without
        rf"(?P<city>{_CITY}{_REGION}),?\s+(?P<date>(?i:{_DATE}))[,.]?\s*"
        rf"\((?P<agency>[A-Z]{{2,8}}|{_CREDIT})\)\s+(?=[A-ZÀ-Þ\"“‘])"
    ),
    re.compile(  # "Tellin (QNN)  The ministry …": two blanks where a dash was
        rf"(?P<city>{_CITY}{_REGION})\s\((?P<agency>[A-Z]{{2,8}}|{_CREDIT})\)\s\s(?=[A-ZÀ-Þ\"“‘])"
    ),
)
_IN_BRACKETS = re.compile(
    rf"\((?P<city>[^\d(),،]{{2,40}})[,،]\s*(?:le\s+)?(?P<date>{_DATE})\)\s*(?:[-–—ـ]{{1,2}}|:)?\s*(?=\S)",
    re.I,
)
_OUTLET_IN_BRACKETS = re.compile(  # "(September 30, 2012, Tellin, Tellin Sentinel) There were"
    rf"\(\s*(?P<date>{_DATE}),\s*(?P<city>[^\d(),]{{2,40}}),\s*(?P<outlet>[^\d(),]{{3,40}})\)\s*(?=\S)",
    re.I,
)
_ARABIC = re.compile(
    r"(?P<city>[^\d(),،:.]{2,40}?)\s*(?:،\s[^\d(),،:.]{3,30}?\s(?=\())?(?:\([^()\d]{2,30}\)\s*(?=[(\d]))?"
    rf"(?:[,،]?\s*(?P<date>{_DATE}))?\s*[,،]?\s*"
    rf"[(（](?P<agency>[^()（）]{{2,40}})[)）]\s*(?:[-–—ـ]{{1,2}}|:)\s*(?=\S)"
)
_ARABIC_BEFORE_STORY = re.compile(  # "تلين، قلورة 11 مارس 2019 (شينخوا) أعلنت"
    rf"(?P<city>[^\d():.]{{2,50}}?)\s+(?P<date>{_DATE})\s*\((?P<agency>{_CREDIT})\)\s*(?=\S)"
)
_ARABIC_CREDIT = re.compile(
    rf"(?P<city>[^\d(),،:.–—-]{{2,30}}?)\s*(?:[-–—ـ]{{1,2}}\s*[(（](?P<agency>{_CREDIT})[)）]"
    rf"|[-–—ـ/،]{{1,2}}\s*[«\"“]?(?P<bare>{_CREDIT})[»\"”]?\s*(?=[-–—ـ:]|\.\s)"
    rf"|(?:/\s*[^/\d(),،:.–—-]{{5,50}}?)?/\s*(?P<slashed>{_CREDIT})(?=\s))"
    rf"\s*(?:[-–—ـ]{{1,2}}|:|\.(?=\s))?\s*(?=\S)"
)
_ARABIC_BOTH_CALENDARS = re.compile(  # "تلين 3 صفر 1442 هـ الموافق 20 سبتمبر 2020 م واس أدانت"
    rf"(?P<city>[^\d():.]{{2,50}}?)\s+\d{{1,2}}\s+(?:{ANY_HIJRI_MONTH})[،,]?\s+1[34]\d\d\s*(?:هـ)?"
    rf"\s*(?:ال)?موافق\s+(?P<date>{_DATE})\s*م?\s+(?P<bare>{_CREDIT})\s+(?=\S)"
)
MAAN = "معا"
_ARABIC_TOGETHER = re.compile(  # "تلين- معا- زار": an agency whose name is a word
    rf"(?P<city>[^\W\d]+(?:\s[^\W\d]+)?)\s?-\s?(?P<bare>{MAAN})\s?-\s?(?=\S)"
)
_ARABIC_FIGURES = re.compile(  # "تل الرمان - 14 - 3 (كونا) -- وزعت"
    rf"(?P<city>[^\d(),،:./–—-]{{2,40}}?)(?:\s\([^()\d]{{2,30}}\))?\s+-\s+\d{{1,2}}\s+-\s+\d{{1,2}}\s+\((?P<agency>{_CREDIT})\)\s*-{{1,2}}\s*(?=\S)"
)
_ARABIC_SLASHES = re.compile(  # "تل الرمان في 23 مايو / وام / اعتمد"
    rf"(?P<city>[^\d(),،:./–—-]{{2,40}}?)\s+(?:في\s+)?(?P<date>{_DATE})\s*/\s*(?P<slashed>{_CREDIT}|وكالة[^/]{{3,50}}?)\s*/\s*(?=\S)"
)
_ARABIC_LETTERS = re.compile(  # "تل عبران 17-6-2013 نانا- استشهد": who files is a word that nobody else uses
    rf"(?P<city>[^\d(),،:./–—-]{{2,40}}?)\s+(?P<date>{_DATE})\s+(?P<bare>[^\W\d_]{{3,8}})-\s(?=\S)"
)
_ARABIC_DASH = re.compile(
    rf"(?P<city>[^\d(),،:.]{{2,40}}?)\s*[,،]\s*(?P<date>{_DATE})\s*[-–—ـ:]{{1,2}}\s*(?=\S)"
)
_ARABIC_WITH_YEAR = re.compile(  # "تلين 24 أغسطس 2018 ـ فرقت"
    rf"(?P<city>(?!(?:أحداث|مظاهرات|هجوم|هجمات|تفجير|مجزرة|انتخابات|اتفاق)\s)[^\W\d]+(?:\s[^\W\d]+)?)"
    rf"\s+(?P<date>{_DATE})(?<=(?:19|20)\d\d)\s*[-–—ـ]{{1,2}}\s+(?=\S)"
)
_AGENCY_ALONE = re.compile(
    rf"(?:(?:(?P<date>(?i:{_DATE}))\s+)?[(（](?P<agency>[^()（）]{{2,40}})[)）]\s*[-–—ـ_]{{1,2}}|(?P<bare>{_CREDIT})\s+[-–—]{{1,2}}\s)\s*(?=\S)"
)
_NAMES_TOO = "(?:وفا|مهر|بترا|صفا|سما|بنا|فارس|واع|وات|سبأ|تاس)"
"""Agencies that are called as people, or things, are."""

_CREDIT_AHEAD = re.compile(  # "(Reuters) The ministry …", "رويترز: قال …": letters that an agency alone has
    rf"(?:[(（]\s?(?P<agency>{_CREDIT})\s?[)）]:?|(?P<bare>(?=[\u0621-\u064a])(?!{_NAMES_TOO}\b)(?:{_CREDIT}))"
    rf"(?:\s?:|-(?=\s)))\s*(?=[\u0621-\u064aA-ZÀ-Þ\"“‘«])"
)
_DATED_LEAD = re.compile(rf"(?P<date>{_DATE})\s*[-–—]{{1,2}}\s*(?=\S)", re.IGNORECASE)
_FOR_ARABIC = (
    _IN_BRACKETS,
    _ARABIC_BOTH_CALENDARS,
    _ARABIC_FIGURES,
    _AGENCY_ALONE,
    _ARABIC,
    _ARABIC_BEFORE_STORY,
    _ARABIC_CREDIT,
    _ARABIC_SLASHES,
    _ARABIC_LETTERS,
    _ARABIC_TOGETHER,
    _ARABIC_DASH,
    _ARABIC_WITH_YEAR,
)
_MARK = re.compile(r"[-–—ـ_:/(（]|\d{4}\.\s")
"""One of these ends every dateline."""

_LONGEST = 110
_LONGEST_KEPT = 4000
_SHORTEST_LEAD = 140
_NO_CITY = frozenset(
    """
    on in at since from by until till between after before updated photo published posted
    analysis exclusive updated update opinion interview feature breaking urgent video watch live editorial
    comment explainer factbox profile
    the a an this that when while as and but for to during last next page date today
    le la les en au aux depuis du dès dans في منذ بعد قبل حتى يوم قال قالت وقال أعلن
    """.split()
)
_BARE_WEEKDAYS = frozenset("اثنين إثنين أثنين ثلاثاء أربعاء اربعاء خميس جمعة سبت أحد احد".split())
_ARTICLES = frozenset("THE LA LE LES EL LOS LAS".split())
_IS_WEEKDAY = re.compile(
    r"\w+(?:DAY|DI)|DIMANCHE|LUNES|MARTES|MIÉRCOLES|JUEVES|VIERNES|SÁBADO|DOMINGO"
)
_SMALL_WORDS = frozenset("al el de des du la le les of the and sur ed ad as ar ash an".split())


_COLON_AHEAD = re.compile(r":\s\(")
_OUTLET = re.compile(r"(?!Update|Corrected|Laughter|Applause)(?:[A-Z][\w'’-]+\s){1,3}[A-Z][\w'’-]+")
_YEAR_BEHIND = re.compile(r"(?:19|20)\d\d$")
_DATE_ALONE = re.compile(_DATE, re.IGNORECASE)


@dataclass(frozen=True)
class Dateline:
    """The parts of a dateline; parts that it lacks are empty texts.

    Attributes:
        text: the whole of it, without the dash.
        city: where the story was filed.
        date: the words of its date.
        agency: what stands in its brackets.
        end: offset at which the story begins.
    """

    text: str
    city: str
    date: str
    agency: str
    end: int


_OF_A_PICTURE = re.compile(r"\s*(?:getty|images?\b|file photo|pool\b)", re.IGNORECASE)
"""What follows the agency where a picture is credited: "Mira Holt / AFP / Getty Images"."""


def dateline_of(line: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None."""
    return _dateline(line if len(line) <= _LONGEST_KEPT else line[: _LONGEST * 2])


@lru_cache(maxsize=4096)  # several rules ask for the same lines
def _dateline(line: str) -> Dateline | None:
    line = line[: _LONGEST * 2]
    if _MARK.search(line, 0, _LONGEST + 2) is None:
        return None
    plain = western_digits(line)
    patterns = (
        _FOR_ARABIC
        if is_arabic(plain[:20])
        else (_IN_BRACKETS, _OUTLET_IN_BRACKETS, _AGENCY_ALONE, _LATIN, *_LATIN_BEFORE_STORY)
    )
    for pattern in patterns:
        match = pattern.match(plain)
        if pattern is _ARABIC_TOGETHER and len(line) < _SHORTEST_LEAD:
            continue
        if match is None or match.end() > _LONGEST or _OF_A_PICTURE.match(plain, match.end()):
            continue
        parts = match.groupdict()
        named = (parts.get(group) for group in ("agency", "bare", "slashed", "outlet"))
        agency = next(filter(None, named), "").strip()
        date, city = (parts.get("date") or "").strip(), (parts.get("city") or "").strip()
        if not _can_be_city(city) or begins_with_mark(plain):
            continue
        if _COLON_AHEAD.search(match[0]) and not (city.isupper() and _OUTLET.fullmatch(agency)):
            continue  # who speaks in a record, "MAREN: (APPLAUSE) –", or a headline
        if _DATE_ALONE.fullmatch(agency):  # "GENEVA (14 June 2018) –"
            date, agency = agency, ""
        in_capitals = city.isupper() and len(city) > 3 and pattern is _LATIN and not plain.isupper()
        with_year = len(line) >= _SHORTEST_LEAD and _YEAR_BEHIND.search(date) is not None
        sure = agency or in_capitals or with_year or ":" not in parts.get("dash", "")
        if (date and sure) or agency or in_capitals:
            return Dateline(line[: match.end()].strip(" -–—ـ"), city, date, agency, match.end())
    return _credit_ahead(line, plain) or _dated_lead(line, plain)


def _credit_ahead(line: str, plain: str) -> Dateline | None:
    """ "(Reuters) The minister said …": a paragraph that begins with an agency in brackets."""
    can_begin = line[:1] in "(（" or is_arabic(line[:1])
    match = _CREDIT_AHEAD.match(plain) if can_begin and len(line) >= _SHORTEST_LEAD else None
    if match is None:
        return None
    agency = match["agency"] or match["bare"]
    return Dateline(line[: match.end()].strip(" -–—ـ:"), "", "", agency, match.end())


def _dated_lead(line: str, plain: str) -> Dateline | None:
    """ "30 October 2016 – The envoy said today …": a paragraph that begins with its day and year."""
    match = _DATED_LEAD.match(plain) if len(line) >= _SHORTEST_LEAD else None
    if match is None or _YEAR_BEHIND.search(match["date"]) is None:
        return None
    return Dateline(line[: match.end()].strip(" -–—ـ"), "", match["date"], "", match.end())


def _can_be_city(text: str) -> bool:
    """Whether the words before a date can be a place: "On 3 May 2018 – …" has none, nor "خميس, 3/5/2018"."""
    if text.removeprefix("ال") in _BARE_WEEKDAYS:
        return False
    parts = text.replace(",", " ").split()
    is_in_capitals = (  # "THE HAGUE"
        len(parts) > 1
        and parts[0] in _ARTICLES
        and parts[1].isupper()
        and not _IS_WEEKDAY.fullmatch(parts[1])
    )
    if parts and ((parts[0].lower() in _NO_CITY and not is_in_capitals) or len(parts) > 6):
        return False
    return all(not part[:1].islower() or part in _SMALL_WORDS for part in parts)

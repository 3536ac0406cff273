"""Who filed a report in Arabic, where a city stands beside a paper or a name right above the story.

    تلين – أفق برس
    تلين – ميرا هولت
    > تلين «المنارة» رويترز :
    خاص: لـ «أخبار المرفأ»

Such a line is no headline, however alone it stands. Behind a city stands who wrote; in quotation marks who put
it out, if an agency follows.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from generator.inference.credits import is_known_outlet, is_outlet, is_outlet_where_filed
from generator.inference.date_lines import line_below
from generator.inference.names import has_given_name, is_person
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.sections import is_section
from generator.model import Finding
from generator.orthography import is_arabic

_NAME = r"[^\W\d_]+(?:\s[^\W\d_]+){0,4}"
_CITY = r"[>\s]*(?:من\s)?(?P<city>[^\W\d_]+(?:\s[^\W\d_]+){0,2})"
_BEHIND_CITY = re.compile(rf"{_CITY}\s?[-–—ـ_]{{1,2}}\s?(?P<who>{_NAME})\s?[:.]?")
_IN_QUOTES = re.compile(
    rf"{_CITY}\s?[-–—]?\s?[«“\"](?P<paper>[^«»“”\"]{{3,30}})[»”\"]\s?(?P<agency>[^:«»\d]{{0,30}}?)\s?:?"
)
_SPECIAL_TO = re.compile(
    r"(?:(?:^|[-–—/]\s?)(?:(?:تقرير|تصريح|حوار|لقاء|مقابلة)\s)?خاصّ?\s?:?\s?(?:لـ?|[إا]لى)?|[-–—/]\s?خاصّ?\sبـ?)"
    r"\s?[«“\"]\s?(?P<name>[^«»“”\"]{3,40}?)\s?[»”\"]\s*:?$"
)
_SPECIAL = re.compile(rf"[-–—]\s?خاص\s(?:ل|ب)?(?P<name>{_NAME})\s?:?$")
_DESK = re.compile(rf"(?:فريق|هيئة|قسم|أسرة) التحرير\s?[-–—|]\s?(?P<name>{_NAME})")
_AHEAD = re.compile(r"(?P<name>[^\W\d_][^:،.()«»]{2,30}?)(?:\sمن\s[^\W\d_]+)?\s?:\s+(?=[^\W\d_])")
_PRESS = re.compile(r"[^\W\d_]+\s(?:نيوز|برس|بريس)")
_NO_CITY = re.compile(
    r"(?:ترجمة|تصوير|عدسة|صورة|صور|بالصور|[أا]رشيف|شاهد|فيديو|بالفيديو|[إا]شراف|[إا]عداد|[إا]خراج|حوار|لقاء|ضيف|تحرير|مراجعة"
    r"|نقلا|نقلاً|كاريكاتير|خبر|عاجل|تقرير|مقال|رأي|الناطق|المتحدث|رئيس|قائد|أمين|مراسل|مدير|وزير)(?!\w)"
)
_OF_TWO = re.compile(
    r"(?:تل|دير|رأس|بئر|عين|أم|بيت|بلدة|مدينة|ريف|خان|وادي|جبل|سوق|باب|قرية|مخيم|ولاية|محافظة)\s"
)
"""How cities of two words begin."""

_NO_PAPER = re.compile(
    r"(?:الأمم المتحدة|أخبار الأمم|مفوضية|ال?[أا]ونروا|ال?يونيسف|الصليب|مراسلون|أطباء|هيومن|العفو|أمنستي"
    r"|المرصد|الشبكة السورية|مركز|سوريون|مواطنة|الأورومتوسطي|بتسيلم)"
)
"""Known names of those who speak in papers and put none out."""

_NOBODY = re.compile(r"(?:ال)?(?:وكالات|متابعات|خاص|مراسلنا|مراسلون|مكتب)\b")
_LONGEST, _SHORTEST, _SHORTEST_WORD = 90, 60, 4
_TOP, _MOST_WORDS = 6, 8


class _Filed(NamedTuple):
    """A line that says where a report was filed: for whom, or by whom, and which paper put it out."""

    line: str
    number: int
    source: str = ""
    author: str = ""
    paper: str = ""


def is_filed_line(reading: Reading, number: int) -> bool:
    """Whether a line above the story is nothing but where a report was filed, and by or for whom."""
    return _read(reading, number) is not None


def filed_for(reading: Reading) -> Finding | None:
    """The source in such a line."""
    filed = next((found for found in _filed(reading) if found.source), None)
    return Finding(filed.source, f"filed for it: {quoted(filed.line)}") if filed else None


def filed_by(reading: Reading) -> Finding | None:
    """The author in such a line."""
    filed = next((found for found in _filed(reading) if found.author), None)
    if filed is None:
        return None
    return Finding([filed.author], quoted(filed.line), frozenset({filed.number}))


def put_out_by(reading: Reading) -> Finding | None:
    """The paper in quotation marks, where an agency stands behind it."""
    filed = next((found for found in _filed(reading) if found.paper), None)
    return Finding(filed.paper, f"beside an agency: {quoted(filed.line)}") if filed else None


def ahead_of_story(reading: Reading) -> Finding | None:
    """The known outlet with which a story begins: "قنديل تلين: طالبت …"."""
    story = reading.first_story_line()
    match = _AHEAD.match(story) if is_arabic(story[:_TOP]) else None
    if match is None or not _puts_out(match["name"]):
        return None
    begun = filter(None, map(_AHEAD.match, reading.lines))
    if sum(is_known_outlet(other["name"]) for other in begun) > 1:
        return None  # a review of what they write
    return Finding(match["name"], f"before the story: {quoted(match[0])}")


def _puts_out(name: str) -> bool:
    """Whether a known name is a paper's or a station's, and no word: "شفق نيوز", "هسبريس", no "العربية"."""
    is_sure = " " in name or (len(name) > _SHORTEST_WORD and not name.startswith("ال"))
    return is_sure and is_known_outlet(name) and _NO_PAPER.match(name) is None


def _filed(reading: Reading) -> list[_Filed]:
    return reading.once(_all_filed)


def _all_filed(reading: Reading) -> list[_Filed]:
    filled = islice((n for n, line in enumerate(reading.lines) if line), _TOP)
    top = dict.fromkeys((*filled, *reading.head))
    return [found for number in top if (found := _read(reading, number)) is not None]


def _read(reading: Reading, number: int) -> _Filed | None:
    line = reading.lines[number]
    if len(line) > _LONGEST or not is_arabic(line):
        return None
    special = _SPECIAL_TO.search(line)
    if special is not None and _is_paper(reading, special["name"], number):
        return _Filed(line, number, source=special["name"])
    special = _SPECIAL.search(line)
    if special is not None and (is_known_outlet(special["name"]) or is_outlet(special["name"])):
        return _Filed(line, number, source=special["name"])
    desk = _DESK.fullmatch(line)
    if desk is not None and not is_section(desk["name"]):
        return _Filed(line, number, source=desk["name"])
    below = line_below(reading, number)
    if below is None or not (is_story(reading.lines[below]) or _is_paragraph(reading, below)):
        return None
    return _quoted_paper(reading, number) or _behind_city(reading, number)


def _is_paper(reading: Reading, name: str, number: int) -> bool:
    """Whether a name in quotation marks is an outlet's, by its words or because it stands elsewhere alone."""
    if is_known_outlet(name) or is_outlet(name) or reading.is_publisher(name):
        return True
    return any(line == name for n, line in enumerate(reading.lines) if n != number)


def _is_city(reading: Reading, text: str, number: int) -> bool:
    """Whether the words before a dash are a place: one word, or as cities are called, or told in the story."""
    if _NO_CITY.match(text) or has_given_name(text):
        return False
    if " " not in text or _OF_TWO.match(text):
        return True
    return any(text in line for line in reading.lines[number + 1 :])


def _is_paragraph(reading: Reading, number: int) -> bool:
    """Whether a line is a short paragraph, or a point of the story."""
    line = reading.lines[number]
    return len(line) >= _SHORTEST and line.rstrip('»”" ').endswith((".", "؟", "!"))


def _quoted_paper(reading: Reading, number: int) -> _Filed | None:
    line = reading.lines[number]
    match = _IN_QUOTES.fullmatch(line)
    if match is None or not _is_city(reading, match["city"], number):
        return None
    agency = reading.context.agencies.any_part(match["agency"])
    is_said = bool(match["agency"]) and not agency and not _NOBODY.match(match["agency"])
    if is_said or not (match["agency"] or line.rstrip().endswith(":")):
        return None
    paper = match["paper"].strip()
    if not agency and not _is_paper(reading, paper, number):
        return None
    return _Filed(line, number, source=agency or paper, paper=paper if match["agency"] else "")


def _behind_city(reading: Reading, number: int) -> _Filed | None:
    line = reading.lines[number]
    match = _BEHIND_CITY.fullmatch(line) if len(line.split()) <= _MOST_WORDS else None
    if match is None or is_section(match["city"]):
        return None
    city, who = match["city"], match["who"].strip()
    if _puts_out(city) and not is_outlet(who) and not is_section(who):
        if has_given_name(who) and " " in who and is_person(reading, who, strictly=True):
            return _Filed(line, number, source=city, author=who)
        is_told = " " in city or any(who in other for other in reading.lines[number + 1 :])
        return _Filed(line, number, source=city) if " " not in who and is_told else None
    if not _is_city(reading, city, number):
        return None
    if is_outlet_where_filed(who) or reading.context.agencies.named(who) or _PRESS.fullmatch(who):
        return _Filed(line, number, source=reading.context.agencies.named(who) or who)
    if has_given_name(who) and " " in who and is_person(reading, who, strictly=True):
        is_told = any(who.split()[-1] in other for other in reading.lines[number + 1 :])
        return None if is_told else _Filed(line, number, author=who)
    return None

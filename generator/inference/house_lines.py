"""Authors, source and date of lines that single houses print above their stories, each in a form of its own.

Words run together there, or the sign between them is one that elsewhere parts nothing. A form that
another house has is another pattern below: ``names`` are who wrote the report, ``outlet`` is who put
it out, ``day`` is when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from generator.inference.byline import people_in
from generator.inference.calendar_names import ANY_MONTH, ANY_WEEKDAY
from generator.inference.date_lines import day_first, full_dates
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_FIGURES = r"(?P<day>\d{1,2}/\d{1,2}/(?:19|20)\d\d)"
_WORDS = rf"(?P<day>\d{{1,2}}\s(?:{ANY_MONTH})\s(?:19|20)\d\d)"
_FORMS = tuple(
    (sign, re.compile(form, re.IGNORECASE))
    for sign, form in (
        (  # Libération: "MIRA HOLT ENVOYÉE SPÉCIALE À TELLIN 3 JANVIER 2013 À 19:06"
            "ENVOYÉ",
            rf"(?-i:(?P<names>[A-ZÀ-Þ][A-ZÀ-Þ'’ -]+?))\senvoyée?s?\sspéciale?s?\s[^\d]{{2,40}}\s{_WORDS}"
            r"\sà\s\d\d:\d\d",
        ),
        (  # La Croix: "La Croix (avec AFP), le 10/06/2018 à 14:22"
            " (avec ",
            r"(?-i:[A-ZÀ-Þ][^\d(]{2,30}\s\(avec\s(?P<agency>[A-Z]{2,8})\)),"
            rf"\sle\s{_FIGURES}(?:\sà\s\d\d:\d\d)?",
        ),
        (  # al-Modon: "ميرا هولت|الإثنين02/01/2017شارك المقال :"
            "شارك المقال",
            r"(?!ترجمة\s|رأي\s|حول\s|تحليل\s)"
            rf"(?P<names>[^\d|]{{5,60}})\|(?:{ANY_WEEKDAY})\s?{_FIGURES}\s?شارك المقال\s?:?(?:\s?\d+)?",
        ),
        (  # al-Masry al-Youm: "الاثنين 11-08-2014 19:22 | كتب: ميرا هولت |"
            "| كتب",
            rf"(?:.{{8,120}}\s)?(?:{ANY_WEEKDAY})\s(?P<day>\d\d-\d\d-(?:19|20)\d\d)\s\d\d:\d\d"
            r"\s\|\sكتبت?:\s(?P<names>[^|:\d]{5,60}?)\s?\|?",
        ),
        (  # as-Safir: "هذا المقال نُشر في جريدة السفير بتاريخ 2011-11-08 على الصفحة رقم 9 – عربي ودولي"
            "جريدة السفير",
            r"(?:هذا المقال )?نُ?شر (?:هذا المقال )?في جريدة (?P<outlet>السفير) بتاريخ"
            r" (?P<day>(?:19|20)\d\d-\d\d-\d\d)(?: على الصفحة .{0,60})?",
        ),
        (  # the Daily Star: "A version of this article appeared in the print edition of … on May 09, 2013"
            "print edition",
            rf"A version of this article appeared in the print edition of [A-Z][\w' ]{{3,30}} on"
            rf" (?P<day>(?:{ANY_MONTH})\s\d{{1,2}},\s(?:19|20)\d\d)(?:, on page \w{{1,4}})?\.?",
        ),
        (  # Newsweek: "BY MIRA HOLT ON 3/12/16 AT 10:12 AM"
            " AT ",
            r"(?-i:BY\s(?P<names>[A-Z][A-Z .'-]{4,50}?)\sON\s)\d{1,2}/\d{1,2}/\d\d"
            r"\sAT\s\d{1,2}:\d\d\s[AP]M",
        ),
        (  # the Daily Mail: "By Mira Holt For Mailonline"
            "ailonline",
            r"By\s(?P<names>[A-Z][^\d,]{4,50}?)\sfor\s(?:the\s)?mailonline",
        ),
        (  # Ma'an: "نشر الخميس 19/05/2011 (آخر تحديث) 20/05/2011 الساعة 10:15"
            "(آخر تحديث)",
            rf"نشر(?:\s(?:{ANY_WEEKDAY}))?\s{_FIGURES}\s\(آخر تحديث\)\s.{{6,40}}",
        ),
        (  # Swissinfo: "هذا المحتوى تم نشره يوم 19 أغسطس 2023 - 21:30 يوليو,"
            "هذا المحتوى",
            rf"هذا المحتوى تم نشره يوم\s{_WORDS}(?:\s-\s\d\d:\d\d.{{0,12}})?",
        ),
        (  # al-Arabiya: "دبي - ميرا هولت، العربية.نت"
            "العربية.نت",
            r"(?!تصوير\s|الفنانة?\s|حوار\s)[^\W\d]+(?:\s[^\W\d]+)?\s-\s(?P<names>[^\d،,:.-]{5,40})،\s(?P<outlet>العربية\.نت)",
        ),
        (  # al-Hayat: "لندن، غوران – ميرا هولت؛ «الحياة»، أ ف ب"
            "«الحياة»",
            r"(?!حوار\s)[^\W\d]+(?:[\s،]+[^\W\d]+){0,3}\s[-–]\s(?P<names>[^\d،,؛:.]{5,40})؛\s«الحياة».{0,40}",
        ),
        (  # Naharnet: "by Naharnet Newsdesk 14 July 2012, 11:48"
            "Newsdesk",
            rf"by\s(?P<outlet>Naharnet)\sNewsdesk(?:\s{_WORDS},\s\d\d:\d\d)?",
        ),
        (  # CBS: "CBS/AP/ November 9, 2013, 7:02 AM"
            "CBS",
            rf"CBS(?:\sNEWS)?(?:/(?P<outlet>AP))?/\s(?P<day>(?:{ANY_MONTH})\s\d{{1,2}},\s(?:19|20)\d\d)"
            r"(?:,\s[\d:]+\s[AP]M)?",
        ),
        (  # Anadolu: "AA / Tellin / Mira Holt"
            "AA",
            r"(?P<outlet>AA)\s*/\s*[A-ZÀ-Þ][^/\d]{2,30}?\s*/\s*(?P<names>[A-ZÀ-Þ][^/\d]{4,60}?)",
        ),
        (  # Hespress: "هسبريس من تلينالثلاثاء 10 دجنبر 2024 - 20:51", "هسبريس - ميرا هولتالثلاثاء …"
            "هسبريس",
            rf"(?P<outlet>هسبريس)\s(?:من\s[^\d]{{2,20}}?|-\s(?P<names>[^\d]{{5,40}}?))\s?(?:{ANY_WEEKDAY})\s{_WORDS}"
            r"\s-\s\d\d:\d\d",
        ),
        (  # Guinéenews: "Publié par : Mira Holt Le : mardi, 21 novembre 2023 à 15h:15"
            "Publié par",
            rf"Publié par\s?:\s(?P<names>[^\d:]{{5,60}}?)\sle\s?:\s(?:{ANY_WEEKDAY}),?\s{_WORDS}"
            r"(?:\sà\s\d\d?h:?\d\d)?",
        ),
        (  # an observatory's posts of what others wrote: "11 October,2015 SOHR in media"
            "in media",
            rf"(?P<day>\d{{1,2}}\s(?:{ANY_MONTH}),\s?(?:19|20)\d\d)\s(?-i:[A-Z]{{2,6}})\sin\smedia",
        ),
    )
)
"""What each line of a form has, to be looked for first; and the form."""

_BELOW = ("هذا المقال نشر", "هذا المقال نُشر", "A version of this article")
"""How lines begin that stand below a story."""

_FEWEST_LABELS = 3
_LABELS = ("Format", "Source", "Sources", "Posted", "Originally published", "Origin", "Theme")
"""Those beside a text on ReliefWeb, each above what it says."""

_RELIEFWEB_FORMATS = frozenset(
    (
        *("News and Press Release", "Situation Report", "Analysis", "Appeal", "Assessment", "Map"),
        *("Infographic", "Interactive", "Manual and Guideline", "UN Document", "Other"),
        "Evaluation and Lessons Learned",
    )
)
"""What ReliefWeb sorts reports into; catalogues of libraries have formats of their own."""


class _Line(NamedTuple):
    """A line of such a form."""

    number: int
    match: re.Match[str]


def names(reading: Reading) -> Finding | None:
    """Who wrote the report, as far as they are people."""
    for line, said in _said(reading, "names"):
        people = people_in(reading, said, strictly=False)
        if people:
            return _found(people, line)
    return None


def outlet(reading: Reading) -> Finding | None:
    """The agency or the outlet that wrote it."""
    credited = any(map(reading.context.agencies.named, (reading.lines[n] for n in reading.tail)))
    for line, said in () if credited else _said(reading, "outlet"):
        return _found(reading.context.agencies.named(said) or said, line)
    for line, said in _said(reading, "agency"):
        return _found(reading.context.agencies.named(said), line)
    name = reading.of_lines(_record).get("Source", "")
    return Finding(name, f"record beside the text: {quoted(name)}") if name else None


def day(reading: Reading) -> Finding | None:
    """The day on which it was put out."""
    for line, said in _said(reading, "day"):
        days = next((day_first(mention).days for mention in full_dates(reading, said)), ())
        if len(days) == 1:
            return _found(days[0].isoformat(), line)
    record = reading.of_lines(_record)
    said = record.get("Originally published") or record.get("Posted", "")
    days = next((mention.days for mention in full_dates(reading, said)), ()) if said else ()
    evidence = f"record beside the text: {quoted(said)}"
    return Finding(days[0].isoformat(), evidence) if len(days) == 1 else None


def _said(reading: Reading, part: str) -> Iterator[tuple[_Line, str]]:
    """What lines of such a form say of a field."""
    start = reading.story_start() or 0
    last = (reading.below_standfirst or (start,))[-1]
    for line in reading.of_lines(_lines_of_a_form):
        parts = line.match.groupdict()
        if line.number > last and not line.match[0].startswith(_BELOW):
            continue  # of another report, or of what somebody refers to
        if parts.get("agency") and not reading.context.agencies.named(parts["agency"]):
            continue  # whom somebody was with
        if parts.get(part):
            yield line, parts[part]


def _found(value: object, line: _Line) -> Finding:
    return Finding(value, quoted(line.match[0]), frozenset({line.number}))


def _lines_of_a_form(lines: tuple[str, ...]) -> tuple[_Line, ...]:
    found = (
        (number, form.fullmatch(line))
        for number, line in enumerate(lines)
        for sign, form in _FORMS
        if sign in line
    )
    return tuple(_Line(number, match) for number, match in found if match is not None)


def _record(lines: tuple[str, ...]) -> Mapping[str, str]:
    """What stands below each label of ReliefWeb's; nothing where hardly one of them is there."""
    shown = [line for line in lines if line]
    found: dict[str, str] = {}
    for label, value in pairwise(shown):
        if label in _LABELS and value not in _LABELS:
            found.setdefault(label, value)
    is_theirs = found.get("Format", "") in _RELIEFWEB_FORMATS
    return found if len(found) >= _FEWEST_LABELS and is_theirs else {}

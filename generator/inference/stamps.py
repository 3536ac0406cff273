"""Date: what newsrooms and papers stamp on a report: an agency's sign-off, a page number, a clock.

"141652 GMT Nov 12" ends the copy of agencies: day, hour and minute in one, then the month and two figures
of the year. "Le Monde, mardi 17 octobre 2006, p. 11" is how databases of newspapers name the issue. A
year of two figures counts where a clock stands behind it: "le 09.07.17 | 10h00".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.inference.calendar_names import ANY_MONTH, ANY_WEEKDAY, month_number
from generator.inference.credited_days import ends_a_report
from generator.inference.date_lines import UPDATED, full_dates, line_above
from generator.inference.language import of_the_body
from generator.inference.mentions import converted_dates_in, is_plausible_day, weekdays_in
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.sections import is_section
from generator.model import Finding
from generator.orthography import western_digits

_END = 8
_CENTURY = 100
_SIGN_OFF = re.compile(
    rf"(?:[a-z]{{2,8}}[\s/]+){{0,5}}(?P<day>[0-3]\d)(?:[01]\d|2[0-3])[0-5]\d\s?(?:GMT|UTC|Z)\s"
    rf"(?P<month>{ANY_MONTH})\.?\s(?P<year>\d\d)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r",\s(?:p\.?|pp\.|page|pg\.?|ص\.?)\s?[A-Z]?\d{1,3}\.?$|;\s(?:page\s)?[A-Z]{1,2}\d{1,3}$",
    re.IGNORECASE,
)
_CLOCKED = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sign>[/.])(?P<month>\d{1,2})(?P=sign)(?P<year>\d\d)(?!\d)"
    r"\s*(?:[|,–-]|à|at|الساعة)?\s*(?:[01]?\d|2[0-3])\s?[h:]\s?[0-5]\d(?!\d|\s?[AaPp]\.?[Mm])",
    re.IGNORECASE,
)
_SHORT_ALONE = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d\d)")
_NAMED = re.compile(rf"(?P<day>\d{{1,2}})\s(?P<month>{ANY_MONTH})\.?\s['’]?(?P<year>\d\d)", re.I)
_EDITION = re.compile(
    r"\bédition\s(?:du|of)\s(?P<day>(?:[^\W\d]+\s)?\d{1,2}\S*\s[^\W\d]+\s\d{4})", re.I
)
_VOLUME = re.compile(r"\bvol(?:ume)?\.?\s?[\dIVXLC]+\W+(?:no|nr|issue|n°)\.?\s?\d+", re.IGNORECASE)
_LETTER = re.compile(
    r"Subject:\s\S(?:.{0,40}\s)?\S*(?:news|newsletter|bulletin|digest|update|weekly)\s(?:(?:no|nr|issue)\.?\s)?#?\d{1,4}"
    rf"\s?[,:–-]\s(?P<day>(?:{ANY_WEEKDAY}),?\s\d.{{6,24}}\d{{4}})",
    re.IGNORECASE,
)
"""The subject of a letter to readers by its number: "Subject: TellinNEWS 12, Friday 29th June 2001"."""

_NAME = re.compile(r"[^\"“”«».!?;\d]{0,60}")
"""What may stand before the day of an issue: a paper's name, a weekday; no sentence, no other day."""

_FEW_WORDS, _MONTHS = 2, 12
_OLDEST = 80
"""Of two figures that would lie ahead: the year from which on they are of the last century."""

_DAY_FIRST = ("fr", "ar")
"""Languages in whose countries nobody writes the month before the day."""


_TOP, _STAMP = 12, 60
_SITE_AND_CLOCK = re.compile(
    r"(?:\w[\w-]*\.)+[a-z]{2,4}\s+(?P<day>(?:19|20)\d\d-\d\d-\d\d)\s\d\d:\d\d:\d\d\b", re.I
)
"""As Xinhua's pages have it: "English.news.cn 2015-05-04 19:26:13 [More] Feedback"."""

_SECTION_AND_CLOCK = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|&|and)\s){1,5}(?P<day>[A-Z][a-z]{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d),?\s\d{1,2}:\d\d\sUTC[+-]\d{1,2}"
)
"""As TASS's pages have it: "Military & Defense March 14, 2016, 20:47 UTC+3"."""

_FRENCH_STAMP = re.compile(
    r"(?P<day>\d\d)/(?P<month>\d\d)/(?P<year>(?:19|20)\d\d)\s\d\d:\d\d(?::\d\d)?\s-\s[^()]{2,40}"
    r"\s\((?P<agency>[A-Z]{2,6})\)\s-\s©\s(?P=year)\s(?P=agency)"
)
"""As customers of AFP's French service have it: "12/03/2011 14:32:05 - TELLIN (AFP) - © 2011 AFP"."""


_DESK_STAMP = re.compile(
    r"[.!?»”]\s\[(?:(?!(?:see|log|of|the|at|on|by|in|cf|vu|vol|lu|le|du|de|au|par|maj|màj|web|site)\s)[a-zà-ÿ]{2,4}\s){2,6}(?P<day>\d\d?/\d\d?/(?:19|20)\d\d)\s\d\d?:\d\d\]"
)
"""Initials, day and clock with which a desk closes its report: "… l'an dernier. [mh ps 17/04/2009 13:20]"."""


_BOTH_CALENDARS = re.compile(
    r"[\u0621-\u0652]{2,}(?:\s[\u0621-\u0652]{2,}){0,3}\s\d{1,2}\s.{4,40}\sالموافق\s+"
)
"""A city, a day of the Islamic calendar, and the word before that of the common one."""

_OF_OUR_ERA = re.compile(r"\s*(?:م(?!\w)\.?|ميلادية?)?[\s/(–-]*(?P<agency>[^\d()]{2,30}?)[\s)/]*")
_CLOCK_AND_SECTION = re.compile(
    r"(?P<day>\d\d?[/.-]\d\d?[/.-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)\s+\d\d?[:h]\d\d\s+(?P<section>[^\W\d][^\d|]{1,30})"
)
"""Day, clock and section: "26/04/2018 17:25 Harbour"."""

_BETWEEN_SECTIONS = re.compile(r"\s+[>›»]\s+")


def sign_off(reading: Reading) -> Finding | None:
    """ "dpa hm/rk 141652 GMT Nov 12", alone in one of the last lines; AFP's stamp in French anywhere."""
    for line in reading.lines[:_TOP]:
        match = _SITE_AND_CLOCK.match(line) or _below_headline(reading, line)
        found = list(full_dates(reading, match["day"])) if match else []
        if found:
            return Finding(found[0].days[0].isoformat(), quoted(line))
    for number, line in enumerate(reading.lines):
        stamp = _FRENCH_STAMP.fullmatch(line) if "©" in line else None
        above = line_above(reading, number) if stamp else None
        is_own = number < (reading.story_start() or 0) or above is None
        is_own = is_own or ends_a_report(reading.lines[above or 0])
        day = _day_of(stamp, reading.draft.raw.retrieved) if stamp and is_own else None
        if day is not None:
            return Finding(day.isoformat(), f"stamp {quoted(line)}")
    for line in [line for line in reversed(reading.lines) if line][:_END]:
        match = _SIGN_OFF.fullmatch(line)
        day = _in_words(reading, match) if match and not UPDATED.search(line) else None
        if day is not None:
            return Finding(day.isoformat(), f"sign-off {quoted(line)}")
    return _stamped_by_desk(reading)


def in_both_calendars(reading: Reading) -> Finding | None:
    """ "تلين 04 ربيع الأول 1433 ه الموافق 27 يناير 2012 م واس" above the story, of an agency that is known.

    Both days have to be the same, but for the one by which the calendars' countries differ.
    """
    for number in range(reading.story_start() or 0):
        line = reading.lines[number]
        ahead = _BOTH_CALENDARS.match(line) if "الموافق" in line and not is_story(line) else None
        common = [m for m in full_dates(reading, line) if len(m.days) == 1] if ahead else []
        if ahead is None or len(common) != 1 or common[0].start < ahead.end():
            continue
        agency = _OF_OUR_ERA.fullmatch(line[common[0].end :])
        islamic = converted_dates_in(ahead[0], reading.draft.raw.retrieved)
        is_same = any(common[0].days[0] in mention.days for mention in islamic)
        if is_same and agency is not None and reading.context.agencies.named(agency["agency"]):
            return Finding(common[0].days[0].isoformat(), quoted(line), frozenset({number}))
    return None


def below_path(reading: Reading) -> Finding | None:
    """ "26/04/2018 17:25 Harbour" right below "Home > Harbour > Headline": the section is that of the path."""
    for number in range(1, reading.story_start() or 0):
        line = reading.lines[number]
        match = _CLOCK_AND_SECTION.fullmatch(line) if line[:1].isdigit() else None
        above = line_above(reading, number) if match is not None else None
        if match is None or above is None:
            continue
        found = list(full_dates(reading, match["day"]))
        sections = _BETWEEN_SECTIONS.split(reading.lines[above])[:-1]
        if match["section"] in sections and found and len(found[0].days) == 1:
            return Finding(found[0].days[0].isoformat(), quoted(line), frozenset({number}))
    return None


def _below_headline(reading: Reading, line: str) -> re.Match[str] | None:
    """A section, a day and its clock right below the headline."""
    match = _SECTION_AND_CLOCK.fullmatch(line)
    title = reading.found.get("title")
    above = line_above(reading, reading.lines.index(line)) if match and title else None
    return match if title is not None and above in title.consumed else None


def _stamped_by_desk(reading: Reading) -> Finding | None:
    """The day with its clock behind initials, where the last of the report's sentences ends."""
    for line in [line for line in reversed(reading.lines) if line][:_END]:
        stamp = _DESK_STAMP.search(line, max(0, len(line) - _STAMP)) if line[-1] == "]" else None
        found = list(full_dates(reading, stamp["day"])) if stamp else []
        if stamp is not None and stamp.end() == len(line) and found and len(found[0].days) == 1:
            return Finding(found[0].days[0].isoformat(), f"sign-off {quoted(stamp[0])}")
    return None


def _day_of(stamp: re.Match[str], latest: date) -> date | None:
    try:
        day = date(int(stamp["year"]), int(stamp["month"]), int(stamp["day"]))
    except ValueError:
        return None
    return day if is_plausible_day(day, latest) else None


def issue(reading: Reading) -> Finding | None:
    """The day of the paper's issue: before a page's number, beside that of the issue, of an edition."""
    for line in _above_the_story(reading):
        part = _dated_part(line)
        if not part or UPDATED.search(line):
            continue
        dated = [mention for mention in full_dates(reading, part) if mention.day]
        if len({mention.days for mention in dated}) != 1 or len(dated[0].days) != 1:
            continue
        day, weekdays = dated[0].days[0], {number for _, number in weekdays_in(part)}
        if _NAME.fullmatch(part[: dated[0].start]) and (not weekdays or day.weekday() in weekdays):
            return Finding(day.isoformat(), f"issue of a paper {quoted(line)}")
    return None


def _dated_part(line: str) -> str:
    """What stands in a line where the day of an issue does; an empty text where nothing says so."""
    if (page := _PAGE.search(line)) is not None:
        return line[: page.start()]
    if (edition := _EDITION.search(line)) is not None:
        return edition["day"]
    letter = _LETTER.fullmatch(line) if line.startswith("Subject:") else None
    if letter is not None:
        return letter["day"]
    bare = _VOLUME.sub("|", line)  # "No. 3 October 2016" is no third of October
    return bare if bare != line else ""


def clocked(reading: Reading) -> Finding | None:
    """A day with two figures of the year and its clock; none where two such lines differ."""
    language = reading.once(of_the_body)
    if language is None or language.value not in _DAY_FIRST:
        return None
    found: dict[date | None, str] = {}
    for line in _above_the_story(reading):
        if _CLOCKED.search(western_digits(line)) is None:
            continue
        update = UPDATED.search(line)
        plain = western_digits(line[: update.start()] if update else line)
        if len(re.findall(r"[^\W\d_]{3,}", _CLOCKED.sub(" ", plain))) > _FEW_WORDS:
            continue  # of what is to happen
        for match in _CLOCKED.finditer(plain):
            found[short_day(reading, match)] = line
    day, line = next(iter(found.items()), (None, ""))
    return Finding(day.isoformat(), quoted(line)) if day is not None and len(found) == 1 else None


def beside_headline(reading: Reading) -> Finding | None:
    """ "17.03.21" alone above or below the headline, where no other line above the story tells a day.

    Between dots the day is first. A label may stand between: "Statements".
    """
    title, start = reading.found.get("title"), reading.story_start() or 0
    if title is None or not title.consumed:
        return None
    top = tuple(n for n, line in enumerate(reading.lines[:start]) if line)[:_TOP]
    match = {n: m for n in top if (m := _SHORT_ALONE.fullmatch(western_digits(reading.lines[n])))}
    titles = [place for place, n in enumerate(top) if n in reading.repeats(str(title.value), top)]
    if len(match) != 1 or not titles:
        return None
    number = next(iter(match))
    place = top.index(number)
    is_beside = any(_is_beside(reading, top, place, other) for other in titles)
    day = (
        short_day(reading, match[number])
        if is_beside and _has_day_first(reading, match[number])
        else None
    )
    others = (
        m
        for n in top
        if not is_story(reading.lines[n])
        for m in full_dates(reading, reading.lines[n])
    )
    if day is None or any(m.day and day not in m.days for m in others):
        return None
    line = reading.lines[number]
    return Finding(day.isoformat(), quoted(line), frozenset({number}))


def _is_beside(reading: Reading, top: tuple[int, ...], place: int, title: int) -> bool:
    """Whether at most one line, a label of a word or two, stands between two lines."""
    first, last = sorted((place, title))
    between = [reading.lines[n] for n in top[first + 1 : last]]
    return len(between) <= 1 and all(
        is_section(line) or (len(line.split()) <= _FEW_WORDS and not re.search(r"\d", line))
        for line in between
    )


def _has_day_first(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the language, or the figures, tell that the day is first: "10.28.16" is of American English."""
    language = reading.once(of_the_body)
    is_told = language is not None and language.value in _DAY_FIRST
    return is_told or int(match["day"]) > _MONTHS


def short_day(reading: Reading, match: re.Match[str]) -> date | None:
    """The day that a match with ``day``, ``month`` and two figures of the ``year`` names in numbers."""
    return _day(reading, match["year"], int(match["month"]), match["day"])


def day_month_year(reading: Reading, text: str) -> date | None:
    """The day of "24 Aug 17", if a text is nothing else."""
    match = _NAMED.fullmatch(text.strip())
    return _in_words(reading, match) if match else None


def _above_the_story(reading: Reading) -> Iterator[str]:
    start = reading.story_start()
    top = reading.lines[:start] if start is not None else []
    return (line for line in [line for line in top if line][:_TOP] if not is_story(line))


def _in_words(reading: Reading, match: re.Match[str]) -> date | None:
    return _day(reading, match["year"], month_number(match["month"]), match["day"])


def _day(reading: Reading, year: str, month: int, day: str) -> date | None:
    """The day in this century; from 80 on in the last one, where it would lie ahead."""
    latest = reading.draft.raw.retrieved
    century = latest.year // _CENTURY * _CENTURY
    firsts = (century, century - _CENTURY) if int(year) >= _OLDEST else (century,)
    for first in firsts:
        try:
            found = date(first + int(year), month, int(day))
        except ValueError:
            return None
        if found <= latest:
            return found
    return None

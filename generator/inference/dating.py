"""Date: the day a report is from, as far as its words say, and never further.

A date in the story is the date of an event and not the report's. What counts is a label
("Published:"), a dateline, a line that is nothing but a date; and where those lack the year, the
year in which an agency printed its copyright line. Everything else stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.dates import ArchiveDate, from_days, parse_edtf
from generator.inference.boilerplate import is_page_furniture
from generator.inference.calendar_names import ANY_WEEKDAY
from generator.inference.datelines import dateline_of
from generator.inference.mentions import DateMention, dates_in, weekdays_in, without_hijri
from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding
from generator.orthography import western_digits

_LABEL = re.compile(
    r"(?:(?:first\s+)?published|posted|date|issued|released|publié|mis en ligne|created|publication date"
    r"|نُ?شر(?:ت)?|تاريخ النشر|تاريخ|التاريخ|أُ?ضيف|صدر)"
    r"(?:\s+(?:on|at|le|في|بتاريخ|date|online))*\s*[:：]?\s",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:last\s+)?(?:updated|modified|revised|edited)\b|mis(?:e)? à jour|آخر تحديث|تم التحديث"
    r"|تحديث|عُ?دّ?ل في|dernière modification",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s*/\s+")
_TIME = re.compile(
    r"T?\d{1,2}\s*[:.h]\s*\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|الساعة|صباحاً?|مساءً?"
    r"|\b(?:GMT|UTC|CET|CEST|EST|EDT|BST|Z|local time|at|à|on|le)\b|[+-]\d{2}:?\d{2}",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(rf"(?<![^\W\d])(?:{ANY_WEEKDAY})\.?(?![^\W\d])", re.IGNORECASE)
_CALENDAR_SIGNS = re.compile(r"(?<![^\W\d])(?:يوم|الموافق|هـ|م|ميلادية?)(?![^\W\d])")
_CITY_BEFORE = re.compile(r"[^\W\d][^\W\d'’.-]*(?:\s[^\W\d][^\W\d'’.-]*){0,2}\s*[,،]\s*")

_COPYRIGHT_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_AHEAD = re.compile(
    r"\b(?:will|shall|would|scheduled|due|planned|next|upcoming|until|till|before|by|deadline"
    r"|expected|to be held|is set)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\s*(?:attacks?|uprising|revolution|anniversary|movement|massacre|coup|agreement)\b",
    re.IGNORECASE,
)
_ON_WEEKDAY = re.compile(rf"\bon\s+(?P<day>{ANY_WEEKDAY})\b(?!\s+(?:{ANY_WEEKDAY}))", re.IGNORECASE)
_LEAD_LENGTH = 1500
_OTHER_WEEK = re.compile(
    r"\b(?:last|next|previous|following|every|each|this coming|a)\s*$", re.IGNORECASE
)


def labelled(reading: Reading) -> Finding | None:
    """ "Published: 28 October 2016", and never "Last updated: …"."""
    for number in _edge_lines(reading):
        line = _UPDATED.split(reading.lines[number])[0]
        label = _LABEL.match(line)
        if label is None:
            continue
        for mention in _full_dates(reading, line[label.end() - 1 :]):
            if not _letters_besides(line[label.end() - 1 :], mention):
                return _exactly(mention, line, quoted(reading.lines[number]), number)
    return None


def dateline(reading: Reading) -> Finding | None:
    """A dateline with its year: "CITY, October 28, 2016 (AFP) –"."""
    for number in reading.open[:6]:
        found = dateline_of(reading.lines[number])
        if found is not None:
            for mention in _full_dates(reading, found.date):
                return _exactly(mention, found.text, f"dateline {quoted(found.text)}", None)
    return None


def line_of_its_own(reading: Reading) -> Finding | None:
    """A line, or a part of one between bars, that is nothing but a date with its time."""
    for number in _edge_lines(reading):
        line = reading.lines[number]
        if _UPDATED.match(line):
            continue
        for part in (line, *_SEPARATOR.split(line)):
            for mention in _full_dates(reading, part):
                if not _letters_besides(part, mention):
                    others = [piece for piece in _SEPARATOR.split(line) if piece != part]
                    whole = part == line or all(map(is_page_furniture, others))
                    return _exactly(mention, line, quoted(line), number if whole else None)
    return None


def dateline_with_copyright_year(reading: Reading) -> Finding | None:
    """A dateline without a year, in the year of an agency's copyright line."""
    year = agency_year(reading)
    if not year:
        return None
    for number in reading.open[:6]:
        found = dateline_of(reading.lines[number])
        if found is None or not found.date:
            continue
        for mention in dates_in(found.date, reading.draft.raw.retrieved):
            day = _in_year(mention, year)
            if day is None:
                continue
            evidence = f"dateline {quoted(found.text)}, year from {quoted(_rights(reading))}"
            named = {number for _, number in weekdays_in(reading.lines[number][:400])}
            sure = day.weekday() in named
            return _found(parse_edtf(f"{day}" if sure else f"{day}?"), evidence)
    return None


def weekday_after_day(reading: Reading) -> Finding | None:
    """ "on Friday" in a report that tells of 18 October, with an agency's copyright year.

    The report is from such a weekday, or tells of the one just past, after the latest day of that
    year it tells of. Nothing says how long after: all of them up to the end of the year remain.
    """
    year = agency_year(reading)
    weekday = _weekday_of_the_lead(reading)
    if not year or weekday is None:
        return None
    name, number = weekday
    past = [mention for mention in _past_days(reading, year) if mention[1] is not None]
    if not past:
        return None
    words, after = max(past, key=lambda pair: pair[1])
    last = min(date(year, 12, 31), reading.draft.raw.retrieved)
    days = [day for day in _days(after + timedelta(days=1), last) if day.weekday() == number]
    if not days:
        return None
    evidence = f"'on {name}' after '{words}', year from {quoted(_rights(reading))}"
    note = f"the date is one of {len(days)} days; narrow it down if you know it"
    return _found(from_days(days), evidence, note if len(days) > 1 else "")


def copyright_year(reading: Reading) -> Finding | None:
    """The year alone, from an agency's copyright line; a site's footer proves nothing."""
    year = agency_year(reading)
    if not year:
        return None
    return _found(parse_edtf(str(year)), f"year of {quoted(_rights(reading))}")


def agency_year(reading: Reading) -> int:
    """The one year in the rights line of an agency, or 0.

    An agency prints it with each report. A site's footer bears the year in which the page was
    saved, or a range of years: neither says when the report is from.
    """
    source = reading.found.get("source")
    line = _rights(reading)
    years = _COPYRIGHT_YEAR.findall(western_digits(line))
    if source is None or not source.evidence.startswith("rights line") or len(years) != 1:
        return 0
    year = int(years[0])
    return year if year <= reading.draft.raw.retrieved.year else 0


def _edge_lines(reading: Reading) -> Iterator[int]:
    """Short lines above and below the story, with those that became the byline."""
    authors = reading.found.get("authors")
    bylines = authors.consumed if authors else frozenset()
    for number in (*reading.head, *sorted(bylines), *reversed(reading.tail)):
        if not is_story(reading.lines[number]):
            yield number


def _full_dates(reading: Reading, text: str) -> Iterator[DateMention]:
    return (
        m for m in dates_in(text, reading.draft.raw.retrieved) if m.days or (m.year and not m.day)
    )


def _letters_besides(text: str, mention: DateMention) -> bool:
    """Whether words remain when date, weekday, time, label and a leading city are taken away."""
    rest = text[: mention.start] + " " + text[mention.end :]
    rest = without_hijri(western_digits(rest))
    rest = _LABEL.sub(" ", rest + " ", count=1)
    for pattern in (_WEEKDAYS, _TIME, _CALENDAR_SIGNS):
        rest = pattern.sub(" ", rest)
    if re.search(r"[^\W\d]", text[: mention.start]):
        rest = (
            _CITY_BEFORE.sub(" ", rest.strip() + ",", count=1)
            if "," in text or "،" in text
            else rest
        )
    return re.search(r"[^\W_]", rest) is not None


def _exactly(mention: DateMention, line: str, evidence: str, number: int | None) -> Finding:
    """The day of a full date; a weekday that contradicts it makes it uncertain."""
    consumed = frozenset() if number is None else frozenset({number})
    if not mention.days:
        value = f"{mention.year:04d}-{mention.month:02d}"
        return Finding(value, evidence, consumed)
    if len(mention.days) > 1:
        note = "day and month can be read in either order"
        return Finding(from_days(mention.days).text, f"{evidence}, {note}", consumed, note)
    day = mention.days[0]
    weekdays = {number: name for name, number in weekdays_in(line)}
    if weekdays and day.weekday() not in weekdays:
        note = f"but {day} was no {next(iter(weekdays.values()))}"
        return Finding(f"{day}?", f"{evidence}, {note}", consumed, note)
    return Finding(day.isoformat(), evidence, consumed)


def _found(value: ArchiveDate, evidence: str, note: str = "") -> Finding:
    return Finding(value.text, evidence, note=note)


def _weekday_of_the_lead(reading: Reading) -> tuple[str, int] | None:
    """The one weekday on which the lead says that things happened, or None."""
    lead = " ".join(reading.lines[number][:_LEAD_LENGTH] for number in reading.open[:3])
    found: dict[int, str] = {}
    for match in _ON_WEEKDAY.finditer(lead):
        before = lead[: match.start("day")][-30:]
        if not _OTHER_WEEK.search(before.removesuffix("on ")):
            found |= {number: name for name, number in weekdays_in(match["day"])}
    return next((name, number) for number, name in found.items()) if len(found) == 1 else None


def _past_days(reading: Reading, year: int) -> Iterator[tuple[str, date]]:
    """Days without a year, or of that year, of which the story tells as past."""
    for number in reading.open:
        line = reading.lines[number]
        for mention in dates_in(line, reading.draft.raw.retrieved):
            day = _in_year(mention, year)
            before, after = (
                line[max(0, mention.start - 60) : mention.start],
                line[mention.end :][:120],
            )
            sentence = before.rpartition(". ")[2] + after.partition(". ")[0]
            if day is None or _YEARLY.match(after) or _AHEAD.search(sentence):
                continue
            yield mention.text, day


def _in_year(mention: DateMention, year: int) -> date | None:
    if mention.days:
        return mention.days[0] if len(mention.days) == 1 and mention.year == year else None
    if mention.year or not mention.day:
        return None
    try:
        return date(year, mention.month, mention.day)
    except ValueError:
        return None


def _rights(reading: Reading) -> str:
    rights = reading.found.get("rights")
    return str(rights.value) if rights else ""


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))

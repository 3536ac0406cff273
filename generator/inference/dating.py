"""Date: the day a report is from, as far as its words say, and never further.

A date in the story is the date of an event and not the report's. What counts is a label
("Published:"), a dateline, a line that is nothing but a date; and where those lack the year, the
year in which an agency printed its copyright line. Everything else stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from generator.dates import ArchiveDate, from_days, parse_edtf
from generator.inference.boilerplate import is_page_furniture
from generator.inference.calendar_names import ANY_WEEKDAY
from generator.inference.date_lines import (
    KIND,
    LABEL,
    UPDATED,
    date_alone,
    full_dates,
    line_above,
    parts_of,
)
from generator.inference.datelines import dateline_of
from generator.inference.mentions import DateMention, dates_in, weekdays_in
from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding
from generator.orthography import western_digits

_FRENCH_LABEL = re.compile(r"publié|mis en ligne", re.IGNORECASE)
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
        for part in parts_of(reading.lines[number]):
            label = LABEL.match(part)
            mention = date_alone(reading, part[label.end() - 1 :]) if label else None
            if mention is not None:
                in_order = _day_first(part, mention) if _FRENCH_LABEL.match(part) else mention
                return _exactly(in_order, part, quoted(reading.lines[number]), number)
    return None


def dateline(reading: Reading) -> Finding | None:
    """A dateline with its year: "CITY, October 28, 2016 (AFP) –"."""
    found = [line for n in reading.open if (line := dateline_of(reading.lines[n])) and line.date]
    dated = [(line, m) for line in found[:6] for m in full_dates(reading, line.date)]
    if not dated or len({mention.days for _, mention in dated}) > 1:
        return None  # a chronicle tells of one day after the other
    line, mention = dated[0]
    same_day = (
        n
        for n in reading.head
        if (place := _date_in(reading, n))
        and place[0].days == mention.days
        and _is_all_date(reading, n, place[1])
    )
    return _exactly(mention, line.text, f"dateline {quoted(line.text)}", next(same_day, None))


def line_of_its_own(reading: Reading) -> Finding | None:
    """A line, or a part of one between bars, that is nothing but a date with its time.

    Where two such lines tell of different days, neither is known to be the report's.
    """
    dated = [
        (number, *found) for number in _date_places(reading) if (found := _date_in(reading, number))
    ]
    if (
        not dated
        or len({mention.days for _, mention, _ in dated}) > 1
        or _is_chronicle(reading, dated[0][1])
    ):
        return None
    number, mention, part = dated[0]
    line = reading.lines[number]
    whole = _is_all_date(reading, number, part)
    return _exactly(mention, line, quoted(line), number if whole else None)


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


def _date_places(reading: Reading) -> list[int]:
    """Lines below the title; else those above it, where pages may show today's date; else the end."""
    title = reading.found.get("title")
    title_line = max(title.consumed, default=-1) if title else -1
    lines = list(_edge_lines(reading))
    head = [number for number in lines if number not in reading.tail]
    below = [number for number in head if number > title_line and _date_in(reading, number)]
    above = [number for number in head if number < title_line and _date_in(reading, number)]
    return below or above or [number for number in reading.tail[-2:] if _signs(reading, number)]


def _date_in(reading: Reading, number: int) -> tuple[DateMention, str] | None:
    """The date that a line, or a part of it, is nothing but; never one of an update."""
    line = reading.lines[number]
    above = line_above(reading, number)
    if UPDATED.match(line) or (
        above is not None and UPDATED.fullmatch(reading.lines[above].strip(" :"))
    ):
        return None
    for part in (line, *parts_of(line)):
        if (mention := date_alone(reading, part)) is not None:
            return mention, part
    return None


def _is_all_date(reading: Reading, number: int, date_part: str) -> bool:
    """Whether nothing that matters stands in a line beside its date."""
    line = reading.lines[number]
    others = [part for part in parts_of(line) if part != date_part]
    return date_part == line or all(map(_goes_with_a_date, others))


def _signs(reading: Reading, number: int) -> bool:
    """Whether a date at the end stands right below the story and signs it: no comment's, no link's."""
    above = line_above(reading, number)
    if above is None or any(n > number for n in reading.open):
        return False
    return re.search(r"[.!?؟”»\"]$", reading.lines[above]) is not None or above in reading.consumed


def _is_chronicle(reading: Reading, mention: DateMention) -> bool:
    """Whether lines between the paragraphs are other dates: then days are the story's sub-headings."""
    inner = (n for n in reading.open if n not in reading.head and n not in reading.tail)
    dated = (_date_in(reading, n) for n in inner if not is_story(reading.lines[n]))
    return any(found is not None and found[0].days != mention.days for found in dated)


def _goes_with_a_date(text: str) -> bool:
    """Whether a part of a date's line says nothing: a button, or the city where it was filed."""
    is_city = (
        len(text) <= 30 and re.search(r"[\d:]", text) is None and (text.isupper() or text.istitle())
    )
    return KIND.fullmatch(text) is not None or is_city or is_page_furniture(text)


def _day_first(text: str, mention: DateMention) -> DateMention:
    """A date in figures as French writes it, the day before the month."""
    figures = re.search(r"(\d{1,2})[-/.](\d{1,2})[-/.]", western_digits(text))
    if figures is None or len(mention.days) < 2:
        return mention
    return replace(mention, days=tuple(d for d in mention.days if d.day == int(figures[1])))


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

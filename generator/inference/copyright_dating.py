"""Date by the year of an agency's rights line: where dateline or lead lack the year.

An agency prints that line with each report. Whatever remains open after it stays open: a weekday
and an earlier day leave a set of days, the line alone leaves the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.dates import ArchiveDate, days_between, from_days, parse_edtf
from generator.inference.anchors import anchor_of
from generator.inference.calendar_names import ANY_WEEKDAY
from generator.inference.date_lines import says_only_when
from generator.inference.datelines import dateline_of
from generator.inference.lead import OTHER_WEEK, weekdays_of_the_day
from generator.inference.mentions import DateMention, dates_in, weekdays_in
from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding
from generator.orthography import western_digits

_COPYRIGHT_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_AHEAD = re.compile(
    r"\b(?:will|shall|would|scheduled|due|planned|next|upcoming|deadline|expected|to be held|is set)\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\b(?:by|until|till|before)\s+(?:the\s+)?$", re.IGNORECASE)
_YEARLY = re.compile(
    r"\s*(?:attacks?|uprising|revolution|anniversary|movement|massacre|coup|agreement)\b",
    re.IGNORECASE,
)
_WEEKDAY = rf"(?P<day>{ANY_WEEKDAY})\b(?!\s+(?:{ANY_WEEKDAY}))"
_ON_WEEKDAY = re.compile(rf"\bon\s+{_WEEKDAY}", re.IGNORECASE)
_ABOUT_WEEKDAY = re.compile(rf"\b(?:on|early|late)\s+{_WEEKDAY}", re.IGNORECASE)
"""What the next day's report says as well: it confirms a day, and tells of none."""

_LEAD_LENGTH = 1500
_SOME_WEEKS = timedelta(days=62)


def dateline_with_year(reading: Reading) -> Finding | None:
    """A dateline without a year, in the year of an agency's copyright line."""
    year = agency_year(reading)
    if not year:
        return None
    for number in reading.open[:6]:
        found = dateline_of(reading.lines[number])
        if found is None or not found.date:
            continue
        for mention in dates_in(found.date, reading.draft.raw.retrieved):
            evidence = f"dateline {quoted(found.text)}, year from {quoted(_rights(reading))}"
            day = _in_year(mention, year)
            if day is None and mention.day and not mention.days and not mention.year:
                return _contradicted(evidence, f"{mention.text} is no day of {year}")
            if day is None:
                continue
            if day > reading.draft.raw.retrieved:
                return _contradicted(evidence, f"{day} was yet to come when the text was saved")
            named = weekdays_of_the_day(reading.lines[number][:400])
            sure = day.weekday() in named
            if named and not sure and not _is_day_before(day, named):
                weekday = next(iter(named.values()))
                return _contradicted(evidence, f"{day} was no {weekday}, which the lead tells of")
            return _found(parse_edtf(f"{day}" if sure else f"{day}?"), evidence)
    return None


def line_with_year(reading: Reading) -> Finding | None:
    """ "Wed Nov 3, 5:41 pm ET" at the head, in the year of an agency's copyright line that it fits."""
    year = agency_year(reading)
    authors = reading.found.get("authors")
    bylines = sorted(authors.consumed) if year and authors else ()
    for number in (*reading.head, *bylines) if year else ():
        line = reading.lines[number]
        mentions = [m for m in dates_in(line, reading.draft.raw.retrieved) if m.day and not m.year]
        weekdays = [weekday for _, weekday in weekdays_in(line)]
        day = _in_year(mentions[0], year) if len(mentions) == 1 and not is_story(line) else None
        if day is not None and not weekdays and says_only_when(line):
            # "Feb 14, 4:57 PM EST", of what happened on Sunday
            lead = _weekday_of_the_lead(reading, _ABOUT_WEEKDAY)
            weekdays = [lead[1]] if lead else []
        if day is not None and weekdays == [day.weekday()]:
            evidence = f"{quoted(line)}, year from {quoted(_rights(reading))}"
            return _found(parse_edtf(day.isoformat()), evidence)
    return None


def weekday_after_day(reading: Reading) -> Finding | None:
    """ "on Friday" in a report that tells of 18 October, with an agency's copyright year.

    The report is from such a weekday that no day it tells of comes after. Nothing says how long
    after: all of them up to the end of the year remain. A day told without its year may also be of
    the year before, where that is some weeks past.
    """
    year = agency_year(reading)
    weekday = _weekday_of_the_lead(reading, _ON_WEEKDAY)
    if not year or weekday is None:
        return None
    name, number = weekday
    past = list(_past_days(reading, year))
    if not past:
        return None
    anchor = anchor_of(reading)
    bounds = (date(year, 12, 31), reading.draft.raw.retrieved, anchor.day if anchor else date.max)
    last = min(bounds)
    days = [
        day
        for day in days_between(date(year, 1, 1), last)
        if day.weekday() == number and all(told.may_be_told_on(day) for told in past)
    ]
    if not days:
        return None
    latest = max(past, key=lambda told: told.day)
    evidence = f"'on {name}' after '{latest.words}', year from {quoted(_rights(reading))}"
    note = f"the date is one of {len(days)} days; narrow it down if you know it"
    if anchor and last == anchor.day:
        evidence += f", not after {anchor.evidence}"
    return _found(from_days(days), evidence, note if len(days) > 1 else "")


def year_alone(reading: Reading) -> Finding | None:
    """The year alone, from an agency's copyright line; a site's footer proves nothing."""
    year = agency_year(reading)
    if not year:
        return None
    return _found(parse_edtf(str(year)), f"year of {quoted(_rights(reading))}")


def agency_year(reading: Reading) -> int:
    """The one year in the rights line of an agency, or 0.

    An agency prints it with each report. A site's footer, an agency's own too, bears the year in
    which the page was saved or made, or a range of years: none says when the report is from.
    """
    if reading.draft.media_type == "text/html":
        return 0
    source = reading.found.get("source")
    line = _rights(reading)
    years = _COPYRIGHT_YEAR.findall(western_digits(line))
    if source is None or not source.evidence.startswith("rights line") or len(years) != 1:
        return 0
    year = int(years[0])
    return year if year <= reading.draft.raw.retrieved.year else 0


def _contradicted(evidence: str, why: str) -> Finding:
    """No date at all: dateline and rights line are from different years, or one is misread."""
    return Finding(None, evidence, note=f"{why}: the year of the rights line may be another one's")


def _is_day_before(day: date, named: Mapping[int, str]) -> bool:
    """Whether the lead tells of the day before, as morning reports do.

    Not in the last days of a year: there the rights line may be from the year that follows.
    """
    is_turn_of_the_year = day.month == 12 and day.day >= 25
    return (day - timedelta(days=1)).weekday() in named and not is_turn_of_the_year


def _found(value: ArchiveDate, evidence: str, note: str = "") -> Finding:
    return Finding(value.text, evidence, note=note)


def _weekday_of_the_lead(reading: Reading, said: re.Pattern[str]) -> tuple[str, int] | None:
    """The one weekday on which the lead says that things happened, or None."""
    lead = " ".join(reading.lines[number][:_LEAD_LENGTH] for number in reading.open[:3])
    found: dict[int, str] = {}
    for match in said.finditer(lead):
        before = lead[: match.start("day")][-30:]
        if not OTHER_WEEK.search(before.removesuffix("on ")):
            found |= {number: name for name, number in weekdays_in(match["day"])}
    return next((name, number) for number, name in found.items()) if len(found) == 1 else None


@dataclass(frozen=True)
class _PastDay:
    """A day that the story tells of: its words, the day in the year looked at, and if they say so."""

    words: str
    day: date
    has_year: bool

    def may_be_told_on(self, day: date) -> bool:
        """Whether a report of ``day`` can tell of it as past."""
        if self.day <= day:
            return True
        year_before = self.day - timedelta(days=365)
        return not self.has_year and day - year_before <= _SOME_WEEKS


def _past_days(reading: Reading, year: int) -> Iterator[_PastDay]:
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
            is_ahead = _AHEAD.search(sentence) or _UP_TO.search(before)
            if day is None or _YEARLY.match(after) or is_ahead:
                continue
            yield _PastDay(mention.text, day, bool(mention.year))


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

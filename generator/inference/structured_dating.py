"""Date from structure: the day on which the format says that the report was published."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from generator.inference import dating, stamps
from generator.inference.credits import is_known_outlet
from generator.inference.date_lines import UPDATED, date_alone, full_dates
from generator.inference.mentions import dates_in, is_plausible_day
from generator.inference.reading import Reading, quoted
from generator.inference.told_order import in_told_order
from generator.model import Candidate, Finding
from generator.orthography import western_digits

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?=$|[T\s])")
_RFC = re.compile(r"(?:[A-Za-z]{3},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d\d?:\d\d")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)([/-]?)(\d\d?)\2(\d\d?)(?=[/_.-]|$)")
_IN_UTC = re.compile(r"T(\d\d):?\d\d.*(?:Z|[+-]00:?00)\s*$")
_DAY_ALONE = re.compile(r"\d{4}-\d\d-\d\d")
_UPDATE = re.compile(r"updat|modifi|mis à jour|تحديث", re.IGNORECASE)
TITLE_ELEMENT = "title element"
_SITE_AHEAD = re.compile(r"(?P<name>\S.{1,40}?)\s[-–|:]\s")
_ANY_DATE = "meta date"
_MORNING, _EVENING = 12, 20
_FAR = (
    31  # days between what a page's head and its dateline say: the page was moved, and dated anew
)


def published(reading: Reading) -> Finding | None:
    """The first plausible day of publication that the structure names; no update, event or photo.

    A page that was moved to another site bears the day of the move: an older date in the report's
    own dateline, label or line beats it.
    """
    told = (c for c in reading.draft.values("date") if c.place != TITLE_ELEMENT)
    dated = [(c, day) for c in told if (day := _day_of(reading, c))]
    said = [pair for pair in dated if pair[0].role == "published"]
    best = next((pair for pair in said if not _is_of_update(reading, pair, said)), None)
    if best is None:
        unsaid = [pair for pair in dated if not pair[0].role]
        if len({day for _, day in unsaid}) > 1:
            unsaid = [pair for pair in unsaid if pair[1] == day_of_address(reading)]
        if not unsaid:
            return None  # several days and no word which is which: the lines of the page may tell
        best = unsaid[0]
    candidate, day = best
    if (line := _line_beside(reading, candidate.value, day)) is not None:
        return line
    if (printed := _printed_beside(candidate.value, day, dated)) is not None:
        candidate, day = printed
    evidence = f"{candidate.place} {quoted(candidate.value)}"
    labelled = reading.once(dating.labelled) if candidate.place == _ANY_DATE else None
    if labelled is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", str(labelled.value)):
        return labelled  # what readers see; nobody says what kind of day the other is
    for rule in (dating.dateline, dating.labelled, dating.line_of_its_own):
        own = reading.once(rule)
        if own is not None and _is_long_before(own.value, day):
            note = f"the page itself is dated {day} ({candidate.place})"
            return Finding(own.value, f"{own.evidence}, while {note}", own.consumed, note)
    return Finding(day.isoformat(), evidence)


def _is_of_update(
    reading: Reading, pair: tuple[Candidate, date], said: list[tuple[Candidate, date]]
) -> bool:
    """Whether a day is called that of publication and that of a change, and another one is earlier."""
    candidate, day = pair
    updates = (c.value for c in reading.draft.values("date") if c.role == "updated")
    return candidate.value in updates and any(other < day for _, other in said)


def in_title(reading: Reading) -> Finding | None:
    """The day behind site and headline in the title element, where the site is a known outlet."""
    titles = [c.value for c in reading.draft.values("title") if c.place == TITLE_ELEMENT]
    site = _SITE_AHEAD.match(titles[0]) if titles else None
    name = site["name"] if site is not None else ""
    if not (is_known_outlet(name) or reading.context.agencies.named(name)):
        return None
    for candidate in reading.draft.values("date"):
        day = _day_of(reading, candidate) if candidate.place == TITLE_ELEMENT else None
        if day is not None:
            return Finding(day.isoformat(), f"{candidate.place} {quoted(candidate.value)}")
    return None


def in_byline(reading: Reading) -> Finding | None:
    """The one day in what the page marks as the byline: "By A and B posted Aug 18th 2010 7:30PM"."""
    said = [c for c in reading.draft.values("authors") if c.place.startswith("element of")]
    for candidate in said[:1]:
        found = {m.days for m in full_dates(reading, candidate.value.replace("\n", " ")) if m.day}
        days = found.pop() if len(found) == 1 else ()
        if len(days) == 1 and not _UPDATE.search(candidate.value):
            return Finding(days[0].isoformat(), f"{candidate.place} {quoted(candidate.value)}")
    return None


def _printed_beside(
    stamp: str, day: date, dated: list[tuple[Candidate, date]]
) -> tuple[Candidate, date] | None:
    """The day that readers see, where a stamp in universal time names the one before or after it.

    Far west of Greenwich a report of the evening, far east one of the morning has another day there.
    """
    near = _near_days(stamp)
    shown = (
        pair
        for pair in dated
        if pair[0].place.startswith("element of") and not day_in(pair[0].value)
    )
    first = next(shown, None)
    return first if first is not None and (first[1] - day).days in near else None


def _line_beside(reading: Reading, stamp: str, day: date) -> Finding | None:
    """The day in a line of the page's head that readers see instead of a stamp in universal time."""
    near = _near_days(stamp)
    own = reading.once(dating.line_of_its_own) if near else None
    labelled = reading.once(dating.labelled) if own is not None else None
    if labelled is not None and labelled.value == str(day):
        return None
    if own is None or not any(own.value == str(day + timedelta(days=days)) for days in near):
        return None
    return Finding(
        own.value, f"{own.evidence}, while the page's stamp is {quoted(stamp)}", own.consumed
    )


def _near_days(stamp: str) -> tuple[int, ...]:
    """How many days the day that readers see may be off one that is given in universal time.

    So may be a day without an hour: many a program writes that of universal time.
    """
    if _DAY_ALONE.fullmatch(stamp):
        return (-1, 1)
    hour = _IN_UTC.search(stamp)
    if hour is None:
        return ()
    near = {-1: int(hour[1]) < _MORNING, 1: int(hour[1]) >= _EVENING}
    return tuple(days for days, may_be in near.items() if may_be)


def sent_or_made(reading: Reading) -> Finding | None:
    """The day on which a report was mailed, as an uncertain one; and of other days, that they are none.

    The last rule: what the report itself says is better than its envelope.
    """
    for candidate in reading.draft.values("date"):
        day = _any_day(reading, candidate)
        if day is None:
            continue
        evidence = f"{candidate.place} {quoted(candidate.value)}"
        if candidate.role == "sent":
            return Finding(
                f"{day}?", evidence, note=f"is the day on which it was mailed ({candidate.place})"
            )
        if candidate.role == "crawl":
            return Finding(None, evidence, note=f"is open; it was mailed on {day} at the latest")
        if candidate.role == "made":
            return Finding(None, evidence, note=f"is open; the file was made on {day}")
    return None


def _any_day(reading: Reading, candidate: Candidate) -> date | None:
    """The day that a head or a property names, in figures or in words."""
    latest = reading.draft.raw.retrieved
    day = day_in(candidate.value)
    if day is None:
        found = {days[0] for m in dates_in(candidate.value, latest) if len(days := m.days) == 1}
        day = found.pop() if len(found) == 1 else None
    return day if day and is_plausible_day(day, latest) else None


def _day_of(reading: Reading, candidate: Candidate) -> date | None:
    """The day that a candidate means, as printed in its own time zone; None if it cannot be."""
    if candidate.role not in ("", "published") or UPDATED.match(candidate.value):
        return None
    day = day_in(candidate.value)
    if day is None and candidate.place.startswith("element of"):
        day = stamps.day_month_year(reading, candidate.value)
    if day is None:
        mention = date_alone(reading, candidate.value)
        days = in_told_order(reading, mention).days if mention else ()
        in_address = [day for day in days if len(days) > 1 and day == day_of_address(reading)]
        day = in_address[0] if in_address else days[0] if len(days) == 1 else None
    return day if day and is_plausible_day(day, reading.draft.raw.retrieved) else None


def address(reading: Reading) -> Finding | None:
    """The day in the page's address, as an uncertain one: sites put it there on publishing."""
    day = day_of_address(reading)
    if day is None:
        return None
    said = next(iter(reading.draft.values("url"))).value
    return Finding(f"{day}?", f"address {quoted(said)}", note="is the one in the page's address")


def day_of_address(reading: Reading) -> date | None:
    """The one full day that the addresses of a page name, as in /2016/10/28/."""
    said = [candidate.value for candidate in reading.draft.values("url")]
    named = (match.groups() for text in said if (match := _IN_ADDRESS.search(text)))
    days: set[date] = set()
    for year, _, month, day in named:
        try:
            days.add(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    found = days.pop() if len(days) == 1 else None
    return found if found and is_plausible_day(found, reading.draft.raw.retrieved) else None


def day_in(stamp: str) -> date | None:
    """The day of a machine's time stamp: ISO 8601, or that of mails and RSS (RFC 5322)."""
    stamp = western_digits(stamp.strip())
    try:
        if (iso := _ISO.match(stamp)) is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if _RFC.match(stamp):
            parsed: datetime = parsedate_to_datetime(stamp)
            return parsed.date()
    except ValueError:
        return None
    return None


def _is_long_before(value: object, day: date) -> bool:
    text = str(value)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text) is None:
        return False
    return (day - date.fromisoformat(text)).days > _FAR

"""Date: the day a report is from, as far as its words say, and never further.

A date in the story is the date of an event and not the report's. What counts is a label
("Published:"), a dateline, a line that is nothing but a date; and where those lack the year, the
year in which an agency printed its copyright line. Everything else stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from generator.dates import from_days
from generator.inference.boilerplate import is_page_furniture
from generator.inference.calendar_names import ANY_WEEKDAY
from generator.inference.credited_days import days_in_credits
from generator.inference.date_lines import (
    KIND,
    LABEL,
    UPDATED,
    date_alone,
    day_first,
    full_dates,
    line_above,
    line_below,
    parts_of,
)
from generator.inference.date_places import (
    PUBLISHED,
    behind_a_place,
    below_reading_time_or_picture,
    below_standfirst,
)
from generator.inference.datelines import dateline_of
from generator.inference.mentions import DateMention, weekdays_in
from generator.inference.names import is_person, split_names
from generator.inference.page_days import (
    is_after_update,
    is_clock,
    is_of_an_account,
    is_of_another_post,
)
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.signed_days import signs, without_notes
from generator.inference.sites import date_beside_site, without_print_date
from generator.inference.told_days import is_contradicted
from generator.inference.told_order import before_its_update, in_told_order
from generator.model import Finding

_MOST_SUB_HEADINGS = 60
_LEAD = 400
_TELLS_OF_A_LAW = re.compile(
    r"\W*\d{0,3}[\s.:)\]]*(?:(?:legislative |presidential |royal )?(?:law|act|decree|ordinance|resolution"
    r"|regulation|decision|order)|loi|décret|arrêté|ordonnance|(?:ال)?(?:قانون|قرار|مرسوم))\s"
    r"(?:\w+\s){0,2}(?:no\.?|n°|رقم)?\s*\d|\W*ب?(?:ال)?جلسة\s",
    re.IGNORECASE,
)
_CLOCK_BEHIND = re.compile(r"[\s:]*(?:\d{1,2}:\d{1,2})?[\s:]*$")
_COUNT_BEHIND = re.compile(r"(?<=^(?:1[3-9]|2\d|3[01])[/.-]\d\d[/.-](?:19|20)\d\d)\s\d{1,3}$")
"""How often a report was read or talked about, behind its day in figures: "27/11/2015 33"."""

_NOTICE_BEHIND = re.compile(r"(?<=(?:19|20)\d\d)(?:Publicité|Advertisement|Werbung|Anzeige|إعلان)$")
"""What a page has glued behind its day."""

_TAIL = 5
_SOME_DAYS = re.compile(r"(?<![\d/.-])\d{1,2}\s*(?:[-–—]|to|au|إلى)\s*\d{1,2}\s+[^\W\d]{3,}")
"""From day to day: "6 – 12 September 2014" is what a bulletin covers."""

_IN_SECTION = re.compile(r"(?<=\d{4})\s+in\s[A-Z][\w&' ]{2,30}$")
_ON_AIR = re.compile(r"diffusion\s?:\s(?P<day>[^\W\d]+\s\d.*)", re.IGNORECASE)
_TODAY = re.compile(rf"\b(?:today|اليوم)[\s,،]+(?P<day>{ANY_WEEKDAY})\b", re.IGNORECASE)
_ORIGINALLY = re.compile(r"\b(?:originally|first) (?:published|posted)", re.IGNORECASE)
_FRENCH_LABEL = re.compile(r"publié|mis en ligne", re.IGNORECASE)
_FRENCH_TIME = re.compile(r"\s(?:à\s+\d{1,2}\s*[h:]|-?\s*\d{1,2}h)\d{2}\b")

_CLOCK_OF_THE_SITE = "Mecca time"
"""In the head of Al Jazeera's pages: "Saturday, August 13, 2011 Last Updated: 04:12 Mecca time"."""


def labelled(reading: Reading) -> Finding | None:
    """ "Published: 28 October 2016", and never "Last updated: …"; "originally published" before others."""
    found = [
        *_labelled(reading),
        *(_exactly(*told) for told in days_in_credits(reading)),
        *_on_air(reading),
    ]
    return next((f for f in found if _ORIGINALLY.search(f.evidence)), next(iter(found), None))


def _labelled(reading: Reading) -> Iterator[Finding]:
    for number in _edge_lines(reading):
        if _TELLS_OF_A_LAW.match(reading.lines[number]):
            continue
        line = reading.lines[number]
        whole = (line,) if (label := LABEL.match(line)) and ":" in label[0] else ()
        for part in dict.fromkeys((*parts_of(line), *whole)):
            label = LABEL.match(part)
            told = part[label.end() - 1 :] if label else ""
            told = _IN_SECTION.sub("", told) if PUBLISHED.match(part) else told
            mention = date_alone(reading, told) if told else None
            if mention is not None:
                in_order = day_first(mention) if _FRENCH_LABEL.match(part) else mention
                in_order = before_its_update(reading, in_order, line)
                in_order = in_told_order(reading, in_order)
                yield _exactly(in_order, part, quoted(reading.lines[number]), number)


def dateline(reading: Reading) -> Finding | None:
    """A dateline with its year: "CITY, October 28, 2016 (AFP) –"."""
    first = reading.open[:_MOST_SUB_HEADINGS]
    found = [line for n in first if (line := dateline_of(reading.lines[n])) and line.date]
    dated = [(line, m) for line in found for m in full_dates(reading, line.date)]
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


def beside_authors(reading: Reading) -> Finding | None:
    """The one full date in the line that names the authors: "By A and B November 12, 2016"."""
    authors = reading.found.get("authors")
    marked = _with_names(reading, authors) if authors and not authors.consumed else ()
    for number in (*sorted(authors.consumed), *marked) if authors else ():
        line = reading.lines[number]
        found = [m for part in parts_of(line) for m in full_dates(reading, part) if m.day]
        if not is_story(line) and len({mention.days for mention in found}) == 1:
            return _exactly(found[0], line, quoted(line), None)
    return None


def _on_air(reading: Reading) -> Iterator[Finding]:
    """ "Diffusion : lundi 3 février 2014", as radios have it; a film's day stands beside others."""
    for number in reading.head:
        match = _ON_AIR.fullmatch(reading.lines[number])
        mention = date_alone(reading, match["day"]) if match else None
        if mention is not None and _is_only_day(reading, number):
            yield _exactly(mention, reading.lines[number], quoted(reading.lines[number]), number)


def _is_only_day(reading: Reading, number: int) -> bool:
    """Whether a line with its weekday is the only one above the story that tells a day."""
    dated = [n for n in reading.head if any(m.day for m in full_dates(reading, reading.lines[n]))]
    return dated == [number] and any(weekdays_in(reading.lines[number]))


def _with_names(reading: Reading, authors: Finding) -> Iterator[int]:
    """Lines above the story that are the authors' names and a date, where a page marks the names."""
    names = [str(name) for name in authors.value] if isinstance(authors.value, list) else []
    for number in reading.head:
        rest = reading.lines[number]
        for name in names:
            rest = rest.replace(name, "")
        is_alone = rest != reading.lines[number] and date_alone(reading, rest.strip(" ,|-–—"))
        if is_alone and not any(
            any(m.day for m in full_dates(reading, reading.lines[n]))
            for n in reading.head
            if n != number
        ):
            yield number


def line_of_its_own(reading: Reading) -> Finding | None:
    """A line, or a part of one between bars, that is nothing but a date with its time.

    Where two such lines tell of different days, neither is known to be the report's.
    """
    dated = [
        (number, *found)
        for number in _date_places(reading)
        if (found := _date_in(reading, number)) and not is_after_update(reading, found[0])
    ]
    common = [found for found in dated if not found[1].is_converted] or dated
    common = [found for found in common if found[1].days] or common  # a caption has a month
    if (
        not common
        or len({mention.days for _, mention, _ in common}) > 1
        or _is_chronicle(reading, common[0][1])
    ):
        return None
    number, mention, part = common[0]
    mention = _told_as_today(reading, in_told_order(reading, mention))
    if is_contradicted(reading, mention.days) or is_of_another_post(reading, mention):
        return None
    line = reading.lines[number]
    if _CLOCK_OF_THE_SITE in line:
        return None
    whole = _is_all_date(reading, number, part)
    finding = _exactly(mention, line, quoted(line), number if whole else None)
    same_day = (
        n for n, other, _ in dated if other.is_converted and {*mention.days} & {*other.days}
    )
    return replace(finding, consumed=finding.consumed | frozenset(same_day))


def _edge_lines(reading: Reading) -> Iterator[int]:
    """Short lines above and below the story, below how long it takes to read, a picture; and the byline."""
    authors = reading.found.get("authors")
    bylines = authors.consumed if authors else frozenset()
    near = (beside(reading, n) for n in bylines for beside in (line_above, line_below))
    beside = [n for n in near if n is not None and n in reading.open]
    places = (
        *reading.head,
        *reading.right_above,
        *below_reading_time_or_picture(reading),
        *beside,
        *below_standfirst(reading),
        *sorted(bylines),
        *reversed(reading.tail),
    )
    for number in dict.fromkeys(places):
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
    # A page's own heading: "Title | Site | Date".
    own = [n for n in sorted(title.consumed) if _is_dated_heading(reading, n)] if title else []
    if own:
        return [*own[:1], *below]
    return below or above or [number for number in _last_lines(reading) if signs(reading, number)]


def _last_lines(reading: Reading) -> tuple[int, ...]:
    """The last lines below the story, or the last above its footnotes."""
    text = reading.once(without_notes)
    if len(text) == len(reading.open):
        return reading.tail[-_TAIL:]
    return tuple(n for n in reading.tail if n in text)[-_TAIL:] or text[-1:]


def _is_dated_heading(reading: Reading, number: int) -> bool:
    line = reading.lines[number]
    title = str(reading.found["title"].value)
    date_part = date_beside_site(reading, line)
    return bool(date_part) and line.startswith(title) and not date_alone(reading, line)


def _date_in(reading: Reading, number: int) -> tuple[DateMention, str] | None:
    """The date that a line, or a part of it, is nothing but; never one of an update."""
    line = reading.lines[number]
    above = line_above(reading, number)
    if (
        without_print_date(line) != line
        or _SOME_DAYS.search(line)
        or _TELLS_OF_A_LAW.match(line)
        or UPDATED.match(line)
        or is_clock(reading, number)
        or is_of_an_account(reading, number)
        or (above is not None and UPDATED.fullmatch(_CLOCK_BEHIND.sub("", reading.lines[above])))
    ):
        return None
    bare = _NOTICE_BEHIND.sub("", _COUNT_BEHIND.sub("", line))
    texts = dict.fromkeys((line, *parts_of(line), bare))
    found = [(m, part) for part in texts if (m := date_alone(reading, part))]
    found = found or behind_a_place(reading, line)
    told = " ".join(parts_of(line))
    if len({mention.days for mention in full_dates(reading, told)}) > 1:
        return None  # from when to when: what the report covers
    return found[0] if found else None


def _is_all_date(reading: Reading, number: int, date_part: str) -> bool:
    """Whether nothing that matters stands in a line beside its date."""
    line = reading.lines[number]
    others = [part for part in parts_of(line) if part != date_part]
    return date_part == line or all(_goes_with_a_date(reading, part) for part in others)


def _is_chronicle(reading: Reading, mention: DateMention) -> bool:
    """Whether lines between the paragraphs are other dates: then days are the story's sub-headings."""
    inner = (n for n in reading.open if n not in reading.head and n not in reading.tail)
    short = islice((n for n in inner if not is_story(reading.lines[n])), _MOST_SUB_HEADINGS)
    dated = (_date_in(reading, n) for n in short)
    return any(found is not None and found[0].days != mention.days for found in dated)


def _goes_with_a_date(reading: Reading, text: str) -> bool:
    """Whether a part of a date's line says nothing: a button, or the city where it was filed."""
    mention = date_alone(reading, text)
    is_same_day = mention is not None and mention.is_converted
    return (
        is_same_day
        or KIND.fullmatch(text) is not None
        or _is_city(reading, text)
        or is_page_furniture(text)
    )


def _is_city(reading: Reading, text: str) -> bool:
    """Whether a part of a date's line is a place, and not the name of an author."""
    if len(text) > 30 or re.search(r"[\d:]", text) or not (text.isupper() or text.istitle()):
        return False
    names = split_names(text)
    if not any(is_person(reading, name, strictly=True) for name in names):
        return True
    told = " ".join(reading.lines[n] for n in reading.open).lower()
    return all(
        reading.context.vocabulary.id_of(name) or told.count(name.lower()) > 1 for name in names
    )


def _told_as_today(reading: Reading, mention: DateMention) -> DateMention:
    """Of the days that a converted date may mean the one that the lead calls today: "اليوم الاثنين"."""
    today = _TODAY.search(reading.first_story_line()[:_LEAD]) if mention.is_converted else None
    weekdays = {number for _, number in weekdays_in(today["day"])} if today else set()
    days = tuple(day for day in mention.days if day.weekday() in weekdays)
    return replace(mention, days=days) if len(days) == 1 else mention


def _exactly(mention: DateMention, line: str, evidence: str, number: int | None) -> Finding:
    """The day of a full date; a weekday that contradicts it makes it uncertain."""
    consumed = frozenset() if number is None else frozenset({number})
    if mention.is_converted:
        return _converted(mention, line, evidence, consumed)
    if not mention.days:
        value = f"{mention.year:04d}-{mention.month:02d}"
        return Finding(value, evidence, consumed)
    if _FRENCH_TIME.search(line):
        mention = day_first(mention)
    weekdays = {number: name for name, number in weekdays_in(line)}
    told = tuple(day for day in mention.days if day.weekday() in weekdays)
    if len(mention.days) > 1 and len(told) == 1:
        mention, evidence = replace(mention, days=told), f"{evidence}, the weekday tells the order"
    if len(mention.days) > 1:
        note = "day and month can be read in either order"
        return Finding(from_days(mention.days).text, f"{evidence}, {note}", consumed, note)
    day = mention.days[0]
    if weekdays and day.weekday() not in weekdays:
        note = f"but {day} was no {next(iter(weekdays.values()))}"
        return Finding(f"{day}?", f"{evidence}, {note}", consumed, note)
    return Finding(day.isoformat(), evidence, consumed)


def _converted(mention: DateMention, line: str, evidence: str, consumed: frozenset[int]) -> Finding:
    """The days that a date of the Islamic calendar may mean; its weekday tells which one it is."""
    note = f"{mention.text} was converted from the Islamic calendar (table of Umm al-Qura)"
    weekdays = {number for _, number in weekdays_in(line)}
    days = [day for day in mention.days if not weekdays or day.weekday() in weekdays]
    if not days:
        note = f"{note}: {mention.days[1]} and its weekday contradict each other"
        return Finding(None, f"{evidence}, converted", consumed, note)
    doubt = "which may be a day off" if len(days) > 1 else "and the weekday tells the day"
    note = f"{note}, {doubt}"
    return Finding(from_days(days).text, f"{evidence}, {note}", consumed, note)

"""Lines at the story's beginning where its day may stand: below a standfirst, a picture, "2 min read".

What is as long as a paragraph is taken for the story, but a page's standfirst, a caption or a deck may be as
long; then who wrote the report and when stands below it.
"""

from __future__ import annotations

import re

from generator.inference.calendar_names import ANY_MONTH, ANY_WEEKDAY
from generator.inference.date_lines import (
    READING_TIME,
    date_alone,
    full_dates,
    line_above,
    line_below,
    parts_of,
)
from generator.inference.mentions import DateMention
from generator.inference.reading import Reading, is_caption, is_story

PUBLISHED = re.compile(r"(?:publié|published|posted|mis en ligne|نُ?شر|تاريخ النشر)", re.IGNORECASE)
"""How the label of a day begins."""

HOUR = re.compile(r"\d\d?[:.h]\d\d\b|[àat]\s\d\dh\d\d", re.IGNORECASE)
_FIGURES_AND_CLOCK = re.compile(
    r"(?:le\s+)?\d\d([/.-])\d\d\1(?:19|20)\d\d,?\s+(?:[|–-]\s+)?(?:à\s+)?\d\d\s?[:h]\s?\d\d",
    re.IGNORECASE,
)
"""A day as programs write it: "Le 04/04/2017 à 08h12". In words it may head what happened then."""

_BY = re.compile(r"^(?:par|by|avec|with)\s", re.IGNORECASE)
_TOP = 8


_PLACE_AND_FIGURES = re.compile(
    r"(?P<place>[\u0621-\u064a]{3,}(?:\s[\u0621-\u064a]{3,})?)\s*[-–:]?\s+"
    rf"(?P<day>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}\s?م?|(?:(?:{ANY_WEEKDAY})\s)?\d{{1,2}}\s(?:{ANY_MONTH})(?:/(?:{ANY_MONTH}))?\s\d{{4}})"
)


def below_reading_time_or_picture(reading: Reading) -> tuple[int, ...]:
    """Those of the first lines that stand below "2 min read", or are a day below a picture's caption."""
    return tuple(
        n
        for n in reading.open[:_TOP]
        if _stands_below_reading_time(reading, n) or _stands_below_caption(reading, n)
    )


def below_standfirst(reading: Reading) -> tuple[int, ...]:
    """The lines below a standfirst, if one of them is "Publié", "Published" or such, alone or not."""
    lines = reading.below_standfirst or _with_clock_and_agency(reading) or _with_clock(reading)
    return lines if any(_has_label_or_hour(reading, n) for n in lines) else ()


def _with_clock_and_agency(reading: Reading) -> tuple[int, ...]:
    """The line below the first paragraph, if it is day, clock and an agency: "… à 20h41 par AFP"."""
    start = reading.story_start()
    number = line_below(reading, start) if start is not None and not reading.head else None
    line = reading.lines[number] if number is not None else ""
    if number is None or is_story(line) or HOUR.search(line) is None:
        return ()
    others = [part for part in parts_of(line) if not date_alone(reading, part)]
    is_theirs = reading.context.agencies.named(_BY.sub("", others[0])) if len(others) == 1 else None
    return (number,) if is_theirs else ()


def _with_clock(reading: Reading) -> tuple[int, ...]:
    """The line between the first two paragraphs, if it is nothing but day and clock in figures.

    They stand below a standfirst, where no line above that tells a day.
    """
    start = reading.story_start()
    number = line_below(reading, start) if start is not None else None
    line = reading.lines[number] if number is not None else ""
    following = (
        line_below(reading, number) if number and _FIGURES_AND_CLOCK.fullmatch(line) else None
    )
    if number is None or following is None or date_alone(reading, line) is None:
        return ()
    is_inside = number in reading.open and is_story(reading.lines[following])
    is_only = not any(any(full_dates(reading, reading.lines[n])) for n in reading.head)
    return (number,) if is_inside and is_only else ()


def _has_label_or_hour(reading: Reading, number: int) -> bool:
    line = reading.lines[number]
    if PUBLISHED.match(line):
        return True
    authors = reading.found.get("authors")
    if authors is not None and isinstance(authors.value, list):
        named = any(str(name) in line for name in authors.value)
        if named and any(date_alone(reading, part) for part in parts_of(line)):
            return True
    return HOUR.search(line) is not None and any(
        date_alone(reading, part) for part in parts_of(line)
    )


def _stands_below_reading_time(reading: Reading, number: int) -> bool:
    """Whether the line above is "2 min read": a site's deck may be as long as a paragraph."""
    above = line_above(reading, number)
    return above is not None and READING_TIME.fullmatch(reading.lines[above]) is not None


def _stands_below_caption(reading: Reading, number: int) -> bool:
    """Whether a line is nothing but a day, right below what stands below a picture with its credit."""
    above = number - 1
    return (
        above >= 0
        and is_caption(reading.lines[above])
        and date_alone(reading, reading.lines[number]) is not None
    )


def behind_a_place(reading: Reading, line: str) -> list[tuple[DateMention, str]]:
    """Figures behind a place where the story is, and no more: "تلين 8/3/2010"."""
    match = _PLACE_AND_FIGURES.fullmatch(line)
    if match is None or f"في {match['place']}" not in reading.story():
        return []
    mention = date_alone(reading, match["day"])
    return [(mention, match["day"])] if mention else []

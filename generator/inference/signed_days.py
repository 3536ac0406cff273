"""Days that sign a statement: alone below the story, or below who makes it, or below a headline there."""

from __future__ import annotations

import re
from itertools import islice

from generator.inference.date_lines import date_alone, line_above, line_below
from generator.inference.mentions import weekdays_in
from generator.inference.reading import Reading, is_story, same
from generator.inference.sections import is_section
from generator.inference.told_words import beginning_of, telling_words

_MOST_SIGNATURE_WORDS = 8
_END_MARK = re.compile(r"-0-|#{2,}|\*{3}|NNNN|ends?\b|انتهى", re.IGNORECASE)
_ENDS_PARAGRAPH = re.compile(r"[.!?؟”»\")](?:\s?\[\d{1,2}\])?$")
_NOTE = re.compile(r"\[(?P<number>\d{1,2})\]\s*\S")
_LIST_ITEMS = ("- ", "• ", "* ", "– ")


_TOP, _HEAD = 4, 8
_FEWEST_WORDS, _FEWEST_SHARED = 3, 2
_ENDS = re.compile(r"[.!?؟:…](?:\s*\([^()]{2,40}\))?$")
_ANNOUNCES = re.compile(
    r"\b(?:related|read (?:more|also|next)|see also|more (?:on|from|news)|previous|next|latest|à lire"
    r"|lire aussi|sur le même sujet)\b|اقرأ|إقرأ|أيضا|ذات صلة|صلة|المزيد|السابق|التالي|مواضيع|آخر",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:[,،;:–—-]|\b(?:on|the|at|in|until|from|of|for|this|dated|than|before|by|after|between|every|with|le|la|du|au|ce|dès|jusqu['’]au)|يوم|في|حتى|منذ)\s*$",
    re.IGNORECASE,
)
"""A paragraph that ends so announces a day."""

_HOW_TO_REACH = re.compile(
    r"(?:هاتف|تلفون|فاكس|جوال|موبايل|(?:ال)?بريد|(?:ال)?موقع|للتواصل|tel\b|tél|phone|fax|e-?mail|web|www\.|https?:"
    r"|contact|\S+@)",
    re.IGNORECASE,
)
"""Begins a line below a signature that is none of it."""

_STATEMENT = re.compile(r"(?:بيان|بلاغ|تصريح|نداء)(?!\w)")


def signs(reading: Reading, number: int) -> bool:
    """Whether a date at the end stands right below the story and signs it: no comment's, no link's."""
    above = line_above(reading, number)
    below = [n for n in reading.once(without_notes) if n > number]
    below = [n for n in below if not _HOW_TO_REACH.match(reading.lines[n])]
    following = [reading.lines[n] for n in below]
    is_filed = re.search(r"[,،]|\sفي\s", reading.lines[number]) is not None
    is_filed = is_filed or (bool(below) and _is_whose(reading, below[0]))
    if above is None or (following and not (is_filed and all(map(_is_signature, following)))):
        return False
    is_alone = date_alone(reading, reading.lines[number]) is not None
    if is_alone and not following and _is_headline_below(reading, above):
        return True
    if (is_filed or is_alone) and not following and _is_signature(reading.lines[above]):
        others = [line for line in reading.lines[:_TOP] if same(line) != same(reading.lines[above])]
        if _is_whose(reading, above) and any(map(_STATEMENT.match, others)):
            return True
        above = line_above(reading, above) or above  # who signs stands above the place and the day
    ends = _ENDS_PARAGRAPH.search(reading.lines[above]) is not None
    if _END_MARK.match(reading.lines[above]):
        return True
    signed = is_filed and bool(following)
    is_caption = is_story(reading.lines[above]) and _GOES_ON.search(reading.lines[above]) is None
    shown = line_below(reading, number)
    is_of_portal = shown is not None and shown not in reading.open
    if is_alone and is_caption and is_of_portal and any(weekdays_in(reading.lines[number])):
        return True  # as portals print when they put a picture's long caption out
    return signed or ends or above in reading.consumed or reading.lines[above][:2] in _LIST_ITEMS


def _is_whose(reading: Reading, number: int) -> bool:
    """Whether a line names who makes the statement: the site, or a name that stands at its top, too."""
    return reading.is_publisher(reading.lines[number]) or _stands_on_top(reading, number)


def without_notes(reading: Reading) -> tuple[int, ...]:
    """The open lines above the footnotes with which a text ends: "[1] Family's statement, on file".

    They are footnotes where the story refers to the first of them.
    """
    end = len(reading.open)
    while end and (note := _NOTE.match(reading.lines[reading.open[end - 1]])):
        end -= 1
        if note["number"] == "1":
            text = reading.open[:end]
            return text if any("[1]" in reading.lines[n] for n in text) else reading.open
    return reading.open


def _stands_on_top(reading: Reading, number: int) -> bool:
    """Whether a line above the story has the same words: a statement begins and ends with who makes it."""
    above = filter(None, reading.lines[: reading.story_start() or 0])
    first = next(filter(None, reading.lines), "")
    named = _words(reading.lines[number])
    return number > 0 and (
        same(first) == same(reading.lines[number])
        or (len(named) > 1 and any(_words(line) == named for line in islice(above, _HEAD)))
    )


def _words(line: str) -> frozenset[str]:
    return frozenset(same(line).split())


def _is_headline_below(reading: Reading, number: int) -> bool:
    """Whether a line is the headline of a story that stands below it, where nothing stands above.

    It shares half of its words, below the name of a section a third, and no other report is announced there.
    """
    title, line = reading.found.get("title"), reading.lines[number]
    if reading.head or (title is not None and title.consumed - {number}):
        return False
    above = line_above(reading, number)
    if above is None or number in (reading.story_start(), 0) or is_story(line):
        return False
    if _ANNOUNCES.search(reading.lines[above]) or _ENDS.search(line) or re.search(r"\d{4}", line):
        return False
    below_section = is_section(reading.lines[above])
    if not below_section and not _ENDS.search(reading.lines[above]):
        return False
    told = telling_words(line)
    story = telling_words(beginning_of(reading.lines[n] for n in reading.open if n < number))
    enough = max(_FEWEST_SHARED, len(told) // (3 if below_section else 2))
    return len(told) >= _FEWEST_WORDS and len(told & story) >= enough


def _is_signature(line: str) -> bool:
    """Whether a line below the place and day of a statement is short, as those of who signs it are."""
    return len(line.split()) <= _MOST_SIGNATURE_WORDS and not re.search(r"\d", line)

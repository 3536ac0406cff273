"""Title: the line above the story whose words the story has, where what stands first is furniture.

Names of sites, menus, advertisements and labels are of too many kinds to know them all. What tells a
headline from them is that the story goes on about it.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile

from generator.inference.date_lines import date_alone, parts_of
from generator.inference.headline import (
    belongs_to_a_picture,
    reads_as_title,
    stands_above_titles,
    title_line,
)
from generator.inference.reading import Reading, is_caption, is_story, quoted
from generator.inference.sections import is_section
from generator.inference.sites import below, heading_beside_site, is_furniture
from generator.model import Finding
from generator.orthography import folded_words, is_arabic, stems

_MOST_LINES = 30
_STORY_READ = 3000
_SHORT_NAME, _SHORTEST_LABEL = 4, 2
_FEWEST_WORDS = 4
_FEWEST_TOLD = 2
_FEWEST_TOLD_BELOW_NOTHING = 3
_BEGINNING = 5
"""Letters of a word in which its forms agree: "Morvania", "Morvanian"."""

_SHORTEST_WORD, _SHORTEST_ARABIC = 4, 3
_BETWEEN = re.compile(r"\s*[|»›>•]+\s*|\s+[-–—]\s+| {2,}")
_PARTED = re.compile(r"\S\s*[|»›>•]\s*\S|\S {2,}\S")
_OF_A_MENU = 3
_LONG = 7
_CREDIT = re.compile(r"(?:by|par|posted|published|publié|written)\b|بقلم|كتب|نُ?شر", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[34]|19|20)\d\d\b")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_SMALL = frozenset("of the and for in on to a an & de la le les du des et l d".split())
_FUNCTION_WORDS = frozenset(
    """
    with from that this after over have will says said their more than into about your been were when what
    which they them also only before between during under against where while other some there these those
    dans pour avec plus sans sous entre après avant contre cette leur leurs selon chez être sont elle nous
    vous votre الذي التي الذين هذا هذه ذلك على الى عن من في مع بعد قبل بين حول خلال عند منذ كان كانت قال
    """.split()
)


def told_below(reading: Reading) -> Finding | None:
    """The first line above the story that the story has words of, below one of which it has none."""
    if reading.draft.is_markdown:
        return None
    first = _first(reading)
    text, number = first or ("", -1)
    # Most headlines say a word that the story begins with.
    is_whole = len(text.split()) > _SHORT_NAME and not _is_parted(text, reading.lines[number])
    if is_whole and _content(text) & _content(reading.first_story_line()):
        return None
    top = _above_story(reading)
    story = _words_of_story(reading, top)
    told = len(_content(text) & story)
    if first and not _is_furniture(reading, text, number, told):
        return None
    for other in (n for n in top if n > number):
        if not _can_be_headline(reading, other):
            continue
        own = len(_content(reading.lines[other]) & story)
        if own > told and own >= _fewest(reading, text, other):
            return _found(reading, other)
    return None


def _first(reading: Reading) -> tuple[str, int] | None:
    """What would be the title by its place, and the index of its line."""
    heading = reading.once(heading_beside_site)
    if heading is not None:
        return heading.title, heading.line
    number = reading.once(title_line)
    return None if number is None else (reading.lines[number], number)


def _above_story(reading: Reading) -> tuple[int, ...]:
    """The lines above the story; a menu is none of it, however long."""
    above = takewhile(lambda n: not _begins_story(reading.lines[n]), reading.open)
    return tuple(islice(above, _MOST_LINES))


def _begins_story(line: str) -> bool:
    return is_story(line) and not is_caption(line) and len(_BETWEEN.findall(line)) < _OF_A_MENU


def _is_parted(text: str, line: str) -> bool:
    return text != line or _PARTED.search(line) is not None


def _is_furniture(reading: Reading, text: str, number: int, told: int) -> bool:
    """Whether a line that stands first is likely no headline, by how many of its words are told below."""
    words, line = text.split(), reading.lines[number]
    if len(words) > _SHORTEST_LABEL and _is_dated(reading, number):
        return False
    if len(words) <= _SHORTEST_LABEL or _has_short_parts(line):
        return told <= 1
    if len(_BETWEEN.findall(line)) >= _OF_A_MENU or is_section(text):
        return True
    if told:
        return False
    is_parted = _is_parted(text, line) or _YEAR.search(line) is not None
    return is_parted or len(words) >= _LONG or (len(words) <= _SHORT_NAME and _is_name(words))


def _has_short_parts(line: str) -> bool:
    parts = _BETWEEN.split(line)
    return len(parts) > 1 and all(len(part.split()) <= _SHORT_NAME for part in parts)


def _fewest(reading: Reading, text: str, number: int) -> int:
    """How many words of a headline the story has at least."""
    if 0 < len(text.split()) <= _SHORTEST_LABEL or _is_dated(reading, number):
        return 1
    return _FEWEST_TOLD if text else _FEWEST_TOLD_BELOW_NOTHING


def _is_dated(reading: Reading, number: int) -> bool:
    """Whether the line below is a date or a byline, as below headlines."""
    following = (reading.lines[n] for n in below(reading, number)[:1])
    return any(
        _CREDIT.match(line) or any(date_alone(reading, part) for part in parts_of(line))
        for line in following
    )


def _is_name(words: list[str]) -> bool:
    """Whether each word begins as those of names do; in Arabic any may."""
    return all(
        word.lower() in _SMALL or is_arabic(word) or _CAPITAL.match(word) or not word[0].isalpha()
        for word in words
    )


def _can_be_headline(reading: Reading, number: int) -> bool:
    line = reading.lines[number]
    return (
        len(line.split()) >= _FEWEST_WORDS
        and reads_as_title(reading, number)
        and not stands_above_titles(reading, number)
        and not is_furniture(reading, number)
        and not belongs_to_a_picture(line)
        and not (_has_short_parts(line) and any(map(is_section, _BETWEEN.split(line))))
    )


def _found(reading: Reading, number: int) -> Finding:
    line = reading.lines[number]
    above = (n for n in reading.open if n < number and not stands_above_titles(reading, n))
    repeats = reading.repeats(line, below(reading, number))
    evidence = f"the first line of whose words the story has some: {quoted(line)}"
    return Finding(line, evidence, frozenset({number}) | frozenset(above) | repeats)


def _words_of_story(reading: Reading, top: tuple[int, ...]) -> frozenset[str]:
    """The words that tell something, from the beginning of what is no line above the story."""
    rest = [reading.lines[n] for n in reading.open if n not in set(top)]
    told = [line for line in rest if is_story(line) and not is_caption(line)] or rest
    return _content("\n".join(told)[:_STORY_READ])


def _content(text: str) -> frozenset[str]:
    """The words of a text that tell something, as far as their forms agree; and numbers."""
    return frozenset(_key(word) for word in folded_words(text) if _tells(word))


def _tells(word: str) -> bool:
    if word.isdecimal():
        return len(word) > 1
    shortest = _SHORTEST_ARABIC if is_arabic(word) else _SHORTEST_WORD
    return len(word) >= shortest and word not in _FUNCTION_WORDS


def _key(word: str) -> str:
    return min(stems(word), key=len) if is_arabic(word) else word[:_BEGINNING]

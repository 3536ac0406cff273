"""Title: the line above the story whose words the story has, where what stands first is furniture.

Names of sites, menus, advertisements and labels are of too many kinds to know them all. What tells a
headline from them is that the story goes on about it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from generator.inference.above_headlines import is_of_a_network
from generator.inference.agencies import copyright_holder
from generator.inference.credits import ARABIC_BODY, OUTLET_CITY_NAMES, is_outlet
from generator.inference.date_lines import KIND, date_alone, line_below, parts_of
from generator.inference.datelines import dateline_of
from generator.inference.headline import title_line
from generator.inference.headline_shapes import (
    is_label,
    is_sentence,
    reads_as_title,
    stands_above_titles,
)
from generator.inference.institutions import is_institution
from generator.inference.line_shapes import (
    belongs_to_a_picture,
    is_in_sentence_case,
    is_menu,
    is_row,
)
from generator.inference.names import WRITERS_JOB, has_given_name, is_person
from generator.inference.reading import Reading, below, is_caption, is_story, quoted, same
from generator.inference.sections import is_row_of_sections, is_section
from generator.inference.sites import (
    heading_beside_site,
    is_furniture,
    title_beside_site,
    without_print_date,
)
from generator.inference.told_words import beginning_of, telling_words
from generator.model import Finding
from generator.orthography import is_arabic

_MOST_LINES = 30
_SHORT_NAME, _SHORTEST_LABEL = 4, 2
_FEWEST_WORDS, _FEWEST_TOLD, _ENOUGH_TOLD = 4, 2, 5
_FEWEST_TOLD_BELOW_NOTHING = 3
_SHORTEST_AGAIN = 15
_MOST_NAME_WORDS = 5
_MOST_WORDS_OF_A_BODY = 9
_BETWEEN = re.compile(r"\s*[|»›>•·]+\s*|\s+[-–—]\s+| {2,}")
_SIGNS_BETWEEN = (*"|»›>•·-–—", "  ")
"""One of these is in all that parts."""

_PARTED = re.compile(r"\S\s*[|»›>•·]\s*\S|\S {2,}\S")
_PARTED_BY_DASH = re.compile(r"\s[-–—|•]\s")
_OF_A_MENU, _LONG = 3, 7
_CREDIT = re.compile(
    r"(?:by|par|posted|published|publié|publicado|written)\b|from\s(?:\S+\s){1,3}in\s\S+(?:\s\S+)?$"
    r"|بقلم|كتب|نُ?شر",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[34]|19|20)\d\d\b")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_SMALL = frozenset("of the and for in on to a an & de la le les du des et l d sans".split())
_AHEAD = re.compile(
    r"(?:\s[/>›»|-]|[»›])\s*$|[^\W_]$|^(?:Home|Accueil|الرئيسية)\s[^.:]{3,60}\s$|^(?:خبر|\d\d?\.)\s$"
)
_OF_A_NAME = re.compile(r"[^:]{3,40}:\s")
_ISSUED_BY = re.compile(r"(?:بيان|بلاغ|تصريح)(?:\s(?:صحفي|صحافي))?\sصادرة?\s(?:عن|من)\s")
_ISSUE = re.compile(r"(?:vol(?:ume)?\.?|issue|n[o°]\.?|العدد)\s*:?\s*[\dIVXLC]", re.IGNORECASE)


def is_name_of_site(reading: Reading, title: str) -> bool:
    """Whether a title is an outlet's or an organisation's name, and another line above the story is told."""
    if len(title.split()) > _MOST_NAME_WORDS or not (is_outlet(title) or is_institution(title)):
        return False
    top = reading.once(_above_story)
    story = _words_of_story(reading, top)
    is_told = len(telling_words(title) & story) > 1 and not _is_said(reading, title)
    if is_told and not _holds_the_rights(reading, title):
        return False
    others = (n for n in top if reading.lines[n] != title and _can_be_headline(reading, n))
    return any(len(telling_words(reading.lines[n]) & story) >= _FEWEST_TOLD for n in others)


def is_less_told(reading: Reading, title: str) -> bool:
    """Whether the story says hardly a word of a title, and several of a line that stands above it."""
    top = reading.once(_above_story)
    story = _words_of_story(reading, top)
    told = len(telling_words(title) & story)
    lines = (reading.lines[n] for n in top if _can_be_headline(reading, n)) if told <= 1 else ()
    return any(len(telling_words(line) & story) >= _FEWEST_TOLD + told for line in lines)


def _holds_the_rights(reading: Reading, name: str) -> bool:
    rights = reading.found.get("rights")
    holder = same(copyright_holder(str(rights.value))) if rights else ""
    return bool(holder) and same(name).startswith(holder)


def ends_a_path(reading: Reading) -> Finding | None:
    """A line that stands alone, and above that behind a path of sections or other words of the site."""
    if reading.draft.is_markdown:
        return None
    top = reading.once(_above_story)
    for number in top[1:]:
        line = reading.lines[number]
        above = (reading.lines[n] for n in top if n < number)
        path = next((path for path in above if _leads_to(path, line)), "")
        if not path or not _can_be_headline(reading, number):
            continue
        if len(line) >= _SHORTEST_AGAIN and not _is_beside_site(reading, path, line):
            evidence = f"stands alone, and behind other words in {quoted(path)}"
            return replace(_found(reading, number), evidence=evidence)
    return None


def _is_beside_site(reading: Reading, path: str, site: str) -> bool:
    """Whether what stands before a line stands alone as well: then that is the title of "Title - Site"."""
    title = without_print_date(path.removesuffix(site)).strip(" -–—/|»>")
    return bool(reading.repeats(title, reading.open[:_MOST_LINES]))


def _leads_to(path: str, line: str) -> bool:
    """Whether a line is the end of another, behind a sign of a path or without a space."""
    ahead = path.removesuffix(line)
    return ahead != path and _AHEAD.search(ahead) is not None


def told_below(reading: Reading) -> Finding | None:
    """The first line above the story that the story has words of, below one of which it has none."""
    if reading.draft.is_markdown or is_of_a_network(reading):
        return None
    first = _first(reading)
    text, number = first or ("", -1)
    top = reading.once(_above_story)
    following = [n for n in top if n > number and reading.lines[n] != text]
    if not following or (first and _is_told_at_once(reading, text)):
        return None
    others = [n for n in following if _can_be_headline(reading, n)]
    story = _words_of_story(reading, top) if others else frozenset()
    told = len(telling_words(text) & story)

    def told_of_others() -> list[int]:
        return [len(telling_words(reading.lines[other]) & story) for other in others]

    if first and _is_name_or_menu(reading, text, number, told):
        told = 0
    elif first and not (
        _is_furniture(reading, text, number, told)
        or (told <= 1 and others and _is_above_a_menu(reading, number, others[0]))
        or (told <= _most_of_a_masthead(text) and max(told_of_others(), default=0) >= _ENOUGH_TOLD)
    ):
        return None
    shared = told_of_others()
    for other, own in zip(others, shared, strict=True):
        if any(_is_of_the_story(reading.lines[n], story) for n in top if number != n < other):
            break  # what is below a short paragraph is a sub-heading
        is_much = 2 * own > min(max(shared), _ENOUGH_TOLD)  # rows of sections may share a word
        if is_much and own > told and own >= _fewest(reading, text, other):
            return _found(reading, other)
    return _below_masthead(reading, text, top, number) if first else None


def _is_above_a_menu(reading: Reading, number: int, below: int) -> bool:
    """Whether a menu stands between two lines: what is above it is the site's."""
    return any(map(is_menu, reading.lines[number + 1 : below]))


def _is_of_the_story(line: str, story: frozenset[str]) -> bool:
    """Whether a short line is a sentence that the story goes on about."""
    return is_sentence(line) and len(telling_words(line) & story) >= _FEWEST_TOLD


def _below_masthead(
    reading: Reading, text: str, top: tuple[int, ...], number: int
) -> Finding | None:
    """The line that stands right above the story, its day or author, and below a day or a section.

    However few words it has, and none that the story says, where a name stands above it all.
    """
    if not _is_name(text.split()) or len(text.split()) > _MOST_NAME_WORDS:
        return None
    between = [n for n in top if n > number]
    for above, other in pairwise(between):
        line = reading.lines[above]
        if not (is_label(reading, line) or is_section(line) or _ISSUE.match(line)):
            continue
        words = reading.lines[other].split()
        if len(words) > 1 and reads_as_title(reading, other) and _is_last(reading, other, top):
            return _found(reading, other)
    return None


def _is_last(reading: Reading, number: int, top: tuple[int, ...]) -> bool:
    """Whether no other headline is between a line and the story."""
    following = [n for n in top if n > number]
    return not any(_can_be_headline(reading, n) for n in following)


def _is_told_at_once(reading: Reading, text: str) -> bool:
    """Whether the story begins with words of a line that is no name and no menu, as below headlines."""
    if len(text.split()) <= _MOST_NAME_WORDS or is_institution(text) or _is_issuer(reading, text):
        return False
    if ARABIC_BODY.match(text) and _is_said(reading, text):
        return False
    if len(_BETWEEN.findall(text)) >= _OF_A_MENU:
        return False
    told = telling_words(text) & telling_words(beginning_of([reading.first_story_line()]))
    is_parted = _PARTED.search(text) is not None or _most_of_a_masthead(text) > 0
    return len(told) >= (_FEWEST_TOLD if is_parted else 1)


def _is_issuer(reading: Reading, text: str) -> bool:
    """Whether a line in capitals stands right above the kind of text: "MINISTRY OF …", "Press statement".

    Or the story begins with it, as a name: "The Ministry of Foreign Affairs has learned …".
    """
    if not text.isupper() or text not in reading.lines[:_MOST_LINES]:
        return False
    began = rf"(?i:(?:the\s|l[ae]\s|l['’])?{re.escape(text)})\s[a-zà-ÿ]"
    if re.match(began, reading.first_story_line()):
        return True
    below = line_below(reading, reading.lines.index(text))
    return below is not None and KIND.match(reading.lines[below]) is not None


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
    if not is_story(line) or is_caption(line) or is_row(line):
        return False
    if sum(map(line.count, _SIGNS_BETWEEN)) < _OF_A_MENU:  # hardly ever, and counted much sooner
        return True
    return len(_BETWEEN.findall(line)) < _OF_A_MENU


def _is_parted(text: str, line: str) -> bool:
    return text != line or _PARTED.search(line) is not None


def _is_name_or_menu(reading: Reading, text: str, number: int, told: int) -> bool:
    """Whether a line that stands first is a menu, or a name that the story hardly has or has as it is."""
    words, line = text.split(), reading.lines[number]
    if len(_BETWEEN.findall(line)) >= _OF_A_MENU or is_section(text) or is_institution(text):
        return True
    if _has_short_parts(line) and any(map(is_section, _BETWEEN.split(line))):
        return True
    if _is_issuer(reading, text) or _ISSUED_BY.match(text):
        return True
    if not told and _PARTED_BY_DASH.search(line) and is_outlet(_BETWEEN.split(line)[0]):
        return True  # "The Tellin Gazette - an independent daily", and today's date below
    if len(words) > _SHORTEST_LABEL and _is_dated(reading, number):
        return False
    if told <= 1 and is_outlet(text.partition(":")[0]) and _OF_A_NAME.match(text):
        return True
    most = _MOST_WORDS_OF_A_BODY if ARABIC_BODY.match(text) else _MOST_NAME_WORDS
    if not _is_name(words) or len(words) > most:
        return False
    return told <= 1 or _is_said(reading, text)


def _most_of_a_masthead(text: str) -> int:
    """How many words of a line the story may have, if the line is none of its own and a headline is below.

    None of a few words such as "Listen live 98.3 FM", one of a name with its motto behind a dash.
    """
    return int(
        _PARTED_BY_DASH.search(text) is not None and _is_name(_BETWEEN.split(text)[0].split())
    )


def _is_furniture(reading: Reading, text: str, number: int, told: int) -> bool:
    """Whether a line that stands first is likely no headline, by how many of its words are told below."""
    words, line = text.split(), reading.lines[number]
    if len(words) > _SHORTEST_LABEL and _is_dated(reading, number):
        return False
    if len(words) <= _SHORTEST_LABEL or _has_short_parts(line):
        return told <= 1
    if told:
        return False
    is_parted = _is_parted(text, line) or _YEAR.search(line) is not None
    return is_parted or len(words) >= _LONG


def _is_said(reading: Reading, name: str) -> bool:
    """Whether the story has a name as it is printed above it, or a short line begins with it."""
    start = reading.story_start() or 0
    lines = [reading.lines[n] for n in reading.open if n >= start]
    return any(name in line if is_story(line) else line.startswith(f"{name} ") for line in lines)


def _has_short_parts(line: str) -> bool:
    parts = _BETWEEN.split(line)
    return len(parts) > 1 and all(len(part.split()) <= _SHORT_NAME for part in parts)


def _fewest(reading: Reading, text: str, number: int) -> int:
    """How many words of a headline the story has at least."""
    if 0 < len(text.split()) <= _SHORTEST_LABEL or _is_dated(reading, number):
        return 1
    if text.isupper() and not reading.lines[number].isupper():
        return 1
    return _FEWEST_TOLD if text else _FEWEST_TOLD_BELOW_NOTHING


def _is_dated(reading: Reading, number: int) -> bool:
    """Whether a date, a byline or a dateline is below, as below headlines; a name may be between."""
    following = [reading.lines[n] for n in below(reading, number)[:2]]
    if following and _is_credit(reading, following[0]):
        return True
    if len(following) < _SHORTEST_LABEL or not is_person(reading, following[0], strictly=True):
        return False
    return _is_day(reading, following[1]) or WRITERS_JOB.match(following[1]) is not None


def _is_credit(reading: Reading, line: str) -> bool:
    if _CREDIT.match(line) or _is_day(reading, line):
        return True
    return is_story(line) and dateline_of(line) is not None


def _is_day(reading: Reading, line: str) -> bool:
    has_day = any(date_alone(reading, part) for part in parts_of(line))
    return has_day and is_label(reading, line)


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
        and (not is_furniture(reading, number) or _is_told_sentence(reading, line))
        and not belongs_to_a_picture(line)
        and not (_has_short_parts(line) and any(map(is_section, _BETWEEN.split(line))))
        and not is_row_of_sections(line)
        and (" » " not in line or "«" in line)
        and line.count(" | ") < _OF_A_MENU
    )


def _is_told_sentence(reading: Reading, line: str) -> bool:
    """Whether a line that ends as papers' names do, "Tellin rights report", is told of as headlines are."""
    if not is_in_sentence_case(line) or is_section(line) or is_institution(line):
        return False
    lead = telling_words(beginning_of([reading.first_story_line()]))
    return len(telling_words(line) & lead) > _FEWEST_TOLD


def _found(reading: Reading, number: int) -> Finding:
    line = reading.lines[number]
    above = (n for n in reading.open if n < number and not _may_be_asked(reading, n))
    above = (n for n in above if line in reading.lines[n] or not is_sentence(reading.lines[n]))
    repeats = reading.repeats(line, below(reading, number))
    evidence = f"the first line of whose words the story has some: {quoted(line)}"
    return Finding(
        title_beside_site(reading, number),
        evidence,
        frozenset({number}) | frozenset(above) | repeats,
    )


def _may_be_asked(reading: Reading, number: int) -> bool:
    """Whether a line above a headline has a date or a byline, which other fields ask for."""
    line = reading.lines[number]
    is_name = has_given_name(line) and is_person(reading, line, strictly=True)
    if is_name or stands_above_titles(reading, number) or OUTLET_CITY_NAMES.fullmatch(line):
        return True
    return any(date_alone(reading, part) for part in parts_of(line))


def _words_of_story(reading: Reading, top: tuple[int, ...]) -> frozenset[str]:
    """The words that tell something, from the beginning of what is no line above the story."""
    rest = [reading.lines[n] for n in reading.open if n not in set(top)]
    told = [line for line in rest if is_story(line) and not is_caption(line)] or rest
    return telling_words(beginning_of(told))

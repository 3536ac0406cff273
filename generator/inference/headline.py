"""Title: the headline without the site's name; a first sentence only where nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, takewhile

from generator.inference.above_headlines import (
    is_city_and_outlet,
    is_motto,
    names_a_columnist,
    names_a_page,
    names_a_place,
    names_a_reporter,
    names_an_author,
    names_an_issuer,
    names_an_organisation,
    signs_below,
)
from generator.inference.aggregators import names_body_and_city
from generator.inference.credits import is_outlet
from generator.inference.date_lines import date_alone, line_below, parts_of
from generator.inference.datelines import dateline_of
from generator.inference.headline_shapes import (
    ABBREVIATED,
    FEWEST_TITLE_WORDS,
    LONGEST_TITLE,
    is_filed,
    is_label,
    is_sentence,
    reads_as_title,
    stands_above_titles,
)
from generator.inference.line_shapes import (
    FEWEST_IN_A_LIST,
    belongs_to_a_picture,
    is_dated_item,
    is_item,
    is_no_text,
    is_row,
)
from generator.inference.marks import title_and_marks
from generator.inference.names import has_given_name, is_person
from generator.inference.reading import Reading, below, is_caption, is_story, is_ticker, quoted
from generator.inference.sections import is_section
from generator.inference.site_edges import outlet_ahead
from generator.inference.sites import (
    heading_beside_site,
    is_furniture,
    is_site_line,
    with_furniture,
)
from generator.inference.told_words import beginning_of, telling_words
from generator.model import Finding

_SENTENCE = re.compile(r".+?[.!?؟۔…][\"'”’»)]*(?=\s|$)", re.DOTALL)
_ENDS_SENTENCE = re.compile(r"[^\W\d_]{2}[.۔]$")
_LONGEST_SHORT = 110
_TOP_LINES = 12
_CUT_OFF = re.compile(r"\s*(?:\.{2,}|…)(?:\s\(\d\))?$")
_SHORTEST_CUT = 15
_PATH = re.compile(r"\S\s*[/>›»|]\s*\S")
_OF_A_PATH = re.compile(r"[|»›>]|\s/\s")
_OFFICE = re.compile(
    r"(?:(?:الإشراف|المشرف) العام|رئيس (?:التحرير|مجلس ال[إا]دارة|حزب(?: [^\W\d_]+){1,3})|مدير التحرير"
    r"|editor[- ]in[- ]chief|managing editor|directeur de (?:la )?publication|rédacteur en chef)\s*:?",
    re.IGNORECASE,
)
_FORUM = re.compile(
    r"منتد[ىي]|المنتدى|منتديات|قسم|\b(?:forums?|boards?|index|section)\b", re.IGNORECASE
)
_BETWEEN_FORUMS, _FEWEST_FORUMS = " :: ", 2
_LABEL_AHEAD = re.compile(r"(?:[^\W\d_]+\s+){0,2}[^\W\d_]+\s*:")
"""Such as "Share on:" above a headline."""

_ISSUE = re.compile(r"العدد|\b(?:issue|vol(?:ume)?|n°|no\.)\s?\d", re.IGNORECASE)
_POINT = re.compile(r"[-–]\s\S")
_BULLETS = ("-", "–", "•", "*", "·")
_MOST_KICKER_WORDS = 3
_NEAR = 3  # lines
_MOST_SECTION_WORDS = 2
_MOST_MOTTO_WORDS = 6
_ONE_OF = 4
"""Of so many words of a motto the story may have one."""


def markdown_heading(reading: Reading) -> Finding | None:
    """In Markdown: its first heading, if nothing stands before it."""
    if not reading.draft.is_markdown or not reading.open:
        return None
    number = reading.open[0]
    line = reading.lines[number]
    heading = re.match(r"#{1,6}\s+(.+?)\s*#*$", line)
    below = reading.lines[number + 1] if number + 1 < len(reading.lines) else ""
    if heading is not None:
        return Finding(heading[1], f"heading {quoted(line)}", frozenset({number}))
    if re.fullmatch(r"=+|-+", below.strip()) and below:
        return Finding(line, f"heading {quoted(line)}", frozenset({number, number + 1}))
    return None


def repeated_beside_site(reading: Reading) -> Finding | None:
    """ "Title • Site" or "Site: Title" above a line that is the title alone."""
    heading = reading.once(heading_beside_site)
    if heading is None:
        return None
    repeats = reading.repeats(heading.title, below(reading, heading.line))
    if not repeats:
        return None
    beside = f"beside '{heading.site}'" if heading.site else "with words behind it"
    evidence = f"stands {beside} and again alone"
    return Finding(heading.title, evidence, with_furniture(reading, heading, repeats))


def before_site_name(reading: Reading) -> Finding | None:
    """ "Title • Site" where the second part can be recognised as a site's name."""
    heading = reading.once(heading_beside_site)
    if heading is None or is_city_and_outlet(reading, heading.line):
        return None
    evidence = f"first line, beside the site's name '{heading.site}'"
    return Finding(heading.title, evidence, with_furniture(reading, heading, frozenset()))


def standing_twice(reading: Reading) -> Finding | None:
    """A headline that stands twice below the date, or below a few words: those belong to the site."""
    if reading.draft.is_markdown:
        return None
    top = reading.open[:_TOP_LINES]
    for place, (above, number, following) in enumerate(zip(top, top[1:], top[2:], strict=False)):
        line = reading.lines[number]
        if is_story(line):
            break
        if belongs_to_a_picture(line):
            continue
        if len(line.split()) < FEWEST_TITLE_WORDS or not reading.repeats(line, (following,)):
            continue
        is_below_words = place == 0 and len(reading.lines[above].split()) <= _MOST_KICKER_WORDS
        is_below_date = date_alone(reading, reading.lines[above]) is not None
        is_below_words = is_below_words or (place == 0 and _is_of_another(reading, above, line))
        if (is_below_words or is_below_date) and reads_as_title(reading, number):
            ahead = frozenset(n for n in top if n < number and not (is_below_date and n == above))
            again = reading.repeats(line, below(reading, number))
            return Finding(line, "stands twice", ahead | again | {number, following})
    return None


def _is_of_another(reading: Reading, above: int, line: str) -> bool:
    """Whether the story tells of a headline, and hardly of the few words above it, which are a site's motto.

    A picture's caption may stand twice below a headline as well, but then the story has the headline's words.
    """
    motto = telling_words(reading.lines[above])
    if len(reading.lines[above].split()) > _MOST_MOTTO_WORDS or is_story(reading.lines[above]):
        return False
    story = (reading.lines[n] for n in reading.open[1:] if is_story(reading.lines[n]))
    told, said = telling_words(beginning_of(story)), telling_words(line)
    is_told = len(said & told) >= max(FEWEST_TITLE_WORDS - 1, len(said) / 2)
    return is_told and len(motto & told) * _ONE_OF <= len(motto)


def first_line(reading: Reading) -> Finding | None:
    """The first line that reads as a headline, below a site's or a section's name."""
    number = reading.once(title_line)
    if number is None:
        return None
    line = reading.lines[number]
    above = frozenset(n for n in reading.open if n < number and is_furniture(reading, n))
    # A date above the site's name is the day on which somebody looked at the page.
    visited = (n for n in reading.open if n < min(above, default=-1))
    above |= {n for n in visited if _is_of_a_visit(reading, reading.lines[n])}
    above |= {n for n in reading.open if n < number and _in_full(reading, n) == number}
    above |= frozenset(n for n in reading.open if n < number) - frozenset(_below_a_list(reading))
    above |= {n for n in reading.open if n < number and _is_of_the_site(reading, n)}
    repeats = reading.repeats(line, below(reading, number))
    return Finding(line, "first line", frozenset({number}) | above | repeats)


def _is_of_a_visit(reading: Reading, line: str) -> bool:
    """Whether a line is a day, and not that of a paper's issue."""
    return date_alone(reading, line) is not None and _ISSUE.search(line) is None


def _is_of_the_site(reading: Reading, number: int) -> bool:
    """Whether a line above the headline is nothing that another field asks for."""
    line = reading.lines[number]
    if is_ticker(line):
        return True
    if is_story(line) or is_sentence(line) or stands_above_titles(reading, number):
        return False
    if has_given_name(line) and is_person(reading, line, strictly=True):
        return False
    return not any(date_alone(reading, part) for part in parts_of(line))


def first_sentence(reading: Reading) -> Finding | None:
    """The first sentence, which stays in the body, where no line is a headline."""
    lettered = (n for n in reading.open if re.search(r"[^\W\d_]", reading.lines[n]))
    top = tuple(islice(lettered, _TOP_LINES)) or reading.open[:_TOP_LINES]
    lines = [n for n in top if not stands_above_titles(reading, n)] or top
    story = [n for n in lines if is_story(reading.lines[n]) and not is_caption(reading.lines[n])]
    short = [n for n in lines[:1] if _is_short_sentence(reading, n, story)]
    text = next((reading.lines[n] for n in (*short, *story, *lines)), "")
    if reading.draft.is_markdown:
        text = re.sub(r"^[#>*+-]+\s*|[*_`]", "", text)
    dateline = dateline_of(text)
    text = text[dateline.end if dateline else outlet_ahead(text)[1] :]
    text = text[: 4 * LONGEST_TITLE]
    sentence = first_sentence_of(text)
    title = sentence.rstrip(".۔ ")
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rpartition(" ")[0] + " …"
    if not title:
        return None
    note = "no line of the text is a headline, its first sentence serves as title"
    return Finding(title, f"first sentence, no headline stands above {quoted(sentence)}", note=note)


def _is_short_sentence(reading: Reading, number: int, story: Sequence[int]) -> bool:
    """Whether the first line is a sentence as short as headlines, and the story begins right below it."""
    line = reading.lines[number]
    if not story or line_below(reading, number) != story[0] or is_caption(line):
        return False
    is_short = len(line.split()) >= FEWEST_TITLE_WORDS and len(line) <= _LONGEST_SHORT
    return is_short and line[:1].isalnum() and _ENDS_SENTENCE.search(line) is not None


def title_line(reading: Reading) -> int | None:
    """Index of the first line that reads as a headline, or None where there is none."""
    if reading.draft.is_markdown:
        return None
    lines = _below_a_list(reading)[:8]
    below_site = False
    for place, number in enumerate(lines):
        following = lines[place + 1 :]
        if _is_passed_over(reading, number, following):
            continue
        if is_site_line(reading, number) and (
            any(reads_as_title(reading, n) for n in following[:3])
            or (following and names_an_organisation(reading, number))
        ):
            below_site = True
        elif following and (
            (below_site and is_section(reading.lines[number]))
            or _is_above_a_title(reading, number, following)
        ):
            continue
        elif reads_as_title(reading, number) and not stands_above_titles(reading, number):
            return _in_full(reading, number)
        elif following and _says_nothing(reading, number, following[0]):
            continue
        elif not stands_above_titles(reading, number):
            return None
    return None


def _is_passed_over(reading: Reading, number: int, following: Sequence[int]) -> bool:
    """Whether a line is a picture's, a network's, a row of sections, or a columnist's above a headline.

    So is one behind a dash right above the story: a point of the report, "- Among them are two children".
    """
    line = reading.lines[number]
    if (
        names_a_page(reading, number)
        or is_motto(reading, number)
        or names_a_place(reading, number)
        or names_a_reporter(reading, number)
        or names_an_issuer(reading, number)
        or names_an_author(reading, number)
        or (_OF_A_PATH.search(line) and is_section(line))
        or (line.count(_BETWEEN_FORUMS) >= _FEWEST_FORUMS and _FORUM.search(line))
    ):
        return True
    if not following:
        return False
    if is_ticker(line) and any(reads_as_title(reading, n) for n in following[:2]):
        return True
    if _POINT.match(line) and is_story(reading.lines[following[0]]):
        return True
    if is_city_and_outlet(reading, number):
        return True
    if names_body_and_city(line):
        return True
    if signs_below(reading, line) and any(reads_as_title(reading, n) for n in following[:_NEAR]):
        return True
    if line.startswith("* "):
        return True  # of a menu
    is_columnist = names_a_columnist(reading, number) and reads_as_title(reading, following[0])
    return is_columnist or belongs_to_a_picture(line)


def _says_nothing(reading: Reading, number: int, following: int) -> bool:
    """Whether a line is a rule, a counter, a label, or an appeal that only looks filed.

    Such as "TELLIN24 - Give for those in need!" above a headline.
    """
    line = reading.lines[number]
    if is_no_text(line) or _LABEL_AHEAD.fullmatch(line):
        return True
    is_appeal = line.endswith("!") and not is_story(line) and is_filed(reading, line)
    return is_appeal and reads_as_title(reading, following)


def _below_a_list(reading: Reading) -> tuple[int, ...]:
    """The lines that are left, without the other headlines, and their label, that a page begins with."""
    lines = [reading.lines[number] for number in reading.open]
    rows = sum(1 for _ in takewhile(is_row, lines))
    has_label = bool(lines) and len(lines[0].split()) <= _MOST_KICKER_WORDS
    label = int(has_label and not is_item(lines[0]))
    items = sum(1 for _ in takewhile(is_item, lines[label:]))
    items = items or sum(
        1 for _ in takewhile(partial(_is_below_bullet, reading), reading.open[label:])
    )
    dated = list(takewhile(lambda line: line in _BULLETS or is_dated_item(line), lines))
    listed = len(dated) if sum(map(is_dated_item, dated)) >= FEWEST_IN_A_LIST else 0
    listed = label + items if items >= FEWEST_IN_A_LIST else listed
    left = reading.open[max(rows, listed) :]
    return tuple(_without_masthead(reading, left))


def _is_below_bullet(reading: Reading, number: int) -> bool:
    """Whether a headline's bullet stands in the line above it, as where a page shows a ticker."""
    line = reading.lines[number]
    bullet = number > 0 and reading.lines[number - 1] in _BULLETS
    return bullet and len(line.split()) >= FEWEST_TITLE_WORDS and not is_story(line)


def _without_masthead(reading: Reading, numbers: tuple[int, ...]) -> Iterator[int]:
    """The lines without the names of a paper's heads, each below its office."""
    is_name = False
    for number in numbers:
        is_office = _OFFICE.fullmatch(reading.lines[number]) is not None
        if not (is_office or is_name):
            yield number
        is_name = is_office


def _is_outlet_above_story(reading: Reading, number: int, below: int) -> bool:
    """Whether a line of one or two words names an outlet, and no headline is between it and the story."""
    line = reading.lines[number]
    return (
        len(line.split()) <= _MOST_SECTION_WORDS
        and is_outlet(line)
        and is_story(reading.lines[below])
    )


def _is_above_a_title(reading: Reading, number: int, following: tuple[int, ...]) -> bool:
    """Whether a line is a path of sections, a word, a columnist's name, or a ticker's news.

    Such lines stand above a headline; a name, and a ticker's news, which is marked as urgent, above
    one with a date.
    """
    if len(following) > 1 and (
        is_section(reading.lines[following[0]])
        or (is_section(reading.lines[number]) and is_label(reading, reading.lines[following[0]]))
    ):
        following = following[1:]  # "BEIRUT", and below it "Lebanon News" or the day
    if not following or not reads_as_title(reading, following[0]):
        return bool(following) and _is_outlet_above_story(reading, number, following[0])
    line = reading.lines[number]
    title, marks = title_and_marks(line)
    is_dated = len(following) > 1 and is_label(reading, reading.lines[following[1]])
    if marks and title != line:
        return is_dated and len(reading.lines[following[0]].split()) >= FEWEST_TITLE_WORDS
    if is_dated and has_given_name(line) and is_person(reading, line, strictly=True):
        return True
    words = line.split()
    below = len(reading.lines[following[0]].split())
    if is_section(line):
        is_short = len(words) <= _MOST_SECTION_WORDS and below >= FEWEST_TITLE_WORDS
        return is_short or _PATH.search(line) is not None
    if len(words) == 1:
        return below >= FEWEST_TITLE_WORDS
    return len(words) <= _MOST_KICKER_WORDS and line[:1].islower() and below > len(words)


def _in_full(reading: Reading, number: int) -> int:
    """The line that begins as a headline that was cut off, or that headline's own."""
    cut = _CUT_OFF.sub("", reading.lines[number])
    if cut == reading.lines[number] or len(cut) < _SHORTEST_CUT:
        return number
    longer = (n for n in below(reading, number) if reading.lines[n].startswith(cut))
    return next((n for n in longer if reads_as_title(reading, n)), number)


def first_sentence_of(text: str) -> str:
    """The first sentence of a text; all of it where no sentence ends."""
    end = 0
    while (match := _SENTENCE.match(text, end)) is not None:
        end = match.end()
        if not ABBREVIATED.search(text[:end]):
            break
    return text[:end].strip() if end else text.strip()

"""Title: a headline that stands elsewhere than above the story, and is told by what stands beside it.

Below the story and above its day, behind a path from the home page, below the words with which an
exchange of news announces a release.
"""

from __future__ import annotations

import re

from generator.inference.calendar_names import ANY_MONTH
from generator.inference.credits import is_outlet
from generator.inference.date_lines import date_alone, line_above, line_below
from generator.inference.headline_shapes import (
    FEWEST_TITLE_WORDS,
    is_sentence,
    reads_as_title,
    stands_above_titles,
)
from generator.inference.institutions import is_institution
from generator.inference.mentions import dates_in
from generator.inference.names import has_given_name, is_person
from generator.inference.reading import Reading, below, is_caption, is_story, quoted
from generator.inference.sections import is_section
from generator.inference.told_words import beginning_of, telling_words
from generator.model import Finding

_FEWEST_BELOW = 3
"""Open lines that a text has at least whose headline stands below: story, headline, day."""

_FILED_UNDER = re.compile(r"Filed under\s?:|Classé dans\s?:|Posted (?:by|in)\b.*\|", re.IGNORECASE)
_DAY_BEHIND = re.compile(
    rf"(?P<title>\S.{{7,200}}?)\s(?P<day>(?:{ANY_MONTH})\s\d{{1,2}},\s(?:19|20)\d\d|\d{{1,2}}\s(?:{ANY_MONTH})\s(?:19|20)\d\d)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:[,:;–—-]|\b(?:of|on|the|in|from|until|since|for|by|le|du|de|au|à|depuis|dated))\s*$",
    re.IGNORECASE,
)
"""How a headline ends of which the day is a part: "Vote of 3 May 2012"."""

_FEWEST_TOLD, _FEWEST_BELOW_SECTION = 3, 2
_TOP = 12
_HOME = re.compile(r"(?:(?:الصفحة )?الرئيسية|Home|Accueil)\s-\s")
_FEWEST_STEPS = 3
"""Dashes in a path: "Home - Section - Mira Holt - Headline"."""

_PATH = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)?(?:\s?>>\s?[^\W\d_]+(?:\s[^\W\d_]+)?){1,3}")
_IN_BRACKETS = re.compile(r"\(\s?(?:source|المصدر)\s?:[^()]{2,40}\)", re.IGNORECASE)
_CLOCK = re.compile(r"[\d٠-٩]:[\d٠-٩]{2}")
_INVITES = re.compile(
    r"(?:sign|join|donate|subscribe|register|support)\b|.*\b(?:festival|conference|concert|exhibition|workshop|petition"
    r"|webinar|seminar|rally|vigil|symposium)\b",
    re.IGNORECASE,
)
"""What comes on the day below it: an event, or what readers may do."""

_SIGN_OF_ANNOUNCEMENT = "ollowing is a"
_ANNOUNCEMENT = re.compile(
    r"(?:\([^()]{2,40}\)\s*[-–—]\s*)?[Tt]he following is an?\s[^:]{0,80}\b(?:press release|news release"
    r"|media release|statement|open letter|appeal)\b[^:]{0,60}:"
)


def behind_home(reading: Reading) -> Finding | None:
    """A line that stands alone, and at the end of "Home - Section - Mira Holt - Headline" above it."""
    if reading.draft.is_markdown:
        return None
    found = reading.once(path_and_title)
    if found is None:
        return None
    path, number = found
    line = reading.lines[number]
    above = (n for n in reading.open if n < number and not date_alone(reading, reading.lines[n]))
    evidence = f"stands alone, and behind other words in {quoted(reading.lines[path])}"
    return Finding(line, evidence, frozenset({number, *above}) & frozenset(reading.open))


def above_its_file(reading: Reading) -> Finding | None:
    """The line above "Filed under: …", without the day that a theme prints behind a post's headline."""
    found = None if reading.draft.is_markdown else headline_and_day(reading)
    if found is None:
        return None
    title, _, number = found
    above = frozenset(n for n in reading.open if n < number)
    return Finding(title, f"stands above where it is filed: {quoted(title)}", above | {number})


def of_columnist(reading: Reading) -> Finding | None:
    """ "Mira Holt: The wells that nobody digs" above "By Mira Holt", as papers print columns."""
    for number in reading.open[:_TOP]:
        name, colon, title = reading.lines[number].partition(": ")
        below = line_below(reading, number) if colon and title else None
        printed = reading.lines[below].lower() if below is not None else ""
        is_credited = printed == f"by {name}".lower()
        if not is_credited and not (printed == name.lower() and has_given_name(name)):
            continue
        is_known = is_person(reading, name, strictly=True)
        if is_known and reads_as_title(reading, number):
            above = frozenset(n for n in reading.open if n < number)
            return Finding(
                reading.lines[number],
                f"begins with {quoted(name)}, who is named below",
                above | {number},
            )
    return None


def headline_and_day(reading: Reading) -> tuple[str, str, int] | None:
    """A post's headline, the day behind it, and their line, right above where a blog has filed it."""
    for number, line in enumerate(reading.lines[:_TOP]):
        if _FILED_UNDER.match(line) is None:
            continue
        above = line_above(reading, number)
        match = _DAY_BEHIND.fullmatch(reading.lines[above]) if above is not None else None
        has_own = any(mention.days for mention in dates_in(line, reading.draft.raw.retrieved))
        if match is None or above is None or has_own or _GOES_ON.search(match["title"]):
            return None
        return match["title"], match["day"], above
    return None


def path_and_title(reading: Reading) -> tuple[int, int] | None:
    """The lines of a path from the home page, with dashes, and of the headline with which it ends."""
    for path, line in enumerate(reading.lines[:_TOP]):
        if _HOME.match(line) is None or line.count(" - ") < _FEWEST_STEPS:
            continue
        for number in below(reading, path):
            title = reading.lines[number]
            is_end = " " in title and line.endswith(f" - {title}")
            if is_end and not is_outlet(title) and reads_as_title(reading, number):
                return path, number
    return None


def below_announcement(reading: Reading) -> Finding | None:
    """A line in capitals below "(HLW/WIRE) - The following is a Harbour Lamp Watch press release:"."""
    if reading.draft.is_markdown:
        return None
    for announced, number in zip(reading.open[:_TOP], reading.open[1:_TOP], strict=False):
        line, title = reading.lines[announced], reading.lines[number]
        if _SIGN_OF_ANNOUNCEMENT not in line or _ANNOUNCEMENT.fullmatch(line) is None:
            continue
        is_headline = title.isupper() and len(title.split()) >= FEWEST_TITLE_WORDS
        if is_headline and reads_as_title(reading, number):
            return Finding(title, f"stands below {quoted(line)}", frozenset({number}))
    return None


def below_path(reading: Reading) -> Finding | None:
    """A line right below "Français>>Afrique" and above its source or day, of which the story tells.

    Where a page runs its flashes together in one line, that line looks like the story's beginning.
    """
    top = reading.open[:_TOP]
    for path, number, below_it in zip(top, top[1:], top[2:], strict=False):
        line, title = reading.lines[path], reading.lines[number]
        if ">>" not in line or _PATH.fullmatch(line) is None or not reads_as_title(reading, number):
            continue
        credited = stands_above_titles(reading, below_it) or _IN_BRACKETS.fullmatch(
            reading.lines[below_it]
        )
        is_headline = len(title.split()) >= FEWEST_TITLE_WORDS and credited
        ran_together = [n for n in top if n < path]
        is_page = not any(is_sentence(reading.lines[n]) for n in ran_together)
        rest = (reading.lines[n] for n in reading.open if n > below_it)
        told = telling_words(title) & telling_words(beginning_of(filter(is_story, rest)))
        if is_headline and is_page and len(told) >= _FEWEST_BELOW_SECTION:
            evidence = f"stands below the path {quoted(line)}"
            return Finding(title, evidence, frozenset({*ran_together, path, number}))
    return None


def below_story(reading: Reading) -> Finding | None:
    """The line above a day with which a text ends that begins with its story, and tells of that line.

    A section's name stands above it, or a clock beside the day: statements are signed on a day without one.
    Below a list of other headlines, or a label, it is one of those.
    """
    if reading.draft.is_markdown or len(reading.open) < _FEWEST_BELOW:
        return None
    *_, above, number, day = reading.open
    first, line = reading.lines[reading.open[0]], reading.lines[number]
    if date_alone(reading, reading.lines[day]) is None or not is_story(first) or is_caption(first):
        return None
    section = frozenset({above}) if is_section(reading.lines[above]) else frozenset()
    if not (section or is_story(reading.lines[above]) or is_sentence(reading.lines[above])):
        return None
    if len(line.split()) < FEWEST_TITLE_WORDS or is_story(line) or is_sentence(line):
        return None
    if stands_above_titles(reading, number) or not reads_as_title(reading, number):
        return None
    if _INVITES.match(line):
        return None
    if not section and _can_be_a_signature(reading, line, reading.lines[day]):
        return None
    if not _is_told(reading, line, is_in_section=bool(section)):
        return None
    return Finding(
        line, f"stands below the story, above its day: {quoted(line)}", section | {number}
    )


def _can_be_a_signature(reading: Reading, line: str, day: str) -> bool:
    """Whether a line may be who signs a statement: on a day without a clock, or as who has a name."""
    if _CLOCK.search(day) is None:
        return True
    return is_institution(line) or is_outlet(line) or is_person(reading, line, strictly=True)


def _is_told(reading: Reading, line: str, *, is_in_section: bool) -> bool:
    """Whether the story has half of the words of a line that tell something; a third below a section."""
    story = (reading.lines[n] for n in reading.open if is_story(reading.lines[n]))
    said = telling_words(line)
    told = len(said & telling_words(beginning_of(story)))
    if is_in_section:
        return told >= max(_FEWEST_BELOW_SECTION, len(said) / 3)
    return told >= max(_FEWEST_TOLD, len(said) / 2)

"""Title: a headline whose form other lines have: as long as a paragraph, or read as a day or a byline.

Observatories post reports below headlines of forty words. And where one line is left above the story,
besides the site, its day and its author, it is the headline also if it is a report's day, begins as a
byline does, or ends as a sentence does.
"""

from __future__ import annotations

import re

from generator.inference.above_headlines import is_motto
from generator.inference.datelines import dateline_of
from generator.inference.headline import title_line
from generator.inference.headline_shapes import ABBREVIATED
from generator.inference.mentions import dates_in
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, below, is_caption, is_story, quoted
from generator.inference.sites import heading_beside_site, is_furniture, is_site_line
from generator.inference.told_words import beginning_of, telling_words
from generator.model import Finding
from generator.orthography import is_arabic

_TOP, _LONGEST = 6, 420
_FEWEST_TOLD, _ONE_OF = 4, 3
_FEWEST_WORDS, _LONGEST_SMALL, _FEWEST_OF_A_HEADLINE = 2, 4, 3
_ENDS_AS_PROSE = re.compile(r"[.!?؟۔…:][\"'”’»)\]]*$|[\"”»]$")
_ENDS_AS_NO_HEADLINE = re.compile(r"(?<![.!؟?…])[.۔:؛;،,]$")
_BREAK = re.compile(r"(?<![.!؟?])[.!؟?](?=[\"”»]?\s+[^\W\d_a-zà-ÿ])")
"""Where a sentence ends within a line; two full stops part a headline in Arabic."""

_BY = re.compile(
    r"(?:[Bb]y|[Pp]ar|BY|PAR)\s(?!(?i:an?|some|one|our|anonymous|une?|le|la|les|des?|l['’]\w+|e-?mail|fax|post)\b|the\s[A-Z])"
    r"(?:[a-zà-ÿ]+\s(?!»)|[^\s,]+,\s)"
)
_OF_THE_PAPER = re.compile(
    r"\b(?:correspond|report|staff|desk|edit|writer|agenc|envoy|rédac)", re.IGNORECASE
)
_SENTENCES = re.compile(r"\w[.!?]\s.*\w[.!?][”\"’']?$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OF_ANOTHER = re.compile(
    r"\b(?:posted|sent|filed|received|reçue?|publi\w+|weekly|monthly|magazine|journal)\b|تقرير\s?:",
    re.IGNORECASE,
)
_OF_A_DAY = re.compile(
    r"\b(?:reports?|bulletin|brief(?:ing)?|digest|toll|summary|review|diary|rapport|bilan|point|lettre|revue)\b"
    r"|تقرير|نشرة|حصيلة|ملخص|موجز|حصاد",
    re.IGNORECASE,
)
"""What is called by its day."""


def as_long_as_a_paragraph(reading: Reading) -> Finding | None:
    """The first line, in which no sentence ends, and of whose words the paragraphs below have many."""
    if reading.draft.is_markdown or reading.once(heading_beside_site) is not None:
        return None
    for number in reading.open[:_TOP]:
        line = reading.lines[number]
        if is_story(line):
            return _found(reading, number) if _is_long_headline(reading, number) else None
        if not (is_site_line(reading, number) or is_motto(reading, number)):
            return None
    return None


def _is_long_headline(reading: Reading, number: int) -> bool:
    line = reading.lines[number]
    if len(line) > _LONGEST or _ENDS_AS_NO_HEADLINE.search(line) or is_caption(line):
        return False
    breaks = (line[: match.end()] for match in _BREAK.finditer(line))
    if any(not ABBREVIATED.search(sentence) for sentence in breaks):
        return False
    if line[:1].islower() or dateline_of(line) is not None:
        return False
    story = [reading.lines[n] for n in reading.open if n > number and is_story(reading.lines[n])]
    if not story or not _ENDS_AS_PROSE.search(story[0]):
        return False
    below_it = [n for n in reading.open if number < n < reading.lines.index(story[0])]
    if any(_may_be_headline(reading, n) for n in below_it):
        return False  # then it is a standfirst, a caption or a note
    own = telling_words(line)
    told = own & telling_words(beginning_of(story))
    return len(told) >= max(_FEWEST_TOLD, len(own) / _ONE_OF)


def _may_be_headline(reading: Reading, number: int) -> bool:
    """Whether a short line reads as a headline: of several words, without a day, and nobody's name."""
    line = reading.lines[number]
    words = _WORD.findall(line)
    return (
        len(words) >= _FEWEST_OF_A_HEADLINE
        and not _ENDS_AS_NO_HEADLINE.search(line)
        and not re.search(r"\d", line)
        and not (has_given_name(line) or _BY.match(line))
        and not is_furniture(reading, number)
    )


def only_line(reading: Reading) -> Finding | None:
    """The one line above the story that is of such a form, where none reads as headlines do."""
    first, start = reading.once(title_line), reading.story_start()
    if first is not None and not is_furniture(reading, first):
        return None
    if start is None:
        return None
    above = (n for n in reading.open if n < start)
    found = [n for n in above if _is_of_such_a_form(reading, reading.lines[n])]
    is_one = len({reading.lines[n] for n in found}) == 1
    return _found(reading, found[0]) if is_one else None


def _is_of_such_a_form(reading: Reading, line: str) -> bool:
    if _is_called_by_its_day(reading, line):
        return True
    words = _WORD.findall(line)
    if _BY.match(line):
        return not (_ENDS_AS_NO_HEADLINE.search(line) or _names_somebody(reading, line))
    small = [word for word in words if word[:1].islower() and len(word) > _LONGEST_SMALL]
    return not is_arabic(line) and _SENTENCES.search(line) is not None and not small


def _is_called_by_its_day(reading: Reading, line: str) -> bool:
    """Whether a line is such as "Daily report 28/10/2016"."""
    if _OF_A_DAY.search(line) is None or _OF_ANOTHER.search(line):
        return False
    days = (m.text for m in dates_in(line, reading.draft.raw.retrieved) if m.days)
    rest = next((line.replace(day, " ") for day in days), "")
    return len(_WORD.findall(rest)) >= _FEWEST_WORDS


def _names_somebody(reading: Reading, line: str) -> bool:
    agencies = reading.context.agencies
    parts = line.split(" ", 1)[1].split(", ")
    names = any(has_given_name(part) or agencies.any_part(part) for part in parts)
    return names or _OF_THE_PAPER.search(line) is not None


def _found(reading: Reading, number: int) -> Finding:
    line = reading.lines[number]
    above = {n for n in reading.open if n < number and is_furniture(reading, n)}
    repeats = reading.repeats(line, below(reading, number))
    evidence = f"stands above the story: {quoted(line)}"
    return Finding(line, evidence, frozenset({number}) | above | repeats)

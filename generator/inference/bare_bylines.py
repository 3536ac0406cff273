"""Authors without a "By": a line that is nothing but names, alone or beside a date, a city or an outlet.

Places, sections and sub-headings look the same, so such a name has to begin with a given name that is
known, and the story may not tell of anybody so called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.byline_cities import without_glued_city
from generator.inference.calendar_names import ANY_WEEKDAY
from generator.inference.credits import is_outlet
from generator.inference.date_lines import (
    KIND,
    UPDATED,
    date_alone,
    full_dates,
    line_above,
    line_below,
    parts_of,
    says_only_when,
)
from generator.inference.datelines import dateline_of
from generator.inference.lead import below_first_paragraph
from generator.inference.line_shapes import names_somebody, readers_begin
from generator.inference.names import has_given_name, is_person, split_names
from generator.inference.reading import Reading, is_story, quoted, same
from generator.inference.sections import is_section
from generator.model import Finding
from generator.orthography import is_arabic, words

_LONGEST = 110
_HEAD = 4
_MOST_WORDS_BESIDE = 4
_BEFORE_NAMES = re.compile(r"^(?:من\s+(?=[^\W\d_]{2,}\s)|[-•]\s+|\d{1,6}\|(?=[^\W\d_]))")
"""Also the number of readers, as in "0|ميرا هولت"; "1 | ميرا هولت" is of a list."""

_FROM = re.compile(r"من\s+(?P<names>[^\W\d_]{2,}\s(?:[^.:،,]|(?<=\s[^\W\d_])\.){3,60})")
_BEHIND_NAMES = re.compile(
    r"\s+\(?(?:avec|with|et)\s(?:l['’])?AFP\)?$|,\s(?:à|au)\s[A-ZÀ-Þ][^\W\d]*(?:-[A-ZÀ-Þ][^\W\d]*)*$"
    r"|\s+(?:reports?|reporting)\s+(?:from|in)\s+.{3,40}$|\s+(?:reports|writes)$"
    r"|\s+for\s+(?:[Tt]he\s)?[A-ZÀ-Þ][\w'’-]*(?:\s[A-ZÀ-Þ][\w'’-]*){0,3}$"
    r"|\s+(?:(?:[Ss]enior|[Ss]taff)\s[Ww]riter|[Cc]ontributor|[Cc]olumnist)$|\s+@\w+$|\s+\((?:à|au|en|in)\s[^()]{3,40}\)$"
    r"|(?:,?\sand\sagencies)?\s+in\s+[A-ZÀ-Þ][^\W\d]*(?:\s[A-ZÀ-Þ][^\W\d]*){0,3}(?:,?\sand\sagencies)?$"
    r"|(?:\s+(?:Middle East|[Ww]orld [Aa]ffairs|[Dd]iplomatic|[Ff]oreign(?: [Aa]ffairs)?|[Dd]efen[cs]e"
    r"|[Ss]ecurity|[Pp]olitical|Africa|Asia|Europe|[Ll]egal(?: [Aa]ffairs)?|[Rr]eligious [Aa]ffairs"
    r"|[Cc]hief|[Ss]enior|[Ss]pecial"
    r"|[Ii]nternational|[Hh]uman [Rr]ights))+\s+(?:[Cc]orrespondent|[Rr]eporter)s?$"
    r"|\s+\([^()\d]{2,30},\s*(?:correspondance|envoyée? spéciale?|correspondante?|intérim)\)$"
    r"|(?<=[\u0621-\u064a])\s+من\s+[^\W\d_]{3,}(?:\s[^\W\d_]+){0,2}$|\s*\*{1,2}$"
)
_SPECIAL = re.compile(r"\s*[-–]\s*\(?(?:خاص|متابعات)\)?$")
_AS_AUTHOR = re.compile(r"\s\((?:author|صور(?:ة)?\s?:[^()]{3,40}|photos?\s?:[^()]{3,40})\)(?=,|$)")
_SPECIAL_BETWEEN = re.compile(r"\s[-–—]\s(?:خاص|متابعات)\s[-–—]\s")
_BESIDE = re.compile(
    r"\s*[:،,|]\s+|\s+[-–—ـ]\s*|\s*[-–—ـ]\s+|(?<=[\u0600-\u06ff])\s*[-–—ـ:]\s*(?=[\u0600-\u06ff])"
)
_TITLE_OF_PERSON = re.compile(r"^(?:د|أ|م|الدكتور[ة]?|الأستاذ[ة]?|dr|prof)[.\s]\s*", re.IGNORECASE)
_HALF_A_NAME = re.compile(r"\S+\s+(?:الدين|الله|الرحمن|الإسلام)$")
_OTHER_ROLE = re.compile(
    r"photo|picture|image|video|caption|graphic|illustration|credit|crédit|edit(?:or|ed|ing)\b|translat|traduction"
    r"|source|\bvia\b|تحرير|ترجمة|تصوير|مصدر|مراجعة|إشراف|صورة|مونتاج|رسوم|عدسة",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"(?:the |vice[- ]|deputy |executive )?(?:chair(?:man|woman)?|president|director|minister"
    r"|editor[- ]in[- ]chief|chief|spokes(?:man|woman|person))\b"
    r"|(?:نائب )?(?:ال)?(?:رئيس|رئيسة|مدير|مديرة|مشرف|وزير|ناطق|متحدث|أمين|أمينة|منسق|منسقة|نقيب"
    r"|كاتبة? (?:ال)?عامة?)\b",
    re.IGNORECASE,
)
_WEEKDAY_BEHIND = re.compile(rf"[\s,،]+(?:{ANY_WEEKDAY})[\s.,،]*$", re.IGNORECASE)
_LABEL_BEHIND = re.compile(
    r"\s+(?:last\s+)?(?:updated|published|posted|modified)\s*:?\s*$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"\w{2}[.!?؟]$")
_SHORTEST_SURNAME, _PARAGRAPH = 4, 60


def names_alone(reading: Reading) -> Finding | None:
    """Names of people below the title, or right below the story's end."""
    top = (*reading.head[:_HEAD], *reading.below_title[:_HEAD], *_right_above(reading))
    near = (*top, *below_first_paragraph(reading))
    for number in dict.fromkeys((*near, *_signature(reading))):
        line = reading.lines[number]
        if (
            len(line) > _LONGEST
            or is_story(line)
            or UPDATED.match(line)
            or _OTHER_ROLE.search(line)
        ):
            continue
        if stands_by_a_job(reading, number) or is_in_a_list(reading, number):
            continue
        if _is_told_above_title(reading, number):
            continue
        for text in _without_date(reading, line):
            names = _authors(reading, text, number)
            if names:
                return Finding(names, quoted(line), frozenset({number}))
    return None


def _right_above(reading: Reading) -> tuple[int, ...]:
    """The line right above the story, however many the site puts above that, if it tells no day."""
    last = reading.head[-1:]
    start = reading.story_start()
    is_last = bool(last) and start is not None and line_below(reading, last[0]) == start
    return last if is_last and re.search(r"\d", reading.lines[last[0]]) is None else ()


def _is_told_above_title(reading: Reading, number: int) -> bool:
    """Whether a line above the headline begins with a name that the story tells of: a portrait's."""
    title = reading.found.get("title")
    first = reading.lines[number].partition(" ")[0]
    is_above = title is not None and number < min(title.consumed, default=-1)
    if not is_above or title is None:
        return False
    story = reading.story().replace(reading.lines[number], "")
    is_quoted = str(title.value)[:1] in '“«"‘'  # by whom an interview is with
    return is_quoted or re.search(rf"\b{re.escape(first)}\b", story) is not None


def stands_by_a_job(reading: Reading, number: int) -> bool:
    """Whether the line above or below is an office: then the name is who holds it."""
    near = (line_above(reading, number), line_below(reading, number))
    lines = (reading.lines[n] for n in near if n is not None)
    return any(not is_story(line) and _JOB.match(line) is not None for line in lines)


def is_in_a_list(reading: Reading, number: int) -> bool:
    """Whether three lines in a row are names: a list of the dead or of prisoners, and no byline."""
    place = reading.open.index(number)
    near = [reading.lines[n] for n in reading.open[max(0, place - 2) : place + 3]]
    named = [has_given_name(line) and not is_story(line) for line in near]
    return any(all(named[n : n + 3]) for n in range(len(named) - 2))


def from_names(reading: Reading) -> Finding | None:
    """ "من A وB" above a dateline, as an agency writes it in Arabic."""
    filed = dateline_of(reading.first_story_line())
    if filed is None or not reading.context.agencies.any_part(filed.agency):
        return None
    for number in reading.head:
        match = _FROM.fullmatch(reading.lines[number])
        names = split_names(match["names"]) if match else []
        if names and all(is_person(reading, name, strictly=True) for name in names):
            return Finding(names, quoted(reading.lines[number]), frozenset({number}))
    return None


def _signature(reading: Reading) -> tuple[int, ...]:
    """The line right below the last paragraph, if it is one of the last."""
    last = [n for n in reading.open[-2:] if n in reading.tail and n < reading.once(readers_begin)]
    short = [n for n in last if not _is_paragraph(reading.lines[n])][:1]
    above = line_above(reading, short[0]) if short else None
    return () if above is not None and names_somebody(reading.lines[above]) else tuple(short)


def _is_paragraph(line: str) -> bool:
    return is_story(line) or (len(line) >= _PARAGRAPH and _SENTENCE_END.search(line) is not None)


def _without_date(reading: Reading, line: str) -> Iterator[str]:
    """What a line says besides when: its only other part, or all of it before a date."""
    yield line
    parts = parts_of(line)
    is_dated = UPDATED.search(line) is not None
    others = [
        part
        for part in parts
        if not (date_alone(reading, part) or KIND.fullmatch(part) or says_only_when(part))
        and not (is_dated and (reading.is_publisher(part) or UPDATED.match(part)))
    ]
    if len(others) == 1 and len(parts) > 1:
        yield others[0]
    for mention in full_dates(reading, line):
        if mention.day:
            before = _WEEKDAY_BEHIND.sub("", line[: mention.start])
            yield _LABEL_BEHIND.sub("", before).strip(" ,،|–—-")
            return


def _authors(reading: Reading, text: str, number: int) -> list[str]:
    """The people that a text names, if it does nothing else."""
    text = _SPECIAL_BETWEEN.sub(" - ", _AS_AUTHOR.sub("", text))
    text = _SPECIAL.sub("", _BEHIND_NAMES.sub("", _BEFORE_NAMES.sub("", text.strip())))
    text = without_glued_city(reading, text, number)
    names = split_names(text)
    if names and all(_is_author(reading, name, number) for name in names):
        return names
    parts = [part.strip() for part in _BESIDE.split(text) if part.strip()]
    if len(parts) != 2:
        return []
    for said, beside in (parts, parts[::-1]):
        is_beside = _stands_beside_names(reading, beside)
        names = split_names(_BEFORE_NAMES.sub("", said)) if is_beside else []
        if names and all(_is_author(reading, name, number) for name in names):
            return names
    return []


def _stands_beside_names(reading: Reading, text: str) -> bool:
    """Whether a text can be the city, the paper or the agency of the people it stands beside."""
    if reading.is_publisher(text):
        return True
    if len(text.split()) > _MOST_WORDS_BESIDE or has_given_name(text) or _JOB.match(text):
        return False
    if re.search(r"[\d.!?؟]", text):
        return is_outlet(text)
    if is_outlet(text) or reading.context.agencies.named(text) or is_section(text):
        return True
    return is_arabic(text) or all(part[:1].isupper() for part in text.split())


def _is_author(reading: Reading, name: str, number: int) -> bool:
    """Whether a bare name is a person's, of whom nothing else in the text tells."""
    bare = _TITLE_OF_PERSON.sub("", name)
    if not has_given_name(bare) or _HALF_A_NAME.fullmatch(bare) or is_section(name):
        return False
    if not is_person(reading, name, strictly=True) or reading.context.vocabulary.id_of(name):
        return False
    surname = same(bare).split()[-1]
    title = reading.found.get("title")
    told = [reading.lines[n] for n in reading.open if n != number and is_story(reading.lines[n])]
    told.append(str(title.value) if title else "")
    if len(surname) < _SHORTEST_SURNAME:
        return not any(same(bare) in same(line) for line in told)
    return not any(same(word[0]) == surname for line in told for word in words(line))

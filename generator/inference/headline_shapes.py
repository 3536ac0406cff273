"""What a line above a story looks like: a headline, a sentence, or a label above the headline."""

from __future__ import annotations

import re
from datetime import date

from generator.inference.credits import OUTLET_CITY_NAMES, is_outlet
from generator.inference.date_lines import (
    KIND,
    NUMBERED,
    date_alone,
    line_below,
    parts_of,
    says_only_when,
)
from generator.inference.datelines import dateline_of
from generator.inference.institutions import is_institution, is_known_organisation
from generator.inference.line_shapes import is_no_text
from generator.inference.marks import ends_in_address, title_and_marks
from generator.inference.mentions import dates_in
from generator.inference.names import NAME_AT_OFFICE
from generator.inference.no_titles import FILED_ALONE, NOT_A_TITLE
from generator.inference.reading import Reading, is_story, is_ticker
from generator.orthography import is_arabic

LONGEST_TITLE = 220
"""In letters."""

FEWEST_TITLE_WORDS = 4
ABBREVIATED = re.compile(r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|No|U\.S|[A-Z])\.$")
_MOST_WORDS = 32
_FAR, _SLACK = date(2100, 1, 1), 3
_LONGEST_CREDIT = 30
_SENTENCE_END = re.compile(r"[.!?؟۔…][\"'”’»)]*$")
_BODY = re.compile(
    r"(?:[A-Z][\w'’-]+ ){1,5}"
    r"(?:Group|Union|Society|Alliance|Coalition|Federation|Watch|Forum|Foundation|Initiative)"
)
_E_MAIL = re.compile(r"\S@[\w-]+\.\w|\S [\w.-]+ at (?:[a-z\d-]+\.)+[a-z]{2,}$")
_POSTAL = re.compile(
    r"\b\d{1,5}\s(?:[A-Z][\w.]*\s){1,3}(?:Avenue|Ave|Street|St|Road|Rd|Boulevard|Lane)\b.*\b\d{5}\b"
)
"""Where an organisation has its office: "330 Harbour Avenue, New York, NY 10001"."""

_SENDER_BEHIND = re.compile(r"[.!?]\s+--?\s[A-Z]\w+$")
_FEED = re.compile(r"\([a-z]{2,8}_[a-z]{2,10}\)")
_SLASHES = 2
_MOST_CITY_WORDS = 2
_COUNTRY_AHEAD = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ' -]{2,30}:\s[^.]*$")
"""As in "TARVANIA: Wells run dry"."""


def is_sentence(line: str) -> bool:
    """Whether a line ends as sentences do, and so may be a short paragraph of the story."""
    return len(line.split()) >= FEWEST_TITLE_WORDS and _SENTENCE_END.search(line) is not None


def stands_above_titles(reading: Reading, number: int) -> bool:
    """Whether a line is a date, a byline or a label, below which the title may come."""
    line = reading.lines[number]
    return (
        (NOT_A_TITLE.match(line) is not None and not _is_marked(reading, line))
        or is_label(reading, line)
        or _is_above_feed(reading, number)
        or (len(line) <= _LONGEST_CREDIT and bool(_credited_in(reading, line)))
    )


def _is_marked(reading: Reading, line: str) -> bool:
    """Whether a line is a headline behind a mark such as "UPDATED:", and no day of an update."""
    bare, marks = title_and_marks(line)
    has_day = any(True for _ in dates_in(bare, reading.draft.raw.retrieved))
    return bool(marks) and len(bare.split()) >= FEWEST_TITLE_WORDS and not has_day


def _is_above_feed(reading: Reading, number: int) -> bool:
    """Whether the line below is nothing but a feed of pictures in brackets, "(afp_tickers)"."""
    below = line_below(reading, number)
    return below is not None and _FEED.fullmatch(reading.lines[below]) is not None


def _credited_in(reading: Reading, line: str) -> str:
    """The agency that a part of a line credits, also one before a place in brackets."""
    return reading.context.agencies.any_part(re.sub(r"\s*[()]", ",", line))


def is_label(reading: Reading, line: str) -> bool:
    """Whether all parts of a line are dates or kinds of text: "Press release | 14 June 2018"."""
    return reading.of_text(_is_label, line)


def _is_label(reading: Reading, line: str) -> bool:
    parts = parts_of(line)
    return bool(parts) and all(
        date_alone(reading, part) or KIND.fullmatch(NUMBERED.sub("", part)) or says_only_when(part)
        for part in parts
    )


_DOCUMENT_NUMBER = re.compile(
    r"(?:رقم (?:الوثيقة|المستند|البيان)|(?:AI )?Index(?: number)?|Document(?: no\.?| number)?|Doc\.?"
    r"|Ref(?:erence)?\.?(?: no\.?)?|Numéro d['’]index)\s?:\s?(?:[A-Z]{2,4}\s)?[\w-]*\d+/[\d/]+\W*",
    re.IGNORECASE,
)
"""What a paper is filed under: "رقم الوثيقة: MDE 24/029/2008"."""


def reads_as_title(reading: Reading, number: int) -> bool:
    """Whether a line can be a headline: short, no sentence, and something stands below it."""
    return number != reading.open[-1] and reading.of_text(_reads_as_title, reading.lines[number])


def _reads_as_title(reading: Reading, line: str) -> bool:
    if len(line) > 2 * LONGEST_TITLE:
        return False
    line = title_and_marks(line)[0]
    if len(line) > LONGEST_TITLE or len(line.split()) > _MOST_WORDS:
        return False
    if is_ticker(line) or is_no_text(line) or (line.startswith("[") and "]" not in line):
        return False
    if _DOCUMENT_NUMBER.fullmatch(line) or ends_in_address(line):
        return False
    if NOT_A_TITLE.match(line) or FILED_ALONE.match(line) or is_filed(reading, line):
        return False
    if not re.search(r"[^\W\d]{2}", line) or re.fullmatch(r"\([^()]*\)|\[[^\[\]]*\]", line):
        return False
    if (
        _E_MAIL.search(line)
        or _POSTAL.search(line)
        or _is_signed(line)
        or _ends_in_agency(reading, line)
    ):
        return False
    if re.search(r"[^.][.۔](?:\s*\([^()]{2,30}\))?$|[،,;:]$", line) and not ABBREVIATED.search(
        line
    ):
        return False
    if _is_day_and_body(reading, line):
        return False
    return not _is_date_line(reading, line) and not is_label(reading, line)


def _is_day_and_body(reading: Reading, line: str) -> bool:
    """Whether a line is a day and who put a text out: "4 novembre 2021 | Harbour Rights Group"."""
    day, bar, name = line.partition(" | ")
    if not bar or date_alone(reading, day) is None:
        return False
    is_body = is_known_organisation(name) or is_institution(name) or is_outlet(name)
    return is_body or _BODY.fullmatch(name) is not None


def _is_signed(line: str) -> bool:
    """Whether a line tells who sent a text, and whence: "Tellin News - City (A)", "تلين نيوز/ قارة"."""
    if "/" in line and (NAME_AT_OFFICE.fullmatch(line) or _is_outlet_and_city(line)):
        return True
    match = OUTLET_CITY_NAMES.fullmatch(line)
    if _SENDER_BEHIND.search(line):
        return True  # "Anyone got news? -- Hal"
    return match is not None and is_outlet(match["credit"])


def _is_outlet_and_city(line: str) -> bool:
    outlet, _, city = (part.strip() for part in line.partition("/"))
    is_short = 0 < len(city.split()) <= _MOST_CITY_WORDS and "/" not in city
    return is_short and is_arabic(city) and is_outlet(outlet) and not is_outlet(city)


def _ends_in_agency(reading: Reading, line: str) -> bool:
    """Whether a line is "City/ A/ Agency"."""
    parts = line.split("/")
    return len(parts) > _SLASHES and bool(reading.context.agencies.named(parts[-1].strip()))


def is_filed(reading: Reading, line: str) -> bool:
    """Whether a line begins with a dateline: "Deir Ashqal (Qalvara): wells run dry" has none."""
    found = dateline_of(line)
    if found is None or found.date or not found.agency:
        is_country = found is not None and _COUNTRY_AHEAD.match(line) and not is_story(line)
        return found is not None and not is_country
    with_colon = line[: found.end].rstrip().endswith(":")
    return not with_colon or bool(reading.context.agencies.any_part(found.agency))


def _is_date_line(reading: Reading, line: str) -> bool:
    """Whether a line is a date with hardly a word beside it."""
    few_words = len(re.findall(r"[^\W\d]+", line)) <= 4
    if few_words and any(mention.days for mention in dates_in(line, reading.draft.raw.retrieved)):
        return True
    days = [mention for mention in dates_in(line, _FAR) if mention.days]  # of a page's clock
    return bool(days) and len(days[0].text) >= len(line) - _SLACK

"""Lines above a story that are no headline by their shape alone: rows, counters, clocks, pictures' names."""

from __future__ import annotations

import re
from collections import Counter

from generator.inference.calendar_names import ANY_HIJRI_MONTH, ANY_MONTH, ANY_WEEKDAY
from generator.inference.hijri import HIJRI_YEAR
from generator.inference.reading import Reading, is_caption

_FILE_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")
"""As pictures have them: "harbour-bridge"."""

_PICTURE = re.compile(
    r"\b(?:\d{3,4}px|IMG[-_ ]?\d|DSC[-_ ]?\d|WhatsApp Image|Screen ?shot\b.*\d)"
    r"|\.(?:jpe?g|png|webp|gif)$|[-–—(]\s*(?:[أا]رشيفي?ة?|archives?|file(?: photo)?)\)?$",
    re.IGNORECASE,
)
"""Words of names that programs and cameras give: "Shoot 1200px 22 10 21", "IMG_0412"."""

SHOWN_IN_ARABIC = re.compile(
    r"(?:[^\W\d_]+\s){4,}[ـ–—-]\s(?:AFP|AP|Reuters|REUTERS|Getty|رويترز|أ ف ب|الأناضول)"
)
"""What a picture shows, and whose it is."""

_PHOTO_BY = re.compile(r"PHOTO(?:GRAPHIE)? [A-ZÀ-Þ][A-ZÀ-Þ ,.'’&/-]{5,80}")
_FROM_ARCHIVE = re.compile(
    r"\s[-–—]\s*(?:صورة )?[أا]رشيفي?ة?$|\([^()\d]{2,30}[-–—/]\s?[أا]رشيفي?ة?\)$"
)
_ICON = re.compile(r"\b[a-z]+_[a-z]+\b")
"""As fonts of icons name theirs: "chevron_right"."""

_CLOCK = re.compile(
    r"[^\W\d]+(?:\s[^\W\d]+)?\s+\d{1,2}:\d\d(?:\s*(?:[صم]|[ap]\.?m\.?))?", re.IGNORECASE
)
"""A clock of the site's city: "Tellin 06:34"."""

_BETWEEN_LINKS = re.compile(r"\s*[|»›•·►]\s*|\s{2,}")
_FEWEST_LINKS, _MOST_LINK_WORDS = 4, 4
_MOST_PICTURE_WORDS = 8
_BULLET = re.compile(r"[-–—*•·▪]\s")
FEWEST_IN_A_LIST = 3
_PICTOGRAPH = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_NUMBERS_OF_A_CALENDAR, _DIGITS_OF_A_CALENDAR = 4, 8
_HIJRI = 5  # words of a date
_WORDS_OF_A_CALENDAR = 4  # besides those that all have
_IN_FIGURES = re.compile(r"\d[/:.-]\d")
_A_WORD = re.compile(r"[^\W\d_]{3,}")
_OF_A_CALENDAR = re.compile(
    rf"(?<!\w)(?:{ANY_MONTH}|{ANY_HIJRI_MONTH}|{ANY_WEEKDAY}|(?:ال)?(?:عدد|سنة|موافق|صفحات|صفحة)|issue|volume"
    r"|numéro|year|année)(?!\w)",
    re.IGNORECASE,
)
_SIZES_OF_LETTERS = " A A A "  # that a reader may choose
_OFTEN = 3  # times that no headline says one word
_SHORT_WORD = 3
_NAMES = re.compile(r"[^\W\d_]{4,}|(?<!\w)(?!على|إلى|الى|عند|هذا|هذه|كان)[\u0621-\u064a]{3}(?!\w)")
_OF_A_SENTENCE = re.compile(r"(?<!\w)(?:و?(?:على|من|في|عن|إلى|بعد|قبل|بين|ضد|مع|لا|مقابل))(?!\w)")
_FEWEST_TITLE_WORDS = 4
_LONGEST_TITLE = 220


def is_item(line: str) -> bool:
    """Whether a line is a headline behind a bullet: "- 5k" is a counter."""
    return _BULLET.match(line) is not None and len(line.split()) > _FEWEST_TITLE_WORDS


_DAY_BEHIND = re.compile(
    rf"\S\s[-–—|]\s(?:(?:{ANY_MONTH})\.?\s\d{{1,2}},|\d{{1,2}}\s(?:{ANY_MONTH})\.?)\s(?:19|20)\d\d$",
    re.IGNORECASE,
)


def is_dated_item(line: str) -> bool:
    """Whether a line is a headline with its day behind a dash, as pages list others: "… - March 3, 2021"."""
    return line[-2:].isdecimal() and _DAY_BEHIND.search(line) is not None


def is_in_sentence_case(line: str) -> bool:
    """Whether most words of a line of four or more begin small, as those of an English name do not."""
    parts = line.split()
    small = sum(part[0].islower() for part in parts)
    return len(parts) >= _FEWEST_TITLE_WORDS and 2 * small > len(parts)


def is_row(line: str) -> bool:
    """Whether a line is several headlines with wide spaces between them."""
    parts = [part for part in line.split("  ") if len(part.split()) >= _FEWEST_TITLE_WORDS]
    return len(parts) >= FEWEST_IN_A_LIST


def is_menu(line: str) -> bool:
    """Whether a line is four or more short words with bars or wide spaces between them."""
    parts = [part for part in _BETWEEN_LINKS.split(line) if part]
    short = all(len(part.split()) <= _MOST_LINK_WORDS for part in parts)
    return len(parts) >= _FEWEST_LINKS and short and not re.search(r"\d", line)


_SLUG = re.compile(r"[A-ZÀ-Þ]{3,}(?:[-/][A-ZÀ-Þ]{3,})+(?:\s?\([A-ZÀ-Þ0-9, ]+\))?")
"""What an agency files a report under: "TELLIN-ELECTION/COURT (UPDATE 2, PIX)"."""


def is_no_text(line: str) -> bool:
    """Whether a line is a rule, a counter, or an advertisement between little pictures."""
    is_counter = re.search(r"[^\W\d_]{2}", line) is None or _is_calendar(line)
    is_counter = is_counter or _SIZES_OF_LETTERS in line
    is_icon = len(line.split()) <= _MOST_PICTURE_WORDS and _ICON.search(line) is not None
    return (
        is_counter
        or is_icon
        or _CLOCK.fullmatch(line) is not None
        or _SLUG.fullmatch(line) is not None
        or _names_its_sites(line)
        or len(_PICTOGRAPH.findall(line)) > 1
    )


def _is_calendar(line: str) -> bool:
    """Whether a line is nothing but a date of whatever calendar, and the number of an issue.

    A headline that counts the dead by month has as many figures, and more words.
    """
    numbers = re.findall(r"\d+", line)
    if len(numbers) >= _NUMBERS_OF_A_CALENDAR and sum(map(len, numbers)) >= _DIGITS_OF_A_CALENDAR:
        words = _A_WORD.findall(_OF_A_CALENDAR.sub(" ", line))
        return len(words) <= _WORDS_OF_A_CALENDAR or _IN_FIGURES.search(line) is not None
    return len(numbers) > 1 and HIJRI_YEAR.search(line) is not None and len(line.split()) <= _HIJRI


def _names_its_sites(line: str) -> bool:
    """Whether a word is in a line three times: "Tellin TV Tellin Sport Tellin Jobs" are links.

    An Arabic word of three letters, such as a site's "نبض", four times, not as in "حرب على حرب".
    """
    if len(line) > _LONGEST_TITLE:
        return False
    counted = Counter(_NAMES.findall(line.lower()))
    is_said = _OF_A_SENTENCE.search(line) is not None
    return any(
        times >= _OFTEN if len(word) > _SHORT_WORD else times > _OFTEN and not is_said
        for word, times in counted.items()
    )


def belongs_to_a_picture(line: str) -> bool:
    """Whether a line is the name of a picture's file, or a long caption with its credit."""
    is_short = len(line.split()) <= _MOST_PICTURE_WORDS
    is_name = _FILE_NAME.fullmatch(line) or (is_short and _PICTURE.search(line))
    is_name = is_name or _FROM_ARCHIVE.search(line) or _PHOTO_BY.fullmatch(line)
    return bool(is_name) or is_caption(line)


_OF_READERS = re.compile(
    r"(?:\d+\s)(?:comments?|commentaires?|réactions?|responses?|replies)\s?:?"
    r"|(?:comments|commentaires|responses)\s?:?"
    r"|(?:comments (?:are|have been) closed|(?:les )?commentaires (?:sont )?fermés"
    r"|التعليقات (?:مغلقة|مقفلة))[.!]?"
    r"|(?:comments?|commentaires?|(?:vos )?r[eé]actions?|responses?|(?:ال)?تعليقات)\s?(?:[(\[]?\d+[)\]]?|:)"
    r"|(?:have your say|leave a (?:reply|comment)|readers['’] comments|join the (?:discussion|conversation)"
    r"|your comments|vos commentaires|what do you think\b.{0,60}|send us your .{0,40}|donnez votre avis"
    r"|شارك(?:نا)? (?:برأيك|رأيك|بتعليقك)|vos réactions|réagir(?: à cet article)?"
    r"|(?:ال)?تعليقات(?: الزوار| القراء)?"
    r"|(?:أضف|اضف|اترك) تعليق[اًك]*)\W*"
    r"|\S+(?:\s\S+)?\s{1,3}(?:le\s|on\s)?\d{1,2}[/.]\d{1,2}[/.]\d{2,4}.{0,12}",
    re.IGNORECASE,
)


def readers_begin(reading: Reading) -> int:
    """Where what readers say begins: "Comments (3)", "ahmed72 le 15.03.12 | 11h47"; behind all if nowhere."""
    start = reading.story_start() or 0
    lines = enumerate(reading.lines[start:], start)
    return next((n for n, line in lines if _OF_READERS.fullmatch(line)), len(reading.lines))


_NAMES_SOMEBODY = re.compile(
    r"\b(?:names?|named|noms?|nommée?)\b|(?<!\w)(?:اسم|أسماء|اسمه|اسمها)(?!\w)", re.IGNORECASE
)


def names_somebody(line: str) -> bool:
    """Whether a sentence tells of names, or begins a list, so that one below it is not whoever signs."""
    return line.endswith(":") or _NAMES_SOMEBODY.search(line) is not None

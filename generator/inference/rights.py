"""Rights: the line as printed, such as "© 2016 dpa GmbH"."""

from __future__ import annotations

import re

from generator.inference.agencies import copyright_holder, has_range_of_years
from generator.inference.credits import is_outlet
from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding

_RIGHTS = re.compile(
    r"©|^\W*\(c\)\s|\bcopyright\b|\ball rights reserved\b|جميع الحقوق محفوظة|حقوق النشر|كل الحقوق محفوظة"
    r"|\btous droits(?: de reproduction)?(?: et de représentation)? réservés\b"
    r"|\balle rechte vorbehalten\b|\bCC[ -]BY\b|\bunder\b[^.]{0,40}\bCreative Commons\b"
    r"|\bCreative Commons\b[^.]{0,60}\blicen[cs]e",
    re.IGNORECASE,
)
_SIGNS = (
    "©",
    "(c)",
    "copyright",
    "rights",
    "حقوق",
    "droits",
    "rechte",
    "cc by",
    "cc-by",
    "creative",
)
"""One of these is in every line that the pattern finds; to look for them takes a tenth of the time."""

_OF_A_PHOTO = re.compile(
    r"\W*(?:(?:file|archive|AFP|AP|EPA|REUTERS)\s(?:photos?|pictures?)|still|cartoon|حقوق الصورة"
    r"|photos?|images?|pictures?|cover|map|video|graphic|crédit|credit"
    r"|bild(?:er|rechte|nachweis)?|fotos?|صورة|الصورة|تصوير|فيديو)\b",
    re.IGNORECASE,
)
_SIGNED_PHOTO = re.compile(  # "Foto: A © B", "© Foto: A", "© AFP 2018 / A"; and a caption before "© B"
    r"(?:^|\W)(?:fotos?|фото|bild|photo(?:s|graphie)?|صورة)\s*:"
    r"|©\s?(?:[A-Z][\w.-]*\s?){1,3}(?:\s?(?:19|20)\d\d)?(?:\s?[/—]|\s\.\s)\s?[A-Z]\w|\bAP Photo\b|صورة أرشيفية"
    r"|^[^©]*\w[^©]*©(?!.*(?:19|20)\d\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[٠-٩]{4}")
_RESERVED = re.compile(r"reserved|réservés|vorbehalten|reservados|محفوظة|copyright", re.IGNORECASE)
_WORD_ALONE = re.compile(r"\bcopyright\b|حقوق النشر", re.IGNORECASE)
_SAYS_WHOSE = re.compile(
    r"©|\(c\)|(?<!\d)(?:19|20)\d\d(?!\d)|reserved|réservés|vorbehalten|محفوظة|\bCC[ -]BY|Creative Commons",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\W*(?:©|\(c\)|copyright|all rights|cc[ -]by)", re.IGNORECASE)
_LONGEST = 240
_LONGEST_NAME_ALONE = 80
_EDGE_LINES = 12


def rights_line(reading: Reading) -> Finding | None:
    """A short line at the end, or else at the head, that says who holds the rights."""
    if reading.draft.is_markdown:
        return None
    lines = [number for number in reading.open if not _is_prose(reading.lines[number])]
    near_end = [n for n in reversed(reading.open[-_EDGE_LINES:]) if n in lines]
    near_head = [n for n in reading.open[:_EDGE_LINES] if n in lines]
    near = dict.fromkeys((*near_end, *near_head))
    found = [n for n in near if says_whose_rights(reading, reading.lines[n])]
    if len(found) > 1:
        start = reading.story_start() or 0
        found = [n for n in found if n > start or _weight(reading.lines[n])[0]] or found
    start = reading.story_start() or 0
    found = [n for n in found if n >= start or _weight(reading.lines[n])[0]]  # else a picture's
    if not found:
        return None
    # An agency's line is the report's; the site's own stands on each of its pages.
    number = next((n for n in found if _is_of_an_agency(reading, reading.lines[n])), None)
    if number is None:
        number = max(found, key=lambda n: _weight(reading.lines[n]))
    line = reading.lines[number]
    footers = frozenset(n for n in near_end if n in found and copyright_holder(reading.lines[n]))
    return Finding(line, quoted(line), footers | {number})


def _weight(line: str) -> tuple[bool, bool]:
    """How much a line says: a year or that rights are reserved, and that before all else."""
    begins = _BEGINS.match(line) is not None
    is_dated = "©" in line and _YEAR.search(line) is not None
    return is_dated or _RESERVED.search(line) is not None, begins


def says_whose_rights(reading: Reading, line: str) -> bool:
    """Whether a line states rights: no photo's credit, and no link such as "Copyright policy"."""
    lowered = line.lower()
    if not any(sign in lowered for sign in _SIGNS) or _RIGHTS.search(line) is None:
        return False
    is_stated = _RESERVED.search(line) is not None
    if _SIGNED_PHOTO.search(line) and not is_stated:
        return False
    if not (is_stated or _YEAR.search(line)) and len(line) > _LONGEST_NAME_ALONE:
        return False
    if _SAYS_WHOSE.search(line) or _WORD_ALONE.search(line) is None:
        return True
    holder = copyright_holder(line)
    return is_outlet(holder) or bool(reading.context.agencies.named(holder))


def _is_of_an_agency(reading: Reading, line: str) -> bool:
    agencies, holder = reading.context.agencies, copyright_holder(line)
    return not has_range_of_years(line) and bool(
        agencies.named(holder) or agencies.any_part(holder)
    )


def _is_prose(line: str) -> bool:
    """Whether a line with © or "copyright" in it is a sentence of the story, or of a photo alone."""
    if len(line) > _LONGEST or _OF_A_PHOTO.match(line):
        return True
    return is_story(line) and _BEGINS.match(line) is None

"""What sites print before or behind a headline in its own line besides their name: paths, days, signs.

    Home » News » Wells run dry
    TELLIN NEWS | Middle East | Wells run dry
    28 October 2016 | Wells run dry
    **Wells run dry**

The marks of wires and sections are apart, in ``marks``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.inference.calendar_names import ANY_MONTH
from generator.inference.credits import is_outlet
from generator.inference.sections import is_section

_BETWEEN = re.compile(r"\s*[»›>|]\s+|\s+/\s+")
_HOME = re.compile(
    r"(?:home(?: ?page)?|accueil|الرئيسية|الصفحة الرئيسية|start(?:seite)?|inicio)", re.I
)
_SITE_BEHIND = re.compile(r"(?P<title>.+\S)\s/\s(?P<site>[^/]{3,40})")
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er)?\s(?:{ANY_MONTH})\.?,?\s(?:19|20)\d\d|(?:{ANY_MONTH})\.?\s\d{{1,2}},?\s(?:19|20)\d\d"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
_DAY_AHEAD = re.compile(rf"[\[(]?{_DAY}[\])]?\s*[|–—:-]?\s+(?=\S)", re.I)
_DAY_BEHIND = re.compile(rf"\s*[|–—-]\s+{_DAY}$|\s+[\[(]{_DAY}[\])]$", re.I)
_FIGURES_BEHIND = re.compile(r"(?<=\w)\s+\d{1,2}([/.])\d{1,2}\1(?:19|20)\d\d$")
_OF_A_DAY = re.compile(
    r"\b(?:reports?|updates?|bulletin|brief(?:ing)?|newsletter|statement|digest|minutes|overview|snapshot|summary"
    r"|agenda|review|issue|edition|rapport|communiqué|point|lettre|revue|chronology|calendar|log|diary|on|of|until"
    r"|as of|since|du|le|au|depuis)\b|تقرير|نشرة|بيان|حصيلة|ملخص|موجز|حصاد|عدد|بتاريخ|يوم",
    re.IGNORECASE,
)
"""What is called by its day: there the day is a part of the headline."""

_FILED_BEHIND = re.compile(r"\s*\[Archives?\s?:[^\[\]]{2,60}\]$", re.IGNORECASE)
_APART = re.compile(r"\s[-–—|•]\s")
_ASTERISKS = re.compile(r"(?P<sign>\*{1,3}|_{2})(?P<title>[^*]+?)(?P=sign)")
_SHARPS = re.compile(r"#{1,6}\s+(?=\S)")
_OF_A_MAIL = re.compile(
    r"^(?:(?:re|fwd?|tr|subject|objet|sujet|الموضوع)\s?:\s+)+(?=\S)", re.IGNORECASE
)
_SIGNS = re.compile(r"[»›>|/*#_]|(?:19|20)\d\d|^[^\s:]{2,8}\s?:\s|\[")
"""One of these is in every line that has such an addition."""

_FEWEST_WORDS, _FEWEST_BESIDE_A_DAY = 4, 5
_FEWEST_PARTS = 2


@lru_cache(maxsize=4096)  # several rules ask for the same lines
def without_trimmings(line: str) -> str:
    """A headline without them; the line as it is where too little would be left."""
    if _SIGNS.search(line) is None:  # of nearly all
        return line
    trimmed = _SHARPS.sub("", line, count=1) if line.startswith("#") else line
    if trimmed[:1] in "*_" and (signs := _ASTERISKS.fullmatch(trimmed)) is not None:
        trimmed = signs["title"]
    trimmed = _without_site(_without_path(_OF_A_MAIL.sub("", trimmed, count=1)))
    trimmed = _without_day(_FILED_BEHIND.sub("", trimmed).strip())
    return trimmed if len(trimmed.split()) >= _FEWEST_WORDS else line


def _without_path(line: str) -> str:
    """The last part of a path that begins at home, or at an outlet and one of its sections."""
    parts = _BETWEEN.split(line)
    if len(parts) < _FEWEST_PARTS or len(parts[-1].split()) < _FEWEST_WORDS:
        return line
    above = parts[:-1]
    is_outlets = len(above) > 1 and is_outlet(above[0]) and all(map(is_section, above[1:]))
    is_outlets = is_outlets or all(map(is_section, above))
    starts_at_home = _HOME.fullmatch(above[0]) is not None and all(map(_is_short, above))
    return parts[-1] if is_outlets or starts_at_home else line


def _is_short(part: str) -> bool:
    return len(part.split()) <= _FEWEST_WORDS


def _without_site(line: str) -> str:
    match = _SITE_BEHIND.fullmatch(line) if " / " in line else None
    return match["title"] if match is not None and is_outlet(match["site"]) else line


def _without_day(line: str) -> str:
    """A headline without its day in full; of a report, a bulletin or a statement that is a part."""
    for pattern in (_DAY_AHEAD, _DAY_BEHIND, _FIGURES_BEHIND):
        match = pattern.match(line) if pattern is _DAY_AHEAD else pattern.search(line)
        if match is None:
            continue
        rest = f"{line[: match.start()]}{line[match.end() :]}".strip()
        is_whole = len(rest.split()) >= _FEWEST_BESIDE_A_DAY and _APART.search(rest) is None
        return rest if is_whole and _OF_A_DAY.search(rest) is None else line
    return line

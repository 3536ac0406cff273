"""Date by the headline of a briefing: "Bi-weekly press briefing: 3 March 2020" was written down that day."""

from __future__ import annotations

import re

from generator.inference.date_lines import full_dates, parts_of
from generator.inference.mentions import DateMention
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.told_days import is_contradicted
from generator.model import Finding

_BRIEFING = re.compile(
    r"(?:press|news|media|noon|daily) briefing(?:\s*[:,–—-]\s*|\s+(?:of|on)?\s*)$"
    r"|point de presse(?:\s*[:,–—-]\s*|\s+(?:du\s+)?)$",
    re.IGNORECASE,
)
_OF_KIND = re.compile(
    r"(?:(?:(?:full\s)?transcript|summary|highlights|notes|record|compte[- ]rendu|résumé)\s"
    r"(?:of|from|du)\s(?:the\s)?)?(?:(?-i:[A-ZÀ-Þ])[\w'’/.-]*\s|(?:bi-?weekly|weekly|daily|monthly|regular|virtual|joint|special|noon"
    r"|and|of|the)\s){0,6}",
    re.IGNORECASE,
)
"""What may stand before "press briefing" in its own headline: who gives it, how often; no word about one."""

_ABOUT_ONE = re.compile(
    r"\b(?:after|at|about|from|since|before|what|why|how|fact)\b|\d|:", re.IGNORECASE
)
_ANNOUNCED = re.compile(
    r"\b(?:advisory|invitation|invited?|upcoming|accreditation|will (?:be held|hold|brief|take place)"
    r"|se tiendra|accréditation)\b",
    re.IGNORECASE,
)


def briefing(reading: Reading) -> Finding | None:
    """The day with which the headline of a briefing ends, if it is not announced and no other is told."""
    title = reading.found.get("title")
    text = str(title.value) if title is not None and title.consumed else ""
    if "riefing" not in text and "resse" not in text:
        return None
    days = [mention for mention in full_dates(reading, text) if mention.day]
    if len(days) != 1 or len(days[0].days) != 1 or days[0].end != len(text):
        return None
    is_ahead = _ANNOUNCED.search(text) or _ANNOUNCED.search(reading.first_story_line())
    kind = _BRIEFING.search(text[: days[0].start])
    if kind is None or is_ahead or not _is_its_own(text[: kind.start()]):
        return None
    if _others(reading, days[0]) or is_contradicted(reading, days[0].days):
        return None
    return Finding(days[0].days[0].isoformat(), f"headline of a briefing {quoted(text)}")


def _is_its_own(text: str) -> bool:
    """Whether words before "press briefing" only say whose it is: "Fact check: the" tells of it later."""
    return _OF_KIND.fullmatch(text) is not None and _ABOUT_ONE.search(text) is None


def _others(reading: Reading, mention: DateMention) -> bool:
    """Whether a line above the story tells another day with its year."""
    lines = (line for line in reading.lines[: reading.story_start() or 0] if not is_story(line))
    told = (
        other for line in lines for part in parts_of(line) for other in full_dates(reading, part)
    )
    return any(other.day and other.days != mention.days for other in told)

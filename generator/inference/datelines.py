"""Datelines: "CITY, Oct 28 (Agency) –" at the head of a story's first paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.inference.calendar_names import ANY_MONTH
from generator.orthography import is_arabic, western_digits

_DATE = (
    rf"(?:(?:[^\W\d]+day,?\s+)?(?:(?:{ANY_MONTH})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{ANY_MONTH})"
    rf"(?:\s*/\s*(?:{ANY_MONTH}))?)(?:[,،]?\s+(?:19|20)\d\d)?)"
)
_DASH = r"\s*(?:[-–—ـ]{1,2}|:)\s*"
_CITY = r"[A-ZÀ-Þ][\w'’.-]*(?:[ /][A-ZÀ-Þa-z][\w'’.-]*){0,4}"
_REGION = r"(?:,\s*[A-ZÀ-Þ][\w'’. -]{1,30})?"

_LATIN = re.compile(
    rf"(?P<city>{_CITY}{_REGION}?)"
    rf"(?:,?\s+(?P<date>{_DATE}))?,?\s*"
    rf"(?:\((?P<agency>[^()]{{2,40}})\)|(?P<bare>(?:dpa|AFP|Reuters|AP|UPI)))?{_DASH}(?=\S)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    rf"\((?P<city>[^\d(),]{{2,40}}),\s*(?P<date>{_DATE})\)\s*(?:[-–—]{{1,2}}|:)?\s*(?=\S)", re.I
)
_ARABIC = re.compile(
    rf"(?P<city>[^\d(),،:.]{{2,40}}?)\s*(?:[,،]?\s*(?P<date>{_DATE}))?\s*[,،]?\s*"
    rf"[(（](?P<agency>[^()（）]{{2,40}})[)）]\s*(?:[-–—ـ]{{1,2}}|:)?\s*(?=\S)"
)
_ARABIC_DASH = re.compile(
    rf"(?P<city>[^\d(),،:.]{{2,40}}?)\s*[,،]\s*(?P<date>{_DATE})\s*[-–—ـ:]{{1,2}}\s*(?=\S)"
)
_AGENCY_ALONE = re.compile(r"[(（](?P<agency>[^()（）]{2,40})[)）]\s*[-–—ـ]{1,2}\s*(?=\S)")
_LONGEST = 110


@dataclass(frozen=True)
class Dateline:
    """The parts of a dateline; parts that it lacks are empty texts.

    Attributes:
        text: the whole of it, without the dash.
        city: where the story was filed.
        date: the words of its date.
        agency: what stands in its brackets.
        end: offset at which the story begins.
    """

    text: str
    city: str
    date: str
    agency: str
    end: int


def dateline_of(line: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None."""
    plain = western_digits(line[: _LONGEST * 2])
    patterns = (
        (_AGENCY_ALONE, _ARABIC, _ARABIC_DASH)
        if is_arabic(plain[:20])
        else (_IN_BRACKETS, _AGENCY_ALONE, _LATIN)
    )
    for pattern in patterns:
        match = pattern.match(plain)
        if match is None or match.end() > _LONGEST:
            continue
        parts = match.groupdict()
        agency = (parts.get("agency") or parts.get("bare") or "").strip()
        date, city = (parts.get("date") or "").strip(), (parts.get("city") or "").strip()
        if date or agency or (city.isupper() and len(city) > 3 and pattern is _LATIN):
            return Dateline(line[: match.end()].strip(" -–—ـ"), city, date, agency, match.end())
    return None

"""Authors by the credits of agencies: "(Reporting by A in CITY; Writing by B; Editing by C)"."""

from __future__ import annotations

import re

from generator.inference.byline import people_in
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_CREDIT = re.compile(
    r"[(\[]\s*(?:(?:additional\s+)?reporting|report|writing|written|compiled"
    r"|إعداد|اعداد|كتابة|تغطية صحفية)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_FRENCH_CREDIT = re.compile(  # whoever stands behind the semicolon translated
    r"\((?:avec\s)?(?P<names>[^();]{5,80})[;,][^();,]{5,120}\bpour le service français\b[^()]{0,60}\)$",
    re.IGNORECASE,
)
_SIGNED = re.compile(  # "… policies. (By A and B) Enditem/kb", "[Associated Press; By A and B]"
    r"[(\[](?:[^():;\d]{2,30};\s)?(?:by|par|بقلم)\s*:?\s+(?P<names>[^():\d\]]{5,80})[)\]](?:\s*(?:enditem|item|end)?(?:/\w{1,4})*/?)?$",
    re.IGNORECASE,
)
_WRITTEN_IN = re.compile(  # "Reported by A for RFA's … Service. Written in English by B."
    r"\b(?:reported by|and by|written in \w+ by)\s+(?P<names>[^.;():\d]{4,60}?)(?=\.|\s+for\s|$)",
    re.IGNORECASE,
)
_CREDIT_PART = re.compile(
    r"(?P<role>(?:additional\s+|with\s+)?(?:reporting|report|writing|written|compiled|editing|edited"
    r"|filming|production|graphics?|photograph\w*|translat\w+|تغطية صحفية|إعداد|اعداد|كتابة|تحرير|ترجمة|تصوير))"
    r"(?:\s+(?:by|from))?\s*:?\s+(?P<names>.*?)(?=[;)\]]|$|\s[-–]\s"
    r"|,?\s*(?:and\s+)?(?:additional |with )?(?:editing|edited|writing|written|reporting|filming) by)",
    re.IGNORECASE | re.DOTALL,
)
_AUTHORS_ROLE = re.compile(
    r"reporting|report|writing|written|compiled|تغطية|إعداد|اعداد|كتابة", re.IGNORECASE
)
_FOR_BULLETIN = re.compile(r"^للنشرة العربية(?:\s+|$)|\s+(?:لل?نشرة|في النشرة|من\s).*")
_IS_TRANSLATED = re.compile(r"(?:إعداد|اعداد)\s[^-–()]{3,60}للنشرة العربية")
"""Who prepared a report for an agency's Arabic service: its translator, and no author."""

_EDGE = 4


def reporting_credit(reading: Reading) -> Finding | None:
    """ "(Reporting by A in CITY; Writing by B; Editing by C)" names A and B."""
    for number in reversed(reading.open[-_EDGE:]):
        line = reading.lines[number]
        french = _FRENCH_CREDIT.search(line)
        people = people_in(reading, french["names"], strictly=True) if french else []
        if french is not None and people:
            return Finding(people, quoted(french[0]))
        if "ritten in " in line:
            parts = _WRITTEN_IN.finditer(line)
            people = [
                name for p in parts for name in people_in(reading, p["names"], strictly=False)
            ]
            if people:
                return Finding(list(dict.fromkeys(people)), quoted(line))
        signed = _SIGNED.search(line)
        people = people_in(reading, signed["names"], strictly=True) if signed else []
        if signed is not None and people:
            return Finding(people, quoted(signed[0]))
        credit = _CREDIT.search(line)
        if credit is None or len(credit[0]) > 400:
            continue
        names: list[str] = []
        for part in _CREDIT_PART.finditer(credit[0]):
            if _AUTHORS_ROLE.search(part["role"]) and not _IS_TRANSLATED.search(part[0]):
                names += people_in(reading, _FOR_BULLETIN.sub("", part["names"]), strictly=False)
        consumed = frozenset({number}) if credit.start() == 0 else frozenset()
        if names:
            return Finding(list(dict.fromkeys(names)), quoted(credit[0]), consumed)
        if _IS_TRANSLATED.search(credit[0]):
            return Finding(None, f"{quoted(credit[0])} names who prepared it", consumed)
    return None

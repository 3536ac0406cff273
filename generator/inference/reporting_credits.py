"""Authors by the credits of agencies: "(Reporting by A in CITY; Writing by B; Editing by C)"."""

from __future__ import annotations

import re

from generator.inference.byline import people_in
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_CREDIT = re.compile(
    r"(?:[(\[]\s*|^(?=additional reporting by\s))(?:(?:additional\s+)?reporting|report|writing|written|compiled"
    r"|إعداد|اعداد|كتابة|تغطية صحفية|تقرير(?: إضافي)? بقلم)\b.*",
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
    r"|filming|production|graphics?|photograph\w*|translat\w+|تغطية صحفية|تقرير(?: إضافي)? بقلم|إعداد|اعداد"
    r"|كتابة|تحرير|ترجمة|تصوير))"
    r"(?:\s+(?:by|from))?\s*:?\s+(?P<names>.*?)(?=[;؛)\]]|$|\s[-–]\s"
    r"|,?\s*(?:and\s+)?(?:additional |with )?(?:editing|edited|writing|written|reporting|filming) by)",
    re.IGNORECASE | re.DOTALL,
)
_AUTHORS_ROLE = re.compile(
    r"reporting|report|writing|written|compiled|تغطية|تقرير|إعداد|اعداد|كتابة", re.IGNORECASE
)
_ONLY_HELPED = re.compile(r"additional|إضافي", re.IGNORECASE)
"""The role of those who sent something for a report that is somebody else's."""

_FOR_BULLETIN = re.compile(r"^للنشرة العربية(?:\s+|$)|\s+(?:لل?نشرة|في النشرة|من\s).*")
_AUTHORED = re.compile(
    r"This\s(?:content|article|story|post|piece|report)\s.*\b(?:authored|written)\sby\s(?P<names>[^.;:()]{5,80})\.?$"
)
_IS_TRANSLATED = re.compile(r"(?:إعداد|اعداد)\s[^-–()]{3,60}للنشرة العربية")
"""Who prepared a report for an agency's Arabic service: its translator, and no author."""

_EDGE = 4
_LONGEST = 400


def reporting_credit(reading: Reading) -> Finding | None:
    """ "(Reporting by A in CITY; Writing by B; Editing by C)" names A and B; and its likes below a story."""
    for number in reversed(reading.open[-_EDGE:]):
        for reader in (_in_french, _written_in, _authored, _signed, _with_roles):
            finding = reader(reading, number)
            if finding is not None:
                return finding
    return None


def _in_french(reading: Reading, number: int) -> Finding | None:
    """ "(A, B pour le service français)": whoever stands behind the last sign translated."""
    match = _FRENCH_CREDIT.search(reading.lines[number])
    people = people_in(reading, match["names"], strictly=True) if match else []
    return Finding(people, quoted(match[0])) if match and people else None


def _written_in(reading: Reading, number: int) -> Finding | None:
    """ "Reported by A for RFA's … Service. Written in English by B."."""
    line = reading.lines[number]
    parts = _WRITTEN_IN.finditer(line) if "ritten in " in line else ()
    people = [name for part in parts for name in people_in(reading, part["names"], strictly=False)]
    return Finding(list(dict.fromkeys(people)), quoted(line)) if people else None


def _authored(reading: Reading, number: int) -> Finding | None:
    """ "This content originally appeared on … and was authored by A."."""
    match = _AUTHORED.match(reading.lines[number])
    people = people_in(reading, match["names"], strictly=True) if match else []
    return Finding(people, quoted(match[0])) if match and people else None


def _signed(reading: Reading, number: int) -> Finding | None:
    """ "… policies. (By A and B)"."""
    match = _SIGNED.search(reading.lines[number])
    people = people_in(reading, match["names"], strictly=True) if match else []
    return Finding(people, quoted(match[0])) if match and people else None


def _with_roles(reading: Reading, number: int) -> Finding | None:
    """Whoever reported or wrote, of those whom a credit in brackets names with what they did."""
    credit = _CREDIT.search(reading.lines[number])
    if credit is None or len(credit[0]) > _LONGEST:
        return None
    names: list[str] = []
    for part in _CREDIT_PART.finditer(credit[0]):
        is_author = _AUTHORS_ROLE.search(part["role"]) and not _ONLY_HELPED.search(part["role"])
        if is_author and not _IS_TRANSLATED.search(part[0]):
            names += people_in(reading, _FOR_BULLETIN.sub("", part["names"]), strictly=False)
    consumed = frozenset({number}) if credit.start() == 0 else frozenset()
    if names:
        return Finding(list(dict.fromkeys(names)), quoted(credit[0]), consumed)
    if _IS_TRANSLATED.search(credit[0]):
        return Finding(None, f"{quoted(credit[0])} names who prepared it", consumed)
    return None

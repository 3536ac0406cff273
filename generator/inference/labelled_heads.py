"""What a database of newspapers, or the form of a newsroom, calls by name: "HEADLINE: …", "BYLINE: …".

LexisNexis and its like print each part of an article behind its label. The paper stands in the
copyright line there, above all else. Factiva has a code of two letters for each: HD, BY, PD, SN. Arab
archives of newspapers print a form: "الصحيفة : …", "العنوان : …".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import dropwhile, takewhile
from typing import NamedTuple

from generator.inference.agencies import copyright_holder
from generator.inference.byline import people_in
from generator.inference.date_lines import date_alone
from generator.inference.reading import Reading, quoted
from generator.inference.stamps import short_day
from generator.model import Finding
from generator.orthography import western_digits

_TOP = 30
_HEADLINE = re.compile(
    r"(?:HEADLINE|Headline|TITLE|Title|TITRE|Titre|عنوان الخبر|العنوان)\s?:\s+(?P<title>\S.*)"
)
_BYLINE = re.compile(
    r"(?:byline|authors?|auteurs?|الكاتب)\s?:\s+(?:(?:by|par)\s+)?(?P<names>\S.*)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:Copyright|©)\s")
_LEGAL_FORM = re.compile(r"\s(?:S\.?A\.?(?:RL|S|L)?|Ltd|Inc|LLC|plc|GmbH|AG)\.?$")
_CODE = re.compile(r"(?P<code>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY)\s+(?P<value>\S.*)")
_FEWEST_CODES = 4
_BY = re.compile(r"^(?:by|par)\s+", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>[^\W\d_]+)\s*:\s+(?P<value>[^-\s].*|-[^\s].*)")
_DAY, _PAPERS = "التاريخ", ("الصحيفة", "الجريدة", "المجلة")
_SHORT_DAY = re.compile(r"(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d\d)")
_LENGTH = re.compile(r"(?:LENGTH|LONGUEUR|LÄNGE):\s*\d+ (?:words|mots|Wörter)|\d+ (?:mots|words)")
_COUNTED = re.compile(r"(?:Document )?\d+ (?:of|sur|von) \d+(?: DOCUMENTS?)?")
_IN_CAPITALS = re.compile(r"(?:BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|SOURCE):\s")
_ISSUE_OF = re.compile(r"\d{1,2},?\s(?:19|20)\d\d\b|\d{1,2}\s[^\W\d]+\s(?:19|20)\d\d\b")
_EDITION = re.compile(r"\bEdition\b", re.IGNORECASE)


def headline(reading: Reading) -> Finding | None:
    """The headline behind its label."""
    if (coded := reading.of_lines(_codes).get("HD")) is not None:
        return Finding(coded.value, quoted(coded.line), frozenset({coded.number}))
    for number in _head(reading):
        match = _HEADLINE.fullmatch(reading.lines[number])
        if match is not None:
            return Finding(match["title"], quoted(match[0]), frozenset({number}))
    if (document := reading.of_lines(_document)) is not None:
        return Finding(document.value, quoted(document.line), frozenset({document.number}))
    return None


def byline(reading: Reading) -> Finding | None:
    """The authors behind their label."""
    coded = reading.of_lines(_codes).get("BY")
    names = people_in(reading, _BY.sub("", coded.value), strictly=False) if coded else []
    if coded is not None and names:
        return Finding(names, quoted(coded.line), frozenset({coded.number}))
    for number in _head(reading):
        match = _BYLINE.fullmatch(reading.lines[number])
        names = people_in(reading, match["names"], strictly=False) if match else []
        if match is not None and names:
            return Finding(names, quoted(match[0]), frozenset({number}))
    return None


def _head(reading: Reading) -> tuple[int, ...]:
    """The lines above the story: below it "العنوان" is where an organisation has its office."""
    start = reading.story_start()
    above = (n for n in reading.open[:_TOP] if start is None or n < start)
    return tuple(n for n in above if ":" in reading.lines[n])


def day(reading: Reading) -> Finding | None:
    """The day of the issue behind its code, or in the form of an archive, there also with two figures."""
    coded = reading.of_lines(_codes).get("PD")
    mention = date_alone(reading, coded.value) if coded else None
    if coded is not None and mention is not None and len(mention.days) == 1:
        return Finding(mention.days[0].isoformat(), quoted(coded.line), frozenset({coded.number}))
    form = reading.of_lines(_form)
    match = _SHORT_DAY.fullmatch(western_digits(form.get(_DAY, "")))
    found = short_day(reading, match) if match else None
    return Finding(found.isoformat(), quoted(f"{_DAY}: {form[_DAY]}")) if found else None


def newspaper(reading: Reading) -> Finding | None:
    """The paper behind its code, or in the form of an archive."""
    if (coded := reading.of_lines(_codes).get("SN")) is not None:
        return Finding(coded.value, quoted(coded.line), frozenset({coded.number}))
    name = next((name for label in _PAPERS if (name := reading.of_lines(_form).get(label))), "")
    return Finding(name, f"form of an archive {quoted(name)}") if name else None


class _Coded(NamedTuple):
    """A part of an article behind its code."""

    value: str
    line: str
    number: int


def _codes(lines: tuple[str, ...]) -> Mapping[str, _Coded]:
    """The parts of an article by Factiva's codes; none where fewer than four of these are there."""
    found: dict[str, _Coded] = {}
    top = [(number, line) for number, line in enumerate(lines[:_TOP]) if line[:2].isupper()]
    for number, line in top if len(top) >= _FEWEST_CODES else ():
        match = _CODE.match(line)
        if match is not None and match["code"] not in found:
            found[match["code"]] = _Coded(match["value"], line, number)
    return found if len(found) >= _FEWEST_CODES else {}


def _document(lines: tuple[str, ...]) -> _Coded | None:
    """The headline of a document of LexisNexis: below the day and the edition, above what has labels.

    A semicolon parts it from the standfirst.
    """
    top = [(number, line) for number, line in enumerate(lines[:_TOP]) if line]
    first = next((place for place, (_, line) in enumerate(top) if _COUNTED.fullmatch(line)), None)
    if first is None:
        return None
    head = list(takewhile(lambda part: not _IN_CAPITALS.match(part[1]), top[first + 1 :]))
    below = list(dropwhile(lambda part: not _ISSUE_OF.search(part[1]), head))[1:]
    number, line = next((part for part in below if not _EDITION.search(part[1])), (0, ""))
    return (
        _Coded(line.rstrip(" ;"), line, number)
        if line and len(head) < len(top) - first - 1
        else None
    )


def _form(lines: tuple[str, ...]) -> Mapping[str, str]:
    """What an archive's form in Arabic has behind its labels; nothing where it names no paper."""
    top = lines[:_TOP]
    if not any(line.startswith(_DAY) for line in top):
        return {}
    matches = map(_LABELLED.fullmatch, top)
    found = {match["label"]: match["value"] for match in matches if match}
    return found if _DAY in found and any(label in found for label in _PAPERS) else {}


def paper(reading: Reading) -> Finding | None:
    """The holder of the rights in the head of a database's document: that is how it names the paper."""
    top = reading.lines[:_TOP]
    rights = next(filter(_RIGHTS.match, top), "") if any(map(_LENGTH.fullmatch, top)) else ""
    name = _LEGAL_FORM.sub("", copyright_holder(rights))
    return Finding(name, f"rights line of a database {quoted(rights)}") if name else None

"""Source: a broadcaster by its services and its people, and by the record that an archive prints.

"RFE/RL's Tellin Service reports" and "Reported by A for RFA's Tellin Service" are the words of the broadcaster
itself; others write "the BBC's". An archive such as Refworld prints a table above what it keeps: "Publisher |
Radio Free Asia |", "Cite as | …".
"""

from __future__ import annotations

import re

from generator.inference.credits import is_known_outlet
from generator.inference.reading import Reading, quoted, same
from generator.model import Finding

_NAME = r"(?P<name>[A-Z][\w/]*(?:\s[A-Z][\w/]*){0,3})['’]s\s(?:[A-Z][\w-]+\s){1,3}[Ss]ervice"
_REPORTS = re.compile(rf"(?<![Tt]he\s)(?<!\w\s)\b{_NAME}\s(?:reports(?=[.,;]|$)|has learned\b)")
_REPORTED_FOR = re.compile(rf"\b[Rr]eported by\s[^.;:\d]{{4,60}}?\sfor\s{_NAME}\b")
_SERVICE = "ervice"
_REPORTING_FROM = re.compile(  # "NBN's Mira Holt, reporting from Tarn, said", as only NBN calls its people
    r"\b(?P<name>(?:The\s)?[A-Z][\w/-]*(?:\s[A-Z][\w/-]*){0,3})['’]s\s(?:[A-Z][\w.'’-]*\s){1,3}?[A-Z][\w.'’-]*,"
    r"\sreporting\sfrom\s[A-Z][^,.;]{2,40},\s(?:said|says|reports|reported|added|adds|described|describes|explained)"
    r"\b(?!\s(?:that\s)?(?:he|she)\b)"
)
_FROM = ", reporting from "
_ROW = re.compile(r"(?P<label>Publisher|Cite as)\s*\|\s*(?P<value>[^|]{2,80}?)\s*(?:\||,.*)")
_BARE_ROW = re.compile(r"(?P<label>Publisher|Cite as)\s(?P<value>[A-Z][^|]{2,300})")
_LEAD_LINES, _LAST_LINES, _TOP = 3, 12, 12


def of_its_service(reading: Reading) -> Finding | None:
    """ "…, RFE/RL's Tellin Service reports" in the lead, "Reported by A for RFA's Tellin Service" below."""
    start = reading.story_start()
    told = tuple(n for n in reading.open if start is not None and n >= start)
    lead = tuple(reading.lines[n] for n in told[:_LEAD_LINES])
    for lines, pattern in ((lead, _REPORTS), (reading.lines[-_LAST_LINES:], _REPORTED_FOR)):
        for line in lines:
            match = pattern.search(line) if _SERVICE in line else None
            if match is not None and (
                is_known_outlet(match["name"]) or reading.is_publisher(match["name"])
            ):
                return Finding(match["name"], f"its own service: {quoted(match[0])}")
    return None


def reporting_from(reading: Reading) -> Finding | None:
    """ "NBN's Mira Holt, reporting from Tarn, said …": a known outlet, or the site, of its people."""
    for line in (reading.lines[n] for n in reading.open):
        match = _REPORTING_FROM.search(line) if _FROM in line else None
        if match is None:
            continue
        if _is_of_another(reading, match["name"]):
            continue
        name = reading.context.agencies.named(match["name"])
        if name or is_known_outlet(match["name"]) or reading.is_publisher(match["name"]):
            return Finding(name or match["name"], f"its own people: {quoted(match[0])}")
    return None


def _is_of_another(reading: Reading, name: str) -> bool:
    """Whether the site is a different one, which tells what it saw on television."""
    publisher = reading.found.get("publisher")
    site = same(str(publisher.value)) if publisher is not None else ""
    told = same(name).removeprefix("the ")
    return bool(site) and told not in site and site not in told


def in_record(reading: Reading) -> Finding | None:
    """The publisher of the table above a text: "Publisher | Radio Free Asia |", beside how it is cited."""
    top = reading.lines[:_TOP]
    rows = (_ROW.match(line) or _BARE_ROW.fullmatch(line) for line in top if line[:1] in "PC")
    values = {match["label"]: match["value"] for match in rows if match is not None}
    name = values.get("Publisher", "")
    is_cited = name and values.get("Cite as", "").startswith(name)
    return Finding(name, f"record of an archive: {quoted(name)}") if is_cited else None

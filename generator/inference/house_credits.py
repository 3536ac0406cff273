"""What a line credits to a house: "The Lantern (Tellin)", "Special to The Lantern", "PHARE.NET | Par A"."""

from __future__ import annotations

import re

from generator.inference.agencies import copyright_holder
from generator.inference.credits import is_known_outlet, is_outlet
from generator.inference.institutions import organisation_of
from generator.inference.reading import Reading, same
from generator.inference.sections import is_section

NOBODY = re.compile(
    r"\b(?:twitter|facebook|x|youtube|telegram|instagram|whatsapp|social media|internet|web|agenc(?:y|ies)"
    r"|agences?|various|own|staff|author|archive|official|local|several|eyewitness\w*|sources?|google"
    r"|wikipedia|unknown|here|(?:news )?wires?)\b"
    r"|تويتر|فيسبوك|يوتيوب|تلغرام|تلجرام|إنستغرام|مواقع|التواصل|وكالات|الوكالات"
    r"|متابعات|مصادر|خاص|إنترنت|انترنت|صحف|وسائل|محلي",
    re.IGNORECASE,
)
"""Who is behind no credit."""

_PAPER_IN_CITY = re.compile(r"(?P<name>[^()\d]{4,50}) \((?P<city>(?![A-Z]+\))[^()\d]{3,25})\)")
_OUTLET_BY = re.compile(r"(?P<name>[^\d–—-]{4,40}?)\s[–—|-]\s(?:by|By|BY|par|Par)\s+\S")
_STAFF = re.compile(
    r"[Ss]pecial to (?P<special>(?:[Tt]he\s)?[A-ZÀ-Þ].{2,40})"
    r"|(?!By\s|.*\sand\s)(?P<name>[A-ZÀ-Þ].{2,30}?)\s(?:(?:Foreign\s)?[Ss]taff(?:\s[Ww]riters?)?|Foreign\sService)"
)
_OWN_REPORT = re.compile(
    r"(?!UN|EU |NATO|WHO |WFP|IMF|OSCE|ICRC|IOM)(?P<name>[A-Z]{2,6})\s(?:Online\s)?(?:Report|Desk)"
)
"""A byline of a house whose letters stand behind its photographers' names, too: "TTN Report"."""

_ROLE = re.compile(r"[•\s]*Role,\s+(?P<name>[^,]{3,40})(?:,.*)?")
_BY_SOMEBODY = re.compile(r"(?:By|by|BY|Par)\s[^\d–—]{5,60}\s[-–—]\s(?P<name>[^–—]{3,30})")
_BARE_SOURCE = re.compile(r"(?:Source|المصدر)\s(?P<name>[^\s:].{1,25})")
_BY_PERMISSION = re.compile(
    r"(?:From|Source:) (?P<name>[A-Z][^,.]{2,40}), [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?\.?"
    r" (?:Used|Reprinted) (?:with|by) permission\.?"
    r"|(?:Re(?:printed|published|produced)|Used) (?:with|by) (?:the )?(?:kind )?permission (?:from|of)"
    r" (?P<behind>[A-Z][^.,]{2,50})\.?"
)
_OF_A_CHART = re.compile(
    r"(?:chart|table|figure|graph|graphic|map|photo|infographic|graphique|tableau|carte)\b|رسم|خريطة|جدول",
    re.IGNORECASE,
)
_WITNESSES = re.compile(r"(?:ال)?(?:مصدر|شاهد|شهود|ناشط|قيادي|مسؤول)")
_ADDED_FROM = re.compile(
    r"(?:\d\d?:\d\d|\d{4}).*\sنقلاً?ا? عن\s?:\s?(?P<name>[^\W\d][^.:،\d]{2,30})$"
)


def paper_in_city(reading: Reading, line: str) -> str:
    """ "The Lantern (Tellin)"."""
    match = _PAPER_IN_CITY.fullmatch(line)
    if (
        match is None
        or NOBODY.search(match["city"])
        or reading.context.agencies.named(match["city"])
    ):
        return ""  # what has an agency behind it is a picture
    is_heading = re.search(r"\b[A-Z][a-z]+(?:ed|ing)$", match["name"]) is not None
    is_paper = not is_heading and _is_holder_or_paper(reading, match["name"])
    return match["name"] if is_paper else ""  # "Head of Harbour Committee Killed (Tarn)"


def outlet_by(reading: Reading, line: str) -> str:
    """ "The Tellin Review – by A in City", and "Role, Tellin Radio" below an author."""
    staff = _STAFF.fullmatch(line)
    if staff is not None and (
        staff["special"] or _is_holder_or_paper(reading, staff["name"].strip())
    ):
        return staff["special"] or staff["name"]
    own = _OWN_REPORT.fullmatch(line)
    is_told = own is not None and any(line.endswith(f"/{own['name']}") for line in reading.lines)
    if own is not None and is_told and not organisation_of(own["name"]):
        return own["name"]
    match = _OUTLET_BY.match(line) or _ROLE.fullmatch(line)
    if match is not None and match[0][len(match["name"]) :].startswith(" |"):
        known = is_known_outlet(match["name"]) or reading.is_publisher(match["name"])
        known = known or "." in match["name"]
        return match["name"] if known and not is_section(match["name"]) else ""
    return match["name"] if match and is_outlet(match["name"]) else ""


def _is_holder_or_paper(reading: Reading, name: str) -> bool:
    """Whether a name before a city is an outlet's, or the rights are theirs: "The Lantern (Tellin)"."""
    rights = reading.found.get("rights")
    holder = copyright_holder(str(rights.value)) if rights else ""
    return is_outlet(name) or (
        bool(holder)
        and same(holder).removeprefix("the ").startswith(same(name).removeprefix("the "))
    )


def after_name(reading: Reading, line: str) -> str:
    """The known outlet behind a dash and its author: "By A B – DAWN.COM"."""
    match = _BY_SOMEBODY.fullmatch(line)
    name = match["name"].strip() if match is not None else ""
    return name if is_known_outlet(name) and not reading.is_publisher(name) else ""


def behind_bare_label(reading: Reading, line: str) -> str:
    """ "Source BBC", and "… نقلا عن: البديل" where a site tells when it added a report."""
    match = _BARE_SOURCE.fullmatch(line)
    if match is not None:
        name = match["name"].strip()
        if _OF_A_CHART.match(_above(reading, line)):
            return ""
        return reading.context.agencies.named(name) or (name if is_known_outlet(name) else "")
    permitted = _BY_PERMISSION.fullmatch(line) if "ermission" in line else None
    if permitted is not None:
        return (permitted["name"] or permitted["behind"]).strip()
    added = _ADDED_FROM.search(line) if "نقلا" in line else None
    is_said = added is not None and _WITNESSES.match(added["name"]) is None
    return added["name"].strip() if added is not None and is_said else ""


def _above(reading: Reading, line: str) -> str:
    """The filled line above the first that is the same as this one."""
    filled = [other for other in reading.lines if other]
    number = filled.index(line) if line in filled else 0
    return filled[number - 1] if number else ""

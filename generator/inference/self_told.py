"""Source: what a text says in so many words of who makes it.

"OCHA Tellin compiles this report together with …", "You've been listening to Lamps, from Harbour Watch",
"ما يلي وردنا من اتحاد البحارة:", "Written by Federation of Tellin Pilots". These are whole lines or whole
sentences; a story that tells of somebody else's report calls it "the report".
"""

from __future__ import annotations

import re

from generator.inference.credits import is_outlet
from generator.inference.institutions import is_institution
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, quoted
from generator.model import Finding

_CAPITALISED = r"[A-ZÀ-Þ][\w'’&-]*"
_NAME = rf"(?P<name>{_CAPITALISED}(?:\s(?:(?:of|for|and|the|in|on|to)\s)*{_CAPITALISED}){{0,7}})"
_KIND = r"(?:report|bulletin|update|snapshot|newsletter|digest|briefing|newsline)"
_COMPILES = re.compile(
    rf"(?:[Tt]he\s)?{_NAME}\s(?:compiles|produces|prepares)\sthis\s(?:\w+\s)?{_KIND}"
    r"(?:\s(?:together\s)?(?:with|in\s(?:collaboration|partnership|cooperation|coordination)|on\sbehalf|based|using)\b|\.?$)"
)
_LISTENING = re.compile(
    r"(?<![“«\"])\b(?:[Yy]ou(?:['’]ve|\shave)\sbeen|[Yy]ou(?:['’]re|\sare))\slistening\sto\s[^.,:;]{2,50},\s"
    r"(?:a\s(?:podcast|programme|program|production|series)\s)?(?:from|by|of)\s(?:the\s)?"
    rf"{_NAME}(?=[.!])"
)
_RECEIVED = re.compile(
    r"(?:(?:ما يلي|البيان التالي|التالي)\s)?و?(?:وردنا|وصلنا|وردتنا|وصلتنا|تلقينا)"
    r"\s(?:(?:ما يلي|(?:ال)?بيان(?:\s(?:ال)?تالي)?|(?:هذا|هذه)\s\S+)\s)?من\s(?P<name>[^:،.()\d]{6,80}?)\s*:"
    r"|[Ww]e\s(?:have\s)?received\s(?:the\sfollowing|this)(?:\s(?:statement|release|letter|appeal|text))?\sfrom\s(?:the\s)?"
    r"(?P<english>[A-ZÀ-Þ][^:.,;()\d]{5,80}?)\s*:"
)
_WRITTEN_BY = re.compile(
    r"(?:>\s)?(?:Written|Issued|Released)\sby\s(?:the\s)?(?P<name>[A-ZÀ-Þ].{5,90})"
)
_STAGED = re.compile(r"(?:Directed|Produced|Music|Performed|Choreographed)\sby\s|Starring\b|Cast:")
_BODY = re.compile(
    r"(?:ال)?(?:مرصد|شبكة|مركز|منظمة|لجنة|رابطة|هيئة|جمعية|نقابة|اتحاد|ائتلاف|تجمع|مؤسسة|تنسيقية|منتدى|حركة|حزب"
    r"|تيار|جبهة|مجلس|تحالف|حملة|مبادرة|مكتب|وزارة|ملتقى|مجموعة|قوى)\s"
)
_TOP, _LAST, _LONGEST = 30, 12, 120


def says_who_makes_it(reading: Reading) -> Finding | None:
    """Who makes a text, as it says where it begins or ends."""
    lines = [line for line in reading.lines if line]
    for line in (*lines[:_TOP], *lines[max(_TOP, len(lines) - _LAST) :]):
        if " this " in line or " listening to " in line:
            name = _compiler(line)
        else:
            name = _sender(reading, line) or _writer(reading, line) if len(line) <= _LONGEST else ""
        if name and not has_given_name(name):
            return Finding(name, f"says who makes it: {quoted(line)}")
    return None


def _compiler(line: str) -> str:
    """ "OCHA Tellin compiles this report", "You've been listening to Lamps, from Harbour Watch"."""
    match = _COMPILES.match(line)
    if match is None and " listening to " in line:
        match = _LISTENING.search(line)
    return match["name"] if match is not None else ""


def _sender(reading: Reading, line: str) -> str:
    """ "ما يلي وردنا من اتحاد البحارة:", of whom the text tells once more."""
    match = _RECEIVED.fullmatch(line) if line.endswith(":") else None
    if match is None:
        return ""
    name = (match["name"] or match["english"]).strip()
    others = (other for other in reading.lines if other != line)
    is_body = _BODY.match(name) is not None or is_outlet(name) or is_institution(name)
    return name if is_body and any(name in other for other in others) else ""


def _writer(reading: Reading, line: str) -> str:
    """ "Written by Federation of Tellin Pilots": an organisation, and no person."""
    match = _WRITTEN_BY.fullmatch(line) if " by " in line else None
    name = match["name"].strip(" .") if match is not None else ""
    is_of_a_stage = is_institution(name) and any(map(_STAGED.match, reading.lines))
    return name if is_institution(name) and not is_of_a_stage else ""

"""Source by what only one body's documents have: numbers of an index, summaries of briefings, desks of appeals.

"AI Index: AFR 87/006/2002" is Amnesty International's, "BDR 002 / 0316 / OBS 027" that of the observatory of
FIDH and OMCT; agencies of the United Nations sum up what their spokesperson said; commissions print the name of
their programme behind their own: "HARBOUR RIGHTS COMMISSION - URGENT APPEALS PROGRAMME".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.inference.above_headlines import signs_below
from generator.inference.credits import is_outlet
from generator.inference.institutions import (
    is_known_organisation,
    is_of_states,
    organisation_named,
    organisation_of,
)
from generator.inference.mentions import DateMention, dates_in
from generator.inference.reading import Reading, quoted
from generator.inference.statements import lead_of
from generator.model import Finding
from generator.orthography import is_arabic

_INDEX = (
    (
        "AI Index",
        re.compile(
            r"AI Index\s?:\s+[A-Z]{3} \d\d/\d+/\d{2,4}(?:\s+\(?(?:Public|Distr).{0,30}|\s*)"
        ),
        "Amnesty International",
    ),
    (
        "OBS",
        re.compile(r"[A-Z]{3}\s?\d{3}\s?/\s?\d{4}\s?/\s?OBS\s?\d{3}"),
        "Observatory for the Protection of Human Rights Defenders",
    ),
)
_SUMMARY = re.compile(
    r"(?:This|What follows)\s(?:is a summary of|(?:text |note )?sums up)"
    r"\s(?:what was said by|the remarks of|what)\s(?:the\s)?"
    r"(?P<name>[A-Z]{3,8})(?:['’]s)?\s(?:chief\s|senior\s)?[Ss]pokes\w+\s[^.]{3,160}\bquoted\b"
)
_BRIEFING = re.compile(
    r"[^.]*\bpress briefing\b[^.]{0,120}?\b(?:on|of)\s(?P<day>(?:\w+,?\s)?\d{1,2}\s\w+\s\d{4})"
)
_DASH = re.compile(r"\s[-–—|]\s")
_DESK = re.compile(
    r"urgent appeals?(?: program(?:me)?| desk)?|(?:press|media) (?:release|statement|office|service)s?",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"و?(?:[يت](?:دين|ستنكر|عرب|عبر|ناشد|ندد|ستهجن|شجب|ؤسف|طالب|دعو|حذر)|قالت?|علمت?)"
    r"\s[«“\"]?"
)
_SAID_IN_FRENCH = re.compile(
    r"\ba (?:déclaré|affirmé|indiqué|annoncé) (?:(?:la|le) |l['’])?"
    r"(?P<name>[A-ZÀ-Þ][\w'’ -]{3,60}?) aujourd['’]hui"
)
_IS_STATEMENT = re.compile(r"(?:بيان|تصريح|نداء|بلاغ)(?!\w)")
_ITSELF = re.compile(
    r"(?<!\w)و?إنّ?\s(?P<name>(?:المنظ[ّم]+ة|المركز|الرابطة|اللجنة|الهيئة|النقابة|الشبكة|الجمعية|المرصد"
    r"|الاتحاد|المؤسسة)"
    r"(?:\s[^\W\d]+){1,7}?)\s?(?:،\s?إذ|إذ|وإذ|[تي](?:رى|هيب|طالب|دعو|دين|ناشد|ستنكر))(?!\w)"
)
_OF_ANOTHER = re.compile(
    r"(?:بيان|تصريح|نداء|بلاغ)\s(?:صحفي\s)?(?:صادر\s)?(?:عن\s|من\s)?"
    r"(?:ال)?(?:منظمة|مركز|رابطة|لجنة|هيئة|نقابة|شبكة|جمعية|مرصد|اتحاد|مؤسسة|حزب|حركة|مجلس|أهالي)(?!\w)"
)
"""A heading that says whose statement it is."""

_CITY_AND_DAY = re.compile(
    r"[^\W\d]+(?:\s[^\W\d]+)?[،,]?\s(?:في\s)?\d{1,2}\s[^\W\d]+(?:\s?/\s?[^\W\d]+)?\s(?:19|20)\d\d\s?م?\.?"
)
_TODAY = re.compile(r"[»”\"]?\s?(?:\([^()]{2,12}\)\s?)?،?\s?اليوم(?!\w)")
_DEMANDS = re.compile(r"و?[يت](?:طالب|دعو|حذر)")
_FILED = re.compile(r"\([^()\d]{3,30}\)\s?[-–—،]?\s")
_REPORTED = re.compile(
    r"(?<!\w)(?:و?(?:قالت?|أضافت?|نقلت?|ذكرت?)\s(?:وكالة|صحيفة|قناة|موقع)|ل?(?:مراسلنا|محررنا|موقعنا|صحيفتنا|جريدتنا))(?!\w)"
    r"|\bnotre (?:rédaction|reporter|journaliste|correspondante?|confrère)\b"
)
_TOP, _FIRST, _READ, _LONGEST, _SHORT = 16, 6, 600, 120, 60


def of_its_form(reading: Reading) -> Finding | None:
    """The body whose form a document has."""
    for line in islice(filter(None, reading.lines), _TOP):
        for sign, pattern, name in _INDEX if len(line) <= _LONGEST else ():
            if sign not in line:
                continue
            if (match := pattern.fullmatch(line)) is not None:
                return Finding(name, f"its documents are numbered so: {quoted(match[0])}")
        if (name := _before_its_desk(line)) != "":
            return Finding(name, f"before one of its desks: {quoted(line)}")
    if (summed := _summary(reading)) is not None:
        return Finding(summed["name"], f"sums up what it said: {quoted(summed[0])}")
    return _known_in_french(reading) or _known_in_arabic(reading) or _speaks_in_arabic(reading)


def day_of_briefing(reading: Reading) -> Iterator[tuple[DateMention, str]]:
    """The day of the briefing that a text sums up, and the words."""
    summed = _summary(reading)
    told = _BRIEFING.match(summed.string, summed.end()) if summed is not None else None
    if told is not None:
        days = dates_in(told["day"], reading.draft.raw.retrieved)
        yield from ((mention, told[0]) for mention in days if mention.days)


def _summary(reading: Reading) -> re.Match[str] | None:
    lines = (line[:_READ] for line in reading.lines[:_TOP] if "spokes" in line or "Spokes" in line)
    return next(filter(None, map(_SUMMARY.match, lines)), None)


def _before_its_desk(line: str) -> str:
    """A known organisation before a dash, in a line that names one of its desks."""
    if len(line) > _LONGEST or not line[:_TOP].isupper() or _DASH.search(line) is None:
        return ""
    name, desk = _DASH.split(line, maxsplit=1)
    return organisation_named(name) if _DESK.fullmatch(desk) else ""


def _known_in_french(reading: Reading) -> Finding | None:
    """A known organisation that said so today, behind a city in brackets: "(Tellin) – …, a déclaré …"."""
    first = (reading.lines[n] for n in reading.open[:_FIRST])
    lead = next((line for line in first if _FILED.match(line)), "")
    match = _SAID_IN_FRENCH.search(lead) if "aujourd" in lead else None
    if match is None or not _speaks_itself(match["name"]) or _is_of_others(reading):
        return None
    return Finding(match["name"], f"speaks for itself: {quoted(match[0])}")


def _speaks_itself(name: str) -> bool:
    """Whether a known organisation is one whose words are its statement, as no court's are."""
    return is_known_organisation(name) and not is_of_states(name)


def _speaks_in_arabic(reading: Reading) -> Finding | None:
    """Who demands in a statement: "بيان …" above "إن المنظمة … تهيب", where nobody else wrote it."""
    top = list(islice(filter(None, reading.lines), _FIRST))
    if not any(map(_IS_STATEMENT.match, top)) or _is_of_others(reading):
        return None
    match = _ITSELF.search(reading.story())
    if match is None or any(_OF_ANOTHER.match(line) and match["name"] not in line for line in top):
        return None
    in_full = (line for line in top if signs_below(reading, line))
    return Finding(next(in_full, match["name"]), f"speaks for itself: {quoted(match[0])}")


def _is_of_others(reading: Reading) -> bool:
    """Whether somebody wrote the story, or an outlet stands above it or is quoted in it."""
    publisher = reading.found.get("publisher")
    name = str(publisher.value) if publisher is not None else ""
    above = (reading.lines[n] for n in reading.head)
    return (
        "authors" in reading.found
        or (is_outlet(name) and not signs_below(reading, name))
        or any(len(line) <= _SHORT and is_outlet(line) for line in above)
        or _REPORTED.search(reading.story()) is not None
    )


def _known_in_arabic(reading: Reading) -> Finding | None:
    """A known organisation that demands where a text begins, or says so today behind a city in brackets."""
    first = (reading.lines[n] for n in reading.open[:_FIRST])
    lead = next((line for line in first if _FILED.match(line)), lead_of(reading))
    if not is_arabic(lead[:_TOP]):
        return None
    filed = _FILED.match(lead)
    start = filed.end() if filed is not None else 0
    verb = _SAYS.match(lead, start)
    if verb is None or _is_of_others(reading):
        return None
    words = lead[verb.end() : verb.end() + _LONGEST].split()
    for count in range(min(8, len(words)), 0, -1):
        name = " ".join(words[:count]).strip('»”"،')
        if not (_speaks_itself(name) or organisation_of(name)):
            continue
        rest = lead[verb.end() + len(name) :]
        is_filed = filed or any(map(_CITY_AND_DAY.fullmatch, reading.lines[:_TOP]))
        if "قال" in verb[0] and not (is_filed and _TODAY.match(rest)):
            return None
        title = reading.found.get("title")
        heads = title is not None and str(title.value).startswith((f"{name}:", f"{name} :"))
        if _DEMANDS.match(verb[0]) and not heads:
            return None  # as papers tell of demands
        return Finding(name, f"speaks for itself: {quoted(lead[start : verb.end() + len(name)])}")
    return None

"""Days that credits and notices tell: who posted a report when, and where it was published first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from generator.inference.calendar_names import ANY_WEEKDAY
from generator.inference.credits import is_outlet, names_outlet_and_day
from generator.inference.date_lines import date_alone, full_dates, line_above
from generator.inference.institutions import is_institution, is_known_organisation
from generator.inference.mentions import DateMention
from generator.inference.names import has_given_name, is_person
from generator.inference.placed_headlines import headline_and_day
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.told_forms import day_of_briefing

Told = tuple[DateMention, str, str, int | None]
"""A date, the words around it, the evidence, and the line that is nothing else."""

_TOP, _FIRST, _AHEAD = 8, 4, 400
_IN_CREDIT = re.compile(
    r"[(\[]?\s*(?:source|المصدر|published in)\s*:?\s*[^\d]{3,60}?[\s,،]+"
    r"(?:(?:du|of|on|le|dated|في|بتاريخ|يوم)\s+)?"
    r"(?P<date>(?:[^\W\d]+\s)?\d{1,2}\S*\s.{3,12}\d{4})\s*[)\]]?\.?",
    re.IGNORECASE,
)
_IN_RIGHTS = re.compile(
    r"\(\s?©\s?(?P<holder>[^\d/]{2,30}?)\s?/\s?(?P<date>\d{1,2}\s[^\W\d]{3,9}\s\d{4})(?:\s\d\d?\s?[h:]\s?\d\d)?\s?\)"
)
"""As agencies' French desks end a report: "(©AFP / 12 mai 2012 15h22)"."""

_DESK = re.compile(r"[a-z]{1,6}(?:/[a-z]{1,6}){0,4}")
_FIRST_PUBLISHED = re.compile(
    r"\b(?:originally|first) (?:published|appeared)\b[^.]{0,60}?(?:\bon |, )(?P<date>[^.]{6,30}\d{4})",
    re.I,
)
_PRINTED_IN = re.compile(
    r"Published in (?P<name>(?:[A-Z]|the ).{1,40}?),"
    r" (?P<date>[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d)\.?"
)
"""How some dailies end a report: "Published in Tellin Mail, March 19th, 2025"."""

_IN_ISSUE = re.compile(
    r"(?:(?:a version of )?this (?:article|story|essay|report|piece) (?:appears|appeared|was published)"
    r"|published) in (?:the )?"
    r"(?:[^.!?;\d]{0,60}\b(?:issue|edition) (?:of|dated) (?P<date>[^.!?;]{6,30}\d{4})"
    r"|(?P<ahead>[A-Z][a-z]+ \d{1,2}, \d{4}),? (?:issue|edition)(?: of [^.!?;\d]{3,40})?)\.?",
    re.IGNORECASE,
)
"""The issue of a magazine, below its report: "This article appears in the issue of May 18, 2024."."""

_APPEAL = re.compile(
    r"(?:urgent|action) (?:appeal|action|alert)|appel urgent|action urgente|نداء عاجل",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"\b(?:passport|identity|id|visa|permit|licen[cs]e|card|document|certificate|passeport|permis|carte)\b.{0,20}:",
    re.IGNORECASE,
)
"""Of what the day of issue may be as well: "Passport no.: T123"."""

_OF_ISSUE = re.compile(
    r"(?:date of issue|issue date|date d['’]émission)\s*:\s*(?P<date>\S.*)", re.I
)
_BYLINE = re.compile(r"(?:\S+\s)?(?:par|by)\s\S", re.IGNORECASE)
_PAPER_AND_DAY = re.compile(
    r"(?:(?:Le|La|Les|The)\s|L['’])[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2}[\s,]+(?P<date>\d.{5,20})"
)
"""A paper by its article and the day, as who takes up a column has it: "Le Phare 19/01/2022"."""

_TWICE = re.compile(
    r"\bby (?P<who>[\w.-]+(?: [\w.-]+){0,2}?) (?P<date>[^.!?؟:]{6,22}(?:19|20)\d\d)"
    r" written by (?P=who) (?P=date)\b"
)
"""As a theme of many sites has it, in one line: "by admin May 3, 2020 written by admin May 3, 2020"."""

_DAY_AHEAD = re.compile(
    r"(?P<date>\d{1,2} [A-Z][a-z]{2,8},? (?:19|20)\d\d)(?-i:(?=[A-Z][a-z]))"
    r"|[A-ZÀ-Þ][\w'’ -]{2,25}, (?:le )?(?P<filed>\d{1,2} [^\W\d]{3,9}\.? (?:19|20)\d\d)"
    r" \[(?P<agency>[^\[\]\d]{3,30})\]\s?-"
    r"|(?:[^\W\d]+ )?(?P<site>\d{1,2} [^\W\d]{3,9} (?:19|20)\d\d) \(\([\w-]+\.[a-z]{2,5}\)\)"
    r"|\[(?P<stamped>[A-Za-z][\w ]{2,25}), (?:[A-Z][a-z]+, )?(?P<stamp>\d{1,2} [^\W\d]{3,9} (?:19|20)\d\d)"
    r"(?:, \d\d:\d\d(?: [A-Z]{2,4})?)?\]",
    re.IGNORECASE,
)
"""A day glued to a story, with an agency or a site in square brackets, or a site in double ones."""

_DAY_GLUED = re.compile(r"\d{1,2} [A-Z][a-z]{2,8},? (?:19|20)\d\d(?:[A-Z][a-z]|\s?[:–—-])")
_CLOCK_AND_BAR = re.compile(r"\d\d?:\d\d\s+(?P<date>(?:19|20)\d\d-\d\d-\d\d)\s?\|")
"""Clock and day before the first words of a story: "13:27 2016-07-18|Tellin - Ferry pilots …"."""

_ENDS = re.compile(
    r"[.!?”\"»)\]*#–—-]$|^(?:photograph|photo|illustration|image|translat)\w*\s(?:by|from)\s",
    re.IGNORECASE,
)
"""How the last line of a report ends, or who else made it is told."""

_PUT_ONLINE = re.compile(
    r"^\W*(?:(?:ce |cet )?(?:document|texte|article|communiqué|rapport|note)\s)?mise? en ligne"
    r" (?:sur|dans|par) [^.:;]{3,60}? le (?P<date>\d{1,2}(?:er)? [^\W\d]+ (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_POSTED_IN = re.compile(
    r"(?:posted\s+by|posté\s+par|نشرت?\s+بواسطة)\s*:?\s*\S+(?:\s\S+){0,2}?\s+(?:in|dans|في)\b",
    re.IGNORECASE,
)
_PUT_OUT_BY = re.compile(
    r"(?:(?:publiée?|postée?|mise? en ligne|rédigée?)\s+par|(?:published|posted)\s+by"
    r"|نُ?شر\s+(?:بواسطة|من قبل))\s+"
    r"(?P<name>[^\W\d](?:[^\d|:.!?؟]|\.(?=\w)){2,40}?)[\s,،]+(?:le|on|في|يوم|بتاريخ)\s+"
    rf"(?:(?:{ANY_WEEKDAY})[\s,،]+)?(?P<date>\d[^|]{{7,20}}?)"
    r"(?P<clock>[\s,،]+(?:(?:à|at|الساعة)\s+)?\d\d?\s?[:h]\s?\d\d)?(?:\s*\|\s*\d{1,7})?(?:\s*\|.{0,40})?",
    re.IGNORECASE,
)
"""Who put a report out, when, and a counter: "Publié par Le Phare de Tellin le 21-02-2018, 17h05 | 52"."""

_SOURCE = re.compile(r"(?:source|المصدر)\s*:?", re.IGNORECASE)
_OUTLET_AND_DAY = re.compile(r"[^\W\d][^\d.!?؟:]{2,50}?(?:\s+[-–—|]|[,،])\s+(?P<date>\S.{5,30})")


def days_in_credits(reading: Reading) -> Iterator[Told]:
    """All that such lines tell, in this order."""
    return chain(
        _posted_in(reading),
        _put_out_by(reading),
        _ahead_of_story(reading),
        _below_source(reading),
        _issue_of_appeal(reading),
        _first_published(reading),
        _in_credit(reading),
        _in_issue(reading),
        _printed_in(reading),
        _put_online(reading),
        _behind_headline(reading),
        _kept_from(reading),
        ((mention, words, quoted(words), None) for mention, words in day_of_briefing(reading)),
        _below_byline(reading),
    )


def _issue_of_appeal(reading: Reading) -> Iterator[Told]:
    """ "Date of issue: 9 April 2024" below "URGENT APPEAL": elsewhere it is that of a passport or a warrant."""
    top = [n for n, line in enumerate(reading.lines[: reading.story_start() or 0]) if line]
    if not any(_APPEAL.fullmatch(reading.lines[n]) for n in top[:_FIRST]) or any(
        _PAPERS.search(reading.lines[n]) for n in top
    ):
        return
    for number in top:
        match = _OF_ISSUE.fullmatch(reading.lines[number])
        mention = date_alone(reading, match["date"]) if match else None
        if mention is not None:
            yield mention, reading.lines[number], quoted(reading.lines[number]), number


def _in_issue(reading: Reading) -> Iterator[Told]:
    """ "This article appears in the magazine's issue of May 18, 2024." below the story.

    Not below a headline, which is another report's, nor where a line above the story tells a day of its own.
    """
    filled = (n for n in reversed(range(len(reading.lines))) if reading.lines[n])
    for number in islice(filled, _TOP):
        line = reading.lines[number]
        match = _IN_ISSUE.fullmatch(line) if "issue" in line or "edition" in line else None
        if match is None:
            continue
        mention = date_alone(reading, match["date"] or match["ahead"])
        above = line_above(reading, number)
        is_its_own = above is not None and _ENDS.search(reading.lines[above]) is not None
        if mention is not None and is_its_own and not _is_dated_above(reading):
            yield mention, line, f"issue of a magazine: {quoted(line)}", None


def _is_dated_above(reading: Reading) -> bool:
    """Whether a line above the story is nothing but a day."""
    return any(date_alone(reading, line) for line in reading.lines[: reading.story_start() or 0])


def _printed_in(reading: Reading) -> Iterator[Told]:
    """ "Published in Tellin Mail, March 19th, 2025", if that is the publisher, and no other day is told so."""
    lines = [line for line in reading.lines if line.startswith("Published in ")]
    matches = [match for match in map(_PRINTED_IN.fullmatch, lines) if match]
    mention = date_alone(reading, matches[0]["date"]) if len(matches) == 1 else None
    if mention is not None and reading.is_publisher(matches[0]["name"]):
        yield mention, matches[0][0], quoted(matches[0][0]), None


def _below_byline(reading: Reading) -> Iterator[Told]:
    """ "Le Phare 19/01/2022" between the byline of a column and its first paragraph."""
    start = reading.story_start()
    number = line_above(reading, start) if start else None
    match = _PAPER_AND_DAY.fullmatch(reading.lines[number]) if number is not None else None
    above = line_above(reading, number) if match and number is not None else None
    mention = date_alone(reading, match["date"]) if match and above is not None else None
    if match is not None and mention is not None and _BYLINE.match(reading.lines[above or 0]):
        yield mention, match[0], quoted(match[0]), None


def _put_online(reading: Reading) -> Iterator[Told]:
    """ "[Document mis en ligne sur le site de la Ligue le 23 avril 2007 au format PDF." above the story."""
    for number in reading.head:
        line = reading.lines[number]
        match = _PUT_ONLINE.search(line) if "en ligne " in line and not is_story(line) else None
        mention = date_alone(reading, match["date"]) if match else None
        if match is not None and mention is not None:
            yield mention, line, quoted(line), None


def _is_told_whose(name: str) -> bool:
    """Whether a name between slashes is an outlet's or a known organisation's, and no place."""
    return is_outlet(name) or is_known_organisation(name) or is_institution(name)


def _behind_headline(reading: Reading) -> Iterator[Told]:
    """The day behind a post's headline, above where it is filed."""
    found = headline_and_day(reading)
    mention = date_alone(reading, found[1]) if found is not None else None
    if found is not None and mention is not None:
        yield mention, reading.lines[found[2]], quoted(reading.lines[found[2]]), None


def _kept_from(reading: Reading) -> Iterator[Told]:
    """ "Harbour Watch/February 26/2020", as readers' sites keep others' articles; all such lines agree."""
    kept = [
        m
        for m in map(names_outlet_and_day, reading.lines[: 2 * _TOP])
        if m and _is_told_whose(m["outlet"])
    ]
    told = [(m, date_alone(reading, f"{m['day']} {m['year']}")) for m in kept]
    found = [(match, mention) for match, mention in told if mention is not None]
    if found and len({mention.days for _, mention in found}) == 1:
        match, mention = found[0]
        yield mention, match[0], quoted(match[0]), None


def _posted_in(reading: Reading) -> Iterator[Told]:
    """ "Posted by: admin in News January 14, 2016 0 216 Views", as a theme of many sites has it."""
    for number in reading.head:
        line = reading.lines[number]
        if _POSTED_IN.match(line) is None or is_story(line):
            continue
        mentions = [mention for mention in full_dates(reading, line) if mention.day]
        if len(mentions) == 1:
            yield mentions[0], line, quoted(line), number


def _put_out_by(reading: Reading) -> Iterator[Told]:
    """ "Publié par Le Phare de Tellin le 21-02-2018, 17h05 | 52" above the story.

    Without the clock it has to be an outlet that did so: a caption tells who put out a picture.
    """
    for number in reading.head:
        match = _PUT_OUT_BY.fullmatch(reading.lines[number])
        is_sure = match is not None and (
            match["clock"]
            or is_outlet(match["name"])
            or (has_given_name(match["name"]) and is_person(reading, match["name"], strictly=True))
        )
        mention = date_alone(reading, match["date"]) if match is not None and is_sure else None
        if match is not None and mention is not None:
            yield mention, match[0], quoted(match[0]), number


def _ahead_of_story(reading: Reading) -> Iterator[Told]:
    """A stamp in the line with which the story begins, where a page runs head and story together."""
    line = reading.first_story_line()[:_AHEAD]
    match = _CLOCK_AND_BAR.match(line) if line[:1].isdigit() else None
    if match is None:
        match = _DAY_AHEAD.match(line)
    if match is None and " written by " in line:
        match = _TWICE.search(line)
    told = match.groupdict() if match else {}
    day = next(filter(None, map(told.get, ("date", "filed", "site", "stamp"))), "")
    mention = date_alone(reading, day.replace(".", "")) if day else None
    if (
        match is None
        or mention is None
        or not _puts_out(reading, told.get("agency") or told.get("stamped"))
    ):
        return
    if (
        match.re is not _DAY_AHEAD
        or told["date"] is None
        or sum(map(bool, map(_DAY_GLUED.match, reading.lines))) == 1
    ):
        yield mention, match[0], quoted(match[0]), None  # one of many is a chronology's


def _puts_out(reading: Reading, name: str | None) -> bool:
    """Whether what stands in square brackets behind a day can be an agency: "[extrait]" is none."""
    if name is None or re.fullmatch(r"[A-Z]{2,8}|\w*[a-z][A-Z]\w*", name):
        return True
    return bool(reading.context.agencies.signed(name)) or is_outlet(name)


def _below_source(reading: Reading) -> Iterator[Told]:
    """ "Source" above "Tellin Post - February 9, 2011": the day on which the outlet had it."""
    for number, line in enumerate(reading.lines[: reading.story_start() or 0]):
        above = number - 1
        if above < 0 or _SOURCE.fullmatch(reading.lines[above]) is None:
            continue
        match = _OUTLET_AND_DAY.fullmatch(line)
        mention = date_alone(reading, match["date"]) if match else None
        if mention is not None:
            yield mention, line, f"below the label of the source: {quoted(line)}", None


def _first_published(reading: Reading) -> Iterator[Told]:
    """ "This article was first published by The Courier on 6 November 2022." below the story."""
    for line in [line for line in reversed(reading.lines) if line][:_TOP]:
        match = _FIRST_PUBLISHED.search(line) if "ublished" in line or "ppeared" in line else None
        mention = date_alone(reading, match["date"]) if match else None
        if match is not None and mention is not None:
            yield mention, match[0], f"originally published: {quoted(match[0])}", None


def _in_credit(reading: Reading) -> Iterator[Told]:
    """ "(Source : Le Phare du 12 mai 2011)" below the story: the day on which the paper had it."""
    rights = (n for n, line in enumerate(reading.lines) if "©" in line and _ends_report(reading, n))
    credited = ((n, _IN_CREDIT.fullmatch(reading.lines[n])) for n in reversed(reading.open[-_TOP:]))
    stamped = ((n, _IN_RIGHTS.fullmatch(reading.lines[n])) for n in rights)
    for number, match in chain(credited, stamped):
        mention = date_alone(reading, match["date"]) if match else None
        if mention is not None:
            yield mention, reading.lines[number], quoted(reading.lines[number]), None


def _ends_report(reading: Reading, number: int) -> bool:
    """Whether a line is an agency's right below the report's last words, or below the desk's initials."""
    match, above = _IN_RIGHTS.fullmatch(reading.lines[number]), line_above(reading, number)
    if match is None or above is None or not reading.context.agencies.named(match["holder"]):
        return False
    last = reading.lines[above]
    is_below = above >= (reading.story_start() or 0)
    is_end = not any(map(is_story, reading.lines[number:]))
    return is_below and is_end and ends_a_report(last)


def ends_a_report(line: str) -> bool:
    """Whether a line can be a report's last: it ends a sentence, or is the desk's initials."""
    return line.endswith((".", "!", "?", "»", '"')) or _DESK.fullmatch(line) is not None

"""Source: what stands behind the last sentence of a story, or closes it: "… – dpa", ".(AFP)", "Source: …"."""

from __future__ import annotations

import re

from generator.inference.credit_lines import behind_label
from generator.inference.credits import PAPER, is_known_outlet, is_outlet, is_paper_alone
from generator.inference.date_lines import line_below
from generator.inference.datelines import dateline_of
from generator.inference.institutions import is_known_organisation, organisation_of
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, is_caption, is_story, quoted
from generator.model import Finding

OF_A_PHOTO = re.compile(
    r"photo|foto\b|фото|image|imagery|picture|getty|video|صورة|تصوير|الصورة", re.IGNORECASE
)
_CLOSING = re.compile(
    r"(?:[.!?؟”\"»]\s*[-–—]{1,2}\s*|[.!?؟”\"»]\s*[(\[]|[.!?”\"»]\s+(?=avec\s))(?:avec\s+)?(?P<name>[^.()\[\]]{2,40}?)[)\]]?\.?$"
)
_SOURCE_BEHIND = re.compile(
    r"[.!?؟”\"»]\s+[(\[]?(?P<label>source|المصدر)(?:\s*:\s*|\s+[-–]\s+)(?P<name>[^.:()\[\]]{2,40})[)\]]?\.?$",
    re.IGNORECASE,
)
_DASHED_BRACKET = re.compile(r"[.!?؟”\"»]\s*[-–—]{1,2}\s*[(\[](?P<name>[^()\[\]]{2,40})[)\]]\.?$")
_GLUED_CLOSING = re.compile(r"[^\W\d_]{2}\.(?P<name>[^\W\d_]{2,8})\.?$")
"""As in "… to seize Tellin.AFP."."""

_BARE_CLOSING = re.compile(r"[.!?؟”\"»]\s+(?P<name>[A-Z]{2,8}|[^\W\d_]{3,10})$")
_FILED_BEHIND = re.compile(
    r"\w\W?\s[-–—]\s?[A-Z]{3,}(?:[ -][A-Z]{2,}){0,2}\s\((?P<name>[^()\d]{2,20})\)\s*$"
)
"""A dateline where a story ends: "… would stay shut - TELLIN (AFP)"."""

_ENDS = (_FILED_BEHIND, _CLOSING, _DASHED_BRACKET, _SOURCE_BEHIND, _GLUED_CLOSING, _BARE_CLOSING)
_BRACKETED = re.compile(r"[.!?؟”\"»…]\s*[(\[]\s*(?P<name>[^()\[\]]{2,30}?)\s*[)\]]\s*\.?$")
_NAMED_AHEAD = re.compile(r"[^.!?؟…][”\"»]$")
"""Quotation marks around a name, behind which its letters stand: no sentence ends within them."""

_READ_ON = re.compile(
    r"(?:lire (?:la suite|l['’]article (?:complet|entier|original)) (?:sur|dans)"
    r"|read (?:on|the rest|the full (?:story|article)) (?:on|at|in)|continue reading (?:on|at)"
    r"|اقرأ (?:الخبر|المقال) كاملا (?:على|في))\s(?P<name>\S.{1,40}?)\W*",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(r",?\s\d{1,2}/\d{1,2}/\d{2,4}$")
_BODY = re.compile(
    r"\b(?:organi[sz]ation|institute|council|agency|cent(?:er|re)|foundation|committee)\b|منظمة|معهد|مركز|مؤسسة|هيئة",
    re.IGNORECASE,
)
"""Who has figures that a story tells, more often than stories."""

_ADDRESS_ALONE = re.compile(r"@(?P<name>[a-z][a-z0-9-]{3,30}\.(?:com|net|org|info|fr|news))")
_COUNTS = re.compile(r"statisti|census|survey|\bpolls?\b|إحصاء", re.IGNORECASE)
"""Whose figures a story tells."""

_FIGURES = re.compile(
    r"\d\s?%|\b(?:per ?cent|pour ?cent|percentage|[bm]illions?|milliards?)\b|بالمئة|بالمائة|مليون|مليار"
)
"""What a paragraph tells that names somebody's figures."""

_OF_ANYBODY = re.compile(
    r"@(?:g(?:oogle)?mail|yahoo|hotmail|outlook|live|proton\w*|icloud|gmx|yandex|aol|msn|mail)\."
)
_REACH_US = re.compile(
    r"(?:follow|contact|write to|find|reach|suivez|contactez|écrivez|retrouvez)\b|تابع|تواصل|راسل",
    re.IGNORECASE,
)
_LINKS = frozenset(("MAP", "APP"))
"""What pages have in brackets for a map or a program, too."""

_BY_A_PROGRAM = "مفرغ آلي"
_LONGEST_CLOSING = 100
_SIGN = 4  # among so many last letters stands the bracket
_SHORTEST_PARAGRAPH, _SHORTEST_END = 60, 36
_LAST, _MOST_SHORT = 4, 2
_MOST_WORDS = 7


def closing_words(reading: Reading) -> Finding | None:
    """An agency behind the story's last sentence: "… – dpa"."""
    if not reading.open:
        return None
    told = [n for n in reading.open if len(reading.lines[n]) >= _SHORTEST_PARAGRAPH]
    behind = (n for n in told[-_LAST:-1] if "ource" in reading.lines[n][-_SHORTEST_PARAGRAPH:])
    labelled = [n for n in behind if _FIGURES.search(reading.lines[n]) is None]
    for number in dict.fromkeys((reading.open[-1], *told[-1:], *labelled)):
        end = reading.lines[number][-_LONGEST_CLOSING:]
        is_last = number not in labelled
        for match in filter(None, (pattern.search(end) for pattern in _ENDS)):
            if OF_A_PHOTO.search(match["name"]) or not (is_last or match.re is _SOURCE_BEHIND):
                continue
            if name := _named_by(reading, match, is_last=is_last):
                return Finding(name, f"closing words {quoted(match[0])}")
    return _in_brackets(reading)


def _named_by(reading: Reading, match: re.Match[str], *, is_last: bool) -> str:
    """Whom such words name at the end of a story: an agency, a paper, or whoever stands behind "Source".

    Behind a paragraph that is not the last it is whose figures these are, unless it is a known outlet's.
    """
    name = reading.context.agencies.any_part(match["name"])
    ahead = match.string[: match.start() + 1]
    if not name and match.re is _CLOSING and _NAMED_AHEAD.search(ahead) is None:
        name = _lettered(reading, match["name"], in_brackets=match[0][-1:] in ")]")
    is_quoted = match.re is _DASHED_BRACKET  # "… they will pay.” — (The Lantern)"
    if not name and not is_quoted and PAPER.fullmatch(match["name"].strip()):
        name = match["name"].strip()
    if name or match.re is not _SOURCE_BEHIND or len(match["name"].split()) > _MOST_WORDS:
        return name
    said = _DAY_BEHIND.sub("", match["name"])
    is_paper = is_last and is_outlet(said) and _COUNTS.search(said) is None
    is_paper = (is_paper and _BODY.search(said) is None) or is_known_outlet(said)
    is_paper = is_paper or _is_spelt(reading, said)
    return behind_label(reading, f"{match['label']}: {said}") if is_paper else ""


def _is_spelt(reading: Reading, letters: str) -> bool:
    """Whether letters are a known organisation's, and the story has its name with them."""
    name = organisation_of(letters)
    return bool(name) and any(f"({letters})" in reading.lines[n] for n in reading.open)


def _lettered(reading: Reading, text: str, *, in_brackets: bool) -> str:
    """The agency of letters in capitals; of a word or a first name, "(Saba)" and "(فارس)", none."""
    is_word = not text.isupper() or (in_brackets and text in _LINKS)
    return "" if is_word else reading.context.agencies.lettered(text)


def _signed(reading: Reading, match: re.Match[str]) -> str:
    """The agency in brackets behind a sentence; letters that are words count beside a city only.

    Behind quotation marks a paper has printed what is quoted, and letters stand for it: "the “Guard” (TNN)".
    """
    text, agencies = match["name"], reading.context.agencies
    if agencies.lettered(text):
        is_short_for = _NAMED_AHEAD.search(match.string, 0, match.start() + 1) is not None
        return "" if is_short_for else _lettered(reading, text.strip(), in_brackets=True)
    is_paper = " " in text.strip() and is_paper_alone(text) and not is_known_organisation(text)
    is_paper = is_paper and match[0][0] not in '”"»'
    return agencies.signed(text) or (text.strip() if is_paper else "")


def _in_brackets(reading: Reading) -> Finding | None:
    """An agency in brackets where a story ends, though readers, tags or a headline follow: ".(QNN)".

    A page of many short reports has one behind each of them; that is no report's end.
    """
    start = reading.story_start()
    ends: list[tuple[str, str]] = []
    told = left = 0  # letters up to an agency in brackets, and behind it
    between = 0  # short lines, less the paragraphs: where they are many, the story has ended
    for number in reading.open:
        line = reading.lines[number]
        is_told = start is not None and number >= start
        if is_told:
            between += 1 if len(line) < _SHORTEST_END else -1
        if between > _MOST_SHORT:
            break
        left += len(line) if is_told else 0
        if not is_told or len(line) < _SHORTEST_END:
            continue
        if not (")" in line[-_SIGN:] or "]" in line[-_SIGN:]):
            continue
        match = _BRACKETED.search(line[-_LONGEST_CLOSING:].rstrip())
        name = _signed(reading, match) if match else ""
        if match is None or not name or _is_of_a_picture(line):
            continue
        if number != start or not _stands_above_dateline(reading, number):
            ends.append((name, match[0]))
            told, left = left, 0
    if len(ends) != 1 or left > told:
        return None  # one of many, or what a single paragraph in the middle rests on
    name, words = ends[0]
    return Finding(name, f"closing words {quoted(words)}")


def _stands_above_dateline(reading: Reading, number: int) -> bool:
    """Whether the line below files the story, "TARN/TELLIN: …", so that this one says what a picture shows."""
    below = line_below(reading, number)
    return below is not None and dateline_of(reading.lines[below]) is not None


def _is_of_a_picture(line: str) -> bool:
    return is_caption(line) or OF_A_PHOTO.search(line[-_LONGEST_CLOSING:]) is not None


def site_alone(reading: Reading) -> Finding | None:
    """The site that signs the end with its address: "@harbour.com"."""
    above, last = ["", "", *filter(None, reading.lines)][-2:]
    match = _ADDRESS_ALONE.fullmatch(last)
    if match is not None and (
        _OF_ANYBODY.match(last) or " " not in above or _REACH_US.match(above)
    ):
        return None  # a parted address, or where to write
    return Finding(match["name"], f"signs the end: {quoted(last)}") if match else None


def signed_off(reading: Reading) -> Finding | None:
    """The known broadcaster behind its reporter's name, before a city, at a transcript's end.

    As in "سامي هلال الجزيرة تلين".

    A program wrote down what was said, without points, and the page tells that it did.
    """
    if not any(_BY_A_PROGRAM in line for line in reading.lines):
        return None
    last = next(
        (reading.lines[n] for n in reversed(reading.open) if is_story(reading.lines[n])), ""
    )
    words = last.split()
    for place in (-2, -3):
        if len(words) < _MOST_WORDS or not is_known_outlet(words[place]):
            continue
        if has_given_name(" ".join(words[place - 2 : place])):
            return Finding(words[place], f"signs off: {quoted(' '.join(words[place - 2 :]))}")
    return None


def read_on(reading: Reading) -> Finding | None:
    """The known outlet to which a text that breaks off sends its readers: "Lire la suite sur RFI"."""
    last = [line for line in reading.lines[-2 * _LAST :] if line][-_LAST:]
    for line in last:
        match = _READ_ON.fullmatch(line)
        if match is None:
            continue
        agency = reading.context.agencies.named(match["name"])
        if agency or is_known_outlet(match["name"]):
            return Finding(agency or match["name"], f"goes on elsewhere: {quoted(line)}")
    return None

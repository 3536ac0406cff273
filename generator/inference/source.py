"""Source: the agency or outlet that wrote the report; never one that the story merely quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.agencies import copyright_holder, has_range_of_years
from generator.inference.closing_credits import OF_A_PHOTO
from generator.inference.credit_lines import before_day, credited, puts_it_out
from generator.inference.credits import (
    ARABIC_BODY,
    PAPER,
    is_known_outlet,
    is_outlet_in_brackets,
    is_paper_alone,
    names_outlet_and_day,
)
from generator.inference.date_lines import (
    LABEL,
    is_date_line,
    line_above,
    line_below,
    parts_of,
    stands_beside_date,
)
from generator.inference.datelines import MAAN, Dateline, dateline_of
from generator.inference.institutions import is_known_organisation
from generator.inference.line_shapes import SHOWN_IN_ARABIC
from generator.inference.names import is_person
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.signatures import is_signature
from generator.inference.statements import REPORTED, said_today
from generator.inference.told_cities import is_placed
from generator.model import Finding
from generator.orthography import is_arabic

_BEHIND = re.compile(r"\s*[-–—|]\s*(?P<name>[^-–—|]{2,30})$")
_BEHIND_POINT = re.compile(r"\w[.!?»”]\s+(?P<name>[A-Z][^\W\d]+)$")
_SIGN_ALONE = re.compile(r"©\s?[^\d©]{2,40}")
_SHOWN_BY = re.compile(  # "ناخبون أمام مركز اقتراع في تل سروان (رويترز)": what a picture shows, and whose it is
    r"(?!.*(?:مراسل|بقلم|كتب|إعداد))[^\W\d_]+(?:\s[^\W_]+){3,14}\s\((?P<agency>[^()\d]{2,20})\)"
)
_OF_A_LIST = re.compile(r"[•*·▪►»>]\s*")
_QUOTES = re.compile(r"[«»“”\"]")
_BAR = re.compile(r"\s+[|•–—-]\s+")
_ANY_AGENCY = re.compile(r"[A-Z]{2,8}|وكالة\s.{3,50}")
_NAME_AHEAD = re.compile(r"(?:[^()\d.]{2,40}\s)?\((?P<name>[^()\d]{2,30})\)\s?[-–—]{1,2}\s?(?=\S)")
_SITE_AHEAD = re.compile(r"\([^()\d]{2,40}\)\s*[-–—]{1,2}\s+")
"""Who passes a report on, before its dateline: "(TellinPRwire) – Tellin (AP) - …"."""

_LETTERS_BEHIND = re.compile(r"\s*\([^()]{2,8}\)$")
_SUMMARY_OF = re.compile(  # as briefing notes begin
    r"This is a summary of what was said by (?:the )?"
    r"(?P<name>[A-Z][\w’']+(?:\s[A-Z][\w’']+){0,3}?)\s(?:chief )?spokes"
)
_HELPED = re.compile(
    r"\W*(?:contribut(?:ing|ors?|ions?)\b|with (?:files|reporting|additional reporting) (?:from|by)\b)",
    re.IGNORECASE,
)
_OF_PALESTINE = re.compile(r"رام الله|بيت لحم|بيت لاهيا|بيت حانون|خان يونس|دير البلح|تل أبيب")
_HELPED_TO = re.compile(r"\scontributed\s(?:to\s|reporting)")
_ADDED = re.compile(r"تحديث|تحديثات|ملاحظة|تصحيح|updated?\b|correction\b|note\b", re.IGNORECASE)
_KNOWN_SAID_TODAY = re.compile(
    r"(?:\([^()]{2,40}\)|[^\W\d]+(?:\s[^\W\d]+){0,2})\s?[،,]?\s*[–—-]\s*"
    r"قالت?\s(?P<name>(?:[^\W\d]+\s){1,5}?)(?:في \S+ \S+ )?اليوم\b"
)
_SAID_TODAY = re.compile(
    r"\([^()]{2,40}\)\s*[–—-]\s*قالت?\s+[\"“«](?P<name>[^\"“”«»]{4,50})[\"”»]\s+(?:في \S+ \S+ )?اليوم\b"
)
_LONGEST, _LONGEST_NOTICE, _NOTICES = 90, 200, 16
_NOTICE = re.compile(
    r"The post\s|This (?:article|story|report|piece|content|post|essay|interview)\s", re.IGNORECASE
)
_FROM = ("from", "par", "de", "من")
_PAPERS_LETTERS = re.compile(r"(?:Le|La|The)\s|L['’]|[A-Z]{2,6}\b")
_BY_SOMEBODY = re.compile(r"(?:By|BY|Par|PAR|بقلم)\s")
_INITIALS = re.compile(r"\(?[a-z]{2,6}(?:/[a-z]{2,6}){1,3}\)?", re.IGNORECASE)
_MOST_CREDIT_WORDS = 12
_LABEL_IN_BRACKETS = re.compile(r"[(\[]\s*(?:source|المصدر)\s*:", re.IGNORECASE)
_LABEL_ALONE = re.compile(r"(?:sources?|المصدر)\s*:?", re.IGNORECASE)
_LONGEST_CREDITED = 70
_TOP, _FIRST = 12, 3


_ROLE_BEHIND = re.compile(
    r"^(?!The \S+ \S+$)(.*?\w)(?:\s(?:Staff|Senior|Chief|Special|Contributing|Sports|Business|Science)){0,2}"
    r"\s(?:Writer|Reporter|Correspondent|Contributor|Columnist)s?$"
)
"""What somebody is to the paper whose name stands before it: "Tellin Post Staff Writer"."""

_BEFORE_TITLE = re.compile(r"(?:^|\s)\[(?P<name>[^\[\]]{2,30})\]\s(?=\S+\s\S+\s\S)")


def copyright_line(reading: Reading) -> Finding | None:
    """An agency in the rights line: "© 2016 dpa GmbH"."""
    rights = reading.found.get("rights")
    if rights is None or has_range_of_years(str(rights.value)):
        return None
    holder = copyright_holder(str(rights.value))
    name = reading.context.agencies.named(holder) or reading.context.agencies.any_part(holder)
    if not name and _passes_on(reading, holder, str(rights.value)):
        name = holder
    if not name:
        return None
    return Finding(name, f"rights line {quoted(str(rights.value))}", _credit_lines(reading, name))


def _passes_on(reading: Reading, holder: str, line: str) -> bool:
    """Whether the text is that of a known organisation whose rights stand below it, on another's site.

    Nobody else is told to have written it, it names the organisation, and below that line nothing stands.
    """
    if not is_known_organisation(holder) or "publisher" not in reading.found:
        return False
    if reading.is_publisher(holder) or "authors" in reading.found:
        return False
    last = [other for other in reading.lines if other][-1:]
    return last == [line] and holder in reading.story()


def dateline(reading: Reading) -> Finding | None:
    """An agency in the brackets of a dateline: "CITY (Reuters) –"."""
    start = reading.story_start()
    for number in (*reading.open[:6], *(() if start is None else (start,))):
        text = reading.lines[number]
        is_credit = not is_story(text) and OF_A_PHOTO.search(text)
        ahead = _SITE_AHEAD.match(text)
        for filed in () if is_credit else (text, text[ahead.end() :] if ahead else ""):
            line = dateline_of(filed)
            if line is not None and not _can_sign(reading, line):
                continue
            if line is not None and (name := reading.context.agencies.signed(line.agency)):
                return Finding(name, f"dateline {quoted(line.text)}", _credit_lines(reading, name))
    return None


def only_dateline_of_page(reading: Reading) -> Finding | None:
    """The one agency that a page's paragraphs have in a dateline with its city, whatever stands above them.

    The line of rights at a page's foot is the site's, be it an agency's own.
    """
    if reading.draft.media_type != "text/html":
        return None
    begun = [line for n in reading.open if (line := dateline_of(reading.lines[n])) and line.city]
    named = [
        (line, name) for line in begun if (name := reading.context.agencies.signed(line.agency))
    ]
    if len(named) != 1:
        return None
    line, name = named[0]
    return Finding(name, f"dateline {quoted(line.text)}", _credit_lines(reading, name))


def _can_sign(reading: Reading, line: Dateline) -> bool:
    """Whether an agency without a city is the only one that begins a paragraph so; "معا" stands by a city."""
    if line.agency == MAAN:
        is_city = " " not in line.city or _OF_PALESTINE.fullmatch(line.city) is not None
        return f"({MAAN})" not in line.text and (is_city or is_placed(reading, line.city, -1))
    if line.city or line.date:
        return True
    begun = (dateline_of(reading.lines[n]) for n in reading.open)
    others = {other.agency for other in begun if other and not (other.city or other.date)}
    return not any(map(reading.context.agencies.signed, others - {line.agency}))


def letters_in_dateline(reading: Reading) -> Finding | None:
    """Letters, or "وكالة …", that a dateline has where an agency's stand, though we know none so called.

    So is the site's own name there: "(Tellin Wire) - …" where an agency puts out its own reports.
    """
    start = reading.story_start()
    for number in (*reading.open[:6], *(() if start is None else (start,))):
        alone = _NAME_AHEAD.match(reading.lines[number])
        if alone is not None and reading.is_publisher(alone["name"]):
            return Finding(alone["name"], f"dateline {quoted(alone[0])}")
        line = dateline_of(reading.lines[number])
        if line is None or not line.city:
            continue
        if (outlet := _DAY_BEHIND.sub("", line.agency)) and is_outlet_in_brackets(
            line.text, outlet
        ):
            return Finding(outlet, f"dateline {quoted(line.text)}")
        is_word = line.date and is_arabic(line.agency) and " " not in line.agency
        is_site = reading.is_publisher(line.agency)
        if is_word or is_site or _ANY_AGENCY.fullmatch(line.agency):
            return Finding(_LETTERS_BEHIND.sub("", line.agency), f"dateline {quoted(line.text)}")
    return None


def speaks_for_itself(reading: Reading) -> Finding | None:
    """ "(CITY) – …, the Observatory said today": whoever says so today wrote it, too."""
    lines = (reading.lines[number] for number in reading.open[:_TOP])
    if (summary := next(filter(None, map(_SUMMARY_OF.match, lines)), None)) is not None:
        return Finding(summary["name"], f"speaks for itself: {quoted(summary[0])}")
    story = reading.first_story_line()
    match = next(filter(None, map(_SAID_TODAY.match, _filed_lines(reading))), None)
    if match is None and (match := _KNOWN_SAID_TODAY.match(story)) is not None:
        name = match["name"].strip()
        match = match if is_known_outlet(name) or ARABIC_BODY.match(name) else None
    if match is None or REPORTED.search(reading.story()):
        return said_today(reading)
    return Finding(match["name"].strip(), f"speaks for itself: {quoted(match[0])}")


def _filed_lines(reading: Reading) -> Iterator[str]:
    """The first paragraphs that begin with a city in brackets: what was added later may stand above them."""
    start = reading.story_start()
    first = tuple(n for n in reading.open if start is not None and n >= start)[:_FIRST]
    if first and not _ADDED.match(reading.lines[first[0]]):
        first = first[:1]
    return (reading.lines[n] for n in first if reading.lines[n].startswith("("))


def credit_line(reading: Reading) -> Finding | None:
    """A line of its own that credits: "Source: Reuters", "By AFP", "dpa hm/rk", "AFP"."""
    for number, consumed in _edges(reading):
        line = reading.lines[number]
        texts = (
            (line, *_BAR.split(line), *parts_of(line))
            if is_date_line(reading, number) or "●" in line
            else (line,)
        )
        name = next((name for text in texts if (name := credited(reading, text))), "")
        if name := name or _beside_day(reading, number) or _signing_outlet(reading, number):
            return Finding(_ROLE_BEHIND.sub(r"\1", name), quoted(line), consumed)
    return None


def _beside_day(reading: Reading, number: int) -> str:
    """The paper behind the day, "Publié le 17 mai 2011 | Le Phare"; the site before it."""
    if not is_date_line(reading, number):
        return ""
    parts = parts_of(reading.lines[number]) or ("",)
    first = parts[0].partition(",")[0]
    is_paper = reading.is_publisher(first) or (" " in first and is_paper_alone(first))
    if first != parts[0] and is_paper:
        return first
    papers = (part for part in parts[1:] if LABEL.match(parts[0]) and is_known_outlet(part))
    return next((paper for paper in papers if not puts_it_out(reading, paper)), "")


def credit_taken(reading: Reading) -> Finding | None:
    """An agency's credit in a line that went with the title or the furniture: "CITY - AFP", "afp/gma"."""
    title, junk = reading.found.get("title"), reading.found.get("boilerplate")
    beside = sorted(title.consumed) if title else ()
    last = [n for n in sorted(junk.consumed) if n > len(reading.lines) // 2] if junk else ()
    for number in (*beside, *last):
        line = reading.lines[number]
        is_short = len(line.split()) <= _MOST_CREDIT_WORDS and (
            title is None or line != title.value
        )
        if (
            not is_short
            or OF_A_PHOTO.search(line)
            or (number in last and not _INITIALS.fullmatch(line))
        ):
            continue
        name = reading.context.agencies.any_part(credited(reading, line))
        if name and not reading.context.agencies.named(line) and not puts_it_out(reading, name):
            return Finding(name, quoted(line))
    return None


def below_label(reading: Reading) -> Finding | None:
    """The line below "Source" alone, as sites that keep others' reports list what they are."""
    for number in reading.open:
        if _LABEL_ALONE.fullmatch(reading.lines[number]) is None:
            continue
        below = line_below(reading, number)
        if below is not None and reading.lines[below].lower() in _FROM:
            below = line_below(reading, below)
        name = reading.lines[below] if below is not None else ""
        is_name = name[:1].isupper() or is_arabic(name)
        if below is not None and is_name and len(name) <= _LONGEST_CREDITED:
            name = before_day(reading, name) or name
            said = reading.context.agencies.named(name) or name
            return Finding(
                said, f"below {quoted(reading.lines[number])}", frozenset({number, below})
            )
    return None


def _signing_outlet(reading: Reading, number: int) -> str:
    """An outlet alone in a line below the story or above it, if it is not the site that has it now."""
    line = _QUOTES.sub("", reading.lines[number].strip(" .()[]-–—"))
    if _OF_A_LIST.match(line):
        return ""
    is_near = number in reading.tail or line_below(reading, number) == reading.story_start()
    is_said = " " in line or (
        is_arabic(line) and line_below(reading, number) == reading.story_start()
    )
    is_placed = number in reading.tail or (number in reading.head and is_said)  # no "Mail"
    is_known = is_placed and (is_known_outlet(line) or _is_paper_beside(reading, line, number))
    if not is_known and not (is_near and is_signature(line)):
        return ""
    return "" if puts_it_out(reading, line) else line


def _is_paper_beside(reading: Reading, line: str, number: int) -> bool:
    """Whether a name such as "The Lantern" stands with the author's line or the day."""
    authors = reading.found.get("authors")
    above = line_above(reading, number)
    is_near = stands_beside_date(reading, number) or bool(authors and above in authors.consumed)
    return is_near and PAPER.fullmatch(line) is not None


def before_the_title(reading: Reading) -> Finding | None:
    """ "[dpa] Wells run dry", as people pass on what came over the wire."""
    for line in reading.lines[:_TOP]:
        match = _BEFORE_TITLE.search(line) if "[" in line else None
        name = reading.context.agencies.named(match["name"]) if match else ""
        if name:
            return Finding(name, f"before the title in {quoted(line)}")
    return None


def behind_the_title(reading: Reading) -> Finding | None:
    """An agency behind the headline where it stands once more: "Wells run dry – Reuters", or with a point."""
    title = reading.found.get("title")
    if title is None or not isinstance(title.value, str):
        return None
    end = _BEHIND_POINT.search(title.value)
    name = end["name"] if end is not None else ""
    if agency := reading.context.agencies.named(name):
        return Finding(agency, quoted(title.value))
    if name.isupper() and is_known_outlet(name) and not reading.is_publisher(name):
        return Finding(name, quoted(title.value))
    for line in reading.lines[:_TOP]:
        match = _BEHIND.match(line, len(title.value)) if line.startswith(title.value) else None
        if match is not None and (name := reading.context.agencies.named(match["name"])):
            return Finding(name, quoted(line))
    return None


_DAY_BEHIND = re.compile(r"\s*/\s*[^/]*\d[^/]*$")


def _credit_lines(reading: Reading, name: str) -> frozenset[int]:
    """Lines of their own that credit the same agency once more, such as "dpa hm/rk" at the end."""
    again = (
        consumed for n, consumed in _edges(reading) if credited(reading, reading.lines[n]) == name
    )
    return frozenset().union(*again)


def _edges(reading: Reading) -> Iterator[tuple[int, frozenset[int]]]:
    """Lines where a credit can stand, each with what it takes out of the body if it is one."""
    bylines = reading.found["authors"].consumed if "authors" in reading.found else frozenset()
    standing = (n for n in reading.below_standfirst if _BY_SOMEBODY.match(reading.lines[n]))
    notices = (n for n in reading.open[-_NOTICES:] if _NOTICE.match(reading.lines[n]))
    labelled = (
        n
        for n in reading.open[:_TOP]
        if _LABEL_IN_BRACKETS.match(reading.lines[n]) and stands_beside_date(reading, n)
    )
    passed_on = (n for n in reading.open[:_TOP] if names_outlet_and_day(reading.lines[n]))
    edges = (
        *reading.head,
        *bylines,
        *reading.tail,
        *reading.open[-3:],
        *reading.open[:3],
        *standing,
        *notices,
        *labelled,
        *passed_on,
    )
    is_all_there_is = len(reading.open) == 1
    for number in dict.fromkeys(edges):
        line = reading.lines[number]
        is_credit = not (is_story(line) or _HELPED.match(line) or _is_photo_credit(reading, number))
        longest = _LONGEST_NOTICE if _NOTICE.match(line) else _LONGEST
        if len(line) <= longest and is_credit:
            is_of_the_body = is_all_there_is or _HELPED_TO.search(line) is not None
            kept = number in bylines or is_of_the_body or is_date_line(reading, number)
            yield number, frozenset() if kept else frozenset({number})


def _is_photo_credit(reading: Reading, number: int) -> bool:
    """ "Photo: AFP", and a bare "Name/AFP", unless it stands with a date as bylines do."""
    line = reading.lines[number]
    if OF_A_PHOTO.search(line) or SHOWN_IN_ARABIC.fullmatch(line):
        return True
    start = reading.story_start()
    if start is not None and number < start and _SIGN_ALONE.fullmatch(line):
        return True  # "© Reuters" below a picture
    shown = _SHOWN_BY.fullmatch(line)
    if shown is not None and reading.context.agencies.named(shown["agency"]):
        return True
    if line.startswith(("By ", "BY ", "Par ")):
        return False
    name, slash, _ = line.partition("/")
    if is_arabic(name) and line_below(reading, number) == reading.story_start():
        return False  # "تل الرمان/ الأناضول"
    if not slash or not is_person(reading, name.strip(" ()"), strictly=True):
        return False
    if stands_beside_date(reading, number):
        return False
    return _PAPERS_LETTERS.match(name) is None or not is_date_line(reading, number)

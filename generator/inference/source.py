"""Source: the agency or outlet that wrote the report; never one that the story merely quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.agencies import copyright_holder, has_range_of_years
from generator.inference.credits import OUTLET_CITY_NAMES, is_known_outlet, is_outlet
from generator.inference.date_lines import (
    full_dates,
    is_date_line,
    line_below,
    parts_of,
    stands_beside_date,
)
from generator.inference.datelines import dateline_of
from generator.inference.names import has_given_name, is_person
from generator.inference.reading import Reading, is_story, quoted, same
from generator.inference.sections import is_section
from generator.inference.sites import FILED_ALONE, outlet_ahead
from generator.model import Finding
from generator.orthography import is_arabic

_CREDIT = re.compile(
    r"(?:(?:source|sources|article|via|agency|quelle|المصدر|مصدر|نقلا عن|نقلاً عن)\s*[:：]\s*"
    r"|information fournie par\s+|(?:provided|supplied|distributed) by\s+)(?P<name>\S.{0,80})",
    re.IGNORECASE,
)
_PUBLISHED_IN = re.compile(  # as the archives of Arab newspapers name the paper
    r"(?:نشر|publié|published) (?:في|dans|in) (?P<name>.{2,40}?)(?: (?:يوم|le|on)|,)\s+(?=.*\d{4}).*",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|par|avec|بقلم|من)\s*:?\s+(?P<name>\S.*)", re.IGNORECASE)
_PHOTO = re.compile(
    r"photo|foto\b|фото|image|imagery|picture|getty|video|صورة|تصوير|الصورة", re.IGNORECASE
)
_CLOSING = re.compile(
    r"(?:[.!?؟”\"»]\s*[-–—]{1,2}\s*|[.!?؟”\"»]\s*[(\[]|[.!?”\"»]\s+(?=avec\s))(?:avec\s+)?(?P<name>[^.()\[\]]{2,40}?)[)\]]?\.?$"
)
_SOURCE_BEHIND = re.compile(
    r"[.!?؟”\"»]\s+[(\[]?(?:source|المصدر)\s*:\s*(?P<name>[^.:()\[\]]{2,40})[)\]]?\.?$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[/|(]\s*|\s+(?:[-–—.]|ـ{1,3})\s+|[,،]\s+")
_AND = re.compile(r"\s+(?:and|et)\s+", re.IGNORECASE)
_BEHIND = re.compile(r"\s*[-–—|]\s*(?P<name>[^-–—|]{2,30})$")
_BAR = re.compile(r"\s+[|•–—-]\s+")
_JOINED = re.compile(r"\s*[+/&،,]\s*")
_FEW_WORDS = re.compile(
    r"[^\W\d_]{2,}(?:[ -][^\W\d_]{2,}){0,2}|[A-ZÀ-Þ]\w+(?:\s(?:of|for|the|and|de|[A-ZÀ-Þ][\w'’]+)){1,6}"
)
_ANY_PRESS = re.compile(
    r"(?:(?:social|local|state|official|various|the|several)\s+)*(?:media|press|news|agenc(?:y|ies)|websites?)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:twitter|facebook|x|youtube|telegram|instagram|whatsapp|social media|internet|web|agenc(?:y|ies)"
    r"|agences?|various|own|staff|author|archive|official|local|several|eyewitness\w*|sources?|google"
    r"|wikipedia|unknown|here)\b|تويتر|فيسبوك|يوتيوب|تلغرام|تلجرام|إنستغرام|مواقع|التواصل|وكالات|الوكالات"
    r"|متابعات|مصادر|خاص|إنترنت|انترنت|صحف|وسائل|محلي",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\((?P<name>[^()]{2,40})\)\W*$")
_AND_AGENCIES = re.compile(
    r"\s*(?:,|\+|&|and|et|و)\s*(?:the\s+)?(?:news\s+)?(?:agenc(?:y|ies)|agences|ال?وكالات)\W*$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:[A-ZÀ-Þ]\w+\s){1,2}(?:News|Media|Times|Post|Online|Agency|Press|Herald|Tribune|Observer|Gazette)"
    r"|(?:[A-ZÀ-Þ]{2,}\s){1,2}(?:NEWS|MEDIA|ONLINE|AGENCY|PRESS)|[^\W\d_]+\s(?:نيوز|برس|أونلاين|ميديا)"
    r"|(?:شبكة|وكالة|موقع|مرصد|صحيفة|جريدة)(?:\s[^\W\d_]+){1,2}"
)
_NO_SIGNATURE = re.compile(
    r"\b(?:more|related|other|all|top|our|your|good|bad|fake|free|social|latest|older|newer|go)\b",
    re.I,
)
_LETTERS = re.compile(r"[A-Z]{2,8}")
_HELPED = re.compile(
    r"\W*(?:contribut(?:ing|ors?|ions?)\b|with (?:files|reporting|additional reporting) (?:from|by)\b)",
    re.IGNORECASE,
)
_SENTENCE_BEFORE = re.compile(r"[.!?؟]\s+\(")
_LONGEST = 90
_LONGEST_CLOSING = 100
_TOP = 12


def copyright_line(reading: Reading) -> Finding | None:
    """An agency in the rights line: "© 2016 dpa GmbH"."""
    rights = reading.found.get("rights")
    if rights is None or has_range_of_years(str(rights.value)):
        return None
    holder = copyright_holder(str(rights.value))
    name = reading.context.agencies.named(holder) or reading.context.agencies.any_part(holder)
    if not name:
        return None
    return Finding(name, f"rights line {quoted(str(rights.value))}", _credit_lines(reading, name))


def dateline(reading: Reading) -> Finding | None:
    """An agency in the brackets of a dateline: "CITY (Reuters) –"."""
    for number in reading.open[:6]:
        text = reading.lines[number]
        is_credit = not is_story(text) and _PHOTO.search(text)
        line = None if is_credit else dateline_of(text)
        if line is not None and (name := reading.context.agencies.any_part(line.agency)):
            return Finding(name, f"dateline {quoted(line.text)}", _credit_lines(reading, name))
    return None


def letters_in_dateline(reading: Reading) -> Finding | None:
    """Letters that a dateline has where an agency's stand, though we know none of that name."""
    for number in reading.open[:6]:
        line = dateline_of(reading.lines[number])
        if line is not None and line.city and _LETTERS.fullmatch(line.agency):
            return Finding(line.agency, f"dateline {quoted(line.text)}")
    return None


def outlet_before_story(reading: Reading) -> Finding | None:
    """ "Tellin News Agency – …": an outlet in the place of a city, where the story begins."""
    story = reading.first_story_line()
    name, end = outlet_ahead(story)
    return Finding(name, f"before the story: {quoted(story[:end])}") if name else None


def credit_line(reading: Reading) -> Finding | None:
    """A line of its own that credits: "Source: Reuters", "By AFP", "dpa hm/rk", "AFP"."""
    for number, consumed in _edges(reading):
        line = reading.lines[number]
        texts = (
            (line, *_BAR.split(line), *parts_of(line)) if is_date_line(reading, number) else (line,)
        )
        name = next((name for text in texts if (name := _credited(reading, text))), "")
        if name := name or _signing_outlet(reading, number):
            return Finding(name, quoted(line), consumed)
    return None


def _signing_outlet(reading: Reading, number: int) -> str:
    """An outlet alone in a line below the story or above it, if it is not the site that has it now."""
    line = reading.lines[number].strip(" .()[]-–—")
    publisher = reading.found.get("publisher")
    is_near = number in reading.tail or line_below(reading, number) == reading.story_start()
    is_placed = number in reading.tail or (number in reading.head and " " in line)  # no "Mail"
    is_known = is_placed and is_known_outlet(line)
    if not is_known and not (is_near and _is_signature(line)):
        return ""
    return "" if publisher and same(str(publisher.value)) == same(line) else line


def _is_signature(line: str) -> bool:
    """Whether a line of two or three words is a name that a word such as "Media" makes an outlet's."""
    if _SIGNATURE.fullmatch(line) is None or is_section(line):
        return False
    return is_outlet(line) and _NO_SIGNATURE.search(line) is None


def behind_the_title(reading: Reading) -> Finding | None:
    """An agency behind the headline where it stands once more: "Wells run dry – Reuters"."""
    title = reading.found.get("title")
    if title is None or not isinstance(title.value, str):
        return None
    for line in reading.lines[:_TOP]:
        match = _BEHIND.match(line, len(title.value)) if line.startswith(title.value) else None
        if match is not None and (name := reading.context.agencies.named(match["name"])):
            return Finding(name, quoted(line))
    return None


_GLUED_CLOSING = re.compile(r"[^\W\d_]{2}\.(?P<name>[^\W\d_]{2,8})\.?$")
"""As in "… to seize Tellin.AFP."."""


def closing_words(reading: Reading) -> Finding | None:
    """An agency behind the story's last sentence: "… – dpa"."""
    if not reading.open:
        return None
    last = reading.lines[reading.open[-1]]
    patterns = (_CLOSING, _SOURCE_BEHIND, _GLUED_CLOSING)
    end = last[-_LONGEST_CLOSING:]
    match = next((found for pattern in patterns if (found := pattern.search(end))), None)
    if match is None or _PHOTO.search(match["name"]):
        return None
    name = reading.context.agencies.any_part(match["name"])
    return Finding(name, f"closing words {quoted(match[0])}") if name else None


def _credit_lines(reading: Reading, name: str) -> frozenset[int]:
    """Lines of their own that credit the same agency once more, such as "dpa hm/rk" at the end."""
    again = (
        consumed for n, consumed in _edges(reading) if _credited(reading, reading.lines[n]) == name
    )
    return frozenset().union(*again)


def _edges(reading: Reading) -> Iterator[tuple[int, frozenset[int]]]:
    """Lines where a credit can stand, each with what it takes out of the body if it is one."""
    bylines = reading.found["authors"].consumed if "authors" in reading.found else frozenset()
    edges = (*reading.head, *bylines, *reading.tail, *reading.open[-3:], *reading.open[:3])
    is_all_there_is = len(reading.open) == 1
    for number in dict.fromkeys(edges):
        line = reading.lines[number]
        is_credit = not (is_story(line) or _HELPED.match(line) or _is_photo_credit(reading, number))
        if len(line) <= _LONGEST and is_credit:
            kept = number in bylines or is_all_there_is or is_date_line(reading, number)
            yield number, frozenset() if kept else frozenset({number})


def _is_photo_credit(reading: Reading, number: int) -> bool:
    """ "Photo: AFP", and a bare "Name/AFP", unless it stands with a date as bylines do."""
    line = reading.lines[number]
    if _PHOTO.search(line):
        return True
    name, slash, _ = line.partition("/")
    is_named = bool(slash) and is_person(reading, name.strip(" ()"), strictly=True)
    return is_named and not stands_beside_date(reading, number)


def _credited(reading: Reading, line: str) -> str:
    """Who the line credits, if it does nothing else."""
    agencies = reading.context.agencies
    if (match := _CREDIT.fullmatch(line)) is not None:
        said = _without_date(reading, match["name"])
        named = agencies.named(said) or agencies.any_part(said)
        return named or _outlet_in(said) or _beside_title(reading, said) or _labelled(said)
    if (paper := _PUBLISHED_IN.fullmatch(line)) is not None:
        return paper["name"]
    in_city = OUTLET_CITY_NAMES.fullmatch(line)
    if in_city is not None and is_outlet(in_city["credit"]):
        return in_city["credit"]
    if (filed := FILED_ALONE.match(line)) is not None:
        return agencies.named(filed["who"]) or _outlet_in(filed["who"])
    bare = line.strip(" ()[]-–—.:")
    if (match := _BY.fullmatch(bare)) is not None:
        names = _AND.sub(", ", match["name"])
        named = agencies.named(match["name"]) or agencies.any_part(names)
        return named or _known_in_brackets(line)
    if name := agencies.named(bare):
        return name
    if line.endswith(":") and is_known_outlet(bare):
        return bare
    initials = re.fullmatch(r"(?P<agency>.{2,12}?)[\s,]+[a-z]{1,4}(?:[/ ][a-z]{1,4})*", bare)
    if initials:
        return agencies.named(initials["agency"])
    return _last_part(reading, bare)


def _without_date(reading: Reading, text: str) -> str:
    """What a credit names before a date: "Source: Tellin Times July 19, 2020 01:52 UTC"."""
    dated = next((mention.start for mention in full_dates(reading, text)), len(text))
    return text[:dated].rstrip(" ,،|•·–—-(")


def _known_in_brackets(line: str) -> str:
    """A known outlet behind the last name: "By Ines Kalb and Karim Zed (Le Monde)"."""
    match = _IN_BRACKETS.search(line)
    return match["name"] if match is not None and is_known_outlet(match["name"]) else ""


def _last_part(reading: Reading, line: str) -> str:
    """The agency behind a city or a name: "CITY - AFP", "Name (Reuters)", "Outlet/AP"."""
    parts = [part for part in _PARTS.split(line.strip(" ()")) if part]
    if len(parts) < 2 or len(line.split()) > 9 or _SENTENCE_BEFORE.search(line):
        return ""
    return reading.context.agencies.named(parts[-1]) or reading.context.agencies.named(parts[0])


def _beside_title(reading: Reading, text: str) -> str:
    """Who put out what a credit names by its title: "Source: Wells run dry | Tellin 24"."""
    title = reading.found.get("title")
    parts = _BAR.split(text)
    is_told = title is not None and same(parts[0]) == same(str(title.value))
    return parts[-1].strip(" .") if is_told and len(parts) > 1 else ""


def _labelled(text: str) -> str:
    """A name that only its label tells to be a source's: "المصدر: سند"; no network, no "agencies"."""
    name = text.strip(" .")
    is_name = _FEW_WORDS.fullmatch(name) and (name[:1].isupper() or is_arabic(name))
    is_somebody = is_name and _NOBODY.search(name) is None and not has_given_name(name)
    return name if is_somebody else ""


def _outlet_in(text: str) -> str:
    """The outlet that a credit names, or the known one that it names first: "Outlet + agencies"."""
    text = _AND_AGENCIES.sub("", text)
    if _is_name_of_outlet(text) and not _JOINED.search(text):
        return text.strip(" .")
    return next((part for part in _JOINED.split(text) if is_known_outlet(part)), "")


def _is_name_of_outlet(text: str) -> bool:
    is_name = len(text.split()) <= 7 and not re.search(r"[.!?]\s", text)
    return is_name and is_outlet(text) and _ANY_PRESS.fullmatch(text.strip(" .")) is None

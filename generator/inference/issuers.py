"""Source: the organisation that issues a release, as its head and its foot name it.

A release calls itself one, beside the name of its organisation; it ends with that name where it
began with it; or it says whose it is: "بيان صادر عن وزارة العدل". Unlike a site's name around a text, these
are the text's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.inference.above_headlines import STATEMENT_ON, names_an_issuer
from generator.inference.credits import ARABIC_BODY
from generator.inference.date_lines import (
    KIND,
    NUMBERED,
    date_alone,
    line_above,
    line_below,
    parts_of,
)
from generator.inference.institutions import is_institution
from generator.inference.letterheads import letterhead
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, is_story, quoted, same
from generator.inference.sections import is_section
from generator.model import Finding
from generator.orthography import is_arabic

_TOP = 12
_FOOT, _NOTICES = 6, 20
_LEAD, _SHORTEST = 4, 80  # paragraphs that are looked at, and their least letters
_LONGEST = 90
_LONGEST_ARTICLE = len("the ")
_MOST_WORDS = 9
_LETTERS = re.compile(r"\s*[(\[][^()\[\]]{2,12}[)\]]$")
_ISSUED_BY = re.compile(
    r"(?:بيان|بلاغ|تصريح|نداء)(?:\s(?:صحفي|صحافي|إعلامي|مشترك|هام))?\sصادرة?\s(?:عن|من)\s"
    r"(?!(?:ال)?(?:دورة|اجتماع|مؤتمر|لقاء|ندوة|جلسة|جمع)\s)(?P<name>[^:،.()\d]{4,80}?)(?:\s(?:حول|بشأن|بخصوص|بمناسبة|ردا|تعليقا|ب?خصوص)\b.*)?"
)
_STATEMENT_OF = re.compile(
    r"(?:(?:PRESS |PUBLIC |JOINT )?(?:STATEMENT|RELEASE)|COMMUNIQUÉ(?: DE PRESSE)?)\s(?:OF|BY|FROM|DE|DU|DES)\s"
    r"(?:THE\s|LA\s|L['’])?(?P<name>[^:.()\d]{6,90})"
)
_NOTICE = re.compile(
    r"(?P<name>[A-ZÀ-Þ].{3,40}?) website contains only a portion of the news"
    r"|[Ss]tory from (?P<site>[A-ZÀ-Þ].{2,40}?)\s?:?$"
    r"|This (?:paper|report|statement|briefing|bulletin) (?:is|was) (?:issued|published|produced|prepared)"
    r" by (?:the )?(?P<body>[A-ZÀ-Þ][^.,;:]{5,80})(?:[.,;]|$)"
    r"|.*على الصفحة الرسمية ل(?P<wire>وكالة \S+)، هي اختصار"
)
"""What sites print below each of their own stories: Anadolu's, and the BBC's print view."""

_STATEMENT = re.compile(
    r"(?:بيان|بلاغ|تصريح|نداء)(?!\w)|(?:press |public |joint )?statement\b|communiqué",
    re.IGNORECASE,
)
_BODY_IN_ARABIC = re.compile(r"(?:ال)?(?:لجان|وزارة|مجلس|حزب|حركة|تيار|مبادرة|حملة|بعثة)\s")
_FOR_IT = re.compile(
    r"(?:pour|for|on behalf of|عن)\s+(?:(?:la|le|les|the)\s+|l['’])?", re.IGNORECASE
)


def issuer(reading: Reading) -> Finding | None:
    """Who issues a release, by what stands beside its kind, by how it ends, or by what it says."""
    for line in (line for line in reading.lines[:_TOP] if "صادر" in line):
        if (match := _ISSUED_BY.fullmatch(line)) is not None:
            return Finding(match["name"].strip(), f"says whose it is: {quoted(line)}")
    for line in (line for line in reading.lines[-_NOTICES:] if line):
        if (match := _NOTICE.match(line)) is not None:
            name = next(filter(None, match.groups()))
            return Finding(reading.context.agencies.named(name) or name, quoted(line))
    if (named := _above_its_statement(reading)) is not None:
        return named
    for name, line in (
        *_letterhead(reading),
        *_beside_kind(reading),
        *_by_its_kind(reading),
        *_at_both_ends(reading),
        *_signed_by_site(reading),
        *_speaking_at_once(reading),
    ):
        if (printed := _as_told(reading, name)) is not None:
            return Finding(
                printed, f"stands where an issuer does, and the text tells of it: {quoted(line)}"
            )
    return None


def _above_its_statement(reading: Reading) -> Finding | None:
    """The body right above "بيان مشترك حول …", which calls itself "التنسيقية" further down."""
    title = reading.found.get("title")
    if title is None or STATEMENT_ON.match(str(title.value)) is None:
        return None
    for number in range(max(title.consumed, default=0)):
        if not reading.lines[number] or not names_an_issuer(reading, number):
            continue
        kind = reading.lines[number].split()[0].removeprefix("ال")
        if re.search(rf"(?<!\w)[وبفل]?(?:ال|ل){kind}(?!\w)", reading.story()):
            evidence = f"stands above its statement: {quoted(reading.lines[number])}"
            return Finding(reading.lines[number], evidence)
    return None


def _letterhead(reading: Reading) -> Iterator[tuple[str, str]]:
    """The office right below the name of its state, above all else."""
    for number in sorted(reading.once(letterhead))[1:]:
        yield reading.lines[number], reading.lines[number]


def _beside_kind(reading: Reading) -> Iterator[tuple[str, str]]:
    """The names right above and right below "PRESS RELEASE", and their lines."""
    for number, line in enumerate(reading.lines[:_TOP]):
        if len(line) > _LONGEST or KIND.match(line) is None:
            continue
        parts = parts_of(NUMBERED.sub("", line).strip(" :"))
        if not all(map(KIND.fullmatch, parts)):
            continue
        for other in (line_above(reading, number), line_below(reading, number)):
            if other is not None and (name := _name_in(reading, reading.lines[other])):
                yield name, reading.lines[other]


def _by_its_kind(reading: Reading) -> Iterator[tuple[str, str]]:
    """The name in "STATEMENT OF THE COMMITTEE FOR …", in capitals."""
    for line in reading.lines[:_TOP]:
        match = _STATEMENT_OF.fullmatch(line) if line.isupper() else None
        if match is not None and is_institution(match["name"].title()):
            yield match["name"], line


def _at_both_ends(reading: Reading) -> Iterator[tuple[str, str]]:
    """The names of bodies that stand alone above the text, and again alone below it."""
    end = [line for line in reading.lines[-_FOOT:] if line and len(line) <= _LONGEST]
    foot = {same(_bare(_FOR_IT.sub("", line.strip(" ,،")))) for line in end}
    for line in reading.lines[:_TOP] if foot else ():
        if not line or len(line) > _LONGEST:
            continue
        letters = _LETTERS.search(line)
        signs = {same(_bare(line)), same(letters[0]) if letters else ""} - {""}
        if signs & foot and (name := _name_in(reading, line)) and _is_body(name):
            yield name, line


def _signed_by_site(reading: Reading) -> Iterator[tuple[str, str]]:
    """The site whose name stands alone below what is called a statement in its title: "بيان حول …"."""
    publisher, title = reading.found.get("publisher"), reading.found.get("title")
    if publisher is None or title is None or _STATEMENT.match(str(title.value)) is None:
        return
    name = str(publisher.value)
    for line in reading.lines[-_FOOT:]:
        signs = line.startswith(name) and date_alone(reading, line[len(name) :]) is not None
        if signs or (len(line) <= _LONGEST and same(_bare(line)) == same(_bare(name))):
            yield name, line


def _speaking_at_once(reading: Reading) -> Iterator[tuple[str, str]]:
    """The name of a body that stands alone above the text, and begins its first sentence."""
    lead = reading.first_story_line()
    beginning = lead[: _LONGEST + _LONGEST_ARTICLE].lower()
    for line in reading.lines[:_TOP]:
        if not line or len(line) > _LONGEST or _bare(line).lower() not in beginning:
            continue  # nearly all of them
        if not (name := _name_in(reading, line)):
            continue
        began = re.match(rf"(?i:(?:the\s|la\s|le\s|l['’])?{re.escape(name)})\s[a-zà-ÿ]", lead)
        if began is not None and _is_body(name):
            yield name, line


def _name_in(reading: Reading, line: str) -> str:
    """The name that a line can be; an empty text where it is a sentence, a section, a date or a title."""
    title = reading.found.get("title")
    name = _bare(line)
    if (
        is_story(line)
        or len(line) > _LONGEST
        or (title is not None and same(name) == same(str(title.value)))
    ):
        return ""
    if not 1 < len(name.split()) <= _MOST_WORDS or re.search(r"[\d:.!?؟@/]", name):
        return ""
    is_name = not is_section(name) and not has_given_name(name)
    return name if is_name and KIND.fullmatch(name) is None else ""


def _is_body(name: str) -> bool:
    if is_arabic(name):
        return bool(ARABIC_BODY.match(name) or _BODY_IN_ARABIC.match(name))
    return is_institution(name.title() if name.isupper() else name) or name.isupper()


def _bare(line: str) -> str:
    """A name without its letters: "Médecins Sans Frontières (MSF)"."""
    return _LETTERS.sub("", line).strip(" -–—*|")


def _as_told(reading: Reading, name: str) -> str | None:
    """The name as the first paragraphs print it; None where they do not tell of it."""
    lines = (reading.lines[n] for n in reading.open)
    story = islice((line for line in lines if len(line) >= _SHORTEST), _LEAD)
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    found = next(filter(None, map(pattern.search, story)), None)
    return found[0] if found else None

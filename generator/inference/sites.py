"""The name of the site: beside a headline, above it, or alone in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.inference.agencies import copyright_holder
from generator.inference.credits import is_known_outlet, is_outlet
from generator.inference.date_lines import KIND, date_alone
from generator.inference.datelines import dateline_of
from generator.inference.institutions import is_institution, is_known_organisation
from generator.inference.letterheads import letterhead
from generator.inference.marks import title_and_marks
from generator.inference.no_titles import FILED_ALONE, NOT_A_TITLE
from generator.inference.reading import Reading, below, is_caption, is_story, same
from generator.inference.sections import is_section
from generator.inference.site_edges import known_site_behind
from generator.orthography import is_arabic, words

_PRINTED_WHEN = re.compile(
    r"^\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\s+(?=[^\s|•·].{20})"
    r"|(?<=.{20})\s+\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d,?\s+\d{1,2}:\d\d(?:\s*[AP]M)?$"
)
"""The day on which a browser printed a page, before or behind its title."""

_NEWS_FROM = re.compile(r"^(?:latest |breaking |top )?news from (?:the )?", re.IGNORECASE)
_STRONG = re.compile(r"\s*[•|»«]\s*|\s+::\s+|\s+[-–—]{2}\s+")
_BAR = re.compile(r"\s*[•|]\s*|\s+::\s+")
_QUOTED = re.compile(r"«[^«»]*»")
_WEAK = re.compile(r"\s+[-–—]\s+|(?<=[^\W_])[-–—]\s+|_(?=[^\W_])")
_COLON = re.compile(r"(?<![:\s]):\s+")
_APART = re.compile(r"\s:\s")
_SIGN_AT_END = re.compile(r"(?:\s-\s.*:|[|]{2})\s*$")
_AROUND_SITE = " :|/-–—"
_ENDS = re.compile(r"[.!?؟:;,،…\"”»]$")
_ADDRESS = re.compile(r"@\w{3,}|\b[\w-]{3,}\.[a-z]{2,7}\b", re.IGNORECASE)
_EDITION = re.compile(
    r"(?:Archives?|English|Français|Edition|Online|Live|Opinion|Magazine|International|Blogs?)\b|بالعربية|أونلاين"
)
"""Words behind an outlet's name, beside a headline."""

_STORY_READ = 4000
_LONGEST_TITLE, _LONGEST_OF_ALL = 220, 420
_LONGEST_SITE = 80
_LONGEST_SIGN = 3
_FEWEST_WORDS = 4
_SHORT = 3
_SHORTEST_ACCOUNT = 5
_MOST_GLUED = 6
_SHORTEST_GLUED = _SHORTEST_AGAIN = 20
_SMALL_WORDS = frozenset("of the and for in & de la le les du des et".split())


@dataclass(frozen=True)
class Heading:
    """A headline and the site's name beside it.

    Attributes:
        title: the headline alone.
        site: the site's name, or an empty text.
        line: index of the line they stand in.
    """

    title: str
    site: str
    line: int


def heading_beside_site(reading: Reading) -> Heading | None:
    """The first line, parted into title and site, if it has both."""
    if reading.draft.is_markdown:
        return None
    for number in reading.open[:4]:
        line = title_and_marks(_without_date(reading, reading.lines[number]))[0]
        if FILED_ALONE.search(line) or is_caption(line):
            continue
        site = known_site_behind(line)[1]
        is_paragraph = is_story(line) and not (site or _STRONG.search(line))
        is_paragraph = is_paragraph and _ends_below(reading, line, number) is None
        if (
            len(line) > (_LONGEST_OF_ALL if site else _LONGEST_TITLE) + _LONGEST_SITE
            or is_paragraph
        ):
            return None
        heading = _parted_heading(reading, line, number)
        if heading is not None:
            return heading
        if not is_site_line(reading, number):
            return None
    return None


def title_beside_site(reading: Reading, number: int) -> str:
    """The headline in a line, without a site's name beside it."""
    heading = _parted_heading(reading, reading.lines[number], number)
    return heading.title if heading else reading.lines[number]


def _parted_heading(reading: Reading, line: str, number: int) -> Heading | None:
    if (printed := _printed_below(reading, line, number)) is not None:
        return printed
    parted = [(t, s, sure) for t, s, sure in _parted(line) if t and not _is_swapped(reading, t, s)]
    for title, site, _ in parted:
        if _stands_below(reading, title, number):
            return Heading(title, site, number)
    if (glued := _glued(reading, line, number)) is not None:
        return glued
    for title, site, certain in parted:
        if certain is not None and _is_site(reading, site, number, certain=certain):
            return Heading(_without_sections(reading, title), site, number)
    if (site := _begins_below(reading, line, number)) and len(line) > len(site) + _LONGEST_SIGN:
        return Heading(line[len(site) :].lstrip(" :"), site, number)
    for title, site in _at_last_bar(line):
        if _looks_like_site(title, site):
            return Heading(_without_sections(reading, title), site, number)
    return None


def _stands_below(reading: Reading, title: str, number: int) -> bool:
    """Whether a title stands again below its heading, with a mark of state before it or without."""
    lines = [reading.lines[n] for n in below(reading, number)]
    return any(same(title) in (same(line), same(title_and_marks(line)[0])) for line in lines)


def _printed_below(reading: Reading, line: str, number: int) -> Heading | None:
    """The heading whose title a line below is: the end of it, or between a section and the site."""
    if (title := _ends_below(reading, line, number)) is not None:
        return Heading(title, line.removesuffix(title).strip(_AROUND_SITE), number)
    for title in (reading.lines[n] for n in below(reading, number)[:4]):
        if len(title) >= _SHORTEST_AGAIN and f" - {title} - " in line:
            site = line.rpartition(f" - {title} - ")[2]
            return Heading(title, site if is_outlet(site) else "", number)
    return None


def _ends_below(reading: Reading, line: str, number: int) -> str | None:
    """The line below that is the end of this one, behind a sign: "Site - QNA - : Title", "Site || Title"."""
    for other in (reading.lines[n] for n in below(reading, number)[:3]):
        ahead = line.removesuffix(other) if len(other) >= _SHORTEST_AGAIN else line
        if ahead != line and _SIGN_AT_END.search(ahead):
            return other
    return None


def _begins_below(reading: Reading, line: str, number: int) -> str:
    """What stands before " : " in a line, if a line below begins with it: "Site : Title", "Site, a search"."""
    sign = _APART.search(line)
    name = line[: sign.start()] if sign else ""
    if not 1 < len(name.split()) <= _SHORT:
        return ""
    beginnings = (reading.lines[n] for n in below(reading, number)[:3])
    return name if any(other.startswith(f"{name} ") for other in beginnings) else ""


def is_site_name(reading: Reading, text: str) -> bool:
    """Whether a short text is the name of a site: it has such a word, or holds the rights."""
    if len(text) > _LONGEST_SITE or len(text.split()) > 9:
        return False
    rights = reading.found.get("rights")
    holder = copyright_holder(str(rights.value)) if rights else ""
    known = {same(name) for name in (*reading.context.publishers, holder) if name}
    return same(text) in known or bool(reading.context.agencies.named(text))


def is_site_line(reading: Reading, number: int) -> bool:
    """Whether a line is nothing but a site's name, alone or with sections beside it."""
    line = reading.lines[number]
    if NOT_A_TITLE.match(line):
        return False
    if is_institution(line) or is_known_organisation(line) or number in reading.once(letterhead):
        return True
    first = _STRONG.split(line)[0]
    if len(first.split()) > 6 or len(line) > _LONGEST_SITE + 40 or re.search(r"[.!?؟]$", line):
        return False
    if is_site_name(reading, first) or is_section(line) or is_known_outlet(line):
        return True
    name = _NEWS_FROM.sub("", line)
    if name != line and (is_site_name(reading, name) or is_outlet(name)):
        return True
    parts = [part for part in _WEAK.split(line) if part]
    if len(parts) > 1 and all(is_section(part) or is_outlet(part) for part in parts):
        return True
    sections = _STRONG.split(line)[1:]
    if sections:
        return is_outlet(first) and all(is_section(part) or is_outlet(part) for part in sections)
    return is_outlet(line) and len(line.split()) <= 5 and line[:1] != "“"


def is_furniture(reading: Reading, number: int) -> bool:
    """Whether a line says the site's name, a section or a kind of text, and nothing else."""
    line = reading.lines[number]
    if date_alone(reading, line) is not None:
        return False  # "29-09-2016 News Release"
    return is_site_line(reading, number) or KIND.fullmatch(line) is not None


def date_beside_site(reading: Reading, line: str) -> str:
    """The date in "Title | Site | Date", or an empty text."""
    parts = _STRONG.split(line)
    return parts[-1] if len(parts) > 2 and date_alone(reading, parts[-1]) else ""


def without_print_date(line: str) -> str:
    """A line without the day on which a browser printed it."""
    return _PRINTED_WHEN.sub("", line)


def _without_date(reading: Reading, line: str) -> str:
    line = without_print_date(line)
    if not (date := date_beside_site(reading, line)):
        return line
    return re.sub(r"[\s•|»«:–—-]+$", "", line.removesuffix(date))


def _parted(line: str) -> Iterator[tuple[str, str, bool | None]]:
    """Ways to part a line into title and site; True: that separator is used for nothing else.

    None as third: only to be believed if the title stands again alone.
    """
    ahead, known = known_site_behind(line)
    if known:
        yield ahead, known, True
    separator = _BAR if _QUOTED.search(line) else _STRONG
    strong = separator.split(line)
    if len(strong) > 1:
        yield strong[0], strong[-1], True
        yield line[: list(separator.finditer(line))[-1].start()], strong[-1], None
    for match in reversed(list(_WEAK.finditer(line))):
        yield line[: match.start()], line[match.end() :], False
    if len(strong) == 2 and is_outlet(strong[0]) and len(strong[1].split()) > 3:
        yield strong[1], strong[0], True
    dash = _WEAK.search(line)
    if dash is not None and _begins_with_site(line, dash):
        yield line[dash.end() :], line[: dash.start()], False
    names = (match for match in _COLON.finditer(line) if is_outlet(line[: match.start()]))
    for match in (*names, *separator.finditer(line), *_WEAK.finditer(line)):
        yield line[match.end() :], line[: match.start()], None


def _begins_with_site(line: str, dash: re.Match[str]) -> bool:
    """Whether "Site - Title" is more likely than a title with a dash of its own."""
    site, title = line[: dash.start()], line[dash.end() :]
    if len(title.split()) < _FEWEST_WORDS or is_outlet(title):
        return False
    parts = site.split()
    in_capitals = all(part[:1].isupper() or is_arabic(part) for part in parts)
    fits = 2 <= len(parts) <= 4 and in_capitals
    return is_known_outlet(site) or (fits and is_outlet(parts[0] if is_arabic(site) else parts[-1]))


def _glued(reading: Reading, line: str, number: int) -> Heading | None:
    """ "Title Site" or "Site: Title - Section", whatever stands between them, above the title alone."""
    places = list(words(line))
    whole = f" {same(line)} "
    for other in (reading.lines[n] for n in below(reading, number)[:8]):
        title = same(other) if len(other) < len(line) else ""
        length = len(title.split())
        if length < _FEWEST_WORDS or not 0 < len(places) - length <= _MOST_GLUED:
            continue
        if f" {title} " not in whole:
            if whole.endswith(f"{title} ") and len(title) >= _SHORTEST_GLUED:
                return Heading(other, "", number)  # "Tellin PostWells run dry in three villages"
            continue
        before = whole.partition(f" {title} ")[0]
        start = len(before.split())
        ahead = line[: places[start].start()]
        behind = line[places[start + length].start() :] if start + length < len(places) else ""
        if start == 0 or _is_name_ahead(reading, ahead):
            return Heading(other, _named(ahead) or _named(behind), number)
    return None


def _is_name_ahead(reading: Reading, text: str) -> bool:
    """Whether what stands before a title is a site's name, and no part of a longer title."""
    name = re.sub(r"^[\W_]+|[^\w)]+$", "", text)
    if reading.context.agencies.named(name):
        return True
    return bool(_named(name)) and all(p[:1].isupper() or is_arabic(p) for p in name.split())


def _named(rest: str) -> str:
    """What stands beside a title, if it is an outlet's name."""
    site = re.sub(r"^[\W_]+|[^\w)]+$", "", rest)
    return site if is_outlet(site) and not is_section(site) else ""


def _is_swapped(reading: Reading, title: str, site: str) -> bool:
    """Whether the part taken for the title is the site's name, and the other one is not."""
    if is_site_name(reading, title):
        return not is_site_name(reading, site)
    if is_outlet(site) or any(map(is_known_outlet, _WEAK.split(site))):
        return False
    return is_outlet(title) and len(title.split()) <= 5


def _is_site(reading: Reading, site: str, number: int, *, certain: bool) -> bool:
    if len(site) > _LONGEST_SITE or not site or KIND.fullmatch(site):
        return False
    if site.isalpha() and site.islower() and not is_arabic(site) and not is_known_outlet(site):
        return False  # "… – report"
    if reading.repeats(site, _near(reading, number)):
        return True
    if is_site_name(reading, site):
        return certain or not _is_told_of(reading, site)
    if certain and (any(map(is_known_outlet, _WEAK.split(site))) or _begins_with_outlet(site)):
        return True
    if is_institution(site) and not _is_quoted(reading, site):
        return True
    short = len(site.split()) <= (7 if certain else 5)
    return short and (is_outlet(site) or is_addressed(reading, site))


def _begins_with_outlet(site: str) -> bool:
    """Whether what stands behind a bar is a known outlet with more words: "TELLIN HERALD English Archive"."""
    parts = site.split()
    known = (
        n for n in range(2, min(len(parts), _FEWEST_WORDS)) if is_known_outlet(" ".join(parts[:n]))
    )
    count = next(known, 0)
    is_name = count and not any(map(str.islower, parts[:count]))
    return bool(is_name) and _EDITION.match(parts[count]) is not None


def _is_quoted(reading: Reading, name: str) -> bool:
    """Whether the story tells what an organisation says: behind a dash it may be the headline's source."""
    return f" {same(reading.story()[:_STORY_READ])} ".count(f" {same(name)} ") > 1


def _is_told_of(reading: Reading, site: str) -> bool:
    """Whether an agency behind a dash is whom another agency quotes: "Army takes the hill - SANA"."""
    agencies = reading.context.agencies
    filed = (dateline_of(reading.lines[n]) for n in reading.open[:8])
    named = [name for line in filed if line and (name := agencies.any_part(line.agency))]
    return bool(named) and agencies.named(site) not in ("", *named)


def is_addressed(reading: Reading, site: str) -> bool:
    """Whether an address or an account in the text is called as the site is, or people talk to it."""
    text = reading.story()
    squeezed = re.sub(r"[\W_]+", "", site).lower()
    if len(squeezed) >= _SHORTEST_ACCOUNT and any(
        squeezed in re.sub(r"\W", "", match[0]).lower() for match in _ADDRESS.finditer(text)
    ):
        return True
    if site not in text:
        return False
    name = re.escape(site)
    told = rf"\b(?:told|tells|speaking to|interview with)\s+(?:the\s+)?{name}\b|\b(?:à|au)\s+«\s*{name}\s*»"
    in_arabic = rf"(?<!\w)(?:ل|لـ|مع|مراسلة?)\s?[«\"“”]?{name}[»\"”]?(?!\w)"
    return re.search(in_arabic if is_arabic(site) else told, text) is not None


def _at_last_bar(line: str) -> Iterator[tuple[str, str]]:
    bars = list(_BAR.finditer(line))
    if bars:
        yield line[: bars[0].start()], line[bars[-1].end() :]


def _looks_like_site(title: str, site: str) -> bool:
    """Whether a few words behind a bar are a name that only its place gives away."""
    parts = site.split()
    if not 0 < len(parts) <= _FEWEST_WORDS or len(title.split()) <= max(len(parts), _SHORT):
        return False
    if _ENDS.search(site) or KIND.fullmatch(site) or not re.search(r"[^\W\d]{2}", site):
        return False
    return is_arabic(site) or all(p[:1].isupper() or p in _SMALL_WORDS for p in parts)


def _without_sections(reading: Reading, title: str) -> str:
    """The title without a section, or the site's name once more, behind it."""
    for separator in reversed([*_BAR.finditer(title), *_WEAK.finditer(title)]):
        head, rest = title[: separator.start()], title[separator.end() :]
        if len(head.split()) < 3:
            break
        if is_section(rest) or is_known_outlet(rest) or _is_filed_by(reading, rest):
            return _without_sections(reading, head)
    return title


def _is_filed_by(reading: Reading, name: str) -> bool:
    agency = reading.context.agencies.named(name)
    filed = (dateline_of(reading.lines[n]) for n in reading.open[:8]) if agency else ()
    return any(line and reading.context.agencies.any_part(line.agency) == agency for line in filed)


def _near(reading: Reading, number: int) -> tuple[int, ...]:
    return tuple(n for n in (*reading.open[:8], *reading.open[-8:]) if n != number)


def with_furniture(reading: Reading, heading: Heading, repeats: frozenset[int]) -> frozenset[int]:
    """The title's own lines, and those between them that say the site's name."""
    last = max(repeats, default=heading.line)
    site_lines = reading.repeats(heading.site, _near(reading, heading.line))
    sections = frozenset(
        n for n in reading.open if n < last and n != heading.line and is_furniture(reading, n)
    )
    return frozenset({heading.line}) | repeats | site_lines | sections

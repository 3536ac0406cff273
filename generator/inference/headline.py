"""Title: the headline without the site's name; a first sentence only where nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.inference.agencies import copyright_holder
from generator.inference.credits import is_outlet
from generator.inference.date_lines import KIND, date_alone, full_dates, parts_of
from generator.inference.datelines import dateline_of
from generator.inference.marks import title_and_marks
from generator.inference.reading import Reading, is_story, quoted, same
from generator.model import Finding
from generator.orthography import is_arabic

_STRONG = re.compile(r"\s*[•|»«]\s*|\s+::\s+|\s+[-–—]{2}\s+")
_WEAK = re.compile(r"\s+[-–—]\s+")
_COLON = re.compile(r":\s+")
_SENTENCE = re.compile(r".+?[.!?؟۔…][\"'”’»)]*(?=\s|$)", re.DOTALL)
_ABBREVIATED = re.compile(r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|No|U\.S|[A-Z])\.$")
_NOT_A_TITLE = re.compile(
    r"(?:by|par|written by|published|posted|last updated|updated|source|reporting by)\b[:\s]"
    r"|بقلم|كتب\s*:|المصدر\s*:|نُ?شر (?:في|بتاريخ)|تاريخ النشر|آخر تحديث|©|\(c\)|copyright\b|publié",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\W_]{2,}")
_LONGEST_TITLE = 220
_TOP_LINES = 12
_MOST_WORDS = 32
_LONGEST_SITE = 80
_SECTION_WORDS = frozenset(
    """
    news world region regional local politics opinion business economy sport sports
    culture middle east national international breaking latest analysis features home
    arab أخبار محليات سياسة اقتصاد عربي دولي رياضة ثقافة العالم تقارير عاجل
    """.split()
)


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


def markdown_heading(reading: Reading) -> Finding | None:
    """In Markdown: its first heading, if nothing stands before it."""
    if not reading.draft.is_markdown or not reading.open:
        return None
    number = reading.open[0]
    line = reading.lines[number]
    heading = re.match(r"#{1,6}\s+(.+?)\s*#*$", line)
    below = reading.lines[number + 1] if number + 1 < len(reading.lines) else ""
    if heading is not None:
        return Finding(heading[1], f"heading {quoted(line)}", frozenset({number}))
    if re.fullmatch(r"=+|-+", below.strip()) and below:
        return Finding(line, f"heading {quoted(line)}", frozenset({number, number + 1}))
    return None


def repeated_beside_site(reading: Reading) -> Finding | None:
    """ "Title • Site" or "Site: Title" above a line that is the title alone."""
    heading = heading_beside_site(reading)
    if heading is None:
        return None
    repeats = reading.repeats(heading.title, _below(reading, heading.line))
    if not repeats:
        return None
    evidence = f"stands beside '{heading.site}' and again alone"
    return Finding(heading.title, evidence, _with_furniture(reading, heading, repeats))


def before_site_name(reading: Reading) -> Finding | None:
    """ "Title • Site" where the second part can be recognised as a site's name."""
    heading = heading_beside_site(reading)
    if heading is None:
        return None
    evidence = f"first line, beside the site's name '{heading.site}'"
    return Finding(heading.title, evidence, _with_furniture(reading, heading, frozenset()))


def first_line(reading: Reading) -> Finding | None:
    """The first line that reads as a headline, below a site's or a section's name."""
    number = title_line(reading)
    if number is None:
        return None
    line = reading.lines[number]
    above = frozenset(n for n in reading.open if n < number and _is_furniture(reading, n))
    # A date above the site's name is the day on which somebody looked at the page.
    visited = (n for n in reading.open if n < max(above, default=-1))
    above |= {n for n in visited if date_alone(reading, reading.lines[n])}
    repeats = reading.repeats(line, _below(reading, number))
    return Finding(line, "first line", frozenset({number}) | above | repeats)


def first_sentence(reading: Reading) -> Finding | None:
    """The first sentence, which stays in the body, where no line is a headline."""
    lettered = (n for n in reading.open if re.search(r"[^\W\d_]", reading.lines[n]))
    top = tuple(islice(lettered, _TOP_LINES)) or reading.open[:_TOP_LINES]
    lines = [n for n in top if not _stands_above_titles(reading, n)] or top
    story = (n for n in lines if is_story(reading.lines[n]))
    text = next((reading.lines[n] for n in (*story, *lines)), "")
    if reading.draft.is_markdown:
        text = re.sub(r"^[#>*+-]+\s*|[*_`]", "", text)
    dateline = dateline_of(text)
    text = text[dateline.end :] if dateline else text
    text = text[: 4 * _LONGEST_TITLE]
    sentence = first_sentence_of(text)
    title = sentence.rstrip(".۔ ")
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rpartition(" ")[0] + " …"
    if not title:
        return None
    note = "no line of the text is a headline, its first sentence serves as title"
    return Finding(title, f"first sentence, no headline stands above {quoted(sentence)}", note=note)


def heading_beside_site(reading: Reading) -> Heading | None:
    """The first line, parted into title and site, if it has both."""
    if reading.draft.is_markdown:
        return None
    for number in reading.open[:4]:
        line = title_and_marks(_without_date(reading, reading.lines[number]))[0]
        if len(line) > _LONGEST_TITLE + _LONGEST_SITE or (
            is_story(line) and not _STRONG.search(line)
        ):
            return None
        parted = [(t, s, sure) for t, s, sure in _parted(line) if not _is_swapped(reading, t, s)]
        for title, site, _ in parted:
            if reading.repeats(title, _below(reading, number)):
                return Heading(title, site, number)
        for title, site, certain in parted:
            if certain is not None and _is_site(reading, site, number, certain=certain):
                return Heading(title, site, number)
        if not _is_site_line(reading, number):
            return None
    return None


def title_line(reading: Reading) -> int | None:
    """Index of the first line that reads as a headline, or None where there is none."""
    if reading.draft.is_markdown:
        return None
    lines = reading.open[:8]
    below_site = False
    for place, number in enumerate(lines):
        following = lines[place + 1 :]
        if _is_site_line(reading, number) and any(
            reads_as_title(reading, n) for n in following[:3]
        ):
            below_site = True
        elif below_site and _is_section(reading.lines[number]) and following:
            continue
        elif reads_as_title(reading, number):
            return number
        elif _RULE.fullmatch(reading.lines[number]) and not _is_key(reading, following[:1]):
            continue
        elif not _stands_above_titles(reading, number):
            return None
    return None


def _is_key(reading: Reading, below: tuple[int, ...]) -> bool:
    """Whether the line below a rule is a field of some header: "Subject: …"."""
    return any(re.match(r"[\w-]+\s?:", reading.lines[number]) for number in below)


def _stands_above_titles(reading: Reading, number: int) -> bool:
    """Whether a line is a date, a byline or a label, below which the title may come."""
    line = reading.lines[number]
    return _NOT_A_TITLE.match(line) is not None or _is_label(reading, line)


def _is_label(reading: Reading, line: str) -> bool:
    """Whether all parts of a line are dates or kinds of text: "Press release | 14 June 2018"."""
    parts = parts_of(line)
    return bool(parts) and all(date_alone(reading, part) or KIND.fullmatch(part) for part in parts)


def reads_as_title(reading: Reading, number: int) -> bool:
    """Whether a line can be a headline: short, no sentence, and something stands below it."""
    line = title_and_marks(reading.lines[number])[0]
    if len(line) > _LONGEST_TITLE or len(line.split()) > _MOST_WORDS or number == reading.open[-1]:
        return False
    if _NOT_A_TITLE.match(line) or dateline_of(line) or not re.search(r"[^\W\d]{2}", line):
        return False
    if re.search(r"[^.][.۔]$|[،,;:]$", line) and not _ABBREVIATED.search(line):
        return False
    return not _is_date_line(reading, line) and not _is_label(reading, line)


def is_site_name(reading: Reading, text: str) -> bool:
    """Whether a short text is the name of a site: it has such a word, or holds the rights."""
    if len(text) > _LONGEST_SITE or len(text.split()) > 9:
        return False
    rights = reading.found.get("rights")
    holder = copyright_holder(str(rights.value)) if rights else ""
    known = {same(name) for name in (*reading.context.publishers, holder) if name}
    return same(text) in known or bool(reading.context.agencies.named(text))


def date_beside_site(reading: Reading, line: str) -> str:
    """The date in "Title | Site | Date", or an empty text."""
    parts = _STRONG.split(line)
    return parts[-1] if len(parts) > 2 and date_alone(reading, parts[-1]) else ""


def _without_date(reading: Reading, line: str) -> str:
    if not (date := date_beside_site(reading, line)):
        return line
    return re.sub(r"[\s•|»«:–—-]+$", "", line.removesuffix(date))


def _parted(line: str) -> Iterator[tuple[str, str, bool | None]]:
    """Ways to part a line into title and site; True: that separator is used for nothing else.

    None as third: only to be believed if the title stands again alone.
    """
    strong = _STRONG.split(line)
    if len(strong) > 1:
        yield strong[0], strong[-1], True
        yield " | ".join(strong[:-1]), strong[-1], None
    for match in reversed(list(_WEAK.finditer(line))):
        yield line[: match.start()], line[match.end() :], False
    if len(strong) == 2 and is_outlet(strong[0]) and len(strong[1].split()) > 3:
        yield strong[1], strong[0], True
    dash = _WEAK.search(line)
    if dash is not None and _begins_with_site(line, dash):
        yield line[dash.end() :], line[: dash.start()], False
    for match in (*_COLON.finditer(line), *_STRONG.finditer(line), *_WEAK.finditer(line)):
        yield line[match.end() :], line[: match.start()], None


def _begins_with_site(line: str, dash: re.Match[str]) -> bool:
    """Whether "Site - Title" is more likely than a title with a dash of its own."""
    site, title = line[: dash.start()], line[dash.end() :]
    parts = site.split()
    in_capitals = all(part[:1].isupper() or is_arabic(part) for part in parts)
    fits = 2 <= len(parts) <= 4 and in_capitals and len(title.split()) >= 4
    return fits and is_outlet(parts[0] if is_arabic(site) else parts[-1]) and not is_outlet(title)


def _is_swapped(reading: Reading, title: str, site: str) -> bool:
    """Whether the part taken for the title is the site's name, and the other one is not."""
    if is_site_name(reading, title):
        return not is_site_name(reading, site)
    return is_outlet(title) and len(title.split()) <= 5 and not is_outlet(site)


def _is_site(reading: Reading, site: str, number: int, *, certain: bool) -> bool:
    if len(site) > _LONGEST_SITE or not site:
        return False
    if is_site_name(reading, site) or reading.repeats(site, _near(reading, number)):
        return True
    short = len(site.split()) <= (7 if certain else 5)
    return short and is_outlet(site)


def _is_site_line(reading: Reading, number: int) -> bool:
    """Whether a line is nothing but a site's name, alone or with sections beside it."""
    line = reading.lines[number]
    if _NOT_A_TITLE.match(line):
        return False
    first = _STRONG.split(line)[0]
    if len(first.split()) > 6 or len(line) > _LONGEST_SITE + 40 or re.search(r"[.!?؟]$", line):
        return False
    if is_site_name(reading, first):
        return True
    sections = _STRONG.split(line)[1:]
    if sections:
        return is_outlet(first) and all(_is_section(part) or is_outlet(part) for part in sections)
    return _is_section(line) or (is_outlet(line) and len(line.split()) <= 5 and line[:1] != "“")


def _is_furniture(reading: Reading, number: int) -> bool:
    line = reading.lines[number]
    return _is_site_line(reading, number) or _is_section(line) or KIND.fullmatch(line) is not None


def _is_section(line: str) -> bool:
    parts = re.findall(r"[^\W\d]+", line.lower())
    return 0 < len(parts) <= 4 and all(part in _SECTION_WORDS for part in parts)


def _is_date_line(reading: Reading, line: str) -> bool:
    """Whether a line is a date with hardly a word beside it."""
    few_words = len(re.findall(r"[^\W\d]+", line)) <= 4
    return few_words and any(mention.days for mention in full_dates(reading, line))


def _below(reading: Reading, number: int) -> tuple[int, ...]:
    return tuple(n for n in reading.open[:12] if n > number)


def _near(reading: Reading, number: int) -> tuple[int, ...]:
    return tuple(n for n in (*reading.open[:8], *reading.open[-8:]) if n != number)


def _with_furniture(reading: Reading, heading: Heading, repeats: frozenset[int]) -> frozenset[int]:
    """The title's own lines, and those between them that say the site's name."""
    last = max(repeats, default=heading.line)
    site_lines = reading.repeats(heading.site, _near(reading, heading.line))
    sections = frozenset(
        n for n in reading.open if n < last and n != heading.line and _is_furniture(reading, n)
    )
    return frozenset({heading.line}) | repeats | site_lines | sections


def first_sentence_of(text: str) -> str:
    """The first sentence of a text; all of it where no sentence ends."""
    end = 0
    while (match := _SENTENCE.match(text, end)) is not None:
        end = match.end()
        if not _ABBREVIATED.search(text[:end]):
            break
    return text[:end].strip() if end else text.strip()

"""Authors without a "By" whose given name nobody knows: the place of a line tells whose it is.

A name right below the headline with a date below that, a name below the story with its own address or
once more somewhere else, and a biography. Each is believed only where the story tells of nobody so called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.above_headlines import names_a_columnist
from generator.inference.bare_bylines import is_in_a_list, stands_by_a_job
from generator.inference.byline import stands_below_title
from generator.inference.credits import PAPER, is_known_outlet, is_outlet, names_outlet_and_day
from generator.inference.date_lines import READING_TIME, is_date_line, line_above, line_below
from generator.inference.line_shapes import is_no_text, names_somebody, readers_begin
from generator.inference.names import RANK, WRITERS_JOB, has_given_name, is_person, split_names
from generator.inference.reading import Reading, is_story, quoted, same
from generator.inference.sections import is_section
from generator.inference.told_cities import is_placed
from generator.model import Finding
from generator.orthography import fold, folded_words, is_arabic, words

_MOST_WORDS = 5
_CITY_AND_NAME = re.compile(
    r"(?P<city>[\u0621-\u0652]{3,}(?:\s[\u0621-\u0652]{2,}){0,2})\s?[:/]\s?(?P<names>[\u0621-\u0652\s،:]{5,90})"
)
_COLON = re.compile(r"\s?:\s?")
_FEWEST_WORDS = 2
_OFFICE = re.compile(
    r"رئيس|مدير|المشرف|الإشراف|السيد|المستشار|الدكتور|القاضي|editor|directeur|director", re.I
)
_LABELS = frozenset(
    "كتب كتبت بقلم تقرير تحقيق إعداد حوار المصدر مصدر تحرير ترجمة تصوير مراجعة خاص الكاتب الكاتبة".split()
)
_TAIL = 6
_MOST_CITY_WORDS = 3
_ADDRESS = re.compile(r"(?P<account>[\w.+-]{3,})@[\w.-]*|@(?P<handle>\w{3,})")
_IN_HEADLINE = re.compile(
    r"(?:بقلم\s*[:/]?\s+(?P<behind>[^.:،؟!]{5,50})$|^الكاتب\s+(?P<ahead>[^ـ–—-]{5,40}?)\s[ـ–—-]\s)"
)
_LABEL = re.compile(r"(?:publié|published|posted)(?:\s+(?:le|on))?\s*:?", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:[\w-]+\.\w{2,8}\s\|\s)?(?P<name>[^\d|]{5,60}?)(?:\s+|(?<=[a-z]))(?:Published|Posted|Updated)\s+.*\d{4}.*"
)
POSTED_BY = re.compile(
    r"(?:posted by|posté par|publié par|مرسلة بواسطة)\s(?P<name>[^\d,:]{4,50}?)\s(?:at|à|في)\s\d",
    re.IGNORECASE,
)
"""Who put a text on a blog, and when."""

_PUBLISHED_IN = re.compile(
    r"(?:نشر في\s.{2,40}?\sيوم|published in\s.{2,40}?\son|publié dans\s.{2,40}?\sle)\s\d",
    re.IGNORECASE,
)
"""Where an article stood first, and when, as sites tell that gather articles of papers."""

_SHORTEST_PARAGRAPH = 60
_LIKES = re.compile(r"\(\d+\)\s+هل أعجبتك")
_MOST_NAME_WORDS = 3
_SENTENCE_END = re.compile(r"[.!?؟…”\"»)]$")
_BIOGRAPHY = re.compile(
    r"(?:[Tt]he (?:author|writer),\s+|[Aa]bout the [Aa]uthor\s*:\s+)?"
    r"(?P<name>[^,.()]{5,50}?)(?:\s\([^()]{2,40}\))?,?\s+"
    r"(?:is|was)\s(?:an?|the)\s.*"
)
_OWN_VIEWS = re.compile(
    r"\b(?:views|opinions)\b.{0,60}\b(?:own|author|writer)\b|\bauthor of\b|\bcan be (?:reached|contacted)\b"
    r"|\bfollow (?:him|her|them)\b|\b(?:journalist|reporter|correspondent|columnist|(?:freelance )?writer"
    r"|essayist|lecturer|professor|research(?:er| fellow)|analyst|fellow)\b",
    re.IGNORECASE,
)
_REGARDS = re.compile(r"(?:sincerely|(?:best|kind|warm) regards|in solidarity|yours \w+),?", re.I)
_OUTLET_AND_NAME = re.compile(
    r"(?:[\d\s:/.-]*\d\s+)?(?P<outlet>[^\W\d][^:/|\d]{2,30}?)\s*[:/]\s*(?P<names>[^:/|\d]{5,60}?)"
    r"(?:\s[-–]\s[^\d]{2,25}\d[\d/. -]+|\s[-–]\s(?P<place>[^\d:/|-]{2,25}))?"
)
_OF_ARABIC_NAMES = frozenset(map(fold, "بن ابن بنت أبو أبي أبا عبد آل ولد ود بو آيت".split()))
_SURNAME_IN_CAPITALS = re.compile(
    r"(?:[A-ZÀ-Þ][a-zà-ÿ'’-]+\s){1,3}[A-ZÀ-Þ'’-]{4,}(?:\s[A-ZÀ-Þ'’-]{2,}){0,2}"
)
"""As French papers sign: "Ibrahima Demba NGOUYE"."""

_INITIAL = re.compile(
    r"(?:^|\s)[^\W\d_]\.(?=\s|[^\W\d_])|[^\W\d_]-[A-ZÀ-Þ]|\s(?:van|von|bin|ben|ibn|al)\s"
)
"""An initial, a double name, or a particle."""

_ACCOUNT_LETTERS = 4


def above_title(reading: Reading) -> Finding | None:
    """A columnist's name alone above the headline, which the story follows at once."""
    title = reading.found.get("title")
    if title is None or not title.consumed:
        return None
    above = line_above(reading, min(title.consumed))
    number = min(title.consumed) if above is None else above
    if not names_a_columnist(reading, number):
        return None
    name = reading.lines[number]
    is_told = re.search(rf"\b{re.escape(name.split()[0])}\b", reading.story().replace(name, ""))
    is_quoted = str(title.value)[:1] in '“«"‘'  # by whom an interview is with
    is_author = not (is_told or is_quoted) and _is_author(reading, name, number)
    return Finding([name], quoted(name), frozenset({number})) if is_author else None


def below_title(reading: Reading) -> Finding | None:
    """A name alone right below the headline, with the day or an account below that."""
    for number in (*reading.head[:_TAIL], *reading.below_standfirst):
        line = reading.lines[number]
        following = line_below(reading, number)
        is_below = stands_below_title(reading, number) or number in reading.below_standfirst
        if not is_below or following is None:
            continue
        beside = reading.lines[following]
        if (
            is_date_line(reading, following)
            or _ADDRESS.search(beside)
            or PAPER.fullmatch(beside)
            or _LABEL.fullmatch(beside)
            or WRITERS_JOB.match(beside)
            or READING_TIME.fullmatch(beside)
        ):
            is_sure = (
                _has_shape(line)
                or _is_tagged(reading, line, number)
                or (READING_TIME.fullmatch(beside) and stands_below_title(reading, number))
                or (_PUBLISHED_IN.match(beside) and _has_words_of_its_own(reading, line, number))
            )
            names = untold_names(reading, line, number) if is_sure else []
            if names:
                return Finding(names, quoted(line), frozenset({number}))
    return None


def _has_words_of_its_own(reading: Reading, line: str, number: int) -> bool:
    """Whether the text has none of a line's words elsewhere: sub-headings share some with what they head."""
    said = frozenset(folded_words(line))
    others = (reading.lines[n] for n in reading.open if n != number)
    title = reading.found.get("title")
    told = (*others, str(title.value) if title else "")
    return not any(said.intersection(folded_words(other)) for other in told)


def below_city(reading: Reading) -> Finding | None:
    """A name alone between a city, right below the headline, and the day."""
    for number in reading.head[:_TAIL]:
        above, following = line_above(reading, number), line_below(reading, number)
        if above is None or following is None or not is_date_line(reading, following):
            continue
        city = reading.lines[above]
        is_city = len(city.split()) <= _MOST_CITY_WORDS and city in reading.story()
        if is_city and above in reading.open and stands_below_title(reading, above):
            names = untold_names(reading, reading.lines[number], number)
            if names:
                return Finding(names, quoted(reading.lines[number]), frozenset({number}))
    return None


def behind_city(reading: Reading) -> Finding | None:
    """ "تلين: ميرا هولت", "تلين / ميرا هولت" in a line of its own; the story tells of that city, too."""
    for number in (*reading.head, *reading.right_above):
        match = _CITY_AND_NAME.fullmatch(reading.lines[number])
        if match is None or _OFFICE.search(match["city"]):
            continue
        if match["city"] in _LABELS or reading.context.agencies.named(match["city"]):
            continue
        if not is_placed(reading, match["city"], number):
            continue
        names = untold_names(reading, ",".join(_without_cities(match["names"])), number)
        if names and all(map(has_given_name, names)):
            return Finding(names, quoted(reading.lines[number]), frozenset({number}))
    return None


def _without_cities(text: str) -> Iterator[str]:
    """The names in "A B تلين: C D", where one city with its people follows the other."""
    *cities, last = _COLON.split(text)
    for part in cities:
        names = part.split()
        yield " ".join(names[: max(_FEWEST_WORDS, len(names) - 1)])
    yield last


def beside_published(reading: Reading) -> Finding | None:
    """ "A Published November 23, 2019", "tellinpost.example | AUpdated November 23, 2019"."""
    for number in reading.head[:_TAIL]:
        match = _PUBLISHED.fullmatch(reading.lines[number])
        names = untold_names(reading, match["name"], number) if match else []
        if names:
            return Finding(names, quoted(reading.lines[number]), frozenset({number}))
    return None


def in_headline(reading: Reading) -> Finding | None:
    """ "Headline .. بقلم: A", and "الكاتب A ـ Headline"."""
    title = reading.found.get("title")
    for number in sorted(title.consumed) if title else ():
        match = _IN_HEADLINE.search(reading.lines[number])
        name = RANK.sub("", (match["behind"] or match["ahead"]).strip()) if match else ""
        if name and is_person(reading, name, strictly=True):
            return Finding([name], quoted(reading.lines[number]))
    return None


def behind_outlet(reading: Reading) -> Finding | None:
    """ "Outlet/A" or "Outlet: A – City 23/4/2012" in a line of its own above the story, in Arabic."""
    for number in reading.head[:_TAIL]:
        line = reading.lines[number]
        match = _OUTLET_AND_NAME.fullmatch(line) if is_arabic(line) else None
        if match is None:
            continue
        is_sites = is_outlet(match["outlet"]) or reading.is_publisher(match["outlet"])
        if not is_sites and (match["place"] or not _is_said(reading, match["outlet"], number)):
            continue
        names = untold_names(reading, match["names"], number)
        if names:
            return Finding(names, quoted(line), frozenset({number}))
    return None


def before_outlet(reading: Reading) -> Finding | None:
    """ "A and B/Outlet/August 08/2012" in a line of its own above the story."""
    for number in reading.head[:_TAIL]:
        match = names_outlet_and_day(reading.lines[number])
        names = untold_names(reading, match["names"] or "", number) if match else []
        if names:
            return Finding(names, quoted(reading.lines[number]), frozenset({number}))
    return None


def signed(reading: Reading) -> Finding | None:
    """A name below the story that an address, a farewell, or its own shape tells to be a signature."""
    last = [n for n in reading.open[-_TAIL:] if not is_story(reading.lines[n])]
    for number in last:
        line = reading.lines[number]
        above, following = line_above(reading, number), line_below(reading, number)
        is_sure = (
            (above is not None and _REGARDS.fullmatch(reading.lines[above]))
            or (following is not None and _is_account_of(line, reading.lines[following]))
            or _is_tagged(reading, line, number)
            or (_is_of_outlet_below(reading, above, following) and line[-1] not in ".؟!")
            or (_has_shape(line) and above is not None and _ends(reading.lines[above]))
        )
        names = untold_names(reading, line, number) if is_sure else []
        if names:
            return Finding(names, quoted(line), frozenset({number}))
    return None


def below_story(reading: Reading) -> Finding | None:
    """A given name alone right below the story's end, above what readers say and links to other reports."""
    end = reading.once(readers_begin)
    own = [n for n in reading.open if n < end]
    told = [place for place, n in enumerate(own) if _is_paragraph(reading.lines[n])]
    below = own[told[-1] + 1 :] if told else []
    below = [
        n for n in below if not is_no_text(reading.lines[n]) and not _LIKES.match(reading.lines[n])
    ]
    if len(below) != 1 or names_somebody(reading.lines[own[told[-1]]]):
        return None  # tags, links; or whom the last sentence is about
    number = below[0]
    line = reading.lines[number]
    name = _without_outlet(reading, line)
    is_name = has_given_name(name) and len(name.split()) <= _MOST_NAME_WORDS
    names = untold_names(reading, name, number) if is_name else []
    return Finding(names, quoted(line), frozenset({number})) if names else None


def _is_paragraph(line: str) -> bool:
    return len(line) >= _SHORTEST_PARAGRAPH and _SENTENCE_END.search(line) is not None


def _without_outlet(reading: Reading, line: str) -> str:
    """The name in "A B - Outlet", where people talk to such an outlet in the story, or it is the site."""
    name, _, outlet = line.partition(" - ")
    quoted_outlets = (f'"{outlet}"', f"«{outlet}»", f"“{outlet}”")
    is_outlets = reading.is_publisher(outlet) or any(
        map(reading.story().__contains__, quoted_outlets)
    )
    return name if outlet and is_outlets else line


def posted_by(reading: Reading) -> Finding | None:
    """ "Posted by A at 10:47 PM" below a blog's story, where A is no account; comments follow after that."""
    for number in reading.tail:
        line = reading.lines[number]
        if number >= reading.once(readers_begin):
            return None
        match = POSTED_BY.match(line)
        name = match["name"] if match is not None else ""
        following = line_below(reading, number)
        says_more = following is not None and _is_said_by_reader(reading.lines[following])
        if has_given_name(name) and not says_more and is_person(reading, name, strictly=False):
            return Finding([name], quoted(line), frozenset({number}))
    return None


def _is_said_by_reader(line: str) -> bool:
    return _SENTENCE_END.search(line) is not None


def by_biography(reading: Reading) -> Finding | None:
    """ "A is a former auditor. The views expressed are her own." below the story."""
    for number in reversed(reading.open[-_TAIL:]):
        line = reading.lines[number]
        match = _BIOGRAPHY.fullmatch(line)
        if match is None or not _OWN_VIEWS.search(line):
            continue
        names = untold_names(reading, match["name"], number)
        if names:
            return Finding(names, quoted(line))
    return None


def untold_names(reading: Reading, text: str, number: int) -> list[str]:
    """The people that a text names, if it does nothing else and the story tells of none of them."""
    if len(text) > _MOST_WORDS * 25 or is_section(text) or is_outlet(text):
        return []
    if stands_by_a_job(reading, number) or is_in_a_list(reading, number):
        return []
    names = [RANK.sub("", name) for name in split_names(text)]
    return names if names and all(_is_author(reading, name, number) for name in names) else []


def _is_author(reading: Reading, name: str, number: int) -> bool:
    parts = name.split()
    if (
        len(parts) > _MOST_WORDS
        or not re.search(r"[^\W\d_]{3}", name)
        or reading.context.vocabulary.id_of(name)
    ):
        return False
    if not is_person(reading, name, strictly=True):
        return False
    surname = same(parts[-1])
    told = (reading.lines[n] for n in reading.open if n != number and is_story(reading.lines[n]))
    return not any(same(word[0]) == surname for line in told for word in words(line))


def _has_shape(line: str) -> bool:
    """Whether a line has what only names have: an initial, or a word such as بن."""
    if len(line.split()) > 2 * _MOST_WORDS:
        return False
    if _SURNAME_IN_CAPITALS.fullmatch(line) and has_given_name(line):
        return True
    return _INITIAL.search(line) is not None or any(
        fold(part) in _OF_ARABIC_NAMES for part in line.split()
    )


def _is_of_outlet_below(reading: Reading, above: int | None, following: int | None) -> bool:
    """Whether a line stands between the story's last sentence and an outlet's name."""
    if above is None or following is None or not is_story(reading.lines[above]):
        return False
    name = reading.lines[following]
    return len(name.split()) <= _MOST_WORDS and (
        is_known_outlet(name) or is_outlet(name) or PAPER.fullmatch(name) is not None
    )


def _ends(line: str) -> bool:
    return is_story(line) or line.endswith((".", "!", "?", "”", '"', "»", "؟"))


def _is_account_of(name: str, line: str) -> bool:
    """Whether a line is an e-mail address, or an account, called as somebody is."""
    match = _ADDRESS.search(line)
    if match is None or len(line.split()) > 2:
        return False
    if is_arabic(name):
        return True
    account = fold(re.sub(r"[\W\d_]", "", match["account"] or match["handle"]))
    parts = [fold(re.sub(r"\W", "", part)) for part in name.split()]
    return any(part[:_ACCOUNT_LETTERS] in account for part in parts if len(part) > 2)


def _is_tagged(reading: Reading, name: str, number: int) -> bool:
    """Whether the text has a name as a tag: "#A_B"."""
    tag = f"#{'_'.join(name.split())}"
    return len(tag) > len(name) and any(
        tag in line for n, line in enumerate(reading.lines) if n != number
    )


def _is_said(reading: Reading, name: str, number: int) -> bool:
    """Whether people talk to an outlet in the story, or it stands in a line of its own."""
    return any(_tells_of(name, reading.lines[n]) for n in _others(reading, number))


def _others(reading: Reading, number: int) -> Iterator[int]:
    return (n for n, line in enumerate(reading.lines) if line and n != number)


def _tells_of(name: str, line: str) -> bool:
    return line == name or f'"{name}"' in line or f"«{name}»" in line

"""Authors by how papers file what their people send: with city or outlet, below a label, above an account.

"From Mira Holt, Tellin" below a headline, "Mira Holt, Tellin – The lamps …" where the story begins,
"Tellin - The Lantern - Mira Holt" above it, "…, reports Mira Holt." in a standfirst. The rest of the text
tells of nobody so called.
"""

from __future__ import annotations

import re

from generator.inference.byline import stands_below_title
from generator.inference.credits import is_outlet
from generator.inference.date_lines import line_above, line_below
from generator.inference.institutions import is_institution
from generator.inference.line_shapes import readers_begin
from generator.inference.names import NAME_AT_OFFICE, RANK, has_given_name, is_person, split_names
from generator.inference.placed_bylines import POSTED_BY, untold_names
from generator.inference.placed_headlines import path_and_title
from generator.inference.reading import Reading, is_story, quoted
from generator.inference.told_cities import is_placed
from generator.inference.told_words import telling_words
from generator.model import Finding
from generator.orthography import WORD, is_arabic

_NAME = r"(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:\s[A-ZÀ-Þ][\w'’.-]*){1,3})"
_CITY = r"(?P<city>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2})"
_FROM = re.compile(rf"(?:From|FROM)\s{_NAME},\s{_CITY}")
_AHEAD = re.compile(rf"{_NAME},\s{_CITY}\s[–—-]{{1,2}}\s(?=[A-ZÀ-Þ“\"])")
_REPORTS = re.compile(rf",\s(?:reports|writes)\s{_NAME}(?<!\s\w)\.(?=\s|$)")
_DISPATCH = re.compile(rf"(?i:une (?:dépêche|correspondance|enquête|chronique)) de {_NAME}")
_OF_A_PLACE = re.compile(
    r"\b(?:new|north\w*|south\w*|east\w*|west\w*|port|saint|san|santa|los|las|cape|city|island|lake|mount|falls|hills?"
    r"|beach|bay|springs|county|district|province|state|river|valley|camp)\b",
    re.IGNORECASE,
)
_CITY_OUTLET_NAMES = re.compile(
    r"[^-–—\d:]{2,25}?\s?[-–—]\s?(?P<outlet>[^-–—\d:]{3,25}?)\s?[-–—]\s?(?P<names>[^-–—\d:/.]{5,60})"
)
_INTERVIEWER = re.compile(
    r"(?:المحاور[ةه]?|حاورت?ها|حاورت?ه|أجر[ىت] (?:الحوار|المقابلة|اللقاء)|Interviewer|Interview by)\s*:"
)
_SIGNS_OF_AN_INTERVIEW = ("حاور", "الحوار", "المقابلة", "اللقاء", "nterview")
_WORD = r"[\u0621-\u0652\u0670-\u06d3]+"
"""In Arabic letters, with their vowels."""

_ARABIC_NAME = rf"(?P<name>{_WORD}(?:\s{_WORD}){{1,3}})"
_PLACES_BEHIND = re.compile(rf"{_ARABIC_NAME}\s?\((?P<places>[^()\d]{{2,40}})\)\s?:?")
_RUN_IN = re.compile(
    rf"(?P<city>{_WORD}(?:\s{_WORD}){{0,2}})\s?[-–ـ]\s?"
    rf"(?:(?P<outlet>{_WORD}(?:\s{_WORD}){{0,2}})\s?[-–ـ]\s?)?{_ARABIC_NAME}\s?:\s(?=\S)"
)
_CITY_ALONE = re.compile(rf"(?P<star>[*•]\s?)?(?P<said>{_WORD}(?:\s{_WORD}){{2,5}})\s?:")
_HEADLINE_BEHIND = re.compile(rf"بقلم\s?[:/]?\s?{_ARABIC_NAME}\s?:\s[^.:]{{10,}}")
_OF_AN_OFFICE = re.compile(r"رئيس|مدير|وزير|أمين|ناطق|متحدث|قائد|نائب|منسق|عضو|حزب|وزارة")
_SPEAKS = re.compile(r"(?<![\w'’])(?:I|[Ww]e|[Mm]y|[Oo]ur|[Yy]ou|[Yy]our)(?![\w])")
"""Whoever speaks, to readers or to a meeting, or is quoted: a report's own people leave that to others."""

_SPEECH = re.compile(
    r"؟|(?<!\w)(?:إننا|أننا|نحن|أنا|إنني|لدينا|علينا)(?!\w)|:\s(?:إن\s|(?:لن|لا|لم|سوف)\s[نأ]\w)"
)
"""Words of somebody who speaks, or is asked, behind the colon."""

_BEHIND_AGENCY = re.compile(
    r"[^()]{2,60}\((?P<agency>[^()]{2,20})\)\s*[-–—ـ]*\s*من\s(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,3}?)\s?[-–—:]+\s?(?=\S)"
)
_LABELLED = re.compile(r"^[^.:]{2,40}:\s")
_SIGNED_BEHIND = re.compile(
    r"(?<=[.!?])\s?—{1,2}(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’.-]*){0,2}\s[A-ZÀ-Þ][\w'’-]+)$"
)
_LONGEST_SIGNATURE, _FEWEST_SHARED = 60, 2
_MOST_CITY_WORDS = 2
_TOP, _TAIL = 16, 12
_STANDFIRST = 4
_SHORTEST_WORD = 3


def from_city(reading: Reading) -> Finding | None:
    """ "From A, CITY" in a line of its own right below the headline; the text tells of that city, too."""
    for number in reading.head:
        match = _FROM.fullmatch(reading.lines[number])
        if match is None or not stands_below_title(reading, number):
            continue
        if _tells_of(reading, match["city"], number) and _is_nobodys(reading, match, number):
            return _found([match["name"]], match[0], number)
    return None


def behind_agency(reading: Reading) -> Finding | None:
    """ "تلين 5 آب (بترا)- من ميرا هولت- قال" where the story begins, behind an agency; the name stays there."""
    match = _BEHIND_AGENCY.match(reading.first_story_line())
    if match is None or not reading.context.agencies.named(match["agency"]):
        return None
    is_name = has_given_name(match["name"]) and is_person(reading, match["name"], strictly=False)
    return Finding([match["name"]], quoted(match[0])) if is_name else None


def before_city(reading: Reading) -> Finding | None:
    """ "A, CITY – The lamps …" where the story begins, with a given name that is known; it stays there."""
    number = reading.story_start()
    match = _AHEAD.match(reading.lines[number]) if number is not None else None
    if match is None or number is None or not has_given_name(match["name"]):
        return None
    if not _tells_of(reading, match["city"], number) or is_outlet(match["city"]):
        return None
    if not _is_nobodys(reading, match, number) or match["name"] in match.string[match.end() :]:
        return None
    if not _reports(reading, match.string[match.end() :]):
        return None
    others = (reading.lines[n] for n in reading.open if n != number)
    is_list = any(_AHEAD.match(line) for line in others)
    return None if is_list else Finding([match["name"]], quoted(match[0]))


def _reports(reading: Reading, text: str) -> bool:
    """Whether a paragraph tells what the headline announces, as a report's first does; nobody speaks in it."""
    title = reading.before("authors").found.get("title")
    shared = telling_words(str(title.value)) & telling_words(text) if title else ()
    return len(shared) >= _FEWEST_SHARED and "?" not in text and _SPEAKS.search(text) is None


def ahead_of_story(reading: Reading) -> Finding | None:
    """ "تلين - المنارة – ميرا هولت: أعلنت …" where the story begins; the name stays there.

    Without an outlet, "تلين - ميرا هولت: …", the text tells of that city, too: an office is none.
    """
    number = reading.story_start()
    match = _RUN_IN.match(reading.lines[number]) if number is not None else None
    if match is None or number is None or not is_arabic(match["city"]):
        return None
    if _OF_AN_OFFICE.search(f"{match['city']} {match['outlet'] or ''}") or _SPEECH.search(
        match.string
    ):
        return None
    outlet = match["outlet"] or ""
    is_papers = bool(outlet) and (is_outlet(outlet) or reading.is_publisher(outlet))
    is_place = is_papers or is_placed(reading, match["city"], number)
    is_name = is_place and has_given_name(match["name"]) and not has_given_name(match["city"])
    names = untold_names(reading, match["name"], number) if is_name else []
    is_told = bool(names) and names[-1].split()[-1] in match.string[match.end() :]
    return Finding(names, quoted(match[0])) if names and not is_told else None


def behind_starred_city(reading: Reading) -> Finding | None:
    """ "* تلين ميرا هولت:" right above the story, where the text tells of that city, too."""
    start = reading.story_start()
    number = line_above(reading, start) if start is not None else None
    match = _CITY_ALONE.fullmatch(reading.lines[number]) if number is not None else None
    if match is None or number is None or not is_arabic(match["said"]):
        return None
    said = match["said"].split()
    for count in range(1, _MOST_CITY_WORDS + 1):
        city, name = " ".join(said[:count]), " ".join(said[count:])
        if not match["star"] and city.startswith("ال"):
            continue  # "الشيخ", "المواطن"
        if " " in name and has_given_name(name) and is_placed(reading, city, number):
            names = untold_names(reading, name, number)
            return _found(names, match[0], number) if names else None
    return None


def before_office(reading: Reading) -> Finding | None:
    """ "ميرا هولت /مكتب تلين" and "ميرا هولت (تلين)" in a line of its own above the story."""
    for number in (*reading.head, *reading.right_above):
        line = reading.lines[number]
        if ("/" not in line and "(" not in line) or not is_arabic(line) or is_story(line):
            continue
        match = NAME_AT_OFFICE.fullmatch(line)
        if match is None and (match := _PLACES_BEHIND.fullmatch(line)) is not None:
            places = re.split(r"\s?[،,–-]\s?", match["places"])
            is_filed = any(_tells_of(reading, place, number) for place in places)
            is_filed = is_filed and not _is_listed(reading, number)
            is_agencys = any(map(reading.context.agencies.named, (match["places"], *places)))
            match = match if is_filed and not is_agencys else None
        names = untold_names(reading, match["name"], number) if match is not None else []
        if names and all(map(has_given_name, names)):
            return _found(names, line, number)
    return None


def _is_listed(reading: Reading, number: int) -> bool:
    """Whether other lines have the same form: the dead, those elected, with where they are from."""
    others = (reading.lines[n] for n in reading.open if n != number)
    return any(line.endswith(")") and _PLACES_BEHIND.fullmatch(line) for line in others)


def before_headline(reading: Reading) -> Finding | None:
    """ "بقلم ميرا هولت : مصابيح من ورق": the headline stands behind the name and stays."""
    for number in reading.open[:_STANDFIRST]:
        line = reading.lines[number]
        match = _HEADLINE_BEHIND.fullmatch(line) if line.startswith("بقلم") else None
        if match is not None and is_person(reading, match["name"], strictly=True):
            return Finding([match["name"]], quoted(line))
    return None


def behind_last_sentence(reading: Reading) -> Finding | None:
    """ "… was the possible motive. —Mira Holt" at the end of the last paragraph, of whom nothing is told.

    Not behind quotation marks: there stands whom somebody quotes, nor behind words that share nothing with
    the rest, or that somebody speaks: a saying, a reader's letter, a notice.
    """
    told = [
        n for n in reading.open if n < reading.once(readers_begin) and is_story(reading.lines[n])
    ]
    if not told:
        return None
    line = reading.lines[told[-1]]
    match = _SIGNED_BEHIND.search(line, max(0, len(line) - _LONGEST_SIGNATURE))
    if match is None or is_institution(match["name"]) or match["name"] in line[: match.start()]:
        return None
    if _LABELLED.match(line) or _SPEAKS.search(line) or not _goes_on(reading, line, told[:-1]):
        return None
    return (
        Finding([match["name"]], quoted(match[0].strip()))
        if _is_nobodys(reading, match, told[-1])
        else None
    )


def _goes_on(reading: Reading, line: str, before: list[int]) -> bool:
    """Whether a paragraph shares words with those before it."""
    rest = telling_words(" ".join(reading.lines[n] for n in before))
    return not before or len(telling_words(line) & rest) >= _FEWEST_SHARED


def _is_nobodys(reading: Reading, match: re.Match[str], number: int) -> bool:
    """Whether a name is a person's and no place's, of whom nothing else in the text tells."""
    name = match["name"]
    if _OF_A_PLACE.search(name) or not is_person(reading, name, strictly=True):
        return False
    return not any(_tells_of(reading, part, number) for part in _long(name))


def _long(name: str) -> list[str]:
    return [part for part in WORD.findall(name) if len(part) >= _SHORTEST_WORD]


def _tells_of(reading: Reading, name: str, number: int) -> bool:
    """Whether another line has a word or a name."""
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    others = (line for n, line in enumerate(reading.lines) if n != number and name in line)
    return any(pattern.search(line) for line in others)


def reports_behind(reading: Reading) -> Finding | None:
    """ "…, reports A." in the standfirst, where the name stands alone below it, or is known as one.

    Columns that others quote are what somebody "writes": there the name stands below.
    """
    for number in reading.open[:_TOP]:
        line = reading.lines[number]
        match = _REPORTS.search(line) if ", reports " in line or ", writes " in line else None
        if match is None or not is_person(reading, match["name"], strictly=True):
            continue
        name = match["name"]
        below = [n for n in reading.open if n > number][:_STANDFIRST]
        stands_alone = any(reading.lines[n] == name for n in below)
        is_above = number in reading.head or stands_below_title(reading, number)
        is_own = is_above and match[0].startswith(", reports") and has_given_name(name)
        if stands_alone or is_own:
            alone = frozenset(n for n in below if reading.lines[n] == name)
            return Finding([name], quoted(match[0].strip(", ")), alone)
    return None


def behind_city_and_outlet(reading: Reading) -> Finding | None:
    """ "تلين - المنارة- ميرا هولت" in a line of its own above the story, where it is told that outlet's."""
    for number in (*reading.head, *reading.right_above):
        line = reading.lines[number]
        match = _CITY_OUTLET_NAMES.fullmatch(line) if "-" in line or "–" in line else None
        if match is None or " " not in match["names"] or is_outlet(match["names"]):
            continue
        is_outlets = reading.is_publisher(match["outlet"]) or _is_spoken_to(
            reading, match["outlet"]
        )
        names = untold_names(reading, match["names"], number) if is_outlets else []
        if names:
            return _found(names, line, number)
    return None


def _is_spoken_to(reading: Reading, outlet: str) -> bool:
    """Whether somebody tells an outlet something in the story, or it has a word that only outlets have."""
    told = re.compile(rf"(?:ل|لـ|لـ\s|مع\s)[«\"“]{re.escape(outlet)}[»\"”]")
    return is_outlet(outlet) or (
        outlet in reading.story() and told.search(reading.story()) is not None
    )


def below_interviewer(reading: Reading) -> Finding | None:
    """ "المحاورة:" alone in a line, and below it who asked; of a label of topics there is no such name."""
    for number in (*reading.open[:_TOP], *reading.tail):
        line = reading.lines[number]
        if not line.endswith(":") or not any(sign in line for sign in _SIGNS_OF_AN_INTERVIEW):
            continue
        below = line_below(reading, number)
        if below is None or _INTERVIEWER.fullmatch(line) is None:
            continue
        said = RANK.sub("", reading.lines[below])
        is_known = said != reading.lines[below] or all(map(has_given_name, split_names(said)))
        names = untold_names(reading, said, below) if is_known else []
        if names:
            return Finding(names, quoted(f"{line} {said}"), frozenset({number, below}))
    return None


def in_path(reading: Reading) -> Finding | None:
    """A name that stands between section and headline in a path, and alone right below the headline."""
    found = reading.before("title").once(path_and_title)
    if found is None or reading.draft.is_markdown:
        return None
    path, title = found
    number = line_below(reading, title)
    name = reading.lines[number] if number is not None else ""
    if number is None or f" - {name} - {reading.lines[title]}" not in reading.lines[path]:
        return None
    return _found([name], name, number) if is_person(reading, name, strictly=True) else None


def dispatch_of(reading: Reading) -> Finding | None:
    """ "Une dépêche de Mira Holt" in a line of its own below the story, which tells of nobody so called."""
    for number in reading.tail:
        line = reading.lines[number]
        match = _DISPATCH.fullmatch(line) if line[:4].lower() == "une " else None
        if match is not None and _is_nobodys(reading, match, number):
            return _found([match["name"]], line, number)
    return None


def above_account(reading: Reading) -> Finding | None:
    """A name alone between a blog's last sentence and "Posted by harbourlamp at 21:05"."""
    for posted in reading.open[-_TAIL:]:
        if POSTED_BY.match(reading.lines[posted]) is None:
            continue
        number = line_above(reading, posted)
        above = line_above(reading, number) if number is not None else None
        if number is None or above is None or not reading.lines[above].endswith(tuple('.!?”"»؟')):
            return None
        line = reading.lines[number]
        is_name = number in reading.open and not is_story(line) and not is_arabic(line)
        names = untold_names(reading, line, number) if is_name else []
        return _found(names, line, number) if names else None
    return None


def _found(names: list[str], line: str, number: int) -> Finding:
    return Finding(names, quoted(line), frozenset({number}))

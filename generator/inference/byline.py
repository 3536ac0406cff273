"""Authors: the names of a byline, as printed; never a desk, an agency or an editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.inference.byline_cities import without_city
from generator.inference.calendar_names import ANY_MONTH
from generator.inference.credits import OUTLET_CITY_NAMES, is_known_outlet, is_outlet
from generator.inference.date_lines import (
    UPDATED,
    date_alone,
    is_date_line,
    line_above,
    line_below,
    parts_of,
    stands_below_date,
    stands_beside_date,
)
from generator.inference.lead import below_first_paragraph
from generator.inference.names import (
    RANK,
    dashed_names,
    has_given_name,
    is_person,
    split_names,
    without_others_work,
)
from generator.inference.reading import Reading, is_story, quoted
from generator.model import Finding
from generator.orthography import is_arabic

_BY = re.compile(
    r"(?:(?:written|(?:guest )?(?:post|essay|column)|opinion|commentary|review"
    r"|(?:story|text|words)(?:\s+(?:and|&)\s+(?:photos?|photographs|pictures|images|video))?"
    r"|report(?:ed|ing)?|interview|compiled|prepared|analysis)\s+by|by|par|por|von|(?:authors?|article)(?=\s*[:,])|автор(?=\s*:)|from(?=\s.*\sin\s)|de(?=\s[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){1,3}\s\(AFP\))"
    r"|(?:de|avec) notre (?:correspondante?|envoyée? spéciale?)(?:\s+(?:à|au|aux|en|dans)\s[^,:]{2,30})?\s*[,:]"
    r"|(?:propos\s+)?recueillis?(?:\s+(?:à|au|aux|en)\s+[A-ZÀ-Þ][\w'’-]*(?:[\s-][A-ZÀ-Þ][\w'’-]*)?)?\s+par|(?:écrit|rédigé)\s+par"
    r"|publiée?\s+par(?=\s[^\d]{4,60}\sle\s\d)|textes?\s+(?:de|par)|(?:entretien|interview|reportage|enquête)s?\s+(?:réalisé|mené|conduit)e?s?\s+par"
    r"|textes?(?:\s+et\s+photos?)?(?=\s*:)"
    r"|(?:(?:un\s+)?article|reportage|enquête|analyse|tribune|chronique|correspondance|récit)\s+(?:de|par)"
    r"|notre envoyée? spéciale?)"
    r"(?:\s*[:,]?\s+|\s*:(?=[A-ZÀ-Þ]))(?P<names>\S.*)",
    re.IGNORECASE,
)
_ARABIC_BY = re.compile(
    r"(?:(?:خاص\s+)?بقلم|بواسطة|(?:اسم )?الكاتبة?(?:\sالصحفية?|\sالصحافية?)?(?=\s*:)|كتب(?:ت|ه|ها|وا)?"
    r"|(?:إعداد|اعداد|كتابة)(?:\s+و\w{4,8})?|تقرير|تحقيق|حاورت?ها|حاورت?ه(?!ا)|حوار|أعدّ?ها|أعدّ?ه"
    r"|أجر[ىت] (?:الحوار|المقابلة)|(?:مراسل|مراسلة|مراسلنا|مراسلتنا)(?:\s[^:/\d]{2,30}?)?(?=\s*[:/]|\s[-–]))"
    r"(?:\s+في\s[^/:\d]{3,30}?(?=\s*/))?(?P<sign>\s*[:：/]|\s+[-–ـ]|)\s*(?P<names>\S.*)"
)
_OTHERS_BEHIND = re.compile(
    r"\s*[-–—|/،؛]\s*(?:تحرير|ترجمة|تصوير|مراجعة|مونتاج|إشراف|تدقيق)\s*[:/].*$"
)
"""Those who only edited or took pictures: "إعداد: ميرا هولت – تحرير: سامر مرزوق"."""

_WRITTEN_IN = ". Written in "
"""In a credit of a service, whoever wrote comes behind whoever reported: that is another rule's."""

_CITY_AHEAD = re.compile(r"^[^\d–—:-]{2,25}\s[–—-]\s(?=كتبت?\s)")
_IN_PAPER = re.compile(r"\s+في\s+[“\"«][^“”\"«»]{2,30}[”\"»]\s*:?$")
_DATE_BEHIND = re.compile(r"\s+[—–-]\s+(?:[^\W\d]+\.?\s)?\d.*(?:19|20)\d\d$")
_IN_CITY = re.compile(r"\s+in\s+[A-ZÀ-Þ][^\W\d]*(?:[\s'’.-]+[A-ZÀ-Þ][^\W\d]*){0,3}")
_HELPED_BY = re.compile(r",\s(?:with|avec)\s([A-ZÀ-Þ][^,;]*)")
_AFTER_NAMES = re.compile(
    r"\s*(?:[|•·]|\s[-–—]\s|\s+(?:for|with|avec|pour|à|le|on|at)\s|,?\s+\(|\d|\s+في\s"
    r"|\s+(?i:published|posted|(?:last\s+)?updated|publiée?|modifiée?|mise? à jour)\b"
    r"|\s+of\s+(?:[Tt]he\s)?(?=[A-Z])|\s+(?:[Tt]ranslat(?:ed|ion|or)|TRANSLATED)\b"
    r"|\s+(?:Suivre|Follow)$|\.\s+(?:Photo|Picture|Video|Illustration|Graphic|Edited|Translat)"
    rf"|\s+(?i:{ANY_MONTH})\.?\s+\d|\s+(?:[Ff]ollow(?: me)? )?@\w"
    r"|\s+(?:[Ss]pecial|SPECIAL|[Ss]taff|(?:[Tt]he )?Associated Press|Agence France|Reuters|AFP|AP"
    r"|dpa|UPI|EFE|BBC|CNN|VOA|NPR|CBC|ESPN|RFE)\b).*",
    re.DOTALL,
)
_BEFORE_BY = re.compile(
    r"^(?:[-*•–—|]{1,3}\s+|[A-ZÀ-Þ]{2,8}\s*/\s*(?=(?:By|BY|Par)\s)|[A-ZÀ-Þ][\w'’-]*(?:\s[A-ZÀ-Þ][\w'’-]*){0,3}\s*[-–—]\s+(?=(?:By|BY|Par|by|par)\s)|(?!Photo|Foto|Illustration|Video|Graphic|Translat|Edit|Text|Map)[^|\d]{2,40}\s\|\s+(?=(?:By|BY|Par)\s))"
)
_WITH_JOB = re.compile(
    r"(?P<name>[^,|/]{5,40}),\s+(?:[^,]{0,40}\s)?(?:[Cc]orrespondent|[Rr]eporter|[Ss]taff [Ww]riter"
    r"|envoyée? spéciale?[^.]{0,40}|correspondante?[^.]{0,40}|journaliste[^.]{0,40}"
    r"|[Cc]olumnist|[Ss]pecial to [^.]{3,40}|مراسل[^.]{0,30})"
)
_JOB_IN_BRACKETS = re.compile(
    r"(?P<name>[^,|/()]{5,40})\s\((?:correspondante?(?:\s(?:régionale?|locale?|permanente?|à|au|aux|en)\b[^()]{0,25})?"
    r"|avec (?:les )?agences"
    r"|with agencies|stagiaire|collaborat\w+|envoyée? spéciale?|correspondent"
    r"|special correspondent|staff writer|reporter|intern|مراسلة?|متدربة?)\)",
    re.IGNORECASE,
)
_WITH_AGENCY = re.compile(
    r"(?P<name>[^,|/(]{5,40}?)\s*(?:/|,|\||\(|\s[-–—]\s)\s*(?P<agency>[^()/|,]{2,30})\)?"
)
_WITH_PLACE = re.compile(
    r"(?P<name>[^,،|/()\d]{5,40}?)\s*(?:[,،|]|\s[-–—]\s)\s*(?P<place>[^,،|/()\d]{3,40})"
)
_CITY_NAMES_AGENCY = re.compile(
    r"(?P<city>[^/\d]{2,30})/\s*(?P<names>[^/\d]{5,80})/\s*(?P<credit>[^/\d]{2,30})"
)
_CITY_NAMES_OUTLET = re.compile(  # "تلين - ميرا هولت - العربية.نت"
    r"[^\d–—«»-]{2,30}\s[–—-]\s(?P<names>[^\d–—«»:-]{5,60}?)\s[–—-]\s(?P<credit>[^–—«»:-]{3,30})"
)
CITY_OUTLET_NAMES = re.compile(
    r"[^\d–—«»-]{2,30}\s[–—-]\s«(?P<credit>[^«»]{3,30})»\s?[–—:-]\s(?:من\s+)?(?P<names>[^:\d]{5,50}?)\s?:?"
)
_TOLD_BY = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:\s[A-ZÀ-Þ][\w'’.-]+){1,3})\s(?:reports|writes)"
    r"(?:\s(?:in|for|from)\s[^:.]{2,40})?\s?:\s"
)
_WITH_AGENCIES = re.compile(  # "نهى كرم، وكالات: أخلت"
    r"(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,3})\s*[،,–-]\s*(?:ال)?(?:وكالات|متابعات)\s*:\s"
)
_WROTE = re.compile(  # "تلين - كتب سامر مرزوق - قضت"
    r"(?!(?:بعد|في|قبل|عند)\s)[^\W\d]+(?:\s[^\W\d]+)?\s?[ـ–—-]{1,2}\s?كتبت?\s"
    r"(?P<name>(?!(?:[^\W\d]+\s){1,3}(?:على|في|عبر)\s)[^\W\d]+(?:\s[^\W\d]+){1,2})\s?[ـ–—-]{1,2}\s"
    r"(?![«“\"]|[أإ]ن\s|في\s|رئيس|وزير|نائب|قائد)"
)
_FILED_BY = re.compile(  # "تلين ـ «المنارة» ـ من ميرا هولت: قضت"
    r"[^:–—()\d«»-]{2,40}?\s?[ـ–—-]{1,2}\s?«[^«»]{3,30}»\s?[ـ–—-]{1,2}\s?(?:من\s)?(?P<name>[^\W\d]+(?:\s[^\W\d]+){1,3})\s?:\s"
)
_PLACE_WORD = re.compile(
    r"\b(?:new|north\w*|south\w*|east\w*|west\w*|port|united|saint|san|los|las|cape|city|island"
    r"|governorate|province|district|countryside|camp|republic|kingdom|states?)\b",
    re.IGNORECASE,
)
_OF_A_GRAPHIC = re.compile(r"\b(?:satellite )?(?:imagery|map data|graphics?) by\b", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|&|\s(?:and|et|with|avec))\s*$", re.IGNORECASE)
_OF_PAPERS = re.compile(r"(?:The|Le|La|El)\s|L['’](?!H(?:ou|as|oss))")
"""How names of papers begin, behind those of authors; L'Houcine is a man's."""


def by_line(reading: Reading) -> Finding | None:
    """ "By A and B", "BY A, Staff Writer", "Interview by A" in a line near the head or the end."""
    for number in _near_edges(reading):
        match = _by_part(reading, number)
        if match is None or _sentences_below(reading, number) > 2:
            continue
        names = people_in(reading, match["names"], strictly=False)
        if names:
            return _finding(reading, names, number)
    return None


def _by_part(reading: Reading, number: int) -> re.Match[str] | None:
    """ "By A" as the whole line, behind a city, or beside a date: "Posted on 9 June by A"."""
    line = reading.lines[number]
    match = _BY.fullmatch(_BEFORE_BY.sub("", line))
    if match is None and any(date_alone(reading, part) for part in parts_of(line)):
        match = next(filter(None, map(_BY.fullmatch, parts_of(line))), None)
    is_others = match is not None and (_WRITTEN_IN in line or _OF_A_GRAPHIC.search(line))
    return None if is_others else match


def arabic_byline(reading: Reading) -> Finding | None:
    """بقلم, كتب: or إعداد before names; without a colon only where nothing but a name follows."""
    for number in _near_edges(reading):
        line = _IN_PAPER.sub("", _CITY_AHEAD.sub("", reading.lines[number]))
        if "للنشرة العربية" in line:
            continue  # who put it into Arabic
        line = _OTHERS_BEHIND.sub("", line)
        is_parted = "●" in line or _stands_by_a_day(reading, line)
        said = (*parts_of(line), line) if is_parted else (line,)
        match = next(filter(None, map(_ARABIC_BY.fullmatch, said)), None)
        if match is None or not is_arabic(match["names"]):
            continue
        is_verb = not match["sign"].strip() and not match[0].startswith("بقلم")
        several = split_names(match["names"])
        if (
            match[0].startswith("حاور")
            and not match["sign"].strip()
            and not has_given_name(match["names"])
        ):
            continue
        are_known = len(several) > 1 and all(map(has_given_name, several))
        if is_verb and len(match["names"].split()) > 4 and not are_known:
            continue
        names = people_in(reading, match["names"], strictly=False)
        if names:
            return _finding(reading, names, number)
    return None


def _stands_by_a_day(reading: Reading, line: str) -> bool:
    """Whether a part of a line between bars is a day: "الأحد 22-11-2015 20:36 | كتب: ميرا هولت |"."""
    return ("|" in line or " - " in line) and any(
        date_alone(reading, part) for part in parts_of(line)
    )


def told_by(reading: Reading) -> Finding | None:
    """ "A reports: …", "A writes in the Courier:" where the story begins; it stays in the body."""
    story = reading.first_story_line()
    patterns = (_TOLD_BY, _WITH_AGENCIES, _FILED_BY, _WROTE)
    match = next(filter(None, (pattern.match(story) for pattern in patterns)), None)
    if match is None or is_outlet(match["name"]) or reading.context.agencies.named(match["name"]):
        return None
    if match.re is _WROTE and not has_given_name(match["name"]):
        return None  # somebody's post, by their office
    if not is_person(reading, match["name"], strictly=True):
        return None
    return Finding([match["name"]], quoted(match[0]))


def name_with_job(reading: Reading) -> Finding | None:
    """ "A, Marsa Courier correspondent" in a line of its own above the story."""
    for number in (*reading.head, *reading.tail):
        line = reading.lines[number]
        match = (_WITH_JOB if number in reading.head else _JOB_IN_BRACKETS).fullmatch(line)
        if match is not None and is_person(reading, match["name"], strictly=True):
            return _finding(reading, [match["name"]], number)
    return None


def name_with_agency(reading: Reading) -> Finding | None:
    """ "A/AFP" or "A (Reuters)" beside a date; elsewhere such a line is a photographer's."""
    for number in reading.head:
        match = _WITH_AGENCY.fullmatch(reading.lines[number])
        if match is None or not reading.context.agencies.named(match["agency"]):
            continue
        if is_arabic(match["name"]) and not has_given_name(match["name"]):
            continue  # two words may be a city
        if stands_beside_date(reading, number) and is_person(reading, match["name"], strictly=True):
            return _finding(reading, [match["name"]], number)
    return None


def behind_outlet_and_city(reading: Reading) -> Finding | None:
    """ "Tellin News - City (A)" in a line of its own above the story."""
    story = reading.story()
    return _beside_credit(
        reading, OUTLET_CITY_NAMES, lambda name: is_outlet(name) or f" ل{name}" in story
    )


def between_city_and_agency(reading: Reading) -> Finding | None:
    """ "City/ A, B/ Agency" in a line of its own, as Anadolu's reports begin; "City – «Outlet» – A:"."""
    named = _beside_credit(reading, _CITY_NAMES_AGENCY, reading.context.agencies.named)
    filed = _beside_credit(reading, _CITY_NAMES_OUTLET, is_known_outlet)
    return named or filed or _beside_credit(reading, CITY_OUTLET_NAMES, bool)


def _beside_credit(
    reading: Reading, pattern: re.Pattern[str], credited: Callable[[str], object]
) -> Finding | None:
    """Names in a line of its own whose other part is somebody who puts out news."""
    for number in (*reading.head, *reading.open[:2]):
        match = pattern.fullmatch(reading.lines[number])
        if match is None or not credited(match["credit"]):
            continue
        names = split_names(match["names"])
        if names and all(is_person(reading, name, strictly=True) for name in names):
            return _finding(reading, names, number)
    return None


def name_with_place(reading: Reading) -> Finding | None:
    """ "A, CITY" or "A | Outlet" right below the title, where the story tells of that city."""
    story = reading.first_story_line()
    for number in reading.head[:2]:
        match = _WITH_PLACE.fullmatch(reading.lines[number])
        if match is None or not stands_below_title(reading, number):
            continue
        name, place = match["name"].strip(), match["place"].strip()
        is_known = place in story or is_outlet(place) or _is_place(reading, place)
        if is_known and not is_outlet(name) and _is_author(reading, name, number):
            return _finding(reading, [name], number)
    return None


def stands_below_title(reading: Reading, number: int) -> bool:
    """Whether the line above is the title."""
    title = reading.found.get("title")
    return title is not None and line_above(reading, number) in title.consumed


def _is_place(reading: Reading, text: str) -> bool:
    term = reading.context.vocabulary.get(reading.context.vocabulary.id_of(text))
    return term is not None and term.kind == "place"


def name_below_date(reading: Reading) -> Finding | None:
    """Names alone right below the date, where the story does not tell of a person or place so called."""
    for number in reading.head:
        line = reading.lines[number]
        if (
            len(line) > 80
            or is_date_line(reading, number)
            or not stands_below_date(reading, number)
        ):
            continue
        names = split_names(line)
        if names and all(_is_author(reading, name, number) for name in names):
            return _finding(reading, names, number)
    return None


def names_beside_date(reading: Reading) -> Finding | None:
    """ "14.05.2017 | A, B": two or more names beside a date; one alone may be the city's."""
    for number in reading.head:
        line = reading.lines[number]
        if len(line) > 120 or is_story(line) or UPDATED.match(line):
            continue
        others = [part for part in parts_of(line) if not date_alone(reading, part)]
        if len(others) != 1 or len(parts_of(line)) != 2:
            continue
        names = split_names(others[0])
        if len(names) > 1 and all(
            _is_author(reading, name, number) and not _PLACE_WORD.search(name) for name in names
        ):
            return _finding(reading, names, number)
    return None


def _is_author(reading: Reading, name: str, number: int) -> bool:
    """Whether a bare name is a person's that stands nowhere else: no place, paper or sub-heading."""
    elsewhere = any(name in reading.lines[n] for n in range(len(reading.lines)) if n != number)
    article = name.split(maxsplit=1)[0].lower() in ("al", "el") or is_arabic(name)
    is_term = bool(reading.context.vocabulary.id_of(name))
    return is_person(reading, name, strictly=True) and not (elsewhere or article or is_term)


def names_in_city(reading: Reading) -> Finding | None:
    """ "A, B and C in CITY" in a line of its own right below the title, or at the very end."""
    if reading.draft.is_markdown:
        return None
    for number in (*reading.head[:3], *reading.below_standfirst, *reading.tail[-3:]):
        line = reading.lines[number]
        if not _IN_CITY.search(line) or is_story(line) or re.search(r"[.!?:]$", line):
            continue
        if _sentences_below(reading, number) and number in reading.tail:
            continue
        if not re.search(r"[^\W\d_]$", _DATE_BEHIND.sub("", line)):
            continue
        line = _DATE_BEHIND.sub("", line)
        without_cities = re.sub(r"^\W*(?:and|,)\s+", "", _IN_CITY.sub("", line))
        candidates = split_names(without_cities)
        following = line_below(reading, number)
        is_dated = following is not None and is_date_line(reading, following)
        is_known = is_dated or line.isupper() or any(map(has_given_name, candidates))
        if is_known and all(is_person(reading, name, strictly=True) for name in candidates):
            return _finding(reading, candidates, number)
    return None


def _sentences_below(reading: Reading, number: int) -> int:
    """How many sentences stand below a line at the story's end: a sub-heading has them, a byline few."""
    if number not in reading.tail:
        return 0
    below = (reading.lines[n] for n in reading.tail if n > number)
    return sum(1 for line in below if len(line) > 40 and re.search(r"[.!?؟”»\"]$", line))


def _near_edges(reading: Reading) -> Iterator[int]:
    """Lines where a byline can stand: head first, then the end, last one first."""
    seen: set[int] = set()
    for number in (
        *reading.head,
        *reading.right_above,
        *reading.open[:3],
        *reading.below_standfirst,
        *below_first_paragraph(reading),
        *reversed(reading.tail),
        *reading.end,
    ):
        if number not in seen and not is_story(reading.lines[number]):
            seen.add(number)
            yield number


def people_in(reading: Reading, text: str, *, strictly: bool) -> list[str]:
    """The people named before a place, a date, an outlet or a job."""
    text = without_others_work(text)
    text = _HELPED_BY.sub(lambda m: f", {m[1]}" if has_given_name(m[1]) else m[0], text)
    text = re.sub(r"[)\]]+$", "", _IN_CITY.sub("", text).strip())
    is_helped = re.search(r"\savec\s", text) is not None
    listed = text.partition(" ; ")[2]  # lines of their own below "By"
    if len(dashed_names(text)) < 2:  # one is no list
        text = _AFTER_NAMES.sub("", text) if _AFTER_NAMES.match(text) is None else ""
    people: list[str] = []
    parts = split_names(_JOINT.sub("", text.rstrip(" !")))
    for place, part in enumerate(parts):
        name = RANK.sub("", part) if is_arabic(part) else part
        if not is_person(reading, name, strictly=strictly) or reading.is_outlet_itself(name):
            if people and len(name.split()) == 1 and any(map(has_given_name, parts[place + 1 :])):
                continue  # where the first of them is: "A in Tellin, Tarvania, and B in Orsk"
            if not people:
                return []
            break  # what follows the names is their job or their paper
        if _OF_PAPERS.match(name) and (people or is_helped):
            break  # "Le Phare avec AFP"
        if people and (_is_place(reading, name) or (name in listed and not has_given_name(name))):
            break
        people.append(without_city(reading, name))
    return people


def _finding(reading: Reading, names: list[str], number: int) -> Finding:
    return Finding(names, quoted(reading.lines[number]), frozenset({number}))

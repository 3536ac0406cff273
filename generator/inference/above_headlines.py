"""Names that stand where a headline could: of an organisation, of a page in a network, of a columnist."""

from __future__ import annotations

import re

from generator.inference.credits import ARABIC_BODY, is_outlet, is_paper_alone
from generator.inference.date_lines import line_above, line_below
from generator.inference.filed_lines import is_filed_line
from generator.inference.headline_shapes import is_sentence
from generator.inference.institutions import KIND_OF_BODY, is_institution, is_known_organisation
from generator.inference.names import RANK, has_given_name, is_person
from generator.inference.reading import Reading, is_story
from generator.orthography import is_arabic

_NAME_WORDS = 3
_TELLS_OF = re.compile(
    r"(?:هو|هي|ولدت?|كانت?|رحلت?|توفي|توفيت|غابت?|شاعرة?|كاتبة?|روائية?|فنانة?)\s"
)
_TWO, _MOST_WORDS = 2, 7
_SIGNATURE = 6
_DASH = re.compile(r"\s[-–—]\s")
_NAME_AND_CITY = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’.-]+(?:\s[A-ZÀ-Þ][\w'’.-]*){1,3}),\s(?P<city>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)"
)
_ACTS = r"(?:was informed|has |documented|monitored|recorded|confirmed|learned|received|stresses|renews)"
_MOTTO = re.compile(
    r"(?:the\s)?(?:first|leading|oldest|largest)\s(?:[\w-]+\s){1,3}(?:newspaper|daily|weekly|magazine)"
    r"(?:\s(?:of|in|from|for|since)(?-i:\s(?:[A-Z][\w-]+|\d{4})){1,2})?(?:,\s\w+\s(?:in\s)?\d{4})?"
    r"|(?:\w+\s){0,2}(?:news|views|analysis|opinion)(?:,\s\w+)?\s(?:and|&)\s(?:news|views|analysis|opinions?|comment|features)"
    r"\s(?:on|from|about|of)\s.{3,40}"
    r"|your\s\w+,\syour\s\w+",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"(?:pour|for|working (?:to|for)|defending|promoting|protecting|advancing)\s\S+(?:\s\S+){1,5}",
    re.IGNORECASE,
)
"""What an organisation is for, below its name: "Pour la liberté de l'information"."""

_ARABIC_MOTTO = re.compile(
    r"(?:موقع|صحيفة|جريدة|مجلة|وكالة|شبكة)\s(?:[إا]خبارية?|[إا]لكترونية?|يومية|[أا]سبوعية|شهرية)"
    r"(?:\s(?:و?(?:[إا]خبارية?|[إا]لكترونية?|يومية|[أا]سبوعية|شهرية|عامة?|شاملة?|مستقلة?|سياسية?|ثقافية?|اجتماعية?|معتمدة?|نقابيا|جامعة?|حرة?"
    r"|متنوعة?|عربية?|دولية?|محلية?)))+"
)
STATEMENT_ON = re.compile(
    r"(?:بيان|بلاغ|نداء|تصريح)(?:\s(?:صحفي|صحافي|إعلامي|مشترك|هام|ختامي|عاجل)){0,2}"
    r"\s(?:حول|بشأن|بخصوص|بمناسبة|تضامني|إلى الرأي|للرأي)\s.+"
)
"""The headline of a statement in Arabic: "بيان مشترك حول …"."""

_TELLS_IN_ARABIC = re.compile(
    r"[.:،؟!«\"]|\s(?:[تي][^\W\d]{3,}|(?!ال)[^\W\d]{2,}(?<!ا)ت|إلى|على|عن|في)(?:\s|$)"
)
_POSTED_AGO = re.compile(
    r"(?:\d{1,2}\shrs?|yesterday at \d.{3,8}|hier,? à \d.{3,8}|أمس الساعة [\d٠-٩:]+\s?\S{0,6})\s*·.*"
    r"|(?:\d{1,2}\s?(?:mins?|h|m|heures?)|just now|[\d٠-٩]{1,2}\s(?:ساعة|ساعات|دقيقة|دقائق|س|د)"
    r"|منذ [\d٠-٩]+ \S+)\s*·\s*(?:public|عام)?\s*\W*",
    re.IGNORECASE,
)
"""When a network says that something was posted: "2 hrs ·"."""


def is_city_and_outlet(reading: Reading, number: int) -> bool:
    """Whether a line right above the story is "Tellin - The Lantern": a city that the story names, a paper."""
    line = reading.lines[number]
    if is_filed_line(reading, number):
        return True
    parts = _DASH.split(line) if len(line.split()) <= _MOST_WORDS else []
    below = line_below(reading, number) if len(parts) == _TWO else None
    story = reading.lines[below] if below is not None else ""
    if not is_story(story) and not is_sentence(story):
        return False
    city, outlet = parts
    is_city = len(city.split()) <= _TWO and not is_outlet(city) and city[:1].upper() == city[:1]
    if is_city and " " not in city and is_paper_alone(outlet):
        return True  # no headline has one word
    is_told = re.search(rf"(?<!\w)[بو]?{re.escape(city)}(?!\w)", story) is not None
    return is_city and is_told and len(outlet.split()) <= _NAME_WORDS


def names_an_organisation(reading: Reading, number: int) -> bool:
    """Whether a line is an organisation's name, which the story calls by what it is: "The Observatory"."""
    line = reading.lines[number]
    kind = KIND_OF_BODY.search(line)
    if kind is None or f"The {kind[0]} " not in reading.story() or not is_institution(line):
        return False
    return re.search(rf"\bThe {kind[0]} {_ACTS}", reading.story()) is not None


def is_motto(reading: Reading, number: int) -> bool:
    """Whether a line is what a paper calls itself, below its name: "The first English daily of Tellin"."""
    if _ARABIC_MOTTO.fullmatch(reading.lines[number]) is not None:
        return True
    above = line_above(reading, number)
    if above is None:
        return False
    if is_known_organisation(reading.lines[above]) and _CAUSE.fullmatch(reading.lines[number]):
        return True
    is_papers = _MOTTO.fullmatch(reading.lines[number]) is not None
    return is_papers and is_outlet(reading.lines[above])


def signs_below(reading: Reading, line: str) -> bool:
    """Whether a line is a body's name in Arabic that stands again below the story, as issuers sign."""
    start = reading.story_start()
    if start is None or ARABIC_BODY.match(line) is None:
        return False
    below = [other for other in reading.lines[start + 1 :] if other]
    return line in below[-_SIGNATURE:]


def names_a_page(reading: Reading, number: int) -> bool:
    """Whether a line is the name of a page in a network, above how long ago it posted, or that itself."""
    beside = line_below(reading, number)
    is_followed = beside is not None and _POSTED_AGO.fullmatch(reading.lines[beside]) is not None
    return is_followed or _POSTED_AGO.fullmatch(reading.lines[number]) is not None


def names_a_place(reading: Reading, number: int) -> bool:
    """Whether a line is a name of one word that the story has, and nothing else stands above the story.

    So papers print where a report was filed, in a line of its own, where they have no headline for it.
    """
    word = reading.lines[number]
    if not word.isalpha() or not word[0].isupper() or reading.open[:1] != (number,):
        return False
    below = line_below(reading, number)
    if below is None or not is_story(reading.lines[below]):
        return False
    told = re.search(rf"\b{word}\b", "\n".join(reading.lines[below:]), re.IGNORECASE) is not None
    return told and not reading.has_in_lower_case(word.lower())


def names_a_reporter(reading: Reading, number: int) -> bool:
    """Whether a line above all else and right above the story is "Mira Holt, Tellin": who filed it, and where.

    Of a name that nobody knows the story has no word, as of a headline's it would, and happens in that city.
    """
    if _is_known_to_file(reading, number):
        return True
    line = reading.lines[number]
    match = _NAME_AND_CITY.fullmatch(line) if ", " in line else None
    if match is None or reading.open[:1] != (number,):
        return False
    below = line_below(reading, number)
    if below is None or not is_story(reading.lines[below]):
        return False
    story = "\n".join(reading.lines[below:])
    is_city = re.search(rf"\b(?:in|at|near|from|of|to)\s{re.escape(match['city'])}\b", story)
    words = match["name"].lower().split()
    return is_city is not None and not any(word in story.lower() for word in words)


def names_an_author(reading: Reading, number: int) -> bool:
    """Whether a line above all else and right above the story is a name that the story does not have."""
    line = RANK.sub("", reading.lines[number])
    if reading.open[:1] != (number,) or len(line.split()) > _NAME_WORDS or not has_given_name(line):
        return False
    below = line_below(reading, number)
    if below is None or not is_story(reading.lines[below]):
        return False
    if not is_arabic(line) or _TELLS_OF.match(reading.lines[below]):
        return False  # a portrait or a review, as they begin in other languages
    is_told = any(line.split()[-1] in other for other in reading.lines[below:])
    return not is_told and is_person(reading, line, strictly=True)


def names_an_issuer(reading: Reading, number: int) -> bool:
    """Whether a line is a body's name right above its statement's headline: "تنسيقية البحارة", "بيان حول …"."""
    name = reading.lines[number]
    if ARABIC_BODY.match(name) is None or not _TWO <= len(name.split()) <= _MOST_WORDS:
        return False
    below = line_below(reading, number)
    if below is None or STATEMENT_ON.match(reading.lines[below]) is None:
        return False
    return _TELLS_IN_ARABIC.search(name) is None


def is_of_a_network(reading: Reading) -> bool:
    """Whether a text is what a page of a network posted."""
    first = next((number for number, line in enumerate(reading.lines) if line), None)
    return first is not None and names_a_page(reading, first)


def _is_known_to_file(reading: Reading, number: int) -> bool:
    """Whether the given name in such a line is known; then the story need only tell of the city."""
    line = reading.lines[number]
    is_first = "," in line and not any(reading.lines[:number])
    match = _NAME_AND_CITY.fullmatch(line) if is_first else None
    below = line_below(reading, number) if match and has_given_name(line) else None
    if match is None or below is None or not is_story(reading.lines[below]):
        return False
    told = "\n".join(reading.lines[below:])
    surname = re.escape(match["name"].split()[-1])
    is_filed = re.search(rf"\b{re.escape(match['city'])}\b", told) is not None
    is_told = re.search(rf"\b{surname}\b", told) is not None
    is_name = is_filed and not is_told and is_person(reading, match["name"], strictly=True)
    return is_name and not is_outlet(match["city"])


def names_a_columnist(reading: Reading, number: int) -> bool:
    """Whether a line is a person's name, above one more line and then the story."""
    line = reading.lines[number]
    if not has_given_name(line) or len(line.split()) > _NAME_WORDS:
        return False
    below = line_below(reading, number)
    story = line_below(reading, below) if below is not None else None
    is_between = story is not None and is_story(reading.lines[story])
    return is_between and is_person(reading, line, strictly=True)

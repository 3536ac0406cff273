"""How credits are compared, and the words that make a name an outlet's rather than a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources

import yaml
from frontmatter.default_handlers import SafeLoader  # in C, where the machine has it

from generator.orthography import fold, folded_words

_SITE_WORDS = frozenset(
    """
    news times post courier today observatory herald tribune gazette daily journal
    monitor press agency magazine review network tv radio online watch foundation
    institute center centre committee committees bulletin chronicle telegraph mirror
    watchtower standard examiner inquirer wire media report reporter dispatch weekly voice newspaper guardian
    independent council organization organisation association courrier quotidien presse
    observatoire agence revue صحيفة جريدة وكالة موقع شبكة مرصد المرصد قناة مجلة اليوم
    نيوز بريس برس إخباري إخبارية الإخباري الإخبارية مركز المركز راديو إذاعة منظمة هيئة مؤسسة أخبار
    """.split()
)
_FOLDED_SITE_WORDS = frozenset(fold(word) for word in _SITE_WORDS)
_MOST_OF_A_NAME = 4
_UNITED = re.compile(r"United Nations|Nations [Uu]nies|الأمم المتحدة")
_NEWS, _SHORTEST_GLUED = ("news", "نيوز"), 6
_AROUND_A_NAME = re.compile(  # as folded
    r"^(?:the|جريده|صحيفه) | (?:com|net|org|fr|online|live|english|arabic|francais|عربي|عربيه|بالعربيه"
    r"|الاخباريه|(?:[a-z]+ )?edition)$"
)
OUTLET_CITY_NAMES = re.compile(
    r"(?P<credit>[^-–—()\d]{3,40}?)\s[-–—]\s[^()\d]{2,30}?\s\((?P<names>[^()\d]{5,60})\)"
)
"""A line such as "Tellin News - City (A)", the outlet and the authors by name."""

_NAMES_OUTLET_DAY = re.compile(
    r"(?:(?P<names>[^/\d]{4,60})/)?(?P<outlet>[^/\d]{3,40})/(?P<day>[^\W\d]{3,12}\s\d{1,2}|\d{1,2}\s[^\W\d]{3,12})/(?P<year>(?:19|20)\d\d)"
)
"""A line such as "A/Tellin News/August 08/2012", as readers' sites keep others' articles."""


def names_outlet_and_day(line: str) -> re.Match[str] | None:
    """Such a line, parted; asked of many lines, of which hardly one has two slashes."""
    return _NAMES_OUTLET_DAY.fullmatch(line) if line.count("/") > 1 else None


ARABIC_BODY = re.compile(
    r"(?:ال)?(?:مرصد|شبكة|مركز|منظمة|لجنة|رابطة|هيئة|جمعية|نقابة|اتحاد|ائتلاف|تجمع|مؤسسة|تنسيقية)\s"
)
"""How the Arabic names of organisations begin."""

_OF_A_PAPER = r"(?:[A-ZÀ-Þ][\w'’-]+|de|du|des|of|del)"
PAPER = re.compile(rf"(?:(?:The|Le|La|El)\s|L[`'’]){_OF_A_PAPER}(?:\s{_OF_A_PAPER}){{0,3}}")
"""How papers are called whose names have no word that tells so: "The Lantern", "Le Courrier de Tellin"."""

_PAPER_BEHIND_CITY = re.compile(
    r"(?!(?:Staff|Our|Own|Special|City|Web|Local|Sports|The|Press|News|Wire|Guest|Blog|Daily|Morning|Border|Military|Command|Trading|Army|Police|Check|Voice|Chief"
    r"|Lead|Election|Human|Air|Observation|Good|Breaking|Latest|UN|EU|OSCE|Independent|International|Field)\s)(?:[A-Z][\w'’-]+\s){1,3}"
    r"(?:Times|Herald|Post|Examiner|Tribune|Gazette|Chronicle|Courier|Mirror|Observer|Inquirer|Telegraph|Mail|News)"
)
_WITH_24 = re.compile(r"[^\W\d]{3,}(?:\s[^\W\d]{3,})?\s?24")
_DOMAIN = re.compile(r"\w\.(?:com|org|net|info|news|tv|sy|co)\b", re.IGNORECASE)


@lru_cache(maxsize=8192)  # several rules ask for the same parts of lines
def folded_credit(text: str) -> str:
    """A credit as it is compared: its words folded, without the dots of an abbreviation."""
    return " ".join(folded_words(text.replace(".", " ")))


def is_outlet(text: str) -> bool:
    """Whether a short text names an outlet: by a word such as News or صحيفة, a domain, or as one known."""
    if _DOMAIN.search(text) or _WITH_24.fullmatch(text) or is_known_outlet(text):
        return True
    return any(map(_is_site_word, folded_words(text)))


def _is_site_word(word: str) -> bool:
    """Whether a folded word makes a name an outlet's, alone or glued: "Tellinnews"."""
    return word in _FOLDED_SITE_WORDS or (len(word) > _SHORTEST_GLUED and word.endswith(_NEWS))


def is_known_outlet(text: str) -> bool:
    """Whether a text is, as a whole, the name of an outlet that stands in ``outlets.yml``."""
    name = folded_credit(text)
    return name in _known() or _AROUND_A_NAME.sub("", name) in _known()


def is_outlet_where_filed(text: str) -> bool:
    """Whether a text is the name of a known outlet, if it stands behind a city, though it is words as well."""
    return is_known_outlet(text) or folded_credit(text) in _where_filed()


def is_paper_alone(text: str) -> bool:
    """Whether a text is a known outlet's name as that is printed: no word in small letters, three at most."""
    words = text.split()
    is_name = len(words) <= _MOST_OF_A_NAME and not any(map(str.islower, words))
    return is_name and is_known_outlet(text) and _UNITED.match(text) is None


def is_outlet_in_brackets(dateline: str, name: str) -> bool:
    """Whether a dateline has an outlet of several words in brackets: "TARN: (Harbour Times) –"."""
    if f"({name}" not in dateline or len(name) < _SHORTEST_GLUED:
        return False
    return is_known_outlet(name) or _PAPER_BEHIND_CITY.fullmatch(name) is not None


def begins_known_outlet(word: str) -> bool:
    """Whether the name of an outlet in ``outlets.yml`` begins with a folded word."""
    return word in _first_words()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _known())


@cache
def _known() -> frozenset[str]:
    everywhere = (names for key, names in _listed().items() if key != "where_filed")
    return frozenset(_folded(name for names in everywhere for name in names))


@cache
def _where_filed() -> frozenset[str]:
    return frozenset(map(folded_credit, _listed()["where_filed"]))


@cache
def _listed() -> Mapping[str, list[str]]:
    text = (resources.files(__package__) / "outlets.yml").read_text("utf-8")
    listed: Mapping[str, list[str]] = yaml.load(text, Loader=SafeLoader)
    return listed


def _folded(names: Iterator[str]) -> Iterator[str]:
    for name in map(folded_credit, names):
        yield name
        yield _AROUND_A_NAME.sub("", name)

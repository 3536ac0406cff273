"""Names of people: told from desks, outlets and sub-headings, and split where several stand together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

import yaml
from frontmatter.default_handlers import SafeLoader  # in C, where the machine has it

from generator.inference.credits import is_outlet
from generator.inference.reading import Reading
from generator.orthography import fold, is_arabic, stems

_PARTICLES = frozenset(
    """
    al el de del della da di dos du van von der den bin ibn ben abu abd ul la le y e d'
    ter zu ap mac
    """.split()
)
_NO_NAME = frozenset(
    """
    desk staff correspondent correspondents reporter reporters writer writers editor
    editors editorial agency agencies news team newsroom bureau our special the a an and
    of on in at for any by with from online service services admin administrator
    contributor contributors press photographer photo photos video office media
    international wire guest anonymous author unknown their his her this that other
    others human rights middle east world politics opinion security justice culture
    economy business sports local national africa breaking exclusive webmaster
    published originally posted updated origin
    group society nations ministry government embassy army movement campaign initiative project
    forum fund relief charity coalition alliance federation commission authority company ltd inc
    gmbh llc sans frontières affairs department republic republik république gouvernement regierung
    ministère ministerium bundesministerium außenministerium parti party mouvement union université
    university collectif syndicat verein stiftung fondation corporation
    للنشر الفوري رئيس التحرير مراسل مراسلة مراسلنا مراسلتنا محرر شؤون
    مكتب المكتب الإعلامي الاعلامي الصحفي إدارة الإدارة الأمانة
    وزارة حكومة جمعية اتحاد تجمع تنسيقية لجنة مجلس حزب حملة مجموعة
    profile login logout account teaser image grupa urgent action appeal alert statement briefing
    most visited viewed popular top latest trending
    super user users website webteam newsdesk webdesk digital contributed release releases
    share tweet whatsapp telegram facebook twitter prev previous next
    view original reports stories soft tech technologies solutions systems design studio hosting software
    rédaction agences مراسل مراسلنا مراسلون المراسل محرر المحرر التحرير
    تحرير وكالات وكالة الوكالات قسم فريق خاص موقع مكتب كاتب هيئة مصور تصوير متابعة
    الشعب حساب إنشاء تسجيل الدخول مستخدم cms webmestre webmaster
    متابعات أخبار وحدة رصد صحفي صحافي صحفية صحافية باحث باحثة كاتبة ناشط ناشطة
    """.split()
)
_BODIES = frozenset(
    map(
        fold,
        "حزب حركة جبهة منظمة لجنة هيئة مجلس رابطة شبكة مركز اتحاد نقابة جمعية مؤسسة تيار تجمع ائتلاف حملة"
        " مرصد".split(),
    )
)
_FOLDED_NO_NAME = frozenset(fold(word) for word in _NO_NAME)
_NAME_WORD = re.compile(  # in any script that knows capitals
    r"(?:[a-zà-ÿ]{1,3}['’-]?)?(?P<capital>[^\W\d_])[^\W\d_]*(?:['’.-][^\W\d_]*)*\.?\Z"
)
_INITIAL = re.compile(r"[^\W\d_]\.\Z")
_LAST_INITIAL = re.compile(r"[^\W\d_]{2}\s[^\W\d_]\.\s*$")
_NICKNAME = re.compile(r"(?<=\w)\s+[\"“”«»]\s?[^\W\d_][^\"“”«»\d]{1,24}[\"“”«»](?=\s+\w)")
_GENERATION = re.compile(r",?\s+(?P<word>Jr|Sr)(?P<dot>\.?)(?=\s*(?:$|[,;&/]|\sand\b))")
_ADDRESSED = frozenset("Mr Mr. Mrs Mrs. Ms Madam Madame Monsieur Sir".split())
_OFFICES = frozenset(
    "president vice-president chair chairman chairperson speaker minister secretary ambassador".split()
)
_PAPERS_ARTICLES = {"El": 3, "La": 2, "Los": 2, "Las": 2}
"""Articles of papers' names, and of how many words those are that no man's name is."""

_ARTICLES = frozenset(("Der", "Die", "Das", "Les", "The"))
_ADDRESS_BEHIND = re.compile(
    r"[^\W\d_]{2}\.(?:com|net|org|info|co|fr|ch|be|uk|de|tv|eu)$", re.IGNORECASE
)
"""As of a site that signs with its address: "Le Courrier.fr"."""

_NUMBERED_HEAD = re.compile(
    r"(?:I{1,3}|IV|VI{0,3}|IX)\.\s(?:Summary|Introduction|Background|Overview|Methodology|Conclusions?|Context"
    r"|Recommendations?|Findings|Résumé|Contexte)"
)
"""A chapter's: "I. Summary"."""

_ARTICLE_AHEAD = re.compile(r"^(?:al|el)-")
_MOST_WORDS, _LONGEST_DESK = 6, 3
_SHORTEST_STEM = 4
WRITERS_JOB = re.compile(
    r"(?:(?:senior|staff|special|acting|associate|chief|assistant)\s)*(?:researcher|correspondent|reporter"
    r"|writer|analyst|fellow|advocate|counsel|columnist)\b",
    re.IGNORECASE,
)
"""How a line begins that says what an author does."""

RANK = re.compile(
    r"^(?:(?:د|أ|م|الدكتورة?|الأستاذة?|المهندسة?|المحامية?|العميد|العقيد|اللواء|الفريق|الشيخ|القاضي"
    r"|المتقاعد|dr|prof)[.\s]\s*)+",
    re.IGNORECASE,
)
"""What stands before the names of officers, doctors and judges."""

NAME_AT_OFFICE = re.compile(
    r"(?P<name>[\u0621-\u0652]+(?:\s[\u0621-\u0652]+){1,3})\s?/\s?(?:مكتب|مراسل(?:ة|نا|تنا)?)"
    r"\s[\u0621-\u0652]+(?:\s[\u0621-\u0652]+){0,2}\s?:?"
)
"""How a paper's own people sign from one of its offices: "ميرا هولت /مكتب تلين"."""

_KEPT_DOT = "\u2024"  # stands for a dot that belongs to a name while names are parted
_ARABIC_AND = "و"
_NAMES_IN_WAW = frozenset(
    fold(name)
    for name in """
    وليد وائل وسام وفاء وسيم وجدي وديع وردة ورد وحيد وهيب وداد واصف واثق وفيق وصفي وجيه
    ولد ولاء وئام ونس ودود وعد وضاح والي وافي وهبة وهبي وزان ودان وصال وقاص
    """.split()
)

_DAY_OF_WEEK = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_ACADEMIC = re.compile(r"^(?:(?:أ\s?\.\s?)?د\s?\.\s?|الدكتورة?\s)+(?=\S+\s\S)")
_ARABIC_DASH = re.compile(r"\s+[-–]\s*|\s*[-–]\s+")
_AND = re.compile(r"\s*(?:,|;|&|/|\s(?:and|et|und|y)\s)\s*(?:and\s+|et\s+)?|\s*،\s*", re.IGNORECASE)


_OTHERS_WORK = re.compile(
    r"(?:^|,|&|\s(?:and|et|und|y)\s)\s*(?:(?!\s(?:and|et|und|y)\s)[^,&()]){4,40}?\s*"
    r"(?:\((?:photos?|photograph\w*|images?|vid[ée]os?|tradu\w*|translat\w*|illustrat\w*|dessins?|graphi\w*)\)"
    r"|,\s*(?:photos?|photograph\w*|traduct\w*|translat\w*|illustrat\w*))\s*$",
    re.IGNORECASE,
)


def without_others_work(names: str) -> str:
    """A byline without the last one, where that took the pictures or translated: "A and B (photos)"."""
    return _OTHERS_WORK.sub("", names)


def split_names(text: str) -> list[str]:
    """The names in "A, B and C" or "أ، ب وج", without "د."; "A, Jr." is one."""
    text = _GENERATION.sub(lambda m: f" {m['word']}{_KEPT_DOT if m['dot'] else ''}", text)
    parts = [_bare(part).replace(_KEPT_DOT, ".") for part in _AND.split(text)]
    names = [name for part in parts if part for name in _split_arabic(part)]
    return [_ACADEMIC.sub("", name) for name in names]


def _bare(part: str) -> str:
    """A name without marks around it; the dot of a last initial is its own: "Ketevan M."."""
    bare = part.strip(" .:-–—|")
    return f"{bare}." if _LAST_INITIAL.search(part) else bare


def is_person(reading: Reading, name: str, *, strictly: bool) -> bool:
    """Whether this can be the name of a person, as printed.

    Args:
        reading: where it stands: words that the text also has in lower case are no names.
        name: the words.
        strictly: without a "By" before it, one such word is enough to reject it; with one, all
            of its words have to be such.
    """
    name = _NICKNAME.sub("", name)
    parts = name.split()
    if not 2 <= len(parts) <= _MOST_WORDS or re.search(r"[\d@:;!?()\[\]\"“”«»#*_<>|]", name):
        return False
    if all(map(_INITIAL.match, (f"{part.rstrip('.')}." for part in parts))):
        return False  # "L. H."
    if parts[0] in _ADDRESSED and (fold(parts[1]) in _OFFICES or parts[1] in ("le", "la")):
        return False  # "Mr Vice-President", to whom a speech is
    if any(fold(part.strip(".,")) in _FOLDED_NO_NAME for part in parts if not _INITIAL.match(part)):
        return False
    if any(map(_DAY_OF_WEEK.fullmatch, parts)):
        return False  # "TELLIN Tuesday", behind a slash
    if _NUMBERED_HEAD.fullmatch(name) or _is_a_things(parts) or _ADDRESS_BEHIND.search(name):
        return False
    if is_outlet(name) or reading.context.agencies.named(name) or _is_agencys(reading, parts):
        return False
    if is_arabic(name):
        is_body = fold(parts[0]).removeprefix("ال") in _BODIES
        return not is_body and all(is_arabic(part) and len(part) > 1 for part in parts)
    if not all(_is_name_word(part) or part.lower() in _PARTICLES for part in parts):
        return False
    common = [
        any(map(reading.has_in_lower_case, _as_words(part.strip("."))))
        for part in parts
        if part.lower() not in _PARTICLES
    ]
    return not (any(common) if strictly else all(common))


def _is_a_things(parts: list[str]) -> bool:
    """Whether words begin with an article, as papers do and few men: "El Planeta Urbano"."""
    if parts[0] in _ARTICLES:
        return True
    is_papers = len(parts) >= _PAPERS_ARTICLES.get(parts[0], _MOST_WORDS + 1)
    return is_papers and not has_given_name(" ".join(parts[1:]))


def _is_agencys(reading: Reading, parts: list[str]) -> bool:
    """Whether a name is an agency's and a city's: "AFP Tellin"; Petra and Sana are women's names, too."""
    first, rest = parts[0], " ".join(parts[1:])
    is_short = len(rest) <= _LONGEST_DESK  # "AFP FR"
    is_credit = first == "Reuters" or is_arabic(first)
    is_credit = is_credit or (first.isupper() and (is_short or not rest.isupper()))
    return is_credit and bool(reading.context.agencies.named(first)) and not has_given_name(first)


def _as_words(part: str) -> list[str]:
    """How a part of a name would stand in lower case if it were a word: Ines is no plural of "in"."""
    whole, *shorter = stems(part)
    return [whole, *(stem for stem in shorter if len(stem) >= _SHORTEST_STEM)]


def without_agency(reading: Reading, name: str) -> str:
    """The name without an agency's glued behind it: "Mira Holt Reuters"."""
    return reading.context.agencies.parted_from(name)[0] if glued_agency(reading, name) else name


def glued_agency(reading: Reading, name: str) -> str:
    """The agency glued behind a name, if its last word is no name that people bear, too."""
    agency = reading.context.agencies.parted_from(name)[1]
    return (
        ""
        if not agency or is_arabic(name) or has_given_name(name.rsplit(maxsplit=1)[-1])
        else agency
    )


def _is_name_word(word: str) -> bool:
    match = _NAME_WORD.match(word)
    return match is not None and match["capital"].isupper()


def has_given_name(name: str) -> bool:
    """Whether a name begins with a given name that stands in ``given_names.yml``."""
    printed = name.split()[:2]
    if printed[:1] == ["على"] and not has_given_name(" ".join(printed[1:]).removeprefix("ال")):
        return False  # "at", more often than Ali without the dots of its last letter
    first = fold(printed[0].strip(".,")) if printed else ""
    bare = _ARTICLE_AHEAD.sub("", first)
    return not _given_names().isdisjoint((first, first.partition("-")[0], bare))


@cache
def _given_names() -> frozenset[str]:
    text = (resources.files(__package__) / "given_names.yml").read_text("utf-8")
    listed: Mapping[str, str] = yaml.load(text, Loader=SafeLoader)
    return frozenset(fold(name) for names in listed.values() for name in names.split())


def _is_a_place(text: str) -> bool:
    """Whether two words with their articles are no name: "المرفأ القديم" is a quarter."""
    parts = text.split()
    return all(part.startswith("ال") for part in parts) and not has_given_name(text)


def dashed_names(text: str) -> list[str]:
    """The parts of an Arabic text between dashes, if each can be a name; nothing otherwise."""
    parts = [part for part in _ARABIC_DASH.split(text) if part] if is_arabic(text) else []
    names = (len(part.split()) > 1 and not _is_a_place(part) for part in parts)
    return parts if all(names) else []


def _split_arabic(text: str) -> list[str]:
    """Names joined by a dash, or by و, which is written together with the second one."""
    if len(dashed := dashed_names(text)) > 1:
        return [name for part in dashed for name in _split_arabic(part)]
    parts = text.split()
    for place in range(2, len(parts)):
        part = parts[place]
        rest = [part[1:], *parts[place + 1 :]] if len(part) > 1 else parts[place + 1 :]
        if not part.startswith(_ARABIC_AND) or fold(part) in _NAMES_IN_WAW:
            continue
        if len(rest) >= 2:
            return [" ".join(parts[:place]), *_split_arabic(" ".join(rest))]
    return [text]

"""Source: the outlet that its own story names, because people tell it things.

Who is told something ("… told the Lantern", "قال لـ«المدار»", "a déclaré au Lien"), has learned it, or has
a correspondent there wrote the story, as long as no credit says otherwise and nobody else is told as
much. What is merely quoted ("according to …") is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.inference.credits import begins_known_outlet, is_known_outlet, is_outlet
from generator.inference.institutions import is_institution
from generator.inference.names import has_given_name, is_person
from generator.inference.reading import Reading, is_caption, is_story, quoted, same
from generator.inference.told_names import KIND_OF_BODY, as_published, in_full, is_anothers
from generator.model import Finding
from generator.orthography import fold, is_arabic

_CAPITALISED = r"(?:(?:[ae]l-)?[A-ZÀ-Þ](?:[\w&]|\.(?=\w))*(?:['’-]\w{2,})*)"
_NAME = (
    rf"(?:the\s)?(?P<name>(?:The\s)?{_CAPITALISED}"
    rf"(?:\s(?:(?:of|for|du|de|des)\s(?:the\s)?)?{_CAPITALISED}){{0,4}})"
)
_QUOTED = r"[«“\"(]{1,2}\s?(?P<name>[^«»“”\"()\d]{3,30}?)\s?[»”\")]"
_TO = r"ل(?:ـ{1,2})?\s?"
_OF_THE = r"(?:[ld]['’]|du\s|des?\s|la\s|au\s|le\s){0,2}[«\"]?\s?"
_AHEAD = tuple(  # words that one of these patterns cannot do without, and the pattern
    (words, re.compile(pattern))
    for words, pattern in (
        (("told", "tells", "telling"), rf"\b(?:told|tells|telling)\s{_NAME}"),
        (
            ("interview with", "spoke", "speaking"),
            rf"\b(?:interview with|spoke (?:to|with)|speaking (?:to|with))\s{_NAME}",
        ),
        (
            tuple(
                f"{word} to"
                for word in "interview remarks comments mail statement message letter".split()
            ),
            rf"\bin (?:an interview|remarks|comments|an e-?mail|a statement|a message|a letter) to\s{_NAME}",
        ),
        (
            (
                "seen by",
                "obtained by",
                "reviewed by",
                "interviewed by",
                "contacted by",
                "reached by",
            ),
            rf"\b(?:seen|obtained|reviewed|interviewed|contacted|reached) by\s{_NAME}",
        ),
        (
            (" à ", " au "),
            r"\b(?:déclaré|dit|confie|confié|explique|expliqué|raconte|raconté|indiqué|affirmé|assuré|précisé"
            r"|témoigne|témoigné|livré?e? cette information(?: \w+)?|-t-il|-t-elle|dit-il|dit-elle)\s"
            rf"(?:à|au)\s{_OF_THE}{_NAME}",
        ),
        (
            (" par ",),
            rf"\b(?:[Cc]ontacté|[Jj]oint|interrogé|sollicité|rencontré|consulté)e?s?\spar\s{_OF_THE}{_NAME}",
        ),
        (
            ("journaliste", "correspondant", "envoyé"),
            rf"\b(?:journaliste|correspondante?|envoyée? spéciale?)s?\s(?:de|du|d['’])\s?{_OF_THE}{_NAME}",
        ),
    )
)
_BEHIND = tuple(
    (words, re.compile(pattern))
    for words, pattern in (
        (
            ("gathered", "learn", "has seen", "understands", "can reveal", "spoke"),
            r"\s(?:(?:has learn(?:ed|t)|gathered|understands) (?:that|from)|has seen|can reveal"
            r"|spoke (?:to|with))\b",
        ),
        (
            ("correspondent", "reporter", "journalist", "stringer"),
            r"(?:['’]s?)?\s(?:correspondent|reporter|journalist|stringer)s?\b"
            r"(?!(?:\s[A-Z][\w'’-]+){1,4}\s(?:was|were|ha[sd] been|is being|freed|killed|died|remains)\b)",
        ),
    )
)
_OPENING = ("«", "“", '"', "(")
_NAME_AT_END = re.compile(rf"\b{_NAME}$")
_BEFORE = 80
_SAYS = (
    r"و?(?:قال|أكد|اكد|أوضح|اوضح|صرح|ذكر|كشف|أفاد|افاد|أشار|اشار|أضاف|اضاف|روى|شرح|أعرب|وصف|نفى|حذر|رجح|لفت|اعتبر"
    r"|[يت](?:قول|ؤكد|وضح|ضيف|روي|شرح|صف|تابع|ستذكر))(?:ت|وا|ا)?"
)
_IN_TALK = r"(?:تصريحات?|تصريحاته|حديثه?ا?|اتصال|لقاء|مقابلة|حوار|رسالة|شهادات?)"
_KIND = r"(?:صحيفة|جريدة|مجلة|قناة|إذاعة)"
_IN_ARABIC = tuple(
    re.compile(rf"(?<!\w){pattern}{_QUOTED}")
    for pattern in (
        rf"{_SAYS}\s[^.؟!\n«»]{{0,110}}?{_TO}",
        rf"{_IN_TALK}\s(?:[^\W\d_]+\s){{0,3}}?(?:{_TO}|إلى\s?|الى\s?|مع\s?)(?:{_KIND}\s)?",
        rf"(?:و?التقته(?:ا|م|ما)?|و?التقت|تلقته?ا?|حصلت عليه?ا?|و?علمت|وصل|لم يتسن[ّى]?\s{_TO})\s?",
        r"(?:ل?مراسلة?|أسئلة)\s?",
        rf"{_TO}(?:وكالة|صحيفة|جريدة|موقع|شبكة|قناة|راديو|إذاعة)(?:\s(?:أنباء|أخبار|إخبارية))?\s?",
    )
)
_PLAIN_ARABIC = re.compile(
    rf"(?<!\w)(?:{_TO}|ل?مراسلة?\s)(?:(?:وكالة|صحيفة|جريدة|موقع|شبكة|قناة)\s)?(?P<name>(?:[^\W\d_]+\s?){{1,3}})"
)
_BARE_TO = re.compile(rf"{_TO}(?!(?:وكالة|صحيفة|جريدة|موقع|شبكة|قناة|مراسل))")
_SAID_IN_ARABIC = re.compile(
    rf"(?<!\w)(?:{_SAYS}|(?:في\s)?{_IN_TALK}|قائلا|مضيفا|وتابع|وأردف)(?!\w)"
)
_IS_SURE = re.compile(
    r"gathered|has learn|correspondent|reporter|مراسل|التق[تى]|علمت|وصل|يتسن"
    rf"|^{_IN_TALK}\s(?:[^\W\d_]+\s)*?(?:مع\s|إلى\s|الى\s|{_TO}){_KIND}\s"
)
"""Words that only the outlet itself would use, and talks with a paper that is called one."""

_WITH_A_PAPER = re.compile(rf"{_IN_TALK}\s(?:[^\W\d_]+\s)*?(?:مع\s|إلى\s|الى\s|{_TO}){_KIND}\s")
_SAID_BEFORE = re.compile(r"(?<!\w)(?:و?كانت?|قد|سبق|وسبق)\s")
_LEAD, _SENTENCE = 700, 200

_SURELY = re.compile(
    r"\s?:\s?[«“\"]|\s(?:by|over the|on the) (?:tele)?phone|\spar téléphone"
    r"|\s(?:عبر|في اتصال|خلال اتصال) (?:ال)?هات"
)
"""What follows where the outlet tells of its own call or quotes at once."""


_OFFICES = re.compile(
    r"\b(?:parliament|congress|senate|council|assembly|committee|commission|court|tribunal|ministry|police|army"
    r"|government|cabinet|house|board|union|part(?:y|i)|conseil|sénat|cour|assemblée|comité|united nations"
    r"|un|eu|u\.n|nato|onu|security|foreign|cent(?:er|re)|organi[sz]ation|association)\b"
    r"|مجلس|برلمان|محكمة|لجنة|وزارة|حكومة|شرطة|حزب|منظمة|هيئة|مؤتمر|اتحاد|أمم|حركة|كتائب|لواء|جيش",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:rights|amnesty|unhcr|unicef|ocha|ohchr|icrc|msf|crisis group|red cross"
    r"|reporters without|cpj|rsf|fidh)\b"
    r"|رايتس|العفو|الصليب|يونيسف|أونروا|أطباء|مراسلون|مفوضية|حقوق",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"(?:He|She|It|They|We|I|You|Who|One|Some|Two|Three|Several|Both|All|Most|Many|Few|Other|Quelques|Plusieurs|Certains|Deux|Trois|Des|Les|"
    r"Every(?:one|body)|No(?:body|one)|Police|God)"
)
_WHAT_KIND = re.compile(  # "Special correspondent Mira Holt", "Tellinese reporters"
    r"(?:Special|Foreign|Chief|Senior|Junior|War|Political|Diplomatic|Legal|Local|Young|Veteran|Freelance"
    r"|Independent|Investigative|Business|Sports?|Staff|Kazakh|Uzbek|Kyrgyz|Tajik|Turkmen|Afghan|Uyghur|Tamil|Arab|Greek"
    r"|German|French|Dutch|Swiss|Thai|Czech|Slovak|Serb|Croat|Filipino|\w+(?:i|ian|can|ese|ish))"
)
"""What a reporter is called who is nobody's: by the work, or by the country."""

_OF_A_COUNTRY = re.compile(
    r"\s?(?!ال(?:إخباري|فضائي|يومي|[إا]لكتروني|أسبوعي))ال[^\W\d_]{3,}ية(?!\w)"
)
_FEMININE_KIND = re.compile(r"(?:قناة|صحيفة|جريدة|شبكة|وكالة|إذاعة|مجلة)\s?[«“\"(]")
_INTERVIEWS = ("مقابلة", "حوار", "لقاء")
"""Other people's papers have their country behind the name, "لقناة (قنديل نيوز) التلينية"; what they made an
interview of is theirs even so."""

_LONG_AGO = re.compile(
    r"\W*(?:last|earlier|at the time|previously|à l'époque"
    r"|in (?:19|20)\d\d|(?:\S+\s)?الماضي?ى?ة?\b|في وقت سابق|سابقا)"
)
_READ = 12_000
_SHORTEST_NAME = 4
_SHORTEST = 60  # letters of a paragraph in which somebody may be told something
_ENOUGH = 2


@dataclass(frozen=True)
class _Telling:
    """A place where the story says who was told: the name, the words, and if only that outlet says so."""

    name: str
    words: str
    is_sure: bool

    @property
    def weight(self) -> int:
        return _ENOUGH if self.is_sure else 1


def told_outlet(reading: Reading) -> Finding | None:
    """The outlet that is told something in the story more often than any other."""
    told: dict[str, list[_Telling]] = {}
    for telling in _tellings(reading):
        name = re.sub(r"['’]s\b.*", "", telling.name)
        told.setdefault(same(name).removeprefix("the "), []).append(telling)
    for key in sorted(told, key=len):
        longer = next((other for other in told if other.startswith(f"{key} ")), "")
        if longer:
            told[longer] += told.pop(key)  # "told NBN's programme", "told NBN News"
    ranked = Counter({key: sum(t.weight for t in said) for key, said in told.items()})
    best = ranked.most_common(2)
    if not best or len({weight for _, weight in best}) < len(best):
        return None
    key, weight = best[0]
    first = told[key][0]
    if is_anothers(reading, first.name):
        return None
    known = reading.context.agencies.named(first.name)
    name = known or as_published(reading, first.name) or in_full(reading, first.name)
    if KIND_OF_BODY.fullmatch(name) and not reading.is_publisher(name):
        return None  # "the Network", whichever that is
    is_sure = weight >= _ENOUGH if known else _is_certain(reading, first.name, weight)
    if not is_sure and not reading.is_publisher(first.name):
        return None  # agencies are what others quote, too
    return Finding(name, f"is told what the story says: {quoted(first.words)}")


def _tellings(reading: Reading) -> Iterator[_Telling]:
    """Where somebody is told something; captions are no part of the story."""
    start = reading.story_start()
    lines = [reading.lines[n] for n in reading.open if start is not None and n >= start]
    told = (line for line in lines if len(line) >= _SHORTEST and not is_caption(line))
    story = "\n".join(told)[:_READ]
    if is_arabic(story):
        yield from _told_agencies(reading, story)
        yield from _told_site(reading, story)
        found = _in_arabic(story)
    else:
        found = _in_latin(story)
    for name, words, end in found:
        if _LONG_AGO.match(story, end) or _OFFICES.search(name) or has_given_name(name):
            continue
        if _PRONOUN.fullmatch(name) or _is_nobodys(reading, name, words):
            continue
        start = end - len(words)
        is_others = _FEMININE_KIND.search(words) and _OF_A_COUNTRY.match(story, end)
        if is_others and not words.startswith(_INTERVIEWS):
            continue
        if _WITH_A_PAPER.match(words) and _is_background(story, start):
            continue
        is_sure = _IS_SURE.search(words) or _SURELY.match(story, end)
        yield _Telling(name, words, is_sure is not None)


def _is_nobodys(reading: Reading, name: str, words: str) -> bool:
    """Whether what stands before "reporters" only says of what kind they are: "Tellinese reporters"."""
    is_possessive = words[len(name) :].startswith(("'", "’"))
    if is_possessive or not words.startswith(name) or _WHAT_KIND.fullmatch(name) is None:
        return False
    return not (is_outlet(name) or reading.is_publisher(name))


def _in_arabic(story: str) -> Iterator[tuple[str, str, int]]:
    """Each name in quotation marks that is told something, the words, and where they end."""
    for pattern in _IN_ARABIC if _has_any(story, _OPENING) else ():
        for match in pattern.finditer(story):
            yield match["name"].strip(" .،,"), match[0], match.end()


def _in_latin(story: str) -> Iterator[tuple[str, str, int]]:
    """Each name that is told something or tells it, the words, and where they end."""
    for words, pattern in _AHEAD:
        for match in pattern.finditer(story) if _has_any(story, words) else ():
            yield match["name"], match[0], match.end()
    for words, pattern in _BEHIND:
        for match in pattern.finditer(story) if _has_any(story, words) else ():
            before = _NAME_AT_END.search(story[max(0, match.start() - _BEFORE) : match.start()])
            if before is not None:
                yield before["name"], f"{before[0]}{match[0]}", match.end()


def _has_any(story: str, words: tuple[str, ...]) -> bool:
    return any(map(story.__contains__, words))


def _told_agencies(reading: Reading, story: str) -> Iterator[_Telling]:
    """Known agencies and outlets behind ل, as they stand there without quotation marks."""
    for match in _PLAIN_ARABIC.finditer(story):
        parts = match["name"].split()
        if not _may_begin(reading, parts):
            continue
        for count in range(len(parts), 0, -1):
            name = " ".join(parts[:count])
            whole = next((n for n in (name, f"ا{name}") if _is_known(reading, n)), "")
            if not whole or _OFFICES.search(whole):
                continue
            end = match.start("name") + len(name)
            if not _LONG_AGO.match(story, end) and _may_be_told(reading, whole, match, end):
                words = story[match.start() : end]
                yield _Telling(whole, words, is_sure=_SURELY.match(story, end) is not None)
            break


def _may_be_told(reading: Reading, name: str, match: re.Match[str], end: int) -> bool:
    """Whether the words before a bare ل say something: to outlets people write and appeal as well."""
    if reading.context.agencies.named(name) or _BARE_TO.match(match[0], 0) is None:
        return True
    start = max(0, match.start() - _SENTENCE)
    said = _SAID_IN_ARABIC.search(match.string[start : match.start()].rpartition(".")[2])
    return said is not None or _SURELY.match(match.string, end) is not None


def _is_background(story: str, start: int) -> bool:
    """Whether a place is far from the story's beginning, or tells of what was said before."""
    sentence = story[max(0, start - _SENTENCE) : start].rpartition(".")[2]
    return start > _LEAD or _SAID_BEFORE.search(sentence) is not None


def _told_site(reading: Reading, story: str) -> Iterator[_Telling]:
    """The site itself, behind ل or "the correspondent of", as it stands there without quotation marks."""
    publisher = reading.found.get("publisher")
    name = str(publisher.value) if publisher is not None else ""
    if len(name) < _SHORTEST_NAME or not is_arabic(name) or reading.context.agencies.named(name):
        return
    if " " not in name and not is_outlet(name):
        return  # an ordinary word
    to_name = f"لل{name[2:]}" if name.startswith("ال") else f"ل{name}"
    if name not in story and to_name not in story:
        return
    to_site = rf"(?<!\w)(?:{re.escape(to_name)}|ل?مراسلة?\s{re.escape(name)})(?!\w)"
    for match in re.finditer(to_site, story):
        yield _Telling(name, match[0], is_sure="مراسل" in match[0])


def _may_begin(reading: Reading, words: Sequence[str]) -> bool:
    """Whether a name that we know begins with the first word, or with it behind its article.

    A letter alone does only before another one, as in "ا ف ب"; most are the end of "لا" or "لم".
    """
    word = words[0]
    if len(word) == 1 and len("".join(words[1:2])) != 1:
        return False
    first_words = reading.context.agencies.first_words
    return any(form in first_words or begins_known_outlet(form) for form in _forms(word))


@lru_cache(maxsize=8192)
def _forms(word: str) -> tuple[str, str]:
    return fold(word), fold(f"ا{word}")


def _is_known(reading: Reading, name: str) -> bool:
    """Whether a name without quotation marks is an agency's, or an outlet's that is no word."""
    return bool(reading.context.agencies.named(name)) or (" " in name and is_known_outlet(name))


def _words_ahead(reading: Reading, name: str) -> Iterator[str]:
    """Capitalised words right before a name of one word, wherever the story has it."""
    if " " not in name:
        yield from re.findall(rf"\b([A-ZÀ-Þ][\w'’-]+)\s{re.escape(name)}\b", reading.story())


def _is_certain(reading: Reading, name: str, weight: int) -> bool:
    """Whether a name that is told something is an outlet's: by its words, or because it is told again."""
    if is_known_outlet(name) or is_outlet(name):
        is_body = _ORGANISATION.search(name) or (
            is_institution(name) and not _begins_a_line(reading, name)
        )
        return weight >= _ENOUGH or not is_body
    if weight < _ENOUGH or reading.context.vocabulary.id_of(name):
        return False
    if not is_arabic(name) and is_person(reading, name, strictly=True):
        return False
    if reading.has_in_lower_case(name.lower()):  # "Relatives"
        return False
    if any(has_given_name(f"{ahead} {name}") for ahead in _words_ahead(reading, name)):
        return False  # "Steve Jobs", and from then on "Jobs"
    speaks = rf"{re.escape(name)}\s(?:said|says|added|told|tells|replied|asked|wrote)\b"
    return re.search(speaks, reading.story()) is None


def _begins_a_line(reading: Reading, name: str) -> bool:
    """Whether a short line begins with a name, as feet do: "Tellin Network for Rights, Secretariat"."""
    return any(line.startswith(name) and not is_story(line) for line in reading.lines)

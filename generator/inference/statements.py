"""Source: the organisation whose own statement a text is.

Who condemns, demands or is alarmed in the present tense, where the text begins, says so itself: reporters
write that somebody condemned. In Arabic and French such a name has to stand in a line of its own as well,
above the statement or below it, since nothing shows where a name ends there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.above_headlines import is_of_a_network
from generator.inference.credits import ARABIC_BODY, is_outlet
from generator.inference.date_lines import KIND
from generator.inference.datelines import dateline_of
from generator.inference.institutions import (
    KIND_OF_BODY,
    is_institution,
    is_known_organisation,
    is_of_states,
    organisation_of,
)
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, is_story, quoted, same
from generator.model import Finding
from generator.orthography import fold, is_arabic

_CAPITALISED = r"[A-ZÀ-Þ][\w'’&-]*"
_IN_ENGLISH = re.compile(
    rf"(?:[Tt]he\s)?(?P<name>{_CAPITALISED}(?:\s(?:(?:of|for|and|the|in|on|to|against)\s)*{_CAPITALISED}){{1,8}})"
    r"(?:\s\((?:the\s)?[“\"]?[\w -]{2,20}[”\"]?\))?,?\s(?:(?:strongly|firmly|today|also|unreservedly)\s)*"
    r"(?:condemns|calls (?:on|for|upon)|urges|demands|deplores|denounces|welcomes|expresses|appeals|protests"
    r"|asks|is (?:\w+ly )?(?:concerned|worried|disturbed|troubled|alarmed|appalled|saddened|outraged|shocked"
    r"|dismayed))\b"
)
_TODAY = re.compile(  # "Tellin Rights Vigil today urged …", as its releases begin
    rf"(?:[Tt]he\s)?(?P<name>{_CAPITALISED}(?:\s(?:(?:of|for|and|the|in|on|to|against)\s)*{_CAPITALISED}){{1,8}})"
    r"(?:\s\([\w ]{2,20}\))?,?\s(?:has\s)?today\s(?:again\s|strongly\s|also\s)*"
    r"(?:asked|urged|called|condemned|demanded|warned|deplored|denounced|welcomed|expressed|appealed|criticised"
    r"|criticized|accused|said|voiced)\b"
)
_CITY_AHEAD = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:\s[A-ZÀ-Þ][a-zà-ÿ]+)?\s[–—-]\s(?=[A-ZÀ-Þ])")
"""As releases have it: "Geneva – The Tellin Council …"; papers print their cities in capitals."""

_SAID_TODAY = re.compile(
    rf"[,.”\"]\s(?:[Tt]he\s)?(?P<name>{_CAPITALISED}(?:\s(?:(?:of|for|and|the|in|at|on|to|against)\s)*{_CAPITALISED}){{1,5}})"
    r"\s(?:has\s)?(?:said|warned|announced)\s(?:in a (?:new )?(?:report|statement)[^.,]{0,40}\s)?today\b"
)
_OF_RELEASES = re.compile(r"(?:press|news|media)\s(?:release|statement)s?", re.IGNORECASE)
"""What stands above a release where its page has no dateline."""

_LETTERS_AHEAD = re.compile(
    r"\(\s?(?P<letters>[\w .-]{2,12}(?:\s?/\s?[\w .-]{2,12}){0,3})\s?\)\s?[-–—]{1,2}\s?(?=\S)"
)
_HAS_RECEIVED = re.compile(
    rf"(?:[Tt]he\s)?(?P<name>{_CAPITALISED}(?:\s(?:(?:of|for|and|the|in)\s)*{_CAPITALISED}){{1,8}})"
    r"(?:\s\([\w ]{2,20}\))?\shas\s"
    r"(?:(?:received|learned|obtained)\s(?:\w+\s){0,2}(?:information|reports|news)\b|been\sinformed\sby\s(?:\w+\s){0,2}(?:sources?|\w+s)\b)"
)
_IN_FRENCH = re.compile(
    r"(?:exprime|condamne|dénonce|demande|exige|appelle|salue|déplore|rappelle|réclame|a appris avec"
    r"|se (?:félicite|réjouit)|s['’](?:inquiète|élève|indigne|alarme))\b"
)
_NAME_IN_FRENCH = re.compile(
    r"(?:[Ll][ea]s?\s|[Ll]['’])(?:organisation\s(?:[a-zà-ÿ]+\s){0,3})?(?P<name>[A-ZÀ-Þ][^().,;:«»]{6,90}?)\s\([A-ZÀ-Þ][\w-]{1,12}\),?\s"
)
_ITSELF_IN_FRENCH = re.compile(  # "Reporters sans frontières (RSF)"
    r"(?P<name>[A-ZÀ-Þ][^().,;:«»]{6,90}?)\s\((?P<letters>[A-ZÀ-Þ][\w-]{1,12})\),?\s"
)
_NAME_IN_ARABIC = re.compile(
    r"(?P<name>(?:[^\W\d_]+\s){1,8}?[^\W\d_]+)\s?\((?P<letters>[^()\d]{2,14})\)"
)
_SAID = (
    r"\b{name}\s(?:has\s)?(?:said|warned)\s(?:today\b"
    r"|in\sa(?:\s[\w-]+){{0,2}}\s(?:statement|report|briefing|paper|letter)"
    r"(?:\s(?:released|published|issued))?\stoday\b)"
)
_SAID_IN_FRENCH = (
    r"\ba\s(?:déclaré|indiqué|affirmé|annoncé|dénoncé|estimé|averti)\s(?:(?:la|le|les)\s|l['’])?{name}"
    r"(?:\s\([\w-]{{2,12}}\))?,?\s(?:aujourd['’]hui|ce\s(?:jour|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"|dans\sun(?:e)?\s(?:rapport|communiqué|déclaration)\s(?:\w+\s)?(?:aujourd['’]hui|ce\sjour))"
)
_VERBS = (
    r"(?:documented|monitored|recorded|learned|observed|verified|published|released|issued|received|obtained"
    r"|renews)"
)
_FOUND = rf"(?:\b{{name}}\s(?:has\s|have\s|had\s|also\s)*{_VERBS}|\binformed\s(?:the\s)?{{name}})\b|{_SAID}"
_FOUND_IN_ARABIC = (
    r"(?<!\w)و?(?:(?:وثّ?ق|رصد|سجّ?ل|علم|حصل|تلقى|أصدر|ي?جدد)ت?\s(?:نشطاء\s)?{name}(?!\w)"
    r"|قالت?\s{name}\s(?:في\sبيان|اليوم))"
)
_ARTICLE_IN_FRENCH = re.compile(r"^(?:L[aes]s?\s|L['’])")
_SPELT = (
    r"\b(?!The\s)(?P<name>(?:[A-ZÀ-Þ][\w'’-]+\s(?:(?:of|for|and|the|in|on|to)\s)*){{2,8}}?)\({letters}\)\s"
    rf"(?:has\s)?{_VERBS}\b"
)
_LETTERS_BEHIND = re.compile(r"\s\((?P<letters>[A-Z]{2,8})\)$")
_READ = 6000
_WE_AT = re.compile(
    rf"\b[Ww]e,?\s(?:here\s)?(?:at|in)\s(?:the\s)?"
    rf"(?P<name>(?:The\s)?{_CAPITALISED}(?:\s(?:(?:of|for|and|the|in)\s)*{_CAPITALISED}){{1,8}})"
)
_IN_ARABIC = re.compile(
    r"و?[يت](?:دين|ستنكر|طالب|دعو|عرب|عبر|تابع|ناشد|حمل|ندد|رحب|ستهجن|ؤكد|عبّر|حمّل|ندّد|رحّب|شجب)\s"
)
_ANNOUNCES = re.compile(r"و?[يت]علن\s")
_WE = ("e at the ", "e, at the ", "e in the ", "e, in the ", "e here at the ")
"""One of these is in every text in which an organisation says "we" so, and to look for them is fast."""

_IS_WHAT = re.compile(r"\sis\s\w+(?:\s\w+)?$")
REPORTED = re.compile(
    r"\b(?:told|to|by)\s(?:this|our)\s(?:news)?(?:paper|reporters?|correspondents?)\b|\bour correspondent\b"
    r"|\b(?:could not (?:immediately )?be reached|declined to comment)\b"
    r"|\bà (?:notre|nos) (?:journal|reporters?|correspondante?s?)\b|(?<!\w)(?:ل)?مراسل(?:نا|تنا)(?!\w)",
    re.IGNORECASE,
)
"""What papers write of their own people, and of those whom they asked for an answer."""

_LEAD, _LEAD_SAID = 500, 1000
_LETTERS_AT_END = re.compile(r"\s*\([A-Z]{2,8}\)$")
_LINES, _TOP = 12, 6
_LONGEST_NAME = 90
_ARTICLE = 6  # letters that may stand ahead of a name
_SHORTEST_NAME = 8
_GOVERNMENT = re.compile(
    r"\b(?:President|Minister|Secretary|Council of Ministers|Parliament|Pope)\b"
)


def own_statement(reading: Reading) -> Finding | None:
    """ "The Tellin Centre for Justice condemns …", where that is how the text begins, and nobody reports it."""
    own = _own_statement(reading)
    return None if own is not None and REPORTED.search(reading.story()) else own


def _own_statement(reading: Reading) -> Finding | None:
    lead = lead_of(reading)
    own = (
        _by_its_letters(reading)
        or _today(reading, lead)
        or _of_publisher(reading)
        or _in_first_person(reading)
        or _with_letters(lead, is_release=any(map(KIND.fullmatch, reading.lines[:_LINES])))
        or _found_by_publisher(reading)
    )
    if own is not None:
        return own
    received = None if is_arabic(lead) else _HAS_RECEIVED.match(lead)
    is_news = re.search(r"\b(?:told|said|says|correspondent)\b", lead) is not None
    if received is not None and not is_news and is_institution(received["name"]):
        return Finding(received["name"], f"speaks for itself: {quoted(received[0])}")
    match = None if is_arabic(lead) else _IN_ENGLISH.match(lead)
    if match is not None:
        name = match["name"]
        is_body = _GOVERNMENT.search(name) is None and not has_given_name(name)
        if _IS_WHAT.search(match[0]) or _CITY_AHEAD.match(reading.first_story_line()):
            is_body = is_body and _is_called_so(name)
        return Finding(name, f"speaks for itself: {quoted(match[0])}") if is_body else None
    told = fold(lead) if is_arabic(lead) else lead
    for name in _names_alone(reading):
        if _speaks(name, told):
            return Finding(name, f"speaks for itself: {quoted(lead[:80])}")
    return None


def _is_called_so(name: str) -> bool:
    """Whether a name has a word that organisations are called by; "Old Tellin is worried", too."""
    return is_outlet(name) or is_institution(name) or is_known_organisation(name)


def said_today(reading: Reading) -> Finding | None:
    """ "(CITY) – …, the Observatory said today", "CITY, 3 May 2017 – …, the Observatory said today"."""
    line = reading.first_story_line()[:_LEAD_SAID]
    if " today" not in line:
        return None
    filed = line.startswith("(") or ((found := dateline_of(line)) is not None and not found.agency)
    match = _SAID_TODAY.search(line)
    if match is not None and not filed and not _is_its_release(reading, match):
        return None
    if match is None or not (is_outlet(match["name"]) or is_institution(match["name"])):
        return None
    if REPORTED.search(reading.story()):
        return None
    return Finding(match["name"], f"speaks for itself: {quoted(match[0])}")


def _is_its_release(reading: Reading, said: re.Match[str]) -> bool:
    """Whether a text below "Press releases" is of whom its lead lets say it: others are quoted in passing."""
    is_release = any(map(_OF_RELEASES.fullmatch, reading.lines[:_LINES]))
    is_all = said.string[said.end() : said.end() + 1] == "."
    return is_release and is_all and reading.story().count(said["name"]) > 1


def _by_its_letters(reading: Reading) -> Finding | None:
    """ "(HRW/IFEX) – The following is …": the first whose letters are known, where a text begins.

    Letters alone mean much: "(AI) – how machines steer". They count if the text has the name in full.
    """
    for line in reading.lines[:_TOP]:
        match = _LETTERS_AHEAD.match(line) if line.startswith("(") else None
        if match is None:
            continue
        letters = match["letters"].split("/")
        known = [name for name in map(organisation_of, letters) if name]
        name = known[0] if known else ""
        is_passed_on = len(letters) > 1 and (len(known) == len(letters) or "IFEX" in letters)
        if name and (is_passed_on or name in reading.story()):
            return Finding(name, f"before the story: {quoted(match[0])}")
    return None


def _today(reading: Reading, lead: str) -> Finding | None:
    """ "Amnesty International today asked …": an organisation that is known, or named in a line of its own.

    Papers write so too, behind the capitals of a city.
    """
    match = _TODAY.match(lead) if " today" in lead else None
    story = reading.first_story_line()
    filed = dateline_of(story)
    is_papers = filed is not None and not filed.date and not story.startswith("(")
    if match is None or is_papers or _GOVERNMENT.search(match["name"]):
        return None
    name = match["name"]
    is_alone = any(same(alone) == same(name) for alone in _names_alone(reading))
    is_own = (is_known_organisation(name) and not is_of_states(name)) or (
        is_alone and is_institution(name)
    )
    return Finding(name, f"speaks for itself: {quoted(match[0])}") if is_own else None


def _in_first_person(reading: Reading) -> Finding | None:
    """ "We, at the Tellin Observatory for Rights, …" in a paragraph, as observatories end reports."""
    story = reading.story()
    if not any(map(story.__contains__, _WE)):
        return None
    publisher = reading.found.get("publisher")
    is_own = publisher is not None and is_of_a_network(reading)
    site = same(str(publisher.value)) if publisher is not None and is_own else ""
    named = (
        match
        for match in _WE_AT.finditer(story)
        if is_institution(match["name"]) or (site and site.startswith(same(match["name"])))
    )
    match = next(named, None)
    return Finding(match["name"], f"speaks for itself: {quoted(match[0])}") if match else None


def _of_publisher(reading: Reading) -> Finding | None:
    """What the site itself demands in one of its paragraphs: "Tellin Village Watch asks the ministry"."""
    publisher = reading.found.get("publisher")
    name = str(publisher.value) if publisher is not None else ""
    for number in reading.open if name else ():
        line = reading.lines[number][: len(name) + _LEAD]
        match = _IN_ENGLISH.match(line) if name in line[: len(name) + 4] else None
        if match is not None and same(match["name"]) == same(name):
            return Finding(name, f"speaks for itself: {quoted(match[0])}")
        if is_arabic(name):
            verb = _ANNOUNCES.match(line)
            announces = verb is not None and fold(line[verb.end() :]).startswith(fold(name))
            says_so = announces or (
                _IN_ARABIC.match(line) is not None and _speaks(name, fold(line))
            )
        else:
            is_named = name.lower() in line[: len(name) + _ARTICLE].lower()
            says_so = is_named and _speaks(name.lower(), line.lower())
        if says_so:
            return Finding(name, f"speaks for itself: {quoted(line[:80])}")
    return None


def _with_letters(lead: str, *, is_release: bool) -> Finding | None:
    """ "La Ligue tellinoise des droits (LTD) condamne …": its letters show where the name ends.

    In what calls itself a release it may stand behind the occasion: "À l'occasion du …, la Ligue …".
    """
    if is_arabic(lead):
        verb = _IN_ARABIC.match(lead)
        match = _NAME_IN_ARABIC.match(lead, verb.end()) if verb else None
    else:
        named = (
            _NAME_IN_FRENCH.finditer(lead)
            if is_release
            else filter(None, (_NAME_IN_FRENCH.match(lead),))
        )
        match = next((found for found in named if _IN_FRENCH.match(lead, found.end())), None)
        itself = _ITSELF_IN_FRENCH.match(lead)
        if match is None and itself is not None and _IN_FRENCH.match(lead, itself.end()):
            is_body = is_known_organisation(itself["name"]) or is_institution(itself["name"])
            match = itself if is_body else None
    return Finding(match["name"], f"speaks for itself: {quoted(match[0])}") if match else None


def _found_by_publisher(reading: Reading) -> Finding | None:
    """What the site's own people found, or said today: "The Tellin Observatory documented five deaths"."""
    publisher, title = reading.found.get("publisher"), reading.found.get("title")
    headline = title.value if title is not None else ""
    bodies = (line for line in reading.lines[:_TOP] if line != headline and _is_body(line))
    site = str(publisher.value) if publisher is not None else next(bodies, "")
    printed = re.sub(r"^[Tt]he\s", "", site)
    story = reading.story()[:_READ] if printed else ""
    for pattern, name in _ways_to_tell(printed, story):
        if (match := re.search(pattern, story)) is not None:
            found = _printed(name, story) if name else match["name"].strip()
            return Finding(found, f"speaks for itself: {quoted(match[0])}")
    return None


def _ways_to_tell(printed: str, story: str) -> Iterator[tuple[str, str]]:
    """Patterns of how a story tells what its site found, and the site's name; empty where that is in the match.

    A site may be called by its letters, which the story spells, or have them behind its name; and a
    long name may be cut: "the Tellin Observatory".
    """
    letters = _LETTERS_BEHIND.search(printed)
    name = printed[: letters.start()] if letters else printed
    if name.isupper() and " " not in name:
        if f"({name})" in story:
            yield _SPELT.format(letters=re.escape(name)), ""
        return
    if letters is not None and letters["letters"] in story:
        yield _FOUND.format(name=letters["letters"]), name
    kind = KIND_OF_BODY.search(name) if is_institution(name) else None
    if kind is not None and f"The {kind[0]} " in story and _is_the_only(name, kind[0], story):
        yield rf"\bThe\s{kind[0]}\s(?:was\sinformed|{_VERBS})\b", name
    words = name.split()
    if not words or " ".join(words[:2]).lower() not in story.lower():
        return  # nearly all: each pattern takes longer to compile than to look for
    longer = "".join(rf"(?:\s{re.escape(word)}" for word in words[2:]) + ")?" * len(words[2:])
    told = re.escape(" ".join(words[:2])) + longer
    if _is_body(name):
        found = _FOUND_IN_ARABIC if is_arabic(name) else _FOUND
        yield f"(?i){found.format(name=told)}", name
    elif " today" in story:
        yield _SAID.format(name=told), name
    if " a " in story and "é " in story:
        own = _ARTICLE_IN_FRENCH.sub("", name)
        yield _SAID_IN_FRENCH.format(name=re.escape(own)), name


def _is_the_only(name: str, kind: str, story: str) -> bool:
    """Whether a story names no other body of a kind than this one."""
    named = re.findall(rf"(?:{_CAPITALISED}\s)+{kind}\b", story)
    named += re.findall(rf"\b{kind}\s(?:for|of|on)\s{_CAPITALISED}", story)
    return all(same(found.removeprefix("The ")) in same(name) for found in named)


def _is_body(name: str) -> bool:
    """Whether a text is an organisation's name and nothing else."""
    if is_arabic(name):
        return len(name) <= _LONGEST_NAME and ARABIC_BODY.match(name) is not None
    return is_institution(name)


def _printed(name: str, story: str) -> str:
    """A name as the story prints it, where that is in other letters than the site's."""
    match = re.search(re.escape(name), story, re.IGNORECASE)
    return match[0] if match else name


def lead_of(reading: Reading) -> str:
    """How the story begins, without its dateline."""
    story = reading.first_story_line()
    filed = dateline_of(story) or _CITY_AHEAD.match(story)
    if isinstance(filed, re.Match):
        return story[filed.end() :][:_LEAD]
    return story[filed.end if filed else 0 :][:_LEAD]


def _names_alone(reading: Reading) -> Iterator[str]:
    """The publisher, and what lines of their own around the story may call who speaks."""
    publisher, title = reading.found.get("publisher"), reading.found.get("title")
    if publisher is not None:
        yield str(publisher.value)
    near = (
        *reading.head,
        *(sorted(title.consumed) if title else ()),
        *reversed(reading.open[-_LINES:]),
    )
    for number in dict.fromkeys(near):
        if is_story(reading.lines[number]):
            continue
        line = _LETTERS_AT_END.sub("", reading.lines[number])
        if _SHORTEST_NAME <= len(line) <= _LONGEST_NAME and " " in line:
            yield line.strip(" .:")


def _speaks(name: str, lead: str) -> bool:
    """Whether a lead says, where it begins, that this name demands, condemns or is alarmed."""
    if is_arabic(name):
        match = _IN_ARABIC.match(lead)
        return match is not None and lead.startswith(fold(name), match.end())
    place = lead.find(name, 0, len(name) + _ARTICLE)
    return place >= 0 and _IN_FRENCH.match(_behind(lead, place + len(name))) is not None


def _behind(lead: str, end: int) -> str:
    """What follows a name, without letters in brackets."""
    return re.sub(r"^\s*(?:\([^()]{2,12}\))?,?\s*", "", lead[end:])

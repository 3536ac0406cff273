"""What the structure of a format says: title, publisher, authors, source, address, language.

A page says such things in many places and often wrongly: the site's name as title or author, a
desk, an account's name. So a candidate is believed where it can be what it is said to be, and of
several titles the one that most places agree on.
"""

from __future__ import annotations

import re

from generator.inference.credits import is_outlet
from generator.inference.institutions import is_institution
from generator.inference.marks import title_and_marks
from generator.inference.names import (
    glued_agency,
)
from generator.inference.page_sites import (
    NETWORK,
    SEPARATOR,
    beside_title,
    blogs_name,
    is_in_words,
    parts_of_title,
    sites_of,
    spelled_apart,
)
from generator.inference.reading import Reading, is_story, quoted, same
from generator.inference.sections import is_section
from generator.inference.structured_authors import BY
from generator.inference.told_headline import is_less_told, is_name_of_site
from generator.inference.told_words import beginning_of, telling_words
from generator.model import Candidate, Finding, is_language_tag

_SIGN = re.compile(r"[|•·–—:»«›‹>-]")
_SECTION_AHEAD = re.compile(r"\s:\s$")
_NO_TITLE = re.compile(
    r"(?:neuigkeiten|aktuelles|nachrichten|noticias?|actualités?|presse|home(?: ?page)?"
    r"|untitled(?: document)?|index|news|article|new page \d*|page not found|404.*"
    r"|(?:latest |breaking |top )?news from .{2,40}|title|no title|welcome.{0,40}|document"
    r"|الرئيسية|الصفحة الرئيسية|خبر|مقال|بدون عنوان|تفاصيل(?: ال(?:خبر|مقال|موضوع))?|عرض ال(?:خبر|مقال|موضوع)"
    r"|(?:news|article|story) details?|view (?:article|news)|détails? (?:de l['’]article|d['’]une actualité)"
    r"|https?://\S*|\S+\.html?)",
    re.IGNORECASE,
)
_NO_SITE = re.compile(
    r"my (?:site|blog|wordpress blog|website)|website|wordpress|blogger|موقعي", re.IGNORECASE
)
"""What a site is called before somebody gives it a name."""

_DOMAIN = re.compile(r"^(?:https?://|www\.|@)|^[\w-]+(?:\.[\w-]+)+$")
_NAMED_AS_DOMAIN = re.compile(r"(?!www\.)[\w-]+(?:\.[\w-]+){0,2}\.[a-z]{2,4}", re.IGNORECASE)
_SAYS_NAME = re.compile(r"meta og:site_name|JSON-LD publisher")
"""Where a site says how it is called, be it as its address is: "Tellin.org"."""

_ADDRESS_BEHIND = re.compile(r"\s*\((?:www\.)?[\w-]+(?:\.[\w-]+)+\)$")
_BADGE = re.compile(
    r"\s+(?:(?:for )?subscribers?(?: only)?|premium|exclusive|members?(?: only)?|paid|free|sponsored|updated"
    r"|(?:réservé aux )?abonnés?|payant|exclusif|للمشتركين(?: فقط)?|حصري)",
    re.IGNORECASE,
)
"""What a page shows behind its headline, and no word of it: "Wells run dry Subscribers"."""

_NO_NAME = re.compile(
    r"page\s\d+|videos?|home(?: ?page)?|accueil|الرئيسية|(?:by|par|بقلم|كتب)\b.*|.*\d{1,2}\s\w+\s(?:19|20)\d\d",
    re.IGNORECASE,
)
"""What stands behind a title and names no site."""

_NO_ADDRESS = re.compile(
    r".*\.(?:html?|php\d?|aspx?|jsp|cgi|pdf|xml|docx?|txt|js|css|jpe?g|png|beta|test)"
    r"|(?:cms|dev|test|staging|localhost|admin|api|cdn|static|img|mail)\..*"
    r"|(?:.*\.)?(?:example|facebook|twitter|youtube|wordpress|blogger|blogspot|medium|instagram|telegram|tumblr"
    r"|github|substack|wix|weebly)\.\w+",
    re.IGNORECASE,
)
"""Files, machines and hosts of many sites, whose addresses name none."""

_ANY_PART = re.compile(r"home(?: ?page)?|welcome|accueil|bienvenue|الرئيسية", re.IGNORECASE)
_MOTTO = re.compile(r"(?<=\S)\s*\|\s*(?:\S+\s+){2,}\S+$")
"""What a site says of itself behind its name: "Tellin Post | News that you can use"."""

_CUT_OFF = re.compile(r"\s*(?:…|\.\.\.)(?:\s\(\d\))?$")
_CUT = 20  # letters of a title that is cut off and still known
_SHORTEST_TITLE = 4
_LONGEST_TITLE = 300
_LONGEST_NAME = 80
_FEWEST_WORDS = 4
_SUBJECT = "Subject of "
_TATWEEL = "\u0640"
_SEEN = ("h1", "marked headline")
"""Where readers see the headline."""

_OF_A_FILE = frozenset(("title element", "meta title", "meta dc.title"))
"""Where programs put the name of a file or a menu's entry, which no reader sees."""

_MOST_OF_A_NAME = 6
_MOST_SITE_WORDS = 3
_MOST_SECTIONS = 4
_TOP = 12
_FEWEST_TOLD = 2


def title(reading: Reading) -> Finding | None:
    """The title that most places agree on, without the site's name."""
    sites = sites_of(reading)
    found: list[tuple[str, Candidate]] = []
    for candidate in reading.draft.values("title"):
        text = _without_site(_without_agency(reading, candidate.value), sites)
        if candidate.place in _SEEN and candidate.value.endswith(f": {text}"):
            text = candidate.value.strip()  # a headline begins so, be it the site's name
        if _can_be_title(text, sites):
            found.append((text, candidate))
    if not found:
        return None
    bare = [same(title_and_marks(text)[0]) for text, _ in found]
    votes = [_votes(text, bare, found) for text in bare]
    best = _printed_instead(reading, found, _best(votes, found))
    best = _told_instead(reading, found, best) if votes[best] == 1 else best
    text, candidate = found[best]
    agreeing = (c.place for other, (_, c) in zip(bare, found, strict=True) if other == bare[best])
    places = list(dict.fromkeys(agreeing))
    if votes[best] == 1 and candidate.place == "title element" and SEPARATOR.search(text):
        return None  # beside a name that nothing else tells: the rules for lines know more
    if is_name_of_site(reading, text):
        return None  # old sites have the same on each page
    is_doubtful = candidate.place.startswith(_SUBJECT) or _OF_A_FILE.issuperset(places)
    if is_doubtful and is_less_told(reading, text):
        return None  # whoever sent it on, or named the file, wrote what came to mind
    text = _in_full(reading, _without_section(reading, _without_badge(reading, text)))
    text = _printed_alone(reading, text) if _OF_A_FILE.issuperset(places) else text
    lines = reading.repeats(text, reading.open[:_TOP]) | _with_site(reading, text, sites)
    return Finding(text, f"{', '.join(places[:3])} {quoted(candidate.value)}", lines)


def _without_badge(reading: Reading, title: str) -> str:
    """A headline without what the page shows behind it: "Wells run dry Subscribers", told without."""
    for candidate in reading.draft.values("title"):
        told = parts_of_title(candidate.value)[0] if candidate.value else ""
        behind = title.removeprefix(told)
        if behind != title and len(told) >= _CUT and _BADGE.fullmatch(behind):
            return told
    return title


def _without_section(reading: Reading, title: str) -> str:
    """A title without a section behind its last comma, where it is printed without it."""
    bare, comma, section = title.rpartition(", ")
    is_printed = bool(comma) and bare in reading.lines[1:_TOP]
    return bare if is_printed and is_section(section.replace(_TATWEEL, "")) else title


def _printed_alone(reading: Reading, title: str) -> str:
    """The line of the page that a title has between names: "Local : Bridge closes", "Bridge closes_QNA"."""
    for line in reading.lines[:_TOP]:
        if len(line) < _CUT or line == title or line not in title:
            continue
        ahead, _, behind = title.partition(line)
        is_longer = len(line) > len(ahead) + len(behind)
        if is_longer and (_SECTION_AHEAD.search(ahead) if ahead else behind.startswith("_")):
            return line
    return title


def _without_agency(reading: Reading, title: str) -> str:
    """A title without the agency's name before it: "KUNA : Bridge closes"."""
    name, sign, rest = title.partition(" : ")
    return rest if sign and reading.context.agencies.named(name) else title


def _in_full(reading: Reading, text: str) -> str:
    """The line of the page that goes on where a title was cut off."""
    cut = _CUT_OFF.sub("", text)
    if cut == text or len(cut) < _CUT:
        return text
    return next((line for line in reading.lines[1:_TOP] if line.startswith(cut)), text)


def _printed_instead(reading: Reading, found: list[tuple[str, Candidate]], best: int) -> int:
    """The only headline of the page, if the story goes on about it: networks may be told another one."""
    seen = [n for n, (_, candidate) in enumerate(found) if candidate.place in _SEEN]
    if len({same(found[n][0]) for n in seen}) != 1 or same(found[seen[0]][0]) == same(
        found[best][0]
    ):
        return best
    text = found[seen[0]][0]
    told = telling_words(beginning_of(filter(is_story, reading.lines)))
    is_told = len(telling_words(text) & told) >= _FEWEST_TOLD
    return seen[0] if is_told and len(text.split()) >= _FEWEST_WORDS else best


def _told_instead(reading: Reading, found: list[tuple[str, Candidate]], best: int) -> int:
    """What the page's headings or its title element say, where the story goes on about that alone.

    The only heading of a page may be its section's, or the site's: "Tellin Health Centre".
    """
    story = telling_words(beginning_of(filter(is_story, reading.lines)))
    told = [len(telling_words(text) & story) for text, _ in found]
    others = [n for n, (_, c) in enumerate(found) if c.place in (*_SEEN, "title element")]
    most = max(others, key=lambda n: told[n], default=best)
    if told[best] >= _FEWEST_TOLD and len(found[best][0].split()) >= _FEWEST_WORDS:
        return best
    return most if told[most] >= told[best] + _FEWEST_TOLD else best


def _votes(text: str, bare: list[str], found: list[tuple[str, Candidate]]) -> int:
    """How many kinds of places say this title, in full or cut off: what is told to networks is one."""
    agreeing = (
        candidate.place
        for other, (said, candidate) in zip(bare, found, strict=True)
        if other == text or (_CUT_OFF.search(said) and text.startswith(other) and len(other) > _CUT)
    )
    return len({"network" if NETWORK.match(place) else place for place in agreeing})


def _best(votes: list[int], found: list[tuple[str, Candidate]]) -> int:
    """The title of most votes; of several the one that readers see as the only headline."""
    most = [n for n, count in enumerate(votes) if count == max(votes)]
    whole = [n for n in most if not _CUT_OFF.search(found[n][0])] or most
    seen = [n for n in whole if found[n][1].place in _SEEN]
    headlines = {text for text, candidate in found if candidate.place in _SEEN}
    is_headline = len(headlines) == 1 and len(found[seen[0]][0].split()) >= 3 if seen else False
    return seen[0] if is_headline else whole[0]


def publisher(reading: Reading) -> Finding | None:
    """The site's name as the page gives it."""
    titles = _headlines(reading)
    for candidate in reading.draft.values("publisher"):
        name = _without_motto(_ADDRESS_BEHIND.sub("", candidate.value))
        is_part = candidate.place == "h1" and is_section(name)
        if is_part or _NO_SITE.fullmatch(name) or len(name) > _LONGEST_NAME or same(name) in titles:
            continue
        if not _DOMAIN.search(name):
            return Finding(name, f"{candidate.place} {quoted(candidate.value)}")
    if blog := blogs_name(reading):
        return Finding(blog, f"before the title in the title element: {quoted(blog)}")
    beside = {same(part) for part in beside_title(reading)}
    for candidate in reading.draft.values("title"):
        is_name = _NO_TITLE.fullmatch(candidate.value) is None
        if is_name and same(candidate.value) in beside:  # what pretends to be a title
            return Finding(candidate.value, f"{candidate.place} {quoted(candidate.value)}")
    return None


def _without_motto(name: str) -> str:
    """A site's name without what it says of itself: "Tellin Post | News that you can use".

    Before the bar may stand a part of the site instead: "Home | The Tellin Post".
    """
    motto = _MOTTO.search(name)
    if motto is None:
        return name
    before, behind = name[: motto.start()], motto[0].lstrip(" |")
    if is_section(before) or _ANY_PART.fullmatch(before):
        return behind
    return name if is_institution(behind) else before


def behind_title(reading: Reading) -> Finding | None:
    """What a title element has behind the title: a site's name if the page shows the title without.

    Else an organisation's: "Poacher jailed ‹ Tellin Conservation Association".
    """
    title = reading.found.get("title")
    told = str(title.value) if title else ""
    is_shown = any(c.place == "h1" and c.value == told for c in reading.draft.values("title"))
    for candidate in reading.draft.values("title"):
        behind = candidate.value.removeprefix(told)
        sign = SEPARATOR.match(behind) if told and behind != candidate.value else None
        if candidate.place != "title element" or sign is None or sign[0].startswith(":"):
            continue
        names = parts_of_title(behind[sign.end() :])
        if len(names) != 1 or len(names[0].split()) > _MOST_OF_A_NAME:
            continue
        if is_section(names[0]) or _NO_NAME.fullmatch(names[0]):
            continue
        if is_shown or is_outlet(names[0]) or is_institution(names[0]):
            return Finding(names[0], f"title element {quoted(candidate.value)}")
    return None


def named_as_address(reading: Reading) -> Finding | None:
    """A site that is called as its address is, where the page has no other name for it."""
    for candidate in reading.draft.values("publisher"):
        if not _SAYS_NAME.match(candidate.place) or _NO_ADDRESS.fullmatch(candidate.value):
            continue
        if _NAMED_AS_DOMAIN.fullmatch(candidate.value):
            return Finding(candidate.value, f"{candidate.place} {quoted(candidate.value)}")
    return None


def _headlines(reading: Reading) -> set[str]:
    """The report's title, comparable; or whatever may be it where none was found."""
    title = reading.found.get("title")
    if title is not None:
        return {same(str(title.value))}
    places = (*_SEEN, "JSON-LD headline")
    return {same(c.value) for c in reading.draft.values("title") if c.place in places}


def source(reading: Reading) -> Finding | None:
    """An agency that the page names as author or source; or whoever else, if readers are told so as well."""
    agencies = reading.context.agencies
    for candidate in (*reading.draft.values("source"), *reading.draft.values("authors")):
        words = BY.sub("", candidate.value)
        if len(words) > _LONGEST_NAME:
            continue
        parts = words.split("\n")
        name = agencies.named(words) or agencies.any_part(words.replace("(", "/").strip(" )"))
        if name := name or next((a for part in parts if (a := glued_agency(reading, part))), ""):
            return Finding(name, f"{candidate.place} {quoted(candidate.value)}")
    shown = {same(line) for line in reading.lines[:_TOP]}
    for candidate in (c for c in reading.draft.values("source") if c.place.startswith("meta")):
        if same(candidate.value) in shown and not reading.is_publisher(candidate.value):
            return Finding(candidate.value, f"{candidate.place} {quoted(candidate.value)}")
    return None


def rights(reading: Reading) -> Finding | None:
    """The rights line that a page's head states."""
    for candidate in reading.draft.values("rights"):
        text = candidate.value
        if len(text) <= 240 and re.search(r"[^\W\d]{2}", text) and not _DOMAIN.search(text):
            return Finding(text, f"{candidate.place} {quoted(text)}")
    return None


def url(reading: Reading) -> Finding | None:
    """The address at which the page says that it stands."""
    for candidate in reading.draft.values("url"):
        if re.match(r"https?://[^\s/?#]+/\S*[^\s/]", candidate.value):
            return Finding(candidate.value, f"{candidate.place} {quoted(candidate.value)}")
    return None


def language(reading: Reading) -> Finding | None:
    """The language that the page declares, for a text too short to recognise it."""
    for candidate in reading.draft.values("language"):
        tag = re.split(r"[-_,;\s]", candidate.value.strip().lower())[0]
        if is_language_tag(tag):
            return Finding(tag, f"{candidate.place} {quoted(candidate.value)}")
    return None


def beside_short_parts(reading: Reading) -> Finding | None:
    """The one long part of a title element: "Wells run dry – QW – Blog"; the others name the site."""
    for candidate in reading.draft.values("title"):
        parts = parts_of_title(_without_agency(reading, candidate.value))
        text = max(parts, key=lambda part: len(part.split()), default="")
        short = [part for part in parts if len(part.split()) <= _MOST_SITE_WORDS]
        if candidate.place != "title element" or len(short) != len(parts) - 1 or not short:
            continue
        if len(text.split()) >= _FEWEST_WORDS and _can_be_title(text, sites_of(reading)):
            return Finding(text, f"title element {quoted(candidate.value)}")
    return None


def _without_site(text: str, sites: set[str]) -> str:
    """The text without a site's name at its end or its beginning."""
    parted = list(SEPARATOR.finditer(text)) if _SIGN.search(text) else []
    for match in parted:
        if _is_site(text[match.end() :], sites):
            return _without_site(text[: match.start()].strip(), sites)
    for match in reversed(parted):
        if same(text[: match.start()]) in sites:
            return _without_site(text[match.end() :].strip(), sites)
    return text.strip()


def _is_site(text: str, sites: set[str]) -> bool:
    """Whether a text is a site's name, alone or with sections: "News - Tellin Post Videos"."""
    if same(text) in sites:
        return True
    words = f" {spelled_apart(text)} "
    named = next((site for site in sites if is_in_words(site, words)), "")
    rest = words.replace(f" {spelled_apart(named)} ", " ", 1).split() if named else []
    return bool(named) and len(rest) <= _MOST_SECTIONS and all(map(is_section, rest))


def _can_be_title(text: str, sites: set[str]) -> bool:
    if not _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE or same(text) in sites:
        return False
    if _DOMAIN.search(text) or is_section(text):
        return False
    return _NO_TITLE.fullmatch(text) is None and re.search(r"[^\W\d]{2}", text) is not None


def _with_site(reading: Reading, title: str, sites: set[str]) -> frozenset[int]:
    """Lines at the top that are the title with the site's name, or that name alone."""
    wanted = {same(title), *sites}
    top = (n for n in reading.open[:_TOP] if len(reading.lines[n]) <= 2 * _LONGEST_TITLE)
    lines = ((n, _without_site(reading.lines[n], sites)) for n in top)
    found = {n for n, line in lines if len(line) <= _LONGEST_TITLE and same(line) in wanted}
    above = (n for n in reading.open if n < min(found, default=0))
    return frozenset(found.union(n for n in above if _is_outlets_line(reading.lines[n])))


def _is_outlets_line(line: str) -> bool:
    return is_outlet(line) and len(line.split()) <= 5 and not re.search(r"[.!?؟:]$", line)

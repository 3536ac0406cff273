"""Publisher: the site or paper that put the report out, where the text names it."""

from __future__ import annotations

import re

from generator.inference.above_headlines import (
    is_motto,
    is_of_a_network,
    names_an_organisation,
)
from generator.inference.agencies import copyright_holder
from generator.inference.credits import PAPER, is_known_outlet, is_outlet
from generator.inference.date_lines import KIND, date_alone, parts_of
from generator.inference.institutions import is_institution, without_letters
from generator.inference.names import has_given_name
from generator.inference.page_sites import parts_of_title
from generator.inference.reading import Reading, is_story, quoted, same
from generator.inference.sections import is_section
from generator.inference.sites import heading_beside_site
from generator.inference.statements import said_today
from generator.model import Finding
from generator.orthography import fold, is_arabic, western_digits

_TOP_OF_RELEASE = 12
_MOST_WORDS, _MOST_HOLDERS_WORDS = 7, 8
_TOP = 6
_PRINTED = re.compile(r"[-–—]\s+(?P<name>[^|]{2,60}?)\s+[-–—]\s*https?://[^\s/]+/?\s*[-–—]?")
_BRACKETS = re.compile(r"^\[([^\[\]]+)\]$")
_BEHIND_NAME = re.compile(r"[|•»]|\s::\s|(?:\.com)?\s[Ll]ogo(?:type)?$|\s+[-–—]\s")
_DAY_BEHIND = re.compile(r"\s+[-–—|]\s+(?P<day>[^-–—|]*\d[^–—|]*)$")
_PATH_BEHIND = re.compile(r"\s*[»›].*$")
_ROW = re.compile(r"\S {2,}\S+(?:\s\S+)? {2,}\S|\S\s>\s\S|\bA\sA\sA\b")
"""A menu whose words are parted by blanks, a path of sections, or letters of three sizes."""

_CONTACT = re.compile(
    r"(?:media|press|presse)\s(?:contacts?|inquiries|enquiries|office)\b", re.IGNORECASE
)
_PATH_AHEAD = re.compile(r"you are here|vous êtes ici|أنت(?:م)? هنا", re.IGNORECASE)
_MOTTO = re.compile(
    r"(?:صحيفة|جريدة|مجلة|يومية)(?:\s(?:يومية|سياسية|مستقلة|شاملة|[إا]لكترونية|أسبوعية|عربية|دولية|جامعة"
    r"|حرة|[إا]خبارية|وطنية|ليبرالية|العرب|الدولية|الأولى))+"
    r"|(?:an?\s|the\s)?(?:independent|daily|weekly|political|national|newspaper|journal|quotidien|indépendant\W?)"
    r"(?:\s(?:an?|the|and|et|d['’]information|daily|weekly|political|national|newspaper|journal|indépendant))+",
    re.IGNORECASE,
)
"""What a paper calls itself below its name."""

_TELLS_WHAT = re.compile(r"أخبار\sو\S+(?:\s\S+){0,2}?\s(?:من|عن|حول)\s.+")
"""What a site is about: "أخبار وتقارير من تلين وجوارها"."""

_BYLINE = re.compile(r"(?:by|par|von|por)\s", re.IGNORECASE)
_TATWEEL = "\u0640"
_PAGE = re.compile(r"\bpage\s\d", re.IGNORECASE)
_LETTERS_AND_NEWS = 2
_PART_OF_SITE = re.compile(
    r"today in .*|\S+\.(?:pdf|docx?|odt|rtf|txt|html?|md|jpe?g|png|eml|zip)"
    r"|(?:press|media) (?:releases?|statements?)\b.*|(?:press|media) (?:cent(?:er|re)|room|office)"
    r"|أخبار (?:العالم|عربية|دولية|محلية|عالمية|الوطن العربي)(?!\w).*"
    r"|(?:off|over|on|from|across) the wires?|(?:the |today['’]s |this week['’]s )?(?:paper|newspaper|issue"
    r"|edition|print edition)|news ?wires?|press review|revue de presse|(?:le )?journal du jour"
    r"|(?:daily|weekly) (?:digest|briefing)|(?:العدد|عدد) (?:اليوم|الأسبوع|أمس|السابق|الورقي)|صحف اليوم"
    r"|أبرز الأخبار|(?:مواضيع|كاريكاتير|مقال|صورة) اليوم",
    re.IGNORECASE,
)
"""Lines above a title with a word that papers are called by, which are parts of a site all the same."""

_CITY_BEHIND = re.compile(r"\s\((?![A-Z]{2,8}\))[A-ZÀ-Þ][^()\d]{2,30}\)$")
"""As kiosks of newspapers have it: "Tellin Mail (Tellin)"."""

_DOMAIN_ALONE = re.compile(r"[\w-]{3,}\.(?:com|org|net|info)", re.IGNORECASE)
_ADDRESS_ALONE = re.compile(
    r"(?:www\.)?[A-Za-z][\w-]{3,30}\.(?:com|org|net|info|news|press|tv|ca|fr|be|ch|de|at|it|es|eu|uk|ie|nl|no|se|fi"
    r"|dk|pl|cz|gr|tr|ma|dz|tn|ly|eg|sd|jo|lb|iq|ye|om|qa|kw|ae|sa|sn|ci|ml|bf|ne|td|cm|cd|cg|ga|mg|bi|rw|ke|ug|tz|za"
    r"|zw|ng|gh|sl|gm|et|so|ht|mx|ar|br|cl|co|pe|ve|in|pk|bd|lk|np|af|ir|kz|kg|uz|am|az|ge|ua|ru|rs|ba|mk|al|hr|si|my"
    r"|id|ph|th|vn|kh|mm|cn|hk|tw|jp|kr|au|nz)",
    re.ASCII,
)
_NEWS = frozenset(map(fold, ("الأخبار", "أخبار")))
_COMPANY = re.compile(r"(?<=\w{3})\s(?:Company|Co\.?|Newspapers?)$")
_ADDRESS_BEHIND = re.compile(r"\((?:https?://)?www\.(?P<site>[\w-]{4,30})\.[a-z]{2,7}[^()]*\)")
_WHOEVER = re.compile(
    r"\b(?:authors?|editors?|trustees|crown|owners?|publishers?|photographers?|state|artists?|university|auteure?s?"
    r"|rédaction|autor(?:es)?|contributors?|copyright|creators?|estate|company|famil(?:y|ies)"
    r"|trust|union|heirs|museum|library|gallery|group|government|ministry|party|church|school|college|hospital|bank)$",
    re.IGNORECASE,
)
"""Whoever holds rights and is no paper: "© The Authors"."""

_OF_A_PAPER = re.compile(
    r".*\b(?:Post|Times|Sentinel|Star|Sun|Globe|Mail|Express|Record|Examiner|[IE]nquirer|Register|Advertiser|Argus|Echo"
    r"|Ledger|Leader|Age|Nation|Citizen|Mercury|Eagle|Journal|News|Press|Lamp|Lantern|Chronicle|Herald|Tribune)"
)
"""Papers, of the companies that are called by what they make: "The Tarn Sentinel Company"."""

_BROADCASTER = re.compile(
    r"(?:BBC|DW|RT|CNN|Sky News|France 24|فرانس 24|سكاي نيوز)(?:\s[^\W\d]+)?\s?$"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SMALL_WORDS = frozenset("of the and for to in on at de la le les du des et en pour".split())
_MOST_SMALL = 2


def beside_title(reading: Reading) -> Finding | None:
    """The site's name beside the title in the first line."""
    heading = reading.before("title").once(heading_beside_site)
    if heading is None or not heading.site or _is_only_section(heading.site):
        return None
    is_ahead = reading.lines[heading.line].startswith(heading.site)
    name = _PATH_BEHIND.sub(
        "", _of_several(reading, _without_sections(heading.site), is_ahead=is_ahead)
    )
    is_motto = _MOTTO.fullmatch(name) or _DOMAIN_ALONE.fullmatch(heading.title)
    if is_motto and not _is_the_title(reading, heading.title):
        name = heading.title  # "The Pen | an independent political daily"
    if _BROADCASTER.match(heading.title):
        name = heading.title  # "BBC عربي - الشرق الأوسط": a section that is called as a paper is
    name = _without_title(reading, _without_day(reading, name))
    if _PAGE.search(name) or _PATH_AHEAD.match(name):
        return None
    if _begins_title(reading, name) and not is_outlet(name):
        return None
    evidence = f"beside the title in {quoted(reading.lines[heading.line])}"
    return Finding(_BRACKETS.sub(r"\1", name), evidence)


def _of_several(reading: Reading, names: str, *, is_ahead: bool) -> str:
    """The site among what stands beside the title: "Your Town - Tellin.com", "26 Sep 2011 - Tellin Age"."""
    parts = [p for p in parts_of_title(names) if not (is_section(p) or date_alone(reading, p))]
    if len(addresses := [part for part in parts if _ADDRESS_ALONE.fullmatch(part)]) == 1:
        return addresses[0]
    is_one = len(parts) == 2 and is_outlet(parts[0]) and (not is_ahead or parts[1].isupper())
    if len(parts) < 2 or is_one:
        return parts[0] if len(parts) == 1 else names  # "Tellin News - Channel 7"
    named = [part for part in parts if is_outlet(part)]
    return named[0] if len(named) == 1 else parts[0] if is_ahead else parts[-1]


def _without_day(reading: Reading, name: str) -> str:
    """A site's name without the day behind it: "TW – 2019/11/7"."""
    match = _DAY_BEHIND.search(name)
    if match is None or date_alone(reading, match["day"]) is None:
        return name
    return name[: match.start()]


def _without_title(reading: Reading, name: str) -> str:
    """A site's name without the title, where a third part stands behind it: "CNN - Wells run dry - May 4"."""
    title = reading.found.get("title")
    if title is None or not name.endswith(str(title.value)):
        return name
    return name.removesuffix(str(title.value)).rstrip(" -–|:") or name


def _is_the_title(reading: Reading, text: str) -> bool:
    title = reading.found.get("title")
    return title is not None and same(str(title.value)) == same(text)


def head_of_print(reading: Reading) -> Finding | None:
    """ "- Tellin Line - https://tellin.example -", as the print view of WordPress begins."""
    for line in reading.lines[:_TOP]:
        match = _PRINTED.fullmatch(line)
        if match is not None:
            return Finding(match["name"].strip(), f"head of a printed page: {quoted(line)}")
    return None


def _begins_title(reading: Reading, name: str) -> bool:
    """Whether a title begins with a name and goes on: "Strait traffic: two ships collide"."""
    title = reading.found.get("title")
    words = same(str(title.value)) if title else ""
    return words.startswith(same(name)) and not words.endswith(f" {same(name)}")


def line_above_title(reading: Reading) -> Finding | None:
    """A line above the title that is a site's name."""
    title = reading.found.get("title")
    if title is None or not title.consumed or reading.draft.is_markdown:
        return None
    title_lines = reading.repeats(str(title.value), tuple(title.consumed))
    last = max(title_lines, default=0)
    for number in sorted(n for n in title.consumed if n < last):
        name = _BEHIND_NAME.split(reading.lines[number])[0].strip(" -–—").replace(_TATWEEL, "")
        if is_outlet(name.partition(":")[0]):
            name = name.partition(":")[0]
        name = _CITY_BEHIND.sub("", name)
        if _is_no_name(reading, number, name) or is_motto(reading, number):
            continue
        if "/" in name or (name.isupper() and len(name.split()) == _LETTERS_AND_NEWS):
            continue  # "NEWS/TELLIN", "TN NEWS": sections
        if len(name.split()) > _MOST_WORDS or _is_only_section(name) or _is_of_title(name, title):
            continue
        if _YEAR.search(western_digits(name)) or KIND.fullmatch(name):  # "Annual Report 2013"
            continue
        if is_outlet(name) or same(name) == same(_holder(reading)):
            evidence = f"stands above the title: {quoted(reading.lines[number])}"
            return Finding(_as_the_text_has_it(reading, name), evidence)
    return None


def _is_no_name(reading: Reading, number: int, name: str) -> bool:
    """Whether a line is a menu, a part of it, a contact, a byline, or another headline."""
    if _ROW.search(reading.lines[number]) or _is_of_a_menu(reading, number):
        return True
    patterns = (_CONTACT.match, _TELLS_WHAT.fullmatch, _PART_OF_SITE.fullmatch, _BYLINE.match)
    return any(pattern(name) for pattern in patterns) or _is_headline(name)


def _is_headline(name: str) -> bool:
    """Whether a line is no name for all its words: "Tellin rights report names officers"."""
    small = [word for word in name.split() if word.islower() and word not in _SMALL_WORDS]
    return not is_arabic(name) and len(small) > _MOST_SMALL and not is_institution(name)


def _is_of_a_menu(reading: Reading, number: int) -> bool:
    """Whether "أخبار تلين" stands between sections anywhere: that is one of them, and no paper."""
    if fold(reading.lines[number].partition(" ")[0]) not in _NEWS:
        return False
    lines = [line for line in reading.lines[: _TOP * _TOP] if line]
    around = zip(lines, lines[1:], lines[2:], strict=False)
    return any(
        line == reading.lines[number] and is_section(above) and is_section(below)
        for above, line, below in around
    )


def _as_the_text_has_it(reading: Reading, name: str) -> str:
    """A name in capitals as it stands elsewhere in the text, if it does."""
    if not name.isupper():
        return name
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", "\n".join(reading.lines), re.IGNORECASE)
    as_names = (match[0] for match in found if match[0][:1].isupper() and not match[0].isupper())
    return next(as_names, name)


def _without_sections(site: str) -> str:
    """A site's name without the section before it: "Middle East - Tellin Post"."""
    section, dash, name = site.partition(" - ")
    if dash and is_section(section) and is_outlet(name):
        return name
    if dash and is_section(name) and is_outlet(section):
        return section
    if is_known_outlet(site):
        return site
    first, _, rest = site.partition(" ")
    return rest if is_section(first) and is_known_outlet(rest) and is_arabic(rest) else site


def _is_of_title(name: str, title: Finding) -> bool:
    """Whether a line is the title itself, with something behind it or cut off."""
    line, whole = same(name), same(str(title.value))
    return line.startswith(whole) or whole.startswith(line)


def _is_only_section(name: str) -> bool:
    """Whether a name is a section's and no outlet's: "World News", and not "الشرق الأوسط".

    The word for news alone is a section more often than the paper of that name.
    """
    return is_section(name) and (not is_known_outlet(name) or fold(name) in _NEWS)


def beside_date(reading: Reading) -> Finding | None:
    """A known outlet in the line of the date: "LE MONDE | 09.08.2014 à 11h37"."""
    for number in (n for n in reading.open[:_TOP] if not is_story(reading.lines[n])):
        parts = parts_of(reading.lines[number])
        if len(parts) < 2 or not any(date_alone(reading, part) for part in parts):
            continue
        for part in parts:
            if is_known_outlet(part):
                return Finding(part, f"beside the date in {quoted(reading.lines[number])}")
    return None


def letterhead(reading: Reading) -> Finding | None:
    """An organisation's name alone above all else: "Tellin Observatory for Rights"."""
    number, first = next(((n, line) for n, line in enumerate(reading.lines) if line), (0, ""))
    title = reading.found.get("title")
    is_title = title is not None and same(str(title.value)) == same(first)
    if is_title or not first or not names_an_organisation(reading, number):
        return None
    return Finding(without_letters(first), f"stands above all else: {quoted(first)}")


def page_of_a_network(reading: Reading) -> Finding | None:
    """The page whose post a text is: its name stands above all else, and how long ago it posted below."""
    if not is_of_a_network(reading):
        return None
    number, name = next((n, line) for n, line in enumerate(reading.lines) if line)
    return Finding(name, f"page of a network: {quoted(name)}", frozenset({number}))


def copyright_holder_name(reading: Reading) -> str:
    """Who the rights line names, if that is no agency; an empty text otherwise."""
    holder = _holder(reading)
    return "" if reading.context.agencies.any_part(holder) else holder


def address_on_top(reading: Reading) -> Finding | None:
    """A site's address as its name, alone above all else: "Lantern.ca"."""
    first = next(filter(None, reading.lines), "")
    title = reading.found.get("title")
    if title is None or _is_the_title(reading, first) or _ADDRESS_ALONE.fullmatch(first) is None:
        return None
    return Finding(first, f"stands above all else: {quoted(first)}")


def rights_holder(reading: Reading) -> Finding | None:
    """The holder of the rights, if it is an outlet and no agency."""
    holder = copyright_holder_name(reading)
    first = next(filter(None, reading.lines), "")
    name = _COMPANY.sub("", holder)
    is_paper = PAPER.fullmatch(name) is not None and _WHOEVER.search(name) is None
    is_paper = is_paper and (name == holder or _OF_A_PAPER.fullmatch(name) is not None)
    is_paper = is_paper or _is_sites_own(reading, name)
    is_on_top = first.isupper() and same(first) == same(holder) and not has_given_name(holder)
    is_outlets = is_outlet(holder) or is_paper or is_on_top
    if not holder or not is_outlets or len(holder.split()) > _MOST_HOLDERS_WORDS:
        return None
    return Finding(name, f"rights line {quoted(_rights(reading))}")


def _is_sites_own(reading: Reading, name: str) -> bool:
    """Whether the address behind a holder is its name's: "© 2003 Al Fanar (www.alfanar.example)"."""
    if not name or has_given_name(name):
        return False
    match = _ADDRESS_BEHIND.search(_rights(reading))
    return match is not None and match["site"] == "".join(same(name).split())


def says_itself(reading: Reading) -> Finding | None:
    """ "(CITY) – …, the Observatory said today" right below its headline: a statement as its own site has it.

    A page on which much stands above it, and one with "CITY, 3 May 2017 –", pass on what others said.
    """
    start = reading.story_start()
    is_own = start is not None and start < _TOP_OF_RELEASE and reading.lines[start].startswith("(")
    return said_today(reading) if is_own else None


def _rights(reading: Reading) -> str:
    rights = reading.found.get("rights")
    return str(rights.value) if rights else str(reading.draft.stated.get("rights", ""))


def _holder(reading: Reading) -> str:
    return copyright_holder(_rights(reading))

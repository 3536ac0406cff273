"""What elements of a page are marked as, by class, rel or microdata: times, bylines, days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from generator.html.places import is_caption, is_of_the_site, means, stands_elsewhere
from generator.html.visible import comparable, line_of, lines_of
from generator.model import Candidate, Role

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement

_BYLINE_IN_ONE_WORD = re.compile(
    r"[a-z](?:Author|Byline)(?:s?(?![a-z])|Name)|\b(?:author|Author|byline|Byline)[A-Z]|\bauteur\b"
)
_NAME_PART = re.compile(r"(?:^|\s)(?:by-?line|author)(?:-|_{1,2})name(?=\s|$)", re.IGNORECASE)
_BYLINE_ID = re.compile(
    r"\s*(?:art(?:icle)?[-_]?)?(?:by-?line|author(?:-?name)?)\s*\Z", re.IGNORECASE
)
_TOGETHER = 500  # characters of a block that holds the names of one byline
_RDFA_DATES = frozenset(("dc:created", "schema:dateCreated", "schema:datePublished"))
_FOOT = re.compile(r"(?:^|\s)(?:postmetadata|post-footer|asset-(?:meta|footer)|submitted)(?=\s|$)")
_FOOT_OF_POST = re.compile(
    r"(?:\bentry was posted (?:in .{2,60}? )?on|\b(?:beitrag|artikel|eintrag) wurde (?:vor )?am(?: \w+,)?"
    r"|\b(?:billet|article|entrée) a été publiée? (?:dans .{2,60}? )?le"
    r"|^(?:submitted by|gespeichert von|von|soumis par|enviado por) (?:\S+ ){1,4}?(?:on|am|le|el)(?: \w+,)?)"
    r" (?P<day>\S[^|]{5,40}?\d{4})\b",
    re.IGNORECASE,
)
"""As WordPress, Movable Type and Drupal end a post: "This entry was posted on", "Submitted by mira on"."""

_POST = re.compile(r"post\d+")
_LONGEST_HEAD = 80
_OTHER_DAY = re.compile(
    r"\b(?:today|yesterday|edited|join(?:ed)?|member|originally)\b|اليوم|أمس", re.IGNORECASE
)
_DAY_OF_POST = re.compile(r"(?P<day>\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d\d),\s\d{1,2}:\d\d")
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|autor(?:e[ns])?|author-?name|writer|posted-?by|submitted-?by|username|p-author|contributor)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|pub-?date|publish\w*|publication|posted(?:-?on)?|entry-?date|post-?date|(?:time|date)-?stamp|dtstamp"
    r"|article-?date|dt-published|meta-?date|fecha|itemDateCreated)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"(?:^|\s)(?:date-?(?:head|top|now|today)|(?:head|header|top|current|todays?)-?date)(?:$|\s)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updat|modif|revis|تحديث", re.IGNORECASE)
_AUTHOR_LABELS = frozenset(
    ("author", "authors", "written by", "auteur", "auteurs", "autor", "الكاتب", "الكاتبة", "المؤلف")
)
_OF_A_WORK = re.compile(
    r"pages?|publisher|isbn|price|bill|edition|binding|format|genre|dimensions|éditeur|prix|nombre de pages"
    r"|الناشر|دار النشر|عدد الصفحات|السعر|الطبعة",
    re.IGNORECASE,
)
_MOST_LABELS = 30
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_FEW_WORDS = 3
_MOST_OTHERS = 200  # bylines beside the first
_MOST_TITLES = 20
_LONGEST_LABEL = 20
_LONGEST_NAMES = 120
BOX = "rel=author in a box beside the report"
"""The weakest of places: a box may as well present whoever wrote most, or last."""

_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:related|popular|trending|most-?read|recommend\w*|recent|latest|comment\w*|teasers?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_STAMP = re.compile(r"data-[\w-]*(?:time|date|epoch)[\w-]*")
_OF_A_CLOCK = re.compile(r"now|today|current|start|end|target|countdown|expir", re.IGNORECASE)
_NO_PERSON = re.compile(r"Organi[sz]ation$")
_REPORT = re.compile(r"(?:Article|Posting|Page|Report|CreativeWork|Blog)$")
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")
"""Seconds or milliseconds since 1970, from 2001 on."""

_AHEAD = re.compile(r"(?:in|dans|en|بعد)\s", re.IGNORECASE)
"""How a countdown begins: "in 3 days"."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|[٠-٩]{4}")
_LONGEST = 220
_STORY = 140


def candidates(root: HtmlElement) -> Iterator[Candidate]:
    """What elements of the page are marked as: headlines, times, bylines."""
    titles = _titles(root)
    headline = _headline(root)
    for element in root.iter("time"):
        if not stands_elsewhere(element) and (text := element.get("datetime") or line_of(element)):
            yield Candidate("date", text.strip(), "time element", _role(element, headline))
    yield from _foot_of_post(root)
    yield from _head_of_post(root)
    first: HtmlElement | None = None
    others = 0
    for element in _with_attributes()(root):
        if not _is_marked(element) or stands_elsewhere(element) or is_caption(element):
            continue
        for candidate in _marked(element):
            if candidate.field == "date" and _is_of_another(element, titles):
                continue
            if candidate.field == "authors":
                others += first is not None
                if others > _MOST_OTHERS or (
                    first is not None and not _stand_together(first, element)
                ):
                    continue  # of another story, or of a reader
                first = element if first is None else first
            yield candidate
    yield from _labelled(root)
    yield from _in_box(root)


def _labelled(root: HtmlElement) -> Iterator[Candidate]:
    """People behind a label in bold or in a list of terms: "**Author** Mira Holt"."""
    for label in root.iter("strong", "b", "dt", "th"):
        said = label.text or ""
        if len(said) > _LONGEST_LABEL or said.strip(" \n\t:").lower() not in _AUTHOR_LABELS:
            continue
        if stands_elsewhere(label) or _is_of_a_book(label):
            continue
        if (value := _behind(label)) and not re.search(r"\d", value):
            yield Candidate("authors", value, f"labelled '{said.strip()}'")


def _is_of_a_book(label: HtmlElement) -> bool:
    """Whether other labels beside one tell of a book, a bill or a picture: its author wrote that."""
    if label.tag not in ("dt", "th"):
        return False
    around = next(label.iterancestors("table", "dl"), None)
    labels = () if around is None else islice(around.iter("dt", "th"), _MOST_LABELS)
    return any(_OF_A_WORK.fullmatch(line_of(other).strip(" :")) for other in labels)


def _behind(label: HtmlElement) -> str:
    """The words behind a label: those of the next cell or term, or the rest of its line."""
    if label.tag in ("dt", "th"):
        value = label.getnext()
        return line_of(value) if value is not None and value.tag in ("dd", "td") else ""
    around = label.getparent()
    if around is None or not _is_short(around):
        return ""
    line, name = line_of(around), line_of(label)
    rest = line.removeprefix(name).strip(" :")
    return rest if line.startswith(name) and len(rest) <= _LONGEST_NAMES else ""


def _in_box(root: HtmlElement) -> Iterator[Candidate]:
    """The one author whom a box beside the report links to; nobody where several are linked to."""
    linked = [link for link in root.iter("a") if "author" in link.get("rel", "").lower().split()]
    boxed = [link for link in linked if stands_elsewhere(link) and not _is_of_others(link)]
    names = {line_of(link) for link in boxed} - {""}
    if len(names) == 1 and len(boxed) == len(linked):
        yield Candidate("authors", names.pop(), BOX)


def _is_of_others(link: HtmlElement) -> bool:
    """Whether a link to an author stands among other reports, or is a reader's."""
    if "external" in link.get("rel", "").lower().split():
        return True
    places = (f"{place.get('class', '')} {place.get('id', '')}" for place in link.iterancestors())
    return any(means(_OTHERS, marks) for marks in places)


def _titles(root: HtmlElement) -> list[str]:
    """What the page may be called: by its title element, its networks, its headlines."""
    told = [line_of(heading) for heading in islice(root.iter("h1"), _MOST_TITLES)]
    told += [title.text or "" for title in root.iter("title")]
    told += [
        tag.get("content", "") for tag in root.iter("meta") if tag.get("property") == "og:title"
    ]
    return [*filter(None, told)]


def _headline(root: HtmlElement) -> HtmlElement | None:
    """The page's only heading of the first level, but for that of its site."""
    found = (
        heading
        for heading in root.iter("h1")
        if not any(map(is_of_the_site, (heading, *heading.iterancestors())))
    )
    first = next(found, None)
    return first if next(found, None) is None else None


def _is_of_another(element: HtmlElement, titles: list[str]) -> bool:
    """Whether an element stands in a short box with the headline of another report than the page's."""
    for place in element.iterancestors():
        if not _is_short(place):
            return False
        headings = {*map(line_of, place.iter("h1", "h2", "h3", "h4"))} - {""}
        if headings:
            return not any(_is_much_alike(told, title) for told in headings for title in titles)
    return False


def _is_much_alike(heading: str, title: str) -> bool:
    """Whether one of two headlines is in the other, or two thirds of the words of the one are."""
    one, other = comparable(heading), comparable(title)
    if one in other or other in one:
        return True
    told, own = ({*_LONG_WORD.findall(text.lower())} for text in (heading, title))
    return len(told) >= _FEW_WORDS and 3 * len(told & own) >= 2 * len(told)


def _foot_of_post(root: HtmlElement) -> Iterator[Candidate]:
    for element in root.iter("p", "small", "div"):
        marks = element.get("class", "")
        if not means(_FOOT, marks) or ("submitted" in marks and stands_elsewhere(element)):
            continue  # Drupal marks comments so, too
        text = " ".join(element.text_content().split())
        if (posted := _FOOT_OF_POST.search(text)) is not None:
            yield Candidate("date", posted["day"], "foot of the post", "published")
            return


def _head_of_post(root: HtmlElement) -> Iterator[Candidate]:
    """The day in the head of a forum's first post (vBulletin), beside its anchor."""
    anchor = next((a for a in root.iter("a") if _POST.fullmatch(a.get("name", ""))), None)
    cell = next(anchor.iterancestors("td"), None) if anchor is not None else None
    head = line_of(cell) if cell is not None else ""
    posted = _DAY_OF_POST.search(head) if len(head) <= _LONGEST_HEAD else None
    if posted is not None and not _OTHER_DAY.search(head):
        yield Candidate("date", posted["day"], "head of the post", "published")


@cache
def _with_attributes() -> XPath:
    from lxml.etree import XPath

    return XPath("//*[@class or @rel or @itemprop or @id or @property]")


def _is_marked(element: HtmlElement) -> bool:
    """Whether an element bears any mark at all: hardly one does, and reading its words takes time."""
    attributes = element.attrib
    if "class" in attributes and _names_a_part(attributes["class"]):
        return True
    if "id" in attributes and means(_BYLINE_ID, attributes["id"]):
        return True
    marks = f"{attributes.get('rel', '')} {attributes.get('itemprop', '')}".lower()
    return "author" in marks or "datepublished" in marks or _is_dated_by_rdfa(element)


def _is_dated_by_rdfa(element: HtmlElement) -> bool:
    """Whether RDFa in HTML says when the page was published, as Drupal 7 writes it."""
    said = element.get("property", "").split()
    return element.tag != "meta" and not _RDFA_DATES.isdisjoint(said)


@lru_cache(maxsize=4096)
def _names_a_part(names: str) -> bool:
    """Whether a class means a byline or a date; a page has a few of them, hundreds of times."""
    return _is_byline(names) or _DATE.search(names) is not None


def _is_byline(names: str) -> bool:
    return _BYLINE.search(names) is not None or _BYLINE_IN_ONE_WORD.search(names) is not None


def _marked(element: HtmlElement) -> Iterator[Candidate]:
    """A byline or a date by the mark that its element bears."""
    text = line_of(element)
    if not text and element.get("itemprop") == "author" and not _is_of_a_work(element):
        yield from _untold_name(element)
    if not text or len(text) > _LONGEST:
        return
    people = _up_to_name(element, "\n".join(line for _, line in lines_of(element)) or text)
    names = element.get("itemprop", "").lower().split()
    if "author" in element.get("rel", "").lower().split():
        yield Candidate("authors", people, "rel=author")
    elif "author" in names:
        yield Candidate("authors", people, "itemprop author")
    elif _is_dated_by_rdfa(element) and (said := element.get("content")):
        yield Candidate("date", said, "property dc:created", "published")
    elif "datepublished" in names:
        said = element.get("datetime") or element.get("content") or text
        yield Candidate("date", said, "itemprop datePublished", "published")
    elif _is_byline(element.get("class", "")):
        yield Candidate("authors", people, f"element of class '{_class(element, _is_byline)}'")
    elif means(_BYLINE_ID, element.get("id", "")):
        yield Candidate("authors", people, f"element of id '{element.get('id')}'")
    elif element.tag != "time" and _is_date(element.get("class", "")):
        yield _day(element, text)


def _day(element: HtmlElement, text: str) -> Candidate:
    """The day that an element of such a class shows, or tells beside what it shows in short."""
    role: Role = "updated" if _UPDATED.search(text) else ""
    if element.tag == "abbr" and (said := element.get("title", "").strip()):
        text, role = said, role or "published"  # hAtom
    elif not _YEAR.search(text) and not _AHEAD.match(text) and (stamp := _stamp(element)):
        text = stamp
    return Candidate("date", text, f"element of class '{_class(element, _DATE.search)}'", role)


def _untold_name(element: HtmlElement) -> Iterator[Candidate]:
    """The name of an author that only programs are told (microdata): ``<meta itemprop="name">``."""
    for tag in element.iter("meta"):
        if tag.get("itemprop") == "name" and (name := tag.get("content", "").strip()):
            yield Candidate("authors", name, "itemprop author")


def _is_of_a_work(element: HtmlElement) -> bool:
    """Whether an author is an organisation, or that of a book or a review on the page (microdata)."""
    if _NO_PERSON.search(element.get("itemtype", "")):
        return True
    scope = next((p for p in element.iterancestors() if "itemscope" in p.attrib), None)
    if scope is None:
        return False
    kind = scope.get("itemtype", "")
    return "itemprop" in scope.attrib or (bool(kind) and _REPORT.search(kind) is None)


def _stamp(element: HtmlElement) -> str:
    """The moment that an attribute tells in seconds since 1970, which a script shows as "8/17/13"."""
    for name, value in element.items():
        if _OF_A_CLOCK.search(name):
            continue
        if _STAMP.fullmatch(name) and _SECONDS.fullmatch(value):
            return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()
    return ""


def _up_to_name(element: HtmlElement, people: str) -> str:
    """A byline without what a card tells behind the name: jobs, portraits (hCard: ``vcard``, ``fn``)."""
    named = [part for part in element.iter("span") if _NAME_PART.search(part.get("class", ""))]
    if named and named[0] is not element:
        return "\n".join(map(line_of, named))
    if "vcard" not in element.get("class", "").split():
        return people
    card = [line_of(part) for part in element.iter() if "fn" in part.get("class", "").split()]
    name = card[0] if len(card) == 1 else ""
    ahead, _, behind = people.partition(name) if name else ("", "", "")
    return ahead + name if behind else people


def _is_date(names: str) -> bool:
    """Whether a class means a date, and not that on which somebody looks at the page."""
    return _DATE.search(names) is not None and _TODAY.search(names) is None


def _role(element: HtmlElement, headline: HtmlElement | None) -> Role:
    marks = " ".join((element.get("class", ""), element.get("itemprop", ""), line_of(element)))
    near = element.getparent()
    if any(place.tag in ("figure", "figcaption") for place in element.iterancestors()):
        return "photo"
    if "pubdate" in element.attrib:  # as HTML 5 had it at first
        return "published"
    if near is not None and near.tag in ("p", "li", "td") and len(line_of(near)) >= _STORY:
        return "event"
    if near is not None and len(line_of(near)) < 60:
        marks += f" {near.get('class', '')} {line_of(near)} {_term_of(near)}"
    if _UPDATED.search(marks):
        return "updated"
    is_said = re.search(r"publish|posted|pubdate", marks, re.IGNORECASE)
    is_headlines = headline is not None and _stand_together(headline, element)
    return "published" if is_said or is_headlines else ""


def _term_of(element: HtmlElement) -> str:
    """The term that a value in a list of terms has before it: "Posted", and below it the day."""
    before = element.getprevious() if element.tag == "dd" else None
    return line_of(before) if before is not None and before.tag == "dt" else ""


def _stand_together(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether two elements belong to one byline: a short block holds both."""
    around = {one, *one.iterancestors()}
    common = next((place for place in (other, *other.iterancestors()) if place in around), None)
    return common is not None and _is_short(common)


def _is_short(block: HtmlElement) -> bool:
    """Whether a block has few words; of a long one no more are read than tell that."""
    letters = 0
    for text in block.itertext():
        letters += 0 if text.isspace() else len(text)
        if letters > _TOGETHER:
            return False
    return True


def _class(element: HtmlElement, means: Callable[[str], object]) -> str:
    names = element.get("class", "").split()
    return next((name for name in names if means(name)), " ".join(names))

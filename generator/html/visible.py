"""What a page shows around its report: headline, byline, date, source and rights lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.html.places import is_caption, is_elsewhere, means, stands_elsewhere
from generator.html.tags import BLOCKS, kind_of, tags_of
from generator.html.tree import all_text
from generator.model import Candidate, Role

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement

Line = tuple["HtmlElement", str]

_BYLINE_IN_ONE_WORD = re.compile(
    r"[a-z](?:Author|Byline)(?:s?(?![a-z])|Name)|\b(?:author|Author|byline|Byline)[A-Z]|\bauteur\b"
)
_BYLINE_ID = re.compile(
    r"\s*(?:art(?:icle)?[-_]?)?(?:by-?line|author(?:-?name)?)\s*\Z", re.IGNORECASE
)
_TOGETHER = 500  # characters of a block that holds the names of one byline
_RDFA_DATES = frozenset(("dc:created", "schema:dateCreated", "schema:datePublished"))
_FOOT_OF_POST = re.compile(
    r"\bentry was posted (?:in .{2,60}? )?on (?P<day>[^.]{6,40}?\d{4})\b", re.IGNORECASE
)
"""As the first themes of WordPress ended a post."""

_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|author-?name|writer|posted-?by|submitted-?by|username|p-author|contributor)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|pub-?date|publish\w*|posted(?:-?on)?|entry-?date|post-?date|time-?stamp"
    r"|article-?date|dt-published|meta-?date|fecha|itemDateCreated)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"(?:^|\s)(?:date-?(?:head|top|now|today)|(?:head|header|top|current|todays?)-?date)(?:$|\s)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"updat|modif|revis|تحديث", re.IGNORECASE)
_RIGHTS = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b|حقوق", re.IGNORECASE)
_RIGHTS_WORDS = ("©", "(c)", "(C)", "opyright", "OPYRIGHT", "حقوق")
_BREAK = "\x00"  # no page has this character in it any more
_TABLE_TAGS = ("td", "th", "tr", "center")
_BLOCK_TAGS = frozenset((*tags_of(BLOCKS), *_TABLE_TAGS))
_UNSEEN = frozenset(tags_of(frozenset(("nothing",))))
_RESERVED = re.compile(r"reserved|réservés|vorbehalten|محفوظة", re.IGNORECASE)
_CREDIT = re.compile(
    r"^(?:by|par|von|por)\s|^(?:بقلم|كتبت?|إعداد)[\s:]|\b(?:19|20)\d\d\b|[٠-٩]{4}", re.IGNORECASE
)
"""How a byline or a date shows in a line that bears no mark."""

_BOXES = ("span", "time", "a", "small")
_LONGEST_CREDIT = 120
_LONGEST = 220
_MOST_LINES = 10
_DEEPEST = 450  # more than any page that is read
_ABOVE_HEADLINE = 2
_STORY = 140
_BEGINNING = 160  # characters of a line by which it is known


def candidates(root: HtmlElement) -> Iterator[Candidate]:
    """What elements of the page are marked as: headlines, times, bylines."""
    for element in root.iter("time"):
        if not stands_elsewhere(element) and (text := element.get("datetime") or line_of(element)):
            yield Candidate("date", text.strip(), "time element", _role(element))
    yield from _foot_of_post(root)
    first: HtmlElement | None = None
    for element in _with_attributes()(root):
        if not _is_marked(element) or stands_elsewhere(element) or is_caption(element):
            continue
        for candidate in _marked(element):
            if candidate.field == "authors":
                if first is not None and not _stand_together(first, element):
                    continue  # of another story, or of a reader
                first = element if first is None else first
            yield candidate


def _foot_of_post(root: HtmlElement) -> Iterator[Candidate]:
    for element in root.iter("p", "small", "div"):
        if element.get("class", "").startswith("postmetadata"):
            text = " ".join(element.text_content().split())
            if (posted := _FOOT_OF_POST.search(text)) is not None:
                yield Candidate("date", posted["day"], "foot of the post", "published")


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
    if not text or len(text) > _LONGEST:
        return
    people = "\n".join(line for _, line in lines_of(element)) or text
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
        role: Role = "updated" if _UPDATED.search(text) else ""
        if element.tag == "abbr" and (said := element.get("title", "").strip()):
            text, role = said, role or "published"  # hAtom: the value of what is shown in short
        yield Candidate("date", text, f"element of class '{_class(element, _DATE.search)}'", role)


def _is_date(names: str) -> bool:
    """Whether a class means a date, and not that on which somebody looks at the page."""
    return _DATE.search(names) is not None and _TODAY.search(names) is None


def rights_lines(root: HtmlElement) -> list[str]:
    """Lines of the page that say who holds the rights, at most two, the last of them last."""
    shown = all_text(root)
    words = tuple(word for word in _RIGHTS_WORDS if word in shown)
    found = _with_any_of(words)(root) if words else ()
    blocks = dict.fromkeys(_block_around(text.getparent()) for text in found)
    lines = (line for block in blocks for _, line in lines_of(block))
    short = (line for line in lines if len(line) <= _LONGEST and _RIGHTS.search(line))
    return list(dict.fromkeys(map(_without_links, short)))[-2:]


@cache
def _with_any_of(words: tuple[str, ...]) -> XPath:
    """Texts of the page that may be a rights line or a part of one: they have one of these words."""
    from lxml.etree import XPath

    return XPath("//body//text()[" + " or ".join(f"contains(., '{word}')" for word in words) + "]")


def _block_around(element: HtmlElement) -> HtmlElement:
    """The innermost block that an element stands in."""
    places = (element, *element.iterancestors())
    return next((place for place in places if _is_block(place)), places[-1])


def _without_links(line: str) -> str:
    """A rights line without the links beside it: "© 2016 The Site · Privacy policy"."""
    parts = re.split(r"\s+[·|•]\s+", line)
    rights = [part for part in parts if _RIGHTS.search(part) or _RESERVED.search(part)]
    return " | ".join(rights)


def lines_around(root: HtmlElement, first: str, second: str) -> tuple[list[str], list[str]]:
    """The lines between headline and story: byline, date, place; and those below a standfirst.

    Args:
        root: the page.
        first: the paragraph that the story begins with.
        second: the one that follows.
    """
    lines = lines_of(root)
    texts = [text for _, text in lines]
    beginnings = [comparable(text[:_BEGINNING])[:60] for text in texts]
    end = _place_of(first, beginnings)
    below = lines[end + 1 : max(end + 1, _place_of(second, beginnings))] if end else []
    if not end:
        end = next((n for n, text in enumerate(texts) if len(text) >= _STORY), 0)
    headings = [n for n in range(end) if lines[n][0].tag == "h1"]
    begin = max(0, headings[-1] - _ABOVE_HEADLINE if headings else end - _MOST_LINES)
    above = [text for text in texts[begin:end] if len(text) <= _LONGEST][:_MOST_LINES]
    credited = [text for block, text in below if _CREDIT.search(text) and not is_caption(block)]
    is_near = len(below) <= _MOST_LINES
    return above, [text for text in credited if len(text) <= _LONGEST_CREDIT] if is_near else []


def _place_of(text: str, beginnings: list[str]) -> int:
    """Where a paragraph of the story stands among the beginnings of all lines; 0 for nowhere."""
    start = comparable(text[:_BEGINNING])[:60]
    return beginnings.index(start) if start and start in beginnings else 0


def lines_of(root: HtmlElement) -> list[Line]:
    """Each line that an element shows, with the block that it stands in, in order of the page.

    What is in another part of the page than the report is left out.
    """
    body = next(root.iter("body"), root)
    lines: list[Line] = []
    run = _collect(body, body, [body.text or ""], lines, 0)
    lines += ((body, line) for line in _parted(run))
    return lines


def _collect(
    element: HtmlElement, block: HtmlElement, run: list[str], lines: list[Line], depth: int
) -> list[str]:
    """Add the lines inside an element; the words since the last of them."""
    for child in element:
        if _is_block(child):
            lines += ((block, line) for line in _parted(run))
            if depth <= _DEEPEST and not is_elsewhere(child):
                inner = _collect(child, child, [child.text or ""], lines, depth + 1)
                lines += ((child, line) for line in _parted(inner))
            run = []
        elif child.tag == "br":
            run.append(_BREAK)
        elif child.tag not in _UNSEEN and not is_elsewhere(child):
            if _stands_apart(child):
                run.append(_BREAK)
            run.append(child.text or "")
            if len(child) and depth <= _DEEPEST:
                run = _collect(child, block, run, lines, depth + 1)
        if child.tail:
            run.append(child.tail)
    return run


def _stands_apart(element: HtmlElement) -> bool:
    """Whether an element follows another without a space, as boxes do that a style sets side by side.

    Its word begins as words do: "2019" behind "Holt", not the rest of a word behind its initial.
    """
    before = element.getprevious()
    while before is not None and before.tag == "span" and not (before.tail or line_of(before)):
        before = before.getprevious()  # a box with nothing in it, which a style makes a sign of
    if element.tag not in _BOXES or before is None or before.tag not in _BOXES or before.tail:
        return False
    last, first = "".join(before.itertext())[-1:], "".join(element.itertext())[:1]
    begins = first.isalnum() and not first.islower()
    return begins and last.isalnum() and len("".join(before.itertext())) > 1


def _is_block(element: HtmlElement) -> bool:
    return element.tag in _BLOCK_TAGS or (element.tag == "code" and kind_of(element) == "code")


def _parted(run: list[str]) -> Iterator[str]:
    """The lines of a run of words, as its breaks part them."""
    text = "".join(run)
    if text and not text.isspace():
        yield from filter(None, map(_spaced, text.split(_BREAK)))


def _words(element: HtmlElement) -> Iterator[str]:
    """The words of an element, with a mark for each break."""
    from lxml.etree import iterwalk

    if not len(element):
        yield _begin(element)
        return
    for event, inner in iterwalk(element, events=("start", "end")):
        if event == "start":
            yield _begin(inner)
        elif inner is not element and inner.tail:
            yield inner.tail


def _begin(element: HtmlElement) -> str:
    """What stands at the beginning of an element."""
    kind = kind_of(element)
    if kind in ("break", "nothing"):
        return _BREAK if element.tag == "br" else ""
    is_block = kind in BLOCKS or element.tag in _TABLE_TAGS
    return f" {element.text or ''}" if is_block else element.text or ""


def _stand_together(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether two elements belong to one byline: a short block holds both."""
    around = {one, *one.iterancestors()}
    common = next((place for place in (other, *other.iterancestors()) if place in around), None)
    if common is None:
        return False
    return sum(len(text) for text in common.itertext() if not text.isspace()) <= _TOGETHER


def line_of(element: HtmlElement) -> str:
    """All words of an element in one line."""
    return " ".join(_parted([*_words(element)]))


def comparable(text: str) -> str:
    """A text as it is compared: its letters and digits."""
    return re.sub(r"[\W_]+", "", text).lower()


def _role(element: HtmlElement) -> Role:
    marks = " ".join((element.get("class", ""), element.get("itemprop", ""), line_of(element)))
    near = element.getparent()
    if any(place.tag in ("figure", "figcaption") for place in element.iterancestors()):
        return "photo"
    if near is not None and near.tag in ("p", "li", "td") and len(line_of(near)) >= _STORY:
        return "event"
    if near is not None and len(line_of(near)) < 60:
        marks += f" {near.get('class', '')} {line_of(near)} {_term_of(near)}"
    if _UPDATED.search(marks):
        return "updated"
    return "published" if re.search(r"publish|posted|pubdate", marks, re.IGNORECASE) else ""


def _term_of(element: HtmlElement) -> str:
    """The term that a value in a list of terms has before it: "Posted", and below it the day."""
    before = element.getprevious() if element.tag == "dd" else None
    return line_of(before) if before is not None and before.tag == "dt" else ""


def _class(element: HtmlElement, means: Callable[[str], object]) -> str:
    names = element.get("class", "").split()
    return next((name for name in names if means(name)), " ".join(names))


def _spaced(text: str | None) -> str:
    return " ".join((text or "").split())

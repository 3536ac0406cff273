"""What a page has for its headline: h1, a heading that its theme marks, the title element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from generator.html.places import is_of_the_site, means, stands_elsewhere
from generator.html.tree import all_text
from generator.html.visible import comparable, line_of
from generator.model import Candidate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADLINE = "marked headline"
_HEADLINE = re.compile(
    r"(?:^|[\s_-])(?:entry|post|item|article|story|news|node)[_-]?(?:title|heading|headline)(?:$|[\s_-])"
    r"|(?:^|\s)contentheading(?:$|\s)",
    re.IGNORECASE,
)
_OF_AN_ID = re.compile(r"(?:news|article|story|post)?[-_]?(?:title|headline)", re.IGNORECASE)
_DATED = re.compile(
    r"^\S.{1,40}?\s[-–|:]\s.{10,}\s[-–|]\s(?P<day>\d{1,2}/\d{1,2}/(?:19|20)\d\d"
    r"|[^\W\d]{3,9}\s\d{1,2},\s(?:19|20)\d\d|\d{1,2}\s[^\W\d]{3,9}\s(?:19|20)\d\d)\s*$"
)
"""The day behind site and headline, as agencies and CNN had it: "KUNA : Wells run dry - 14/02/2011"."""

_CELLS = ("td", "div", "span", "p")
_FEWEST_WORDS = 4
_MOST_HEADINGS = 50  # of the first level, which each is compared with all
_SHORTEST_TITLE = 10
_LONGEST_ELEMENT = 400  # of a title element that ends with a day
_LONG_TEXT = 600
_VIEW = re.compile(
    r"^(?:print(?:able)?(?: version| view| page)?|print this|نسخة للطباعة|طباعة)\s*[:|-]\s+",
    re.IGNORECASE,
)


def candidates(root: HtmlElement) -> Iterator[Candidate]:
    """Headlines, and the site's name where that is one."""
    has_headline = False
    for heading in islice(root.iter("h1"), _MOST_HEADINGS):
        if text := line_of(heading):
            is_sites = any(map(is_of_the_site, (heading, *heading.iterancestors())))
            has_headline = has_headline or not is_sites
            yield Candidate("publisher" if is_sites else "title", text, "h1")
    named = next(filter(None, map(page_title, root.iter("title"))), "")
    marked = {
        text: _heads_a_story(heading)
        for heading in root.iter("h2", "h3")
        if (text := _marked_headline(heading))
    }
    agreeing = [text for text, heads in marked.items() if heads or _agree(text, named)]
    if not has_headline and not agreeing:
        agreeing = _marked_cells(root, named)
    if not has_headline and len(agreeing) == 1:
        yield Candidate("title", agreeing[0], HEADLINE)
    if named:
        yield Candidate("title", named, "title element")
        dated = _DATED.search(named) if len(named) <= _LONGEST_ELEMENT else None
        if dated is not None:
            yield Candidate("date", dated["day"], "title element")


def _marked_cells(root: HtmlElement, named: str) -> list[str]:
    """What a page without headings marks as its headline, as portals made of tables do, each once.

    An ``id`` of that kind may be that of the site's head: its words stand in the title element, too.
    """
    found: dict[str, None] = {}
    for element in root.iter(*_CELLS):
        is_marked = means(_HEADLINE, element.get("class", ""))
        if not is_marked and _OF_AN_ID.fullmatch(element.get("id", "")) is None:
            continue
        text = "" if stands_elsewhere(element) else line_of(element)
        if len(text.split()) >= _FEWEST_WORDS and (is_marked or _agree(text, named)):
            found[text] = None
    return list(found)


def _heads_a_story(heading: HtmlElement) -> bool:
    """Whether a heading stands in the same box as a long text."""
    box = heading.getparent()
    return box is not None and len(all_text(box)) >= _LONG_TEXT


def _agree(heading: str, title: str) -> bool:
    """Whether one of two is the other with something beside it: a module's heading is not the page's."""
    short, long = sorted((comparable(heading), comparable(title)), key=len)
    return len(short) >= _SHORTEST_TITLE and short in long


def _marked_headline(heading: HtmlElement) -> str:
    """A heading of a lower level that the page calls the headline, as themes of Joomla do."""
    is_marked = heading.get("itemprop") == "headline" or means(_HEADLINE, heading.get("class", ""))
    return line_of(heading) if is_marked and not stands_elsewhere(heading) else ""


def page_title(title: HtmlElement) -> str:
    """The words of a title element, without what the browser's window was for."""
    return _VIEW.sub("", " ".join((title.text or "").split()))

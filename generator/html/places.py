"""Where on a page an element stands: with the report, or in a part that is about something else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_AROUND = frozenset(("nav", "aside", "menu"))
_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:related|sidebar|side-bar|(?<!elementor-)widget|comments?(?!_datetime)|kommentare?|commentaires?|comentarios?|(?<!byline[_-])share|sharing|social|nav|menu|breadcrumbs?"
    r"|newsletter|cookie|consent|most-?read|popular|trending|recommend\w*|teaser|promo|tags?(?!-(?:value|label))"
    r"|author-?(?:bio|box)|testimonials?|advert\w*|banner)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OF_A_POST = re.compile(r"(?:^|\s)(?:hentry|type-[\w-]+|post-\d+)(?=\s|$)")
_TERMS_OF_A_POST = re.compile(r"(?:^|\s)(?:tag|category|format|[\w-]+_tag)-\S+")
"""WordPress names each tag and category of a post among its classes: "hentry tag-comments"."""

_BLOGGERS_POSTS = "widget Blog"
"""Blogger calls everything a widget, the posts as well."""

_HOLDS_HEADLINE = "data-holds-headline"
_FOOT = re.compile(r"(?:^|[\s_-])footer(?:$|[\s_-])", re.IGNORECASE)
_STORYS_FOOT = re.compile(
    r"(?:article|story|entry|post|meta)[\w-]*footer|entry-meta", re.IGNORECASE
)
_STORYS = re.compile(r"(?:^|\s)(?:h-?entry|post|article)(?:$|\s)", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:captions?|wp-caption\w*|figure|photo\w*|image|gallery|media-?credit|credits?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SITES = re.compile(
    r"(?:^|[\s_-])(?:logo|site-?(?:title|name|logo|branding)|branding|masthead|blog-?title|sitename)(?:$|[\s_-])",
    re.IGNORECASE,
)


def mark_headline(root: HtmlElement) -> None:
    """Mark what the page's headline stands in, once for all that ask whether it is a part about something else.

    A class of it tells of the whole page: "content with-sidebar".
    """
    for heading in root.iter("h1"):
        around = (heading, *heading.iterancestors())
        if not any(map(is_of_the_site, around)):
            for place in around:
                place.set(_HOLDS_HEADLINE, "")
            return


def stands_elsewhere(element: HtmlElement) -> bool:
    """Whether an element is in a part of the page that is not about this report."""
    return any(is_elsewhere(place) for place in (element, *element.iterancestors()))


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element itself begins such a part: a menu, a list of teasers, readers' comments."""
    if element.tag in ("body", "html", "article", "main"):
        return False
    marks = f"{_own_classes(element.get('class', ''))} {element.get('id', '')}"
    if element.get("class") == _BLOGGERS_POSTS:
        return False
    if element.tag in _AROUND:
        return True
    if means(_ELSEWHERE, marks):
        return _HOLDS_HEADLINE not in element.attrib
    if element.tag != "footer" and not means(_FOOT, marks):
        return False
    return not (means(_STORYS_FOOT, marks) or any(map(_is_story, element.iterancestors())))


@lru_cache(maxsize=4096)
def _own_classes(names: str) -> str:
    """The classes of an element, without the terms that a post of WordPress bears."""
    return _TERMS_OF_A_POST.sub("", names) if _OF_A_POST.search(names) else names


def _is_story(element: HtmlElement) -> bool:
    return element.tag == "article" or means(_STORYS, element.get("class", ""))


def is_caption(element: HtmlElement) -> bool:
    """Whether an element belongs to a picture: its people took it, its date is its own.

    What the headline stands in as well is the report's, though it be called one "with an image".
    """
    places = (element, *element.iterancestors())
    return any(
        next(place.iter("h1"), None) is None
        for place in places
        if place.tag not in ("body", "html", "article", "main")
        and (place.tag in ("figure", "figcaption") or means(_CAPTION, place.get("class", "")))
    )


def is_in_foot(element: HtmlElement) -> bool:
    """Whether an element is in the foot of the page or of the report."""
    return any(
        place.tag == "footer" or means(_FOOT, f"{place.get('class', '')} {place.get('id', '')}")
        for place in (element, *element.iterancestors())
    )


def is_of_the_site(element: HtmlElement) -> bool:
    """Whether a heading is the site's own, which stands on each of its pages."""
    marks = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag not in ("body", "html") and means(_SITES, marks)


@lru_cache(maxsize=8192)
def means(pattern: re.Pattern[str], marks: str) -> bool:
    """Whether a pattern is in the marks of an element; a page has few of them, hundreds of times."""
    return pattern.search(marks) is not None

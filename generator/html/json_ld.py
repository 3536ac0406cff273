"""JSON-LD (schema.org) of a page: what the node that is the article says of itself."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from generator.model import Candidate, Role

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = re.compile(
    r"(?:\w*Article|\w*BlogPosting|LiveBlogPosting|Report|ReportageNewsArticle|\w*Posting|CreativeWork"
    r"|Review|AdvertiserContentArticle|DigitalDocument|Legislation|Statement)\Z"
)
_RECORDINGS = ("VideoObject", "AudioObject", "PodcastEpisode", "RadioEpisode", "TVEpisode")
_PAGES = ("WebPage", "ItemPage", "AboutPage", "Page")
_DEEPEST = 8
_MOST_NODES = 2000
_DATES: tuple[tuple[str, Role], ...] = (
    ("datePublished", "published"),
    ("dateCreated", "published"),
    ("dateModified", "updated"),
)
_ARTICLE_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting)"')
_STRING = re.compile(
    r'"(headline|datePublished|dateCreated|dateModified)"\s*:\s*"([^"\\]*(?:\\.[^"\\]*)*)"\s*[,}]'
)
_BARE_DAY = re.compile(r'"(datePublished|dateModified)"\s*:\s*(\d{4}-\d\d-\d\d[T\d:.+-]*)\s*[,}]')
"""A moment that somebody forgot to quote."""
_AUTHOR = re.compile(r'"author"\s*:\s*\[?\s*\{[^{}]{0,300}?"name"\s*:\s*"([^"\\]{2,200})"\s*[,}]')
_LONGEST_BROKEN = 200_000
_CONTROLS = re.compile(r"[\x00-\x1f]")
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")

Node = Mapping[str, object]


def candidates(root: HtmlElement, address: str) -> Iterator[Candidate]:
    """What the article's node says, or a recording's, or the page's; nothing of related ones."""
    nodes = [node for script in _scripts(root) for node in _nodes(script)]
    by_id = {str(node["@id"]): node for node in nodes if len(node) > 2 and "@id" in node}
    articles = [node for node in nodes if any(map(_ARTICLES.match, _types(node)))]
    recordings = [node for node in nodes if any(name in _RECORDINGS for name in _types(node))]
    article = _of_this_page(articles or recordings[:1], address)
    pages = [node for node in nodes if any(name in _PAGES for name in _types(node))]
    for node in filter(None, (article, pages[0] if pages else None)):
        yield from _said(node, by_id, is_article=node is article)


def _scripts(root: HtmlElement) -> Iterator[object]:
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        text = _CONTROLS.sub(" ", script.text or "").strip().removesuffix(";")
        text = re.sub(r"^<!\[CDATA\[|\]\]>$|^<!--|-->$|^//.*$", "", text).strip()
        for attempt in (text, _TRAILING_COMMA.sub("", text)):
            try:
                yield json.loads(attempt, strict=False)
                break
            except (ValueError, RecursionError):
                continue
        else:
            yield _salvaged(text)


def _salvaged(text: str) -> dict[str, object]:
    """What can be read of an article's node whose quotes or brackets are broken."""
    if _ARTICLE_TYPE.search(text) is None:
        return {}
    node: dict[str, object] = {"@type": "Article"}
    start = text[:_LONGEST_BROKEN]
    for name, value in (*_STRING.findall(start), *_BARE_DAY.findall(start)):
        node.setdefault(name, value.replace("\\/", "/"))
    names = _AUTHOR.search(start)
    return {**node, "author": {"name": names[1]}} if names else node


def _nodes(value: object) -> list[Node]:
    """Every object that has a type, but for those that an article merely names as its own parts."""
    found: list[Node] = []
    waiting = [(value, 0)]
    while waiting and len(found) < _MOST_NODES:
        item, depth = waiting.pop(0)
        if isinstance(item, list):
            waiting += [(inner, depth + 1) for inner in item if depth < _DEEPEST]
        elif isinstance(item, dict):
            if "@type" in item or "@id" in item:
                found.append(item)
            inner_names = ("@graph", "mainEntity", "mainEntityOfPage", "author", "publisher")
            if depth < _DEEPEST:
                waiting += [(item[name], depth + 1) for name in inner_names if name in item]
    return found


def _of_this_page(articles: list[Node], address: str) -> Node | None:
    """The one article, or of several the one at this address: the others are teasers."""
    if len(articles) < 2 or not address:
        return articles[0] if articles else None
    wanted = _bare(address)
    at_address = (a for a in articles if wanted in {_bare(place) for place in _addresses(a)})
    return next(at_address, articles[0])


def _said(node: Node, by_id: Mapping[str, Node], *, is_article: bool) -> Iterator[Candidate]:
    place = "JSON-LD" if is_article else "JSON-LD of the page,"
    for name in ("headline", "name", "alternativeHeadline") if is_article else ("name",):
        yield from _texts("title", node.get(name), f"{place} {name}")
    for name, role in _DATES:
        yield from _texts("date", node.get(name), f"{place} {name}", role)
    for person in _listed(node.get("author")) if is_article else ():
        known = _resolved(person, by_id)
        kind = "source" if "Organization" in str(_types(known)) else "authors"
        for author in _listed(_name(known)):
            yield from _texts(kind, author, f"{place} author")
    for name in ("sourceOrganization", "creditText", "copyrightHolder") if is_article else ():
        for holder in _listed(node.get(name)):
            yield from _texts("source", _name(_resolved(holder, by_id)), f"{place} {name}")
    for house in _listed(node.get("publisher")):
        yield from _texts("publisher", _name(_resolved(house, by_id)), f"{place} publisher")
    yield from _texts("rights", node.get("copyrightNotice"), f"{place} copyrightNotice")
    yield from _texts("language", node.get("inLanguage"), f"{place} inLanguage")
    for keyword in _listed(node.get("keywords")) if is_article else ():
        yield from _texts("tags", keyword, f"{place} keywords")
    yield from _texts("summary", node.get("description"), f"{place} description")
    for web_address in _addresses(node):
        yield from _texts("url", web_address, f"{place} url")


def _texts(field: str, value: object, place: str, role: Role = "") -> Iterator[Candidate]:
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        text = " ".join(html.unescape(re.sub(r"<[^<>]{0,200}>", "", str(value))).split())
        if text:
            yield Candidate(field, text, place, role)


def _addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    page_id = page.get("@id") if isinstance(page, dict) else page
    places = (node.get("url"), page_id, node.get("@id"))
    found = (place.partition("#")[0] for place in places if isinstance(place, str))
    return [place for place in found if place.startswith("http")]


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$|/(?:amp/?)?$", "", address)


def _types(node: object) -> list[str]:
    kinds = node.get("@type") if isinstance(node, Mapping) else None
    return [str(kind).rpartition("/")[2] for kind in _listed(kinds)]


def _resolved(value: object, by_id: Mapping[str, Node]) -> object:
    if isinstance(value, dict) and "name" not in value and "@id" in value:
        return by_id.get(str(value["@id"]), value)
    return value


def _name(value: object) -> object:
    return value.get("name") if isinstance(value, Mapping) else value


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]

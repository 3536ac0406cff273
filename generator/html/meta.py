"""Meta tags, links and attributes of a page: Open Graph, Dublin Core, and what else sites write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from generator.model import Candidate, Role

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FIELDS: tuple[tuple[str, Role, tuple[str, ...]], ...] = (
    ("title", "", ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")),
    ("title", "", ("parsely-title", "sailthru.title", "title", "headline")),
    (
        "date",
        "published",
        (
            *("article:published_time", "og:article:published_time", "og:published_time"),
            *("dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created"),
            *("citation_publication_date", "citation_date", "citation_online_date"),
            *("datepublished", "date_published", "publish-date", "publish_date", "pubdate"),
            *("publication_date", "publicationdate", "parsely-pub-date", "sailthru.date"),
            *("cxenseparse:recs:publishtime", "dc.date", "dcterms.date", "originalpublicationdate"),
            *(
                "article.published",
                "article:published",
                "article:published_date",
                "article:post_date",
            ),
            *("article:publicationdate", "og:pubdate", "og:publish_date", "og:article:published"),
            *("analyticsattributes.articledate", "dcsext.articlefirstpublished", "bt:pubdate"),
            *("dc.date.publication", "dc:date", "dc.created", "dc:created", "rnews:datepublished"),
            *("publisheddate", "published-date", "published_date", "publishdate", "publish_time"),
            *("published_time", "mediator_published_time", "vr:published_time", "twt-published-at"),
            *("shareaholic:article_published_time", "date_created", "datecreated", "doc_date"),
            *(
                "article_date_original",
                "pub_date",
                "prism.publicationdate",
                "bepress_citation_date",
            ),
            *("displaydate", "pdate", "ptime", "published", "date"),
        ),
    ),
    (
        "date",
        "updated",
        (
            *("article:modified_time", "og:updated_time", "dcterms.modified", "dc.date.modified"),
            *("datemodified", "last-modified", "lastmod", "revised", "article.updated"),
            *("article_date_updated", "eomportal-lastupdate"),
            *(
                "revision_date",
                "article:modified",
                "article:modified_date",
                "bt:moddate",
                "lastdate",
            ),
        ),
    ),
    (
        "authors",
        "",
        (
            *("author", "article:author", "og:article:author", "dc.creator", "dcterms.creator"),
            *("citation_author", "parsely-author", "sailthru.author", "byl", "article.author"),
            *("twitter:creator_name", "cxenseparse:author", "dcsext.author", "dc:creator"),
            *("displayauthors", "written by", "byline", "search.byline", "twitter:creator"),
        ),
    ),
    ("source", "", ("dc.source", "article:source", "source", "news_source")),
    ("publisher", "", ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher")),
    ("publisher", "", ("citation_journal_title", "citation_publisher", "al:android:app_name")),
    ("publisher", "", ("apple-mobile-web-app-title", "publisher")),
    ("rights", "", ("dc.rights", "dcterms.rights", "copyright", "rights")),
    ("language", "", ("dc.language", "dcterms.language", "content-language", "og:locale")),
    ("tags", "", ("article:tag", "news_keywords", "keywords", "dc.subject", "parsely-tags")),
    ("summary", "", ("og:description", "description", "twitter:description", "dc.description")),
    ("url", "", ("og:url", "twitter:url", "dc.identifier", "parsely-link")),
)
_ESCAPED_TWICE = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|#\d{2,5}|#x[\da-fA-F]{2,5});"
)
_WRITTEN_BY = re.compile(
    r"written by|author|posted by|écrit par|verfasst von|geschrieben von|escrito por|scritto da|yazan"
    r"|كُ?تب بواسطة|بواسطة|الكاتب|كاتب المقالة?",
    re.IGNORECASE,
)
_ITEM_PROPERTIES: dict[str, tuple[str, Role]] = {
    "datepublished": ("date", "published"),
    "datecreated": ("date", "published"),
    "datemodified": ("date", "updated"),
    "headline": ("title", ""),
    "author": ("authors", ""),
}


def candidates(root: HtmlElement) -> Iterator[Candidate]:
    """What the tags in a page's head say, in the order in which they deserve trust."""
    said = {**_labelled(root), **_said(root)}
    said["twitter:creator"] = [name for name in said.get("twitter:creator", ()) if " " in name]
    for field, role, names in _FIELDS:
        for name in names:
            for content in said.get(name, ()):
                yield Candidate(field, content, f"meta {name}", role)
    for element in root.xpath("//meta[@itemprop][@content]"):
        name = element.get("itemprop", "").lower()
        if name in _ITEM_PROPERTIES and (content := _spaced(element.get("content"))):
            field, role = _ITEM_PROPERTIES[name]
            yield Candidate(field, content, f"itemprop {element.get('itemprop')}", role)
    for attribute in ("lang", "{http://www.w3.org/XML/1998/namespace}lang"):
        if language := _spaced(root.get(attribute)):
            yield Candidate("language", language, "html lang")


def _labelled(root: HtmlElement) -> dict[str, list[str]]:
    """What stands in pairs, "Written by" and a name, and what one tag tells in JSON."""
    said = _said(root)
    found: dict[str, list[str]] = {}
    for number in "123":
        labels, values = (said.get(f"twitter:{kind}{number}", []) for kind in ("label", "data"))
        if labels and _WRITTEN_BY.fullmatch(labels[0]):
            found["written by"] = values[:1]
    for content in said.get("parsely-page", ()):
        try:
            told = json.loads(content)
        except (ValueError, RecursionError):
            continue
        for name, key in (("title", "title"), ("pub-date", "pub_date"), ("author", "authors")):
            value = (told.get(key) or told.get(name)) if isinstance(told, dict) else None
            listed = value if isinstance(value, list) else [value]
            found[f"parsely-{name}"] = [text for text in listed if isinstance(text, str)]
    return found


def address_of(root: HtmlElement, saved_from: str) -> Iterator[Candidate]:
    """The page's own address in each place that says one, the most trustworthy first."""
    canonical = (
        str(link.get("href", "")).strip() for link in root.iter("link") if _is_canonical(link)
    )
    said = (
        *((address, "link rel=canonical") for address in canonical),
        *((address, "meta og:url") for address in _said(root).get("og:url", ())),
        (saved_from, "note of the browser that saved it"),
    )
    for address, place in said:
        if is_page_address(address):
            yield Candidate("url", address, place)


def base_of(root: HtmlElement, address: str) -> str:
    """What the page's links are relative to."""
    declared = next((base.get("href", "").strip() for base in root.iter("base")), "")
    try:
        return str(urljoin(address, declared))
    except ValueError:
        return address


def is_page_address(address: str) -> bool:
    """Whether it is a web address of one page, and not of a whole site."""
    return re.match(r"https?://[^\s/?#]+/\S*[^\s/]", address) is not None


def _is_canonical(link: HtmlElement) -> bool:
    return "canonical" in link.get("rel", "").lower().split()


def _said(root: HtmlElement) -> dict[str, list[str]]:
    """The content of each meta tag, by its lower-case name."""
    said: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        names = (tag.get(name) for name in ("property", "name", "http-equiv"))
        content = _ESCAPED_TWICE.sub(lambda sign: unescape(sign[0]), _spaced(tag.get("content")))
        for name in names:
            if name and content:
                said.setdefault(name.strip().lower(), []).append(content)
    return said


def _spaced(text: str | None) -> str:
    return " ".join((text or "").split())

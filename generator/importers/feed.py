"""Feeds: RSS 2.0 and 1.0, Atom (RFC 4287) and JSON Feed 1.1; each entry is a report."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from generator.errors import UnreadableReport
from generator.html import fragment_blocks
from generator.importers import Claim, Part
from generator.importers._mended_xml import mended
from generator.model import BrokenPart, Candidate, Draft, RawReport

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "feed"

_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_WORDPRESS_EXPORT = b"wordpress.org/export/"
_JSON = re.compile(rb"\s*\{.{0,2000}?\"version\"\s*:\s*\"https://jsonfeed\.org/version/", re.DOTALL)
_CUT = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|read more|continue reading.{0,80}|اقرأ المزيد)\W*\Z", re.IGNORECASE
)
_SHORT = 500  # characters; a description of fewer without paragraphs is no report
_ADDRESS = re.compile(r"\S+@\S+\s*")
_MEDIA_TYPES = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
_ENTRIES = ("item", "entry")
_SITE = ("title", "link", "language", "copyright", "rights", "author")

Fields = dict[str, str]


def claims(raw: RawReport) -> Claim:
    """A strong claim on what begins as a feed, but for WordPress's own exports."""
    is_feed = _XML.match(raw.head) and _WORDPRESS_EXPORT not in raw.head
    return Claim.STRONG if is_feed or _JSON.match(raw.head) else Claim.NONE


def parts(raw: RawReport) -> Iterator[Part]:
    """Each entry, by its GUID, or else its address, or else its title and date.

    Raises:
        UnreadableReport: the feed is damaged; what came before is read.
    """
    site: Fields = {}
    for entry in _json_entries(raw, site) if _JSON.match(raw.head) else _xml_entries(raw, site):
        name = entry.get("id") or entry.get("link") or _title_and_day(entry)
        if not name:
            reason = "has neither a GUID nor an address nor a title with its date"
            yield BrokenPart(entry.get("title", "an entry"), reason)
            continue
        counts = {key: value for key, value in entry.items() if key != "updated"}
        content = {**entry, **{f"site {key}": value for key, value in site.items()}}
        yield raw.part(name, _as_bytes(content), importer="feed", counted=_as_bytes(counts))


def _title_and_day(entry: Fields) -> str:
    title, published = entry.get("title", ""), entry.get("published", "")
    return f"{title} ({published})" if title and published else ""


def read(raw: RawReport) -> Iterator[Draft]:
    """One entry as a report; one that holds no more than an excerpt is shown as a link.

    Raises:
        UnreadableReport: there is no word in it.
    """
    entry: Fields = json.loads(raw.content)
    kind = entry["kind"]
    link = entry.get("link", "")
    blocks = fragment_blocks(entry.get("content") or entry.get("summary", ""), link)
    text = " ".join(block.text for block in blocks)
    if not re.search(r"\w", text + entry.get("title", "")):
        raise UnreadableReport("is empty: there is no word in it")
    stated = {"display": "link"} if _is_excerpt(entry, text) and link else {}
    yield Draft(
        raw,
        _MEDIA_TYPES[kind],
        "" if blocks else entry.get("title", ""),
        stated=stated,
        blocks=blocks,
        candidates=tuple(_candidates(entry, kind)),
    )


def _is_excerpt(entry: Mapping[str, str], text: str) -> bool:
    if _CUT.search(text):
        return True
    return not entry.get("content") and len(text) < _SHORT


def _candidates(entry: Mapping[str, str], kind: str) -> Iterator[Candidate]:
    place = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}[kind]
    for key, field in (("title", "title"), ("link", "url"), ("rights", "rights")):
        if value := entry.get(key):
            yield Candidate(field, value, f"{place} {key}")
    if published := entry.get("published"):
        yield Candidate(
            "date", published, f"{place} {'pubDate' if kind == 'rss' else 'published'}", "published"
        )
    if updated := entry.get("updated"):
        yield Candidate("date", updated, f"{place} updated", "updated")
    for name in filter(None, entry.get("authors", entry.get("site author", "")).split("\n")):
        yield Candidate("authors", name, f"{place} author")
    for tag in filter(None, entry.get("tags", "").split("\n")):
        yield Candidate("tags", tag, f"{place} category")
    for key, field in (
        ("title", "publisher"),
        ("language", "language"),
        ("copyright", "rights"),
        ("rights", "rights"),
    ):
        if value := entry.get(f"site {key}"):
            yield Candidate(field, value, f"{place} channel {key}")


def _xml_entries(raw: RawReport, site: Fields) -> Iterator[Fields]:
    """The entries of RSS or Atom, one at a time; entities and the network are off."""
    from lxml import etree

    parser = etree.XMLPullParser(
        ("end",), encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False
    )
    broken: etree.XMLSyntaxError | None = None
    for chunk in (*mended(raw), None):
        try:
            parser.feed(chunk) if chunk is not None else parser.close()
        except etree.XMLSyntaxError as error:
            broken = error
        for _, element in parser.read_events():
            yield from _told(element, site)
        if broken is not None:
            reason = f"is damaged: {broken.msg}: what stands before was read"
            raise UnreadableReport(reason) from broken


def _told(element: _Element, site: Fields) -> Iterator[Fields]:
    """The entry that an element is; or else what the feed says of the site is noted."""
    name, above = _name(element), element.getparent()
    if name in _ENTRIES:
        yield _entry(element)
        element.clear()
        while element.getprevious() is not None and above is not None:
            del above[0]
    elif above is not None and _name(above) in ("channel", "feed") and name in _SITE:
        site.setdefault(name, _names(element) if name == "author" else _text(element))


def _entry(element: _Element) -> Fields:
    """What an ``item`` or an ``entry`` says; several authors or tags on lines of their own."""
    entry: Fields = {"kind": "atom" if _name(element) == "entry" else "rss"}
    for child in element:
        name = _name(child)
        key = _KEYS.get(name)
        if name == "link":
            if child.get("rel", "alternate") == "alternate":
                entry.setdefault("link", child.get("href") or _text(child))
        elif name == "content" and child.get("src"):
            continue
        elif key in ("authors", "tags"):
            value = child.get("term") or (_names(child) if key == "authors" else _text(child))
            entry[key] = "\n".join(filter(None, (entry.get(key, ""), value)))
        elif key in ("content", "summary"):
            entry.setdefault(key, _markup(child))
        elif key and (value := _text(child)):
            entry.setdefault(key, value)
    if not entry.get("link", "").startswith("http"):
        entry.pop("link", None)
    return entry


_KEYS = {
    "guid": "id",
    "id": "id",
    "title": "title",
    "encoded": "content",
    "content": "content",
    "description": "summary",
    "summary": "summary",
    "pubDate": "published",
    "published": "published",
    "issued": "published",
    "date": "published",
    "updated": "updated",
    "modified": "updated",
    "creator": "authors",
    "author": "authors",
    "category": "tags",
    "rights": "rights",
}


def _json_entries(raw: RawReport, site: Fields) -> Iterator[Fields]:
    try:
        feed = json.loads(raw.content)
    except (ValueError, RecursionError) as error:
        raise UnreadableReport(f"is damaged: {error}") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise UnreadableReport("has no list of items")
    for key in ("title", "language"):
        if isinstance(value := feed.get(key), str):
            site[key] = value
    for item in items:
        yield _json_entry(item if isinstance(item, dict) else {}, feed)


def _json_entry(item: Mapping[str, object], feed: Mapping[str, object]) -> Fields:
    named = {"id": "id", "url": "link", "title": "title", "content_html": "content"}
    named |= {"summary": "summary", "date_published": "published", "date_modified": "updated"}
    entry: Fields = {"kind": "json"}
    entry |= {key: str(item[name]) for name, key in named.items() if item.get(name)}
    if "content" not in entry and isinstance(text := item.get("content_text"), str):
        lines = (f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
        entry["content"] = "".join(lines)
    people = item.get("authors") or feed.get("authors") or [item.get("author")]
    if isinstance(people, list):
        names = (str(person.get("name", "")) for person in people if isinstance(person, dict))
        entry["authors"] = "\n".join(filter(None, names))
    if isinstance(tags := item.get("tags"), list):
        entry["tags"] = "\n".join(map(str, tags))
    return entry


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _names(element: _Element) -> str:
    """The name in an author's element, without any address."""
    named = [child for child in element if _name(child) == "name"]
    text = _text(named[0]) if named else _text(element)
    bare = _ADDRESS.sub("", text).strip()
    return re.sub(r"^\((.*)\)$", r"\1", bare)


def _text(element: _Element) -> str:
    """Words in one line; feeds write entities twice, and tags where none belong."""
    words = re.sub(r"<[^<>]{0,200}>", "", "".join(map(str, element.itertext())))
    return " ".join(html.unescape(words).split())


def _markup(element: _Element) -> str:
    """The HTML inside an element, escaped there or not."""
    if len(element):
        from lxml import etree

        return "".join(
            etree.tostring(child, encoding="unicode", method="html") for child in element
        )
    words = "".join(map(str, element.itertext()))
    return html.escape(words) if element.get("type") == "text" else words


def _as_bytes(fields: Mapping[str, str]) -> bytes:
    return json.dumps(fields, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")

"""Feeds as Atom (RFC 4287), with archive documents behind the newest entries (RFC 5005, 4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from generator.outputs._entries import Entry, Feed

MEDIA_TYPE = "application/atom+xml"

_NAMESPACES = (
    'xmlns="http://www.w3.org/2005/Atom" '
    'xmlns:fh="http://purl.org/syndication/history/1.0" '
    'xmlns:dcterms="http://purl.org/dc/terms/"'
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def atom(feed: Feed, root: str, entries: Iterable[str]) -> bytes:
    """A feed as Atom.

    Args:
        feed: the feed.
        root: the site's address, with a slash at its end.
        entries: as ``atom_entry`` writes them, newest first.
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed {_NAMESPACES} xml:lang="{feed.language}">',
        *_head(feed, root),
        *entries,
        "</feed>",
        "",
    ]
    return "\n".join(lines).encode()


def _head(feed: Feed, root: str) -> Iterator[str]:
    own = f"{root}{feed.name}.xml"
    yield f"<id>{_text(feed.id)}</id>"
    yield f"<title>{_text(feed.title)}</title>"
    if feed.subtitle:
        yield f"<subtitle>{_text(feed.subtitle)}</subtitle>"
    yield f"<updated>{moment(feed.updated)}</updated>"
    yield f"<author><name>{_text(feed.author)}</name></author>"
    yield f'<link rel="self" type="{MEDIA_TYPE}" href="{_text(own)}"/>'
    yield f'<link rel="alternate" type="text/html" href="{_text(feed.page)}"/>'
    if feed.is_archive:
        yield "<fh:archive/>"
        yield f'<link rel="current" type="{MEDIA_TYPE}" href="{_text(feed.id)}"/>'
    if feed.previous:
        yield f'<link rel="prev-archive" type="{MEDIA_TYPE}" href="{_text(feed.previous)}"/>'


def atom_entry(entry: Entry) -> str:
    """One entry, without a line end."""
    return "\n".join(_parts(entry))


def _parts(entry: Entry) -> Iterator[str]:
    yield f'<entry xml:lang="{entry.language}">'
    yield f"<id>{_text(entry.id)}</id>"
    yield f"<title>{_text(entry.title)}</title>"
    yield f"<updated>{moment(entry.updated)}</updated>"
    if entry.published:
        yield f"<published>{moment(entry.published)}</published>"
    if entry.edtf:
        yield f"<dcterms:date>{_text(entry.edtf)}</dcterms:date>"
    yield f'<link rel="alternate" type="text/html" href="{_text(entry.url)}"/>'
    if entry.source_url:
        yield f'<link rel="via" href="{_text(entry.source_url)}"/>'
    yield from (f"<author><name>{_text(name)}</name></author>" for name in entry.authors)
    for term, label in entry.categories:
        yield f'<category term="{_text(term)}" label="{_text(label)}"/>'
    if entry.summary or not entry.html:
        yield f"<summary>{_text(entry.summary or entry.title)}</summary>"
    if entry.rights:
        yield f"<rights>{_text(entry.rights)}</rights>"
    if entry.html:
        yield f'<content type="html">{_text(entry.html)}</content>'
    yield "</entry>"


def moment(day: date) -> str:
    """A day as feeds have moments (RFC 3339): its midnight in UTC."""
    return f"{day.isoformat()}T00:00:00Z"


def _text(text: str) -> str:
    """Text as XML 1.0 may have it: what it can't hold, such as form feeds, is left out."""
    return escape(text if text.isprintable() else _NOT_XML.sub("", text))

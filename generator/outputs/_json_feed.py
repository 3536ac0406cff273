"""Feeds as JSON Feed 1.1: the newest entries; what is older stands in the Atom archives."""

from __future__ import annotations

from collections.abc import Iterable

from generator.dataset.indented import indented
from generator.outputs._atom import moment
from generator.outputs._entries import Entry, Feed

MEDIA_TYPE = "application/feed+json"
_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, root: str, items: Iterable[str]) -> bytes:
    """A feed as JSON Feed.

    Args:
        feed: the feed.
        root: the site's address, with a slash at its end.
        items: as ``json_item`` writes them, newest first.
    """
    content = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": f"{root}{feed.name}.json",
        "description": feed.subtitle,
        "language": feed.language,
        "authors": [{"name": feed.author}],
    }
    head = indented({name: value for name, value in content.items() if value != ""})
    joined = ",\n  ".join(items)
    listed = f"[\n  {joined}\n ]" if joined else "[]"
    return f'{head[:-2]},\n "items": {listed}\n}}\n'.encode("utf-8", "replace")


def json_item(entry: Entry) -> str:
    """One item; what is not known is left out.

    ``_archive`` has what JSON Feed has no word for.
    """
    item = {
        "id": entry.id,
        "url": entry.url,
        "external_url": entry.source_url,
        "title": entry.title,
        "language": entry.language,
        "content_html": entry.html,
        "content_text": "" if entry.html else entry.summary or entry.title,
        "summary": entry.summary,
        "date_published": moment(entry.published) if entry.published else "",
        "date_modified": moment(entry.updated),
        "authors": [{"name": name} for name in entry.authors],
        "tags": [label for _, label in entry.categories],
        "_archive": {k: v for k, v in (("date", entry.edtf), ("rights", entry.rights)) if v},
    }
    return indented({name: value for name, value in item.items() if value}, 2)

"""WordPress exports (WXR 1.0 to 1.2): each published post or page is a report.

The shape is that of ``wp-admin/includes/export.php``. What changes while a report doesn't is no part
of a part's hash: comments, counters, the day of the last change, names of authors and terms, the
site's name and address. A post whose title, text, excerpt, day or author changed has changed.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING
from urllib.parse import unquote

from generator.errors import UnreadableReport
from generator.importers import Claim, Part
from generator.importers._wordpress_body import blocks_of_post
from generator.importers._wordpress_xml import elements, name_of, text_of
from generator.model import BrokenPart, Candidate, Draft, LeftOut, Problem, RawReport

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "WordPress export"

_EXPORT = re.compile(rb"<rss\b[^<>]*wordpress\.org/export/", re.DOTALL)
_IMPORTED = ("post", "page")
_PRIVATE = {
    "draft": "is a draft",
    "auto-draft": "is a draft",
    "pending": "waits for review",
    "private": "is private",
    "trash": "is in the trash",
    "future": "is scheduled, and not published yet",
    "inherit": "is a revision",
}
_NO_TERMS = (
    *("post_format", "language", "post_translations", "term_translations", "author", "nav_menu"),
    *("translation_priority", "wp_pattern_category", "post_visibility"),
)
_NO_TAGS = ("uncategorized", "uncategorised", "non-classe", "غير مصنف")
_EMPTY = re.compile(r"<!--.*?(?:-->|\Z)|<[^<>]*>|\[/?[a-z][^\[\]]{0,500}\]|&nbsp;", re.DOTALL)
_MARKUP = re.compile(
    r"</?(?:em|strong|[biua]|span|sup|sub|small|big|mark|del|ins|s|code|cite|q|font)(?:\s[^<>]*)?>|(?<=\w)<br\s*/?>",
    re.IGNORECASE,
)
"""Tags within a line, which themes show in headlines as what they mean; other brackets stay words."""

_STAMP = re.compile(r"(?!0000)\d{4}-(?!00)\d\d-(?!00)\d\d \d\d:\d\d:\d\d")
_MAIL = "@"
_LOST = "\ufffd"


@dataclass
class _Export:
    """What is known of an export while its items pass.

    Attributes:
        site: what the channel says of it: title, link, language.
        names: display names of authors by login.
        given: GUIDs that posts of this export have.
        others: how many items there are of types that are no reports.
    """

    site: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    others: Counter[str] = field(default_factory=Counter)


def claims(raw: RawReport) -> Claim:
    """A strong claim on RSS with the namespace of WordPress's exports."""
    return Claim.STRONG if _EXPORT.search(raw.head) else Claim.NONE


def parts(raw: RawReport) -> Iterator[Part]:
    """Each post and page, by its GUID; attachments and what is not public are told of.

    Raises:
        UnreadableReport: the export is cut or damaged; what comes before is read.
    """
    export = _Export()
    try:
        for element in elements(raw):
            name = name_of(element)
            if name == "author":
                _remember(element, export.names)
            elif name == "item":
                yield from _parts_of(raw, element, export)
            else:
                export.site.setdefault(name, (element.text or "").strip())
    finally:
        others = sorted(export.others.items())
    for kind, count in others:
        yield LeftOut(f"{count} of the type '{kind}'", "are neither posts nor pages")


def read(raw: RawReport) -> Iterator[Draft]:
    """One post or page as a report.

    Raises:
        UnreadableReport: there is no word in it, or its HTML is beyond all limits.
    """
    post = json.loads(raw.content)
    blocks = blocks_of_post(post["content"], post["link"])
    if not any(re.search(r"\w", block.markdown) for block in blocks):
        raise UnreadableReport("has no text: look at it on its site")
    problems: tuple[Problem, ...] = ()
    if _LOST in post["content"]:
        message = "has characters that are lost"
        problems = (Problem(raw.name, 0, "", _LOST, message, "compare with the site"),)
    yield Draft(
        raw,
        "application/rss+xml",
        problems=problems,
        blocks=blocks,
        candidates=tuple(_candidates(post)),
    )


def _remember(element: _Element, names: dict[str, str]) -> None:
    """An author's name as readers saw it; never a mail address."""
    full = f"{text_of(element, 'author_first_name')} {text_of(element, 'author_last_name')}"
    shown = (text_of(element, "author_display_name"), full, text_of(element, "author_login"))
    named = (html.unescape(name).strip() for name in shown)
    login = text_of(element, "author_login")
    names[login] = next((name for name in named if name and _MAIL not in name), "")


def _parts_of(raw: RawReport, item: _Element, export: _Export) -> Iterator[Part]:
    guid = text_of(item, "guid").strip()
    number = text_of(item, "post_id").strip()
    if not guid:
        base = export.site.get("base_site_url") or export.site.get("link", "")
        guid = f"{base}/?p={number}" if number and base else ""
    title = " ".join(html.unescape(_MARKUP.sub("", text_of(item, "title"))).split())
    kind = text_of(item, "post_type").strip() or "post"
    if kind == "attachment":
        address = text_of(item, "attachment_url").strip() or guid or title
        yield LeftOut(address, "is an attachment, which stays where it is")
    elif kind not in _IMPORTED:
        export.others[kind] += 1
    elif reason := _why_left_out(item):
        yield LeftOut(guid or title or f"post {number}", reason)
    elif not guid:
        yield BrokenPart(title or "a post", "has neither a GUID nor a number")
    else:
        name = guid if guid not in export.given else f"{guid} ({number})"
        export.given.add(name)
        post = _post(item, title, kind, export)
        counted = {key: post[key] for key in ("title", "content", "excerpt", "local", "login")}
        yield raw.part(name, _as_bytes(post), importer="wordpress", counted=_as_bytes(counted))


def _why_left_out(item: _Element) -> str:
    """Why an item is no public report; whatever does not say that it is public is not."""
    status = text_of(item, "status").strip()
    if status != "publish":
        return _PRIVATE.get(status, f"has the status '{status}', which is not public")
    if text_of(item, "post_password"):
        return "is protected by a password"
    if not re.search(r"\w", _EMPTY.sub(" ", _encoded(item, "content"))):
        return "has no text but its title"
    return ""


def _post(item: _Element, title: str, kind: str, export: _Export) -> dict[str, object]:
    """What a post says, as it is read later."""
    login = text_of(item, "creator").strip()
    terms = [
        (child.get("domain", ""), child.get("nicename", ""), "".join(child.itertext()).strip())
        for child in item
        if name_of(child) == "category"
    ]
    return {
        "kind": kind,
        "title": title,
        "link": text_of(item, "link").strip(),
        "content": _encoded(item, "content"),
        "excerpt": _encoded(item, "excerpt"),
        "local": text_of(item, "post_date").strip(),
        "gmt": text_of(item, "post_date_gmt").strip(),
        "printed": text_of(item, "pubDate").strip(),
        "login": login,
        "authors": _authors(login, terms, export.names),
        "terms": [term for term in terms if term[0] not in _NO_TERMS],
        "languages": _languages(item, terms),
        "site": export.site,
    }


def _encoded(item: _Element, of: str) -> str:
    """``content:encoded`` or ``excerpt:encoded``, whose names differ by their namespace alone."""
    for child in item:
        if name_of(child) == "encoded" and f"/{of}/}}" in str(child.tag):
            return "".join(child.itertext())
    return ""


def _authors(login: str, terms: Sequence[tuple[str, ...]], names: Mapping[str, str]) -> list[str]:
    """Names as readers saw them; where several wrote it (Co-Authors Plus), theirs."""
    several = [nice.removeprefix("cap-") for domain, nice, _ in terms if domain == "author"]
    found = [names.get(one, "") for one in several] if several else [names.get(login, login)]
    return [name for name in found or [names.get(login, "")] if name and _MAIL not in name]


def _languages(item: _Element, terms: Sequence[tuple[str, ...]]) -> list[str]:
    """What Polylang (a taxonomy) or WPML (a field of its own) say."""
    told = [nice for domain, nice, _ in terms if domain == "language"]
    fields = (child for child in item if name_of(child) == "postmeta")
    return told + [value for meta in fields if (value := text_of(meta, "meta_value").strip())]


def _candidates(post: Mapping[str, object]) -> Iterator[Candidate]:
    site = post["site"]
    assert isinstance(site, dict)
    if post["title"]:
        yield Candidate("title", str(post["title"]), "WordPress title")
    if when := _published(post):
        yield when
    for name in _list(post["authors"]):
        yield Candidate("authors", name, "WordPress author")
    if title := html.unescape(site.get("title", "")):
        yield Candidate("publisher", title, "WordPress site title")
    yield Candidate("url", str(post["link"]), "WordPress link")
    if summary := " ".join(html.unescape(_EMPTY.sub(" ", str(post["excerpt"]))).split()):
        yield Candidate("summary", summary, "WordPress excerpt")
    for _, nicename, label in _list(post["terms"]):
        alias = unquote(nicename)
        if alias not in _NO_TAGS and html.unescape(label):
            yield Candidate("tags", html.unescape(label), "WordPress term", alias=alias)
    for language in _list(post["languages"]):
        yield Candidate("language", language, "WordPress language of the post")
    if language := site.get("language", ""):
        yield Candidate("language", language, "WordPress language of the site")


def _published(post: Mapping[str, object]) -> Candidate | None:
    """The moment of publication in the site's own zone: its day is the one that readers saw.

    Posts that never had a day bear zeros, and a ``pubDate`` in the year -0001.
    """
    local, gmt = (str(post[name]) for name in ("local", "gmt"))
    if _STAMP.fullmatch(local):
        value = f"{local.replace(' ', 'T')}{_offset(local, gmt)}"
        return Candidate("date", value, "WordPress post_date", "published")
    if _STAMP.fullmatch(gmt):
        value = f"{gmt.replace(' ', 'T')}+00:00"
        return Candidate("date", value, "WordPress post_date_gmt", "published")
    if "-0001" in str(post["printed"]) or not post["printed"]:
        return None
    return Candidate("date", str(post["printed"]), "WordPress pubDate", "published")


def _offset(local: str, gmt: str) -> str:
    """How far the site's clock is from UTC, as ``+03:00``; empty where that cannot be told."""
    try:
        apart = datetime.fromisoformat(local) - datetime.fromisoformat(gmt)
    except ValueError:
        return ""
    if abs(apart) > timedelta(hours=14) or apart % timedelta(minutes=15):
        return ""
    return datetime.min.replace(tzinfo=timezone(apart)).isoformat()[-6:]


def _list(value: object) -> list:  # type: ignore[type-arg]  # out of our own JSON
    return value if isinstance(value, list) else []


def _as_bytes(post: Mapping[str, object]) -> bytes:
    return json.dumps(post, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")

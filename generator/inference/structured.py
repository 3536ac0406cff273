"""What the structure of a format says: title, publisher, authors, source, address, language.

A page says such things in many places and often wrongly: the site's name as title or author, a
desk, an account's name. So a candidate is believed where it can be what it is said to be, and of
several titles the one that most places agree on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from generator.inference.credits import is_outlet
from generator.inference.marks import title_and_marks
from generator.inference.names import is_person, split_names
from generator.inference.reading import Reading, quoted, same
from generator.model import Candidate, Finding, is_language_tag

_SEPARATOR = re.compile(r"\s+[|•·–—:»«>-]{1,2}\s+|\s*[|•»«]\s*|:\s+")
_SIGN = re.compile(r"[|•·–—:»«>-]")
_NO_TITLE = re.compile(
    r"(?:home(?: ?page)?|untitled(?: document)?|index|news|article|new page \d*|page not found|404.*"
    r"|title|no title|welcome.{0,40}|document|الرئيسية|الصفحة الرئيسية|خبر|مقال|بدون عنوان|https?://\S*|\S+\.html?)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|story|text|words|author)s?\s*(?:by|:)|by\b|par\b|von\b|بقلم|كتب(?:ت|ه|ها)?\b|إعداد|تقرير)\s*:?\s*",
    re.IGNORECASE,
)
_BEHIND_NAMES = re.compile(
    r"\s*(?:[|•·(/]|\s[-–—]\s|\d|\b(?:published|posted|updated|on)\b).*", re.DOTALL | re.IGNORECASE
)
_DOMAIN = re.compile(r"^(?:https?://|www\.|@)|^[\w-]+(?:\.[\w-]+)+$")
_LAST_NAME_FIRST = ("meta dc.creator", "meta dcterms.creator", "meta citation_author")
_SHORTEST_TITLE = 4
_LONGEST_TITLE = 300
_LONGEST_NAME = 80
_TOP = 12


def title(reading: Reading) -> Finding | None:
    """The title that most places agree on, without the site's name."""
    sites = _sites(reading)
    found: list[tuple[str, Candidate]] = []
    for candidate in reading.draft.values("title"):
        text = _without_site(candidate.value, sites)
        if _can_be_title(text, sites):
            found.append((text, candidate))
    if not found:
        return None
    bare = [same(title_and_marks(text)[0]) for text, _ in found]
    votes = [bare.count(text) for text in bare]
    best = votes.index(max(votes))
    text, candidate = found[best]
    agreeing = (c.place for other, (_, c) in zip(bare, found, strict=True) if other == bare[best])
    places = list(dict.fromkeys(agreeing))
    if votes[best] == 1 and candidate.place == "title element" and _SEPARATOR.search(text):
        return None  # beside a name that nothing else tells: the rules for lines know more
    lines = reading.repeats(text, reading.open[:_TOP]) | _with_site(reading, text, sites)
    return Finding(text, f"{', '.join(places[:3])} {quoted(candidate.value)}", lines)


def publisher(reading: Reading) -> Finding | None:
    """The site's name as the page gives it."""
    titles = {
        same(c.value)
        for c in reading.draft.values("title")
        if c.place in ("h1", "JSON-LD headline")
    }
    for candidate in reading.draft.values("publisher"):
        name = candidate.value
        if len(name) <= _LONGEST_NAME and not _DOMAIN.search(name) and same(name) not in titles:
            return Finding(name, f"{candidate.place} {quoted(name)}")
    beside = {same(part) for part in _beside_title(reading)}
    for candidate in reading.draft.values("title"):
        if same(candidate.value) in beside:  # what pretends to be a title is the site's name
            return Finding(candidate.value, f"{candidate.place} {quoted(candidate.value)}")
    return None


def authors(reading: Reading) -> Finding | None:
    """The people whom one place of the page names, in its order; the first place that names any."""
    sites = _sites(reading)
    for place, group in groupby(reading.draft.values("authors"), key=lambda c: c.place):
        said = [candidate.value for candidate in group]
        in_order = (_turned(value) if place in _LAST_NAME_FIRST else value for value in said)
        names = [name for value in in_order for name in _people(reading, value, sites)]
        if names:
            return Finding(list(dict.fromkeys(names)), f"{place} {quoted('; '.join(said))}")
    return None


def source(reading: Reading) -> Finding | None:
    """An agency that the page names as author or source."""
    agencies = reading.context.agencies
    for candidate in (*reading.draft.values("source"), *reading.draft.values("authors")):
        words = _BY.sub("", candidate.value)
        if len(words) > _LONGEST_NAME:
            continue
        if name := agencies.named(words) or agencies.any_part(words.replace("(", "/").strip(" )")):
            return Finding(name, f"{candidate.place} {quoted(candidate.value)}")
    return None


def rights(reading: Reading) -> Finding | None:
    """The rights line that a page's head states."""
    for candidate in reading.draft.values("rights"):
        text = candidate.value
        if len(text) <= 240 and re.search(r"[^\W\d]{2}", text) and not _DOMAIN.search(text):
            return Finding(text, f"{candidate.place} {quoted(text)}")
    return None


def url(reading: Reading) -> Finding | None:
    """The address at which the page says that it stands."""
    for candidate in reading.draft.values("url"):
        if re.match(r"https?://[^\s/?#]+/\S*[^\s/]", candidate.value):
            return Finding(candidate.value, f"{candidate.place} {quoted(candidate.value)}")
    return None


def language(reading: Reading) -> Finding | None:
    """The language that the page declares, for a text too short to recognise it."""
    for candidate in reading.draft.values("language"):
        tag = re.split(r"[-_,;\s]", candidate.value.strip().lower())[0]
        if is_language_tag(tag):
            return Finding(tag, f"{candidate.place} {quoted(candidate.value)}")
    return None


def _sites(reading: Reading) -> set[str]:
    """Names of the site, as they are compared."""
    return {same(name) for name in (*_site_names(reading), *_beside_title(reading)) if same(name)}


def _beside_title(reading: Reading) -> list[str]:
    """The other parts of the page's title, where one of its parts is a line of the page too."""
    lines = {same(line) for line in reading.lines[:_TOP] if len(line) <= _LONGEST_TITLE}
    for candidate in reading.draft.values("title"):
        parts = [part for part in _SEPARATOR.split(candidate.value) if part]
        lines_of_title = [part for part in parts if same(part) in lines]
        if candidate.place == "title element" and len(parts) > 1 and len(lines_of_title) == 1:
            return [part for part in parts if part != lines_of_title[0]]
    return []


def _turned(name: str) -> str:
    """ "Last, First" in its usual order."""
    last, comma, first = name.partition(",")
    is_one = comma and "," not in first and len(last.split()) <= 2 and len(first.split()) <= 3
    return f"{first.strip()} {last.strip()}" if is_one else name


def _site_names(reading: Reading) -> Iterator[str]:
    yield from (candidate.value for candidate in reading.draft.values("publisher"))
    yield from reading.context.publishers
    for candidate in reading.draft.values("url"):
        host = re.sub(r"^https?://(?:www\.)?|[/?#:].*$", "", candidate.value)
        yield host
        yield host.rpartition(".")[0]


def _without_site(text: str, sites: set[str]) -> str:
    """The text without a site's name at its end or its beginning."""
    parted = list(_SEPARATOR.finditer(text)) if _SIGN.search(text) else []
    for match in parted:
        if same(text[match.end() :]) in sites:
            return _without_site(text[: match.start()].strip(), sites)
    for match in reversed(parted):
        if same(text[: match.start()]) in sites:
            return _without_site(text[match.end() :].strip(), sites)
    return text.strip()


def _can_be_title(text: str, sites: set[str]) -> bool:
    if not _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE or same(text) in sites:
        return False
    return _NO_TITLE.fullmatch(text) is None and re.search(r"[^\W\d]{2}", text) is not None


def _with_site(reading: Reading, title: str, sites: set[str]) -> frozenset[int]:
    """Lines at the top that are the title with the site's name, or that name alone."""
    wanted = {same(title), *sites}
    top = (n for n in reading.open[:_TOP] if len(reading.lines[n]) <= 2 * _LONGEST_TITLE)
    lines = ((n, _without_site(reading.lines[n], sites)) for n in top)
    found = {n for n, line in lines if len(line) <= _LONGEST_TITLE and same(line) in wanted}
    above = (n for n in reading.open if n < min(found, default=0))
    return frozenset(found.union(n for n in above if _is_outlets_line(reading.lines[n])))


def _is_outlets_line(line: str) -> bool:
    return is_outlet(line) and len(line.split()) <= 5 and not re.search(r"[.!?؟:]$", line)


def _people(reading: Reading, value: str, sites: set[str]) -> Iterator[str]:
    """The people in a byline; nobody where it is a site, a desk, an address or an account."""
    if len(value) > 3 * _LONGEST_NAME or re.search(r"https?://|@", value):
        return
    text = _BY.sub("", value)
    text = _BEHIND_NAMES.sub("", text)
    for name in split_names(text):
        if same(name) not in sites and is_person(reading, name, strictly=False):
            yield name

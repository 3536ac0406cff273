"""What a page calls its site: in its head, beside its title, before the title of a blog's post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.inference.reading import Reading, same

SEPARATOR = re.compile(r"\s+[|•·–—:»«›‹>-]{1,2}\s+|\s*[|•»«›‹]\s*|:\s+")
"""What stands between a title and the site's name."""

NETWORK = re.compile(r"meta (?:og|twitter):")
"""Where a page tells networks of itself."""

_COLON = re.compile(r"\s*:\s+")
_MUCH_LONGER = 4  # times as many words as a line of the page: that line is no headline
_LONGEST_TITLE = 300
_OLD_POSTS = "blog archive"
_TOP = 12


def sites_of(reading: Reading) -> set[str]:
    """Names of the site, as they are compared."""
    names = (*site_names(reading), *beside_title(reading), blogs_name(reading))
    return {same(name) for name in names if same(name)}


def blogs_name(reading: Reading) -> str:
    """The name of "Blog: Title", as Blogger has its title elements; an empty text otherwise."""
    titles = reading.draft.values("title")
    told = {same(c.value) for c in titles if NETWORK.match(c.place)}
    told |= {same(line) for line in reading.lines[1:_TOP] if len(line) <= _LONGEST_TITLE}
    headlines = {same(c.value) for c in titles if c.place == "h1"}
    for candidate in titles:
        if candidate.place == "title element":
            name, colon, rest = candidate.value.partition(": ")
            is_parted = bool(colon) and same(rest) in told
            return name if is_parted and same(name) in headlines else ""
    return ""


def beside_title(reading: Reading) -> list[str]:
    """The other parts of the page's title, where one of its parts is a line of the page too.

    Where several are, the title is the one of most words: sites show their name in a line, too,
    and their sections. What ends in a colon is the beginning of a headline.
    """
    lines = {same(line) for line in reading.lines[1:_TOP] if len(line) <= _LONGEST_TITLE}
    lines |= {same(c.value) for c in reading.draft.values("title") if c.place == "h1"}
    for candidate in reading.draft.values("title"):
        parts = parts_of_title(candidate.value)
        if candidate.place != "title element" or len(parts) < 2:
            continue
        if any(same(part) == _OLD_POSTS for part in parts[:-1]):
            return list(parts[:-1])  # WordPress: "Site » Blog Archive » Title"
        if (rest := _behind_a_line(candidate.value, lines)) is not None:
            return rest
        longest = max(len(part.split()) for part in parts)
        lengths = sorted(
            ((len(part.split()), part) for part in parts if same(part) in lines), reverse=True
        )
        if not lengths or lengths[0][0] * _MUCH_LONGER < longest:
            continue
        if len(lengths) == 1 or lengths[0][0] > 2 * lengths[1][0]:
            return [part for part in parts if part != lengths[0][1]]
    return []


def _behind_a_line(text: str, lines: set[str]) -> list[str] | None:
    """The parts behind a title that has separators itself: "Tarn : un barrage cède ‹ Tellin Post"."""
    ends = [match for match in SEPARATOR.finditer(text) if not _COLON.fullmatch(match[0])]
    for end in reversed(ends[1:]):
        if same(text[: end.start()]) in lines:
            return list(parts_of_title(text[end.end() :]))
    return None


@lru_cache(maxsize=256)  # several rules ask for the same titles
def parts_of_title(text: str) -> tuple[str, ...]:
    """What stands between the separators of a title, each of them but a colon."""
    ends = [m for m in SEPARATOR.finditer(text) if not _COLON.fullmatch(m[0])]
    starts = [0, *(match.end() for match in ends)]
    stops = [*(match.start() for match in ends), len(text)]
    return tuple(
        text[start:stop] for start, stop in zip(starts, stops, strict=True) if start < stop
    )


def site_names(reading: Reading) -> Iterator[str]:
    """What the head calls the site, the organisation's own names, and the host of the page's address."""
    yield from (candidate.value for candidate in reading.draft.values("publisher"))
    yield from reading.context.publishers
    for candidate in reading.draft.values("url"):
        host = re.sub(r"^https?://(?:www\.)?|[/?#:].*$", "", candidate.value)
        yield host
        yield host.rpartition(".")[0]


def is_in_words(site: str, words: str) -> bool:
    """Whether a site's name of several words stands in a text whose words are spelled apart."""
    name = spelled_apart(site)
    return " " in name and f" {name} " in words


def spelled_apart(text: str) -> str:
    """A name as it is compared, each word by itself: "Al-Marsa" and "Al Marsa" are one."""
    return same(text.replace("-", " ")).removeprefix("the ")

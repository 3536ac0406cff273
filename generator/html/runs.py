"""Runs of text inside a paragraph: their words, their blanks, and how parts of Markdown are joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.html.tags import BLOCKS, kind_of

if TYPE_CHECKING:
    from lxml.etree import _Element

BREAK = "\x00"
"""Stands for a line break."""

DEEPEST = 60
"""Levels of elements inside each other that are looked into; below them words alone count."""

_AT_END = re.compile(r"[<&]$")
_AT_END_BEFORE_LINK = re.compile(r"\\?[\[\]!(<&]$")
_AT_START = re.compile(r"^[(\[:]")
_LINK = re.compile(r"\[.*?(?<!\\)\]\((?:https?|picture):", re.DOTALL)
_MARK_BEHIND = re.compile(r"(?<![\\*])\*+$")
_MARK_AHEAD = re.compile(r"\*+")


def append(parts: list[str], part: str) -> None:
    """Add a part; emphasis right behind emphasis becomes one, since marks side by side are misread."""
    if parts:
        # What is harmless at the end or the start of a run is not always so beside another one.
        end = _AT_END_BEFORE_LINK if part[0] in "[!" else _AT_END
        parts[-1] = end.sub(entity, parts[-1])
        if parts[-1][-1:] in (")", "]") and not _LINK.match(part):
            part = _AT_START.sub(entity, part)
    behind = _MARK_BEHIND.search(parts[-1]) if parts else None
    ahead = _MARK_AHEAD.match(part)
    if behind and ahead and behind[0] == ahead[0]:
        parts[-1] = parts[-1][: behind.start()]
        part = part[ahead.end() :]
    elif behind and ahead:
        close = part.rindex(ahead[0])
        part = part[ahead.end() : close] + part[close + ahead.end() :]
    parts.append(part)


def entity(match: re.Match[str]) -> str:
    """The last character that was found, as HTML writes it by number."""
    return f"&#{ord(match[0][-1])};"


def contents(element: _Element) -> Iterator[_Element | str]:
    """What is inside an element, in order: texts and elements."""
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


def around(inner: str, before: str, after: str) -> str:
    """Marks directly around the words, blanks outside of them."""
    words = inner.strip()
    if not words:
        return inner
    start = inner.index(words)
    return f"{inner[:start]}{before}{words}{after}{inner[start + len(words) :]}"


def text_of(piece: _Element | str) -> str:
    """The words of a text or of an element, as they stand there."""
    if isinstance(piece, str):
        return piece
    return "" if kind_of(piece) == "nothing" else "".join(map(str, piece.itertext()))


def text_with_breaks(run: Iterable[_Element | str], depth: int = 0) -> str:
    """The words alone, with a mark for each line break and blanks around blocks."""
    parts: list[str] = []
    for piece in run:
        if isinstance(piece, str):
            parts.append(piece.replace(BREAK, ""))
            continue
        kind = kind_of(piece)
        if kind == "break":
            parts.append(BREAK)
        elif depth > DEEPEST:
            parts.append("".join(map(str, piece.itertext())))
        elif kind not in ("nothing", "picture"):
            inner = text_with_breaks(contents(piece), depth + 1)
            parts.append(f" {inner} " if kind in BLOCKS else inner)
    return "".join(parts)


def letters(elements: list[_Element]) -> int:
    """How many characters elements show, but for blanks."""
    return sum(len(re.sub(r"\s", "", text_of(element))) for element in elements)


def spaced(text: str) -> str:
    """The text with one blank for each run of white space, and none at its ends."""
    return " ".join(text.split())


def single_spaced(text: str) -> str:
    """The text with one blank for each run of white space, also at its ends."""
    if not (words := spaced(text)):
        return text and " "
    return f"{text[0].isspace() * ' '}{words}{text[-1].isspace() * ' '}"


def joined(lines: list[str]) -> str:
    """Lines as one; empty ones leave nothing."""
    return " ".join(filter(None, (line.strip() for line in lines)))

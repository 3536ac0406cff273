"""Teasers below a story: pictures, headlines and links that lead to other stories of the site."""

from __future__ import annotations

import re

from generator.inference.reading import Reading
from generator.model import Block

_TARGET = r"\((?:[^()\s]|\([^()\s]*\))*(?:\s\"[^\"]*\")?\)"
_WORDS = r"\[(?:[^\[\]\\]|\\.)*\]"
_LINK = re.compile(rf"!?{_WORDS}{_TARGET}")
_LINKED_HEADING = re.compile(rf"#{{1,6}}\s+{_WORDS}{_TARGET}\s*")
_LINKED_WORDS = re.compile(
    rf"(?:(?:[-*+]|\d+\.)\s+)?(?:!{_WORDS}{_TARGET})?\s*(?P<words>{_WORDS})\(https?://(?P<host>[^/\s)]+)[^\s)]*\)"
)
_PICTURE = re.compile(rf"(?:!{_WORDS}{_TARGET}\s*)+")
_ITEM = re.compile(
    rf"(?:[-*+]|\d+\.)\s+\**(?P<words>[^\n]+?)\**\s*!\[(?P<alternative>(?:[^\[\]\\]|\\.)*)\]{_TARGET}\s*"
)
_HEADING = re.compile(r"#{1,6}\s|\*\*[^*]{2,40}\*\*\s*\Z")
_HOST = re.compile(r"https?://([^/\s?#]+)")
_FEWEST = 3
_FEWEST_WORDS = 4  # of a headline, more than a button or a credit has
_PROSE = 60  # letters outside of links that make a paragraph of the story


def teasers_below(reading: Reading) -> frozenset[int]:
    """Indices of the blocks below the last paragraph from the first teaser on, where there are several.

    A headline that is a link as a whole is one, words that lead to the same site, and an item that says
    what its picture shows. Links to elsewhere are none: they may be the report's own sources.
    """
    blocks, hosts = reading.draft.blocks, _hosts(reading)
    counted = [_teasers_in(block, hosts) for block in blocks]
    told = (n for n in reversed(range(len(blocks))) if not counted[n] and _is_prose(blocks[n]))
    last = next(told, -1)
    if last < 0 or sum(counted[last + 1 :]) < _FEWEST:
        return frozenset()
    first = next(n for n in range(last + 1, len(blocks)) if counted[n])
    while first - 1 > last and _leads_on(blocks[first - 1]):
        first -= 1
    return frozenset(n for n in range(first, len(blocks)) if blocks[n].markdown)


def _hosts(reading: Reading) -> frozenset[str]:
    """The hosts at which the page says that it stands."""
    addresses = (candidate.value for candidate in reading.draft.values("url"))
    return frozenset(match[1] for text in addresses if (match := _HOST.match(text)))


def _is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of a story, or a table or a list with words of its own."""
    if not block.markdown or _HEADING.match(block.markdown):
        return False
    return len(re.sub(r"[\W_]", "", _LINK.sub("", block.markdown))) >= _PROSE


def _teasers_in(block: Block, hosts: frozenset[str]) -> int:
    """How many teasers a block is made of; none where it has anything else in it."""
    if _LINKED_HEADING.fullmatch(block.markdown):
        return 1
    items = block.markdown.split("\n") if "](" in block.markdown else []
    return len(items) if items and all(_is_teaser(item, hosts) for item in items) else 0


def _is_teaser(item: str, hosts: frozenset[str]) -> bool:
    shown = _ITEM.fullmatch(item)
    if shown is not None:
        return shown["words"].strip() == shown["alternative"].strip()
    linked = _LINKED_WORDS.fullmatch(item.strip())
    return (
        linked is not None
        and linked["host"] in hosts
        and len(linked["words"].split()) >= _FEWEST_WORDS
    )


def _leads_on(block: Block) -> bool:
    """Whether a block stands above teasers: a heading, or the picture of the first."""
    return bool(_HEADING.match(block.markdown) or _PICTURE.fullmatch(block.markdown))

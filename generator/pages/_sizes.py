"""How large a page may grow, and how lists are cut so that none grows larger.

A reader on a slow line waits for every byte, so no list page is above 100,000 of them. What a page
will weigh is known before it is rendered: its entries are measured, and cut from the first one on.
So where a page ends depends on nothing that comes after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from markupsafe import escape

from generator.rendering.attributes import iri

LARGEST_PAGE = 100_000
"""Bytes of the HTML of a list page. The theme's frame around it takes some 22,000 of them; 32,000
are left to it, for the navigation of an organisation with many pages of its own."""

LIST_BYTES = 45_000
"""What the reports on one page may take."""

INDEX_BYTES = 56_000
"""What the entries on a page may take that has nothing else on it: an index, a calendar."""

BESIDE_BYTES = 10_000
"""What stands beside a list may take: narrower terms, other names, reports that may belong to it."""

_UP = len("./" + "../" * 8)
T = TypeVar("T")


def size(text: str) -> int:
    """Bytes of a text on a page: UTF-8, with what HTML reserves escaped."""
    return len(str(escape(text)).encode())


def link_size(address: str) -> int:
    """Bytes of a link to an address, from anywhere."""
    return size(iri(address)) + _UP


def shortened(text: str, length: int) -> str:
    """The text, cut at a word where it has more than ``length`` characters."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    return f"{head.rpartition(' ')[0] or head}…"


def cut(items: Iterable[T], weigh: Callable[[T], int], limit: int, most: int) -> list[list[T]]:
    """The items in parts of at most ``most`` and ``limit`` bytes, filled from the first one on.

    An item that is heavier than the limit stands alone. There is always one part.
    """
    parts: list[list[T]] = [[]]
    filled = 0
    for item in items:
        weight = weigh(item)
        if parts[-1] and (len(parts[-1]) == most or filled + weight > limit):
            parts.append([])
            filled = 0
        parts[-1].append(item)
        filled += weight
    return parts


def fits(items: Sequence[T], weigh: Callable[[T], int], limit: int, most: int) -> bool:
    """Whether the items are one part; stops counting where they are not."""
    return len(items) <= most and sum(map(weigh, items)) <= limit

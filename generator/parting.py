"""Long lists in parts whose ends hardly move when something is added in the middle.

Parts that are filled to the brim one after the other all change when an item comes in late: each
hands one on to the next. Here a part ends, between three quarters full and full, behind the item
whose name says so, as in content-defined chunking (rsync, restic). So parts find their old ends again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def cut_steadily(
    items: Iterable[T],
    weigh: Callable[[T], int],
    limit: int,
    most: int,
    name: Callable[[T], str],
) -> list[list[T]]:
    """Parts of at most ``most`` items that weigh at most ``limit`` together.

    Each but the last is three quarters full or more, and ends behind the item with the smallest
    checksum of its name. An item that is heavier than the limit stands alone. There is always one
    part, and only the last one depends on where the items end.
    """
    known = list(items)
    weights = list(map(weigh, known))
    parts: list[list[T]] = []
    start = 0
    while (end := _full(weights, start, limit, most)) < len(known):
        nearly = _nearly(weights, start, end, limit, most)
        ends = range(nearly, end + 1)
        chosen = min(ends, key=lambda place: _checksum(name(known[place - 1])))
        parts.append(known[start:chosen])
        start = chosen
    return [*parts, known[start:]]


def _checksum(name: str) -> bytes:
    """A cryptographic one: the CRCs of names that count upwards go up and down together."""
    return hashlib.blake2b(name.encode(), digest_size=8).digest()


def _full(weights: list[int], start: int, limit: int, most: int) -> int:
    """Behind which item a part is full that begins at ``start``; behind the last if it never is."""
    filled, end = 0, start
    while end < len(weights) and end - start < most:
        filled += weights[end]
        if filled > limit and end > start:
            break
        end += 1
    return end


def _nearly(weights: list[int], start: int, end: int, limit: int, most: int) -> int:
    """Behind which item it is three quarters full."""
    filled = 0
    for place in range(start, end):
        filled += weights[place]
        if 4 * filled >= 3 * limit or 4 * (place + 1 - start) >= 3 * most:
            return place + 1
    return end

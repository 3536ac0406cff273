"""Long lists in parts whose ends hardly move when something is added in the middle.

Parts that are filled to the brim one after the other all change when an item comes in late: each
hands one on to the next. Here a part ends, between three quarters full and full, behind the item
whose name says so, as in content-defined chunking (rsync, restic). So parts find their old ends again.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate


def steady_ends(
    weights: Sequence[int], limit: int, most: int, name: Callable[[int], str]
) -> list[int]:
    """Behind how many items each part ends, in order: the last behind all of them.

    A part has at most ``most`` items that weigh at most ``limit`` together. Each but the last is three
    quarters full or more, and ends behind the item with the smallest checksum of its name. An item
    that is heavier than the limit stands alone. There is always one part, and only the last one
    depends on where the items end.

    Args:
        weights: of the items; none is negative.
        limit: what the items of a part weigh at most.
        most: how many a part has at most, one or more.
        name: of the item at a place, counted from 0.
    """
    sums = [0, *accumulate(weights)]
    heavy, many = -(-3 * limit // 4), -(-3 * most // 4)
    ends: list[int] = []
    start = 0
    while True:
        fitting = bisect_right(sums, sums[start] + limit, start) - 1
        full = min(max(fitting, start + 1), start + most)
        if full >= len(weights):
            return [*ends, len(weights)]
        nearly = min(bisect_left(sums, sums[start] + heavy, start + 1), start + many, full)
        start = min(range(nearly, full + 1), key=lambda end: _checksum(name(end - 1)))
        ends.append(start)


def _checksum(name: str) -> bytes:
    """A cryptographic one: the CRCs of names that count upwards go up and down together."""
    return hashlib.blake2b(name.encode(), digest_size=8).digest()

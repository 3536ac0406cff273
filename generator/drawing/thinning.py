"""Fewer points for the same line: the algorithm of Ramer (1972), and Douglas and Peucker (1973)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.drawing.outline import Point

_PIECE = 200


def thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The points of a line without those that lie within ``tolerance`` of what is left.

    Ends are kept, so a closed ring stays closed. A long line is taken in pieces, whose ends are kept
    too: a coast that goes to and fro evenly would otherwise take time by the square of its length.
    """
    if len(points) < 3:
        return list(points)
    ends = [*range(0, len(points) - 1, _PIECE), len(points) - 1]
    kept = set(ends)
    spans = list(pairwise(ends))
    while spans:
        first, last = spans.pop()
        farthest, distance = _farthest(points, first, last)
        if distance > tolerance * tolerance:
            kept.add(farthest)
            spans += [(first, farthest), (farthest, last)]
    return [points[place] for place in sorted(kept)]


def _farthest(points: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    """The point between two that lies farthest from the line through them; its distance squared."""
    (x, y), (to_x, to_y) = points[first], points[last]
    right, up = to_x - x, to_y - y
    length = right * right + up * up
    best, found = first, -1.0
    for place in range(first + 1, last):
        across, along = points[place][0] - x, points[place][1] - y
        if length:
            part = min(1.0, max(0.0, (across * right + along * up) / length))
            across -= part * right
            along -= part * up
        distance = across * across + along * along
        if distance > found:
            best, found = place, distance
    return best, found

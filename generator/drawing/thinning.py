"""Fewer points for the same line: the algorithm of Ramer (1972), and Douglas and Peucker (1973)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.drawing.outline import Point


def thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The points of a line without those that lie within ``tolerance`` of what is left.

    Ends are kept, so a closed ring stays closed. Takes a list of its own instead of recursion,
    since a coast may have more points than Python has frames.
    """
    if len(points) < 3:
        return list(points)
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
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

"""What a map draws below its bubbles: land as rings, borders and coasts as lines, in degrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
"""Longitude and latitude in degrees (WGS 84), or x and y: first the one to the right."""

_FULL = 360.0
_CLOSED = 1e-9


@dataclass(frozen=True)
class Outline:
    """Land and lines to draw, in degrees; longitudes go on past 180 where a shape does.

    Attributes:
        areas: closed rings, the last point being the first; land runs counter-clockwise and holes
            in it run clockwise, so that overlapping ones fill as one (fill rule ``nonzero``).
        lines: borders and other lines.
    """

    areas: tuple[tuple[Point, ...], ...] = ()
    lines: tuple[tuple[Point, ...], ...] = ()

    def points(self) -> Iterator[Point]:
        """Every point."""
        for shape in (*self.areas, *self.lines):
            yield from shape


def looks_swapped(outline: Outline, points: Sequence[Point]) -> bool:
    """Whether places lie in the outline only if latitude and longitude of its points are exchanged."""
    return not _any_within(outline.points(), points) and _any_within(
        ((latitude, longitude) for longitude, latitude in outline.points()), points
    )


def _any_within(shape: Iterable[Point], points: Sequence[Point]) -> bool:
    """Whether one of the points lies in the rectangle around a shape."""
    across, up = zip(*shape, strict=True)
    return any(min(across) <= x <= max(across) and min(up) <= y <= max(up) for x, y in points)


def unwrapped(points: Iterable[Point]) -> list[Point]:
    """The points with longitudes that never jump: each step goes the short way around the globe."""
    found: list[Point] = []
    for longitude, latitude in points:
        if found:
            longitude += _FULL * round((found[-1][0] - longitude) / _FULL)
        found.append((longitude, latitude))
    return found


def ring(points: Iterable[Point], *, is_hole: bool = False) -> tuple[Point, ...]:
    """A closed ring in the direction that it should have; one around a pole is closed over it."""
    found = unwrapped(points)
    if found and found[0] != found[-1]:
        found += _way_back(found)
    if (_signed_area(found) < 0) != is_hole:
        found.reverse()
    return tuple(found)


def _way_back(points: Sequence[Point]) -> list[Point]:
    """From the last point to the first: straight, or over the pole that the ring goes around."""
    first, last = points[0], points[-1]
    if abs(last[0] - first[0]) < _FULL - _CLOSED:
        return [first]
    pole = 90.0 if sum(latitude for _, latitude in points) > 0 else -90.0
    return [(last[0], pole), (first[0], pole), first]


def _signed_area(points: Sequence[Point]) -> float:
    """Twice the area in square degrees; negative for a ring that runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points))

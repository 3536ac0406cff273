"""Cuts rings and lines at a rectangle: Sutherland and Hodgman (1974); Liang and Barsky (1984)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.drawing.outline import Point


@dataclass(frozen=True)
class Box:
    """A rectangle, in degrees or in units of a drawing."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Whether a point lies inside or on the edge."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def touches(self, other: Box) -> bool:
        """Whether the two have a point in common."""
        apart_across = self.east < other.west or other.east < self.west
        return not (apart_across or self.north < other.south or other.north < self.south)

    def grown(self, by: float) -> Box:
        """The same with ``by`` added on each side."""
        return Box(self.west - by, self.south - by, self.east + by, self.north + by)


def box_of(points: Sequence[Point]) -> Box:
    """The smallest rectangle around points, of which there is at least one."""
    across, up = [point[0] for point in points], [point[1] for point in points]
    return Box(min(across), min(up), max(across), max(up))


def clipped_ring(points: Sequence[Point], box: Box) -> list[Point]:
    """The part of a closed ring inside the box, closed along its edges; empty where there is none.

    Where the ring leaves the box and comes back, the parts hang together along the edge: draw a box
    whose edges are out of sight.
    """
    found = list(points)
    for axis, bound, sign in (
        (0, box.west, 1),
        (0, box.east, -1),
        (1, box.south, 1),
        (1, box.north, -1),
    ):
        found = _kept(found, axis, bound, sign)
        if len(found) < 3:
            return []
    return found


def clipped_line(points: Sequence[Point], box: Box) -> Iterator[list[Point]]:
    """The parts of a line inside the box, in order."""
    part: list[Point] = []
    for first, last in pairwise(points):
        inside = _segment(first, last, box)
        if inside is None or (part and part[-1] != inside[0]):
            if len(part) > 1:
                yield part
            part = []
        if inside is not None:
            part += [inside[1]] if part else list(inside)
    if len(part) > 1:
        yield part


def _kept(points: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """A closed ring without what lies beyond one edge."""
    kept: list[Point] = []
    for first, last in pairwise(points):
        begins, ends = (first[axis] - bound) * sign >= 0, (last[axis] - bound) * sign >= 0
        if begins and not kept:
            kept.append(first)
        if begins != ends:
            part = (bound - first[axis]) / (last[axis] - first[axis])
            crossing = _between(first, last, part)
            kept.append((bound, crossing[1]) if axis == 0 else (crossing[0], bound))
        if ends:
            kept.append(last)
    if kept and kept[0] != kept[-1]:
        kept.append(kept[0])
    return kept


def _segment(first: Point, last: Point, box: Box) -> tuple[Point, Point] | None:
    """The part of a segment inside the box, or None."""
    across, up = last[0] - first[0], last[1] - first[1]
    begin, end = 0.0, 1.0
    for step, room in (
        (-across, first[0] - box.west),
        (across, box.east - first[0]),
        (-up, first[1] - box.south),
        (up, box.north - first[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            begin = max(begin, room / step)
        else:
            end = min(end, room / step)
    if begin > end:
        return None
    head = first if begin == 0 else _between(first, last, begin)
    return head, last if end == 1 else _between(first, last, end)


def _between(first: Point, last: Point, part: float) -> Point:
    return (first[0] + (last[0] - first[0]) * part, first[1] + (last[1] - first[1]) * part)

"""A map that fits its places: the frame, the outline in it as path data, and its bubbles."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.drawing.bubbles import Bubble, Spot, bubbles_of
from generator.drawing.clipping import Box, box_of, clipped_line, clipped_ring
from generator.drawing.outline import Outline, Point
from generator.drawing.projection import (
    KILOMETRES_PER_DEGREE,
    Equirectangular,
    Projection,
    arc_of,
    around_middle,
    near,
    projection_for,
)
from generator.drawing.thinning import thinned

WIDTH = 1440
"""Units: two for a pixel of a column, so that whole numbers are fine enough for a coast."""

MOST_BUBBLES = 100
_FLATTEST, _TALLEST = 0.5, 0.85
_MARGIN = 0.14
_LEAST_SPAN = 1.0
_ALONE_SPAN = 5.0
_REGION = 60.0
_WHOLE = 0.55
_EDGE = 4.0
_OUT_OF_SIGHT = 30.0
_BEND = 2.0
_FIRST_TOLERANCE = 1.0
_BUDGET = 27_000
_LEAST_BUDGET = 9_000
_BYTES_OF_BUBBLE, _BYTES_OF_DOT = 170, 9
"""Bytes of path data: as many as are left of 40 kB where there are many bubbles with their names."""


@dataclass(frozen=True)
class MapFrame:
    """What the map shows of the world, and the outline in it.

    Attributes:
        projection: from degrees to a plane.
        window: what is seen of the plane.
        land: path data of areas, to fill.
        borders: path data of lines.
    """

    projection: Projection
    window: Box
    land: str
    borders: str

    @property
    def height(self) -> int:
        """Of the drawing, in units; its width is ``WIDTH``."""
        return _height(self.window)

    @property
    def box(self) -> Box:
        """The drawing, in units."""
        return Box(0, 0, WIDTH, self.height)

    def place(self, point: Point) -> Point:
        """Where a point in degrees stands on the drawing, in units, y downwards."""
        return _place(self.projection, self.window, point)

    @property
    def scale(self) -> tuple[int, float]:
        """A round number of kilometres and its length in units; 0 where no scale holds all over."""
        if not isinstance(self.projection, Equirectangular):
            return 0, 0
        unit = WIDTH / (self.window.east - self.window.west) / KILOMETRES_PER_DEGREE
        longest = WIDTH / 4 / unit
        power = 10 ** math.floor(math.log10(longest))
        kilometres = int(power * max(n for n in (1, 2, 5) if n * power <= longest))
        return kilometres, round(kilometres * unit, 1)


@dataclass(frozen=True)
class MapDrawing:
    """The bubbles of a map, and what was too small for one.

    Attributes:
        bubbles: the biggest first.
        dots: path data of the rest: lines without length, to be drawn with round ends.
        dotted: how many the rest are.
    """

    bubbles: tuple[Bubble, ...]
    dots: str
    dotted: int


def draw_spots(spots: Sequence[Spot]) -> MapDrawing:
    """Bubbles for those with most reports, dots for the others."""
    ordered = sorted(spots, key=lambda spot: (-spot.count, spot.key))
    rest = ordered[MOST_BUBBLES:]
    return MapDrawing(
        bubbles_of(ordered[:MOST_BUBBLES]), _dots({spot.at for spot in rest}), len(rest)
    )


def _dots(points: Iterable[Point]) -> str:
    """A line without length at each point, from left to right, each move from the dot before."""
    parts: list[str] = []
    before: Point = (0, 0)
    for x, y in sorted(points):
        parts.append(f"m{_pair(x - before[0], y - before[1]).strip()}h0")
        before = (x, y)
    return "".join(parts)


def frame_map(points: Sequence[Point], outline: Outline, *, is_own: bool) -> MapFrame:
    """Fit a map to places.

    Args:
        points: where the places are, at least one.
        outline: what lies below them.
        is_own: whether the outline is the organisation's own; where it is of a region, and not of
            the world, all of it is shown.
    """
    shown = [*points, *(outline.points() if is_own and _is_regional(outline) else ())]
    projection = projection_for(shown)
    window = _window(projection, shown)
    shapes = list(_shapes(outline.areas, projection, window, is_area=True))
    lines = list(_shapes(outline.lines, projection, window, is_area=False))
    tolerance, budget = _FIRST_TOLERANCE, _budget(len(points))
    while True:
        shapes = [thinned(shape, tolerance) for shape in shapes]
        lines = [thinned(line, tolerance) for line in lines]
        land, borders = _path(shapes, "z", tolerance), _path(lines, "", tolerance)
        if len(land) + len(borders) <= budget:
            return MapFrame(projection, window, land, borders)
        tolerance *= 1.5


def _budget(places: int) -> int:
    taken = _BYTES_OF_BUBBLE * min(places, MOST_BUBBLES) + _BYTES_OF_DOT * places
    return max(_LEAST_BUDGET, _BUDGET - taken // 2)


def _is_regional(outline: Outline) -> bool:
    points = list(outline.points())
    if not points:
        return False
    west, east = arc_of(longitude for longitude, _ in points)
    latitudes = [latitude for _, latitude in points]
    return east - west <= _REGION and max(latitudes) - min(latitudes) <= _REGION


def _window(projection: Projection, points: Sequence[Point]) -> Box:
    """The part of the plane around the places, with a margin, in a shape that suits a page."""
    planar = [projection.planar((near(x, projection.middle), y)) for x, y in points]
    around = box_of(planar)
    across, up = around.east - around.west, around.north - around.south
    least = _ALONE_SPAN if max(across, up) < _LEAST_SPAN / 20 else _LEAST_SPAN
    margin = 1 + 2 * _MARGIN
    across, up = max(across * margin, least), max(up * margin, least * _FLATTEST)
    across, up = max(across, up / _TALLEST), max(up, across * _FLATTEST)
    x, y = (around.west + around.east) / 2, (around.south + around.north) / 2
    window = Box(x - across / 2, y - up / 2, x + across / 2, y + up / 2)
    return window if isinstance(projection, Equirectangular) else _on_globe(projection, window)


def _on_globe(projection: Projection, window: Box) -> Box:
    """The window as it is, or all of the world where the places are spread over much of it."""
    east = projection.planar((projection.middle + 180, 0))[0]
    north = projection.planar((projection.middle, 90))[1]
    if window.east - window.west <= 2 * east * _WHOLE:
        return window
    return Box(-east, -north, east, north).grown(_EDGE)


def _height(window: Box) -> int:
    return round(WIDTH * (window.north - window.south) / (window.east - window.west))


def _place(projection: Projection, window: Box, point: Point) -> Point:
    x, y = projection.planar((near(point[0], projection.middle), point[1]))
    unit = WIDTH / (window.east - window.west)
    return round((x - window.west) * unit), round((window.north - y) * unit)


def _shapes(
    shapes: Iterable[Sequence[Point]], projection: Projection, window: Box, *, is_area: bool
) -> Iterator[Sequence[Point]]:
    """Rings or lines as they stand on the drawing, cut a little beyond its edges."""
    globe = around_middle(projection)
    unit = WIDTH / (window.east - window.west)
    paper = Box(0, 0, WIDTH, _height(window)).grown(_OUT_OF_SIGHT)
    for shape in shapes:
        for turned in _turned(shape, projection.middle):
            for cut in _cut(turned, globe, is_area=is_area):
                planar = map(projection.planar, _bent(cut, globe))
                placed = [((x - window.west) * unit, (window.north - y) * unit) for x, y in planar]
                if paper.touches(box_of(placed)):
                    yield from _cut(placed, paper, is_area=is_area)


def _bent(shape: Sequence[Point], globe: Box) -> Iterator[Point]:
    """The shape with more points where it runs along the edge of the world, which is a curve."""
    yield shape[0]
    for first, last in pairwise(shape):
        if first[0] == last[0] and first[0] in (globe.west, globe.east):
            steps = int(abs(last[1] - first[1]) / _BEND)
            for step in range(1, steps + 1):
                yield first[0], first[1] + (last[1] - first[1]) * step / (steps + 1)
        yield last


def _turned(shape: Sequence[Point], middle: float) -> Iterator[Sequence[Point]]:
    """The shape on each turn around the globe on which it may be seen."""
    box = box_of(shape)
    first = math.ceil((middle - 180 - box.east) / 360)
    last = math.floor((middle + 180 - box.west) / 360)
    for turn in range(first, last + 1):
        yield [(x + 360 * turn, y) for x, y in shape] if turn else shape


def _cut(shape: Sequence[Point], box: Box, *, is_area: bool) -> Iterator[Sequence[Point]]:
    around = box_of(shape)
    if box.holds((around.west, around.south)) and box.holds((around.east, around.north)):
        yield shape
    elif not is_area:
        yield from clipped_line(shape, box)
    elif inside := clipped_ring(shape, box):
        yield inside


def _path(shapes: Iterable[Sequence[Point]], end: str, tolerance: float) -> str:
    """Path data in whole units, each step from the point before; specks are left out."""
    parts: list[str] = []
    for shape in shapes:
        steps = [(round(x), round(y)) for x, y in (shape[:-1] if end else shape)]
        box = box_of(steps) if steps else Box(0, 0, 0, 0)
        if max(box.east - box.west, box.north - box.south) < 2 * tolerance:
            continue
        before = steps[0]
        moves = [f"M{before[0]} {before[1]}l"]
        for now in steps[1:]:
            if now != before:
                moves.append(_pair(now[0] - before[0], now[1] - before[1]))
                before = now
        parts.append("".join(moves).replace("l ", "l") + end)
    return "".join(parts)


def _pair(right: float, down: float) -> str:
    """Two differences, parted from what stands before them and from each other by as little as can be."""
    return f"{'' if right < 0 else ' '}{right:.0f}{'' if down < 0 else ' '}{down:.0f}"

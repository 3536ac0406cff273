"""Map projections, and the one that fits a set of places.

A region is drawn in the equirectangular projection with its middle latitude as standard parallel
(Snyder, "Map Projections: A Working Manual", USGS 1987, p. 90): true to scale along meridians and
along that parallel. Places too far apart for it are drawn in Equal Earth (Šavrič, Patterson and
Jenny, "The Equal Earth map projection", IJGIS 2018), which keeps areas true.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.drawing.clipping import Box
from generator.drawing.outline import Point

KILOMETRES_PER_DEGREE = 111.195
"""Along a meridian, on a sphere of the mean radius 6371 km."""

_WIDEST_REGION = 90.0
_TALLEST_REGION = 60.0
_HIGHEST_REGION = 82.0
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2


class Projection(Protocol):
    """From degrees to a plane with y upwards, in units of about one degree at the middle."""

    @property
    def middle(self) -> float:
        """The longitude that runs straight down the middle."""
        ...

    def planar(self, point: Point) -> Point:
        """A point on the plane; longitudes are taken as they are, within 180° of the middle."""
        ...


@dataclass(frozen=True)
class Equirectangular:
    """For a region: a degree of latitude is one unit."""

    middle: float
    parallel: float

    def planar(self, point: Point) -> Point:
        """From the longitude (λ - λ0) cos φ1, from the latitude φ."""
        return (point[0] - self.middle) * math.cos(math.radians(self.parallel)), point[1]


@dataclass(frozen=True)
class EqualEarth:
    """For the world: equal areas, straight parallels."""

    middle: float

    def planar(self, point: Point) -> Point:
        """The polynomial of the paper, its equations 6 to 8, in degrees."""
        angle = math.asin(_M * math.sin(math.radians(max(-90.0, min(90.0, point[1])))))
        square = angle * angle
        sixth = square * square * square
        slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
        x = (point[0] - self.middle) * math.cos(angle) / (_M * slope)
        y = angle * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
        return x, math.degrees(y)


def projection_for(points: Sequence[Point]) -> Projection:
    """The projection in which these points, at least one, are drawn."""
    west, east = arc_of(longitude for longitude, _ in points)
    south = min(latitude for _, latitude in points)
    north = max(latitude for _, latitude in points)
    middle = _wrapped((west + east) / 2)
    is_region = east - west <= _WIDEST_REGION and north - south <= _TALLEST_REGION
    if is_region and max(-south, north) <= _HIGHEST_REGION:
        return Equirectangular(middle, (south + north) / 2)
    return EqualEarth(middle)


def arc_of(longitudes: Iterable[float]) -> tuple[float, float]:
    """The shortest arc that has every longitude in it, west and east; east may be beyond 180."""
    ordered = sorted({_wrapped(longitude) for longitude in longitudes})
    following = [*ordered[1:], ordered[0] + 360]
    gaps = [after - before for before, after in zip(ordered, following, strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    west = following[widest] % 360
    west = west - 360 if west > 180 else west
    return west, west + 360 - gaps[widest]


def near(longitude: float, middle: float) -> float:
    """The same longitude within 180° of the middle."""
    return longitude + 360 * round((middle - longitude) / 360)


def around_middle(projection: Projection) -> Box:
    """All that a projection can draw, in degrees."""
    return Box(projection.middle - 180, -90, projection.middle + 180, 90)


def _wrapped(longitude: float) -> float:
    return (longitude + 180) % 360 - 180

"""Outlines from GeoJSON (RFC 7946): what of it can be drawn as land or as a line."""

from __future__ import annotations

import json
import reprlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.drawing.outline import Outline, Point, ring, unwrapped
from generator.errors import OutlineError

_TYPES = (
    "Polygon, MultiPolygon, LineString, MultiLineString, GeometryCollection, Feature, "
    "FeatureCollection"
)
_DEEPEST = 50
_SHOWN = 40


def read_geojson(text: str) -> Outline:
    """The outline that a GeoJSON text describes; points in it are passed over.

    Raises:
        OutlineError: it is not JSON, not GeoJSON, has coordinates that are none on earth, or
            nothing in it can be drawn; the message says where and what to do.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"is not JSON ({error}): export it from your map program as GeoJSON"
        raise OutlineError(message) from error
    shapes = _Shapes()
    shapes.add(value, "the file")
    if not shapes.areas and not shapes.lines:
        raise OutlineError(f"has nothing to draw: it needs at least one of {_TYPES}")
    return Outline(tuple(shapes.areas), tuple(shapes.lines))


@dataclass
class _Shapes:
    """Gathers the rings and lines of one file."""

    areas: list[tuple[Point, ...]] = field(default_factory=list)
    lines: list[tuple[Point, ...]] = field(default_factory=list)

    def add(self, value: object, place: str, depth: int = 0) -> None:
        """Add an object and what it contains; ``place`` names it in messages."""
        kind = value.get("type") if isinstance(value, Mapping) else None
        if not isinstance(value, Mapping) or not isinstance(kind, str) or depth > _DEEPEST:
            raise OutlineError(f"{place} is {_short(value)} and no GeoJSON object: {_TYPES}")
        readers: dict[str, Callable[[object, str], None]] = {
            "Polygon": self._polygon,
            "MultiPolygon": _each(self._polygon),
            "LineString": self._line,
            "MultiLineString": _each(self._line),
            "Point": _nothing,
            "MultiPoint": _nothing,
        }
        if kind in readers:
            readers[kind](value.get("coordinates"), f"{place}, {kind}")
            return
        for part, name in _parts(value, kind, place):
            self.add(part, name, depth + 1)

    def _polygon(self, value: object, place: str) -> None:
        for number, points in enumerate(_list(value, place, "a list of rings")):
            name = f"{place}, ring {number + 1}"
            found = _points(points, name)
            if len(found) < 4 or found[0] != found[-1]:
                raise OutlineError(
                    f"{name} is not closed: a ring has four points or more, and ends where it begins"
                )
            self.areas.append(ring(found, is_hole=number > 0))

    def _line(self, value: object, place: str) -> None:
        found = _points(value, place)
        if len(found) < 2:
            raise OutlineError(f"{place} has {len(found)} points: a line has two or more")
        self.lines.append(tuple(unwrapped(found)))


def _parts(value: Mapping[str, object], kind: str, place: str) -> Iterator[tuple[object, str]]:
    """What an object that is no shape itself contains, each with its name."""
    if kind == "Feature":
        if value.get("geometry") is not None:  # "unlocated", RFC 7946, 3.2
            yield value["geometry"], f"{place}, geometry"
        return
    member = {"FeatureCollection": "features", "GeometryCollection": "geometries"}.get(kind)
    if member is None:
        raise OutlineError(f"{place} has the type {_short(kind)}: GeoJSON has {_TYPES}")
    for number, part in enumerate(_list(value.get(member), f"{place}, {member}", "a list"), 1):
        yield part, f"{member} {number}"


def _each(read: Callable[[object, str], None]) -> Callable[[object, str], None]:
    def read_all(value: object, place: str) -> None:
        for number, part in enumerate(_list(value, place, "a list"), 1):
            read(part, f"{place}, part {number}")

    return read_all


def _nothing(value: object, place: str) -> None:
    """Points are what the vocabulary is for."""


def _list(value: object, place: str, expected: str) -> list[object]:
    if not isinstance(value, list):
        raise OutlineError(f"{place} is {_short(value)} where {expected} belongs")
    return value


def _points(value: object, place: str) -> list[Point]:
    return [
        _point(entry, f"{place}, point {number}")
        for number, entry in enumerate(_list(value, place, "a list of points"), 1)
    ]


def _point(value: object, place: str) -> Point:
    numbers = value[:2] if isinstance(value, list) else []
    right = [n for n in numbers if isinstance(n, int | float) and not isinstance(n, bool)]
    if len(right) < 2:
        raise OutlineError(f"{place} is {_short(value)} where [longitude, latitude] belongs")
    longitude, latitude = right
    if not (abs(longitude) <= 180 and abs(latitude) <= 90):  # NaN too is outside
        is_swapped = abs(longitude) <= 90 and abs(latitude) <= 180
        hint = "the two may be swapped; " if is_swapped else ""
        raise OutlineError(
            f"{place} is {_short(value)}: {hint}GeoJSON has the longitude first (-180 to 180), then "
            "the latitude (-90 to 90), in degrees (WGS 84)"
        )
    return float(longitude), float(latitude)


def _short(value: object) -> str:
    text = "missing" if value is None else reprlib.repr(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"

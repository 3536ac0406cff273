"""The bundled outline of the world, from Natural Earth 4.1.0 at 1:50 million (public domain).

``world.txt`` is made by ``generator/drawing/atlas.py`` from the npm package world-atlas 2.0.2; its
first lines say how. Behind them each line is one shape: ``L`` land, ``H`` a hole in land (a lake
large enough to be a sea), ``B`` a border between countries, and its points as an encoded polyline.

The encoding is Google's "Encoded Polyline Algorithm Format": differences between whole numbers,
five bits a character; here longitude first, in steps of ``STEP`` degrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

from generator.drawing.outline import Outline, Point, ring, unwrapped

FILE = "world.txt"
STEP = 0.005
"""Degrees: half a kilometre, finer than what is drawn at 1:50 million."""

_FIRST = 63
_MORE = 0x20


@cache
def world_outline() -> Outline:
    """The land and borders of the world."""
    return decoded((resources.files(__package__) / FILE).read_text("ascii"))


def decoded(text: str) -> Outline:
    """The outline that a file in this format holds."""
    areas: list[tuple[Point, ...]] = []
    lines: list[tuple[Point, ...]] = []
    for entry in text.splitlines():
        kind, _, code = entry.partition(" ")
        if kind in ("L", "H"):
            areas.append(ring(_points(code), is_hole=kind == "H"))
        elif kind == "B":
            lines.append(tuple(unwrapped(_points(code))))
    return Outline(tuple(areas), tuple(lines))


def encoded(steps: list[tuple[int, int]]) -> str:
    """Points, in whole steps, as an encoded polyline."""
    before = (0, 0)
    characters: list[str] = []
    for point in steps:
        for now, then in zip(point, before, strict=True):
            characters += _characters(now - then)
        before = point
    return "".join(characters)


def _characters(difference: int) -> Iterator[str]:
    number = difference << 1 if difference >= 0 else ~(difference << 1)
    while number >= _MORE:
        yield chr((number & 0x1F | _MORE) + _FIRST)
        number >>= 5
    yield chr(number + _FIRST)


def _points(code: str) -> list[Point]:
    values: list[int] = []
    number = shift = 0
    for character in code:
        bits = ord(character) - _FIRST
        number |= (bits & 0x1F) << shift
        shift += 5
        if bits < _MORE:
            values.append(~(number >> 1) if number & 1 else number >> 1)
            number = shift = 0
    points: list[Point] = []
    x = y = 0
    for right, up in zip(values[::2], values[1::2], strict=True):
        x, y = x + right, y + up
        points.append((x * STEP, y * STEP))
    return points

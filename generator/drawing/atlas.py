"""Makes ``world.txt`` from the npm package world-atlas 2.0.2, which packs Natural Earth as TopoJSON.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m generator.drawing.atlas < package/countries-50m.json > generator/drawing/world.txt

The land is the package's own union of all countries; a border is an arc that two countries share.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.drawing.thinning import thinned
from generator.drawing.world import STEP, encoded

_HEAD = """\
# Land and borders of the world: Natural Earth 4.1.0, 1:50 million, public domain
# (https://www.naturalearthdata.com/), as packed by the npm package world-atlas 2.0.2.
# Made by generator/drawing/atlas.py, whose docstring says how; the format stands in world.py.
"""

Arc = list[tuple[float, float]]

_LEAST = 4
"""Points of a ring, the last being the first: an islet of fewer is a speck."""


def converted(topology: Mapping[str, Any]) -> str:
    """A TopoJSON topology of countries and land as the text of ``world.txt``."""
    arcs = [_absolute(arc, topology["transform"]) for arc in topology["arcs"]]
    objects = topology["objects"]
    rings = [
        ("H" if place else "L", _steps(_joined(ring, arcs)))
        for land in objects["land"]["geometries"]
        for polygon in land["arcs"]
        for place, ring in enumerate(polygon)
    ]
    lines = [f"{kind} {encoded(steps)}" for kind, steps in rings if len(steps) >= _LEAST]
    shared = _shared(objects["countries"]["geometries"])
    lines += [f"B {encoded(_steps(arcs[number]))}" for number in shared]
    return _HEAD + "\n".join(lines) + "\n"


def _absolute(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Arc:
    """An arc's quantized differences as degrees (TopoJSON 1.0, 2.1.3)."""
    (right, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points: Arc = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * right + west, y * up + south))
    return points


def _joined(ring: Sequence[int], arcs: Sequence[Arc]) -> Arc:
    """The arcs of a ring one behind the other; a negative number is an arc backwards."""
    points: Arc = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _shared(countries: Sequence[Mapping[str, Any]]) -> list[int]:
    users: defaultdict[int, set[int]] = defaultdict(set)
    for place, country in enumerate(countries):
        for number in _numbers(country.get("arcs", [])):
            users[number if number >= 0 else ~number].add(place)
    return sorted(number for number, places in users.items() if len(places) > 1)


def _numbers(arcs: Sequence[Any]) -> Iterator[int]:
    for item in arcs:
        if isinstance(item, int):
            yield item
        else:
            yield from _numbers(item)


def _steps(arc: Arc) -> list[tuple[int, int]]:
    """An arc in whole steps, without the points that are not seen at this scale."""
    steps = [(round(x / STEP), round(y / STEP)) for x, y in thinned(arc, STEP)]
    return [now for place, now in enumerate(steps) if not place or now != steps[place - 1]]


if __name__ == "__main__":
    sys.stdout.write(converted(json.load(sys.stdin)))

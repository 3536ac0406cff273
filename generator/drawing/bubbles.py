"""Bubbles with areas by number, and names beside the biggest that cover nothing else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.drawing.clipping import Box
from generator.drawing.outline import Point

LARGE_TYPE = 46
SMALL_TYPE = 25
"""Units: how tall names are on a phone, where all of them are large, and elsewhere."""

_BIGGEST = 56.0
_BIGGEST_OF_MANY = 34.0
_MANY = 40
_ONE = 15.0
_TARGET = 46.0
_GAP = 9.0
_LETTER = 0.6


@dataclass(frozen=True)
class Spot:
    """A place on the drawing.

    Attributes:
        key: the id of its term.
        at: its middle, in units.
        count: its reports, one at the least.
    """

    key: str
    at: Point
    count: int


@dataclass(frozen=True)
class Bubble:
    """A circle whose area is proportional to its count.

    Attributes:
        spot: what it stands for.
        radius: of the circle, in units.
        target: radius of the space around it that belongs to no other bubble, for fingers.
    """

    spot: Spot
    radius: float
    target: float

    @property
    def box(self) -> Box:
        """The square around the circle."""
        (x, y), r = self.spot.at, self.radius
        return Box(x - r, y - r, x + r, y + r)


@dataclass(frozen=True)
class Label:
    """A name beside its bubble.

    Attributes:
        key: the id of the term.
        at: where it stands, x and the middle of its line.
        anchor: which part of it stands there.
        is_small: whether there is room for it only where type is small.
    """

    key: str
    at: Point
    anchor: str
    is_small: bool


def bubbles_of(spots: Sequence[Spot]) -> tuple[Bubble, ...]:
    """A bubble for each spot, the biggest first, so that small ones lie on top."""
    ordered = sorted(spots, key=lambda spot: (-spot.count, spot.key))
    if not ordered:
        return ()
    biggest = _BIGGEST if len(ordered) <= _MANY else _BIGGEST_OF_MANY
    root = min(_ONE, biggest / math.sqrt(ordered[0].count))
    nearest = _nearest(ordered)
    bubbles = []
    for spot in ordered:
        radius = round(root * math.sqrt(spot.count), 2)
        target = max(radius, math.floor(min(_TARGET, nearest[spot.key] / 2)))
        bubbles.append(Bubble(spot, radius, target))
    return tuple(bubbles)


def labels_for(
    bubbles: Sequence[Bubble], names: Mapping[str, str], frame: Box
) -> tuple[Label, ...]:
    """Names for as many bubbles as there is room for, the biggest first.

    First those that fit in large type, as a phone shows them; then in small type those that fit
    between them.
    """
    labels: list[Label] = []
    for size in (LARGE_TYPE, SMALL_TYPE):
        taken = [bubble.box for bubble in bubbles]
        taken += [_box(label.at, label.anchor, names[label.key], size) for label in labels]
        named = {label.key for label in labels}
        for bubble in bubbles:
            if bubble.spot.key in named:
                continue
            own = [box for box in taken if box != bubble.box]
            for at, anchor in _sides(bubble, size):
                box = _box(at, anchor, names[bubble.spot.key], size)
                if _is_within(box, frame) and not any(map(box.touches, own)):
                    labels.append(Label(bubble.spot.key, at, anchor, size == SMALL_TYPE))
                    taken.append(box)
                    break
    return tuple(labels)


def _nearest(spots: Sequence[Spot]) -> dict[str, float]:
    """How far each spot is from the next one, as far as that is nearer than a target needs."""
    nearest = {spot.key: 2 * _TARGET for spot in spots}
    across = sorted(spots, key=lambda spot: spot.at)
    for place, spot in enumerate(across):
        for other in across[place + 1 :]:
            if other.at[0] - spot.at[0] >= 2 * _TARGET:
                break
            distance = math.dist(spot.at, other.at)
            nearest[spot.key] = min(nearest[spot.key], distance)
            nearest[other.key] = min(nearest[other.key], distance)
    return nearest


def _sides(bubble: Bubble, size: float) -> Iterable[tuple[Point, str]]:
    (x, y), r = bubble.spot.at, bubble.radius
    yield (round(x + r + _GAP), y), "start"
    yield (round(x - r - _GAP), y), "end"
    yield (x, round(y - r - _GAP - size / 2)), "middle"
    yield (x, round(y + r + _GAP + size / 2)), "middle"


def _box(at: Point, anchor: str, name: str, size: float) -> Box:
    """About the room that a name takes; letters of any script are taken for rather wide ones."""
    width = len(name) * size * _LETTER
    left = {"start": at[0], "middle": at[0] - width / 2, "end": at[0] - width}[anchor]
    return Box(left, at[1] - size / 2, left + width, at[1] + size / 2)


def _is_within(box: Box, frame: Box) -> bool:
    return frame.holds((box.west, box.south)) and frame.holds((box.east, box.north))

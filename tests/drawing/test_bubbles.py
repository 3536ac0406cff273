"""Bubbles and their names: areas true to the numbers, names that cover nothing."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drawing import Spot, draw_spots, labels_for
from generator.drawing.bubbles import LARGE_TYPE, SMALL_TYPE, _box, bubbles_of
from generator.drawing.clipping import Box

FRAME = Box(0, 0, 1440, 900)
places = st.tuples(st.integers(0, 1440), st.integers(0, 900))
some_spots = st.lists(st.tuples(places, st.integers(1, 50_000)), min_size=1, max_size=60).map(
    lambda found: [Spot(f"place-{n}", at, count) for n, (at, count) in enumerate(found)]
)


@given(some_spots)
def test_areas_go_by_the_numbers(spots: list[Spot]) -> None:
    bubbles = bubbles_of(spots)
    assert {bubble.spot for bubble in bubbles} == set(spots)
    root = bubbles[0].radius / math.sqrt(bubbles[0].spot.count)
    for bubble in bubbles:
        assert bubble.radius == pytest.approx(root * math.sqrt(bubble.spot.count), abs=0.02)
    assert bubbles[0].radius <= 56.01
    assert [b.spot.count for b in bubbles] == sorted((s.count for s in spots), reverse=True)


@given(some_spots)
def test_a_finger_meets_one_bubble_where_bubbles_are_apart(spots: list[Spot]) -> None:
    for one, other in combinations(bubbles_of(spots), 2):
        if one.target > one.radius and other.target > other.radius:
            assert one.target + other.target <= math.dist(one.spot.at, other.spot.at)


@given(some_spots, st.text("ab عربي", min_size=1, max_size=60))
def test_names_lie_inside_and_cover_neither_each_other_nor_a_bubble(
    spots: list[Spot], name: str
) -> None:
    bubbles = bubbles_of(spots)
    names = {spot.key: name for spot in spots}
    labels = labels_for(bubbles, names, FRAME)
    large = [label for label in labels if not label.is_small]
    for size, shown in ((LARGE_TYPE, large), (SMALL_TYPE, list(labels))):
        boxes = [_box(label.at, label.anchor, name, size) for label in shown]
        for box in boxes:
            assert FRAME.grown(1).holds((box.west, box.south))
            assert FRAME.grown(1).holds((box.east, box.north))
        for label, box in zip(shown, boxes, strict=True):
            others = (bubble.box for bubble in bubbles if bubble.spot.key != label.key)
            assert not any(map(box.grown(-1.5).touches, others))
        assert not any(one.grown(-1.5).touches(other) for one, other in combinations(boxes, 2))


def test_the_biggest_are_named_first() -> None:
    spots = [Spot("big", (700, 400), 50), Spot("small", (760, 400), 1)]
    names = {"big": "A very long name of a place indeed", "small": "Another one that is long"}
    labels = labels_for(bubbles_of(spots), names, FRAME)
    assert labels[0].key == "big"
    assert labels[0].anchor != "start", "the small bubble stands there"


def test_of_a_thousand_the_biggest_have_bubbles_and_the_others_dots() -> None:
    spots = [Spot(f"p{n:04}", (n % 40 * 36, n // 40 * 36), n + 1) for n in range(1000)]
    drawing = draw_spots(spots)
    assert len(drawing.bubbles) == 100
    assert drawing.dotted == 900
    assert min(bubble.spot.count for bubble in drawing.bubbles) == 901
    assert drawing.dots.count("h0") == 900
    assert len(drawing.dots) < 9_500


def test_no_spot_is_nothing() -> None:
    assert draw_spots([]).bubbles == ()
    assert labels_for((), {}, FRAME) == ()

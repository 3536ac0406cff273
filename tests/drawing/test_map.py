"""Maps: every place inside, shapes inside or cut just outside, sizes, both sides of 180°, the poles."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drawing import MapFrame, Outline, frame_map, world_outline
from generator.drawing.clipping import Box, box_of, clipped_line, clipped_ring
from generator.drawing.map import WIDTH
from generator.drawing.outline import Point, ring
from generator.drawing.projection import (
    KILOMETRES_PER_DEGREE,
    EqualEarth,
    Equirectangular,
    arc_of,
)
from generator.drawing.thinning import thinned

SQUARE = ring([(-10, -10), (10, -10), (10, 10), (-10, 10)])
_MOST = 27_000
_STEP = re.compile(r"(-?\d+) ?(-?\d+)")

points = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
planar = st.tuples(st.integers(-50, 50), st.integers(-50, 50))


def drawn(path: str) -> list[list[Point]]:
    """The shapes of a path, in units of the drawing."""
    shapes = []
    for part in filter(None, path.replace("z", "").split("M")):
        start, _, steps = part.partition("l")
        x, y = map(int, start.split())
        shape: list[Point] = [(x, y)]
        for match in _STEP.finditer(steps):
            x, y = x + int(match[1]), y + int(match[2])
            shape.append((x, y))
        shapes.append(shape)
    return shapes


def framed(*places: Point, outline: Outline | None = None) -> MapFrame:
    own = outline is not None
    return frame_map(places, outline or Outline(), is_own=own)


@given(st.lists(points, min_size=1, max_size=12))
def test_every_place_lies_inside_with_a_margin(places: list[Point]) -> None:
    frame = framed(*places)
    assert 0.4 * WIDTH <= frame.height <= 0.9 * WIDTH
    for place in places:
        assert frame.box.grown(-15).holds(frame.place(place)), (place, frame)


@settings(max_examples=25)
@given(st.lists(points, min_size=1, max_size=6))
def test_the_world_below_any_places_is_light_and_inside(places: list[Point]) -> None:
    frame = frame_map(places, world_outline(), is_own=False)
    assert len(frame.land) + len(frame.borders) <= _MOST
    paper = frame.box.grown(31)
    for shape in drawn(frame.land) + drawn(frame.borders):
        assert all(map(paper.holds, shape))


def test_the_whole_world_has_its_continents_where_they_are() -> None:
    frame = frame_map([(-120, -40), (0, 50), (140, 30), (60, 0)], world_outline(), is_own=False)
    assert isinstance(frame.projection, EqualEarth)
    land = drawn(frame.land)
    assert 20_000 > len(frame.land) > 5_000
    for point in ((20.0, 0.0), (-50.0, -10.0), (-68.0, -10.0), (100.0, 60.0), (0.0, -85.0)):
        assert any(_is_in(frame.place(point), shape) for shape in land), point
    for point in ((-126.0, -41.0), (-30.0, 0.0), (80.0, -30.0)):
        assert not any(_is_in(frame.place(point), shape) for shape in land), point


def test_a_region_shows_its_borders_finely() -> None:
    frame = frame_map([(5, 50), (9, 52), (6, 49), (8, 50)], world_outline(), is_own=False)
    assert isinstance(frame.projection, Equirectangular)
    assert len(drawn(frame.borders)) > 3
    assert sum(map(len, drawn(frame.borders))) > 100


def test_both_sides_of_the_date_line_are_neighbours() -> None:
    frame = framed((179, -17), (-178, -19))
    assert isinstance(frame.projection, Equirectangular)
    (west, _), (east, _) = frame.place((179, -17)), frame.place((-178, -19))
    assert west < east
    assert frame.window.east - frame.window.west < 6
    island = ring([(179, -18), (-179, -18), (-179, -17), (179, -17)])
    (shape,) = drawn(frame_map([(179, -17), (-178, -19)], Outline((island,)), is_own=False).land)
    around = box_of(shape)
    assert around.east - around.west == pytest.approx(WIDTH * 2 * 0.95 / 3.68, rel=0.1)


def test_a_place_alone_is_in_the_middle_of_its_region() -> None:
    frame = framed((10, 50), (10, 50))
    assert frame.place((10, 50)) == (WIDTH / 2, frame.height / 2)
    assert frame.window.east - frame.window.west == 5


@pytest.mark.parametrize(
    "places",
    [
        [(0, 90)],
        [(0, -90), (120, -89)],
        [(20, 78), (60, 80)],
        [(20, 88), (160, 86), (-100, 87)],
        [(-180, 0), (180, 0)],
        [(-90, 0), (90, 0)],
        [(0, -90), (0, 90)],
    ],
)
def test_odd_ends_of_the_world(places: list[Point]) -> None:
    frame = frame_map(places, world_outline(), is_own=False)
    assert all(frame.box.grown(-15).holds(frame.place(place)) for place in places)


def test_an_outline_of_a_region_is_shown_whole_and_one_of_the_world_is_not() -> None:
    country = Outline((ring([(0, 0), (10, 0), (10, 8), (0, 8)]),))
    frame = framed((1, 1), outline=country)
    assert all(frame.box.holds(point) for shape in drawn(frame.land) for point in shape)
    assert len(drawn(frame.land)[0]) == 4
    frame = framed((1, 1), outline=world_outline())
    assert frame.window.east - frame.window.west == 5


def test_the_scale_is_true() -> None:
    frame = framed((10, 50), (12, 51))
    kilometres, length = frame.scale
    (x, south), (_, north) = frame.place((11, 50)), frame.place((11, 51))
    assert length / kilometres == pytest.approx((south - north) / KILOMETRES_PER_DEGREE, rel=0.01)
    assert WIDTH / 12 < length <= WIDTH / 4
    assert framed((-120, 0), (120, 0), (0, 0)).scale == (0, 0)
    assert x


def test_a_heavy_outline_is_thinned_until_it_is_light() -> None:
    circle = [(math.cos(a / 3000) * 5, math.sin(a / 3000) * 4) for a in range(18_850)]
    coast = ring([(x * (1 + n % 2 / 50), y) for n, (x, y) in enumerate(circle)])
    frame = framed((0, 0), outline=Outline((coast,), (coast,)))
    assert len(frame.land) + len(frame.borders) <= _MOST
    assert frame.land


def test_equal_earth_is_that_of_its_authors() -> None:
    """Reference values by their own formula: x and y on a unit sphere, in degrees here."""
    world = EqualEarth(0)
    assert world.planar((0, 0)) == (0, 0)
    x, y = world.planar((180, 0))
    assert math.radians(x) == pytest.approx(2.706629983696, abs=1e-9)
    assert y == 0
    x, y = world.planar((0, 90))
    assert math.radians(y) == pytest.approx(1.317362759157, abs=1e-9)


@pytest.mark.parametrize(
    ("longitudes", "arc"),
    [
        ([10, 20], (10, 20)),
        ([170, -170], (170, 190)),
        ([5], (5, 5)),
        ([-180, 180], (180, 180)),
        ([0, 120, -120], (0, 240)),
    ],
)
def test_the_shortest_arc(longitudes: list[float], arc: tuple[float, float]) -> None:
    west, east = arc_of(longitudes)
    assert (east - west) == arc[1] - arc[0]
    if len(set(longitudes)) < 3:
        assert (west, east) == arc


@given(st.lists(planar, min_size=3, max_size=12))
def test_a_cut_ring_is_inside_and_holds_what_the_ring_held(shape: list[Point]) -> None:
    box = Box(-20, -20, 20, 20)
    closed = [*shape, shape[0]]
    cut = clipped_ring(closed, box)
    assert all(map(box.grown(1e-9).holds, cut))
    if all(map(box.holds, closed)):
        assert cut == closed
    for point in ((0.3, 0.4), (-15.2, 7.7), (19.1, -19.3)):
        assert bool(cut and _is_in(point, cut)) == _is_in(point, closed)


@given(st.lists(planar, min_size=2, max_size=12))
def test_a_cut_line_is_inside_and_as_long_as_it_was_there(shape: list[Point]) -> None:
    box = Box(-20, -20, 20, 20)
    parts = list(clipped_line(shape, box))
    assert all(box.grown(1e-9).holds(point) for part in parts for point in part)
    if all(map(box.holds, shape)):
        assert sum(map(_length, parts)) == pytest.approx(_length(shape))


@given(st.lists(planar, min_size=2, max_size=40), st.floats(0.1, 20))
def test_a_thinned_line_is_near_the_line_that_it_was(shape: list[Point], tolerance: float) -> None:
    thin = thinned(shape, tolerance)
    assert (thin[0], thin[-1]) == (shape[0], shape[-1])
    assert set(thin) <= set(shape)
    for point in shape:
        nearest = min(_distance(point, a, b) for a, b in pairwise(thin))
        assert nearest <= tolerance + 1e-9


def _length(shape: list[Point]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(shape))


def _distance(point: Point, first: Point, last: Point) -> float:
    across, up = last[0] - first[0], last[1] - first[1]
    length = across * across + up * up
    along = (point[0] - first[0]) * across + (point[1] - first[1]) * up
    part = max(0.0, min(1.0, along / length)) if length else 0.0
    return math.dist(point, (first[0] + part * across, first[1] + part * up))


def _is_in(point: Point, shape: list[Point]) -> bool:
    """Whether a point lies in a ring, by the number of edges to its right."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(shape, [*shape[1:], shape[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside

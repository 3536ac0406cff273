"""GeoJSON as organisations have it: what can be drawn, and what they are told otherwise."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drawing import Outline, looks_swapped, read_geojson
from generator.drawing.outline import ring
from generator.errors import OutlineError

SQUARE = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]]
HOLE = [[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5], [-0.5, -0.5]]
LINE = [[0, 0], [1, 1, 200.5]]

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
numbers = st.floats(-200, 200) | st.integers(-200, 200) | st.sampled_from([10**400, float("nan")])
near_coordinates = st.recursive(
    numbers | st.text(max_size=2) | st.none(), lambda inner: st.lists(inner, max_size=5)
)
kinds = st.sampled_from(
    ["Polygon", "MultiPolygon", "LineString", "MultiLineString", "Point", "Feature", "x", 3]
)
near_geojson = st.recursive(
    st.fixed_dictionaries({"type": kinds, "coordinates": near_coordinates}),
    lambda inner: st.one_of(
        st.fixed_dictionaries({"type": st.just("Feature"), "geometry": inner | st.none()}),
        st.fixed_dictionaries(
            {"type": st.just("FeatureCollection"), "features": st.lists(inner, max_size=3)}
        ),
        st.fixed_dictionaries(
            {"type": st.just("GeometryCollection"), "geometries": st.lists(inner, max_size=3)}
        ),
    ),
)


def outline(value: object) -> Outline:
    return read_geojson(json.dumps(value))


def shape(kind: str, coordinates: object) -> dict[str, object]:
    return {"type": kind, "coordinates": coordinates}


@given(json_values | near_geojson)
def test_any_json_is_an_outline_or_a_named_error(value: object) -> None:
    try:
        found = outline(value)
    except OutlineError as error:
        assert len(str(error)) > 20
    else:
        assert found.areas or found.lines
        assert all(len(area) >= 4 and area[0] == area[-1] for area in found.areas)
        assert all(abs(latitude) <= 90 for _, latitude in found.points())


@given(st.text(max_size=40))
def test_any_text_too(text: str) -> None:
    with pytest.raises(OutlineError):
        read_geojson(text)


def test_every_type_that_can_be_drawn() -> None:
    collection = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": None, "geometry": shape("Polygon", [SQUARE, HOLE])},
            {"type": "Feature", "geometry": None},
            {
                "type": "Feature",
                "geometry": {
                    "type": "GeometryCollection",
                    "geometries": [
                        shape("MultiPolygon", [[SQUARE], [SQUARE]]),
                        shape("LineString", LINE),
                        shape("MultiLineString", [LINE, LINE]),
                        shape("Point", [1, 2]),
                    ],
                },
            },
        ],
    }
    found = outline(collection)
    assert (len(found.areas), len(found.lines)) == (4, 3)
    assert found.lines[0] == ((0, 0), (1, 1))


def test_rings_run_as_they_should_however_they_are_drawn() -> None:
    for coordinates in ([SQUARE, HOLE], [SQUARE[::-1], HOLE[::-1]]):
        land, hole = outline(shape("Polygon", coordinates)).areas
        assert land == ring([(x, y) for x, y in SQUARE])
        assert hole == tuple((float(x), float(y)) for x, y in HOLE[::-1])


def test_a_ring_across_the_date_line_is_one_piece() -> None:
    found = outline(shape("Polygon", [[[179, 0], [-179, 0], [-179, 2], [179, 2], [179, 0]]]))
    (area,) = found.areas
    assert {x for x, _ in area} == {179, 181}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (shape("Polygon", [[[-41, -126], [-40, -126], [-40, -125], [-41, -126]]]), "swapped"),
        (shape("LineString", [[0, 0], [200, 10]]), r"point 2 is \[200, 10\].*longitude first"),
        (shape("LineString", [[0, 0], [1, "2"]]), r"where \[longitude, latitude\] belongs"),
        (shape("Polygon", [SQUARE[:-1]]), "ring 1 is not closed"),
        (shape("Polygon", [[]]), "ring 1 is not closed"),
        (shape("LineString", [[0, 0]]), "has 1 points"),
        (shape("MultiPolygon", [SQUARE]), "part 1"),
        (shape("Point", [0, 0]), "has nothing to draw"),
        (shape("Circle", [0, 0]), "has the type 'Circle'"),
        ({"type": "FeatureCollection"}, "features is missing"),
        ({"type": "FeatureCollection", "features": [{"type": "Feature"}, 3]}, "features 2 is 3"),
        ({"type": "Topology", "arcs": []}, "has the type 'Topology'"),
        ([SQUARE], "no GeoJSON object"),
    ],
)
def test_what_is_wrong_is_named(value: object, message: str) -> None:
    with pytest.raises(OutlineError, match=message):
        outline(value)


def test_numbers_that_json_does_not_have() -> None:
    with pytest.raises(OutlineError, match=r"point 1 is \[nan, 0\]"):
        read_geojson('{"type": "LineString", "coordinates": [[NaN, 0], [1, 1]]}')


def test_nesting_without_end() -> None:
    deep = '{"type": "GeometryCollection", "geometries": [' * 200 + "]}" * 200
    with pytest.raises(OutlineError, match="no GeoJSON object"):
        read_geojson(deep)
    with pytest.raises(OutlineError, match="is not JSON"):
        read_geojson("[" * 100_000)


def test_places_tell_that_an_outline_is_swapped() -> None:
    """In range it may be all the same: nobody but the places can tell."""
    right = outline(shape("Polygon", [[[20, 50], [22, 50], [22, 52], [20, 50]]]))
    swapped = outline(shape("Polygon", [[[50, 20], [50, 22], [52, 22], [50, 20]]]))
    places = [(21.0, 51.0), (100.0, 10.0)]
    assert looks_swapped(swapped, places)
    assert not looks_swapped(right, places)
    assert not looks_swapped(swapped, [(100.0, 10.0)])
    assert not looks_swapped(swapped, [])

"""The bundled outline: its format, its size, and how it is made."""

from __future__ import annotations

from importlib import resources

from hypothesis import given
from hypothesis import strategies as st

from generator.drawing import world_outline
from generator.drawing.atlas import converted
from generator.drawing.world import STEP, decoded, encoded

TOPOLOGY = {
    "transform": {"scale": [0.01, 0.01], "translate": [0, 0]},
    "arcs": [
        [[0, 0], [1000, 0], [0, 1000]],
        [[1000, 1000], [-1000, 0], [0, -1000]],
        [[1000, 1000], [-500, -500], [-500, -500]],
        [[200, 600], [0, 100], [100, 0], [-100, -100]],
    ],
    "objects": {
        "land": {"geometries": [{"type": "MultiPolygon", "arcs": [[[0, 1], [3]]]}]},
        "countries": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 2]]},
                {"type": "MultiPolygon", "arcs": [[[~2, 1], [3]]]},
                {"type": None},
            ]
        },
    },
}


@given(st.lists(st.tuples(st.integers(-36000, 36000), st.integers(-18000, 18000)), min_size=2))
def test_what_is_encoded_is_read_again(steps: list[tuple[int, int]]) -> None:
    text = encoded(steps)
    assert text.isascii()
    (line,) = decoded(f"B {text}\n").lines
    for (x, y), (east, north) in zip(steps, line, strict=True):
        assert abs((x * STEP - east + 180) % 360 - 180) < 1e-6
        assert abs(y * STEP - north) < 1e-9


def test_topojson_becomes_land_holes_and_borders() -> None:
    text = converted(TOPOLOGY)
    assert text.startswith("# Land and borders of the world: Natural Earth")
    outline = decoded(text)
    land, hole = outline.areas
    assert set(land) == {(0, 0), (10, 0), (10, 10), (0, 10)}
    assert len(hole) == 4
    ((first, last),) = outline.lines
    assert (first, last) == ((10, 10), (0, 0)), "a straight border is two points"


def test_the_bundled_file_says_where_it_is_from_and_is_small() -> None:
    text = (resources.files("generator.drawing") / "world.txt").read_text("ascii")
    for said in ("Natural Earth 4.1.0", "public domain", "world-atlas 2.0.2", "atlas.py"):
        assert said in text[:500]
    assert len(text) < 400_000
    outline = world_outline()
    assert len(outline.areas) > 1000
    assert len(outline.lines) > 300
    assert all(area[0] == area[-1] and len(area) >= 4 for area in outline.areas)
    assert all(-90.01 < latitude < 90.01 for _, latitude in outline.points())

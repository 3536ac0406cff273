"""Charts of the benchmarks: points stand where their values are, and nothing is left out silently."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, fromstring

import pytest

from benchmarks.chart import chart

SVG = "{http://www.w3.org/2000/svg}"


def _marks(root: Element) -> list[tuple[float, float]]:
    places = (path.get("transform") for path in root.iter(f"{SVG}path"))
    found = (re.match(r"translate\((\S+) (\S+)\)", place) for place in places if place)
    return [(float(one[1]), float(one[2])) for one in found if one]


def test_ten_times_as_much_is_as_far_everywhere() -> None:
    root = fromstring(chart("t", "reports", "seconds", {"a": [(10, 1), (100, 10), (1000, 100)]}))
    (x1, y1), (x2, y2), (x3, y3) = _marks(root)[:3]
    assert x2 - x1 == pytest.approx(x3 - x2, abs=0.2)
    assert y1 - y2 == pytest.approx(y2 - y3, abs=0.2)
    assert x2 > x1
    assert y2 < y1, "more is further up"


def test_every_line_has_a_legend_and_names_are_escaped() -> None:
    drawn = chart("<t>", "x", "y", {"a & <b>": [(1, 1)], "ب": [(1, 2), (5, 0.03)]})
    root = fromstring(drawn)
    said = [text.text for text in root.iter(f"{SVG}text")]
    assert {"a & <b>", "ب", "x", "y", "0.01", "10"} <= set(said)
    assert root.get("aria-label") == "<t>"
    assert len(_marks(root)) == 3 + 2, "one for each point and each line of the legend"
    assert "\n" not in drawn, "a blank line would end the block in Markdown"


@pytest.mark.parametrize("points", [[], [(0, 1)], [(1, -1)]])
def test_what_has_no_place_is_an_error(points: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match="above zero"):
        chart("t", "x", "y", {"a": points})


def test_more_lines_than_can_be_told_apart_are_an_error() -> None:
    with pytest.raises(ValueError, match="6 lines"):
        chart("t", "x", "y", {str(number): [(1, 1)] for number in range(6)})

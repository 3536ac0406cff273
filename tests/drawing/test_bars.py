"""Bars over time: inside the drawing, as tall as they should be, mirrored."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drawing import Bars, Tally, draw_bars
from generator.drawing.bars import WIDTH

_BAR = re.compile(r"M([\d.]+) ([\d.]+)v-([\d.]+)")
_ROUNDING = 0.11

years = st.integers(1, 9999)
counts = st.dictionaries(years, st.integers(1, 100_000), max_size=60)
tallies = st.builds(Tally, counts, counts)


def drawn(tallies: list[Tally], *, rtl: bool = False) -> Bars:
    bars = draw_bars(tallies, rtl=rtl)
    assert bars is not None
    return bars


def lines(path: str) -> list[tuple[float, float, float]]:
    """The bars of a path: middle, floor and height."""
    found = [(float(m[1]), float(m[2]), float(m[3])) for m in _BAR.finditer(path)]
    assert "".join(f"M{m[1]} {m[2]}v-{m[3]}" for m in _BAR.finditer(path)) == path
    return found


def test_nothing_dated_is_nothing_to_draw() -> None:
    assert draw_bars([Tally({}, {})], rtl=False) is None
    assert draw_bars([], rtl=False) is None


@given(tallies, st.booleans())
def test_everything_lies_inside_the_drawing(tally: Tally, rtl: bool) -> None:
    bars = draw_bars([tally], rtl=rtl)
    if bars is None:
        assert not tally.years
        return
    (row,) = bars.rows
    for middle, floor, height in lines(row.certain) + lines(row.possible):
        assert 0 <= middle <= WIDTH
        assert 0 <= floor - height <= floor <= row.height
    x, y = row.label
    assert 0 <= x <= WIDTH
    assert 0 < y < row.height
    assert all(0 <= place <= WIDTH for _, place, _ in bars.ticks)
    assert {bars.first, bars.last} <= {year for year, _, _ in bars.ticks}
    assert len(bars.ticks) <= 9


@given(counts.filter(bool))
def test_time_runs_the_other_way_in_the_other_direction(certain: dict[int, int]) -> None:
    there, back = (drawn([Tally(certain, {})], rtl=rtl) for rtl in (False, True))
    for (year, place, _), (other, mirrored, _) in zip(there.ticks, back.ticks, strict=True):
        assert year == other
        assert place + mirrored == pytest.approx(WIDTH, abs=2 * _ROUNDING)
    for one, other_bar in zip(
        lines(there.rows[0].certain), lines(back.rows[0].certain), strict=True
    ):
        assert one[0] + other_bar[0] == pytest.approx(WIDTH, abs=2 * _ROUNDING)
        assert one[1:] == other_bar[1:]


def test_all_rows_have_one_scale() -> None:
    whole = Tally({2016: 10, 2017: 20, 2020: 5}, {})
    part = Tally({2017: 10}, {})
    bars = drawn([whole, part])
    (_, _, ten), (_, _, twenty), _ = lines(bars.rows[0].certain)
    assert twenty == pytest.approx(2 * ten, abs=_ROUNDING)
    assert lines(bars.rows[1].certain)[0][2] == ten
    assert lines(bars.rows[1].certain)[0][0] == lines(bars.rows[0].certain)[1][0]
    assert bars.rows[1].height < bars.rows[0].height


def test_what_is_possible_stands_on_what_is_certain() -> None:
    bars = drawn([Tally({2016: 3}, {2016: 1, 2017: 1})])
    ((_, floor, height),) = lines(bars.rows[0].certain)
    (on_top, alone) = lines(bars.rows[0].possible)
    assert on_top[1] == pytest.approx(floor - height, abs=_ROUNDING)
    assert alone[1] == floor
    assert bars.last == 2017


@pytest.mark.parametrize("span", [1, 2, 12, 40, 150])
def test_bars_do_not_touch_where_there_is_room(span: int) -> None:
    bars = drawn([Tally(Counter(range(2000 - span, 2000)), {})])
    middles = [middle for middle, _, _ in lines(bars.rows[0].certain)]
    assert len(middles) == span
    assert all(b - a >= bars.width - 2 * _ROUNDING for a, b in pairwise(middles))
    assert middles[0] - bars.width / 2 >= -_ROUNDING


def test_years_that_are_named_are_far_enough_apart() -> None:
    for last in range(2001, 2160):
        ticks = drawn([Tally({2000: 1, last: 1}, {})]).ticks
        places = [place for _, place, _ in ticks]
        assert all(b - a > 25 for a, b in pairwise(places)), ticks


def test_a_single_report_is_no_giant() -> None:
    bars = drawn([Tally({2016: 1}, {})])
    assert bars.rows[0].height < 40
    assert bars.width <= 40


def test_the_peak_is_the_first_of_the_highest_and_rather_certain() -> None:
    assert Tally({2016: 2, 2018: 2}, {2017: 9}).peak == 2016
    assert Tally({}, {2017: 1, 2018: 1}).peak == 2017
    assert (Tally({}, {}).peak, Tally({}, {}).most) == (0, 0)

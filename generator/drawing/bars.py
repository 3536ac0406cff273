"""Rows of bars over years: small multiples on one scale (Tufte, "Envisioning Information", 1990).

A report may have several themes, so themes are not stacked into a sum: each has a row of its own,
below one for all reports, and a report is as tall in each of them. In a page that runs from right
to left, so does time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WIDTH = 400
"""Units; a row is as wide as its place, and its height goes along."""

_TALLEST = 56
_TALLEST_ONE = 7
_HEAD = 16
_LEAST = 1.5
_THINNEST = 1.0
_FILLED = 0.8
_LABEL_MARGIN = 22


@dataclass(frozen=True)
class Tally:
    """Reports by year.

    Attributes:
        certain: how many are from each year.
        possible: how many are from one of several years, counted in each of them.
    """

    certain: Mapping[int, int]
    possible: Mapping[int, int]

    def at(self, year: int) -> int:
        """How many are, or may be, from a year."""
        return self.certain.get(year, 0) + self.possible.get(year, 0)

    @property
    def years(self) -> list[int]:
        """The years that have any, in order."""
        return sorted({year for counts in (self.certain, self.possible) for year in counts})

    @property
    def peak(self) -> int:
        """The year that has most, the first of several; of those that are certain if any are."""
        counts = self.certain or self.possible
        return max(sorted(counts), key=lambda year: counts[year], default=0)

    @property
    def most(self) -> int:
        """How many the peak has."""
        return (self.certain or self.possible).get(self.peak, 0)


@dataclass(frozen=True)
class Row:
    """One row of bars.

    Attributes:
        height: of the drawing; its width is ``WIDTH``.
        floor: where the bars stand.
        certain, possible: path data, a line for each bar; empty where there are none.
        label: where the words about the peak stand, x and y.
        anchor: ``start``, ``middle`` or ``end``: which part of the words stands there.
    """

    height: float
    floor: float
    certain: str
    possible: str
    label: tuple[float, float]
    anchor: str


@dataclass(frozen=True)
class Bars:
    """Rows on one scale, and the years below them.

    Attributes:
        first, last: the years at the ends.
        rows: in the order of the tallies.
        width: of a bar, and of the mark of each year on the floor.
        gap: between two of them.
        ticks: years that are named below, each with its place and its anchor.
    """

    first: int
    last: int
    rows: tuple[Row, ...]
    width: float
    gap: float
    ticks: tuple[tuple[int, float, str], ...]


def draw_bars(tallies: Sequence[Tally], *, rtl: bool) -> Bars | None:
    """Draw a row for each tally, the first one deciding about years and scale.

    Args:
        tallies: all reports first, then parts of them.
        rtl: whether time runs from right to left.

    Returns:
        None where no report has a year.
    """
    years = tallies[0].years if tallies else []
    if not years:
        return None
    axis = _Axis(years[0], years[-1], rtl)
    tallest = max(tallies[0].at(year) for year in years)
    unit = min(_TALLEST / tallest, _TALLEST_ONE)
    rows = tuple(_row(tally, axis, unit) for tally in tallies)
    gap = round(max(axis.slot - axis.bar, 0), 3)
    return Bars(years[0], years[-1], rows, round(axis.bar, 3), gap, tuple(axis.ticks()))


@dataclass(frozen=True)
class _Axis:
    """Where each year stands."""

    first: int
    last: int
    rtl: bool

    @property
    def slot(self) -> float:
        return WIDTH / (self.last - self.first + 1)

    @property
    def bar(self) -> float:
        return min(max(self.slot * _FILLED, _THINNEST), 40.0)

    def middle(self, year: int) -> float:
        """The middle of a year's slot."""
        place = (year - self.first + 0.5) * self.slot
        return WIDTH - place if self.rtl else place

    def ticks(self) -> Iterator[tuple[int, float, str]]:
        """The years at both ends, and round ones between them where there is room."""
        span = self.last - self.first
        step = next((n for n in (1, 2, 5, 10, 20, 25, 50, 100, 500, 1000) if span / n <= 6), 5000)
        room = 0.7 * step if step * self.slot > 50 else step
        for year in range(self.first, self.last + 1):
            is_end = year in (self.first, self.last)
            is_round = year % step == 0 and min(year - self.first, self.last - year) >= room
            if is_end or is_round:
                place = self.middle(year)
                yield year, round(place, 1), anchor(place, 14)


def anchor(place: float, margin: float = _LABEL_MARGIN) -> str:
    """Which part of a label stands at ``place`` so that all of it stays inside."""
    if place < margin:
        return "start"
    return "end" if place > WIDTH - margin else "middle"


def _row(tally: Tally, axis: _Axis, unit: float) -> Row:
    tallest = max((tally.at(year) for year in tally.years), default=0) * unit
    floor = round(_HEAD + max(tallest, _LEAST), 1)
    heights = {year: max(count * unit, _LEAST) for year, count in tally.certain.items() if count}
    upper = {year: max(count * unit, _LEAST) for year, count in tally.possible.items() if count}
    peak = axis.middle(tally.peak)
    side = anchor(peak)
    at = {"start": 0.0, "middle": peak, "end": float(WIDTH)}[side]
    top = floor - max(heights.get(tally.peak, 0) + upper.get(tally.peak, 0), _LEAST)
    return Row(
        height=round(floor + 1, 1),
        floor=floor,
        certain=_path(((year, floor, height) for year, height in sorted(heights.items())), axis),
        possible=_path(
            ((year, floor - heights.get(year, 0), h) for year, h in sorted(upper.items())), axis
        ),
        label=(round(at, 1), round(top - 4, 1)),
        anchor=side,
    )


def _path(bars: Iterator[tuple[int, float, float]], axis: _Axis) -> str:
    """A line upwards for each bar (year, floor, height), to be drawn as wide as a bar."""
    return "".join(
        f"M{_number(axis.middle(year))} {_number(floor)}v-{_number(height)}"
        for year, floor, height in bars
    )


def _number(value: float) -> str:
    """A number to a tenth of a unit, as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")

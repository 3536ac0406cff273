"""Lines over two logarithmic scales, as SVG that takes the colours of the page around it.

Drawn here, since the libraries for charts write a picture of one colour scheme (matplotlib), or
one that loads a script from elsewhere (pygal, mermaid).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

Points = Sequence[tuple[float, float]]

_WIDTH, _HEIGHT = 360, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 42, 12, 24, 36
_LEGEND_LINE = 16
_COLOURS = ("#d55e00", "#0072b2", "#8f8f8f", "#009e73", "#cc79a7")
"""Okabe and Ito's, told apart by the colour-blind; each line has a mark of its own besides."""
_MARKS = (
    "M-4-4h8v8h-8z",
    "M0-5 5 4h-10z",
    "M-4-4 4 4M4-4-4 4",
    "M0-5 5 0 0 5-5 0z",
    "M-5 0h10M0-5v10",
)


@dataclass(frozen=True)
class _Scale:
    """A logarithmic scale: powers of ten from ``first`` to ``last`` over pixels from ``start`` to ``end``."""

    first: int
    last: int
    start: float
    end: float

    @classmethod
    def over(cls, values: Sequence[float], start: float, end: float) -> _Scale:
        """From the power of ten at or below the least to that at or above the largest.

        Raises:
            ValueError: no value, or one that is not above zero.
        """
        if not values or min(values) <= 0:
            raise ValueError(f"a logarithmic scale needs values above zero, not {list(values)}")
        first, last = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        return cls(first, max(last, first + 1), start, end)

    def __call__(self, value: float) -> float:
        """The pixel of a value."""
        share = (math.log10(value) - self.first) / (self.last - self.first)
        return round(self.start + share * (self.end - self.start), 1)

    def powers(self) -> Iterator[float]:
        """What is written beside it."""
        return (10.0**power for power in range(self.first, self.last + 1))


def chart(title: str, across: str, up: str, series: Mapping[str, Points]) -> str:
    """An ``svg`` element in one line.

    Args:
        title: read out in the place of the picture.
        across: what the points' first values are.
        up: what their second values are.
        series: points by the name of their line, at most five lines.

    Raises:
        ValueError: no point, one that is not above zero, or more lines than can be told apart.
    """
    if len(series) > len(_MARKS):
        raise ValueError(f"{len(series)} lines: only {len(_MARKS)} can be told apart")
    points = [point for line in series.values() for point in line]
    base = _HEIGHT - _BOTTOM
    x = _Scale.over([point[0] for point in points], _LEFT, _WIDTH - _RIGHT)
    y = _Scale.over([point[1] for point in points], base, _TOP)
    height = _HEIGHT + _LEGEND_LINE * len(series)
    root = Element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {_WIDTH} {height}", "role": "img"},
        style="width: 26rem; max-width: 100%; font-size: 11px",
        fill="currentColor",
    )
    root.set("aria-label", title)
    _axes(root, x, y, across, up)
    for number, (name, line) in enumerate(series.items()):
        _line(root, number, [(x(across), y(up)) for across, up in line])
        _legend(root, number, name)
    return tostring(root, encoding="unicode")


def _axes(root: Element, x: _Scale, y: _Scale, across: str, up: str) -> None:
    grid = {"stroke": "currentColor", "stroke-opacity": ".2"}
    for value in y.powers():
        SubElement(root, "path", grid, d=f"M{x.start} {y(value)}H{x.end}")
        _text(root, x.start - 5, y(value) + 4, _shown(value), "end")
    for value in x.powers():
        SubElement(root, "path", grid, d=f"M{x(value)} {y.start}V{y.end}")
        _text(root, x(value), y.start + 15, _shown(value), "end" if x(value) == x.end else "middle")
    _text(root, x.end, y.start + 30, across, "end")
    _text(root, 0, y.end - 12, up, "start")


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def _line(root: Element, number: int, places: Points) -> None:
    colour = _COLOURS[number]
    way = "L".join(f"{across} {up}" for across, up in places)
    SubElement(root, "path", {"stroke-width": "1.5"}, d=f"M{way}", fill="none", stroke=colour)
    for across, up in places:
        _mark(root, number, across, up)


def _legend(root: Element, number: int, name: str) -> None:
    up = _HEIGHT + _LEGEND_LINE * number
    _mark(root, number, _LEFT + 5, up)
    _text(root, _LEFT + 16, up + 4, name, "start")


def _mark(root: Element, number: int, across: float, up: float) -> None:
    colour = _COLOURS[number]
    place = f"translate({across} {up})"
    SubElement(root, "path", d=_MARKS[number], fill=colour, stroke=colour, transform=place)


def _text(root: Element, across: float, up: float, said: str, anchor: str) -> None:
    place = {"x": f"{across:g}", "y": f"{up:g}", "text-anchor": anchor}
    SubElement(root, "text", place).text = said

"""The calendar heat map: its steps, and how many years have room for their months."""

from __future__ import annotations

import re
from importlib import resources
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages import browse
from generator.pages._heat import Cell, Scale, years_in_full
from tests.pages.test_page_sizes import archive_of, report


@given(st.integers(1, 10**6))
def test_every_number_up_to_the_largest_has_a_step(largest: int) -> None:
    scale = Scale.up_to(largest)
    assert 1 <= len(scale.lasts) <= 5
    assert scale.lasts[-1] == largest
    assert list(scale.lasts) == sorted(set(scale.lasts))
    assert scale.step(0) == 0
    assert scale.step(1) == 1
    assert scale.step(largest) == len(scale.lasts)


def test_steps_in_numbers() -> None:
    assert list(Scale.up_to(0).steps) == []
    assert list(Scale.up_to(1).steps) == ["1"]
    assert list(Scale.up_to(12).steps) == ["1–2", "3", "4–5", "6–8", "9–12"]
    assert list(Scale.up_to(1_000).steps) == ["1–4", "5–16", "17–64", "65–252", "253–1000"]


def test_months_without_reports_are_no_links() -> None:
    archive = archive_of([report(1, date="2016-05-01"), report(2, date="[2016-05-31,2016-06-01]")])
    page = next(page for page in browse.pages(archive) if page.address == "browse/")
    years = cast(list[tuple[Cell, list[Cell]]], page.context["years"])
    year, months = years[0]
    assert (year.name, year.certain, year.possible) == ("2016", 2, 0)
    assert [(cell.name, cell.certain, cell.possible) for cell in months if cell.address] == [
        ("May", 1, 1),
        ("Jun", 0, 1),
    ]
    assert [cell.step for cell in months[4:7]] == [1, 0, 0]


def test_as_many_years_as_have_room() -> None:
    months = {year: [Cell("May", "2016", "browse/2016/05/", 3)] * 12 for year in range(40, 0, -1)}
    cells = {year: Cell(str(year), "", "browse/2016/", 36) for year in months}
    counts = [years_in_full(months, cells, 40, limit) for limit in (0, 20_000, 40_000, 10**6)]
    assert counts == sorted(counts)
    assert (counts[0], counts[-1]) == (0, 40)
    assert 0 < counts[1] < counts[2] < 40


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of ``#rgb`` or ``#rrggbb``."""
    digits = colour.removeprefix("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [0, 1])
def test_the_number_stands_out_on_every_shade(scheme: int) -> None:
    style = (resources.files("generator") / "styles" / "55-browse.css").read_text("utf-8")
    colours = [dict(re.findall(r"--ar-heat-(\w+): (#\w+);", block)) for block in style.split("}")]
    shades = colours[scheme]
    assert len(shades) == 7
    for step in range(1, 6):
        text = luminance(shades["low" if step < 4 else "high"])
        ground = luminance(shades[str(step)])
        assert (max(text, ground) + 0.05) / (min(text, ground) + 0.05) >= 4.5, step

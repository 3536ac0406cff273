"""A weekday, days told of, and the year of an agency's rights line: the set that remains."""

from __future__ import annotations

from datetime import date

import pytest

from generator.dates import parse_edtf
from tests.inference.labelled import inferred_from

TEXT = """\
Clinic in the valley reopens

The clinic received its first patients on Tuesday{lead}, after engineers restored its power line and a team of
doctors arrived from the capital, officials of the valley said in a statement that was read to reporters.

{past}, the road to the valley was closed by floods, and the nearest doctor was a drive of three hours away on
tracks that had not been cleared of mines, according to people who live there and have waited for the clinic.

© {year} Reuters
"""


def dates(lead: str, past: str, year: int) -> str:
    finding = inferred_from(TEXT.format(lead=lead, past=past, year=year)).findings["date"]
    return str(finding.value)


@pytest.mark.parametrize(
    ("lead", "past", "year", "true"),
    [
        (", 4 August 2015", "On 2 June", 2015, date(2015, 8, 4)),
        (", 28 January 2020", "On 9 December", 2020, date(2020, 1, 28)),
        ("", "On 9 December", 2020, date(2020, 1, 28)),
        ("", "On 9 December", 2020, date(2020, 12, 15)),
        ("", "On 18 October", 2016, date(2016, 10, 25)),
    ],
)
def test_the_true_day_remains_and_is_not_alone(lead: str, past: str, year: int, true: date) -> None:
    value = parse_edtf(dates(lead, past, year))
    assert value.text != str(year)
    assert value.contains(true)
    assert not value.is_exact


def test_a_day_long_past_leaves_no_day_of_the_year_before_it() -> None:
    assert parse_edtf(dates("", "On 18 October", 2016)).earliest == date(2016, 10, 18)

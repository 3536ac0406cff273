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


WIRE = """\
Port closes for repairs

PORT SELBY, {day} (Reuters) - The port was closed on {weekday} for repairs that will take a week, officials
said in a statement to reporters, and ships were sent to the two smaller harbours along the coast.

© {year} Reuters
"""


@pytest.mark.parametrize(
    ("day", "weekday", "year", "expected"),
    [
        ("Oct 28", "Friday", 2016, "2016-10-28"),
        ("Oct 28", "Thursday", 2016, "2016-10-28?"),  # the day before
        ("Oct 28", "Monday", 2016, None),
        ("Dec 31", "Saturday", 2017, None),  # a Sunday in 2017, the Saturday is in 2016
        ("Feb 29", "Monday", 2019, None),
    ],
)
def test_a_dateline_and_the_weekday_of_its_lead(
    day: str, weekday: str, year: int, expected: str | None
) -> None:
    finding = inferred_from(WIRE.format(day=day, weekday=weekday, year=year)).findings["date"]
    assert finding.value == expected

"""The years and months that uncertain dates may be from."""

from __future__ import annotations

import pytest

from generator.dates import parse_edtf
from generator.dates.periods import Month, periods_of


@pytest.mark.parametrize(
    ("text", "years", "months"),
    [
        ("2016-10-28", (2016,), ((2016, 10),)),
        ("2016-10", (2016,), ((2016, 10),)),
        ("2016-10~", (2016,), ((2016, 10),)),
        ("2016", (2016,), ()),
        ("2016-21", (2016,), ()),
        ("201X", (2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019), ()),
        ("20XX", (), ()),
        ("XXXX", (), ()),
        ("../2016", (), ()),
        ("[2016-10-28,2016-11-04]", (2016,), ((2016, 10), (2016, 11))),
        ("[2015-12-31,2017-01-01]", (2015, 2017), ((2015, 12), (2017, 1))),
        ("[2014-05-01,2024-05-01]", (), ()),
        ("[2016,2016-10-28]", (2016,), ()),
        ("2016-12-30/2017-01-02", (2016, 2017), ((2016, 12), (2017, 1))),
        ("2016-01/2016-03", (2016,), ((2016, 1), (2016, 2), (2016, 3))),
        ("2015-01/2016-03", (2015, 2016), ()),
    ],
)
def test_periods(text: str, years: tuple[int, ...], months: tuple[Month, ...]) -> None:
    periods = periods_of(parse_edtf(text))
    assert periods.years == years
    assert periods.months == months

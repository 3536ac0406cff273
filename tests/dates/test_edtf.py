"""EDTF values against the `edtf` package, which parses all of ISO 8601-2 and takes its time."""

from __future__ import annotations

from datetime import date, timedelta
from time import struct_time
from typing import cast

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import UNDATED, from_days, parse_edtf
from generator.dates.edtf import days_between
from generator.errors import EdtfError

YEARS = st.integers(1, 9999)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
QUALIFIERS = st.sampled_from(["", "?", "~", "%"])


def plain_dates() -> st.SearchStrategy[str]:
    years = YEARS.map("{:04d}".format)
    months = st.builds("{:04d}-{:02d}".format, YEARS, st.integers(1, 12))
    return st.one_of(years, months, DAYS.map(str))


def bounds_by_edtf(text: str) -> tuple[date, date]:
    """The oracle's first and last day."""
    value = edtf.parse_edtf(text)
    first, last = cast(struct_time, value.lower_strict()), cast(struct_time, value.upper_strict())
    return (date(*first[:3]), date(*last[:3]))


@given(plain_dates(), QUALIFIERS)
def test_plain_dates_have_the_bounds_of_the_oracle(text: str, qualifier: str) -> None:
    value = parse_edtf(text + qualifier)
    assert (value.earliest, value.latest) == bounds_by_edtf(text + qualifier)
    assert value.qualifier == qualifier
    assert str(value) == text + qualifier


@given(st.lists(plain_dates(), min_size=1, max_size=6))
def test_sets_have_the_bounds_of_the_oracle(members: list[str]) -> None:
    text = f"[{','.join(members)}]"
    value = parse_edtf(text)
    bounds = [bounds_by_edtf(member) for member in members]
    assert value.earliest == min(first for first, _ in bounds)
    assert value.latest == max(last for _, last in bounds)
    assert len(value.spans) == len(members)
    for first, last in bounds:
        assert value.contains(first)
        assert value.contains(last)


@given(DAYS, DAYS)
def test_intervals_and_ranges_have_the_bounds_of_the_oracle(one: date, other: date) -> None:
    first, last = sorted((one, other))
    for text in (f"{first}/{last}", f"[{first}..{last}]"):
        value = parse_edtf(text)
        assert (value.earliest, value.latest) == bounds_by_edtf(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "201X",
        "20XX",
        "1XXX",
        "2016-XX",
        "2016-XX-XX",
        "2016-10-XX",
        "2016-XX-28",
        "2016-02-XX",
        "{2016,2017}",
        "{2016-10-21..2016-10-28}",
        "2016-10-28T10:00:00",
        "?2016-10-28",
        "2016?-10-28",
        "2016-?10-~28",
        "2015?/2017",
        "2015/2017~",
        "2015-06/2017-02-01",
        "[2016-10-28..2016-10-30,2016-12]",
        "2016S2",
        "Y1E3",
    ],
)
def test_rarer_forms_have_the_bounds_of_the_oracle(text: str) -> None:
    value = parse_edtf(text)
    assert (value.earliest, value.latest) == bounds_by_edtf(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2015/", date(2015, 1, 1), date.max),
        ("2015/..", date(2015, 1, 1), date.max),
        ("/2015", date.min, date(2015, 12, 31)),
        ("../2015", date.min, date(2015, 12, 31)),
        ("[..2016-10-28]", date.min, date(2016, 10, 28)),
        ("[2016-10-28..]", date(2016, 10, 28), date.max),
        ("2016-21", date(2016, 1, 1), date(2016, 12, 31)),
        ("XXXX-10", date(1, 10, 1), date(9999, 10, 31)),
    ],
)
def test_open_ends_and_seasons(text: str, earliest: date, latest: date) -> None:
    value = parse_edtf(text)
    assert (value.earliest, value.latest) == (earliest, latest)
    assert not value.is_exact


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "a",
        "Friday",
        "unknown",
        "28 October 2016",
        "28.10.2016",
        "2016-13",
        "2016-00",
        "2016-25",
        "2016-02-30",
        "2015-02-29",
        "2016-10-00",
        "0000",
        "2016-1",
        "2016-10-28Z",
        "20161028",
        "2016X",
        "2016??",
        " 2016",
        "2016 ",
        "2016-10-28\n",
        "2016 -10",
        "٢٠١٦",
        "٢٠١٦-١٠-٢٨",
        "-0044",
        "-201X",
        "Y17000",
        "Y-17000",
        "[]",
        "[2016",
        "[2016,]",
        "[,2016]",
        "[2016,2017]?",
        "[[2016]]",
        "[2016-10-28,2016-13]",
        "[2017..2016]",
        "[..]",
        "2017/2016",
        "2016/2017/2018",
        "/",
        "../..",
        "./2016",
        "2016/...",
        "2016-1X",
    ],
)
def test_what_is_no_date_of_the_archive_is_rejected(text: str) -> None:
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert repr(text) in str(caught.value)
    assert isinstance(caught.value, ValueError)


def test_nothing_is_printed_while_parsing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(EdtfError):
        parse_edtf("2017-1X")
    assert capsys.readouterr().out == ""


@given(st.text("0123456789-/[]{},.?~%XYTZS ", max_size=16))
def test_any_text_is_a_date_or_an_edtf_error(text: str) -> None:
    try:
        value = parse_edtf(text)
    except EdtfError:
        return
    assert value is UNDATED or (value.earliest or date.max) <= (value.latest or date.min)


def test_the_unknown_date() -> None:
    assert parse_edtf("XXXX") is UNDATED
    assert not UNDATED.is_known
    assert not UNDATED.is_exact
    assert UNDATED.earliest is None
    assert UNDATED.latest is None
    assert not UNDATED.contains(date(2016, 10, 28))


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("2016-10-28", True),
        ("[2016-10-28]", True),
        ("2016-10-28?", False),
        ("2016-10-28~", False),
        ("2016?-10-28", False),
        ("?2016-10-28", False),
        ("[2016-10-28?]", False),
        ("[2016-10-21,2016-10-28]", False),
        ("2016-10", False),
    ],
)
def test_only_one_day_without_doubt_is_exact(text: str, exact: bool) -> None:
    assert parse_edtf(text).is_exact is exact


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("2015?/2017", "?"),
        ("2015/2017~", "~"),
        ("2015?/2017~", "%"),
        ("2016-?10-~28", "%"),
        ("[2016-10%,2017]", "%"),
        ("201X", ""),
    ],
)
def test_doubt_about_a_part_is_doubt_about_the_value(text: str, qualifier: str) -> None:
    assert parse_edtf(text).qualifier == qualifier


def test_a_set_may_mean_its_members_only() -> None:
    value = parse_edtf("[2016-10-28,2016-10-21]")
    assert value.contains(date(2016, 10, 21))
    assert value.contains(date(2016, 10, 28))
    assert not value.contains(date(2016, 10, 25))
    assert [span.earliest.day for span in value.spans] == [21, 28]


def test_dates_sort_by_first_then_last_day_and_unknown_ones_last() -> None:
    in_order = [
        "2015",
        "2016-10-20",
        "[2016-10-21,2016-10-28]",
        "2016-10-28",
        "2016-10-28/2016-10-30",
        "XXXX",
    ]
    shuffled = [in_order[n] for n in (5, 2, 0, 4, 1, 3)]
    assert sorted(shuffled, key=lambda text: parse_edtf(text).sort_key) == in_order


@given(st.sets(DAYS, min_size=1, max_size=12))
def test_from_days_means_these_days_and_no_other(days: set[date]) -> None:
    value = from_days(days)
    assert {span.earliest for span in value.spans} == days
    assert all(span.is_day for span in value.spans)
    assert parse_edtf(value.text) == value


def test_from_days_writes_one_day_plainly_and_many_as_a_range() -> None:
    first = date(2016, 10, 21)
    assert from_days([first, first]).text == "2016-10-21"
    assert from_days([first + timedelta(7), first]).text == "[2016-10-21,2016-10-28]"
    thirteen = list(days_between(first, first + timedelta(12)))
    assert len(thirteen) == 13
    assert from_days(thirteen).text == "[2016-10-21..2016-11-02]"
    with pytest.raises(ValueError, match="no days"):
        from_days([])

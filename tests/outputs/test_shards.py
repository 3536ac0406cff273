"""How the search index is parted: by the reports alone, and so that a report more changes little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse_edtf
from generator.model import PublicReport
from generator.outputs._shards import Sizes, cut, day_of
from generator.shelves import Shelves

SIZES = Sizes(whole=6, settled=8, open=4, opening=3)


def report(number: int, date: str, language: str = "en", body: str = "") -> PublicReport:
    return PublicReport(
        path=f"x/{number}",
        address=f"reports/x/{number}/",
        site_language=language,
        language=language,
        title=str(number),
        date=parse_edtf(date),
        body=body,
        summary="",
        display="full",
        source="",
        publisher="",
    )


def parted(reports: Sequence[PublicReport], sizes: Sizes = SIZES) -> Mapping[str, frozenset[str]]:
    """The paths in each shard, by language and name."""
    return {
        f"{shard.language} {shard.name}": frozenset(report.path for report in shard.reports)
        for shard in cut(Shelves(reports), ("en", "ar"), sizes)
    }


def names(*dates: str, sizes: Sizes = SIZES) -> list[str]:
    reports = [report(number, date) for number, date in enumerate(dates)]
    return [shard.name for shard in cut(Shelves(reports), ("en",), sizes)]


def test_a_small_archive_is_one_shard_a_language() -> None:
    reports = [report(n, "2016-01-01", "en" if n % 2 else "ar") for n in range(12)]
    assert [shard.name for shard in cut(Shelves(reports), ("en", "ar"), SIZES)] == ["all", "all"]


def test_nothing_is_no_shard() -> None:
    assert list(cut(Shelves([]), ("en", "ar"), SIZES)) == []


def test_settled_years_are_joined_and_the_newest_is_parted() -> None:
    dates = (
        ["1999-05"] * 2 + ["2003-01-02"] * 3 + [f"2016-{n:02}-05" for n in range(1, 9)] + ["XXXX"]
    )
    assert names(*dates) == ["2016-h2", "2016-q2", "2016-q1", "1984-2015", "undated"]


def test_years_with_many_reports_are_parted_down_to_paths() -> None:
    found = names(*["2001-03-04"] * 40, *["2016-01-01"] * 4)
    assert found[0] == "2016"
    assert all(name.startswith("2001-03-part") for name in found[1:])
    assert len(found) > 4


def test_many_undated_reports_are_parted_too() -> None:
    found = names(*["XXXX"] * 40)
    assert len(found) > 4
    assert all(name.startswith("undated-part") for name in found)


def test_a_few_wrong_dates_make_no_newest_year() -> None:
    dates = [f"2016-{n:02}-05" for n in range(1, 13)]
    assert "2016" not in names(*dates)
    assert "2016-q1" in names(*dates, "2999-01-01", "3000-01-01")


def test_long_texts_count_several_times() -> None:
    reports = [report(n, f"{2000 + n}-01-01", body="x" * 50_000) for n in range(4)]
    assert len(parted(reports)) > 2


DATES = st.one_of(
    st.dates().map(str),
    st.integers(1990, 2030).map(str),
    st.sampled_from(["XXXX", "2016-10", "[2014-01-01,2016-12-31]", "2016-10-28?", "2016-01-01"]),
)


@given(st.lists(DATES, max_size=80), DATES, st.randoms(use_true_random=False))
def test_a_report_more_changes_one_cell(dates: list[str], date: str, chance: object) -> None:
    """Unless it makes a year the newest, which happens once a year, or a language too large for one."""
    before = [report(number, date) for number, date in enumerate(dates)]
    after = [*before, report(len(dates), date)]
    old, new = parted(before), parted(after)
    assert frozenset().union(*new.values()) == {one.path for one in after}
    assert sum(map(len, new.values())) == len(after)
    shuffled = list(after)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random, which Hypothesis does not export
    assert parted(shuffled) == new
    if "en all" in (*old, *new) or _open_year(before) != _open_year(after):
        return
    gone = {name: paths for name, paths in old.items() if new.get(name) != paths}
    come = {name: paths for name, paths in new.items() if old.get(name) != paths}
    assert len(gone) <= 1
    inside = frozenset().union(*come.values()) - {after[-1].path}
    assert inside == frozenset().union(*gone.values())


def _open_year(reports: Sequence[PublicReport]) -> int:
    dated = [day for one in reports if (day := day_of(one)) is not None]
    known = sorted(dated, reverse=True)[: SIZES.opening]
    return known[-1].year if known else 0


@pytest.mark.parametrize("count", [0, 1, 6, 7, 100])
def test_the_same_reports_are_parted_the_same_way(count: int) -> None:
    reports = [report(n, f"{1990 + n % 30}-0{1 + n % 9}") for n in range(count)]
    assert parted(reports) == parted(reports)

"""Lists of reports: where their pages end, and the way from one to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Page
from generator.pages import browse, people
from generator.pages._lists import Paging
from generator.pages._sizes import cut, fits, shortened, size
from tests.pages.test_page_sizes import archive_of, report


def paths(page: Page) -> tuple[str, ...]:
    """The reports that a list page lists."""
    return tuple(one.path for one in page.context["reports"])  # type: ignore[attr-defined]


def by_page(count: int, **fields: object) -> dict[str, tuple[str, ...]]:
    """The reports of each page of a month, by address, in both languages."""
    archive = archive_of([report(n, date="2016-05-01", **fields) for n in range(count)])
    return {
        page.address: paths(page)
        for page in browse.pages(archive)
        if "browse/2016/05/" in page.address
    }


def test_a_new_report_changes_the_last_page_only() -> None:
    before, after = by_page(200), by_page(201)
    changed = {address for address in before if before[address] != after[address]}
    last = max(len(before), 1) // 2
    assert changed == {f"browse/2016/05/page-{last}/", f"ar/browse/2016/05/page-{last}/"}


def of_a_source(dated: int, undated: int) -> list[tuple[str, ...]]:
    """The reports of each page of a source, in order."""
    reports = [
        *(report(n, date="2016-05-01", source="Wire") for n in range(dated)),
        *(report(1_000 + n, date="XXXX", source="Wire") for n in range(undated)),
    ]
    archive = archive_of(reports)
    pages = [page for page in people.pages(archive) if page.address.startswith("sources/wire/")]
    return [tuple(report.rpartition("-")[2] for report in paths(page)) for page in pages]


def test_a_new_report_leaves_pages_of_undated_ones_as_they_are() -> None:
    before, after = of_a_source(20, 120), of_a_source(21, 120)
    assert len(before) > 3
    assert [len(page) for page in (before[0], after[0])] == [20, 21]
    assert before[1:] == after[1:]


def test_a_few_undated_reports_follow_on_the_last_page() -> None:
    assert [len(page) for page in of_a_source(10, 3)] == [13]
    assert [len(page) for page in of_a_source(0, 3)] == [3]


def test_undated_reports_stand_in_the_order_in_which_they_came() -> None:
    days = ["2024-03-01", "2023-01-01", None]
    reports = [
        report(n, date="XXXX", original=day and {"sha256": "0" * 64, "retrieved": day})
        for n, day in enumerate(days)
    ]
    page = next(p for p in browse.pages(archive_of(reports)) if p.address == "browse/undated/")
    assert [path[-1] for path in paths(page)] == ["2", "1", "0"]


def test_every_page_has_its_twin_in_the_other_language() -> None:
    pages = by_page(120)
    english = {address for address in pages if not address.startswith("ar/")}
    assert {f"ar/{address}" for address in english} == set(pages) - english
    assert len(english) > 2


@given(st.lists(st.integers(1, 50), max_size=60), st.integers(1, 50))
def test_where_a_page_ends_depends_on_nothing_after_it(weights: list[int], later: int) -> None:
    parts = cut(weights, int, 100, 7)
    assert [weight for part in parts for weight in part] == weights
    assert all(len(part) <= 7 and (sum(part) <= 100 or len(part) == 1) for part in parts)
    assert cut([*weights, later], int, 100, 7)[: len(parts) - 1] == parts[:-1]


def test_what_is_too_heavy_stands_alone() -> None:
    assert cut([5, 200, 5], int, 100, 7) == [[5], [200], [5]]
    assert cut([], int, 100, 7) == [[]]
    assert fits([50, 50], int, 100, 2)
    assert not fits([50, 51], int, 100, 2)
    assert not fits([1, 1, 1], int, 100, 2)


@pytest.mark.parametrize(
    ("number", "total", "near"),
    [
        (1, 1, (1,)),
        (2, 4, (1, 2, 3, 4)),
        (1, 2_000, (1, 2, 3, 0, 2_000)),
        (5, 2_000, (1, 2, 3, 4, 5, 6, 7, 0, 2_000)),
        (1_000, 2_000, (1, 0, 998, 999, 1_000, 1_001, 1_002, 0, 2_000)),
        (2_000, 2_000, (1, 0, 1_998, 1_999, 2_000)),
    ],
)
def test_paging_is_short(number: int, total: int, near: tuple[int, ...]) -> None:
    assert Paging("browse/undated/", number, total).near == near


def test_texts_are_cut_at_a_word() -> None:
    assert shortened("one two three", 13) == "one two three"
    assert shortened("one two three", 12) == "one two…"
    assert shortened("x" * 20, 10) == "x" * 9 + "…"
    assert size("&") == 5
    assert size("ع") == 2


def month(*, possible: int) -> dict[str, Page]:
    dates = ["2016-05-01"] * 3 + ["[2016-05-30,2016-06-01]"] * possible
    archive = archive_of([report(n, date=date, summary=None) for n, date in enumerate(dates)])
    return {page.address: page for page in browse.pages(archive)}


def test_a_few_possible_reports_stand_beside_the_certain_ones() -> None:
    pages = month(possible=2)
    context = pages["browse/2016/05/"].context
    assert len(context["possible"]) == 2  # type: ignore[arg-type]  # a sequence of reports
    assert context["possible_address"] == ""
    assert "browse/2016/05/possible/" not in pages


def test_many_possible_reports_have_pages_of_their_own() -> None:
    pages = month(possible=90)
    context = pages["browse/2016/05/"].context
    assert context["possible"] == ()
    assert (context["possible_count"], context["possible_address"]) == (
        90,
        "browse/2016/05/possible/",
    )
    assert len(paths(pages["browse/2016/05/possible/"])) <= 50
    assert pages["ar/browse/2016/05/possible/page-2/"].title.endswith("الصفحة 2")

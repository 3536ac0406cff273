"""The ledger: all of it on one page, or by year; nothing of what was withdrawn."""

from __future__ import annotations

from datetime import date
from typing import cast

from generator.ledger import LedgerEntry, arrived, changed
from generator.model import Page, Report
from generator.pages import corrections
from generator.pages._sizes import LIST_BYTES
from tests.outputs.archives import archive_of, original, report


def pages_of(reports: list[Report]) -> dict[str, Page]:
    pages = list(corrections.pages(archive_of(reports)))
    assert len({page.address for page in pages}) == len(pages)
    return {page.address: page for page in pages}


def entries(page: Page) -> list[LedgerEntry]:
    return cast(list[LedgerEntry], page.context["entries"])


def corrected(count: int, note: str = "Wrong.") -> list[Report]:
    return [
        report(
            f"2016/r{n:04d}",
            corrections=[{"date": f"{2017 + n % 4}-0{n % 9 + 1}-01", "note": note}],
        )
        for n in range(count)
    ]


def test_one_page_where_there_are_few_newest_first() -> None:
    gone = report(
        "2016/gone", status="withdrawn", withdrawn={"date": "2020-02-02", "reason": "Wrong person."}
    )
    pages = pages_of([*corrected(3), gone])
    assert set(pages) == {"corrections/", "ar/corrections/"}
    shown = entries(pages["ar/corrections/"])
    assert [(entry.day, entry.is_withdrawal) for entry in shown] == [
        (date(2020, 2, 2), True),
        (date(2019, 3, 1), False),
        (date(2018, 2, 1), False),
        (date(2017, 1, 1), False),
    ]
    assert shown[0].note == "Wrong person."
    assert shown[0].report is None


def test_years_hold_every_entry_once_where_there_are_many() -> None:
    pages = pages_of(corrected(2_000))
    english = {a: page for a, page in pages.items() if not a.startswith("ar/")}
    years = {a: page for a, page in english.items() if a != "corrections/"}
    found = [entry.path for page in years.values() for entry in entries(page)]
    assert sorted(found) == [f"2016/r{n:04d}" for n in range(2_000)]
    assert "corrections/2017/page-2/" in years
    assert all(len(entries(page)) <= 100 for page in english.values())
    assert [
        name
        for name, _, _ in cast(list[tuple[str, str, int]], english["corrections/"].context["years"])
    ] == ["2020", "2019", "2018", "2017"]


def test_long_notes_make_more_pages_not_longer_ones() -> None:
    for page in pages_of(corrected(60, "حرف " * 1_000)).values():
        size = sum(len(entry.note.encode()) for entry in entries(page))
        assert size <= LIST_BYTES


def test_no_entry_is_a_page_too() -> None:
    assert not entries(pages_of([])["corrections/"])


def test_arrival_and_change() -> None:
    archive = archive_of(
        [
            report("2016/a", date="[2016-10-21,2016-10-28]"),
            report("2016/b", date="2016-10-28", original=original("2023-01-01")),
            report("2016/c", date="../2016"),
            report("2016/d", corrections=[{"date": "2018-01-01", "note": "x"}]),
        ]
    )
    days = {r.path[-1]: (arrived(r), changed(r)) for r in archive.reports}
    assert days["a"] == (date(2016, 10, 21), date(2016, 10, 21))
    assert days["b"] == (date(2023, 1, 1), date(2023, 1, 1))
    assert days["c"] == (None, None)
    assert days["d"] == (None, date(2018, 1, 1))

"""What has to hold on every page type, in both languages."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from tests.browser.sample import ARABIC, PAGES, WARNING
from tests.browser.visits import Visit

every_page = pytest.mark.parametrize("name", PAGES)


@every_page
def test_no_request_leaves_the_origin(visits: dict[str, Visit], name: str, root: str) -> None:
    visit = visits[name]
    assert visit.requests
    assert [url for url in visit.requests if not url.startswith((root, "data:", "blob:"))] == []


@every_page
def test_the_console_is_silent(visits: dict[str, Visit], name: str) -> None:
    assert visits[name].complaints == ()


@every_page
def test_nothing_scrolls_sideways(visits: dict[str, Visit], name: str) -> None:
    assert {width: px for width, px in visits[name].excess.items() if px > 0} == {}


@every_page
def test_language_and_direction(visits: dict[str, Visit], name: str) -> None:
    arabic = PAGES[name].startswith("ar/")
    visit = visits[name]
    assert (visit.language, visit.direction) == (("ar", "rtl") if arabic else ("en", "ltr"))


@every_page
def test_headings_stand_in_order(visits: dict[str, Visit], name: str) -> None:
    levels = visits[name].headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_page
def test_ids_are_unique(visits: dict[str, Visit], name: str) -> None:
    assert [name for name, count in Counter(visits[name].ids).items() if count > 1] == []


@pytest.mark.parametrize("address", [WARNING, ARABIC])
def test_paper_has_the_report_and_how_to_cite_it(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    for selector in (
        ".md-header",
        ".md-tabs",
        ".md-sidebar",
        ".ar-section",
        ".md-footer",
        ".ar-nearby",
    ):
        for found in page.locator(selector).all():
            assert not found.is_visible(), selector
    assert page.locator("h1").is_visible()
    assert page.locator("#fact-permalink a").is_visible()
    hashes = page.locator("code.ar-hash").all()
    assert hashes
    assert all(found.is_visible() for found in hashes)


@pytest.mark.parametrize(
    ("address", "other", "leads_to"),
    [
        ("", "ar", "ar/"),
        ("about/", "ar", "ar/about/"),
        ("browse/2019/", "ar", "ar/browse/2019/"),
        ("search/", "ar", "ar/search/"),
        ("ar/", "en", ""),
        ("ar/browse/undated/", "en", "browse/undated/"),
        ("ar/search/", "en", "search/"),
        (
            "reports/2019/water-lines-cut-in-deir-ashqal/",
            "ar",
            "ar/reports/2019/قطع-خطوط-المياه-عن-دير-أشقل/",
        ),
    ],
)
def test_language_menu(page: Page, root: str, address: str, other: str, leads_to: str) -> None:
    page.goto(address)
    page.locator(f".ar-languages a[hreflang={other}]").click()
    assert unquote(page.url) == root + leads_to
    assert page.locator("html").get_attribute("lang") == other

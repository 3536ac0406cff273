"""Search from the header of any page, without a script."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.sample import ARABIC, INFERRED
from tests.browser.searches import found
from tests.browser.visits import wait_for_answer

_PAGES = {"": "search/", "about/": "search/", INFERRED: "search/", "no/such/page/": ""}
_PAGES |= {"ar/": "ar/search/", ARABIC: "ar/search/", "ar/tags/deir-ashqal/": "ar/search/"}


@pytest.mark.parametrize(("address", "target"), [pair for pair in _PAGES.items() if pair[1]])
def test_the_form_leads_to_the_search_page_of_its_language(
    page_without_script: Page, root: str, address: str, target: str
) -> None:
    page = page_without_script
    page.goto(address)
    field = page.get_by_role("search").get_by_role("searchbox")
    assert field.get_attribute("name") == "q"
    field.fill("حصار & ferry")
    field.press("Enter")
    parts = urlsplit(page.url)
    assert page.url.startswith(root + target)
    assert parse_qs(parts.query) == {"q": ["حصار & ferry"]}


def test_a_search_from_a_report_is_answered(page: Page, root: str) -> None:
    page.goto(INFERRED)
    page.get_by_role("searchbox").fill("ferry")
    page.get_by_role("search").get_by_role("button", name="Search").click()
    assert "ferry" in wait_for_answer(page)
    assert INFERRED in found(page, root)


@pytest.mark.parametrize(
    ("address", "name"), [(INFERRED, "Search"), (ARABIC, "البحث"), ("no/such/page/", "Search")]
)
def test_small_screens_have_a_link_instead(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address)
    header = page.locator(".md-header__inner")
    assert not header.get_by_role("searchbox").is_visible()
    link = header.get_by_role("link", name=name, exact=True)
    box = link.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    page.set_viewport_size({"width": 1280, "height": 800})
    assert header.get_by_role("searchbox").is_visible()
    assert not link.is_visible()


@pytest.mark.parametrize("address", ["search/", "ar/search/"])
def test_the_search_page_has_one_field_only(page: Page, address: str) -> None:
    page.goto(address)
    assert page.get_by_role("searchbox").count() == 1
    assert page.get_by_role("search").count() == 1

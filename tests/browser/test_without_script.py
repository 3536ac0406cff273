"""Everything but search works without JavaScript."""

from __future__ import annotations

from urllib.parse import unquote, urldefrag, urljoin

import pytest
from playwright.sync_api import Page

from tests.browser.sample import INFERRED, WARNING


def links(page: Page) -> set[str]:
    """The addresses that a page links to, without fragments."""
    found = page.locator("a[href]").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    return {unquote(urldefrag(urljoin(page.url, link)).url) for link in found}


def test_every_link_leads_somewhere(page_without_script: Page, root: str) -> None:
    page = page_without_script
    waiting, seen, broken, missing_titles = [root, f"{root}ar/"], set[str](), [], []
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        if not address.endswith("/"):
            if page.request.get(address).status != 200:
                broken.append(address)
            continue
        answer = page.goto(address, wait_until="domcontentloaded")
        if answer is None or answer.status != 200:
            broken.append(address)
        elif not page.locator("main h1").is_visible():
            missing_titles.append(address)
        waiting += [link for link in links(page) if link.startswith(root)]
    assert broken == []
    assert missing_titles == []
    assert len(seen) > 40


@pytest.mark.parametrize("prefix", ["", "ar/"])
@pytest.mark.parametrize("list_page", ["browse/2019/", "browse/2019/05/", "browse/undated/", ""])
def test_lists_lead_to_reports(page_without_script: Page, prefix: str, list_page: str) -> None:
    page = page_without_script
    page.goto(prefix + list_page)
    first = page.locator(".ar-list a").first
    title = first.inner_text()
    first.click()
    assert page.locator("h1").inner_text() == title


def test_overview_leads_to_years_and_months(page_without_script: Page) -> None:
    page = page_without_script
    page.goto("browse/")
    page.get_by_role("link", name="2019").click()
    assert page.url.endswith("/browse/2019/")
    page.get_by_role("link", name="May").click()
    assert page.url.endswith("/browse/2019/05/")


def test_search_page_shows_another_way(page_without_script: Page) -> None:
    page = page_without_script
    page.goto("search/")
    assert not page.locator("#archive-search").is_visible()
    page.locator("noscript a").click()
    assert page.url.endswith("/browse/")


@pytest.mark.parametrize("script", [True, False])
def test_warning_covers_the_body_until_opened(
    page: Page, page_without_script: Page, script: bool
) -> None:
    page = page if script else page_without_script
    page.goto(WARNING)
    body = page.locator(".ar-body")
    assert not body.is_visible()
    assert page.locator("details.ar-warning summary").is_visible()
    page.locator("details.ar-warning summary").click()
    assert body.is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_inferred_mark_opens(page: Page, page_without_script: Page, script: bool) -> None:
    page = page if script else page_without_script
    page.goto(INFERRED)
    mark = page.locator("#fact-date details.ar-inferred")
    assert not mark.locator("p").is_visible()
    mark.locator("summary").click()
    assert "on Friday" in mark.locator("p").inner_text()


def test_header_leads_to_what_the_date_rests_on(page_without_script: Page) -> None:
    page = page_without_script
    page.goto(INFERRED)
    page.locator(".ar-dateline a").click()
    assert page.url.endswith("#fact-date")

"""Everything but search works without JavaScript."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from playwright.sync_api import Page

from tests.browser.sample import INFERRED, WARNING


class _Links(HTMLParser):
    """The addresses that a page links to, and whether it has a title."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.titled = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.titled |= tag == "h1"
        href = dict(attrs).get("href") if tag == "a" else None
        if href:
            self.found.add(href)


def test_every_link_leads_somewhere(page_without_script: Page, root: str) -> None:
    """From both home pages, without a browser's help: what isn't in the HTML is not found."""
    get = page_without_script.request.get
    waiting, seen = [root, f"{root}ar/"], set[str]()
    broken, untitled = [], []
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = get(address)
        if answer.status != 200:
            broken.append(address)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        page = _Links(answer.text())
        if not page.titled:
            untitled.append(address)
        joined = (unquote(urldefrag(urljoin(address, link)).url) for link in page.found)
        waiting += [link for link in joined if link.startswith(root)]
    assert broken == []
    assert untitled == []
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
    page.get_by_role("link", name="2019", exact=True).click()
    assert page.url.endswith("/browse/2019/")
    page.get_by_role("link", name="May 2019").click()
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

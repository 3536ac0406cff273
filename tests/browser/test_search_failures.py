"""A search page of which something could not be loaded says so, and another attempt works."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route

from tests.browser.sample import ARABIC, INFERRED
from tests.browser.searches import bars, chips, found, search
from tests.browser.visits import until, wait_for_answer


class Outage:
    """Requests that fail until the outage is over."""

    def __init__(self, page: Page, pattern: str, status: int = 0) -> None:
        self.is_over = False
        self.status = status
        page.route(pattern, self._answer)

    def _answer(self, route: Route) -> None:
        if self.is_over:
            route.continue_()
        elif self.status:
            route.fulfill(status=self.status, body="<h1>Not here</h1>")
        else:
            route.abort()


class Delay:
    """Requests that are held until they are let go; those that come later pass at once."""

    def __init__(self, page: Page, pattern: str) -> None:
        self._page = page
        self._held: list[Route] = []
        self._is_over = False
        page.route(pattern, self._hold)

    def _hold(self, route: Route) -> None:
        if self._is_over:
            route.continue_()
        else:
            self._held.append(route)

    def wait(self) -> None:
        """Wait until something is held."""
        while not self._held:
            self._page.wait_for_timeout(25)

    def end(self) -> None:
        self._is_over = True
        for route in self._held:
            route.continue_()


@pytest.mark.parametrize("status", [0, 404, 500])
@pytest.mark.parametrize(
    "pattern",
    [
        "**/pagefind.js*",
        "**/*.pagefind",
        "**/pagefind/shards.json",
        "**/*.pf_meta",
        "**/*.pf_index",
        "**/*.pf_fragment",
    ],
)
def test_whatever_fails_is_told_and_retried(
    page: Page, root: str, pattern: str, status: int
) -> None:
    outage = Outage(page, pattern, status)
    page.goto("search/?q=ferry")
    assert wait_for_answer(page) == "The search index could not be loaded."
    assert found(page, root) == []
    assert page.locator("#archive-ways a").first.is_visible()
    outage.is_over = True
    page.get_by_role("button", name="Try again").click()
    assert "ferry" in wait_for_answer(page)
    assert INFERRED in found(page, root)
    assert page.locator("#archive-retry").is_hidden()
    assert page.evaluate("document.activeElement !== document.body")


def test_one_bundle_that_fails_leaves_the_other(page: Page, root: str) -> None:
    outage = Outage(page, "**/pagefind/en/**")
    page.goto("search/")
    said = search(page, "بالحصار")
    assert "Some reports could not be searched" in said
    assert ARABIC in found(page, root)
    assert all(address.startswith("ar/") for address in found(page, root))
    outage.is_over = True
    page.locator("#archive-retry").click()
    assert "could not" not in wait_for_answer(page)
    assert any(address.startswith("reports/") for address in found(page, root))


@pytest.mark.parametrize("pattern", ["**/facets.json*", "**/labels.*.json"])
def test_without_facets_the_search_still_works(page: Page, root: str, pattern: str) -> None:
    outage = Outage(page, pattern)
    page.goto("search/?q=ferry&from=2019&to=2019")
    said = wait_for_answer(page)
    assert "could not be loaded" in said
    whole = found(page, root)
    assert INFERRED in whole
    outage.is_over = True
    page.locator("#archive-retry").click()
    wait_for_answer(page)
    assert chips(page) == ["2019"]
    assert 0 < len(found(page, root)) < len(whole)


@pytest.mark.parametrize("pattern", ["**/facets.json*", "**/search/panel.js*"])
def test_a_panel_that_fails_can_be_asked_for_again(page: Page, root: str, pattern: str) -> None:
    outage = Outage(page, pattern)
    page.goto("search/?q=ferry")
    wait_for_answer(page)
    before = found(page, root)
    page.locator("#archive-narrow > summary").click()
    again = page.locator("#archive-panel").get_by_role("button", name="Try again")
    again.wait_for()
    assert found(page, root) == before
    outage.is_over = True
    again.click()
    page.locator("#archive-panel fieldset").first.wait_for()
    assert bars(page)


def test_a_slow_index_says_that_it_is_searching(page: Page) -> None:
    delay = Delay(page, "**/pagefind/en/**/*.pf_meta")
    page.goto("search/?q=ferry")
    delay.wait()
    assert page.get_by_role("status").inner_text() == "Searching …"
    delay.end()
    assert "ferry" in wait_for_answer(page)


def test_the_first_language_is_shown_before_the_others_answer(page: Page, root: str) -> None:
    delay = Delay(page, "**/pagefind/ar/**/*.pf_meta")
    page.goto("search/?q=deir ashqal")
    until(page, "document.querySelectorAll('#archive-results li').length > 0")
    until(page, "document.getElementById('archive-status').textContent.includes('other languages')")
    first = found(page, root)
    assert not any(address.startswith("ar/") for address in first)
    delay.end()
    wait_for_answer(page)
    assert found(page, root)[: len(first)] == first

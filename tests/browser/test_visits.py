"""How the tests wait for a page."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.visits import until


def test_waiting_bears_an_element_that_is_not_there_yet(page: Page) -> None:
    page.goto("about:blank")
    page.evaluate("() => setTimeout(() => { document.body.innerHTML = '<p id=late>x</p>' }, 200)")
    until(page, "document.getElementById('late').textContent === 'x'")

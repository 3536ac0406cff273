"""The search page as a reader uses it."""

from __future__ import annotations

from urllib.parse import unquote

from playwright.sync_api import Page

from tests.browser.visits import wait_for_answer


def search(page: Page, query: str) -> str:
    """Type a query and send it; what the page says then."""
    page.locator("#archive-query").fill(query)
    page.locator("#archive-search button[type=submit]").click()
    return wait_for_answer(page)


def found(page: Page, root: str) -> list[str]:
    """The addresses of the results, below the root."""
    hrefs = page.locator("#archive-results a").evaluate_all("all => all.map((a) => a.href)")
    return [unquote(href).removeprefix(root) for href in hrefs]


def open_panel(page: Page) -> None:
    """Open what results are narrowed by, and wait for it."""
    page.locator("#archive-narrow > summary").click()
    page.locator("#archive-panel fieldset").first.wait_for()


def counts(page: Page, group: str) -> dict[str, int]:
    """The values of a group with their counts, as a screen reader is told them, shown ones only."""
    fieldset = page.get_by_role("group", name=group, exact=True)
    rows = fieldset.locator("li:not([hidden]) label").evaluate_all(
        """all => all.map((label) => [
            label.querySelector("bdi").textContent, label.querySelector(".ar-choice__count").textContent,
        ])"""
    )
    return {name: int(number) for name, number in rows}


def bars(page: Page) -> dict[str, int]:
    """The bars of the chart that can be pressed: their years, and their counts."""
    rows = page.locator("#archive-panel button.ar-bar").evaluate_all(
        "all => all.map((bar) => [bar.dataset.years, bar.querySelector('.ar-bar__count').textContent])"
    )
    return {years: int(number) for years, number in rows}


def chips(page: Page) -> list[str]:
    """What the results are narrowed to."""
    return page.locator("#archive-chips .ar-chip bdi").all_inner_texts()

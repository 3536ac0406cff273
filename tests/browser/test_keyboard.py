"""Everything can be reached and used by keyboard, and what has the focus shows it."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from tests.browser.sample import ARABIC, INFERRED, WARNING
from tests.browser.visits import until, wait_for_answer

_RECORD = """() => {
    const outlined = (element) => element && getComputedStyle(element).outlineStyle !== "none"
        && parseFloat(getComputedStyle(element).outlineWidth) > 0;
    window.stops = [];
    addEventListener("focusin", ({target: at}) => window.stops.push({
        href: at.href ?? null,
        name: at.outerHTML.slice(0, 120),
        shown: outlined(at) || at.matches("input") && outlined(at.nextElementSibling),
    }));
    return document.querySelectorAll("a[href], button, input, summary, [tabindex]").length;
}"""


def stops(page: Page) -> list[dict[str, str | None]]:
    """Where the Tab key leads, from the top of the page to its end."""
    for _ in range(page.evaluate(_RECORD)):
        page.keyboard.press("Tab")
    return list(page.evaluate("window.stops"))


@pytest.mark.parametrize("address", ["", WARNING, ARABIC, "ar/search/"])
def test_skip_link_comes_first_and_works(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert "md-skip" in str(skip.get_attribute("class"))
    until(page, "getComputedStyle(document.activeElement).opacity > 0.9")
    page.keyboard.press("Enter")
    until(page, "location.hash.length > 1")  # the way to a fragment is not gone at once
    target = unquote(page.evaluate("location.hash")[1:])
    assert page.locator(f"main [id='{target}']").count() == 1
    page.keyboard.press("Tab")
    until(page, "document.activeElement.closest('main, footer') !== null")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", ["", "ar/search/", INFERRED, ARABIC])
def test_every_link_is_reached_and_shows_its_focus(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    reached = stops(page)
    expected = page.locator("a[href]:visible").evaluate_all(
        "all => all.filter((a) => !a.closest('.md-sidebar')).map((a) => a.href)"
    )
    assert set(expected) - {stop["href"] for stop in reached} == set()
    assert [stop["name"] for stop in reached if not stop["shown"]] == []


def test_warning_opens_by_keyboard(page: Page) -> None:
    page.goto(WARNING)
    page.locator("details.ar-warning summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".ar-body").is_visible()


def test_search_by_enter(page: Page) -> None:
    page.goto("search/")
    page.locator("#archive-query").focus()
    page.keyboard.type("ferry")
    page.keyboard.press("Enter")
    wait_for_answer(page)
    assert page.locator("#archive-results li").count() > 0

"""Nothing is kept in the reader's browser but the colours that the reader chose."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.browser.sample import PAGES
from tests.browser.visits import until, wait_for_answer

_STORED = """async () => ({
    cookies: document.cookie,
    local: Object.fromEntries(Object.entries(localStorage)),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({name}) => name),
    caches: globalThis.caches ? await caches.keys() : [],
    workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
})"""
NOTHING = {"cookies": "", "local": {}, "session": [], "databases": [], "caches": [], "workers": 0}


def visit_everything(page: Page) -> None:
    for address in PAGES.values():
        page.goto(address)
        if "?q=" in address:
            wait_for_answer(page)


def test_nothing_is_kept_of_a_visit(page: Page) -> None:
    visit_everything(page)
    page.goto("search/")
    page.locator("#archive-query").fill("ferry")
    page.keyboard.press("Enter")
    wait_for_answer(page)
    page.locator(".ar-languages a[hreflang=ar]").click()
    assert page.context.cookies() == []
    assert page.evaluate(_STORED) == NOTHING


def test_only_the_choice_of_colours_is_kept(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    page.locator(".ar-scheme button:visible").click()
    visit_everything(page)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    stored = page.evaluate(_STORED)
    kept = {key: json.loads(value) for key, value in stored.pop("local").items()}
    assert list(kept) == ["/.__palette"]
    assert kept["/.__palette"]["color"]["scheme"] == "slate"
    assert stored == {key: value for key, value in NOTHING.items() if key != "local"}
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    ("language", "names"), [("", ("dark", "light")), ("ar/", ("الداكنة", "الفاتحة"))]
)
def test_colours_are_chosen_by_keyboard(page: Page, language: str, names: tuple[str, str]) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(language)
    for name, scheme in zip(names, ("slate", "default"), strict=True):
        button = page.locator(".ar-scheme button:visible")
        assert name in str(button.get_attribute("aria-label"))
        button.focus()
        page.keyboard.press("Enter")
        assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
        assert page.locator(".ar-scheme button:focus").count() == 1


def test_colours_follow_the_system_until_chosen(page: Page) -> None:
    body = page.locator("body")
    page.emulate_media(color_scheme="dark")
    page.goto("about/")
    assert body.get_attribute("data-md-color-scheme") == "slate"
    page.emulate_media(color_scheme="light")
    until(page, "document.body.dataset.mdColorScheme === 'default'")

"""WCAG 2.2 AA: axe finds nothing on any page type; what axe cannot see is tried by hand."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.sample import ARABIC, INFERRED, PAGES, WARNING
from tests.browser.visits import until, wait_for_answer

TAGS = (
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    "best-practice",
)
_OF_COLOUR = ("color-contrast", "link-in-text-block")
_RUN = """async (only) => {
    const {violations} = await axe.run(document, {runOnly: only, resultTypes: ["violations"]});
    return violations.flatMap(({id, help, nodes}) => nodes.map(({target, any, all, none}) =>
        `${id} (${help}) at ${target}: ${[...any, ...all, ...none].map((c) => c.message)[0]}`));
}"""
PHONE, DESKTOP = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=900)


@pytest.fixture(scope="module")
def watched(browser: Browser, root: str) -> Iterator[Page]:
    """One page for all visits; axe is put into it past the policy of the site."""
    script = resources.files("axe_playwright_python") / "axe.min.js"
    options: Any = {"bypass_csp": True, "reduced_motion": "reduce"}  # no colour is half-way
    with browser.new_context(base_url=root, **options) as context:
        context.set_default_timeout(10000)
        context.add_init_script(script.read_text("utf-8"))
        yield context.new_page()


def switch(page: Page, scheme: Literal["light", "dark"]) -> None:
    """What the reader's system prefers; the page follows."""
    page.emulate_media(color_scheme=scheme)
    name = {"light": "default", "dark": "slate"}[scheme]
    until(page, f"document.body.dataset.mdColorScheme === '{name}'")


def findings(page: Page, **only: object) -> list[str]:
    return list(page.evaluate(_RUN, only))


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(watched: Page, name: str) -> None:
    """Everything in the light scheme on both screens; in the dark one what depends on colour."""
    page, found = watched, {}
    page.set_viewport_size(PHONE)
    page.goto(PAGES[name])
    if "?q=" in PAGES[name]:
        wait_for_answer(page)
    page.evaluate("document.querySelectorAll('main details').forEach((all) => all.open = true)")
    for screen, size in (("phone", PHONE), ("desktop", DESKTOP)):
        page.set_viewport_size(size)
        switch(page, "light")
        found[f"{screen}, light"] = findings(page, type="tag", values=TAGS)
        switch(page, "dark")
        found[f"{screen}, dark"] = findings(page, type="rule", values=_OF_COLOUR)
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("address", ["search/?q=tel", "ar/search/?q=دير&from=2015"])
def test_axe_finds_nothing_in_the_panel_that_narrows(watched: Page, address: str) -> None:
    watched.set_viewport_size(PHONE)
    watched.goto(address)
    wait_for_answer(watched)
    watched.locator("main summary").first.click()
    until(watched, "document.querySelectorAll('main fieldset input').length > 5")
    for scheme in ("light", "dark"):
        switch(watched, scheme)
        assert findings(watched, type="tag", values=TAGS) == []


def test_axe_would_find_something(watched: Page) -> None:
    """The test above can fail: a picture without words and a pale text are found."""
    watched.goto("about/")
    watched.evaluate(
        """() => document.querySelector("main h1").insertAdjacentHTML("afterend",
            '<img src="../assets/images/favicon.png"><p style="color:#ccc;background:#fff">Pale</p>')"""
    )
    found = findings(watched, type="tag", values=TAGS)
    assert {what.partition(" ")[0] for what in found} >= {"image-alt", "color-contrast"}


# WCAG 1.4.12: line height 1.5, space after paragraphs 2, between letters .12, between words .16
_SPACING = """* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-bottom: 2em !important; }"""
_CUT_OFF = """() => [...document.querySelectorAll(
        "main :is(h1, h2, h3, p, li, dd, dt, a, button, label, summary), .md-tabs a, .md-header a")]
    .filter((element) => element.checkVisibility() && getComputedStyle(element).overflow !== "visible"
        && getComputedStyle(element).display !== "inline"
        && (element.scrollWidth > element.clientWidth + 1
            || element.scrollHeight > element.clientHeight + 1))
    .map((element) => element.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("name", PAGES)
def test_wider_spacing_at_the_narrowest_loses_nothing(watched: Page, name: str) -> None:
    """320 px is 1280 px at 400 % (WCAG 1.4.10)."""
    watched.set_viewport_size({"width": 320, "height": 256})
    watched.goto(PAGES[name])
    if "?q=" in PAGES[name]:
        wait_for_answer(watched)
    watched.add_style_tag(content=_SPACING)
    assert watched.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert watched.evaluate(_CUT_OFF) == []


@pytest.mark.parametrize("address", ["", WARNING, ARABIC, "ar/browse/"])
def test_text_of_double_size_loses_nothing(watched: Page, address: str) -> None:
    watched.set_viewport_size({"width": 1280, "height": 900})
    watched.goto(address)
    watched.add_style_tag(content="html { font-size: 250% !important; }")  # Material's is 125 %
    assert watched.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert watched.evaluate(_CUT_OFF) == []


@pytest.mark.parametrize("address", ["", INFERRED, ARABIC])
def test_nothing_moves_for_who_wants_no_motion(watched: Page, address: str) -> None:
    watched.goto(address)
    moving = watched.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) => {
            const style = getComputedStyle(element);
            return [style.transitionDuration, style.animationDuration].some((times) =>
                times.split(",").some((time) => parseFloat(time) > 0.001));
        }).map((element) => element.outerHTML.slice(0, 80))"""
    )
    assert moving == []

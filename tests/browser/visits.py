"""One visit to a page: what it asked for, complained of, and looked like at three widths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import ConsoleMessage, Error, Page

WIDTHS = (320, 390, 1280)

_SEEN = """() => ({
    language: document.documentElement.lang,
    direction: getComputedStyle(document.querySelector("main")).direction,
    headings: [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")]
        .map((heading) => Number(heading.tagName[1])),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    excess: document.documentElement.scrollWidth - innerWidth,
})"""


@dataclass(frozen=True)
class Visit:
    """What a visit showed.

    Attributes:
        requests: the addresses of all requests, in order.
        complaints: errors and warnings of the console, uncaught exceptions.
        language, direction: of the document; of the main text.
        headings: levels of the headings, in order.
        ids: every id.
        excess: by how many pixels the page is wider than the window, by width of the window.
    """

    requests: tuple[str, ...]
    complaints: tuple[str, ...]
    language: str
    direction: str
    headings: tuple[int, ...]
    ids: tuple[str, ...]
    excess: dict[int, int]


def visit(page: Page, address: str) -> Visit:
    """Open a page and look at it."""
    requests: list[str] = []
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    listeners: list[tuple[Any, Callable[..., None]]] = [
        ("request", lambda request: requests.append(request.url)),
        ("pageerror", lambda error: complaints.append(str(error))),
        ("console", note),
    ]
    for event, listener in listeners:
        page.on(event, listener)
    page.goto(address)
    if "?q=" in address:
        wait_for_answer(page)
    excess = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        seen = page.evaluate(_SEEN)
        excess[width] = int(seen["excess"])
    for event, listener in listeners:
        page.remove_listener(event, listener)
    return Visit(
        requests=tuple(requests),
        complaints=tuple(complaints),
        language=seen["language"],
        direction=seen["direction"],
        headings=tuple(seen["headings"]),
        ids=tuple(seen["ids"]),
        excess=excess,
    )


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true; Playwright's own way is stopped by the site's policy.

    While a page is still being read its elements may lack, and a page that is being left has none:
    both are no answer yet.
    """
    complaint: Error | None = None
    for _ in range(600):
        try:
            if page.evaluate(expression):
                return
            complaint = None
        except Error as error:
            complaint = error
        page.wait_for_timeout(25)
    raise AssertionError(f"never true: {expression}") from complaint


def wait_for_answer(page: Page) -> str:
    """What the search page says once it has an answer."""
    until(
        page,
        "document.getElementById('archive-results').getAttribute('aria-busy') === 'false'",
    )
    return page.locator("#archive-status").inner_text()

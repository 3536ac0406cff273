"""One visit to a page: what it asked for, complained of, and looked like at three widths."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page

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


def visit(context: BrowserContext, address: str) -> Visit:
    """Open a page in a new tab and look at it."""
    requests: list[str] = []
    complaints: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    page.goto(address)
    if "?q=" in address:
        wait_for_answer(page)
    excess = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        seen = page.evaluate(_SEEN)
        excess[width] = int(seen["excess"])
    page.close()
    return Visit(
        requests=tuple(requests),
        complaints=tuple(complaints),
        language=seen["language"],
        direction=seen["direction"],
        headings=tuple(seen["headings"]),
        ids=tuple(seen["ids"]),
        excess=excess,
    )


def wait_for_answer(page: Page) -> str:
    """What the search page says once it has an answer."""
    page.wait_for_function(
        """() => {
            const said = document.getElementById("archive-status").textContent;
            return said && said !== document.getElementById("archive-search").dataset.loading;
        }"""
    )
    return page.locator("#archive-status").inner_text()

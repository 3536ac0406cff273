"""The README's picture, taken anew from the sample archive: `python -m tests.browser.picture`."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium
from tests.browser.conftest import QUIET
from tests.browser.sample import ARABIC, PROJECT, build, served

PICTURE = PROJECT / "docs/assets/archive.png"
_DESK = {"width": 900, "height": 640}
_PHONE = {"width": 360, "height": 756}
_FRAME = """
<style>
  body { background: #e7eaee; display: flex; gap: 28px; margin: 28px; }
  img { border: 1px solid #c5cad1; height: 626px; }
</style>
<img width="880" src="{desk}"><img width="298" src="{phone}">
"""


def take(browser: Browser, root: str) -> bytes:
    """The search on a desk, and an Arabic report on a phone, beside each other, as PNG."""
    desk = browser.new_page(base_url=root, viewport=_DESK)  # type: ignore[arg-type]  # a plain dict
    desk.goto("search/?q=ferry")
    desk.locator("#archive-results li").first.wait_for()
    desk.wait_for_timeout(300)
    phone = browser.new_page(base_url=root, viewport=_PHONE)  # type: ignore[arg-type]  # a plain dict
    phone.goto(ARABIC)
    both = browser.new_page(viewport={"width": 1264, "height": 682})
    both.set_content(
        _FRAME.replace("{desk}", _as_url(desk.screenshot())).replace(
            "{phone}", _as_url(phone.screenshot())
        )
    )
    return both.screenshot()


def _as_url(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


def main() -> None:
    """Build the sample archive, take the picture, keep it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(build(Path(folder))) as root,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=QUIET)
        PICTURE.write_bytes(take(browser, root))
        browser.close()


if __name__ == "__main__":
    main()

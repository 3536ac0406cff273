"""One built site, one server and one browser for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import chromium
from tests.browser.sample import PAGES, build, served
from tests.browser.visits import Visit, visit

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium.find()
    if executable is None:
        pytest.skip(chromium.MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001
    """The folder of the built site; asks for the browser first, so that it isn't built for nothing."""
    return build(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="session")
def root(site: Path) -> Iterator[str]:
    """The address of the site."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, root: str) -> Iterator[Page]:
    """A page in a fresh profile, on a desktop screen; addresses are relative to the root."""
    with browser.new_context(base_url=root, viewport={"width": 1280, "height": 900}) as context:
        context.set_default_timeout(5000)
        yield context.new_page()


@pytest.fixture
def page_without_script(browser: Browser, root: str) -> Iterator[Page]:
    with browser.new_context(base_url=root, java_script_enabled=False) as context:
        context.set_default_timeout(5000)
        yield context.new_page()


@pytest.fixture(scope="session")
def visits(browser: Browser, root: str) -> dict[str, Visit]:
    """What was seen on a visit to each page type, by its name in PAGES."""
    with browser.new_context(base_url=root) as context:
        context.set_default_timeout(5000)
        page = context.new_page()
        return {name: visit(page, address) for name, address in PAGES.items()}

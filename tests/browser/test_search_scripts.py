"""A word in one script is not looked for where no report has it, in the shards of another script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sample import served
from tests.browser.searches import search
from tests.browser.shards import parted
from tests.browser.test_search_shards import everything
from tests.browser.visits import wait_for_answer


@pytest.fixture(scope="module")
def parted_root(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(parted(site, tmp_path_factory.mktemp("scripts") / "site")) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, parted_root: str) -> Iterator[Page]:
    with browser.new_context(base_url=parted_root) as context:
        context.set_default_timeout(5000)
        yield context.new_page()


def loaded_for(reader: Page, address: str, query: str) -> set[str]:
    """What is loaded below pagefind/ for a query and everything that has it."""
    asked: set[str] = set()
    reader.on("request", lambda request: asked.add(request.url))
    reader.goto(address)
    search(reader, query)
    if reader.locator("#archive-all").is_visible():
        reader.locator("#archive-all").click()
        wait_for_answer(reader)
    return {url.partition("/pagefind/")[2] for url in asked if "/pagefind/" in url}


@pytest.mark.parametrize(
    ("address", "query", "other"),
    [
        ("search/", "xylographically", "ar"),
        ("search/", "water xylographically", "ar"),
        ("ar/search/", "مستكشفات", "en"),
        ("search/", "مستكشفات", "en"),
    ],
)
def test_a_word_that_the_other_script_lacks(
    reader: Page, address: str, query: str, other: str
) -> None:
    loaded = loaded_for(reader, address, query)
    assert any(path.startswith(f"{other}/others.") for path in loaded)
    assert not [path for path in loaded if path.startswith((f"{other}/2", f"{other}/1"))]
    assert f"wasm.{other}.pagefind" not in loaded


def test_a_filter_that_cannot_be_loaded_rules_nothing_out(reader: Page) -> None:
    failed: list[str] = []
    reader.on("requestfailed", lambda request: failed.append(request.url))
    reader.route("**/others.*.bin", lambda route: route.abort())
    loaded = loaded_for(reader, "search/", "xylographically")
    assert "wasm.ar.pagefind" in loaded
    assert len(failed) == 1


@pytest.mark.parametrize(
    "query", ["Kharzal", "kharzal", "KHARZAL", "Kharzals", "Kharz", "Kharzal xyl"]
)
def test_a_name_in_the_index_of_the_other_script_is_found(
    reader: Page, parted_root: str, query: str
) -> None:
    """The index of a report in Arabic has the English names of its tags."""
    loaded_for(reader, "search/", query)
    assert any("ar/reports/" in address for address in everything(reader, parted_root))


def test_a_word_of_either_script(reader: Page, parted_root: str) -> None:
    loaded_for(reader, "search/", "خرزل Kharzal")
    assert any("ar/reports/" in address for address in everything(reader, parted_root))

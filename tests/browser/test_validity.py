"""Every page type is valid HTML by the Nu checker, but for a listed few with their reasons."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser import nu
from tests.browser.sample import PAGES


def file_of(site: Path, address: str) -> Path:
    path = unquote(urlsplit(address).path)
    return site / path / "index.html" if path == "" or path.endswith("/") else site / path


@pytest.fixture(scope="module")
def told(site: Path) -> list[tuple[str, str]]:
    """What the checker says of every page type; it starts once, which takes the longest."""
    command = nu.find_checker()
    if command is None:
        pytest.skip(nu.MISSING)
    return nu.messages(command, sorted({file_of(site, address) for address in PAGES.values()}))


def test_every_page_type_is_valid(told: list[tuple[str, str]]) -> None:
    assert [(place, said) for place, said in told if not nu.is_allowed(said)] == []


@pytest.mark.parametrize("pattern", nu.ALLOWED)
def test_what_may_stay_still_occurs(told: list[tuple[str, str]], pattern: str) -> None:
    assert any(re.match(pattern, said) for _, said in told), "take it off the list"


def test_the_checker_would_find_something(tmp_path: Path) -> None:
    command = nu.find_checker()
    if command is None:
        pytest.skip(nu.MISSING)
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>A</title><p id="a"><p id="a"></html>')
    assert ["Duplicate ID “a”." in said for _, said in nu.messages(command, [page])].count(True)

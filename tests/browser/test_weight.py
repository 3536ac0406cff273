"""A report is light: what a first visit loads, packed by gzip as web servers do."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.sample import ARABIC, ARABIC_WATER, INFERRED, TABLE, WARNING

WITHOUT_SCRIPTS, WITH_SCRIPTS = 40_000, 80_000  # bytes
REPORTS = (WARNING, TABLE, INFERRED, ARABIC, ARABIC_WATER)


def packed(body: bytes) -> int:
    return len(gzip.compress(body, compresslevel=6))


def loaded(browser: Browser, root: str, address: str, *, scripts: bool) -> dict[str, int]:
    """What a first visit loads: packed bytes by address; the icon too, which no test browser asks for."""
    answers: list[Response] = []
    with browser.new_context(base_url=root, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.on("response", lambda answer: answers.append(answer))  # Playwright marks the function
        page.goto(address, wait_until="networkidle")
        sizes = {answer.url: packed(answer.body()) for answer in answers}
        icon = str(page.locator("link[rel=icon]").evaluate("(link) => link.href"))
        if icon not in sizes:
            sizes[icon] = packed(context.request.get(icon).body())
    return {url.removeprefix(root): size for url, size in sizes.items()}


@pytest.mark.parametrize("address", REPORTS)
@pytest.mark.parametrize(("scripts", "limit"), [(False, WITHOUT_SCRIPTS), (True, WITH_SCRIPTS)])
def test_first_visit_to_a_report(
    browser: Browser, root: str, address: str, scripts: bool, limit: int
) -> None:
    sizes = loaded(browser, root, address, scripts=scripts)
    assert any(name.endswith(".css") for name in sizes)
    told = "\n".join(f"{size:7} {name}" for name, size in sorted(sizes.items()))
    assert sum(sizes.values()) <= limit, f"\n{told}\n{sum(sizes.values()):7} in all"


def test_scripts_of_a_report_are_few_and_small(browser: Browser, root: str) -> None:
    """Material's own, 35 kB, is not among them."""
    sizes = loaded(browser, root, WARNING, scripts=True)
    scripts = {name: size for name, size in sizes.items() if name.endswith(".js")}
    assert sum(scripts.values()) <= 5_000, scripts
    assert not [name for name in scripts if "/javascripts/" in name]

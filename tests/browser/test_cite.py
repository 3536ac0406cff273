"""Citations: copied and downloaded, with and without JavaScript, under the site's own policy."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.sample import ARABIC, INFERRED, TABLE, WARNING
from tests.browser.visits import until

NAMES = ("Chicago, 18th edition", "APA, 7th edition", "BibTeX", "RIS", "CSL-JSON")


@pytest.fixture
def context(browser: Browser, root: str) -> Iterator[BrowserContext]:
    """A profile in which the clipboard may be written and read."""
    with browser.new_context(base_url=root, viewport={"width": 1280, "height": 900}) as context:
        context.set_default_timeout(5000)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield context


def opened(page: Page, address: str) -> Page:
    """The page with its citations in sight."""
    page.goto(address)
    page.locator(".ar-cite summary").click()
    return page


def said(page: Page) -> str:
    return page.locator(".ar-cite [role=status]").inner_text()


def clipboard(page: Page) -> str:
    return str(page.evaluate("() => navigator.clipboard.readText()"))


@pytest.mark.parametrize("name", NAMES)
def test_each_form_is_copied(context: BrowserContext, name: str) -> None:
    page = opened(context.new_page(), TABLE)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.get_by_role("button", name=f"Copy {name}").click()
    until(page, """() => document.querySelector(".ar-cite [role=status]").textContent""")
    assert said(page) == "Copied"
    heading = page.get_by_role("heading", name=name).get_attribute("id")
    shown = page.locator(f'[data-copies="{heading}"]').evaluate("(text) => text.textContent")
    assert clipboard(page).split() == str(shown).split()
    assert complaints == []


def test_what_is_copied_is_the_citation(context: BrowserContext) -> None:
    page = opened(context.new_page(), TABLE)
    page.get_by_role("button", name="Copy Chicago").click()
    until(page, """() => document.querySelector(".ar-cite [role=status]").textContent""")
    copied = clipboard(page)
    title = page.locator("h1").inner_text()
    assert f"“{title}.”" in copied
    assert f"/{TABLE}. SHA-256 of the " in copied
    assert not set(copied) & set("\u2066\u2067\u2068\u2069\n")


def test_arabic_pages_say_it_in_arabic(context: BrowserContext) -> None:
    page = opened(context.new_page(), ARABIC)
    page.get_by_role("button", name="نسخ BibTeX").click()
    until(page, """() => document.querySelector(".ar-cite [role=status]").textContent""")
    assert said(page) == "نُسخ"
    assert parse_string(clipboard(page)).entries


def test_a_closed_clipboard_selects_the_text(page: Page) -> None:
    """As on a site without TLS, or where the browser says no."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    opened(page, TABLE)
    page.get_by_role("button", name="Copy RIS").click()
    until(page, """() => document.querySelector(".ar-cite [role=status]").textContent""")
    assert "selected" in said(page)
    selected = str(page.evaluate("() => getSelection().toString()"))
    assert selected.startswith("TY  - ") and "ER  -" in selected


def test_the_keyboard_copies_too(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(TABLE)
    page.locator(".ar-cite summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    until(page, """() => document.querySelector(".ar-cite [role=status]").textContent""")
    assert "SHA-256" in clipboard(page)


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("address", [TABLE, ARABIC])
def test_each_file_is_downloaded(
    page: Page, page_without_script: Page, tmp_path: Path, address: str, script: bool
) -> None:
    page = opened(page if script else page_without_script, address)
    slug = address.rstrip("/").rpartition("/")[2]
    texts = {}
    for ending, text in zip(
        ("bib", "ris", "json"), page.locator("pre.ar-cite__text").all(), strict=True
    ):
        with page.expect_download() as waiting:
            page.locator(f'.ar-cite a[download$=".{ending}"]').click()
        assert waiting.value.suggested_filename == f"{slug}.{ending}"
        file = tmp_path / ending
        waiting.value.save_as(file)
        texts[ending] = file.read_bytes().decode()
        assert texts[ending].split() == text.inner_text().split()
    title = page.locator("h1").inner_text()
    (entry,) = parse_string(texts["bib"]).entries
    assert entry["title"] == f"{{{title}}}"
    assert f"TI  - {title}\r\n" in texts["ris"]
    assert json.loads(texts["json"])[0]["title"] == title


def test_without_script_there_is_text_and_no_button(page_without_script: Page) -> None:
    page = page_without_script
    page.goto(INFERRED)
    assert not page.locator("pre.ar-cite__text").first.is_visible()
    page.locator(".ar-cite summary").click()
    assert page.locator(".ar-cite__text").count() == len(NAMES)
    assert page.locator(".ar-cite button").count() == 0
    assert " or " in page.locator(".ar-cite__text").first.inner_text()


def test_a_covered_report_is_cited_by_its_title_alone(page: Page) -> None:
    opened(page, WARNING)
    body = page.locator(".ar-body").evaluate("(body) => body.textContent")
    cited = page.locator(".ar-cite").inner_text()
    assert page.locator("h1").inner_text() in cited
    paragraphs = [part.strip() for part in str(body).split("\n") if len(part.strip()) > 40]
    assert paragraphs
    assert not any(part in cited for part in paragraphs)


@pytest.mark.parametrize("address", [INFERRED, ARABIC])
def test_paper_has_one_citation(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")
    assert page.get_by_text("SHA-256 of the").locator("visible=true").count() == 1
    shown = page.locator(".ar-cite__print")
    assert shown.is_visible() and "https://" in shown.inner_text()
    assert not page.locator(".ar-cite__forms").is_visible()
    assert not page.locator("[role=status]").is_visible()

"""Charts and the map as a reader meets them: without script, by keyboard, on a phone, in Arabic."""

from __future__ import annotations

from playwright.sync_api import Page

_BUBBLE = ".ar-map a"


def test_a_bubble_leads_to_its_place_without_script(page_without_script: Page) -> None:
    page = page_without_script
    page.goto("map/")
    name = page.locator(f"{_BUBBLE} title").first.text_content() or ""
    page.locator(_BUBBLE).first.click()
    heading = page.locator("h1").inner_text()
    assert f"\u2068{heading}\u2069: " in name
    assert "/tags/" in page.url


def test_a_bubble_is_reached_by_keyboard_and_shows_it(page: Page) -> None:
    page.goto("map/")
    edge = f"getComputedStyle(document.querySelector('{_BUBBLE} circle:last-child')).strokeWidth"
    before = page.evaluate(edge)
    page.locator(".ar-browse a").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.activeElement.matches('{_BUBBLE}')")
    assert page.evaluate(edge) != before
    page.keyboard.press("Enter")
    page.wait_for_url("**/tags/**")


def test_the_map_fits_a_phone_with_legible_names(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("ar/map/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    sizes = page.evaluate(
        """[...document.querySelectorAll('.ar-map g text:not(.s)')]
            .map((name) => name.getBoundingClientRect().height)"""
    )
    assert len(sizes) > 3
    assert min(sizes) >= 11


def test_names_on_the_map_cover_no_other_name(page: Page) -> None:
    for address in ("map/", "ar/map/"):
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            overlaps = page.evaluate(
                """() => {
                    const boxes = [...document.querySelectorAll('.ar-map g text')]
                        .map((name) => name.getBoundingClientRect()).filter((box) => box.width);
                    return boxes.filter((a, n) => boxes.slice(n + 1).some((b) =>
                        a.left < b.right && b.left < a.right &&
                        a.top + 4 < b.bottom && b.top + 4 < a.bottom)).length;
                }"""
            )
            assert overlaps == 0, (address, width)


def test_the_numbers_open_without_script(page_without_script: Page) -> None:
    page = page_without_script
    page.goto("tags/qalvara/")
    table = page.locator(".ar-numbers table")
    assert not table.is_visible()
    page.locator(".ar-numbers summary").click()
    assert table.is_visible()
    assert table.locator("tbody tr").count() > 5


def test_time_runs_from_the_right_in_arabic(page: Page) -> None:
    places = """[...document.querySelectorAll('.ar-years-axis text')]
        .map((year) => [Number(year.textContent), year.getBoundingClientRect().left])"""
    page.goto("")
    english = page.evaluate(places)
    page.goto("ar/")
    arabic = page.evaluate(places)
    assert [year for year, _ in english] == sorted(year for year, _ in english)
    assert [x for _, x in english] == sorted(x for _, x in english)
    assert [x for _, x in arabic] == sorted((x for _, x in arabic), reverse=True)

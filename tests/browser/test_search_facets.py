"""Results narrowed by year, place, actor, theme, source, author and language; and their order."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.sample import INFERRED
from tests.browser.searches import bars, chips, counts, found, open_panel, search
from tests.browser.visits import until, wait_for_answer


def total(said: str) -> int:
    """How many reports the status line says there are."""
    number = re.search(r"\d+", said)
    return int(number[0]) if number else 0


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def check(page: Page, group: str, value: str) -> str:
    page.get_by_role("group", name=group, exact=True).get_by_role("checkbox", name=value).click()
    return wait_for_answer(page)


def press(page: Page, years: str) -> str:
    page.locator(f"button.ar-bar[data-years='{years}']").click()
    return wait_for_answer(page)


def test_facets_are_loaded_when_asked_for(page: Page) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto("search/?q=water")
    wait_for_answer(page)
    assert not [url for url in requests if "facets.json" in url or "panel.js" in url]
    open_panel(page)
    assert len([url for url in requests if "facets.json" in url]) == 2


def test_counts_are_those_of_the_results(page: Page) -> None:
    page.goto("search/?q=water")
    everything = total(wait_for_answer(page))
    open_panel(page)
    places = counts(page, "Places")
    assert places["Qalvara"] <= everything
    assert list(places.values()) == sorted(places.values(), reverse=True)
    assert len(places) <= 8
    assert places["Deir Ashqal"] == total(check(page, "Places", "Deir Ashqal"))
    assert sum(counts(page, "Languages").values()) == places["Deir Ashqal"]
    assert counts(page, "Places")["Nuwar"] == places["Nuwar"]  # of the other groups only


def test_or_within_a_group_and_between_groups(page: Page) -> None:
    page.goto("search/?q=water")
    wait_for_answer(page)
    open_panel(page)
    one = total(check(page, "Places", "Deir Ashqal"))
    both = total(check(page, "Places", "Nuwar"))
    assert both > one
    narrower = total(check(page, "Languages", "Arabic"))
    assert 0 < narrower < both
    assert chips(page) == ["Deir Ashqal", "Nuwar", "Arabic"]
    assert asked(page) == {"q": ["water"], "place": ["deir-ashqal", "nuwar"], "language": ["ar"]}


@pytest.mark.parametrize(
    ("search_page", "query", "place", "reports"),
    [("search/", "water", "Deir Ashqal", "reports?"), ("ar/search/", "المياه", "دير أشقل", "تق")],
)
def test_back_forward_and_reload_keep_the_choices(
    page: Page, root: str, search_page: str, query: str, place: str, reports: str
) -> None:
    page.goto(search_page)
    assert re.search(reports, search(page, query))
    whole = found(page, root)
    open_panel(page)
    group = "Places" if search_page == "search/" else "الأماكن"
    check(page, group, place)
    narrowed = found(page, root)
    page.locator("#archive-sort").select_option("oldest")
    wait_for_answer(page)
    oldest = found(page, root)
    assert set(narrowed) == set(oldest)
    page.go_back()
    until(page, "document.getElementById('archive-sort').value === 'relevance'")
    wait_for_answer(page)
    assert (found(page, root), chips(page)) == (narrowed, [place])
    page.go_back()
    until(page, "document.querySelectorAll('.ar-chip').length === 0")
    wait_for_answer(page)
    assert found(page, root) == whole
    page.go_forward()
    page.go_forward()
    until(page, "document.getElementById('archive-sort').value === 'oldest'")
    page.reload()
    wait_for_answer(page)
    assert (found(page, root), chips(page)) == (oldest, [place])


def test_a_wider_term_has_the_reports_of_its_parts(page: Page) -> None:
    page.goto("search/?place=marsa-tellin")
    whole = total(wait_for_answer(page))
    page.goto("search/?place=harbour-quarter")
    part = total(wait_for_answer(page))
    assert 0 < part < whole
    page.goto("search/?place=qalvara")
    assert total(wait_for_answer(page)) > whole


@pytest.mark.parametrize("search_page", ["search/", "ar/search/"])
def test_no_query_lists_all_that_is_chosen(page: Page, root: str, search_page: str) -> None:
    page.goto(search_page)
    wait_for_answer(page)
    assert found(page, root) == []
    assert page.get_by_role("status").inner_text() == ""
    page.goto(f"{search_page}?theme=siege&sort=oldest")
    wait_for_answer(page)
    languages = {address.startswith("ar/") for address in found(page, root)}
    assert languages == {True, False}


def test_chart_narrows_and_widens(page: Page) -> None:
    page.goto("search/?q=water")
    whole = total(wait_for_answer(page))
    open_panel(page)
    before = bars(page)
    years, count = max(before.items(), key=lambda bar: bar[1])
    bar = page.get_by_role("button", name=re.compile(rf"^.?{years}.?: .?{count} reports.?$"))
    assert bar.get_attribute("aria-pressed") == "false"
    assert total(press(page, years)) == count
    assert bar.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.dataset.years") == years
    assert asked(page) == {"q": ["water"], "from": [years], "to": [years]}
    assert bars(page) == before
    assert total(press(page, years)) == whole
    press(page, years)
    page.get_by_role("button", name="All years").click()
    assert total(wait_for_answer(page)) == whole
    assert chips(page) == []


def test_a_report_of_one_of_several_years_counts_in_each(page: Page, root: str) -> None:
    page.goto("search/?undated=1")
    undated = total(wait_for_answer(page))
    page.goto("search/?from=1&to=9999")
    dated = total(wait_for_answer(page))
    open_panel(page)
    counted = sum(bars(page).values())
    assert counted >= dated
    page.goto("search/?from=1&undated=1")
    assert total(wait_for_answer(page)) == undated + dated
    for year in (2014, 2019):
        page.goto(f"search/?from={year}&to={year}")
        wait_for_answer(page)
        listed = page.request.get(f"{root}browse/{year}/").text()
        for address in found(page, root):
            assert f'/{address.rpartition("reports/")[2]}"' in listed, address


def test_year_fields_take_any_digits_and_any_order(page: Page) -> None:
    page.goto("ar/search/?q=2019")
    wait_for_answer(page)
    open_panel(page)
    page.locator("#archive-from").fill("٢٠١٩")
    page.locator("#archive-from").press("Enter")
    wait_for_answer(page)
    assert asked(page)["from"] == ["2019"]
    page.locator("#archive-to").fill("2016")
    page.locator("#archive-to").press("Tab")
    wait_for_answer(page)
    assert (asked(page)["from"], asked(page)["to"]) == (["2016"], ["2019"])
    page.locator("#archive-to").fill("soon")
    page.locator("#archive-to").press("Tab")
    assert page.locator("#archive-to").get_attribute("aria-invalid") == "true"
    assert page.locator("#archive-to-wrong").is_visible()
    assert asked(page)["to"] == ["2019"]


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_order_by_date_merges_languages(page: Page, root: str, sort: str) -> None:
    page.goto(f"search/?place=qalvara&sort={sort}")
    wait_for_answer(page)
    while page.locator("#archive-more").is_visible():
        shown = len(found(page, root))
        page.locator("#archive-more").click()
        page.locator(f"#archive-results > li:nth-child({shown + 1})").wait_for()
    reports = [address.rpartition("reports/")[2].partition("/")[0] for address in found(page, root)]
    dated = [year for year in reports if year != "undated"]
    assert dated == sorted(dated, reverse=sort == "newest")
    assert reports[: len(dated)] == dated  # the undated come last
    languages = [address.startswith("ar/") for address in found(page, root)]
    assert languages != sorted(languages)
    assert languages != sorted(languages, reverse=True)


@pytest.mark.parametrize(
    "nonsense",
    [
        "place=atlantis",
        "utm_source=mail&fbclid=1",
        "from=soon&to=-5",
        "sort=best",
        "undated=yes",
        "__proto__=x&constructor=y",
        "place=&q=",
    ],
)
def test_nonsense_in_the_address_is_ignored(page: Page, root: str, nonsense: str) -> None:
    page.goto("search/?q=ferry")
    wait_for_answer(page)
    plain = found(page, root)
    page.goto(f"search/?q=ferry&{nonsense}")
    assert "ferry" in wait_for_answer(page)
    assert found(page, root) == plain
    assert chips(page) == []


def test_chips_take_a_choice_out_and_keep_the_focus(page: Page) -> None:
    page.goto("search/?q=water&place=deir-ashqal&from=2015&to=2019&language=ar")
    wait_for_answer(page)
    assert chips(page) == ["Deir Ashqal", "Arabic", "2015–2019"]
    page.get_by_role("button", name="Deir Ashqal").focus()
    page.keyboard.press("Enter")
    wait_for_answer(page)
    assert "Arabic" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    wait_for_answer(page)
    page.keyboard.press("Enter")
    wait_for_answer(page)
    assert asked(page) == {"q": ["water"]}
    assert page.evaluate("document.activeElement.id") == "archive-status"


def test_all_choices_can_be_taken_back_at_once(page: Page, root: str) -> None:
    page.goto("search/?q=ferry&place=ain-mirwad&language=ar")
    assert wait_for_answer(page) == "No report fits all of this."
    page.get_by_role("button", name="Remove all").click()
    assert "ferry" in wait_for_answer(page)
    assert INFERRED in found(page, root)


def test_everything_by_keyboard(page: Page) -> None:
    page.goto("search/?q=water")
    wait_for_answer(page)
    page.locator("#archive-narrow > summary").focus()
    page.keyboard.press("Enter")
    page.locator("#archive-panel fieldset").first.wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('button.ar-bar')")
    themes = page.get_by_role("group", name="Themes")
    box = themes.get_by_role("checkbox", name="Water supply")
    box.focus()
    page.keyboard.press("Space")
    wait_for_answer(page)
    assert box.is_checked()
    assert box.evaluate("box => box === document.activeElement")
    more = themes.get_by_role("button", name=re.compile("Show all"))
    more.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    assert len(counts(page, "Themes")) > 8
    page.get_by_role("button", name="To the results").press("Enter")
    assert page.evaluate("document.activeElement.id") == "archive-status"
    assert not page.locator("#archive-panel").is_visible()


def test_a_new_query_keeps_the_choices(page: Page, root: str) -> None:
    page.goto("search/?q=ferry&language=ar")
    wait_for_answer(page)
    search(page, "water")
    assert asked(page) == {"q": ["water"], "language": ["ar"]}
    assert all(address.startswith("ar/") for address in found(page, root))


@pytest.mark.parametrize("search_page", ["search/", "ar/search/"])
def test_the_open_panel_fits_a_narrow_screen(page: Page, search_page: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{search_page}?place=qalvara&from=2014&sort=newest")
    wait_for_answer(page)
    open_panel(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    targets = page.locator("#archive-panel :is(button, label.ar-choice), .ar-chip")
    for box in targets.evaluate_all(
        "all => all.filter((e) => e.offsetParent).map((e) => e.getBoundingClientRect().toJSON())"
    ):
        assert min(box["width"], box["height"]) >= 24, box

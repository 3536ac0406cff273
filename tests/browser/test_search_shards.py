"""A search over many shards: newest first, older ones as asked, honest about what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sample import served
from tests.browser.searches import bars, chips, counts, found, open_panel, search
from tests.browser.shards import parted, shards_of
from tests.browser.test_search_failures import Outage
from tests.browser.visits import until, wait_for_answer

SEARCHES = (("search/", "water"), ("ar/search/", "المياه"))


@pytest.fixture(scope="module")
def small_shards(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's site with its index in many shards."""
    return parted(site, tmp_path_factory.mktemp("shards") / "site")


@pytest.fixture(scope="module")
def parted_root(small_shards: Path) -> Iterator[str]:
    with served(small_shards) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, parted_root: str) -> Iterator[Page]:
    """A page of the site in shards, in a fresh profile."""
    with browser.new_context(
        base_url=parted_root, viewport={"width": 1280, "height": 900}
    ) as context:
        context.set_default_timeout(5000)
        yield context.new_page()


def total(said: str) -> int:
    return int((re.search(r"\d+", said) or ["0"])[0])


def all_of_it(page: Page) -> str:
    """Search all that is left, as a reader does; what the page says then."""
    if page.locator("#archive-all").is_visible():
        page.locator("#archive-all").click()
    return wait_for_answer(page)


def everything(page: Page, root: str) -> list[str]:
    """All results, shown ten by ten."""
    while page.locator("#archive-more").is_visible():
        shown = len(found(page, root))
        page.locator("#archive-more").click()
        page.locator(f"#archive-results > li:nth-child({shown + 1})").wait_for()
    return found(page, root)


def whole(page: Page, root: str, address: str) -> list[str]:
    """The results where the index is in one piece."""
    page.goto(root + address)
    wait_for_answer(page)
    return everything(page, root)


def test_the_sample_is_parted_for_this(small_shards: Path) -> None:
    languages = [shard["language"] for shard in shards_of(small_shards)]
    assert languages.count("en") > 4
    assert languages.count("ar") > 3


@pytest.mark.parametrize(("address", "query"), SEARCHES)
def test_newest_first_and_honest_about_the_rest(
    reader: Page, page: Page, root: str, parted_root: str, address: str, query: str
) -> None:
    expected = whole(page, root, f"{address}?q={query}")
    reader.goto(address)
    said = search(reader, query)
    assert said.startswith("At least") or said.endswith("على الأقل")
    first = found(reader, parted_root)
    assert 0 < len(first) < len(expected)
    assert re.search(r"(19|20)\d\d", reader.locator("#archive-unsearched").inner_text())
    said = all_of_it(reader)
    assert "At least" not in said
    assert "على الأقل" not in said
    assert total(said) == len(expected)
    assert found(reader, parted_root)[: len(first)] == first
    assert sorted(everything(reader, parted_root)) == sorted(expected)
    assert reader.locator("#archive-left").is_hidden()


def test_searching_on_takes_the_next_ones(reader: Page, parted_root: str) -> None:
    reader.goto("search/?q=water")
    numbers = [total(wait_for_answer(reader))]
    left = [reader.locator("#archive-unsearched").inner_text()]
    while reader.locator("#archive-on").is_visible():
        before = found(reader, parted_root)
        reader.locator("#archive-on").focus()
        reader.keyboard.press("Enter")
        assert reader.evaluate("document.activeElement.id") == "archive-status"
        numbers.append(total(wait_for_answer(reader)))
        left.append(reader.locator("#archive-unsearched").inner_text())
        assert found(reader, parted_root)[: len(before)] == before
        assert len(numbers) < 20
    assert numbers == sorted(numbers)
    assert len(numbers) > 2


def test_first_results_cost_little_and_going_on_costs_more(
    site: Path, browser: Browser, tmp_path: Path
) -> None:
    copy = parted(site, tmp_path / "site", claimed=20_000)
    english = [shard for shard in shards_of(copy) if shard["language"] == "en"]
    asked: set[str] = set()
    with served(copy) as root, browser.new_context(base_url=root) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.add(request.url))

        def own() -> int:
            metas = (url for url in asked if url.endswith(".pf_meta"))
            return sum("/pagefind/en/" in url for url in metas)

        page.goto("search/?q=water")
        wait_for_answer(page)
        first = own()
        assert 0 < first <= 4 < len(english)  # the first has nothing, so three are asked at once
        page.locator("#archive-on").click()
        wait_for_answer(page)
        assert own() - first >= min(first, len(english) - first)


@pytest.mark.parametrize("sort", ["newest", "oldest"])
@pytest.mark.parametrize("address", ["search/", "ar/search/"])
def test_orders_of_date_show_only_what_is_sure(
    reader: Page, page: Page, root: str, parted_root: str, address: str, sort: str
) -> None:
    expected = whole(page, root, f"{address}?place=qalvara&sort={sort}")
    reader.goto(f"{address}?place=qalvara&sort={sort}")
    wait_for_answer(reader)
    first = found(reader, parted_root)
    assert first
    assert [a.rpartition("/reports/")[2][:4] for a in first] == [
        a.rpartition("/reports/")[2][:4] for a in expected[: len(first)]
    ]
    all_of_it(reader)
    assert sorted(everything(reader, parted_root)) == sorted(expected)


def test_years_lead_straight_to_their_shards(
    reader: Page, page: Page, root: str, parted_root: str, small_shards: Path
) -> None:
    asked: set[str] = set()
    reader.on("request", lambda request: asked.add(request.url))
    expected = whole(page, root, "search/?q=water&from=2014&to=2015")
    reader.goto("search/?q=water&from=2014&to=2015")
    wait_for_answer(reader)
    all_of_it(reader)
    assert sorted(everything(reader, parted_root)) == sorted(expected)
    loaded = {
        path
        for shard in shards_of(small_shards)
        for path in [str(shard["path"])]
        if any(path in url for url in asked)
    }
    fitting = {
        str(shard["path"])
        for shard in shards_of(small_shards)
        if {2014, 2015} & set(shard["years"])  # type: ignore[call-overload]  # a list of years
    }
    assert loaded == fitting


def test_each_language_has_one_engine(reader: Page) -> None:
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto("search/?q=water")
    wait_for_answer(reader)
    all_of_it(reader)
    engines = [url for url in asked if "/wasm." in url]
    assert len(engines) == len(set(engines)) == 2
    assert not [url for url in asked if "pagefind-entry" in url]
    metas = [url for url in asked if url.endswith(".pf_meta")]
    assert len(metas) == len(set(metas)) > 8


@pytest.mark.parametrize(
    ("address", "group", "label"),
    [("search/", "Places", "Deir Ashqal"), ("ar/search/", "الأماكن", "دير أشقل")],
)
def test_counts_say_what_they_cover(reader: Page, address: str, group: str, label: str) -> None:
    query = dict(SEARCHES)[address]
    reader.goto(f"{address}?q={query}")
    wait_for_answer(reader)
    open_panel(reader)
    covers = reader.locator(".ar-panel__covers")
    assert re.search(r"(19|20)\d\d", covers.inner_text())
    few = sum(bars(reader).values())
    all_of_it(reader)
    until(reader, "document.querySelector('.ar-panel__covers').hidden")
    assert sum(bars(reader).values()) > few
    number = counts(reader, group)[label]
    reader.get_by_role("group", name=group, exact=True).get_by_role("checkbox", name=label).click()
    assert total(wait_for_answer(reader)) == number
    assert chips(reader) == [label]


def test_back_and_forward_keep_what_was_searched(reader: Page, parted_root: str) -> None:
    reader.goto("search/?q=water")
    wait_for_answer(reader)
    first = found(reader, parted_root)
    search(reader, "ferry")
    reader.go_back()
    until(reader, "document.getElementById('archive-query').value === 'water'")
    wait_for_answer(reader)
    assert found(reader, parted_root) == first
    reader.reload()
    wait_for_answer(reader)
    assert found(reader, parted_root) == first


def test_a_shard_that_fails_leaves_the_others(
    reader: Page, page: Page, root: str, parted_root: str, small_shards: Path
) -> None:
    expected = whole(page, root, "search/?q=water")
    shards = [str(shard["path"]) for shard in shards_of(small_shards) if shard["language"] == "en"]
    outage = Outage(reader, f"**/{shards[1]}**")
    reader.goto("search/?q=water")
    wait_for_answer(reader)
    said = all_of_it(reader)
    assert "Some reports could not be searched" in said
    answered = everything(reader, parted_root)
    assert 0 < len(answered) < len(expected)
    outage.is_over = True
    reader.locator("#archive-retry").click()
    assert "could not" not in wait_for_answer(reader)
    all_of_it(reader)
    assert sorted(everything(reader, parted_root)) == sorted(expected)


def test_nothing_found_has_searched_everything(reader: Page) -> None:
    reader.goto("search/?q=zeppelin")
    assert "Nothing found" in wait_for_answer(reader)
    assert reader.locator("#archive-left").is_hidden()


@pytest.mark.parametrize("address", ["search/?q=water", "ar/search/?q=المياه"])
def test_what_is_left_fits_a_narrow_screen(reader: Page, address: str) -> None:
    reader.set_viewport_size({"width": 320, "height": 700})
    reader.goto(address)
    wait_for_answer(reader)
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for box in reader.locator("#archive-left button").evaluate_all(
        "all => all.map((e) => e.getBoundingClientRect().toJSON())"
    ):
        assert min(box["width"], box["height"]) >= 24, box

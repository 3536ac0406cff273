"""Full-text search in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sample import ARABIC, ARABIC_WATER, INFERRED, TRANSLATED, WARNING
from tests.browser.searches import found, search
from tests.browser.visits import until, wait_for_answer

CEASEFIRE = "reports/2017/ceasefire-in-deir-ashqal-holds-as-families-return/"


@pytest.fixture(scope="module")
def search_pages(browser: Browser, root: str) -> Iterator[dict[str, Page]]:
    """Both search pages, open; in a window each, as a page behind another is slow."""
    with (
        browser.new_context(base_url=root) as english,
        browser.new_context(base_url=root) as arabic,
    ):
        pages = {"search/": english.new_page(), "ar/search/": arabic.new_page()}
        for address, page in pages.items():
            page.goto(address)
        yield pages


@pytest.mark.parametrize("search_page", ["search/", "ar/search/"])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ceasefires", CEASEFIRE),
        ("returning families", CEASEFIRE),
        ("FERRIES", INFERRED),
        ("بالحصار", ARABIC),  # written الحصار
        ("حصار", ARABIC),
        ("والمياه", ARABIC_WATER),
        ("اشقل", ARABIC),  # written أشقل
        ("الأشْقَلِيّ", ARABIC),  # written الأشقلي, with vowels here
        ("للبلده بالحصار", ARABIC),  # البلدة
        ("والممرضه، (بالخبز)", ARABIC),  # الممرضة, الخبز
        ("الحصار 2015", ARABIC),
    ],
)
def test_inflected_words(
    search_pages: dict[str, Page], root: str, search_page: str, query: str, expected: str
) -> None:
    page = search_pages[search_page]
    said = search(page, query)
    assert expected in found(page, root), said
    title = page.locator(f"#archive-results a[href='{quote(root + expected, safe=':/')}']")
    answer = page.request.get(root + expected)
    assert answer.status == 200
    assert f">{title.inner_text()}</h1>" in answer.text()


@pytest.mark.parametrize(("search_page", "query"), [("search/", "ferry"), ("ar/search/", "بحصار")])
def test_a_result_leads_to_its_report(page: Page, search_page: str, query: str) -> None:
    page.goto(f"{search_page}?q={query}")
    wait_for_answer(page)
    first = page.locator("#archive-results a").first
    title = first.inner_text()
    first.click()
    assert page.locator("h1").inner_text() == title
    page.go_back()
    wait_for_answer(page)
    assert page.locator("#archive-query").input_value() == query


@pytest.mark.parametrize("query", ["والصهاريج", "والطحين", "بالزيبلن"])
def test_no_other_word_with_the_same_prefix(search_pages: dict[str, Page], query: str) -> None:
    page = search_pages["ar/search/"]
    search(page, query)
    texts = page.locator("#archive-results li").all_inner_texts()
    assert [text for text in texts if query[-4:] not in text] == []


def test_hits_in_the_language_of_the_page_come_first(page: Page, root: str) -> None:
    page.goto("search/?q=2019")
    wait_for_answer(page)
    languages = [address.startswith("ar/") for address in found(page, root)]
    assert languages == sorted(languages)
    page.goto("ar/search/?q=2019")
    wait_for_answer(page)
    languages = [address.startswith("ar/") for address in found(page, root)]
    assert languages == sorted(languages, reverse=True)
    assert set(languages) == {True, False}


@pytest.mark.parametrize("search_page", ["search/", "ar/search/"])
def test_query_stands_in_the_address_and_back_returns(
    page: Page, root: str, search_page: str
) -> None:
    page.goto(search_page)
    search(page, "ferry")
    first = found(page, root)
    search(page, "بالحصار")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["بالحصار"]}
    assert found(page, root) != first
    page.go_back()
    until(page, "document.getElementById('archive-query').value === 'ferry'")
    wait_for_answer(page)
    assert found(page, root) == first
    page.reload()
    wait_for_answer(page)
    assert page.locator("#archive-query").input_value() == "ferry"
    assert found(page, root) == first


@pytest.mark.parametrize(
    ("search_page", "query", "words"),
    [("search/", "zeppelin", "Nothing found"), ("ar/search/", "زيبلنات", "لا نتائج")],
)
def test_nothing_found_says_so(page: Page, search_page: str, query: str, words: str) -> None:
    page.goto(search_page)
    said = search(page, query)
    assert words in said
    assert query in said
    assert page.locator("#archive-results li").count() == 0
    assert page.locator("#archive-ways a").first.is_visible()


@pytest.mark.parametrize("marks", ['"{}"', "“{}”", "«{}»"])
def test_quotes_ask_for_a_phrase(search_pages: dict[str, Page], root: str, marks: str) -> None:
    page = search_pages["search/"]
    search(page, marks.format("market street"))
    with_phrase = found(page, root)
    assert WARNING in with_phrase
    search(page, "market street")
    assert len(found(page, root)) >= len(with_phrase)
    search(page, marks.format("street market the of"))
    assert found(page, root) == []
    search(page, f"{marks.format('water lines')} deir")
    assert TRANSLATED in found(page, root)
    search(page, f"{marks.format('water lines')} zeppelin")
    assert found(page, root) == []
    search(page, marks.format("مئة يوم"))
    assert ARABIC in found(page, root)


def test_warning_covers_the_excerpt(page: Page) -> None:
    page.goto("search/?q=bakery")
    wait_for_answer(page)
    entry = page.locator("#archive-results li", has_text="Market street")
    assert entry.locator(".ar-flag").inner_text() == "Covered by a content warning"
    assert entry.locator(".ar-list__excerpt").count() == 0


@pytest.mark.parametrize("query", ["والصهاريج", "بالآبار", "والطحين", "وبالمياه"])
def test_excerpt_shows_the_word_and_no_other_spellings(
    search_pages: dict[str, Page], query: str
) -> None:
    """A report may also be found by a name of one of its tags, which its text need not have."""
    page = search_pages["ar/search/"]
    search(page, query)
    excerpts = page.locator(".ar-list__excerpt")
    assert "⁂" not in "".join(excerpts.all_inner_texts())
    marked = excerpts.locator("mark").all_inner_texts()
    assert any(query[-4:] in mark for mark in marked)


def test_only_the_last_of_quick_searches_is_shown(page: Page, root: str) -> None:
    page.goto("search/")
    page.evaluate(
        """() => {
            const field = document.getElementById("archive-query");
            for (const query of ["ferry", "zeppelin", "bakery", "ceasefires"]) {
                field.value = query;
                field.form.requestSubmit();
            }
        }"""
    )
    until(page, "document.querySelectorAll('#archive-results li').length > 0")
    page.wait_for_load_state("networkidle")
    assert "ceasefires" in page.locator("#archive-status").inner_text()
    assert CEASEFIRE in found(page, root)
    assert INFERRED not in found(page, root)


_MANY_HITS = """
const entry = (id) => ({
  id: String(id),
  data: async () => ({
    url: `reports/${id}/`, raw_url: `reports/${id}/`, locations: [4],
    raw_content: `Report ${id} — &lt;img src=x onerror=alert(1)&gt; <b>ferry</b> end`,
    meta: {title: `<i>Report</i> ${id}`, date: "May 2019", source: "<b>dpa</b>", language: "en"},
  }),
});
const all = Array.from({length: 25}, (_, id) => entry(id));
export const createInstance = ({basePath}) => ({
  search: async () => ({results: basePath.endsWith("/en/all/") ? all : []}),
});
"""


def test_many_hits_come_in_parts_and_as_text(page: Page, root: str) -> None:
    script = {"content_type": "text/javascript", "body": _MANY_HITS}
    page.route("**/pagefind/pagefind.js", lambda route: route.fulfill(**script))
    page.goto("search/?q=ferry")
    assert "25" in wait_for_answer(page)
    more = page.locator("#archive-more")
    for shown in (10, 20):
        assert len(found(page, root)) == shown
        more.click()
        until(page, f"document.querySelectorAll('#archive-results li').length > {shown}")
        assert page.evaluate("document.activeElement.textContent") == f"<i>Report</i> {shown}"
    assert found(page, root) == [f"reports/{number}/" for number in range(25)]
    assert not more.is_visible()
    assert page.locator("#archive-results :is(i, b, img)").count() == 0


def test_answers_are_announced(page: Page) -> None:
    page.goto("search/?q=ferry")
    wait_for_answer(page)
    status = page.get_by_role("status")
    assert "ferry" in status.inner_text()


def _chunks(browser: Browser, root: str, query: str) -> int:
    """How many parts of the index a query loads, by a reader who never searched before."""
    asked: set[str] = set()
    with browser.new_context(base_url=root) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.add(request.url))
        page.goto("search/")
        search(page, query)
    return sum(address.endswith(".pf_index") for address in asked)


def test_nothing_is_loaded_for_words_beside_one_that_no_report_has(
    browser: Browser, root: str
) -> None:
    alone = _chunks(browser, root, "xylographically")
    assert _chunks(browser, root, "water xylographically harbour") == alone
    assert _chunks(browser, root, "water harbour") > alone

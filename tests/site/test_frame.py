"""What the theme's frame asks: the tab of a page, and whether Material's script is needed."""

from __future__ import annotations

import re

import pytest
from mkdocs.structure.nav import Link, Navigation

from generator.plugin.frame import tab_of
from tests.site.conftest import CONFIG, SiteArchive

_OPEN = re.compile(r'<a href="[^"]*" class="md-tabs__link" aria-current="(\w+)">\s*([^<]*?)\s*</a>')


def tabs(*urls: str) -> Navigation:
    return Navigation([Link(url, url) for url in urls], [])


@pytest.mark.parametrize(
    ("address", "tab"),
    [
        ("browse/", "browse/"),
        ("browse/~/~/", "browse/"),
        ("browse/undated/", "browse/undated/"),
        ("tags/~/", "tags/"),
        ("search/", "search/"),
        ("~/~/~/", "browse/"),
        ("reports/2016/one/", "browse/"),
        ("sources/", "browse/"),
    ],
)
def test_a_page_belongs_to_the_nearest_tab_or_to_the_reports(address: str, tab: str) -> None:
    found = tab_of(
        tabs("browse/", "browse/undated/", "tags/", "search/", "https://else.example/"),
        address,
        "browse/",
    )
    assert found is not None
    assert found.title == tab


def test_without_a_tab_for_reports_none_is_open() -> None:
    assert tab_of(tabs("tags/"), "reports/2016/one/", "browse/") is None


@pytest.fixture
def built(site_archive: SiteArchive) -> SiteArchive:
    site_archive.article("2016/one", date="2016-10-28")
    site_archive.article("2016/ميناء", date="2016-10-28", language="ar")
    site_archive.build()
    return site_archive


@pytest.mark.parametrize(
    ("address", "open_tab"),
    [
        (".", [("page", "Home")]),
        ("browse/", [("page", "Reports")]),
        ("browse/2016/10/", [("true", "Reports")]),
        ("reports/2016/one/", [("true", "Reports")]),
        ("notes/method/", [("page", "Notes")]),
        ("ar/", [("page", "الرئيسية")]),
        ("ar/browse/", [("page", "التقارير")]),
        ("ar/reports/2016/ميناء/", [("true", "التقارير")]),
    ],
)
def test_the_open_tab_is_marked(
    built: SiteArchive, address: str, open_tab: list[tuple[str, str]]
) -> None:
    assert _OPEN.findall(built.page(address)) == open_tab


def test_no_page_loads_the_script_of_material(built: SiteArchive) -> None:
    pages = [page.read_text("utf-8") for page in built.site.rglob("*.html")]
    assert not [page for page in pages if "bundle." in page or "__config" in page]


@pytest.mark.parametrize("feature", ["toc.follow", "content.code.copy", "a.feature.to.come"])
def test_a_feature_that_needs_the_script_brings_it(site_archive: SiteArchive, feature: str) -> None:
    config = CONFIG.replace("[navigation.tabs]", f"[navigation.tabs, {feature}]")
    site_archive.write("mkdocs.yml", config)
    site_archive.article("2016/one", date="2016-10-28")
    site_archive.build()
    for address in (".", "browse/", "reports/2016/one/"):
        page = site_archive.page(address)
        assert len(re.findall(r"<script src=[^>]*bundle\.", page)) == 1
        assert 'id="__config"' in page


def test_pages_without_tabs_have_the_navigation_as_a_list(site_archive: SiteArchive) -> None:
    site_archive.write("mkdocs.yml", CONFIG.replace("features: [navigation.tabs]", "features: []"))
    site_archive.article("2016/one", date="2016-10-28")
    site_archive.build()
    for address in (".", "reports/2016/one/"):
        page = site_archive.page(address)
        assert "md-tabs" not in page
        section = page.partition('<nav class="ar-section"')[2].partition("</nav>")[0]
        assert re.findall(r"<a [^>]*>([^<]*)</a>", section) == ["Home", "Reports", "Notes"]

"""What others follow a built site by: sitemaps, feeds named in the head, data beside its page."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import feedparser

from tests.outputs.archives import SITE
from tests.outputs.test_sitemaps import places
from tests.site.conftest import SiteArchive


def test_a_built_site_has_one_sitemap_with_all_of_it(site_archive: SiteArchive) -> None:
    site_archive.article("2016/one", date="2016-10-28", tags=["siege"])
    site_archive.build()
    site = site_archive.site
    assert not (site / "sitemap.xml.gz").exists()
    index = places((site / "sitemap.xml").read_bytes(), "sitemap")
    named = {url.removeprefix(SITE) for url in index}
    assert named == {file.name for file in site.glob("sitemap-*.xml")}
    found = {url for name in named for url in places((site / name).read_bytes())}
    for url in found:
        path = unquote(urlsplit(url).path).removeprefix("/archive/")
        assert (site / path / "index.html").exists(), url
    assert {SITE, f"{SITE}notes/method/", f"{SITE}reports/2016/one/", f"{SITE}tags/siege/"} <= found
    home = (site / "index.html").read_text("utf-8")
    assert f'type="application/atom+xml" title="Harbour Watch (Atom)" href="{SITE}feed.xml"' in home
    assert f'href="{SITE}opensearch.xml"' in home
    tag = site_archive.page("ar/tags/siege/")
    assert f'href="{SITE}ar/tags/siege/feed.xml"' in tag
    assert f'href="{SITE}ar/opensearch.xml"' in tag
    assert "feed.xml" not in site_archive.page("reports/2016/one/")
    assert 'rel="alternate"' not in home + tag


def test_every_feed_that_a_page_names_is_there_and_leads_back(site_archive: SiteArchive) -> None:
    site_archive.article("2016/one", date="2016-10-28", tags=["siege"], source="NW & Co")
    site_archive.article("2016/ميناء", date="2016-10-28", language="ar", source="وكالة")
    site_archive.build()
    feeds = list(site_archive.site.rglob("feed.xml"))
    assert len(feeds) > 10
    for feed in feeds:
        parsed = feedparser.parse(feed.read_bytes())
        page = feed.with_name("index.html").read_text("utf-8")
        assert parsed.feed.id in page
        assert f'{parsed.feed.id.removesuffix("xml")}json"' in page
        assert "feed.xml" in page.partition("<body")[2], "a link that a person can follow"


def test_two_builds_give_the_same_bytes(site_archive: SiteArchive) -> None:
    site_archive.with_original("2016/one", tags=["siege"], date="2016-10?")
    kinds = ("sitemap*.xml", "**/feed*", "data/**/*", "**/opensearch.xml", "**/corrections/**/*")
    built = []
    for _ in range(2):
        site_archive.build()
        files = {file for kind in kinds for file in site_archive.site.glob(kind) if file.is_file()}
        built.append({file: file.read_bytes() for file in files})
    assert len(built[0]) > 20
    assert built[0] == built[1]

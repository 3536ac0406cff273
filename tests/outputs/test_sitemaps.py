"""Sitemaps by the rules of sitemaps.org, OpenSearch by its own; checked element by element."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from lxml import etree

from generator.archive import PublicArchive
from generator.model import Report
from generator.outputs import opensearch, robots, sitemaps
from generator.outputs.sitemaps import Place, parted
from generator.pages import all_pages
from generator.state import fingerprint
from tests.outputs.archives import SITE, archive_of, original, report

_SCHEMA = etree.XMLSchema(file=Path(__file__).parent / "schemas/sitemap.xsd")
_NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_XHTML = "{http://www.w3.org/1999/xhtml}link"
_OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def written(archive: PublicArchive) -> dict[str, bytes]:
    return {file.path: file.content for file in sitemaps.files(archive)}


def places(content: bytes, kind: str = "url") -> dict[str, etree._Element]:
    """Each address of a sitemap with its element; fails on what the schema does not allow."""
    root = etree.fromstring(content)
    _SCHEMA.assertValid(root)
    assert root.tag == _NS + {"url": "urlset", "sitemap": "sitemapindex"}[kind]
    assert 0 < len(root) <= 50_000
    assert len(content) <= 50_000_000
    found = {}
    for element in root:
        assert element.tag == _NS + kind
        tags = [child.tag for child in element if child.tag != _XHTML]
        assert tags in ([f"{_NS}loc"], [f"{_NS}loc", f"{_NS}lastmod"])
        url = element.findtext(f"{_NS}loc") or ""
        assert url.startswith(SITE)
        assert url.isascii()
        assert len(url) < 2_048
        assert url == quote(unquote(url), safe="/:#?&=~!$'()*+,;@")
        if lastmod := element.findtext(f"{_NS}lastmod"):
            date.fromisoformat(lastmod)
        assert url not in found
        found[url] = element
    return found


def links(element: etree._Element) -> dict[str, str]:
    return {str(e.get("hreflang")): str(e.get("href")) for e in element.iter(_XHTML)}


def day(element: etree._Element) -> str | None:
    return element.findtext(f"{_NS}lastmod")


def test_the_index_names_every_sitemap_and_the_latest_day_in_it() -> None:
    archive = archive_of([report("2016/a", date="2016-10-28"), report("2017/b", date="2017-01-01")])
    files = written(archive)
    index = places(files["sitemap.xml"], "sitemap")
    assert {url.removeprefix(SITE) for url in index} == {*files, "sitemap-pages.xml"} - {
        "sitemap.xml"
    }
    assert day(index[f"{SITE}sitemap-reports-1.xml"]) == "2017-01-01"


def test_days_come_from_the_record() -> None:
    archive = archive_of(
        [
            report("2016/day", date="2016-10-28"),
            report("2016/month", date="2016-10"),
            report("2016/came", date="2016-10", original=original("2020-02-03")),
            report(
                "2016/mended",
                original=original("2020-02-03"),
                corrections=[{"date": "2021-01-01", "note": "x"}],
            ),
            report(
                "2016/gone", status="withdrawn", withdrawn={"date": "2022-01-01", "reason": "x"}
            ),
        ]
    )
    found = places(written(archive)["sitemap-reports-1.xml"])
    days = {url.rpartition("/2016/")[2]: day(element) for url, element in found.items()}
    assert days == {
        "day/": "2016-10-28",
        "month/": None,
        "came/": "2020-02-03",
        "mended/": "2021-01-01",
    }


def test_translations_name_one_another() -> None:
    archive = archive_of(
        [
            report("2016/a"),
            report("2016/ب", language="ar", translation_of="2016/a"),
            report("2016/c"),
        ]
    )
    found = places(written(archive)["sitemap-reports-1.xml"])
    english, arabic = f"{SITE}reports/2016/a/", f"{SITE}ar/reports/2016/{quote('ب')}/"
    assert links(found[english]) == links(found[arabic]) == {"en": english, "ar": arabic}
    assert links(found[f"{SITE}reports/2016/c/"]) == {}


def test_every_list_in_it_is_a_page() -> None:
    archive = archive_of(
        [
            report("2016/a", tags=["old-quay"], source="NW & Co", date="2016"),
            report("2016/ب", language="ar", source="وكالة", date="2017-05-01"),
        ]
    )
    pages = {page.address for page in all_pages(archive)}
    found = places(written(archive)["sitemap-lists-1.xml"])
    addresses = {unquote(url.removeprefix(SITE)) for url in found}
    assert addresses <= pages
    assert {"tags/port-tarn/", "ar/corrections/", "sources/وكالة/", "browse/2017/"} <= addresses
    for url, element in found.items():
        assert url in links(element).values()


def test_files_are_cut_by_addresses_and_by_bytes() -> None:
    many = [Place(f"{SITE}reports/{n}/", date(2016, 1, 1 + n % 28)) for n in range(100_001)]
    parts = list(parted(many))
    assert [len(places(content)) for content, _ in parts] == [45_000, 45_000, 10_001]
    assert all(latest == date(2016, 1, 28) for _, latest in parts)
    small = list(parted(many[:500], limit=10_000))
    assert len(small) > 3
    assert all(len(content) <= 10_000 for content, _ in small)
    assert b"".join(content for content, _ in small).count(b"<loc>") == 500


def test_a_new_report_changes_the_last_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Report] = [
        report(f"2016/r{n:04d}", original=original(f"2016-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}"))
        for n in range(300)
    ]
    monkeypatch.setattr(sitemaps, "_PER_FILE", 100)
    before = written(archive_of(made))
    after = written(archive_of([*made, report("1999/new", original=original("2017-01-01"))]))
    names = sorted(name for name in before if name.startswith("sitemap-reports-"))
    assert len(names) >= 3
    assert [name for name in names if after[name] != before[name]] == names[-1:]
    assert sum(len(places(before[name])) for name in names) == 300


def test_a_new_translation_changes_the_file_of_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "_PER_FILE", 1)
    made = [report(f"201{n}/{name}", date=f"201{n}-01-01") for n, name in enumerate("abc")]
    translation = report("2016/d", language="ar", date="2016-01-01", translation_of="2010/a")
    before, after = (
        {g.name: fingerprint(g.made_from) for g in sitemaps.file_groups(archive_of(own))}
        for own in (made, [*made, translation])
    )
    assert [name for name in before if before[name] != after[name]] == ["sitemap-reports-1.xml"]
    assert len(after) == 4


def test_nothing_where_the_address_of_the_site_is_not_known() -> None:
    archive = archive_of([report("2016/a")], site_url="")
    assert written(archive) == {}
    assert list(opensearch.files(archive)) == []
    (file,) = robots.files(archive)
    assert b"Sitemap" not in file.content


def test_robots_leads_to_the_index() -> None:
    (file,) = robots.files(archive_of([]))
    assert f"Sitemap: {SITE}sitemap.xml" in file.content.decode().splitlines()


def test_opensearch_keeps_to_its_lengths() -> None:
    languages = {
        "en": {
            "site_name": "The <Harbour> & Quay Observatory of the Northern Coast and Its Islands"
        },
        "ar": {"site_name": "مرصدالميناءوالرصيفالقديموماحولهما"},
    }
    files = {f.path: f.content for f in opensearch.files(archive_of([], languages=languages))}
    assert set(files) == {"opensearch.xml", "ar/opensearch.xml"}
    for path, content in files.items():
        root = etree.fromstring(content)
        assert root.tag == f"{_OPENSEARCH}OpenSearchDescription"
        name = root.findtext(f"{_OPENSEARCH}ShortName") or ""
        assert 0 < len(name) <= 16
        assert 0 < len(root.findtext(f"{_OPENSEARCH}LongName") or "") <= 48
        assert 0 < len(root.findtext(f"{_OPENSEARCH}Description") or "") <= 1024
        html, own = root.findall(f"{_OPENSEARCH}Url")
        assert (
            html.get("template")
            == f"{SITE}{path.removesuffix('opensearch.xml')}search/?q={{searchTerms}}"
        )
        assert (own.get("rel"), own.get("template")) == ("self", SITE + path)
    assert etree.fromstring(files["opensearch.xml"]).findtext(f"{_OPENSEARCH}ShortName") == (
        "The <Harbour> &"
    )

"""Copies, translations and related reports, as the pages show them and their heads say."""

from __future__ import annotations

import re

from tests.site.conftest import SiteArchive

_ALTERNATE = re.compile(r'<link rel="alternate " hreflang="([^"]+)" href="([^"]+)">')
ROOT = "https://harbour.example/archive/"


def alternates(page: str) -> dict[str, str]:
    """Address below the root by language; every one stands in the head once."""
    found = _ALTERNATE.findall(page.partition("</head>")[0])
    assert len(found) == len(dict(found))
    return {language: address.removeprefix(ROOT) for language, address in found}


def test_translations_name_each_other_in_their_heads(site_archive: SiteArchive) -> None:
    site_archive.article("2016/first", date="2016-01-01")
    site_archive.article("2016/second", language="ar", translation_of="2016/first")
    site_archive.article("2016/third", language="fr", translation_of="2016/second")
    site_archive.article("2016/alone")
    site_archive.build()
    family = {
        "en": "reports/2016/first/",
        "ar": "ar/reports/2016/second/",
        "fr": "reports/2016/third/",
    }
    for address in family.values():
        assert alternates(site_archive.page(address)) == family
    assert alternates(site_archive.page("reports/2016/alone/")) == {}
    assert "reports/2016/third/" in site_archive.page("ar/reports/2016/second/")


def test_a_translation_in_the_same_language_is_not_named_twice(site_archive: SiteArchive) -> None:
    site_archive.article("2016/first", language="ar")
    site_archive.article("2016/second", translation_of="2016/first")
    site_archive.article("2016/again", translation_of="2016/first")
    site_archive.build()
    again = alternates(site_archive.page("reports/2016/again/"))
    assert again["en"] == "reports/2016/again/"
    assert again["ar"] == "ar/reports/2016/first/"


def test_pages_that_stand_in_each_language_name_each_other(site_archive: SiteArchive) -> None:
    site_archive.article("2016/withdrawn", status="withdrawn", withdrawn=WITHDRAWN)
    site_archive.build()
    assert alternates(site_archive.page("ar/browse/")) == {"en": "browse/", "ar": "ar/browse/"}
    assert alternates((site_archive.site / "index.html").read_text("utf-8")) == {
        "en": "",
        "ar": "ar/",
    }
    assert alternates(site_archive.page("notes/method/")) == {}
    assert alternates(site_archive.page("reports/2016/withdrawn/")) == {}


def test_copies_are_named_both_ways(site_archive: SiteArchive) -> None:
    site_archive.article("2016/own", publisher="Harbour Watch")
    site_archive.article("2016/herald", same_as="2016/own", publisher="The Herald")
    site_archive.article("2016/gazette", same_as="2016/own", publisher="The Gazette")
    site_archive.article("2016/draft", same_as="2016/own", publisher="Not Yet", status="draft")
    site_archive.build()
    own = site_archive.page("reports/2016/own/")
    assert "Also carried by" in own
    assert "The Herald" in own
    assert "The Gazette" in own
    assert "Not Yet" not in own
    herald = site_archive.page("reports/2016/herald/")
    assert "Copy of" in herald
    assert "The Gazette" in herald
    assert '<link rel="canonical" href="' + ROOT + 'reports/2016/herald/">' in herald


def test_a_report_leads_to_others_about_the_same_things(site_archive: SiteArchive) -> None:
    tags = ["siege", "old-quay"]
    site_archive.article("2016/one", date="2016-01-01", tags=tags)
    site_archive.article("2016/two", date="2016-01-02", tags=tags, warning="Injuries.")
    site_archive.article("2016/not-yet-public", date="2016-01-03", tags=tags, status="embargoed")
    site_archive.article("2016/other", date="2016-01-04", tags=["siege"])
    site_archive.build()
    related = site_archive.page("reports/2016/one/").partition('id="related"')[2]
    assert "../../../reports/2016/two/" in related
    assert "Content warning" in related
    assert "not-yet-public" not in site_archive.page("reports/2016/one/")
    assert 'id="related"' not in site_archive.page("reports/2016/other/")


WITHDRAWN = {"date": "2018-01-01", "reason": "A reason."}

"""An index that is parted by letter, in two languages that have other letters."""

from __future__ import annotations

import pytest

from tests.site.conftest import SiteArchive


@pytest.fixture
def parted(site_archive: SiteArchive) -> SiteArchive:
    """More authors than one page holds."""
    names = [f"{'BDH'[n % 3]}. Tarn, {'harbour ' * 9}{n}" for n in range(1200)]
    for number in range(12):
        site_archive.article(f"2016/report-{number}", authors=names[number * 100 :][:100])
    site_archive.article("2016/letter_x", authors=["سامر قندليف"])
    site_archive.build()
    return site_archive


def test_a_letter_leads_to_the_index_in_the_other_language(parted: SiteArchive) -> None:
    page = parted.page("authors/letter_b/page-2")
    assert 'href="../../../ar/authors/" hreflang="ar"' in page
    assert 'rel="alternate ' not in page
    assert 'rel="prev" href="../../../authors/letter_b/"' in page


def test_the_index_itself_stands_in_both(parted: SiteArchive) -> None:
    page = parted.page("authors")
    assert 'href="../ar/authors/" hreflang="ar"' in page
    assert 'rel="alternate ' in page
    assert 'href="../authors/letter_b/"' in page
    assert parted.page("ar/authors/letter_س")


def test_a_report_that_is_called_like_a_letter_is_none(parted: SiteArchive) -> None:
    assert 'href="../../../ar/" hreflang="ar"' in parted.page("reports/2016/letter_x")

"""Earlier addresses lead to their reports."""

from __future__ import annotations

import pytest

from generator.outputs.redirects import files
from generator.pipeline.building import load_archive
from tests.conftest import SmallArchive


def redirects(archive: SmallArchive) -> dict[str, str]:
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    return {file.path: file.content.decode() for file in files(loaded.archive)}


@pytest.mark.parametrize("earlier", ["/2010/old-address/", "2010/old-address"])
def test_an_earlier_address_leads_to_the_report(archive: SmallArchive, earlier: str) -> None:
    archive.article("2016/one", redirect_from=[earlier], title='A "title" & more')
    page = redirects(archive)["2010/old-address/index.html"]
    assert 'content="0; url=../../reports/2016/one/"' in page
    assert '<link rel="canonical" href="../../reports/2016/one/">' in page
    assert "A &quot;title&quot; &amp; more" in page


def test_no_redirect_stands_in_the_place_of_a_report(archive: SmallArchive) -> None:
    archive.article("2016/one")
    archive.article("2016/two", redirect_from=["reports/2016/one/"])
    assert redirects(archive) == {}


def test_no_redirect_leaves_the_site(archive: SmallArchive) -> None:
    archive.article("2016/one", redirect_from=["../../etc/x", "a/../../b"])
    assert redirects(archive) == {}


def test_what_is_not_public_redirects_nowhere(archive: SmallArchive) -> None:
    archive.article("2016/one", redirect_from=["old/"], status="draft")
    assert redirects(archive) == {}

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


@pytest.mark.parametrize(
    ("entry", "file"),
    [
        ("2010/story.html", "2010/story.html"),
        ("2010/story.html/", "2010/story.html/index.html"),
        ("/2010/index.html", "2010/index.html"),
        ("/%D9%82%D8%AF%D9%8A%D9%85/", "قديم/index.html"),
        ("قديم", "قديم/index.html"),
    ],
)
def test_an_entry_is_a_folder_unless_it_is_a_page_file(
    archive: SmallArchive, entry: str, file: str
) -> None:
    archive.article("2016/one", redirect_from=[entry])
    (path, page), *others = redirects(archive).items()
    up = "../" * file.count("/")
    assert (path, others) == (file, [])
    assert f'content="0; url={up or "./"}reports/2016/one/"' in page


@pytest.mark.parametrize(
    "entry", ["https://old.example/x/", "x/?p=1", "x#y", "../x", "/", "a//b", "x\\y", "%2e%2e/x"]
)
def test_what_is_no_path_is_no_redirect(archive: SmallArchive, entry: str) -> None:
    archive.article("2016/one", redirect_from=[entry])
    assert redirects(archive) == {}


def test_an_earlier_address_of_a_withdrawn_report_leads_to_its_tombstone(
    archive: SmallArchive,
) -> None:
    made = {"date": "2020-01-01", "reason": "Asked for."}
    archive.article("2016/one", redirect_from=["old/"], status="withdrawn", withdrawn=made)
    page = redirects(archive)["old/index.html"]
    assert "url=../reports/2016/one/" in page
    assert "<title>Withdrawn report</title>" in page
    assert "Asked" not in page


def test_of_two_that_claim_an_address_the_first_has_it(archive: SmallArchive) -> None:
    archive.article("2016/b", redirect_from=["old"], date="2001")
    archive.article("2016/a", redirect_from=["/old/"], date="2002")
    (page,) = redirects(archive).values()
    assert "reports/2016/a/" in page

"""Lists by tag, source and author."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Page
from generator.pages import all_pages
from generator.pipeline.building import load_archive
from tests.conftest import SmallArchive


def pages_of(archive: SmallArchive) -> Mapping[str, Page]:
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    return {page.address: page for page in all_pages(loaded.archive)}


def titles(page: Page) -> list[str]:
    reports = page.context["reports"]
    assert isinstance(reports, Sequence)
    return [report.title for report in reports]


def test_a_tag_lists_its_reports_and_those_of_what_it_contains(archive: SmallArchive) -> None:
    archive.article("2016/quay", date="2016-02-02", tags=["old-quay"])
    archive.article("2016/town", date="2016-01-01", tags=["port-tarn"])
    archive.article("2016/both", date="2016-03-03", tags=["old-quay", "port-tarn"])
    pages = pages_of(archive)
    assert titles(pages["tags/port-tarn/"]) == ["town", "quay", "both"]
    assert titles(pages["tags/old-quay/"]) == ["quay", "both"]
    assert pages["ar/tags/port-tarn/"].title == "ميناء تارن"
    assert "tags/siege/" not in pages


def test_a_report_of_the_town_leaves_the_pages_of_its_quay(archive: SmallArchive) -> None:
    """They name the town above them, and do not tell how many reports it has."""
    archive.article("2016/quay", date="2016-02-02", tags=["old-quay"])
    before = pages_of(archive)["tags/old-quay/"]
    archive.article("2016/town", date="2016-01-01", tags=["port-tarn"])
    after = pages_of(archive)["tags/old-quay/"]
    assert after.context["broader"]
    assert after.context["broader"] == before.context["broader"]


def test_what_is_not_public_counts_nowhere(archive: SmallArchive) -> None:
    archive.article(
        "2016/draft", tags=["siege"], authors=["Mira Holt"], source="Wire", status="draft"
    )
    pages = pages_of(archive)
    assert not [
        address for address in pages if address.startswith(("tags/s", "authors/m", "sources/w"))
    ]


def test_a_tag_that_the_vocabulary_lost_breaks_nothing(archive: SmallArchive) -> None:
    archive.article("2016/one", tags=["gone"])
    assert "tags/gone/" not in pages_of(archive)


def test_sources_go_by_their_label_and_authors_as_printed(archive: SmallArchive) -> None:
    archive.article("2016/one", source="northern-wire", authors=["Mira Holt", "سامر قندليف"])
    archive.article("2017/two", source="Northern Wire", authors=["MIRA HOLT"])
    pages = pages_of(archive)
    assert titles(pages["sources/northern-wire/"]) == ["one", "two"]
    assert pages["sources/northern-wire/"].title == "Northern Wire"
    assert titles(pages["authors/mira-holt/"]) == ["one", "two"]
    assert titles(pages["ar/authors/سامر-قندليف/"]) == ["one"]


def test_names_without_letters_have_an_address_each(archive: SmallArchive) -> None:
    archive.article("2016/one", authors=["***"])
    archive.article("2016/two", authors=["???", "Unnamed"])
    pages = pages_of(archive)
    assert {
        page.title: titles(page)
        for address, page in pages.items()
        if address.startswith("authors/unnamed")
    } == {"***": ["one"], "???": ["two"], "Unnamed": ["two"]}


def test_long_names_that_begin_alike_have_pages_of_their_own(archive: SmallArchive) -> None:
    begin = "Committee of the Families of Those Who Were Taken from the Harbour of "
    archive.article("2016/one", authors=[f"{begin}Tarn"])
    archive.article("2016/two", authors=[f"{begin}Orrin"])
    pages = pages_of(archive)
    found = [page for address, page in pages.items() if address.startswith("authors/committee")]
    assert sorted(titles(page) for page in found) == [["one"], ["two"]]


def test_other_spellings_of_a_name_are_shown(archive: SmallArchive) -> None:
    archive.article("2016/one", authors=["C"])
    archive.article("2017/two", authors=["C++", "C++."])
    page = pages_of(archive)["authors/c/"]
    assert page.context["others"] == ["C++", "C++."]
    assert titles(page) == ["one", "two"]


def test_a_long_list_is_cut_from_the_oldest(archive: SmallArchive) -> None:
    for number in range(51):
        archive.article(
            f"2016/report-{number:03d}", date=f"2016-01-{number // 2 + 1:02d}", tags=["siege"]
        )
    pages = pages_of(archive)
    first = titles(pages["tags/siege/"])
    assert 38 <= len(first) <= 50
    second = titles(pages["tags/siege/page-2/"])
    assert [*first, *second] == [f"report {number:03d}" for number in range(51)]
    assert pages["tags/siege/page-2/"].title == "Siege, Page 2"

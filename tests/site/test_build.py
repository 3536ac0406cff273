"""The site as MkDocs and the plugin build it: pages, links, strictness, and the swap."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, PluginError

from generator.rendering.policy import inline_hashes
from tests.site.conftest import SiteArchive


def test_an_empty_archive_builds(site_archive: SiteArchive) -> None:
    site_archive.build()
    assert "There are no reports here yet." in site_archive.page("browse/")
    assert site_archive.addresses() >= {
        "browse/",
        "ar/browse/",
        "search/",
        "ar/search/",
        "browse/undated/",
    }


def test_a_report_stands_in_the_page_of_its_language(site_archive: SiteArchive) -> None:
    site_archive.article("2016/one", date="2016-10-28", language="en")
    site_archive.article("2016/ميناء", date="2016-10-28", language="ar")
    site_archive.article("2016/trois", date="2016-10-28", language="fr")
    site_archive.build()
    english, arabic = (
        site_archive.page("reports/2016/one/"),
        site_archive.page("ar/reports/2016/ميناء/"),
    )
    assert '<html lang="en"' in english
    assert '<body dir="ltr"' in english
    assert '<html lang="ar"' in arabic
    assert '<body dir="rtl"' in arabic
    assert "مرصد الميناء" in arabic
    assert '<div class="ar-body" lang="fr" dir="ltr">' in site_archive.page("reports/2016/trois/")
    assert "28 أكتوبر 2016" in arabic


def test_lists_by_year_month_and_undated(site_archive: SiteArchive) -> None:
    site_archive.article("2016/certain", date="2016-10-28")
    site_archive.article("2016/either", date="[2016-10-31,2016-11-01]")
    site_archive.article("2016/year-only", date="2016")
    site_archive.article("undated/unknown")
    site_archive.build()
    october = site_archive.page("browse/2016/10/")
    assert (
        october.index("certain")
        < october.index("Possibly from October 2016")
        < october.index("either")
    )
    november = site_archive.page("browse/2016/11/")
    assert "certain</a>" not in november
    assert "either</a>" in november
    year = site_archive.page("browse/2016/")
    assert "year only</a>" in year
    assert "unknown</a>" in site_archive.page("browse/undated/")
    assert "unknown</a>" not in year


def test_long_lists_are_cut_into_pages_from_the_oldest(site_archive: SiteArchive) -> None:
    for number in range(1, 81):
        site_archive.article(f"2016/report-{number:03d}", date=f"2016-10-{number // 5 + 1:02d}")
    site_archive.build()
    first, second = (
        site_archive.page("browse/2016/10/"),
        site_archive.page("browse/2016/10/page-2/"),
    )
    assert "report 001" in first
    assert "report 080" in second
    listed = [len(re.findall("ar-list__item", page)) for page in (first, second)]
    assert listed[0] in range(38, 51)
    assert sum(listed) == 80
    assert len(first.encode()) < 100_000


def test_previous_and_next_by_date_in_one_language(site_archive: SiteArchive) -> None:
    site_archive.article("2016/first", date="2016-01-01")
    site_archive.article("2016/second", date="2016-02-01")
    site_archive.article("2016/بين", date="2016-01-15", language="ar")
    site_archive.build()
    page = site_archive.page("reports/2016/first/")
    nearby = page[page.index('class="ar-nearby"') :]
    assert "second</a>" in nearby
    assert "بين" not in nearby


def test_the_original_is_published_byte_for_byte(site_archive: SiteArchive) -> None:
    content = "Line one\r\nثانيًا\x00".encode("utf-16")
    site_archive.with_original("2016/report", content)
    site_archive.with_original("2017/only-linked", b"not shown", display="link")
    site_archive.build()
    assert (site_archive.site / "reports/2016/report/report.txt").read_bytes() == content
    assert not (site_archive.site / "reports/2017/only-linked/only-linked.txt").exists()


def test_a_missing_original_fails_a_strict_build(site_archive: SiteArchive) -> None:
    site_archive.with_original("2016/report")
    site_archive.build()
    (site_archive.folder / "articles/2016/report.txt").unlink()
    with pytest.raises(Abort):
        site_archive.build()
    assert (site_archive.site / "reports/2016/report/report.txt").exists(), (
        "the site of before stays"
    )


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../../articles/2016/report.md", "../../reports/2016/report/"),
        ("/reports/2016/report/", "../../reports/2016/report/"),
        ("/reports/2016/report", "../../reports/2016/report/"),
        ("/browse/#top", "../../browse/#top"),
        ("https://else.example/", "https://else.example/"),
        ("../index.md", "../.."),
    ],
)
def test_a_hand_written_page_links_to_a_report(
    site_archive: SiteArchive, link: str, target: str
) -> None:
    site_archive.article("2016/report")
    site_archive.write("docs/notes/method.md", f"# How we work\n\nSee [this]({link}).\n")
    site_archive.build()
    assert re.search(rf'href="{re.escape(target)}/?"', site_archive.page("notes/method/"))


def test_a_page_at_the_top_links_to_a_report_by_its_file(site_archive: SiteArchive) -> None:
    site_archive.article("2016/report")
    site_archive.write("docs/about.md", "# About\n\nSee [this](../articles/2016/report.md).\n")
    site_archive.build()
    assert 'href="../reports/2016/report/"' in site_archive.page("about/")


@pytest.mark.parametrize(
    "link", ["../../articles/2016/nothing.md", "/reports/2016/nothing/", "/reports/2016/draft/"]
)
def test_a_link_to_no_report_fails_a_strict_build(site_archive: SiteArchive, link: str) -> None:
    site_archive.article("2016/draft", status="draft")
    site_archive.write("docs/notes/method.md", f"# How we work\n\nSee [this]({link}).\n")
    with pytest.raises(Abort, match="1 warning"):
        site_archive.build()
    site_archive.build(strict=False)


def test_an_invalid_article_fails_a_strict_build_and_is_left_out(site_archive: SiteArchive) -> None:
    site_archive.article("2016/good")
    site_archive.article("2016/bad", date="yesterday")
    site_archive.write("articles/2016/worse.md", "no front matter")
    with pytest.raises(Abort, match="2 warnings"):
        site_archive.build()
    assert not site_archive.site.exists()
    site_archive.build(strict=False)
    assert "reports/2016/good/" in site_archive.addresses()
    assert "reports/2016/bad/" not in site_archive.addresses()


def test_a_failed_build_leaves_the_site_of_before(site_archive: SiteArchive) -> None:
    site_archive.article("2016/report")
    site_archive.build()
    before = {file: file.read_bytes() for file in site_archive.site.rglob("*") if file.is_file()}
    site_archive.article("2016/another", date="never")
    with pytest.raises(Abort):
        site_archive.build()
    site_archive.write("vocabulary.yml", "- id: Not An Id\n")
    with pytest.raises((Abort, PluginError)):
        site_archive.build(strict=False)
    after = {file: file.read_bytes() for file in site_archive.site.rglob("*") if file.is_file()}
    assert after == before
    assert not list(site_archive.folder.glob(".site.*"))


def test_dot_entries_of_the_site_survive(site_archive: SiteArchive) -> None:
    site_archive.write("site/.git/HEAD", "ref")
    site_archive.write("site/stale.html", "old")
    site_archive.build()
    assert (site_archive.site / ".git/HEAD").read_text() == "ref"
    assert not (site_archive.site / "stale.html").exists()


def test_what_a_killed_build_left_is_replaced(site_archive: SiteArchive) -> None:
    site_archive.write(".site.staging/half.html", "half")
    site_archive.write(".site.previous/index.html", "old")
    site_archive.build()
    assert not (site_archive.site / "half.html").exists()
    assert not list(site_archive.folder.glob(".site.*"))


def test_the_same_archive_gives_the_same_bytes(site_archive: SiteArchive) -> None:
    site_archive.article("2016/report", date="2016-10-28", tags=["siege"])
    site_archive.build()
    first = _own_files(site_archive.site)
    site_archive.build()
    assert _own_files(site_archive.site) == first


def _own_files(site: Path) -> dict[str, bytes]:
    files = (file for file in site.rglob("*") if file.is_file())
    named = {file.relative_to(site).as_posix(): file.read_bytes() for file in files}
    return {
        name: content
        for name, content in named.items()
        if not name.startswith(("pagefind/", "sitemap"))
    }


def test_settings_that_are_wrong_are_all_named(
    site_archive: SiteArchive, caplog: pytest.LogCaptureFixture
) -> None:
    config = (site_archive.folder / "mkdocs.yml").read_text("utf-8")
    site_archive.write("mkdocs.yml", config.replace("contact:", "newest: many\n      contcat:"))
    with pytest.raises((Abort, PluginError)) as caught:
        site_archive.build()
    message = " ".join(record.getMessage() for record in caplog.records) + str(caught.value)
    assert "did you mean 'contact'?" in message
    assert "'newest'" in message


def test_a_hostile_report_runs_nothing(site_archive: SiteArchive) -> None:
    site_archive.article(
        "2016/hostile",
        "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1)) "
        "[y](java&#115;cript:alert(1)) [z](JaVaScRiPt:alert(1)) ![p](https://tracker.example/p.gif)\n\n"
        '<iframe src="https://else.example"></iframe>',
        title="<script>alert(2)</script>",
        authors=["<img src=x onerror=alert(3)>"],
        inferred={"title": "<script>alert(4)</script>"},
    )
    site_archive.build()
    page = site_archive.page("reports/2016/hostile/")
    own = page[page.index("<article") : page.index("</article>")]
    assert re.findall(r"<script[^>]*>[^<]*", own) == [
        '<script type="module" src="../../../assets/archive/cite.js">'
    ]
    assert "<img" not in own
    assert "<iframe" not in own
    assert not re.search(r'href="\s*java', own, re.IGNORECASE)
    assert '<a href="https://tracker.example/p.gif" rel="noreferrer">p</a>' in own
    assert "<script>alert(2)" not in page


def test_the_home_page_shows_size_and_newest(site_archive: SiteArchive) -> None:
    for year in range(2001, 2015):
        site_archive.article(f"{year}/report-of-{year}", date=f"{year}-05-05")
    site_archive.article("undated/unknown")
    site_archive.build()
    home = (site_archive.site / "index.html").read_text("utf-8")
    assert "15 reports" in home
    assert home.index("report of 2014") < home.index("report of 2013")
    assert "report of 2004" not in home
    assert "unknown</a>" not in home
    assert "15 تقريرًا" in site_archive.page("ar/")


def test_every_page_says_what_it_may_run(site_archive: SiteArchive) -> None:
    site_archive.article("2016/report", "A text.\n\n## With a heading")
    site_archive.build()
    for file in site_archive.site.rglob("*.html"):
        page = file.read_text("utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
        assert policy is not None, file
        assert all(f"'{source}'" in policy[1] for source in inline_hashes(page)), file


def test_a_preview_can_be_reloaded_by_script(site_archive: SiteArchive) -> None:
    site_archive.article("2016/report")
    site_archive.build(command="serve")
    assert "Content-Security-Policy" not in site_archive.page("reports/2016/report/")
    assert "Content-Security-Policy" not in site_archive.page("notes/method/")


def test_a_quiet_strict_build_fails_too(site_archive: SiteArchive) -> None:
    logger = logging.getLogger("mkdocs")
    site_archive.write("docs/notes/method.md", "# How we work\n\nSee [this](/reports/2016/no/).\n")
    level = logger.level
    logger.setLevel(logging.ERROR)  # what `mkdocs build -q` does
    try:
        with pytest.raises(Abort):
            site_archive.build()
    finally:
        logger.setLevel(level)
    assert not site_archive.site.exists()


def test_no_font_is_fetched_whatever_the_settings_say(site_archive: SiteArchive) -> None:
    config = (site_archive.folder / "mkdocs.yml").read_text("utf-8")
    site_archive.write("mkdocs.yml", config.replace("font: false, ", ""))
    site_archive.article("2016/report")
    site_archive.build()
    assert "fonts.g" not in site_archive.page("reports/2016/report/")
    assert "fonts.g" not in site_archive.page("notes/method/")


@pytest.mark.parametrize(
    "link", ["secret-plan.md", "/reports/2016/secret-plan/", "../2016/secret-plan.md"]
)
def test_a_link_to_what_is_not_public_leaves_its_words_alone(
    site_archive: SiteArchive, link: str
) -> None:
    site_archive.article("2016/secret-plan", status="embargoed")
    site_archive.article("2016/report", f"See [the report]({link}) of then.")
    site_archive.build()
    page = site_archive.page("reports/2016/report/")
    assert "secret-plan" not in page
    assert "See <a>the report</a> of then." in page


def test_an_earlier_address_answers(site_archive: SiteArchive) -> None:
    site_archive.article("2016/report", redirect_from=["old/place/"])
    site_archive.build()
    assert "../../reports/2016/report/" in site_archive.page("old/place/")

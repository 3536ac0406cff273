"""Reports over time: what is counted where, on home and tag pages, and the same in the table."""

from __future__ import annotations

import re

import pytest

from generator.archive import PublicArchive
from generator.pages._home import home_page
from generator.pages._timelines import Timeline, Timelines
from generator.pipeline.building import load_archive
from tests.conftest import SmallArchive
from tests.site.conftest import SiteArchive

VOCABULARY = """\
- {id: port, kind: place, labels: {en: Port, ar: ميناء}}
- {id: war, kind: theme, labels: {en: War, ar: حرب}}
- {id: siege, kind: theme, broader: war, labels: {en: Siege & want, ar: حصار}}
- {id: water, kind: theme, labels: {en: Water, ar: ماء}}
"""


def public(archive: SmallArchive) -> PublicArchive:
    archive.write("vocabulary.yml", VOCABULARY)
    return load_archive(archive.folder, archive.settings, archive.vocabulary).archive


def timeline(archive: PublicArchive, key: str = "", language: str = "en") -> Timeline:
    reports = archive.tagged[key] if key else archive.shelves.whole
    return Timelines(archive).of(key, reports, language)


def told(chart: Timeline) -> dict[str, tuple[int, dict[int, int], dict[int, int]]]:
    return {
        line.term_id: (line.count.total, dict(line.count.certain), dict(line.count.possible))
        for line in chart.lines
    }


@pytest.fixture
def some(archive: SmallArchive) -> SmallArchive:
    archive.article("2016/a", date="2016-01-01", tags=["siege", "port"])
    archive.article("2016/b", date="2016", tags=["siege", "water"])
    archive.article("2016/c", date="[2016-12-31,2018-01-01]", tags=["war"])
    archive.article("undated/d", tags=["water"])
    archive.article("undated/e", date="1950/2010", tags=["port"])
    archive.article("2019/f", date="2019-05", tags=["gone"])
    archive.article("2019/g", date="2019-05", tags=["water"], status="draft")
    return archive


def test_each_report_counts_for_each_theme_and_the_wider_one(some: SmallArchive) -> None:
    chart = timeline(public(some))
    assert told(chart) == {
        "": (6, {2016: 2, 2019: 1}, {2016: 1, 2018: 1}),
        "war": (3, {2016: 2}, {2016: 1, 2018: 1}),
        "siege": (2, {2016: 2}, {}),
        "water": (2, {2016: 1}, {}),
    }
    assert chart.whole.undated == 2
    assert chart.years == (2016, 2018, 2019)
    assert chart.bars is not None
    assert (chart.bars.first, chart.bars.last) == (2016, 2019)


def test_on_its_own_page_a_theme_has_the_others(some: SmallArchive) -> None:
    archive = public(some)
    assert set(told(timeline(archive, "siege"))) == {"", "water"}
    assert set(told(timeline(archive, "port"))) == {"", "war", "siege"}
    assert "gone" not in archive.tagged


def test_eight_themes_have_rows_and_the_rest_is_a_number(archive: SmallArchive) -> None:
    terms = [f"- {{id: t{n}, kind: theme, labels: {{en: T{n}}}}}\n" for n in range(12)]
    for number in range(12):
        tags = [f"t{n}" for n in range(number + 1)]
        archive.article(f"2016/r{number}", date="2016-01-01", tags=tags)
    archive.write("vocabulary.yml", "".join(terms))
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary).archive
    chart = timeline(loaded)
    assert [line.term_id for line in chart.lines] == ["", *(f"t{n}" for n in range(8))]
    assert chart.more == 4


def test_over_many_years_there_are_fewer_rows(archive: SmallArchive) -> None:
    for year in range(1870, 2020):
        archive.article(f"{year}/r", date=f"{year}-01-01", tags=["war", "water"])
    chart = timeline(public(archive))
    assert len(chart.lines) == 2
    assert len(chart.years) == 150


def test_nothing_dated_and_nothing_at_all(archive: SmallArchive) -> None:
    empty = timeline(public(archive))
    assert (empty.bars, empty.lines, empty.whole.total) == (None, (), 0)
    archive.article("undated/a", tags=["water"])
    undated = timeline(public(archive))
    assert (undated.bars, undated.whole.undated) == (None, 1)


def test_time_is_mirrored_in_arabic_only(some: SmallArchive) -> None:
    archive = public(some)
    english, arabic = (timeline(archive, language=language) for language in ("en", "ar"))
    assert english.bars
    assert arabic.bars
    assert english.bars.ticks[0][1] < english.bars.ticks[-1][1]
    assert arabic.bars.ticks[0][1] > arabic.bars.ticks[-1][1]
    assert [line.name for line in arabic.lines] == ["", "حرب", "حصار", "ماء"]


def test_the_home_page_counts_every_report(some: SmallArchive) -> None:
    archive = public(some)
    page = home_page(archive, "en")
    assert isinstance(page.context["timeline"], Timeline)
    assert page.context["count"] == 6


def section(page: str) -> str:
    start = page.index('<section aria-labelledby="over-time">')
    return page[start : page.index("</section>", start)]


def test_the_built_pages_say_it_in_words_and_in_a_table(site_archive: SiteArchive) -> None:
    site_archive.write("vocabulary.yml", VOCABULARY)
    site_archive.article("2016/a", date="2016-01-01", tags=["siege", "port"])
    site_archive.article("2017/b", date="2017-01-01", tags=["siege"])
    site_archive.article("2017/c", date="[2016-12-31,2017-01-01]", tags=["water"])
    site_archive.article("undated/d", tags=["water"])
    site_archive.build()
    home, arabic = section(site_archive.page("./")), section(site_archive.page("ar/"))
    assert home.count('role="img"') == arabic.count('role="img"') == 4
    for identifier in re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', home):
        assert home.count(f'id="{identifier}"') == 1
    findings = re.findall(r"<desc[^>]*>(.*?)</desc>", home)
    assert findings[0] == "\u2068All reports\u2069, 2016 to 2017: 3 reports; most in 2016 (1)"
    assert findings[1] == "\u2068Siege &amp; want\u2069, 2016 to 2017: 2 reports; most in 2016 (1)"
    assert 'href="./tags/siege/"' in home
    assert 'href="../ar/tags/siege/"' in arabic
    rows = re.findall(r'<tr><th scope="row">(\d+)</th>(.*?)</tr>', home)
    assert {year: re.findall(r"<td>(.*?)</td>", cells) for year, cells in rows} == {
        "2016": ["1 + 1?", "1", "1", "0 + 1?"],
        "2017": ["1 + 1?", "1", "1", "0 + 1?"],
    }
    assert "One report of unknown year is not shown." in home
    assert "تقرير واحد مجهول السنة" in arabic
    assert "style=" not in home
    assert 'role="img"' in section(site_archive.page("tags/port/"))
    assert section(site_archive.page("ar/tags/siege/")).count('role="img"') == 1


def test_a_chart_is_light(site_archive: SiteArchive) -> None:
    terms = [f"- {{id: t{n}, kind: theme, labels: {{en: Theme number {n}}}}}\n" for n in range(9)]
    site_archive.write("vocabulary.yml", "".join(terms))
    for year in range(2005, 2025):
        tags = [f"t{n}" for n in range(year % 9 + 1)]
        site_archive.article(f"{year}/r", date=f"{year}-01-01", tags=tags)
    site_archive.build()
    home = section(site_archive.page("./"))
    assert len(home[: home.index("</ul>")].encode()) <= 7_000
    assert len(home.encode()) <= 12_000

"""Feeds as other programs read them: feedparser for Atom, json for JSON Feed."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from generator.archive import PublicArchive
from generator.model import Report
from generator.outputs import feeds
from generator.pages import all_pages
from tests.outputs.archives import SITE, archive_of, original, report


def written(archive: PublicArchive) -> dict[str, bytes]:
    files = list(feeds.files(archive))
    assert len({file.path for file in files}) == len(files)
    return {file.path: file.content for file in files}


def read(content: bytes) -> Any:
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def links(parsed: Any) -> dict[str, str]:
    return {link["rel"]: link["href"] for link in parsed.feed.links}


def titles(content: bytes) -> list[str]:
    return [entry.title for entry in read(content).entries]


def many(count: int, **fields: Any) -> list[Report]:
    """Reports of which one came in a day, from the first of January 2016 on."""
    days = [f"{2016 + n // 336:04d}-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}" for n in range(count)]
    return [
        report(f"2016/r{n:04d}", original=original(day), **fields) for n, day in enumerate(days)
    ]


def test_every_list_has_its_feed_beside_its_page() -> None:
    archive = archive_of(
        [
            report("2016/a", tags=["old-quay"], source="NW", language="en", date="2016-01-01"),
            report("2016/ب", tags=["siege"], source="وكالة الميناء", language="ar"),
            report("2016/c", tags=["unheard-of"], source="northern-wire"),
        ]
    )
    pages = {page.address for page in all_pages(archive)}
    lists = r"(?:ar/)?(?:(?:tags|sources|languages)/[^/_]+|corrections)/"
    expected = {"", "ar/", *(address for address in pages if re.fullmatch(lists, address))}
    files = written(archive)
    assert {path.removesuffix("feed.xml") for path in files if path.endswith(".xml")} == expected
    assert {path.removesuffix("feed.json") for path in files if path.endswith(".json")} == expected
    assert len(expected) > 15
    assert titles(files["ar/tags/port-tarn/feed.xml"]) == ["a"]


def test_an_entry_says_what_the_report_says() -> None:
    body = "A *word* & more, <b>raw</b>.\n\n[On](b.md), [off](hidden-title.md), [up](/browse/).\n\n![p](p.png)"
    archive = archive_of(
        [
            report(
                "2016/a",
                body,
                title="Smith & Sons <b>",
                date="2016-10-28",
                authors=["Mira Holt"],
                tags=["siege"],
                rights="© 2016",
                url="https://else.example/?a=1&b=2",
                summary="In short.",
                corrections=[{"date": "2017-01-02", "note": "Two, not three."}],
                original=original("2016-11-01"),
            ),
            report("2016/b", language="ar", date="2016-10?"),
            report("2016/hidden-title", status="draft"),
        ]
    )
    files = written(archive)
    parsed = read(files["feed.xml"])
    assert parsed.feed.title == "Harbour Watch & Co"
    assert parsed.feed.subtitle == "What the <port> keeps quiet."
    entry, other = parsed.entries
    assert entry.title == "Smith & Sons <b>"
    assert entry.id == entry.link == f"{SITE}reports/2016/a/"
    assert entry.updated == "2017-01-02T00:00:00Z"
    assert entry.published.startswith("2016-10-28")
    assert [author.name for author in entry.authors] == ["Mira Holt"]
    assert [(tag.term, tag.label) for tag in entry.tags] == [("siege", "Siege")]
    assert entry.rights == "© 2016"
    assert entry.summary == "In short."
    html = entry.content[0].value
    assert "Two, not three." in html
    assert f'href="{SITE}ar/reports/2016/b/"' in html
    assert "<img" not in html
    assert "<b>raw</b>" not in html
    for content in files.values():
        assert b"hidden-title" not in content
    assert "published" not in other
    assert b"<dcterms:date>2016-10?</dcterms:date>" in files["feed.xml"]
    assert other.updated == "2016-10-01T00:00:00Z"
    item = json.loads(files["feed.json"])["items"][0]
    assert item["id"] == entry.id
    assert item["title"] == "Smith & Sons <b>"
    assert item["external_url"] == "https://else.example/?a=1&b=2"
    assert item["date_published"] == "2016-10-28T00:00:00Z"
    assert item["_archive"] == {"date": "2016-10-28", "rights": "© 2016"}
    assert "Two, not three." in item["content_html"]


def test_json_feeds_have_what_the_version_asks_for() -> None:
    archive = archive_of([*many(3), report("2017/link", "Secret.", display="link", title="Only")])
    for path, content in written(archive).items():
        if not path.endswith(".json"):
            continue
        feed = json.loads(content)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == SITE + path
        for item in feed["items"]:
            assert item["id"].startswith(SITE)
            assert ("content_html" in item) != ("content_text" in item)


@pytest.mark.parametrize(("display", "shown"), [("full", 2), ("excerpt", 1), ("link", 0)])
def test_as_much_text_as_the_rights_allow(display: str, shown: int) -> None:
    made = report("2016/a", "First.\n\nSecond.", display=display, url="https://else.example/")
    content = written(archive_of([made]))["feed.xml"].decode()
    assert ("First." in content, "Second." in content) == (shown > 0, shown > 1)


def test_a_warning_keeps_all_but_title_and_warning_out() -> None:
    made = report(
        "2016/a",
        "Body words.",
        warning="Injuries.",
        summary="Summary words.",
        tags=["siege"],
        corrections=[{"date": "2017-01-01", "note": "Note."}],
    )
    files = written(archive_of([made]))
    for name in ("feed.xml", "feed.json", "tags/siege/feed.xml"):
        content = files[name].decode()
        assert "Body words" not in content
        assert "Summary words" not in content
    (entry,) = read(files["feed.xml"]).entries
    assert entry.summary == "Content warning: Injuries."
    (arabic,) = json.loads(files["ar/feed.json"])["items"]
    assert arabic["content_text"] == "تحذير بشأن المحتوى: Injuries."


@pytest.mark.parametrize("count", [0, 1, 50, 51, 99, 100, 101, 1234])
def test_archive_documents_have_all_that_the_feed_has_not(count: int) -> None:
    """RFC 5005, 4: from the feed back to the oldest document, every entry is met."""
    files = written(archive_of(many(count)))
    name, seen, documents = "feed.xml", [], 0
    while name:
        parsed = read(files[name])
        seen += [entry.title for entry in parsed.entries]
        assert ("fh_archive" in parsed.feed) == (name != "feed.xml")
        assert links(parsed).get("current", f"{SITE}feed.xml") == f"{SITE}feed.xml"
        assert len(parsed.entries) <= 50 or name == "feed.xml"
        assert links(parsed)["self"] == SITE + name
        documents += name != "feed.xml"
        name = links(parsed).get("prev-archive", "").removeprefix(SITE)
    assert set(seen) == {f"r{n:04d}" for n in range(count)}
    assert documents == 0 if count <= 50 else count / 50 - 1 <= documents <= count / 38
    assert len(read(files["feed.xml"]).entries) == min(count, 50)


def test_a_new_report_changes_no_archive_document_and_a_correction_one() -> None:
    reports = many(260)
    before = written(archive_of(reports))
    after = written(archive_of([*reports, report("2020/new", original=original("2020-01-01"))]))
    documents = {path for path in before if re.search(r"feed-\d+\.xml$", path)}
    assert documents
    assert all(after[path] == before[path] for path in documents)
    assert titles(after["feed.xml"])[0] == "new"
    front = reports[7].front.model_dump() | {
        "corrections": [{"date": "2021-01-01", "note": "Wrong."}],
        "date": "XXXX",
        "original": original("2016-01-08"),
    }
    corrected = [*reports[:7], report("2016/r0007", **front), *reports[8:]]
    mended = written(archive_of(corrected))
    assert titles(mended["feed.xml"])[0] == "r0007"
    changed = {path for path in documents if mended[path] != before[path]}
    assert changed == {"feed-1.xml", "languages/en/feed-1.xml"}


def test_a_report_that_comes_in_between_older_ones_changes_few_documents() -> None:
    reports = many(2_000)
    before = written(archive_of(reports))
    after = written(archive_of([*reports, report("2016/late", original=original("2016-03-03"))]))
    documents = {path for path in before if re.fullmatch(r"feed-\d+\.xml", path)}
    assert len(documents) > 40
    assert 1 <= sum(after[path] != before[path] for path in documents) <= 6


def test_what_is_corrected_pushes_nothing_out_that_stands_nowhere_else() -> None:
    correction = [{"date": "2021-01-01", "note": "Wrong."}]
    reports = [
        *many(60, corrections=correction),
        *[report(f"2018/n{n:02}", original=original("2018-01-01")) for n in range(39)],
    ]
    files = written(archive_of(reports))
    found = {
        title
        for name in files
        if re.fullmatch(r"feed(-\d+)?.xml", name)
        for title in titles(files[name])
    }
    assert found == {made.front.title for made in reports}


def test_an_old_report_that_arrives_today_is_news() -> None:
    archive = archive_of(
        [
            report("2020/recent", date="2020-05-05"),
            report("1999/old", date="1999-01-01", original=original("2023-05-02")),
            report("undated/unknown"),
        ]
    )
    files = written(archive)
    assert titles(files["feed.xml"]) == ["old", "recent", "unknown"]
    assert read(files["feed.xml"]).entries[2].updated == "1970-01-01T00:00:00Z"


def test_corrections_and_withdrawals_have_their_feed() -> None:
    notes = [{"date": "2017-01-01", "note": "First."}, {"date": "2017-01-01", "note": "Then."}]
    archive = archive_of(
        [
            report("2016/a", title="Quay", corrections=notes),
            report(
                "2016/gone",
                "Canary.",
                status="withdrawn",
                withdrawn={"date": "2019-03-04", "reason": "Both accounts were one person's."},
            ),
        ]
    )
    files = written(archive)
    entries = read(files["corrections/feed.xml"]).entries
    assert [(entry.title, entry.summary) for entry in entries] == [
        ("A report was withdrawn", "Both accounts were one person's."),
        ("Corrected: Quay", "Then."),
        ("Corrected: Quay", "First."),
    ]
    assert [entry.id.partition("#")[2] for entry in entries] == [
        "withdrawal",
        "correction-2017-01-01-2",
        "correction-2017-01-01",
    ]
    assert b"Canary" not in b"".join(files.values())
    assert read(files["ar/corrections/feed.xml"]).feed.title.startswith("التصويبات")


@pytest.mark.parametrize("count", [50, 51, 99, 100, 149])
def test_archive_documents_of_corrections_have_all_that_the_feed_has_not(count: int) -> None:
    made = [
        report(
            f"2016/r{n}",
            corrections=[{"date": f"{2017 + n // 28}-01-{n % 28 + 1:02d}", "note": "x"}],
        )
        for n in range(count)
    ]
    files = written(archive_of(made))
    name, seen = "corrections/feed.xml", set()
    assert len(read(files[name]).entries) >= 50
    while name:
        parsed = read(files[name])
        seen |= {entry.id for entry in parsed.entries}
        name = links(parsed).get("prev-archive", "").removeprefix(SITE)
    assert len(seen) == count


def test_long_texts_stop_where_a_feed_would_grow_heavy() -> None:
    long = "Harbour words. " * 1000
    made = [report(f"2016/r{n}", long, original=original(f"2016-01-{n + 1:02d}")) for n in range(9)]
    files = written(archive_of(made))
    for name, texts in (("feed", 6), ("languages/en/feed", 2), ("ar/languages/en/feed", 2)):
        entries = read(files[f"{name}.xml"]).entries
        assert ["content" in entry for entry in entries] == [True] * texts + [False] * (9 - texts)
        items = json.loads(files[f"{name}.json"])["items"]
        assert ["content_html" in item for item in items] == ["content" in e for e in entries]


def test_what_xml_cannot_hold_is_left_out() -> None:
    made = report(
        "2016/a", "Page one.\x0c\n\nPage\x0b two ﷽ \U0001f6a2 \ufffe.", title="A\x07 title"
    )
    content = written(archive_of([made]))["feed.xml"]
    ElementTree.fromstring(content)
    assert titles(content) == ["A title"]


def test_no_feed_where_the_address_of_the_site_is_not_known() -> None:
    assert written(archive_of(many(3), site_url="")) == {}

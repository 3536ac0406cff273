"""Feeds: taken apart entry by entry; damaged and hostile ones end in a named error."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ArchiveError
from generator.importers import Claim, container_for, importer_for
from generator.importers.feed import claims, parts
from generator.model import BrokenPart, RawReport
from tests.conftest import SmallArchive

TODAY = date(2026, 1, 1)
HEAD = '<?xml version="1.0"?><rss version="2.0"><channel><title>Tarn Mirror</title>'


def item(number: int, text: str = "", extra: str = "") -> str:
    body = text or f"&lt;p&gt;Crane {number} stood still for {number} days.&lt;/p&gt;" * 9
    return (
        f"<item><guid>g-{number}</guid><title>Crane {number} stands still</title>"
        f"<link>https://mirror.example/{number}</link><description>{body}</description>{extra}</item>"
    )


def feed(*items: str, title: str = "Tarn Mirror") -> str:
    return HEAD.replace("Tarn Mirror", title) + "".join(items) + "</channel></rss>"


def _raw(content: str | bytes) -> RawReport:
    data = content.encode() if isinstance(content, str) else content
    return RawReport.of("feed.xml", data, TODAY)


@pytest.mark.parametrize(
    ("content", "claim"),
    [
        (feed(), Claim.STRONG),
        ("\ufeff<!-- made by x --><rss>", Claim.STRONG),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', Claim.STRONG),
        ('{"title": "x", "version": "https://jsonfeed.org/version/1"}', Claim.STRONG),
        ('<rss xmlns:wp="http://wordpress.org/export/1.2/">', Claim.NONE),
        ("<html><rss>", Claim.NONE),
        ('{"version": "1"}', Claim.NONE),
        ("A text about <rss> and such.", Claim.NONE),
    ],
)
def test_claims(content: str, claim: Claim) -> None:
    assert claims(_raw(content)) is claim


def test_next_months_feed(archive: SmallArchive) -> None:
    may = archive.write("inbox/may.xml", feed(item(1), item(2)))
    assert archive.run("import", may).exit_code == 0
    assert not may.exists()
    before = archive.listing()
    edited = item(2, "&lt;p&gt;Crane 2 works again, after all these days.&lt;/p&gt;" * 9)
    june = archive.write("inbox/june.xml", feed(item(3), edited, item(1), title="The Mirror"))
    result = archive.run("import", june)
    assert "1 imported, 2 already there, 0 failed" in result.output
    assert "look: original" in result.output
    assert "has changed where it comes from" in result.output
    assert len(archive.articles()) == 3
    assert all(archive.listing()[name] == content for name, content in before.items())
    assert june.exists()
    assert archive.run("check").output == "no problems\n"


def test_addresses_of_people_stay_out(archive: SmallArchive) -> None:
    author = "<author>ana@mirror.example (Ana Serrel)</author>"
    archive.run("import", archive.write("inbox/a.xml", feed(item(1, extra=author))))
    (path,) = archive.articles()
    assert archive.fields(path)["authors"] == ["Ana Serrel"]
    article = (archive.folder / f"articles/{path}.md").read_text()
    assert "@" not in article


def test_an_entry_without_a_name_is_a_broken_part() -> None:
    (part,) = parts(_raw(feed("<item><title>No name</title></item>")))
    reason = "has neither a GUID nor an address nor a title with its date"
    assert part == BrokenPart("No name", reason)


def test_an_entry_is_known_by_its_title_and_date_where_it_says_no_more() -> None:
    dated = "<item><title>Crane 7</title><pubDate>Fri, 28 Oct 2016 08:00:00 GMT</pubDate></item>"
    (part,) = parts(_raw(feed(dated)))
    assert isinstance(part, RawReport)
    assert part.inside and part.inside.part == "Crane 7 (Fri, 28 Oct 2016 08:00:00 GMT)"


@pytest.mark.parametrize(
    ("extra", "title"),
    [
        ("<title>Crane&nbsp;&mdash; 7</title>", "Crane — 7"),
        ("<title>Crane \x0b7</title>", "Crane 7"),
        ("<yandex:full-text>x</yandex:full-text><title>Crane 7</title>", "Crane 7"),
        ("<atom:link href='https://mirror.example/7'/><title>Crane 7</title>", "Crane 7"),
    ],
)
def test_what_is_no_xml_to_the_letter_is_mended(extra: str, title: str) -> None:
    entry = f"<item>{extra}<guid>7</guid><description>Crane 7 works again.</description></item>"
    content = "\n" + feed(entry).replace("?>", ' encoding="437"?>', 1)
    (part,) = parts(_raw(content))
    assert isinstance(part, RawReport)
    assert json.loads(part.content)["title"] == title


@pytest.mark.parametrize(
    ("content", "message", "read"),
    [
        (HEAD + item(1) + item(2)[:40], "is damaged", 1),
        (HEAD + item(1) + "<item>\x00", "is damaged", 1),
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "is damaged", 0),
        ('{"version": "https://jsonfeed.org/version/1"}', "no list of items", 0),
        (
            '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
            "is damaged",
            0,
        ),
    ],
)
def test_damaged_feeds(archive: SmallArchive, content: str, message: str, read: int) -> None:
    result = archive.run("import", archive.write("inbox/a.xml", content))
    assert message in result.output
    assert f"{read} imported, 0 already there, 1 failed" in result.output


def test_entities_are_not_expanded(archive: SmallArchive, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("CANARY")
    laughs = "".join(f"<!ENTITY l{n + 1} '{f'&l{n};' * 10}'>" for n in range(12))
    head = f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{laughs}<!ENTITY f SYSTEM 'file://{secret}'>]>"
    content = feed(item(1, "It says &l12; and &f; to all." * 20)).replace("<rss", f"{head}<rss")
    archive.run("import", archive.write("inbox/a.xml", content))
    for name, found in archive.listing().items():
        assert b"CANARY" not in found, name
        assert len(found) < 100_000, name


@given(st.sampled_from((HEAD, '<feed xmlns="http://www.w3.org/2005/Atom">', "")), st.binary())
def test_any_bytes_give_entries_or_a_named_error(head: str, rest: bytes) -> None:
    raw = _raw(head.encode() + rest)
    try:
        container = container_for(raw)
        for part in container.parts(raw) if container else ():
            if isinstance(part, RawReport):
                list(importer_for(part).read(part))
    except ArchiveError as error:
        assert str(error)

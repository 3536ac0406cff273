"""The same report again: nothing changes, nothing an editor wrote is lost, a killed import is repaired."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.conftest import WIRE, SmallArchive
from tests.pipeline.reports import MARKDOWN, WIRE_PATH, sha


def test_the_same_original_again_changes_nothing(archive: SmallArchive, tmp_path: Path) -> None:
    archive.run("import", archive.write("inbox/wire.txt", WIRE))
    before = archive.listing()
    elsewhere = tmp_path / "other" / "name.dat"
    elsewhere.parent.mkdir()
    elsewhere.write_text(WIRE)
    again = archive.write("inbox/deep/again.txt", WIRE)
    result = archive.run("import", "--source", "Other", elsewhere, again)
    assert result.exit_code == 0
    assert "0 imported, 2 already there, 0 failed" in result.output
    assert f"already there as articles/{WIRE_PATH}.md" in result.output
    assert archive.listing() == before
    assert elsewhere.exists()
    assert not again.exists()


def test_an_editors_changes_survive(archive: SmallArchive) -> None:
    archive.run("import", archive.write("inbox/wire.txt", WIRE))
    file = archive.folder / f"articles/{WIRE_PATH}.md"
    edited = file.read_text().replace("Dockers walk out", "An editor's title", 1) + "\nMore.\n"
    file.write_text(edited)
    assert archive.run("import", archive.write("inbox/wire.txt", WIRE)).exit_code == 0
    assert file.read_text() == edited
    assert archive.articles() == [WIRE_PATH]


def test_an_article_that_was_moved_is_still_known(archive: SmallArchive) -> None:
    archive.run("import", archive.write("inbox/wire.txt", WIRE))
    for suffix in (".md", ".txt"):
        moved = archive.folder / f"articles/2016/moved{suffix}"
        (archive.folder / f"articles/{WIRE_PATH}{suffix}").rename(moved)
    text = (archive.folder / "articles/2016/moved.md").read_text()
    file = "dockers-walk-out-at-port-tarn.txt"
    (archive.folder / "articles/2016/moved.md").write_text(text.replace(file, "moved.txt"))
    result = archive.run("import", archive.write("inbox/wire.txt", WIRE))
    assert "already there as articles/2016/moved.md" in result.output
    assert archive.articles() == ["2016/moved"]


def test_two_reports_with_one_title_get_two_addresses(archive: SmallArchive) -> None:
    one, two = WIRE, WIRE.replace("two cranes", "three cranes")
    archive.write("inbox/1.txt", one)
    archive.run("import", archive.write("inbox/2.txt", two))
    archive.run("import", archive.folder / "inbox")
    assert archive.articles() == [WIRE_PATH, f"{WIRE_PATH}-2"]
    assert (archive.folder / f"articles/{WIRE_PATH}.txt").read_bytes() == two.encode()
    assert (archive.folder / f"articles/{WIRE_PATH}-2.txt").read_bytes() == one.encode()
    assert archive.run("check").exit_code == 0


def test_one_report_twice_in_one_import(archive: SmallArchive) -> None:
    archive.write("inbox/1.txt", WIRE)
    archive.write("inbox/2.txt", WIRE)
    result = archive.run("import", archive.folder / "inbox")
    assert "1 imported, 1 already there, 0 failed" in result.output
    assert archive.articles() == [WIRE_PATH]
    assert not list((archive.folder / "inbox").iterdir())


@pytest.mark.parametrize("display", ["full", "excerpt"])
def test_a_known_report_whose_original_is_lost_is_told(archive: SmallArchive, display: str) -> None:
    raw = MARKDOWN.replace("author:", f"display: {display}\nauthor:")
    archive.run("import", archive.write("inbox/a.md", raw))
    (path,) = archive.articles()
    kept = [f"articles/{path}.md.txt", f"originals/{sha(raw)}"][display == "excerpt"]
    (archive.folder / kept).unlink()
    again = archive.write("inbox/a.md", raw)
    (record,) = archive.import_json(again)
    assert again.exists()
    problems = record["problems"]
    assert isinstance(problems, list)
    assert "missing or changed" in problems[0]["message"]


def test_a_known_report_whose_article_is_broken_stays(archive: SmallArchive) -> None:
    archive.run("import", archive.write("inbox/wire.txt", WIRE))
    file = archive.folder / f"articles/{WIRE_PATH}.md"
    file.write_text(file.read_text().replace("title:", "title: a\ntitle:", 1))
    again = archive.write("inbox/wire.txt", WIRE)
    result = archive.run("import", again)
    assert "stands here twice" in result.output
    assert again.exists()
    assert archive.articles() == [WIRE_PATH]


def test_what_the_inbox_only_links_to_stays_where_it_is(archive: SmallArchive) -> None:
    own = archive.write("elsewhere/wire.txt", WIRE)
    link = archive.folder / "inbox/wire.txt"
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(own)
    result = archive.run("import", link)
    assert result.exit_code == 0, result.output
    assert archive.articles() == [WIRE_PATH]
    assert own.exists()
    assert link.exists()


def test_a_killed_import_is_repaired_by_the_next(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = archive.write("inbox/wire.txt", WIRE)
    real_link = os.link

    def killed(source: str, target: Path) -> None:
        if str(target).endswith(".md"):
            raise KeyboardInterrupt
        real_link(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", killed)
        archive.run("import", raw)
    assert archive.articles() == []
    assert raw.exists()
    assert (archive.folder / f"articles/{WIRE_PATH}.txt").exists()
    assert archive.run("import", raw).exit_code == 0
    assert archive.articles() == [WIRE_PATH]
    assert not raw.exists()
    assert archive.run("check").exit_code == 0
    assert not [name for name in archive.listing() if ".writing" in name]


def test_a_full_disk_is_told_and_nothing_is_lost(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    raw = archive.write("inbox/wire.txt", WIRE)
    before = archive.listing()
    monkeypatch.setattr(os, "fsync", full)
    result = archive.run("import", raw)
    assert result.exit_code == 1
    assert "No space left on device" in result.output
    assert archive.listing() == before


def test_articles_are_not_imported_again(archive: SmallArchive) -> None:
    article = archive.article("2016/one")
    before = archive.listing()
    result = archive.run("import", article.parent)
    assert result.exit_code == 1
    assert "lies in articles/" in result.output
    assert archive.listing() == before

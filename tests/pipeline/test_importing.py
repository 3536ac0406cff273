"""`archive import`, through the real command on a real folder."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pipeline import ImportOptions, Outcome, import_reports
from tests.conftest import CONFIG, WIRE, SmallArchive

KEYS = [
    "input",
    "path",
    "title",
    "publisher",
    "source",
    "authors",
    "date",
    "language",
    "tags",
    "rights",
    "inferred",
    "problems",
]
WIRE_PATH = "2016/dockers-walk-out-at-port-tarn"
MARKDOWN = """\
---
title: "Crane report: the finding"
date: 2017-03-02
author: Mira Holt, Sami Nader
tags: [siege]
lang: en
---

The crane **failed**.

    code stays
"""


def sha(text: str | bytes) -> str:
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def report(number: int) -> str:
    """A short report unlike any other."""
    return f"Report number {number} of the port\n\nCrane {number} stood still for {number} days.\n"


# A raw report becomes an article


def test_a_report_from_the_inbox(archive: SmallArchive) -> None:
    raw = archive.write("inbox/wire.txt", WIRE)
    result = archive.run("import", raw)
    assert result.exit_code == 0, result.output
    assert archive.articles() == [WIRE_PATH]
    assert f"+ {raw} → articles/{WIRE_PATH}.md" in result.output
    assert "1 imported, 0 already there, 0 failed" in result.output
    assert not raw.exists()
    beside = archive.folder / f"articles/{WIRE_PATH}.txt"
    assert beside.read_bytes() == WIRE.encode()
    fields = archive.fields(WIRE_PATH)
    assert fields["title"] == "Dockers walk out at Port Tarn"
    assert fields["original"] == {
        "file": beside.name,
        "sha256": sha(WIRE),
        "media_type": "text/plain",
        "retrieved": datetime.now(UTC).date().isoformat(),
    }
    assert isinstance(fields["inferred"], dict)
    assert set(fields["inferred"]) <= set(fields)
    assert archive.run("check").output == "no problems\n"


def test_the_original_is_kept_byte_for_byte(archive: SmallArchive) -> None:
    raw = b"\xef\xbb\xbfA title of some words\r\n\r\nA text with trailing blanks.   \r\n\r\n\r\n"
    archive.run("import", archive.write("inbox/a.txt", raw))
    (path,) = archive.articles()
    assert (archive.folder / f"articles/{path}.txt").read_bytes() == raw


def test_a_file_elsewhere_stays_where_it_is(archive: SmallArchive, tmp_path: Path) -> None:
    raw = tmp_path / "wire.txt"
    raw.write_text(WIRE)
    assert archive.run("import", raw).exit_code == 0
    assert raw.read_text() == WIRE


def test_json_lines_have_exactly_these_keys(archive: SmallArchive) -> None:
    archive.write("inbox/a.txt", WIRE)
    archive.write("inbox/b.txt", report(1))
    archive.write("inbox/c.bin", b"\x00\x01")
    result = archive.run("import", "--format", "json", archive.folder / "inbox")
    assert result.exit_code == 1
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [list(record) for record in records] == [KEYS] * 3
    first, second, failed = records
    assert first["input"] == str(archive.folder / "inbox/a.txt")
    assert first["path"] == f"articles/{WIRE_PATH}.md"
    assert first["date"] == "2016-10-28"
    assert first["authors"] == ["Mira Holt", "Sami Nader"]
    assert first["source"] == "northern-wire" or "Northern Wire" in first["source"]
    assert first["rights"] == "© 2016 Northern Wire"
    assert {"port-tarn", "old-quay", "siege"} == set(first["tags"])
    assert set(first["inferred"]) >= {"title", "date", "authors"}
    assert (second["date"], second["authors"], second["rights"]) == (None, [], None)
    assert (failed["path"], failed["title"], failed["tags"]) == (None, None, [])
    assert failed["problems"][0]["file"].endswith("c.bin")
    assert failed["problems"][0]["message"]
    assert failed["problems"][0]["remedy"]
    assert "2 imported, 0 already there, 1 failed" in result.stderr


def test_what_the_editor_knows_overrules_what_is_found(archive: SmallArchive) -> None:
    raw = archive.write("inbox/wire.txt", WIRE)
    (record,) = archive.import_json(
        *("--source", "Desk", "--publisher", "The Port Paper", "--date", "2016-10?"),
        *("--language", "en-GB", "--tag", "Siege", "--tag", "old-quay", "--author", "A One"),
        *("--author", "B Two", "--rights", "free", raw),
    )
    assert record["source"] == "Desk"
    assert record["publisher"] == "The Port Paper"
    assert record["date"] == "2016-10?"
    assert record["language"] == "en-GB"
    assert record["authors"] == ["A One", "B Two"]
    assert record["rights"] == "free"
    tags = record["tags"]
    assert isinstance(tags, list)
    assert tags[:2] == ["siege", "old-quay"]
    assert "port-tarn" in tags
    inferred = record["inferred"]
    assert isinstance(inferred, dict)
    stated = {"source", "publisher", "date", "language", "authors", "rights"}
    assert not stated & set(inferred)
    assert archive.articles() == [WIRE_PATH]


def test_a_tag_that_is_no_term_is_left_out_and_told(archive: SmallArchive) -> None:
    (record,) = archive.import_json("--tag", "weather", archive.write("inbox/a.txt", report(1)))
    assert record["tags"] == []
    problems = record["problems"]
    assert isinstance(problems, list)
    assert ("tags", "weather") in [(p["field"], p["found"]) for p in problems]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--date", "2016-13", "--date: '2016-13' names a day that does not exist"),
        ("--date", "yesterday", "--date: 'yesterday' is not a date in EDTF"),
        ("--language", "english", "--language: 'english' is not a BCP 47"),
    ],
)
def test_options_that_are_not_valid(
    archive: SmallArchive, option: str, value: str, message: str
) -> None:
    raw = archive.write("inbox/a.txt", WIRE)
    result = archive.run("import", option, value, raw)
    assert result.exit_code == 2
    assert message in result.stderr
    assert archive.articles() == []
    assert raw.exists()


def test_every_option_that_is_not_valid_is_told(archive: SmallArchive) -> None:
    result = archive.run("import", "--date", "x", "--language", "y", archive.folder / "inbox")
    assert "--date:" in result.stderr
    assert "--language:" in result.stderr


# Once is enough


def test_a_dry_run_writes_nothing_at_all(archive: SmallArchive) -> None:
    archive.write("inbox/a.txt", WIRE)
    archive.write("inbox/b.md", MARKDOWN.replace("author:", "display: excerpt\nauthor:"))
    archive.write("inbox/same-as-a.txt", WIRE)
    archive.write("inbox/same-title.txt", WIRE + "Another line.\n")
    before = archive.listing()
    folders = sorted(archive.folder.rglob("*"))
    result = archive.run("import", "--dry-run", archive.folder / "inbox")
    assert result.exit_code == 0, result.output
    assert "nothing was written" in result.output
    assert archive.listing() == before
    assert sorted(archive.folder.rglob("*")) == folders
    dry = archive.import_json("--dry-run", archive.folder / "inbox")
    assert archive.listing() == before
    wet = archive.import_json(archive.folder / "inbox")
    assert [record["path"] for record in dry] == [record["path"] for record in wet]
    assert len({str(record["path"]) for record in wet}) == 3
    assert dry[2]["problems"] == []


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


# What cannot be imported


def test_a_failure_among_good_ones_is_named_and_the_rest_goes_on(archive: SmallArchive) -> None:
    archive.write("inbox/1.txt", report(1))
    broken = archive.write("inbox/2.md", "---\ntitle: a: b\n---\n\nText\n")
    archive.write("inbox/3.txt", report(3))
    result = archive.run("import", archive.folder / "inbox")
    assert result.exit_code == 1
    assert "2 imported, 0 already there, 1 failed" in result.output
    assert f"! {broken}: line 2: not valid YAML" in result.output
    assert [file.name for file in (archive.folder / "inbox").iterdir()] == ["2.md"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n \xef\xbb\xbf", "is empty"),
        ("empty.md", b"", "is empty"),
        ("binary.dat", bytes(range(256)), "no importer reads it"),
        ("scan.pdf", b"%PDF-1.7\n...", "no importer reads it"),
        ("open.md", b"---\ntitle: x\n\nText", "has no end"),
        ("twice.md", b"---\ntitle: x\ntitle: y\n---\nText", "stands here twice"),
        ("hollow.md", b"---\ndate: 2016\n---\n", "nothing"),
    ],
)
def test_what_cannot_be_read(
    archive: SmallArchive, name: str, content: bytes, message: str
) -> None:
    raw = archive.write(f"inbox/{name}", content)
    result = archive.run("import", raw)
    assert result.exit_code == 1
    assert f"! {raw}: " in result.output
    assert message in result.output
    assert "0 imported, 0 already there, 1 failed" in result.output
    assert raw.exists()
    assert archive.articles() == []


def test_a_path_that_is_not_there(archive: SmallArchive) -> None:
    missing = archive.folder / "inbox/nothing.txt"
    result = archive.run("import", missing)
    assert result.exit_code == 1
    assert f"! {missing}: No such file or directory: check the name" in result.output
    assert archive.run("import", "--if-any", missing).exit_code == 0


def test_a_folder_is_imported_with_everything_in_it(archive: SmallArchive, tmp_path: Path) -> None:
    for number, name in enumerate(["b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", ".gitkeep"]):
        archive.write(f"inbox/{name}", report(number))
    outside = tmp_path / "outside.txt"
    outside.write_text(report(9))
    (archive.folder / "inbox/link.txt").symlink_to(outside)
    records = archive.import_json(archive.folder / "inbox")
    names = [
        Path(str(record["input"])).relative_to(archive.folder).as_posix() for record in records
    ]
    assert names == ["inbox/a/z.txt", "inbox/b.txt", "inbox/link.txt"]
    assert records[2]["path"] is None
    assert "is a link to another file" in str(records[2]["problems"])
    assert (archive.folder / "inbox/a/.hidden.txt").exists()
    assert (archive.folder / "inbox/.git/x.txt").exists()
    assert outside.exists()


def test_an_empty_folder(archive: SmallArchive) -> None:
    result = archive.run("import", archive.folder / "inbox")
    assert result.exit_code == 0
    assert "0 imported, 0 already there, 0 failed" in result.output


def test_a_link_that_is_named_is_followed_and_what_it_leads_to_stays(
    archive: SmallArchive, tmp_path: Path
) -> None:
    target = tmp_path / "wire.txt"
    target.write_text(WIRE)
    link = archive.folder / "inbox/link.txt"
    link.symlink_to(target)
    assert archive.run("import", link).exit_code == 0
    assert archive.articles() == [WIRE_PATH]
    assert target.exists()
    dangling = archive.folder / "inbox/dangling.txt"
    dangling.symlink_to(tmp_path / "nothing")
    assert archive.run("import", dangling).exit_code == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(archive: SmallArchive) -> None:
    raw = archive.write("inbox/a.txt", WIRE)
    raw.chmod(0)
    result = archive.run("import", raw)
    assert result.exit_code == 1
    assert "Permission denied" in result.output


def test_an_article_that_is_a_folder_ends_the_import_with_a_sentence(archive: SmallArchive) -> None:
    (archive.folder / "articles/2016/x.md").mkdir(parents=True)
    result = archive.run("import", archive.write("inbox/a.txt", WIRE))
    assert result.exit_code == 1
    assert "Error: articles/2016/x.md cannot be read" in result.stderr


def test_a_file_that_cannot_leave_the_inbox_is_told(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, missing_ok: bool = False) -> None:
        if "inbox" in self.parts:
            raise PermissionError(errno.EACCES, "Permission denied")
        unlink(self, missing_ok)

    unlink = Path.unlink
    raw = archive.write("inbox/wire.txt", WIRE)
    monkeypatch.setattr(Path, "unlink", refused)
    for _ in range(2):
        result = archive.run("import", raw)
        assert result.exit_code == 1
        assert "could not be removed from the inbox: Permission denied" in result.output
    assert archive.articles() == [WIRE_PATH]


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_name_that_is_no_text(archive: SmallArchive, form: str) -> None:
    raw = os.fsencode(archive.folder / "inbox") + b"/caf\xe9 :warning: [red].txt"
    Path(os.fsdecode(raw)).write_text(WIRE)
    command = [sys.executable, "-c", "from generator.cli import main; main()"]
    done = subprocess.run(
        [*command, "-C", archive.folder, "import", "--format", form, archive.folder / "inbox"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8:strict"},
    )
    assert done.returncode == 0, done.stderr.decode()
    assert "caf\ufffd :warning: [red].txt" in done.stdout.decode()
    assert archive.articles() == [WIRE_PATH]
    assert not list((archive.folder / "inbox").iterdir())


# Markdown, and originals that are not public


def test_markdown_with_front_matter(archive: SmallArchive) -> None:
    (record,) = archive.import_json(archive.write("inbox/a.md", MARKDOWN))
    assert record["title"] == "Crane report: the finding"
    assert record["date"] == "2017-03-02"
    assert record["authors"] == ["Mira Holt", "Sami Nader"]
    assert record["language"] == "en"
    path = "2017/crane-report-the-finding"
    assert archive.articles() == [path]
    text = (archive.folder / f"articles/{path}.md").read_text()
    assert text.endswith("---\n\nThe crane **failed**.\n\n    code stays\n")
    assert 'date: "2017-03-02"' in text
    beside = archive.folder / f"articles/{path}.md.txt"
    assert beside.read_bytes() == MARKDOWN.encode()
    assert archive.run("check").exit_code == 0


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("display: excerpt", "display is excerpt"),
        ("display: link", "display is link"),
        ("status: draft", "status is draft"),
        ("status: embargoed", "status is embargoed"),
    ],
)
def test_an_original_that_may_not_be_public(archive: SmallArchive, line: str, why: str) -> None:
    raw = MARKDOWN.replace("author:", f"{line}\nauthor:")
    file = archive.write("inbox/a.md", raw)
    assert archive.run("import", file).exit_code == 0
    (path,) = archive.articles()
    original = archive.fields(path)["original"]
    assert isinstance(original, dict)
    assert original["withheld"] == why
    assert "file" not in original
    assert (archive.folder / "originals" / sha(raw)).read_bytes() == raw.encode()
    beside = [name for name in archive.listing() if name.startswith("articles/")]
    assert beside == [f"articles/{path}.md"]
    assert not file.exists()
    again = archive.run("import", archive.write("inbox/b.md", raw))
    assert "0 imported, 1 already there" in again.output


def test_evidence_falls_where_the_editor_states_the_field(archive: SmallArchive) -> None:
    raw = MARKDOWN.replace(
        "author:", "rights: old\ninferred:\n  rights: the last line\n  date: a guess\nauthor:"
    )
    (record,) = archive.import_json("--rights", "new", archive.write("inbox/a.md", raw))
    inferred = record["inferred"]
    assert isinstance(inferred, dict)
    assert record["rights"] == "new"
    assert "rights" not in inferred
    assert inferred["date"] == "a guess"


@pytest.mark.parametrize("date", ["../2016", "/2016", "[..2016-10-28]", "XXXX-10"])
def test_a_date_without_a_beginning_stands_with_the_undated(
    archive: SmallArchive, date: str
) -> None:
    archive.run("import", "--date", date, archive.write("inbox/a.txt", report(1)))
    assert archive.articles() == ["undated/report-number-1-of-the-port"]


def test_json_stays_json_where_a_date_makes_the_edtf_package_talk(archive: SmallArchive) -> None:
    raw = MARKDOWN.replace("2017-03-02", "2017-1X")
    (record,) = archive.import_json(archive.write("inbox/a.md", raw))
    assert record["title"] == "Crane report: the finding"


# Many at once, and by another mapper


def test_three_hundred_at_once(archive: SmallArchive) -> None:
    for number in range(300):
        archive.write(f"inbox/{number % 7}/{number:03}.txt", report(number))
    records = archive.import_json(archive.folder / "inbox")
    assert len(records) == 300
    assert [record["input"] for record in records] == sorted(str(r["input"]) for r in records)
    assert len(archive.articles()) == 300
    assert not [file for file in (archive.folder / "inbox").rglob("*") if file.is_file()]
    assert archive.run("check").exit_code == 0


def test_any_mapper_that_keeps_the_order_will_do(archive: SmallArchive) -> None:
    files = [archive.write(f"inbox/{number}.txt", report(number)) for number in range(3)]
    options = ImportOptions(today=datetime(2020, 1, 1, tzinfo=UTC).date())
    results = import_reports(
        archive.store,
        files,
        archive.settings,
        archive.vocabulary,
        options,
        mapper=lambda function, raws: iter([function(raw) for raw in list(raws)]),
    )
    assert [result.outcome for result in results] == [Outcome.IMPORTED] * 3


def test_a_broken_importer_ends_its_own_file_only(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by chance")

    with monkeypatch.context() as patch:
        patch.setattr("generator.pipeline.importing.infer", broken)
        result = archive.run("import", archive.write("inbox/a.txt", WIRE))
    assert result.exit_code == 1
    assert "ZeroDivisionError: by chance: please report this file" in result.output


# Which archive


def test_the_folder_may_be_named_before_and_after_the_command(
    archive: SmallArchive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = str(archive.folder)
    for number, arguments in enumerate((["-C", folder, "import"], ["import", "-C", folder])):
        raw = archive.write(f"inbox/{number}.txt", report(number))
        result = CliRunner().invoke(main, [*arguments, str(raw)])
        assert result.exit_code == 0, result.output
    assert len(archive.articles()) == 2
    for arguments in (["-C", folder, "check"], ["check", "--folder", folder]):
        assert CliRunner().invoke(main, arguments).output == "no problems\n"


def test_the_archive_around_the_current_folder_is_used(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.write("inbox/deep/wire.txt", WIRE)
    monkeypatch.chdir(archive.folder / "inbox/deep")
    result = CliRunner().invoke(main, ["import", "wire.txt"])
    assert result.exit_code == 0, result.output
    assert archive.articles() == [WIRE_PATH]
    assert not Path("wire.txt").exists()


def test_outside_of_any_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (["check"], ["import", "x"]):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 1
        assert "no mkdocs.yml here or in a folder above" in result.stderr
        assert "-C FOLDER" in result.stderr


def test_a_folder_without_settings_becomes_a_new_archive(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    raw = tmp_path / "wire.txt"
    raw.write_text(WIRE)
    result = CliRunner().invoke(main, ["import", "--format", "json", "-C", str(folder), str(raw)])
    assert result.exit_code == 0
    assert "using plain settings" in result.stderr
    assert len(result.stdout.splitlines()) == 1
    assert SmallArchive(folder).articles() == [WIRE_PATH]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["-C", str(tmp_path / "nothing"), "check"])
    assert result.exit_code == 2
    assert "does not exist" in result.stderr


@pytest.mark.parametrize("command", [["check"], ["import", "x.txt"]])
@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("mkdocs.yml", CONFIG.replace("contact:", "contcat:"), "did you mean 'contact'?"),
        ("mkdocs.yml", "site_name: [", "cannot be read"),
        ("vocabulary.yml", "- id: Not An Id\n", "term Not An Id"),
    ],
)
def test_wrong_settings_are_told(
    archive: SmallArchive, command: list[str], file: str, text: str, message: str
) -> None:
    archive.write(file, text)
    result = archive.run(*command)
    assert result.exit_code == 1
    assert message in result.stderr
    assert file in result.stderr
    assert result.stdout == ""


def test_articles_are_not_imported_again(archive: SmallArchive) -> None:
    article = archive.article("2016/one")
    before = archive.listing()
    result = archive.run("import", article.parent)
    assert result.exit_code == 1
    assert "lies in articles/" in result.output
    assert archive.listing() == before

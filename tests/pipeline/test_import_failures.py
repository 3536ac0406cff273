"""Files that cannot be imported: each is named, and the rest goes on."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import WIRE, SmallArchive
from tests.pipeline.reports import WIRE_PATH, report


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
        ("scan.pdf", b"%PDF-1.7\n...", "is damaged or cut off"),
        ("photo.png", b"\x89PNG\r\n", "no importer reads it"),
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

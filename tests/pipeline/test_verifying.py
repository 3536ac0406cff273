"""`archive verify`: what changed, what is missing, what is extra."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.outputs import manifest, originals, records
from generator.pipeline.building import load_archive
from tests.conftest import SmallArchive

KEPT = hashlib.sha256(b"A mail.\n").hexdigest()


@pytest.fixture
def site(archive: SmallArchive) -> Path:
    """The part of a built site that the manifest lists, and a page."""
    archive.with_original("2016/one")
    archive.with_original("2016/حصار", "نص".encode(), language="ar")
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    folder = archive.folder / "site"
    for files in (originals.files, records.files, manifest.files):
        for file in files(loaded.archive):
            (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / file.path).write_bytes(file.content)
    (folder / "reports/2016/one/index.html").write_text("A page.")
    return folder


def test_a_sound_archive(archive: SmallArchive) -> None:
    archive.with_original("2016/one")
    archive.article("2016/mail", original={"sha256": KEPT, "withheld": "a mail"})
    result = archive.run("verify")
    assert (result.output, result.exit_code) == ("1 as recorded, 1 kept elsewhere\n", 0)
    archive.write(f"originals/{KEPT}", b"A mail.\n")
    assert archive.run("verify").output == "2 as recorded\n"


def test_parts_of_one_container_are_one_file(archive: SmallArchive) -> None:
    container = hashlib.sha256(b"An export.\n").hexdigest()
    archive.write(f"originals/{container}", b"An export.\n")
    for number in range(3):
        part = hashlib.sha256(bytes([number])).hexdigest()
        record = {"part": str(number), "sha256": part, "container": container, "withheld": "x"}
        archive.article(f"2016/{number}", original=record)
    assert archive.run("verify").output == "1 as recorded\n"


def test_every_fault_of_an_archive_is_told(archive: SmallArchive) -> None:
    archive.with_original("2016/changed")
    archive.write("articles/2016/changed.txt", b"Edited.\n")
    archive.with_original("2016/missing")
    (archive.folder / "articles/2016/missing.txt").unlink()
    archive.write("articles/2016/extra.txt", b"Whose is it?\n")
    archive.write("articles/2016/broken.md", "no front matter")
    archive.write(f"originals/{KEPT}", b"Nobody's.\n")
    archive.article("2016/mail", original={"sha256": "1" * 64, "withheld": "a mail"})
    archive.write(f"originals/{'1' * 64}", b"Rotten.\n")
    result = archive.run("verify")
    assert result.exit_code == 1
    told = {tuple(line.split(": ")[0].split()) for line in result.output.splitlines()[:-1]}
    assert told == {
        ("changed", "articles/2016/changed.txt"),
        ("missing", "articles/2016/missing.txt"),
        ("extra", "articles/2016/extra.txt"),
        ("unreadable", "articles/2016/broken.md"),
        ("extra", f"originals/{KEPT}"),
        ("changed", f"originals/{'1' * 64}"),
    }
    assert result.output.splitlines()[-1] == "2 changed, 1 missing, 2 extra, 1 unreadable"


def test_a_sound_site_and_what_vouches_for_it(archive: SmallArchive, site: Path) -> None:
    for named in (site, site / "manifest-sha256.txt"):
        result = archive.run("verify", named)
        digest = hashlib.sha256((site / "manifest-sha256.txt").read_bytes()).hexdigest()
        assert result.output == f"4 as recorded\n{digest}  manifest-sha256.txt\n"
        assert result.exit_code == 0


def test_every_fault_of_a_site_is_told(archive: SmallArchive, site: Path) -> None:
    (site / "reports/2016/one/one.txt").write_bytes(b"Edited.\n")
    (site / "ar/reports/2016/حصار/report.md").unlink()
    (site / "ar/reports/2016/حصار/leak.txt").write_bytes(b"Who put this here?\n")
    with (site / "manifest-sha256.txt").open("a") as file:
        file.write(f"{'0' * 64}  ../outside.txt\nnonsense\n{'0' * 64}  nothing.txt\n")
    result = archive.run("verify", site)
    assert result.exit_code == 1
    told = [line.split(": ")[0] for line in result.output.splitlines()]
    assert told[:-2] == [
        "missing  ar/reports/2016/حصار/report.md",
        "changed  reports/2016/one/one.txt",
        "unreadable  manifest-sha256.txt:5",
        "unreadable  manifest-sha256.txt:6",
        "missing  nothing.txt",
        "extra  ar/reports/2016/حصار/leak.txt",
    ]


def test_names_that_sha256sum_escapes(archive: SmallArchive, tmp_path: Path) -> None:
    name = "back\\slash.txt"
    (tmp_path / name).write_bytes(b"x")
    line = manifest.manifest_line(name, hashlib.sha256(b"x").hexdigest())
    (tmp_path / manifest.MANIFEST_FILE).write_text(line)
    assert line.startswith("\\")
    assert archive.run("verify", tmp_path).output.startswith("1 as recorded\n")


def test_a_folder_that_is_no_site(archive: SmallArchive) -> None:
    result = archive.run("verify", archive.folder)
    assert result.exit_code == 1
    assert (
        "has no manifest-sha256.txt that can be read: name the folder of a built site"
        in result.output
    )


def test_an_empty_archive(archive: SmallArchive) -> None:
    assert archive.run("verify").output == "nothing to verify\n"

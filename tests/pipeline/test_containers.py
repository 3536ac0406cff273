"""Files that hold several reports: each part is an article of its own, known by its lasting name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import importers
from generator.errors import UnreadableReport
from generator.importers import Claim, Part
from generator.model import BrokenPart, Draft, LeftOut, RawReport
from tests.conftest import SmallArchive
from tests.pipeline.reports import report, sha


class Box:
    """A format of these tests: ``BOX``, then parts between lines of ``=``: id, bar, text.

    The text ``broken`` is a part that cannot be taken out, ``draft`` one that is left out, ``end``
    breaks the whole file, ``nest`` a box of its own; an id beginning with ``/`` is a file's name.
    """

    NAME = "box"

    @staticmethod
    def claims(raw: RawReport) -> Claim:
        return Claim.STRONG if raw.head.startswith(b"BOX\n") else Claim.NONE

    @staticmethod
    def parts(raw: RawReport) -> Iterator[Part]:
        for piece in raw.content.removeprefix(b"BOX\n").split(b"\n=\n"):
            if not piece:
                return
            name, _, content = piece.decode().partition("|")
            if content == "broken":
                yield BrokenPart(name, "has no text")
            elif content == "draft":
                yield LeftOut(name, "is a draft")
            elif content == "end":
                raise UnreadableReport("ends in the middle")
            elif content == "nest":
                yield raw.part(name, b"BOX\n" + raw.content[4:], lasts=False)
            else:
                lasts = not name.startswith("/")
                importer = "plain_text" if lasts else ""
                yield raw.part(name, content.encode(), importer=importer, lasts=lasts)

    @staticmethod
    def read(raw: RawReport) -> Iterator[Draft]:
        raise AssertionError(f"{raw.name}: another importer reads the parts")


@pytest.fixture(autouse=True)
def box(monkeypatch: pytest.MonkeyPatch) -> None:
    found = (Box(), *importers.importers())
    monkeypatch.setattr(importers, "importers", lambda: found)


def boxed(**parts: str) -> str:
    return "BOX\n" + "\n=\n".join(
        f"{name.replace('_', '/')}|{content}" for name, content in parts.items()
    )


def path_of(number: int) -> str:
    return f"undated/report-number-{number}-of-the-port"


def test_each_part_becomes_an_article_and_the_container_is_kept_out_of_sight(
    archive: SmallArchive,
) -> None:
    content = boxed(one=report(1), two=report(2))
    raw = archive.write("inbox/export.box", content)
    result = archive.run("import", raw)
    assert result.exit_code == 0, result.output
    assert f"+ {raw} › one → articles/{path_of(1)}.md" in result.output
    assert archive.articles() == [path_of(1), path_of(2)]
    original = archive.fields(path_of(1))["original"]
    assert isinstance(original, dict)
    assert original.pop("retrieved")
    assert original == {
        "part": "one",
        "sha256": sha(report(1)),
        "container": sha(content),
        "media_type": "text/plain",
        "withheld": "part of a file with others",
    }
    kept = [name for name in archive.listing() if name.startswith("originals/")]
    assert kept == [f"originals/{sha(content)}"]
    assert not raw.exists()
    assert archive.run("check").output == "no problems\n"


def test_the_same_file_again_changes_nothing(archive: SmallArchive, tmp_path: Path) -> None:
    content = boxed(one=report(1), two=report(2))
    archive.run("import", archive.write("inbox/a.box", content))
    before = archive.listing()
    elsewhere = tmp_path / "b.box"
    elsewhere.write_text(content)
    result = archive.run("import", elsewhere, archive.write("inbox/c.box", content))
    assert result.exit_code == 0
    assert "0 imported, 4 already there, 0 failed" in result.output
    assert archive.listing() == before


def test_next_months_export_brings_what_is_new_and_tells_what_changed(
    archive: SmallArchive,
) -> None:
    first = boxed(**{"https:__site_?p=1#a": report(1), "two": report(2)})
    archive.run("import", archive.write("inbox/may.box", first))
    before = archive.listing()
    second = boxed(**{"https:__site_?p=1#a": report(9), "two": report(2), "three": report(3)})
    june = archive.write("inbox/june.box", second)
    records = archive.import_json(june)
    assert archive.articles() == [path_of(1), path_of(2), path_of(3)]
    assert all(archive.listing()[name] == content for name, content in before.items())
    (problem,) = [p for record in records for p in _problems(record)]
    assert problem["file"] == f"articles/{path_of(1)}.md"
    assert "has changed where it comes from" in problem["message"]
    assert f"write 'sha256: {sha(report(9))}'" in problem["remedy"]
    assert june.exists()
    assert sha(second) in {name.rpartition("/")[2] for name in archive.listing()}

    file = archive.folder / f"articles/{path_of(1)}.md"
    file.write_text(file.read_text().replace(sha(report(1)), sha(report(9))))
    assert archive.run("import", june).exit_code == 0
    assert not june.exists()


def test_what_brings_nothing_new_leaves_nothing_behind(archive: SmallArchive) -> None:
    archive.run("import", archive.write("inbox/may.box", boxed(one=report(1), two=report(2))))
    before = archive.listing()
    archive.run("import", archive.write("inbox/june.box", boxed(two=report(2))))
    assert archive.listing() == before
    with_draft = boxed(two=report(2), three="draft")
    archive.run("import", archive.write("inbox/july.box", with_draft))
    assert archive.listing() == before | {f"originals/{sha(with_draft)}": with_draft.encode()}


def _problems(record: dict[str, object]) -> list[dict[str, str]]:
    problems = record["problems"]
    assert isinstance(problems, list)
    return [problem for problem in problems if problem["field"] == "original"]


def test_a_part_in_two_containers_is_one_report(archive: SmallArchive) -> None:
    archive.write("inbox/a.box", boxed(one=report(1), two=report(2)))
    archive.write("inbox/b.box", boxed(two=report(2), three=report(3)))
    archive.write("inbox/c.txt", report(3))
    result = archive.run("import", archive.folder / "inbox")
    assert "3 imported, 2 already there, 0 failed" in result.output
    assert archive.articles() == [path_of(1), path_of(2), path_of(3)]


def test_a_broken_part_is_named_and_the_rest_is_imported(archive: SmallArchive) -> None:
    content = boxed(one=report(1), two="broken", three=" ", four="draft", five=report(5))
    raw = archive.write("inbox/a.box", content)
    result = archive.run("import", raw)
    assert result.exit_code == 1
    assert f"! {raw} › two: has no text" in result.output
    assert f"! {raw} › three: is empty" in result.output
    assert f"- {raw} › four: is a draft" in result.output
    assert "2 imported, 0 already there, 2 failed, 1 left out" in result.output
    assert archive.articles() == [path_of(1), path_of(5)]
    assert raw.exists()


def test_a_container_that_breaks_in_the_middle_keeps_what_came_before(
    archive: SmallArchive,
) -> None:
    raw = archive.write("inbox/a.box", boxed(one=report(1), two="end", three=report(3)))
    result = archive.run("import", raw)
    assert f"! {raw}: ends in the middle" in result.output
    assert archive.articles() == [path_of(1)]
    assert raw.exists()


def test_an_empty_container_is_told(archive: SmallArchive) -> None:
    raw = archive.write("inbox/a.box", "BOX\n")
    result = archive.run("import", raw)
    assert result.exit_code == 1
    assert f"! {raw}: holds no report" in result.output


def test_files_of_a_container_that_have_no_lasting_name_are_as_if_they_lay_in_a_folder(
    archive: SmallArchive,
) -> None:
    archive.write("inbox/a.box", boxed(_x=report(1)))
    archive.write("inbox/b.box", boxed(_x=report(2)))
    result = archive.run("import", archive.folder / "inbox")
    assert "2 imported, 0 already there, 0 failed" in result.output
    original = archive.fields(path_of(2))["original"]
    assert isinstance(original, dict)
    assert original["file"] == "report-number-2-of-the-port.txt"
    assert "part" not in original
    assert archive.run("check").output == "no problems\n"


def test_a_container_in_itself_ends(archive: SmallArchive) -> None:
    raw = archive.write("inbox/a.box", boxed(deep="nest"))
    result = archive.run("import", raw)
    assert "holds files in files in files: unpack it first" in result.output
    assert result.exit_code == 1


def test_a_dry_run_of_a_container_writes_nothing(archive: SmallArchive) -> None:
    raw = archive.write("inbox/a.box", boxed(one=report(1), two=report(2)))
    before = archive.listing()
    result = archive.run("import", "--dry-run", raw)
    assert "2 imported" in result.output
    assert archive.listing() == before


def test_a_big_container_is_read_from_the_disk(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.pipeline.importing.inputs._SMALL", 10)
    monkeypatch.setattr("generator.pipeline.importing.inputs._CHUNK", 7)
    content = boxed(one=report(1), two=report(2))
    assert archive.run("import", archive.write("inbox/a.box", content)).exit_code == 0
    assert archive.articles() == [path_of(1), path_of(2)]
    assert archive.listing()[f"originals/{sha(content)}"] == content.encode()

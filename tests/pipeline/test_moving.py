"""`archive move`: everything follows, nothing is overwritten, and nothing is lost on the way."""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import Any

import pytest

from generator.errors import ArchiveError, StoreError
from generator.pipeline.checking import check_archive
from generator.pipeline.moving import carry_out, plan_move
from generator.store import ArticleStore
from tests.conftest import SmallArchive

OLD, NEW = "2016/one", "2017/حصار-الميناء"


def full(archive: SmallArchive) -> SmallArchive:
    """A report with an original, named in every way there is."""
    archive.with_original(OLD, b"The original.\n", source="Northern Wire")
    text = (archive.folder / f"articles/{OLD}.md").read_text("utf-8")
    body = "See [two](two.md), [itself](one.md#top) and [all](/browse/).\n"
    archive.write(f"articles/{OLD}.md", text.replace("A text.\n", body))
    archive.article("2016/two", "See [one](one.md) and [one](/reports/2016/one/).", same_as=OLD)
    archive.article("2017/three", "See [one](../2016/one.md#x 'title').", translation_of=OLD)
    archive.article("2017/one-more", "This is not [one](../2016/one-else.md).")
    archive.write(
        "docs/notes/n.md",
        "See [one](../../articles/2016/one.md).\r\n\r\n[r]: <../../articles/2016/one.md>\r\n",
    )
    return archive


def move(archive: SmallArchive, old: str = OLD, new: str = NEW) -> None:
    result = archive.run("move", old, new)
    assert result.exit_code == 0, result.output


def test_everything_follows(archive: SmallArchive) -> None:
    move(full(archive))
    fields = archive.fields(NEW)
    assert fields["redirect_from"] == ["reports/2016/one/", "reports/2016/one/one.txt"]
    assert fields["original"] == {
        "file": "حصار-الميناء.txt",
        "sha256": hashlib.sha256(b"The original.\n").hexdigest(),
    }
    assert fields["source"] == "Northern Wire"
    listing = archive.listing()
    assert listing["articles/2017/حصار-الميناء.txt"] == b"The original.\n"
    assert not [name for name in listing if name.startswith("articles/2016/one")]
    new = listing[f"articles/{NEW}.md"].decode()
    assert "See [two](../2016/two.md), [itself](حصار-الميناء.md#top) and [all](/browse/)." in new


def test_what_names_the_report_is_mended_and_nothing_else(archive: SmallArchive) -> None:
    full(archive)
    other = archive.listing()["articles/2017/one-more.md"]
    move(archive)
    listing = {name: content.decode() for name, content in archive.listing().items()}
    assert archive.fields("2016/two")["same_as"] == NEW
    assert f"[one](../{NEW}.md) and [one](/reports/{NEW}/)" in listing["articles/2016/two.md"]
    assert archive.fields("2017/three")["translation_of"] == NEW
    assert "[one](حصار-الميناء.md#x 'title')" in listing["articles/2017/three.md"]
    link = f"../../articles/{NEW}.md"
    assert listing["docs/notes/n.md"] == f"See [one]({link}).\r\n\r\n[r]: <{link}>\r\n"
    assert archive.listing()["articles/2017/one-more.md"] == other


def test_the_moved_archive_has_only_the_problem_it_had(archive: SmallArchive) -> None:
    full(archive)
    move(archive)
    found = check_archive(archive.folder, archive.settings, archive.vocabulary)
    assert [problem.file for problem in found] == ["articles/2017/one-more.md"]


STEPS = 5
"""As many as are named; what is taken away after them is not."""


@pytest.mark.parametrize("steps", range(STEPS + 2))
def test_a_move_that_is_cut_off_loses_nothing_and_goes_on(
    archive: SmallArchive, steps: int
) -> None:
    full(archive)
    plan = plan_move(archive.store, archive.settings, OLD, NEW)
    assert len(list(islice(carry_out(archive.store, plan), steps))) == min(steps, STEPS)
    contents = set(archive.listing().values())
    assert b"The original.\n" in contents
    assert any(b"Northern Wire" in content and b"See [two]" in content for content in contents)
    if f"articles/{OLD}.md" in archive.listing():
        move(archive)
    expected = SmallArchive(archive.folder.parent / "expected")
    expected.folder.mkdir()
    for name in ("mkdocs.yml", "vocabulary.yml"):
        expected.write(name, archive.listing()[name])
    move(full(expected))
    assert archive.listing() == expected.listing()


@pytest.mark.parametrize("method", ["store_beside", "create", "replace", "remove"])
def test_a_step_that_fails_is_told_and_can_be_asked_for_again(
    archive: SmallArchive, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    full(archive)

    def fail(*_: object, **__: object) -> None:
        raise StoreError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(ArticleStore, method, fail)
        result = archive.run("move", OLD, NEW)
        assert result.exit_code == 1
        assert "the disk is full" in result.output
    assert f"articles/{OLD}.md" in archive.listing()
    move(archive)
    assert f"articles/{OLD}.md" not in archive.listing()


def test_to_ask_for_it_once_more_is_no_mistake(archive: SmallArchive) -> None:
    full(archive)
    move(archive)
    before = archive.listing()
    result = archive.run("move", OLD, NEW)
    assert (result.output, result.exit_code) == (f"articles/{NEW}.md stands there already\n", 0)
    assert archive.listing() == before


def test_the_old_original_may_be_gone_already(archive: SmallArchive) -> None:
    full(archive)
    plan = plan_move(archive.store, archive.settings, OLD, NEW)
    list(islice(carry_out(archive.store, plan), STEPS))
    archive.store.remove("articles/2016/one.txt")
    move(archive)
    assert "articles/2016/one.md" not in archive.listing()


@pytest.mark.parametrize(
    ("new", "message"),
    [
        ("2016/one", "stands at 2016/one already"),
        ("2016/two", "is there already, and is not overwritten"),
        ("2016/TWO", "write 2016/two"),
        ("slug", "lacks a folder: write 2016/slug"),
        ("../../etc/passwd", "lacks a folder|no good address"),
        ("2017/A Slug!", "write 2017/a-slug"),
        ("2017/.hidden", "write 2017/hidden"),
        ("taken/earlier", "leads to articles/2016/two.md"),
    ],
)
def test_a_path_that_is_taken_or_no_good_is_refused_and_nothing_written(
    archive: SmallArchive, new: str, message: str
) -> None:
    archive.with_original(OLD)
    archive.article("2016/two", redirect_from=["reports/taken/earlier/"])
    before = archive.listing()
    result = archive.run("move", OLD, new)
    assert result.exit_code == 1
    assert any(part in result.output for part in message.split("|")), result.output
    assert archive.listing() == before


def test_a_foreign_file_in_the_place_of_the_original_is_not_overwritten(
    archive: SmallArchive,
) -> None:
    archive.with_original(OLD)
    archive.write("articles/2017/new.txt", b"Something else.\n")
    result = archive.run("move", OLD, "2017/new")
    assert result.exit_code == 1
    assert "is not overwritten" in result.output
    assert archive.listing()["articles/2017/new.txt"] == b"Something else.\n"
    assert f"articles/{OLD}.md" in archive.listing()


def test_an_original_that_changed_does_not_move(archive: SmallArchive) -> None:
    archive.with_original(OLD)
    archive.write("articles/2016/one.txt", b"Edited.\n")
    with pytest.raises(ArchiveError, match="is not what was imported"):
        plan_move(archive.store, archive.settings, OLD, NEW)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"status": "draft"}, None),
        ({"status": "embargoed"}, None),
        ({"display": "link"}, ["reports/2016/one/"]),
        ({"language": "ar"}, ["ar/reports/2016/one/", "ar/reports/2016/one/one.txt"]),
    ],
)
def test_redirects_are_left_from_what_was_public(
    archive: SmallArchive, fields: dict[str, Any], expected: list[str] | None
) -> None:
    archive.with_original(OLD, **fields)
    move(archive)
    assert archive.fields(NEW).get("redirect_from") == expected


def test_to_another_folder_and_back_leaves_no_redirect_to_itself(archive: SmallArchive) -> None:
    archive.with_original(OLD, redirect_from=["old/"])
    move(archive, OLD, "2017/")
    move(archive, "articles/2017/one.md", OLD)
    assert archive.fields(OLD)["redirect_from"] == [
        "old/",
        "reports/2017/one/",
        "reports/2017/one/one.txt",
    ]


def test_line_ends_and_comments_move_along(archive: SmallArchive) -> None:
    raw = b"---\r\ntitle: a # as printed\r\nrights:   'x'\r\n---\r\n\r\nOne.\r\n"
    archive.write(f"articles/{OLD}.md", raw)
    move(archive)
    added = b"rights:   'x'\r\nredirect_from:\r\n- reports/2016/one/\r\n"
    assert archive.listing()[f"articles/{NEW}.md"] == raw.replace(b"rights:   'x'\r\n", added)

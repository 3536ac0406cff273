"""Groups of reports: nothing stands in its place before it is on the disk, and each fails alone."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from generator.errors import StoreError
from generator.model import Article
from generator.store import ArticleStore, GroupedStore, alone, durable, grouped
from generator.store.files import put_in_place

TEXT = b"A text.\n"
SHA = hashlib.sha256(TEXT).hexdigest()


def names(folder: Path) -> list[str]:
    return sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())


def filled(folder: Path, *slugs: str) -> GroupedStore:
    """A group of articles with their originals."""
    store = GroupedStore(folder)
    for slug in slugs:
        store.begin()
        store.store_beside(f"2016/{slug}", f"{slug}.txt", TEXT)
        store.add(f"2016/{slug}", {"title": slug}, "Body")
    return store


def test_files_get_their_names_when_the_group_is_settled(tmp_path: Path) -> None:
    store = filled(tmp_path, "a", "b")
    assert ArticleStore(tmp_path).paths() == []
    assert all("/.writing-import-" in name for name in names(tmp_path))
    store.settle()
    assert names(tmp_path) == [f"articles/2016/{n}" for n in ("a.md", "a.txt", "b.md", "b.txt")]
    assert (tmp_path / "articles/2016/a.txt").stat().st_mode & 0o777 == 0o644


def test_everything_is_durable_before_its_name_and_names_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []

    def made_durable(paths: Iterable[Path], *, are_files: bool = False) -> None:
        for path in paths:
            assert path.is_file() == are_files
            kind = "folder" if path.is_dir() else path.read_bytes()[:3].decode()
            events.append(f"durable {kind}")

    def named(file: Path, place: Path) -> None:
        events.append(f"named {place.suffix}")
        put_in_place(file, place)

    monkeypatch.setattr(grouped, "make_durable", made_durable)
    monkeypatch.setattr(grouped, "put_in_place", named)
    filled(tmp_path, "a").settle()
    assert events == [
        "durable A t",
        "durable ---",
        "named .txt",
        "named .md",
        "durable folder",
    ]


def test_what_is_not_settled_yet_can_be_read(tmp_path: Path) -> None:
    store = filled(tmp_path, "a")
    article = store.read("2016/a")
    assert isinstance(article, Article)
    assert article.fields == {"title": "a"}
    assert store.content("2016/a").startswith(b"---")


def test_a_unit_that_fails_leaves_the_others_and_its_article_out(tmp_path: Path) -> None:
    store = GroupedStore(tmp_path)
    units = []
    for slug in ("a", "b"):
        units.append(store.begin())
        store.store_beside(f"2016/{slug}", f"{slug}.txt", TEXT)
        store.add(f"2016/{slug}", {"title": slug}, "Body")
    (tmp_path / "articles/2016/a.txt").write_bytes(b"taken meanwhile")
    store.settle()
    assert "a.txt is there already and is not overwritten" in units[0].problem
    assert units[1].problem == ""
    assert names(tmp_path / "articles") == ["2016/a.txt", "2016/b.md", "2016/b.txt"]
    assert (tmp_path / "articles/2016/a.txt").read_bytes() == b"taken meanwhile"


@pytest.mark.parametrize("failing", [1, 2])
def test_a_disk_that_fails_is_told_of_every_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    calls = 0

    def fails(_: Iterable[Path], **_options: bool) -> None:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(grouped, "make_durable", fails)
    store = GroupedStore(tmp_path)
    unit = store.begin()
    store.add("2016/a", {"title": "a"}, "Body")
    store.settle()
    assert unit.problem == "cannot be written: Input/output error"
    assert ArticleStore(tmp_path).paths() == ([] if failing == 1 else ["2016/a"])


def test_the_same_bytes_twice_are_one_file_others_are_refused(tmp_path: Path) -> None:
    store = filled(tmp_path, "a")
    store.store_beside("2016/a", "a.txt", TEXT)
    with pytest.raises(StoreError, match="is not overwritten"):
        store.store_beside("2016/a", "a.txt", b"other")
    with pytest.raises(StoreError, match="is not overwritten"):
        store.add("2016/a", {"title": "other"}, "Body")
    store.settle()
    assert (tmp_path / "articles/2016/a.txt").read_bytes() == TEXT


def test_what_is_dropped_leaves_nothing(tmp_path: Path) -> None:
    store = filled(tmp_path, "a")
    unit = store.begin()
    store.add("2016/b", {"title": "b"}, "Body")
    store.abandon(unit)
    assert len(names(tmp_path)) == 2
    store.drop()
    assert names(tmp_path) == []


def test_what_a_killed_import_left_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    filled(tmp_path, "a")
    other = tmp_path / "articles/2016/.writing-x"
    other.write_bytes(b"an editor's")
    GroupedStore(tmp_path).clear()
    assert names(tmp_path) == ["articles/2016/.writing-x"]


def test_a_group_is_full_by_files_and_by_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouped, "_MOST_FILES", 4)
    assert not filled(tmp_path / "1", "a").is_full
    assert filled(tmp_path / "2", "a", "b").is_full
    monkeypatch.setattr(grouped, "_MOST_BYTES", 10)
    store = filled(tmp_path / "3", "a")
    assert store.is_full
    store.settle()
    assert not store.is_full


@pytest.mark.parametrize("answer", [None, errno.ENOSYS, errno.EIO])
def test_many_files_are_made_durable_with_syncfs_or_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: int | None
) -> None:
    def asked(_: int) -> int:
        ctypes.set_errno(answer or 0)
        return -1

    function: Callable[[], object] = lambda: asked if answer else None  # noqa: E731
    monkeypatch.setattr(durable, "_whole_file_system", function)
    files = [tmp_path / f"{number}" for number in range(20)]
    for file in files:
        file.write_bytes(TEXT)
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    if answer == errno.EIO:
        with pytest.raises(OSError, match="Input/output error"):
            durable.make_durable(files)
    else:
        durable.make_durable([*files, *files])
        assert len(synced) == 20


def test_two_imports_into_one_archive_take_turns(tmp_path: Path) -> None:
    told: list[str] = []
    with alone(tmp_path, told.append) as is_known:
        assert is_known

    class Waits(Exception):
        pass

    def waiting(message: str) -> None:
        told.append(message)
        raise Waits

    with alone(tmp_path, told.append), pytest.raises(Waits), alone(tmp_path, waiting):
        pass
    assert told == ["another import into this archive is running: waiting"]

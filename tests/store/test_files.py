"""Writing that is whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.store import create_file, replace_file


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def no_space(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def no_links(*_: object, **__: object) -> None:
    raise OSError(errno.EOPNOTSUPP, "Operation not supported")


def killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_create_makes_folders_and_a_file_that_others_may_read(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "c.txt"
    create_file(file, b"one")
    assert file.read_bytes() == b"one"
    assert file.stat().st_mode & 0o777 == 0o644
    assert names(file.parent) == ["c.txt"]


def test_create_never_overwrites(tmp_path: Path) -> None:
    file = tmp_path / "c.txt"
    create_file(file, b"one")
    with pytest.raises(FileExistsError):
        create_file(file, b"two")
    assert file.read_bytes() == b"one"
    assert names(tmp_path) == ["c.txt"]


def test_replace_writes_the_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "a" / "c.txt"
    replace_file(file, b"a longer text")
    replace_file(file, b"short")
    assert file.read_bytes() == b"short"
    assert names(file.parent) == ["c.txt"]


def test_create_works_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", no_links)
    file = tmp_path / "c.txt"
    create_file(file, b"one")
    with pytest.raises(FileExistsError):
        create_file(file, b"two")
    assert file.read_bytes() == b"one"
    assert names(tmp_path) == ["c.txt"]


@pytest.mark.parametrize("failure", [no_space, killed])
@pytest.mark.parametrize("links", [True, False])
def test_a_failed_write_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: object, links: bool
) -> None:
    if not links:
        real_fsync, calls = os.fsync, [0]

        def second_fails(handle: int) -> None:
            calls[0] += 1
            if calls[0] == 2:
                assert callable(failure)
                failure()
            real_fsync(handle)

        monkeypatch.setattr(os, "link", no_links)
        monkeypatch.setattr(os, "fsync", second_fails)
    else:
        monkeypatch.setattr(os, "fsync", failure)
    with pytest.raises((OSError, KeyboardInterrupt)):
        create_file(tmp_path / "c.txt", b"one")
    assert names(tmp_path) == []


@pytest.mark.parametrize("failure", [no_space, killed])
def test_a_failed_replacement_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: object
) -> None:
    file = tmp_path / "c.txt"
    create_file(file, b"old")
    monkeypatch.setattr(Path, "replace", failure)
    with pytest.raises((OSError, KeyboardInterrupt)):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["c.txt"]

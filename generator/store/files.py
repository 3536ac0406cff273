"""Writing that is whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

_UNFINISHED = ".writing-"
_CHUNK = 1024 * 1024
_BEGINNING = 8192


def create_file(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Create a file in one step; a file that is there already is never touched.

    Args:
        path: where to; its folder is made.
        content: the bytes, as a whole or chunk by chunk.

    Raises:
        FileExistsError: the path is taken.
        OSError: the disk is full, or the folder may not be written.
    """
    put_in_place(write_beside(path, content), path)


def put_in_place(temporary: Path, path: Path) -> None:
    """Give a file that was written beside its place its name, and take the other one away.

    Raises:
        FileExistsError: the path is taken.
        OSError: the disk is full, or the folder may not be written.
    """
    try:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            _create_without_link(path, temporary)
    finally:
        temporary.unlink(missing_ok=True)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file in one step: whoever reads it sees the old bytes or the new ones.

    Raises:
        OSError: the disk is full, or the folder may not be written.
    """
    temporary = write_beside(path, content)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def is_unfinished(path: Path) -> bool:
    """Whether a file is one that a process was writing when it was killed."""
    return path.name.startswith(_UNFINISHED)


def beginning_of(file: str, enough: re.Pattern[bytes]) -> bytes:
    """The first 8 kB of a file if they have what is enough, else all of it.

    Raises:
        OSError: it cannot be read.
    """
    with open(file, "rb", buffering=0) as opened:  # noqa: PTH123  # for each of 100,000 articles
        head = opened.read(_BEGINNING)
        return head if enough.search(head) else head + opened.readall()


def unfinished_below(folder: Path, purpose: str) -> list[Path]:
    """The files that were being written for a purpose when their process was killed, sorted."""
    prefix = f"{_UNFINISHED}{purpose}"
    return sorted(
        Path(place) / name
        for place, _, names in os.walk(folder)
        for name in names
        if name.startswith(prefix)
    )


def chunks_of(opened: Callable[[], BinaryIO]) -> Iterator[bytes]:
    """The bytes of what is opened, a megabyte at a time."""
    with opened() as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, read in a stream.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def holds(file: Path, sha256: str) -> bool:
    """Whether a file is there and has that SHA-256."""
    return file.is_file() and sha256_of(file) == sha256


def write_beside(
    path: Path, content: bytes | Iterable[bytes], purpose: str = "", *, durably: bool = True
) -> Path:
    """Write what is to stand at a path under a name beside it, which is given back.

    Args:
        path: where it is to stand; its folder is made.
        content: the bytes, as a whole or chunk by chunk.
        purpose: a word of the name, by which a later command knows whose it was.
        durably: whether to wait until it is on the disk.

    Raises:
        OSError: the disk is full, or the folder may not be written.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f"{_UNFINISHED}{purpose}", dir=path.parent)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f"{_UNFINISHED}{purpose}", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines((content,) if isinstance(content, bytes) else content)
            file.flush()
            if durably:
                os.fsync(file.fileno())
        temporary.chmod(0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _create_without_link(path: Path, written: Path) -> None:
    with path.open("xb") as file, written.open("rb") as source:
        try:
            shutil.copyfileobj(source, file)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise

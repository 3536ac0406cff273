"""Making files durable: what was written has reached the disk, and survives a power cut."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

_FEW = 8
"""Files up to which each is asked for by itself: others' unwritten files are not waited for."""

_AT_ONCE = 16  # a disk takes several requests in one round


def make_durable(paths: Iterable[Path], *, are_files: bool = False) -> None:
    """Wait until these files and folders are on the disk.

    Each request makes the disk empty its cache, which takes milliseconds. Where the system can
    write out a whole file system in one request, as Linux can, many files cost one.

    Args:
        paths: the files and folders.
        are_files: whether none is a folder; a file is on the disk that its folder is on.

    Raises:
        OSError: one of them, or the folder of files, is not there, or the disk failed.
    """
    by_device: dict[int, list[Path]] = {}
    devices: dict[Path, int] = {}
    for path in dict.fromkeys(paths):
        place = path.parent if are_files else path
        if place not in devices:
            devices[place] = place.stat().st_dev
        by_device.setdefault(devices[place], []).append(path)
    for found in by_device.values():
        if len(found) <= _FEW or not _written_out(found[0]):
            with ThreadPoolExecutor(min(_AT_ONCE, len(found))) as threads:
                list(threads.map(_synced, found))


def _synced(path: Path) -> None:
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:
        if os.name != "nt":
            raise
        return  # a folder of Windows, which keeps its names by itself
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system without it
            raise
    finally:
        os.close(handle)


def _written_out(path: Path) -> bool:
    """Write out the whole file system; False where this system can't.

    Raises:
        OSError: the disk failed.
    """
    if (function := _whole_file_system()) is None:
        return False
    handle = os.open(path, os.O_RDONLY)
    try:
        if function(handle) == 0:
            return True
        number = ctypes.get_errno()
    finally:
        os.close(handle)
    if number in (errno.ENOSYS, errno.EPERM, errno.EINVAL):
        return False
    raise OSError(number, os.strerror(number), str(path))


@cache
def _whole_file_system() -> Callable[[int], int] | None:
    """The C library's ``syncfs``, which reports failed writes since Linux 5.8."""
    with contextlib.suppress(OSError, AttributeError, TypeError):
        function: Callable[[int], int] = ctypes.CDLL(None, use_errno=True).syncfs
        return function
    return None

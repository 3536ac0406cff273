"""One import into an archive at a time: the second one says so, and waits."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where two imports at once are the caller's business
    fcntl = None  # type: ignore[assignment]  # asked for before it is used


@contextmanager
def alone(folder: Path, waiting: Callable[[str], object]) -> Iterator[bool]:
    """Wait until no other import works on the archive in ``folder``; whether that is known.

    The folder itself is what is locked, so nothing is left behind; the system takes the lock back
    when its holder ends, however that ends. Some network drives know no locks.

    Args:
        folder: of the archive.
        waiting: told that another import is running, if one is.
    """
    if fcntl is None:
        yield False
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield _taken(handle, waiting)
    finally:
        os.close(handle)


def _taken(handle: int, waiting: Callable[[str], object]) -> bool:
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting("another import into this archive is running: waiting")
            fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return False
    return True

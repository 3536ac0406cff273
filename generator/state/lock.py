"""One build at a time: the second one says so, and waits."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows, where two builds at once are the caller's business
    fcntl = None  # type: ignore[assignment]  # asked for before it is used


class BuildLock:
    """A lock that the system takes back when its holder ends, however that ends."""

    def __init__(self, path: Path) -> None:
        """Use this file; it is made when the lock is taken, and stays."""
        self._path = path
        self._file: BinaryIO | None = None

    def take(self, waiting: Callable[[str], None]) -> None:
        """Take the lock; ``waiting`` is told who has it, if somebody has.

        Raises:
            OSError: the file cannot be made.
        """
        self.release()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a+b")
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                holder = file.read(20).decode("ascii", "replace").strip() or "unknown"
                waiting(f"another build of this archive is running (process {holder}): waiting")
                fcntl.flock(file, fcntl.LOCK_EX)
        file.truncate(0)
        file.write(f"{os.getpid()}\n".encode())
        file.flush()
        self._file = file

    @property
    def taken_ns(self) -> int:
        """When the lock was taken, by the clock of the file system, in nanoseconds.

        A file that was changed later, or in the same moment, can't be told by its time from one
        that was changed once more.
        """
        return self._path.stat().st_mtime_ns

    def release(self) -> None:
        """Let the next build begin."""
        if self._file is not None:
            self._file.close()
            self._file = None

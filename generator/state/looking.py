"""A quick look at files: what the file system says of each, without opening it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Look(NamedTuple):
    """What changes when a file does, or nearly always: size in bytes, time, and number of the file."""

    size: int
    changed_ns: int
    number: int

    @classmethod
    def of(cls, stat: os.stat_result) -> Look:
        """What a stat says."""
        return cls(stat.st_size, max(stat.st_mtime_ns, stat.st_ctime_ns), stat.st_ino)

    def is_settled(self, before_ns: int) -> bool:
        """Whether the file was last changed before that moment.

        What changed in the very moment in which it was read may have changed again since (git calls
        such a file racy), and has to be read.
        """
        return self.changed_ns < before_ns


def look_at(folder: Path) -> dict[str, Look]:
    """Every file below a folder by its path from there, hidden ones left out; sorted.

    Raises:
        OSError: a folder cannot be read.
    """
    found: dict[str, Look] = {}
    waiting = [("", str(folder))]
    while waiting:
        prefix, place = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    try:
                        found[f"{prefix}{entry.name}"] = Look.of(entry.stat())
                    except OSError:  # a link that leads nowhere
                        found[f"{prefix}{entry.name}"] = Look(-1, 0, 0)
    return dict(sorted(found.items()))

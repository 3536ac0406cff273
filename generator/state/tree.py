"""What a site consists of: each unit that was made, from what, and the files that it made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.model import Problem

_CHUNK = 1 << 20


Mark = tuple[bytes, int]
"""A file's content: its SHA-256, and its size in bytes."""

Files = tuple[tuple[str, Mark], ...]
"""Path below the site's root, and mark, of each file."""

Made = tuple[bytes, Files, tuple[Problem, ...]]
"""One unit of a site: a page, a file, or files that are made together.

First a key, which stands for everything that it was made from; then its files; then what an editor
has to look at that was found when it was made. A plain tuple, as a mark is: a large site has
300,000 of them, and to write or read them as instances of a class takes five times as long.
"""


def mark_of(content: bytes) -> Mark:
    """The mark of some bytes."""
    return hashlib.sha256(content).digest(), len(content)


def mark_of_file(path: Path) -> Mark:
    """The mark of a file.

    Raises:
        OSError: it cannot be read.
    """
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return digest.digest(), size


@dataclass
class Tree:
    """A whole site.

    Attributes:
        units: what the archive made, by name; one of a single file is called by its path.
        docs: what MkDocs made, by path.
        base: stands for what shapes all units besides reports.
        parts: for each part that is known by one key, that key and the names of its units.
    """

    units: dict[str, Made] = field(default_factory=dict)
    docs: dict[str, Mark] = field(default_factory=dict)
    base: bytes = b""
    parts: dict[str, tuple[bytes, tuple[str, ...]]] = field(default_factory=dict)

    def files(self) -> dict[str, Mark]:
        """Every file; the archive's own stands where MkDocs has one of the same path."""
        found = dict(self.docs)
        for _, files, _ in self.units.values():
            found.update(files)
        return found


CLASSES = frozenset({Tree, Problem})


def files_below(folder: Path) -> Iterator[str]:
    """The path of every file below a folder, in no order; what begins with a dot at its top too."""
    for file in folder.rglob("*"):
        if not file.is_dir() or file.is_symlink():
            yield file.relative_to(folder).as_posix()


def marks_of(folder: Path) -> dict[str, Mark]:
    """The mark of every file below a folder.

    Raises:
        OSError: one cannot be read.
    """
    return {name: mark_of_file(folder / name) for name in sorted(files_below(folder))}


def damaged(site: Path, files: Mapping[str, Mark]) -> set[str]:
    """Which files of a site are missing, or not what they were made as."""
    return {name for name, mark in files.items() if not _is(site / name, mark)}


def _is(path: Path, mark: Mark) -> bool:
    try:
        return path.stat().st_size == mark[1] and mark_of_file(path) == mark
    except OSError:
        return False

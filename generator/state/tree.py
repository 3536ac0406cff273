"""What a site consists of: each unit that was made, from what, and the files that it made."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from generator.model import Problem
from generator.state.keeping import unpacked

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


_CLASSES: Set[Callable[..., object]] = frozenset({Problem})
_BETWEEN = "\0"
"""No name of a file has it."""


@dataclass(frozen=True)
class MadePart:
    """The units of one part of a site, packed: most builds leave most parts as they are.

    Attributes:
        key: stands for all that they are made from; empty where each has to be looked at.
        names: of the units, as one text.
        paths: of their files, as one text; the same as ``names`` where each is one file.
        problems: what an editor has to look at that was found when they were made.
        packed: the units.
    """

    key: bytes
    names: str
    paths: str
    problems: tuple[Problem, ...]
    packed: bytes

    @classmethod
    def of(cls, key: bytes, units: Mapping[str, Made]) -> MadePart:
        """Pack some units, by name."""
        names = _BETWEEN.join(units)
        paths = _BETWEEN.join(path for _, files, _ in units.values() for path, _ in files)
        problems = tuple(problem for _, _, found in units.values() for problem in found)
        packed = pickle.dumps(dict(units), protocol=5)
        return cls(key, names, names if paths == names else paths, problems, packed)

    def __reduce__(self) -> tuple[type[MadePart], tuple[object, ...]]:
        """By its fields in order, as ``PublicReport`` is."""
        return MadePart, (self.key, self.names, self.paths, self.problems, self.packed)

    @property
    def has_groups(self) -> bool:
        """Whether units of it are files that are made together."""
        return self.names != self.paths

    def each_name(self) -> Iterable[str]:
        """The name of each unit."""
        return self.names.split(_BETWEEN) if self.names else ()

    def each_path(self) -> Iterable[str]:
        """The path of each file."""
        return self.paths.split(_BETWEEN) if self.paths else ()

    def units(self) -> dict[str, Made]:
        """The units by name."""
        return cast(dict[str, Made], unpacked(self.packed, _CLASSES))

    def files(self) -> Files:
        """Their files."""
        return tuple(file for _, files, _ in self.units().values() for file in files)

    def without(self, lost: Set[str]) -> MadePart:
        """The units of which no file is lost; if one is, each has to be looked at."""
        if lost.isdisjoint(self.each_path()):
            return self
        units = self.units().items()
        kept = {name: m for name, m in units if lost.isdisjoint(path for path, _ in m[1])}
        return MadePart.of(b"", kept)


@dataclass
class Tree:
    """A whole site.

    Attributes:
        parts: what the archive made, in parts, by the names of these.
        docs: what MkDocs made, by path.
        base: stands for what shapes all units besides reports.
    """

    parts: dict[str, MadePart] = field(default_factory=dict)
    docs: dict[str, Mark] = field(default_factory=dict)
    base: bytes = b""

    def own_docs(self) -> dict[str, Mark]:
        """What MkDocs made, but for files in whose place one of the archive stands."""
        own = dict(self.docs)
        for part in self.parts.values():
            for path in self.docs.keys() & part.each_path():
                own.pop(path, None)
        return own

    def each_path(self) -> Iterator[str]:
        """The path of every file."""
        yield from self.own_docs()
        for part in self.parts.values():
            yield from part.each_path()

    def each_file(self) -> Iterator[tuple[str, Mark]]:
        """Every file; one part is unpacked at a time."""
        yield from self.own_docs().items()
        for part in self.parts.values():
            yield from part.files()


CLASSES = frozenset({MadePart, Tree, Problem})


def changes(before: Tree, after: Tree) -> tuple[list[str], set[str]]:
    """The files of the second tree that the first has not as they are, and those that only it has.

    They are compared part by part: a part that is the same in both is not unpacked, and of the
    others only what differs is held.
    """
    old, new = before.own_docs(), after.own_docs()
    for name in dict.fromkeys((*before.parts, *after.parts)):
        was, now = before.parts.get(name), after.parts.get(name)
        if was == now:
            continue
        own = dict(was.files()) if was else {}
        for path, mark in now.files() if now else ():
            if own.get(path) == mark:
                del own[path]
            else:
                new[path] = mark
        old.update(own)
    return [path for path, mark in new.items() if old.get(path) != mark], old.keys() - new.keys()


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


def damaged(site: Path, tree: Tree) -> Iterator[str]:
    """The files of a tree that are missing from a site, or are not as they were made."""
    return (path for path, mark in tree.each_file() if not _is(site / path, mark))


def _is(path: Path, mark: Mark) -> bool:
    try:
        return path.stat().st_size == mark[1] and mark_of_file(path) == mark
    except OSError:
        return False

"""The public archive from articles/: read anew is what changed, the rest is remembered."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar, overload

from generator.archive import PublicArchive
from generator.drawing import Outline, looks_swapped
from generator.errors import OutlineError
from generator.executors import Executor, Processes
from generator.model import Problem, PublicReport
from generator.pipeline.building.memory import Memory, Seen, shard_of
from generator.pipeline.building.reading import Known, Reader
from generator.publication import gather
from generator.rendering.links import Links
from generator.settings import Settings
from generator.shelves import Shelves
from generator.state import Look, fingerprint, look_at
from generator.store import ARTICLES, ArticleStore, read_outline, sha256_of
from generator.vocabulary import Vocabulary

_MARKDOWN = ".md"
_PER_SHARD = 250
_T = TypeVar("_T")


@dataclass(frozen=True)
class LoadedArchive:
    """The public archive, and what kept articles out of it."""

    archive: PublicArchive
    problems: tuple[Problem, ...]


def load_archive(folder: Path, settings: Settings, vocabulary: Vocabulary) -> LoadedArchive:
    """Read every article and let through the gate what is public.

    An article that cannot be read or is not valid is left out, with a problem that says why; so is
    an outline for the map that cannot be used.
    """
    articles = Articles(Reader(folder, settings))
    return articles.archive(vocabulary)


@dataclass
class Articles:
    """The articles of one archive, as a build finds them.

    Attributes:
        reader: reads those that changed.
        memory: what the build before knew; None for a build that remembers nothing.
        base: stands for the settings and the code with which articles are read.
        taken_ns: when this build began, by the clock of the file system.
        workers: who reads.
    """

    reader: Reader
    memory: Memory | None = None
    base: bytes = b""
    taken_ns: int = 0
    workers: Executor = field(default_factory=Processes)
    _shelves: tuple[bytes, Shelves] | None = field(default=None, init=False)
    _touched: Set[str] = field(default=frozenset(), init=False)

    @cached_property
    def before(self) -> Seen:
        """What the build before saw."""
        return self.memory.seen(self.base) if self.memory else Seen(self.base)

    @cached_property
    def _looks(self) -> Mapping[str, Look]:
        folder = self.reader.folder / ARTICLES
        return look_at(folder) if folder.is_dir() else {}

    @cached_property
    def _read(self) -> dict[str, Known]:
        """What had to be read anew: new articles, and those whose bytes changed."""
        paths = [path for path in self._own if path not in self._settled]
        same = [path for path in paths if path in self.before.articles]
        hashes = {path: self.reader.sha256(path) for path in same}
        touched = {path for path in same if hashes[path] == self.before.articles[path][1]}
        self._touched = touched
        shards = _parted([path for path in paths if path not in touched], _PER_SHARD)
        results = self.workers.run(self.reader, Reader.read_all, shards)
        return self._put_away(results)

    def _put_away(self, results: Iterable[Iterable[tuple[str, Known]]]) -> dict[str, Known]:
        """What was read, and its texts on the disk as they come in, if there is a memory."""
        keep = self.memory.put_away if self.memory else _as_it_is
        return {path: keep(known) for result in results for path, known in result}

    @cached_property
    def _own(self) -> Mapping[str, Look]:
        """How each article looks, by its path."""
        return {
            name.removesuffix(_MARKDOWN): look
            for name, look in sorted(self._looks.items(), key=lambda item: item[0][:-3])
            if name.endswith(_MARKDOWN)
        }

    @cached_property
    def _settled(self) -> set[str]:
        before = self.before
        return {
            path
            for path, look in self._own.items()
            if (seen := before.articles.get(path)) is not None
            and seen[0] == look
            and look.is_settled(before.taken_ns)
        }

    @cached_property
    def known(self) -> dict[str, Known]:
        """All that is known of each article, by path, in order of path."""
        read = self._read
        seen = self.before.articles
        kept = {path: seen[path][1] for path in self._own if path not in read}
        found = self.memory.known(kept, self.base) if self.memory and kept else {}
        lost = [path for path in kept if path not in found]
        results = self.workers.run(self.reader, Reader.read_all, _parted(lost, _PER_SHARD))
        found |= self._put_away(results)
        found |= read
        self._lost = lost
        return {path: found[path] for path in self._own}

    @cached_property
    def others(self) -> dict[str, tuple[Look, str]]:
        """Every other file, its look and its SHA-256, which is empty where it cannot be read."""
        found = {}
        for name, look in self._looks.items():
            if name.endswith(_MARKDOWN):
                continue
            seen = self.before.others.get(name)
            if seen is None or seen[0] != look or not look.is_settled(self.before.taken_ns):
                seen = (look, _sha256(self.reader.folder / ARTICLES / name))
            found[name] = seen
        return found

    @cached_property
    def are_unchanged(self) -> bool:
        """Whether every file of articles/ has the bytes that it had at the build before."""
        before = self.before
        return (
            before.taken_ns > 0
            and not self._read
            and self._own.keys() == before.articles.keys()
            and self.others.keys() == before.others.keys()
            and all(self.others[name][1] == before.others[name][1] for name in self.others)
        )

    @cached_property
    def inputs(self) -> bytes:
        """Stands for every file of articles/."""
        before, read = self.before.articles, self._read
        articles = [(p, read[p].sha256 if p in read else before[p][1]) for p in self._own]
        return fingerprint(articles, [(name, seen[1]) for name, seen in self.others.items()])

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with articles, in order of path."""
        if self.are_unchanged:
            return self.before.problems
        return tuple(problem for known in self.known.values() for problem in known.problems)

    def archive(self, vocabulary: Vocabulary) -> LoadedArchive:
        """The public archive; where nothing changed it is put together when first asked for."""
        settings = self.reader.settings
        outline, unusable = load_outline(self.reader.folder, settings, vocabulary)
        store = ArticleStore(self.reader.folder)
        original_of = store.original_beside

        def put_together() -> PublicArchive:
            admitted = (known.admitted for known in self.known.values())
            archive = gather(admitted, settings, vocabulary, original_of, outline)
            return self._with_links(archive)

        whole = Once(put_together)
        archive = gather((), settings, vocabulary, original_of, outline, self._hash_of)
        archive = replace(
            archive,
            reports=Later(lambda: whole().reports),
            tombstones=Later(lambda: whole().tombstones),
            shelve=partial(self._shelve, vocabulary),
        )
        if not self.are_unchanged:
            archive = replace(archive, reports=whole().reports, tombstones=whole().tombstones)
        return LoadedArchive(archive, (*self.problems(), *unusable))

    def _shelve(self, vocabulary: Vocabulary, reports: Sequence[PublicReport]) -> Shelves:
        base = fingerprint(self.base, vocabulary.terms, sys.byteorder)
        before = self.memory.shelves(base) if self.memory else None
        self._shelves = (base, Shelves(reports, before))
        return self._shelves[1]

    def keep(self) -> None:
        """Write down what this build saw.

        Raises:
            OSError: the disk is full, or the folder may not be written.
        """
        if self.memory is None:
            return
        before, read = self.before, self._read
        vanished = before.articles.keys() - self._own.keys()
        articles = {p: seen for p, seen in before.articles.items() if p not in vanished}
        articles |= {path: (self._own[path], known.sha256) for path, known in read.items()}
        articles |= {path: (self._own[path], articles[path][1]) for path in self._touched}
        seen = Seen(self.base, self.taken_ns, articles, self.others, self.problems())
        changed = {shard_of(path) for path in (*read, *vanished, *getattr(self, "_lost", ()))}
        self.memory.keep(seen, changed, lambda: self.known)
        if self._shelves is not None:
            base, shelves = self._shelves
            self.memory.keep_shelves(shelves.to_remember(), base)

    def _hash_of(self, path: str, file: str) -> str:
        folder = path.rpartition("/")[0]
        found = self.others.get(f"{folder}/{file}" if folder else file)
        return found[1] if found else ""

    def _with_links(self, archive: PublicArchive) -> PublicArchive:
        """Reports whose text leads on within the site stand for where it leads as well."""
        asking = {path: known.asked for path, known in self.known.items() if known.asked}
        if not asking:
            return archive
        links = Links(archive)
        reports = (_leading_on(r, asking.get(r.path, ()), links) for r in archive.reports)
        return replace(archive, reports=tuple(reports))


def _leading_on(report: PublicReport, asked: Sequence[str], links: Links) -> PublicReport:
    if not asked:
        return report
    resolve = links.resolver(report.address)
    answers = fingerprint([resolve(link) for link in asked]).hex()
    return report.altered(digest=f"{report.digest} to {answers}")


def _as_it_is(known: Known) -> Known:
    return known


class Once(Generic[_T]):
    """A value that is made when first asked for."""

    def __init__(self, make: Callable[[], _T]) -> None:
        self._make = make

    def __call__(self) -> _T:
        """The value."""
        return self._value

    @cached_property
    def _value(self) -> _T:
        return self._make()


class Later(Sequence[_T]):
    """A sequence that is made when first looked into."""

    def __init__(self, make: Callable[[], Sequence[_T]]) -> None:
        self._items = Once(make)

    @overload
    def __getitem__(self, place: int) -> _T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[_T]: ...
    def __getitem__(self, place: int | slice) -> _T | Sequence[_T]:
        """One item, or some."""
        return self._items()[place]

    def __len__(self) -> int:
        return len(self._items())

    def __iter__(self) -> Iterator[_T]:
        return iter(self._items())


def load_outline(
    folder: Path, settings: Settings, vocabulary: Vocabulary
) -> tuple[Outline | None, Sequence[Problem]]:
    """The organisation's own outline for the map, or None for the world; and what is wrong with it.

    Where it lies is compared with the places: an outline with latitude and longitude exchanged may
    well be in range.
    """
    name = settings.map.outline
    if not name:
        return None, ()
    try:
        outline = read_outline(folder, name)
    except OutlineError as error:
        remedy = "the map shows the bundled outline of the world until this is corrected"
        return None, (Problem(name, 0, "", "", str(error), remedy),)
    places = [term.coordinates for term in vocabulary.terms.values() if term.coordinates]
    if looks_swapped(outline, [(longitude, latitude) for latitude, longitude in places]):
        message = "no place lies in it, but places would if latitude and longitude were exchanged"
        remedy = "write the longitude first in GeoJSON, the latitude first in vocabulary.yml"
        return outline, (Problem(name, 0, "", "", message, remedy),)
    return outline, ()


def _sha256(path: Path) -> str:
    try:
        return sha256_of(path)
    except OSError:
        return ""


def _parted(paths: Sequence[str], size: int) -> Iterator[list[str]]:
    items = iter(paths)
    while part := list(islice(items, size)):
        yield part

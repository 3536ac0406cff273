"""What a build remembers of the articles: how each file looked, and what was read from it.

What was read is parted into shards by path, so that one changed article writes one of them anew, and
a build in which nothing changed reads none. The texts lie in a file by themselves, and are read where
a page shows them.
"""

from __future__ import annotations

import gc
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.dates import parse_edtf
from generator.model import (
    Correction,
    Problem,
    PublicOriginal,
    PublicPicture,
    PublicReport,
    Tombstone,
    Withdrawal,
)
from generator.pipeline.building.reading import Known
from generator.publication import Admitted, recalled
from generator.shelves import Remembered
from generator.state import Look, TextOnDisk, Texts, load, save

SHARDS = 64
_SEEN, _TEXTS, _SHELVES = "seen", "texts", "shelves"
_SPARE = 1 << 20
"""Bytes of texts that nobody asks for any more, before it is worth while to write the others anew."""
_CLASSES: frozenset[Callable[..., object]] = frozenset(
    {Correction, Problem, PublicOriginal, PublicPicture, Tombstone, Withdrawal}
)


@dataclass
class Seen:
    """What a build saw in articles/.

    Attributes:
        base: stands for the settings and the code with which articles were read.
        taken_ns: when that build began, by the clock of the file system.
        articles, others: how each file looked, and its SHA-256, by its path below articles/; that
            of an article is without ``.md``.
        problems: of all articles, as warnings of the build.
        texts: the mark of the file that their texts are in, how far it was written, and how many
            bytes of it are still asked for.
    """

    base: bytes = b""
    taken_ns: int = 0
    articles: dict[str, tuple[Look, str]] = field(default_factory=dict)
    others: dict[str, tuple[Look, str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    texts: tuple[bytes, int, int] = (b"", 0, 0)

    def __getstate__(self) -> tuple[object, ...]:
        """Plain tuples, which are written and read in a tenth of the time, and are equal to looks."""
        articles, others = (
            {
                path: seen if type(seen[0]) is tuple else (tuple(seen[0]), seen[1])
                for path, seen in files.items()
            }
            for files in (self.articles, self.others)
        )
        return self.base, self.taken_ns, articles, others, self.problems, self.texts

    def __setstate__(self, state: Any) -> None:
        self.base, self.taken_ns, self.articles, self.others, self.problems, self.texts = state


@dataclass
class Memory:
    """The memory of one archive's articles, in a folder of ``.archive/``; their texts lie apart.

    A process that builds again and again can use it again, too, as long as it ``is_current``.
    """

    folder: Path
    _written: tuple[bytes, int, int] = field(default=(b"", 0, 0), init=False)
    _left: Look | None = field(default=None, init=False)
    _held: tuple[Seen, dict[str, Known]] | None = field(default=None, init=False)

    @property
    def is_current(self) -> bool:
        """Whether nobody else wrote to the folder since."""
        try:
            return self._left == Look.of((self.folder / _SEEN).stat())
        except OSError:
            return False

    @cached_property
    def _texts(self) -> Texts:
        """Those of the build before, if it is known what they are; otherwise none."""
        texts = Texts.at(self.folder / _TEXTS)
        mark, size, _ = self._written
        if texts is None or texts.mark != mark:
            return Texts.fresh(self.folder / _TEXTS)
        texts.cut(size)
        return texts

    def seen(self, base: bytes) -> Seen:
        """What the build before saw; nothing where it read with other settings or other code."""
        if self._held is not None and self._held[0].base == base:
            return self._held[0]
        found = load(self.folder / _SEEN, {Seen, Look, Problem})
        if not isinstance(found, Seen) or found.base != base:
            return Seen(base)
        self._written = found.texts
        return found

    def known(self, wanted: Mapping[str, str], base: bytes) -> dict[str, Known]:
        """What was read from articles, as far as it is still there.

        Args:
            wanted: the SHA-256 of each, by path. A build that was killed may have written down what
                an article was in between.
            base: stands for the settings and the code with which they were read.
        """
        if self._held is not None and self._held[0].base == base:
            held = self._held[1].items()
            return {path: known for path, known in held if wanted.get(path) == known.sha256}
        found: dict[str, Known] = {}
        with _no_search_for_garbage():
            for number in sorted({shard_of(path) for path in wanted}):
                kept = load(self._shard(number), _CLASSES)
                if isinstance(kept, tuple) and kept[:2] == (base, self._texts.mark):
                    rows = (row for row in kept[2] if wanted.get(row[0]) == row[1])
                    found.update(_from_row(row, self._texts) for row in rows)
        return found

    def shelves(self, base: bytes) -> Remembered | None:
        """Which reports stood on which shelves."""
        found = load(self.folder / _SHELVES, frozenset())
        return Remembered(*found[1:]) if isinstance(found, tuple) and found[0] == base else None

    def keep_shelves(self, shelves: Remembered, base: bytes) -> None:
        """Write down which reports stand on which shelves.

        Raises:
            OSError: the disk is full, or the folder may not be written.
        """
        save(self.folder / _SHELVES, (base, *shelves))

    def put_away(self, known: Known) -> Known:
        """The same with its text on the disk.

        Raises:
            OSError: the disk is full, or the folder may not be written.
        """
        return _with_text(known, self._texts.add)

    def keep(self, seen: Seen, changed: set[int], known: Callable[[], dict[str, Known]]) -> None:
        """Write down what was seen, and the shards that changed.

        Raises:
            OSError: the disk is full, or the folder may not be written.
            StateError: a text cannot be read any more.
        """
        outdated: Sequence[TextOnDisk] = ()
        mark, size, asked = self._written
        if changed:
            found = known()
            parts = _in_shards(found, changed)
            if self._texts.mark == mark:
                outdated = self._outdated(parts)
                asked += self._texts.size - size - sum(text.size for text in outdated)
            else:
                asked = self._texts.size
            if self._texts.size > _SPARE + 2 * asked:
                found = self._gathered(found)
                parts, outdated, asked = _in_shards(found, range(SHARDS)), (), self._texts.size
            for number, part in parts.items():
                rows = [_as_row(path, one) for path, one in part.items()]
                save(self._shard(number), (seen.base, self._texts.mark, rows))
        seen.texts = (self._texts.mark, self._texts.size, asked)
        save(self.folder / _SEEN, seen)
        self._written = seen.texts
        self._left = Look.of((self.folder / _SEEN).stat())
        if changed:
            self._held = (seen, found)
        elif self._held is not None:
            self._held = (seen, self._held[1])
        for text in outdated:
            self._texts.erase(text)

    def _outdated(self, parts: Mapping[int, Mapping[str, Known]]) -> Sequence[TextOnDisk]:
        """Texts of these shards that nobody asks for any more: edited, withdrawn, gone."""
        asked = {text.start for part in parts.values() for text in _texts_of(part.values())}
        before = (load(self._shard(number), _CLASSES) for number in parts)
        kept = (rows for _, mark, rows in filter(None, before) if mark == self._texts.mark)
        known = (one for rows in kept for _, one in (_from_row(row, self._texts) for row in rows))
        return [text for text in _texts_of(known) if text.start not in asked]

    def _gathered(self, known: Mapping[str, Known]) -> dict[str, Known]:
        """The same in a file of its own: half of what was in the other is asked for no more."""
        fresh = Texts.fresh(self.folder / _TEXTS)
        found = {path: _with_text(one, fresh.add) for path, one in known.items()}
        self._texts = fresh
        return found

    def _shard(self, number: int) -> Path:
        return self.folder / f"articles-{number:02d}"


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Objects come in millions here, and none of them is garbage: to look for some takes a third more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _in_shards(known: Mapping[str, Known], shards: Iterable[int]) -> dict[int, dict[str, Known]]:
    """What is known of the articles in some shards, by the number of the shard."""
    parts: dict[int, dict[str, Known]] = {number: {} for number in shards}
    for path, one in known.items():
        if (number := shard_of(path)) in parts:
            parts[number][path] = one
    return parts


_Row = tuple[Any, ...]
"""What is known of an article, and behind it the fields of its report, as plain values."""

_NAMES = [one.name for one in fields(PublicReport)]
_DATE, _BODY = _NAMES.index("date"), _NAMES.index("body")


def _as_row(path: str, known: Known) -> _Row:
    """Plain values are read in half the time that instances of classes take."""
    report, stone = known.admitted.report, known.admitted.stone
    head = (path, known.sha256, known.problems, known.asked, stone)
    if report is None:
        return head
    _, (*own,) = report.__reduce__()
    own[_DATE] = report.date.text
    if isinstance(stored := report.stored, TextOnDisk):
        own[_BODY] = (stored.start, stored.size, stored.length, stored.checksum)
    return (*head, *own)


def _from_row(row: _Row, texts: Texts) -> tuple[str, Known]:
    """The same again; its text lies in this file."""
    path, sha256, problems, asked, stone, *own = row
    if not own:
        return path, Known(sha256, Admitted(stone=stone), problems, asked)
    own[_DATE] = parse_edtf(own[_DATE])
    if not isinstance(own[_BODY], str):
        start, size, length, checksum = own[_BODY]
        own[_BODY] = TextOnDisk(start, size, length, checksum, texts)
    return path, Known(sha256, Admitted(recalled(own)), problems, asked)


def _texts_of(known: Iterable[Known]) -> Iterator[TextOnDisk]:
    for one in known:
        report = one.admitted.report
        if report is not None and isinstance(report.stored, TextOnDisk):
            yield report.stored


def _with_text(known: Known, text_of: Callable[[str], TextOnDisk]) -> Known:
    report = known.admitted.report
    if report is None:
        return known
    return replace(known, admitted=Admitted(report.altered(body=text_of(report.body))))


def shard_of(path: str) -> int:
    """The number of the shard that an article is in."""
    return zlib.crc32(path.encode()) % SHARDS

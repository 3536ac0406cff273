"""What a build remembers of the articles: how each file looked, and what was read from it.

What was read is parted into shards by path, so that one changed article writes one of them anew, and
a build in which nothing changed reads none. The texts lie in a file by themselves, and are read where
a page shows them.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.dates import parse_edtf
from generator.model import Correction, Problem, PublicOriginal, PublicReport, Tombstone, Withdrawal
from generator.pipeline.building.reading import Known
from generator.publication import Admitted
from generator.relations import Facts, Relations
from generator.state import Look, TextOnDisk, Texts, load, save

SHARDS = 64
_TEXTS, _RELATIONS = "texts", "relations"
_SPARE = 1 << 20
"""Bytes of texts that nobody asks for any more, before it is worth while to write the others anew."""
_CLASSES: frozenset[Callable[..., object]] = frozenset(
    {
        Admitted,
        Correction,
        Known,
        Look,
        Problem,
        PublicOriginal,
        PublicReport,
        TextOnDisk,
        Tombstone,
        Withdrawal,
        parse_edtf,
    }
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
    """

    base: bytes = b""
    taken_ns: int = 0
    articles: dict[str, tuple[Look, str]] = field(default_factory=dict)
    others: dict[str, tuple[Look, str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def __getstate__(self) -> tuple[object, ...]:
        """Plain tuples, which are written and read in a tenth of the time."""
        articles, others = (
            {path: (*look, sha256) for path, (look, sha256) in files.items()}
            for files in (self.articles, self.others)
        )
        return self.base, self.taken_ns, articles, others, self.problems

    def __setstate__(self, state: Any) -> None:
        self.base, self.taken_ns, articles, others, self.problems = state
        self.articles, self.others = (
            {path: (Look(*look), sha256) for path, (*look, sha256) in files.items()}
            for files in (articles, others)
        )


@dataclass
class Memory:
    """The memory of one archive's articles, in a folder of ``.archive/``; their texts lie apart."""

    folder: Path

    @cached_property
    def _texts(self) -> Texts:
        return Texts.at(self.folder / _TEXTS) or Texts.fresh(self.folder / _TEXTS)

    def seen(self, base: bytes) -> Seen:
        """What the build before saw; nothing where it read with other settings or other code."""
        found = load(self.folder / "seen", {Seen, Look, Problem})
        return found if isinstance(found, Seen) and found.base == base else Seen(base)

    def known(self, paths: Iterable[str], base: bytes) -> dict[str, Known]:
        """What was read from these articles, as far as it is still there."""
        wanted = set(paths)
        found: dict[str, Known] = {}
        for number in sorted({shard_of(path) for path in wanted}):
            kept = load(self._shard(number), _CLASSES)
            if isinstance(kept, tuple) and kept[:2] == (base, self._texts.mark):
                found |= {path: known for path, known in kept[2].items() if path in wanted}
        for text in _texts_of(found.values()):
            text.texts = self._texts
        return found

    def relations(self, base: bytes) -> Relations | None:
        """Which reports were related."""
        found = load(self.folder / _RELATIONS, {Relations, Facts})
        return found[1] if isinstance(found, tuple) and found[0] == base else None

    def keep_relations(self, relations: Relations, base: bytes) -> None:
        """Write down which reports are related.

        Raises:
            OSError: the disk is full, or the folder may not be written.
        """
        save(self.folder / _RELATIONS, (base, relations))

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
        if changed:
            found = known()
            if self._texts.size > _SPARE + 2 * sum(text.size for text in _texts_of(found.values())):
                found, changed = self._gathered(found), set(range(SHARDS))
            parts: dict[int, dict[str, Known]] = {number: {} for number in changed}
            for path, one in found.items():
                if (number := shard_of(path)) in parts:
                    parts[number][path] = one
            for number, part in parts.items():
                save(self._shard(number), (seen.base, self._texts.mark, part))
        save(self.folder / "seen", seen)

    def _gathered(self, known: Mapping[str, Known]) -> dict[str, Known]:
        """The same in a file of its own: half of what was in the other is asked for no more."""
        fresh = Texts.fresh(self.folder / _TEXTS)
        found = {path: _with_text(one, fresh.add) for path, one in known.items()}
        self._texts = fresh
        return found

    def _shard(self, number: int) -> Path:
        return self.folder / f"articles-{number:02d}"


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

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
_SEEN, _TEXTS, _RELATIONS = "seen", "texts", "relations"
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
        texts: the mark of the file that their texts are in, and how far it was written.
    """

    base: bytes = b""
    taken_ns: int = 0
    articles: dict[str, tuple[Look, str]] = field(default_factory=dict)
    others: dict[str, tuple[Look, str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    texts: tuple[bytes, int] = (b"", 0)

    def __getstate__(self) -> tuple[object, ...]:
        """Plain tuples, which are written and read in a tenth of the time, and are equal to looks."""
        articles, others = (
            {path: (tuple(look), sha256) for path, (look, sha256) in files.items()}
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
    _written: tuple[bytes, int] = field(default=(b"", 0), init=False)
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
        mark, size = self._written
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

    def known(self, paths: Iterable[str], base: bytes) -> dict[str, Known]:
        """What was read from these articles, as far as it is still there."""
        wanted = set(paths)
        if self._held is not None and self._held[0].base == base:
            return {path: known for path, known in self._held[1].items() if path in wanted}
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
        found = load(self.folder / _RELATIONS, frozenset())
        if not isinstance(found, tuple) or found[0] != base:
            return None
        _, marks, rows, related = found
        facts = dict(zip(rows, Facts.each_from(rows.values()), strict=True))
        return Relations(marks, facts, related)

    def keep_relations(self, relations: Relations, base: bytes) -> None:
        """Write down which reports are related.

        Raises:
            OSError: the disk is full, or the folder may not be written.
        """
        facts = {path: tuple(own) for path, own in relations.facts.items()}
        save(self.folder / _RELATIONS, (base, relations.marks, facts, relations.related))

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
        outdated: list[TextOnDisk] = []
        if changed:
            found = known()
            if self._texts.size > _SPARE + 2 * sum(text.size for text in _texts_of(found.values())):
                found, changed = self._gathered(found), set(range(SHARDS))
            elif self._texts.mark == self._written[0]:
                outdated = self._outdated(changed, found)
            parts: dict[int, dict[str, Known]] = {number: {} for number in changed}
            for path, one in found.items():
                if (number := shard_of(path)) in parts:
                    parts[number][path] = one
            for number, part in parts.items():
                save(self._shard(number), (seen.base, self._texts.mark, part))
        seen.texts = (self._texts.mark, self._texts.size)
        save(self.folder / _SEEN, seen)
        self._written = seen.texts
        self._left = Look.of((self.folder / _SEEN).stat())
        if changed:
            self._held = (seen, found)
        elif self._held is not None:
            self._held = (seen, self._held[1])
        for text in outdated:
            self._texts.erase(text)

    def _outdated(self, shards: Iterable[int], known: Mapping[str, Known]) -> list[TextOnDisk]:
        """Texts of these shards that nobody asks for any more: edited, withdrawn, gone."""
        asked = {text.start for text in _texts_of(known.values())}
        before = (load(self._shard(number), _CLASSES) for number in shards)
        return [
            text
            for kept in before
            if isinstance(kept, tuple) and kept[1] == self._texts.mark
            for text in _texts_of(kept[2].values())
            if text.start not in asked
        ]

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

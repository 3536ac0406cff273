"""All articles of the archive as signatures, and which of them are near a text."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

from generator.errors import StoreError
from generator.pipeline.copies.versions import Version, may_be_copies, read_version
from generator.similarity import SCHEME, Neighbours, Signature, signature_of, similarity
from generator.store import ArticleStore, KeptSignatures

_WORTH_KEEPING = 200
"""Signatures from which they are kept for the next command; fewer are computed in no time."""


class CopyIndex:
    """Articles that may be copied, those of the archive and those that are coming in."""

    def __init__(self, store: ArticleStore, own: Sequence[str]) -> None:
        """An empty index.

        Args:
            store: where articles are read again to be compared word by word.
            own: names under which the organisation itself publishes.
        """
        self.store = store
        self.own = tuple(own)
        self._neighbours = Neighbours()
        self._paths: list[str] = []

    def take_in_all(self) -> None:
        """Take in every article of the archive, in order of path.

        Raises:
            StoreError: articles/ cannot be read.
        """
        for path, signature in signatures(self.store):
            self.add(path, signature)

    def add(self, path: str, signature: Signature) -> None:
        """Take in an article whose signature is known; an empty one is of none to be compared."""
        if signature:
            self._neighbours.add(signature)
            self._paths.append(path)

    def met(self, signature: Signature) -> list[str]:
        """The paths of the articles that are worth comparing, the likeliest first."""
        return [self._paths[number] for number in self._neighbours.near(signature)]

    def compared(self, version: Version, paths: Iterable[str]) -> Iterator[tuple[Version, float]]:
        """Those of the articles that have something in common with this one, and how much."""
        for path in paths:
            other = read_version(self.store, path, self.own)
            if other is None or not may_be_copies(version, other):
                continue
            if (alike := similarity(version.wording, other.wording)) > 0:
                yield other, alike


def signatures(store: ArticleStore) -> Iterator[tuple[str, Signature]]:
    """The signature of each article; empty for one that is not to be compared.

    Those of articles that were not touched since the last time are taken from there.

    Raises:
        StoreError: articles/ cannot be read.
    """
    kept = KeptSignatures(store.folder, SCHEME)
    before = kept.read()
    new: dict[str, tuple[str, bytes]] = {}
    for path in store.paths():
        stamp = _stamp(store, path)
        known, content = before.get(path, ("", b""))
        if known != stamp:
            content = _signature(store, path).tobytes()
            new[path] = (stamp, content)
        signature = array("I")
        signature.frombytes(content)
        yield path, signature
    if len(new) >= _WORTH_KEEPING:
        kept.keep(new)


def _signature(store: ArticleStore, path: str) -> Signature:
    version = read_version(store, path)
    if version is None or not version.is_whole:
        return array("I")
    return signature_of(version.wording)


def _stamp(store: ArticleStore, path: str) -> str:
    try:
        found = (store.articles_folder / f"{path}.md").stat()
    except OSError as error:
        raise StoreError(f"articles/{path}.md cannot be read: {error.strerror}") from error
    return f"{found.st_mtime_ns}-{found.st_size}"

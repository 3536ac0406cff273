"""Near copies at the import: what comes in is compared with the archive and what came before it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import Article, Problem
from generator.pipeline.copies import CopyIndex, Version, precedes, root_of
from generator.pipeline.copies.linking import evidence
from generator.similarity import DEFAULT, Signature
from generator.store import ArticleStore, Unreadable

_COMPARED = (
    "date",
    "source",
    "publisher",
    "language",
    "status",
    "display",
    "same_as",
    "translation_of",
)


@dataclass(frozen=True)
class Copied:
    """What an incoming report is a near copy of.

    Attributes:
        problem: what to tell the editor.
        same_as: the original to name; empty where a person has to decide.
        evidence: what `inferred` says of it.
    """

    problem: Problem
    same_as: str = ""
    evidence: str = ""

    def fields(self, before: Mapping[str, object]) -> Mapping[str, object]:
        """The fields that are set by this; none where a person has to decide."""
        if not self.same_as:
            return {}
        told = before.get("inferred")
        inferred = {**(told if isinstance(told, Mapping) else {}), "same_as": self.evidence}
        return {"same_as": self.same_as, "inferred": inferred}


@dataclass(frozen=True)
class Coming:
    """A report on its way into the archive, with its signature."""

    version: Version
    signature: Signature


class CopyWatch:
    """Compares each report of an import; the archive is read when the first one comes."""

    def __init__(
        self, store: ArticleStore, own: Sequence[str], link_above: float | None, dry_run: bool
    ) -> None:
        """Watch one import.

        Args:
            store: the archive.
            own: names under which the organisation itself publishes.
            link_above: the similarity from which `same_as` is written; None: never.
            dry_run: whether articles will not be found on the disk.
        """
        self._index: CopyIndex | None = None
        self._store = _Unwritten(store.folder) if dry_run else store
        self._own = tuple(own)
        self._link_above = link_above

    def coming(
        self, path: str, fields: Mapping[str, object], body: str, signature: Signature
    ) -> Coming:
        """A report that is about to be kept.

        Args:
            path: where the article will stand.
            fields: its front matter.
            body: its Markdown.
            signature: of the body.
        """
        return Coming(Version(path, fields, body, self._own), signature)

    def seen(self, name: str, coming: Coming) -> Copied | None:
        """What a report is a near copy of; None if of nothing.

        Args:
            name: the input, for messages.
            coming: the report.

        Raises:
            StoreError: articles/ cannot be read.
        """
        version = coming.version
        if not version.is_whole:
            return None
        lowest = min(DEFAULT, self._link_above or DEFAULT)
        index = self._filled()
        near = [
            (alike, other)
            for other, alike in index.compared(version, index.met(coming.signature))
            if alike >= lowest and other.path != version.path
        ]
        if not near:
            return None
        alike, other = max(near, key=lambda found: (found[0], not found[1].is_withdrawn))
        return self._copied(name, version, other, alike)

    def keep(self, coming: Coming, fields: Mapping[str, object]) -> None:
        """Compare what comes later with this report, which was kept with these fields."""
        version = replace(coming.version, fields=fields)
        if isinstance(self._store, _Unwritten):
            self._store.hold(version)
        if version.is_whole and self._index:
            self._index.add(version.path, coming.signature)

    def _filled(self) -> CopyIndex:
        if self._index is None:
            self._index = CopyIndex(self._store, self._own)
            self._index.take_in_all()
        return self._index

    def _copied(self, name: str, version: Version, other: Version, alike: float) -> Copied:
        there = f"articles/{other.path}.md"
        if other.is_withdrawn:
            message = (
                f"articles/{version.path}.md is a near copy of {there}, which was withdrawn"
                f" (similarity {alike:.2f})"
            )
            remedy = "look whether it may be published"
            return Copied(Problem(name, 0, "same_as", other.path, message, remedy))
        message = f"articles/{version.path}.md is a near copy of {there} (similarity {alike:.2f})"
        asked = self._link_above is not None and alike >= self._link_above
        if not asked or precedes(version, other) or version.text("same_as"):
            is_first = precedes(version, other)
            copy, original = (other.path, version.path) if is_first else (version.path, other.path)
            remedy = f"if it is, write 'same_as: {original}' into articles/{copy}.md"
            return Copied(Problem(name, 0, "same_as", other.path, message, remedy))
        message += ", and says so now"
        problem = Problem(name, 0, "same_as", other.path, message, "look whether it is one")
        return Copied(problem, root_of(self._store, other), evidence(alike))


class _Unwritten(ArticleStore):
    """The archive as it would be after a dry run: what was not written is held in memory, packed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._held: dict[str, tuple[Mapping[str, object], bytes]] = {}

    def hold(self, version: Version) -> None:
        """Find this article from now on."""
        fields = {name: version.fields[name] for name in _COMPARED if name in version.fields}
        self._held[version.path] = (fields, zlib.compress(version.body.encode()))

    def read(self, path: str) -> Article | Unreadable:
        """The article at ``path``, written or not."""
        if path not in self._held:
            return super().read(path)
        fields, packed = self._held[path]
        return Article(path, fields, {}, zlib.decompress(packed).decode())

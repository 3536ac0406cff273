"""Pairs of near copies in the archive, and `same_as` for them on the editor's word."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.pipeline.amending import Amendment, amended, valid_front
from generator.pipeline.copies.index import CopyIndex, signatures
from generator.pipeline.copies.versions import Version, may_be_copies, read_version, root_of
from generator.similarity import Signature
from generator.store import ArticleStore, Put


@dataclass(frozen=True)
class Pair:
    """Two articles that are near copies.

    Attributes:
        first: the one that is more likely the original.
        second: the other one.
        similarity: from 0 to 1.
        is_linked: whether `same_as` says so already.
    """

    first: Version
    second: Version
    similarity: float
    is_linked: bool

    @property
    def paths(self) -> frozenset[str]:
        """The paths of both."""
        return frozenset({self.first.path, self.second.path})


@dataclass(frozen=True)
class Link:
    """An article that is to say `same_as`, and what it is to say.

    Attributes:
        path: the copy.
        original: the path of the report that it is a copy of.
        similarity: to the article through which it came into the family.
    """

    path: str
    original: str
    similarity: float


def pairs(
    store: ArticleStore,
    own: Sequence[str],
    above: float,
    only: Collection[str] = (),
    told: Callable[[], object] = lambda: None,
) -> Iterator[Pair]:
    """Each pair of near copies, in order of the later path; withdrawn reports are in none.

    Args:
        store: the archive.
        own: names under which the organisation itself publishes.
        above: the least similarity, from 0 to 1.
        only: paths one of which has to be in the pair; none: all pairs.
        told: called for each article that was looked at, for a progress bar.

    Raises:
        StoreError: articles/ cannot be read.
    """
    index = CopyIndex(store, own)
    asked: list[tuple[str, Signature]] = []
    for path, signature in signatures(store):
        told()
        if not only:
            yield from _pairs_of(index, path, signature, above)
        elif path in only:
            asked.append((path, signature))
        index.add(path, signature)
    met: set[frozenset[str]] = set()
    for path, signature in asked:
        for pair in _pairs_of(index, path, signature, above):
            if pair.paths not in met:
                met.add(pair.paths)
                yield pair


def linked(store: ArticleStore, made: Iterable[Link], confirmed: bool) -> Iterator[Amendment]:
    """The articles with `same_as`; nothing is written yet, and no other byte changes.

    Args:
        store: the archive.
        made: what is to be said.
        confirmed: whether a person looked at these; otherwise the evidence stands in `inferred`.

    Raises:
        AmendmentError: one of them cannot be changed.
        StoreError: one of them cannot be read.
    """
    for link in made:
        content = store.content(link.path)
        was = valid_front(link.path, content)
        changes = [Put("same_as", link.original)]
        if not confirmed:
            changes.append(Put("inferred.same_as", evidence(link.similarity)))
        yield Amendment(link.path, content, amended(link.path, content, changes), was)


def links(store: ArticleStore, found: Iterable[Pair]) -> list[Link]:
    """What has to be said so that each family of copies names one original, in order of path.

    What an article says already is left as it is, and the original that it names is that of its
    family.
    """
    families = _Families()
    for pair in sorted(found, key=lambda pair: -pair.similarity):
        families.join(pair)
    made = []
    for members in families:
        original = _original(store, members)
        made += [
            Link(member.path, original, families.similarity[member.path])
            for member in members
            if member.path != original
            and not member.text("same_as")
            and not _is_translation(member, original)
        ]
    return sorted(made, key=lambda link: link.path)


def evidence(similarity: float) -> str:
    """What `inferred` says of a link that no person has looked at."""
    return f"near copy, similarity {similarity:.2f}"


class _Families:
    """Articles that are copies of one another, directly or through others."""

    def __init__(self) -> None:
        self._members: dict[str, list[Version]] = {}
        self.similarity: dict[str, float] = {}

    def join(self, pair: Pair) -> None:
        """Make one family of those of both."""
        one = self._members.setdefault(pair.first.path, [pair.first])
        other = self._members.setdefault(pair.second.path, [pair.second])
        for version in (pair.first, pair.second):
            self.similarity.setdefault(version.path, pair.similarity)
        if one is not other:
            one += other
            for member in other:
                self._members[member.path] = one

    def __iter__(self) -> Iterator[list[Version]]:
        yield from {id(members): members for members in self._members.values()}.values()


def _pairs_of(index: CopyIndex, path: str, signature: Signature, above: float) -> Iterator[Pair]:
    met = [other for other in index.met(signature) if other != path]
    version = read_version(index.store, path, index.own) if met else None
    if version is None or version.is_withdrawn:
        return
    for other, alike in index.compared(version, met):
        if alike >= above and not other.is_withdrawn:
            first, second = sorted((version, other), key=lambda one: one.rank)
            is_linked = root_of(index.store, first) == root_of(index.store, second)
            yield Pair(first.without_body(), second.without_body(), alike, is_linked)


def _original(store: ArticleStore, members: Sequence[Version]) -> str:
    """The root that one of them names already; without any, the first in rank."""
    ranked = sorted(members, key=lambda version: version.rank)
    named = (member for member in ranked if member.text("same_as"))
    return root_of(store, next(named, ranked[0]))


def _is_translation(member: Version, original: str) -> bool:
    """Whether a member is a translation of the original, which `same_as` is not for."""
    return not may_be_copies(member, Version(original, {}, ""))

"""Move: a report to another path, so that nothing is lost whenever it is interrupted.

The new files are made first and the old ones removed last, the old article as the very last. So
as long as that one stands, the same move can be asked for again, and goes on where it ended.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.addresses import address_of
from generator.checks.addresses import folded
from generator.errors import AmendmentError, StoreError
from generator.model import FrontMatter
from generator.pipeline.amending import amended, valid_front
from generator.pipeline.mentions import (
    Place,
    files_that_may_name,
    from_another_folder,
    mended,
    relinked,
)
from generator.redirection import earlier_address
from generator.settings import Settings
from generator.store import ARTICLES, Append, ArticleStore, Change, Put, slug_for

_HIDDEN = ("draft", "embargoed")


@dataclass(frozen=True)
class MovedFile:
    """A file that stands beside the article: its names there and here, and its bytes."""

    before: str
    after: str
    content: bytes


@dataclass(frozen=True)
class Move:
    """All that a move will write.

    Attributes:
        old: where the report stands.
        new: where it will stand.
        article: its bytes there.
        original: the original, if it stands beside it.
        pictures: what stands beside it too; they keep their names.
        mended: files that name it, with their bytes before and after.
        redirects: the entries of `redirect_from` that it leaves.
    """

    old: Place
    new: Place
    article: bytes
    original: MovedFile | None
    pictures: tuple[MovedFile, ...]
    mended: tuple[tuple[str, bytes, bytes], ...]
    redirects: tuple[str, ...]


def plan_move(store: ArticleStore, settings: Settings, old: str, new: str) -> Move:
    """What moving a report from one path to another means; nothing is written.

    Raises:
        AmendmentError: the article is not valid, or the new path is taken or no good one.
        StoreError: the article, or its original, cannot be read.
    """
    content = store.content(old)
    front = valid_front(old, content)
    _refuse_bad_path(old, new)
    here, there = (Place(path, address_of(path, front.language, settings)) for path in (old, new))
    original = _original(store, front, old, new)
    pictures = tuple(
        _file(store, (old, own.file), (new, own.file), own.sha256) for own in front.pictures
    )
    redirects = _redirects(front, here, original)
    changes = _changes(front, there, original, redirects)
    article = relinked(
        there.file,
        amended(old, content, changes),
        lambda target: from_another_folder(target, here, there),
        here,
        there,
    )
    _refuse_taken(store, there, article, old)
    others = files_that_may_name(store, old, {here.file, there.file})
    named = ((name, before, mended(name, before, here, there)) for name, before in others)
    changed = tuple(item for item in named if item[1] != item[2])
    return Move(here, there, article, original, pictures, changed, redirects)


def has_moved(store: ArticleStore, settings: Settings, old: str, new: str) -> bool:
    """Whether nothing is left to do: the old article has gone, and the new one leads on from it."""
    if old in (paths := store.paths()) or new not in paths:
        return False
    front = valid_front(new, store.content(new))
    earlier = {folded(earlier_address(entry)) for entry in front.redirect_from}
    return folded(address_of(old, front.language, settings)) in earlier


def carry_out(store: ArticleStore, move: Move) -> Iterator[str]:
    """Do it, step by step; each step is named when it is done.

    Raises:
        StoreError: a step failed; those before it stand, and the same move goes on from there.
    """
    beside = (*((move.original,) if move.original else ()), *move.pictures)
    for file in beside:
        if _has_moved(move, file):
            store.store_beside(move.new.path, file.after, file.content)
            yield _beside(move.new.path, file.after)
    store.create(move.new.path, move.article)
    yield move.new.file
    for name, before, after in move.mended:
        store.replace(name, before, after)
        yield name
    for file in beside:
        if _has_moved(move, file):
            store.remove(_beside(move.old.path, file.before))
    store.remove(move.old.file)


def _has_moved(move: Move, file: MovedFile) -> bool:
    return _beside(move.old.path, file.before) != _beside(move.new.path, file.after)


def _beside(path: str, file: str) -> str:
    return f"{ARTICLES}/{path.rpartition('/')[0]}/{file}".replace("//", "/")


def _refuse_bad_path(old: str, new: str) -> None:
    parts = new.split("/")
    good = "/".join(slug_for(part) for part in parts)
    if new == old:
        raise AmendmentError(f"the report stands at {old} already")
    if len(parts) < 2 or not all(parts):
        slug = parts[-1] or old.rpartition("/")[2]
        raise AmendmentError(f"{new!r} lacks a folder: write 2016/{slug}, or undated/{slug}")
    if good != new:
        raise AmendmentError(f"{new!r} is no good address: write {good}")


def _refuse_taken(store: ArticleStore, new: Place, article: bytes, old: str) -> None:
    """Refuse a path that another article has or claims; the same move, begun before, is fine."""
    for path in store.paths():
        is_there = folded(path) == folded(new.path)
        if is_there and (path != new.path or store.content(path) != article):
            raise AmendmentError(f"{ARTICLES}/{path}.md is there already, and is not overwritten")
        if path in (old, new.path) or b"redirect_from" not in (content := store.content(path)):
            continue
        claims = (folded(earlier_address(e)) for e in valid_front(path, content).redirect_from)
        if folded(new.address) in claims:
            raise AmendmentError(f"/{new.address} leads to {ARTICLES}/{path}.md: take another path")


def _original(store: ArticleStore, front: FrontMatter, old: str, new: str) -> MovedFile | None:
    """The original beside the article, or, where a move was interrupted, at its new place already."""
    record = front.original
    if record is None or not record.file:
        return None
    slug, renamed = old.rpartition("/")[2], new.rpartition("/")[2]
    rest = record.file.removeprefix(slug)
    after = f"{renamed}{rest}" if rest[:1] == "." else record.file
    return _file(store, (old, record.file), (new, after), record.sha256)


def _file(
    store: ArticleStore, before: tuple[str, str], after: tuple[str, str], sha256: str
) -> MovedFile:
    """A file beside the article, or at its new place already; each place is a path and a name."""
    failure: StoreError | None = None
    for path, file in (before, after):
        try:
            content = store.original_beside(path, file)
        except StoreError as error:
            failure = failure or error
            continue
        if hashlib.sha256(content).hexdigest() != sha256:
            raise AmendmentError(
                f"{_beside(path, file)} is not what was imported: run `archive check`, and restore "
                "the file from git before the report moves"
            )
        return MovedFile(before[1], after[1], content)
    raise AmendmentError(f"the file {failure}; restore it from git before the report moves")


def _redirects(front: FrontMatter, old: Place, original: MovedFile | None) -> tuple[str, ...]:
    """What has to lead on: nothing of a report that the public never saw."""
    if front.status in _HIDDEN:
        return ()
    is_shown = front.status == "published" and front.display == "full"
    files = (f"{old.address}{original.before}",) if original and is_shown else ()
    known = set(front.redirect_from)
    return tuple(entry for entry in (old.address, *files) if entry not in known)


def _changes(
    front: FrontMatter, new: Place, original: MovedFile | None, redirects: Sequence[str]
) -> Sequence[Change]:
    own = {new.address, f"{new.address}{original.after}" if original else new.address}
    kept = [entry for entry in front.redirect_from if entry.lstrip("/") not in own]
    changes: list[Change] = []
    if kept != list(front.redirect_from):
        changes.append(Put("redirect_from", kept))
    changes += [Append("redirect_from", entry) for entry in redirects]
    if original is not None and original.after != original.before:
        changes.append(Put("original.file", original.after))
    return changes

"""Verify: is every original, and every record on a site, still what it was?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.errors import StoreError
from generator.model import Article
from generator.outputs.manifest import MANIFEST_FILE
from generator.store import ARTICLES, ArticleStore

ORIGINALS = "originals"
_LINE = re.compile(r"(?P<mark>\\?)(?P<sha256>[0-9a-fA-F]{64}) [ *](?P<path>.+)")
_ESCAPES = {"n": "\n", "r": "\r", "\\": "\\"}
_PAGE_FILE = "index.html"


class State(StrEnum):
    """What was found of a file; only ``SAME`` and ``ELSEWHERE`` are as they should be."""

    SAME = "as recorded"
    ELSEWHERE = "kept elsewhere"
    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Verified:
    """One file: its path below the archive's or the site's folder, and what was found."""

    file: str
    state: State
    detail: str = ""


def verify_archive(store: ArticleStore) -> Iterator[Verified]:
    """Every original and picture of the archive against the SHA-256 in the front matter of its article.

    What is withheld is kept in originals/ of the machine that imported it: where it is not there,
    it is kept elsewhere. Files that no article names are extra.
    """
    named: set[str] = set()
    for item in store.read_all():
        if not isinstance(item, Article):
            yield Verified(
                f"{ARTICLES}/{item.path}.md", State.UNREADABLE, str(item.problem.message)
            )
            named |= {file for file in store.other_files() if file.startswith(f"{item.path}.")}
            continue
        record = item.fields.get("original")
        if isinstance(record, Mapping):
            yield from _original(store, item.path, record, named)
        pictures = item.fields.get("pictures")
        for picture in pictures if isinstance(pictures, list) else []:
            if isinstance(picture, Mapping):
                yield from _picture(store, item.path, picture, named)
    for file in store.other_files():
        if file not in named:
            yield Verified(f"{ARTICLES}/{file}", State.EXTRA, "no article names it")
    yield from _unnamed(store.folder / ORIGINALS, named)


def verify_site(folder: Path) -> Iterator[Verified]:
    """Every file that the manifest of a built or downloaded site lists, and what it should list.

    Extra is a file beside the page of a report, in any language, that the manifest does not have.

    Raises:
        StoreError: there is no manifest.
    """
    try:
        lines = (folder / MANIFEST_FILE).read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(
            f"{folder} has no {MANIFEST_FILE} that can be read: name the folder of a built site"
        ) from error
    listed: set[str] = set()
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        entry = _entry(line)
        if entry is None:
            detail = "write the manifest anew with a build"
            yield Verified(f"{MANIFEST_FILE}:{number}", State.UNREADABLE, detail)
            continue
        path, sha256 = entry
        listed.add(path)
        yield Verified(path, *_compared(folder / path, sha256))
    for place in (folder, *sorted(child for child in folder.iterdir() if child.is_dir())):
        for file in sorted((place / "reports").rglob("*")):
            path = file.relative_to(folder).as_posix()
            if file.is_file() and file.name != _PAGE_FILE and path not in listed:
                yield Verified(path, State.EXTRA, "the manifest does not list it")


def sha256_of_manifest(folder: Path) -> str:
    """SHA-256 of a site's manifest: one line that vouches for all others."""
    return hashlib.sha256((folder / MANIFEST_FILE).read_bytes()).hexdigest()


def _original(
    store: ArticleStore, path: str, record: Mapping[str, object], named: set[str]
) -> Iterator[Verified]:
    sha256, file = str(record.get("sha256", "")), record.get("file")
    if isinstance(file, str) and file:
        yield _beside(store, path, file, sha256, named)
        return
    kept = str(record.get("container") or sha256)
    if kept in named:  # another part of the same container
        return
    named.add(kept)
    place = store.folder / ORIGINALS / kept
    if place.is_file():
        yield Verified(f"{ORIGINALS}/{kept}", *_compared(place, kept))
    else:
        detail = f"{ARTICLES}/{path}.md names it"
        yield Verified(f"{ORIGINALS}/{kept}", State.ELSEWHERE, detail)


def _beside(store: ArticleStore, path: str, file: str, sha256: str, named: set[str]) -> Verified:
    """A file beside an article."""
    name = f"{path.rpartition('/')[0]}/{file}".lstrip("/")
    named.add(name)
    try:
        actual = hashlib.sha256(store.original_beside(path, file)).hexdigest()
    except StoreError as error:
        return Verified(f"{ARTICLES}/{name}", State.MISSING, str(error))
    return Verified(f"{ARTICLES}/{name}", *_state(actual, sha256))


def _picture(
    store: ArticleStore, path: str, record: Mapping[str, object], named: set[str]
) -> Iterator[Verified]:
    """A picture beside an article; as it came it may be in originals/, or in its report's original."""
    file, kept = record.get("file"), str(record.get("original", ""))
    if isinstance(file, str) and file:
        yield _beside(store, path, file, str(record.get("sha256", "")), named)
    place = store.folder / ORIGINALS / kept
    if kept and kept not in named and place.is_file():
        named.add(kept)
        yield Verified(f"{ORIGINALS}/{kept}", *_compared(place, kept))


def _unnamed(originals: Path, named: set[str]) -> Iterator[Verified]:
    if not originals.is_dir():
        return
    for file in sorted(originals.iterdir()):
        if file.is_file() and not file.name.startswith(".") and file.name not in named:
            yield Verified(f"{ORIGINALS}/{file.name}", State.EXTRA, "no article names it")


def _entry(line: str) -> tuple[str, str] | None:
    """Path and hash of one line; nothing where it is none, or leads out of the site."""
    match = _LINE.fullmatch(line.removesuffix("\r"))
    if match is None:
        return None
    path = match["path"]
    if match["mark"]:
        path = re.sub(r"\\(.)", lambda m: _ESCAPES.get(m[1], m[0]), path)
    if path.startswith("/") or ".." in path.split("/") or "\0" in path:
        return None
    return path, match["sha256"].lower()


def _compared(file: Path, sha256: str) -> tuple[State, str]:
    try:
        with file.open("rb") as opened:
            actual = hashlib.file_digest(opened, "sha256").hexdigest()
    except FileNotFoundError:
        return State.MISSING, ""
    except OSError as error:
        return State.MISSING, f"it cannot be read: {error.strerror}"
    return _state(actual, sha256)


def _state(actual: str, recorded: str) -> tuple[State, str]:
    if actual == recorded:
        return State.SAME, ""
    return State.CHANGED, f"its SHA-256 is {actual}, and was {recorded}"

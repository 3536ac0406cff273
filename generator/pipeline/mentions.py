"""Where articles and hand-written pages name a report, and how they name it once it has moved."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from generator import frontmatter
from generator.errors import ArchiveError, FrontMatterError
from generator.store import ARTICLES, ArticleStore, Put, edited

DOCS = "docs"
_TARGET = re.compile(
    r"(?P<lead>\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?)(?P<target>[^)\s>#]+)", re.MULTILINE
)
_REFERENCES = ("translation_of", "same_as")


@dataclass(frozen=True)
class Mention:
    """One place where a report is named.

    Attributes:
        file: path below the archive's folder.
        line: 1-based.
        text: what stands there: a field with its value, or the target of a link.
    """

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


@dataclass(frozen=True)
class Place:
    """Where a report stands: its path below articles/, and its address below the site's root."""

    path: str
    address: str

    @property
    def file(self) -> str:
        """Its file below the archive's folder."""
        return f"{ARTICLES}/{self.path}.md"


def files_that_may_name(
    store: ArticleStore, path: str, passed_over: Set[str]
) -> Iterator[tuple[str, bytes]]:
    """Articles and hand-written pages that have the last part of the path somewhere in them."""
    slug = path.rpartition("/")[2]
    needles = (slug.encode(), quote(slug).encode(), quote(slug).lower().encode())
    files = [f"{ARTICLES}/{name}.md" for name in store.paths()]
    docs = sorted((store.folder / DOCS).rglob("*.md"))
    files += [file.relative_to(store.folder).as_posix() for file in docs]
    for name in files:
        if name in passed_over:
            continue
        content = _read(store.folder / name)
        if any(needle in content for needle in needles):
            yield name, content


def mentions(store: ArticleStore, place: Place) -> Iterator[Mention]:
    """Every place that names a report, but for the report itself."""
    for name, content in files_that_may_name(store, place.path, {place.file}):
        text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        fields, lines, body, first = _parts(name, text)
        for field in _REFERENCES:
            if fields.get(field) == place.path:
                yield Mention(name, lines.get(field, 1), f"{field}: {place.path}")
        for match in _TARGET.finditer(body):
            if _leads_to(match["target"], name, place):
                line = first + body.count("\n", 0, match.start("target"))
                yield Mention(name, line, match["target"])


def mended(name: str, content: bytes, old: Place, new: Place) -> bytes:
    """A file in which a report is named by its new place; what cannot be read stays as it is."""

    def renamed(target: str) -> str:
        if not _leads_to(target, name, old):
            return target
        return _named_like(target, name, new)

    try:
        return relinked(name, content, renamed, old, new)
    except (ArchiveError, UnicodeDecodeError):
        return content


def relinked(
    name: str, content: bytes, renamed: Callable[[str], str], old: Place, new: Place
) -> bytes:
    """A file with every link's target as ``renamed`` has it, and references to the new path.

    Raises:
        FrontMatterError: an article that cannot be read.
        UnicodeDecodeError: the file is not UTF-8.
    """
    if not name.startswith(f"{ARTICLES}/"):
        return _with_targets(content.decode(), renamed).encode()
    parsed = frontmatter.parse(content.decode("utf-8-sig").replace("\r\n", "\n"))
    changes = [
        Put(field, new.path) for field in _REFERENCES if parsed.fields.get(field) == old.path
    ]
    body = _with_targets(parsed.body, renamed)
    return edited(content, changes, body if body != parsed.body else None)


def from_another_folder(target: str, old: Place, new: Place) -> str:
    """The target of a link in a report, as it has to be once the report itself has moved."""
    if _leads_to(target, old.file, old):
        return _named_like(target, new.file, new)
    if ":" in target or target.startswith("/") or not target.endswith(".md"):
        return target
    meant = posixpath.normpath(posixpath.join(posixpath.dirname(old.file), target))
    return posixpath.relpath(meant, posixpath.dirname(new.file))


def _with_targets(text: str, renamed: Callable[[str], str]) -> str:
    return _TARGET.sub(lambda match: match["lead"] + renamed(match["target"]), text)


def _leads_to(target: str, name: str, place: Place) -> bool:
    plain = unquote(target)
    if plain.startswith("/"):
        return plain.strip("/") == place.address.strip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), plain)) == place.file


def _named_like(target: str, name: str, new: Place) -> str:
    """The new place, as address or file, as the target was."""
    is_address = target.startswith("/")
    named = (
        f"/{new.address}" if is_address else posixpath.relpath(new.file, posixpath.dirname(name))
    )
    return quote(named) if "%" in target else named


def _parts(name: str, text: str) -> tuple[dict[str, object], dict[str, int], str, int]:
    """Fields, their lines, the body and its first line; a hand-written page is body alone."""
    if name.startswith(f"{ARTICLES}/"):
        try:
            read = frontmatter.parse(text)
        except frontmatter.RepeatedFieldError as error:
            read = error.rest
        except FrontMatterError:
            return {}, {}, text, 1
        return dict(read.fields), dict(read.lines), read.body, read.body_line
    return {}, {}, text, 1


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""

"""articles/ ⇄ Article: read every one, add new ones, find an original again."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator import frontmatter
from generator.errors import FrontMatterError, StoreError
from generator.model import Article, Problem
from generator.store.files import (
    beginning_of,
    chunks_of,
    create_file,
    holds,
    is_unfinished,
    replace_file,
    sha256_of,
)
from generator.store.originals import KnownOriginals
from generator.store.slugs import numbered, slug_for

ARTICLES = "articles"
ORIGINALS = "originals"
UNDATED = "undated"
_CLOSING = re.compile(rb"\n---[ \t]*\r?\n")


@dataclass(frozen=True)
class Unreadable:
    """A file under articles/ that is no article, and why.

    Attributes:
        article: what could be read of it all the same, to look for further mistakes.
    """

    path: str
    problem: Problem
    further: tuple[Problem, ...] = ()
    article: Article | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that stands in the way of reading it."""
        return (self.problem, *self.further)


class ArticleStore:
    """The articles and originals of the archive in ``folder``."""

    def __init__(self, folder: Path) -> None:
        """Use the archive in ``folder``; nothing is read yet."""
        self.folder = folder
        self.articles_folder = folder / ARTICLES
        self._slugs: dict[str, set[str]] = {}

    def paths(self) -> list[str]:
        """The path of each article below articles/, without ``.md``, sorted."""
        found: list[str] = []
        for place, folders, files in os.walk(self.articles_folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = place[len(str(self.articles_folder)) + 1 :].replace(os.sep, "/")
            found += (
                (f"{below}/{name}" if below else name).removesuffix(".md")
                for name in (*folders, *files)  # a folder of such a name is told as unreadable
                if name.endswith(".md") and not name.startswith(".")
            )
        return sorted(found)

    def read_all(self) -> Iterator[Article | Unreadable]:
        """Each article, or what stands in the way of reading it, in order of path."""
        return (self.read(path) for path in self.paths())

    def read(self, path: str) -> Article | Unreadable:
        """The article at ``path`` (below articles/, without ``.md``)."""
        try:
            content = self._standing(self.articles_folder / f"{path}.md").read_bytes()
        except OSError as error:
            name = f"{ARTICLES}/{path}.md"
            return Unreadable(path, Problem(name, 0, "", "", str(error), "make the file readable"))
        return self.parse(path, content)

    def parse(self, path: str, content: bytes) -> Article | Unreadable:
        """The article at ``path``, whose file has these bytes."""
        name = f"{ARTICLES}/{path}.md"
        try:
            text = content.decode("utf-8-sig").replace("\r\n", "\n")
            parsed = frontmatter.parse(text)
        except frontmatter.RepeatedFieldError as error:
            first, *further = (_repeated(name, field) for field in error.repeated)
            return Unreadable(path, first, tuple(further), _article(path, error.rest))
        except FrontMatterError as error:
            problem = Problem(name, error.line, "", error.found, str(error), error.remedy)
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            found = repr(content[error.start : error.end])
            problem = Problem(name, line, "", found, "not UTF-8", "save the file as UTF-8")
        else:
            return _article(path, parsed)
        return Unreadable(path, problem)

    def other_files(self) -> list[str]:
        """Every file below articles/ that is no article, as a path from there, sorted.

        Hidden files are the operating system's own, but for those that a killed import left.
        """
        files = (file for file in self.articles_folder.rglob("*") if file.is_file())
        own = (file for file in files if not file.name.startswith(".") or is_unfinished(file))
        names = (file.relative_to(self.articles_folder).as_posix() for file in own)
        return sorted(name for name in names if not name.endswith(".md"))

    def known_originals(self) -> KnownOriginals:
        """The article of each original, and of each part of a container, that the archive knows.

        Raises:
            StoreError: an article cannot be read.
        """
        known = KnownOriginals()
        for path in self.paths():
            try:
                content = beginning_of(f"{self.articles_folder}/{path}.md", _CLOSING)
            except OSError as error:
                raise StoreError(
                    f"{ARTICLES}/{path}.md cannot be read, so its original is not known: "
                    f"{error.strerror}; make it readable"
                ) from error
            known.take_in(path, content.decode("utf-8", "replace"))
        return known

    def original_beside(self, path: str, file: str) -> bytes:
        """The bytes of the original that stands beside an article.

        Raises:
            StoreError: there is no such file, or its name leads out of the article's folder.
        """
        if file != Path(file).name or file.startswith(".") or file.endswith(".md"):
            raise StoreError(f"{file!r} is not the name of an original beside the article")
        original = (self.articles_folder / path).with_name(file)
        try:
            if original.is_symlink():
                raise StoreError(f"{file!r} is a link: put the file itself beside the article")
            return original.read_bytes()
        except OSError as error:
            raise StoreError(f"{file!r} cannot be read: {error.strerror}") from error
        except ValueError as error:  # a NUL character
            raise StoreError(f"{file!r} is not the name of a file") from error

    def has_original(self, path: str, file: str, sha256: str) -> bool:
        """Whether the original is safely stored, beside its article or in originals/."""
        try:
            if file:
                return hashlib.sha256(self.original_beside(path, file)).hexdigest() == sha256
            return sha256_of(self.folder / ORIGINALS / sha256) == sha256
        except (StoreError, OSError):
            return False

    def free_path(
        self, title: str, year: int | None, beside: str, original: str, taken: Set[str]
    ) -> str:
        """An address that no article has: year or ``undated``, and the title's slug.

        Args:
            title: the report's title.
            year: its earliest known year.
            beside: suffix of the original's file beside the article, such as ``.txt``.
            original: its SHA-256; the same bytes without an article are what a killed import
                left, and don't take the address.
            taken: paths that are promised to other reports of the same import.
        """
        folder = f"{year:04d}" if year else UNDATED
        standing = self._slugs_in(folder)
        for slug in numbered(slug_for(title)):
            path = f"{folder}/{slug}"
            if _comparable(slug) in standing or path in taken:
                continue
            file = self.articles_folder / folder / f"{slug}{beside}"
            if not beside or not file.exists() or holds(file, original):
                return path
        raise AssertionError("numbered() never ends")

    def store_beside(self, path: str, file: str, content: bytes) -> None:
        """Keep a public original beside its article.

        Raises:
            StoreError: another file stands there, or it cannot be written.
        """
        digest = hashlib.sha256(content).hexdigest()
        self._create((self.articles_folder / path).with_name(file), content, same=digest)

    def store_withheld(self, sha256: str, opened: Callable[[], BinaryIO]) -> None:
        """Keep an original that is not public in originals/, under its SHA-256, however big it is.

        Raises:
            StoreError: it cannot be written, or is no longer what was read.
        """
        path = self.folder / ORIGINALS / sha256
        if path.exists():
            if not holds(path, sha256):
                raise StoreError(f"{path} is there already and is not overwritten")
            return
        self._create(path, _verified(chunks_of(opened), sha256))

    def add(self, path: str, fields: Mapping[str, object], body: str) -> None:
        """Write a new article; one that is there is never overwritten.

        Raises:
            StoreError: the path is taken, or it cannot be written.
        """
        content = frontmatter.compose(fields, body).encode()
        self._create(self.articles_folder / f"{path}.md", content)
        folder, _, slug = path.partition("/")
        if folder in self._slugs:
            self._slugs[folder].add(_comparable(slug))

    def content(self, path: str) -> bytes:
        """The bytes of an article.

        Raises:
            StoreError: it cannot be read.
        """
        try:
            return self._standing(self.articles_folder / f"{path}.md").read_bytes()
        except OSError as error:
            raise StoreError(f"{ARTICLES}/{path}.md cannot be read: {error.strerror}") from error

    def create(self, path: str, content: bytes) -> None:
        """Write an article as it is; the same bytes may be there already, others never go.

        Raises:
            StoreError: the path is taken, or it cannot be written.
        """
        digest = hashlib.sha256(content).hexdigest()
        self._create(self.articles_folder / f"{path}.md", content, same=digest)

    def replace(self, file: str, before: bytes, after: bytes) -> None:
        """Write a file of the archive anew, if it still is what it was when that was decided.

        Args:
            file: its path below the archive's folder.
            before: what it was.
            after: what it will be.

        Raises:
            StoreError: it has changed meanwhile, or cannot be written.
        """
        try:
            if (self.folder / file).read_bytes() != before:
                raise StoreError(f"{file} was changed meanwhile: look at it, and try again")
            replace_file(self.folder / file, after)
        except OSError as error:
            raise StoreError(f"{file} cannot be written: {error.strerror}") from error

    def remove(self, file: str) -> None:
        """Take away a file of the archive that stands elsewhere by now; one that is gone is fine.

        Raises:
            StoreError: it cannot be removed.
        """
        try:
            (self.folder / file).unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"{file} cannot be removed: {error.strerror}") from error

    def _standing(self, file: Path) -> Path:
        """Where the bytes of a file of the archive are."""
        return file

    def _create(self, path: Path, content: bytes | Iterable[bytes], same: str = "") -> None:
        """Create a file; one that is there with the SHA-256 ``same`` is fine as it is."""
        try:
            create_file(path, content)
        except FileExistsError as error:
            if not (same and holds(path, same)):
                raise StoreError(f"{path} is there already and is not overwritten") from error
        except OSError as error:
            raise StoreError(f"{path} cannot be written: {error.strerror}") from error

    def _slugs_in(self, folder: str) -> set[str]:
        """The slugs of a year's articles, as file systems that fold case and accents see them.

        A folder is listed once, and remembers what is added; another program that takes a path in
        the meantime is met when the article is created, which never overwrites.
        """
        if folder not in self._slugs:
            files = (self.articles_folder / folder).glob("*.md")
            self._slugs[folder] = {_comparable(file.stem) for file in files}
        return self._slugs[folder]


def _verified(chunks: Iterable[bytes], sha256: str) -> Iterator[bytes]:
    """The chunks, if all of them together have that SHA-256.

    Raises:
        StoreError: after the last chunk, if they have not.
    """
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != sha256:
        raise StoreError("changed while it was imported: import it again")


def _article(path: str, read: frontmatter.FrontMatterText) -> Article:
    return Article(path, read.fields, read.lines, read.body, read.body_line)


def _repeated(file: str, field: frontmatter.RepeatedField) -> Problem:
    message = f"the field '{field.name}' stands here twice"
    return Problem(file, field.line, field.name, field.name, message, "keep one of them")


def _comparable(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()

"""What lies beside a page in a folder: the pictures of a saved page, and what only a browser needs."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from generator.errors import UnusablePicture
from generator.html import path_beside
from generator.pictures import MOST_BYTES

_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_ENDINGS = ("_files", ".files", "_fichiers", "-Dateien", "_archivos", "_ficheiros", "_arquivos")
_FURTHER = ("_file", "_bestanden", "_filer", "_ملفات")
"""What browsers add to the name of a page for the folder beside it, in one language and another."""

_OF_PAGES = re.compile(
    r"\.(?:css|m?js|ico|png|jpe?g|gif|webp|avif|svg|bmp|woff2?|ttf|otf|eot)\Z", re.IGNORECASE
)


@dataclass(frozen=True)
class FolderBeside:
    """The files that a page may show; see ``generator.model.Beside``.

    Attributes:
        root: the folder that was given, out of which no path leads.
        page: path of the page in it.
        is_alone: whether the page was given by its own name. Then nothing came with it but the
            folder that bears its name: what else lies there is the editor's.
    """

    root: str
    page: str
    is_alone: bool

    @classmethod
    def of(cls, file: Path, folders: Iterable[Path]) -> FolderBeside:
        """What lies beside a file, which is in one of the folders or was given by its name."""
        root = next((folder for folder in folders if file.is_relative_to(folder)), None)
        place = root or file.parent
        return cls(str(place), file.relative_to(place).as_posix(), is_alone=root is None)

    def name_of(self, target: str, base: str) -> str:  # noqa: ARG002  # other places need it
        """The path in the folder."""
        path = path_beside(self.page, target)
        return "" if self.is_alone and not self._is_own(path) else path

    def read(self, name: str) -> bytes:
        """The bytes of a file; a link that leads out of the folder is none."""
        file = Path(self.root, name)
        root = Path(self.root).resolve()
        if not file.resolve().is_relative_to(root) or not file.is_file():
            raise LookupError(name)
        if file.stat().st_size > MOST_BYTES:
            size = file.stat().st_size / 1e6
            raise UnusablePicture(f"has {size:.0f} MB, more than a site should carry")
        return file.read_bytes()

    def own_file(self, name: str) -> Path | None:
        """The file, if it lies in the folder that bears the page's name; None for any other."""
        return Path(self.root, name) if self._is_own(name) else None

    def _is_own(self, path: str) -> bool:
        folder, _, rest = path.rpartition("/")
        return bool(rest) and _is_folder_of(Path(folder), {Path(self.page)})


class Within:
    """Which files lie in a folder; the folders that they stand in are resolved once each."""

    def __init__(self, folder: Path) -> None:
        """Ask for this folder."""
        self._folder = folder.resolve()
        self._found: dict[str, bool] = {}

    def __contains__(self, file: Path) -> bool:
        if file.is_symlink():
            return file.resolve().is_relative_to(self._folder)
        place = os.path.dirname(file)  # noqa: PTH120  # of each report
        if place not in self._found:
            self._found[place] = Path(place).resolve().is_relative_to(self._folder)
        return self._found[place]


def parted(
    files: Sequence[Path], named: Set[Path]
) -> tuple[list[Path], Sequence[tuple[Path, int]]]:
    """The files that may be reports, and how many in which folder are only parts of pages.

    Args:
        files: all of them.
        named: what the editor named, which is always read.
    """
    pages = {file for file in files if file.suffix.lower() in _PAGES}
    reports: list[Path] = []
    parts: Counter[Path] = Counter()
    of_pages: dict[str, Path | None] = {}  # by folder
    for file in files:
        place = os.path.dirname(file)  # noqa: PTH120  # of each report
        if place not in of_pages:
            of_pages[place] = next((f for f in file.parents if _is_folder_of(f, pages)), None)
        folder = of_pages[place]
        if file in named or (folder is None and not _OF_PAGES.search(file.name)):
            reports.append(file)
        else:
            parts[folder or file.parent] += 1
    return reports, tuple(parts.items())


def parts_told(count: int) -> str:
    """Why files were left out."""
    what = "1 file belongs" if count == 1 else f"{count:,} files belong"
    return f"{what} to pages (pictures, styles, scripts); a picture comes with the report that shows it"


def _is_folder_of(folder: Path, pages: Collection[Path]) -> bool:
    """Whether a folder is what a browser saved beside one of the pages."""
    for ending in (*_ENDINGS, *_FURTHER):
        stem = folder.name.removesuffix(ending)
        if stem and stem != folder.name:
            return any(folder.with_name(f"{stem}{suffix}") in pages for suffix in _PAGES)
    return False

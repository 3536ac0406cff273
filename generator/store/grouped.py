"""Writing many reports at once: durable together, since each wait for the disk takes milliseconds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import StoreError
from generator.store.articles import ORIGINALS, ArticleStore
from generator.store.durable import make_durable
from generator.store.files import holds, put_in_place, unfinished_below, write_beside

_IMPORT = "import-"
_MOST_FILES = 256
_MOST_BYTES = 16 * 1024 * 1024


@dataclass
class Unit:
    """Files that belong together: a report's original, then its article.

    Attributes:
        staged: of each file where its bytes are, its place, and the SHA-256 that may stand there.
        placed: how many of them have been taken from where their bytes were.
        problem: why it has not come into the archive; empty until that is known, and if it has.
    """

    staged: list[tuple[Path, Path, str]] = field(default_factory=list)
    placed: int = 0
    problem: str = ""


class GroupedStore(ArticleStore):
    """An archive whose new files get their names when the group that they are in is on the disk.

    Until then a file stands under a name that nobody looks for. So what stands under its own name
    is whole after a crash and after a power cut too, and originals come before their articles.
    """

    def __init__(self, folder: Path) -> None:
        """Use the archive in ``folder``; the group is empty."""
        super().__init__(folder)
        self._units: list[Unit] = []
        self._staged: dict[Path, Path] = {}
        self._bytes = 0

    @property
    def is_full(self) -> bool:
        """Whether it is time to settle."""
        return len(self._staged) >= _MOST_FILES or self._bytes >= _MOST_BYTES

    def clear(self) -> None:
        """Take away what an import that was killed had not settled; no other may be running.

        Raises:
            StoreError: it cannot be removed.
        """
        for folder in (self.articles_folder, self.folder / ORIGINALS):
            for file in unfinished_below(folder, _IMPORT):
                try:
                    file.unlink(missing_ok=True)
                except OSError as error:
                    raise StoreError(f"{file} cannot be removed: {error.strerror}") from error

    def begin(self) -> Unit:
        """A unit, which the files that are created from now on belong to."""
        self._units.append(Unit())
        return self._units[-1]

    def abandon(self, unit: Unit) -> None:
        """Take back what was begun last."""
        self._units.remove(unit)
        self._discard(unit)

    def settle(self) -> None:
        """Make every file of the group durable, and then its name; units tell which failed."""
        units, self._units = self._units, []
        try:
            make_durable((file for unit in units for file, _, _ in unit.staged), are_files=True)
        except OSError as error:
            for unit in units:
                unit.problem = f"cannot be written: {error.strerror}"
        folders = {place.parent for unit in units for place in _put_in_place(unit)}
        try:
            make_durable(folders)
        except OSError as error:
            for unit in units:
                unit.problem = unit.problem or f"cannot be written: {error.strerror}"
        self._discard(*units)

    def drop(self) -> None:
        """Take back the whole group: nothing of it comes into the archive."""
        units, self._units = self._units, []
        self._discard(*units)

    def _discard(self, *units: Unit) -> None:
        for unit in units:
            for file, _, _ in unit.staged[unit.placed :]:
                file.unlink(missing_ok=True)
            for _, place, _ in unit.staged:
                self._staged.pop(place, None)
        if not self._units:
            self._bytes = 0

    def _standing(self, file: Path) -> Path:
        return self._staged.get(file, file)

    def _create(self, path: Path, content: bytes | Iterable[bytes], same: str = "") -> None:
        standing = self._standing(path)
        if standing.exists():
            if not (same and holds(standing, same)):
                raise StoreError(f"{path} is there already and is not overwritten")
            return
        try:
            staged = write_beside(path, content, _IMPORT, durably=False)
            self._bytes += len(content) if isinstance(content, bytes) else staged.stat().st_size
        except OSError as error:
            raise StoreError(f"{path} cannot be written: {error.strerror}") from error
        self._units[-1].staged.append((staged, path, same))
        self._staged[path] = staged


def _put_in_place(unit: Unit) -> Iterable[Path]:
    """Give the files of a unit their names, in order; the places that they stand in now."""
    for file, place, same in unit.staged:
        if unit.problem:
            return
        unit.placed += 1
        try:
            put_in_place(file, place)
        except FileExistsError:
            if not (same and holds(place, same)):
                unit.problem = f"{place} is there already and is not overwritten"
        except OSError as error:
            unit.problem = f"{place} cannot be written: {error.strerror}"
        else:
            yield place

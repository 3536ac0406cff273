"""Making units: their files go into the staging folder, what they are is told."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive import PublicArchive
from generator.errors import StoreError
from generator.executors import Remote
from generator.model import DerivedFile, FileGroup, OutputFile, Page, Problem
from generator.pipeline.building.units import Shard, Unit
from generator.rendering import Renderer
from generator.state import Made
from generator.state.tree import Mark, mark_of

DRAFTS = ".workers"
_TOGETHER = 32  # pages
_Files = OutputFile | DerivedFile | FileGroup


@dataclass
class Workshop:
    """All that workers need, whatever they make."""

    archive: PublicArchive
    renderer: Renderer
    staging: Path
    _folders: set[str] = field(default_factory=set)

    @property
    def drafts(self) -> Path:
        """Folder in staging for what workers elsewhere are writing; gone when all is made."""
        return self.staging / DRAFTS

    def remote(self) -> Remote:
        """The same work for other machines."""
        from generator.pipeline.building.elsewhere import remote  # which makes units as this does

        return remote(self)

    def make(self, shard: Shard) -> list[tuple[str, Made]]:
        """Make some units; each by its name."""
        made: list[tuple[str, Made]] = []
        pages: list[tuple[Unit, Page]] = []
        for unit in shard.units(self.archive):
            if isinstance(unit.source, Page):
                pages.append((unit, unit.source))
            else:
                made.append((unit.name, self._make(unit.key, unit.source)))
        for start in range(0, len(pages), _TOGETHER):
            made += self._make_pages(pages[start : start + _TOGETHER])
        return made

    def _make_pages(self, pages: Sequence[tuple[Unit, Page]]) -> Iterator[tuple[str, Made]]:
        """Pages together: a step of rendering is quicker where it was just done for another."""
        contents = self.renderer.render_all(page for _, page in pages)
        for (unit, _), content in zip(pages, contents, strict=True):
            mark = self.write(OutputFile(unit.name, content))
            yield unit.name, (unit.key, ((unit.name, mark),), ())

    def _make(self, key: bytes, source: _Files) -> Made:
        try:
            files = tuple((file.path, self.write(file)) for file in _files_of(source))
        except StoreError as error:
            remedy = "run `archive check` for the place"
            problem = Problem("articles", 0, "original", "", str(error), remedy)
            return key, (), (problem,)
        return key, files, ()

    def write(self, file: OutputFile) -> Mark:
        """Write a file into staging; where a build is killed, nobody ever looks at it again."""
        folder, _, _ = file.path.rpartition("/")
        if folder not in self._folders:
            _make_folder(f"{self.staging}/{folder}")
            self._folders.add(folder)
        _write(f"{self.staging}/{file.path}", file.content)
        return mark_of(file.content)


def _files_of(source: _Files) -> Iterator[OutputFile]:
    if isinstance(source, FileGroup):
        yield from source.make()
    elif isinstance(source, DerivedFile):
        yield OutputFile(source.path, source.content)
    else:
        yield source


def _make_folder(path: str) -> None:
    """A folder; that it stands in is there already, but for the first ones."""
    try:
        os.mkdir(path)  # noqa: PTH102  # a Path takes longer to put together than this
    except FileExistsError:
        pass
    except FileNotFoundError:
        Path(path).mkdir(parents=True, exist_ok=True)


def _write(path: str, content: bytes) -> None:
    """A new file; with the system's own calls, which take a third of the time for a small one."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)

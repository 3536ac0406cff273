"""Making units: their files go into the staging folder, what they are is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.archive import PublicArchive
from generator.errors import StoreError
from generator.executors import Remote
from generator.model import DerivedFile, OutputFile, Page, Problem
from generator.pipeline.building.units import Shard, Unit
from generator.rendering import Renderer
from generator.state import Made
from generator.state.tree import Mark, mark_of

DRAFTS = ".workers"


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
        return [(unit.name, self._make(unit)) for unit in shard.units(self.archive)]

    def _make(self, unit: Unit) -> Made:
        try:
            files = tuple((file.path, self.write(file)) for file in self._files(unit))
        except StoreError as error:
            remedy = "run `archive check` for the place"
            problem = Problem("articles", 0, "original", "", str(error), remedy)
            return unit.key, (), (problem,)
        return unit.key, files, ()

    def _files(self, unit: Unit) -> Iterator[OutputFile]:
        source = unit.source
        if isinstance(source, Page):
            yield OutputFile(unit.name, self.renderer.render(source))
        elif isinstance(source, DerivedFile):
            yield OutputFile(source.path, source.content)
        elif isinstance(source, OutputFile):
            yield source
        else:
            yield from source.make()

    def write(self, file: OutputFile) -> Mark:
        """Write a file into staging; where a build is killed, nobody ever looks at it again."""
        folder, _, _ = file.path.rpartition("/")
        if folder not in self._folders:
            _make_folder(f"{self.staging}/{folder}")
            self._folders.add(folder)
        _write(f"{self.staging}/{file.path}", file.content)
        return mark_of(file.content)


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

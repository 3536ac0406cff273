"""Making units on a machine that has neither the theme nor the archive's files.

What a worker is sent: the public archive, once; with each shard the shells of its pages. What it
cannot make, it leaves: the theme's list of headings is filled in here, and originals, which lie on
this disk, are made here. It writes into the staging folder if it sees that folder, and otherwise
sends the bytes back.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from generator.archive import PublicArchive
from generator.executors import Remote
from generator.model import DerivedFile, OutputFile, Page
from generator.pipeline.building.making import Workshop
from generator.pipeline.building.units import Shard, Unit
from generator.rendering import BodyRenderer, Renderer, Shell, Slots
from generator.shelves import Shelves
from generator.state import Made
from generator.state.tree import Mark, mark_of

_Place = tuple[str, str]
_Open = tuple[Sequence[Mapping[str, Any]], str, str]
"""A list of headings that is still to be made: headings, language, address."""


class OnlyAtHomeError(Exception):
    """Something was asked for that only the machine has which builds."""


@dataclass(frozen=True)
class Sent:
    """A shard on its way.

    Attributes:
        shard: its units, but for those that are made at home.
        places: for each page, by language and address, the address that its shell stands for.
        shells: those shells.
    """

    shard: Shard
    places: Mapping[_Place, str]
    shells: Mapping[_Place, Shell]


@dataclass
class Returned:
    """What came of a shard.

    Attributes:
        made: the units that were made, by name.
        files: the bytes of those files that the worker could not write.
        open: the lists of headings that some of these files lack, by path.
    """

    made: dict[str, Made] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    open: dict[str, _Open] = field(default_factory=dict)


def remote(workshop: Workshop) -> Remote:
    """A workshop's work, for machines elsewhere."""
    home = _Home(workshop)
    return Remote(home.bench(), Bench.make, home.pack, home.unpack, label=_label, close=home.close)


class _Home:
    """What stays here."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._mark = f"\ue000{secrets.token_hex(16)}\ue001"

    def bench(self) -> Bench:
        workshop, theme = self._workshop, self._workshop.renderer.theme
        archive = replace(
            workshop.archive,
            reports=tuple(report.altered(body=report.body) for report in workshop.archive.reports),
            tombstones=tuple(workshop.archive.tombstones),
            original_of=_only_at_home,
            hash_of=_only_at_home,
            shelve=Shelves,
        )
        languages = archive.settings.languages
        empty = {language: theme.table_of_contents((), language, "") for language in languages}
        workshop.drafts.mkdir(parents=True, exist_ok=True)
        probe = workshop.drafts / secrets.token_hex(16)
        probe.touch()
        bodies = workshop.renderer.bodies
        return Bench(archive, bodies, empty, self._mark, workshop.staging, probe)

    def close(self) -> None:
        """Take away what workers left that were killed; those still writing find no place any more."""
        shutil.rmtree(self._workshop.drafts, ignore_errors=True)

    def pack(self, shard: Shard) -> Sent:
        renderer = self._workshop.renderer
        units = [unit for unit in self._units(shard) if not self._stays(unit)]
        places: dict[_Place, str] = {}
        shells: dict[_Place, Shell] = {}
        for unit in units:
            page = unit.source
            if isinstance(page, Page):
                place = renderer.shell_address(page.language, page.address)
                places[page.language, page.address] = place
                shells[page.language, place] = renderer.shell(page.language, place)
        return Sent(Shard(units), places, shells)

    def unpack(self, shard: Shard, returned: Returned) -> list[tuple[str, Made]]:
        marks = dict(self._written(returned))
        results = []
        for unit in self._units(shard):
            made = returned.made.get(unit.name)
            if made is None:
                results += self._workshop.make(Shard([unit]))
            else:
                key, files, problems = made
                files = tuple((path, marks.get(path, mark)) for path, mark in files)
                results.append((unit.name, (key, files, problems)))
        return results

    def _written(self, returned: Returned) -> Iterator[tuple[str, Mark]]:
        """Each file that was sent back, written."""
        theme = self._workshop.renderer.theme
        for path, content in returned.files.items():
            if path in returned.open:
                toc = theme.table_of_contents(*returned.open[path])
                content = content.replace(self._mark.encode(), toc.encode())
            yield path, self._workshop.write(OutputFile(path, content))

    def _units(self, shard: Shard) -> Sequence[Unit]:
        return shard.units(self._workshop.archive)

    def _stays(self, unit: Unit) -> bool:
        """Whether it reads an original from this disk."""
        make = unit.source.make if isinstance(unit.source, DerivedFile) else None
        return isinstance(make, partial) and make.func == self._workshop.archive.original_of


@dataclass
class Bench:
    """The workshop of a worker elsewhere.

    Attributes:
        archive: what is public; asking it for an original is an OnlyAtHomeError.
        bodies: renders Markdown.
        empty: the theme's list of no headings, by language.
        mark: stands where a list of headings is still to be filled in.
        staging: the folder that the site is made in, as it is called at home.
        probe: a file in there; where it is seen, files can be written.
    """

    archive: PublicArchive
    bodies: BodyRenderer
    empty: Mapping[str, str]
    mark: str
    staging: Path
    probe: Path

    def make(self, sent: Sent) -> Returned:
        """Make a shard."""
        self._theme.places.update(sent.places)
        self._theme.shells.update(sent.shells)
        making = _Making(self.archive, self._renderer, self.staging, self._theme, self.probe)
        for unit in sent.shard.units(self.archive):
            try:
                making.returned.made.update(making.make(Shard([unit])))
            except OnlyAtHomeError:
                continue
        return making.returned

    @cached_property
    def _theme(self) -> _SentTheme:
        return _SentTheme(self.empty, self.mark)

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self.archive, self._theme, self.bodies)


class _SentTheme:
    """The theme as far as it was sent; implements ``rendering.Theme``."""

    def __init__(self, empty: Mapping[str, str], mark: str) -> None:
        self._empty, self._mark = empty, mark
        self.places: dict[_Place, str] = {}
        self.shells: dict[_Place, Shell] = {}
        self.open: list[_Open] = []

    def render(self, slots: Slots, language: str, address: str) -> str:
        return self.shells[language, address].fill(slots).decode()

    def shell_address(self, language: str, address: str) -> str:
        return self.places[language, address]

    def table_of_contents(
        self, headings: Sequence[Mapping[str, Any]], language: str, address: str
    ) -> str:
        if not headings:
            return self._empty[language]
        self.open.append((headings, language, address))
        return self._mark


class _Making(Workshop):
    """Makes units where the theme is not, and perhaps the folder is not either."""

    def __init__(
        self,
        archive: PublicArchive,
        renderer: Renderer,
        staging: Path,
        theme: _SentTheme,
        probe: Path,
    ) -> None:
        super().__init__(archive, renderer, staging)
        self.returned = Returned()
        self._theme = theme
        self._sees_staging = probe.exists()

    def write(self, file: OutputFile) -> Mark:
        if self._theme.open:
            self.returned.open[file.path] = self._theme.open.pop()
        elif self._sees_staging:
            try:
                self._write_whole(file)
            except OSError:  # it can be seen and not be written: home has its own word on that
                self._sees_staging = False
            else:
                return mark_of(file.content)
        self.returned.files[file.path] = file.content
        return mark_of(file.content)

    def _write_whole(self, file: OutputFile) -> None:
        """In one step: another worker may be given the same, if this one is taken for dead."""
        draft = self.drafts / secrets.token_hex(16)
        draft.write_bytes(file.content)
        place = self.staging / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.replace(place)


def _only_at_home(*_: object) -> Any:
    raise OnlyAtHomeError


def _label(shard: Shard) -> str:
    return f"making {shard.first} and what was to be made with it"

"""Outputs: files of the site that are no pages; one module each, found by name.

A module of this package defines

    def files(archive: PublicArchive) -> Iterator[OutputFile | DerivedFile]

Files that take their time are ``DerivedFile``s: they are made only when what they are made from has
changed. An output whose files are made many at a time defines, for builds, besides ``files``

    def file_groups(archive: PublicArchive) -> Iterator[FileGroup]
    def group_sections(archive: PublicArchive) -> Iterator[Section[FileGroup]]
    def closing_files(archive: PublicArchive, made: MadeFiles) -> Iterator[OutputFile]

of which ``group_sections`` stands in the place of ``file_groups`` where groups are many, and known
by their reports. An output of many small files that are known by their reports defines, besides ``files``

    def sections(archive: PublicArchive) -> Iterator[Section[OutputFile | DerivedFile]]

``closing_files`` makes what follows from files of the groups, which ``made`` gives by path.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache, partial
from types import ModuleType

from generator.archive import PublicArchive
from generator.model import DerivedFile, FileGroup, MadeFiles, OutputFile, Section
from generator.outputs import search_index

Output = Callable[[PublicArchive], Iterator[OutputFile | DerivedFile]]


@cache
def _modules() -> tuple[ModuleType, ...]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return tuple(module for module in modules if hasattr(module, "files"))


@cache
def outputs() -> tuple[Output, ...]:
    """The ``files`` function of every output, by module name."""
    return tuple(module.files for module in _modules())


def file_sections(archive: PublicArchive) -> Iterator[Section[OutputFile | DerivedFile]]:
    """The sections of every output that has no groups."""
    for module in _modules():
        if hasattr(module, "sections"):
            yield from module.sections(archive)
        elif not hasattr(module, "file_groups") and not hasattr(module, "group_sections"):
            yield Section(module.__name__, partial(module.files, archive))


def group_sections(
    archive: PublicArchive, *, with_search: bool = True
) -> Iterator[Section[FileGroup]]:
    """Every group of files, those that take long first; without the search index if so asked."""
    single = [module for module in _modules() if hasattr(module, "file_groups")]
    for module in sorted(single, key=lambda module: module is not search_index):
        if with_search or module is not search_index:
            yield Section(f"groups {module.__name__}", partial(_heavy_first, module, archive))
    for module in _modules():
        if hasattr(module, "group_sections"):
            yield from module.group_sections(archive)


def _heavy_first(module: ModuleType, archive: PublicArchive) -> Iterator[FileGroup]:
    yield from sorted(module.file_groups(archive), key=lambda group: not group.is_heavy)


def all_closing(
    archive: PublicArchive, made: MadeFiles, *, with_search: bool = True
) -> Iterator[OutputFile]:
    """What follows from the files of groups; ``made`` gives one by its path."""
    for module in _modules():
        if hasattr(module, "closing_files") and (with_search or module is not search_index):
            yield from module.closing_files(archive, made)

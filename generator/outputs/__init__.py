"""Outputs: files of the site that are no pages; one module each, found by name.

A module of this package defines

    def files(archive: PublicArchive) -> Iterator[OutputFile | DerivedFile]

Files that take their time are ``DerivedFile``s: they are made only when what they are made from has
changed. An output whose files are made many at a time defines, for builds, besides ``files``

    def file_groups(archive: PublicArchive) -> Iterator[FileGroup]
    def closing_files(archive: PublicArchive, read: Callable[[str], bytes]) -> Iterator[OutputFile]

where ``closing_files`` makes what follows from files of the groups, which ``read`` gives by their path.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType

from generator.model import DerivedFile, FileGroup, OutputFile
from generator.publication import PublicArchive

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


def all_files(archive: PublicArchive) -> Iterator[OutputFile | DerivedFile]:
    """Every file of every output that has no groups."""
    for module in _modules():
        if not hasattr(module, "file_groups"):
            yield from module.files(archive)


def all_groups(archive: PublicArchive) -> Iterator[FileGroup]:
    """Every group of files."""
    for module in _modules():
        if hasattr(module, "file_groups"):
            yield from module.file_groups(archive)


def all_closing(archive: PublicArchive, read: Callable[[str], bytes]) -> Iterator[OutputFile]:
    """What follows from the files of groups; ``read`` gives one by its path."""
    for module in _modules():
        if hasattr(module, "closing_files"):
            yield from module.closing_files(archive, read)

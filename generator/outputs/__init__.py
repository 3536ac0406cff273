"""Outputs: files of the site that are no pages; one module each, found by name.

A module of this package defines

    def files(archive: PublicArchive) -> Iterator[OutputFile]
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from generator.model import OutputFile
from generator.publication import PublicArchive

Output = Callable[[PublicArchive], Iterator[OutputFile]]


@cache
def outputs() -> tuple[Output, ...]:
    """The ``files`` function of every output, by module name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return tuple(module.files for module in modules if hasattr(module, "files"))


def all_files(archive: PublicArchive) -> Iterator[OutputFile]:
    """Every file of every output."""
    for files in outputs():
        yield from files(archive)

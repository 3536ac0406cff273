"""Exports: the whole public archive as one file or folder, away from the site; one module each.

A module of this package (but for those that begin with ``_``) defines

    NAME: what the file is called by default
    def write(archive: PublicArchive, place: Path) -> None

which writes to a place that is not taken yet. Like outputs they see what the gate lets through.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.archive import PublicArchive


@dataclass(frozen=True)
class Export:
    """One form: what it is called by default, and how it is written."""

    name: str
    write: Callable[[PublicArchive, Path], None]


@cache
def exports() -> Mapping[str, Export]:
    """Every form, by the name of its module."""
    found = sorted(module.name for module in pkgutil.iter_modules(__path__))
    names = [name for name in found if not name.startswith("_")]
    modules = {name: importlib.import_module(f"{__name__}.{name}") for name in names}
    return {name: Export(module.NAME, module.write) for name, module in modules.items()}

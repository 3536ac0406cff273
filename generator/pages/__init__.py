"""Page types: one module each, found by name; each maps the public archive to pages.

A module of this package (but for those that begin with ``_``, which several page types share)
defines

    def pages(archive: PublicArchive) -> Iterator[Page]

Every page names the reports that it depends on, so that a build can tell which pages a changed
report changes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache

from generator.model import Page
from generator.publication import PublicArchive

PageType = Callable[[PublicArchive], Iterator[Page]]


@cache
def page_types() -> tuple[PageType, ...]:
    """The ``pages`` function of every page type, by module name."""
    found = (module.name for module in pkgutil.iter_modules(__path__))
    names = sorted(name for name in found if not name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}").pages for name in names)


def all_pages(archive: PublicArchive) -> Iterator[Page]:
    """Every page of the archive, type after type."""
    for pages in page_types():
        yield from pages(archive)

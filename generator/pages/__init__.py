"""Page types: one module each, found by name; each maps the public archive to pages.

A module of this package (but for those that begin with ``_``, which several page types share)
defines

    def pages(archive: PublicArchive) -> Iterator[Page]

and, where there are many of them, besides

    def sections(archive: PublicArchive) -> Iterator[Section[Page]]

which parts the same pages into sections that a build can tell to be unchanged at one look, and

    def addresses(archive: PublicArchive) -> Iterator[str]

where they are known without the pages.
What a page is made from is in its context: a build tells by that which pages a changed report changes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache, partial
from types import ModuleType

from generator.archive import PublicArchive
from generator.model import Page, Section

PageType = Callable[[PublicArchive], Iterator[Page]]


@cache
def _modules() -> tuple[ModuleType, ...]:
    found = (module.name for module in pkgutil.iter_modules(__path__))
    names = sorted(name for name in found if not name.startswith("_"))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


@cache
def page_types() -> tuple[PageType, ...]:
    """The ``pages`` function of every page type, by module name."""
    return tuple(module.pages for module in _modules())


def page_sections(archive: PublicArchive) -> Iterator[Section[Page]]:
    """The sections of every page type; one that has none is a section of which nothing is known."""
    for module in _modules():
        if hasattr(module, "sections"):
            yield from module.sections(archive)
        else:
            yield Section(module.__name__, partial(module.pages, archive))


def all_addresses(archive: PublicArchive) -> Iterator[str]:
    """The address of every page; pages of reports are not put together for it."""
    for module in _modules():
        if hasattr(module, "addresses"):
            yield from module.addresses(archive)
        else:
            yield from (page.address for page in module.pages(archive))


def all_pages(archive: PublicArchive) -> Iterator[Page]:
    """Every page of the archive, type after type."""
    for pages in page_types():
        yield from pages(archive)

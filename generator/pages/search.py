"""The search page, one per interface language."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.model import Page
from generator.publication import PublicArchive


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``search/`` in each language; what it finds comes from the search index."""
    for language in archive.settings.languages:
        yield Page(
            address=f"{archive.settings.prefix(language)}search/",
            language=language,
            title=Catalogue(language)("search.title"),
            template="search.html",
            context={},
        )

"""What answers where a withdrawn report stood."""

from __future__ import annotations

from collections.abc import Iterator

from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.model import Page


def pages(archive: PublicArchive) -> Iterator[Page]:
    """A page at the address of each withdrawn report; it says when and why, and nothing of what stood there."""
    for stone in archive.tombstones:
        yield Page(
            address=stone.address,
            language=stone.site_language,
            title=Catalogue(stone.site_language)("withdrawn.title"),
            template="tombstone.html",
            context={"withdrawal": stone.withdrawal},
        )
